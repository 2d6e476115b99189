"""Applications: saving, changing, moving and counting them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.application.applications.sending import require_document, sent_document
from app.application.notifying import Announced, Notifier, status_changed
from app.domain.applications import (
    STATUSES,
    Application,
    ApplicationEvent,
    ApplicationExistsError,
    ApplicationStats,
    ApplicationStatus,
    application_stats,
)
from app.domain.applications.spreadsheet import clean_labels
from app.domain.errors import ConflictError, ValidationError
from app.domain.ids import uuid7
from app.domain.pagination import Page, PageRequest
from app.domain.text.document import DocumentType
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

_DOCUMENTS: Mapping[str, DocumentType] = {
    "resume_document_id": "resume",
    "cover_letter_document_id": "cover_letter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """The applications of one status, in their order."""

    status: ApplicationStatus
    count: int
    items: tuple[Application, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A new status: when it came about (now, where not said) and what there is to say of it."""

    status: ApplicationStatus
    note: str = ""
    occurred_at: datetime | None = None


class ApplicationService:
    """Use cases of applications. Each change of status is announced in its own transaction."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, notifier: Notifier, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._notifier = notifier
        self._clock = clock

    async def create(self, job_id: UUID, values: Mapping[str, object], *, owner_id: UUID) -> Application:
        """Start an application for the job, with the given fields and, where one is given, status.

        Raise `ApplicationExistsError` where there is one, and `ForbiddenError` for another user's job or document.
        """
        now = self._clock()
        application = Application(user_id=owner_id, job_id=job_id, saved_at=now, created_at=now, updated_at=now)
        async with self._unit_of_work() as uow:
            await uow.jobs.get(job_id, owner_id=owner_id)
            if await uow.applications.find_for_job(job_id, owner_id=owner_id) is not None:
                raise ApplicationExistsError
            application.position = await uow.applications.next_position(owner_id, "interested")
            await uow.applications.save(application)
            application = await uow.applications.get(application.id, owner_id=owner_id)
            announced = await self._change(uow, application, values)
            await uow.commit()
        await self._notifier.publish(announced)
        return application

    async def get(self, application_id: UUID, *, owner_id: UUID) -> Application:
        """Return the application with its job."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.applications.get(application_id, owner_id=owner_id)

    async def page(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
    ) -> Page[Application]:
        """Return a page of the owner's applications; see `IApplicationRepository.search`."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.applications.search(owner_id, request, status=status, q=q, due_before=due_before)

    async def update(
        self,
        application_id: UUID,
        changes: Mapping[str, object],
        *,
        owner_id: UUID,
        check: Callable[[int], None] | None = None,
    ) -> Application:
        """Change fields; a `status` among them is a move like any other.

        `check`, where there is one, is given the current version and raises when the caller built on another one.
        A document that is named after the application was sent is frozen as one that it was sent with.
        """
        async with self._unit_of_work() as uow:
            application = await uow.applications.get(application_id, owner_id=owner_id, lock=True)
            if check is not None:
                check(application.version)
            application.touch(self._clock())
            announced = await self._change(uow, application, changes)
            await uow.commit()
        await self._notifier.publish(announced)
        return application

    async def move(self, application_id: UUID, move: Move, *, owner_id: UUID) -> Application:
        """Give the application a status, write its history, and freeze the documents it is sent with.

        A step back within `UNDO_WINDOW`, with nothing to say of either, takes the move back with all it left.
        A status it has already is no change, and no error: requests may be repeated. A note then stands by itself.
        Raise `OccurredInFutureError`.
        """
        async with self._unit_of_work() as uow:
            application = await uow.applications.get(application_id, owner_id=owner_id, lock=True)
            announced = await self._move(uow, application, move)
            await uow.commit()
        await self._notifier.publish(announced)
        return application

    async def delete(self, application_id: UUID, *, owner_id: UUID) -> None:
        """Delete the application with all that hangs on it; the job stays."""
        async with self._unit_of_work() as uow:
            await uow.applications.delete(application_id, owner_id=owner_id)
            await uow.commit()

    async def board(self, owner_id: UUID) -> tuple[BoardColumn, ...]:
        """Return all applications by status, in their order."""
        async with self._unit_of_work(read_only=True) as uow:
            found = await uow.applications.list_all(owner_id)
        columns = {status: tuple(one for one in found if one.status == status) for status in STATUSES}
        return tuple(
            BoardColumn(status=status, count=len(columns[status]), items=columns[status]) for status in STATUSES
        )

    async def place(
        self,
        application_id: UUID,
        *,
        owner_id: UUID,
        status: ApplicationStatus | None = None,
        after_id: UUID | None = None,
        index: int | None = None,
    ) -> Application:
        """Put the application after another, or at an index (the first without either), of its or another status.

        Raise `ConflictError` when `after_id` is not among those of the status.
        """
        async with self._unit_of_work() as uow:
            application = await uow.applications.get(application_id, owner_id=owner_id, lock=True)
            announced = None if status is None else await self._move(uow, application, Move(status=status))
            column = await uow.applications.list_all(owner_id, status=application.status)
            order = [one.id for one in column if one.id != application_id]
            if after_id is not None:
                if after_id not in order:
                    raise ConflictError("The application to come after is not in that column", after_id=str(after_id))
                at = order.index(after_id) + 1
            else:
                at = min(index or 0, len(order))
            order.insert(at, application_id)
            await uow.applications.place(owner_id, order)
            application.position = at
            await uow.commit()
        await self._notifier.publish(announced)
        return application

    async def stats(self, owner_id: UUID) -> ApplicationStats:
        """Return what the owner's applications say taken together."""
        async with self._unit_of_work(read_only=True) as uow:
            applications = await uow.applications.list_all(owner_id)
            events = await uow.application_events.list_all(owner_id)
        return application_stats(applications, events, now=self._clock())

    async def _change(
        self, uow: IUnitOfWork, application: Application, changes: Mapping[str, object]
    ) -> Announced | None:
        for name, value in changes.items():
            if name in _DOCUMENTS and isinstance(value, UUID):
                await require_document(uow, value, _DOCUMENTS[name], owner_id=application.user_id, field=name)
            if name == "labels":
                if not isinstance(value, list | tuple):
                    raise ValidationError.of_field("labels", "a list of words")
                application.labels = clean_labels(value)
            elif name != "status":
                setattr(application, name, value)
        status = next((one for one in STATUSES if one == changes.get("status")), application.status)
        if status != application.status:
            return await self._move(uow, application, Move(status=status))
        await uow.applications.save(application)
        if application.applied_at is not None:
            for field in _DOCUMENTS:
                if field in changes:
                    await self._send(uow, application, getattr(application, field), application.applied_at)
        return None

    async def _move(self, uow: IUnitOfWork, application: Application, move: Move) -> Announced | None:
        now = self._clock()
        if (
            move.occurred_at is None
            and not move.note.strip()
            and (slip := await self._take_back(uow, application, move))
        ):
            return await self._notifier.announce(uow, status_changed(application, slip))
        event = application.move_to(move.status, move.occurred_at or now, now=now, note=move.note)
        if event is None:
            if move.note.strip():
                await uow.application_events.save(_note(application, move, now))
            return None
        application.position = await uow.applications.next_position(application.user_id, move.status)
        await uow.applications.save(application)
        await uow.application_events.save(event)
        if application.applied_at is not None:
            for field in _DOCUMENTS:
                await self._send(uow, application, getattr(application, field), event.occurred_at)
        return await self._notifier.announce(uow, status_changed(application, event))

    async def _take_back(self, uow: IUnitOfWork, application: Application, move: Move) -> ApplicationEvent | None:
        """Undo the latest move if it was a slip that this step corrects; return the step, which is not kept."""
        owner_id, now = application.user_id, self._clock()
        history = await uow.application_events.list_all(
            owner_id, kinds=("status_change", "document_sent"), application_id=application.id
        )
        moves = [event for event in history if event.kind == "status_change"]
        slip = max(moves, key=lambda event: (event.created_at, event.id), default=None)
        if slip is None or not application.is_slip(slip, move.status, now=now):
            return None
        was_sent_by_it = application.applied_at == slip.occurred_at
        application.take_back(slip, [event for event in moves if event.id != slip.id], now=now)
        application.position = await uow.applications.next_position(owner_id, application.status)
        await uow.applications.save(application)
        for event in history:
            is_sent_then = event.kind == "document_sent" and event.occurred_at == slip.occurred_at
            if event.id == slip.id or (was_sent_by_it and is_sent_then):
                await uow.application_events.delete(event.id, owner_id=owner_id)
        return replace(slip, id=uuid7(), from_status=slip.to_status, to_status=slip.from_status, occurred_at=now)

    async def _send(self, uow: IUnitOfWork, application: Application, document_id: UUID | None, at: datetime) -> None:
        if document_id is None:
            return
        sent = await uow.application_events.list_all(
            application.user_id, kinds=("document_sent",), application_id=application.id
        )
        if all(event.document_id != document_id for event in sent):
            document = await uow.documents.get(document_id, owner_id=application.user_id)
            await uow.application_events.save(sent_document(application, document, at=at, now=self._clock()))


def _note(application: Application, move: Move, now: datetime) -> ApplicationEvent:
    return ApplicationEvent(
        user_id=application.user_id,
        application_id=application.id,
        kind="note",
        body=move.note,
        occurred_at=move.occurred_at or now,
        created_at=now,
        updated_at=now,
    )
