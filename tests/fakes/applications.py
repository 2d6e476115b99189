"""The repositories of applications and of what hangs on them."""

import copy
import dataclasses
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.applications import (
    Application,
    ApplicationEvent,
    ApplicationExistsError,
    ApplicationReminder,
    ApplicationStatus,
    CalendarToken,
    EventKind,
    JobSummary,
)
from app.domain.pagination import Page, PageRequest
from tests.fakes.base import FakeOwnedRepository
from tests.fakes.jobs import FakeJobRepository


class FakeApplicationRepository(FakeOwnedRepository[Application]):
    def __init__(self, jobs: FakeJobRepository, events: "FakeApplicationEventRepository") -> None:
        super().__init__("Application", ["saved_at", "applied_at", "deadline", "next_action_at", "position"])
        self._jobs, self._events = jobs, events

    async def save(self, entity: Application) -> None:
        if any(row.job_id == entity.job_id and row.id != entity.id for row in self.rows.values()):
            raise ApplicationExistsError
        await super().save(dataclasses.replace(entity, job=None, status_since=None))

    async def get(self, entity_id: UUID, *, owner_id: UUID, lock: bool = False) -> Application:
        return self._with_job(await super().get(entity_id, owner_id=owner_id, lock=lock))

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
    ) -> Page[Application]:
        found = await super().page(owner_id, PageRequest(10**6, 0, request.sort), status=status)
        rows = [
            row
            for row in (self._with_job(row) for row in found.items)
            if (due_before is None or _is_due(row, due_before))
            and (not q or any(q.lower() in (text or "").lower() for text in _searched(row)))
        ]
        window = rows[request.offset : request.offset + request.limit]
        return Page(window, len(rows), request.limit, request.offset)

    async def list_all(
        self,
        owner_id: UUID,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
        lock: bool = False,
    ) -> list[Application]:
        everything = PageRequest(10**6, 0, "position")
        return (await self.search(owner_id, everything, status=status, q=q, due_before=due_before)).items

    async def list_due(
        self, *, since: datetime, until: datetime, after_id: UUID | None = None, limit: int = 100
    ) -> list[Application]:
        rows = [self._with_job(copy.deepcopy(row)) for row in self.rows.values() if row.status == "interested"]
        due = [row for row in rows if row.apply_by is not None and since <= row.apply_by <= until]
        return sorted((row for row in due if after_id is None or row.id > after_id), key=lambda row: row.id)[:limit]

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Application | None:
        found = self._find(job_id=job_id, user_id=owner_id)
        return self._with_job(found) if found else None

    async def next_position(self, owner_id: UUID, status: ApplicationStatus) -> int:
        mine = [row.position for row in self.rows.values() if row.user_id == owner_id and row.status == status]
        return max(mine, default=-1) + 1

    async def place(self, owner_id: UUID, application_ids: Sequence[UUID]) -> None:
        for position, application_id in enumerate(application_ids):
            if self.rows[application_id].user_id == owner_id:
                self.rows[application_id].position = position

    def _with_job(self, application: Application) -> Application:
        job = self._jobs.rows[application.job_id]
        names = [field.name for field in dataclasses.fields(JobSummary)]
        application.job = JobSummary(**{name: getattr(job, name) for name in names})
        changes = [one for one in self._events.rows.values() if one.application_id == application.id]
        began = [one.occurred_at for one in changes if one.to_status == application.status]
        application.status_since = max(began, default=application.saved_at)
        return application


def _searched(application: Application) -> tuple[str | None, ...]:
    job = application.job
    return (application.notes, job.title if job else None, job.company if job else None)


def _is_due(row: Application, before: datetime) -> bool:
    due = row.apply_by if row.status == "interested" else row.deadline
    return due is not None and due < before


class FakeApplicationEventRepository(FakeOwnedRepository[ApplicationEvent]):
    async def list_all(
        self, owner_id: UUID, *, kinds: Sequence[EventKind] = (), application_id: UUID | None = None
    ) -> list[ApplicationEvent]:
        request = PageRequest(10**6, 0, "occurred_at")
        found = await self.page(owner_id, request, application_id=application_id)
        return [event for event in found.items if not kinds or event.kind in kinds]


class FakeApplicationReminderRepository(FakeOwnedRepository[ApplicationReminder]):
    async def list_due(self, *, now: datetime, limit: int) -> list[ApplicationReminder]:
        due = [row for row in self.rows.values() if row.remind_at <= now and not row.is_done]
        due = [row for row in due if row.notified_at is None]
        return copy.deepcopy(sorted(due, key=lambda row: (row.remind_at, row.id))[:limit])

    async def list_open(self, owner_id: UUID) -> list[ApplicationReminder]:
        return (await self.page(owner_id, PageRequest(10**6, 0, "remind_at"), is_done=False)).items


class FakeCalendarTokenRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, CalendarToken] = {}

    async def save(self, token: CalendarToken) -> None:
        self.rows[token.user_id] = token

    async def find_user(self, token_hash: str) -> UUID | None:
        return next((row.user_id for row in self.rows.values() if row.token_hash == token_hash), None)
