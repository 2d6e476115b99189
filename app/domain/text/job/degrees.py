"""Which degree a posting asks for."""

import re
from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.job.headings import SILENT, Section
from app.domain.text.job.sections import Sentence, is_soft
from app.domain.text.job.stems import SCHOOL
from app.domain.text.posting import EducationLevel

_DEGREE_WORDS: dict[EducationLevel, str] = {
    "associate": r"(?i:associate'?s? degree|associates? degree|associate's|bac ?\+ ?2|bts|dut)",
    "bachelor": (
        r"(?i:bachelor'?s?|bachelors|undergraduate degree|bsc|b\.sc\.?|b\.?tech|baccalaureate|licence|bac ?\+ ?3|"
        r"grado universitario|grado en|laurea triennale|hbo|"
        r"studium|hochschulstudium|hochschulabschluss|studienabschluss|universitätsabschluss|abgeschlossenes "
        r"\w*studium|college degree|university degree|four[- ]year degree|4[- ]year degree|"
        r"licenciatura|graduação|ensino superior|titulación universitaria|ingeniería|laurea|study of \w+|"
        r"studies in)|B\.?S\.?|B\.?A\.?|BSc|BEng|B\.?E\.?"
    ),
    "master": (
        r"(?i:master'?s? (?:degree|of|in)|master's|masters degree|master\b(?= (?:degree|in|of|or))|msc|m\.sc\.?|mba|"
        r"m\.?tech|m\.eng|diplom|diplôme d'ingénieur|école d'ingénieurs?|bac ?\+ ?5|laurea (?:specialistica|"
        r"magistrale)|magister|mestrado|máster|ingénieur diplômé)|M\.?S\.?|MEng"
    ),
    "phd": (
        r"(?i:ph\.?\s?d\.?|doctorate|doctoral degree|promotion in|doctorat|doctorado|dottorato|doutorado|"
        r"promovierte?r?)"
    ),
}
_DEGREES = tuple((level, regex(rf"(?<!\w)(?:{words})(?!\w)")) for level, words in _DEGREE_WORDS.items())
_ANY_DEGREE = regex(
    r"\bdegree (?:in|required|or equivalent)\b|\b(?:relevant|technical|related|academic) degree\b", re.IGNORECASE
)
_INITIALS = regex(r"[BM]\.?[SAE]")
_DEGREE_RANK: dict[EducationLevel, int] = {"associate": 0, "bachelor": 1, "master": 2, "phd": 3}
_NO_DEGREE = regex(
    r"\b(?:no degree|degree (?:is )?not (?:required|necessary)|without a degree|regardless of (?:your )?degree|"
    r"tuition|scrum master|master data|webmaster|high degree|degree of)\b",
    re.IGNORECASE,
)


def education_in(sentence: Sentence) -> EducationLevel | None:
    """Return the lowest degree that `sentence` accepts."""
    if (
        sentence.section in SILENT
        or sentence.section is Section.DUTIES
        or not (sentence.hints & SCHOOL or _INITIALS.search(sentence.text))
        or _NO_DEGREE.search(sentence.text)
    ):
        return None
    found: list[EducationLevel] = [level for level, pattern in _DEGREES if pattern.search(sentence.text)]
    if not found and _ANY_DEGREE.search(sentence.text):
        return "bachelor"
    return min(found, key=_DEGREE_RANK.__getitem__, default=None)


def read_education(sentences: Sequence[Sentence]) -> EducationLevel | None:
    """Return the degree asked for: the lowest that a hard demand accepts, else that of a soft one."""
    hard: list[EducationLevel] = []
    soft: list[EducationLevel] = []
    for sentence in sentences:
        level = education_in(sentence)
        if level is not None:
            (soft if is_soft(sentence) else hard).append(level)
    for group in (hard, soft):
        if group:
            return min(group, key=_DEGREE_RANK.__getitem__)
    return None
