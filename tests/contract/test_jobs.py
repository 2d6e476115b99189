"""The search of jobs keeps the same promises on the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain.errors import ForbiddenError, NotFoundError, ValidationError
from app.domain.ids import uuid7
from app.domain.jobs import JobFilter
from app.domain.pagination import PageRequest
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_job
from tests.contract.test_repositories import new_user


async def titles(unit_of_work: UnitOfWorkFactory, owner: UUID, wanted: JobFilter) -> list[str | None]:
    async with unit_of_work(read_only=True) as uow:
        page = await uow.jobs.search(owner, PageRequest(sort="title"), wanted)
    assert page.total == len(page.items)
    return [job.title for job in page.items]


async def fill(unit_of_work: UnitOfWorkFactory) -> UUID:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    async with unit_of_work() as uow:
        for title, company, description, values in (
            ("Backend Engineer", "ÅNGSTRÖM AB", "We write Node.js and C++ services.", {"remote": True}),
            ("Nurse", "St. Mary's", "Night shifts; wound-care, 12 hours.", {"status": "archived"}),
            ("Zookeeper", None, "", {"source": "remotive", "location": "Malmö"}),
        ):
            job = make_job(owner, title=title, company=company, description=description, location=None)
            for name, value in values.items():
                setattr(job, name, value)
            await uow.jobs.save(job)
        await uow.jobs.save(make_job(stranger, title="Stranger", description="Node.js night shifts"))
        await uow.commit()
    return owner


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (JobFilter(), ["Backend Engineer", "Nurse", "Zookeeper"]),
        (JobFilter(status="archived"), ["Nurse"]),
        (JobFilter(source="remotive"), ["Zookeeper"]),
        (JobFilter(remote=True), ["Backend Engineer"]),
        (JobFilter(company=" ångström ab "), ["Backend Engineer"]),
        (JobFilter(company="ångström"), []),
        (JobFilter(q="node"), ["Backend Engineer"]),
        (JobFilter(q="node.js"), ["Backend Engineer"]),
        (JobFilter(q="C++ services"), ["Backend Engineer"]),
        (JobFilter(q="services ÅNGS"), ["Backend Engineer"]),
        (JobFilter(q="serv ångström"), []),
        (JobFilter(q="WOUND-care"), ["Nurse"]),
        (JobFilter(q="12 hou"), ["Nurse"]),
        (JobFilter(q="malm"), ["Zookeeper"]),
        (JobFilter(q="shifts", status="active"), []),
        (JobFilter(q="   "), ["Backend Engineer", "Nurse", "Zookeeper"]),
        (JobFilter(q="+++"), []),
        (JobFilter(q="\" OR title:* NEAR( 'x' & !a <-> \\ ); DROP TABLE jobs --"), []),
        (JobFilter(q="night AND shifts"), []),
        (JobFilter(q="nurse OR"), []),
        (JobFilter(q="\x00nurse\x00"), ["Nurse"]),
        (JobFilter(q="word " * 5000), []),
    ],
)
async def test_jobs_are_found_by_what_fits_them(
    unit_of_work: UnitOfWorkFactory, wanted: JobFilter, expected: list[str]
) -> None:
    assert await titles(unit_of_work, await fill(unit_of_work), wanted) == expected


async def test_the_search_follows_every_change(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    job = make_job(owner, title="Baker", description="Bread " + "filler " * 40_000 + "beyond")
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.commit()
    assert await titles(unit_of_work, owner, JobFilter(q="bread")) == ["Baker"]
    job.title, job.description = "Welder", "Steel"
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.commit()
    assert await titles(unit_of_work, owner, JobFilter(q="bread")) == []
    assert await titles(unit_of_work, owner, JobFilter(q="baker")) == []
    assert await titles(unit_of_work, owner, JobFilter(q="steel welder")) == ["Welder"]
    async with unit_of_work() as uow:
        await uow.jobs.delete(job.id, owner_id=owner)
        await uow.jobs.save(make_job(owner, title="Tailor", description="Cloth"))
        await uow.commit()
    assert await titles(unit_of_work, owner, JobFilter(q="steel")) == []
    assert await titles(unit_of_work, owner, JobFilter(q="cloth")) == ["Tailor"]
    async with unit_of_work() as uow:
        with pytest.raises(ValidationError):
            await uow.jobs.search(owner, PageRequest(sort="raw_text"), JobFilter())


async def test_the_oldest_other_job_with_the_same_text_is_the_duplicate(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    first = make_job(owner, created_at=NOON - timedelta(days=1))
    second, theirs, blank = make_job(owner), make_job(stranger), make_job(owner, description=" ")
    async with unit_of_work() as uow:
        for job in (second, first, theirs, blank):
            await uow.jobs.save(job)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        found = [await uow.jobs.find_duplicate(job) for job in (make_job(owner), second, theirs, blank)]
        marked = [await uow.jobs.get_marked(job.id, owner_id=owner) for job in (first, second, blank)]
        with pytest.raises(ForbiddenError):
            await uow.jobs.get_marked(theirs.id, owner_id=owner)
        with pytest.raises(NotFoundError):
            await uow.jobs.get_marked(uuid7(), owner_id=owner)
    assert found == [first.id, first.id, None, None]
    assert marked == [replace(first, duplicate_of=second.id), replace(second, duplicate_of=first.id), blank]


async def test_near_duplicates_name_the_oldest_and_know_each_other(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    first, second, third, alone = (make_job(owner, content_hash=str(n)) for n in range(4))
    async with unit_of_work() as uow:
        for job in (first, second, third, alone):
            await uow.jobs.save(job)
        await uow.jobs.set_near_duplicates(second.id, [(second.id, first.id)])
        await uow.jobs.set_near_duplicates(third.id, [(third.id, second.id), (third.id, first.id), (uuid7(), third.id)])
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        found = [await uow.jobs.find_duplicate(job) for job in (first, second, third, alone)]
        marked = [await uow.jobs.get_marked(job.id, owner_id=owner) for job in (first, second, third, alone)]
        assert [job.duplicate_of for job in marked] == found
        assert found == [None, first.id, first.id, None]
        alike = [await uow.jobs.near_duplicates(job.id) for job in (first, second, third, alone)]
        assert alike == [{second.id, third.id}, {first.id, third.id}, {first.id, second.id}, set()]
    async with unit_of_work() as uow:
        await uow.jobs.set_near_duplicates(second.id, [])
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.jobs.near_duplicates(first.id) == {third.id}
    async with unit_of_work() as uow:
        await uow.jobs.delete(first.id, owner_id=owner)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.jobs.find_duplicate(third) is None
        assert await uow.jobs.near_duplicates(third.id) == set()


async def test_listings_are_of_the_owners_jobs_only(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    own, theirs = make_job(owner, title="Baker"), make_job(stranger)
    async with unit_of_work() as uow:
        await uow.jobs.save(own)
        await uow.jobs.save(theirs)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        found = await uow.jobs.listings([own.id, theirs.id, uuid7()], owner_id=owner)
        assert {key: job.title for key, job in found.items()} == {own.id: "Baker"}
        assert await uow.jobs.listings([], owner_id=owner) == {}


async def test_several_jobs_come_in_the_order_asked_for_or_refuse_together(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    first, second, theirs = make_job(owner, title="Baker"), make_job(owner), make_job(stranger)
    async with unit_of_work() as uow:
        for job in (first, second, theirs):
            await uow.jobs.save(job)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.jobs.get_many([second.id, first.id, second.id], owner_id=owner) == [second, first]
        assert await uow.jobs.get_many([], owner_id=owner) == []
        with pytest.raises(ForbiddenError):
            await uow.jobs.get_many([first.id, theirs.id, uuid7()], owner_id=owner)
        with pytest.raises(NotFoundError):
            await uow.jobs.get_many([first.id, uuid7(), theirs.id], owner_id=owner)


async def test_active_jobs_expire_after_their_deadline(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    async with unit_of_work() as uow:
        for title, deadline, status in (
            ("past", "2026-03-13", "active"),
            ("today", "2026-03-14", "active"),
            ("none", None, "active"),
            ("kept away", "2020-01-01", "archived"),
        ):
            await uow.jobs.save(make_job(owner, title=title, application_deadline=deadline, status=status))
        count = await uow.jobs.expire(before=date(2026, 3, 14), now=NOON)
        await uow.commit()
    assert count == 1
    assert await titles(unit_of_work, owner, JobFilter(status="expired")) == ["past"]
