"""Tell a skill from the everyday word spelled the same ("Go" from "go to market") by what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.regex import regex
from app.domain.text.skills.entries import Guard

_NEAR = 60
_MAX_LIST_GAP = 40
_ROW = 3
# Between two items of an enumeration: list signs, an optional "and"; a version or a bracket may close the first item.
_LIST_GAP = regex(
    r"(?:\s?[-–:]?\s?[\d.]+\+?(?:\s?(?:years?|yrs?|jahren?|ans|años)\b)?)?(?:\s?\([^()\n]{1,24}\))?[\s)]*(?:[,;/|&+•·(\n\t-]|\b(?:and|or|and/or|und|oder|et|ou|y|o|e|with)\b)+"
    r"(?:\s*(?:[,;/|&•·(-]|\b(?:and|or|und|oder|et|ou|y|de|von)\b|\bd['’]))*[\s(]*",
    re.IGNORECASE,
)
_LIST_SIGNS = regex(r"\s*[,;/|&+•·]\s*")
_LIST_SIGN = regex(r"[,;/|&+•·(\n\t]")
_ITEM_BEFORE = regex(r"(?:^|[,;/|&•·(:\n\t*>-]|\b(?:and|or|und|oder|et|ou|y))\s*$", re.IGNORECASE)
_ITEM_AFTER = regex(r"\s*(?:$|[,;/|&•·)\n\t.]|(?:and|or|und|oder|et|ou|y)\b)", re.IGNORECASE)
_SENTENCE_START = regex(r"(?:^|[.!?:;\n•·*▪●◦>\"“(]|^\s*-|\n\s*-)\s*$")
_LOWER_NEXT = regex(r"\s+[a-zà-ÿ]")
_NEXT_WORD = regex(r"[\s-]*([\w/]+)")
_WORDS = regex(r"[\w/&]+")
_CUE_NOUNS = regex(
    r"experience[sd]?|expertise|expert|proficien\w+|knowledge|knowledgeable|familiar\w*|fluen\w+|skill\w*|background"
    r"|competen\w+|understanding|versed|written|cod(?:e|ed|ing)|program(?:s|med|ming)|scripting|develop(?:ed|ing|ment)"
    r"|building|built|work(?:s|ed|ing)?|hands-on|certified|train(?:ed|ing)|mastery|command|comfortable|proven"
    r"|(?:\w+)?kenntnisse|(?:\w+)?erfahrung\w*|connaissances?|expérience|maîtrise|conocimientos?|experiencia|dominio|such"
    r"|languages?|frameworks?|tools?|technologies",
)
_CUE_PREPOSITIONS = frozenset({
    "in", "with", "of", "using", "as", "like", "including", "und", "mit", "en", "de", "con", "dans", "avec", "on",
    "e.g.",
})  # fmt: skip
_CUES = frozenset({
    "using", "e.g.", "(e.g.", "(e.g.,", "e.g.,", "i.e.", "including", "via", "know", "learn", "master",
    "currently", "namely", "preferably", "ideally", "(currently", "(preferably", "(ideally",
})  # fmt: skip
# What follows a name at the start of a sentence, and hardly ever a verb: "React is", "Excel or".
_NOUN_FOLLOWERS = frozenset({
    "is", "are", "was", "or", "and", "experience", "knowledge", "based", "projects", "applications", "apps",
    "components", "preferred", "required", "expert", "background", "und", "et", "y", "ou", "oder",
})  # fmt: skip
_CUE_AFTER = frozenset({
    "programming", "language", "languages", "developer", "developers", "framework", "frameworks", "library",
    "libraries", "scripting", "scripts", "script", "sdk", "skills", "development", "engineer", "engineers",
    "programmer", "programmers", "codebase", "backend", "microservices", "microservice", "administrator", "admin",
    "kenntnisse", "kubernetes", "templates", "plugin", "plugins", "developer/engineer", "entwickler", "entwicklung",
    "api", "apis", "software", "certification", "certified", "expertise", "proficiency", "programmierung", "expert",
    "experts", "dev", "devs", "coder", "enthusiast", "preferred",
})  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """A spelling found at `start` to `end`; `sure` where it is no everyday word, `spelled` in the skill's own case."""

    start: int
    end: int
    sure: bool
    spelled: bool


def counts(guard: Guard, text: str, candidates: list[Candidate], at: int) -> bool:
    """Tell whether candidate number `at` (sorted by start) is the skill in `text`."""
    candidate = candidates[at]
    before, after = text[max(0, candidate.start - 48) : candidate.start], text[candidate.end : candidate.end + 32]
    next_word = _word(_NEXT_WORD.match(after))
    previous_word = _previous_word(before) if guard.not_previous or guard.previous else ""
    if next_word in guard.not_next or previous_word in guard.not_previous:
        return False
    # The word "year" stands for years in figures too: "Spring 2025".
    if "year" in guard.not_next and next_word[:4].isdigit() and len(next_word) == 4:
        return False
    if (next_word in guard.next) or (previous_word in guard.previous):
        return True
    if candidate.spelled and guard.strictness == "exact":
        return True
    neighbours = _neighbours(text, candidates, at)
    cued = next_word in _CUE_AFTER or _cued_before(before)
    if not candidate.spelled:
        item = bool(_ITEM_BEFORE.search(before) and _ITEM_AFTER.match(after))
        if guard.strictness == "list":
            # Next to the likes of "analysts and teams" only a list sign tells an enumeration from a sentence.
            return item and any(other.sure and _is_punctuated(text, candidate, other) for other in neighbours)
        if item and (any(other.sure for other in neighbours) or _stands_in_a_row(text, candidates, at)):
            return True
        return cued and guard.strictness != "exact"
    if cued or any(other.sure or other.spelled for other in neighbours):
        return True
    if _ends_a_run(text, candidates, at):
        return True
    starts = _SENTENCE_START.search(before) and _LOWER_NEXT.match(after)
    explained = bool(starts and next_word not in _NOUN_FOLLOWERS)
    if guard.strictness == "cap":
        return not explained
    return guard.strictness == "near" and not explained and _sure_near(candidates, at)


def _word(match: re.Match[str] | None) -> str:
    return match[1].lower() if match else ""


def _cued_before(before: str) -> bool:
    words = before[before.rfind("\n") + 1 :].lower().split()[-3:]
    if not words or not before[-1].isspace():
        return False
    if words[-1] in _CUES:
        return True
    # "experience with React", "experience with modern React"
    pairs = pairwise(words)
    return any(second in _CUE_PREPOSITIONS and _CUE_NOUNS.fullmatch(noun) for noun, second in pairs)


def _previous_word(before: str) -> str:
    if not before or before[-1] not in " \t\n-'’":
        return ""
    words = _WORDS.findall(before.rstrip(" \t\n-'’")[-24:])
    return words[-1].lower() if words else ""


def _neighbours(text: str, candidates: list[Candidate], at: int) -> Iterator[Candidate]:
    """Yield the candidates that stand in one enumeration with candidate number `at`."""
    here = candidates[at]
    for other in reversed(candidates[max(0, at - 6) : at]):
        if here.start - other.end > _MAX_LIST_GAP:
            break
        if other.end <= here.start and _is_list_gap(text, other.end, here.start):
            yield other
    for other in candidates[at + 1 : at + 7]:
        if other.start - here.end > _MAX_LIST_GAP:
            break
        if other.start >= here.end and _is_list_gap(text, here.end, other.start):
            yield other


def _is_list_gap(text: str, start: int, end: int) -> bool:
    return _LIST_GAP.fullmatch(text, start, end) is not None


def _stands_in_a_row(text: str, candidates: list[Candidate], at: int) -> bool:
    """Tell whether list signs alone join this and two more spellings: "react, vue, angular"."""
    row = 1
    for step in (-1, 1):
        here, index = candidates[at], at + step
        while 0 <= index < len(candidates) and row < _ROW:
            there = candidates[index]
            first, second = (there, here) if step < 0 else (here, there)
            if second.start >= first.end:
                if not _LIST_SIGNS.fullmatch(text, first.end, second.start):
                    break
                here, row = there, row + 1
            index += step
    return row >= _ROW


def _is_punctuated(text: str, here: Candidate, other: Candidate) -> bool:
    start, end = (other.end, here.start) if other.end <= here.start else (here.end, other.start)
    return _LIST_SIGN.search(text, start, end) is not None


def _ends_a_run(text: str, candidates: list[Candidate], at: int) -> bool:
    """Tell whether two sure skills and then this one stand side by side: an enumeration that lost its commas."""
    here, run = candidates[at].start, 0
    for other in reversed(candidates[max(0, at - 6) : at]):
        if other.end == here - 1 and text[other.end] == " " and other.sure:
            here, run = other.start, run + 1
    return run > 1


def _sure_near(candidates: list[Candidate], at: int) -> bool:
    here = candidates[at]
    around = candidates[max(0, at - 8) : at] + candidates[at + 1 : at + 9]
    return any(o.sure and 0 <= max(o.start - here.end, here.start - o.end) <= _NEAR for o in around)
