"""iCalendar files through icalendar. All times are in UTC, so no VTIMEZONE is needed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from app.domain.ports.calendar import ICalendarItem


class ICalendarFile:
    """`ICalendarWriter` with icalendar."""

    def write(self, name: str, entries: Iterable[ICalendarItem]) -> bytes:
        """See `ICalendarWriter.write`."""
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


def _event(entry: ICalendarItem) -> Event:
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
