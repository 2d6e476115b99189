"""The search of job boards on fakes."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.job_search import JobSearchService
from app.domain.errors import ValidationError
from app.domain.job_search import SearchWarning, Vacancy
from app.domain.ports.job_boards import BoardAnswer, BoardPosting, JobPage, WantedJob
from app.domain.text.posting import Salary
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_job, make_profile, make_user
from tests.fakes import FakeJobBoard, FakeUnitOfWorkFactory


class Moment:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> Any:
        return self.now


def page(number: int, **fields: Any) -> JobPage:
    values = {"url": f"https://example.org/{number}", "title": "Nurse", "company": f"Ward {number}", "text": "Nights."}
    return JobPage(**{**values, **fields})


class World:
    def __init__(self, *boards: FakeJobBoard, seconds: float = 0.2) -> None:
        self.unit_of_work, self.clock = FakeUnitOfWorkFactory(), Moment()
        self.user = make_user()
        self.unit_of_work.unit.users.rows[self.user.id] = self.user
        self.service = JobSearchService(self.unit_of_work, boards, lexicon, clock=self.clock, seconds=seconds)

    @property
    def owner_id(self) -> UUID:
        return self.user.id

    async def titles(self, q: str = "", **options: Any) -> list[str]:
        result = await self.service.search(WantedJob(q=q), owner_id=self.owner_id, **options)
        return [item.title for item in result.items]


class BrokenBoard(FakeJobBoard):
    async def search(self, wanted: WantedJob) -> BoardAnswer:
        raise KeyError("a mistake of ours")


async def test_a_board_that_takes_too_long_is_left_and_named() -> None:
    slow, quick = FakeJobBoard("slow", [page(1)]), FakeJobBoard("quick", [page(2)])
    slow.gate = asyncio.Event()
    world = World(slow, quick)
    result = await world.service.search(WantedJob(), owner_id=world.owner_id)
    assert [item.source for item in result.items] == ["quick"]
    assert result.warnings == (SearchWarning("slow", "slow did not answer within 0.2 seconds"),)


async def test_our_own_mistake_in_one_board_is_a_warning_too(caplog: pytest.LogCaptureFixture) -> None:
    world = World(BrokenBoard("broken"), FakeJobBoard("quick", [page(2)]))
    result = await world.service.search(WantedJob(), owner_id=world.owner_id)
    assert result.warnings == (SearchWarning("broken", "broken could not be read"),)
    assert len(result.items) == 1
    assert "a mistake of ours" in caplog.text


async def test_a_search_that_is_given_up_leaves_nothing_running() -> None:
    slow = FakeJobBoard("slow")
    slow.gate = asyncio.Event()
    world = World(slow, seconds=60)
    searching = asyncio.ensure_future(world.service.search(WantedJob(), owner_id=world.owner_id))
    await slow.was_asked.wait()
    before = len(asyncio.all_tasks())
    searching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await searching
    assert len(asyncio.all_tasks()) < before


async def test_no_more_than_eight_boards_are_asked_at_a_time() -> None:
    gate = asyncio.Event()
    boards = [FakeJobBoard(f"greenhouse:{number}", [page(number)]) for number in range(12)]
    for board in boards:
        board.gate = gate
    world = World(*boards, seconds=5)
    searching = asyncio.ensure_future(world.service.search(WantedJob(), owner_id=world.owner_id))
    await boards[7].was_asked.wait()
    for _ in range(20):
        await asyncio.sleep(0)
    assert sum(len(board.asked) for board in boards) == 8
    gate.set()
    assert len((await searching).items) == 12


async def test_health_is_noted_when_it_changes_and_else_once_a_minute() -> None:
    board = FakeJobBoard("remotive", [page(1)])
    world = World(board)
    (never,) = await world.service.sources()
    assert (never.is_healthy, never.last_success_at) == (True, None)
    await world.titles()
    (first,) = await world.service.sources()
    assert first.last_success_at is not None
    board.is_down = True
    await world.titles()
    (down,) = await world.service.sources()
    assert (down.last_failure_at, down.last_error) == (NOON, "remotive is down")
    world.clock.now += timedelta(seconds=30)
    await world.titles()
    assert await world.service.sources() == [down]
    world.clock.now += timedelta(seconds=31)
    await world.titles()
    (again,) = await world.service.sources()
    assert again.last_failure_at == world.clock.now


async def test_the_best_match_comes_first_and_equal_ones_newest_first() -> None:
    pages = [
        page(1, title="Nurse", date_posted="2026-03-01"),
        page(2, title="Nurse", date_posted="2026-03-10"),
        page(3, title="Backend Engineer", text="Requirements:\n- Python\n- PostgreSQL", date_posted="2026-01-01"),
    ]
    world = World(FakeJobBoard("a", pages))
    assert await world.titles() == ["Nurse", "Nurse", "Backend Engineer"]
    world.unit_of_work.unit.profiles.rows = {(one := make_profile(world.owner_id, is_active=True)).id: one}
    result = await world.service.search(WantedJob(), owner_id=world.owner_id, limit=2)
    assert [(item.title, item.company) for item in result.items] == [
        ("Backend Engineer", "Ward 3"),
        ("Nurse", "Ward 2"),
    ]
    assert (result.total, result.profile_id) == (3, one.id)


async def test_a_title_that_says_what_is_wanted_goes_before_a_text_that_does() -> None:
    pages = [page(1, title="Porter", text="You help the nurse.", date_posted="2026-03-10"), page(2, title="Nurse")]
    assert await World(FakeJobBoard("a", pages)).titles("nurse") == ["Nurse", "Porter"]


async def test_a_job_of_the_owner_is_recognised_and_another_users_is_not() -> None:
    world = World(FakeJobBoard("a", [page(1), page(2)]))
    mine = make_job(world.owner_id, job_url="https://example.org/1")
    theirs = make_job(make_user().id, job_url="https://example.org/2")
    world.unit_of_work.unit.jobs.rows = {job.id: job for job in (mine, theirs)}
    result = await world.service.search(WantedJob(), owner_id=world.owner_id)
    assert {item.job_url: item.saved_job_id for item in result.items} == {
        "https://example.org/1": mine.id,
        "https://example.org/2": None,
    }


async def test_a_source_that_is_not_configured_is_refused_before_anything_is_asked() -> None:
    board = FakeJobBoard("greenhouse:acme", [page(1)])
    world = World(board)
    with pytest.raises(ValidationError):
        await world.titles(sources=["greenhouse:acme", "lever"])
    assert board.asked == []
    assert await world.titles(sources=["greenhouse"]) == ["Nurse"]


def test_an_excerpt_is_saved_by_its_address_and_a_whole_text_by_itself() -> None:
    told = page(1, workplace="remote", salary=Salary(1.0, 2.0, "EUR", "hour"))
    whole = Vacancy(BoardPosting("a" * 80, told)).draft()
    assert (whole.raw_text, whole.description, whole.job_url) == ("Nights.", None, told.url)
    assert (whole.remote, whole.salary, len(whole.source)) == (True, told.salary, 60)
    part = Vacancy(BoardPosting("adzuna:gb", told, is_excerpt=True)).draft()
    assert (part.raw_text, part.description, part.job_url) == (None, "Nights.", told.url)


def test_a_summary_ends_at_a_word() -> None:
    told = Vacancy(BoardPosting("a", page(1, text="# Duties\n" + "word " * 100)))
    assert told.summary.startswith("Duties word word")
    assert told.summary.endswith("word …")
    assert len(told.summary) <= 302
