"""Background work: what runs each kind of task, and what is looked at from time to time."""

import asyncio
import faulthandler
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Protocol

from app.application.notifying import TASK_KIND as NOTIFICATION
from app.application.schedules import Scheduler
from app.application.tasks import ParkedHandler, TaskHandler, TaskRunner
from app.bootstrap.adapters import Adapters, now
from app.domain.ids import uuid7
from app.domain.ports.queue import ITaskQueue
from app.domain.tasks import Lease, Task
from app.infrastructure.queue import CeleryTaskQueue, make_celery
from app.settings import Settings

if TYPE_CHECKING:
    from celery import Celery

logger = logging.getLogger(__name__)
_LONGEST_STOP_SECONDS = 29.0
"""What an operator's thirty seconds of patience leave for the leaving."""
_CANCEL_AGAIN_SECONDS = 3.0


class Runner(Protocol):
    """Does one kind of background work."""

    async def run(self, task: Task, lease: Lease) -> None:
        """Do the task; every write checks the lease's fence."""
        ...

    async def on_parked(self, task: Task, error: str) -> None:
        """Bring what the user sees to a clear end: the task will not be tried again."""
        ...


@dataclass(slots=True)
class Runners:
    """Which runner does which kind of task. Some join after the services they use have been built."""

    run: dict[str, TaskHandler] = field(default_factory=dict)
    on_parked: dict[str, ParkedHandler] = field(default_factory=dict)

    def add(self, kind: str, runner: Runner) -> None:
        """Let `runner` do the tasks of `kind`."""
        self.run[kind], self.on_parked[kind] = runner.run, runner.on_parked


def build_task_runner(settings: Settings, adapters: Adapters, runners: Runners) -> TaskRunner:
    """Return the worker of this process, under a name of its own."""
    return TaskRunner(
        adapters.unit_of_work,
        runners.run,
        runners.on_parked,
        owner=f"{socket.gethostname()}-{os.getpid()}-{uuid7().hex[-8:]}",
        clock=now,
        lease=timedelta(seconds=settings.task_lease_seconds),
        apart=frozenset({NOTIFICATION}),
        tracer=adapters.tracer,
    )


@contextmanager
def leaving_in_time(seconds: float = _LONGEST_STOP_SECONDS) -> Iterator[Callable[[], None]]:
    """Yield what starts the time: unless this is left `seconds` later the process ends where it stands.

    It says on standard error where every thread stood. Nothing is lost by it: what was acknowledged is in the database,
    and work whose lease ends is taken over.
    """

    def start() -> None:
        if sys.__stderr__ is not None:
            faulthandler.dump_traceback_later(seconds, exit=True, file=sys.__stderr__)

    try:
        yield start
    finally:
        faulthandler.cancel_dump_traceback_later()


@contextmanager
def on_stop(tell: Callable[[], None], leave: Callable[[], None]) -> Iterator[None]:
    """As soon as the process is told to stop, call `leave`, and `tell` on the running loop; tell whoever listens too.

    A server waits for its answers to end before it stops, and streams never end by themselves.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    earlier = {number: signal.getsignal(number) or signal.SIG_DFL for number in (signal.SIGTERM, signal.SIGINT)}

    def stop(number: int, frame: FrameType | None) -> None:
        leave()
        loop.call_soon_threadsafe(tell)
        handler = earlier[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)
        else:
            signal.signal(number, handler)
            signal.raise_signal(number)

    for number in earlier:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def build_queue(settings: Settings, tasks: TaskRunner, stack: AsyncExitStack) -> ITaskQueue:
    """Return what tells workers of new work: this process's own, or those at the broker."""
    if settings.task_queue == "in_process":
        return tasks
    queue = CeleryTaskQueue(partial(build_celery, settings))
    stack.push_async_callback(queue.aclose)
    return queue


def build_celery(settings: Settings) -> "Celery":
    """Return the application that tells and is told of work; of the extra `celery`."""
    return make_celery(settings.celery_broker_url, settings.celery_result_backend, queue=settings.celery_queue)


def start_work(
    tasks: TaskRunner, scheduler: Scheduler, stack: AsyncExitStack, *, concurrency: int, grace_seconds: float
) -> None:
    """Run tasks and scans in this process until the stack is closed; what runs then has `grace_seconds` to end."""
    work = asyncio.create_task(tasks.run_forever(concurrency=concurrency), name="the work")
    stack.push_async_callback(_stop, work)
    stack.push_async_callback(_drain, tasks, work, grace_seconds)
    stack.push_async_callback(_stop, asyncio.create_task(scheduler.run_forever(), name="the schedule"))


async def _drain(tasks: TaskRunner, work: "asyncio.Task[None]", seconds: float) -> None:
    if seconds:
        tasks.drain()
        await asyncio.wait([work], timeout=seconds)


async def _stop(work: "asyncio.Task[None]") -> None:
    work.cancel()
    while not (await asyncio.wait([work], timeout=_CANCEL_AGAIN_SECONDS))[0]:
        # A library may lose a cancellation, and the process would wait for its loop for ever.
        logger.warning("%s does not end; cancelling it again", work.get_name())
        work.cancel()
    with suppress(asyncio.CancelledError):
        await work
