"""What hangs on an application: its history, the people behind it, and reminders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.repository import IOwnedRepository

EventKind = Literal["status_change", "interview", "call", "note", "document_sent"]


@dataclass(slots=True, kw_only=True)
class ApplicationEvent(OwnedEntity):
    """An entry of the timeline.

    A document sent is frozen as `document_id` at `version_number`; its title stays when the document is deleted.
    """

    application_id: UUID
    kind: EventKind
    title: str = ""
    body: str = ""
    location: str = ""
    occurred_at: datetime
    ends_at: datetime | None = None
    from_status: str | None = None
    to_status: str | None = None
    document_id: UUID | None = None
    document_type: str | None = None
    version_number: int | None = None


@dataclass(slots=True, kw_only=True)
class ApplicationContact(OwnedEntity):
    """A person at the other end."""

    application_id: UUID
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    notes: str = ""


@dataclass(slots=True, kw_only=True)
class ApplicationReminder(OwnedEntity):
    """Something to be told at a time; `notified_at` is when that happened."""

    application_id: UUID
    title: str
    notes: str = ""
    remind_at: datetime
    is_done: bool = False
    notified_at: datetime | None = None


class IApplicationEventRepository(IOwnedRepository[ApplicationEvent], Protocol):
    """Timelines."""

    async def list_all(
        self, owner_id: UUID, *, kinds: Sequence[EventKind] = (), application_id: UUID | None = None
    ) -> list[ApplicationEvent]:
        """Return the owner's events of these kinds (all without any), by time, then id."""
        ...


class IApplicationContactRepository(IOwnedRepository[ApplicationContact], Protocol):
    """Contacts."""


class IApplicationReminderRepository(IOwnedRepository[ApplicationReminder], Protocol):
    """Reminders."""

    async def list_due(self, *, now: datetime, limit: int) -> list[ApplicationReminder]:
        """Return, of all users, the first `limit` whose time has come, neither done nor given yet, by time."""
        ...

    async def list_open(self, owner_id: UUID) -> list[ApplicationReminder]:
        """Return the owner's reminders that are not done, by time, then id."""
        ...
