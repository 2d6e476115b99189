"""Applications in the database."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.applications import Application, ApplicationExistsError
from app.domain.errors import JobWiseError
from app.infrastructure.database.base import OwnedRepository, Row


class ApplicationRow(Row):
    """A job being applied to."""

    __tablename__ = "saved_applications"
    __table_args__ = (
        Index("ix_saved_applications_owner", "user_id", "created_at", "id"),
        Index("ix_saved_applications_status", "user_id", "status"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), unique=True)
    status: Mapped[str] = mapped_column(String(20))
    notes: Mapped[str]
    deadline: Mapped[datetime | None]
    resume_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    cover_letter_document_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    next_action: Mapped[str]
    next_action_at: Mapped[datetime | None]
    saved_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]


class SqlApplicationRepository(OwnedRepository[Application]):
    """`IApplicationRepository` in SQL."""

    entity, row, noun = Application, ApplicationRow, "Application"
    conflicts: ClassVar[dict[str, type[JobWiseError]]] = {"uq_saved_applications_job_id": ApplicationExistsError}
    sortable: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "updated_at", "saved_at", "applied_at", "deadline", "next_action_at"}
    )
