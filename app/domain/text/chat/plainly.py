"""Brings what people type to plain English wishes: politeness off, other languages in, typing errors mended."""

import re
from pathlib import Path

from rapidfuzz.distance import OSA

from app.domain.regex import regex

_POLITE = regex(
    r"^(?:(?:hi|hello|hey|ok(?:ay)?|and|now|then|so|but|also|well|great|thanks|please|pls|plz|bitte|kindly|just)\b[\s,!.:]*)+"
    r"(?=\S)",
    re.IGNORECASE,
)
_ASKING = regex(
    r"^(?:(?:can|could|would|will) (?:you|u)(?: please| pls)?|i(?: want|['’]d like|['’]d love| would like| wish| need)"
    r"(?: you| u)?(?: to)?|i want it(?: to be)?|let['’]?s|kannst du|könntest du|können sie|könnten sie"
    r"|peux-tu|pouvez-vous|pourrais-tu|podrías|puedes|você pode)(?: bitte| please)? ",
    re.IGNORECASE,
)
_AFTER = regex(
    r"[\s,]*\b(?:please|pls|plz|bitte|s['’]il (?:vous|te) pla[iî]t|svp|por favor|thanks|thank you|danke|merci"
    r"|if possible|for me)\b[\s.!]*$",
    re.IGNORECASE,
)
_ROWS = (Path(__file__).parent / "data" / "abroad.tsv").read_text(encoding="utf-8").splitlines()
_RULES = tuple(
    (regex(pattern, re.IGNORECASE), to)
    for pattern, to in (row.split("\t") for row in _ROWS if row and not row.startswith("#"))
)
_VOCABULARY = (
    "shorter longer emphasise emphasize highlight remove template education experience summary projects skills "
    "certifications languages compact classic modern missing bullet section hobbies formal please first second third "
    "leadership before after undo page delete line drop"
).split()
_KNOWN = frozenset((*_VOCABULARY, "emphasis", "pages", "lines", "short", "project", "skill", "hobby", "language"))
_LETTERS = regex(r"[^\W\d_]+")
_SHORTEST = 4


def plain_wish(message: str) -> str:
    """Return the message without politeness, in English where it is a known wish in another language."""
    text = " ".join(message.replace("’", "'").split())
    for _ in range(3):
        before = text
        text = (_AFTER.sub("", text) or text).strip(" .!?…")
        text = _ASKING.sub("", _POLITE.sub("", text))
        if text == before:
            break
    for rule, to in _RULES:
        if match := rule.match(text):
            return " ".join(_filled(to, match).split())
    return text


def mended(text: str) -> str:
    """Return the text with words that are one or two keys away from a word of the usual wishes written as that word."""
    return _LETTERS.sub(lambda found: _nearest(found[0]), text)


def _nearest(word: str) -> str:
    folded = word.casefold()
    if len(folded) < _SHORTEST or folded in _KNOWN:
        return word
    most = 1 if len(folded) <= _SHORTEST + 2 else 2
    near = [(OSA.distance(folded, one), one) for one in _VOCABULARY if one[0] == folded[0]]
    distance, best = min(near, default=(most + 1, ""))
    return best if distance <= most else word


def _filled(to: str, match: re.Match[str]) -> str:
    return re.sub(r"\\g<(\w)>", lambda name: (match[name[1]] or "").strip(" ?"), to)
