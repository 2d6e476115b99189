"""What an answer to a question proves, in the words that people use."""

import pytest

from app.domain.text.answers import Answer, take_answer
from app.domain.text.career import Career
from app.domain.text.questions import NO, Question, questions_for
from tests.domain.text.test_questions import career, keyword, report, skill_question


def number_question(line: str = "Ran the on-call rota.") -> tuple[Question, Career]:
    made = career()
    made.experiences[0].achievements = [line]
    return next(one for one in questions_for(made, report()) if one.kind == "number"), made


def numbered(answer: str, line: str = "Ran the on-call rota.") -> Answer:
    question, made = number_question(line)
    return take_answer(question, answer, made)


def test_a_choice_becomes_a_skill_and_the_candidates_own_sentence_an_achievement() -> None:
    made = career()
    outcome = take_answer(skill_question(), "Yes, at Fjord Pay", made)
    assert (outcome.kind, outcome.facts) == ("told", ("Kafka",))
    assert made.skills[-1].name == "Kafka"
    own = take_answer(skill_question(), "yes, at fjord pay I moved all card events to Kafka", made)
    assert own.facts == ("Kafka", "Moved all card events to Kafka")
    assert made.experiences[0].achievements[-1] == "Moved all card events to Kafka"
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
    assert take_answer(question, "9 engineers.", made).facts == ("Ran the on-call rota (9 engineers).",)
    made = career()
    whole = "Ran the on-call rota of 9 engineers in 3 time zones."
    assert take_answer(question, whole, made).facts == (whole,)
    made.experiences[0].achievements = []
    assert take_answer(question, "9", made).kind == "skipped"


@pytest.mark.parametrize("text", ["non", "jamais", "noch nie", "nein", "não", "nunca", "no but I learn fast", "none"])
def test_no_is_understood_in_several_languages(text: str) -> None:
    assert take_answer(skill_question(), text, career()).kind == "denied"


@pytest.mark.parametrize(
    "text",
    ["no idea", "idk", "not sure", "I don't remember", "weiß nicht", "keine Ahnung", "je ne sais pas", "não sei"],
)
def test_who_does_not_know_denies_nothing(text: str) -> None:
    assert take_answer(skill_question(), text, career()).kind == "skipped"


@pytest.mark.parametrize("text", ["sim", "oui, depuis longtemps", "ja", "a lot", "for 3 years", "I used it at home"])
def test_yes_is_understood_in_several_languages(text: str) -> None:
    assert take_answer(skill_question(), text, career()).facts == ("Kafka",)


@pytest.mark.parametrize(
    "text", ["maybe a bit", "not in production but in side projects", "I'm learning it right now", "I like dogs"]
)
def test_what_may_be_a_yes_is_asked_back_and_not_written(text: str) -> None:
    made = career()
    answer = take_answer(skill_question(), text, made)
    assert (answer.kind, made) == ("unused", career())
    assert "Say “yes” and where if you have, “no” if you have not" in answer.message


def test_who_asks_back_is_told_what_is_meant() -> None:
    for text in ("what do you mean?", "can you explain"):
        answer = take_answer(skill_question(), text, career())
        assert answer.kind == "unused"
        assert answer.message.startswith("The posting requires Kafka, and your resume does not show it. If you have it")
    assert numbered("what do you mean?").message.startswith("I mean a figure for that line")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Yes, at Fjord Pay I used it to move 12 services", "Used Kafka to move 12 services"),
        ("At Fjord Pay I've run Kafka for 14 teams", "Run Kafka for 14 teams"),
        ("I moved 3 queues to Kafka at Fjord Pay", "Moved 3 queues to Kafka"),
    ],
)
def test_a_told_deed_becomes_a_line_in_the_words_of_a_resume(text: str, line: str) -> None:
    made = career()
    assert take_answer(skill_question(), text, made).facts == ("Kafka", line)
    assert made.experiences[0].achievements[-1] == line


def test_what_is_not_written_of_a_yes_is_said() -> None:
    made = career()
    answer = take_answer(skill_question(), "Yes, at Fjord Pay I led the payments team of 4 engineers", made)
    assert answer.facts == ("Kafka",)
    assert answer.message.endswith("The rest of your answer does not name Kafka, so no line was made of it.")


def test_an_employer_is_known_without_its_place_and_its_legal_form() -> None:
    made = career()
    made.experiences[0].company = "Fjord Pay GmbH, Malmö"
    answer = take_answer(skill_question(), "at Fjord Pay", made)
    assert "(at Fjord Pay GmbH, Malmö)" in answer.message


def test_a_level_is_kept_with_the_language_and_a_certificate_is_no_line_of_a_job() -> None:
    made = career()
    german, lcsw = questions_for(
        made, report(keyword("German", category="language"), keyword("LCSW", 0.5, category="certification"))
    )[:2]
    assert take_answer(german, "Good", made).facts == ("German",)
    assert (made.skills[-1].category, made.skills[-1].proficiency) == ("language", "good")
    assert take_answer(lcsw, "Yes, at Fjord Pay I got the LCSW in two years", made).facts == ("LCSW",)
    assert made.experiences == career().experiences
    assert take_answer(lcsw, NO, made).kind == "denied"


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("about 12 a week", "Ran the on-call rota (about 12 a week)."),
        ("twice a year", "Ran the on-call rota (twice a year)."),
        ("Yes, 9 engineers", "Ran the on-call rota (9 engineers)."),
        ("I ran the on-call rota of 9 engineers", "Ran the on-call rota of 9 engineers"),
        ("At Fjord Pay I ran the rota with 9 people", "Ran the rota with 9 people"),
        ("Yes, at Fjord Pay I did this with 12 families a week", "Ran the on-call rota (12 families a week)."),
        ("I did that for two years", "Ran the on-call rota (two years)."),
    ],
)
def test_a_number_is_put_into_the_line_as_a_resume_would(answer: str, line: str) -> None:
    assert numbered(answer).facts == (line,)


@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        ("I led a team of 5", "unused", "another line than this one"),
        ("in 2017", "unused", "A year does not say how many"),
        ("many people", "unused", "There is no number in that"),
        ("no", "skipped", "the line stays as it is"),
        ("keine Ahnung", "skipped", "nothing is added"),
    ],
)
def test_what_is_no_number_for_the_line_leaves_it_alone(answer: str, kind: str, says: str) -> None:
    question, made = number_question()
    outcome = take_answer(question, answer, made)
    assert (outcome.kind, made.experiences[0].achievements) == (kind, ["Ran the on-call rota."])
    assert says in outcome.message
