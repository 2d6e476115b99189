"""iCalendar files through icalendar. All times are in UTC, so no VTIMEZONE is needed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.ports.calendar import ICalendarItem

if TYPE_CHECKING:
    # Not to hide a cycle: icalendar takes 0.1 s, and few requests ask for a calendar.
    from icalendar import Event


class ICalendarFile:
    """`ICalendarWriter` with icalendar."""

    def write(self, name: str, entries: Iterable[ICalendarItem]) -> bytes:
        """See `ICalendarWriter.write`."""
        from icalendar import Calendar  # noqa: PLC0415 - see above

        calendar = Calendar()
        calendar.add("prodid", "-//JobWise//JobWise//EN")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        for entry in entries:
            calendar.add_component(_event(entry))
        return bytes(calendar.to_ical())


def _event(entry: ICalendarItem) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415 - see above

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp)
    event.add("last-modified", entry.stamp)
    event.add("dtstart", entry.start)
    if entry.end is not None:
        event.add("dtend", entry.end)
    elif not isinstance(entry.start, datetime):
        event.add("dtend", entry.start + timedelta(days=1))
    event.add("summary", entry.summary)
    for name in ("description", "location", "url"):
        value = getattr(entry, name)
        if value:
            event.add(name, value)
    event.add("transp", "OPAQUE" if entry.end else "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", -entry.alarm)
    event.add_component(alarm)
    return event
