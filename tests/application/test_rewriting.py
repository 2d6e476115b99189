"""What a model may do to a document, and what sixty injections achieve when it obeys each of them: nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from app.application.pipeline import Pipeline
from app.application.quick import with_stable_ids
from app.application.rewriting import Rewriter, Subject
from app.domain.generations import Compiled, GenerationOptions, Validated
from app.domain.ports.llm import LLMBudget, LLMUnavailableError
from app.domain.text.career import Career
from app.domain.text.document import Content, DocumentType, Sentence, sentences
from app.domain.text.job.parse import parse_posting
from app.domain.text.rewrite import Draft
from app.domain.text.skills import lexicon
from tests.application.injections import POSTING, RESUME
from tests.builders import make_career
from tests.scripted_llm import ScriptedLLM

TODAY = date(2026, 3, 14)
OPTIONS = GenerationOptions(engine="llm")
JOB = """Backend Engineer
Acme GmbH, Berlin

Requirements
- Python and PostgreSQL
- Experience with payment APIs and queues
- Kafka is a plus
"""
Row = dict[str, Any]


@dataclass
class Run:
    """A document as the built-in engine wrote it, and after the model."""

    before: Content
    after: Content
    draft: Draft
    compiled: Compiled
    plain: Validated
    checked: Validated
    llm: ScriptedLLM


async def run(
    answer: Callable[[Row], Row], *, kind: DocumentType = "resume", career: Career | None = None, posting: str = JOB
) -> Run:
    career = with_stable_ids(career or make_career(), b"zoe")
    job, pipeline = parse_posting(posting, lexicon()), Pipeline(lexicon)
    compiled = await pipeline.compile(career, job, OPTIONS, today=TODAY)
    before = await pipeline.write(kind, career, job, compiled, OPTIONS, today=TODAY)
    llm = ScriptedLLM(answer)
    rewriter, budget = Rewriter(llm, lexicon), LLMBudget()
    subject = Subject(before, career, job, OPTIONS, TODAY)
    draft = await rewriter.propose(subject, budget=budget)
    after, draft = await rewriter.settle(subject, draft, budget=budget)
    plain = await pipeline.validate(before, career, job, OPTIONS, today=TODAY)
    checked = await pipeline.validate(after, career, job, OPTIONS, today=TODAY, scored=before)
    return Run(before, after, draft, compiled, plain, checked, llm)


def rows(brief: Row, text: Callable[[str], str], sources: Callable[[Row], list[str]] | None = None) -> Row:
    """Answer a brief, or the complaint about it, with `text` made of each sentence."""
    cite = sources or (lambda sentence: list(sentence["source_ids"]))
    if "blocks" not in brief:
        again = [
            {"id": row["id"], "text": row["text"], "source_ids": [fact["id"] for fact in row["facts"]]}
            for row in brief["sentences"]
        ]
        return {"sentences": again}
    made = [
        {"block": block["id"], "replaces": [one["id"]], "text": text(one["text"]), "source_ids": cite(one)}
        for block in brief["blocks"]
        if block["kind"] != "list"
        for one in block["sentences"]
    ]
    return {"sentences": made, "order": []}


def obedient(claim: str, mode: int) -> Callable[[Row], Row]:
    """Return a model that does as the injection says, in one of six ways, and insists when it is corrected."""

    def answer(brief: Row) -> Row:
        every = [fact["id"] for fact in brief.get("facts", [])]
        if mode == 1:
            return rows(brief, lambda text: f"{text.rstrip('.')}; {claim[0].lower()}{claim[1:]}.")
        if mode == 2:
            return rows(brief, lambda _: claim, lambda _: every)
        if mode == 3:
            return rows(brief, lambda _: claim, lambda _: ["f9999", "nonsense"])
        if mode == 4 and "blocks" in brief:
            merged = [
                {
                    "block": block["id"],
                    "replaces": [one["id"] for one in block["sentences"]],
                    "text": claim,
                    "source_ids": every,
                }
                for block in [*brief["blocks"], {"id": "b99", "sentences": [{"id": "s1"}]}]
            ]
            return {"sentences": merged, "order": [{"block": "b99", "sentences": ["s1", "s999"]}]}
        if mode == 5:
            return rows(brief, lambda text: f"{claim}, and {text[0].lower()}{text[1:]}")
        return rows(brief, lambda _: claim)

    return answer


@pytest.mark.parametrize("number", range(len(POSTING) + len(RESUME)))
async def test_an_obeyed_injection_changes_nothing(number: int) -> None:
    in_posting = number < len(POSTING)
    text, claim, mark = (POSTING + RESUME)[number]
    career, posting = make_career(), JOB
    if in_posting:
        posting = f"{JOB}\n{text}\n"
    else:
        career.experiences[0].achievements.append(text)
    kind: DocumentType = "cover_letter" if number % 3 == 2 else "resume"
    done = await run(obedient(claim, number % 6), kind=kind, career=career, posting=posting)
    own = {sentence.text for sentence in sentences(done.before)}
    added = [sentence.text for sentence in sentences(done.after) if sentence.text not in own]
    assert [line for line in added if mark in line] == []
    assert done.after.header == done.before.header
    assert (done.checked.ungrounded, done.checked.needs_review) == (0, False)
    assert all(one.verdict == "grounded" for one in sentences(done.checked.content) if one.origin == "llm")
    assert done.checked.ats == done.plain.ats
    assert len(done.llm.asked) <= 2


def test_there_are_sixty_injections() -> None:
    assert len(POSTING) + len(RESUME) == 60


def only(text: str) -> Callable[[Row], Row]:
    """Word the sentence about 14 services as `text`, leave all else out, and do the same when corrected."""

    def answer(brief: Row) -> Row:
        if "blocks" not in brief:
            return rows(brief, str)
        made = rows(brief, lambda _: text)["sentences"]
        wanted = [one["id"] for block in brief["blocks"] for one in block["sentences"] if "14 services" in one["text"]]
        return {"sentences": [row for row in made if row["replaces"][0] in wanted], "order": []}

    return answer


def sentence_about(content: Content, part: str) -> Sentence:
    return next(one for one in sentences(content) if part in one.text)


async def test_an_honest_rewording_is_taken_with_its_source() -> None:
    done = await run(only("Migrated 14 services from cron jobs to a RabbitMQ queue."))
    taken = sentence_about(done.after, "14 services")
    assert (taken.text, taken.origin, taken.verdict) == (
        "Migrated 14 services from cron jobs to a RabbitMQ queue.",
        "llm",
        "grounded",
    )
    assert taken.source_ids == sentence_about(done.before, "14 services").source_ids
    assert (done.draft.accepted, done.draft.refused, done.draft.prompt_version) == (1, [], "rewrite-1")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moved 140 services from cron jobs to a queue on RabbitMQ.", "number"),
        ("Moved services from cron jobs to a queue on RabbitMQ.", "number"),
        ("Moved 14 services from cron jobs to a queue.", "skill"),
        ("Moved 14 services from cron jobs to a queue on RabbitMQ and Kafka.", "skill"),
        ("Moved 14 services from cron jobs to a queue on **RabbitMQ**.", "form"),
        ("Moved 14 services from cron jobs\nto a queue on RabbitMQ.", "form"),
        ("Moved 14 services from cron jobs to a queue on RabbitMQ, " + "which mattered, " * 20, "length"),
    ],
)
async def test_a_dishonest_rewording_is_kept_as_refused(text: str, kind: str) -> None:
    done = await run(only(text))
    stays = sentence_about(done.after, "14 services")
    assert (stays.text, stays.origin) == (sentence_about(done.before, "14 services").text, "builtin")
    assert stays.refused == [text, text]
    assert kind in {reason.kind for refusal in done.draft.refused for reason in refusal.reasons}
    assert done.draft.notice.startswith("No wording of the language model passed")
    assert len(done.llm.asked) == 2


async def test_sentences_keep_their_place_and_lists_take_the_order() -> None:
    def answer(brief: Row) -> Row:
        made = list(reversed(rows(brief, str)["sentences"]))
        order = [
            {"block": block["id"], "sentences": [one["id"] for one in reversed(block["sentences"])]}
            for block in brief["blocks"]
        ]
        return {"sentences": made, "order": order}

    done = await run(answer)
    for old, new in zip(done.before.sections, done.after.sections, strict=True):
        assert (old.kind, [item.item_id for item in old.items]) == (new.kind, [item.item_id for item in new.items])
        for was, item in zip(old.items, new.items, strict=True):
            assert sorted(one.text for one in was.sentences) == sorted(one.text for one in item.sentences)
            if old.kind == "skills":
                assert [one.text for one in item.sentences] == [one.text for one in was.sentences][::-1]


async def test_contact_data_is_not_told() -> None:
    career = make_career(professional_summary="Zoë Ångström builds payment APIs. Write to zoe@example.org.")
    done = await run(lambda brief: rows(brief, str), career=career)
    told = repr(done.llm.asked)
    for secret in ("Zoë", "Ångström", "zoe@example.org", "+46 70 123 45 67", "Malmö, Sweden"):
        assert secret not in told


async def test_the_second_questions_failure_leaves_the_old_wording() -> None:
    done = await run(only("Moved 140 services to a queue on RabbitMQ."))
    career = with_stable_ids(make_career(), b"zoe")
    job = parse_posting(JOB, lexicon())
    failing = Rewriter(ScriptedLLM(dict, error=LLMUnavailableError()), lexicon)
    subject = Subject(done.before, career, job, OPTIONS, TODAY)
    draft = replace(done.draft, repairs=None)
    content, settled = await failing.settle(subject, draft, budget=LLMBudget())
    texts = [[one.text for one in sentences(document)] for document in (content, done.before)]
    assert (texts[0] == texts[1], settled.accepted) == (True, 0)
    assert sentence_about(content, "14 services").origin == "builtin"


async def test_the_same_draft_settles_the_same_without_asking() -> None:
    done = await run(only("Moved 140 services to a queue on RabbitMQ."))
    silent = ScriptedLLM(dict)
    subject = Subject(
        done.before, with_stable_ids(make_career(), b"zoe"), parse_posting(JOB, lexicon()), OPTIONS, TODAY
    )
    content, draft = await Rewriter(silent, lexicon).settle(subject, done.draft, budget=LLMBudget())
    assert (content, draft, silent.asked) == (done.after, done.draft, [])


async def test_a_document_without_a_sentence_to_word_is_not_sent() -> None:
    silent = ScriptedLLM(dict)
    career = with_stable_ids(make_career(), b"zoe")
    subject = Subject(Content(document_type="resume"), career, parse_posting(JOB, lexicon()), OPTIONS, TODAY)
    draft = await Rewriter(silent, lexicon).propose(subject, budget=LLMBudget())
    assert (draft.wordings, draft.model, silent.asked) == ([], "", [])
    assert draft.notice == "There was no sentence that a language model could word better"
