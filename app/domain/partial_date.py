"""Career dates that keep the precision they were given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

import calendar
import re
from datetime import date
from typing import NewType

from app.domain.regex import regex

PartialDate = NewType("PartialDate", str)
"""A checked career date. Text, so that it passes unchanged through JSON, SQL and the wire."""

_FORM = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def partial_date(text: str) -> PartialDate:
    """Check `text` and return it as a `PartialDate`; raise `ValueError` when it is not one."""
    earliest(PartialDate(text))
    return PartialDate(text)


def earliest(value: PartialDate) -> date:
    """Return the first day that `value` can mean."""
    match = _FORM.fullmatch(value)
    if match is None:
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    return date(int(year), int(month or 1), int(day or 1))


def latest(value: PartialDate) -> date:
    """Return the last day that `value` can mean."""
    first = earliest(value)
    if len(value) == 10:
        return first
    month = first.month if len(value) == 7 else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def month_index(value: PartialDate, *, end: bool = False) -> int:
    """Return months since year 0 of the first (or, with `end`, the last) month that `value` can mean."""
    day = latest(value) if end else earliest(value)
    return day.year * 12 + day.month - 1
