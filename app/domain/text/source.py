"""What a file or page says, as lines in reading order: what text extraction yields and the parsers read."""

from dataclasses import dataclass
from typing import Literal

RECOGNIZED = "The pages are pictures; their text was recognized and may hold errors"
RECOGNIZED_BADLY = "Much of the recognized text is unsure; upload a version with real text if there is one"
"""Warnings of a source whose text was recognized (OCR)."""

SourceKind = Literal["pdf", "docx", "odt", "txt", "markdown", "html", "json_resume", "linkedin", "europass"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader sees it, without its line break. An empty `text` is a gap between blocks.

    `size` is the font size in points (0 where the source has none), `page` counts from 1, `bullet` tells that a list
    mark stood before the text (the mark is removed), `heading` that the source's own structure calls it a heading.
    """

    text: str
    size: float = 0.0
    bold: bool = False
    page: int = 1
    bullet: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words that carry it and where it leads."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A whole source. `structured` is the decoded object of a structured format (JSON Resume, LinkedIn, Europass).

    `needs_ocr` tells a scan (pictures of text) from an empty file.
    """

    kind: SourceKind
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    pages: int = 1
    needs_ocr: bool = False
    warnings: tuple[str, ...] = ()
    structured: dict[str, object] | None = None

    @property
    def text(self) -> str:
        """The lines joined by line breaks."""
        return "\n".join(line.text for line in self.lines)


def plain_source(text: str, kind: SourceKind = "txt") -> SourceText:
    """Return `text` (pasted, or read from a text file) as a source, one line a line."""
    return SourceText(kind=kind, lines=tuple(Line(line.rstrip()) for line in text.splitlines()))
