"""What is said of an answer, by code alone."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app.domain.text.career import Career
from app.domain.text.interview.attempts import Attempt, compare, progress_of
from app.domain.text.interview.feedback import AnswerFeedback, Ground, assess
from app.domain.text.interview.model import CATEGORIES, AnswerOutline, InterviewQuestion, OutlinePart, QuestionPrompt
from app.domain.text.interview.rounds import categories_of, read_round
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_career

TODAY = date(2026, 11, 21)
STORY = """When I joined Fjord Pay in 2019, the payment API was slow and shops complained every week.
I was asked to find out why before the Christmas sale. I measured each call, replaced the driver with asyncpg and cut
round trips. I showed the plan to a colleague from operations, asked what could go wrong, and moved one endpoint at a
time, so that we could go back at any moment. It took me three weeks, and I wrote down what I found for the others.
As a result the p99 went from 900 ms to 140 ms, and the shops no longer called us. I learned to measure before I change
anything."""
LOOSE = """Um, basically we had various problems and we did a lot of stuff. We used Kafka. I led a team of 12 engineers
at Google and sales grew by 40 %."""


def career() -> Career:
    made = make_career()
    for group in ("experiences", "education", "projects", "skills"):
        for at, item in enumerate(getattr(made, group)):
            item.id = f"{group}{at}"
    made.id = "profile"
    return made


def question(**overrides: Any) -> InterviewQuestion:
    outline = AnswerOutline(
        situation=OutlinePart("Senior Backend Engineer at Fjord Pay", ("experiences0:title",)),
        task=OutlinePart(hint="Why was it yours to solve?"),
        action=OutlinePart("With asyncpg and fewer round trips", ("experiences0:achievements:0",)),
        result=OutlinePart("Cut the p99 from 900 ms to 140 ms", ("experiences0:achievements:0",)),
    )
    values: dict[str, Any] = {
        "id": "q1", "category": "behavioral", "question": "What is the hardest problem you solved?", "why_asked": "So.",
        "outline": outline, "evidence": ("experiences0:achievements:0",),
    }  # fmt: skip
    return InterviewQuestion(**{**values, **overrides})


def said(answer: str, denied: tuple[str, ...] = (), **overrides: Any) -> AnswerFeedback:
    posting = Posting(title="Backend Engineer", company="Harbourline", description="We need Kafka.")
    ground = Ground(career=career(), posting=posting, denied=denied, today=TODAY)
    return assess(question(**overrides), answer, ground, lexicon())


def told(feedback: AnswerFeedback) -> dict[str, bool]:
    return {one.part: one.present for one in feedback.star}


def test_a_whole_story_is_told_in_four_parts_with_their_places() -> None:
    feedback = said(STORY)
    assert told(feedback) == {"situation": True, "task": True, "action": True, "result": True}
    for finding in feedback.star:
        assert all(STORY[span.start : span.end] == span.text for span in finding.spans)
    (result, *_) = (one for one in feedback.star if one.part == "result")
    assert any("900 ms to 140 ms" in span.text for span in result.spans)
    assert feedback.score >= 90
    assert (feedback.length.verdict, feedback.fillers, feedback.unproven) == ("good", (), ())
    assert feedback.advice == ()


def test_the_score_is_the_sum_of_its_parts_and_these_can_make_a_hundred() -> None:
    for category in CATEGORIES:
        feedback = said(STORY, category=category)
        assert sum(one.maximum for one in feedback.parts) == 100
        assert abs(feedback.score - sum(one.score for one in feedback.parts)) <= 0.5
        assert all(0 <= one.score <= one.maximum for one in feedback.parts)


def test_what_the_profile_does_not_show_is_named_and_earns_nothing() -> None:
    feedback = said(LOOSE)
    assert {one.text: one.kind for one in feedback.unproven} == {
        "Kafka": "skill", "led": "verb", "12": "number", "Google": "name", "40 %": "number",
    }  # fmt: skip
    assert all(LOOSE[one.start : one.end] == one.text for one in feedback.unproven)
    assert [one.message for one in feedback.unproven if one.text == "Kafka"] == ["“Kafka” is not in your profile."]
    assert feedback.advice[0].startswith("“Kafka”, “led” and “12” are not in your profile")
    assert (told(feedback)["action"], told(feedback)["result"]) == (False, False)
    assert feedback.specificity.numbers == ()
    assert feedback.score < 30


def test_claims_beyond_the_profile_cost_points_however_good_the_story_is() -> None:
    honest = said(STORY)
    one, two = (said(f"{STORY} {claim}") for claim in ("I used Kafka there.", "I used Kafka and Terraform there."))
    assert (honest.unproven, honest.score) == ((), 100)
    proofs = [feedback.parts[-1] for feedback in (honest, one, two)]
    assert [(part.name, part.score, part.maximum) for part in proofs] == [
        ("proof", 20.0, 20.0), ("proof", 10.0, 20.0), ("proof", 5.0, 20.0),
    ]  # fmt: skip
    assert [part.explanation for part in proofs] == [
        "It claims nothing beyond your profile.",
        "Your profile does not show “Kafka”.",
        "Your profile does not show “Kafka”, “Terraform”.",
    ]
    assert honest.score > one.score > two.score
    # What is said twice is one claim.
    assert said(f"{STORY} I used Kafka there. I used Kafka again.").parts[-1] == proofs[1]


def test_who_claims_nothing_earns_no_more_for_the_truth_than_for_the_rest() -> None:
    empty = said("Well, that depends.")
    rest = sum(part.score for part in empty.parts[:-1])
    assert empty.parts[-1].score == pytest.approx(rest / 4, abs=0.06)


def test_tries_that_were_marked_by_other_rules_have_no_parts_to_compare() -> None:
    story, loose = said(STORY), said(LOOSE)
    old = replace(loose, parts=tuple(replace(part, maximum=part.maximum + 5) for part in loose.parts[:-1]))
    lines = [line.split(":")[0] for line in compare(old, story).better]
    assert not {"Specificity", "Relevance", "Length", "Fluency", "Proof"} & set(lines)


def test_a_true_figure_under_the_wrong_job_is_not_borne_out() -> None:
    right = said("At Kelp Labs I built the import of 2.3 million product records in Python.")
    wrong = said("At Fjord Pay I built the import of 2.3 million product records in Python.")
    assert right.unproven == ()
    assert [one.text for one in wrong.unproven] == ["2.3 million"]


@pytest.mark.parametrize(
    "answer",
    [
        "I have not used Kafka yet, but I would begin with its documentation.",
        "If I had to lead a team of 12, I would ask each of them first.",
        "In 2020 I moved 14 services to a queue, on a Monday in March, with Anna from operations.",
        "I sat down with two colleagues for three weeks.",
        "Swedish is my native language, and I work with Python and PostgreSQL.",
    ],
)
def test_what_claims_nothing_beyond_the_profile_is_left_alone(answer: str) -> None:
    assert said(answer).unproven == ()


def test_plans_and_pay_are_no_claims_about_the_past() -> None:
    start: dict[str, Any] = {"category": "company", "question": "When could you start?"}
    assert said("I could start on 1 March 2027 and expect 80,000 EUR.", **start).unproven == ()
    assert [one.text for one in said("I have 15 years of experience.", **start).unproven] == ["15 years"]


def test_a_denied_skill_is_not_to_be_claimed() -> None:
    (claim,) = said("I used Kafka at Fjord Pay.", denied=("Kafka",)).unproven
    assert claim.message == "You have said that you have not used Kafka; do not claim it."


def test_explaining_how_something_works_claims_nothing() -> None:
    answer = "Kafka keeps order within a partition, so the key decides. A consumer group reads each partition once."
    feedback = said(answer, category="technical", points=("partition", "key", "no global order"), keyword="Kafka")
    assert feedback.unproven == ()
    assert (
        feedback.relevance.covered == ("partition", "key", "no global order")[:2] or "key" in feedback.relevance.covered
    )
    assert [one.name for one in feedback.parts] == ["example", "specificity", "relevance", "length", "fluency", "proof"]
    assert any(line.startswith("Add an example of yours: your profile says") for line in feedback.advice)


def test_a_technical_answer_is_held_to_the_points_of_a_good_one() -> None:
    points = ("combined index", "column order", "query plan")
    feedback = said("I would try more memory.", category="technical", points=points)
    assert (feedback.relevance.share, feedback.relevance.missed) == (0.0, points)
    assert (
        "Say something on combined index, column order and query plan: that is what they asked about."
        in feedback.advice
    )


def test_an_answer_beside_the_question_is_not_relevant() -> None:
    claim: dict[str, Any] = {
        "prompted_by": QuestionPrompt("document", "Moved 14 services from cron jobs to a queue on RabbitMQ.")
    }
    asked = "You write: “Moved 14 services from cron jobs to a queue on RabbitMQ.” What went wrong on the way?"
    on = said(
        "I moved the services one by one to RabbitMQ, and the queue of the first one ran full.", question=asked, **claim
    )
    beside = said("I like to cook, and my garden is full of apples in autumn.", question=asked, **claim)
    assert (on.relevance.share, beside.relevance.share) == (1.0, 0.0)
    assert "RabbitMQ" in beside.relevance.missed


def test_fillers_vague_words_and_we_are_found_where_they_stand() -> None:
    feedback = said(LOOSE)
    assert [span.text.lower() for span in feedback.fillers] == ["um", "basically"]
    assert [span.text.lower() for span in feedback.specificity.vague] == ["various", "a lot of", "stuff"]
    assert (feedback.specificity.we, feedback.specificity.first_person) == (3, 1)
    assert any("“We” 3×, “I” 1×" in line for line in feedback.advice)


def test_the_outline_for_the_next_try_keeps_what_was_told_well() -> None:
    outline = said(LOOSE).outline
    assert (outline.situation.origin, outline.situation.text) == ("profile", "Senior Backend Engineer at Fjord Pay")
    assert (outline.task.origin, outline.task.text) == ("hint", "Why was it yours to solve?")
    assert (outline.result.origin, outline.result.fact_ids) == ("profile", ("experiences0:achievements:0",))
    kept = said(STORY).outline
    assert {kept.situation.origin, kept.task.origin, kept.action.origin, kept.result.origin} == {"answer"}
    assert kept.task.text == "I was asked to find out why before the Christmas sale."


def test_a_missing_part_is_asked_for_with_what_the_profile_tells_of_it() -> None:
    feedback = said("At Fjord Pay the payment API was slow. I had to find out why. I measured each call.")
    assert "The result is missing; your profile says: “Cut the p99 from 900 ms to 140 ms”" in feedback.advice
    assert feedback.length.verdict == "short"


def test_an_answer_too_long_is_to_be_cut() -> None:
    feedback = said(" ".join([STORY] * 4))
    assert feedback.length.verdict == "long"
    assert any("Cut it to 300 words" in line for line in feedback.advice)


@pytest.mark.parametrize("answer", ["…", "I", "?" * 4000, "\n\n", "a " * 5000, "İstanbul " * 50, "🙂 🙂"])
def test_any_text_gets_an_answer(answer: str) -> None:
    feedback = said(answer)
    assert 0 <= feedback.score <= 100
    for span in (*feedback.fillers, *feedback.specificity.numbers, *feedback.specificity.vague):
        assert answer[span.start : span.end] == span.text


def test_the_same_answer_gets_the_same_feedback() -> None:
    assert said(STORY) == said(STORY)


def test_a_second_try_is_compared_with_the_first() -> None:
    first, second = said(LOOSE), said(STORY)
    up, down = compare(first, second), compare(second, first)
    assert up.score_change == second.score - first.score == -down.score_change
    assert {"The task is there now.", "The action is there now.", "The result is there now."} <= set(up.better)
    assert "It no longer claims what your profile does not show." in up.better
    assert any(line.startswith("Fluency: +") for line in up.better)
    assert up.worse == ()
    assert "The result is gone." in down.worse
    assert "New: “Kafka” is not in your profile." in down.worse
    assert compare(first, first).better == compare(first, first).worse == ()


def test_progress_counts_what_is_answered_ready_and_next() -> None:
    questions = [
        question(id="q1"),
        question(id="q2", category="technical"),
        question(id="q3"),
        question(id="q4", category="gap"),
    ]

    def at(minutes: int) -> datetime:
        return NOON + timedelta(minutes=minutes)

    progress = progress_of(
        questions,
        [Attempt("q1", 40, at(0)), Attempt("q1", 80, at(1)), Attempt("q2", 55, at(2)), Attempt("gone", 99, at(3))],
    )
    assert (progress.percent, progress.questions_total, progress.questions_answered, progress.questions_ready) == (
        25,
        4,
        2,
        1,
    )
    assert (progress.attempts, progress.average, progress.improved) == (4, 68, ("q1",))
    assert progress.next_questions == ("q3", "q4", "q2")
    assert progress.last_practised_at == at(3)
    by_name = {one.category: one for one in progress.categories}
    assert (by_name["behavioral"].total, by_name["behavioral"].answered, by_name["behavioral"].average) == (2, 1, 80)
    assert (by_name["company"].total, by_name["company"].average) == (0, None)
    assert progress_of([], []).percent == 0
    assert replace(questions[0], id="q9").id == "q9"


def test_a_question_is_ready_only_with_an_answer_that_claims_nothing_unproven() -> None:
    questions = [question(id=f"q{number}") for number in range(1, 4)]
    progress = progress_of(
        questions,
        [
            Attempt("q1", 90, NOON, has_unproven=True),
            Attempt("q2", 70, NOON),
            Attempt("q2", 85, NOON, has_unproven=True),
            Attempt("q3", 69, NOON),
        ],
    )
    assert (progress.questions_ready, progress.percent) == (1, 33)
    assert progress.next_questions == ("q3", "q1")


@pytest.mark.parametrize(
    ("name", "categories"),
    [
        ("Phone screen with HR", ("behavioral", "company", "gap")),
        ("Coding interview", ("technical", "role", "gap")),
        ("behavioral", ("behavioral",)),
        ("Meet the team", ("behavioral", "technical")),
        ("Coffee", CATEGORIES),
    ],
)
def test_a_round_asks_what_its_name_says(name: str, categories: tuple[str, ...]) -> None:
    assert read_round(name).categories == categories


def test_rounds_together_ask_what_any_of_them_does() -> None:
    assert categories_of([read_round("technical"), read_round("values")]) == {"technical", "role", "gap", "behavioral"}
    assert categories_of([]) == set(CATEGORIES)


def test_what_is_no_story_from_work_is_not_on_the_point_however_long() -> None:
    garden = "My hobby is gardening. Last summer there were many kinds of tomatoes. I like the sea and the choir. " * 3
    feedback = said(garden, prompted_by=QuestionPrompt("common", "problem"))
    assert feedback.relevance.share == 0
    grown = "My hobby is gardening. Last summer I grew 14 kinds of tomatoes and sang with 30 people at the market. " * 3
    assert said(grown, prompted_by=QuestionPrompt("common", "problem")).relevance.share == 0
    assert feedback.advice[0].startswith("It does not answer the question yet: tell one story from your work")
    assert said(STORY, prompted_by=QuestionPrompt("common", "problem")).relevance.share == 1


GERMAN = """Damals lief die Abrechnung bei Fjord Pay noch als ein System. Ich sollte sie teilen. Zuerst habe
ich die Dienste aufgeschrieben und die Reihenfolge festgelegt. Am Ende lief jeder Dienst für sich."""
FRENCH = """À l'époque, chez Fjord Pay, tout tournait sur un seul serveur. Je devais le remplacer. J'ai mesuré chaque
appel et j'ai écrit un plan. À la fin, plus aucune boutique n'appelait."""


@pytest.mark.parametrize("story", [GERMAN, FRENCH])
def test_a_story_in_german_or_french_is_read_as_one(story: str) -> None:
    feedback = said(story)
    assert told(feedback) == dict.fromkeys(("situation", "task", "action", "result"), True)
    assert (feedback.specificity.first_person >= 2, feedback.specificity.we) == (True, 0)


def test_whom_somebody_calls_and_what_they_do_not_have_is_no_claim() -> None:
    assert (
        said("First I look whether the doctor has a reason. Then I call the doctor and say which dose I see.").unproven
        == ()
    )
    assert said("I do not have the PMP. I work at Fjord Pay.", category="gap").unproven == ()
    assert said("I was the Chief Nursing Officer at Fjord Pay.").unproven != ()


def test_a_good_figure_answers_a_question_about_pay() -> None:
    feedback = said(
        "I looked at what the role earns in Malmö. With seven years on payment systems I aim for 62,000 euros, and "
        "below 55,000 I would say no.",
        category="company",
        question="The posting names 50,000 - 70,000. Where do you see yourself in that range?",
    )
    assert feedback.score > 80


def test_vague_words_are_asked_about_in_good_grammar() -> None:
    feedback = said(STORY.replace("each call", "various things"))
    assert "Say what you mean by “various” and “things”." in feedback.advice
