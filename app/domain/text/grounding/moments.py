"""Read the dates of a text: years, months of a year, spans."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.domain.regex import regex

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero ene jänner", "february feb februar février fevrier févr febrero",
            "march mar märz maerz mars marzo", "april apr avril abril abr", "may mai mayo", "june jun juni juin junio",
            "july jul juli juillet juil julio", "august aug août aout agosto ago",
            "september sep sept septembre septiembre",
            "october oct oktober okt octobre octubre", "november nov novembre noviembre",
            "december dec dezember dez décembre diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_MOMENT = regex(
    rf"(?<![^\W_])(?P<name>{_NAMES})\.?(?: de)?,? ?(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?P<named>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.])(?P<month>0?[1-9]|1[0-2])[/.](?P<slashed>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d.,$€£])(?P<iso>(?:19|20)\d\d)-(?P<iso_month>0[1-9]|1[0-2])(?:-\d\d)?(?!\d)"
    r"|(?<![\d.,$€£])(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|\s?(?:%|percent|users|customers|"
    r"people|employees|km|kg|units|items|students|patients|orders|requests|euros?|dollars|"
    r"hours))"
    r"|(?<![\w'’])['’](?P<short>\d\d)(?!\d)",
    re.IGNORECASE,
)  # fmt: skip
_UNTIL = regex(
    rf"(?<![^\W_])({_NAMES})\.? ?(?:to|until|through|and|-|–|—|bis|à|a) ?(?:{_NAMES})\.? ((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_CURRENT = regex(
    r"\b(?:currently|presently|at present|derzeit|aktuell|actuellement|actualmente)\b|(?:[-–—]|"
    r"to|until|bis)\s*(?:present|today|now|heute)\b|\bsince\b"
, re.IGNORECASE)  # fmt: skip

_PERIODS = {
    "hour": "hour", "hourly": "hour", "day": "day", "daily": "day", "shift": "shift", "night": "night",
    "nightly": "night",
    "week": "week", "weekly": "week", "month": "month", "monthly": "month", "quarter": "quarter",
    "quarterly": "quarter",
    "year": "year", "yearly": "year", "annual": "year", "annually": "year", "annum": "year", "term": "term",
    "semester": "term", "season": "season", "minute": "minute", "second": "second", "sprint": "sprint",
    "visit": "visit",
    "tag": "day", "täglich": "day", "woche": "week", "wöchentlich": "week", "monat": "month", "monatlich": "month",
    "jahr": "year", "jährlich": "year", "jour": "day", "semaine": "week", "mois": "month", "an": "year", "día": "day",
    "semana": "week", "mes": "month", "año": "year",
}  # fmt: skip
_RATE = regex(
    r"(?<![^\W_])(?:(?:per|each|every|an?|pro|par|por|al|chaque) |/ ?)"
    r"(hour|day|shift|night|week|month|quarter|year|annum|term|semester|season|minute|second|"
    r"sprint|visit|tag|woche|monat|"
    r"jahr|jour|semaine|mois|an|día|semana|mes|año)(?![^\W_])"
    r"|(?<![^\W_])(hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual|annually|täglich|wöchentlich|monatlich|"
    r"jährlich)(?:e[nrs]?)?(?![^\W_])|(?<=\d)/(hour|day|week|month|year)(?![^\W_])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, or a month of it, at `start` to `end` (exclusive) of a text."""

    year: int
    month: int | None
    start: int
    end: int


@lru_cache(maxsize=4096)
def moments(text: str) -> tuple[Moment, ...]:
    """Return the dates that `text` names, in order."""
    found = [
        Moment(int(match[2]), _MONTHS[match[1].lower()], match.start(), match.end(1)) for match in _UNTIL.finditer(text)
    ]
    for match in _MOMENT.finditer(text):
        year = match["named"] or match["slashed"] or match["iso"] or match["year"]
        if match["short"]:
            year = ("19" if match["short"] > "50" else "20") + match["short"]
        month = _MONTHS[match["name"].lower()] if match["name"] else None
        if match["month"] or match["iso_month"]:
            month = int(match["month"] or match["iso_month"])
        found.append(Moment(int(year), month, match.start(), match.end()))
    return tuple(sorted(found, key=lambda moment: moment.start))


def says_current(text: str) -> re.Match[str] | None:
    """Return where `text` says that something lasts to this day."""
    return _CURRENT.search(text)


@lru_cache(maxsize=4096)
def rates(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the periods that `text` counts by ("per day", "weekly"), each with its place."""
    return tuple(
        (_PERIODS[next(group for group in match.groups() if group).lower()], match.start(), match.end())
        for match in _RATE.finditer(text)
    )
