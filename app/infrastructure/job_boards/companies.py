"""Boards of single employers: each is asked by the employer's name there, and answers all its open vacancies."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote

from app.domain.ports.job_boards import BoardAnswer, BoardPosting, IJobBoard, JobBoardUnavailableError, WantedJob
from app.domain.text.job.page import JobPage
from app.infrastructure.job_boards.feed import BoardFeed
from app.infrastructure.job_boards.json_board import JsonBoard, Source, fitting, presentable, rows_of, web_address
from app.infrastructure.job_pages.board_fields import READERS, Board
from app.infrastructure.job_pages.fields import JSON, mapping, text

_MOST_DETAILS = 12


@dataclass(frozen=True, slots=True)
class _Site:
    board: Board
    base: str
    path: str
    rows: Callable[[JSON], JSON]
    addresses: tuple[str, ...]


def _all(data: JSON) -> JSON:
    return data


def _named_jobs(data: JSON) -> JSON:
    """Return the jobs of an answer whose own `name` is the employer's."""
    jobs, company = mapping(data).get("jobs"), text(mapping(data).get("name"))
    if not isinstance(jobs, list) or company is None:
        return jobs
    return [{"company_name": company, **job} for job in jobs if isinstance(job, dict)]


_SITES: dict[str, _Site] = {
    "greenhouse": _Site(
        "greenhouse",
        "https://boards-api.greenhouse.io",
        "/v1/boards/{company}/jobs?content=true",
        rows_of("jobs"),
        ("absolute_url",),
    ),
    "lever": _Site(
        "lever", "https://api.lever.co", "/v0/postings/{company}?mode=json", _all, ("hostedUrl", "applyUrl")
    ),
    "lever_eu": _Site(
        "lever", "https://api.eu.lever.co", "/v0/postings/{company}?mode=json", _all, ("hostedUrl", "applyUrl")
    ),
    "ashby": _Site(
        "ashby",
        "https://api.ashbyhq.com",
        "/posting-api/job-board/{company}?includeCompensation=true",
        rows_of("jobs"),
        ("jobUrl", "applyUrl"),
    ),
    "workable": _Site(
        "workable",
        "https://apply.workable.com",
        "/api/v1/widget/accounts/{company}?details=true",
        _named_jobs,
        ("url", "shortlink", "application_url"),
    ),
    "recruitee": _Site(
        "recruitee", "https://{company}.recruitee.com", "/api/offers/", rows_of("offers"), ("careers_url",)
    ),
}
_SMARTRECRUITERS = "https://api.smartrecruiters.com"
COMPANY_BOARDS = frozenset({*_SITES, "smartrecruiters"})


def company_board(kind: str, company: str, feed: BoardFeed, base: str | None) -> IJobBoard:
    """Return the board of one employer; `base` stands in for the board's own address."""
    shown = company.replace("-", " ").replace("_", " ").title()
    if kind == "smartrecruiters":
        return SmartRecruitersBoard(company, feed, base or _SMARTRECRUITERS)
    site = _SITES[kind]
    address = ((base or site.base) + site.path).format(company=quote(company, safe=""))
    read = READERS[site.board]

    def page(item: dict[str, JSON]) -> JobPage | None:
        if item.get("isListed") is False or item.get("status") not in (None, "published"):
            return None
        found = next((url for name in site.addresses if (url := web_address(item.get(name)))), "")
        return replace(read(item), url=found)

    source = Source(name=f"{kind}:{company}", addresses=lambda _: (address,), rows=site.rows, read=page, company=shown)
    return JsonBoard(source, feed)


class SmartRecruitersBoard(IJobBoard):
    """`IJobBoard` for an employer on SmartRecruiters, whose list lacks the texts.

    The texts of the dozen best titles are fetched one by one; so a word that only a text has finds nothing here.
    """

    def __init__(self, company: str, feed: BoardFeed, base: str) -> None:
        self._company = company
        self._feed = feed
        self._list = f"{base}/v1/companies/{quote(company, safe='')}/postings"

    @property
    def name(self) -> str:
        """See `IJobBoard.name`."""
        return f"smartrecruiters:{self._company}"

    async def search(self, wanted: WantedJob) -> BoardAnswer:
        """See `IJobBoard.search`."""
        listed = await self._feed.read(f"{self._list}?limit=100", self._listing, source=self.name, seconds=600.0)
        by_place = [page for page in listed.value if wanted.fits_place(page)]
        titled = sorted(by_place, key=wanted.title_share, reverse=True)
        chosen = [page for page in titled if not wanted.q.strip() or wanted.title_share(page) > 0][:_MOST_DETAILS]
        postings = [one for one in await asyncio.gather(*map(self._complete, chosen)) if wanted.fits(one.page)]
        return BoardAnswer(tuple(postings), listed.fetched_at)

    async def _complete(self, page: JobPage) -> BoardPosting:
        identity = page.url.rpartition("/")[2]
        try:
            detail = await self._feed.read(f"{self._list}/{identity}", self._page, source=self.name, seconds=3600.0)
        except JobBoardUnavailableError:
            return BoardPosting(self.name, page, is_excerpt=True)
        found = detail.value
        if found is None or not found.text or not found.title:
            return BoardPosting(self.name, page, is_excerpt=True)
        return BoardPosting(self.name, found)

    def _listing(self, data: JSON) -> list[JobPage]:
        rows = mapping(data).get("content")
        if not isinstance(data, dict) or not isinstance(rows, list):
            raise JobBoardUnavailableError(f"{self.name} answered with something that is not its data")
        pages = [presentable(row, self._fields) for row in rows]
        return fitting([page for page in pages if page is not None], lambda page: bool(page.title and page.url))

    def _page(self, data: JSON) -> JobPage | None:
        return presentable(data, self._fields)

    def _fields(self, row: dict[str, JSON]) -> JobPage | None:
        identity = text(row.get("id"))
        shown = f"https://jobs.smartrecruiters.com/{quote(self._company, safe='')}/{quote(identity or '', safe='')}"
        return replace(READERS["smartrecruiters"](row), url=shown) if identity else None
