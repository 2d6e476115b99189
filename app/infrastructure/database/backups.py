"""Whole tables, read as of one instant and written in one transaction."""

import base64
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Double,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    delete,
    exists,
    inspect,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from app.domain.backups import ColumnKind, CopiedRow, TableShape
from app.domain.ports.storage import KeptFile
from app.infrastructure.database.base import Row, translated
from app.infrastructure.database.engine import Database
from app.infrastructure.database.files import kept_files, select_files
from app.infrastructure.database.migrations import current_revision, import_tables, is_known, migrate
from app.infrastructure.database.types import TypedJson, UtcDateTime

_PORTION = 500
_TYPES: dict[ColumnKind, TypeEngine[Any]] = {
    "text": Text(),
    "int": BigInteger(),
    "float": Double(),
    "bool": Boolean(),
    "time": UtcDateTime(),
    "uuid": Uuid(),
    "bytes": LargeBinary(),
    "json": TypedJson(Any),
}
_PACK: dict[ColumnKind, Callable[[Any], object]] = {
    "time": datetime.isoformat,
    "uuid": str,
    "bytes": lambda value: base64.b64encode(value).decode(),
}
_UNPACK: dict[ColumnKind, Callable[[Any], object]] = {
    "time": datetime.fromisoformat,
    "uuid": UUID,
    "bytes": base64.b64decode,
}
# A long read is not a stopped process, see `Database.end_stalled`.
_PATIENT = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL idle_in_transaction_session_timeout = 0",
    "SET LOCAL application_name = 'jobwise-backup'",
)
_FOREIGN_KEYS = text("""
    SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1
""")


class SqlDatabaseCopy:
    """`IDatabaseCopy` in SQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def kind(self) -> str:
        """See `IDatabaseCopy.kind`."""
        return "sqlite" if self._database.is_sqlite else "postgresql"

    def shapes(self) -> list[TableShape]:
        """See `IDatabaseCopy.shapes`."""
        import_tables()
        return [
            TableShape(name=one.name, columns=tuple((column.name, _kind(column)) for column in one.columns))
            for one in Row.metadata.sorted_tables
        ]

    async def revision(self) -> tuple[str, str]:
        """See `IDatabaseCopy.revision`."""
        async with translated({}):
            return await current_revision(self._database)

    def knows(self, revision: str) -> bool:
        """See `IDatabaseCopy.knows`."""
        return is_known(revision)

    async def is_empty(self) -> bool:
        """See `IDatabaseCopy.is_empty`."""
        async with self._database.connect() as connection, translated({}):
            return await _has_no_users(connection)

    async def move_to(self, revision: str) -> None:
        """See `IDatabaseCopy.move_to`."""
        async with translated({}):
            await migrate(self._database, revision)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator["_Tables"]:
        """See `IDatabaseCopy.reading`."""
        # The reading lane of PostgreSQL commits after every statement.
        async with self._database.connect(read_only=self._database.is_sqlite) as connection:
            async with translated({}):
                if not self._database.is_sqlite:
                    await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
                    await _execute_all(connection, _PATIENT)
            yield _Tables(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator["_Tables"]:
        """See `IDatabaseCopy.writing`."""
        async with self._database.connect() as connection, translated({}):
            keys: Sequence[str] = ()
            if self._database.is_sqlite:
                await connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            else:
                await _execute_all(connection, _PATIENT)
                keys = (await connection.execute(_FOREIGN_KEYS)).scalars().all()
                # Rows name rows of their own table too, and tables may come in any order. This also locks the tables.
                await _execute_all(connection, [f"{key} DEFERRABLE INITIALLY DEFERRED" for key in keys])
            yield _Tables(connection)
            if keys:
                # A table whose rows were streamed counts as in use until its cursor is closed.
                await _execute_all(connection, ["CLOSE ALL", "SET CONSTRAINTS ALL IMMEDIATE"])
                await _execute_all(connection, [f"{key} NOT DEFERRABLE" for key in keys])
            await connection.commit()


class _Tables:
    """`ITableWriter` on one connection."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def files(self) -> list[KeptFile]:
        return kept_files((await self._connection.execute(select_files())).all())

    async def rows(self, table: TableShape) -> AsyncIterator[list[CopiedRow]]:
        columns = _table(table).columns
        async with self._connection.stream(select(*columns)) as result:
            async for portion in result.partitions(_PORTION):
                yield [
                    [
                        value if value is None or kind not in _PACK else _PACK[kind](value)
                        for value, (_, kind) in zip(row, table.columns, strict=True)
                    ]
                    for row in portion
                ]

    async def is_empty(self) -> bool:
        return await _has_no_users(self._connection)

    async def clear(self, table: TableShape) -> None:
        await self._connection.execute(delete(_table(table)))

    async def insert(self, table: TableShape, rows: Sequence[CopiedRow]) -> None:
        if not rows:
            return
        values = [
            {
                name: value if value is None or kind not in _UNPACK else _UNPACK[kind](value)
                for value, (name, kind) in zip(row, table.columns, strict=True)
            }
            for row in rows
        ]
        await self._connection.execute(_table(table).insert(), values)


def _kind(column: Column[Any]) -> ColumnKind:
    """Return the column's kind; raise `TypeError` for a type that no backup knows yet."""
    kinds: list[tuple[type[TypeEngine[Any]], ColumnKind]] = [
        (TypedJson, "json"),
        (UtcDateTime, "time"),
        (Uuid, "uuid"),
        (LargeBinary, "bytes"),
        (Boolean, "bool"),
        (Integer, "int"),
        (Float, "float"),
        (String, "text"),
    ]
    for kind, name in kinds:
        if isinstance(column.type, kind):
            return name
    raise TypeError(f"{column} is of a type that backups do not know: {column.type}")


def _table(shape: TableShape) -> Table:
    """Return the table as the archive knows it, which may be older than the code."""
    return Table(shape.name, MetaData(), *(Column(name, _TYPES[kind]) for name, kind in shape.columns))


async def _has_no_users(connection: AsyncConnection) -> bool:
    if not await connection.run_sync(_has_users_table):
        return True
    found = await connection.execute(select(exists(select(literal_column("1")).select_from(table("users")))))
    return not found.scalar_one()


def _has_users_table(connection: Connection) -> bool:
    return inspect(connection).has_table("users")


async def _execute_all(connection: AsyncConnection, statements: Sequence[str]) -> None:
    for statement in statements:
        await connection.execute(text(statement))
