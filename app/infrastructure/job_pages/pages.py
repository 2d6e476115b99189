"""Postings behind addresses, fetched through the guarded client."""

import asyncio

from app.domain.ports.job_pages import ExtractionFailedError, IJobPages, JobPage
from app.domain.text.sniffing import is_data
from app.infrastructure.http_guard import Fetched, FetchError, GuardedClient
from app.infrastructure.job_pages.boards import board_posting, read_board
from app.infrastructure.job_pages.data_files import read_data_file
from app.infrastructure.job_pages.reader import read_page

_GONE = frozenset((404, 410))
_CLOSED = frozenset((401, 403, 407, 429, 451, 503))
_TEXTUAL = ("html", "json", "xml", "text/")


class HttpJobPages(IJobPages):
    """Reads the public data of the common job boards where the address is one of theirs, else the page itself."""

    def __init__(self, client: GuardedClient) -> None:
        self._client = client

    async def read(self, url: str) -> JobPage:
        """Return the job at `url`, with a title or a text. Raises `ExtractionFailedError`; never another error."""
        board = board_posting(url)
        if board is not None:
            try:
                answer = await self._client.get(board.api_url, accept="application/json, application/xml;q=0.9")
            except FetchError:
                answer = None
            if answer is not None and answer.status == 200:
                page = await asyncio.to_thread(read_board, board, answer.body, url)
                if page is not None:
                    return page
        return await self._page(url)

    def read_saved(self, data: bytes) -> JobPage:
        """Return the job of a page or of a board's data saved to a file. Raises `ExtractionFailedError`."""
        return read_data_file(data) if is_data(data) else read_page(data)

    async def _page(self, url: str) -> JobPage:
        try:
            answer = await self._client.get(url)
        except FetchError as error:
            raise ExtractionFailedError(f"{error}; paste the posting's text instead", url=url) from error
        _check(answer, url)
        return await asyncio.to_thread(read_page, answer.body, content_type=answer.content_type, url=answer.url)


def _check(answer: Fetched, url: str) -> None:
    if answer.status in _GONE:
        raise ExtractionFailedError("The posting is no longer there", url=url, status=answer.status)
    if answer.status in _CLOSED:
        message = "The site does not show this page to programs; paste the posting's text instead"
        raise ExtractionFailedError(message, url=url, status=answer.status)
    if answer.status >= 300:
        message = f"The site answered with an error ({answer.status}); paste the posting's text instead"
        raise ExtractionFailedError(message, url=url, status=answer.status)
    kind = answer.content_type.casefold()
    if kind and not any(part in kind for part in _TEXTUAL):
        raise ExtractionFailedError("The address leads to a file, not to a page; upload or paste its text", url=url)
