"""Saved searches: what somebody looks for again and again, and what was found for it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository
from app.domain.text.job.finding import WantedJob, canonical_url, employer_key, folded
from app.domain.text.job.page import JobPage
from app.domain.text.job.titles import clean_title

MOST_SEARCHES = 50


class TooManySearchesError(ConflictError):
    """The user has as many saved searches as one may have."""

    code = "too_many_searches"
    default_message = f"There can be {MOST_SEARCHES} saved searches; delete one first"


@dataclass(slots=True, kw_only=True)
class SavedSearch(OwnedEntity):
    """What is looked for, in `sources` or in all that are configured.

    New hits that match less than `min_match_score` are kept and not told. `scheduled_at` is when the schedule last
    took it up, `last_warnings` what went wrong in the last run.
    """

    name: str
    q: str = ""
    location: str = ""
    remote: bool | None = None
    sources: tuple[str, ...] = ()
    min_match_score: int | None = None
    is_scheduled: bool = True
    scheduled_at: datetime | None = None
    last_run_at: datetime | None = None
    last_new_count: int = 0
    last_warnings: tuple[str, ...] = ()

    def wanted(self) -> WantedJob:
        """Return what is looked for."""
        return WantedJob(self.q, self.location, self.remote)

    def ran(self, now: datetime, *, new_count: int, warnings: Sequence[str]) -> None:
        """Note how a run went."""
        self.last_run_at = self.updated_at = now
        self.last_new_count, self.last_warnings = new_count, tuple(warnings)


@dataclass(slots=True, kw_only=True)
class SavedSearchHit(OwnedEntity):
    """A vacancy that a search found, when it was first found. `mark` tells it from every other of the search.

    `name_mark` is what the copies of a vacancy on other boards have in common with it.
    """

    search_id: UUID
    mark: str
    name_mark: str
    source: str
    title: str
    company: str | None = None
    location: str | None = None
    remote: bool = False
    job_url: str | None = None
    date_posted: str | None = None
    match_score: int | None = None

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return f"{self.title} at {self.company}" if self.company else self.title

    def is_told_by(self, other: "SavedSearchHit") -> bool:
        """Tell whether `other` is the same vacancy: the same page, or on another board the same name."""
        return self.mark == other.mark or (self.name_mark == other.name_mark and self.source != other.source)


def marks_of(page: JobPage) -> tuple[str, str]:
    """Return what tells the vacancy from others, and what it has in common with its copies elsewhere."""
    name = "\n".join(
        (
            employer_key(page.company),
            folded(clean_title(page.title or "")).strip(),
            " ".join(sorted(folded(page.location or "").replace(",", " ").split())),
        )
    )
    name_mark = hashlib.sha256(name.encode()).hexdigest()
    return (hashlib.sha256(canonical_url(page.url).encode()).hexdigest() if page.url else name_mark), name_mark


class ISavedSearchRepository(IOwnedRepository[SavedSearch], Protocol):
    """Saved searches."""

    async def take_due(self, *, before: datetime, now: datetime) -> list[SavedSearch]:
        """Return all users' scheduled searches that were not taken up since `before`, and note that they are now.

        Whoever asks at the same time gets none of them. Accounts that are switched off are left out.
        """
        ...


class ISavedSearchHitRepository(IOwnedRepository[SavedSearchHit], Protocol):
    """What saved searches found. `save` raises `ConflictError` for a mark that the search has."""

    async def find_seen(
        self, search_id: UUID, *, marks: Sequence[str], name_marks: Sequence[str]
    ) -> list[SavedSearchHit]:
        """Return the search's hits with one of the marks or of the name marks."""
        ...
