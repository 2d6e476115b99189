"""Under what kind of contract the work is done."""

import re
from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.job.headings import Section
from app.domain.text.job.sections import Sentence
from app.domain.text.job.stems import TYPE, hints_of
from app.domain.text.posting import EmploymentType

_TYPE_WORDS: dict[EmploymentType, str] = {
    "internship": (
        r"\b(?:internship|intern position|praktikum|werkstudent\w*|stage (?:de|d')|tirocinio|prácticas|estágio|"
        r"co-op)\b"
    ),
    "volunteer": (
        r"\b(?:volunteer(?:ing)? (?:position|role|opportunity)|unpaid volunteer|ehrenamt\w*|bénévol\w*|"
        r"voluntariado)\b"
    ),
    "temporary": (
        r"\b(?:temporary|temp (?:position|role|job)|fixed[- ]term|befristet\w*|seasonal|cdd|temporal|interim|"
        r"tijdelijk\w*|tempo determinato|maternity cover|temporário|not to exceed)\b"
    ),
    "contract": (
        r"\b(?:contract(?:or)? (?:position|role|job|basis|opportunity|to hire)|(?:job|employment|contract|position)? "
        r"?type: ?contract\w*|freelance\w*|independent contractor|b2b contract|c2c|corp[- ]to[- ]corp|\d+[- "
        r"](?:month|week)s? contract|day rate|outside ir35|inside ir35|freiberuflich\w*|autónomo|zzp|partita iva|"
        r"contract\b(?=\s*$)|commission-only)\b"
    ),
    "part_time": (
        r"\b(?:part[- _]?time|teilzeit|temps partiel|media jornada|tiempo parcial|deeltijd|parttime|part-time|meio "
        r"período|tempo parziale)\b"
    ),
    "full_time": (
        r"\b(?:full[- _]?time|vollzeit|temps plein|temps complet|jornada completa|tiempo completo|voltijd|fulltime|"
        r"tempo pieno|tempo integral|tempo inteiro|permanent(?: position| role| contract)?|unbefristet\w*|cdi|"
        r"festanstellung|indefinido|tempo indeterminato|40[- ]hours?|정규직)\b"
    ),
}
_TYPES = tuple((kind, regex(words, re.IGNORECASE)) for kind, words in _TYPE_WORDS.items())
_BOTH = regex(
    r"full[- ]?time (?:or|and|/|status|and/or) ?part|part[- ]?time (?:or|and|status) ?full|full-time or "
    r"part-time status|vollzeit (?:oder|/|und) teilzeit|voll- (?:oder|und) teilzeit",
    re.IGNORECASE,
)


def read_employment(title: str, head: Sequence[str], sentences: Sequence[Sentence]) -> EmploymentType | None:
    """Return the kind of contract, the rarer kind first where the text names two."""
    for text in (title, *head):
        if (kind := _kind(text, hints_of(text.lower()))) is not None and len(text) < 200:
            return kind
    found: list[EmploymentType] = []
    for sentence in sentences:
        if sentence.section in {Section.LEGAL, Section.COMPANY} or _names_both(sentence):
            continue
        if (len(sentence.text) < 120 or sentence.section in {Section.DETAILS, Section.INTRO, Section.ROLE}) and (
            kind := _kind(sentence.text, sentence.hints)
        ) is not None:
            found.append(kind)
    order: list[EmploymentType] = [kind for kind, _ in _TYPES]
    if "full_time" in found and found.count("full_time") >= len(found) - found.count("full_time"):
        return "full_time"
    return min(found, key=order.index, default=None)


def _names_both(sentence: Sentence) -> bool:
    return ("part" in sentence.low or "teilzeit" in sentence.low) and _BOTH.search(sentence.text) is not None


def _kind(text: str, hints: int) -> EmploymentType | None:
    if not hints & TYPE:
        return None
    return next((kind for kind, pattern in _TYPES if pattern.search(text)), None)
