"""Generations over the fakes: what a crash, a cancellation or a lost lease leaves behind, and what is refused."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.application.exporting import DocumentExporter
from app.application.generations.llm_stage import LLMStage
from app.application.generations.runner import GenerationRunner
from app.application.generations.service import GenerationService
from app.application.metering import LLMMeter
from app.application.pipeline import Pipeline
from app.application.rate_limits import RateLimitService, limit_rules
from app.application.rewriting import Rewriter
from app.application.storage_quota import StorageQuota
from app.domain.auth import QuotaExceededError
from app.domain.errors import ForbiddenError, NotFoundError, RateLimitedError, StorageFullError, UnavailableError
from app.domain.generations import (
    Compiled,
    Generation,
    GenerationNotReadyError,
    GenerationOptions,
    Validated,
)
from app.domain.ids import uuid7
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.llm import LLMNotEnabledError
from app.domain.pagination import PageRequest
from app.domain.ports.llm import LLMBudget, LLMRefusedError, LLMRequest, LLMResult
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.document import Content
from app.domain.text.job import parse_posting
from app.domain.text.skills import lexicon
from app.infrastructure.events import InProcessEventBus
from app.infrastructure.rate_limits import SlidingWindowLimiter
from tests.application.test_rewriting import only
from tests.builders import NOON, make_document, make_job, make_profile, make_user
from tests.fakes import (
    FakeDocumentGenerator,
    FakeFileStorage,
    FakeTaskQueue,
    FakeTextExtractor,
    FakeUnitOfWorkFactory,
    make_notifier,
)
from tests.scripted_llm import ScriptedLLM

POSTING = "Backend Engineer\n\nRequirements\n- Python and PostgreSQL\n- payment APIs and queues\n- Kafka is a plus\n"
TEXT = "Migrated 14 services from cron jobs to a RabbitMQ queue."
WITH_MODEL = GenerationOptions(engine="llm")
ALONE = GenerationOptions(engine="llm", allow_fallback=False)
Hook = Callable[[], Any]


class WatchedPipeline(Pipeline):
    """Counts what it does; a hook runs as a step begins."""

    def __init__(self) -> None:
        super().__init__(lexicon)
        self.done: list[str] = []
        self.hooks: dict[str, Hook] = {}

    def note(self, step: str) -> None:
        self.done.append(step)
        self.hooks.get(step, lambda: None)()

    async def compile(self, *args: Any, **options: Any) -> Compiled:
        self.note("compile")
        return await super().compile(*args, **options)

    async def validate(self, content: Content, *args: Any, **options: Any) -> Validated:
        self.note("validate")
        return await super().validate(content, *args, **options)


class WatchedStorage(FakeFileStorage):
    """A hook runs as soon as a file is stored."""

    def __init__(self) -> None:
        super().__init__()
        self.stored: list[str] = []
        self.hook: Hook = lambda: None

    async def put(self, key: str, data: bytes) -> None:
        await super().put(key, data)
        self.stored.append(key)
        self.hook()


class World:
    """A user with a profile and a job, the service, and the worker's side."""

    def __init__(self, llm: Any = None, *, per_hour: int = 20, worker_has_it: bool = True, **profile: Any) -> None:
        self.units, self.queue, self.storage = FakeUnitOfWorkFactory(), FakeTaskQueue(), WatchedStorage()
        self.unit, self.pipeline, self.bus = self.units.unit, WatchedPipeline(), InProcessEventBus()
        self.user = make_user(llm_enabled=True)
        self.owner = self.user.id
        self.profile = make_profile(self.owner, **profile)
        self.job = make_job(self.owner)
        self.job.set_text(parse_posting(POSTING, lexicon()), raw_text=POSTING)
        rules = limit_rules(user_per_minute=0, address_per_day=0, generations_per_hour=per_hour)
        limits = RateLimitService(
            SlidingWindowLimiter(), rules, quotas={"free": 2, "premium": 9, "enterprise": None}, clock=lambda: NOON
        )
        self.service = GenerationService(
            self.units, self.queue, self.storage, limits, self.bus, llm, clock=lambda: NOON
        )
        exporter = DocumentExporter(FakeDocumentGenerator(), FakeDocumentGenerator(), FakeTextExtractor())
        meter = LLMMeter(self.units, max_tokens=100_000, clock=lambda: NOON)
        stage = LLMStage(
            self.units, Rewriter(llm, lexicon) if llm and worker_has_it else None, meter, poll_seconds=0.005
        )
        self.runner = GenerationRunner(
            self.units,
            self.pipeline,
            exporter,
            self.storage,
            StorageQuota(None),
            self.bus,
            stage,
            make_notifier(),
            clock=lambda: NOON,
        )

    async def fill(self) -> "World":
        await self.unit.users.save(self.user)
        await self.unit.profiles.save(self.profile)
        await self.unit.jobs.save(self.job)
        return self

    async def start(self, options: GenerationOptions | None = None, **overrides: Any) -> Generation:
        values = {"profile_id": self.profile.id, "job_id": self.job.id, "owner_id": self.owner, **overrides}
        return await self.service.start("resume", options=options or GenerationOptions(), **values)

    async def claim(self) -> tuple[Task, Lease]:
        found = await self.unit.tasks.claim(owner="w", now=NOON, lease=timedelta(seconds=9), kinds=("generation",))
        assert found is not None
        return found, Lease(found.id, found.fence)

    async def finish(self, options: GenerationOptions | None = None) -> Generation:
        started = await self.start(options)
        await self.runner.run(*await self.claim())
        return await self.get(started)

    async def get(self, generation: Generation) -> Generation:
        return await self.service.get(generation.id, owner_id=self.owner)

    def cancel(self, generation: Generation) -> None:
        """End it and its task, as the service does, in the middle of other work."""
        self.unit.generations.rows[generation.id].end("cancelled", NOON)
        self.unit.tasks.rows.clear()


async def world(llm: Any = None, **values: Any) -> World:
    return await World(llm, **values).fill()


async def test_a_generation_is_accepted_with_its_inputs_and_a_task() -> None:
    here = await world()
    started = await here.start()
    (task,) = here.unit.tasks.rows.values()
    assert (started.status, started.percent, started.profile_version) == ("pending", 0, 1)
    assert (task.subject_id, here.queue.told) == (started.id, [task.id])
    kept = await here.unit.generations.get_artifacts(started.id)
    assert (kept.career, kept.posting) == (here.profile.career(), here.job.posting())


async def test_five_stages_end_in_one_document_with_its_file() -> None:
    here = await world()
    done = await here.finish()
    assert (done.status, done.percent, [stage.status for stage in done.stages]) == (
        "completed", 100, ["completed"] * 5,
    )  # fmt: skip
    _, document = await here.service.result(done.id, owner_id=here.owner)
    assert document.title == "Resume – Backend Engineer"
    assert list(here.storage.files) == [document.pdf_file_path]
    (export,) = here.unit.documents.exports.values()
    assert (export.storage_key, export.readback.ok, export.page_count) == (document.pdf_file_path, True, 1)
    assert done.stage("prepare_export").message == "1 page; the PDF reads back completely"
    assert (done.ats_score, done.keywords_required_count) == (document.ats_score, len(here.job.parsed_keywords))
    _, artifacts, feedback = await here.service.analytics(done.id, owner_id=here.owner)
    assert (artifacts.validation is not None, feedback) == (True, None)


@pytest.mark.parametrize(("length", "pages"), [("two_page", 2), ("one_page", 1), ("auto", 1)])
async def test_a_document_knows_how_many_pages_it_is_meant_to_fill(length: Any, pages: int) -> None:
    here = await World().fill()
    await here.finish(GenerationOptions(length=length))
    (document,) = here.unit.documents.rows.values()
    assert document.parameters["pages"] == pages


async def test_stages_that_were_finished_before_a_crash_are_not_run_again() -> None:
    here = await world()
    started = await here.start()
    here.pipeline.hooks["validate"] = fail_with(UnavailableError())
    with pytest.raises(UnavailableError):
        await here.runner.run(*await here.claim())
    stopped = await here.get(started)
    assert (stopped.status, stopped.current_stage, stopped.percent) == ("generating", "validate_quality", 70)
    here.pipeline.hooks.clear()
    here.unit.tasks.rows[here.queue.told[0]].lease_expires_at = NOON
    await here.runner.run(*await here.claim())
    assert (await here.get(started)).status == "completed"
    assert here.pipeline.done == ["compile", "validate", "validate"]
    assert len(here.unit.documents.rows) == 1


def fail_with(error: Exception) -> Hook:
    def fail() -> None:
        raise error

    return fail


async def test_a_worker_that_was_overtaken_writes_nothing() -> None:
    here = await world()
    started = await here.start()
    task, lease = await here.claim()

    def overtake() -> None:
        here.unit.tasks.rows[task.id].fence += 1

    here.pipeline.hooks["validate"] = overtake
    with pytest.raises(LeaseLostError):
        await here.runner.run(task, lease)
    assert (await here.get(started)).current_stage == "validate_quality"
    assert (here.unit.documents.rows, here.storage.files) == ({}, {})


async def test_a_document_that_is_there_already_is_not_made_twice() -> None:
    here = await world()
    started = await here.start()
    document = make_document(here.owner, generation_id=started.id)
    await here.unit.documents.save(document)
    await here.runner.run(*await here.claim())
    assert ((await here.get(started)).document_id, list(here.unit.documents.rows)) == (document.id, [document.id])


async def test_what_was_cancelled_stays_cancelled() -> None:
    here = await world()
    started = await here.start()
    here.pipeline.hooks["compile"] = lambda: here.cancel(started)
    with pytest.raises(LeaseLostError):
        await here.runner.run(*await here.claim())
    assert (await here.get(started)).status == "cancelled"
    assert here.unit.documents.rows == {}


@pytest.mark.parametrize("end", ["cancelled", "deleted"])
async def test_work_that_was_ended_at_the_last_moment_leaves_no_file(end: str) -> None:
    here = await world()
    started = await here.start()

    def finish() -> None:
        here.cancel(started)
        if end == "deleted":
            del here.unit.generations.rows[started.id]

    here.storage.hook = finish
    with pytest.raises(LeaseLostError):
        await here.runner.run(*await here.claim())
    assert (len(here.storage.stored), here.storage.files, here.unit.documents.rows) == (1, {}, {})


async def test_a_file_that_the_next_worker_will_name_stays() -> None:
    here = await world()
    started = await here.start()
    task, lease = await here.claim()

    def overtake() -> None:
        here.unit.tasks.rows[task.id].fence += 1

    here.storage.hook = overtake
    with pytest.raises(LeaseLostError):
        await here.runner.run(task, lease)
    here.storage.hook = lambda: None
    await here.runner.run(task, Lease(task.id, lease.fence + 1))
    _, document = await here.service.result(started.id, owner_id=here.owner)
    assert (set(here.storage.files), len(here.storage.stored)) == ({document.pdf_file_path}, 2)


async def test_a_generation_that_ended_before_its_turn_is_left_alone() -> None:
    here = await world()
    started = await here.start()
    claimed = await here.claim()
    here.unit.generations.rows[started.id].end("cancelled", NOON)
    await here.runner.run(*claimed)
    assert ((await here.get(started)).status, here.pipeline.done) == ("cancelled", [])


async def test_a_profile_without_facts_fails_with_the_reason() -> None:
    here = await world(experiences=[], education=[], projects=[], skills=[])
    done = await here.finish()
    assert (done.status, done.stage("compile_profile").status) == ("failed", "failed")
    assert "no experience" in (done.error_message or "")


async def test_a_storage_without_room_fails_with_the_reason() -> None:
    here = await world()
    here.storage.trouble = StorageFullError()
    done = await here.finish()
    assert (done.status, done.error_message, done.document_id) == ("failed", StorageFullError().message, None)


async def test_a_failure_that_comes_after_the_end_changes_nothing() -> None:
    here = await world()
    started = await here.start()

    def end() -> None:
        here.unit.generations.rows[started.id].end("cancelled", NOON)
        raise LLMRefusedError

    here.pipeline.hooks["validate"] = end
    await here.runner.run(*await here.claim())
    assert (await here.get(started)).status == "cancelled"


async def test_one_that_was_tried_too_often_ends_as_failed_once() -> None:
    here = await world()
    started = await here.start()
    task, _ = await here.claim()
    await here.runner.on_parked(task, "no luck")
    failed = await here.get(started)
    assert (failed.status, "several attempts" in (failed.error_message or "")) == ("failed", True)
    await here.runner.on_parked(task, "again")
    assert await here.get(started) == failed


async def test_letters_that_no_font_has_need_a_look_and_keep_the_text() -> None:
    here = await world()
    here.profile.full_name = "𒀀 Ångström"
    await here.unit.profiles.save(here.profile)
    done = await here.finish()
    _, document = await here.service.result(done.id, owner_id=here.owner)
    assert (done.status, document.pdf_file_path, document.readback) == ("needs_review", None, None)
    assert "𒀀" in document.content_text
    assert "font" in done.stage("prepare_export").message
    assert (here.storage.files, here.unit.documents.exports) == ({}, {})


async def test_what_is_refused_leaves_neither_generation_nor_task() -> None:
    here = await world()
    stranger = uuid7()
    blank, theirs = make_job(here.owner, description=" "), make_job(stranger)
    foreign = make_profile(stranger)
    for entity in (blank, theirs):
        await here.unit.jobs.save(entity)
    await here.unit.profiles.save(foreign)
    for overrides, error in (
        ({"job_id": blank.id}, JobHasNoDescriptionError),
        ({"job_id": theirs.id}, ForbiddenError),
        ({"profile_id": foreign.id}, ForbiddenError),
        ({"profile_id": uuid7()}, NotFoundError),
        ({"owner_id": stranger}, ForbiddenError),
        ({"options": WITH_MODEL}, LLMNotEnabledError),
    ):
        with pytest.raises(error):
            await here.start(**overrides)
    assert (here.unit.generations.rows, here.unit.tasks.rows, here.queue.told) == ({}, {}, [])


async def test_a_model_is_asked_only_where_its_user_allows_it() -> None:
    here = await world(ScriptedLLM(only(TEXT)))
    here.unit.users.rows[here.owner].llm_enabled = False
    with pytest.raises(LLMNotEnabledError):
        await here.start(WITH_MODEL)
    assert here.unit.users.rows[here.owner].generations_used == 0


async def test_generations_by_a_model_are_counted_by_the_hour_and_the_month() -> None:
    here = await world(ScriptedLLM(only(TEXT)), per_hour=3)
    for _ in range(2):
        assert (await here.start(WITH_MODEL)).model == "script-1"
    with pytest.raises(QuotaExceededError):
        await here.start(WITH_MODEL)
    with pytest.raises(RateLimitedError) as late:
        await here.start(WITH_MODEL)
    assert late.value.code == "rate_limited"
    assert (await here.start()).engine == "builtin"
    assert here.unit.users.rows[here.owner].generations_used == 2


async def test_a_model_words_the_document_and_its_calls_are_booked() -> None:
    here = await world(ScriptedLLM(only(TEXT)))
    done = await here.finish(WITH_MODEL)
    assert (done.status, done.engine, done.model) == ("completed", "llm", "script-1")
    assert done.token_usage == sum(call.input_tokens + call.output_tokens for call in here.unit.llm_calls.rows.values())
    assert {call.generation_id for call in here.unit.llm_calls.rows.values()} == {done.id}
    assert "worded by script-1" in done.stage("generate_content").message


async def test_a_model_that_refuses_hands_over_or_fails_as_the_user_chose() -> None:
    model = ScriptedLLM(dict, error=LLMRefusedError())
    here = await world(model)
    kept = await here.finish(WITH_MODEL)
    assert (kept.status, kept.engine) == ("completed", "builtin")
    assert any(line.startswith("The built-in engine wrote this document") for line in kept.recommendations)
    failed = await here.finish(ALONE)
    assert (failed.status, failed.error_message) == ("failed", LLMRefusedError().message)
    assert len(model.asked) == len(here.unit.llm_calls.rows) == 2


async def test_a_model_that_the_worker_does_not_have_hands_over() -> None:
    here = await world(ScriptedLLM(only(TEXT)), worker_has_it=False)
    done = await here.finish(WITH_MODEL)
    assert (done.status, done.engine, done.model) == ("completed", "builtin", "jobwise-builtin-1")
    assert (await here.finish(ALONE)).error_message == LLMNotEnabledError().message


async def test_what_a_model_proposed_before_a_crash_is_not_paid_twice() -> None:
    model = ScriptedLLM(only(TEXT))
    here = await world(model)
    started = await here.start(WITH_MODEL)
    here.pipeline.hooks["validate"] = fail_with(UnavailableError())
    with pytest.raises(UnavailableError):
        await here.runner.run(*await here.claim())
    asked = len(model.asked)
    stage = here.unit.generations.rows[started.id].stage("generate_content")
    stage.status, stage.finished_at = "running", None
    here.unit.tasks.rows[here.queue.told[0]].lease_expires_at = NOON
    here.pipeline.hooks.clear()
    await here.runner.run(*await here.claim())
    done = await here.get(started)
    assert (done.status, done.engine, len(model.asked)) == ("completed", "llm", asked)


class SilentLLM(ScriptedLLM):
    """Never answers; `hung_up` tells that nobody waits any more."""

    def __init__(self) -> None:
        super().__init__(dict)
        self.is_asked, self.hung_up = asyncio.Event(), asyncio.Event()

    async def generate(self, request: LLMRequest, *, budget: LLMBudget) -> LLMResult:
        self.is_asked.set()
        try:
            await asyncio.Event().wait()
            raise AssertionError("nothing ends this wait")
        finally:
            self.hung_up.set()


async def test_cancelling_hangs_up_on_the_model() -> None:
    model = SilentLLM()
    here = await world(model)
    started = await here.start(WITH_MODEL)
    running = asyncio.create_task(here.runner.run(*await here.claim()))
    async with asyncio.timeout(5):
        await model.is_asked.wait()
        await here.service.cancel_or_delete(started.id, owner_id=here.owner)
        await running
    assert model.hung_up.is_set()
    assert ((await here.get(started)).status, here.unit.documents.rows) == ("cancelled", {})


async def test_there_is_no_result_before_the_end() -> None:
    here = await world()
    started = await here.start()
    for asking in (
        here.service.result(started.id, owner_id=here.owner),
        here.service.analytics(started.id, owner_id=here.owner),
    ):
        with pytest.raises(GenerationNotReadyError) as early:
            await asking
        assert early.value.details == {"status": "pending"}


async def test_cancelling_keeps_the_row_and_ends_the_work() -> None:
    here = await world()
    started = await here.start()
    await here.service.cancel_or_delete(started.id, owner_id=here.owner)
    assert ((await here.get(started)).status, here.unit.tasks.rows) == ("cancelled", {})


async def test_deleting_an_ended_one_takes_document_and_files_along() -> None:
    here = await world()
    done = await here.finish()
    with pytest.raises(ForbiddenError):
        await here.service.cancel_or_delete(done.id, owner_id=uuid7())
    await here.service.cancel_or_delete(done.id, owner_id=here.owner)
    assert (here.unit.generations.rows, here.unit.documents.rows, here.storage.files) == ({}, {}, {})
    failed = await world(experiences=[], education=[], projects=[], skills=[])
    ended = await failed.finish()
    await failed.service.cancel_or_delete(ended.id, owner_id=failed.owner)
    assert failed.unit.generations.rows == {}


async def test_another_try_keeps_what_was_asked_for_but_what_is_said_anew() -> None:
    here = await world()
    first = await here.start(GenerationOptions(tone="warm", instructions="shorter"))
    again = await here.service.regenerate(first.id, options=None, instructions="longer", owner_id=here.owner)
    assert (again.options.tone, again.options.instructions) == ("warm", "longer")
    assert (again.parent_generation_id, again.document_type) == (first.id, "resume")
    same = await here.service.regenerate(first.id, options=None, instructions=None, owner_id=here.owner)
    assert same.options == first.options
    other = GenerationOptions(template="modern")
    changed = await here.service.regenerate(first.id, options=other, instructions=None, owner_id=here.owner)
    assert changed.options == other
    page = await here.service.page(here.owner, PageRequest(), status="pending")
    assert page.total == 4


async def test_the_latest_opinion_counts() -> None:
    here = await world()
    started = await here.start()
    for rating in (1, 5):
        await here.service.give_feedback(started.id, rating=rating, comment="ö", accepted=None, owner_id=here.owner)
    (kept,) = here.unit.generations.feedback.values()
    assert kept.rating == 5
    with pytest.raises(ForbiddenError):
        await here.service.give_feedback(started.id, rating=1, comment="", accepted=None, owner_id=uuid7())


async def test_the_same_inputs_make_the_same_file() -> None:
    first, second = await world(), await world()
    second.profile.set_facts(first.profile.career())
    await second.unit.profiles.save(second.profile)
    for here in (first, second):
        await here.finish()
    (one,), (other,) = first.storage.files.values(), second.storage.files.values()
    assert one == other
    assert "Zoë Ångström".encode() in one
