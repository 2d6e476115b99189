"""Amounts of money in running text: figure, scale and currency."""

import re
from dataclasses import dataclass
from itertools import islice

from app.domain.regex import regex

_MOST = 200
_WRITTEN = """
    EUR € euro euros
    GBP £ pounds
    INR ₹ rs. rs inr
    JPY ¥ ￥ 円
    KRW ₩ 만원
    RUB ₽
    TRY ₺
    UAH ₴
    ILS ₪
    VND ₫
    PHP ₱
    NGN ₦
    THB ฿
    CRC ₡
    PYG ₲
    KZT ₸
    GEL ₾
    USD us$ usd$ u$s $ dollars
    CAD ca$ cad$ c$
    AUD au$ aud$ a$
    NZD nz$ nzd$
    SGD s$ sg$
    HKD hk$
    BRL r$
    MXN mx$
    TWD nt$
    PLN zł zl
    CZK kč czk
    CHF fr. sfr. sfr
    MYR rm
    IDR rp
    HUF ft
    RON lei
    BGN лв
    SEK kr
    DKK kr.
"""
_SIGNS = {sign: code for code, *signs in map(str.split, _WRITTEN.strip().splitlines()) for sign in signs}
_CODES = (
    "USD EUR GBP CHF CAD AUD NZD INR JPY CNY SGD HKD SEK NOK DKK PLN CZK HUF RON BGN TRY ILS ZAR BRL MXN ARS CLP "
    "COP PEN KRW "
    "TWD THB MYR IDR PHP VND AED SAR QAR EGP NGN KES UAH RUB PKR BDT LKR RSD ISK"
).split()
_LONGEST_FIRST = sorted(_SIGNS, key=lambda sign: (-len(sign), sign))
_MARKS = "|".join(re.escape(sign) for sign in _LONGEST_FIRST if not sign[0].isalpha())
_WORDS = "|".join(
    [*(re.escape(sign) for sign in _LONGEST_FIRST if sign[0].isalpha()), *(code.lower() for code in _CODES)]
)
_CURRENCY = rf"(?:{_MARKS}|(?<![a-zäöüéç])(?:{_WORDS})(?![a-zäöüé]))"
_FIGURE = r"\d{1,3}(?:[.,'’\u00a0 ]\d{2,3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)"
_SCALE = (
    r"k|tsd\.?|tausend|thousand|mille|mil\b|lpa|lakhs?(?: per annum)?|lacs?|lac|l\b|crores?|cr\b|m\b|mio\.?|million|"
    r"millones|milli[oa]n[ei]?|만원|만"
)
_AMOUNT = regex(
    rf"(?P<before>{_CURRENCY})?\s?(?P<figure>(?<![\d.,])(?:{_FIGURE}))\s?(?P<scale>(?:{_SCALE})(?![a-z]))?"
    rf"(?P<open>,-|\.-|\+)?\s?(?P<after>{_CURRENCY}(?!\d))?",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "ts": 1e3, "ta": 1e3, "th": 1e3, "mi": 1e3, "l": 1e5, "c": 1e7, "m": 1e6, "만": 1e4}


@dataclass(slots=True)
class Amount:
    """A figure with what stands around it; `value` counts whole units of `currency` (ISO 4217)."""

    value: float
    currency: str | None
    start: int
    end: int
    scaled: bool
    open: bool
    yearly: bool
    led: bool
    """The currency stands before the figure."""


def _amount(match: re.Match[str]) -> Amount | None:
    value = _value(match["figure"])
    if value is None:
        return None
    scale = (match["scale"] or "").casefold()
    if scale:
        value *= (
            next(factor for prefix, factor in _SCALES.items() if scale.startswith(prefix))
            if not scale.startswith(("mio", "million", "milli"))
            else 1e6
        )
    sign = (match["before"] or match["after"] or "").casefold()
    currency = _SIGNS.get(sign) or (sign.upper() if sign.upper() in _CODES else None)
    if sign == "$" and match["after"] and match["after"].upper() in _CODES:
        currency = match["after"].upper()
    if scale.startswith(("l", "cr")) and currency is None:
        currency = "INR"
    end = (
        match.end()
        if match["after"]
        else match.end("open")
        if match["open"]
        else match.end("scale")
        if match["scale"]
        else match.end("figure")
    )
    start = match.start("before") if match["before"] else match.start("figure")
    return Amount(
        round(value, 2),
        currency,
        start,
        end,
        bool(scale),
        match["open"] == "+",
        scale.startswith(("l", "cr")),
        bool(match["before"]),
    )


def _value(figure: str) -> float | None:
    digits = figure.replace("'", "").replace("’", "").replace(" ", "").replace("\u00a0", "")
    last = max(digits.rfind("."), digits.rfind(","))
    if last >= 0:
        tail = len(digits) - last - 1
        grouped = tail == 3 or (digits[last] in ",." and digits.count(digits[last]) > 1)
        whole = digits[:last].replace(".", "").replace(",", "")
        digits = whole + digits[last + 1 :] if grouped else f"{whole}.{digits[last + 1 :]}"
    try:
        return float(digits)
    except ValueError:
        return None


def amounts_in(text: str) -> list[Amount]:
    """Return the figures of `text` that can be amounts, in order; of very many the first."""
    return [amount for match in islice(_AMOUNT.finditer(text), _MOST) if (amount := _amount(match))]
