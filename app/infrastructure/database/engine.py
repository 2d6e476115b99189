"""Engines. SQLite: one writer connection and readers apart; PostgreSQL: small pools, reads in autocommit.

Each pool stands behind a first-come-first-served gate as wide as itself: SQLAlchemy's async pool is not fair, and the
gate cut the p99 of 64 connections to a third (docs/performance.md).
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from app.infrastructure.database.base import translated

_WORD = re.compile(r"[^\W_]+")


def _identity(value: Any) -> Any:
    return value


def _lower(value: object) -> str | None:
    return None if value is None else str(value).lower()


def _words(*texts: str | None) -> str:
    """Return each word of the texts once, in lower case, with a space before and after it."""
    found = (_WORD.findall(text.lower()) for text in texts if text)
    return f" {' '.join(dict.fromkeys(chain.from_iterable(found)))} "


_END_STALLED = text("""
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND application_name = 'jobwise'
    AND pid <> pg_backend_pid() AND wait_event = 'ClientRead' AND state IN ('active', 'idle in transaction')
    AND greatest(query_start, state_change) < now() - interval '10 seconds'
""")


class _Lane:
    def __init__(self, engine: AsyncEngine, width: int) -> None:
        self.engine = engine
        self.gate = asyncio.Semaphore(width)


class Database:
    """The database of one process. `url` is an async SQLAlchemy URL for SQLite (aiosqlite) or PostgreSQL (asyncpg)."""

    def __init__(self, url: str, *, pool_size: int = 10, timeout_seconds: float = 30) -> None:
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if parsed.database and parsed.database != ":memory:":
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            self._writer = _Lane(_sqlite_engine(url, 1, timeout_seconds, writes=True), 1)
            self._reader = _Lane(_sqlite_engine(url, 4, timeout_seconds, writes=False), 4)
        else:
            self._writer = _Lane(_postgresql_engine(url, pool_size, timeout_seconds), pool_size)
            reading = _postgresql_engine(url, pool_size, timeout_seconds)
            self._reader = _Lane(reading.execution_options(isolation_level="AUTOCOMMIT"), pool_size)

    @property
    def engine(self) -> AsyncEngine:
        """The writing engine, for migrations and checks."""
        return self._writer.engine

    @property
    def engines(self) -> tuple[AsyncEngine, AsyncEngine]:
        """The writing and the reading engine, for those who watch."""
        return self._writer.engine, self._reader.engine

    @asynccontextmanager
    async def connect(self, *, read_only: bool = False) -> AsyncIterator[AsyncConnection]:
        """Open a connection in a transaction that is rolled back at the end unless it was committed."""
        lane = self._reader if read_only else self._writer
        async with lane.gate, _checkout(lane.engine) as connection:
            yield connection

    async def end_stalled(self) -> int:
        """End transactions whose process has said nothing for a while though it was in the middle of a sentence.

        Such a process was stopped, or its machine is gone. PostgreSQL's own timeouts do not look at a message that was
        sent in part, and its locks would hold up other workers for ever. Returns how many there were.
        """
        if self.is_sqlite:
            return 0
        async with self.connect(read_only=True) as connection, translated({}):
            return len((await connection.execute(_END_STALLED)).all())

    async def aclose(self) -> None:
        """Close every connection."""
        await self._writer.engine.dispose()
        await self._reader.engine.dispose()


@asynccontextmanager
async def _checkout(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    connection = engine.connect()
    try:
        async with translated({}):
            await _to_the_end(connection.start())
        yield connection
    finally:
        if connection.sync_connection is not None:
            await _to_the_end(connection.close())


async def _to_the_end(work: Awaitable[object]) -> None:
    """Await the work; a cancellation is obeyed only after it, or a half-open connection would be left behind."""
    running = asyncio.ensure_future(work)
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        if not running.cancelled():
            running.exception()
        raise


def _sqlite_engine(url: str, width: int, timeout_seconds: float, *, writes: bool) -> AsyncEngine:
    engine = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=width,
        max_overflow=0,
        pool_timeout=timeout_seconds,
        json_serializer=_identity,
        json_deserializer=_identity,
        connect_args={"timeout": timeout_seconds, "isolation_level": None},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.create_function("unicode_lower", 1, _lower)
        connection.create_function("search_words", -1, _words, deterministic=True)
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            f"busy_timeout={timeout_seconds * 1000:.0f}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        # Without IMMEDIATE two read-modify-writes both read first and one update is lost silently.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql_engine(url: str, width: int, timeout_seconds: float) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=width,
        max_overflow=0,
        pool_timeout=timeout_seconds,
        json_serializer=_identity,
        json_deserializer=_identity,
        connect_args={
            "timeout": timeout_seconds,
            "server_settings": {
                "application_name": "jobwise",
                "timezone": "UTC",
                "statement_timeout": "30000",
                # A process that was stopped in the middle of a transaction would hold its locks, and with them its
                # task, for as long as its machine stands.
                "idle_in_transaction_session_timeout": "10000",
            },
        },
    )
