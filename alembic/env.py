"""Runs migrations on the connection that `app.infrastructure.database.migrations` passes in."""

from typing import Any

from alembic import context

from app.infrastructure.database.base import Row
from app.infrastructure.database.migrations import import_tables
from app.infrastructure.database.types import TypedJson, UtcDateTime


def render_item(kind: str, item: Any, autogen_context: Any) -> str | bool:
    """Write the project's column types as the plain types they are stored in."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, TypedJson):
        autogen_context.imports.add("from sqlalchemy.dialects import postgresql")
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    return False


import_tables()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_item=render_item,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
