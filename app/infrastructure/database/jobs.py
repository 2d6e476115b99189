"""Jobs in the database."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.jobs import Job
from app.domain.text.posting import Keyword, Requirement, Salary, YearsRange
from app.infrastructure.database.base import OwnedRepository, Row, table_of
from app.infrastructure.database.types import TypedJson


class JobRow(Row):
    """A saved vacancy."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_owner", "user_id", "created_at", "id"),
        Index("ix_jobs_content", "user_id", "content_hash"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    source: Mapped[str] = mapped_column(String(60))
    title: Mapped[str | None]
    company: Mapped[str | None]
    location: Mapped[str | None]
    remote: Mapped[bool]
    workplace: Mapped[str | None] = mapped_column(String(10))
    employment_type: Mapped[str | None] = mapped_column(String(20))
    seniority: Mapped[str | None] = mapped_column(String(20))
    years_experience: Mapped[YearsRange | None] = mapped_column(TypedJson(YearsRange))
    education_level: Mapped[str | None] = mapped_column(String(20))
    description: Mapped[str]
    raw_text: Mapped[str]
    job_url: Mapped[str | None]
    parsed_keywords: Mapped[tuple[Keyword, ...]] = mapped_column(TypedJson(tuple[Keyword, ...]))
    requirements: Mapped[tuple[Requirement, ...]] = mapped_column(TypedJson(tuple[Requirement, ...]))
    responsibilities: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))
    benefits: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))
    salary: Mapped[Salary | None] = mapped_column(TypedJson(Salary))
    salary_range: Mapped[str | None]
    date_posted: Mapped[str | None] = mapped_column(String(10))
    application_deadline: Mapped[str | None] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(8))
    uncertain: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))
    status: Mapped[str] = mapped_column(String(20))
    description_source: Mapped[str] = mapped_column(String(20))
    extraction_status: Mapped[str] = mapped_column(String(20))
    extraction_error: Mapped[str | None]
    content_hash: Mapped[str] = mapped_column(String(64))


_jobs = table_of(JobRow)


class SqlJobRepository(OwnedRepository[Job]):
    """`IJobRepository` in SQL."""

    entity, row, noun = Job, JobRow, "Job"
    sortable: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "updated_at", "title", "company", "date_posted", "application_deadline"}
    )

    async def find_by_content(self, owner_id: UUID, content_hash: str) -> Job | None:
        """See `IJobRepository.find_by_content`."""
        return await self._find_one(_jobs.c.user_id == owner_id, _jobs.c.content_hash == content_hash)
