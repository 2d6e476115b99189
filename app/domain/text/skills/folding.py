"""Fold text for matching, character by character, so that offsets into the folded text are offsets into the text."""

import re
import unicodedata

from app.domain.regex import regex

# Signs that carry meaning inside a skill's spelling; every other sign becomes a comma, which no spelling contains.
_MEANINGFUL = frozenset("+#./&-'_@")
_DASHES = frozenset("‐‑‒–—−﹣－")
_APOSTROPHES = frozenset("’‘ʼ`´")
_NON_ASCII = regex(r"[^\x00-\x7f]")
_BLANK_LINE = regex(r"\n[ \t\r]*\n\s*")
_ADDRESS_SIGNS = ("://", "@", "www.", ".com/", ".org/", ".dev/", ".io/")
_FEW = 64


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if character in _DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    if character == "♯":
        return "#"
    decomposed = unicodedata.normalize("NFKD", character)
    base, marks = decomposed[0], decomposed[1:]
    if not all(unicodedata.combining(mark) for mark in marks):
        base = character
    # The dotted capital I lowers to two characters; only its base is kept.
    lowered = base.lower()[0]
    return lowered if lowered.isalnum() or lowered in _MEANINGFUL else ","


_TABLE = _Folding()


def fold(text: str) -> str:
    """Return `text` without case and accents, white space as blanks; exactly as long as `text`.

    Web and mail addresses and blank lines become commas: no spelling reaches into or across them.
    """
    for sign in _ADDRESS_SIGNS:
        if sign in text:
            text = _without_words(text, sign)
    text = _BLANK_LINE.sub(_commas, text)
    if not text.isascii():
        # Replacing the few signs a western text has keeps the fast ASCII path of `translate` open.
        foreign = sorted(set(_NON_ASCII.findall(text)))
        if len(foreign) <= _FEW:
            for character in foreign:
                text = text.replace(character, _TABLE[ord(character)])
    return text.translate(_TABLE)


def _without_words(text: str, sign: str) -> str:
    """Return `text` with commas for every word (between white space) that holds `sign`."""
    pieces, reached, at = [], 0, text.find(sign)
    while at >= 0:
        start = at
        while start > reached and not text[start - 1].isspace():
            start -= 1
        end = at
        while end < len(text) and not text[end].isspace():
            end += 1
        pieces += [text[reached:start], "," * (end - start)]
        reached, at = end, text.find(sign, end)
    return "".join([*pieces, text[reached:]])


def _commas(match: re.Match[str]) -> str:
    return "," * len(match[0])


def fold_name(name: str) -> str:
    """Return a whole spelling folded: as `fold`, with white space runs as one blank and none at the ends."""
    return " ".join(name.translate(_TABLE).split())
