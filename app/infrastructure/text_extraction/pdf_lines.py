"""Rows of fragments into lines: gaps, list marks, hyphens, running heads."""

import re
from collections import Counter
from itertools import pairwise

from app.domain.regex import regex
from app.domain.text.source import Line
from app.infrastructure.text_extraction.cleaning import BULLETS, clean, join_spaced_letters, split_bullet
from app.infrastructure.text_extraction.pdf_glyphs import Fragment, right_to_left
from app.infrastructure.text_extraction.pdf_layout import Row

_MARK = regex(rf"^(?:[{re.escape(BULLETS)}·*–\-—oO¨§Ø]|\(cid:\d+\))$")
_PAGE_NUMBER = regex(
    r"^(?:[-–—|]\s*)?(?:(?:page|seite|página|pagina|p\.)\s*)?\d{1,3}(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,3})?(?:\s*[-–—|])?$",
    re.IGNORECASE,
)
_DIGITS = regex(r"\d+")
_HYPHEN_END = regex(r"(\w+)-$")
_WORD_START = regex(r"^([^\W\d_]+)(.*)$", re.DOTALL)
_MARGIN_ROWS = 2
_MUCH_LARGER = 1.7


def page_lines(blocks: list[list[Row]], page: int) -> list[Line]:
    """Return the lines of one page; an empty line stands between blocks and where the leading is clearly wider."""
    lines: list[Line] = []
    for rows in blocks:
        if lines and lines[-1].text:
            lines.append(Line("", page=page))
        leads = sorted(one[0].y - other[0].y for one, other in pairwise(rows) if 0 < one[0].y - other[0].y < 60)
        usual = leads[len(leads) // 4] if leads else 0.0
        previous: Row | None = None
        for row in rows:
            if previous is not None and usual and previous[0].y - row[0].y > 1.55 * max(usual, 0.9 * row[0].size):
                lines.append(Line("", page=page))
            lines.extend(line for part in _parts(row) if (line := _line(part, page)).text)
            previous = row
    return lines


def _parts(row: Row) -> list[Row]:
    """A row of several list items, or of a name and small print beside it, is several lines."""
    parts: list[Row] = []
    for piece in row:
        item = parts and parts[-1] and _starts_item(piece) and any(_starts_item(other) for other in parts[-1])
        sizes = sorted((piece.size, parts[-1][-1].size)) if parts else [1.0, 1.0]
        if not parts or item or (sizes[1] > _MUCH_LARGER * sizes[0] and len(piece.text) > 2 < len(parts[-1][-1].text)):
            parts.append([])
        parts[-1].append(piece)
    return parts


def _starts_item(piece: Fragment) -> bool:
    return piece.text[0] in BULLETS


def _line(row: Row, page: int) -> Line:
    marked = False
    pieces = list(row)
    if sum(right_to_left(piece.text) for piece in pieces) * 2 > len(pieces):
        pieces.reverse()
    while (
        len(pieces) > 1
        and _MARK.match(pieces[0].text.strip())
        and (pieces[0].text.strip() not in "oO-–—*" or pieces[1].x0 - pieces[0].x1 < 4 * pieces[0].size)
    ):
        marked = True
        pieces = pieces[1:]
    text = ""
    for place, piece in enumerate(pieces):
        if place:
            gap = max(piece.x0 - pieces[place - 1].x1, pieces[place - 1].x0 - piece.x1)
            size = max(piece.size, pieces[place - 1].size)
            text += "\t" if gap > 1.45 * size else (" " if gap > 0.2 * size else "")
        text += join_spaced_letters(piece.text)
    text = join_spaced_letters(text)
    text, own = split_bullet(text)
    # A date or place set to the right in another face says nothing about the line.
    head = next((piece for piece in pieces if sum(map(str.isalpha, piece.text)) > 1), pieces[0])
    return Line(text, size=head.size, bold=head.bold, page=page, bullet=bool(text) and (marked or own))


def drop_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without what repeats at the head, or at the foot, of later pages.

    Lines that differ only in a figure are one running line where the figure counts the pages; list items never are.
    """
    found: dict[tuple[str, str], list[Line]] = {}
    for lines in pages:
        for side, line in _margins(lines):
            found.setdefault((side, _pattern(line)), []).append(line)
    running = {
        key: same
        for key, same in found.items()
        if len({line.page for line in same}) > 1 and len({line.page for line in same}) * 2 >= len(pages)
    }
    dropped: set[int] = set()
    for same in running.values():
        if len({line.text for line in same}) == 1:
            dropped |= {id(line) for line in same[1:]}
        elif _counts_pages(same):
            dropped |= {id(line) for line in same}
    for lines in pages:
        for _, line in _margins(lines):
            if _PAGE_NUMBER.match(line.text) and len(line.text) < 20 and not _year(line.text):
                dropped.add(id(line))
    return [[line for line in lines if id(line) not in dropped] for lines in pages]


def _counts_pages(same: list[Line]) -> bool:
    first = same[0]
    figures = [[int(figure[:6]) for figure in _DIGITS.findall(line.text)[:9]] for line in same]
    places = range(min(len(numbers) for numbers in figures))
    return any(
        all(
            numbers[place] - figures[0][place] == line.page - first.page
            for line, numbers in zip(same, figures, strict=True)
        )
        for place in places
    )


def _year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


def _margins(lines: list[Line]) -> list[tuple[str, Line]]:
    filled = [line for line in lines if line.text]
    heads = [("head", line) for line in filled[:_MARGIN_ROWS] if not line.bullet]
    feet = filled[max(_MARGIN_ROWS, len(filled) - _MARGIN_ROWS) :]
    return heads + [("foot", line) for line in feet if not line.bullet]


def _pattern(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def join_hyphens(lines: list[Line], *, typeset: bool) -> list[Line]:
    """Return the lines with words that were divided at a line's end put together on the first of the two lines.

    `typeset` tells that the program divides words on its own (TeX): the hyphen goes unless the text writes the word
    with it elsewhere. Other programs break only at hyphens that are part of the word, which stay.
    """
    if not any(line.text.endswith("-") for line in lines):
        return lines
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line in lines).lower()))
    out = list(lines)
    for place in range(len(out) - 1):
        one, other = out[place], out[place + 1]
        end, start = _HYPHEN_END.search(one.text), _WORD_START.match(other.text)
        if (
            not end
            or not start
            or other.bullet
            or not start[1][0].islower()
            or ("\t" in one.text and "\t" in other.text)
        ):
            continue
        whole, divided = (end[1] + start[1]).lower(), f"{end[1]}-{start[1]}".lower()
        joined = typeset and not words[divided] and end[1][-1:].isalpha() and (len(end[1]) > 1 or words[whole] > 0)
        word = end[1] + start[1] if joined or words[whole] else f"{end[1]}-{start[1]}"
        first = one.text[: end.start()] + word
        tail = re.match(r"^(\S*)\s*(.*)$", start[2], re.DOTALL)
        extra, rest = (tail[1], tail[2]) if tail else ("", start[2])
        out[place] = _with_text(one, clean(first + extra))
        out[place + 1] = _with_text(other, clean(rest))
    return [line for place, line in enumerate(out) if line.text or not lines[place].text]


def _with_text(line: Line, text: str) -> Line:
    return Line(text, size=line.size, bold=line.bold, page=line.page, bullet=line.bullet, heading=line.heading)
