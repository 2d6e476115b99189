"""The worker: retries, parking, leases and turns, on the fake unit of work."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from app.application.tasks import TaskRunner
from app.domain.errors import NotFoundError, UnavailableError
from app.domain.ids import uuid7
from app.domain.tasks import Lease, LeaseLostError, Task
from tests.builders import NOON, make_task
from tests.fakes import FakeUnitOfWork, FakeUnitOfWorkFactory

Handler = Callable[[Task, Lease], Awaitable[None]]


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Bench:
    """A runner with one kind of task, and everything it told."""

    def __init__(self, handler: Handler, *, lease: float = 15) -> None:
        self.clock = Clock()
        self.units = FakeUnitOfWorkFactory()
        self.parked: list[tuple[Task, str]] = []
        self.runner = TaskRunner(
            self.units,
            {"generation": handler},
            {"generation": self._park},
            owner="worker",
            clock=self.clock,
            lease=timedelta(seconds=lease),
            poll_seconds=0.01,
        )

    async def _park(self, task: Task, error: str) -> None:
        self.parked.append((task, error))

    async def add(self, **overrides: object) -> Task:
        task = make_task(uuid7(), **overrides)
        async with self.units() as uow:
            await uow.tasks.add(task)
            await uow.commit()
        return task

    def stored(self, task: Task) -> Task:
        return self.units.unit.tasks.rows[task.id]


async def test_a_task_that_succeeds_is_done() -> None:
    seen: list[Task] = []

    async def handler(task: Task, lease: Lease) -> None:
        seen.append(task)
        assert lease == Lease(task.id, 1)

    bench = Bench(handler)
    task = await bench.add()
    assert await bench.runner.run_until_idle() == 1
    assert [one.id for one in seen] == [task.id]
    assert bench.stored(task).status == "done"
    assert await bench.runner.run_one() is False


async def test_a_task_that_fails_is_tried_again_later_and_parked_in_the_end() -> None:
    async def handler(task: Task, lease: Lease) -> None:
        raise ValueError("no luck")

    bench = Bench(handler)
    task = await bench.add(max_attempts=3)
    delays = []
    for _ in range(3):
        assert await bench.runner.run_one() is True
        stored = bench.stored(task)
        delays.append((stored.run_at - bench.clock.now).total_seconds())
        assert await bench.runner.run_one() is False
        bench.clock.advance(60)
    assert delays[:2] == [1, 4]
    assert (bench.stored(task).status, bench.stored(task).last_error) == ("parked", "ValueError: no luck")
    assert [(one.id, error) for one, error in bench.parked] == [(task.id, "ValueError: no luck")]


async def test_a_task_that_kills_its_workers_is_parked_unrun() -> None:
    async def handler(task: Task, lease: Lease) -> None:
        pytest.fail("it must not run again")

    bench = Bench(handler)
    task = await bench.add(attempts=15, max_attempts=5)
    await bench.runner.run_one()
    assert bench.stored(task).status == "parked"
    assert "died" in bench.parked[0][1]


@pytest.mark.parametrize("ended", [LeaseLostError, NotFoundError])
async def test_work_that_was_ended_from_outside_is_no_failure(ended: type[Exception]) -> None:
    async def handler(task: Task, lease: Lease) -> None:
        raise ended

    bench = Bench(handler)
    task = await bench.add()
    await bench.runner.run_one()
    assert bench.stored(task).status == "done"
    assert bench.parked == []


async def test_a_task_that_lost_its_lease_is_stopped() -> None:
    stopped = asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        async with bench.units() as uow:
            await uow.tasks.cancel(task.subject_id)
            await uow.commit()
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()

    bench = Bench(handler, lease=0.03)
    await bench.add()
    async with asyncio.timeout(5):
        assert await bench.runner.run_one() is True
    assert stopped.is_set()
    assert bench.units.unit.tasks.rows == {}


async def test_a_long_task_keeps_its_lease() -> None:
    async def handler(task: Task, lease: Lease) -> None:
        first = bench.stored(task).lease_expires_at
        bench.clock.advance(10)
        async with asyncio.timeout(5):
            while bench.stored(task).lease_expires_at == first:  # noqa: ASYNC110 - the fake tells nobody
                await asyncio.sleep(0)

    bench = Bench(handler, lease=0.03)
    task = await bench.add()
    await bench.runner.run_one()
    assert bench.stored(task).status == "done"


async def test_workers_wake_at_once_and_survive_an_outage() -> None:
    done = asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        done.set()

    bench = Bench(handler)
    outages = iter([True, True])

    class Failing(FakeUnitOfWorkFactory):
        def __call__(self, *, read_only: bool = False) -> FakeUnitOfWork:
            if next(outages, False):
                raise UnavailableError
            return bench.units()

    runner = TaskRunner(Failing(), {"generation": handler}, {}, owner="w", clock=bench.clock, poll_seconds=0.01)
    working = asyncio.create_task(runner.run_forever(concurrency=2))
    task = await bench.add()
    await runner.notify(task.id)
    async with asyncio.timeout(5):
        await done.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
