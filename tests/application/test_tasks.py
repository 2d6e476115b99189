"""The worker: retries, parking, leases and turns, on the fake unit of work."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from app.application.tasks import TaskRunner
from app.domain.errors import DatabaseAwayError, NotFoundError, StorageFullError, UnavailableError
from app.domain.ids import uuid7
from app.domain.tasks import Lease, LeaseLostError, Task, TaskCounts
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
        self.trouble: Exception | None = None
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
        if self.trouble is not None:
            raise self.trouble
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


async def test_a_database_that_was_away_is_no_failure_of_the_task() -> None:
    outages = 8

    async def handler(task: Task, lease: Lease) -> None:
        if task.attempts <= outages:
            raise DatabaseAwayError

    bench = Bench(handler)
    task = await bench.add(max_attempts=3)
    for number in range(outages):
        assert await bench.runner.run_one() is True
        assert (bench.stored(task).status, bench.stored(task).attempts) == ("queued", number + 1)
        assert bench.stored(task).last_error == DatabaseAwayError().message
        bench.clock.advance(300)
    await bench.runner.run_one()
    assert (bench.stored(task).status, bench.parked) == ("done", [])


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


async def test_what_was_deleted_is_parked_without_a_word() -> None:
    async def handler(task: Task, lease: Lease) -> None:
        raise ValueError

    bench = Bench(handler)
    bench.trouble = NotFoundError()
    task = await bench.add(max_attempts=1)
    assert await bench.runner.run_one() is True
    assert (bench.stored(task).status, bench.parked) == ("parked", [])


async def test_a_worker_outlives_whatever_goes_wrong_around_a_task(caplog: pytest.LogCaptureFixture) -> None:
    done = asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        if task.max_attempts == 1:
            raise ValueError
        done.set()

    bench = Bench(handler)
    bench.trouble = StorageFullError()
    first = await bench.add(max_attempts=1)
    working = asyncio.create_task(bench.runner.run_forever(concurrency=1))
    async with asyncio.timeout(5):
        while bench.stored(first).status != "parked":  # noqa: ASYNC110 - the fake tells nobody
            await asyncio.sleep(0)
        await bench.add()
        await done.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert "a worker stumbled; looking for work again shortly" in {record.message for record in caplog.records}


async def test_a_worker_that_is_told_to_end_leaves_its_task_to_the_next_at_once() -> None:
    started = asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        started.set()
        await asyncio.Event().wait()

    bench = Bench(handler)
    task = await bench.add()
    running = asyncio.create_task(bench.runner.run_one())
    async with asyncio.timeout(5):
        await started.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (bench.stored(task).status, bench.stored(task).fence, bench.stored(task).lease_owner) == ("queued", 1, "")
    async with bench.units() as uow:
        again = await uow.tasks.claim(
            owner="next", now=bench.clock.now, lease=timedelta(seconds=15), kinds=("generation",)
        )
    assert again is not None
    assert (again.id, again.fence) == (task.id, 2)


async def test_a_result_that_comes_after_the_lease_was_taken_is_not_written() -> None:
    async def handler(task: Task, lease: Lease) -> None:
        bench.stored(task).fence += 1
        raise ValueError

    bench = Bench(handler)
    task = await bench.add(max_attempts=1)
    await bench.runner.run_one()
    assert (bench.stored(task).status, bench.stored(task).last_error, bench.parked) == ("running", "", [])


async def test_a_heartbeat_that_fails_is_tried_again() -> None:
    beats: list[bool] = []

    class Shaky(FakeUnitOfWorkFactory):
        def __call__(self, *, read_only: bool = False) -> FakeUnitOfWork:
            if working.is_set() and not beats:
                beats.append(False)
                raise UnavailableError
            return bench.units()

    working = asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        first = bench.stored(task).lease_expires_at
        bench.clock.advance(10)
        working.set()
        async with asyncio.timeout(5):
            while bench.stored(task).lease_expires_at == first:  # noqa: ASYNC110 - the fake tells nobody
                await asyncio.sleep(0)

    bench = Bench(handler)
    task = await bench.add()
    runner = TaskRunner(
        Shaky(), {"generation": handler}, {}, owner="w", clock=bench.clock, lease=timedelta(seconds=0.03)
    )
    await runner.run_one()
    assert (bench.stored(task).status, beats) == ("done", [False])


async def test_a_drained_worker_finishes_what_runs_and_begins_nothing() -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def handler(task: Task, lease: Lease) -> None:
        started.set()
        await go_on.wait()

    bench = Bench(handler)
    tasks = [await bench.add() for _ in range(2)]
    work = asyncio.create_task(bench.runner.run_forever(concurrency=1))
    async with asyncio.timeout(5):
        await started.wait()
        bench.runner.drain()
        go_on.set()
        await work
    assert sorted(bench.stored(task).status for task in tasks) == ["done", "queued"]


async def test_the_next_task_is_one_of_those_apart_only_where_there_is_no_other() -> None:
    seen: list[str] = []

    async def handler(task: Task, lease: Lease) -> None:
        seen.append(task.kind)

    bench = Bench(handler)
    kinds = {"generation": handler, "notification": handler}
    runner = TaskRunner(bench.units, kinds, {}, owner="worker", clock=bench.clock, apart=frozenset({"notification"}))
    await bench.add(kind="notification", run_at=NOON - timedelta(hours=1))
    await bench.add(kind="generation")
    assert await runner.waiting() == 1
    assert [await runner.run_next() for _ in range(3)] == [True, True, False]
    assert seen == ["generation", "notification"]


async def test_the_backlog_is_counted_and_what_is_long_done_is_forgotten() -> None:
    async def handler(task: Task, lease: Lease) -> None:
        raise ValueError("no")

    bench = Bench(handler)
    parked = await bench.add(max_attempts=1)
    await bench.runner.run_until_idle()
    due = await bench.add(run_at=NOON - timedelta(seconds=30))
    assert await bench.runner.backlog() == TaskCounts(
        due=1, oldest_seconds=30.0, running=0, parked=1, last_parked="ValueError: no"
    )
    bench.clock.advance(89 * 86400)
    assert await bench.runner.purge() == 0
    bench.clock.advance(2 * 86400)
    assert await bench.runner.purge() == 1
    assert (list(bench.units.unit.tasks.rows), bench.parked[0][0].id) == ([due.id], parked.id)


@pytest.mark.parametrize("ticks", range(6))
async def test_workers_end_also_when_work_comes_as_they_are_cancelled(ticks: int) -> None:
    async def handler(task: Task, lease: Lease) -> None:
        raise AssertionError

    bench = Bench(handler)
    bench.runner._poll_seconds = 60
    running = asyncio.create_task(bench.runner.run_forever(concurrency=3))
    await asyncio.sleep(0.01)
    await bench.runner.notify(uuid7())
    for _ in range(ticks):
        await asyncio.sleep(0)
    running.cancel()
    done, _ = await asyncio.wait([running], timeout=2)
    assert done
    assert running.cancelled()
