"""The health of job boards in the database."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.job_search import SourceHealth
from app.infrastructure.database.base import Repository, Row, entity_reader, table_of


class JobSourceRow(Row):
    """A job board."""

    __tablename__ = "job_sources"

    source: Mapped[str] = mapped_column(String(200), primary_key=True)
    last_success_at: Mapped[datetime | None]
    last_failure_at: Mapped[datetime | None]
    last_error: Mapped[str | None]


_sources = table_of(JobSourceRow)
_select_health, _health = entity_reader(SourceHealth, JobSourceRow)


class SqlJobSourceRepository(Repository):
    """`IJobSourceRepository` in SQL."""

    async def note_success(self, source: str, at: datetime) -> None:
        """See `IJobSourceRepository.note_success`."""
        await self._note("last_success_at", source=source, last_success_at=at)

    async def note_failure(self, source: str, at: datetime, error: str) -> None:
        """See `IJobSourceRepository.note_failure`."""
        await self._note("last_failure_at", source=source, last_failure_at=at, last_error=error[:500])

    async def list_all(self) -> list[SourceHealth]:
        """See `IJobSourceRepository.list_all`."""
        found = await self._execute(_select_health.order_by(_sources.c.source))
        return [_health(row) for row in found]

    async def _note(self, moment: str, **values: Any) -> None:
        insert = postgresql.insert if self._dialect == "postgresql" else sqlite.insert
        statement = insert(_sources).values(**values)
        column = _sources.c[moment]
        changed = {name: value for name, value in values.items() if name != "source"}
        await self._execute(
            statement.on_conflict_do_update(
                index_elements=["source"], set_=changed, where=or_(column.is_(None), column < values[moment])
            )
        )
