"""List marks that are drawn, not written: browsers print `<li>` discs as small filled paths."""

import ctypes

import pypdfium2.raw as pdfium

from app.infrastructure.text_extraction.pdf_glyphs import Fragment

_MAX_OBJECTS = 6_000  # of a page
_SMALL, _LARGE = 1.0, 7.0  # points; a disc is a third of the type size
_NEIGHBOUR = 18.0  # points; marks of ratings and timelines stand side by side

Dot = tuple[float, float, float]


def mark_drawn_bullets(page: object, fragments: list[Fragment]) -> None:
    """Put a list mark before each fragment that has a drawn one at its left."""
    dots = _dots(page)
    if not dots:
        return
    dots = [
        (x, y, size)
        for x, y, size in dots
        if not any(0.5 < abs(x - other) < _NEIGHBOUR and abs(y - level) < 1.0 for other, level, _ in dots)
    ][:400]
    for fragment in fragments:
        if fragment.angle or not any(map(str.isalnum, fragment.text[:3])):
            continue
        reach = 2.6 * fragment.size
        for x, y, size in dots:
            gap = fragment.x0 - x
            low, high = fragment.y, fragment.y + 0.75 * fragment.size
            if 0.2 * fragment.size < gap < reach and low < y < high and size < 0.55 * fragment.size:
                fragment.text = f"• {fragment.text}"
                break


def _dots(page: object) -> list[Dot]:
    """Return (right edge, middle, size) of small round or square paths."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    out: list[Dot] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        if _SMALL < width < _LARGE and _SMALL < height < _LARGE and 0.75 < width / height < 1.33:
            out.append((right.value, (top.value + bottom.value) / 2, max(width, height)))
    return out
