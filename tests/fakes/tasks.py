"""The repositories of background work and of requests that must happen once."""

import copy
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.idempotency import Effect, IdempotencyRecord, RequestInProgressError
from app.domain.tasks import SUSPECT_WAITS, Lease, LeaseLostError, Task, TaskCounts, TaskStatus, Turn


class FakeTaskRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, Task] = {}

    async def add(self, task: Task) -> None:
        self.rows[task.id] = copy.deepcopy(task)

    async def add_once(self, task: Task) -> None:
        waiting = [row for row in self.rows.values() if row.status == "queued" and row.kind == task.kind]
        if all(row.subject_id != task.subject_id for row in waiting):
            await self.add(task)

    async def claim(self, *, owner: str, now: datetime, lease: timedelta, kinds: tuple[str, ...]) -> Task | None:
        due = [task for task in self._due(now) if task.kind in kinds]
        if not due:
            return None
        task = min(due, key=lambda task: self._place(task, now))
        task.status, task.lease_owner, task.lease_expires_at = "running", owner, now + lease
        task.fence += 1
        task.attempts += 1
        task.updated_at = now
        return copy.deepcopy(task)

    async def renew(self, lease: Lease, *, until: datetime) -> None:
        self._held(lease).lease_expires_at = until

    async def guard(self, lease: Lease) -> None:
        self._held(lease)

    async def finish(
        self, lease: Lease, *, status: TaskStatus, error: str = "", run_at: datetime | None = None
    ) -> None:
        task = self._held(lease)
        task.status, task.last_error, task.lease_owner, task.lease_expires_at = status, error, "", None
        task.run_at = run_at or task.run_at

    async def cancel(self, subject_id: UUID) -> None:
        unfinished = [
            task.id
            for task in self.rows.values()
            if task.subject_id == subject_id and task.status in ("queued", "running")
        ]
        for task_id in unfinished:
            del self.rows[task_id]

    async def depth(self, *, now: datetime, kinds: tuple[str, ...] = ()) -> tuple[int, float]:
        due = [task for task in self._due(now) if not kinds or task.kind in kinds]
        return len(due), max(((now - task.run_at).total_seconds() for task in due), default=0.0)

    async def counts(self, *, now: datetime) -> TaskCounts:
        due, oldest = await self.depth(now=now)
        rows = self.rows.values()
        parked = sorted((task for task in rows if task.status == "parked"), key=lambda task: task.updated_at)
        running = [task for task in rows if task.status == "running" and (task.lease_expires_at or now) > now]
        last = parked[-1].last_error if parked else ""
        return TaskCounts(due=due, oldest_seconds=oldest, running=len(running), parked=len(parked), last_parked=last)

    async def purge(self, *, done_before: datetime, parked_before: datetime) -> int:
        limits = {"done": done_before, "parked": parked_before}
        old = [task.id for task in self.rows.values() if task.updated_at < limits.get(task.status, task.updated_at)]
        for task_id in old:
            del self.rows[task_id]
        return len(old)

    def _due(self, now: datetime) -> Iterable[Task]:
        for task in self.rows.values():
            expired = task.lease_expires_at is not None and task.lease_expires_at <= now
            if (task.status == "queued" and task.run_at <= now) or (task.status == "running" and expired):
                yield task

    def _place(self, task: Task, now: datetime) -> tuple[object, ...]:
        has_lost_its_worker = task.status == "running" and (
            task.attempts <= task.max_attempts
            or (task.lease_expires_at is not None and task.lease_expires_at <= now - SUSPECT_WAITS)
        )
        return (not has_lost_its_worker, self._load(task.user_id, now), task.attempts, task.run_at, task.id)

    def _load(self, user_id: UUID, now: datetime) -> int:
        return sum(
            task.user_id == user_id
            and task.status == "running"
            and task.lease_expires_at is not None
            and task.lease_expires_at > now
            for task in self.rows.values()
        )

    def _held(self, lease: Lease) -> Task:
        task = self.rows.get(lease.task_id)
        if task is None or task.fence != lease.fence or task.status != "running":
            raise LeaseLostError
        return task


class FakeScheduleRepository:
    def __init__(self) -> None:
        self.rows: dict[str, tuple[datetime, datetime | None]] = {}

    async def claim(self, name: str, *, now: datetime, until: datetime) -> Turn | None:
        next_at, claimed_until = self.rows.get(name, (now, None))
        if next_at > now or (claimed_until is not None and claimed_until > now):
            return None
        self.rows[name] = (next_at, until)
        return Turn(name, until)

    async def finish(self, turn: Turn, *, next_at: datetime) -> None:
        if turn.name in self.rows and self.rows[turn.name][1] == turn.until:
            self.rows[turn.name] = (next_at, None)


class FakeIdempotencyRepository:
    def __init__(self) -> None:
        self.rows: dict[str, IdempotencyRecord] = {}

    async def claim(self, record: IdempotencyRecord, *, now: datetime) -> IdempotencyRecord:
        found = self.rows.get(record.digest)
        if found is not None and found.expires_at > now:
            abandoned = found.state == "running" and found.lease_expires_at <= now
            if not abandoned or found.fingerprint != record.fingerprint:
                return found
        self.rows[record.digest] = record
        return record

    async def find(self, digest: str) -> IdempotencyRecord | None:
        return self.rows.get(digest)

    async def mark_committed(self, effect: Effect) -> None:
        found = self.rows.get(effect.digest)
        if found is None or found.claim != effect.claim:
            raise RequestInProgressError
        self.rows[effect.digest] = replace(found, state="committed", effects=tuple(effect.saved))

    async def complete(
        self, effect: Effect, *, status_code: int, headers: tuple[tuple[str, str], ...], sealed_body: bytes
    ) -> None:
        found = self.rows.get(effect.digest)
        if found is not None and found.claim == effect.claim:
            self.rows[effect.digest] = replace(
                found, state="done", status_code=status_code, headers=headers, sealed_body=sealed_body
            )

    async def release(self, effect: Effect) -> None:
        found = self.rows.get(effect.digest)
        if found is not None and found.claim == effect.claim:
            del self.rows[effect.digest]

    async def purge(self, *, now: datetime) -> None:
        self.rows = {digest: row for digest, row in self.rows.items() if row.expires_at > now}
