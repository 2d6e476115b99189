"""Jobs in the database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, ClassVar, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Insert,
    String,
    bindparam,
    column,
    delete,
    false,
    func,
    literal,
    or_,
    select,
    table,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.jobs import Job, JobFilter, JobListing
from app.domain.pagination import Page, PageRequest
from app.domain.text.posting import Keyword, Requirement, Salary, YearsRange
from app.infrastructure.database.base import OwnedRepository, Row, table_of
from app.infrastructure.database.statements import as_bound, lowered
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


class NearDuplicateRow(Row):
    """A job that nearly repeats the text of an older one of its owner's."""

    __tablename__ = "near_duplicates"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    duplicate_of: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)


_jobs = table_of(JobRow)
_near = table_of(NearDuplicateRow)
_select_summaries = select(*(_jobs.c[f.name] for f in fields(JobListing)))
# Both are made and kept up to date by the migration: no part of the row, for nothing but the search reads them.
_FOUND = text("jobs.search_vector @@ to_tsquery('simple', :search_words)")
_search = table("job_search", column("job_id"), column("words"))


def _duplicate(
    owner: ColumnElement[UUID], content: ColumnElement[str], job: ColumnElement[UUID]
) -> ColumnElement[UUID | None]:
    """Return the owner's oldest other job with the same content, or the one noted as nearly the same."""
    other = _jobs.alias("other")
    same = (other.c.user_id == owner, other.c.content_hash == content, other.c.id != job)
    equal = select(other.c.id).where(*same).order_by(other.c.created_at, other.c.id).limit(1)
    near = select(_near.c.duplicate_of).where(_near.c.job_id == job)
    return func.coalesce(equal.scalar_subquery(), near.scalar_subquery(), type_=_jobs.c.id.type)


def _note(insert: Any) -> Insert:
    """Return what notes that one job nearly repeats another of the same owner's; of several, the oldest is kept."""
    one, other = _jobs.alias("one"), _jobs.alias("other")
    pair = one.join(other, one.c.user_id == other.c.user_id)
    newer, older = (bindparam(name, type_=_jobs.c.id.type) for name in ("newer_id", "older_id"))
    both = select(one.c.id, other.c.id).select_from(pair).where(one.c.id == newer, other.c.id == older)
    # Ids are in the order of time, so the smaller one is the older one.
    noted: Insert = insert.from_select(["job_id", "duplicate_of"], both).on_conflict_do_update(
        index_elements=["job_id"],
        set_={"duplicate_of": insert.excluded.duplicate_of},
        where=insert.excluded.duplicate_of < _near.c.duplicate_of,
    )
    return noted


_note_near = {"sqlite": _note(sqlite.insert(_near)), "postgresql": _note(postgresql.insert(_near))}
_forgotten = bindparam("forgotten_id", type_=_jobs.c.id.type)
_forget_near = delete(_near).where(or_(_near.c.job_id == _forgotten, _near.c.duplicate_of == _forgotten))
_select_duplicate = select(
    _duplicate(
        bindparam("owner", type_=_jobs.c.user_id.type),
        bindparam("content", type_=_jobs.c.content_hash.type),
        bindparam("job", type_=_jobs.c.id.type),
    )
)
_select_marked = select(
    *(_jobs.c[f.name] for f in fields(Job) if f.name != "duplicate_of"),
    _duplicate(_jobs.c.user_id, _jobs.c.content_hash, _jobs.c.id).label("duplicate_of"),
).where(_jobs.c.id == bindparam("wanted_id"))


class SqlJobRepository(OwnedRepository[Job]):
    """`IJobRepository` in SQL."""

    entity, row, noun = Job, JobRow, "Job"
    sortable: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "updated_at", "title", "company", "date_posted", "application_deadline"}
    )

    unloaded: ClassVar[frozenset[str]] = frozenset({"duplicate_of"})

    async def search(self, owner_id: UUID, request: PageRequest, wanted: JobFilter) -> Page[JobListing]:
        """See `IJobRepository.search`."""
        parameters: dict[str, object] = {
            name: getattr(wanted, name)
            for name in ("status", "source", "remote", "company")
            if getattr(wanted, name) is not None
        }
        words = wanted.words() if wanted.q is not None and wanted.q.strip() else None
        key = ("summaries", self._dialect, *parameters, None if words is None else len(words))
        listing = self._listing(key, lambda: self._conditions(tuple(parameters), words), _select_summaries)
        if wanted.company is not None:
            parameters["company"] = wanted.company.strip()
        if words:
            parameters |= self._bound(words)
        rows, total = await self._rows(listing, request, {"user_id": owner_id, **parameters})
        return Page([JobListing(**row._mapping) for row in rows], total, request.limit, request.offset)  # noqa: SLF001

    async def get_marked(self, job_id: UUID, *, owner_id: UUID) -> Job:
        """See `IJobRepository.get_marked`."""
        job = Job(**(await self._own(_select_marked, job_id, owner_id))._mapping)  # noqa: SLF001
        if not job.description.strip():
            job.duplicate_of = None
        return job

    async def get_many(self, job_ids: Iterable[UUID], *, owner_id: UUID) -> list[Job]:
        """See `IJobRepository.get_many`."""
        wanted = list(dict.fromkeys(job_ids))
        rows = await self._execute(self._select.where(_jobs.c.user_id == owner_id, _jobs.c.id.in_(wanted)))
        found = {row.id: self._entity(row) for row in rows}
        # Whatever is not among them refuses by itself: it is gone, or another user's.
        return [found.get(job_id) or await self.get(job_id, owner_id=owner_id) for job_id in wanted]

    async def find_duplicate(self, job: Job) -> UUID | None:
        """See `IJobRepository.find_duplicate`."""
        if not job.description.strip():
            return None
        known = {"owner": job.user_id, "content": job.content_hash, "job": job.id}
        found: UUID | None = (await self._execute(_select_duplicate, known)).scalar_one()
        return found

    async def set_near_duplicates(self, job_id: UUID, pairs: Iterable[tuple[UUID, UUID]]) -> None:
        """See `IJobRepository.set_near_duplicates`."""
        await self._execute(_forget_near, {"forgotten_id": job_id})
        if both := [{"newer_id": newer, "older_id": older} for newer, older in pairs]:
            await self._execute(_note_near[self._dialect], both)

    async def near_duplicates(self, job_id: UUID) -> set[UUID]:
        """See `IJobRepository.near_duplicates`."""
        oldest = func.coalesce(
            select(_near.c.duplicate_of).where(_near.c.job_id == job_id).scalar_subquery(),
            literal(job_id, _jobs.c.id.type),
        )
        found = await self._execute(select(_near.c.job_id, _near.c.duplicate_of).where(_near.c.duplicate_of == oldest))
        return {key for row in found for key in row} - {job_id}

    async def listings(self, job_ids: Iterable[UUID], *, owner_id: UUID) -> dict[UUID, JobListing]:
        """See `IJobRepository.listings`."""
        wanted = _select_summaries.where(_jobs.c.user_id == owner_id, _jobs.c.id.in_(list(job_ids)))
        found = [JobListing(**row._mapping) for row in await self._execute(wanted)]  # noqa: SLF001
        return {job.id: job for job in found}

    async def find_saved(
        self, owner_id: UUID, *, urls: Sequence[str], content_hashes: Sequence[str]
    ) -> dict[str, UUID]:
        """See `IJobRepository.find_saved`."""
        if not urls and not content_hashes:
            return {}
        known = or_(_jobs.c.job_url.in_(urls), _jobs.c.content_hash.in_(content_hashes))
        statement = select(_jobs.c.id, _jobs.c.job_url, _jobs.c.content_hash).where(_jobs.c.user_id == owner_id, known)
        found: dict[str, UUID] = {}
        for row in await self._execute(statement.order_by(_jobs.c.created_at, _jobs.c.id)):
            for mark in {row.job_url, row.content_hash} & {*urls, *content_hashes}:
                found.setdefault(mark, row.id)
        return found

    async def expire(self, *, before: date, now: datetime) -> int:
        """See `IJobRepository.expire`."""
        due = (_jobs.c.status == "active", _jobs.c.application_deadline < before.isoformat())
        return (await self._execute(update(_jobs).where(*due).values(status="expired", updated_at=now))).rowcount

    def _conditions(self, names: tuple[str, ...], words: tuple[str, ...] | None) -> Iterator[ColumnElement[bool]]:
        for name in names:
            if name == "company":
                yield lowered(_jobs.c.company) == lowered(bindparam(name))
            else:
                yield as_bound(_jobs, name)
        if words is None:
            return
        if not words:
            yield false()
        elif self._dialect == "postgresql":
            yield cast("ColumnElement[bool]", _FOUND)
        else:
            stand = (func.instr(_search.c.words, bindparam(f"word_{at}")) > 0 for at in range(len(words)))
            yield select(_search.c.job_id).where(_search.c.job_id == _jobs.c.id, *stand).exists()

    def _bound(self, words: tuple[str, ...]) -> dict[str, object]:
        """Return what the search is bound with: all of the words, the last one as the beginning of a word."""
        if self._dialect == "postgresql":
            return {"search_words": " & ".join(f"'{word}'" for word in words) + ":*"}
        whole = {f"word_{at}": f" {word} " for at, word in enumerate(words[:-1])}
        return {**whole, f"word_{len(words) - 1}": f" {words[-1]}"}
