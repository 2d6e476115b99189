"""Resumes in the database."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.resumes import Resume
from app.domain.text.resume.parsed import ParsedResume
from app.infrastructure.database.base import OwnedRepository, Row
from app.infrastructure.database.types import TypedJson


class ResumeRow(Row):
    """An uploaded resume."""

    __tablename__ = "resumes"
    __table_args__ = (Index("ix_resumes_owner", "user_id", "created_at", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    original_filename: Mapped[str]
    content_type: Mapped[str]
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    storage_key: Mapped[str]
    status: Mapped[str] = mapped_column(String(20))
    parsed_text: Mapped[str]
    parsed: Mapped[ParsedResume] = mapped_column(TypedJson(ParsedResume))
    warnings: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    last_analyzed: Mapped[datetime | None]


class SqlResumeRepository(OwnedRepository[Resume]):
    """`IResumeRepository` in SQL."""

    entity, row, noun = Resume, ResumeRow, "Resume"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "original_filename", "size_bytes"})
