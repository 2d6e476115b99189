"""The application itself and its states."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol, get_args
from uuid import UUID

from app.domain.applications.details import ApplicationEvent
from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError, UnprocessableError
from app.domain.pagination import Page, PageRequest
from app.domain.repository import IOwnedRepository

ApplicationStatus = Literal["interested", "applied", "interviewing", "offer", "rejected", "closed"]
STATUSES: tuple[ApplicationStatus, ...] = get_args(ApplicationStatus)
STAGES: tuple[ApplicationStatus, ...] = ("interested", "applied", "interviewing", "offer")
"""The way an application goes when all is well; `rejected` and `closed` end it at any point."""

UNDO_WINDOW = timedelta(minutes=2)
"""How long a step back is taken for a slip that was noticed: as long as clients offer to undo it, and some more."""
_CLOCK_SKEW = timedelta(minutes=5)


class ApplicationExistsError(ConflictError):
    """One application per job."""

    code = "application_exists"
    default_message = "There is an application for this job already"


class OccurredInFutureError(UnprocessableError):
    """A status cannot have changed at a time that is still to come."""

    code = "occurred_in_future"
    default_message = "A change of status cannot lie in the future"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSummary:
    """What a list of applications shows of each job."""

    id: UUID
    title: str | None
    company: str | None
    location: str | None
    source: str
    status: str
    job_url: str | None
    application_deadline: str | None

    @property
    def name(self) -> str:
        """What to call the job in one line."""
        return " at ".join(part for part in (self.title, self.company) if part) or "a job"


@dataclass(slots=True, kw_only=True)
class Application(OwnedEntity):
    """A job being applied to. `position` orders it among those of its status.

    Each change raises `version`; a new place among those of its status is none, for that moves the others as well.

    `job` and `status_since` are filled in when it is read: the latter is when the history says it took its status, or
    `saved_at` where the history is silent.
    """

    version: int = 1
    job_id: UUID
    job: JobSummary | None = None
    status: ApplicationStatus = "interested"
    status_since: datetime | None = None
    position: int = 0
    labels: tuple[str, ...] = ()
    notes: str = ""
    deadline: datetime | None = None
    resume_document_id: UUID | None = None
    cover_letter_document_id: UUID | None = None
    next_action: str = ""
    next_action_at: datetime | None = None
    saved_at: datetime
    applied_at: datetime | None = None

    @property
    def apply_by(self) -> datetime | None:
        """The deadline: its own, or else the start (UTC) of the job's last day to apply, where that is a whole date."""
        day = self.job.application_deadline if self.job else None
        if self.deadline is not None or day is None or len(day) != len("2026-03-14"):
            return self.deadline
        return datetime.fromisoformat(day).replace(tzinfo=UTC)

    def touch(self, now: datetime) -> None:
        """Note that it was changed."""
        self.updated_at = now
        self.version += 1

    def move_to(
        self, status: ApplicationStatus, at: datetime, *, now: datetime, note: str = ""
    ) -> ApplicationEvent | None:
        """Take the status as of `at` and return the entry of the history; `None` where it has that status already.

        Every other change is allowed, for employers change their minds and users correct mistakes. `applied_at` is set
        on the way in to any stage after `interested`, and taken back with a step back to `interested`.
        Raise `OccurredInFutureError`.
        """
        if at > now + _CLOCK_SKEW:
            raise OccurredInFutureError
        if status == self.status:
            return None
        before, self.status, self.status_since = self.status, status, at
        if status == "interested":
            self.applied_at = None
        elif status in STAGES and self.applied_at is None:
            self.applied_at = at
        self.touch(now)
        return ApplicationEvent(
            user_id=self.user_id,
            application_id=self.id,
            kind="status_change",
            body=note,
            occurred_at=at,
            from_status=before,
            to_status=status,
            created_at=now,
            updated_at=now,
        )

    def is_slip(self, entry: ApplicationEvent, status: ApplicationStatus, *, now: datetime) -> bool:
        """Tell whether a step to `status` takes back `entry`, the latest move: a moment ago, the other way, unremarked.

        Both went unremarked, that is: what was noted of a move is kept.
        """
        return (
            (entry.from_status, entry.to_status) == (status, self.status)
            and not entry.body.strip()
            and timedelta(0) <= now - entry.created_at <= UNDO_WINDOW
        )

    def take_back(self, slip: ApplicationEvent, before: Sequence[ApplicationEvent], *, now: datetime) -> None:
        """Be again as before the move `slip`; `before` is the history without it, by time."""
        status = next((one for one in STATUSES if one == slip.from_status), self.status)
        self.status = status
        self.touch(now)
        self.status_since = max((one.occurred_at for one in before if one.to_status == status), default=self.saved_at)
        if self.applied_at == slip.occurred_at:
            self.applied_at = None
        if self.applied_at is None:
            for entry in before:
                if entry.to_status == "interested":
                    self.applied_at = None
                elif entry.to_status in STAGES and self.applied_at is None:
                    self.applied_at = entry.occurred_at
            if self.applied_at is None and status in STAGES and status != "interested":
                # Taken over from elsewhere, without a history.
                self.applied_at = self.status_since


class IApplicationRepository(IOwnedRepository[Application], Protocol):
    """`save` raises `ApplicationExistsError` when the owner has one for the job."""

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
    ) -> Page[Application]:
        """Return a page of those that match all that is given.

        `q` is looked for, without regard to case, in notes, job title and company. `due_before` compares the deadline,
        and `apply_by` of what is not sent yet.
        """
        ...

    async def list_all(
        self,
        owner_id: UUID,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
        lock: bool = False,
    ) -> list[Application]:
        """Return all of the owner's applications that `search` finds, by position, then id.

        With `lock` nobody else changes them before this unit of work ends.
        """
        ...

    async def list_due(
        self, *, since: datetime, until: datetime, after_id: UUID | None = None, limit: int = 100
    ) -> list[Application]:
        """Return, of all users, the first `limit` (at most 100) with a greater id that are not sent yet, by id.

        Their `apply_by` lies between the two times, both included; one by the job's day may lie up to a day outside.
        """
        ...

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Application | None:
        """Return the owner's application for the job."""
        ...

    async def next_position(self, owner_id: UUID, status: ApplicationStatus) -> int:
        """Return the position after the last of the status."""
        ...

    async def place(self, owner_id: UUID, application_ids: Sequence[UUID]) -> None:
        """Give the applications the positions 0, 1, 2, … in this order."""
        ...
