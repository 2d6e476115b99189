"""Saved views in the database."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.saved_views import SavedView
from app.infrastructure.database.base import OwnedRepository, Row


class SavedViewRow(Row):
    """A saved view."""

    __tablename__ = "saved_views"
    __table_args__ = (Index("ix_saved_views_owner", "user_id", "collection", "name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    collection: Mapped[str]
    name: Mapped[str]
    query: Mapped[str]


class SqlSavedViewRepository(OwnedRepository[SavedView]):
    """`ISavedViewRepository` in SQL."""

    entity, row, noun = SavedView, SavedViewRow, "Saved view"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "name"})
