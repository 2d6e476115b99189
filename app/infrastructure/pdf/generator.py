"""`IPDFGenerator` with reportlab."""

import asyncio
import re
from dataclasses import replace
from threading import Lock

from app.domain.ports.pdf import IPDFGenerator
from app.domain.text.document import Content
from app.domain.text.render.printed import Printed, lines_of, printed, with_texts
from app.domain.text.render.rendered import PageSize, RenderedDocument
from app.domain.text.render.templates import Look, template_of
from app.domain.text.render.words import language_tag
from app.infrastructure.pdf.bidi import has_right_to_left
from app.infrastructure.pdf.canvas import Metadata, draw
from app.infrastructure.pdf.fitting import lay_out_fitted
from app.infrastructure.pdf.fonts import fit
from app.infrastructure.pdf.preview import preview_png

_SIZES: dict[PageSize, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}

_VISUAL_ORDER = (
    "Right-to-left lines look right, but some systems read their words from a PDF in another order; "
    "the Word version keeps it"
)

# For reading and writing on at a desk: numbered pages, air between the entries.
_SHEET = replace(
    template_of("modern").look,
    name=20.0,
    body=10.0,
    entry_gap=11.0,
    bullet_gap=2.0,
    heading_gap=6.0,
    page_numbers=True,
    whole_entries=True,
)

# reportlab keeps its fonts and encodings in module state.
_REPORTLAB = Lock()


class ReportLabPDFGenerator(IPDFGenerator):
    """Draws with embedded TrueType fonts; a page costs about 10 ms, in a thread."""

    async def render(self, content: Content, *, template: str, page_size: PageSize = "a4") -> RenderedDocument:
        """Return the PDF of `content`."""
        return await asyncio.to_thread(render_pdf, content, template, page_size)

    async def sheet(self, printed: Printed, *, title: str, page_size: PageSize = "a4") -> RenderedDocument:
        """Return the PDF of what is printed."""
        return await asyncio.to_thread(render_sheet, printed, title, page_size)

    async def picture(self, data: bytes, *, page: int = 1) -> bytes:
        """Return one page as PNG, 900 pixels wide."""
        return await asyncio.to_thread(preview_png, data, page)


def render_pdf(content: Content, template: str, page_size: PageSize = "a4") -> RenderedDocument:
    """Return the PDF of `content`; blocking, see `IPDFGenerator.render`."""
    look = template_of(template).look
    document = printed(content, look.arrangement)
    letter = content.document_type == "cover_letter"
    return _drawn(document, look, page_size, _metadata(content, document), letter=letter)


def render_sheet(document: Printed, title: str, page_size: PageSize = "a4") -> RenderedDocument:
    """Return the PDF of `document`; blocking, see `IPDFGenerator.sheet`."""
    metadata = Metadata(title=title, author="", subject=document.headline, keywords=[], language="en")
    return _drawn(document, _SHEET, page_size, metadata, letter=False)


def _drawn(document: Printed, look: Look, page_size: PageSize, metadata: Metadata, *, letter: bool) -> RenderedDocument:
    with _REPORTLAB:
        fitting = fit(look.font, [*lines_of(document), " ·:,0123456789"], metadata.language)
        if fitting.replacements:
            document = with_texts(
                document, lambda text: re.sub(" {2,}", " ", text.translate(fitting.replacements)).strip()
            )
        layout = lay_out_fitted(document, look, fitting.typeface, _SIZES[page_size], letter=letter)
        data = draw(layout, metadata)
    notes = []
    if fitting.dropped:
        notes.append(f"Left out, because no font draws them: {' '.join(fitting.dropped)}")
    if any(map(has_right_to_left, lines_of(document))):
        notes.append(_VISUAL_ORDER)
    return RenderedDocument(
        data,
        len(layout.pages),
        tuple(notes),
        last_page_fill=layout.last_page_fill,
        page_lines=layout.page_lines,
        page_starts=layout.page_starts,
    )


def _metadata(content: Content, document: Printed) -> Metadata:
    kind = "Cover letter" if content.document_type == "cover_letter" else "Resume"
    skills = [
        text for part in document.parts if part.kind == "skills" for entry in part.entries for text in entry.texts
    ]
    return Metadata(
        title=f"{document.name} – {kind}" if document.name else kind,
        author=document.name,
        subject=document.subject or document.headline,
        keywords=[skill for skill in dict.fromkeys(skills) if len(skill) <= 40][:24],
        language=language_tag(content.language),
    )
