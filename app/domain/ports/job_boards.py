"""Places where vacancies are published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.errors import UnavailableError
from app.domain.text.job.finding import WantedJob
from app.domain.text.job.page import JobPage

__all__ = ["BoardAnswer", "BoardPosting", "IJobBoard", "JobBoardUnavailableError", "JobPage", "WantedJob"]


class JobBoardUnavailableError(UnavailableError):
    """A job board did not answer, or not with postings; the message says which of them, for people."""

    code = "job_board_unavailable"
    default_message = "This job board cannot be searched at the moment"


@dataclass(frozen=True, slots=True)
class BoardPosting:
    """A vacancy as a board shows it. `page.url` is where people read it; an excerpt's text breaks off."""

    source: str
    page: JobPage
    is_excerpt: bool = False


@dataclass(frozen=True, slots=True)
class BoardAnswer:
    """What a board had when it was last asked, which may be minutes ago."""

    postings: tuple[BoardPosting, ...]
    fetched_at: datetime


class IJobBoard(Protocol):
    """Vacancies of one board, or of one employer on it."""

    @property
    def name(self) -> str:
        """What `JOB_SOURCES` calls it, such as `remotive` or `greenhouse:acme`; every posting carries it."""
        ...

    async def search(self, wanted: WantedJob) -> BoardAnswer:
        """Return the vacancies that fit, at most a few hundred, each with a title; what is broken is left out.

        Raises `JobBoardUnavailableError`; never another error, whatever the board answers.
        """
        ...
