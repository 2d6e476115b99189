"""Fitting a document to its pages: a little tighter instead of a nearly empty last page, a little airier when short."""

from dataclasses import replace

from app.domain.text.render.printed import Printed
from app.domain.text.render.templates import Look
from app.infrastructure.pdf.fonts import Typeface
from app.infrastructure.pdf.pages import Layout, lay_out

_OVERFULL_LINES = 12.5
_SMALLEST_BODY = 9.0
# Factors for gaps and margins, and what is taken from the leading and the size, from unnoticeable to just acceptable.
_TIGHTER = ((0.9, 1.0, 0.02, 0.0), (0.8, 0.96, 0.05, 0.0), (0.75, 0.92, 0.07, 0.25), (0.68, 0.86, 0.1, 0.5))
_AIRIER = ((1.45, 1.06, -0.08, -0.6), (1.3, 1.03, -0.05, -0.4), (1.15, 1.0, -0.03, -0.2))
_SHORT_PAGE = 0.82
_FULL_PAGE = 0.92


def lay_out_fitted(
    document: Printed, look: Look, typeface: Typeface, size: tuple[float, float], *, letter: bool
) -> Layout:
    """Return `document` on pages of `size`, tightened when that saves a last page of at most twelve lines."""
    if letter:
        roomy = lay_out(document, _as_letter(look), typeface, size, letter=True)
        if len(roomy.pages) == 1:
            return roomy
    layout = lay_out(document, look, typeface, size, letter=letter)
    if len(layout.pages) > 1:
        if layout.used > _OVERFULL_LINES * look.body * look.leading:
            return layout
        for step in _TIGHTER:
            tighter = lay_out(document, _adjusted(look, *step), typeface, size, letter=letter)
            if len(tighter.pages) < len(layout.pages):
                return tighter
        return layout
    room = size[1] - 2 * look.margin_y
    if not letter and layout.used < _SHORT_PAGE * room:
        for step in _AIRIER:
            airier = lay_out(document, _adjusted(look, *step), typeface, size, letter=letter)
            if len(airier.pages) == 1 and airier.used < _FULL_PAGE * room:
                return airier
    return layout


def _as_letter(look: Look) -> Look:
    """Return `look` with the larger type and wider margins that a page of prose wants."""
    return replace(
        look,
        body=look.body + 0.7,
        leading=look.leading + 0.04,
        margin_x=max(look.margin_x, 70) - (0 if not look.sidebar else 20),
        margin_y=max(look.margin_y, 58),
    )


def _adjusted(look: Look, gaps: float, margins: float, leading: float, size: float) -> Look:
    body = max(look.body - size, min(look.body, _SMALLEST_BODY))
    return replace(
        look,
        body=body,
        leading=look.leading - leading,
        margin_x=look.margin_x * margins,
        margin_y=look.margin_y * margins,
        section_gap=look.section_gap * gaps,
        heading_gap=look.heading_gap * gaps,
        entry_gap=look.entry_gap * gaps,
        bullet_gap=look.bullet_gap * gaps,
    )
