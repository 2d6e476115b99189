"""The repositories of applications keep the same promises on the fake, SQLite and PostgreSQL."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.applications import (
    Application,
    ApplicationContact,
    ApplicationEvent,
    ApplicationExistsError,
    ApplicationReminder,
    ApplicationStatus,
    CalendarToken,
    EventKind,
)
from app.domain.errors import ForbiddenError
from app.domain.pagination import PageRequest
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_job, make_user
from tests.fakes import FakeUnitOfWorkFactory


def make_application(owner: UUID, job_id: UUID, position: int = 0) -> Application:
    return Application(user_id=owner, job_id=job_id, position=position, saved_at=NOON, created_at=NOON, updated_at=NOON)


async def prepare(unit_of_work: UnitOfWorkFactory, *titles: str) -> tuple[UUID, list[Application]]:
    user = make_user()
    made = []
    async with unit_of_work() as uow:
        await uow.users.save(user)
        for position, title in enumerate(titles):
            job = make_job(user.id, title=title)
            await uow.jobs.save(job)
            made.append(make_application(user.id, job.id, position))
            await uow.applications.save(made[-1])
        await uow.commit()
    return user.id, made


async def test_an_application_comes_back_with_its_job(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (application,) = await prepare(unit_of_work, "Cook")
    application.labels, application.deadline = ("far", "ö"), NOON
    async with unit_of_work() as uow:
        await uow.applications.save(application)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        found = await uow.applications.get(application.id, owner_id=owner)
        assert found.job is not None
        assert (found.job.id, found.job.name) == (application.job_id, "Cook at Acme GmbH")
        found.job, found.status_since = None, None
        assert found == application
        same = await uow.applications.find_for_job(application.job_id, owner_id=owner)
        assert same is not None
        assert same.id == application.id


async def test_the_version_is_kept_and_a_new_place_is_none(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (first, second) = await prepare(unit_of_work, "A", "B")
    async with unit_of_work() as uow:
        locked = await uow.applications.get(first.id, owner_id=owner, lock=True)
        assert locked.version == 1
        locked.touch(NOON + timedelta(days=1))
        await uow.applications.save(locked)
        await uow.applications.place(owner, [second.id, first.id])
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        found = await uow.applications.list_all(owner)
        assert [(one.id, one.version) for one in found] == [(second.id, 1), (first.id, 2)]
        assert found[1].updated_at == NOON + timedelta(days=1)


async def test_lists_say_since_when_each_has_its_status(unit_of_work: UnitOfWorkFactory) -> None:
    owner, made = await prepare(unit_of_work, "Untouched", "Moved", "Back again")
    untouched, moved, back = made
    steps: tuple[tuple[Application, ApplicationStatus, int], ...] = (
        (moved, "applied", 1),
        (back, "applied", 2),
        (back, "interested", 3),
        (back, "offer", 4),
    )
    async with unit_of_work() as uow:
        for application, status, day in steps:
            at = NOON + timedelta(days=day)
            event = application.move_to(status, at, now=at)
            assert event is not None
            await uow.application_events.save(event)
            await uow.applications.save(application)
        # An entry that is no change of status, and a return to one it had before.
        note = ApplicationEvent(
            user_id=owner, application_id=moved.id, kind="note", occurred_at=NOON + timedelta(days=9),
            created_at=NOON, updated_at=NOON,
        )  # fmt: skip
        await uow.application_events.save(note)
        again = back.move_to("applied", NOON + timedelta(days=6), now=NOON + timedelta(days=6))
        assert again is not None
        await uow.application_events.save(again)
        await uow.applications.save(back)
        await uow.commit()
    expected = [(untouched.id, NOON), (moved.id, NOON + timedelta(days=1)), (back.id, NOON + timedelta(days=6))]
    async with unit_of_work(read_only=True) as uow:
        page = await uow.applications.search(owner, PageRequest(sort="position"))
        assert [(one.id, one.status_since) for one in page.items] == expected
        assert [(one.id, one.status_since) for one in await uow.applications.list_all(owner)] == expected
        assert (await uow.applications.get(back.id, owner_id=owner)).status_since == expected[2][1]


async def test_a_second_application_for_a_job_is_refused(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (application,) = await prepare(unit_of_work, "Cook")
    async with unit_of_work() as uow:
        with pytest.raises(ApplicationExistsError):
            await uow.applications.save(make_application(owner, application.job_id))


async def test_search_looks_in_notes_title_and_company(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (cook, driver) = await prepare(unit_of_work, "Cook 100%", "Driver")
    driver.notes, driver.status, driver.deadline = "Likes to COOK", "applied", NOON
    async with unit_of_work() as uow:
        await uow.applications.save(driver)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        by_place = PageRequest(sort="position")
        both = await uow.applications.search(owner, by_place, q="cook")
        assert ([one.id for one in both.items], both.total) == ([cook.id, driver.id], 2)
        assert [one.id for one in (await uow.applications.search(owner, by_place, q="0%")).items] == [cook.id]
        assert (await uow.applications.search(owner, by_place, q="acme gmbh")).total == 2
        later = NOON + timedelta(seconds=1)
        due = await uow.applications.search(owner, by_place, due_before=later, status="applied")
        assert [one.id for one in due.items] == [driver.id]
        assert (await uow.applications.search(owner, by_place, due_before=NOON)).total == 0


async def test_without_a_deadline_of_its_own_the_job_s_last_day_counts_until_it_is_sent(
    unit_of_work: UnitOfWorkFactory,
) -> None:
    owner, made = await prepare(unit_of_work, "By the job", "Sent already", "Own and later", "Some day", "No day")
    by_job, sent, own, some_day, _ = made
    sent.status, own.deadline = "applied", NOON + timedelta(days=30)
    today, this_month = f"{NOON:%Y-%m-%d}", f"{NOON:%Y-%m}"
    async with unit_of_work() as uow:
        for application, last in ((by_job, today), (sent, today), (own, today), (some_day, this_month)):
            job = await uow.jobs.get(application.job_id, owner_id=owner)
            job.application_deadline = last
            await uow.jobs.save(job)
            await uow.applications.save(application)
        await uow.commit()
    start_of_today = NOON.replace(hour=0)
    async with unit_of_work(read_only=True) as uow:
        by_place = PageRequest(sort="position")
        assert (await uow.applications.search(owner, by_place, due_before=start_of_today)).total == 0
        due = await uow.applications.search(owner, by_place, due_before=start_of_today + timedelta(seconds=1))
        assert [one.id for one in due.items] == [by_job.id]
        later = await uow.applications.list_all(owner, due_before=NOON + timedelta(days=31))
        assert [one.id for one in later] == [by_job.id, own.id]


async def test_search_knows_the_small_letters_of_all_alphabets(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (nurse, _) = await prepare(unit_of_work, "ÄRZTIN in Łódź", "Driver")
    async with unit_of_work(read_only=True) as uow:
        for words in ("ärztin", "Ärztin", "IN ŁÓDŹ"):
            found = await uow.applications.search(owner, PageRequest(sort="position"), q=words)
            assert [one.id for one in found.items] == [nurse.id]


async def test_places_are_given_in_order(unit_of_work: UnitOfWorkFactory) -> None:
    owner, made = await prepare(unit_of_work, "A", "B", "C")
    async with unit_of_work() as uow:
        assert await uow.applications.next_position(owner, "interested") == 3
        assert await uow.applications.next_position(owner, "offer") == 0
        await uow.applications.place(owner, [made[2].id, made[0].id, made[1].id])
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        order = [one.job.title for one in await uow.applications.list_all(owner, status="interested") if one.job]
        assert order == ["C", "A", "B"]
        assert await uow.applications.list_all(owner, status="offer") == []


async def test_what_hangs_on_an_application_is_listed_in_time(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (first, second) = await prepare(unit_of_work, "A", "B")
    base = {"user_id": owner, "created_at": NOON, "updated_at": NOON}

    def event(application: Application, kind: EventKind, minutes: int) -> ApplicationEvent:
        at = NOON + timedelta(minutes=minutes)
        return ApplicationEvent(
            user_id=owner, created_at=NOON, updated_at=NOON, application_id=application.id, kind=kind, occurred_at=at
        )

    events = [event(first, "call", 2), event(first, "interview", 1), event(second, "call", 0)]
    contact = ApplicationContact(**base, application_id=first.id, name="Ada")  # type: ignore[arg-type]
    reminders = [
        ApplicationReminder(**base, application_id=first.id, title=str(n), remind_at=NOON, is_done=n == 1)  # type: ignore[arg-type]
        for n in range(3)
    ]
    async with unit_of_work() as uow:
        for one in events:
            await uow.application_events.save(one)
        await uow.application_contacts.save(contact)
        for reminder in reminders:
            await uow.application_reminders.save(reminder)
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.application_events.list_all(owner) == [events[2], events[1], events[0]]
        calls = await uow.application_events.list_all(owner, kinds=("call",), application_id=first.id)
        assert calls == [events[0]]
        assert await uow.application_contacts.get(contact.id, owner_id=owner) == contact
        assert await uow.application_reminders.list_open(owner) == [reminders[0], reminders[2]]
        with pytest.raises(ForbiddenError):
            await uow.application_contacts.get(contact.id, owner_id=make_user().id)
        page = await uow.application_events.page(owner, PageRequest(sort="-occurred_at"), application_id=first.id)
        assert page.items == [events[0], events[1]]


async def test_a_calendar_has_one_secret(unit_of_work: UnitOfWorkFactory) -> None:
    owner, _ = await prepare(unit_of_work)
    async with unit_of_work() as uow:
        for word in ("a", "b"):
            await uow.calendar_tokens.save(CalendarToken(user_id=owner, token_hash=word * 64, created_at=NOON))
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.calendar_tokens.find_user("b" * 64) == owner
        assert await uow.calendar_tokens.find_user("a" * 64) is None


async def test_what_is_due_is_listed_for_all_users(unit_of_work: UnitOfWorkFactory) -> None:
    owner, (first, second, third) = await prepare(unit_of_work, "A", "B", "C")
    other, (fourth,) = await prepare(unit_of_work, "D")
    first.deadline, second.deadline = NOON + timedelta(hours=1), NOON + timedelta(days=9)
    third.deadline, third.status = NOON + timedelta(hours=1), "applied"
    later, until = NOON + timedelta(minutes=1), NOON + timedelta(days=3)
    async with unit_of_work() as uow:
        for one in (first, second, third):
            await uow.applications.save(one)
        job = await uow.jobs.get(fourth.job_id, owner_id=other)
        job.application_deadline = "2026-03-16"
        await uow.jobs.save(job)
        for user_id, application, minutes, values in (
            (owner, first, 0, {}),
            (other, fourth, -5, {}),
            (owner, first, -9, {"is_done": True}),
            (owner, first, -9, {"notified_at": NOON}),
            (owner, first, 2, {}),
        ):
            reminder = ApplicationReminder(
                user_id=user_id,
                application_id=application.id,
                title=str(minutes),
                remind_at=NOON + timedelta(minutes=minutes),
                created_at=NOON,
                updated_at=NOON,
                **values,
            )
            await uow.application_reminders.save(reminder)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        due = sorted([first.id, fourth.id])
        found = await uow.applications.list_due(since=NOON, until=until)
        assert [one.id for one in found] == due
        assert {one.id: one.apply_by for one in found} == {
            first.id: NOON + timedelta(hours=1),
            fourth.id: NOON + timedelta(hours=36),
        }
        assert [one.id for one in await uow.applications.list_due(since=NOON, until=until, limit=1)] == due[:1]
        rest = await uow.applications.list_due(since=NOON, until=until, after_id=due[0])
        assert [one.id for one in rest] == due[1:]
        assert await uow.applications.list_due(since=NOON + timedelta(hours=62), until=until) == []
        reminders = await uow.application_reminders.list_due(now=later, limit=9)
        assert [reminder.title for reminder in reminders] == ["-5", "0"]
        assert len(await uow.application_reminders.list_due(now=later, limit=1)) == 1


async def test_nobody_else_changes_what_is_locked_together(unit_of_work: UnitOfWorkFactory) -> None:
    if isinstance(unit_of_work, FakeUnitOfWorkFactory):
        pytest.skip("the fake has one user at a time")
    owner, (_, second) = await prepare(unit_of_work, "A", "B")

    async def change() -> None:
        async with unit_of_work() as other:
            locked = await other.applications.get(second.id, owner_id=owner, lock=True)
            locked.notes = f"{locked.notes}, and then by the other"
            await other.applications.save(locked)
            await other.commit()

    async with unit_of_work() as uow:
        found = await uow.applications.list_all(owner, lock=True)
        changing = asyncio.create_task(change())
        done, _ = await asyncio.wait([changing], timeout=0.3)
        assert not done
        found[1].notes = "changed by the one"
        await uow.applications.save(found[1])
        await uow.commit()
    await changing
    async with unit_of_work(read_only=True) as uow:
        assert (
            await uow.applications.get(second.id, owner_id=owner)
        ).notes == "changed by the one, and then by the other"
