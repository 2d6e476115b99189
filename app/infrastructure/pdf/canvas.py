"""Drawing laid-out pages with reportlab."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from app.infrastructure.pdf.boxes import Box, Placed
from app.infrastructure.pdf.pages import Layout


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    keywords: Sequence[str]
    language: str


def draw(layout: Layout, metadata: Metadata) -> bytes:
    """Return the pages of `layout` as PDF; the same layout gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - see fonts.py

    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(layout.width, layout.height),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 5),
        lang=metadata.language or None,
    )
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setKeywords(", ".join(metadata.keywords))
    canvas.setCreator("JobWise")
    canvas.setProducer("JobWise")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    bookmarks = 0
    for page in layout.pages:
        if layout.strip:
            top = layout.strip.top if page is layout.pages[0] else 0
            canvas.setFillColorRGB(*_rgb(layout.strip.color))
            canvas.rect(0, 0, layout.strip.width, layout.height - top, stroke=0, fill=1)
        for x, y, box in page.boxes:
            _rules(canvas, layout.height, x, y, box)
        text = canvas.beginText()
        column = page.boxes[0][0] if page.boxes else 0.0
        for x, y, box in page.boxes:
            if x != column:
                # Lines of two columns may share a baseline: a move away and back makes readers start a new line.
                text.setTextOrigin(x, 0)
                column = x
            for placed in box.texts:
                _text(text, layout.height, x, y, placed)
        canvas.drawText(text)
        for x, y, box in page.boxes:
            _links(canvas, layout.height, x, y, box)
            if box.bookmark:
                bookmarks += 1
                key = f"section-{bookmarks}"
                canvas.bookmarkHorizontal(key, 0, layout.height - y + 6)
                canvas.addOutlineEntry(box.bookmark, key, level=0)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _rules(canvas: Any, height: float, x: float, y: float, box: Box) -> None:
    for rule in box.rules:
        canvas.setFillColorRGB(*_rgb(rule.color))
        canvas.rect(x + rule.x, height - y - rule.y - rule.thickness, rule.width, rule.thickness, stroke=0, fill=1)


def _text(text: Any, height: float, x: float, y: float, placed: Placed) -> None:
    # Some readers never infer a space from a move: every line ends with a real one.
    last = placed.line.runs[-1]
    text.setTextOrigin(x + placed.x, height - y - placed.baseline)
    for run in placed.line.runs:
        text.setFont(run.face.name, run.style.size)
        text.setFillColorRGB(*_rgb(run.style.color))
        text.setCharSpace(run.style.tracking)
        text.textOut(f"{run.text} " if run is last else run.text)


def _links(canvas: Any, height: float, x: float, y: float, box: Box) -> None:
    for placed in box.texts:
        for run in placed.line.runs:
            if run.href:
                left, baseline = x + placed.x + run.x, height - y - placed.baseline
                area = (left, baseline - run.style.size * 0.22, left + run.width, baseline + run.style.size * 0.78)
                canvas.linkURL(run.href, area, relative=0, thickness=0)


def _rgb(color: str) -> tuple[float, float, float]:
    return int(color[:2], 16) / 255, int(color[2:4], 16) / 255, int(color[4:], 16) / 255
