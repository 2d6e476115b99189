"""Applications: a saved job, how it stands, and what happened on the way."""

from app.domain.applications.application import (
    STAGES,
    STATUSES,
    Application,
    ApplicationExistsError,
    ApplicationStatus,
    IApplicationRepository,
    JobSummary,
    OccurredInFutureError,
)
from app.domain.applications.calendar import CalendarEntry, CalendarToken, ICalendarTokenRepository, calendar_entries
from app.domain.applications.details import (
    ApplicationContact,
    ApplicationEvent,
    ApplicationReminder,
    EventKind,
    IApplicationContactRepository,
    IApplicationEventRepository,
    IApplicationReminderRepository,
)
from app.domain.applications.statistics import ApplicationStats, application_stats

__all__ = [
    "STAGES",
    "STATUSES",
    "Application",
    "ApplicationContact",
    "ApplicationEvent",
    "ApplicationExistsError",
    "ApplicationReminder",
    "ApplicationStats",
    "ApplicationStatus",
    "CalendarEntry",
    "CalendarToken",
    "EventKind",
    "IApplicationContactRepository",
    "IApplicationEventRepository",
    "IApplicationReminderRepository",
    "IApplicationRepository",
    "ICalendarTokenRepository",
    "JobSummary",
    "OccurredInFutureError",
    "application_stats",
    "calendar_entries",
]
