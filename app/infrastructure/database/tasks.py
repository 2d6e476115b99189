"""Background work in the database: leases and fences."""

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, String, and_, delete, func, insert, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.tasks import Lease, LeaseLostError, Task, TaskStatus
from app.infrastructure.database.base import Repository, Row, entity_reader, table_of, values_of


class TaskRow(Row):
    """A piece of background work."""

    __tablename__ = "tasks"
    __table_args__ = (
        Index("ix_tasks_due", "status", "run_at"),
        Index("ix_tasks_owner", "user_id", "status"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[UUID] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(String(20))
    run_at: Mapped[datetime]
    attempts: Mapped[int]
    max_attempts: Mapped[int]
    lease_owner: Mapped[str]
    lease_expires_at: Mapped[datetime | None]
    fence: Mapped[int]
    last_error: Mapped[str]


_tasks = table_of(TaskRow)
_select, _task = entity_reader(Task, TaskRow)
_NAMES = tuple(f.name for f in fields(Task))


class SqlTaskRepository(Repository):
    """`ITaskRepository` in SQL."""

    async def add(self, task: Task) -> None:
        """See `ITaskRepository.add`."""
        await self._execute(insert(_tasks), values_of(task, _NAMES))

    async def claim(self, *, owner: str, now: datetime, lease: timedelta, kinds: tuple[str, ...]) -> Task | None:
        """See `ITaskRepository.claim`."""
        table = _tasks.c
        running = _tasks.alias("running")
        load = (
            select(func.count())
            .select_from(running)
            .where(running.c.user_id == table.user_id, running.c.status == "running", running.c.lease_expires_at > now)
            .scalar_subquery()
        )
        candidate = (
            select(table.id)
            .where(_due(now), table.kind.in_(kinds))
            .order_by(load, table.attempts, table.run_at, table.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=_tasks)
            .scalar_subquery()
        )
        claimed = (
            update(_tasks)
            .where(table.id == candidate, _due(now))
            .values(
                status="running",
                lease_owner=owner,
                lease_expires_at=now + lease,
                fence=table.fence + 1,
                attempts=table.attempts + 1,
                updated_at=now,
            )
            .returning(*(table[name] for name in _NAMES))
        )
        found = (await self._execute(claimed)).one_or_none()
        return _task(found) if found else None

    async def renew(self, lease: Lease, *, until: datetime) -> None:
        """See `ITaskRepository.renew`."""
        await self._update(lease, lease_expires_at=until)

    async def guard(self, lease: Lease) -> None:
        """See `ITaskRepository.guard`."""
        held = select(_tasks.c.id).where(_held(lease)).with_for_update()
        if (await self._execute(held)).one_or_none() is None:
            raise LeaseLostError

    async def finish(
        self, lease: Lease, *, status: TaskStatus, error: str = "", run_at: datetime | None = None
    ) -> None:
        """See `ITaskRepository.finish`."""
        values: dict[str, object] = {"status": status, "last_error": error, "lease_owner": "", "lease_expires_at": None}
        await self._update(lease, **values, **({"run_at": run_at} if run_at else {}))

    async def cancel(self, subject_id: UUID) -> None:
        """See `ITaskRepository.cancel`."""
        unfinished = and_(_tasks.c.subject_id == subject_id, _tasks.c.status.in_(["queued", "running"]))
        await self._execute(delete(_tasks).where(unfinished))

    async def depth(self, *, now: datetime) -> tuple[int, float]:
        """See `ITaskRepository.depth`."""
        statement = select(func.count(), func.min(_tasks.c.run_at)).where(_due(now))
        counted: Any = (await self._execute(statement)).one()
        count, oldest = counted
        return count, max(0.0, (now - oldest).total_seconds()) if oldest else 0.0

    async def _update(self, lease: Lease, **values: object) -> None:
        result = await self._execute(update(_tasks).where(_held(lease)).values(**values))
        if result.rowcount != 1:
            raise LeaseLostError


def _due(now: datetime) -> ColumnElement[bool]:
    table = _tasks.c
    return or_(
        and_(table.status == "queued", table.run_at <= now),
        and_(table.status == "running", table.lease_expires_at <= now),
    )


def _held(lease: Lease) -> ColumnElement[bool]:
    return and_(_tasks.c.id == lease.task_id, _tasks.c.fence == lease.fence, _tasks.c.status == "running")
