"""Bring the lines of a source into one clean form: characters, list marks, cells, page furniture."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.source import Line, SourceText

MAX_LINES = 3_000
MAX_LINE = 3_000
MAX_TEXT = 200_000
"""Longer than any paragraph of a real resume; beyond it a line is cut, so that a hostile file costs no time."""

_BULLET = regex(
    r"^\s*(?:[•・●○◦▪▫■□◆◇►▶▸‣⁃∙⦁➢➤✓✔★☆·–—*¦»]|[\uf0a7\uf0b7\uf076\uf0d8\uf0fc\uf02d\ue000-\uf8ff]|o(?=\s)|-(?=\s)|\+(?=\s[A-ZÀ-Þ]))\s*(?=\S)"
)
_ICON = regex(r"[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffc\ufffd]")
_HIDDEN = regex(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CELL = regex(r"\t+ *| {2,}|\u2003+|\u2002{2,}")
_SPACED = regex(r"(?:[^\W\d_&] ){3,}[^\W\d_]")
_FOOTER = regex(
    r"(?:page|seite|página|pagina)?\s*\d{1,2}\s*(?:/|of|von|de|sur|di)\s*\d{1,2}|page\s+\d{1,2}|last updated .{0,40}"
    # The template's own notice, not the candidate's words.
    r"|(?:©|\(c\)|copyright\b).{0,100}|(?=.*(?:19|20)\d\d).{0,80}\blicensed under .{2,40}\blicen[cs]e\.?",
    re.IGNORECASE,
)
_NUMBER = regex(r"\d+")
_EDGE = 3
_BLANK = regex(r"[\s\u00a0]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A cleaned line. `cells` are its parts between wide gaps; `soft` tells that its last word goes on below."""

    text: str
    cells: tuple[str, ...]
    size: float
    bold: bool
    bullet: bool
    heading: bool
    page: int
    soft: bool = False
    gap: bool = False
    """Whether blank space stands above the row."""

    def with_text(self, text: str) -> "Row":
        """Return the row with `text` in place of its own, as one cell."""
        return Row(text, (text,), self.size, self.bold, self.bullet, self.heading, self.page, self.soft, self.gap)


def rows_of(source: SourceText) -> tuple[list[Row], list[str], list[str]]:
    """Return the rows of `source`, the page furniture that was set aside, and warnings about what was cut."""
    warnings: list[str] = []
    lines = source.lines
    if len(lines) > MAX_LINES:
        warnings.append(f"the text has {len(lines)} lines; only the first {MAX_LINES} were read")
        lines = lines[:MAX_LINES]
    if any(len(line.text) > MAX_LINE for line in lines):
        warnings.append(f"a line is longer than {MAX_LINE} characters; only its beginning was read")
    room = MAX_TEXT
    for position, line in enumerate(lines):
        room -= min(len(line.text), MAX_LINE)
        if room < 0:
            warnings.append(f"the text is longer than {MAX_TEXT} characters; only its beginning was read")
            lines = lines[:position]
            break
    furniture = _furniture(lines)
    rows: list[Row] = []
    aside: list[str] = []
    gap = False
    for position, line in enumerate(lines):
        row = _row(line, source.kind, gap=gap)
        if row is None:
            gap = True
            continue
        gap = False
        if position in furniture or (not row.bullet and _FOOTER.fullmatch(row.text)):
            aside.append(row.text)
            continue
        rows.append(row)
    return rows, aside, warnings


def _row(line: Line, kind: str, *, gap: bool) -> Row | None:
    text = _clean(line.text[:MAX_LINE], kind)
    heading = line.heading
    if kind == "markdown":
        text, marked = _unmarked(text)
        heading = heading or marked
    soft = text.endswith("\u00ad")
    text = text.replace("\u00ad", "-" if kind == "pdf" else "") if not soft else text[:-1]
    bullet = line.bullet
    if not bullet:
        text, bullet = without_mark(text)
    text = _ICON.sub(" ", text)
    cells = tuple(cell for part in _CELL.split(text.strip()) if (cell := _BLANK.sub(" ", _unspaced(part)).strip()))
    if not cells:
        return None
    return Row(" ".join(cells), cells, line.size, line.bold, bullet, heading, line.page, soft, gap)


def balanced(text: str) -> str:
    """Return `text` without brackets that lack their other half at either end."""
    text = text.strip()
    while text[-1:] in {"(", "["} or (text[-1:] == ")" and text.count(")") > text.count("(")):
        text = text[:-1].rstrip()
    while text[:1] in {")", "]"} or (text[:1] == "(" and text.count("(") > text.count(")")):
        text = text[1:].lstrip()
    if text.count("(") > text.count(")"):
        text += ")"
    return text


def without_mark(text: str) -> tuple[str, bool]:
    """Return `text` without the list mark at its front, and whether there was one."""
    match = _BULLET.match(text)
    return (text[match.end() :], True) if match and len(text) > match.end() else (text, False)


def _clean(text: str, kind: str) -> str:
    text = _HIDDEN.sub("", text)
    if any("\ufb00" <= character <= "\ufb06" or "\uff01" <= character <= "\uff5e" for character in text):
        text = unicodedata.normalize("NFKC", text)
    text = unicodedata.normalize("NFC", text)
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ") if kind else text


def _unmarked(text: str) -> tuple[str, bool]:
    """Strip Markdown marks; tell whether the line is a heading."""
    marked = re.match(r"\s*#{1,6}\s+", text)
    text = text[marked.end() :].rstrip("# ") if marked else text
    text = re.sub(r"\*\*([^*]{1,300})\*\*|__([^_]{1,300})__", lambda match: match[1] or match[2], text)
    text = re.sub(r"(?<!\w)[*_]([^*_]{1,300})[*_](?!\w)", r"\1", text)
    text = re.sub(r"!?\[([^\]\n]{0,300})\]\(([^)\s]{1,300})[^)]{0,100}\)", _link, text)
    return text, bool(marked)


def _link(match: re.Match[str]) -> str:
    target = match[2].removeprefix("mailto:")
    return match[1] if target.startswith("#") or target in match[1] else f"{match[1]} {target}"


def _unspaced(text: str) -> str:
    """Close up letter-spaced words: `E D U C A T I O N`."""
    if not _SPACED.search(text):
        return text
    single = sum(len(word) == 1 for word in text.split())
    if single * 3 < len(text.split()) * 2:
        return text
    words = re.split(r" {2,}|\t", text)
    return " ".join(re.sub(r"(?<=\S) (?=\S)", "", word) for word in words)


def _furniture(lines: Sequence[Line]) -> set[int]:
    """Return the positions of running heads and feet: texts at the edge of pages that repeat, page numbers aside.

    Of a text that repeats letter by letter the first is kept, for it may be the only place of the name.
    """
    edges: dict[int, list[int]] = {}
    for position, line in enumerate(lines):
        if line.text.strip():
            edges.setdefault(line.page, []).append(position)
    if len(edges) < 2:
        return set()
    seen: dict[str, list[int]] = {}
    for positions in edges.values():
        for position in dict.fromkeys((*positions[:_EDGE], *positions[-_EDGE:])):
            key = _NUMBER.sub("#", _BLANK.sub(" ", lines[position].text).strip())
            if 2 < len(key) < 120 and not lines[position].bullet:
                seen.setdefault(key, []).append(position)
    repeated: set[int] = set()
    for key, positions in seen.items():
        pages = {lines[position].page for position in positions}
        if len(pages) < 2 or len(pages) * 2 < len(edges):
            continue
        repeated.update(
            positions if "#" in key and not _dated(lines, positions) else [] if "#" in key else positions[1:]
        )
    return repeated


def _dated(lines: Sequence[Line], positions: list[int]) -> bool:
    """Lines that are equal but for their years are dates of entries, unless each bears the number of its page."""
    return not all(str(lines[position].page) in _NUMBER.findall(lines[position].text) for position in positions)
