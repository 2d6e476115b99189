"""How many units of work of one factory are open at a time."""

import asyncio

import pytest

from app.domain.errors import DatabaseAwayError
from app.infrastructure.database.engine import Database
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory


async def test_so_many_are_open_at_a_time_and_those_of_others_do_not_wait(database: Database) -> None:
    looks, plain = SqlUnitOfWorkFactory(database, at_once=1), SqlUnitOfWorkFactory(database)
    second = asyncio.Event()

    async def look() -> None:
        async with looks(read_only=True):
            second.set()

    async with looks(read_only=True):
        looking = asyncio.create_task(look())
        async with plain(read_only=True), plain(read_only=True):
            assert not second.is_set()
    await asyncio.wait_for(looking, 10)
    assert second.is_set()


async def test_one_that_cannot_be_opened_takes_nobodys_turn() -> None:
    away = Database("postgresql+asyncpg://nobody@127.0.0.1:1/none", timeout_seconds=1)
    looks = SqlUnitOfWorkFactory(away, at_once=1)
    for _ in range(2):
        with pytest.raises(DatabaseAwayError):
            await asyncio.wait_for(looks(read_only=True).__aenter__(), 10)
    await away.aclose()
