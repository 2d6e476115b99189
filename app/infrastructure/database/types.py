"""Column types: aware UTC times and typed JSON."""

from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, DateTime, Dialect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

V = TypeVar("V")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC; a naive one is refused (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bind as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetimes are refused")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class TypedJson(TypeDecorator[V], Generic[V]):
    """A JSON column holding a value of the given type (dataclasses and their compositions).

    Old rows may lack fields that have defaults since; unknown ones are ignored. The engine's own JSON serialiser is
    the identity (see `engine.py`): the text is made and read here, in one pass.
    """

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        self._adapter: TypeAdapter[V] | None = None

    @property
    def adapter(self) -> TypeAdapter[V]:
        """The validator, made on first use: building all of them at import would slow every start."""
        if self._adapter is None:
            self._adapter = TypeAdapter(self.kind)
        return self._adapter

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use the binary form where there is one."""
        kind = JSONB(none_as_null=True) if dialect.name == "postgresql" else JSON(none_as_null=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: V | None, dialect: Dialect) -> str | None:
        """Bind as JSON text."""
        return None if value is None else self.adapter.dump_json(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> V | None:
        """Return a value of the type."""
        return None if value is None else self.adapter.validate_json(value)
