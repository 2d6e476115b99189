"""Pay, in the ways the world writes it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.job.money import Amount, amounts_in
from app.domain.text.posting import Salary, SalaryPeriod

_JOIN = regex(
    r"\s*(?:\((?:usd|eur|gbp|cad|aud|gross|brutto)\))?(?:\s*(?:gross|brutto|brut|per (?:year|hour|month|annum)|/ "
    r"?(?:yr|year|hr|hour|h|mo|month)|annually|step \d+))?\s*(?:-|–|—|−|~|to|bis|bis zu|à|au|a|al|hasta|tot|até|"
    r"and|und|et|do|/|‒|to up to|through)\s*"
    r"(?:(?:maximum|max\.?|of|grade|gs-?\d+|step|\d{1,2}(?=\s*$)|circa|ca\.?|up to)\s*){0,4}",
    re.IGNORECASE,
)
_PERIOD_WORDS: dict[SalaryPeriod, str] = {
    "hour": (
        r"(?:per|an|each|/|a|pro|par|por|all'|per)\s?-?(?:hour|hr\b|std|stunde|heure|hora|ora\b|uur)|hourly|/\s?h\b|"
        r"/\s?hr|p\.?/?h\.?\b|\bph\b|stundenlohn|stündlich|de l'heure|l'heure|per uur|/\s?std|\bhour\b|시급|時給"
    ),
    "day": (
        r"(?:per|a|/|pro|par|por|al)\s?-?(?:day|tag|jour|día|dia|giorno|dag)\b|daily|day rate|tagessatz|\btjm\b|"
        r"/\s?d\b|p\.?d\.?\b|per diem"
    ),
    "week": (
        r"(?:per|a|/|pro|par|por)\s?-?(?:week|wk|woche|semaine|semana|settimana)\b|weekly|wöchentlich|\bpw\b|p\.w\."
    ),
    "month": (
        r"(?:per|a|/|pro|im|par|por|al|each)\s?-?(?:month|mo\b|monat|mois|mes\b|mese|maand|mês)|monthly|monatlich|"
        r"mensuel\w*|mensual\w*|mensil\w*|maandelijks|/\s?mån\w*|per månad|i månaden|p\.?\s?m\.?\b|/\s?mth|bruto per "
        r"maand|měsíčně|miesięcznie|mies\b|월급|月給"
    ),
    "year": (
        r"(?:per|a|/|pro|im|par|por|all'|al|an|each)\s?-?(?:year|yr|annum|jahr|an\b|année|año|anno|jaar|ano)\b|"
        r"yearly|annual\w*|jährlich\w*|jahres\w*|p\.?\s?a\.?(?![a-z])|\bpa\b|annuel\w*|anual\w*|annu[oi]\w*|\bral\b|"
        r"lpa|per annum|jaarsalaris|bruto per jaar|연봉|年収|年俸|/\s?y\b|\bote\b"
    ),
}
_PERIODS = tuple((period, regex(words, re.IGNORECASE)) for period, words in _PERIOD_WORDS.items())
_WORTH_READING = regex(
    r"[€$£₹¥￥₩₽₺₴₪]|\d{3}|\d ?(?:k|tsd|lpa|lakh|lac|usd|eur|gbp|chf|cad|aud|inr|zł|kč|kr)|"
    r"(?:usd|eur|gbp|chf|cad|aud|inr) ?\d",
    re.IGNORECASE,
)
_DIGIT_OR_SIGN = regex(r"[\d€$£₹¥￥₩₽₺₴₪]")
_PAY = regex(
    r"salar|pay\b|pays\b|paid|compensation|remunerat|wage|\brate\b|earn(?:ings?)?\b|\bote\b|package|base\b|"
    r"stipend of|gehalt|vergütung|verdienst|entgelt|lohn|bezahlung|\bral\b|retribuzione|stipendio|inquadramento|"
    r"salaire|rémunération|"
    r"fourchette|package|sueldo|zarobki|lön\b|løn\b|salario|retribución|banda salarial|salaris|loon|vergoeding|"
    r"salário|remuneração|vencimento|wynagrodzenie|plat\b|mzda|연봉|급여|給与|年収|ctc|gross|brutto|brut\b|bruto|net\b",
    re.IGNORECASE,
)
_NOT_PAY = regex(
    r"revenue|funding|funded|raised|valuation|series [a-e]\b|\barr\b|turnover|umsatz|budget|stipend(?! of)|401|"
    r"bonus(?:es)? of|sign[- ]on|referral|reimburs|allowance|voucher|credit|insurance|coverage|match|donat|grant|"
    r"transactions?|"
    r"customers?|users|members|clients?|investment|assets|market|sales? (?:is|are|between|of)|levée|fonds|"
    r"million(?!s? (?:inr|idr|krw|jpy))|billion|milliard|mrd|per sale|gutschein|zuschuss|buono|ticket|"
    r"contribution|up to a maximum|commission on|each sale|relocation|equipment|learning|training|wellness|home "
    r"office|discount|maximum salary available|not exceed|cap\b|limit",
    re.IGNORECASE,
)
_UP_TO = regex(
    r"(?:up to|upto|until|max\.?(?:imum)?(?: of)?|bis zu|bis|jusqu'à|jusqu’à|hasta|fino a|tot|até|as much "
    r"as)\s*(?:around |ca\.? |circa )?$",
    re.IGNORECASE,
)
_FROM = regex(
    r"(?:\bfrom|\bmind\.|starting (?:at|from|salary(?: of)?)|starts at|\bab|mindestens|min\.?(?:imum)?(?: of)?|"
    r"at least|à partir de|dès|desde|a partir de|a partire da|\bda|vanaf|partir de|von|over|more than|not less "
    r"than|no less than|od)\s*$",
    re.IGNORECASE,
)
# Plausible pay has more digits in these currencies: about how many of their units buy what a dollar buys.
_SMALL_UNITS = {
    code: units
    for units, codes in (
        (3, "BRL PLN"),
        (6, "DKK"),
        (8, "NOK SEK"),
        (10, "MXN TRY ZAR"),
        (20, "CZK EGP"),
        (25, "INR THB TWD UAH"),
        (30, "PHP"),
        (60, "RUB"),
        (80, "BDT KES"),
        (100, "JPY RSD"),
        (120, "ISK"),
        (150, "PKR"),
        (200, "LKR"),
        (300, "ARS HUF"),
        (400, "NGN"),
        (700, "CLP"),
        (1000, "KRW"),
        (3000, "COP"),
        (10000, "IDR"),
        (20000, "VND"),
    )
    for code in codes.split()
}
_BOUNDS: dict[SalaryPeriod, tuple[float, float]] = {
    "hour": (4, 1_000),
    "day": (50, 5_000),
    "week": (150, 20_000),
    "month": (300, 60_000),
    "year": (5_000, 3_000_000),
}
_BIWEEKLY = regex(r"bi-?weekly", re.IGNORECASE)
_WINDOW = 70
_ALONE = 12
"""A line with fewer other characters says nothing but the pay."""


@dataclass(frozen=True, slots=True)
class FoundSalary:
    """A pay statement: its value, the words that state it, and whether part of it was inferred."""

    salary: Salary
    text: str
    inferred: bool
    score: float


def read_salary(texts: Iterable[tuple[str, bool]]) -> FoundSalary | None:
    """Return the best pay statement among `texts`; each comes with whether its section is about pay and benefits."""
    best: FoundSalary | None = None
    for text, paying in texts:
        if _DIGIT_OR_SIGN.search(text) and _WORTH_READING.search(text):
            for found in _statements(text, paying=paying):
                if best is None or found.score > best.score:
                    best = found
    return best


def _statements(text: str, *, paying: bool) -> list[FoundSalary]:
    amounts = amounts_in(text)
    found = []
    index = 0
    while index < len(amounts):
        low = amounts[index]
        index += 1
        high = None
        for later in range(index, min(index + 3, len(amounts))):
            if _joined(text, low, amounts[later]):
                high, index = amounts[later], later + 1
                break
        statement = _statement(text, low, high, paying=paying)
        if statement is not None:
            found.append(statement)
    return found


def _joined(text: str, low: Amount, high: Amount) -> bool:
    if high.led and not low.currency and not low.scaled and low.value < 1_000 <= high.value:
        return False
    return high.value >= low.value and _JOIN.fullmatch(text, low.end, high.start) is not None


def _statement(text: str, low: Amount, high: Amount | None, *, paying: bool) -> FoundSalary | None:
    last = high or low
    currency = low.currency or last.currency
    before, after = text[max(0, low.start - _WINDOW) : low.start], text[last.end : last.end + _WINDOW]
    pay = _PAY.search(before) or _PAY.search(after)
    if currency is None and not (pay and (low.scaled or last.scaled or last.value >= 1000)):
        return None
    if high and high.scaled and not low.scaled and low.value < 1000 <= high.value:
        low.value *= _factor_like(high)
    if last.value <= 0:
        return None
    period, stated = _period(text, low, last)
    scale = _SMALL_UNITS.get(currency or "", 1)
    guess = period or _guess(last.value / scale)
    floor, ceiling = _BOUNDS[guess]
    if not floor * scale * 0.5 <= last.value <= ceiling * max(scale, 1):
        return None
    alone = len(text) - (last.end - low.start) < _ALONE
    score = (
        2.0 * bool(pay)
        + 1.5 * stated
        + 1.5 * (high is not None)
        + 1.0 * (currency is not None)
        + 0.5 * paying
        + 1.5 * alone
    )
    if _NOT_PAY.search(before[-45:]) or _NOT_PAY.search(after[:40]):
        score -= 3.0
    minimum: float | None = low.value
    maximum: float | None = last.value
    if high is None and _UP_TO.search(before):
        minimum, score = None, score + 0.5
    elif high is None and (low.open or _FROM.search(before)):
        maximum, score = None, score + 0.3
    if score < 2.5:
        return None
    words = text[low.start : last.end].strip()
    return FoundSalary(Salary(minimum, maximum, currency, guess), words, not stated or currency is None, score)


def _factor_like(amount: Amount) -> float:
    return 1e5 if amount.yearly and amount.value >= 1e5 else 1e3


def _period(text: str, low: Amount, last: Amount) -> tuple[SalaryPeriod | None, bool]:
    """Return the period named nearest after the figures, else before them."""
    if low.yearly or last.yearly:
        return "year", True
    after, before = text[low.end : last.end + 40], text[max(0, low.start - 50) : low.start]
    for window, from_end in ((after, False), (before, True)):
        hits = [(match.start(), period) for period, pattern in _PERIODS for match in pattern.finditer(window)]
        if hits:
            return (max(hits) if from_end else min(hits))[1], True
    return None, False


def _guess(value: float) -> SalaryPeriod:
    if value < 250:
        return "hour"
    if value < 1_200:
        return "day"
    return "month" if value < 13_000 else "year"
