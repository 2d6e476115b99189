"""Calendar files."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol


class ICalendarItem(Protocol):
    """What a calendar shows; see `CalendarEntry`."""

    @property
    def uid(self) -> str:
        """Never changes."""
        ...

    @property
    def start(self) -> datetime | date:
        """A date without a time lasts the whole day."""
        ...

    @property
    def end(self) -> datetime | None:
        """None where it takes no time."""
        ...

    @property
    def summary(self) -> str:
        """One line."""
        ...

    @property
    def description(self) -> str:
        """May have several lines."""
        ...

    @property
    def location(self) -> str:
        """Where."""
        ...

    @property
    def url(self) -> str:
        """More about it."""
        ...

    @property
    def stamp(self) -> datetime:
        """When it was last changed."""
        ...

    @property
    def alarm(self) -> timedelta:
        """How long before it to be reminded."""
        ...


class ICalendarWriter(Protocol):
    """Writes calendars."""

    def write(self, name: str, entries: Iterable[ICalendarItem]) -> bytes:
        """Return an iCalendar object (RFC 5545) with the entries; the same entries give the same bytes."""
        ...
