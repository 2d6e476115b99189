"""Saved searches on fakes: what is new, what is told, what the schedule does."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.job_search import JobSearchService
from app.application.notifying import Notifier
from app.application.saved_searches import SavedSearchRun, SavedSearchRunner, SavedSearchService
from app.domain.errors import ForbiddenError, NotFoundError, ValidationError
from app.domain.pagination import PageRequest
from app.domain.ports.job_boards import JobPage
from app.domain.saved_searches import MOST_SEARCHES, SavedSearch, TooManySearchesError, marks_of
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.skills import lexicon
from app.infrastructure.events import event_bus
from tests.builders import NOON, make_profile, make_user
from tests.fakes import FakeJobBoard, FakeTaskQueue, FakeUnitOfWorkFactory

HOUR = timedelta(hours=1)


def page(number: int, **fields: Any) -> JobPage:
    values = {"url": f"https://example.org/{number}", "title": "Nurse", "company": f"Ward {number}", "text": "Nights."}
    return JobPage(**{**values, **fields})


class World:
    """A service over two boards."""

    def __init__(self) -> None:
        self.now = NOON
        self.unit_of_work, self.queue = FakeUnitOfWorkFactory(), FakeTaskQueue()
        self.one, self.two = FakeJobBoard("remotive", [page(1)]), FakeJobBoard("greenhouse:acme")
        self.user = make_user()
        self.unit_of_work.unit.users.rows[self.user.id] = self.user
        boards = JobSearchService(self.unit_of_work, [self.one, self.two], lexicon, clock=self.clock)
        notifier = Notifier(self.queue, event_bus(""), offered=frozenset({"in_app"}), clock=self.clock)
        self.service = SavedSearchService(
            self.unit_of_work, boards, notifier, self.queue, clock=self.clock, every=6 * HOUR
        )
        self.runner = SavedSearchRunner(self.unit_of_work, self.service)

    def clock(self) -> Any:
        return self.now

    @property
    def owner_id(self) -> UUID:
        return self.user.id

    async def keep(self, **fields: Any) -> SavedSearch:
        return await self.service.create({"name": "Nights", **fields}, owner_id=self.owner_id)

    async def run(self, search: SavedSearch) -> SavedSearchRun:
        self.now += HOUR
        return await self.service.run(search.id, owner_id=self.owner_id)

    def told(self) -> list[str]:
        rows = self.unit_of_work.unit.notifications.rows.values()
        return [f"{row.title} | {row.body}" for row in sorted(rows, key=lambda row: row.seq)]

    async def claimed(self) -> tuple[Task, Lease]:
        async with self.unit_of_work() as uow:
            task = await uow.tasks.claim(owner="w", now=self.now, lease=HOUR, kinds=("saved_search",))
            await uow.commit()
        assert task is not None
        return task, Lease(task.id, task.fence)


async def test_what_was_never_found_before_is_new_and_told_once() -> None:
    world = World()
    search = await world.keep(q="nurse")
    first = await world.run(search)
    assert [hit.company for hit in first.new_hits] == ["Ward 1"]
    again = await world.run(search)
    assert (again.new_hits, len(again.result.items)) == ((), 1)
    world.one.pages.append(page(2))
    world.two.pages.append(page(3))
    third = await world.run(search)
    assert sorted(str(hit.company) for hit in third.new_hits) == ["Ward 2", "Ward 3"]
    assert (third.search.last_new_count, third.search.last_run_at) == (2, world.now)
    assert world.told()[0] == "1 new job: Nights | Nurse at Ward 1."
    assert world.told()[1].startswith("2 new jobs: Nights | ")
    assert len(world.told()) == 2
    kept = await world.service.hits(search.id, PageRequest(), owner_id=world.owner_id)
    assert kept.total == 3


async def test_a_copy_on_another_board_is_not_new_even_where_the_first_board_is_down() -> None:
    world = World()
    search = await world.keep()
    await world.run(search)
    world.one.is_down = True
    world.two.pages.append(page(9, company="Ward 1 GmbH", title="Nurse (m/w/d)"))
    second = await world.run(search)
    assert second.new_hits == ()
    assert second.search.last_warnings == ("remotive is down",)
    world.one.is_down = False
    world.one.pages.append(page(10, company="Ward 1"))
    third = await world.run(search)
    # The same board lists it twice: those are two vacancies.
    assert [hit.job_url for hit in third.new_hits] == ["https://example.org/10"]


async def test_a_weak_match_is_kept_and_not_told() -> None:
    world = World()
    profile = make_profile(world.owner_id, is_active=True)
    world.unit_of_work.unit.profiles.rows[profile.id] = profile
    search = await world.keep(min_match_score=60)
    world.one.pages.append(page(2, title="Backend Engineer", text="Requirements:\n- Python\n- PostgreSQL"))
    run = await world.run(search)
    assert len(run.new_hits) == 2
    assert [line.partition(" | ")[2] for line in world.told()] == ["Backend Engineer at Ward 2."]


async def test_a_source_that_is_gone_is_a_warning_and_not_the_end() -> None:
    world = World()
    with pytest.raises(ValidationError):
        await world.keep(sources=("monster",))
    search = await world.keep(sources=("greenhouse", "remotive"))
    stored = world.unit_of_work.unit.saved_searches.rows[search.id]
    stored.sources = ("monster", "remotive")
    run = await world.run(search)
    assert (len(run.new_hits), run.search.last_warnings) == (1, ("monster is not configured any more",))
    stored = world.unit_of_work.unit.saved_searches.rows[search.id]
    stored.sources = ("monster",)
    before = len(world.one.asked)
    nothing = await world.run(search)
    assert (nothing.result.items, nothing.search.last_warnings) == ((), ("monster is not configured any more",))
    assert len(world.one.asked) == before
    renamed = await world.service.update(search.id, {"name": "Days"}, owner_id=world.owner_id)
    assert (renamed.name, renamed.sources) == ("Days", ("monster",))


async def test_there_is_room_for_fifty() -> None:
    world = World()
    for _ in range(MOST_SEARCHES):
        await world.keep()
    with pytest.raises(TooManySearchesError):
        await world.keep()


async def test_a_search_is_its_owners_alone() -> None:
    world = World()
    search = await world.keep()
    stranger = make_user().id
    with pytest.raises(ForbiddenError):
        await world.service.run(search.id, owner_id=stranger)
    with pytest.raises(ForbiddenError):
        await world.service.hits(search.id, PageRequest(), owner_id=stranger)
    with pytest.raises(ForbiddenError):
        await world.service.delete(search.id, owner_id=stranger)
    assert world.one.asked == []


async def test_the_schedule_queues_what_is_due_once_and_a_worker_runs_it() -> None:
    world = World()
    search = await world.keep()
    await world.keep(is_scheduled=False)
    assert await world.service.queue_due() == 1
    assert await world.service.queue_due() == 0
    world.now += 5 * HOUR
    assert await world.service.queue_due() == 0
    task, lease = await world.claimed()
    assert (task.subject_id, world.queue.told) == (search.id, [task.id])
    await world.runner.run(task, lease)
    assert len(world.told()) == 1
    world.now += HOUR
    assert await world.service.queue_due() == 1


async def test_without_a_schedule_nothing_is_queued() -> None:
    world = World()
    await world.keep()
    world.service.every = None
    assert await world.service.queue_due() == 0


async def test_whoever_lost_the_task_writes_nothing() -> None:
    world = World()
    search = await world.keep()
    await world.service.queue_due()
    task, lease = await world.claimed()
    with pytest.raises(LeaseLostError):
        await world.runner.run(task, Lease(lease.task_id, lease.fence + 1))
    assert world.told() == []
    assert world.unit_of_work.unit.saved_search_hits.rows == {}
    await world.service.update(search.id, {"is_scheduled": False}, owner_id=world.owner_id)
    await world.runner.run(task, lease)
    assert world.told() == []


async def test_a_run_that_failed_for_good_is_said_in_the_search() -> None:
    world = World()
    search = await world.keep()
    await world.service.queue_due()
    task, _ = await world.claimed()
    await world.runner.on_parked(task, "RuntimeError: x")
    kept = await world.service.get(search.id, owner_id=world.owner_id)
    assert kept.last_warnings == ("The last run failed; it is tried again at the next time",)
    await world.service.delete(search.id, owner_id=world.owner_id)
    await world.runner.on_parked(task, "RuntimeError: x")
    with pytest.raises(NotFoundError):
        await world.runner.run(task, Lease(task.id, task.fence))


def test_a_page_without_address_is_marked_by_its_name() -> None:
    bare = marks_of(page(1, url="", location="Leeds, UK"))
    assert bare[0] == bare[1]
    assert marks_of(page(1, location="UK Leeds"))[1] == bare[1]
    assert marks_of(page(1, url="http://www.example.org/1/"))[0] == marks_of(page(1))[0]
