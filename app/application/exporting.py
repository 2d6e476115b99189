"""Rendering a document in any format and reading the result back."""

import asyncio
from dataclasses import dataclass

from app.domain.documents import ExportFormat, ReadBackResult
from app.domain.ports.docx import IDOCXGenerator
from app.domain.ports.pdf import IPDFGenerator
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.text.document import Content
from app.domain.text.render.html import render_html
from app.domain.text.render.json_resume import render_json_resume
from app.domain.text.render.readback import read_back
from app.domain.text.render.rendered import PagePicture, PageSize
from app.domain.text.render.text import render_markdown, render_text

CONTENT_TYPES: dict[ExportFormat, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json_resume": "application/json",
}
EXTENSIONS: dict[ExportFormat, str] = {
    "pdf": "pdf",
    "docx": "docx",
    "txt": "txt",
    "markdown": "md",
    "html": "html",
    "json_resume": "json",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file with what came back when it was read again. `page_count` is `None` where the format has no pages."""

    data: bytes
    page_count: int | None
    readback: ReadBackResult
    notes: tuple[str, ...] = ()


class DocumentExporter:
    """Turns content into files. The same arguments give the same bytes."""

    def __init__(self, pdf: IPDFGenerator, docx: IDOCXGenerator, extractor: ITextExtractor) -> None:
        self._pdf = pdf
        self._docx = docx
        self._extractor = extractor

    async def export(
        self, content: Content, export_format: ExportFormat, *, template: str, page_size: PageSize
    ) -> Exported:
        """Render and read back; raise `UnrenderableTextError` where no font has the letters."""
        if export_format in ("pdf", "docx"):
            generator = self._pdf if export_format == "pdf" else self._docx
            rendered = await generator.render(content, template=template, page_size=page_size)
            source = await self._extractor.extract(rendered.data, filename=f"document.{export_format}")
            result = await asyncio.to_thread(read_back, source, content)
            found = ReadBackResult(result.ok, tuple(result.problems))
            return Exported(rendered.data, rendered.page_count or None, found, rendered.notes)
        text = await asyncio.to_thread(_render_text, content, export_format)
        return Exported(text.encode(), None, ReadBackResult(ok=True))

    async def preview(self, content: Content, *, template: str, page_size: PageSize, page: int) -> PagePicture:
        """Return a picture of page `page` (from 1) as the PDF export shows it, and what is known of all pages.

        Raises `NotFoundError` beyond the last page.
        """
        rendered = await self._pdf.render(content, template=template, page_size=page_size)
        return PagePicture(
            await self._pdf.picture(rendered.data, page=page),
            rendered.page_count,
            last_page_fill=rendered.last_page_fill,
            page_lines=rendered.page_lines,
            page_starts=rendered.page_starts,
        )


def _render_text(content: Content, export_format: ExportFormat) -> str:
    if export_format == "html":
        return render_html(content)
    if export_format == "markdown":
        return render_markdown(content)
    if export_format == "json_resume":
        return render_json_resume(content)
    return render_text(content)
