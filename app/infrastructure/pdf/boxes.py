"""From printed words to boxes: lines with their place in a column, and what must stay together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.text.render.origins import Origin, Origins, PageStart, origin_at
from app.domain.text.render.printed import Anchor, Entry, HeadLine, Part, Printed
from app.domain.text.render.templates import Look
from app.domain.text.render.words import upper
from app.infrastructure.pdf.bidi import is_right_to_left
from app.infrastructure.pdf.fonts import Typeface
from app.infrastructure.pdf.lines import Span, Style, TextLine, break_lines, break_paragraph, text_width

_SEPARATOR = "  ·  "
_ASIDE_GAP = 14.0


@dataclass(slots=True)
class Rule:
    """A horizontal line or bar, `y` points below the top of its box."""

    x: float
    y: float
    width: float
    thickness: float
    color: str


@dataclass(slots=True)
class Placed:
    """A text line with its left edge and baseline, in points from the left and top of its box."""

    line: TextLine
    x: float
    baseline: float


@dataclass(slots=True)
class Box:
    """One line of the page. `gap` stands above it, but not at the top of a page; `keep` ties it to the next box.

    `origin` is what a page that begins with it begins with, where that is known.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    texts: list[Placed] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    bookmark: str = ""
    origin: PageStart | None = None


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets printed words in boxes of one column."""

    look: Look
    typeface: Typeface
    width: float
    narrow: bool = False
    """In a side column labels and dates stand on lines of their own."""

    def header(self, document: Printed) -> list[Box]:
        """Return the name, the headline and the contact data."""
        look = self.look
        boxes: list[Box] = []
        if document.name:
            name = upper(document.name) if look.name_caps else document.name
            size = self._fitted(name, look.name, look.name_bold)
            style = Style(size, look.accent if look.band else look.ink, bold=look.name_bold)
            boxes += self._text([Span(name, style)], leading=1.14, centered=look.centered)
        if document.headline:
            style = Style(look.headline, look.accent if not look.band else look.muted)
            boxes += self._text([Span(document.headline, style)], gap=2.0, leading=1.25, centered=look.centered)
        lines = self._contact_lines(document.contact)
        if look.band and boxes and lines:
            boxes.append(Box(2.2, 6.0, rules=[Rule(0, 0, self.width, 1.6, look.accent)]))
        boxes += lines
        for box in boxes:
            box.keep = True
        return _distinct(boxes)

    def _contact_lines(self, contact: Sequence[Anchor]) -> list[Box]:
        """Return the contact data as lines that break only between two of them."""
        style = Style(self.look.contact, self.look.muted)
        rows = self._rows(contact, style, self.width)
        if len(rows) > 1:
            # As few rows as fit, of about the same length.
            for share in (0.9, 0.8, 0.7, 0.6, 0.5):
                shorter = self._rows(contact, style, self.width * share)
                rows = shorter if len(shorter) == len(rows) else rows
        boxes: list[Box] = []
        for row in rows:
            gap = 5.0 if not boxes else 0.5
            boxes += self._text(self._joined(row, style), gap=gap, leading=1.3, centered=self.look.centered)
        return boxes

    def _rows(self, contact: Sequence[Anchor], style: Style, width: float) -> list[list[Anchor]]:
        rows: list[list[Anchor]] = []
        for anchor in contact:
            joined = [*rows[-1], anchor] if rows else []
            if joined and text_width(self._joined(joined, style), self.typeface) <= width:
                rows[-1] = joined
            else:
                rows.append([anchor])
        return rows

    def part(self, part: Part) -> list[Box]:
        """Return a part: heading, then entries."""
        boxes = _of_place(self.heading(part.title), part.path) if part.title else []
        for index, entry in enumerate(part.entries):
            first = self.look.heading_gap if index == 0 and part.title else self.look.entry_gap
            if index and entry.form == "row" and part.entries[index - 1].form == "row":
                first = self.look.entry_gap if self.narrow else self.look.bullet_gap + 1
            boxes += _with_gap(self.entry(entry), first)
        if boxes and part.title:
            boxes[0].gap = self.look.section_gap
        return boxes

    def heading(self, title: str) -> list[Box]:
        """Return a section heading with its rule, tied to what follows."""
        look = self.look
        style = Style(look.heading, look.accent, bold=True, tracking=look.heading_tracking)
        text = upper(title) if look.heading_caps else title
        boxes = self._text([Span(text, style)], leading=1.2, centered=look.heading_centered)
        for box in boxes:
            box.keep = True
        if look.heading_rule == "below":
            boxes[-1].height += 2.4
            boxes[-1].rules.append(Rule(0, boxes[-1].height - 0.7, self.width, 0.7, look.rule))
        elif look.heading_rule == "above":
            boxes.insert(0, Box(4.5, keep=True, rules=[Rule(0, 0, self.width, 0.7, look.rule)]))
        boxes[0].bookmark = title
        return boxes

    def entry(self, entry: Entry) -> list[Box]:
        """Return an entry; its head stays with the first lines below it."""
        look = self.look
        boxes: list[Box] = []
        for line in entry.head:
            boxes += self._head_line(line)
        if entry.link:
            link = Span(entry.link.text, Style(look.contact, look.accent), entry.link.href)
            boxes += self._text([link], gap=0.5)
        boxes = _of_place(boxes, entry.path)
        if entry.texts:
            for box in boxes:
                box.keep = True
        gap = look.bullet_gap + (0.8 if boxes else 0)
        body = self._style()
        if entry.form == "row":
            label = [Span(f"{entry.label} ", self._style(bold=True))] if entry.label else []
            if label and self.narrow:
                boxes += _of_place(self._text(label), entry.path)
                boxes[-1].keep = True
                label = []
            row = self._text([*label, Span(entry.row, body)], gap=gap if boxes and not self.narrow else 0)
            before = [Origin(0, entry.path)] if label else []
            after = entry.row_origins(start=sum(len(span.text) for span in label))
            boxes += _tied(_of_text(row, (*before, *after)))
        elif entry.form == "paragraphs":
            for index, (text, origins) in enumerate(zip(entry.texts, entry.told_origins, strict=True)):
                paragraph_gap = gap if boxes and index == 0 else 0.0
                boxes += _tied(_of_text(self._text([Span(text, body)], gap=paragraph_gap), origins))
        else:
            for text, origins in zip(entry.texts, entry.told_origins, strict=True):
                boxes += _of_text(self._bullet(text, gap if boxes else 0.0), origins)
                gap = look.bullet_gap
        for box in boxes[:-1] if look.whole_entries else ():
            box.keep = True
        return boxes

    def paragraph(
        self, text: str, *, gap: float, bold: bool = False, color: str = "", origins: Origins = ()
    ) -> list[Box]:
        """Return a plain paragraph, as letters have them."""
        style = Style(self.look.body, color or self.look.ink, bold=bold)
        return _tied(_of_text(self._text([Span(text, style)], gap=gap), origins))

    def footer(self, text: str) -> list[Box]:
        """Return the foot of a page, centred."""
        return self._text([Span(text, Style(self.look.contact - 0.6, self.look.muted))], centered=True)

    def _style(self, *, bold: bool = False, italic: bool = False, color: str = "") -> Style:
        return Style(self.look.body, color or self.look.ink, bold=bold, italic=italic)

    def _head_line(self, line: HeadLine) -> list[Box]:
        look = self.look
        role = self._style(bold=True) if line.leading else self._style(italic=True, color=look.muted)
        role = Style(look.body + 0.5, role.color, bold=True) if line.leading else role
        aside_style = Style(look.contact + 0.2, look.muted)
        if not line.aside or self.narrow:
            aside_boxes = self._text([Span(line.aside, aside_style)]) if line.aside else []
            return [*self._text([Span(line.text, role)]), *aside_boxes]
        aside = break_lines([Span(line.aside, aside_style)], self.typeface, self.width * 0.45)
        mirrored = is_right_to_left(line.text)
        room = self.width - max(each.width for each in aside) - _ASIDE_GAP
        left = break_lines([Span(line.text, role)], self.typeface, room)
        boxes = [self._box(each, self.width - each.width if mirrored else 0, 0, look.leading) for each in left]
        # Beside the last line of a long title, so that nothing stands between its lines for who reads line by line.
        for index, each in enumerate(aside, start=max(len(boxes) - 1, 0)):
            if index == len(boxes):
                boxes.append(Box(each.size * look.leading))
            box = boxes[index]
            x = 0 if mirrored else self.width - each.width
            box.texts.append(Placed(each, x, box.texts[0].baseline if box.texts else each.size))
        return boxes

    def _bullet(self, text: str, gap: float) -> list[Box]:
        look = self.look
        lines = break_paragraph([Span(text, self._style())], self.typeface, self.width - look.indent)
        mirrored = is_right_to_left(text)
        boxes: list[Box] = []
        for line in lines:
            x = self.width - look.indent - line.width if mirrored else look.indent
            boxes.append(self._box(line, x, 0 if boxes else gap, look.leading))
        if boxes and self.typeface.has(look.bullet):
            mark = break_lines([Span(look.bullet, self._style(color=look.accent))], self.typeface, self.width)[0]
            x = self.width - 1.0 - mark.width if mirrored else 1.0
            boxes[0].texts.insert(0, Placed(mark, x, boxes[0].texts[0].baseline))
        return _tied(boxes)

    def _text(
        self, spans: Sequence[Span], *, gap: float = 0.0, leading: float = 0.0, centered: bool = False
    ) -> list[Box]:
        boxes = []
        mirrored = is_right_to_left("".join(span.text for span in spans))
        for index, line in enumerate(break_paragraph(spans, self.typeface, self.width)):
            free = self.width - line.width
            x = free / 2 if centered else free * mirrored
            boxes.append(self._box(line, x, gap if index == 0 else 0.0, leading or self.look.leading))
        return boxes

    @staticmethod
    def _box(line: TextLine, x: float, gap: float, leading: float) -> Box:
        height = line.size * leading
        # The letters stand so that the space above the ascender and below the descender is about the same.
        baseline = height / 2 + line.size * 0.34
        return Box(height, gap, texts=[Placed(line, x, baseline)])

    def _fitted(self, text: str, size: float, bold: bool) -> float:
        """Return `size`, or a smaller one (not below 62 %) at which `text` stands on one line."""
        width = text_width([Span(text, Style(size, "", bold=bold))], self.typeface)
        return size if width <= self.width else max(size * self.width / width - 0.01, size * 0.62)

    @staticmethod
    def _joined(anchors: Sequence[Anchor], style: Style) -> list[Span]:
        spans: list[Span] = []
        for anchor in anchors:
            spans += [Span(_SEPARATOR, style)] if spans else []
            spans.append(Span(anchor.text, style, anchor.href))
        return spans


def _of_place(boxes: list[Box], path: str) -> list[Box]:
    """Say that all these lines together are what stands at `path`."""
    for index, box in enumerate(boxes):
        box.origin = PageStart(path, within=index > 0) if path else None
    return boxes


def _of_text(boxes: list[Box], origins: Origins) -> list[Box]:
    """Say for each line of a text what it begins with."""
    for box in boxes:
        # A bullet stands before the first line's text.
        box.origin = origin_at(origins, box.texts[-1].line.start)
    return boxes


def _with_gap(boxes: list[Box], gap: float) -> list[Box]:
    if boxes:
        boxes[0].gap = gap
    return boxes


def _distinct(boxes: list[Box]) -> list[Box]:
    """Widen gaps below large lines: pypdf takes a move of less than 0.8 of the font size for the same line."""
    for before, box in pairwise(boxes):
        if before.texts and box.texts:
            distance = before.height - before.texts[0].baseline + box.gap + box.texts[0].baseline
            box.gap += max(0.0, before.texts[0].line.size * 0.84 - distance)
    return boxes


def _tied(boxes: list[Box]) -> list[Box]:
    """Tie lines so that no page starts or ends with a single line of a paragraph."""
    for index in {0, len(boxes) - 2}:
        if 0 <= index < len(boxes) - 1:
            boxes[index].keep = True
    return boxes
