"""Breaking styled text into lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.infrastructure.pdf.bidi import has_right_to_left, is_right_to_left, join, visual_order
from app.infrastructure.pdf.fonts import Face, FaceRun, Typeface

_PIECE = re.compile(r" +|[^ ]+")
# Chinese, Japanese and fullwidth signs: a line may end after each of them.
_WIDE = r"\u2e80-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_CLOSING = "、。，．・：；？！）］｝」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…%°"
_OPENING = "（［｛「『【〈《〔"
_WIDE_BREAK = re.compile(
    rf"(?<=[{_WIDE}])(?<![{_OPENING}])(?![{_CLOSING}])|(?<=[^{_WIDE}])(?=[{_WIDE}])(?![{_CLOSING}])"
)
_HAS_WIDE = re.compile(rf"[{_WIDE}]")
# "840 ms", "38 %", "3 TB": a figure and its unit stay on one line.
_FIGURE = re.compile(r"\W?\d[\d.,]*")
_UNIT = re.compile(r"[^\W\d_]{1,3}\W{0,2}|%\W?")
# Where an overlong address is cut. Not after a hyphen: readers drop a hyphen at the end of a line.
_ADDRESS_BREAKS = "/_.?&=#,;:"
# No letter is narrower than this share of the font size, so that a word of any length is cut in one pass.
_NARROWEST = 0.15
_RUNT = 0.12
_NARROWER = (0.97, 0.94, 0.91, 0.88)


@dataclass(frozen=True, slots=True)
class Style:
    """How a span is drawn; `color` is `RRGGBB`."""

    size: float
    color: str
    bold: bool = False
    italic: bool = False
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A text in one style, with where it leads; `right_to_left` is told from the text."""

    text: str
    style: Style
    href: str = ""
    right_to_left: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "right_to_left", is_right_to_left(self.text))


@dataclass(slots=True)
class Run:
    """A text in one face at `x` from the line's left edge."""

    face: Face
    style: Style
    x: float
    text: str
    width: float
    href: str = ""


@dataclass(slots=True)
class TextLine:
    """One line: its runs, its width, and with which character of the text that was broken it begins."""

    runs: list[Run] = field(default_factory=list)
    width: float = 0.0
    start: int = 0

    @property
    def size(self) -> float:
        """The largest font size on the line."""
        return max((run.style.size for run in self.runs), default=0.0)


@dataclass(slots=True)
class _Word:
    span: Span
    runs: tuple[FaceRun, ...]
    width: float
    blank: bool
    length: int


def break_lines(spans: Sequence[Span], typeface: Typeface, width: float) -> list[TextLine]:
    """Return `spans` as lines no wider than `width` points. Words are cut only where one alone is too wide."""
    lines: list[list[_Word]] = [[]]
    starts = [0]
    used = 0.0
    read = 0
    for group in _groups(spans, typeface, width):
        needed = group[0].width if len(group) == 1 else sum(word.width for word in group)
        if group[0].blank:
            if lines[-1]:
                lines[-1] += group
                used += needed
        elif used + needed > width + 0.01 and lines[-1]:
            lines.append(group)
            starts.append(read)
            used = needed
        else:
            lines[-1] += group
            used += needed
        read += sum(word.length for word in group)
    right_to_left = next((span.right_to_left for span in spans), False)
    return [
        line for words, start in zip(lines, starts, strict=True) if (line := _line(words, right_to_left, start)).runs
    ]


def break_paragraph(spans: Sequence[Span], typeface: Typeface, width: float) -> list[TextLine]:
    """Return `spans` as `break_lines` does, a little narrower where that avoids a last line of one short word."""
    lines = break_lines(spans, typeface, width)
    if len(lines) < 2 or lines[-1].width > width * _RUNT:
        return lines
    for share in _NARROWER:
        narrower = break_lines(spans, typeface, width * share)
        if len(narrower) == len(lines) and narrower[-1].width > width * _RUNT:
            return narrower
    return lines


def text_width(spans: Sequence[Span], typeface: Typeface) -> float:
    """Return the width of `spans` on one line, in points."""
    return sum(_word(span, piece, typeface).width for span in spans for piece in _PIECE.findall(span.text))


def _groups(spans: Sequence[Span], typeface: Typeface, width: float) -> list[list[_Word]]:
    """Return runs of words that no line break may part: spans that touch without a space, figures with their units."""
    groups: list[list[_Word]] = []
    glued = False
    for span in spans:
        pieces = _PIECE.findall(span.text)
        for place, piece in enumerate(pieces):
            blank = piece[0] == " "
            if blank and 0 < place < len(pieces) - 1 and _belong(pieces[place - 1], pieces[place + 1]):
                groups[-1].append(_word(span, piece, typeface))
                continue
            parts = _WIDE_BREAK.split(piece) if _HAS_WIDE.search(piece) else [piece]
            for index, part in enumerate(filter(None, parts)):
                word = _word(span, part, typeface)
                if word.width > width:
                    groups += ([cut] for cut in _cut(span, part, typeface, width))
                elif (
                    glued and index == 0 and not blank and sum(each.width for each in groups[-1]) + word.width <= width
                ):
                    groups[-1].append(word)
                else:
                    groups.append([word])
            glued = not blank
    return groups


def _belong(word: str, after: str) -> bool:
    """Tell whether no line may end after `word`: a figure before its unit, or a hyphen, which readers would drop."""
    return word.endswith("-") or (_FIGURE.fullmatch(word) is not None and _UNIT.fullmatch(after) is not None)


def _word(span: Span, piece: str, typeface: Typeface) -> _Word:
    style = span.style
    runs, width = typeface.runs(join(piece), bold=style.bold, italic=style.italic, right_to_left=span.right_to_left)
    return _Word(span, runs, width * style.size + style.tracking * len(piece), piece[0] == " ", len(piece))


def _cut(span: Span, piece: str, typeface: Typeface, width: float) -> list[_Word]:
    cuts: list[_Word] = []
    most = int(width / (span.style.size * _NARROWEST)) + 1
    while piece:
        end = min(len(piece), most)
        while end > 1 and _word(span, piece[:end], typeface).width > width:
            end = max(1, min(end - 1, int(end * width / _word(span, piece[:end], typeface).width) + 1))
        if end < len(piece):
            tail = max(piece.rfind(sign, end // 2, end) for sign in _ADDRESS_BREAKS)
            end = tail + 1 if tail > 0 else end
        cuts.append(_word(span, piece[:end], typeface))
        piece = piece[end:]
    return cuts


def _line(words: list[_Word], right_to_left: bool, start: int) -> TextLine:
    while words and words[-1].blank:
        words = words[:-1]
    pieces = [(face, word.span, text, width) for word in words for face, text, width in word.runs]
    if any(has_right_to_left(text) for _, _, text, _ in pieces):
        pieces = _reordered(pieces, right_to_left)
    line = TextLine(start=start)
    for face, span, text, unit_width in pieces:
        style = span.style
        width = unit_width * style.size + style.tracking * len(text)
        last = line.runs[-1] if line.runs else None
        if last and last.face is face and last.style == style and last.href == span.href:
            last.text += text
            last.width += width
        else:
            line.runs.append(Run(face, style, line.width, text, width, span.href))
        line.width += width
    return line


def _reordered(pieces: list[tuple[Face, Span, str, float]], right_to_left: bool) -> list[tuple[Face, Span, str, float]]:
    """Return `pieces` of a line from left to right, one character each."""
    owners = [(face, span) for face, span, text, _ in pieces for _ in text]
    order = visual_order("".join(text for _, _, text, _ in pieces), right_to_left=right_to_left)
    return [(*owners[index], char, owners[index][0].width(char)) for index, char in order]
