"""PDF output."""

from typing import Protocol

from app.domain.text.document import Content
from app.domain.text.render.printed import Printed
from app.domain.text.render.rendered import PageSize, RenderedDocument


class IPDFGenerator(Protocol):
    """Draws a document as PDF with a real text layer. The same arguments give the same bytes."""

    async def render(self, content: Content, *, template: str, page_size: PageSize = "a4") -> RenderedDocument:
        """Return the PDF; raise `ValidationError` for an unknown template and `UnrenderableTextError` for letters
        that no font has.
        """
        ...

    async def sheet(self, printed: Printed, *, title: str, page_size: PageSize = "a4") -> RenderedDocument:
        """Return what is printed as a PDF with numbered pages, called `title`; raise `UnrenderableTextError`."""
        ...

    async def picture(self, data: bytes, *, page: int = 1) -> bytes:
        """Return page `page` (from 1) of a PDF as PNG; raise `NotFoundError` where there is no such page."""
        ...
