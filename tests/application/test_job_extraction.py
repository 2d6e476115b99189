"""Jobs over the fakes: what the background reading of an address may change, and what holds a deletion up."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from app.application.job_extraction import JobExtractor, extraction_task
from app.application.job_upkeep import JobUpkeepService
from app.application.jobs import JobService
from app.domain.errors import ConflictError
from app.domain.ids import uuid7
from app.domain.jobs import Job
from app.domain.ports.job_pages import ExtractionFailedError, JobPage
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceText
from tests.builders import NOON, make_generation, make_job
from tests.fakes import FakeUnitOfWorkFactory

OWNER = uuid7()
URL = "https://example.org/jobs/1"


def now() -> datetime:
    return NOON


class Pages:
    """Every address shows the same job, or none."""

    def __init__(self, page: JobPage | None) -> None:
        self.page = page
        self.read_count = 0

    async def read(self, url: str) -> JobPage:
        self.read_count += 1
        return self.read_saved(b"")

    def read_saved(self, data: bytes) -> JobPage:
        if self.page is None:
            raise ExtractionFailedError("Nothing there")
        return self.page


class NoFiles(ITextExtractor):
    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        raise NotImplementedError

    async def aclose(self) -> None:
        return


class Queue:
    async def notify(self, task_id: UUID) -> None:
        return


async def waiting(unit_of_work: FakeUnitOfWorkFactory, **overrides: object) -> tuple[Job, Task, Lease]:
    job = make_job(OWNER, **{"job_url": URL, "extraction_status": "pending", **overrides})
    task = extraction_task(job, NOON)
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.tasks.add(task)
        await uow.tasks.claim(owner="a", now=NOON, lease=timedelta(seconds=9), kinds=("extraction",))
        await uow.commit()
    return job, task, Lease(task.id, 1)


async def stored(unit_of_work: FakeUnitOfWorkFactory, job: Job) -> Job:
    async with unit_of_work(read_only=True) as uow:
        return await uow.jobs.get(job.id, owner_id=OWNER)


PAGE = JobPage(url=URL, title="Baker", text="Bake bread and rolls for six shops; food safety training is a must.")


async def test_reading_twice_changes_what_it_changed_once() -> None:
    unit_of_work, pages = FakeUnitOfWorkFactory(), Pages(PAGE)
    job, task, lease = await waiting(unit_of_work)
    extractor = JobExtractor(unit_of_work, pages, lexicon, clock=now)
    await extractor.run(task, lease)
    first = await stored(unit_of_work, job)
    assert (first.title, first.company, first.extraction_status) == ("Baker", "Acme GmbH", "success")
    await extractor.run(task, lease)
    assert (await stored(unit_of_work, job), pages.read_count) == (first, 1)


async def test_a_lost_lease_writes_nothing() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, task, _ = await waiting(unit_of_work)
    with pytest.raises(LeaseLostError):
        await JobExtractor(unit_of_work, Pages(PAGE), lexicon, clock=now).run(task, Lease(task.id, 7))
    assert await stored(unit_of_work, job) == job


async def test_a_parked_reading_ends_as_failed_and_keeps_the_text() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, task, _ = await waiting(unit_of_work)
    await JobExtractor(unit_of_work, Pages(None), lexicon, clock=now).on_parked(task, "broken")
    ended = await stored(unit_of_work, job)
    assert (ended.extraction_status, ended.description) == ("failed", job.description)
    assert "several attempts" in (ended.extraction_error or "")


async def test_a_deadline_is_over_when_it_is_over_everywhere() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, _, _ = await waiting(unit_of_work, application_deadline="2026-03-13")
    upkeep = JobUpkeepService(unit_of_work, Pages(None), clock=lambda: datetime.fromisoformat("2026-03-14T11:59:00Z"))
    assert await upkeep.expire_due() == 0
    later = JobUpkeepService(unit_of_work, Pages(None), clock=lambda: datetime.fromisoformat("2026-03-14T12:00:00Z"))
    assert (await later.expire_due(), (await stored(unit_of_work, job)).status) == (1, "expired")


async def test_a_job_that_documents_are_made_for_stays() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, _, _ = await waiting(unit_of_work)
    service = JobService(unit_of_work, Pages(None), NoFiles(), lexicon, Queue(), clock=now)
    generation = make_generation(OWNER, job_id=job.id, status="generating")
    async with unit_of_work() as uow:
        await uow.generations.save(generation)
        await uow.commit()
    with pytest.raises(ConflictError):
        await service.delete(job.id, owner_id=OWNER)
    generation.status = "completed"
    async with unit_of_work() as uow:
        await uow.generations.save(generation)
        await uow.commit()
    await service.delete(job.id, owner_id=OWNER)
    assert (unit_of_work.unit.jobs.rows, unit_of_work.unit.tasks.rows) == ({}, {})
