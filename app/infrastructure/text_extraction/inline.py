"""The same port without a child process, for one's own files and for fast tests."""

import asyncio

from app.domain.ports.text_extraction import ITextExtractor
from app.domain.text.source import SourceText
from app.infrastructure.text_extraction.reading import read_source


class InlineTextExtractor(ITextExtractor):
    """Reads files in a thread of this process. Only for trusted files: nothing limits time and memory."""

    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        """See `ITextExtractor.extract`."""
        return await asyncio.to_thread(read_source, data, filename)

    async def aclose(self) -> None:
        """See `ITextExtractor.aclose`."""
