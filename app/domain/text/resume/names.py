"""Tell a person's name from the other lines of a header."""

import re

from app.domain.text.resume.contact import Found
from app.domain.text.resume.folding import fold
from app.domain.text.resume.places import place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.headings import HEADING_KIND
from app.domain.text.resume.vocabulary.organizations import LEGAL_FORMS, ORGANIZATION_WORDS
from app.domain.text.resume.vocabulary.patterns import (
    CJK_NAME,
    CREDENTIALS,
    HONORIFIC,
    NAME_LABEL,
    NAME_WORD,
    NOT_NAMES,
    PARTICLES,
)
from app.domain.text.resume.vocabulary.titles import TITLE_HEADS


def name_score(text: str, number: int, size: float, largest: float, found: Found) -> float:
    """Return how much the `number`th piece of the header reads like the name of the person; 0 and less is none."""
    if place_score(text) >= 0.8:
        return 0.0
    text = core_name(text)
    words = [word.strip("\"“”„()'‘’") for word in text.split()]
    if CJK_NAME.match(text) and text not in NOT_NAMES and HEADING_KIND.get(text) is None:
        return 4.0 + (2.0 if size >= largest > 0 else 0.0) - number * 0.3
    if not 1 <= len(words) <= 5 or len(text) > 50 or not all(NAME_WORD.match(word) for word in words):
        return 0.0
    plain = [fold(word).strip(".") for word in words]
    if any(word in NOT_NAMES for word in plain) or fold(text) in HEADING_KIND:
        return 0.0
    capitals = [word for word, low in zip(words, plain, strict=True) if word[:1].isupper() or low in PARTICLES]
    if len(capitals) < len(words):
        return 0.0
    score = 3.0 - number * 0.35
    score += {1: -1.5, 2: 1.0, 3: 1.0}.get(len(words), 0.0)
    if largest and size >= largest - 0.2:
        score += 3.0
    elif largest and size < largest * 0.75:
        score -= 1.0
    local = fold(found.first_email().partition("@")[0]) + " " + " ".join(fold(link) for link in found.links)
    score += 2.0 if any(len(word) > 2 and word in local for word in plain) else 0.0
    score -= 3.0 if any(word in TITLE_HEADS for word in plain) else 0.0
    score -= 2.5 if any(word in LEGAL_FORMS or word in ORGANIZATION_WORDS for word in plain if len(word) > 2) else 0.0
    score -= 2.0 if place_score(text) >= 0.8 else 0.0
    return score


def core_name(text: str) -> str:
    """Return `text` without label, title of address and letters after the name."""
    text = NAME_LABEL.sub("", text)
    text = CREDENTIALS.sub("", text)
    return HONORIFIC.sub("", text).strip(" ,")


def tidy_name(text: str) -> str:
    """Names in capitals are written as names are; all else stays as it is."""
    name = core_name(text)
    words = name.split()
    if len(name) > 3 and name.isupper():
        return " ".join("-".join(_capitalized(part) for part in word.split("-")) for word in words)
    return name


def _capitalized(word: str) -> str:
    at = next((position for position, character in enumerate(word) if character.isalpha()), 0)
    name = word[:at] + word[at:].capitalize()
    if len(name) > 3 and name[1] in "'’":
        # O'Neill, D'Angelo.
        name = name[:2] + name[2:].capitalize()
    return name


def labelled_name(rows: list[Row]) -> str:
    """Return the name that a label (`Name:`) or the paper's own title beside it tells, or nothing."""
    for row in rows[:60]:
        for text in (row.text, *row.cells):
            match = NAME_LABEL.match(text)
            if (
                match
                and 1 < len(rest := text[match.end() :].split("\t")[0].strip()) < 40
                and not any(character.isdigit() for character in rest)
            ):
                return rest
    for row in rows[:2]:
        if name := _leading_name(row.text):
            return name
    return ""


def _leading_name(text: str) -> str:
    """`JAN KÜSTER RESUME Consultant`: the name stands before the word that says what the paper is."""
    match = re.match(
        r"((?:[^\W\d_][\w.'’-]*\s+){2,4})(?:resume|résumé|cv|curriculum vitae|lebenslauf)\b", text, re.IGNORECASE
    )
    return tidy_name(" ".join(word.capitalize() for word in match[1].split())) if match else ""
