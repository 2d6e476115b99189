"""Postings behind addresses."""

from typing import Protocol

from app.domain.errors import UnprocessableError
from app.domain.text.job.page import JobPage

__all__ = ["ExtractionFailedError", "IJobPages", "JobPage"]


class ExtractionFailedError(UnprocessableError):
    """The address leads to nothing that reads as one job posting; the message says why and what to do."""

    code = "extraction_failed"
    default_message = "No job posting could be read at this address; paste its text instead"


class IJobPages(Protocol):
    """Fetches a job page from the public web and reads it."""

    async def read(self, url: str) -> JobPage:
        """Return the job at `url`, with a title or a text. Raises `ExtractionFailedError`; never another error."""
        ...

    def read_saved(self, data: bytes) -> JobPage:
        """Return the job of a page that was saved to a file, or of a board's data in JSON or XML.

        Of several postings the first is returned, and `others` counts the rest. Raises `ExtractionFailedError`.
        """
        ...
