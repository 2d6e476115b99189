"""What the repositories of job boards and saved searches promise, on the fake, SQLite and PostgreSQL."""

import asyncio
from datetime import timedelta

import pytest

from app.domain.errors import ConflictError, NotFoundError
from app.domain.job_search import SourceHealth
from app.domain.saved_searches import SavedSearch
from app.domain.unit_of_work import UnitOfWorkFactory
from app.infrastructure.database.engine import Database
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from tests.builders import NOON, make_job, make_user
from tests.contract.owned import TIMES, make_hit, prepare

HOUR = timedelta(hours=1)


async def test_the_latest_word_about_a_board_stands(unit_of_work: UnitOfWorkFactory) -> None:
    async with unit_of_work() as uow:
        await uow.job_sources.note_success("remotive", NOON + HOUR)
        await uow.job_sources.note_success("remotive", NOON)
        await uow.job_sources.note_failure("remotive", NOON, "é" * 900)
        await uow.job_sources.note_failure("arbeitnow", NOON + HOUR, "away")
        await uow.job_sources.note_failure("arbeitnow", NOON, "earlier")
        await uow.job_sources.note_success("arbeitnow", NOON)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        away, well = await uow.job_sources.list_all()
    assert away == SourceHealth(
        source="arbeitnow", last_success_at=NOON, last_failure_at=NOON + HOUR, last_error="away"
    )
    assert (well.source, well.last_success_at, well.last_error) == ("remotive", NOON + HOUR, "é" * 500)
    assert (away.is_healthy, well.is_healthy) == (False, True)


async def test_saved_jobs_are_known_by_address_and_by_text_the_oldest_first(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    url, text = "https://example.org/1", "f" * 64
    jobs = [
        make_job(ground.owner, job_url=url, content_hash="1" * 64, created_at=NOON + HOUR),
        make_job(ground.owner, job_url=url, content_hash=text, created_at=NOON),
        make_job(ground.owner, content_hash=text, created_at=NOON + HOUR),
        make_job(ground.stranger, job_url="https://example.org/2", created_at=NOON - HOUR),
        make_job(ground.stranger, job_url=url, content_hash=text, created_at=NOON - HOUR),
    ]
    async with unit_of_work() as uow:
        for job in jobs:
            await uow.jobs.save(job)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        urls = [url, "https://example.org/2", "https://example.org/3"]
        found = await uow.jobs.find_saved(ground.owner, urls=urls, content_hashes=[text, "e" * 64])
        assert found == {url: jobs[1].id, text: jobs[1].id}
        assert await uow.jobs.find_saved(ground.owner, urls=[], content_hashes=[]) == {}


async def test_a_search_that_is_due_is_taken_once(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    sleeper = make_user(is_active=False)
    searches = [
        SavedSearch(user_id=ground.owner, name="due", scheduled_at=NOON - HOUR, **TIMES),
        SavedSearch(user_id=ground.stranger, name="never run", **TIMES),
        SavedSearch(user_id=ground.owner, name="not yet", scheduled_at=NOON, **TIMES),
        SavedSearch(user_id=ground.owner, name="by hand", is_scheduled=False, **TIMES),
        SavedSearch(user_id=sleeper.id, name="asleep", **TIMES),
    ]
    async with unit_of_work() as uow:
        await uow.users.save(sleeper)
        await uow.saved_searches.delete(ground.search_id, owner_id=ground.owner)
        for search in searches:
            await uow.saved_searches.save(search)
        await uow.commit()
    for expected in (["due", "never run"], []):
        async with unit_of_work() as uow:
            taken = await uow.saved_searches.take_due(before=NOON - HOUR, now=NOON)
            await uow.commit()
        assert [search.name for search in taken] == expected
        assert all(search.scheduled_at == NOON for search in taken)


async def test_two_schedulers_at_once_take_a_search_once(database: Database) -> None:
    unit_of_work = SqlUnitOfWorkFactory(database)
    await prepare(unit_of_work)

    async def take() -> int:
        async with unit_of_work() as uow:
            taken = await uow.saved_searches.take_due(before=NOON, now=NOON + HOUR)
            await uow.commit()
            return len(taken)

    assert sorted(await asyncio.gather(take(), take(), take())) == [0, 0, 1]


async def test_a_hit_is_kept_once_and_seen_by_page_or_by_name(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    hit = make_hit(ground.owner, ground.search_id)
    async with unit_of_work() as uow:
        await uow.saved_search_hits.save(hit)
        await uow.saved_search_hits.save(make_hit(ground.owner, ground.search_id, mark="c" * 64, name_mark="d" * 64))
        await uow.commit()
    async with unit_of_work() as uow:
        with pytest.raises(ConflictError):
            await uow.saved_search_hits.save(make_hit(ground.owner, ground.search_id))
    async with unit_of_work(read_only=True) as uow:
        assert await uow.saved_search_hits.find_seen(ground.search_id, marks=[hit.mark], name_marks=[]) == [hit]
        assert await uow.saved_search_hits.find_seen(
            ground.search_id, marks=["e" * 64], name_marks=[hit.name_mark]
        ) == [hit]
        assert await uow.saved_search_hits.find_seen(ground.search_id, marks=[], name_marks=[]) == []
        assert await uow.saved_search_hits.find_seen(ground.owner, marks=[hit.mark], name_marks=[]) == []


async def test_hits_go_with_their_search(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    hit = make_hit(ground.owner, ground.search_id)
    async with unit_of_work() as uow:
        await uow.saved_search_hits.save(hit)
        await uow.saved_searches.delete(ground.search_id, owner_id=ground.owner)
        with pytest.raises(NotFoundError):
            await uow.saved_search_hits.get(hit.id, owner_id=ground.owner)
