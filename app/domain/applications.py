"""Applications: a saved job, and how it stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository

ApplicationStatus = Literal["interested", "applied", "interviewing", "offer", "rejected", "closed"]


class ApplicationExistsError(ConflictError):
    """One application per job."""

    code = "application_exists"
    default_message = "There is an application for this job already"


@dataclass(slots=True, kw_only=True)
class Application(OwnedEntity):
    """A job being applied to."""

    job_id: UUID
    status: ApplicationStatus = "interested"
    notes: str = ""
    deadline: datetime | None = None
    resume_document_id: UUID | None = None
    cover_letter_document_id: UUID | None = None
    next_action: str = ""
    next_action_at: datetime | None = None
    saved_at: datetime
    applied_at: datetime | None = None


class IApplicationRepository(IOwnedRepository[Application], Protocol):
    """`save` raises `ApplicationExistsError` when the owner has one for the job."""
