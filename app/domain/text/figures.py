"""Whether a text gives a number: in digits or in words, and not just a year or the name of a thing."""

import re

from app.domain.regex import regex

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred "
    "thousand million dozen dozens once twice thrice daily weekly monthly half double doubled triple tripled "
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend dutzend zweimal dreimal "
    "täglich wöchentlich monatlich deux trois quatre cinq six sept huit neuf dix douze vingt cent mille quotidien "
    "hebdomadaire mensuel dos tres cuatro cinco seis siete ocho nueve diez doce cien dois duas três quatro sete oito "
    "nove dez doze"
).split()
_WORD = regex(rf"\b(?:{'|'.join(dict.fromkeys(_WORDS))})\b", re.IGNORECASE)
_NUMBER = regex(r"(?<![\w.])[€$£]?\d[\d.,:]*(?:\s?(?:%|k|m|bn|x|\+|h|st|nd|rd|th)(?!\w))?(?!\w)", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")


def gives_a_number(text: str) -> bool:
    """Tell whether `text` says how many, how much or how often."""
    return has_a_figure(text) or _WORD.search(text) is not None


def has_a_figure(text: str) -> bool:
    """Tell whether `text` has a number in digits that is not just a year."""
    figures = (found[0].strip(" .,:") for found in _NUMBER.finditer(text))
    return any(not _YEAR.fullmatch(figure) for figure in figures)


def gives_only_a_year(text: str) -> bool:
    """Tell whether the only number of `text` is a year."""
    return not gives_a_number(text) and _YEAR.search(text) is not None
