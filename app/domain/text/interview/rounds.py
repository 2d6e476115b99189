"""What a round of interviews asks, by the words it is announced with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.text.interview.model import CATEGORIES, QuestionCategory

_KINDS: tuple[tuple[str, tuple[QuestionCategory, ...]], ...] = (
    (r"\b(?:screen\w*|phone|telephone|recruiter|hr|human resources|intro\w*|first call|talent)\b",
     ("company", "behavioral", "gap")),
    (r"\b(?:tech\w*|coding|code|system design|architecture|case|whiteboard|skills?|practical|trial|assessment)\b",
     ("technical", "role", "gap")),
    (r"\b(?:behaviou?r\w*|culture\w*|values?|fit|star|competenc\w+)\b", ("behavioral",)),
    (r"\b(?:hiring manager|manager|lead|head|department|on-?site|panel)\b", ("role", "behavioral", "gap")),
    (r"\b(?:team|peers?|colleagues)\b", ("behavioral", "technical")),
    (r"\b(?:final|last|ceo|cto|founder|director|executive|board|offer|salary)\b",
     ("company", "role", "behavioral")),
    (r"\brole\b", ("role",)),
    (r"\bcompany\b", ("company",)),
    (r"\bgaps?\b", ("gap",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class InterviewRound:
    """A round as it was announced, and what is asked there."""

    name: str
    categories: tuple[QuestionCategory, ...]


def read_round(name: str) -> InterviewRound:
    """Return what a round of that name asks; one that says nothing may ask anything."""
    found = {
        category for pattern, categories in _KINDS if re.search(pattern, name, re.IGNORECASE) for category in categories
    }
    return InterviewRound(name, tuple(one for one in CATEGORIES if one in found) or CATEGORIES)


def categories_of(rounds: Iterable[InterviewRound]) -> frozenset[QuestionCategory]:
    """Return what all the rounds ask together; without a round, everything."""
    wanted = {category for one in rounds for category in one.categories}
    return frozenset(wanted or CATEGORIES)
