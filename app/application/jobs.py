"""Jobs: reading postings and keeping them."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.indexing import queue_indexing
from app.application.job_extraction import extraction_task
from app.application.second_reading import SecondReader
from app.domain.errors import ConflictError, ValidationError
from app.domain.jobs import Job, JobFilter, JobListing, JobStatus, content_hash
from app.domain.pagination import Page, PageRequest
from app.domain.ports.job_pages import ExtractionFailedError, IJobPages
from app.domain.ports.queue import ITaskQueue
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.text.job import parse_posting, posting_from_page
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon
from app.domain.text.sniffing import is_data
from app.domain.unit_of_work import UnitOfWorkFactory

_MANUAL = ("title", "company", "description")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobInput:
    """What a client gives of a job: `raw_text`, a `job_url`, or the fields themselves (in `manual`, by field name)."""

    source: str
    raw_text: str | None = None
    job_url: str | None = None
    manual: Mapping[str, object]
    status: JobStatus = "active"

    @property
    def is_complete(self) -> bool:
        """Tell whether the manual fields make a job on their own."""
        return _is_complete(self.manual)


class JobService:
    """Use cases of saved jobs."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pages: IJobPages,
        extractor: ITextExtractor,
        lexicon: Callable[[], Lexicon],
        queue: ITaskQueue,
        second: SecondReader | None = None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._second = second
        self._unit_of_work = unit_of_work
        self._pages = pages
        self._extractor = extractor
        self._lexicon = lexicon
        self._queue = queue
        self._clock = clock

    async def parse(self, given: JobInput, *, owner_id: UUID) -> Job:
        """Return what would be stored; nothing is.

        Raise `ValidationError` when the input is none of the three kinds, and `ExtractionFailedError` when the URL
        cannot be read and the manual fields are not complete.
        """
        job = await self._parsed(given, owner_id)
        async with self._unit_of_work(read_only=True) as uow:
            job.duplicate_of = await uow.jobs.find_duplicate(job)
        return job

    async def _parsed(self, given: JobInput, owner_id: UUID) -> Job:
        now = self._clock()
        job = Job(user_id=owner_id, source=given.source, status=given.status, created_at=now, updated_at=now)
        if given.raw_text and given.raw_text.strip():
            job.raw_text = given.raw_text
            job.set_posting(await self._read_for(owner_id, given.raw_text))
            job.job_url = given.job_url
        elif given.job_url:
            await self._take_page(job, given, given.job_url)
        elif given.is_complete:
            job.set_posting(await self._read_manual(given.manual))
        else:
            raise ValidationError.of_field("raw_text", "give raw_text, job_url, or title, company and description")
        for name, value in given.manual.items():
            if value is not None and name != "description":
                setattr(job, name, value)
        job.content_hash = content_hash(job.description)
        return job

    async def create(self, given: JobInput, *, owner_id: UUID) -> Job:
        """Read the input and keep it; raise as `parse` does, and keep nothing then."""
        job = await self._parsed(given, owner_id)
        async with self._unit_of_work() as uow:
            job.duplicate_of = await uow.jobs.find_duplicate(job)
            await uow.jobs.save(job)
            await queue_indexing(uow, owner_id, self._clock())
            await uow.commit()
        return job

    async def read(self, text: str) -> Posting:
        """Return what a posting's text says."""
        return await asyncio.to_thread(parse_posting, text, self._lexicon())

    async def _read_for(self, owner_id: UUID, text: str) -> Posting:
        return await self._completed(await self.read(text), given_by=owner_id)

    async def _completed(self, posting: Posting, *, given_by: UUID) -> Posting:
        return await self._second.complete(posting, owner_id=given_by) if self._second else posting

    async def read_url(self, url: str) -> Posting:
        """Return what the page at `url` says; raise `ExtractionFailedError`."""
        page = await self._pages.read(url)
        return await asyncio.to_thread(posting_from_page, page, self._lexicon())

    async def read_file(
        self, data: bytes, *, filename: str, tell: Callable[[str], None] = lambda _remark: None
    ) -> Posting:
        """Return what a file with a posting says: text, a page that was saved, or a job board's data.

        Raises as `ITextExtractor` does, and `ExtractionFailedError`. `tell` hears of postings that were left out.
        """
        if _looks_like_html(data) or is_data(data):
            page = await asyncio.to_thread(self._pages.read_saved, data)
            if page.others:
                tell(f"{filename} holds {page.others + 1} postings; the first was read: {page.title}")
            return await asyncio.to_thread(posting_from_page, page, self._lexicon())
        source = await self._extractor.extract(data, filename=filename)
        return await self.read(source.text)

    async def get(self, job_id: UUID, *, owner_id: UUID) -> Job:
        """Return the job."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.jobs.get_marked(job_id, owner_id=owner_id)

    async def search(self, owner_id: UUID, request: PageRequest, wanted: JobFilter) -> Page[JobListing]:
        """Return a page of the owner's jobs that fit."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.jobs.search(owner_id, request, wanted)

    async def update(self, job_id: UUID, changes: Mapping[str, object], *, owner_id: UUID) -> Job:
        """Change fields; a new description is read again, and a new address in the background.

        An address together with title, company and description is only kept: what was given by hand stands.
        """
        text = str(changes.get("description") or "")
        posting = await self._read_for(owner_id, text) if text.strip() else None
        task = None
        async with self._unit_of_work() as uow:
            job = await uow.jobs.get(job_id, owner_id=owner_id, lock=True)
            if posting is not None:
                kept = {name: getattr(job, name) for name in ("title", "company", "location")}
                job.set_text(posting, raw_text=text)
                job.description_source = "manual"
                for name, value in kept.items():
                    setattr(job, name, value)
            url_before = job.job_url
            for name, value in changes.items():
                if name != "description":
                    setattr(job, name, value)
            job.updated_at = self._clock()
            if posting is not None or job.job_url != url_before:
                await uow.tasks.cancel(job.id)
            if job.job_url and job.job_url != url_before and not _is_complete(changes):
                job.extraction_status, job.extraction_error = "pending", None
                task = extraction_task(job, job.updated_at)
                await uow.tasks.add(task)
            elif job.job_url is None and job.extraction_status == "pending":
                job.extraction_status = "success"
            await uow.jobs.save(job)
            await queue_indexing(uow, owner_id, job.updated_at)
            job.duplicate_of = await uow.jobs.find_duplicate(job)
            await uow.commit()
        if task is not None:
            await self._queue.notify(task.id)
        return job

    async def delete(self, job_id: UUID, *, owner_id: UUID) -> None:
        """Delete the job with its application and analysis; raise `ConflictError` while documents are made for it."""
        async with self._unit_of_work() as uow:
            await uow.jobs.get(job_id, owner_id=owner_id, lock=True)
            for status in ("pending", "generating"):
                running = await uow.generations.page(owner_id, PageRequest(limit=1), job_id=job_id, status=status)
                if running.total:
                    raise ConflictError(
                        "Documents are being made for this job; cancel them first", generations=running.total
                    )
            await uow.tasks.cancel(job_id)
            await uow.jobs.delete(job_id, owner_id=owner_id)
            await queue_indexing(uow, owner_id, self._clock())
            await uow.commit()

    async def _take_page(self, job: Job, given: JobInput, url: str) -> None:
        job.job_url = url
        try:
            job.set_posting(await self._completed(await self.read_url(url), given_by=job.user_id))
        except ExtractionFailedError as error:
            if not given.is_complete:
                raise
            job.set_posting(await self._read_manual(given.manual))
            job.extraction_status, job.extraction_error = "needs_manual", error.message
        else:
            job.raw_text, job.description_source = job.description, "extracted"

    async def _read_manual(self, manual: Mapping[str, object]) -> Posting:
        return await asyncio.to_thread(
            parse_posting,
            str(manual["description"]),
            self._lexicon(),
            title=str(manual["title"]),
            company=str(manual["company"]),
        )


def _is_complete(given: Mapping[str, object]) -> bool:
    return all(str(given.get(name) or "").strip() for name in _MANUAL)


def _looks_like_html(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<head" in head
