"""Checks of how a document's statements are worded."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import Indel

from app.domain.regex import regex
from app.domain.text.ats.report import AtsCheck
from app.domain.text.ats.signals import FIRST_PERSON, has_figure
from app.domain.text.counting import word_count

_LONG_WORDS = 40
_SHORT_WORDS = 4
_FIGURES_SHARE = 0.3
_ALIKE = 0.9
_SHOWN = 3
# Near repetitions are looked for among this many; each is compared with all before it.
_COMPARED = 300
_BUZZWORDS = regex(
    r"\b(?:synerg\w+|go-getter|team player|hard[- ]?working|hard worker|detail[- ]oriented|results?[- ](?:driven"
    r"|oriented)"
    r"|think(?:ing)? outside (?:of )?the box|self[- ]starter|dynamic (?:professional|individual|leader)|guru"
    r"|ninja|rockstar|rock star"
    r"|wizard|best of breed|world[- ]class|cutting[- ]edge|go-to person|track record|proven ability|passionate about"
    r"|strategic thinker|value[- ]add|paradigm|thought leader\w*|seasoned professional|highly motivated"
    r"|motivated individual"
    r"|excellent communication skills|fast[- ]paced environment|works? well under pressure|references available)\b",
    re.IGNORECASE,
)
_WEAK_START = regex(
    r"(?:responsible for|duties included|tasked with|helped (?:to|with)|worked on|assisted (?:in|with)"
    r"|participated in|involved in)\b",
    re.IGNORECASE,
)
_PAST_IRREGULAR = frozenset(
    "led built made wrote ran grew drove won taught held sold cut set kept brought oversaw began became took gave"
    " got found"
    " spoke spent chose met did went rebuilt rewrote undertook saw sent shrank sped saved".split()
)
_PRESENT = frozenset(
    "lead build make write run grow drive teach hold sell keep bring oversee take give manage develop design"
    " create maintain"
    " support coordinate implement improve analyze analyse mentor work collaborate own deliver provide ensure"
    " plan conduct"
    " review test monitor train help prepare lead leads builds manages develops designs creates maintains"
    " supports drives"
    " works owns delivers provides ensures writes runs".split()
)
_NOT_PAST = frozenset("need speed feed embed shed bed led red".split())
_WORD = regex(r"[A-Za-z][A-Za-z'’-]*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a role or project at `path`; `lasting` where its role lasts."""

    path: str
    text: str
    item: str
    lasting: bool


def wording_checks(statements: list[Statement], texts: list[Statement], *, english: bool) -> list[AtsCheck]:
    """Return the checks of `statements` (work) and `texts` (these and the summary)."""
    checks = [
        _found(
            "statement_length",
            [one for one in statements if not _SHORT_WORDS <= word_count(one.text) <= _LONG_WORDS],
            f"Statements have {_SHORT_WORDS} to {_LONG_WORDS} words.",
            lambda count: f"{count} statements are shorter than {_SHORT_WORDS} or longer than {_LONG_WORDS} words.",
        ),
        _duplicates(texts),
        _figures(statements),
    ]
    if english:
        checks += [
            _found(
                "first_person",
                [one for one in texts if FIRST_PERSON.search(one.text)],
                "Nothing is written in the first person.",
                lambda count: f"{count} sentences use “I” or “my”; a resume does without.",
            ),
            _tense(statements),
            _buzzwords(texts),
            _found(
                "weak_openings",
                [one for one in statements if _WEAK_START.match(one.text)],
                "Statements begin with what was done.",
                lambda count: (
                    f"{count} statements begin with a phrase such as “responsible for”; begin with what you did."
                ),
            ),
        ]
    return checks


def _found(name: str, found: list[Statement], good: str, bad: Callable[[int], str]) -> AtsCheck:
    if not found:
        return AtsCheck(name, "pass", good)
    return AtsCheck(name, "warn", bad(len(found)), tuple(one.path for one in found))


def _duplicates(texts: list[Statement]) -> AtsCheck:
    seen: dict[str, None] = {}
    twice: list[Statement] = []
    for one in texts:
        words = " ".join(one.text.casefold().split())
        if words in seen or any(
            Indel.normalized_similarity(words, other, score_cutoff=_ALIKE) for other in islice(seen, _COMPARED)
        ):
            twice.append(one)
        seen[words] = None
    if not twice:
        return AtsCheck("duplicates", "pass", "No statement is said twice.")
    return AtsCheck("duplicates", "warn", f"{len(twice)} statements repeat another.", tuple(one.path for one in twice))


def _figures(statements: list[Statement]) -> AtsCheck:
    if not statements:
        return AtsCheck("figures", "warn", "There are no statements about work.")
    count = sum(1 for one in statements if has_figure(one.text))
    message = f"{count} of {len(statements)} statements give a figure."
    enough = count >= _FIGURES_SHARE * len(statements)
    return AtsCheck("figures", "pass" if enough else "warn", message)


def _buzzwords(texts: list[Statement]) -> AtsCheck:
    found = [(match[0], one) for one in texts if (match := _BUZZWORDS.search(one.text))]
    if not found:
        return AtsCheck("buzzwords", "pass", "No empty phrases.")
    shown = ", ".join(f"“{phrase}”" for phrase, _ in found[:_SHOWN])
    message = f"Phrases that everybody uses say little: {shown}."
    return AtsCheck("buzzwords", "warn", message, tuple(one.path for _, one in found))


def _tense(statements: list[Statement]) -> AtsCheck:
    """Past roles in the past tense; a role that lasts in one tense."""
    odd: list[Statement] = []
    by_item: dict[str, list[tuple[Statement, str]]] = {}
    for one in statements:
        tense = tense_of(one.text)
        if tense:
            by_item.setdefault(one.item, []).append((one, tense))
    for told in by_item.values():
        if not told[0][0].lasting:
            odd += [one for one, tense in told if tense == "present"]
            continue
        past = [one for one, tense in told if tense == "past"]
        present = [one for one, tense in told if tense == "present"]
        if past and present:
            odd += past if len(past) < len(present) else present
    if not odd:
        return AtsCheck("tense", "pass", "Each role keeps to one tense.")
    return AtsCheck(
        "tense", "warn", f"{len(odd)} statements leave the tense of their role.", tuple(one.path for one in odd)
    )


def tense_of(text: str) -> str:
    """Return "past" or "present" by the first word of an English statement, or "" where that does not tell."""
    match = _WORD.search(text)
    word = match[0].lower() if match else ""
    if word in _PAST_IRREGULAR or (word.endswith("ed") and word not in _NOT_PAST):
        return "past"
    return "present" if word in _PRESENT else ""
