"""The candidate's working life in order: when each role was, how long ago it ended, how many years it makes."""

import math
import re
from dataclasses import dataclass
from datetime import date

from app.domain.partial_date import PartialDate, month_index
from app.domain.regex import regex
from app.domain.text.career import Career, Education, Experience
from app.domain.text.compose.options import Level
from app.domain.text.match.experience import covered, months_of, this_month

_INTERN = regex(
    r"\b(?:intern(?:ship)?|trainee|apprentice|student|werkstudent\w*|praktikant\w*|praktikum|stagiaire|stage|alternan\w+"
    r"|becari[oa]|prácticas|volunteer|co-?op|teaching assistant|student assistant|hilfskraft|azubi\w*)\b",
    re.IGNORECASE,
)
_FRESHER_MONTHS = 15
_UNKNOWN_AGE = 3.0
_RECENCY_HALF = 9.0
_ONE_PAGE_YEARS = 8


@dataclass(frozen=True, slots=True)
class Timeline:
    """`order` are positions of `career.experiences` as printed, newest first; `ages` years since each role ended."""

    order: tuple[int, ...]
    ages: tuple[float, ...]
    months: int
    level: Level

    @property
    def years(self) -> int:
        """Whole years of work; overlapping roles count once."""
        return self.months // 12

    @property
    def pages(self) -> int:
        """How many pages a resume of this life takes by custom: one below eight years, then two."""
        return 1 if self.level == "fresher" or self.years < _ONE_PAGE_YEARS else 2

    def recency(self, role: int) -> float:
        """Return what `role` counts for its age: 1 while it lasts, a half nine years later."""
        return math.pow(0.5, self.ages[role] / _RECENCY_HALF)


def timeline_of(career: Career, today: date, level: Level | None = None) -> Timeline:
    """Read the dates of `career`; the candidate's own order stays wherever a role has no date."""
    jobs = career.experiences
    ages = tuple(_age(job, today) for job in jobs)
    order = tuple(range(len(jobs)))
    if jobs and all(_month(job.start_date) is not None or _month(job.end_date) is not None for job in jobs):
        order = tuple(sorted(order, key=lambda at: (-_end(jobs[at], today), -_start(jobs[at]))))
    months = months_between([job for job in jobs if not is_training(job)] or jobs, today)
    return Timeline(order, ages, months, level or _level(jobs, today))


def months_between(jobs: list[Experience], today: date) -> int:
    """Return how many different months `jobs` cover."""
    return months_of(covered(job.start_date, job.end_date, lasting=job.is_current, today=today) for job in jobs)


def is_training(job: Experience) -> bool:
    """Tell whether a role was an internship, an apprenticeship or a student's job."""
    return bool(_INTERN.search(job.title))


def is_studying(course: Education, today: date) -> bool:
    """Tell whether `course` has begun and is expected to end after `today`."""
    end = _month(course.end_date, end=True)
    return end is not None and end > this_month(today)


def finished_years_ago(course: Education, today: date) -> float | None:
    """Return the years since `course` ended, or `None` where that is not known."""
    end = _month(course.end_date, end=True)
    return None if end is None else (this_month(today) - end) / 12


def _level(jobs: list[Experience], today: date) -> Level:
    work = [job for job in jobs if not is_training(job)]
    if not work:
        return "fresher"
    dated = [job for job in work if job.start_date or job.end_date]
    if len(dated) < len(work):
        return "experienced"
    return "fresher" if months_between(work, today) < _FRESHER_MONTHS else "experienced"


def _age(job: Experience, today: date) -> float:
    if job.is_current:
        return 0.0
    end = _month(job.end_date, end=True)
    if end is None:
        start = _month(job.start_date)
        return _UNKNOWN_AGE if start is None else max(0.0, (this_month(today) - start) / 12)
    return max(0.0, (this_month(today) - end) / 12)


def _end(job: Experience, today: date) -> int:
    if job.is_current:
        return this_month(today) + 1
    end = _month(job.end_date, end=True)
    return _start(job) if end is None else end


def _start(job: Experience) -> int:
    return _month(job.start_date) or _month(job.end_date) or 0


def _month(value: PartialDate | None, *, end: bool = False) -> int | None:
    if not value:
        return None
    try:
        return month_index(value, end=end)
    except ValueError:
        return None
