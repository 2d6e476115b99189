"""DOCX output."""

from typing import Protocol

from app.domain.text.document import Content
from app.domain.text.render.rendered import PageSize, RenderedDocument


class IDOCXGenerator(Protocol):
    """Writes a document as DOCX with real heading and list styles. The same arguments give the same bytes."""

    async def render(self, content: Content, *, template: str, page_size: PageSize = "a4") -> RenderedDocument:
        """Return the DOCX; raise `ValidationError` for an unknown template."""
        ...
