"""Reads the page of a job's new address in the background."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.application.indexing import queue_indexing
from app.application.second_reading import SecondReader
from app.domain.jobs import Job
from app.domain.ports.job_pages import ExtractionFailedError, IJobPages
from app.domain.tasks import Lease, Task
from app.domain.text.job import posting_from_page
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory

TASK_KIND = "extraction"


def extraction_task(job: Job, now: datetime) -> Task:
    """Return the work of reading the job's address."""
    return Task(user_id=job.user_id, kind=TASK_KIND, subject_id=job.id, run_at=now, created_at=now, updated_at=now)


class JobExtractor:
    """The handler of extraction tasks. A job that is not waiting any more, or for another address, is left alone."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pages: IJobPages,
        lexicon: Callable[[], Lexicon],
        second: SecondReader | None = None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._pages = pages
        self._lexicon = lexicon
        self._second = second
        self._clock = clock

    async def run(self, task: Task, lease: Lease) -> None:
        """Read the address of job `task.subject_id`; what cannot be read leaves the job `failed`, its text kept."""
        async with self._unit_of_work(read_only=True) as uow:
            job = await uow.jobs.get(task.subject_id, owner_id=task.user_id)
        url = job.job_url
        if job.extraction_status != "pending" or url is None:
            return
        found: Posting | str
        try:
            page = await self._pages.read(url)
            found = await asyncio.to_thread(posting_from_page, page, self._lexicon())
            if self._second is not None:
                found = await self._second.complete(found, owner_id=task.user_id)
        except ExtractionFailedError as error:
            found = error.message
        await self._write(job.id, task.user_id, url, found, lease)

    async def on_parked(self, task: Task, error: str) -> None:
        """End the job whose last attempt failed."""
        async with self._unit_of_work(read_only=True) as uow:
            job = await uow.jobs.get(task.subject_id, owner_id=task.user_id)
        if job.job_url is not None:
            message = "The page could not be read after several attempts; paste the posting's text instead"
            await self._write(job.id, task.user_id, job.job_url, message, None)

    async def _write(self, job_id: UUID, owner_id: UUID, url: str, found: Posting | str, lease: Lease | None) -> None:
        async with self._unit_of_work() as uow:
            if lease is not None:
                await uow.tasks.guard(lease)
            job = await uow.jobs.get(job_id, owner_id=owner_id, lock=True)
            if job.extraction_status != "pending" or job.job_url != url:
                return
            if isinstance(found, str):
                job.extraction_status, job.extraction_error = "failed", found
            else:
                kept = {name: getattr(job, name) for name in ("title", "company", "location")}
                job.set_text(found, raw_text=found.description)
                job.description_source = "extracted"
                for name, value in kept.items():
                    setattr(job, name, getattr(job, name) or value)
            job.updated_at = self._clock()
            await uow.jobs.save(job)
            await queue_indexing(uow, owner_id, job.updated_at)
            await uow.commit()
