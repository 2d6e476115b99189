"""What is done from time to time, by one of all instances."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.errors import UnavailableError
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
_TURN = timedelta(minutes=5)
_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Scan:
    """Something to look at once per `every`, in all instances together; `run` returns how much it found to do."""

    name: str
    every: timedelta
    run: Callable[[], Awaitable[int]]


class Scheduler:
    """Does each scan once per its time, whichever instance comes first.

    A scan that fails is tried again after a minute, or its own time where that is shorter; one whose process died after
    five minutes.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, scans: Sequence[Scan], *, clock: Callable[[], datetime]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._scans = tuple(scans)
        self._clock = clock

    async def run_forever(self) -> None:
        """Look after all scans until cancelled."""
        async with asyncio.TaskGroup() as group:
            for scan in self._scans:
                group.create_task(self._repeat(scan))

    async def run_due(self) -> int:
        """Do what is due now and return how many scans were done."""
        return sum([await self._take_turn(scan) for scan in self._scans])

    async def _repeat(self, scan: Scan) -> None:
        # Looked at more often than it is due: it is not known when another instance did it last, or died over it.
        pause = min(scan.every, _AGAIN).total_seconds()
        while True:
            try:
                await self._take_turn(scan)
            except UnavailableError:
                logger.warning("%s has to wait, for the database is away", scan.name)
            except Exception:
                logger.exception("%s could not be looked after; looking again shortly", scan.name)
            await asyncio.sleep(pause)

    async def _take_turn(self, scan: Scan) -> bool:
        now = self._clock()
        async with self._unit_of_work() as uow:
            turn = await uow.schedules.claim(scan.name, now=now, until=now + _TURN)
            await uow.commit()
        if turn is None:
            return False
        next_at = now + scan.every
        try:
            await scan.run()
        except Exception:
            # Whatever went wrong with one scan, it and the others are still to be done.
            next_at = now + min(scan.every, _AGAIN)
            logger.exception("%s failed; it is tried again at %s", scan.name, next_at)
        async with self._unit_of_work() as uow:
            await uow.schedules.finish(turn, next_at=next_at)
            await uow.commit()
        return True
