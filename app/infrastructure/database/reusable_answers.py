"""Reusable answers in the database."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.reusable_answers import ReusableAnswer
from app.infrastructure.database.base import OwnedRepository, Row


class ReusableAnswerRow(Row):
    """A reusable answer."""

    __tablename__ = "reusable_answers"
    __table_args__ = (Index("ix_reusable_answers_owner", "user_id", "created_at", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    question: Mapped[str]
    answer: Mapped[str]


class SqlReusableAnswerRepository(OwnedRepository[ReusableAnswer]):
    """`IReusableAnswerRepository` in SQL."""

    entity, row, noun = ReusableAnswer, ReusableAnswerRow, "Reusable answer"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "question"})
