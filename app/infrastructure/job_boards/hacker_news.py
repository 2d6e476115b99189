"""The monthly "Who is hiring?" thread of Hacker News, through its public search."""

import asyncio
import re

from app.domain.ports.job_boards import BoardAnswer, BoardPosting, IJobBoard, JobBoardUnavailableError, WantedJob
from app.domain.regex import regex
from app.domain.text.job.page import JobPage
from app.domain.text.job.places import names_place
from app.domain.text.job.titles import has_job_word
from app.domain.text.posting import Workplace
from app.infrastructure.job_boards.feed import BoardFeed
from app.infrastructure.job_boards.json_board import fitting, presentable
from app.infrastructure.job_pages.fields import JSON, day, employment, mapping, salary_in, text
from app.infrastructure.job_pages.markup import text_of

_BASE = "https://hn.algolia.com"
_MINUTES = 60.0
_HEAD_PARTS = regex(r"\s*(?:\||•|·)\s*")
_WEB = regex(r"\(?\bhttps?://\S+\)?|\(?\bwww\.\S+\)?")
_REMOTE = regex(r"\bremote\b", re.IGNORECASE)
_PRESENT = regex(r"\b(?:on-?site|in[- ]office|in[- ]person)\b", re.IGNORECASE)
_HYBRID = regex(r"\bhybrid\b", re.IGNORECASE)
_OTHER = regex(
    r"^(?:(?:full|part)[- ]?time|contract|permanent|intern(?:ship)?s?|visa\b.*|equity|no visa.*|multiple roles|"
    r"[$€£].*|.*\d\s?k\b.*|\+?.*equity)$",
    re.IGNORECASE,
)
_CONTRACT = regex(r"^(?:full|part)[- ]?time\b|^contract|^permanent|^intern(?:ship)?s?\b", re.IGNORECASE)
_MONEY = regex(r"[$€£]|\d\s?k\b")
_LONGEST_HEAD = 400


class HackerNewsBoard(IJobBoard):
    """`IJobBoard` over the newest thread, of the comments that keep to the custom "Employer | Role | Place"."""

    name = "hackernews"

    def __init__(self, feed: BoardFeed, base: str | None) -> None:
        self._feed = feed
        self._base = f"{base or _BASE}/api/v1/search_by_date"

    async def search(self, wanted: WantedJob) -> BoardAnswer:
        """See `IJobBoard.search`."""
        threads = f"{self._base}?tags=story,author_whoishiring&hitsPerPage=10"
        found = await self._feed.read(threads, _newest, source=self.name, seconds=60 * _MINUTES)
        comments = f"{self._base}?tags=comment,story_{found.value}&hitsPerPage=1000"
        reading = await self._feed.read(
            comments, lambda data: _vacancies(data, found.value), source=self.name, seconds=30 * _MINUTES
        )
        kept = await asyncio.to_thread(fitting, reading.value, wanted.fits)
        return BoardAnswer(tuple(BoardPosting(self.name, page) for page in kept), reading.fetched_at)


def _hits(data: JSON) -> list[JSON]:
    hits = data.get("hits") if isinstance(data, dict) else None
    if not isinstance(hits, list):
        raise JobBoardUnavailableError("hackernews answered with something that is not its data")
    return hits


def _newest(data: JSON) -> str:
    """Return the number of the newest thread; beside it stands one of people who look for work."""
    for hit in _hits(data):
        title, number = text(mapping(hit).get("title")) or "", text(mapping(hit).get("objectID")) or ""
        if "who is hiring?" in title.lower() and number.isdigit():
            return number
    raise JobBoardUnavailableError("hackernews has no thread of vacancies at the moment")


def _vacancies(data: JSON, thread: str) -> list[JobPage]:
    answers = [hit for hit in _hits(data) if text(mapping(hit).get("parent_id")) == thread]
    return [page for hit in answers if (page := presentable(hit, _vacancy)) is not None and page.title]


def _vacancy(hit: dict[str, JSON]) -> JobPage | None:
    body = text_of(str(hit.get("comment_text") or ""))
    head, _, _ = body.partition("\n")
    parts = [part for part in (_WEB.sub("", one).strip(" -–—,:") for one in _HEAD_PARTS.split(head)) if part]
    if len(parts) < 2 or len(head) > _LONGEST_HEAD:
        return None
    company, rest = parts[0], parts[1:]
    title = next((part for part in rest if has_job_word(part) and not names_place(part)), None)
    spoken = [part for part in rest if part != title and not _OTHER.match(part)]
    where = next((part for part in spoken if names_place(part)), None)
    return JobPage(
        url=f"https://news.ycombinator.com/item?id={text(hit.get('objectID')) or ''}",
        title=title or " | ".join(parts[:3]),
        company=company,
        location=where or ("Remote" if _workplace(head) == "remote" else None),
        workplace=_workplace(head),
        employment_type=employment(next((part for part in rest if _CONTRACT.search(part)), None)),
        salary=salary_in(next((part for part in rest if _MONEY.search(part)), None)),
        date_posted=day(hit.get("created_at")),
        text=body,
    )


def _workplace(head: str) -> Workplace | None:
    if _HYBRID.search(head) or (_REMOTE.search(head) and _PRESENT.search(head)):
        return "hybrid"
    if _REMOTE.search(head):
        return "remote"
    return "onsite" if _PRESENT.search(head) else None
