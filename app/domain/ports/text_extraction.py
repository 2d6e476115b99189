"""Text from files that strangers upload."""

from typing import Protocol

from app.domain.errors import UnprocessableError
from app.domain.text.source import SourceText


class FileEncryptedError(UnprocessableError):
    """The file opens only with a password."""

    code = "file_encrypted"
    default_message = "The file is protected by a password; save it without one and upload it again"


class FileDamagedError(UnprocessableError):
    """The file is of a kind that is read, but its content is broken."""

    code = "file_damaged"
    default_message = "The file is damaged and cannot be read; save it again and upload the new copy"


class FileTooComplexError(UnprocessableError):
    """Reading the file would take more time, memory or nesting than a resume can need."""

    code = "file_too_complex"
    default_message = "The file takes too much time or memory to read; save it as a simpler PDF or DOCX"


class ITextExtractor(Protocol):
    """Reads PDF, DOCX, ODT, TXT, Markdown, HTML, JSON Resume, LinkedIn archives and Europass files.

    The kind is told from the bytes. `extract` answers within 5 seconds once a reader is free, or within a minute for a
    scan that it recognizes. Any other scan comes back with `needs_ocr`, an empty file with no lines.
    """

    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        """Return the text of `data` in reading order.

        Raises `UnsupportedMediaTypeError` (not a kind that is read), `PayloadTooLargeError`, `FileEncryptedError`,
        `FileDamagedError`, `FileTooComplexError`, and `UnavailableError` when every reader stays busy.
        """
        ...

    async def aclose(self) -> None:
        """End the readers. A second call does nothing."""
        ...
