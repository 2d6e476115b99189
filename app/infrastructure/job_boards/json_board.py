"""A board that answers lists of postings as JSON: an address, and a reader of one posting."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlsplit

from app.domain.ports.job_boards import BoardAnswer, BoardPosting, IJobBoard, JobBoardUnavailableError, WantedJob
from app.domain.text.job.page import JobPage
from app.infrastructure.job_boards.feed import BoardFeed, Reading
from app.infrastructure.job_pages.fields import JSON, mapping, text

MOST_POSTINGS = 200
_LONGEST_URL, _LONGEST_LINE, _LONGEST_TEXT = 2_000, 300, 100_000
ReadPosting = Callable[[dict[str, JSON]], JobPage | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """How a board is asked and read.

    `addresses` are fetched at once; the first must answer, further ones are a plus. `rows` finds the list in an answer.
    `read` returns a page with its `url`, or nothing for what is no open vacancy. `fits` sorts out what the board itself
    did not. `company` stands in for an employer's name that the data lacks.
    """

    name: str
    addresses: Callable[[WantedJob], tuple[str, ...]]
    rows: Callable[[JSON], JSON]
    read: ReadPosting
    fits: Callable[[WantedJob, JobPage], bool] = WantedJob.fits
    company: str | None = None
    is_excerpt: bool = False
    seconds: float = 600.0
    headers: Mapping[str, str] = field(default_factory=dict)


class JsonBoard(IJobBoard):
    """`IJobBoard` over a `Source`."""

    def __init__(self, source: Source, feed: BoardFeed) -> None:
        self._source = source
        self._feed = feed

    @property
    def name(self) -> str:
        """See `IJobBoard.name`."""
        return self._source.name

    async def search(self, wanted: WantedJob) -> BoardAnswer:
        """See `IJobBoard.search`."""
        first, *others = self._source.addresses(wanted)
        # The others are asked at the same time, but only what the first one says decides.
        extra = [asyncio.ensure_future(self._read(url)) for url in others]
        try:
            readings = [await self._read(first)]
            for found in await asyncio.gather(*extra, return_exceptions=True):
                if isinstance(found, Reading):
                    readings.append(found)
                elif not isinstance(found, JobBoardUnavailableError):
                    raise found
        finally:
            for task in extra:
                task.cancel()
            await asyncio.gather(*extra, return_exceptions=True)
        pages = [page for reading in readings for page in reading.value]
        kept = await asyncio.to_thread(fitting, pages, lambda page: self._source.fits(wanted, page))
        postings = tuple(BoardPosting(self.name, page, self._source.is_excerpt) for page in kept)
        return BoardAnswer(postings, min(reading.fetched_at for reading in readings))

    async def _read(self, url: str) -> Reading[list[JobPage]]:
        source = self._source
        return await self._feed.read(
            url, self._pages, source=source.name, seconds=source.seconds, headers=source.headers
        )

    def _pages(self, data: JSON) -> list[JobPage]:
        rows = self._source.rows(data)
        if not isinstance(rows, list):
            raise JobBoardUnavailableError(f"{self.name} answered with something that is not its data")
        return list(self._read_rows(rows))

    def _read_rows(self, rows: list[JSON]) -> Iterator[JobPage]:
        for row in rows:
            page = presentable(row, self._source.read)
            if page is not None and page.title:
                yield replace(page, company=page.company or self._source.company)


def presentable(row: JSON, read: ReadPosting) -> JobPage | None:
    """Return what `read` makes of a row, as a job can be kept; nothing where the row is not what a board promises."""
    if not isinstance(row, dict):
        return None
    try:
        page = read(row)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # One posting in a shape of its own must not hide the board's others.
        return None
    if page is None:
        return None
    return replace(
        page,
        url=web_address(page.url),
        title=_text(page.title, _LONGEST_LINE) or None,
        company=_text(page.company, _LONGEST_LINE) or None,
        location=_text(page.location, _LONGEST_LINE) or None,
        date_posted=_day(page.date_posted),
        application_deadline=_day(page.application_deadline),
        text=_text(page.text, _LONGEST_TEXT),
    )


def _text(value: str | None, longest: int) -> str:
    # Escapes in JSON can spell half of a surrogate pair, which nothing after this could encode.
    whole = (value or "")[:longest].encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\x00", "").strip()


def _day(value: str | None) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        return None


def fitting(pages: Iterable[JobPage], fits: Callable[[JobPage], bool]) -> list[JobPage]:
    """Return the first couple of hundred pages that fit, newest first where their days are known."""
    ordered = sorted(pages, key=lambda page: page.date_posted or "", reverse=True)
    found = (page for page in ordered if fits(page))
    return [page for page, _ in zip(found, range(MOST_POSTINGS), strict=False)]


def web_address(value: JSON) -> str:
    """Return `value` where it is an address of the web that a browser opens, else an empty text."""
    address = text(value) or ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc and len(address) <= _LONGEST_URL else ""


def rows_of(name: str) -> Callable[[JSON], JSON]:
    """Return a function that takes the list under `name` out of an answer."""
    return lambda data: mapping(data).get(name) if isinstance(data, dict) else None
