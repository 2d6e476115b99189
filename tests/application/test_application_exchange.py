"""Applications in other programs, over the fakes: what a spreadsheet changes, and who sees the calendar."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.application.applications.exchange import ApplicationExchangeService, CsvImportReport
from app.domain.applications import Application, ApplicationEvent, ApplicationReminder
from app.domain.applications.spreadsheet import UnreadableCsvError
from app.domain.auth import InvalidTokenError
from app.domain.ids import uuid7
from app.domain.interviews import InterviewPrep
from app.domain.tailoring import TailoringSession
from app.infrastructure.calendar import ICalendarFile
from tests.builders import NOON, make_application, make_document, make_generation, make_job, make_user
from tests.fakes import FakeUnitOfWorkFactory


class World:
    """A user with one application, and the service."""

    def __init__(self) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.exchange = ApplicationExchangeService(self.units, ICalendarFile(), clock=lambda: NOON)
        self.user = make_user()
        self.owner = self.user.id
        self.job = make_job(
            self.owner, title="Cook", company="Acme GmbH", job_url="https://acme.example/1", application_deadline=None
        )
        self.application = make_application(self.owner, self.job.id, notes="kept")

    async def fill(self) -> "World":
        await self.unit.users.save(self.user)
        await self.unit.jobs.save(self.job)
        await self.unit.applications.save(self.application)
        return self

    async def take(self, *lines: str, dry_run: bool = False) -> CsvImportReport:
        data = "\n".join(lines).encode()
        return await self.exchange.import_csv(data, owner_id=self.owner, dry_run=dry_run)

    async def stored(self) -> dict[str, Application]:
        applications = await self.unit.applications.list_all(self.owner)
        return {str(one.job.title if one.job else ""): one for one in applications}


@pytest.fixture
async def world() -> World:
    return await World().fill()


async def test_what_was_exported_changes_nothing_when_it_is_imported(world: World) -> None:
    data = await world.exchange.export_csv(world.owner)
    report = await world.exchange.import_csv(data, owner_id=world.owner, dry_run=False)
    assert (report.created, report.updated, report.skipped, report.failed) == (0, 0, 1, 0)
    assert (report.rows[0].application_id, report.rows[0].messages) == (world.application.id, ("nothing to change",))


async def test_a_dry_run_tells_what_would_happen_and_stores_nothing(world: World) -> None:
    lines = ("title,company,status,notes", "Cook,ACME  gmbh,applied,new", "Driver,Globex,interested,")
    told = await world.take(*lines, dry_run=True)
    assert (told.dry_run, told.created, told.updated) == (True, 1, 1)
    assert [row.messages for row in told.rows] == [("changes the notes", "changes the status"), ()]
    stored = await world.stored()
    assert (set(stored), stored["Cook"].status, stored["Cook"].notes) == ({"Cook"}, "interested", "kept")
    done = await world.take(*lines)
    assert [row.action for row in done.rows] == [row.action for row in told.rows]
    assert set(await world.stored()) == {"Cook", "Driver"}


async def test_a_row_is_known_by_its_id_then_its_address_then_its_name(world: World) -> None:
    by_id = await world.take("id,title,notes", f"{world.application.id},Chef,a")
    by_url = await world.take("title,company,url,notes", "Chef,Other,https://acme.example/1/,b")
    by_name = await world.take("title,company,notes", "cook,acme gmbh,c")
    assert {report.rows[0].application_id for report in (by_id, by_url, by_name)} == {world.application.id}
    assert (await world.stored())["Cook"].notes == "c"


async def test_an_import_moves_with_history_at_the_day_it_says(world: World) -> None:
    await world.take("title,company,status,applied_at", "Cook,Acme GmbH,applied,2026-03-01")
    stored = (await world.stored())["Cook"]
    assert (stored.status, stored.applied_at) == ("applied", datetime(2026, 3, 1, tzinfo=UTC))
    (event,) = world.unit.application_events.rows.values()
    assert (event.to_status, event.occurred_at, event.body) == ("applied", stored.applied_at, "imported")


async def test_what_a_row_changes_is_told_in_words(world: World) -> None:
    (row,) = (await world.take("title,company,beworben am,deadline", "Cook,Acme GmbH,31.12.2025,1.4.2026")).rows
    assert row.messages == ("changes the deadline", "changes the day applied")
    assert (await world.stored())["Cook"].applied_at == datetime(2025, 12, 31, tzinfo=UTC)


async def test_a_day_of_applying_that_is_still_to_come_dates_no_history(world: World) -> None:
    await world.take("title,company,status,applied_at", "Cook,Acme GmbH,applied,2027-01-01")
    (event,) = world.unit.application_events.rows.values()
    assert event.occurred_at == NOON
    assert (await world.stored())["Cook"].applied_at == datetime(2027, 1, 1, tzinfo=UTC)


async def test_rows_that_cannot_be_used_are_told_and_left_out(world: World) -> None:
    report = await world.take(
        "id,title,company,status,notes",
        f"{uuid7()},,,applied,x",
        ",,,applied,x",
        ",Driver,Globex,dancing,x",
        f"{world.application.id},Cook,,interested,one",
        ",Cook,Acme GmbH,interested,two",
        ",New,Globex,interested,one",
        ",New,Globex,interested,two",
    )
    assert [row.action for row in report.rows] == ["error", "error", "error", "update", "error", "create", "error"]
    assert report.failed == 5
    assert report.rows[0].messages == ("id: there is no such application",)
    assert report.rows[4].messages == ("this application stands in the file more than once",)
    stored = await world.stored()
    assert (stored["Cook"].notes, stored["New"].notes) == ("one", "one")


async def test_a_company_alone_starts_an_application_but_finds_none(world: World) -> None:
    report = await world.take("company,notes", "Acme GmbH,x")
    assert (report.created, len(world.unit.applications.rows)) == (1, 2)


async def test_another_users_application_cannot_be_named(world: World) -> None:
    stranger = make_user()
    await world.unit.users.save(stranger)
    data = f"id,title,notes\n{world.application.id},Cook,stolen".encode()
    report = await world.exchange.import_csv(data, owner_id=stranger.id, dry_run=False)
    assert report.created == 1
    assert (await world.stored())["Cook"].notes == "kept"


async def test_what_is_no_table_is_refused(world: World) -> None:
    for data in (b"", b"\x00\xff\x00", b"a,b\n1,2"):
        with pytest.raises(UnreadableCsvError):
            await world.exchange.import_csv(data, owner_id=world.owner, dry_run=True)


async def test_a_feed_opens_with_the_latest_secret_of_an_account_that_is_active(world: World) -> None:
    first = await world.exchange.renew_calendar_token(world.owner)
    second = await world.exchange.renew_calendar_token(world.owner)
    assert b"BEGIN:VCALENDAR" in await world.exchange.calendar(second)
    for wrong in (first, "", "\udcff"):
        with pytest.raises(InvalidTokenError):
            await world.exchange.calendar(wrong)
    world.unit.users.rows[world.owner].is_active = False
    with pytest.raises(InvalidTokenError):
        await world.exchange.calendar(second)


async def test_a_feed_shows_deadlines_interviews_and_open_reminders_of_half_a_year(world: World) -> None:
    base = {"user_id": world.owner, "application_id": world.application.id, "created_at": NOON, "updated_at": NOON}
    for days, name in ((1, "Soon"), (200, "Long ago")):
        at = NOON - timedelta(days=days)
        event = ApplicationEvent(**base, kind="interview", title=f"Talk {name}", occurred_at=at)  # type: ignore[arg-type]
        reminder = ApplicationReminder(**base, title=f"Call {name}", remind_at=at)  # type: ignore[arg-type]
        await world.unit.application_events.save(event)
        await world.unit.application_reminders.save(reminder)
    world.unit.jobs.rows[world.job.id].application_deadline = date(2026, 4, 1).isoformat()
    feed = await world.exchange.calendar(await world.exchange.renew_calendar_token(world.owner))
    shown = [line for line in feed.decode().splitlines() if line.startswith("SUMMARY")]
    assert [line.split(":", 1)[1] for line in shown] == [
        "Deadline: Cook at Acme GmbH", "Talk Soon: Cook at Acme GmbH", "Call Soon: Cook at Acme GmbH",
    ]  # fmt: skip


async def test_undoing_an_import_deletes_what_it_created_and_nothing_else(world: World) -> None:
    world.unit.jobs.rows[world.job.id].created_at = NOON - timedelta(days=1)
    report = await world.take("title,company,notes", "Cook,Acme GmbH,new", "Driver,Globex,", "Baker,Initech,")
    created = [row.application_id for row in report.rows if row.action == "create" and row.application_id]
    assert len(created) == 2
    undone = await world.exchange.undo_import(
        [*created, created[0], world.application.id, gone := uuid7()], owner_id=world.owner
    )
    assert undone.done == (*created, gone)
    assert [(failure.id, failure.code) for failure in undone.failed] == [(world.application.id, "conflict")]
    assert set(await world.stored()) == {"Cook"}
    assert set(world.unit.jobs.rows) == {world.job.id}


@pytest.mark.parametrize("made", ["generation", "document", "tailoring session", "interview preparation"])
async def test_a_job_of_an_import_stays_when_something_was_made_for_it(world: World, made: str) -> None:
    report = await world.take("title,company", "Driver,Globex")
    (row,) = report.rows
    assert row.application_id is not None
    job_id = world.unit.applications.rows[row.application_id].job_id
    owned: dict[str, Any] = {"user_id": world.owner, "job_id": job_id, "created_at": NOON, "updated_at": NOON}
    match made:
        case "generation":
            await world.unit.generations.save(make_generation(world.owner, job_id=job_id))
        case "document":
            await world.unit.documents.save(make_document(world.owner, job_id=job_id))
        case "tailoring session":
            await world.unit.tailoring.save(TailoringSession(**owned))
        case _:
            await world.unit.interviews.save(InterviewPrep(**owned, profile_id=uuid7()))
    await world.exchange.undo_import([row.application_id], owner_id=world.owner)
    assert (set(await world.stored()), job_id in world.unit.jobs.rows) == ({"Cook"}, True)


async def test_nobody_undoes_the_import_of_another(world: World) -> None:
    report = await world.take("title,company", "Driver,Globex")
    ids = [row.application_id for row in report.rows if row.application_id]
    undone = await world.exchange.undo_import(ids, owner_id=uuid7())
    assert [failure.code for failure in undone.failed] == ["forbidden"]
    assert set(await world.stored()) == {"Cook", "Driver"}


async def test_what_is_exported_is_filtered_as_the_list_is(world: World) -> None:
    await world.take("title,company,status", "Driver,Globex,applied", "Baker,Initech,applied")
    stored = await world.stored()

    async def titles(**filters: object) -> list[str]:
        data = await world.exchange.export_csv(world.owner, **filters)  # type: ignore[arg-type]
        return sorted(row["title"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert await titles() == ["Baker", "Cook", "Driver"]
    assert await titles(status="applied") == ["Baker", "Driver"]
    assert await titles(q="globex") == ["Driver"]
    assert await titles(status="applied", ids={stored["Cook"].id, stored["Baker"].id}) == ["Baker"]
