"""Saved searches and what they found, in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.saved_searches import SavedSearch, SavedSearchHit
from app.infrastructure.database.base import OwnedRepository, Row, table_of
from app.infrastructure.database.types import TypedJson


class SavedSearchRow(Row):
    """A saved search."""

    __tablename__ = "saved_searches"
    __table_args__ = (
        Index("ix_saved_searches_owner", "user_id", "created_at", "id"),
        Index("ix_saved_searches_due", "is_scheduled", "scheduled_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str]
    q: Mapped[str]
    location: Mapped[str]
    remote: Mapped[bool | None]
    sources: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))
    min_match_score: Mapped[int | None]
    is_scheduled: Mapped[bool]
    scheduled_at: Mapped[datetime | None]
    last_run_at: Mapped[datetime | None]
    last_new_count: Mapped[int]
    last_warnings: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))


class SavedSearchHitRow(Row):
    """A vacancy that a saved search found."""

    __tablename__ = "saved_search_hits"
    __table_args__ = (
        UniqueConstraint("search_id", "mark"),
        Index("ix_saved_search_hits_owner", "user_id", "search_id", "created_at", "id"),
        Index("ix_saved_search_hits_name", "search_id", "name_mark"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    search_id: Mapped[UUID] = mapped_column(ForeignKey("saved_searches.id", ondelete="CASCADE"))
    mark: Mapped[str] = mapped_column(String(64))
    name_mark: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(200))
    title: Mapped[str]
    company: Mapped[str | None]
    location: Mapped[str | None]
    remote: Mapped[bool]
    job_url: Mapped[str | None]
    date_posted: Mapped[str | None] = mapped_column(String(10))
    match_score: Mapped[int | None]


_searches, _hits = table_of(SavedSearchRow), table_of(SavedSearchHitRow)


class SqlSavedSearchRepository(OwnedRepository[SavedSearch]):
    """`ISavedSearchRepository` in SQL."""

    entity, row, noun = SavedSearch, SavedSearchRow, "Saved search"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "name", "last_run_at"})

    async def take_due(self, *, before: datetime, now: datetime) -> list[SavedSearch]:
        """See `ISavedSearchRepository.take_due`."""
        users = Row.metadata.tables["users"]
        table = _searches.c
        due = (
            table.is_scheduled,
            or_(table.scheduled_at.is_(None), table.scheduled_at <= before),
            table.user_id.in_(select(users.c.id).where(users.c.is_active)),
        )
        taken = await self._execute(
            update(_searches).where(*due).values(scheduled_at=now).returning(*(table[name] for name in self._names))
        )
        return sorted((self._entity(row) for row in taken), key=lambda search: search.id)


class SqlSavedSearchHitRepository(OwnedRepository[SavedSearchHit]):
    """`ISavedSearchHitRepository` in SQL."""

    entity, row, noun = SavedSearchHit, SavedSearchHitRow, "Hit"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "match_score", "date_posted", "title"})

    async def find_seen(
        self, search_id: UUID, *, marks: Sequence[str], name_marks: Sequence[str]
    ) -> list[SavedSearchHit]:
        """See `ISavedSearchHitRepository.find_seen`."""
        known = or_(_hits.c.mark.in_(marks), _hits.c.name_mark.in_(name_marks))
        found = await self._execute(self._select.where(_hits.c.search_id == search_id, known).order_by(_hits.c.id))
        return [self._entity(row) for row in found]
