"""What stands in a calendar feed."""

from datetime import date, timedelta

import pytest

from app.domain.applications import Application, ApplicationEvent, ApplicationReminder, ApplicationStatus, JobSummary
from app.domain.applications.calendar import CalendarEntry, calendar_entries
from app.domain.ids import uuid7
from tests.builders import NOON

OWNER = uuid7()


def make(deadline: str | None = "2026-04-01", status: ApplicationStatus = "applied") -> Application:
    job = JobSummary(
        id=uuid7(), title="Cook", company="Blue Inn", location=None, source="board", status="active",
        job_url="https://blue.example/cook", application_deadline=deadline,
    )  # fmt: skip
    return Application(
        user_id=OWNER, job_id=job.id, job=job, status=status, next_action="Send it", saved_at=NOON, created_at=NOON,
        updated_at=NOON,
    )  # fmt: skip


def interview(application: Application, **overrides: object) -> ApplicationEvent:
    event = ApplicationEvent(
        user_id=OWNER,
        application_id=application.id,
        kind="interview",
        occurred_at=NOON,
        created_at=NOON,
        updated_at=NOON,
    )
    for name, value in overrides.items():
        setattr(event, name, value)
    return event


def test_the_last_day_of_a_job_lasts_the_whole_day() -> None:
    application = make()
    assert calendar_entries([application], [], []) == [
        CalendarEntry(
            uid=f"{application.id}-deadline@jobwise", start=date(2026, 4, 1), summary="Deadline: Cook at Blue Inn",
            description="Send it", url="https://blue.example/cook", stamp=NOON, alarm=timedelta(days=1),
        )
    ]  # fmt: skip


def test_an_own_deadline_goes_before_that_of_the_job() -> None:
    application = make()
    application.deadline = NOON
    (entry,) = calendar_entries([application], [], [])
    assert entry.start == NOON


@pytest.mark.parametrize(
    ("deadline", "status"), [(None, "applied"), ("2026-04", "applied"), ("2026-04-01", "rejected")]
)
def test_no_whole_day_and_what_is_over_give_no_deadline(deadline: str | None, status: ApplicationStatus) -> None:
    assert calendar_entries([make(deadline, status)], [], []) == []


def test_an_interview_lasts_as_long_as_it_says_or_an_hour() -> None:
    application = make(None)
    open_end = interview(application)
    told = interview(
        application, title="Trial day", ends_at=NOON + timedelta(hours=8), body="Bring knives", location="Leeds"
    )
    first, second = calendar_entries([application], [open_end, told], [])
    assert (first.summary, first.end, first.alarm) == (
        "Interview: Cook at Blue Inn",
        NOON + timedelta(hours=1),
        timedelta(hours=1),
    )
    assert (second.uid, second.summary, second.end) == (
        f"{told.id}@jobwise",
        "Trial day: Cook at Blue Inn",
        NOON + timedelta(hours=8),
    )
    assert (second.description, second.location) == ("Bring knives", "Leeds")


def test_a_reminder_rings_at_its_time() -> None:
    application = make(None)
    application.job = None
    reminder = ApplicationReminder(
        user_id=OWNER, application_id=application.id, title="Call", notes="Ask for Eva", remind_at=NOON,
        created_at=NOON,
        updated_at=NOON,
    )  # fmt: skip
    (entry,) = calendar_entries([application], [], [reminder])
    assert (entry.start, entry.end, entry.summary, entry.description, entry.url, entry.alarm) == (
        NOON,
        None,
        "Call: a job",
        "Ask for Eva",
        "",
        timedelta(0),
    )


def test_what_hangs_on_an_application_that_is_not_there_is_left_out() -> None:
    gone = make()
    reminder = ApplicationReminder(
        user_id=OWNER, application_id=gone.id, title="Call", remind_at=NOON, created_at=NOON, updated_at=NOON
    )
    assert calendar_entries([], [interview(gone)], [reminder]) == []
