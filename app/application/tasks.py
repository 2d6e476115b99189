"""The worker: claims due tasks, keeps their leases alive while handlers run, and gives them back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.errors import DatabaseAwayError, NotFoundError, UnavailableError
from app.domain.ports.tracing import ITracer, NoTracer
from app.domain.tasks import Lease, LeaseLostError, Task, TaskCounts
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
TaskHandler = Callable[[Task, Lease], Awaitable[None]]
ParkedHandler = Callable[[Task, str], Awaitable[None]]
_APART_WORKERS = 2
_KEPT_DONE, _KEPT_PARKED = timedelta(days=7), timedelta(days=90)


class TaskRunner:
    """Runs background work, several tasks at a time, in whatever process holds it.

    A task whose handler raises is retried with growing delays and parked after its last attempt; then `on_parked` of
    its kind is told, so that what the user sees ends in a clear state. One that a shutdown cuts short is handed back at
    once; one whose worker died is due when its lease ends. The kinds in `apart` have workers of their own: what mostly
    waits for somebody else is neither held up by long work nor holds it up.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        handlers: Mapping[str, TaskHandler],
        on_parked: Mapping[str, ParkedHandler],
        *,
        owner: str,
        clock: Callable[[], datetime],
        lease: timedelta = timedelta(seconds=15),
        poll_seconds: float = 2.0,
        apart: frozenset[str] = frozenset(),
        tracer: ITracer | None = None,
    ) -> None:
        self._tracer = tracer or NoTracer()
        self._unit_of_work = unit_of_work
        self._handlers = handlers
        self._on_parked = on_parked
        self._owner = owner
        self._clock = clock
        self._lease = lease
        self._poll_seconds = poll_seconds
        self._apart = apart
        self._wakes: list[asyncio.Event] = []
        self._draining = False

    async def notify(self, task_id: UUID) -> None:
        """See `ITaskQueue.notify`: this process's own workers look at once."""
        for wake in self._wakes:
            wake.set()

    async def run_forever(self, *, concurrency: int = 2) -> None:
        """Work until cancelled or drained. Without `concurrency` only the kinds in `apart` are worked on."""
        async with asyncio.TaskGroup() as group:
            for kinds, count in ((self._main_kinds(), concurrency), (tuple(sorted(self._apart)), _APART_WORKERS)):
                for _ in range(count if kinds else 0):
                    group.create_task(self._work_forever(kinds))

    def drain(self) -> None:
        """Let `run_forever` end when what runs now is done."""
        self._draining = True
        for wake in self._wakes:
            wake.set()

    async def run_next(self) -> bool:
        """Run one due task to its end, of those in `apart` only where there is no other; tell whether there was one."""
        return await self.run_one(self._main_kinds()) or (bool(self._apart) and await self.run_one(tuple(self._apart)))

    async def backlog(self) -> TaskCounts:
        """Return how much work there is, for operators."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.tasks.counts(now=self._clock())

    async def waiting(self) -> int:
        """Return how many tasks are due that workers of this deployment are to be told of."""
        async with self._unit_of_work(read_only=True) as uow:
            return (await uow.tasks.depth(now=self._clock(), kinds=self._main_kinds()))[0]

    async def purge(self) -> int:
        """Forget what was done a week ago or parked three months ago; return how much that was."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            count = await uow.tasks.purge(done_before=now - _KEPT_DONE, parked_before=now - _KEPT_PARKED)
            await uow.commit()
        return count

    async def run_until_idle(self) -> int:
        """Work off everything that is due now and return how many tasks were run."""
        count = 0
        while await self.run_one():
            count += 1
        return count

    async def run_one(self, kinds: tuple[str, ...] = ()) -> bool:
        """Claim one due task (of any kind without `kinds`) and run it to its end; tell whether there was one."""
        async with self._unit_of_work() as uow:
            task = await uow.tasks.claim(
                owner=self._owner, now=self._clock(), lease=self._lease, kinds=kinds or tuple(self._handlers)
            )
            await uow.commit()
        if task is None:
            return False
        lease = Lease(task.id, task.fence)
        if task.is_poison:
            await self._give_back(lease, task, error="the worker died, or lost the database, each time this was tried")
        else:
            await self._run(task, lease)
        return True

    async def _work_forever(self, kinds: tuple[str, ...]) -> None:
        # Each worker has a hint of its own, cleared before it looks: one that comes while it looks is not lost.
        wake = asyncio.Event()
        self._wakes.append(wake)
        while not self._draining:
            wake.clear()
            try:
                worked = await self.run_one(kinds)
            except UnavailableError:
                logger.warning("the database is away; looking for work again shortly")
                worked = False
            except Exception:
                # The outermost loop: whatever went wrong around one task, the others are still to be done.
                logger.exception("a worker stumbled; looking for work again shortly")
                worked = False
            if not worked and not self._draining:
                # Not `wait_for`, which may lose a cancellation: https://github.com/python/cpython/issues/86296
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._poll_seconds):
                        await wake.wait()

    async def _run(self, task: Task, lease: Lease) -> None:
        work = asyncio.ensure_future(self._traced(task, lease))
        heart = asyncio.ensure_future(self._keep_alive(lease, work))
        try:
            await work
        except (LeaseLostError, NotFoundError):
            # Cancelled, deleted or taken over: whoever did that owns the state now.
            logger.info("task %s (%s) was ended from outside", task.id, task.kind)
            await self._give_back(lease, task, error=None)
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if current is not None and current.cancelling():
                await self._hand_back(lease, task)
                raise
            logger.info("task %s (%s) lost its lease", task.id, task.kind)
        except DatabaseAwayError as error:
            # No failure of the task's: it is tried again however often that happens, until it is poison.
            logger.warning("task %s (%s) has to wait: %s", task.id, task.kind, error.message)
            with suppress(LeaseLostError):
                await self._queue_again(lease, task, str(error))
        except UnavailableError as error:
            logger.warning("task %s (%s), attempt %d: %s", task.id, task.kind, task.attempts, error.message)
            await self._give_back(lease, task, error=f"{type(error).__name__}: {error}")
        except Exception as error:
            logger.exception("task %s (%s), attempt %d, failed", task.id, task.kind, task.attempts)
            await self._give_back(lease, task, error=f"{type(error).__name__}: {error}")
        else:
            await self._give_back(lease, task, error=None)
        finally:
            heart.cancel()

    async def _traced(self, task: Task, lease: Lease) -> None:
        with self._tracer.span(f"task {task.kind}", task_id=str(task.id), task_attempt=task.attempts):
            await self._handlers[task.kind](task, lease)

    def _main_kinds(self) -> tuple[str, ...]:
        return tuple(sorted(set(self._handlers) - self._apart))

    async def _hand_back(self, lease: Lease, task: Task) -> None:
        # This process is told to end: another one may go on at once, and for a database that is away the lease ends.
        with suppress(LeaseLostError, UnavailableError):
            async with self._unit_of_work() as uow:
                await uow.tasks.finish(lease, status="queued", error=task.last_error, run_at=self._clock())
                await uow.commit()

    async def _give_back(self, lease: Lease, task: Task, *, error: str | None) -> None:
        try:
            if error is not None and task.attempts < task.max_attempts:
                await self._queue_again(lease, task, error)
                return
            async with self._unit_of_work() as uow:
                await uow.tasks.finish(lease, status="done" if error is None else "parked", error=(error or "")[:2000])
                await uow.commit()
        except LeaseLostError:
            return
        if error is not None and task.kind in self._on_parked:
            # What the task was about may be deleted by now: then there is nothing to end.
            with suppress(NotFoundError):
                await self._on_parked[task.kind](task, error)

    async def _queue_again(self, lease: Lease, task: Task, error: str) -> None:
        async with self._unit_of_work() as uow:
            run_at = self._clock() + task.retry_delay()
            await uow.tasks.finish(lease, status="queued", error=error[:2000], run_at=run_at)
            await uow.commit()

    async def _keep_alive(self, lease: Lease, work: "asyncio.Future[None]") -> None:
        while not work.done():
            await asyncio.sleep(self._lease.total_seconds() / 3)
            try:
                async with self._unit_of_work() as uow:
                    await uow.tasks.renew(lease, until=self._clock() + self._lease)
                    await uow.commit()
            except LeaseLostError:
                work.cancel()
                return
            except UnavailableError:
                logger.warning("could not renew the lease of task %s; trying again", lease.task_id)
