"""Watching a generation: woken by the bus or by looking, never a gap and never a repeat."""

import asyncio

from app.application.generations.events import GenerationWatcher, announce
from app.domain.generations import Generation
from app.domain.ids import uuid7
from app.infrastructure.events import InProcessEventBus
from tests.builders import NOON, make_generation
from tests.fakes import FakeUnitOfWorkFactory


async def keep(units: FakeUnitOfWorkFactory, generation: Generation) -> None:
    async with units() as uow:
        await uow.generations.save(generation)
        await uow.commit()


async def positions(watcher: GenerationWatcher, generation: Generation, after: int | None = None) -> list[int]:
    follow = watcher.follow(generation.id, owner_id=generation.user_id, after=after)
    async with asyncio.timeout(5):
        return [position async for position, _ in follow]


async def test_an_announced_change_reaches_a_watcher_that_would_not_look_for_an_hour() -> None:
    units, bus, generation = FakeUnitOfWorkFactory(), InProcessEventBus(), make_generation(uuid7())
    await keep(units, generation)
    watching = asyncio.create_task(positions(GenerationWatcher(units, bus, poll_seconds=3600), generation))
    await asyncio.sleep(0)
    generation.start_stage("analyze_job", NOON)
    generation.end("cancelled", NOON)
    await keep(units, generation)
    while not watching.done():
        await announce(bus, generation)
        await asyncio.sleep(0)
    assert await watching == [1, 2, 12]


async def test_without_any_hint_the_watcher_looks_itself() -> None:
    units, generation = FakeUnitOfWorkFactory(), make_generation(uuid7())
    await keep(units, generation)
    watcher = GenerationWatcher(units, InProcessEventBus(), poll_seconds=0.001)
    follow = watcher.follow(generation.id, owner_id=generation.user_id)
    seen = [(await anext(follow))[0]]
    generation.start_stage("analyze_job", NOON)
    await keep(units, generation)
    seen.append((await anext(follow))[0])
    generation.end("failed", NOON, error_message="no")
    await keep(units, generation)
    assert [*seen, *[position async for position, _ in follow]] == [1, 2, 12]


async def test_a_reader_gets_what_it_missed_and_a_new_one_starts_where_it_stands() -> None:
    units, generation = FakeUnitOfWorkFactory(), make_generation(uuid7())
    generation.start_stage("analyze_job", NOON)
    generation.end("failed", NOON, error_message="no")
    await keep(units, generation)
    watcher = GenerationWatcher(units, InProcessEventBus())
    assert await positions(watcher, generation, after=0) == [1, 2, 12]
    assert await positions(watcher, generation, after=1) == [2, 12]
    assert await positions(watcher, generation) == [12]
    assert await positions(watcher, generation, after=12) == []


async def test_the_stream_of_a_deleted_generation_ends() -> None:
    assert (
        await positions(GenerationWatcher(FakeUnitOfWorkFactory(), InProcessEventBus()), make_generation(uuid7())) == []
    )
