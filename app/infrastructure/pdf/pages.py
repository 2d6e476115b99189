"""Filling pages: which box stands where."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.text.render.origins import PageStart
from app.domain.text.render.printed import SIDE_KINDS, Printed
from app.domain.text.render.templates import Look
from app.infrastructure.pdf.boxes import Box, Setter
from app.infrastructure.pdf.fonts import Typeface

_GUTTER = 24.0
_STRIP = "F1F4F6"


@dataclass(slots=True)
class Page:
    """One page: its boxes with the left and top edge of each, in points from the page's top left, in reading order."""

    boxes: list[tuple[float, float, Box]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Strip:
    """A tinted side column at the left edge of the page; on the first page it begins `top` points from the top."""

    width: float
    top: float
    color: str


@dataclass(slots=True)
class Layout:
    """A document on pages. `used` is how much of the last page's height its main column takes, in points."""

    width: float
    height: float
    pages: list[Page]
    used: float
    margin: float
    strip: Strip | None = None

    @property
    def last_page_fill(self) -> float:
        """Which share of the last page's height between the margins is taken by the longer column."""
        bottom = max((y + box.height for y, box in self._above_foot(self.pages[-1])), default=self.margin)
        return min(1.0, (bottom - self.margin) / (self.height - 2 * self.margin))

    @property
    def page_lines(self) -> tuple[int, ...]:
        """How many lines of text stand on each page."""
        return tuple(sum(bool(box.texts) for _, box in self._above_foot(page)) for page in self.pages)

    @property
    def page_starts(self) -> tuple[PageStart | None, ...]:
        """With what each page but the first begins, where that is known."""
        return tuple(page.boxes[0][2].origin for page in self.pages[1:])

    def _above_foot(self, page: Page) -> list[tuple[float, Box]]:
        """Return the boxes of a page but for its foot."""
        return [(y, box) for _, y, box in page.boxes if y < self.height - self.margin]


def lay_out(document: Printed, look: Look, typeface: Typeface, size: tuple[float, float], *, letter: bool) -> Layout:
    """Return `document` on pages of `size` points."""
    if look.sidebar and not letter:
        return _two_columns(document, look, typeface, size)
    width, height = size
    margin = look.margin_x if not look.sidebar else look.margin_x + _GUTTER
    setter = Setter(look, typeface, width - 2 * margin)
    pages = [Page()]
    flow = _Flow(pages, margin, look.margin_y, height - look.margin_y)
    flow.add(setter.header(document))
    if letter:
        flow.add(_letter(document, setter))
    else:
        for part in document.parts:
            flow.add(setter.part(part))
    if look.page_numbers:
        _number(pages, setter, document.name, margin, height - look.margin_y * 0.55)
    return Layout(width, height, pages, flow.y - look.margin_y, look.margin_y)


def _two_columns(document: Printed, look: Look, typeface: Typeface, size: tuple[float, float]) -> Layout:
    """Set short sections in a side column of the first page, and before the others in the file.

    So those who read the page and those who read the file's own order find the same one. A side section that does not
    fit stands in the main column.
    """
    width, height = size
    main_x = look.margin_x + look.sidebar + _GUTTER
    whole = Setter(look, typeface, width - 2 * look.margin_x)
    main = Setter(look, typeface, width - main_x - look.margin_x)
    side = Setter(replace(look, body=look.body - 0.3), typeface, look.sidebar, narrow=True)
    pages = [Page()]
    head = _Flow(pages, look.margin_x, look.margin_y, height - look.margin_y)
    # Who it is stands above both columns, where no reader takes it for a part of one.
    head.add(whole.header(document))
    below = head.y + 1.6 * look.section_gap
    flow = _Flow(pages, main_x, look.margin_y, height - look.margin_y, start=below)
    aside = _Flow(pages, look.margin_x, look.margin_y, height - look.margin_y, start=below)
    beside = []
    for part in document.parts:
        boxes = side.part(part) if part.kind in SIDE_KINDS else []
        if boxes and aside.fits(boxes):
            aside.add(boxes)
            beside.append(part)
    for part in document.parts:
        if part not in beside:
            flow.add(main.part(part))
    strip = Strip(look.margin_x + look.sidebar + _GUTTER / 2, head.y + 0.8 * look.section_gap, _STRIP)
    return Layout(width, height, pages, flow.y - look.margin_y, look.margin_y, strip)


def _number(pages: Sequence[Page], setter: Setter, name: str, x: float, y: float) -> None:
    """Put the name and the page number at the foot of every page but the first."""
    for number, page in enumerate(pages[1:], start=2):
        (foot, *_) = setter.footer(f"{name} · {number}" if name else str(number))
        page.boxes.append((x, y, foot))


def _letter(document: Printed, setter: Setter) -> list[Box]:
    look = setter.look
    boxes: list[Box] = []
    block = look.body * 1.9
    if document.date:
        boxes += setter.paragraph(document.date, gap=block)
    for index, line in enumerate(document.recipient):
        boxes += setter.paragraph(line, gap=block if index == 0 else 0)
    if document.subject:
        boxes += setter.paragraph(document.subject, gap=block, bold=True)
    first = True
    for part in document.parts:
        if part.kind != "letter":
            boxes += setter.part(part)
            continue
        for entry in part.entries:
            for index, (text, origins) in enumerate(zip(entry.texts, entry.told_origins, strict=True)):
                gap = block if first else look.body * 0.75
                boxes += setter.paragraph(text, gap=gap if first or index == 0 else 0, origins=origins)
                first = False
    if document.closing_name:
        if boxes:
            boxes[-1].keep = True
        boxes += setter.paragraph(document.closing_name, gap=look.body * 1.9)
    return boxes


class _Flow:
    """A column that runs over pages."""

    def __init__(self, pages: list[Page], x: float, top: float, bottom: float, start: float | None = None) -> None:
        self.x, self.top, self.bottom = x, top, bottom
        self.pages = pages
        self.y = top if start is None else start
        self._page = 0
        self._fresh = True

    def add(self, boxes: Sequence[Box]) -> None:
        """Place `boxes`; those tied together move to the next page together, unless they fill more than a page."""
        for chunk in _chunks(boxes):
            if not self._fresh and self.y + _height(chunk) > self.bottom:
                self._turn()
            for box in chunk:
                if not self._fresh and self.y + box.gap + box.height > self.bottom:
                    self._turn()
                self.y += 0 if self._fresh else box.gap
                self.y += self._apart(box)
                self.pages[self._page].boxes.append((self.x, self.y, box))
                self.y += box.height
                self._fresh = False

    def fits(self, boxes: Sequence[Box]) -> bool:
        """Tell whether `boxes` fit what is left of the page."""
        return self.y + _height(boxes) <= self.bottom

    def _apart(self, box: Box) -> float:
        """Return how far `box` must move down so as not to share a baseline with the line read before it.

        Readers join such lines across columns.
        """
        before = self.pages[self._page].boxes[-1:]
        if not before or before[0][0] == self.x or not before[0][2].texts or not box.texts:
            return 0.0
        (_, y, last) = before[0]
        distance = self.y + box.texts[0].baseline - (y + last.texts[0].baseline)
        needed = 1.1 * max(last.texts[0].line.size, box.texts[0].line.size)
        return needed - distance if abs(distance) < needed else 0.0

    def _turn(self) -> None:
        self._page, self.y, self._fresh = self._page + 1, self.top, True
        if self._page == len(self.pages):
            self.pages.append(Page())


def _chunks(boxes: Sequence[Box]) -> list[list[Box]]:
    chunks: list[list[Box]] = []
    tied = False
    for box in boxes:
        if tied:
            chunks[-1].append(box)
        else:
            chunks.append([box])
        tied = box.keep
    return chunks


def _height(boxes: Sequence[Box]) -> float:
    return sum(box.gap + box.height for box in boxes)
