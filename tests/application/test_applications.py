"""Applications over the fakes: what moving, placing and sending leave behind."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from app.application.applications.details import (
    ApplicationNotebookService,
    ApplicationTimelineService,
    EventInput,
)
from app.application.applications.service import ApplicationService, Move
from app.domain.applications import Application, ApplicationExistsError, EventKind, OccurredInFutureError
from app.domain.documents import Document, DocumentVersion
from app.domain.errors import ConflictError, ForbiddenError, NotFoundError, ValidationError, VersionConflictError
from app.domain.ids import uuid7
from app.domain.pagination import PageRequest
from app.domain.profiles import EndBeforeStartError
from tests.builders import NOON, make_document, make_job
from tests.fakes import FakeUnitOfWorkFactory, make_notifier

OWNER, STRANGER = uuid7(), uuid7()
YESTERDAY = NOON - timedelta(days=1)


class World:
    """The services of applications, on one fake unit of work."""

    def __init__(self) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.applications = ApplicationService(self.units, make_notifier(), clock=self.now)
        self.timelines = ApplicationTimelineService(self.units, clock=self.now)
        self.notebooks = ApplicationNotebookService(self.units, clock=self.now)

        self.passed = timedelta(0)

    def now(self) -> datetime:
        return NOON + self.passed

    async def new(self, title: str = "Cook", **values: object) -> Application:
        job = make_job(OWNER, title=title)
        await self.unit.jobs.save(job)
        return await self.applications.create(job.id, values, owner_id=OWNER)

    async def document(self, **overrides: object) -> Document:
        document = make_document(OWNER, **overrides)
        await self.unit.documents.save(document)
        await self.unit.documents.add_version(DocumentVersion.of(document, note="generated"))
        return document

    async def history(self, application: Application, *kinds: EventKind) -> list[tuple[str, str]]:
        events = await self.unit.application_events.list_all(OWNER, kinds=kinds, application_id=application.id)
        return [(event.kind, event.to_status or event.title or event.body) for event in events]

    async def column(self) -> list[str | None]:
        board = await self.applications.board(OWNER)
        return [one.job.title for one in board[0].items if one.job]


@pytest.fixture
def world() -> World:
    return World()


async def test_an_application_starts_at_the_end_of_its_column_with_its_job(world: World) -> None:
    first, second = await world.new("Cook"), await world.new("Driver", labels=[" far ", "far", ""])
    assert (first.status, first.position, second.position, second.labels) == ("interested", 0, 1, ("far",))
    assert second.job is not None
    assert second.job.title == "Driver"
    with pytest.raises(ApplicationExistsError):
        await world.applications.create(first.job_id, {}, owner_id=OWNER)
    with pytest.raises(ForbiddenError):
        await world.applications.create(first.job_id, {}, owner_id=STRANGER)
    with pytest.raises(NotFoundError):
        await world.applications.create(uuid7(), {}, owner_id=OWNER)
    assert len(world.unit.applications.rows) == 2


async def test_one_that_starts_further_on_has_the_history_of_a_move(world: World) -> None:
    application = await world.new(status="applied")
    assert (application.status, application.applied_at, application.position) == ("applied", NOON, 0)
    assert await world.history(application) == [("status_change", "applied")]


async def test_labels_are_a_list(world: World) -> None:
    application = await world.new()
    with pytest.raises(ValidationError):
        await world.applications.update(application.id, {"labels": "far"}, owner_id=OWNER)


async def test_a_change_built_on_another_version_changes_nothing(world: World) -> None:
    application = await world.new(notes="Mine")

    def refuse(version: int) -> None:
        raise VersionConflictError(current_version=version)

    with pytest.raises(VersionConflictError) as refused:
        await world.applications.update(application.id, {"notes": "Theirs"}, owner_id=OWNER, check=refuse)
    assert refused.value.details == {"current_version": 1}
    assert (await world.applications.get(application.id, owner_id=OWNER)).notes == "Mine"
    with pytest.raises(ForbiddenError):
        await world.applications.update(application.id, {"notes": "mine"}, owner_id=STRANGER, check=refuse)


async def test_only_a_document_of_its_kind_and_of_ones_own_can_be_named(world: World) -> None:
    application = await world.new()
    letter = await world.document(document_type="cover_letter")
    theirs = make_document(STRANGER)
    await world.unit.documents.save(theirs)
    with pytest.raises(ValidationError) as refused:
        await world.applications.update(application.id, {"resume_document_id": letter.id}, owner_id=OWNER)
    assert refused.value.details["fields"] == [{"field": "resume_document_id", "message": "is not a resume"}]
    with pytest.raises(ForbiddenError):
        await world.applications.update(application.id, {"resume_document_id": theirs.id}, owner_id=OWNER)
    kept = await world.applications.update(application.id, {"cover_letter_document_id": letter.id}, owner_id=OWNER)
    cleared = await world.applications.update(application.id, {"cover_letter_document_id": None}, owner_id=OWNER)
    assert (kept.cover_letter_document_id, cleared.cover_letter_document_id) == (letter.id, None)


async def test_what_is_sent_is_frozen_once_at_the_version_of_that_day(world: World) -> None:
    resume = await world.document(title="Resume", version_number=3)
    application = await world.new(resume_document_id=resume.id)
    moved = await world.applications.move(application.id, Move(status="applied", occurred_at=YESTERDAY), owner_id=OWNER)
    assert moved.applied_at == YESTERDAY
    resume.version_number = 4
    await world.unit.documents.save(resume)
    await world.applications.move(application.id, Move(status="interviewing"), owner_id=OWNER)
    (sent,) = await world.unit.application_events.list_all(OWNER, kinds=("document_sent",))
    assert (sent.document_id, sent.version_number, sent.occurred_at, sent.title) == (resume.id, 3, YESTERDAY, "Resume")


async def test_a_document_named_after_it_was_sent_is_frozen_too(world: World) -> None:
    resume = await world.document(title="Resume", version_number=3)
    application = await world.new()
    await world.applications.update(application.id, {"resume_document_id": resume.id}, owner_id=OWNER)
    assert await world.unit.application_events.list_all(OWNER, kinds=("document_sent",)) == []
    await world.applications.update(application.id, {"resume_document_id": None}, owner_id=OWNER)
    await world.applications.move(application.id, Move(status="applied", occurred_at=YESTERDAY), owner_id=OWNER)
    for _ in range(2):
        await world.applications.update(application.id, {"resume_document_id": resume.id}, owner_id=OWNER)
    (sent,) = await world.unit.application_events.list_all(OWNER, kinds=("document_sent",))
    assert (sent.document_id, sent.version_number, sent.occurred_at) == (resume.id, 3, YESTERDAY)


async def test_a_move_to_where_it_is_keeps_only_what_was_noted(world: World) -> None:
    application = await world.new()
    await world.applications.move(application.id, Move(status="interested"), owner_id=OWNER)
    assert await world.history(application) == []
    again = Move(status="interested", note="They called", occurred_at=YESTERDAY)
    await world.applications.move(application.id, again, owner_id=OWNER)
    assert await world.history(application) == [("note", "They called")]
    (note,) = world.unit.application_events.rows.values()
    assert note.occurred_at == YESTERDAY


async def test_a_step_back_takes_the_day_of_applying_back(world: World) -> None:
    application = await world.new(status="applied")
    back = await world.applications.move(application.id, Move(status="interested"), owner_id=OWNER)
    assert back.applied_at is None
    closed = await world.applications.update(application.id, {"status": "closed", "notes": "late"}, owner_id=OWNER)
    assert (closed.status, closed.applied_at, closed.notes) == ("closed", None, "late")


async def test_a_move_that_is_undone_leaves_no_trace_and_the_days_in_the_stage_go_on(world: World) -> None:
    resume = await world.document(title="Resume")
    application = await world.new(resume_document_id=resume.id)
    await world.applications.move(application.id, Move(status="applied", occurred_at=YESTERDAY), owner_id=OWNER)
    world.passed = timedelta(days=3)
    before = await world.applications.get(application.id, owner_id=OWNER)
    history = await world.history(application)
    assert (before.status_since, history) == (YESTERDAY, [("status_change", "applied"), ("document_sent", "Resume")])
    for slip in ("interested", "offer", "rejected"):
        await world.applications.place(application.id, status=slip, owner_id=OWNER)
        world.passed += timedelta(seconds=100)
        back = await world.applications.place(application.id, status="applied", owner_id=OWNER)
        kept = await world.applications.get(application.id, owner_id=OWNER)
        assert (back.status, back.status_since, back.applied_at) == ("applied", YESTERDAY, YESTERDAY)
        assert (kept.status, kept.status_since, kept.applied_at) == ("applied", YESTERDAY, YESTERDAY)
        assert await world.history(application) == history


async def test_the_first_move_undone_is_as_it_was_saved_with_nothing_sent(world: World) -> None:
    resume = await world.document(title="Resume")
    application = await world.new(resume_document_id=resume.id)
    world.passed = timedelta(days=3)
    await world.applications.move(application.id, Move(status="applied"), owner_id=OWNER)
    assert len(await world.history(application)) == 2
    back = await world.applications.move(application.id, Move(status="interested"), owner_id=OWNER)
    assert (back.status, back.status_since, back.applied_at) == ("interested", NOON, None)
    assert await world.history(application) == []
    again = await world.applications.move(application.id, Move(status="applied"), owner_id=OWNER)
    assert (again.applied_at, len(await world.history(application))) == (NOON + timedelta(days=3), 2)


@pytest.mark.parametrize(
    ("there", "back", "minutes"),
    [
        (Move(status="offer"), Move(status="applied"), 3),
        (Move(status="offer", note="They called"), Move(status="applied"), 0),
        (Move(status="offer"), Move(status="applied", note="A mistake of theirs"), 0),
        (Move(status="offer"), Move(status="applied", occurred_at=NOON + timedelta(days=3)), 0),
        (Move(status="offer"), Move(status="interviewing"), 0),
    ],
    ids=["later", "with a note", "back with a note", "with a time", "elsewhere"],
)
async def test_a_step_that_is_no_undo_is_history(world: World, there: Move, back: Move, minutes: int) -> None:
    application = await world.new(status="applied")
    world.passed = timedelta(days=3)
    await world.applications.move(application.id, there, owner_id=OWNER)
    world.passed += timedelta(minutes=minutes)
    moved = await world.applications.move(application.id, back, owner_id=OWNER)
    assert moved.status_since == NOON + timedelta(days=3, minutes=minutes)
    assert [status for _, status in await world.history(application)] == ["applied", "offer", back.status]


async def test_what_was_applied_for_elsewhere_keeps_a_day_of_applying_when_a_move_is_undone(world: World) -> None:
    application = await world.new(status="applied")
    world.unit.application_events.rows.clear()
    world.passed = timedelta(days=3)
    await world.applications.move(application.id, Move(status="interested"), owner_id=OWNER)
    back = await world.applications.move(application.id, Move(status="applied"), owner_id=OWNER)
    assert (back.status_since, back.applied_at) == (NOON, NOON)


async def test_nothing_moves_in_the_future_or_for_a_stranger(world: World) -> None:
    application = await world.new()
    tomorrow = Move(status="applied", occurred_at=NOON + timedelta(days=1))
    with pytest.raises(OccurredInFutureError):
        await world.applications.move(application.id, tomorrow, owner_id=OWNER)
    for refused in (
        world.applications.move(application.id, Move(status="applied"), owner_id=STRANGER),
        world.applications.get(application.id, owner_id=STRANGER),
        world.applications.update(application.id, {"notes": "mine"}, owner_id=STRANGER),
        world.applications.place(application.id, owner_id=STRANGER),
        world.applications.delete(application.id, owner_id=STRANGER),
    ):
        with pytest.raises(ForbiddenError):
            await refused
    kept = await world.applications.get(application.id, owner_id=OWNER)
    assert (kept.status, kept.notes) == ("interested", "")


async def test_a_card_is_put_first_after_another_or_at_an_index(world: World) -> None:
    one, two, three = [await world.new(title) for title in ("A", "B", "C")]
    await world.applications.place(three.id, owner_id=OWNER)
    assert await world.column() == ["C", "A", "B"]
    await world.applications.place(three.id, owner_id=OWNER, after_id=one.id)
    assert await world.column() == ["A", "C", "B"]
    placed = await world.applications.place(one.id, owner_id=OWNER, index=99)
    assert (await world.column(), placed.position) == (["C", "B", "A"], 2)
    with pytest.raises(ConflictError):
        await world.applications.place(one.id, owner_id=OWNER, status="offer", after_id=two.id)
    assert await world.column() == ["C", "B", "A"]
    await world.applications.place(two.id, owner_id=OWNER, status="offer")
    board = {column.status: column.count for column in await world.applications.board(OWNER)}
    assert (board["interested"], board["offer"], sum(board.values())) == (2, 1, 3)


async def test_the_numbers_count_what_was_moved_and_sent(world: World) -> None:
    resume = await world.document()
    await world.new("A", resume_document_id=resume.id, status="applied")
    await world.new("B")
    stats = await world.applications.stats(OWNER)
    assert stats.total == 2
    assert (await world.applications.stats(STRANGER)).total == 0
    page = await world.applications.page(OWNER, PageRequest(), status="applied")
    assert [one.job.title for one in page.items if one.job] == ["A"]


async def test_a_deleted_application_takes_its_history_along_and_leaves_the_job(world: World) -> None:
    application = await world.new(status="applied")
    await world.applications.delete(application.id, owner_id=OWNER)
    assert (world.unit.applications.rows, world.unit.application_events.rows) == ({}, {})
    assert application.job_id in world.unit.jobs.rows


async def test_a_document_sent_names_which_and_its_version_exists(world: World) -> None:
    application, document = await world.new(), await world.document(title="Resume")

    async def send(document_id: UUID | None, version: int | None = None, title: str = "") -> str:
        given = EventInput(kind="document_sent", document_id=document_id, version_number=version, title=title, body="m")
        event = await world.timelines.add(application.id, given, owner_id=OWNER)
        return f"{event.title} {event.version_number} {event.body}"

    with pytest.raises(ValidationError):
        await send(None)
    with pytest.raises(NotFoundError):
        await send(document.id, 2)
    with pytest.raises(NotFoundError):
        await send(uuid7())
    assert await send(document.id, 1) == "Resume 1 m"
    assert await send(document.id, title="By post") == "By post 1 m"


async def test_a_timeline_is_changed_but_not_its_moves(world: World) -> None:
    application, other = await world.new(status="applied"), await world.new("B")
    given = EventInput(kind="interview", title="First", location="Malmö", occurred_at=YESTERDAY, ends_at=NOON)
    event = await world.timelines.add(application.id, given, owner_id=OWNER)
    changed = await world.timelines.change(application.id, event.id, {"occurred_at": NOON}, owner_id=OWNER)
    assert (changed.occurred_at, changed.location, changed.ends_at) == (NOON, "Malmö", NOON)
    with pytest.raises(EndBeforeStartError):
        await world.timelines.change(application.id, event.id, {"ends_at": YESTERDAY}, owner_id=OWNER)
    with pytest.raises(NotFoundError):
        await world.timelines.change(other.id, event.id, {"title": "x"}, owner_id=OWNER)
    (move,) = [one for one in world.unit.application_events.rows.values() if one.kind == "status_change"]
    with pytest.raises(ConflictError):
        await world.timelines.change(application.id, move.id, {"title": "x"}, owner_id=OWNER)
    with pytest.raises(ConflictError):
        await world.timelines.delete(application.id, move.id, owner_id=OWNER)
    page = await world.timelines.timeline(application.id, PageRequest(sort="-occurred_at"), owner_id=OWNER)
    assert ({one.kind for one in page.items}, page.total) == ({"interview", "status_change"}, 2)
    await world.timelines.delete(application.id, event.id, owner_id=OWNER)
    assert list(world.unit.application_events.rows) == [move.id]
    with pytest.raises(ForbiddenError):
        await world.timelines.timeline(application.id, PageRequest(), owner_id=STRANGER)


async def test_contacts_belong_to_their_application(world: World) -> None:
    application, other = await world.new(), await world.new("B")
    contact = await world.notebooks.add_contact(application.id, {"role": "Recruiter"}, name="Ada", owner_id=OWNER)
    changed = await world.notebooks.change_contact(application.id, contact.id, {"phone": "1"}, owner_id=OWNER)
    assert (changed.name, changed.role, changed.phone) == ("Ada", "Recruiter", "1")
    assert (await world.notebooks.contacts(application.id, PageRequest(), owner_id=OWNER)).items == [changed]
    assert (await world.notebooks.contacts(other.id, PageRequest(), owner_id=OWNER)).items == []
    with pytest.raises(NotFoundError):
        await world.notebooks.delete_contact(other.id, contact.id, owner_id=OWNER)
    with pytest.raises(ForbiddenError):
        await world.notebooks.add_contact(application.id, {}, name="Eve", owner_id=STRANGER)
    await world.notebooks.delete_contact(application.id, contact.id, owner_id=OWNER)
    assert world.unit.application_contacts.rows == {}


async def test_a_reminder_that_is_moved_is_given_again(world: World) -> None:
    application, other = await world.new(), await world.new("B")
    reminder = await world.notebooks.add_reminder(
        application.id, title="Call", remind_at=YESTERDAY, notes="Ask for Ada", owner_id=OWNER
    )
    world.unit.application_reminders.rows[reminder.id].notified_at = YESTERDAY
    done = await world.notebooks.change_reminder(application.id, reminder.id, {"is_done": True}, owner_id=OWNER)
    assert (done.is_done, done.notified_at) == (True, YESTERDAY)
    moved = await world.notebooks.change_reminder(application.id, reminder.id, {"remind_at": NOON}, owner_id=OWNER)
    assert (moved.remind_at, moved.notified_at) == (NOON, None)
    with pytest.raises(NotFoundError):
        await world.notebooks.delete_reminder(other.id, reminder.id, owner_id=OWNER)
    page = await world.notebooks.reminders(application.id, PageRequest(), owner_id=OWNER)
    assert page.items == [moved]
    await world.notebooks.delete_reminder(application.id, reminder.id, owner_id=OWNER)
    assert world.unit.application_reminders.rows == {}
