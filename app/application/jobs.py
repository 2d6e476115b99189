"""Jobs: reading postings and keeping them."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.errors import ConflictError, ValidationError
from app.domain.jobs import Job, JobStatus
from app.domain.pagination import Page, PageRequest
from app.domain.ports.job_pages import ExtractionFailedError, IJobPages
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.text.job import parse_posting, posting_from_page
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory


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
        return all(str(self.manual.get(name) or "").strip() for name in ("title", "company", "description"))


class JobService:
    """Use cases of saved jobs."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pages: IJobPages,
        extractor: ITextExtractor,
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._pages = pages
        self._extractor = extractor
        self._lexicon = lexicon
        self._clock = clock

    async def parse(self, given: JobInput, *, owner_id: UUID) -> Job:
        """Return what would be stored; nothing is.

        Raise `ValidationError` when the input is none of the three kinds, and `ExtractionFailedError` when the URL
        cannot be read and the manual fields are not complete.
        """
        now = self._clock()
        job = Job(user_id=owner_id, source=given.source, status=given.status, created_at=now, updated_at=now)
        if given.raw_text and given.raw_text.strip():
            job.raw_text = given.raw_text
            job.set_posting(await self.read(given.raw_text))
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
        job.content_hash = hashlib.sha256(" ".join(job.description.split()).encode()).hexdigest()
        return job

    async def create(self, given: JobInput, *, owner_id: UUID) -> Job:
        """Read the input and keep it; raise as `parse` does, and keep nothing then."""
        job = await self.parse(given, owner_id=owner_id)
        async with self._unit_of_work() as uow:
            await uow.jobs.save(job)
            await uow.commit()
        return job

    async def read(self, text: str) -> Posting:
        """Return what a posting's text says."""
        return await asyncio.to_thread(parse_posting, text, self._lexicon())

    async def read_url(self, url: str) -> Posting:
        """Return what the page at `url` says; raise `ExtractionFailedError`."""
        page = await self._pages.read(url)
        return await asyncio.to_thread(posting_from_page, page, self._lexicon())

    async def read_file(self, data: bytes, *, filename: str) -> Posting:
        """Return what a file with a posting says: text, or a page that was saved; raise as `ITextExtractor` does."""
        if _looks_like_html(data):
            page = await asyncio.to_thread(self._pages.read_saved, data)
            return await asyncio.to_thread(posting_from_page, page, self._lexicon())
        source = await self._extractor.extract(data, filename=filename)
        return await self.read(source.text)

    async def get(self, job_id: UUID, *, owner_id: UUID) -> Job:
        """Return the job."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.jobs.get(job_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[Job]:
        """Return a page of the owner's jobs."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.jobs.page(owner_id, request, **equals)

    async def update(self, job_id: UUID, changes: Mapping[str, object], *, owner_id: UUID) -> Job:
        """Change fields; a new description is read again."""
        text = str(changes.get("description") or "")
        posting = await self.read(text) if text.strip() else None
        async with self._unit_of_work() as uow:
            job = await uow.jobs.get(job_id, owner_id=owner_id, lock=True)
            if posting is not None:
                kept = {name: getattr(job, name) for name in ("title", "company", "location")}
                job.set_posting(posting)
                for name, value in kept.items():
                    setattr(job, name, value)
                job.raw_text, job.description_source, job.extraction_status = text, "manual", "success"
                job.content_hash = hashlib.sha256(" ".join(job.description.split()).encode()).hexdigest()
            for name, value in changes.items():
                if name != "description":
                    setattr(job, name, value)
            job.updated_at = self._clock()
            await uow.jobs.save(job)
            await uow.commit()
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
            await uow.jobs.delete(job_id, owner_id=owner_id)
            await uow.commit()

    async def _take_page(self, job: Job, given: JobInput, url: str) -> None:
        job.job_url = url
        try:
            job.set_posting(await self.read_url(url))
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


def _looks_like_html(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<head" in head
