"""The field values of job pages, in the terms of the product."""

import re
from datetime import UTC, datetime

from app.domain.regex import regex
from app.domain.text.job.salary import read_salary
from app.domain.text.posting import EmploymentType, Salary, SalaryPeriod, Workplace

JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]

_PERIODS: tuple[tuple[str, SalaryPeriod], ...] = (
    ("hour", "hour"),
    ("day", "day"),
    ("dai", "day"),
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
    ("ann", "year"),
    ("pa", "year"),
)
_TYPES: tuple[tuple[str, EmploymentType], ...] = (
    ("intern", "internship"),
    ("trainee", "internship"),
    ("working_student", "internship"),
    ("volunteer", "volunteer"),
    ("temp", "temporary"),
    ("seasonal", "temporary"),
    ("contract", "contract"),
    ("freelance", "contract"),
    ("part", "part_time"),
    ("full", "full_time"),
    ("permanent", "full_time"),
)
_WORKPLACES: tuple[tuple[str, Workplace], ...] = (
    ("hybrid", "hybrid"),
    ("remote", "remote"),
    ("telecommute", "remote"),
    ("onsite", "onsite"),
    ("office", "onsite"),
    ("inperson", "onsite"),
)
_DAY = regex(r"\d{4}-\d{2}-\d{2}")
_LARGEST_NUMBER = 1e15
_MILLISECONDS = 100_000_000_000
_LETTERS = regex(r"[^a-z]")


def text(value: JSON) -> str | None:
    """Return `value` as one line of text, or nothing."""
    if isinstance(value, list):
        return next((found for item in value if (found := text(item))), None)
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("label") or value.get("value"))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def items(value: JSON) -> list[JSON]:
    """Return a list as it is, nothing as an empty list, anything else as its only item."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def mapping(value: JSON) -> dict[str, JSON]:
    """Return `value` if it is an object, the first object of a list, else an empty one."""
    if isinstance(value, list):
        return next((item for item in value if isinstance(item, dict)), {})
    return value if isinstance(value, dict) else {}


def number(value: JSON) -> float | None:
    """Return a number, also one written as text with thousands separators; zero counts as not stated."""
    if isinstance(value, str):
        try:
            value = float(re.sub(r"[\s,']", "", value))
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < _LARGEST_NUMBER:
        return None
    return float(value) or None


def period(value: JSON) -> SalaryPeriod | None:
    """Return a pay period from words such as "YEAR", "per-year-salary" or "PA"."""
    word = (text(value) or "").casefold()
    return next((known for part, known in _PERIODS if part in word), None)


def employment(value: JSON) -> EmploymentType | None:
    """Return the contract from words such as "FULL_TIME" or "Part-time"; of several the rarest."""
    words = " ".join(found.casefold() for item in items(value) if (found := text(item)))
    return next((known for part, known in _TYPES if part in words), None)


def workplace(value: JSON) -> Workplace | None:
    """Return the workplace from words such as "TELECOMMUTE" or "On-site"."""
    word = _LETTERS.sub("", (text(value) or "").casefold())
    return next((known for part, known in _WORKPLACES if part in word), None)


def day(value: JSON) -> str | None:
    """Return `YYYY-MM-DD` from an ISO date or a moment in seconds or milliseconds since 1970."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0:
        seconds = value / 1000 if value > _MILLISECONDS else value
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds < _MILLISECONDS else None
    match = _DAY.match((text(value) or "").strip())
    return match[0] if match else None


def salary(low: JSON, high: JSON, currency: JSON, unit: JSON) -> Salary | None:
    """Return pay from its parts; a single figure is both ends."""
    least, most = number(low), number(high)
    if least is None and most is None:
        return None
    code = (text(currency) or "").upper()
    stated = period(unit)
    guessed: SalaryPeriod = (
        "year" if (most or least or 0) > 13_000 else "month" if (most or least or 0) > 1_200 else "hour"
    )
    return Salary(least, most, code if len(code) == 3 else None, stated or guessed)


def salary_in(words: str | None) -> Salary | None:
    """Return pay from free words."""
    found = read_salary([(words, True)]) if words else None
    return found.salary if found else None


def place(*parts: JSON) -> str | None:
    """Return "Town, Region, Country" from what is there of it, nothing twice."""
    found = [part for part in map(text, parts) if part]
    return ", ".join(dict.fromkeys(found)) or None
