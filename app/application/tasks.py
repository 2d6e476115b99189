"""The worker: claims due tasks, keeps their leases alive while handlers run, and gives them back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.errors import NotFoundError, UnavailableError
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
TaskHandler = Callable[[Task, Lease], Awaitable[None]]
ParkedHandler = Callable[[Task, str], Awaitable[None]]


class TaskRunner:
    """Runs background work, several tasks at a time, in whatever process holds it.

    A task whose handler raises is retried with growing delays and parked after its last attempt; then `on_parked` of
    its kind is told, so that what the user sees ends in a clear state.
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
    ) -> None:
        self._unit_of_work = unit_of_work
        self._handlers = handlers
        self._on_parked = on_parked
        self._owner = owner
        self._clock = clock
        self._lease = lease
        self._poll_seconds = poll_seconds
        self._wake = asyncio.Event()

    async def notify(self, task_id: UUID) -> None:
        """See `ITaskQueue.notify`: this process's own workers look at once."""
        self._wake.set()

    async def run_forever(self, *, concurrency: int = 2) -> None:
        """Work until cancelled; a cancelled worker's task is picked up again after its lease."""
        async with asyncio.TaskGroup() as group:
            for _ in range(concurrency):
                group.create_task(self._work_forever())

    async def run_until_idle(self) -> int:
        """Work off everything that is due now and return how many tasks were run."""
        count = 0
        while await self.run_one():
            count += 1
        return count

    async def run_one(self) -> bool:
        """Claim one due task and run it to its end; tell whether there was one."""
        async with self._unit_of_work() as uow:
            task = await uow.tasks.claim(
                owner=self._owner, now=self._clock(), lease=self._lease, kinds=tuple(self._handlers)
            )
            await uow.commit()
        if task is None:
            return False
        lease = Lease(task.id, task.fence)
        if task.is_poison:
            await self._give_back(lease, task, error="the worker died each time this was tried")
        else:
            await self._run(task, lease)
        return True

    async def _work_forever(self) -> None:
        while True:
            try:
                worked = await self.run_one()
            except UnavailableError:
                logger.warning("the database is away; looking for work again shortly")
                worked = False
            if not worked:
                self._wake.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), self._poll_seconds)

    async def _run(self, task: Task, lease: Lease) -> None:
        work = asyncio.ensure_future(self._handlers[task.kind](task, lease))
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
                raise
            logger.info("task %s (%s) lost its lease", task.id, task.kind)
        except Exception as error:
            logger.exception("task %s (%s), attempt %d, failed", task.id, task.kind, task.attempts)
            await self._give_back(lease, task, error=f"{type(error).__name__}: {error}")
        else:
            await self._give_back(lease, task, error=None)
        finally:
            heart.cancel()

    async def _give_back(self, lease: Lease, task: Task, *, error: str | None) -> None:
        try:
            async with self._unit_of_work() as uow:
                if error is None:
                    await uow.tasks.finish(lease, status="done")
                elif task.attempts >= task.max_attempts:
                    await uow.tasks.finish(lease, status="parked", error=error[:2000])
                else:
                    run_at = self._clock() + task.retry_delay()
                    await uow.tasks.finish(lease, status="queued", error=error[:2000], run_at=run_at)
                await uow.commit()
        except LeaseLostError:
            return
        if error is not None and task.attempts >= task.max_attempts and task.kind in self._on_parked:
            await self._on_parked[task.kind](task, error)

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
