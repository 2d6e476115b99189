"""Jobs: vacancies a user has saved."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import UnprocessableError
from app.domain.pagination import Page, PageRequest
from app.domain.repository import IOwnedRepository
from app.domain.text.posting import (
    EducationLevel,
    EmploymentType,
    Keyword,
    Posting,
    Requirement,
    Salary,
    Seniority,
    Workplace,
    YearsRange,
)

JobStatus = Literal["active", "draft", "archived", "expired"]
DescriptionSource = Literal["manual", "extracted"]
ExtractionStatus = Literal["pending", "success", "failed", "needs_manual"]


class JobHasNoDescriptionError(UnprocessableError):
    """There is nothing to match against."""

    code = "job_has_no_description"
    default_message = "This job has no description to work from"


class JobHasNoUrlError(UnprocessableError):
    """There is no address to look at."""

    code = "job_has_no_url"
    default_message = "This job has no address to check"


@dataclass(slots=True, kw_only=True)
class Job(OwnedEntity):
    """A vacancy. What the posting says stands under the same names as in `Posting`."""

    source: str = "manual"
    title: str | None = None
    company: str | None = None
    location: str | None = None
    remote: bool = False
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    years_experience: YearsRange | None = None
    education_level: EducationLevel | None = None
    description: str = ""
    raw_text: str = ""
    job_url: str | None = None
    parsed_keywords: tuple[Keyword, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    salary: Salary | None = None
    salary_range: str | None = None
    date_posted: str | None = None
    application_deadline: str | None = None
    language: str = "en"
    uncertain: tuple[str, ...] = ()
    status: JobStatus = "active"
    description_source: DescriptionSource = "manual"
    extraction_status: ExtractionStatus = "success"
    extraction_error: str | None = None
    content_hash: str = field(default="")
    duplicate_of: UUID | None = None
    """The owner's oldest other job with the same text, or nearly the same, where there is one."""

    def posting(self) -> Posting:
        """Return what the posting says as the engines read it."""
        return Posting(**{f.name: getattr(self, f.name) for f in fields(Posting)})

    def set_posting(self, posting: Posting) -> None:
        """Take over everything `posting` says."""
        for f in fields(Posting):
            setattr(self, f.name, getattr(posting, f.name))

    def set_text(self, posting: Posting, *, raw_text: str) -> None:
        """Take over a posting that was read from `raw_text`: whatever was wrong with an earlier text is over."""
        self.set_posting(posting)
        self.raw_text, self.extraction_status, self.extraction_error = raw_text, "success", None
        self.content_hash = content_hash(posting.description)


def content_hash(description: str) -> str:
    """Return what postings with the same words have in common: SHA-256 of the text with its white space evened out."""
    return hashlib.sha256(" ".join(description.split()).encode()).hexdigest()


LinkState = Literal["alive", "gone", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCheck:
    """What stands at a job's address now; `unknown` where the site does not let itself be read."""

    job_id: UUID
    job_url: str
    state: LinkState
    reason: str
    checked_at: datetime


@dataclass(slots=True, kw_only=True)
class JobListing(OwnedEntity):
    """A job as a row of a list: all but its texts and what was read out of them."""

    source: str
    title: str | None
    company: str | None
    location: str | None
    remote: bool
    workplace: Workplace | None
    employment_type: EmploymentType | None
    seniority: Seniority | None
    years_experience: YearsRange | None
    education_level: EducationLevel | None
    job_url: str | None
    salary: Salary | None
    salary_range: str | None
    date_posted: str | None
    application_deadline: str | None
    language: str
    status: JobStatus
    description_source: DescriptionSource
    extraction_status: ExtractionStatus
    extraction_error: str | None


@dataclass(slots=True, kw_only=True)
class SimilarJob(JobListing):
    """A job beside another one. `similarity` is 1 at most; `is_duplicate` tells that both are nearly the same text."""

    similarity: float
    is_duplicate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFilter:
    """Which jobs: those that fit everything that is given.

    `company` is a whole name in any case. `q` is words that all stand in title, company, location or description, the
    last of them perhaps unfinished; whatever is no letter or digit only separates words.
    """

    status: JobStatus | None = None
    source: str | None = None
    company: str | None = None
    remote: bool | None = None
    q: str | None = None

    def words(self) -> tuple[str, ...]:
        """Return the words of `q` in lower case, twenty at most."""
        return tuple("".join(c if c.isalnum() else " " for c in (self.q or "").lower()).split())[:_MOST_WORDS]


_MOST_WORDS = 20


class IJobRepository(IOwnedRepository[Job], Protocol):
    """Saved jobs."""

    async def search(self, owner_id: UUID, request: PageRequest, wanted: JobFilter) -> Page[JobListing]:
        """Return a page of the owner's jobs that fit; a `q` without any word fits none. Raise as `page` does."""
        ...

    async def get_marked(self, job_id: UUID, *, owner_id: UUID) -> Job:
        """Return the job with its `duplicate_of`; raise as `get` does."""
        ...

    async def get_many(self, job_ids: Iterable[UUID], *, owner_id: UUID) -> list[Job]:
        """Return the jobs, each once, in the order asked for; raise as `get` does for the first that refuses."""
        ...

    async def find_duplicate(self, job: Job) -> UUID | None:
        """Return the owner's oldest other job with the same text, or else the one noted as nearly the same.

        A job without text has none.
        """
        ...

    async def set_near_duplicates(self, job_id: UUID, pairs: Iterable[tuple[UUID, UUID]]) -> None:
        """Note which jobs (the first of each pair) nearly repeat an older one, and forget what was noted of `job_id`.

        Of several older ones the oldest is kept. Jobs that are gone are left out.
        """
        ...

    async def near_duplicates(self, job_id: UUID) -> set[UUID]:
        """Return the jobs that are noted to nearly repeat this one or to be nearly repeated by it."""
        ...

    async def listings(self, job_ids: Iterable[UUID], *, owner_id: UUID) -> dict[UUID, JobListing]:
        """Return those of the jobs that the owner has, without their texts."""
        ...

    async def find_saved(
        self, owner_id: UUID, *, urls: Sequence[str], content_hashes: Sequence[str]
    ) -> dict[str, UUID]:
        """Return the owner's oldest job for each address and each hash of a text that one of theirs has."""
        ...

    async def expire(self, *, before: date, now: datetime) -> int:
        """Turn all users' active jobs whose deadline is before the day to `expired`; return how many there were."""
        ...
