"""Jobs over the fakes: what the background reading of an address may change, and what holds a deletion up."""

from datetime import datetime, timedelta

import pytest

from app.application.job_extraction import JobExtractor, extraction_task
from app.application.job_upkeep import JobUpkeepService
from app.application.jobs import JobService
from app.domain.errors import ConflictError, ForbiddenError
from app.domain.ids import uuid7
from app.domain.jobs import Job, JobHasNoUrlError
from app.domain.ports.job_pages import ExtractionFailedError, JobPage
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_generation, make_job
from tests.fakes import FakeJobPages, FakeTaskQueue, FakeTextExtractor, FakeUnitOfWorkFactory

OWNER = uuid7()
URL = "https://example.org/jobs/1"


def now() -> datetime:
    return NOON


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


NOTHING = ExtractionFailedError("Nothing there")
PAGE = JobPage(url=URL, title="Baker", text="Bake bread and rolls for six shops; food safety training is a must.")


async def test_reading_twice_changes_what_it_changed_once() -> None:
    unit_of_work, pages = FakeUnitOfWorkFactory(), FakeJobPages(PAGE)
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
        await JobExtractor(unit_of_work, FakeJobPages(PAGE), lexicon, clock=now).run(task, Lease(task.id, 7))
    assert await stored(unit_of_work, job) == job


async def test_a_parked_reading_ends_as_failed_and_keeps_the_text() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, task, _ = await waiting(unit_of_work)
    await JobExtractor(unit_of_work, FakeJobPages(NOTHING), lexicon, clock=now).on_parked(task, "broken")
    ended = await stored(unit_of_work, job)
    assert (ended.extraction_status, ended.description) == ("failed", job.description)
    assert "several attempts" in (ended.extraction_error or "")


async def test_an_address_that_shows_nothing_is_told_with_its_reason() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, task, lease = await waiting(unit_of_work)
    await JobExtractor(unit_of_work, FakeJobPages(NOTHING), lexicon, clock=now).run(task, lease)
    ended = await stored(unit_of_work, job)
    assert (ended.extraction_status, ended.extraction_error) == ("failed", "Nothing there")
    assert (ended.title, ended.description) == (job.title, job.description)


async def test_what_was_read_at_an_address_that_was_changed_meanwhile_is_dropped() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, task, lease = await waiting(unit_of_work)

    class Slow(FakeJobPages):
        async def read(self, url: str) -> JobPage:
            unit_of_work.unit.jobs.rows[job.id].job_url = "https://example.org/jobs/2"
            return await super().read(url)

    await JobExtractor(unit_of_work, Slow(PAGE), lexicon, clock=now).run(task, lease)
    kept = await stored(unit_of_work, job)
    assert (kept.title, kept.extraction_status) == (job.title, "pending")


async def test_a_parked_reading_without_an_address_changes_nothing() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, task, _ = await waiting(unit_of_work, job_url=None)
    extractor = JobExtractor(unit_of_work, FakeJobPages(PAGE), lexicon, clock=now)
    await extractor.on_parked(task, "broken")
    await extractor.run(task, Lease(task.id, 1))
    assert await stored(unit_of_work, job) == job


@pytest.mark.parametrize(
    ("shown", "state", "status"),
    [
        (PAGE, "alive", "active"),
        (JobPage(title="Baker", text="This position has been filled."), "gone", "expired"),
        (ExtractionFailedError("Not there", status=404), "gone", "expired"),
        (ExtractionFailedError("Not for robots", status=403), "unknown", "active"),
        (NOTHING, "unknown", "active"),
    ],
)
async def test_a_job_expires_when_its_posting_is_gone_and_only_then(
    shown: JobPage | ExtractionFailedError, state: str, status: str
) -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, _, _ = await waiting(unit_of_work)
    upkeep = JobUpkeepService(unit_of_work, FakeJobPages(shown), clock=now)
    check = await upkeep.check_link(job.id, owner_id=OWNER)
    assert (check.state, check.job_url, check.checked_at) == (state, URL, NOON)
    assert (await stored(unit_of_work, job)).status == status
    again = await upkeep.check_link(job.id, owner_id=OWNER)
    assert (again.state, (await stored(unit_of_work, job)).status) == (state, status)


async def test_a_job_without_an_address_has_no_link_to_check() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, _, _ = await waiting(unit_of_work, job_url=None)
    upkeep = JobUpkeepService(unit_of_work, FakeJobPages(PAGE), clock=now)
    with pytest.raises(JobHasNoUrlError):
        await upkeep.check_link(job.id, owner_id=OWNER)
    with pytest.raises(ForbiddenError):
        await upkeep.check_link(job.id, owner_id=uuid7())


async def test_a_deadline_is_over_when_it_is_over_everywhere() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, _, _ = await waiting(unit_of_work, application_deadline="2026-03-13")
    upkeep = JobUpkeepService(
        unit_of_work, FakeJobPages(NOTHING), clock=lambda: datetime.fromisoformat("2026-03-14T11:59:00Z")
    )
    assert await upkeep.expire_due() == 0
    later = JobUpkeepService(
        unit_of_work, FakeJobPages(NOTHING), clock=lambda: datetime.fromisoformat("2026-03-14T12:00:00Z")
    )
    assert (await later.expire_due(), (await stored(unit_of_work, job)).status) == (1, "expired")


async def test_a_job_that_documents_are_made_for_stays() -> None:
    unit_of_work = FakeUnitOfWorkFactory()
    job, _, _ = await waiting(unit_of_work)
    service = JobService(unit_of_work, FakeJobPages(NOTHING), FakeTextExtractor(), lexicon, FakeTaskQueue(), clock=now)
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
    assert unit_of_work.unit.jobs.rows == {}
    assert [task.kind for task in unit_of_work.unit.tasks.rows.values()] == ["indexing"]
