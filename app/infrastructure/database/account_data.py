"""Reads all that a user owns, whatever tables there are."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select

from app.infrastructure.database.base import Repository, Row
from app.infrastructure.database.types import TypedJson

# Hashes of secrets, and rows that only the machinery needs.
_SECRET_COLUMNS = frozenset({"password_hash", "refresh_hash", "secret_hash", "token_hash", "secret", "webhook_salt"})
_BOOKKEEPING = frozenset({"idempotency_keys", "notification_feeds", "one_time_tokens", "tasks", "vectors"})


class SqlAccountDataRepository(Repository):
    """`IAccountDataRepository` in SQL: a table belongs to a user by `user_id`, or by what it refers to."""

    async def everything(self, user_id: UUID) -> dict[str, list[dict[str, object]]]:
        """See `IAccountDataRepository.everything`."""
        found: dict[str, list[dict[str, object]]] = {}
        for table, condition in _owned(user_id):
            columns = [column for column in table.columns if column.name not in _SECRET_COLUMNS]
            rows = await self._execute(select(*columns).where(condition).order_by(*table.primary_key))
            found[table.name] = [
                {column.name: _plain(column.type, value) for column, value in zip(columns, row, strict=True)}
                for row in rows
            ]
        return found


def _owned(user_id: UUID) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    conditions: dict[str, ColumnElement[bool]] = {}
    for table in Row.metadata.sorted_tables:
        if table.name in _BOOKKEEPING:
            continue
        if table.name == "users":
            condition: ColumnElement[bool] | None = table.c.id == user_id
        elif "user_id" in table.c:
            condition = table.c.user_id == user_id
        else:
            condition = _through_parent(table, conditions)
        if condition is not None:
            conditions[table.name] = condition
            yield table, condition


def _through_parent(table: Table, conditions: dict[str, ColumnElement[bool]]) -> ColumnElement[bool] | None:
    for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
        parent = key.column.table
        if parent.name in conditions:
            return key.parent.in_(select(key.column).where(conditions[parent.name]))
    return None


def _plain(kind: object, value: Any) -> object:
    if isinstance(kind, TypedJson):
        return None if value is None else kind.adapter.dump_python(value, mode="json")
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, UUID) else value
