"""What is asked, and what an answer proves."""

from app.domain.text.career import Career
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import Span
from app.domain.text.questions import NO, Question, questions_for
from tests.builders import make_career


def keyword(name: str, weight: float = 1.0, **changes: object) -> KeywordMatch:
    values: dict[str, object] = {"category": "technical", "required": True, "status": "missing", **changes}
    return KeywordMatch(keyword=name, weight=weight, **values)  # type: ignore[arg-type]


def report(*keywords: KeywordMatch) -> MatchReport:
    return MatchReport(
        version="match-1",
        score=50,
        band="fair",
        ceiling=60,
        parts=(),
        keywords=keywords,
        matched_keywords=(),
        missing_keywords=(),
        years_required=None,
        years_shown=0,
    )


def career() -> Career:
    made = make_career()
    for index, job in enumerate(made.experiences):
        job.id = f"job{index}"
    made.experiences[0].achievements.append("Ran the on-call rota.")
    return made


def skill_question() -> Question:
    return questions_for(career(), report(keyword("Kafka")))[0]


def test_the_weightiest_required_skills_come_first_and_only_what_matters_is_asked() -> None:
    found = questions_for(
        career(),
        report(
            keyword("Go", 0.4),
            keyword("Kafka", 0.9),
            keyword("Rust", 0.8, required=False),
            keyword("Python", status="shown"),
            keyword("Communication", category="soft"),
            keyword("AWS", either_or="cloud"),
            keyword("Azure", 0.5, either_or="cloud"),
            keyword("Tableau", either_or="bi"),
            keyword("Power BI", either_or="bi", status="shown"),
            keyword("Cobol"),
        ),
        denied=["cobol"],
    )
    assert [question.id for question in found] == ["skill:AWS", "skill:Kafka", "skill:Go", "number:job0:2"]
    assert found[0].choices == ("Yes, at Fjord Pay", "Yes, at Kelp Labs", "Yes, elsewhere", NO)


def test_never_more_than_six_questions_and_numbers_keep_their_room() -> None:
    made = career()
    made.experiences[0].achievements = ["Ran the rota.", "Wrote the handbook.", "Led the guild."]
    found = questions_for(made, report(*(keyword(f"Skill{number}") for number in range(9))))
    assert [question.kind for question in found] == ["skill"] * 4 + ["number"] * 2
    made.experiences[0].achievements = []
    assert len(questions_for(made, report(*(keyword(f"Skill{number}") for number in range(9))))) == 6


def test_a_question_is_asked_in_the_words_of_its_kind_and_quotes_the_posting() -> None:
    span = Span(3, 15, "Safeguarding")
    found = questions_for(
        career(),
        report(
            keyword("Kafka", 0.9, posting_evidence=(Span(0, 5, "kafka"),)),
            keyword("Child Welfare", 0.8, posting_evidence=(span,)),
            keyword("German", 0.7, category="language"),
            keyword("LCSW", 0.6, category="certification"),
            keyword("Pet Industry", 0.5, category="domain"),
        ),
    )
    asked = [question.question for question in found]
    assert asked[:5] == [
        "Do you have experience with Kafka, and from where?",
        "Do you have experience with Child Welfare, and from where?",
        "Do you speak German, and how well?",
        "Do you hold LCSW?",
        "Have you worked in this field before: Pet Industry? If so, where?",
    ]
    assert [question.reason for question in found[:2]] == [
        "The posting requires Kafka, and your resume does not show it.",
        "The posting requires Child Welfare (it says “Safeguarding”), and your resume does not show it.",
    ]
    assert found[2].choices == ("Native", "Fluent", "Good", "Basic", NO)
    assert found[3].choices == ("Yes, I hold it", NO)


def test_a_line_that_gives_its_number_in_words_is_not_asked_about() -> None:
    made = career()
    made.experiences[0].achievements = ["Trained two apprentices.", "Betreuung von zwei Azubis", "Ran it since 2019."]
    assert [question.subject for question in questions_for(made, report())] == ["job0:achievements:2"]
