"""Applications in the database."""

from app.infrastructure.database.applications.applications import SqlApplicationRepository
from app.infrastructure.database.applications.details import (
    SqlApplicationContactRepository,
    SqlApplicationEventRepository,
    SqlApplicationReminderRepository,
    SqlCalendarTokenRepository,
)

__all__ = [
    "SqlApplicationContactRepository",
    "SqlApplicationEventRepository",
    "SqlApplicationReminderRepository",
    "SqlApplicationRepository",
    "SqlCalendarTokenRepository",
]
