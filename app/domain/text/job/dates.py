"""When a posting was published and when it closes."""

import re
from collections.abc import Iterable
from datetime import date

from app.domain.regex import regex

_MONTHS = {
    prefix: month
    for month, prefixes in enumerate(
        (
            "jan ene gen",
            "feb fév fev",
            "mar mär maa mrt",
            "apr avr abr",
            "may mai mag mei",
            "jun jui giu",
            "jul lug",
            "aug aoû ago aou",
            "sep set",
            "oct okt ott out",
            "nov",
            "dec dez dic déc",
        ),
        1,
    )
    for prefix in prefixes.split()
}
_DATE = regex(
    r"(?P<y1>20\d\d)[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})|(?P<d2>\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s(?:of |de |"
    r"di )?(?P<n2>[^\W\d]{3,10})\.?,?\s(?:de |del )?(?P<y2>20\d\d)|"
    r"(?P<n3>[^\W\d]{3,10})\.?\s(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y3>20\d\d)|"
    r"(?P<a4>\d{1,2})(?P<sep>[./-])(?P<b4>\d{1,2})[./-](?P<y4>20\d\d)"
)
_POSTED = regex(
    r"\b(?:date posted|posted(?: on| date)?|publish(?:ed)?(?: on| date)?|publication date|posting date|"
    r"veröffentlicht(?: am)?|online seit|publiée?(?: le)?|publicad[oa](?: el| em)?|pubblicat[oa](?: il)?|"
    r"geplaatst(?: op)?|date de publication|opening date)\b",
    re.IGNORECASE,
)
_CLOSES = regex(
    r"\b(?:deadline|clos(?:es|ing)(?: date| on)?|apply (?:by|before|until|no later than)|applications? (?:close|"
    r"due|must be (?:received|submitted)|accepted until|are open until|will be accepted)|last date|expires?(?: "
    r"on)?|valid (?:through|until)|open until|bewerbungsfrist|"
    r"bewerbungsschluss|bewerben sie sich bis|bis zum|date limite|candidatez avant|fecha límite|plazo|hasta el|"
    r"scadenza|entro il|sluitingsdatum|solliciteer voor|uiterlijk|prazo|até (?:ao? )?dia|opening and closing "
    r"period)\b",
    re.IGNORECASE,
)


def read_dates(texts: Iterable[str]) -> tuple[str | None, str | None]:
    """Return the day of publication and the last day to apply, as `YYYY-MM-DD`."""
    posted: str | None = None
    closes: str | None = None
    for text in texts:
        if "20" not in text:
            continue
        if closes is None and (cue := _CLOSES.search(text)):
            days = _days(text[cue.end() : cue.end() + 160])
            closes = days[-1] if days and cue[0].casefold().startswith("opening and") else days[0] if days else None
        if posted is None and (cue := _POSTED.search(text)):
            days = _days(text[cue.end() : cue.end() + 40])
            posted = days[0] if days else None
    return posted, closes


def _days(text: str) -> list[str]:
    return [day for match in _DATE.finditer(text) if (day := _day(match))]


def _day(match: re.Match[str]) -> str | None:
    if match["y1"]:
        return _iso(match["y1"], int(match["m1"]), int(match["d1"]))
    for number in ("2", "3"):
        if match[f"y{number}"]:
            month = _MONTHS.get(match[f"n{number}"].casefold()[:3])
            return (
                _iso(match[f"y{number}"], _june_or_july(match[f"n{number}"], month), int(match[f"d{number}"]))
                if month
                else None
            )
    first, second = int(match["a4"]), int(match["b4"])
    # A slash is also the American month-first form; with both numbers up to 12 nobody can tell, and nothing is said.
    if match["sep"] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    return _iso(match["y4"], second, first) if second <= 12 else _iso(match["y4"], first, second)


def _june_or_july(name: str, month: int) -> int:
    return 7 if name.casefold().startswith("juil") else month


def _iso(year: str, month: int, day: int) -> str | None:
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None
