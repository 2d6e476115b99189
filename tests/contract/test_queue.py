"""What whoever queues work may rely on: the hint costs nothing, and work without one is found all the same."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest

from app.application.tasks import TaskRunner
from app.domain.errors import UnavailableError
from app.domain.ids import uuid7
from app.domain.ports.queue import ITaskQueue
from app.domain.tasks import Lease, Task
from app.infrastructure.queue import CeleryTaskQueue, make_celery
from tests.builders import NOON, make_task
from tests.conftest import service_url
from tests.fakes import FakeTaskQueue, FakeUnitOfWorkFactory
from tests.integration.deployment import delete_queue

BROKERS = [pytest.param(name, marks=pytest.mark.integration) for name in ("TEST_REDIS_URL", "TEST_AMQP_URL")]
AWAY = ["redis://127.0.0.1:1/0", "amqp://guest:guest@127.0.0.1:1//"]


# Of this test run alone: others may use the same broker at the same time.
NAME = f"jobwise-{uuid7().hex[-12:]}"


def queue_to(url: str) -> CeleryTaskQueue:
    return CeleryTaskQueue(partial(make_celery, url, queue=NAME))


@pytest.fixture(params=BROKERS)
async def broker(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The URL of a broker with an empty queue."""
    url = service_url(request.param)
    await asyncio.to_thread(empty, url)
    yield url
    await asyncio.to_thread(delete_queue, url, NAME)


def empty(url: str) -> list[str]:
    """Take everything out of the queue and return the ids it carried."""
    found = []
    with make_celery(url).connection_for_write() as connection:
        channel = connection.default_channel
        channel.queue_declare(NAME, durable=True, auto_delete=False)
        while (message := channel.basic_get(NAME, no_ack=True)) is not None:
            decoded = channel.message_to_python(message) if hasattr(channel, "message_to_python") else message
            found.append(decoded.payload[0][0])
    return found


@pytest.mark.parametrize("kind", ["fake", "in process", *BROKERS, *AWAY])
async def test_a_hint_costs_no_time_and_raises_nothing(kind: str) -> None:
    queue: ITaskQueue
    if kind == "fake":
        queue = FakeTaskQueue()
    elif kind == "in process":
        queue = TaskRunner(FakeUnitOfWorkFactory(), {}, {}, owner="w", clock=lambda: NOON)
    else:
        queue = queue_to(service_url(kind) if kind.startswith("TEST") else kind)
    began = time.monotonic()
    for _ in range(100):
        await queue.notify(uuid7())
    assert time.monotonic() - began < 0.5
    if isinstance(queue, CeleryTaskQueue):
        await queue.aclose()
        await queue.aclose()


async def test_a_hint_wakes_a_worker_of_the_process() -> None:
    units, done = FakeUnitOfWorkFactory(), asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        done.set()

    runner = TaskRunner(units, {"generation": handler}, {}, owner="w", clock=lambda: NOON, poll_seconds=60)
    work = asyncio.create_task(runner.run_forever(concurrency=1))
    for _ in range(10):
        await asyncio.sleep(0)
    task = make_task(uuid7(), run_at=NOON - timedelta(seconds=1))
    async with units() as uow:
        await uow.tasks.add(task)
        await uow.commit()
    await runner.notify(task.id)
    async with asyncio.timeout(5):
        await done.wait()
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


async def test_a_message_carries_the_tasks_id_and_nothing_else(broker: str) -> None:
    queue, ids = queue_to(broker), [uuid7() for _ in range(3)]
    for task_id in ids:
        await queue.notify(task_id)
    await queue.aclose()
    assert await asyncio.to_thread(empty, broker) == [str(task_id) for task_id in ids]


async def test_the_sweep_makes_up_for_lost_hints_and_sends_none_twice(broker: str) -> None:
    queue = queue_to(broker)
    await queue.check()
    assert [await queue.make_up(due) for due in (0, 3, 3, 5, 2)] == [0, 3, 0, 2, 0]
    assert await queue.make_up(10, at_most=6) == 1
    assert await asyncio.to_thread(empty, broker) == ["sweep"] * 6
    assert await queue.make_up(2) == 2
    await queue.aclose()


@pytest.mark.parametrize("url", AWAY)
async def test_a_broker_that_is_away_is_unavailable_soon(url: str) -> None:
    queue = queue_to(url)
    began = time.monotonic()
    with pytest.raises(UnavailableError):
        await queue.check()
    with pytest.raises(UnavailableError):
        await queue.make_up(1)
    assert time.monotonic() - began < 5
    await queue.aclose()
