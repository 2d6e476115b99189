"""Searching the job boards: all at once, within a deadline, the best fit first."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.errors import ValidationError
from app.domain.job_search import (
    FoundJob,
    JobSearchResult,
    SearchedSource,
    SearchWarning,
    SourceHealth,
    Vacancy,
    by_relevance,
    vacancies,
)
from app.domain.jobs import content_hash
from app.domain.ports.job_boards import BoardAnswer, IJobBoard, JobBoardUnavailableError, JobPage, WantedJob
from app.domain.profiles import Profile
from app.domain.text.job import posting_from_page
from app.domain.text.match import match_career
from app.domain.text.match.reading import read_career
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
NO_SOURCE = "JOB_SOURCES"
_AT_ONCE = 8
_MOST_READ = 120
_CHUNK = 8
_KEPT_READINGS = 500
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Judged:
    vacancy: Vacancy
    posting: Posting
    report: MatchReport | None

    @property
    def score(self) -> int:
        return self.report.score if self.report else -1


class JobSearchService:
    """Use cases of the job boards. `seconds` bounds how long a search waits for them."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        boards: Sequence[IJobBoard],
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
        seconds: float = 8.0,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._boards = tuple(boards)
        self._lexicon = lexicon
        self._clock = clock
        self._seconds = seconds
        self._readings: OrderedDict[JobPage, Posting] = OrderedDict()
        self._noted: dict[str, tuple[bool, datetime]] = {}

    def check_sources(self, sources: Sequence[str]) -> None:
        """Raise `ValidationError` unless each name is that of a board, or of a kind of board, that is configured."""
        for name in sources:
            if not self.has_source(name):
                known = ", ".join(board.name for board in self._boards) or "none is configured"
                raise ValidationError.of_field("sources", f"{name} is none of the job boards: {known}")

    def has_source(self, name: str) -> bool:
        """Tell whether a board, or a kind of board, of this name is configured."""
        return any(_is_named(board, name) for board in self._boards)

    async def search(
        self, wanted: WantedJob, *, owner_id: UUID, sources: Sequence[str] = (), limit: int = 50
    ) -> JobSearchResult:
        """Return what the boards have, held against the owner's active profile; boards that fail are warned of.

        Raise `ValidationError` for a source that is not configured.
        """
        self.check_sources(sources)
        asked = [board for board in self._boards if not sources or any(_is_named(board, name) for name in sources)]
        async with self._unit_of_work(read_only=True) as uow:
            profile = await uow.profiles.find_active(owner_id)
        answers, warnings = await self._ask(asked, wanted)
        found = vacancies([posting for answer in answers.values() for posting in answer.postings])
        judged = await self._judge(by_relevance(found, wanted), profile)
        shown = judged[:limit]
        hashes = {one.vacancy: content_hash(one.posting.description) for one in shown}
        async with self._unit_of_work(read_only=True) as uow:
            saved = await uow.jobs.find_saved(
                owner_id,
                urls=[url for one in shown for url in one.vacancy.urls],
                content_hashes=[hashes[one.vacancy] for one in shown if one.posting.description.strip()],
            )
        items = []
        for one in shown:
            marks = (*one.vacancy.urls, hashes[one.vacancy])
            items.append(_found(one, next((saved[mark] for mark in marks if mark in saved), None)))
        return JobSearchResult(
            items=tuple(items),
            total=len(found),
            warnings=tuple(warnings),
            sources=tuple(
                SearchedSource(name, len(answer.postings), answer.fetched_at) for name, answer in answers.items()
            ),
            profile_id=profile.id if profile else None,
        )

    async def sources(self) -> list[SourceHealth]:
        """Return the configured boards with their health, in the order of the configuration."""
        async with self._unit_of_work(read_only=True) as uow:
            known = {health.source: health for health in await uow.job_sources.list_all()}
        return [known.get(board.name, SourceHealth(source=board.name)) for board in self._boards]

    async def _ask(
        self, boards: Sequence[IJobBoard], wanted: WantedJob
    ) -> tuple[dict[str, BoardAnswer], list[SearchWarning]]:
        if not boards:
            return {}, [SearchWarning(NO_SOURCE, "No job board is configured")]
        lanes = asyncio.Semaphore(_AT_ONCE)

        async def ask(board: IJobBoard) -> BoardAnswer:
            async with lanes:
                return await board.search(wanted)

        tasks = {board.name: asyncio.ensure_future(ask(board)) for board in boards}
        try:
            await asyncio.wait(tasks.values(), timeout=self._seconds)
        finally:
            for task in tasks.values():
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)
        answers = {name: task.result() for name, task in tasks.items() if not _failure(task)}
        warnings = [SearchWarning(name, self._reason(name, task)) for name, task in tasks.items() if _failure(task)]
        await self._note(answers, warnings)
        return answers, warnings

    def _reason(self, name: str, task: "asyncio.Future[BoardAnswer]") -> str:
        failure = _failure(task)
        if isinstance(failure, JobBoardUnavailableError):
            return failure.message
        if isinstance(failure, TimeoutError):
            return f"{name} did not answer within {self._seconds:g} seconds"
        # One adapter's mistake must not take the other boards' answers away from the user.
        logger.error("the job board %s failed", name, exc_info=failure)
        return f"{name} could not be read"

    async def _note(self, answers: dict[str, BoardAnswer], warnings: list[SearchWarning]) -> None:
        now = self._clock()
        outcomes = {**dict.fromkeys(answers, True), **{warning.source: False for warning in warnings}}
        due = {
            name: is_well
            for name, is_well in outcomes.items()
            if name not in self._noted or self._noted[name][0] != is_well or now - self._noted[name][1] >= _NOTED_EVERY
        }
        if not due:
            return
        async with self._unit_of_work() as uow:
            # In one order everywhere, so that two searches at once do not wait for each other.
            for name in sorted(due):
                if due[name]:
                    await uow.job_sources.note_success(name, answers[name].fetched_at)
                else:
                    reason = next(warning.message for warning in warnings if warning.source == name)
                    await uow.job_sources.note_failure(name, now, reason)
            await uow.commit()
        self._noted |= {name: (is_well, now) for name, is_well in due.items()}

    async def _judge(self, found: Sequence[Vacancy], profile: Profile | None) -> list[_Judged]:
        judge = await asyncio.to_thread(_Judge, self._lexicon, profile, self._clock().date())
        judged: list[_Judged] = []
        chosen = found[:_MOST_READ]
        for start in range(0, len(chosen), _CHUNK):
            chunk = chosen[start : start + _CHUNK]
            known = [self._readings.get(one.page) for one in chunk]
            done = await asyncio.to_thread(judge.judge, chunk, known)
            judged += done
            for one in done:
                self._readings[one.vacancy.page] = one.posting
                self._readings.move_to_end(one.vacancy.page)
        while len(self._readings) > _KEPT_READINGS:
            self._readings.popitem(last=False)
        return sorted(judged, key=lambda one: one.score, reverse=True)


class _Judge:
    """Reads postings and holds them against one career, which is read once."""

    def __init__(self, lexicon: Callable[[], Lexicon], profile: Profile | None, today: date) -> None:
        self._lexicon = lexicon()
        self._career = profile.career() if profile else None
        self._today = today
        self._reading = read_career(self._career, self._lexicon, today=today) if self._career else None

    def judge(self, chunk: Sequence[Vacancy], known: Sequence[Posting | None]) -> list[_Judged]:
        judged = []
        for vacancy, read in zip(chunk, known, strict=True):
            posting = read or posting_from_page(vacancy.page, self._lexicon)
            report = None
            if self._career is not None:
                report = match_career(self._career, posting, self._lexicon, today=self._today, reading=self._reading)
            judged.append(_Judged(vacancy, posting, report))
        return judged


def _is_named(board: IJobBoard, name: str) -> bool:
    return name in (board.name, board.name.partition(":")[0])


def _failure(task: "asyncio.Future[BoardAnswer]") -> BaseException | None:
    """Return why there is no answer; a task that was still running when the time was over has been cancelled."""
    return TimeoutError() if task.cancelled() else task.exception()


def _found(one: _Judged, saved_job_id: UUID | None) -> FoundJob:
    vacancy, posting, report = one.vacancy, one.posting, one.report
    page = vacancy.page
    return FoundJob(
        source=vacancy.posting.source,
        title=page.title or "",
        company=page.company,
        location=page.location,
        remote=vacancy.is_remote,
        workplace=posting.workplace,
        employment_type=posting.employment_type,
        seniority=posting.seniority,
        salary=posting.salary,
        salary_range=posting.salary_range,
        date_posted=posting.date_posted,
        application_deadline=posting.application_deadline,
        job_url=page.url or None,
        summary=vacancy.summary,
        is_excerpt=vacancy.posting.is_excerpt,
        also_at=vacancy.also_at,
        match_score=report.score if report else None,
        band=report.band if report else None,
        matched_keywords=report.matched_keywords if report else (),
        missing_keywords=report.missing_keywords if report else (),
        saved_job_id=saved_job_id,
        save=vacancy.draft(),
    )
