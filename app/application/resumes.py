"""Resumes: taking files in and reading them."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.indexing import queue_indexing
from app.application.storage_quota import StorageQuota
from app.domain.errors import PayloadTooLargeError, UnprocessableError
from app.domain.ids import uuid7
from app.domain.pagination import Page, PageRequest
from app.domain.ports.storage import IFileStorage
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.resumes import Resume, ResumeHasNoTextError, ResumeStatus
from app.domain.text.resume import parse_resume
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.skills import Lexicon
from app.domain.text.source import SourceText
from app.domain.unit_of_work import UnitOfWorkFactory

MAX_BYTES = 10 * 1024 * 1024
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json_resume": "application/json",
    "linkedin": "application/zip",
    "europass": "application/xml",
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A resume file as read: the source's lines and the structured reading."""

    source: SourceText
    parsed: ParsedResume
    status: ResumeStatus


class ResumeService:
    """Use cases of uploaded resumes."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        extractor: ITextExtractor,
        storage: IFileStorage,
        quota: StorageQuota,
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._extractor = extractor
        self._storage = storage
        self._quota = quota
        self._lexicon = lexicon
        self._clock = clock

    async def read(self, data: bytes, *, filename: str) -> ReadFile:
        """Read a resume without keeping it; raise what `ITextExtractor.extract` raises, or `ResumeHasNoTextError`."""
        if len(data) > MAX_BYTES:
            raise PayloadTooLargeError("A resume file may have 10 MB", limit_bytes=MAX_BYTES)
        source = await self._extractor.extract(data, filename=filename)
        if source.needs_ocr:
            return ReadFile(source, ParsedResume(warnings=list(source.warnings)), "needs_ocr")
        if not source.text.strip() and not source.structured:
            raise ResumeHasNoTextError
        parsed = await asyncio.to_thread(parse_resume, source, self._lexicon())
        return ReadFile(source, parsed, "parsed")

    async def upload(self, data: bytes, *, filename: str, job_id: UUID | None, owner_id: UUID) -> Resume:
        """Read and keep a resume file; nothing is kept of a file that cannot be read.

        Raise what `read` raises, `StorageQuotaExceededError` or `StorageFullError`.
        """
        async with self._unit_of_work(read_only=True) as uow:
            await self._quota.check(uow, owner_id, len(data))
            if job_id is not None:
                await uow.jobs.get(job_id, owner_id=owner_id)
        read = await self.read(data, filename=filename)
        now, resume_id = self._clock(), uuid7()
        resume = Resume(
            id=resume_id,
            user_id=owner_id,
            job_id=job_id,
            original_filename=filename or "resume",
            content_type=CONTENT_TYPES[read.source.kind],
            size_bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            storage_key=f"users/{owner_id}/resumes/{resume_id}",
            status=read.status,
            parsed_text=read.source.text,
            parsed=read.parsed,
            warnings=[*read.source.warnings, *read.parsed.warnings],
            created_at=now,
            updated_at=now,
        )
        await self._storage.put(resume.storage_key, data)
        try:
            async with self._unit_of_work() as uow:
                await self._quota.claim(uow, owner_id, len(data))
                await uow.resumes.save(resume)
                await queue_indexing(uow, owner_id, now)
                await uow.commit()
        except BaseException:
            await self._storage.delete(resume.storage_key)
            raise
        return resume

    async def get(self, resume_id: UUID, *, owner_id: UUID) -> Resume:
        """Return the resume."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.resumes.get(resume_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[Resume]:
        """Return a page of the owner's resumes."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.resumes.page(owner_id, request, **equals)

    async def file(self, resume_id: UUID, *, owner_id: UUID) -> tuple[Resume, bytes]:
        """Return the resume and its file as it was uploaded."""
        resume = await self.get(resume_id, owner_id=owner_id)
        return resume, await self._storage.get(resume.storage_key)

    async def reparse(self, resume_id: UUID, *, owner_id: UUID) -> Resume:
        """Read the kept file again."""
        resume, data = await self.file(resume_id, owner_id=owner_id)
        read = await self.read(data, filename=resume.original_filename)
        async with self._unit_of_work() as uow:
            resume = await uow.resumes.get(resume_id, owner_id=owner_id, lock=True)
            resume.status, resume.parsed_text, resume.parsed = read.status, read.source.text, read.parsed
            resume.warnings = [*read.source.warnings, *read.parsed.warnings]
            resume.updated_at = self._clock()
            await uow.resumes.save(resume)
            await queue_indexing(uow, owner_id, resume.updated_at)
            await uow.commit()
        return resume

    async def delete(self, resume_id: UUID, *, owner_id: UUID) -> None:
        """Delete the resume and its file."""
        async with self._unit_of_work() as uow:
            resume = await uow.resumes.get(resume_id, owner_id=owner_id, lock=True)
            await uow.resumes.delete(resume_id, owner_id=owner_id)
            await queue_indexing(uow, owner_id, self._clock())
            await uow.commit()
        await self._storage.delete(resume.storage_key)

    async def require_parsed(self, resume_id: UUID, *, owner_id: UUID) -> Resume:
        """Return the resume; raise `UnprocessableError` when its file could not be read."""
        resume = await self.get(resume_id, owner_id=owner_id)
        if resume.status == "needs_ocr":
            raise ResumeHasNoTextError("This resume is a scan; upload a version with real text")
        if resume.status == "failed":
            raise UnprocessableError("This resume could not be read; upload it again")
        return resume
