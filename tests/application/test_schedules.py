"""What is done from time to time is done once, whoever comes first, and goes on after trouble."""

import asyncio
from datetime import timedelta

from app.application.schedules import Scan, Scheduler
from app.domain.errors import UnavailableError
from tests.application.test_tasks import Clock
from tests.builders import NOON
from tests.fakes import FakeUnitOfWork, FakeUnitOfWorkFactory

HOUR = timedelta(hours=1)


class Counter:
    """A scan that counts, and fails while it is in trouble."""

    def __init__(self) -> None:
        self.count = 0
        self.trouble: Exception | None = None

    async def run(self) -> int:
        self.count += 1
        if self.trouble is not None:
            raise self.trouble
        return 0


class World:
    """Two instances on one database."""

    def __init__(self) -> None:
        self.clock, self.units, self.scan = Clock(), FakeUnitOfWorkFactory(), Counter()
        self.one, self.other = (
            Scheduler(self.units, [Scan("tides", HOUR, self.scan.run)], clock=self.clock) for _ in range(2)
        )

    async def both(self) -> tuple[int, int]:
        return await self.one.run_due(), await self.other.run_due()


async def test_of_two_instances_one_does_it_and_again_when_it_is_time() -> None:
    world = World()
    assert await world.both() == (1, 0)
    world.clock.advance(HOUR.total_seconds() - 1)
    assert await world.both() == (0, 0)
    world.clock.advance(1)
    assert await world.other.run_due() == 1
    assert (await world.both(), world.scan.count) == ((0, 0), 2)


async def test_what_fails_is_tried_again_after_a_minute() -> None:
    world = World()
    world.scan.trouble = ValueError("no tides today")
    await world.both()
    world.clock.advance(59)
    assert await world.both() == (0, 0)
    world.clock.advance(1)
    world.scan.trouble = None
    assert await world.both() == (1, 0)
    world.clock.advance(61)
    assert (await world.both(), world.scan.count) == ((0, 0), 2)


async def test_what_a_dead_instance_began_is_done_by_another_after_five_minutes() -> None:
    world = World()
    async with world.units() as uow:
        assert await uow.schedules.claim("tides", now=NOON, until=NOON + timedelta(minutes=5)) is not None
        await uow.commit()
    assert await world.both() == (0, 0)
    world.clock.advance(300)
    assert await world.both() == (1, 0)


async def test_the_loop_goes_on_whatever_happens() -> None:
    world = World()
    done = asyncio.Event()

    async def run() -> int:
        done.set()
        return 0

    troubles = [UnavailableError(), ValueError("broken")]

    class Away(FakeUnitOfWorkFactory):
        def __call__(self, *, read_only: bool = False) -> FakeUnitOfWork:
            if troubles:
                raise troubles.pop()
            return super().__call__(read_only=read_only)

    scans = [Scan("waves", timedelta(milliseconds=1), run), Scan("tides", HOUR, world.scan.run)]
    work = asyncio.create_task(Scheduler(Away(), scans, clock=world.clock).run_forever())
    async with asyncio.timeout(5):
        await done.wait()
    assert not work.done()
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
