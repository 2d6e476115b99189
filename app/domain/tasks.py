"""Background work. The row is the truth and the queue only a hint: a task is claimed with a lease and a fence."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError

TaskStatus = Literal["queued", "running", "done", "parked"]


class LeaseLostError(ConflictError):
    """Another worker holds the task now, or it was cancelled; whoever sees this writes nothing more."""

    code = "lease_lost"
    default_message = "This work was taken over or cancelled"


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to write on behalf of a task: valid only while the row carries the same `fence`."""

    task_id: UUID
    fence: int


SUSPECT_WAITS = timedelta(seconds=30)
"""How long a task that lost its worker again and again leaves the others before it, counted from its lease's end."""


@dataclass(slots=True, kw_only=True)
class Task(OwnedEntity):
    """One piece of background work on the entity `subject_id`. `kind` names its handler.

    `fence` grows with each claim. A task whose handler failed in its attempt number `max_attempts` is parked with its
    last error. One that took its worker down is tried more often, for it is mostly the machine that dies.
    """

    kind: str
    subject_id: UUID
    status: TaskStatus = "queued"
    run_at: datetime
    attempts: int = 0
    max_attempts: int = 5
    lease_owner: str = ""
    lease_expires_at: datetime | None = None
    fence: int = 0
    last_error: str = ""

    @property
    def is_poison(self) -> bool:
        """Tell whether its workers died so often that it must be what kills them."""
        return self.attempts > 3 * self.max_attempts

    def retry_delay(self) -> timedelta:
        """Return how long to wait before the next attempt: 1, 4, 16, … seconds, at most five minutes."""
        return timedelta(seconds=min(300, 4 ** max(0, self.attempts - 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCounts:
    """How much background work is due, runs and is parked; how old the oldest of what is due is, in seconds."""

    due: int
    oldest_seconds: float
    running: int
    parked: int
    last_parked: str
    """Why the last one was parked."""


class ITaskRepository(Protocol):
    """Background work of all users."""

    async def add(self, task: Task) -> None:
        """Queue the task."""
        ...

    async def add_once(self, task: Task) -> None:
        """Queue the task unless one of its kind for its subject is waiting already. Two at once may both be queued."""
        ...

    async def claim(self, *, owner: str, now: datetime, lease: timedelta, kinds: tuple[str, ...]) -> Task | None:
        """Claim the next due task with one conditional update and return it with its new fence, or `None`.

        Due are queued tasks whose time has come and running ones whose lease ran out. The latter go first, for they had
        their turn already; those tried more than `max_attempts` times only once they lay there for `SUSPECT_WAITS`.
        Then users take turns: the one with the fewest running tasks goes first, and of their tasks the one tried the
        fewest times.
        """
        ...

    async def renew(self, lease: Lease, *, until: datetime) -> None:
        """Extend the lease; raise `LeaseLostError`."""
        ...

    async def guard(self, lease: Lease) -> None:
        """Lock the task's row until this unit of work ends; raise `LeaseLostError` unless the lease still holds."""
        ...

    async def finish(
        self, lease: Lease, *, status: TaskStatus, error: str = "", run_at: datetime | None = None
    ) -> None:
        """Give the task back as `done`, `parked` or (with `run_at`) `queued`; raise `LeaseLostError`."""
        ...

    async def cancel(self, subject_id: UUID) -> None:
        """End all unfinished work on the subject; running holders lose their lease."""
        ...

    async def depth(self, *, now: datetime, kinds: tuple[str, ...] = ()) -> tuple[int, float]:
        """Return how many tasks (of the kinds, without any of all) are due, and the age in seconds of the oldest."""
        ...

    async def counts(self, *, now: datetime) -> TaskCounts:
        """Return how much work there is."""
        ...

    async def purge(self, *, done_before: datetime, parked_before: datetime) -> int:
        """Forget tasks that were done or parked before these times; return how many."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to do what is scheduled under `name` this time: nobody else has it until `until`."""

    name: str
    until: datetime


class IScheduleRepository(Protocol):
    """What is done from time to time, by one of all instances."""

    async def claim(self, name: str, *, now: datetime, until: datetime) -> Turn | None:
        """Take the turn if it is time and nobody has it; a name that is not known yet is due at once."""
        ...

    async def finish(self, turn: Turn, *, next_at: datetime) -> None:
        """Give the turn back; a turn that ran out meanwhile changes nothing."""
        ...
