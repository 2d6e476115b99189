"""What stands in a user's calendar feed, and the secret that opens it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from app.domain.applications.application import Application
from app.domain.applications.details import ApplicationEvent, ApplicationReminder

_OVER = frozenset({"rejected", "closed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry. `uid` never changes; a date without a time lasts the whole day; `alarm` is how long before it."""

    uid: str
    start: datetime | date
    end: datetime | None = None
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    stamp: datetime
    alarm: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarToken:
    """The secret of a user's feed, as a SHA-256 in hex."""

    user_id: UUID
    token_hash: str
    created_at: datetime


class ICalendarTokenRepository(Protocol):
    """One secret a user."""

    async def save(self, token: CalendarToken) -> None:
        """Keep the secret in place of the user's earlier one."""
        ...

    async def find_user(self, token_hash: str) -> UUID | None:
        """Return whose secret it is."""
        ...


def calendar_entries(
    applications: Iterable[Application],
    interviews: Iterable[ApplicationEvent],
    reminders: Iterable[ApplicationReminder],
) -> list[CalendarEntry]:
    """Return deadlines, interviews and reminders, each once, ordered by kind and then as given.

    Deadlines of what is over are left out; one without its own deadline has that of the job, a whole day.
    """
    known = {application.id: application for application in applications}
    entries = [entry for application in known.values() if (entry := _deadline(application)) is not None]
    for event in interviews:
        if event.application_id in known:
            name = _name(known[event.application_id])
            entries.append(
                CalendarEntry(
                    uid=f"{event.id}@jobwise",
                    start=event.occurred_at,
                    end=event.ends_at or event.occurred_at + timedelta(hours=1),
                    summary=f"{event.title or 'Interview'}: {name}",
                    description=event.body,
                    location=event.location,
                    url=_url(known[event.application_id]),
                    stamp=event.updated_at,
                    alarm=timedelta(hours=1),
                )
            )
    for reminder in reminders:
        if reminder.application_id in known:
            application = known[reminder.application_id]
            entries.append(
                CalendarEntry(
                    uid=f"{reminder.id}@jobwise",
                    start=reminder.remind_at,
                    summary=f"{reminder.title}: {_name(application)}",
                    description=reminder.notes,
                    url=_url(application),
                    stamp=reminder.updated_at,
                    alarm=timedelta(0),
                )
            )
    return entries


def _deadline(application: Application) -> CalendarEntry | None:
    day = application.job.application_deadline if application.job else None
    start: datetime | date | None = application.deadline
    if start is None and day is not None and len(day) == len("2026-03-14"):
        start = date.fromisoformat(day)
    if start is None or application.status in _OVER:
        return None
    return CalendarEntry(
        uid=f"{application.id}-deadline@jobwise",
        start=start,
        summary=f"Deadline: {_name(application)}",
        description=application.next_action,
        url=_url(application),
        stamp=application.updated_at,
        alarm=timedelta(days=1),
    )


def _name(application: Application) -> str:
    return application.job.name if application.job else "a job"


def _url(application: Application) -> str:
    return (application.job.job_url if application.job else None) or ""
