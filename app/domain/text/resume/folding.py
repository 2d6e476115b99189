"""Fold case and accents of a text without moving a character, so that offsets stay valid."""

import unicodedata

_LATIN_END = 0x2000


class _Folded(dict[int, int]):
    """A translation table that fills itself: each character to its lower-case base letter."""

    def __missing__(self, code: int) -> int:
        if code > _LATIN_END:
            # Kana and Hangul would lose their marks.
            self[code] = code
            return code
        character = chr(code)
        base = unicodedata.normalize("NFKD", character)
        letter = base[0] if len(base) == 1 or unicodedata.combining(base[1]) else character
        lowered = letter.lower()
        folded = ord(lowered) if len(lowered) == 1 else code
        self[code] = folded
        return folded


_TABLE = _Folded()


def fold(text: str) -> str:
    """Return `text` in lower case without accents; the length is the same."""
    return text.translate(_TABLE)
