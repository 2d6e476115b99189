"""Analyses over the fakes: how they start, end and replace each other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.analyses import AnalysisRunner, AnalysisService, Sides
from app.application.pipeline import Pipeline
from app.domain.analyses import Analysis, NoProfileError
from app.domain.errors import ForbiddenError, NotFoundError, UnavailableError
from app.domain.ids import uuid7
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.resumes import Resume, ResumeHasNoTextError
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.ats.report import AtsReport
from app.domain.text.match.quick import QuickAnalysis
from app.domain.text.match.report import MatchReport
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_career, make_job, make_profile
from tests.fakes import FakeUnitOfWorkFactory

OWNER = uuid7()


def now() -> datetime:
    return NOON


class Queue:
    def __init__(self) -> None:
        self.told: list[UUID] = []

    async def notify(self, task_id: UUID) -> None:
        self.told.append(task_id)


class World:
    """A job, a profile and a resume of one owner, and the services over them."""

    def __init__(self, pipeline: Pipeline | None = None) -> None:
        self.unit_of_work = FakeUnitOfWorkFactory()
        self.unit = self.unit_of_work.unit
        self.queue = Queue()
        pipeline = pipeline or Pipeline(lexicon)
        self.service = AnalysisService(self.unit_of_work, pipeline, self.queue, lexicon, clock=now)
        self.runner = AnalysisRunner(self.unit_of_work, pipeline, clock=now)
        self.job, self.profile = make_job(OWNER), make_profile(OWNER, is_active=True)
        self.resume = make_resume()

    async def fill(self) -> "World":
        await self.unit.jobs.save(self.job)
        await self.unit.profiles.save(self.profile)
        await self.unit.resumes.save(self.resume)
        return self

    async def start(self, **overrides: object) -> Analysis:
        values: dict[str, object] = {
            "resume_id": None, "profile_id": None, "candidate_level": "experienced", "target_stack": [],
            "owner_id": OWNER,
        }  # fmt: skip
        return await self.service.start(self.job.id, **{**values, **overrides})  # type: ignore[arg-type]

    async def claim(self) -> tuple[Task, Lease]:
        task = await self.unit.tasks.claim(owner="w", now=NOON, lease=timedelta(seconds=9), kinds=("analysis",))
        assert task is not None
        return task, Lease(task.id, task.fence)

    def kept(self) -> list[Analysis]:
        return list(self.unit.analyses.rows.values())


def make_resume(**overrides: object) -> Resume:
    values: dict[str, object] = {
        "user_id": OWNER, "original_filename": "r.txt", "content_type": "text/plain", "size_bytes": 9, "sha256": "0",
        "storage_key": "k", "parsed": ParsedResume(career=make_career()), "created_at": NOON, "updated_at": NOON,
    }  # fmt: skip
    return Resume(**{**values, **overrides})  # type: ignore[arg-type]


@pytest.fixture
async def world() -> World:
    return await World().fill()


@pytest.mark.parametrize("side", ["active", "profile", "resume"])
async def test_an_analysis_ends_with_four_parts_that_sum_to_its_score(world: World, side: str) -> None:
    chosen = {"profile": {"profile_id": world.profile.id}, "resume": {"resume_id": world.resume.id}}.get(side, {})
    started = await world.start(target_stack=["Python", "Kafka"], **chosen)
    assert (started.status, started.ats_score, len(world.queue.told)) == ("processing", None, 1)
    expected = (None, world.profile.id) if side != "resume" else (world.resume.id, None)
    assert (started.resume_id, started.profile_id) == expected
    await world.runner.run(*await world.claim())
    done = await world.service.find(world.job.id, owner_id=OWNER)
    assert done is not None
    assert (done.id, done.status, done.error_message) == (started.id, "completed", None)
    assert set(done.score_breakdown) == {"skills_match", "project_impact", "tools_frameworks", "role_fit"}
    assert sum(done.score_breakdown.values()) == done.ats_score
    assert ("Python" in done.matched_keywords, "Kafka" in done.missing_keywords) == (True, True)


async def test_the_latest_request_replaces_the_one_before(world: World) -> None:
    first = await world.start()
    old_task, old_lease = await world.claim()
    second = await world.start(resume_id=world.resume.id, candidate_level="fresher")
    assert [one.id for one in world.kept()] == [second.id]
    with pytest.raises((LeaseLostError, NotFoundError)):
        await world.runner.run(old_task, old_lease)
    task, lease = await world.claim()
    assert (task.subject_id, first.id == second.id) == (second.id, False)
    await world.runner.run(task, lease)
    (kept,) = world.kept()
    assert (kept.id, kept.status, kept.candidate_level) == (second.id, "completed", "fresher")
    await world.runner.run(task, lease)
    assert world.kept() == [kept]


class ReplacingPipeline(Pipeline):
    """While it computes, a newer request arrives."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__(lexicon)
        self.meanwhile = meanwhile

    async def analyses(self, *args: Any, **options: Any) -> tuple[MatchReport, AtsReport, QuickAnalysis]:
        found = await super().analyses(*args, **options)
        self.meanwhile()
        return found


async def test_a_result_that_comes_too_late_is_not_written() -> None:
    worlds: list[World] = []
    newer: list[Analysis] = []

    def replace() -> None:
        (world,) = worlds
        (old,) = world.kept()
        fresh = Analysis(user_id=OWNER, job_id=old.job_id, status="processing", created_at=NOON, updated_at=NOON)
        world.unit.analyses.rows = {fresh.id: fresh}
        world.unit.tasks.rows.clear()
        newer.append(fresh)

    late = await World(ReplacingPipeline(replace)).fill()
    worlds.append(late)
    await late.start()
    task, lease = await late.claim()
    with pytest.raises(LeaseLostError):
        await late.runner.run(task, lease)
    assert late.kept() == newer


async def test_a_failure_ends_in_a_clear_state(world: World) -> None:
    await world.start(resume_id=world.resume.id)
    await world.unit.resumes.delete(world.resume.id, owner_id=OWNER)
    await world.runner.run(*await world.claim())
    (gone,) = world.kept()
    message = "The resume or profile was deleted before it could be analysed"
    assert (gone.status, gone.ats_score, gone.error_message) == ("failed", None, message)


async def test_an_outage_is_tried_again_and_ends_when_it_is_parked() -> None:
    def fail() -> None:
        raise UnavailableError

    world = await World(ReplacingPipeline(fail)).fill()
    await world.start()
    task, lease = await world.claim()
    with pytest.raises(UnavailableError):
        await world.runner.run(task, lease)
    assert world.kept()[0].status == "processing"
    await world.runner.on_parked(task, "no luck")
    (parked,) = world.kept()
    assert (parked.status, parked.error_message) == (
        "failed", "This could not be analysed after several attempts; try again",
    )  # fmt: skip
    await world.runner.on_parked(task, "again")
    assert world.kept() == [parked]
    world.unit.analyses.rows.clear()
    await world.runner.on_parked(task, "gone")


async def test_what_cannot_be_analysed_is_refused_and_not_kept(world: World) -> None:
    scan, blank = make_resume(status="needs_ocr"), make_job(OWNER, description=" \n")
    await world.unit.resumes.save(scan)
    await world.unit.jobs.save(blank)
    with pytest.raises(ResumeHasNoTextError):
        await world.start(resume_id=scan.id)
    with pytest.raises(ForbiddenError):
        await world.start(owner_id=uuid7())
    world.job = blank
    with pytest.raises(JobHasNoDescriptionError):
        await world.start()
    stranger = uuid7()
    world.job = make_job(stranger)
    await world.unit.jobs.save(world.job)
    with pytest.raises(NoProfileError):
        await world.start(owner_id=stranger)
    assert (world.kept(), world.unit.tasks.rows, world.queue.told) == ([], {}, [])


async def test_a_comparison_keeps_nothing_but_when_it_was_made(world: World) -> None:
    before = await world.unit.resumes.get(world.resume.id, owner_id=OWNER)
    quick, ats = await world.service.compare(Sides(resume_id=before.id, job_id=world.job.id), owner_id=OWNER)
    assert (quick.matched_keywords, quick.missing_keywords) == (("Python",), ("Kafka",))
    assert (0 < quick.relevance_score < 10, 0 < ats.ats_score < 100) == (True, True)
    after = await world.unit.resumes.get(before.id, owner_id=OWNER)
    before.last_analyzed = NOON
    assert (after, world.kept()) == (before, [])


async def test_a_profile_is_compared_on_the_terms_that_are_given(world: World) -> None:
    sides = Sides(profile_id=world.profile.id, job_id=world.job.id)
    quick, plain = await world.service.compare(sides, owner_id=OWNER)
    assert [match.keyword for match in quick.report.keywords if match.posting_evidence] == ["Python", "Kafka"]
    _, stacked = await world.service.compare(replace(sides, target_stack=("Kafka", "Rust")), owner_id=OWNER)
    assert stacked.score_breakdown.tools_frameworks < plain.score_breakdown.tools_frameworks
    with pytest.raises(ForbiddenError):
        await world.service.compare(sides, owner_id=uuid7())


async def test_texts_are_compared_like_what_is_kept(world: World) -> None:
    sides = Sides(resume_text="Jo Doe\n\nSkills\nPython, Docker", job_description="Requirements\n- Python\n- Kafka")
    quick, _ = await world.service.compare(sides, owner_id=OWNER)
    assert (quick.matched_keywords, quick.missing_keywords) == (("Python",), ("Kafka",))
    for blank, error in (
        (Sides(resume_text=" ", job_description="x"), ResumeHasNoTextError),
        (Sides(resume_text="x", job_description="\n"), JobHasNoDescriptionError),
    ):
        with pytest.raises(error):
            await world.service.compare(blank, owner_id=OWNER)
