"""Background work in the database: leases and fences."""

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.tasks import SUSPECT_WAITS, Lease, LeaseLostError, Task, TaskCounts, TaskStatus, Turn
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


class ScheduleRow(Row):
    """When something is due again, and until when somebody is at it."""

    __tablename__ = "schedules"

    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    next_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]


_tasks = table_of(TaskRow)
_schedules = table_of(ScheduleRow)
_select, _task = entity_reader(Task, TaskRow)
_NAMES = tuple(f.name for f in fields(Task))
_new = {name: bindparam(f"new_{name}", type_=_tasks.c[name].type) for name in _NAMES}
_waiting = select(_tasks.c.id).where(
    _tasks.c.subject_id == _new["subject_id"], _tasks.c.kind == _new["kind"], _tasks.c.status == "queued"
)
_insert_once = insert(_tasks).from_select(_NAMES, select(*_new.values()).where(~_waiting.exists()))


class SqlTaskRepository(Repository):
    """`ITaskRepository` in SQL."""

    async def add(self, task: Task) -> None:
        """See `ITaskRepository.add`."""
        await self._execute(insert(_tasks), values_of(task, _NAMES))

    async def add_once(self, task: Task) -> None:
        """See `ITaskRepository.add_once`."""
        await self._execute(_insert_once, {f"new_{name}": getattr(task, name) for name in _NAMES})

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
            .order_by(_has_had_its_turn(now), load, table.attempts, table.run_at, table.id)
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

    async def depth(self, *, now: datetime, kinds: tuple[str, ...] = ()) -> tuple[int, float]:
        """See `ITaskRepository.depth`."""
        statement = select(func.count(), func.min(_tasks.c.run_at)).where(_due(now))
        if kinds:
            statement = statement.where(_tasks.c.kind.in_(kinds))
        counted: Any = (await self._execute(statement)).one()
        count, oldest = counted
        return count, max(0.0, (now - oldest).total_seconds()) if oldest else 0.0

    async def counts(self, *, now: datetime) -> TaskCounts:
        """See `ITaskRepository.counts`."""
        due, oldest = await self.depth(now=now)
        table = _tasks.c
        running = select(func.count()).where(table.status == "running", table.lease_expires_at > now)
        parked = select(func.count()).where(table.status == "parked")
        last = select(table.last_error).where(table.status == "parked").order_by(table.updated_at.desc()).limit(1)
        both = select(running.scalar_subquery(), parked.scalar_subquery(), last.scalar_subquery())
        found: Any = (await self._execute(both)).one()
        return TaskCounts(due=due, oldest_seconds=oldest, running=found[0], parked=found[1], last_parked=found[2] or "")

    async def purge(self, *, done_before: datetime, parked_before: datetime) -> int:
        """See `ITaskRepository.purge`."""
        table = _tasks.c
        done = and_(table.status == "done", table.updated_at < done_before)
        parked = and_(table.status == "parked", table.updated_at < parked_before)
        return (await self._execute(delete(_tasks).where(or_(done, parked)))).rowcount

    async def _update(self, lease: Lease, **values: object) -> None:
        result = await self._execute(update(_tasks).where(_held(lease)).values(**values))
        if result.rowcount != 1:
            raise LeaseLostError


class SqlScheduleRepository(Repository):
    """`IScheduleRepository` in SQL."""

    async def claim(self, name: str, *, now: datetime, until: datetime) -> Turn | None:
        """See `IScheduleRepository.claim`."""
        insert = postgresql.insert(_schedules) if self._dialect == "postgresql" else sqlite.insert(_schedules)
        table = _schedules.c
        claimed = (
            insert.values(name=name, next_at=now, claimed_until=until)
            .on_conflict_do_update(
                index_elements=["name"],
                set_={"claimed_until": until},
                where=and_(table.next_at <= now, or_(table.claimed_until.is_(None), table.claimed_until <= now)),
            )
            .returning(table.name)
        )
        return Turn(name, until) if (await self._execute(claimed)).one_or_none() else None

    async def finish(self, turn: Turn, *, next_at: datetime) -> None:
        """See `IScheduleRepository.finish`."""
        mine = (_schedules.c.name == turn.name, _schedules.c.claimed_until == turn.until)
        await self._execute(update(_schedules).where(*mine).values(next_at=next_at, claimed_until=None))


def _due(now: datetime) -> ColumnElement[bool]:
    table = _tasks.c
    return or_(
        and_(table.status == "queued", table.run_at <= now),
        and_(table.status == "running", table.lease_expires_at <= now),
    )


def _has_had_its_turn(now: datetime) -> ColumnElement[int]:
    """Return 0 for a due task that lost its worker: that is not its fault, up to a point."""
    table = _tasks.c
    is_trusted = or_(table.attempts <= table.max_attempts, table.lease_expires_at <= now - SUSPECT_WAITS)
    return case((and_(table.status == "running", is_trusted), 0), else_=1)


def _held(lease: Lease) -> ColumnElement[bool]:
    return and_(_tasks.c.id == lease.task_id, _tasks.c.fence == lease.fence, _tasks.c.status == "running")
