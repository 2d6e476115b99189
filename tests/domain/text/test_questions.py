"""What is asked, and what an answer proves."""

from app.domain.text.career import Career
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.questions import NO, Question, questions_for, take_answer
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


def test_a_choice_becomes_a_skill_and_the_candidates_own_sentence_an_achievement() -> None:
    made = career()
    outcome = take_answer(skill_question(), "Yes, at Fjord Pay", made)
    assert (outcome.kind, outcome.facts) == ("told", ("Kafka",))
    assert made.skills[-1].name == "Kafka"
    own = take_answer(skill_question(), "yes, at fjord pay I moved all card events to Kafka", made)
    assert own.facts == ("Kafka", "At fjord pay I moved all card events to Kafka")
    assert made.experiences[0].achievements[-1] == "At fjord pay I moved all card events to Kafka"
    assert [skill.name for skill in made.skills].count("Kafka") == 1


def test_no_is_a_denial_and_silence_is_a_skip_and_neither_touches_the_facts() -> None:
    made, before = career(), career()
    kinds = [
        take_answer(skill_question(), text, made).kind
        for text in (NO, "no", "Never used it", "I haven't", "", "skip", "I don't know")
    ]
    assert kinds == ["denied"] * 4 + ["skipped"] * 3
    assert made == before


def test_an_answer_about_something_else_proves_nothing() -> None:
    made, before = career(), career()
    for text in (
        "At Fjord Pay I ran our Docker images in production for two years",
        "Kafka? Not really, we had RabbitMQ",
        "I know how queues work",
        "At Fjord Pay, but without Kafka",
    ):
        answer = take_answer(skill_question(), text, made)
        assert (answer.kind, answer.facts) == ("unused", ())
        assert "does not say that you have used Kafka" in answer.message
    assert made == before
    for text in ("At Fjord Pay", "yes", "I moved the card events to kafka", "Yes, though not often"):
        assert take_answer(skill_question(), text, career()).facts[0] == "Kafka"


def test_a_number_completes_the_line_or_replaces_its_wording() -> None:
    made = career()
    question = questions_for(made, report())[0]
    assert take_answer(question, "many people", made).kind == "unused"
    assert take_answer(question, "9 engineers.", made).facts == ("Ran the on-call rota (9 engineers)",)
    made = career()
    whole = "Ran the on-call rota of 9 engineers in 3 time zones."
    assert take_answer(question, whole, made).facts == (whole,)
    made.experiences[0].achievements = []
    assert take_answer(question, "9", made).kind == "unused"
