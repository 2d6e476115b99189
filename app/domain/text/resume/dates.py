"""Find the dates and date ranges of a line, at the precision they are written in."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from app.domain.partial_date import PartialDate, partial_date
from app.domain.regex import regex
from app.domain.text.resume.folding import fold
from app.domain.text.resume.vocabulary.patterns import DATE_JOINER

_MONTHS = (
    "january jan januar jaenner jänner janvier janv enero ene janeiro gennaio gen januari",
    "february feb februar fevrier fevr fev febrero febr fevereiro febbraio februari",
    "march mar maerz marz mars marzo marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio mag maggio mei",
    "june jun juni juin junio junho giu giugno",
    "july jul juli juillet juil julio julho lug luglio",
    "august aug aout agosto ago augustus",
    "september sept sep septembre septiembre setembro set settembre",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro dicembre",
)
_MONTH_NUMBER = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_SEASONS = (
    "spring|summer|fall|autumn|winter|fruhling|fruhjahr|sommer|herbst|printemps|ete|automne|hiver|primavera|verano"
    "|otono|invierno|verao|outono|inverno|estate|autunno|lente|zomer|herfst|easter term|michaelmas|hilary|trinity"
    "|wintersemester|sommersemester|ws|ss|early|mid|late|class of"
)
_PRESENT = (
    "present day|present|currently|current|now|today|ongoing|to date|till date|date|heute|derzeit|jetzt|aktuell|laufend"
    "|gegenwart|aujourd'hui|aujourd’hui|actuellement|actuel|en cours|presente|actualidad|actualmente|actual|la fecha"
    "|atualmente|atual|o momento|hoje|oggi|attualmente|attuale|in corso|heden|nu|現在|现在|至今|今"
)
_SINCE = "since|seit|ab|depuis|desde|dal|dallo|sinds|vanaf|from|von|de|du|des|da|del|van"
_OPEN_SINCE = frozenset("since seit ab depuis desde dal sinds vanaf from".split())
_UNTIL = frozenset("until till bis jusqu'a hasta ate fino tot through".split())
_YEAR = r"(?:19|20)(?:\d\d|xx)"
ERAS = {
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
    "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018,
}  # fmt: skip
"""The year before the first of each Japanese era."""
_MONTH = "|".join(sorted(_MONTH_NUMBER, key=lambda word: (-len(word), word)))

_POINT = regex(
    rf"(?<![\w./'’])(?:"
    rf"(?P<iso>{_YEAR}[-./]\d\d?[-./]\d\d?)(?!\d)"
    rf"|(?P<day_first>\d\d?[./-]\d\d?[./-]{_YEAR})(?!\d)"
    rf"|(?P<cjk>{_YEAR} ?年(?: ?\d\d? ?月)?(?: ?\d\d? ?日)?)"
    r"|(?P<era>(?:明治|大正|昭和|平成|令和) ?(?:元|\d\d?) ?年(?: ?\d\d? ?月)?(?: ?\d\d? ?日)?)"
    rf"|(?P<span>{_YEAR}[-–/](?!0\d(?!\d)|1[0-2](?!\d))\d\d)(?![\d./-])"
    rf"|(?P<year_month>{_YEAR}(?: / |[-./])\d\d?)(?![\d])"
    rf"|(?P<month_year>\d\d?(?: / |[-./]){_YEAR})(?!\d)"
    rf"|(?P<short_my>\d\d/['’]?\d\d)(?![\d/])"
    rf"|(?P<day_month>(?:\d\d?(?:st|nd|rd|th|er|º)?\.? (?:de |of )?)?(?:{_MONTH})(?![a-z])"
    rf"\.?,?[ -]?(?:de |of |del |, )?{_YEAR})(?!\d)"
    rf"|(?P<month_day>(?:{_MONTH})(?![a-z])\.? \d\d?(?:st|nd|rd|th)?,? {_YEAR})(?!\d)"
    rf"|(?P<month_short>(?:{_MONTH})(?![a-z])\.?[ -]?['’]\d\d|(?:{_MONTH})-\d\d)(?!\d)"
    rf"|(?P<quarter>q[1-4][ /-]?{_YEAR}|{_YEAR}[ /-]?q[1-4])(?!\d)"
    rf"|(?P<season>(?:{_SEASONS})[ ,]{{1,2}}{_YEAR}(?:/\d\d)?)(?!\d)"
    rf"|(?P<year_named>{_YEAR},? (?:{_MONTH})(?![a-z])\.?)"
    rf"|(?P<year>{_YEAR})(?![\d%+]|[.,]\d)"
    rf"|(?P<month>(?:{_MONTH})(?![a-z])\.?)"
    rf"|(?P<present>(?:{_PRESENT})(?![a-z]))"
    rf")"
    rf"|(?<![\w.'’])['’](?P<bare_short>\d\d)(?![\d\w])"
)
_NUMBER = regex(r"\d+")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Dates that stand at `begin` to `stop` of a line. `ranged` tells a range from a single date."""

    begin: int
    stop: int
    start: PartialDate | None
    end: PartialDate | None
    current: bool
    ranged: bool


@dataclass(frozen=True, slots=True)
class _Point:
    begin: int
    stop: int
    kind: str
    text: str


def find_dates(text: str) -> list[DateSpan]:
    """Return the dates of `text` in order. A year that cannot be a date (`20XX`) gives a span without dates."""
    return list(_found(text))


def is_date(text: str) -> bool:
    """Tell whether `text` is a date or a range of dates and nothing else."""
    spans = find_dates(text)
    return bool(spans) and not text[: spans[0].begin].strip() and not text[spans[-1].stop :].strip()


@cache
def _month_number(word: str) -> int:
    return _MONTH_NUMBER.get(word, 0)


@lru_cache(maxsize=2048)
def _found(text: str) -> tuple[DateSpan, ...]:
    return tuple(_find(text))


def _find(text: str) -> list[DateSpan]:
    if not any(character.isdigit() for character in text) and "20xx" not in text.lower() and "元年" not in text:
        return []
    folded = fold(text)
    points = [_Point(match.start(), match.end(), match.lastgroup or "", match[0]) for match in _POINT.finditer(folded)]
    spans: list[DateSpan] = []
    index = 0
    while index < len(points):
        taken, span = _span(folded, points, index)
        if span is not None:
            spans.append(span)
        index += taken
    return spans


def _span(folded: str, points: list[_Point], index: int) -> tuple[int, DateSpan | None]:
    first = points[index]
    second = points[index + 1] if index + 1 < len(points) else None
    if first.kind == "present":
        return 1, None
    if second is not None and second.kind != "month" and _joined(folded, first, second):
        return 2, _range(folded, first, second)
    if first.kind == "month":
        return 1, None
    if first.kind == "span":
        year = first.text[:4]
        return 1, _made(first.begin, first.stop, year, year[:2] + first.text[-2:], current=False, ranged=True)
    return 1, _single(folded, first)


def _joined(folded: str, first: _Point, second: _Point) -> bool:
    gap = folded[first.stop : second.begin]
    if len(gap) > 14 or (first.kind == "month" and second.kind == "present"):
        return False
    return bool(gap) and not gap.isspace() and DATE_JOINER.fullmatch(gap) is not None


def _range(folded: str, first: _Point, second: _Point) -> DateSpan:
    end = None if second.kind == "present" else _value(second)
    start = _value(first)
    if first.kind == "month":
        start = f"{(end or '')[:4]}-{_month_number(first.text.rstrip('.')):02d}" if end else None
    elif first.kind == "bare_short" and end and start and start > end:
        start = None
    begin = first.begin
    lead = re.search(rf"(?:^|[\s(])({_SINCE})\s*$", folded[max(0, begin - 10) : begin])
    if lead:
        begin = max(0, begin - 10) + lead.start(1)
    return _made(begin, second.stop, start, end, current=second.kind == "present", ranged=True)


def _single(folded: str, point: _Point) -> DateSpan:
    value = _value(point)
    before = folded[max(0, point.begin - 12) : point.begin]
    words = before.split()
    lead = words[-1].lstrip("(") if words else ""
    begin = point.begin
    if lead in _OPEN_SINCE or lead in _UNTIL:
        begin = max(0, point.begin - 12) + before.rindex(lead)
        if lead in _UNTIL:
            return _made(begin, point.stop, None, value, current=False, ranged=True)
        return _made(begin, point.stop, value, None, current=True, ranged=True)
    open_end = re.match(r"\s*[-–—](?=\s*(?:$|[)|·•,]))", folded[point.stop :])
    if open_end:
        return _made(begin, point.stop + open_end.end(), value, None, current=True, ranged=True)
    return _made(begin, point.stop, value, value, current=False, ranged=False)


def _made(begin: int, stop: int, start: str | None, end: str | None, *, current: bool, ranged: bool) -> DateSpan:
    return DateSpan(begin, stop, _checked(start), _checked(end), current, ranged)


def _checked(value: str | None) -> PartialDate | None:
    if not value:
        return None
    try:
        return partial_date(value)
    except ValueError:
        return None


def _value(point: _Point) -> str | None:
    numbers = _NUMBER.findall(point.text)
    year = next((part for part in re.findall(_YEAR, point.text)), "")
    if "x" in year:
        return None
    match point.kind:
        case "iso":
            return _dated(numbers[0], numbers[1], numbers[2])
        case "day_first":
            return _day_and_month(point.text, numbers)
        case "era":
            return _of_era(point.text, numbers)
        case "cjk" | "year_month":
            return _dated(*numbers[:3])
        case "month_year":
            return _dated(numbers[1], numbers[0])
        case "short_my":
            return _dated(_century(numbers[1]), numbers[0])
        case "month_short":
            return _dated(_century(numbers[-1]), str(_named(point.text)))
        case "bare_short":
            return _century(numbers[0])
        case "day_month" | "month_day" | "year_named":
            days = [number for number in numbers if len(number) <= 2]
            return _dated(year, str(_named(point.text)), *days[:1])
        case "month":
            return None
        case _:
            return year


def _of_era(text: str, numbers: list[str]) -> str:
    """`令和元年5月` is May 2019: each era counts its years from one."""
    year = 1 if "元" in text else int(numbers.pop(0))
    return _dated(str(ERAS[text[:2]] + year), *numbers[:2])


def _named(text: str) -> int:
    return next((number for word in re.findall(r"[^\W\d_]+", text) if (number := _month_number(word))), 0)


def _century(two: str) -> str:
    return ("19" if int(two) > 69 else "20") + two


def _dated(year: str, month: str = "", day: str = "") -> str:
    if not month or not 1 <= int(month) <= 12:
        return year
    value = f"{year}-{int(month):02d}"
    if day and (full := _checked(f"{value}-{int(day):02d}")):
        return full
    return value


def _day_and_month(text: str, numbers: list[str]) -> str:
    """`31.12.2019` and `12/31/2019` are sure; `03/04/2019` is either, so only its year is kept."""
    first, second = int(numbers[0]), int(numbers[1])
    if "." in text or first > 12 or first == second:
        return _dated(numbers[2], numbers[1], numbers[0])
    if second > 12:
        return _dated(numbers[2], numbers[0], numbers[1])
    return numbers[2]
