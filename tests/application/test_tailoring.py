"""Tailoring sessions over the fakes: what is asked, written and talked about, and how a session ends early."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.metering import LLMMeter
from app.application.pipeline import Pipeline
from app.application.rewriting import Rewriter
from app.application.tailoring.events import TailoringWatcher, topic
from app.application.tailoring.runner import TailoringRunner
from app.application.tailoring.service import TASK_KIND, TailoringService
from app.application.tailoring.wording import ChatWriter
from app.domain.documents import Document
from app.domain.errors import ConflictError, ForbiddenError, NotFoundError, UnavailableError, UnprocessableError
from app.domain.ids import uuid7
from app.domain.jobs import Job
from app.domain.pagination import PageRequest
from app.domain.ports.events import Event
from app.domain.ports.job_pages import ExtractionFailedError
from app.domain.tailoring import NoSuchQuestionError, SessionEndedError, TailoringMessage, TailoringSession
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.career import Skill
from app.domain.text.chat.edits import pages_taken
from app.domain.text.chat.telling import explain
from app.domain.text.document import sentences
from app.domain.text.job import parse_posting
from app.domain.text.skills import lexicon
from app.infrastructure.events import InProcessEventBus
from tests.builders import NOON, make_career, make_content, make_job, make_profile, make_resume, make_user
from tests.fakes import FakeTaskQueue, FakeUnitOfWorkFactory
from tests.scripted_llm import ScriptedLLM

OWNER, STRANGER = uuid7(), uuid7()
POSTING = "Backend Engineer\n\nRequirements\n- Python and PostgreSQL\n- Kafka\n\nNice to have\n- payment APIs\n"
KAFKA = "skill:Kafka"


class World:
    """The service and the worker's side, with a profile and a resume."""

    def __init__(self) -> None:
        self.units, self.queue, self.bus = FakeUnitOfWorkFactory(), FakeTaskQueue(), InProcessEventBus()
        self.unit = self.units.unit
        self.trouble: Exception | None = None
        self.service = TailoringService(self.units, self.queue, self.bus, clock=lambda: NOON)
        self.use(Pipeline(lexicon))
        self.profile, self.resume = make_profile(OWNER, is_active=True), make_resume(OWNER)

    def use(self, pipeline: Pipeline, chat_writer: ChatWriter | None = None) -> None:
        """Let the worker write with these."""
        self.runner = TailoringRunner(self.units, pipeline, self.read_job, self.bus, chat_writer, clock=lambda: NOON)

    async def fill(self) -> "World":
        await self.unit.profiles.save(self.profile)
        await self.unit.resumes.save(self.resume)
        return self

    async def read_job(self, *, job_url: str | None, job_text: str | None, owner_id: UUID) -> Job:
        if self.trouble is not None:
            raise self.trouble
        job = make_job(owner_id, job_url=job_url)
        job.set_text(parse_posting(job_text or POSTING, lexicon()), raw_text=job_text or "")
        return job

    async def start(self, **overrides: Any) -> TailoringSession:
        values: dict[str, Any] = {
            "resume_id": None, "profile_id": self.profile.id, "job_id": None, "job_url": None, "job_text": POSTING,
            "owner_id": OWNER,
        }  # fmt: skip
        return await self.service.start(**{**values, **overrides})

    async def claim(self) -> tuple[Task, Lease] | None:
        task = await self.unit.tasks.claim(owner="w", now=NOON, lease=timedelta(seconds=9), kinds=(TASK_KIND,))
        return (task, Lease(task.id, task.fence)) if task else None

    async def work(self) -> None:
        """Do all that is due."""
        while claimed := await self.claim():
            await self.runner.run(*claimed)
            await self.unit.tasks.finish(claimed[1], status="done")

    async def get(self, session: TailoringSession) -> TailoringSession:
        return (await self.service.get(session.id, owner_id=OWNER))[0]

    async def said(self, session: TailoringSession) -> list[TailoringMessage]:
        return (await self.service.get(session.id, owner_id=OWNER))[1]

    async def say(self, session: TailoringSession, text: str) -> str:
        """Say something, let the worker answer, and return the answer."""
        await self.service.chat(session.id, text, owner_id=OWNER)
        await self.work()
        return str((await self.said(session))[-1].data["message"])

    async def document(self, session: TailoringSession) -> Document:
        """Return the session's document as it is now."""
        kept = await self.get(session)
        assert kept.document_id is not None
        return await self.unit.documents.get(kept.document_id, owner_id=OWNER)

    async def finished(self) -> TailoringSession:
        """Return a session whose document is written."""
        session = await self.start()
        await self.work()
        await self.service.answer(session.id, KAFKA, "skip", owner_id=OWNER)
        await self.work()
        done = await self.get(session)
        assert done.status == "completed"
        return done


@pytest.fixture
async def world() -> World:
    return await World().fill()


async def test_a_session_reads_asks_and_writes(world: World) -> None:
    session = await world.start()
    assert (session.status, len(world.queue.told)) == ("pending", 1)
    await world.work()
    waiting = await world.get(session)
    assert (waiting.status, waiting.question.id if waiting.question else "") == ("waiting_for_input", KAFKA)
    await world.service.answer(session.id, KAFKA, "Yes, at Fjord Pay", owner_id=OWNER)
    await world.work()
    done = await world.get(session)
    assert (done.status, done.progress, [fact.text for fact in done.facts]) == ("completed", 100, ["Kafka"])
    document = world.unit.documents.rows[done.document_id or uuid7()]
    assert any("Kafka" in sentence.text for sentence in sentences(document.content))
    profile = world.unit.profiles.rows[world.profile.id]
    assert ("Kafka" in {skill.name for skill in profile.skills}, profile.version) == (True, 2)
    said = await world.said(session)
    assert [message.seq for message in said] == list(range(1, done.last_seq + 1))
    assert said[-1].data["document_id"] == str(done.document_id)


async def test_a_resume_becomes_a_profile_and_the_first_one_is_active(world: World) -> None:
    world.unit.profiles.rows.clear()
    session = await world.start(profile_id=None, resume_id=world.resume.id)
    await world.work()
    (profile,) = world.unit.profiles.rows.values()
    assert ((await world.get(session)).profile_id, profile.is_active) == (profile.id, True)
    assert [kept.version for kept in world.unit.profiles.versions[profile.id]] == [1]


async def test_a_scan_ends_the_session_and_makes_no_profile(world: World) -> None:
    scan = make_resume(OWNER, status="needs_ocr")
    await world.unit.resumes.save(scan)
    session = await world.start(profile_id=None, resume_id=scan.id)
    await world.work()
    ended = await world.get(session)
    assert (ended.status, "No text could be read" in (ended.error_message or "")) == ("failed", True)
    assert list(world.unit.profiles.rows) == [world.profile.id]


async def test_a_resume_that_was_deleted_meanwhile_ends_the_session_at_once(world: World) -> None:
    session = await world.start(profile_id=None, resume_id=world.resume.id)
    await world.unit.resumes.delete(world.resume.id, owner_id=OWNER)
    await world.work()
    ended = await world.get(session)
    assert (ended.status, ended.error_message) == ("failed", "The resume of this session is gone")
    assert (await world.said(session))[-1].data["code"] == "unprocessable"


async def test_a_known_job_is_not_read_again(world: World) -> None:
    world.trouble = AssertionError("nothing is to be read")
    job = make_job(OWNER)
    await world.unit.jobs.save(job)
    session = await world.start(job_id=job.id, job_text=None)
    await world.work()
    assert ((await world.get(session)).job_id, len(world.unit.jobs.rows)) == (job.id, 1)


async def test_a_posting_that_cannot_be_read_ends_the_session_with_the_reason(world: World) -> None:
    world.trouble = ExtractionFailedError("Nothing there")
    session = await world.start(job_text=None, job_url="https://example.org/1")
    await world.work()
    ended = await world.get(session)
    assert (ended.status, ended.error_message, world.unit.jobs.rows) == ("failed", "Nothing there", {})


async def test_an_outage_is_tried_again_where_it_stopped(world: World) -> None:
    world.trouble = UnavailableError()
    session = await world.start()
    claimed = await world.claim()
    assert claimed is not None
    with pytest.raises(UnavailableError):
        await world.runner.run(*claimed)
    assert (await world.get(session)).status == "scraping"
    world.trouble = None
    await world.runner.run(*claimed)
    assert (await world.get(session)).status == "waiting_for_input"


async def test_one_that_was_tried_too_often_fails(world: World) -> None:
    session = await world.start()
    claimed = await world.claim()
    assert claimed is not None
    await world.runner.on_parked(claimed[0], "no luck")
    ended = await world.get(session)
    assert (ended.status, "several attempts" in (ended.error_message or "")) == ("failed", True)


async def test_a_worker_that_was_overtaken_writes_nothing(world: World) -> None:
    session = await world.start()
    claimed = await world.claim()
    assert claimed is not None
    with pytest.raises(LeaseLostError):
        await world.runner.run(claimed[0], Lease(claimed[0].id, 7))
    assert (await world.get(session)).status == "pending"


async def test_what_is_said_while_the_worker_thinks_is_not_lost(world: World) -> None:
    session = await world.finished()
    first = True

    class Interrupted(Pipeline):
        async def compile(self, *args: Any, **options: Any) -> Any:
            nonlocal first
            if first:
                first = False
                await world.service.chat(session.id, "undo", owner_id=OWNER)
            return await super().compile(*args, **options)

    world.use(Interrupted(lexicon))
    await world.service.chat(session.id, "shorter", owner_id=OWNER)
    await world.work()
    done = await world.get(session)
    assert (done.handled_seq > session.last_seq, first) == (True, False)
    answers = [one.data["message"] for one in await world.said(session) if one.data.get("role") == "assistant"]
    assert len(answers) == 3


async def test_no_is_kept_and_never_asked_again(world: World) -> None:
    session = await world.start()
    await world.work()
    await world.service.answer(session.id, KAFKA, "No, I have not", owner_id=OWNER)
    await world.work()
    assert await world.unit.tailoring.denied(world.profile.id) == ["Kafka"]
    again = await world.start()
    await world.work()
    assert ((await world.get(again)).status, world.unit.profiles.rows[world.profile.id].version) == ("completed", 1)


async def test_questions_are_asked_one_after_another(world: World) -> None:
    for job in world.profile.experiences:
        job.achievements = ["Moved services to a queue."]
    await world.unit.profiles.save(world.profile)
    session = await world.start()
    await world.work()
    asked = []
    while (question := (await world.get(session)).question) is not None:
        asked.append(question.id)
        answer = "Yes" if question.kind == "skill" else "14 services"
        await world.service.answer(session.id, question.id, answer, owner_id=OWNER)
    assert (asked[0], len(asked), (await world.get(session)).status) == (KAFKA, 3, "tailoring")
    assert [one.data["questions_left"] for one in await world.said(session) if "questions_left" in one.data] == [
        3,
        2,
        1,
    ]


async def test_an_answer_of_no_use_is_explained_and_asked_once_more(world: World) -> None:
    session = await world.start()
    await world.work()
    for tries in (1, 2):
        await world.service.answer(session.id, KAFKA, "maybe a bit", owner_id=OWNER)
        question = (await world.get(session)).question
        assert (question.id if question else None) == (KAFKA if tries == 1 else None)
    said = await world.said(session)
    assert [one.data["question_id"] for one in said if one.type == "human_input_required"] == [KAFKA, KAFKA]
    assert [one.data["questions_left"] for one in said if one.type == "human_input_required"] == [1, 1]
    assert (await world.get(session)).status == "tailoring"


async def test_only_the_open_question_takes_an_answer(world: World) -> None:
    session = await world.start()
    with pytest.raises(NoSuchQuestionError):
        await world.service.answer(session.id, KAFKA, "Yes", owner_id=OWNER)
    await world.work()
    with pytest.raises(NoSuchQuestionError):
        await world.service.answer(session.id, "skill:Cobol", "Yes", owner_id=OWNER)
    world.unit.profiles.rows.clear()
    world.unit.tailoring.rows[session.id].profile_id = None
    with pytest.raises(UnprocessableError):
        await world.service.answer(session.id, KAFKA, "Yes", owner_id=OWNER)


async def test_a_wish_makes_a_version_and_undo_takes_it_back(world: World) -> None:
    session = await world.finished()
    before = world.unit.documents.rows[session.document_id or uuid7()].content
    assert await world.say(session, "undo") == "There is nothing to undo."
    assert (await world.say(session, "drop tidemark")).startswith("Done: ")
    assert (await world.say(session, "drop tidemark")) == (
        "Nothing in this resume speaks of “tidemark”, so nothing is taken out."
    )
    assert (await world.say(session, "undo")).startswith("Undone: ")
    document = world.unit.documents.rows[session.document_id or uuid7()]
    assert (document.version_number, document.content) == (3, before)
    notes = [version.note for _, version in sorted(world.unit.documents.versions.items())]
    assert notes == ["tailored", "asked for in chat", "undone"]


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("use the modern template", "Done: in the Modern template now. This is version 2."),
        ("use another layout", "There are 8 templates: Modern ("),
        ("hello", "Hello! Tell me what to change"),
        ("why did you write cut the p99?", "“Cut the p99"),
        ("why did you write about cobol dinosaurs?", "Which line do you mean? Quote a few words"),
        ("what is missing?", "The posting asks for these, and your profile does not show them: Kafka."),
    ],
)
async def test_what_is_said_is_answered(world: World, message: str, answer: str) -> None:
    session = await world.finished()
    assert (await world.say(session, message)).startswith(answer)


async def test_a_profile_that_shows_everything_misses_nothing(world: World) -> None:
    session = await world.finished()
    world.profile.set_facts(make_career(skills=[Skill(name=name) for name in ("Python", "PostgreSQL", "Kafka")]))
    await world.unit.profiles.save(world.profile)
    assert await world.say(session, "what is missing?") == "Nothing: your profile shows every keyword of the posting."


async def test_wishes_before_the_document_are_kept_for_it(world: World) -> None:
    session = await world.start()
    await world.work()
    assert await world.say(session, "drop tidemark") == "Noted; I will write it that way."
    assert await world.say(session, "use the modern template") == "Noted; I will use the Modern template."
    assert (await world.say(session, "hello")).endswith("A question is open: answer it in its own field, or skip it.")
    assert (await world.say(session, "undo")).startswith("There is no document yet")
    await world.service.answer(session.id, KAFKA, "skip", owner_id=OWNER)
    await world.work()
    document = world.unit.documents.rows[(await world.get(session)).document_id or uuid7()]
    assert (document.template, "tidemark" in document.content_text) == ("modern", False)


async def test_a_deleted_document_is_not_talked_about(world: World) -> None:
    session = await world.finished()
    await world.unit.documents.delete(session.document_id or uuid7(), owner_id=OWNER)
    assert (await world.say(session, "shorter")).startswith("The document of this session was deleted")


async def test_a_deleted_profile_ends_the_talk(world: World) -> None:
    session = await world.finished()
    await world.unit.profiles.delete(world.profile.id, owner_id=OWNER)
    assert await world.say(session, "shorter") == "The profile or the job of this session was deleted"
    assert (await world.get(session)).status == "failed"


async def test_a_stopped_session_takes_nothing_more_and_keeps_the_document(world: World) -> None:
    session = await world.finished()
    for _ in range(2):
        assert (await world.service.stop(session.id, owner_id=OWNER)).status == "stopped"
    assert [one.type for one in await world.said(session)].count("stopped") == 1
    with pytest.raises(SessionEndedError):
        await world.service.chat(session.id, "shorter", owner_id=OWNER)
    with pytest.raises(ConflictError):
        await world.service.answer(session.id, KAFKA, "Yes", owner_id=OWNER)
    assert len(world.unit.documents.rows) == 1


async def test_stopping_takes_the_work_from_the_worker(world: World) -> None:
    session = await world.start()
    claimed = await world.claim()
    assert claimed is not None
    await world.service.stop(session.id, owner_id=OWNER)
    await world.runner.run(*claimed)
    assert ((await world.get(session)).status, world.unit.tasks.rows) == ("stopped", {})


async def test_what_a_session_is_about_must_be_given_and_ones_own(world: World) -> None:
    theirs, job = make_profile(STRANGER), make_job(STRANGER)
    await world.unit.profiles.save(theirs)
    await world.unit.jobs.save(job)
    for overrides, error in (
        ({"profile_id": None}, UnprocessableError),
        ({"job_text": " ", "job_url": ""}, UnprocessableError),
        ({"profile_id": theirs.id}, ForbiddenError),
        ({"job_id": job.id}, ForbiddenError),
        ({"resume_id": uuid7()}, NotFoundError),
    ):
        with pytest.raises(error):
            await world.start(**overrides)
    assert (world.unit.tailoring.rows, world.unit.tasks.rows) == ({}, {})
    session = await world.start()
    with pytest.raises(ForbiddenError):
        await world.service.get(session.id, owner_id=STRANGER)
    with pytest.raises(ForbiddenError):
        await world.service.stop(session.id, owner_id=STRANGER)
    assert (await world.service.page(OWNER, PageRequest(), status="pending")).total == 1
    assert (await world.service.page(STRANGER, PageRequest())).total == 0


async def test_who_follows_gets_each_message_once_until_the_end(world: World) -> None:
    session = await world.start()
    got: list[int] = []

    async def follow() -> None:
        watcher = TailoringWatcher(world.units, world.bus, poll_seconds=3600)
        async for message in watcher.follow(session.id, owner_id=OWNER, after=1):
            got.append(message.seq)

    async with asyncio.timeout(5):
        following = asyncio.create_task(follow())
        await asyncio.sleep(0)
        await world.work()
        await world.bus.publish(topic(session.id), Event("message"))
        await world.service.stop(session.id, owner_id=OWNER)
        await following
    assert got == list(range(2, (await world.get(session)).last_seq + 1))


def test_a_line_that_rests_on_no_fact_is_told_as_such() -> None:
    content = make_content("Loves the sea.")
    assert explain("about the sea", content, make_career()) == (
        "“Loves the sea.” rests on no single fact of your profile; drop it if it does not fit."
    )


async def test_a_section_goes_where_it_is_wanted_and_stays_there(world: World) -> None:
    session = await world.finished()
    kinds = [section.kind for section in (await world.document(session)).content.sections]
    assert kinds.index("experience") < kinds.index("education")
    await world.say(session, "education before experience")
    await world.say(session, "shorter")
    kinds = [section.kind for section in (await world.document(session)).content.sections]
    assert kinds.index("experience") > kinds.index("education")


async def test_an_answer_that_tells_takes_back_what_was_denied_elsewhere_meanwhile(world: World) -> None:
    session = await world.start()
    await world.work()
    await world.unit.tailoring.deny(world.profile.id, "kafka", user_id=OWNER)
    await world.service.answer(session.id, KAFKA, "Yes, at Fjord Pay", owner_id=OWNER)
    assert await world.unit.tailoring.denied(world.profile.id) == []


async def test_an_answer_is_shown_before_it_is_saved(world: World) -> None:
    session = await world.start()
    await world.work()
    before = (await world.get(session)).last_seq
    shown = await world.service.preview_answer(session.id, KAFKA, "Yes, at Fjord Pay", owner_id=OWNER)
    assert (shown.kind, shown.facts) == ("told", ("Kafka",))
    assert (await world.get(session)).last_seq == before
    assert not any(
        skill.name == "Kafka" for skill in (await world.unit.profiles.get(world.profile.id, owner_id=OWNER)).skills
    )
    assert (await world.service.preview_answer(session.id, KAFKA, "no", owner_id=OWNER)).kind == "denied"
    with pytest.raises(NoSuchQuestionError):
        await world.service.preview_answer(session.id, "skill:Rust", "yes", owner_id=OWNER)
    with pytest.raises(ForbiddenError):
        await world.service.preview_answer(session.id, KAFKA, "yes", owner_id=STRANGER)


async def test_a_refused_change_is_taken_back_and_the_others_stay(world: World) -> None:
    session = await world.finished()
    await world.say(session, "drop Kafka; drop PostgreSQL")
    document = await world.document(session)
    update = [one for one in await world.said(session) if one.type == "resume_update"][-1]
    changes: list[dict[str, Any]] = update.data["changes"]  # type: ignore[assignment]
    assert [one["index"] for one in changes] == list(range(len(changes)))
    lost = next(one for one in changes if one["before"] and one["kind"] in ("removed", "changed"))
    number = document.version_number
    await world.service.refuse_changes(session.id, number, [lost["index"]], owner_id=OWNER)
    await world.work()
    after = await world.document(session)
    assert after.version_number == number + 1
    assert lost["before"] in [one.text for one in sentences(after.content)]
    assert {one.verdict for one in sentences(after.content)} == {"grounded"}


async def test_keeping_all_changes_makes_no_version(world: World) -> None:
    session = await world.finished()
    number = (await world.document(session)).version_number
    await world.service.refuse_changes(session.id, number, [], owner_id=OWNER)
    await world.work()
    assert (await world.document(session)).version_number == number
    await world.service.refuse_changes(session.id, number, [9999], owner_id=OWNER)
    await world.work()
    assert (await world.said(session))[-1].data["message"] == "There is no such change in this version."
    with pytest.raises(ConflictError):
        await world.service.refuse_changes(session.id, number + 1, [0], owner_id=OWNER)


async def test_free_wishes_go_to_the_model_only_where_it_is_switched_on(world: World) -> None:
    asked: list[dict[str, Any]] = []

    def turn(brief: dict[str, Any]) -> dict[str, Any]:
        asked.append(brief)
        rows = [
            {
                "block": block["id"], "replaces": [one["id"]], "source_ids": one["source_ids"],
                "text": one["text"].replace("Built", "Developed", 1),
            }
            for block in brief.get("blocks", []) if block["kind"] != "list" for one in block["sentences"]
        ]  # fmt: skip
        return {"sentences": rows, "order": []}

    meter = LLMMeter(world.units, max_tokens=50_000, clock=lambda: NOON)
    world.use(Pipeline(lexicon), ChatWriter(Rewriter(ScriptedLLM(turn), lexicon), meter))
    user = make_user(id=OWNER)
    await world.unit.users.save(user)
    session = await world.finished()
    assert (await world.say(session, "Sound a bit more like a builder")).startswith("The lines are your own")
    assert asked == []
    user.llm_enabled = True
    await world.unit.users.save(user)
    answer = await world.say(session, "Sound a bit more like a builder")
    assert "This is version 2." in answer
    worded = [one for one in sentences((await world.document(session)).content) if one.origin == "llm"]
    assert [(one.text.split()[0], one.verdict) for one in worded] == [("Developed", "grounded")]
    assert "builder" in str(asked[0])
    assert (await world.unit.llm_calls.page(OWNER, PageRequest())).total == len(asked)


async def test_a_dropped_line_stays_out_of_what_is_written_later(world: World) -> None:
    session = await world.finished()
    line = "Moved 14 services from cron jobs to a queue on RabbitMQ."
    assert line in (await world.document(session)).content_text
    assert await world.say(session, "drop the second bullet") == (
        f"Done: 1 line taken out (“{line}”). This is version 2."
    )
    await world.say(session, "put education first")
    assert line not in (await world.document(session)).content_text
    assert (await world.say(session, "drop the ninth bullet")).startswith("There is no “ninth bullet” in this resume")
    assert (await world.say(session, "reset")).startswith("Done: 1 line put in (")
    assert line in (await world.document(session)).content_text


async def test_shorter_takes_lines_out_each_time_and_longer_brings_them_back(world: World) -> None:
    session = await world.finished()
    whole = (await world.document(session)).content_text
    assert (await world.say(session, "one page please")).startswith("It fits on one page as it is: it takes about ")
    assert (await world.say(session, "shorter")).startswith("Done: 1 line taken out (")
    assert (await world.say(session, "longer")).startswith("Done: 1 line put in (")
    assert (await world.document(session)).content_text == whole
    assert (await world.say(session, "longer")).startswith("Everything that your profile says for this job is in it")
    last = [await world.say(session, "shorter") for _ in range(9)][-1]
    assert last.startswith("It can hardly be shorter")


async def test_one_page_is_made_of_more(world: World) -> None:
    for job in world.profile.experiences:
        job.achievements = [
            f"Moved the {one} of {number} regional offices {'to PostgreSQL ' * 9}"
            for number, one in enumerate(("billing", "planning", "shipping", "payroll", "archive", "rota", "stock") * 3)
        ]
    await world.unit.profiles.save(world.profile)
    session = await world.finished()
    before = len((await world.document(session)).content_text)
    await world.say(session, "two pages")
    await world.say(session, "one page please")
    assert pages_taken((await world.document(session)).content) <= 1
    assert len((await world.document(session)).content_text) <= before


async def test_what_the_user_never_did_is_denied_and_taken_out(world: World) -> None:
    session = await world.finished()
    answer = await world.say(session, "I never worked with PostgreSQL")
    assert "Noted: no PostgreSQL. It will not be claimed, and you will not be asked about it." in answer
    assert "Your profile still names it" in answer
    assert "PostgreSQL" not in (await world.document(session)).content_text
    assert await world.unit.tailoring.denied(world.profile.id) == ["PostgreSQL"]
    assert (await world.say(session, "I never used Kafka")).endswith("It does not stand in this resume.")
    assert (await world.say(session, "I never used Cobol")).startswith("“Cobol” stands nowhere in your resume")
    assert (await world.say(session, "what is missing?")).endswith("Nothing else. You said that you do not have Kafka.")


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("emphasise Cobol", "Nothing in your profile speaks of “Cobol”, so there is nothing to bring forward."),
        ("emphasise Cobol and drop Ada", "Nothing in your profile speaks of “Cobol”, so there is nothing to bring "),
        ("two pages", "Everything that your profile says for this job is in it already."),
        ("put certifications first", "This resume has no such section."),
        ("drop the hobby section", "There is no “hobby” in this resume, so nothing is taken out."),
        ("use the classic template", "It is in the Classic template already."),
        ("make it less boring", "The lines are your own words, and I do not reword them without a language model."),
        ("the second bullet is wrong", "Do you mean “Moved 14 services from cron jobs to a queue on RabbitMQ."),
        ("write it again", "I wrote it again from your profile as it is now: nothing is different."),
        ("how good is my match?", "Your profile fits this posting at "),
        ("what changed?", "Against the version before: "),
        ("I have an MBA from Harvard", "I write only what your profile says."),
        ("download as PDF", "That is done in the document itself: choose “Open and edit”."),
        ("asdfgh", "I did not understand that. You can say, for example: “shorter”"),
    ],
)
async def test_what_changes_nothing_is_answered_with_the_reason(world: World, message: str, answer: str) -> None:
    session = await world.finished()
    before = await world.document(session)
    assert (await world.say(session, message)).startswith(answer)
    assert (await world.document(session)).version_number == before.version_number


async def test_what_was_dropped_by_name_is_explained_by_the_wish(world: World) -> None:
    session = await world.finished()
    await world.say(session, "drop PostgreSQL")
    assert (await world.say(session, "why is PostgreSQL gone?")).startswith("Because you said “drop PostgreSQL”.")
    assert (await world.say(session, "why is tidemark gone?")).startswith("What is left out was dropped at your wish")


async def test_a_refused_line_does_not_come_back_with_the_next_wish(world: World) -> None:
    session = await world.finished()
    await world.say(session, "drop the second bullet")
    await world.say(session, "reset")
    document = await world.document(session)
    await world.service.refuse_changes(session.id, document.version_number, [0], owner_id=OWNER)
    await world.work()
    await world.say(session, "put education first")
    assert "RabbitMQ" not in (await world.document(session)).content_text
