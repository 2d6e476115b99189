"""Read the simple wishes that people type: shorter, one page, warmer, emphasise X, leave out Y, projects first."""

import re
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.compose.options import Length, Tone
from app.domain.text.compose.ordering import Placing, read_placing

_LENGTHS: tuple[tuple[Length, re.Pattern[str]], ...] = (
    (
        "one_page",
        regex(
            r"\b(?:one|1|single)[ -]?page\b|\bshort(?:er)?\b|\bconcise\b|\bbrief(?:er)?\b|\btighter\b"
            r"|\beine seite\b|\bkürzer\b|\bune page\b|\bplus court\b|\buna página\b|\bmás corto\b",
            re.IGNORECASE,
        ),
    ),
    (
        "two_page",
        regex(
            r"\b(?:two|2)[ -]?pages?\b|\blonger\b|\bmore detail(?:ed|s)?\b|\bzwei seiten\b|\blänger\b"
            r"|\bdeux pages\b|\bplus long\b|\bdos páginas\b|\bmás largo\b",
            re.IGNORECASE,
        ),
    ),
)
_TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    (
        "warm",
        regex(
            r"\b(?:warm(?:er|ly)?|friendl(?:y|ier)|personal)\b|\b(?:herzlich|freundlich)(?:er)?\b|\bchaleureux\b|\bcercano\b",
            re.IGNORECASE,
        ),
    ),
    (
        "direct",
        regex(r"\b(?:more )?direct\b|\bto the point\b|\bplain(?:er)?\b|\bdirekt(?:er)?\b|\bdirecto\b", re.IGNORECASE),
    ),
    (
        "professional",
        regex(
            r"\b(?:professional|formal)\b|\b(?:professionell|förmlich)\b|\bprofessionnel\b|\bprofesional\b",
            re.IGNORECASE,
        ),
    ),
)
_EMPHASISE = regex(
    r"^(?:please |and |bitte )*(?:emphasi[sz]e|highlight|stress|focus (?:more )?on|feature|betone|mets? en avant"
    r"|souligne[rz]?|destaca|resalta)(?: my| the| meine?n?| mes?| mis?)? (?P<what>.+)$",
    re.IGNORECASE,
)
_DROP = regex(
    r"^(?:please |and |bitte )*(?:drop|omit|remove|leave out|skip|exclude|do not mention|don['’]t mention|without"
    r"|no mention of|lass|ohne|streiche|retire[rz]?|enlève|sans|omite|quita|sin)(?: my| the| meine?n?| mes?| mis?)?"
    r" (?P<what>.+?)(?: weg| out)?$",
    re.IGNORECASE,
)
_GAPS = regex(
    r"\b(?:mention|address|be honest about|admit|explain)\b.*\b(?:gaps?|missing|lack)\b"
    r"|\b(?:lücken|lacunes|carencias)\b",
    re.IGNORECASE,
)
_SPLIT = regex(r"(?<=[.!?;])\s+|\n+|;\s*")
_AND_VERB = regex(
    r",? (?:and|und|et|y) (?=(?:please )?"
    r"(?:emphasi[sz]e|highlight|stress|focus|drop|omit|remove|leave|skip|keep|make|use|put|move|place|show)\b)",
    re.IGNORECASE,
)
_LIST = regex(r",\s*(?:and |und |et |y )?|\s+(?:and|und|et|y|&)\s+")
_LEADING = regex(r"^(?:my|the|any|all|meine?|mes|mis|des|les|los|las)\s+", re.IGNORECASE)
_TRAILING = regex(
    r"\s+(?:skills?|experience|work|projects?|background|section|part|job|more|in the (?:letter|resume|cv))$",
    re.IGNORECASE,
)
_LONGEST_TERM = 60


@dataclass(frozen=True, slots=True)
class Instructions:
    """What was understood, and the sentences that were not (`ignored`, as typed)."""

    length: Length | None = None
    tone: Tone | None = None
    emphasise: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    mention_gaps: bool = False
    order: tuple[Placing, ...] = ()
    ignored: tuple[str, ...] = ()


def interpret_instructions(text: str) -> Instructions:
    """Read plain wishes in English, German, French or Spanish; nothing in them can add a claim to a document."""
    length: Length | None = None
    tone: Tone | None = None
    emphasise: list[str] = []
    drop: list[str] = []
    order: list[Placing] = []
    ignored: list[str] = []
    gaps = False
    for wish in _wishes(text):
        if placing := read_placing(wish):
            order.append(placing)
        elif match := _EMPHASISE.match(wish):
            emphasise += _terms(match["what"])
        elif _GAPS.search(wish):
            gaps = True
        elif match := _DROP.match(wish):
            drop += _terms(match["what"])
        else:
            wanted = next((value for value, pattern in _LENGTHS if pattern.search(wish)), None)
            sound = next((value for value, pattern in _TONES if pattern.search(wish)), None)
            length, tone = wanted or length, sound or tone
            if not wanted and not sound:
                ignored.append(wish)
    return Instructions(
        length,
        tone,
        tuple(dict.fromkeys(emphasise)),
        tuple(dict.fromkeys(drop)),
        gaps,
        tuple(order),
        tuple(ignored),
    )


def _wishes(text: str) -> list[str]:
    pieces = [piece for line in _SPLIT.split(text) for piece in _AND_VERB.split(line)]
    return [wish for piece in pieces if (wish := piece.strip(" \t.!;,–-•*"))]


def _terms(text: str) -> list[str]:
    terms = []
    for piece in _LIST.split(text):
        term = _TRAILING.sub("", _LEADING.sub("", piece.strip(" .\"'“”‘’")))
        if term and len(term) <= _LONGEST_TERM:
            terms.append(term)
    return terms
