"""Whatever way PostgreSQL goes away, it is told as an outage, and the next one who asks is served again."""

import asyncio

import pytest
from sqlalchemy import make_url, text

from app.domain.errors import StorageFullError, UnavailableError
from app.infrastructure.database.base import translated
from app.infrastructure.database.engine import Database

pytestmark = pytest.mark.integration


async def ask(database: Database, statement: str = "SELECT 1", *, read_only: bool = False) -> object:
    async with database.connect(read_only=read_only) as connection, translated({}):
        return (await connection.execute(text(statement))).scalar()


async def test_a_server_that_refuses_connections_is_away() -> None:
    database = Database("postgresql+asyncpg://nobody@127.0.0.1:9/nothing")
    for read_only in (True, False):
        with pytest.raises(UnavailableError):
            await ask(database, read_only=read_only)
    await database.aclose()


async def test_a_server_that_takes_a_connection_and_says_nothing_is_away() -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    database = Database(f"postgresql+asyncpg://nobody@127.0.0.1:{port}/nothing")
    with pytest.raises(UnavailableError):
        await ask(database)
    await database.aclose()
    server.close()


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("57P03", UnavailableError),  # the server is starting
        ("57P01", UnavailableError),  # it is being stopped
        ("57014", UnavailableError),  # the statement took too long
        ("53300", UnavailableError),  # no connection is free
        ("40P01", UnavailableError),  # a deadlock was ended
        ("55P03", UnavailableError),  # a lock was not to be had
        ("53100", StorageFullError),
    ],
)
async def test_what_passes_is_told_as_such(postgres_url: str, state: str, told: type[Exception]) -> None:
    database = Database(postgres_url, pool_size=1)
    message = "could not extend file: No space left on device" if told is StorageFullError else "sorry"
    raising = f"DO $$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(told):
        await ask(database, raising)
    assert await ask(database) == 1
    await database.aclose()


async def test_a_connection_that_was_ended_costs_one_answer(postgres_url: str) -> None:
    database = Database(postgres_url, pool_size=1)
    other = Database(make_url(postgres_url).render_as_string(hide_password=False), pool_size=1)
    pid = await ask(database, "SELECT pg_backend_pid()")
    assert await ask(other, f"SELECT pg_terminate_backend({pid})") is True
    with pytest.raises(UnavailableError):
        await ask(database)
    assert await ask(database) == 1
    await database.aclose()
    await other.aclose()


async def test_a_mistake_is_no_outage(postgres_url: str) -> None:
    database = Database(postgres_url, pool_size=1)
    with pytest.raises(Exception, match="does not exist") as caught:
        await ask(database, "SELECT * FROM nowhere")
    assert not isinstance(caught.value, UnavailableError)
    await database.aclose()
