"""The applications themselves."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Text,
    Uuid,
    and_,
    bindparam,
    column,
    func,
    or_,
    select,
    table,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.applications import Application, ApplicationExistsError, ApplicationStatus, JobSummary
from app.domain.errors import JobWiseError
from app.domain.pagination import Page, PageRequest
from app.infrastructure.database.applications.details import ApplicationEventRow
from app.infrastructure.database.base import Listing, OwnedRepository, Row, table_of
from app.infrastructure.database.statements import as_bound, literal_pattern, lowered
from app.infrastructure.database.types import TypedJson


class ApplicationRow(Row):
    """A job being applied to."""

    __tablename__ = "saved_applications"
    __table_args__ = (
        Index("ix_saved_applications_owner", "user_id", "created_at", "id"),
        Index("ix_saved_applications_status", "user_id", "status"),
        Index("ix_saved_applications_deadline", "status", "deadline"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), unique=True)
    status: Mapped[str] = mapped_column(String(20))
    position: Mapped[int] = mapped_column(Integer, server_default="0")
    labels: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]), server_default="[]")
    notes: Mapped[str]
    deadline: Mapped[datetime | None]
    resume_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    cover_letter_document_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    next_action: Mapped[str]
    next_action_at: Mapped[datetime | None]
    saved_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]


_applications, _events = table_of(ApplicationRow), table_of(ApplicationEventRow)
_SUMMARY = tuple(f.name for f in fields(JobSummary))
# The jobs' own module is a sibling; this names only the columns that a list of applications shows.
_jobs = table(
    "jobs",
    column("id", Uuid()),
    column("user_id", Uuid()),
    *(column(name, Text()) for name in _SUMMARY if name != "id"),
)
_words_of_q = lowered(bindparam("q"))
_CONDITIONS: dict[str, ColumnElement[bool]] = {
    "status": as_bound(_applications, "status"),
    "due_before": or_(
        _applications.c.deadline < bindparam("due_before", type_=_applications.c.deadline.type),
        and_(
            _applications.c.deadline.is_(None),
            _applications.c.status == "interested",
            select(_jobs.c.id)
            .where(
                _jobs.c.id == _applications.c.job_id,
                func.length(_jobs.c.application_deadline) == len("2026-03-14"),
                _jobs.c.application_deadline <= bindparam("due_day", type_=Text()),
            )
            .exists(),
        ),
    ),
    "q": or_(
        lowered(_applications.c.notes).contains(_words_of_q, escape="/"),
        select(_jobs.c.id)
        .where(
            _jobs.c.id == _applications.c.job_id,
            or_(*(lowered(place).contains(_words_of_q, escape="/") for place in (_jobs.c.title, _jobs.c.company))),
        )
        .exists(),
    ),
}


class _Read(NamedTuple):
    """What a list reads of another table."""

    statement: Select[Any]
    key: ColumnElement[UUID]
    owner: ColumnElement[UUID]


_JOBS_READ = _Read(select(*(_jobs.c[name] for name in _SUMMARY)), _jobs.c.id, _jobs.c.user_id)
_STATUS_READ = _Read(
    select(_events.c.application_id, _events.c.to_status, func.max(_events.c.occurred_at).label("since"))
    .where(_events.c.kind == "status_change")
    .group_by(_events.c.application_id, _events.c.to_status),
    _events.c.application_id,
    _events.c.user_id,
)


class SqlApplicationRepository(OwnedRepository[Application]):
    """`IApplicationRepository` in SQL."""

    entity, row, noun = Application, ApplicationRow, "Application"
    conflicts: ClassVar[dict[str, type[JobWiseError]]] = {"uq_saved_applications_job_id": ApplicationExistsError}
    sortable: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "updated_at", "saved_at", "applied_at", "deadline", "next_action_at", "position"}
    )
    unloaded: ClassVar[frozenset[str]] = frozenset({"job", "status_since"})

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
    ) -> Page[Application]:
        """See `IApplicationRepository.search`."""
        listing, parameters = self._matching(owner_id, status=status, q=q, due_before=due_before)
        return await self._page(listing, request, parameters)

    async def list_all(
        self,
        owner_id: UUID,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
        lock: bool = False,
    ) -> list[Application]:
        """See `IApplicationRepository.list_all`."""
        listing, parameters = self._matching(owner_id, status=status, q=q, due_before=due_before)
        statement = listing.whole("position")
        found = await self._execute(statement.with_for_update() if lock else statement, parameters)
        return await self._complete([self._entity(row) for row in found])

    def _matching(
        self, owner_id: UUID, *, status: ApplicationStatus | None, q: str | None, due_before: datetime | None
    ) -> tuple[Listing, dict[str, object]]:
        given = {"status": status, "q": literal_pattern(q) if q else None, "due_before": due_before}
        parameters: dict[str, object] = {name: value for name, value in given.items() if value is not None}
        listing = self._listing(tuple(parameters), lambda: [_CONDITIONS[name] for name in parameters])
        if due_before is not None:
            # The last day that starts before it, as `Application.apply_by` has it.
            parameters["due_day"] = f"{(due_before - timedelta(microseconds=1)).astimezone(UTC):%Y-%m-%d}"
        return listing, {"user_id": owner_id, **parameters}

    async def list_due(
        self, *, since: datetime, until: datetime, after_id: UUID | None = None, limit: int = 100
    ) -> list[Application]:
        """See `IApplicationRepository.list_due`."""
        columns, day = _applications.c, _jobs.c.application_deadline
        by_job = and_(columns.deadline.is_(None), day >= f"{since:%Y-%m-%d}", day <= f"{until:%Y-%m-%d}")
        statement = (
            self._select.join(_jobs, _jobs.c.id == columns.job_id)
            .where(columns.status == "interested", or_(columns.deadline.between(since, until), by_job))
            .order_by(columns.id)
            .limit(limit)
        )
        if after_id is not None:
            statement = statement.where(columns.id > after_id)
        return await self._complete([self._entity(row) for row in await self._execute(statement)])

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Application | None:
        """See `IApplicationRepository.find_for_job`."""
        return await self._find_one(_applications.c.job_id == job_id, _applications.c.user_id == owner_id)

    async def next_position(self, owner_id: UUID, status: ApplicationStatus) -> int:
        """See `IApplicationRepository.next_position`."""
        statement = select(func.coalesce(func.max(_applications.c.position) + 1, 0)).where(
            _applications.c.user_id == owner_id, _applications.c.status == status
        )
        return int((await self._execute(statement)).scalar_one())

    async def place(self, owner_id: UUID, application_ids: Sequence[UUID]) -> None:
        """See `IApplicationRepository.place`."""
        if application_ids:
            statement = (
                update(_applications)
                .where(_applications.c.id == bindparam("placed_id"), _applications.c.user_id == owner_id)
                .values(position=bindparam("placed_at"))
            )
            places = [{"placed_id": item, "placed_at": place} for place, item in enumerate(application_ids)]
            await self._execute(statement, places)

    async def _complete(self, entities: list[Application]) -> list[Application]:
        if entities:
            jobs = {row.id: JobSummary(**row._mapping) for row in await self._of(entities, _JOBS_READ, "job_id")}  # noqa: SLF001 - documented
            changes = await self._of(entities, _STATUS_READ, "id")
            began = {(row.application_id, row.to_status): row.since for row in changes}
            for entity in entities:
                entity.job = jobs.get(entity.job_id)
                entity.status_since = began.get((entity.id, entity.status), entity.saved_at)
        return entities

    async def _of(self, entities: list[Application], read: _Read, name: str) -> CursorResult[Any]:
        # What a long list needs is read by owner, for there is a limit to how many values a statement takes.
        wanted = {getattr(entity, name) for entity in entities}
        by_owner = read.owner == entities[0].user_id
        return await self._execute(
            read.statement.where(read.key.in_(sorted(wanted)) if len(wanted) <= 100 else by_owner)
        )
