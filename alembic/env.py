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


def include_object(item: Any, name: str | None, kind: str, reflected: bool, compared: Any) -> bool:
    """Leave out what migrations make by hand for the search of jobs: no row class knows it."""
    owner = item.table.name if kind in ("column", "index") else name
    made_by_hand = str(name) in ("search_vector", "ix_jobs_search") or str(owner).startswith("job_search")
    return not (reflected and compared is None and made_by_hand)


import_tables()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_item=render_item,
    render_as_batch=True,
    compare_type=True,
    include_object=include_object,
)
with context.begin_transaction():
    context.run_migrations()
