"""Career dates as printed in a resume, with the precision they were given."""

import re

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

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


def format_date_range(start: str, end: str | None, language: str) -> str:
    """Return a printed span such as "Mar 2019 – Present"; an `end` of `None` after a start means to the present."""
    first = format_date(start, language)
    if end is None:
        return f"{first} – {_PRESENT.get(_primary(language), _PRESENT['en'])}" if first else ""
    last = format_date(end, language)
    if not first or not last or first == last:
        return first or last
    return f"{first} – {last}"


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]
