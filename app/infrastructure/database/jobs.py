"""Jobs in the database."""

from dataclasses import fields
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, String, false, func, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.jobs import Job, JobFilter, JobListing
from app.domain.pagination import Page, PageRequest
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
_select_summaries = select(*(_jobs.c[f.name] for f in fields(JobListing)))
# Both are made and kept up to date by the migration: no part of the row, for nothing but the search reads them.
_FOUND = {
    "sqlite": text(
        "jobs.id IN (SELECT k.job_id FROM job_search JOIN job_search_keys k ON k.number = job_search.rowid"
        " WHERE job_search MATCH :search_words)"
    ),
    "postgresql": text("jobs.search_vector @@ to_tsquery('simple', :search_words)"),
}


class SqlJobRepository(OwnedRepository[Job]):
    """`IJobRepository` in SQL."""

    entity, row, noun = Job, JobRow, "Job"
    sortable: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "updated_at", "title", "company", "date_posted", "application_deadline"}
    )

    unloaded: ClassVar[frozenset[str]] = frozenset({"duplicate_of"})

    async def search(self, owner_id: UUID, request: PageRequest, wanted: JobFilter) -> Page[JobListing]:
        """See `IJobRepository.search`."""
        statement = _select_summaries.where(_jobs.c.user_id == owner_id)
        for name in ("status", "source", "remote"):
            value = getattr(wanted, name)
            if value is not None:
                statement = statement.where(_jobs.c[name] == value)
        if wanted.company is not None:
            # SQLite's own lower() knows ASCII only; the engine brings one that knows all letters.
            lower = func.lower if self._dialect == "postgresql" else func.unicode_lower
            statement = statement.where(lower(_jobs.c.company) == lower(wanted.company.strip()))
        if wanted.q is not None and wanted.q.strip():
            statement = statement.where(self._has_words(wanted.words()))
        rows, total = await self._rows(statement, request)
        return Page([JobListing(**row._mapping) for row in rows], total, request.limit, request.offset)  # noqa: SLF001

    async def find_duplicate(self, job: Job) -> UUID | None:
        """See `IJobRepository.find_duplicate`."""
        if not job.description.strip():
            return None
        same = (_jobs.c.user_id == job.user_id, _jobs.c.content_hash == job.content_hash, _jobs.c.id != job.id)
        statement = select(_jobs.c.id).where(*same).order_by(_jobs.c.created_at, _jobs.c.id).limit(1)
        return (await self._execute(statement)).scalar_one_or_none()

    async def expire(self, *, before: date, now: datetime) -> int:
        """See `IJobRepository.expire`."""
        due = (_jobs.c.status == "active", _jobs.c.application_deadline < before.isoformat())
        return (await self._execute(update(_jobs).where(*due).values(status="expired", updated_at=now))).rowcount

    def _has_words(self, words: tuple[str, ...]) -> ColumnElement[bool]:
        if not words:
            return false()
        quote, joint, prefix = ('"', " ", "*") if self._dialect == "sqlite" else ("'", " & ", ":*")
        query = joint.join(f"{quote}{word}{quote}" for word in words) + prefix
        found: ColumnElement[bool] = _FOUND[self._dialect].bindparams(search_words=query)  # type: ignore[assignment]
        return found
