"""Saved searches: keeping them, running them by hand and on a schedule, telling of what is new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.application.job_search import JobSearchService
from app.application.notifying import Notifier, new_jobs_found
from app.domain.errors import NotFoundError
from app.domain.job_search import FoundJob, JobSearchResult
from app.domain.pagination import Page, PageRequest
from app.domain.ports.queue import ITaskQueue
from app.domain.saved_searches import (
    MOST_SEARCHES,
    SavedSearch,
    SavedSearchHit,
    TooManySearchesError,
    marks_of,
)
from app.domain.tasks import Lease, Task
from app.domain.text.job.page import JobPage
from app.domain.unit_of_work import UnitOfWorkFactory

TASK_KIND = "saved_search"
_MOST_HITS = 100


@dataclass(frozen=True, slots=True)
class SavedSearchRun:
    """How a run went: everything that was found, and what of it was never found before."""

    search: SavedSearch
    new_hits: tuple[SavedSearchHit, ...]
    result: JobSearchResult


class SavedSearchService:
    """Use cases of saved searches. With `every` the schedule runs each of them that often; `None` is no schedule."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        boards: JobSearchService,
        notifier: Notifier,
        queue: ITaskQueue,
        *,
        clock: Callable[[], datetime],
        every: timedelta | None = None,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards
        self._notifier = notifier
        self._queue = queue
        self._clock = clock
        self.every = every

    async def create(self, fields: Mapping[str, object], *, owner_id: UUID) -> SavedSearch:
        """Keep a search; raise `ValidationError` for a source that is not configured, and `TooManySearchesError`."""
        now = self._clock()
        search = SavedSearch(user_id=owner_id, name="", created_at=now, updated_at=now)
        self._change(search, fields)
        async with self._unit_of_work() as uow:
            kept = await uow.saved_searches.page(owner_id, PageRequest(limit=1))
            if kept.total >= MOST_SEARCHES:
                raise TooManySearchesError
            await uow.saved_searches.save(search)
            await uow.commit()
        return search

    async def get(self, search_id: UUID, *, owner_id: UUID) -> SavedSearch:
        """Return the search."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.saved_searches.get(search_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest) -> Page[SavedSearch]:
        """Return a page of the owner's searches."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.saved_searches.page(owner_id, request)

    async def update(self, search_id: UUID, changes: Mapping[str, object], *, owner_id: UUID) -> SavedSearch:
        """Change what is looked for; what was found before stays known. Raise as `create` does."""
        async with self._unit_of_work() as uow:
            search = await uow.saved_searches.get(search_id, owner_id=owner_id, lock=True)
            self._change(search, changes)
            search.updated_at = self._clock()
            await uow.saved_searches.save(search)
            await uow.commit()
        return search

    async def delete(self, search_id: UUID, *, owner_id: UUID) -> None:
        """Delete the search and what it found."""
        async with self._unit_of_work() as uow:
            await uow.tasks.cancel(search_id)
            await uow.saved_searches.delete(search_id, owner_id=owner_id)
            await uow.commit()

    async def hits(self, search_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[SavedSearchHit]:
        """Return a page of what the search found."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.saved_searches.get(search_id, owner_id=owner_id)
            return await uow.saved_search_hits.page(owner_id, request, search_id=search_id)

    async def run(self, search_id: UUID, *, owner_id: UUID, lease: Lease | None = None) -> SavedSearchRun:
        """Search now, keep what was never found before and announce it; a task's `lease` is checked before writing."""
        search = await self.get(search_id, owner_id=owner_id)
        sources, gone = self._known(search.sources)
        if search.sources and not sources:
            found = JobSearchResult(items=(), total=0, warnings=(), sources=(), profile_id=None)
        else:
            found = await self._boards.search(search.wanted(), owner_id=owner_id, sources=sources, limit=_MOST_HITS)
        warnings = [*gone, *(warning.message for warning in found.warnings)]
        now = self._clock()
        async with self._unit_of_work() as uow:
            if lease is not None:
                await uow.tasks.guard(lease)
            # The lock lets two runs at once tell each other's finds apart.
            search = await uow.saved_searches.get(search_id, owner_id=owner_id, lock=True)
            hits = [_hit(search, item, now) for item in found.items]
            seen = await uow.saved_search_hits.find_seen(
                search.id, marks=[hit.mark for hit in hits], name_marks=[hit.name_mark for hit in hits]
            )
            new = _unseen(hits, seen)
            for hit in new:
                await uow.saved_search_hits.save(hit)
            search.ran(now, new_count=len(new), warnings=warnings)
            await uow.saved_searches.save(search)
            told = [hit for hit in new if (hit.match_score or 0) >= (search.min_match_score or 0)]
            announced = None
            if told:
                news = new_jobs_found(
                    owner_id,
                    search_id=search.id,
                    search_name=search.name,
                    names=[hit.name for hit in told],
                    event_key=str(told[0].id),
                )
                announced = await self._notifier.announce(uow, news)
            await uow.commit()
        await self._notifier.publish(announced)
        return SavedSearchRun(search, tuple(new), found)

    async def queue_due(self) -> int:
        """Queue a run of every scheduled search whose time has come, each once however many ask; return how many."""
        if self.every is None:
            return 0
        now = self._clock()
        async with self._unit_of_work() as uow:
            due = await uow.saved_searches.take_due(before=now - self.every, now=now)
            tasks = [_task(search, now) for search in due]
            for task in tasks:
                await uow.tasks.add(task)
            await uow.commit()
        for task in tasks:
            await self._queue.notify(task.id)
        return len(tasks)

    def _change(self, search: SavedSearch, fields: Mapping[str, object]) -> None:
        for name, value in fields.items():
            setattr(search, name, value)
        if "sources" in fields:
            self._boards.check_sources(search.sources)

    def _known(self, sources: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the sources that are still configured, and a warning for each that is not."""
        known = [name for name in sources if self._boards.has_source(name)]
        return known, [f"{name} is not configured any more" for name in sources if name not in known]


class SavedSearchRunner:
    """The handler of scheduled runs."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, searches: SavedSearchService) -> None:
        self._unit_of_work = unit_of_work
        self._searches = searches

    async def run(self, task: Task, lease: Lease) -> None:
        """Run search `task.subject_id`; one that is not scheduled any more is left alone."""
        search = await self._searches.get(task.subject_id, owner_id=task.user_id)
        if search.is_scheduled:
            await self._searches.run(search.id, owner_id=task.user_id, lease=lease)

    async def on_parked(self, task: Task, error: str) -> None:
        """Say in the search that its run failed; the schedule takes it up again at its time."""
        async with self._unit_of_work() as uow:
            try:
                search = await uow.saved_searches.get(task.subject_id, owner_id=task.user_id, lock=True)
            except NotFoundError:
                return
            search.last_warnings = ("The last run failed; it is tried again at the next time",)
            await uow.saved_searches.save(search)
            await uow.commit()


def _task(search: SavedSearch, now: datetime) -> Task:
    return Task(
        user_id=search.user_id, kind=TASK_KIND, subject_id=search.id, run_at=now, created_at=now, updated_at=now
    )


def _hit(search: SavedSearch, item: FoundJob, now: datetime) -> SavedSearchHit:
    page = JobPage(url=item.job_url or "", title=item.title, company=item.company, location=item.location)
    mark, name_mark = marks_of(page)
    return SavedSearchHit(
        user_id=search.user_id,
        search_id=search.id,
        mark=mark,
        name_mark=name_mark,
        source=item.source,
        title=item.title,
        company=item.company,
        location=item.location,
        remote=item.remote,
        job_url=item.job_url,
        date_posted=item.date_posted,
        match_score=item.match_score,
        created_at=now,
        updated_at=now,
    )


def _unseen(hits: Sequence[SavedSearchHit], seen: Sequence[SavedSearchHit]) -> list[SavedSearchHit]:
    new: list[SavedSearchHit] = []
    for hit in hits:
        if not any(hit.is_told_by(other) for other in (*seen, *new)):
            new.append(hit)
    return new
