"""Filling pages: which box stands where."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.text.render.printed import Printed
from app.domain.text.render.templates import Look
from app.infrastructure.pdf.boxes import Box, Setter
from app.infrastructure.pdf.fonts import Typeface


@dataclass(slots=True)
class Page:
    """One page: its boxes with the left and top edge of each, in points from the page's top left, in reading order."""

    boxes: list[tuple[float, float, Box]] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A document on pages. `used` is how much of the last page's height is taken, in points."""

    width: float
    height: float
    look: Look
    pages: list[Page]
    used: float


def lay_out(document: Printed, look: Look, typeface: Typeface, size: tuple[float, float], *, letter: bool) -> Layout:
    """Return `document` on pages of `size` points."""
    width, height = size
    setter = Setter(look, typeface, width - 2 * look.margin_x)
    flow = _Flow(look.margin_x, look.margin_y, height - look.margin_y)
    flow.add(setter.header(document))
    if letter:
        flow.add(_letter(document, setter))
    else:
        for part in document.parts:
            flow.add(setter.part(part))
    return Layout(width, height, look, flow.pages, flow.y - look.margin_y)


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
        for entry in part.entries:
            for index, text in enumerate(entry.texts):
                gap = block if first else look.body * 0.75
                boxes += setter.paragraph(text, gap=gap if first or index == 0 else 0)
                first = False
    if document.closing_name:
        if boxes:
            boxes[-1].keep = True
        boxes += setter.paragraph(document.closing_name, gap=look.body * 1.9)
    return boxes


class _Flow:
    """A column that runs over pages."""

    def __init__(self, x: float, top: float, bottom: float) -> None:
        self.x, self.top, self.bottom = x, top, bottom
        self.pages = [Page()]
        self.y = top
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
                self.pages[-1].boxes.append((self.x, self.y, box))
                self.y += box.height
                self._fresh = False

    def _turn(self) -> None:
        self.pages.append(Page())
        self.y, self._fresh = self.top, True


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
