"""How many lines of a page things take: about 52 lines of 95 characters at 10 points on A4 or Letter."""

from collections.abc import Iterable
from dataclasses import dataclass

PAGE_LINES = 52
LINE_CHARACTERS = 95
HEAD_LINES = 2.4
"""A role or a course: title and dates, employer and place, and the gap before it."""
SECTION_LINES = 2.2
"""A heading with the space around it."""
_HEADER_LINES = 4


def lines_of(text: str, width: int = LINE_CHARACTERS) -> int:
    """Return the lines that `text` takes; wide (CJK) characters count twice."""
    length = sum(2 if "ᄀ" <= character <= "￦" else 1 for character in text) if not text.isascii() else len(text)
    return max(1, -(-length // width))


def section_lines(texts: Iterable[str], heads: int = 0) -> float:
    """Return the lines of a section with these texts and so many item heads; nothing takes no line."""
    body = sum(map(lines_of, texts)) + heads * HEAD_LINES
    return body + SECTION_LINES if body else 0.0


def header_lines() -> int:
    """Return the lines of name, headline and contact data."""
    return _HEADER_LINES


@dataclass(slots=True)
class Budget:
    """What is left of the pages, in lines."""

    left: float

    def take(self, lines: float) -> None:
        """Spend `lines`; what a document must have may overdraw."""
        self.left -= lines

    def affords(self, lines: float) -> bool:
        """Tell whether `lines` still fit."""
        return lines <= self.left
