"""Hints over a broker: Celery on Redis or RabbitMQ."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import UnavailableError

if TYPE_CHECKING:
    from celery import Celery

logger = logging.getLogger(__name__)
QUEUE = "jobwise"
TASK_NAME = "jobwise.work"
SWEEP = "sweep"
_RETRY_AFTER = 2.0
_MOST_WAITING = 10_000


def make_celery(broker_url: str, result_backend: str = "", *, queue: str = QUEUE) -> "Celery":
    """Return the application that both sides share, on the queue of that name; it takes a second, reaching nothing."""
    from celery import Celery  # noqa: PLC0415 - of an extra, and seconds to import
    from kombu import entity  # noqa: PLC0415 - the same

    kombu: Any = entity
    app = Celery("jobwise", broker=broker_url, backend=result_backend or None, set_as_current=False)
    is_redis = broker_url.startswith("redis")
    app.conf.update(
        # The default exchange needs no binding, so a broker that was emptied routes the next message all the same.
        task_queues=[kombu.Queue(queue, kombu.Exchange("", type="direct"), routing_key=queue, durable=True)],
        task_default_queue=queue,
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        task_time_limit=600,
        task_soft_time_limit=540,
        worker_max_tasks_per_child=200,
        worker_hijack_root_logger=False,
        worker_send_task_events=False,
        worker_enable_remote_control=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_connection_timeout=2,
        # Lost hints are sent again by the sweep, so the visibility timeout only has to be longer than any task.
        broker_transport_options=(
            {"visibility_timeout": 1200, "socket_connect_timeout": 1, "socket_timeout": 5, "max_retries": 1}
            if is_redis
            else {"max_retries": 1, "interval_start": 0, "confirm_publish": True}
        ),
    )
    return app


class CeleryTaskQueue:
    """`ITaskQueue` over a broker. Hints leave in the background; while the broker is away they are dropped.

    A message carries the id of a task and means "there is work": the worker that gets it takes the task whose turn it
    is. A hint that is lost is sent again by `make_up`.
    """

    def __init__(self, celery: "Callable[[], Celery]", *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._line = _Line(celery)
        self._monotonic = monotonic
        self._away_until = 0.0
        # One thread: the broker's connection is its alone, and no request waits for it.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="hints")
        self._hints: asyncio.Queue[str] = asyncio.Queue(_MOST_WAITING)
        self._sender: asyncio.Task[None] | None = None

    async def notify(self, task_id: UUID) -> None:
        """See `ITaskQueue.notify`."""
        if self._sender is None:
            self._sender = asyncio.create_task(self._send_forever())
        with suppress(asyncio.QueueFull):
            self._hints.put_nowait(str(task_id))

    async def make_up(self, due: int, *, at_most: int = 500) -> int:
        """Send as many hints as there are due tasks beyond the hints that wait; return how many those were.

        Raise `UnavailableError` while the broker is away.
        """
        missing = min(due, at_most) - await self._in_thread(self._line.waiting) if due else 0
        if missing > 0:
            await self._in_thread(lambda: self._line.send([SWEEP] * missing))
        return max(0, missing)

    async def check(self) -> None:
        """Raise `UnavailableError` while the broker is away."""
        await self._in_thread(self._line.waiting)

    async def aclose(self) -> None:
        """Send what waits, for a moment, and close the connection. A second call does nothing."""
        if self._sender is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(2):
                    await self._hints.join()
            self._sender.cancel()
            with suppress(asyncio.CancelledError):
                await self._sender
            self._sender = None
        with suppress(RuntimeError):  # it is closed already
            await self._in_thread(self._line.hang_up)
        self._thread.shutdown(wait=False)

    async def _send_forever(self) -> None:
        while True:
            ids = [await self._hints.get()]
            while not self._hints.empty():
                ids.append(self._hints.get_nowait())
            try:
                if self._monotonic() >= self._away_until:
                    await self._in_thread(partial(self._line.send, ids))
            except UnavailableError:
                self._away_until = self._monotonic() + _RETRY_AFTER
                logger.warning("the broker is away; the sweep tells workers when it is back")
            finally:
                for _ in ids:
                    self._hints.task_done()

    async def _in_thread(self, work: Callable[[], int]) -> int:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


class _Line:
    """One connection to the broker, for one thread; after an error the next call makes a new one."""

    def __init__(self, celery: "Callable[[], Celery]") -> None:
        self._make = celery
        self._celery: Celery | None = None
        self._connection: Any = None

    def send(self, ids: Sequence[str]) -> int:
        with self._connected() as (celery, connection):
            producer = celery.amqp.Producer(connection)
            for task_id in ids:
                celery.send_task(TASK_NAME, args=[task_id], producer=producer, retry=False)
        return len(ids)

    def waiting(self) -> int:
        with self._connected() as (celery, connection):
            name = celery.conf.task_default_queue
            declared = connection.default_channel.queue_declare(name, durable=True, auto_delete=False)
            count: int = declared.message_count
            return count

    def hang_up(self) -> int:
        connection, self._connection = self._connection, None
        if connection is not None:
            # Whatever is wrong with a line, it is hung up.
            with suppress(Exception):
                connection.release()
        return 0

    @contextmanager
    def _connected(self) -> "Iterator[tuple[Celery, Any]]":
        from kombu.exceptions import KombuError  # noqa: PLC0415 - see above

        if self._celery is None:
            self._celery = self._make()
        if self._connection is None:
            self._connection = self._celery.connection_for_write()
        connection = self._connection
        try:
            connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
            yield self._celery, connection
        except (KombuError, OSError, *connection.connection_errors, *connection.channel_errors) as error:
            self.hang_up()
            raise UnavailableError("The broker is away; try again shortly") from error
