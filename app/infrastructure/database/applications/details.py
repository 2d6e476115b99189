"""What hangs on applications: events, contacts, reminders, and the secret of the calendar feed."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.applications import (
    ApplicationContact,
    ApplicationEvent,
    ApplicationReminder,
    CalendarToken,
    EventKind,
)
from app.infrastructure.database.base import OwnedRepository, Repository, Row, table_of, upsert, values_of


class ApplicationEventRow(Row):
    """An entry of a timeline."""

    __tablename__ = "application_events"
    __table_args__ = (Index("ix_application_events_owner", "user_id", "kind", "occurred_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    application_id: Mapped[UUID] = mapped_column(ForeignKey("saved_applications.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str]
    body: Mapped[str]
    location: Mapped[str]
    occurred_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    from_status: Mapped[str | None] = mapped_column(String(20))
    to_status: Mapped[str | None] = mapped_column(String(20))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    document_type: Mapped[str | None] = mapped_column(String(20))
    version_number: Mapped[int | None]


class ApplicationContactRow(Row):
    """A person at the other end."""

    __tablename__ = "application_contacts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("saved_applications.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    role: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    url: Mapped[str]
    notes: Mapped[str]


class ApplicationReminderRow(Row):
    """A reminder."""

    __tablename__ = "application_reminders"
    __table_args__ = (
        Index("ix_application_reminders_owner", "user_id", "remind_at"),
        Index("ix_application_reminders_due", "remind_at", "is_done"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    application_id: Mapped[UUID] = mapped_column(ForeignKey("saved_applications.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    notes: Mapped[str]
    remind_at: Mapped[datetime]
    is_done: Mapped[bool]
    notified_at: Mapped[datetime | None]


class CalendarTokenRow(Row):
    """The secret of a calendar feed."""

    __tablename__ = "calendar_tokens"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]


_events, _reminders, _tokens = (
    table_of(ApplicationEventRow),
    table_of(ApplicationReminderRow),
    table_of(CalendarTokenRow),
)


class SqlApplicationEventRepository(OwnedRepository[ApplicationEvent]):
    """`IApplicationEventRepository` in SQL."""

    entity, row, noun = ApplicationEvent, ApplicationEventRow, "Event"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "occurred_at"})

    async def list_all(
        self, owner_id: UUID, *, kinds: Sequence[EventKind] = (), application_id: UUID | None = None
    ) -> list[ApplicationEvent]:
        """See `IApplicationEventRepository.list_all`."""
        statement = self._select.where(_events.c.user_id == owner_id)
        if kinds:
            statement = statement.where(_events.c.kind.in_(kinds))
        if application_id is not None:
            statement = statement.where(_events.c.application_id == application_id)
        found = await self._execute(statement.order_by(_events.c.occurred_at, _events.c.id))
        return [self._entity(row) for row in found]


class SqlApplicationContactRepository(OwnedRepository[ApplicationContact]):
    """`IApplicationContactRepository` in SQL."""

    entity, row, noun = ApplicationContact, ApplicationContactRow, "Contact"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "name"})


class SqlApplicationReminderRepository(OwnedRepository[ApplicationReminder]):
    """`IApplicationReminderRepository` in SQL."""

    entity, row, noun = ApplicationReminder, ApplicationReminderRow, "Reminder"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "remind_at"})

    async def list_due(self, *, now: datetime, limit: int) -> list[ApplicationReminder]:
        """See `IApplicationReminderRepository.list_due`."""
        columns = _reminders.c
        statement = self._select.where(columns.remind_at <= now, columns.is_done.is_(False))
        statement = statement.where(columns.notified_at.is_(None)).order_by(columns.remind_at, columns.id).limit(limit)
        return [self._entity(row) for row in await self._execute(statement)]

    async def list_open(self, owner_id: UUID) -> list[ApplicationReminder]:
        """See `IApplicationReminderRepository.list_open`."""
        statement = self._select.where(_reminders.c.user_id == owner_id, _reminders.c.is_done.is_(False))
        found = await self._execute(statement.order_by(_reminders.c.remind_at, _reminders.c.id))
        return [self._entity(row) for row in found]


class SqlCalendarTokenRepository(Repository):
    """`ICalendarTokenRepository` in SQL."""

    async def save(self, token: CalendarToken) -> None:
        """See `ICalendarTokenRepository.save`."""
        names = tuple(f.name for f in fields(CalendarToken))
        await self._execute(upsert(_tokens, self._dialect), values_of(token, names))

    async def find_user(self, token_hash: str) -> UUID | None:
        """See `ICalendarTokenRepository.find_user`."""
        statement = select(_tokens.c.user_id).where(_tokens.c.token_hash == token_hash)
        found: UUID | None = (await self._execute(statement)).scalar_one_or_none()
        return found
