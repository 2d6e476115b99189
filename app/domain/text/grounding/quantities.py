"""Read the figures of a text: how much, of what unit, how firmly said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.regex import regex

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "dozen": 12,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
    "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "treize": 13, "quatorze": 14, "seize": 16, "dreizehn": 13,
    "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "veinte": 20,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000, "mille": 1000, "mil": 1000, "k": 1000,
    "tsd": 1000,
    "lakh": 100_000, "crore": 10_000_000, "million": 1e6, "millions": 1e6, "millionen": 1e6, "mio": 1e6,
    "millones": 1e6,
    "millón": 1e6, "mn": 1e6, "mm": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "mrd": 1e9, "milliarden": 1e9,
    "milliards": 1e9,
}  # fmt: skip
_CURRENCIES = {
    "$": "usd", "usd": "usd", "dollar": "usd", "dollars": "usd", "us$": "usd", "€": "eur", "eur": "eur", "euro": "eur",
    "euros": "eur", "£": "gbp", "gbp": "gbp", "pounds": "gbp", "¥": "jpy", "jpy": "jpy", "yen": "jpy", "₹": "inr",
    "inr": "inr", "rs": "inr", "rupees": "inr", "chf": "chf", "francs": "chf", "cad": "cad", "aud": "aud",
    "sek": "sek",
    "nok": "nok", "dkk": "dkk", "pln": "pln", "zł": "pln", "czk": "czk", "kč": "czk", "brl": "brl", "r$": "brl",
    "mxn": "mxn", "sgd": "sgd", "hkd": "hkd", "zar": "zar", "aed": "aed",
}  # fmt: skip
_UNITS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent", "prozent": "percent",
    "pour cent": "percent", "por ciento": "percent", "percentage points": "points", "percentage point": "points",
    "pp": "points", "points": "points", "point": "points", "prozentpunkte": "points",
    "x": "times", "×": "times", "times": "times", "fold": "times", "-fold": "times", "fois": "times",
    "veces": "times",
    "year": "year", "years": "year", "yr": "year", "yrs": "year", "jahre": "year", "jahren": "year", "jahr": "year",
    "ans": "year", "années": "year", "an": "year", "años": "year", "año": "year",
    "month": "month", "months": "month", "monate": "month", "monaten": "month", "monat": "month", "mois": "month",
    "meses": "month", "mes": "month",
    "week": "week", "weeks": "week", "wochen": "week", "woche": "week", "semaines": "week", "semanas": "week",
    "day": "day", "days": "day", "tage": "day", "tagen": "day", "tag": "day", "jours": "day", "jour": "day",
    "días": "day",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "h": "hour", "stunden": "hour", "stunde": "hour",
    "heures": "hour", "horas": "hour",
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute", "minuten": "minute",
    "minutos": "minute",
    "second": "second", "seconds": "second", "sec": "second", "secs": "second", "s": "second", "sekunden": "second",
    "secondes": "second", "segundos": "second", "ms": "ms", "milliseconds": "ms", "millisecond": "ms",
    "tb": "tb", "gb": "gb", "mb": "mb", "kb": "kb", "terabytes": "tb", "gigabytes": "gb", "megabytes": "mb",
    "pb": "pb",
    "kg": "kg", "kilograms": "kg", "kilos": "kg", "tonnes": "tonne", "tonne": "tonne", "tons": "tonne", "t": "tonne",
    "lbs": "lb", "km": "km", "kilometres": "km", "kilometers": "km", "miles": "mile", "metres": "metre",
    "meters": "metre",
    "mm²": "mm2", "m²": "m2", "sqm": "m2", "sq": "sq", "kw": "kw", "kwh": "kwh", "mw": "mw", "kv": "kv",
    "volts": "volt",
    "bar": "bar", "°c": "celsius", "litres": "litre", "liters": "litre", "ml": "ml", "mg": "mg", "rpm": "rpm",
    "hz": "hz", "mhz": "mhz", "ghz": "ghz",
}  # fmt: skip
_SECONDS = {
    "ms": 0.001,
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2629800,
    "year": 31557600,
}
_MASS = {"mg": 1e-6, "kg": 1, "tonne": 1000}
_BYTES = {"kb": 1e-3, "mb": 1, "gb": 1e3, "tb": 1e6, "pb": 1e9}
_LONE = {
    "doubled": (2, "times"), "doubling": (2, "times"), "twofold": (2, "times"),
    "two-fold": (2, "times"), "twice": (2, "times"), "tripled": (3, "times"), "tripling": (3, "times"),
    "threefold": (3, "times"), "three-fold": (3, "times"), "thrice": (3, "times"),
    "quadrupled": (4, "times"), "quadrupling": (4, "times"), "fourfold": (4, "times"), "quintupled": (5, "times"),
    "fivefold": (5, "times"), "tenfold": (10, "times"), "ten-fold": (10, "times"), "halved": (50, "percent"),
    "halving": (50, "percent"), "by half": (50, "percent"), "in half": (50, "percent"), "half of": (50, "percent"),
    "half the": (50, "percent"), "by a third": (33.333, "percent"), "one third": (33.333, "percent"),
    "one-third": (33.333, "percent"), "a third of": (33.333, "percent"), "two thirds": (66.667, "percent"),
    "two-thirds": (66.667, "percent"), "by a quarter": (25, "percent"), "a quarter of": (25, "percent"),
    "one quarter": (25, "percent"), "three quarters": (75, "percent"), "three-quarters": (75, "percent"),
    "by a fifth": (20, "percent"), "a fifth of": (20, "percent"), "by a tenth": (10, "percent"),
    "a dozen": (12, ""), "half a million": (5e5, ""), "a million": (1e6, ""), "a thousand": (1000, ""),
    "a hundred": (100, ""), "a couple of": (2, ""), "a pair of": (2, ""),
    "verdoppelt": (2, "times"), "verdoppelte": (2, "times"), "verdoppelung": (2, "times"), "halbiert": (50, "percent"),
    "halbierte": (50, "percent"), "doublé": (2, "times"), "duplicado": (2, "times"), "duplicó": (2, "times"),
    "a decade": (10, "year"), "decade": (10, "year"), "two decades": (20, "year"),
    "a year and a half": (1.5, "year"), "half a year": (6, "month"), "an hour": (1, "hour"), "a week": (1, "week"),
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_LETTERS = r"(?![^\W_])"
_WORDS = rf"(?:{_any([*_SMALL, *_TENS])})"
_DIGITS = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,9})?(?!\d)"
_FIGURE = regex(
    rf"(?<![^\W_])(?P<lone>{_any(_LONE)}){_LETTERS}"
    rf"|(?P<pre>{_any([sign for sign in _CURRENCIES if not sign.isalpha()])}|(?<![^\W_])(?:"
    rf"{_any([code for code in _CURRENCIES if len(code) == 3 and code.isalpha()])})(?= ?\d))?\s?"
    rf"(?:(?<![\w.])(?P<digits>{_DIGITS})|"
    rf"(?<![^\W_])(?P<words>{_WORDS}(?:[ -](?:and )?(?:hundred|thousand|million|billion|dozen|"
    rf"{_any(_SMALL)}|{_any(_TENS)}))*){_LETTERS})"
    rf"(?:[  -]?(?P<scale>{_any([scale for scale in _SCALES if len(scale) > 2])}){_LETTERS}|"
    rf"[  ]?(?P<short>k|K|M|m|mm|bn|B|mn|b){_LETTERS}(?!²))?"
    rf"(?P<plus>\+)?"
    rf"(?:[  -]?(?:(?:working|business|calendar|consecutive|"
    rf"full) )?(?P<unit>{_any([*_UNITS, *_CURRENCIES])}){_LETTERS}|(?P<sign>[%×€£]))?"
    rf"(?P<after>\+| or more| plus)?",
    re.IGNORECASE,
)  # fmt: skip
_BEFORE = {
    "least": (r"at least|mindestens|au moins|al menos|no fewer than|>="),
    "over": (
        r"over|more than|above|exceeding|upwards of|in excess of|greater than|north of|beyond|"
        r"über|mehr als|plus de|más de|>"
    ),
    "nearly": (r"nearly|almost|close to|just under|approaching|fast|knapp|presque|près de|casi"),
    "under": (
        r"under|less than|fewer than|below|at most|up to|as many as|as much as|maximum of|"
        r"weniger als|unter|bis zu|moins de|jusqu['’]à|menos de|hasta|<=?"
    ),
    "about": (
        r"about|around|approximately|approx\.?|roughly|some|circa|ca\.?|~|≈|etwa|rund|environ|"
        r"unos|unas|aproximadamente|alrededor de"
    ),
}
_QUALIFIERS = tuple(
    (regex(rf"(?:{words})\s*(?:a |an |the )?$", re.IGNORECASE), name) for name, words in _BEFORE.items()
)


# A paragraph has no more figures; the cap bounds the time that hostile text takes.
MOST_FIGURES = 60
_LOOSE = regex(r"\s+(?:in|of|worth)\b", re.IGNORECASE)
_RANGE = regex(r"\s*(?:to|-|–|—|bis|à|a|and|or|→|->)\s*(?:\$|€|£)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `start` to `end`. `unit` is canonical: percent, usd, hour, … or empty for a count.

    `qualifier` is over, least, nearly, under, about or empty; `rounded`: a scale (1.2M) may have cut digits off,
    `loose`: "in", "of" or "worth" follows, `word`: it is written in letters.
    """

    value: float
    unit: str
    start: int
    end: int
    qualifier: str = ""
    rounded: bool = False
    word: bool = False
    loose: bool = False

    @property
    def measure(self) -> tuple[str, float]:
        """The dimension and the value in its base unit."""
        for name, table in (("time", _SECONDS), ("mass", _MASS), ("bytes", _BYTES)):
            if self.unit in table:
                return name, self.value * table[self.unit]
        return self.unit, self.value


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the figures of `text` in order: digits in any grouping, number words, folds and fractions."""
    found: list[Quantity] = []
    for match in _FIGURE.finditer(text):
        quantity = _quantity(text, match)
        if quantity is not None:
            if found and not found[-1].unit and _RANGE.fullmatch(text[found[-1].end : quantity.start]):
                found[-1] = replace(found[-1], unit=quantity.unit)
            found.append(quantity)
    return tuple(found[:MOST_FIGURES])


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    if lone := match["lone"]:
        value, unit = _LONE[lone.lower()]
        return Quantity(value, unit, match.start(), match.end(), _qualifier(text, match.start()), word=True)
    number = _digits(match["digits"]) if match["digits"] else _words(match["words"])
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    scale = (match["scale"] or match["short"] or "").lower()
    unit = _unit(match)
    digits = match["digits"] is not None
    if scale in {"m", "b", "mm"} and not digits:
        scale = ""
    if scale == "mm" and unit == "" and not match["pre"]:
        scale, unit = "", "mm"
    if scale == "m" and match["short"] == "m" and not match["pre"] and unit == "":
        scale, unit = "", "metre-or-million"
    number *= _SCALES.get(scale, 1)
    end = match.end() - (len(match["after"]) if match["after"] and match["after"].strip() == "plus" else 0)
    qualifier = (
        "least" if match["plus"] or (match["after"] or "").strip() in {"+", "or more"} else _qualifier(text, start)
    )
    if not digits and number == 1 and unit not in {"year", "month", "week", "day", "hour", "percent"}:
        return None
    return Quantity(
        number, unit, start, end, qualifier, bool(scale), word=not digits, loose=_LOOSE.match(text, end) is not None
    )


def _unit(match: re.Match[str]) -> str:
    if match["pre"]:
        return _CURRENCIES.get(match["pre"].lower(), match["pre"].lower())
    raw = (match["unit"] or match["sign"] or "").lower()
    if raw in {"t", "h", "s", "x", "an"} and match["digits"] is None:
        return ""
    return _UNITS.get(raw) or _CURRENCIES.get(raw, "")


def qualifier_start(text: str, start: int) -> int:
    """Return where the figure at `start` begins with its "over", "as many as", … counted in."""
    window = max(0, start - 24)
    places = [match.start() for pattern, _ in _QUALIFIERS if (match := pattern.search(text[window:start]))]
    return min((window + place for place in places), default=start)


def _qualifier(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start]
    return next((name for pattern, name in _QUALIFIERS if pattern.search(before)), "")


def _digits(written: str) -> float:
    plain = re.sub(r"['’\u00a0\u202f ]", "", written)
    if re.fullmatch(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?", plain):
        separator = plain[re.search(r"[.,]", plain).start()]  # type: ignore[union-attr]
        plain = plain.replace(separator, "")
    return float(plain.replace(",", "."))


def _words(written: str) -> float:
    total = current = 0.0
    for word in re.split(r"[ -]+", written.lower()):
        if word in {"and", "a"}:
            continue
        if word in _SMALL and word != "dozen":
            current += _SMALL[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0.0
    return total + current
