"""Years of experience: whole months, each calendar month counted once however many roles cover it.

Partial dates: a year alone means the middle of that year, so "2019" to "2021" is two years and "2019" to "2019" half a
year; a month counts whole at both ends, so "2019-01" to "2019-12" is one year. A role that lasts ends today. Where only
one end is known, only that month (for a year alone: half that year) is counted. What lies after today, or ends before
it starts, is not counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.partial_date import PartialDate, month_index
from app.domain.text.career import Career
from app.domain.text.skills import Lexicon, SkillMention

_MID_YEAR = 6


@dataclass(frozen=True, slots=True)
class Months:
    """Calendar months counted from year 0: `first` to `last`, both included; empty when `last` is before `first`."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many months."""
        return max(0, self.last - self.first + 1)


NO_MONTHS = Months(0, -1)


def this_month(today: date) -> int:
    """Return the month of `today`, counted from year 0."""
    return today.year * 12 + today.month - 1


def covered(start: PartialDate | None, end: PartialDate | None, *, lasting: bool, today: date) -> Months:
    """Return the months from `start` to `end` by the conventions of this module; a malformed date counts as unknown."""
    now = this_month(today)
    first, last = _first(start), now if lasting else _last(end)
    if first is None and last is None:
        return NO_MONTHS
    if first is None:
        if lasting or last is None or end is None:
            return NO_MONTHS
        first = last - _MID_YEAR + 1 if len(end) == 4 else last
    if last is None:
        last = first + _MID_YEAR - 1 if start is not None and len(start) == 4 else first
    if start is not None and start == end and len(start) == 4 and not lasting:
        last = first + _MID_YEAR - 1
    last = min(last, now)
    return Months(first, last) if last >= first else NO_MONTHS


def years_of(spans: Iterable[Months]) -> float:
    """Return the years that `spans` cover together, to one decimal; overlaps count once."""
    return round(months_of(spans) / 12, 1)


def months_of(spans: Iterable[Months]) -> int:
    """Return how many different months `spans` cover."""
    total, reached = 0, -1
    for span in sorted((span for span in spans if span.length), key=lambda span: (span.first, span.last)):
        first = max(span.first, reached + 1)
        if span.last >= first:
            total += span.last - first + 1
            reached = span.last
    return total


def years_of_experience(career: Career, today: date) -> float:
    """Return the years of work in `career`, to one decimal; overlapping roles count once."""
    return years_of(
        covered(job.start_date, job.end_date, lasting=job.is_current, today=today) for job in career.experiences
    )


def skill_years(career: Career, lexicon: Lexicon, today: date) -> dict[str, float]:
    """Return for each skill that a role names or implies the years of those roles together, longest first."""
    spans: dict[str, list[Months]] = {}
    for job in career.experiences:
        months = covered(job.start_date, job.end_date, lasting=job.is_current, today=today)
        mentions: list[SkillMention] = []
        for text in (job.title, job.description, *job.achievements):
            mentions += lexicon.find(text)
        names = {mention.name for mention in mentions}
        for name in sorted(names.union(*(lexicon.implied(name) for name in names))):
            spans.setdefault(name, []).append(months)
    years = {name: years_of(months) for name, months in spans.items()}
    return dict(sorted(years.items(), key=lambda item: (-item[1], item[0])))


def _first(value: PartialDate | None) -> int | None:
    if value is None:
        return None
    try:
        return month_index(value) + (_MID_YEAR if len(value) == 4 else 0)
    except ValueError:
        return None


def _last(value: PartialDate | None) -> int | None:
    if value is None:
        return None
    try:
        return month_index(value, end=True) - (_MID_YEAR if len(value) == 4 else 0)
    except ValueError:
        return None
