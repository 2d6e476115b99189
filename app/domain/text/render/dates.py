"""Career dates as printed in a resume, with the precision they were given, and the day of a letter."""

import re

from app.domain.regex import regex

_FORM = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

# Abbreviated month names of the Unicode CLDR, "format/abbreviated".
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "nl": "jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.",
}
# The dates of a letter: day, month and year as CLDR's "dateFormats/long" sets them, with its wide month names.
_LONG = {
    "en": "{day} {month} {year}",
    "de": "{day}. {month} {year}",
    "fr": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
    "it": "{day} {month} {year}",
    "pt": "{day} de {month} de {year}",
    "nl": "{day} {month} {year}",
}
_LONG_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_YEAR_MONTH_DAY = {"ja": "年月日", "zh": "年月日", "ko": "년월일"}
_PRESENT = {
    "en": "Present", "de": "heute", "fr": "aujourd’hui", "es": "actualidad", "it": "oggi", "pt": "atual", "nl": "heden",
    "pl": "obecnie", "cs": "současnost", "sk": "súčasnosť", "sv": "nu", "da": "nu", "nb": "nå", "no": "nå", "fi": "nyt",
    "ro": "prezent", "hu": "jelenleg", "tr": "günümüz", "vi": "nay", "el": "σήμερα", "ru": "наст. время",
    "uk": "дотепер", "bg": "досега", "ja": "現在", "ko": "현재", "zh": "至今", "he": "היום", "ar": "الآن",
}  # fmt: skip


def format_date(value: str, language: str) -> str:
    """Return `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as printed; other text comes back unchanged.

    Months are words in English, German, French, Spanish, Italian, Portuguese and Dutch, and numbers elsewhere.
    """
    match = _FORM.fullmatch(value.strip())
    if match is None:
        return value.strip()
    year, month, day = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return value.strip()
    if signs := _YEAR_MONTH_DAY.get(_primary(language)):
        parts = [f"{int(number)}{sign}" for number, sign in zip((year, month, day), signs, strict=True) if number]
        return (" " if _primary(language) == "ko" else "").join(parts)
    names = _MONTHS.get(_primary(language))
    if names is None:
        return f"{day}.{month}.{year}" if day else f"{month}/{year}"
    name = names.split()[int(month) - 1]
    if day is None:
        return f"{name} {year}"
    return f"{int(day)}{'.' if _primary(language) == 'de' else ''} {name} {year}"


def format_letter_date(value: str, language: str) -> str:
    """Return the day a letter was written as letters give it, "21 November 2026"; else what `format_date` returns."""
    match = _FORM.fullmatch(value.strip())
    form = _LONG.get(_primary(language))
    if match is None or form is None or match[3] is None or not 1 <= int(match[2]) <= 12:
        return format_date(value, language)
    day = str(int(match[3]))
    if day == "1" and _primary(language) == "fr":
        day = "1er"
    month = _LONG_MONTHS[_primary(language)].split()[int(match[2]) - 1]
    return form.format(day=day, month=month, year=match[1])


def format_date_range(start: str, end: str | None, language: str) -> str:
    """Return a printed span such as "Mar 2019 – Present"; an `end` of `None` after a start means to the present."""
    first = format_date(start, language)
    if end is None:
        return f"{first} – {present(language)}" if first else ""
    last = format_date(end, language)
    if not first or not last or first == last:
        return first or last
    return f"{first} – {last}"


def present(language: str) -> str:
    """Return the word for an end that is not there yet."""
    return _PRESENT.get(_primary(language), _PRESENT["en"])


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]
