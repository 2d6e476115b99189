"""Looking for vacancies on the job boards: what is found, and how the boards are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.ports.job_boards import BoardPosting, JobPage
from app.domain.text.job.finding import WantedJob, is_remote, same_vacancies
from app.domain.text.match.report import Band
from app.domain.text.posting import EmploymentType, Salary, Seniority, Workplace

_SUMMARY = 300


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place where the same vacancy is published."""

    source: str
    job_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobDraft:
    """What `POST /jobs` takes to keep a vacancy.

    A whole text goes along as `raw_text`; where there is only an excerpt the address is read instead, and the excerpt
    is what remains if that fails.
    """

    source: str
    raw_text: str | None
    job_url: str | None
    title: str | None
    company: str | None
    description: str | None
    location: str | None
    remote: bool
    workplace: Workplace | None
    employment_type: EmploymentType | None
    salary: Salary | None
    date_posted: str | None
    application_deadline: str | None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A vacancy, however many boards tell of it: the fullest of its postings, and where the others are."""

    posting: BoardPosting
    others: tuple[BoardPosting, ...] = ()

    @property
    def page(self) -> JobPage:
        """What the fullest posting says."""
        return self.posting.page

    @property
    def urls(self) -> tuple[str, ...]:
        """Every address it is published at."""
        return tuple(one.page.url for one in (self.posting, *self.others) if one.page.url)

    @property
    def also_at(self) -> tuple[Elsewhere, ...]:
        """Where else it is published."""
        return tuple(Elsewhere(one.source, one.page.url or None) for one in self.others)

    @property
    def is_remote(self) -> bool:
        """Whether the work is done from elsewhere."""
        return is_remote(self.page)

    @property
    def summary(self) -> str:
        """The first words of its text."""
        words = " ".join(self.page.text.replace("# ", "").split())
        return words if len(words) <= _SUMMARY else f"{words[:_SUMMARY].rsplit(' ', 1)[0]} …"

    def draft(self) -> JobDraft:
        """Return what `POST /jobs` takes to keep it."""
        page, excerpt = self.page, self.posting.is_excerpt
        return JobDraft(
            source=self.posting.source[:60],
            raw_text=None if excerpt or not page.text else page.text,
            job_url=page.url or None,
            title=page.title,
            company=page.company,
            description=page.text or None if excerpt else None,
            location=page.location,
            remote=self.is_remote,
            workplace=page.workplace,
            employment_type=page.employment_type,
            salary=page.salary,
            date_posted=page.date_posted,
            application_deadline=page.application_deadline,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundJob:
    """A vacancy that was found. The match is `None` where there is no active profile to hold it against."""

    source: str
    title: str
    company: str | None
    location: str | None
    remote: bool
    workplace: Workplace | None
    employment_type: EmploymentType | None
    seniority: Seniority | None
    salary: Salary | None
    salary_range: str | None
    date_posted: str | None
    application_deadline: str | None
    job_url: str | None
    summary: str
    is_excerpt: bool
    also_at: tuple[Elsewhere, ...]
    match_score: int | None
    band: Band | None
    matched_keywords: tuple[str, ...]
    missing_keywords: tuple[str, ...]
    saved_job_id: UUID | None
    save: JobDraft


@dataclass(frozen=True, slots=True)
class SearchWarning:
    """A board that could not be searched, and why, for people."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class SearchedSource:
    """A board that answered: how many of its vacancies fit, and when it was asked."""

    source: str
    found: int
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSearchResult:
    """What a search found, the best fit first. `total` counts also what the limit left out."""

    items: tuple[FoundJob, ...]
    total: int
    warnings: tuple[SearchWarning, ...]
    sources: tuple[SearchedSource, ...]
    profile_id: UUID | None
    """The profile the matches are held against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How a board was when it was last asked."""

    source: str
    last_success_at: datetime | None = None
    last_failure_at: datetime | None = None
    last_error: str | None = None

    @property
    def is_healthy(self) -> bool:
        """Tell whether its last answer was one; a board that was never asked is taken to be."""
        return self.last_failure_at is None or (
            self.last_success_at is not None and self.last_success_at >= self.last_failure_at
        )


class IJobSourceRepository(Protocol):
    """The health of the job boards, the same for all users."""

    async def note_success(self, source: str, at: datetime) -> None:
        """Note that the board answered; an earlier moment than the noted one changes nothing."""
        ...

    async def note_failure(self, source: str, at: datetime, error: str) -> None:
        """Note that it did not, and why; an earlier moment than the noted one changes nothing."""
        ...

    async def list_all(self) -> list[SourceHealth]:
        """Return every board that was ever asked, by name."""
        ...


def vacancies(postings: Sequence[BoardPosting]) -> list[Vacancy]:
    """Return each vacancy once, in the order of its first posting."""
    groups = same_vacancies([one.page for one in postings], [one.source for one in postings])
    found = []
    for group in groups:
        # A whole text beats an excerpt, the employer's own board (its name has a colon) beats an aggregator's copy.
        told = sorted(
            (postings[at] for at in group),
            key=lambda one: (one.is_excerpt, ":" not in one.source, -len(one.page.text)),
        )
        found.append(Vacancy(told[0], tuple(told[1:])))
    return found


def by_relevance(found: Sequence[Vacancy], wanted: WantedJob) -> list[Vacancy]:
    """Return the vacancies whose titles say most of what is wanted first, of equal ones the newest."""
    newest = sorted(found, key=lambda one: (one.page.date_posted or "", one.page.url), reverse=True)
    return sorted(newest, key=lambda one: wanted.title_share(one.page), reverse=True)
