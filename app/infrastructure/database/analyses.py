"""Analyses in the database."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.analyses import Analysis
from app.infrastructure.database.base import OwnedRepository, Row, table_of
from app.infrastructure.database.types import TypedJson


class AnalysisRow(Row):
    """An ATS analysis, at most one a job."""

    __tablename__ = "analyses"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), unique=True)
    resume_id: Mapped[UUID | None] = mapped_column(ForeignKey("resumes.id", ondelete="SET NULL"), index=True)
    profile_id: Mapped[UUID | None] = mapped_column(ForeignKey("master_profiles.id", ondelete="SET NULL"), index=True)
    status: Mapped[str] = mapped_column(String(20))
    candidate_level: Mapped[str] = mapped_column(String(20))
    target_stack: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    ats_score: Mapped[int | None]
    score_breakdown: Mapped[dict[str, int]] = mapped_column(TypedJson(dict[str, int]))
    missing_keywords: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    matched_keywords: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    strengths: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    suggestions: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    error_message: Mapped[str | None]


_analyses = table_of(AnalysisRow)


class SqlAnalysisRepository(OwnedRepository[Analysis]):
    """`IAnalysisRepository` in SQL."""

    entity, row, noun = Analysis, AnalysisRow, "Analysis"

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Analysis | None:
        """See `IAnalysisRepository.find_for_job`."""
        return await self._find_one(_analyses.c.job_id == job_id, _analyses.c.user_id == owner_id)
