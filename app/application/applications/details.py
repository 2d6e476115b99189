"""Timelines, contacts and reminders of applications."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from app.application.applications.sending import sent_document
from app.domain.applications import ApplicationContact, ApplicationEvent, ApplicationReminder, EventKind
from app.domain.errors import ConflictError, NotFoundError, ValidationError
from app.domain.pagination import Page, PageRequest
from app.domain.profiles import EndBeforeStartError
from app.domain.repository import IOwnedRepository
from app.domain.unit_of_work import UnitOfWorkFactory

Part = TypeVar("Part", ApplicationContact, ApplicationReminder, ApplicationEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventInput:
    """An entry of the timeline; `document_id` (and a version, the latest without) for a document sent."""

    kind: EventKind
    title: str = ""
    body: str = ""
    location: str = ""
    occurred_at: datetime | None = None
    ends_at: datetime | None = None
    document_id: UUID | None = None
    version_number: int | None = None


class ApplicationTimelineService:
    """What happened, and what is agreed."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def timeline(self, application_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ApplicationEvent]:
        """Return a page of the application's history."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.applications.get(application_id, owner_id=owner_id)
            return await uow.application_events.page(owner_id, request, application_id=application_id)

    async def add(self, application_id: UUID, given: EventInput, *, owner_id: UUID) -> ApplicationEvent:
        """Add an entry; a document sent is frozen at its version. Raise as `get` of application and document do."""
        now = self._clock()
        at = given.occurred_at or now
        async with self._unit_of_work() as uow:
            application = await uow.applications.get(application_id, owner_id=owner_id)
            if given.kind == "document_sent":
                if given.document_id is None:
                    raise ValidationError.of_field("document_id", "is needed for a document sent")
                document = await uow.documents.get(given.document_id, owner_id=owner_id)
                if given.version_number is not None:
                    await uow.documents.get_version(document.id, given.version_number, owner_id=owner_id)
                event = sent_document(application, document, at=at, now=now, version_number=given.version_number)
                event.title, event.body = given.title or event.title, given.body
            else:
                event = ApplicationEvent(
                    user_id=owner_id,
                    application_id=application_id,
                    kind=given.kind,
                    title=given.title,
                    body=given.body,
                    location=given.location,
                    occurred_at=at,
                    ends_at=given.ends_at,
                    created_at=now,
                    updated_at=now,
                )
            _check_order(event)
            await uow.application_events.save(event)
            await uow.commit()
        return event

    async def change(
        self, application_id: UUID, event_id: UUID, changes: Mapping[str, object], *, owner_id: UUID
    ) -> ApplicationEvent:
        """Change an entry, for example a new time of an interview; raise `ConflictError` for a change of status."""
        async with self._unit_of_work() as uow:
            event = await uow.application_events.get(event_id, owner_id=owner_id, lock=True)
            _check_own(event, application_id)
            for name, value in changes.items():
                setattr(event, name, value)
            event.updated_at = self._clock()
            _check_order(event)
            await uow.application_events.save(event)
            await uow.commit()
        return event

    async def delete(self, application_id: UUID, event_id: UUID, *, owner_id: UUID) -> None:
        """Take an entry out; raise `ConflictError` for a change of status, which is history."""
        async with self._unit_of_work() as uow:
            _check_own(await uow.application_events.get(event_id, owner_id=owner_id, lock=True), application_id)
            await uow.application_events.delete(event_id, owner_id=owner_id)
            await uow.commit()


class ApplicationNotebookService:
    """Contacts and reminders."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def contacts(self, application_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ApplicationContact]:
        """Return a page of the application's contacts."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.applications.get(application_id, owner_id=owner_id)
            return await uow.application_contacts.page(owner_id, request, application_id=application_id)

    async def add_contact(
        self, application_id: UUID, values: Mapping[str, object], *, name: str, owner_id: UUID
    ) -> ApplicationContact:
        """Add a contact of that name, with the other fields given."""
        now = self._clock()
        contact = ApplicationContact(
            user_id=owner_id, application_id=application_id, name=name, created_at=now, updated_at=now
        )
        for field, value in values.items():
            setattr(contact, field, value)
        async with self._unit_of_work() as uow:
            await uow.applications.get(application_id, owner_id=owner_id)
            await uow.application_contacts.save(contact)
            await uow.commit()
        return contact

    async def change_contact(
        self, application_id: UUID, contact_id: UUID, changes: Mapping[str, object], *, owner_id: UUID
    ) -> ApplicationContact:
        """Change a contact."""
        async with self._unit_of_work() as uow:
            contact = await self._changed(
                uow.application_contacts, application_id, contact_id, changes, owner_id=owner_id
            )
            await uow.commit()
        return contact

    async def delete_contact(self, application_id: UUID, contact_id: UUID, *, owner_id: UUID) -> None:
        """Delete a contact."""
        async with self._unit_of_work() as uow:
            _check_part(await uow.application_contacts.get(contact_id, owner_id=owner_id), application_id)
            await uow.application_contacts.delete(contact_id, owner_id=owner_id)
            await uow.commit()

    async def reminders(
        self, application_id: UUID, request: PageRequest, *, owner_id: UUID
    ) -> Page[ApplicationReminder]:
        """Return a page of the application's reminders."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.applications.get(application_id, owner_id=owner_id)
            return await uow.application_reminders.page(owner_id, request, application_id=application_id)

    async def add_reminder(
        self, application_id: UUID, *, title: str, remind_at: datetime, notes: str, owner_id: UUID
    ) -> ApplicationReminder:
        """Add a reminder."""
        now = self._clock()
        reminder = ApplicationReminder(
            user_id=owner_id,
            application_id=application_id,
            title=title,
            notes=notes,
            remind_at=remind_at,
            created_at=now,
            updated_at=now,
        )
        async with self._unit_of_work() as uow:
            await uow.applications.get(application_id, owner_id=owner_id)
            await uow.application_reminders.save(reminder)
            await uow.commit()
        return reminder

    async def change_reminder(
        self, application_id: UUID, reminder_id: UUID, changes: Mapping[str, object], *, owner_id: UUID
    ) -> ApplicationReminder:
        """Change a reminder; with a new time it will be given again."""
        if "remind_at" in changes:
            changes = {**changes, "notified_at": None}
        async with self._unit_of_work() as uow:
            reminder = await self._changed(
                uow.application_reminders, application_id, reminder_id, changes, owner_id=owner_id
            )
            await uow.commit()
        return reminder

    async def delete_reminder(self, application_id: UUID, reminder_id: UUID, *, owner_id: UUID) -> None:
        """Delete a reminder."""
        async with self._unit_of_work() as uow:
            _check_part(await uow.application_reminders.get(reminder_id, owner_id=owner_id), application_id)
            await uow.application_reminders.delete(reminder_id, owner_id=owner_id)
            await uow.commit()

    async def _changed(
        self,
        repository: IOwnedRepository[Part],
        application_id: UUID,
        part_id: UUID,
        changes: Mapping[str, object],
        *,
        owner_id: UUID,
    ) -> Part:
        part = await repository.get(part_id, owner_id=owner_id, lock=True)
        _check_part(part, application_id)
        for name, value in changes.items():
            setattr(part, name, value)
        part.updated_at = self._clock()
        await repository.save(part)
        return part


def _check_part(part: ApplicationContact | ApplicationReminder | ApplicationEvent, application_id: UUID) -> None:
    if part.application_id != application_id:
        raise NotFoundError("This belongs to another application")


def _check_own(event: ApplicationEvent, application_id: UUID) -> None:
    _check_part(event, application_id)
    if event.kind == "status_change":
        raise ConflictError("A change of status is history and stays as it is")


def _check_order(event: ApplicationEvent) -> None:
    if event.ends_at is not None and event.ends_at < event.occurred_at:
        raise EndBeforeStartError
