"""Uploaded resumes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import UnprocessableError
from app.domain.repository import IOwnedRepository
from app.domain.text.resume.parsed import ParsedResume

ResumeStatus = Literal["parsed", "needs_ocr", "failed"]


class ResumeHasNoTextError(UnprocessableError):
    """There is nothing to read in the file."""

    code = "resume_has_no_text"
    default_message = "No text could be read from this resume"


@dataclass(slots=True, kw_only=True)
class Resume(OwnedEntity):
    """A resume file and what was read from it. The bytes are kept under `storage_key`."""

    job_id: UUID | None = None
    original_filename: str
    content_type: str
    size_bytes: int
    sha256: str
    storage_key: str
    status: ResumeStatus = "parsed"
    parsed_text: str = ""
    parsed: ParsedResume = field(default_factory=ParsedResume)
    warnings: list[str] = field(default_factory=list)
    last_analyzed: datetime | None = None


class IResumeRepository(IOwnedRepository[Resume], Protocol):
    """Uploaded resumes."""
