"""Job boards whose postings are public JSON or XML: which address is whose, where its data is, and how to read it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, quote, urlsplit

from lxml import etree

from app.domain.regex import regex
from app.domain.text.job.page import JobPage
from app.infrastructure.job_pages.board_fields import READERS, Board
from app.infrastructure.job_pages.fields import (
    JSON,
    day,
    employment,
    mapping,
    text,
)
from app.infrastructure.job_pages.markup import text_of

_SLUG = r"(?P<org>[\w.%-]{1,80})"


@dataclass(frozen=True, slots=True)
class BoardPosting:
    """One posting of a board: `api_url` answers its data, alone or among the organization's others."""

    board: Board
    organization: str
    id: str
    api_url: str


@dataclass(frozen=True, slots=True)
class _Site:
    board: Board
    address: re.Pattern[str]
    api: str


_ADDRESSES_OF: tuple[tuple[Board, str, str], ...] = (
    (
        "greenhouse",
        rf"(?:job-boards|boards)(?:\.eu)?\.greenhouse\.io/{_SLUG}/jobs/(?P<id>\d+)",
        "https://boards-api.greenhouse.io/v1/boards/{org}/jobs/{id}?pay_transparency=true",
    ),
    (
        "greenhouse",
        rf"boards-api(?:\.eu)?\.greenhouse\.io/v1/boards/{_SLUG}/jobs/(?P<id>\d+)",
        "https://boards-api.greenhouse.io/v1/boards/{org}/jobs/{id}?pay_transparency=true",
    ),
    (
        "lever",
        rf"jobs\.eu\.lever\.co/{_SLUG}/(?P<id>[\w-]{{8,60}})",
        "https://api.eu.lever.co/v0/postings/{org}/{id}?mode=json",
    ),
    (
        "lever",
        rf"jobs\.lever\.co/{_SLUG}/(?P<id>[\w-]{{8,60}})",
        "https://api.lever.co/v0/postings/{org}/{id}?mode=json",
    ),
    (
        "ashby",
        rf"jobs\.ashbyhq\.com/{_SLUG}/(?P<id>[\w-]{{8,60}})",
        "https://api.ashbyhq.com/posting-api/job-board/{org}?includeCompensation=true",
    ),
    (
        "workable",
        rf"apply\.workable\.com/{_SLUG}/j/(?P<id>\w{{6,20}})",
        "https://apply.workable.com/api/v1/widget/accounts/{org}?details=true",
    ),
    (
        "smartrecruiters",
        rf"(?:jobs|careers)\.smartrecruiters\.com/{_SLUG}/(?P<id>\d{{6,20}}|[0-9a-f-]{{36}})",
        "https://api.smartrecruiters.com/v1/companies/{org}/postings/{id}",
    ),
    (
        "recruitee",
        r"(?P<org>[\w-]{1,80})\.recruitee\.com/(?:\w\w/)?o/(?P<id>[\w-]{1,200})",
        "https://{org}.recruitee.com/api/offers/{id}",
    ),
    (
        "personio",
        r"(?P<org>[\w-]{1,80})\.jobs\.personio\.de/job/(?P<id>\d+)",
        "https://{org}.jobs.personio.de/xml?language=en",
    ),
    (
        "personio",
        r"(?P<org>[\w-]{1,80})\.jobs\.personio\.com/job/(?P<id>\d+)",
        "https://{org}.jobs.personio.com/xml?language=en",
    ),
)
_SITES = tuple(_Site(board, regex(address, re.IGNORECASE), api) for board, address, api in _ADDRESSES_OF)


def board_posting(url: str) -> BoardPosting | None:
    """Return the board posting that `url` shows, or nothing when it is not one of the known boards."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    address = f"{parts.hostname}{parts.path}"
    query = parse_qs(parts.query)
    if address.startswith("boards.greenhouse.io/embed/job_app") and {"for", "token"} <= query.keys():
        address = f"boards.greenhouse.io/{query['for'][0]}/jobs/{query['token'][0]}"
    for site in _SITES:
        if match := site.address.match(address):
            organization, posting = match["org"], match["id"]
            return BoardPosting(
                site.board,
                organization,
                posting,
                site.api.format(org=quote(organization, safe="%"), id=quote(posting, safe="%")),
            )
    return None


def read_board(posting: BoardPosting, payload: bytes | str, url: str = "") -> JobPage | None:
    """Return the posting out of what its `api_url` answered, or nothing when it is not in there."""
    if posting.board == "personio":
        found = _personio(payload, posting.id)
    else:
        try:
            data: JSON = json.loads(payload)
        except (ValueError, RecursionError):
            return None
        found = next((READERS[posting.board](item) for item in _candidates(data) if _is(item, posting.id)), None)
    if found is None or not (found.title or found.text):
        return None
    company = found.company or posting.organization.replace("-", " ").replace("%20", " ").title()
    return replace(found, url=url, company=company)


def read_payload(data: JSON, url: str = "") -> JobPage | None:
    """Return the only posting of a board's JSON, told by its shape, or the one that names `url`."""
    known = [(item, reader) for item in _candidates(data) if (reader := _reader_of(item))]
    chosen = [pair for pair in known if url and url in {text(pair[0].get(key)) for key in _ADDRESSES}] or known
    if len(chosen) != 1:
        return None
    item, reader = chosen[0]
    return replace(reader(item), url=url)


_ADDRESSES = ("absolute_url", "hostedUrl", "jobUrl", "url", "careers_url", "applyUrl", "shortlink", "postingUrl")


def known_posting(item: dict[str, JSON]) -> JobPage | None:
    """Return the posting that an object of a known board's JSON is, or nothing."""
    reader = _reader_of(item)
    return reader(item) if reader else None


def _reader_of(item: dict[str, JSON]) -> Callable[[dict[str, JSON]], JobPage] | None:
    keys = item.keys()
    for board, marks in _MARKS.items():
        if marks <= keys:
            return READERS[board]
    return None


def _candidates(data: JSON) -> Iterator[dict[str, JSON]]:
    if isinstance(data, list):
        yield from (item for item in data if isinstance(item, dict))
    elif isinstance(data, dict):
        inner = data.get("jobs") or data.get("offers") or data.get("content") or data.get("results")
        if isinstance(inner, list):
            shared = {"company_name": data.get("name")} if isinstance(data.get("name"), str) else {}
            yield from ({**shared, **item} for item in inner if isinstance(item, dict))
        else:
            yield mapping(data.get("offer")) or data


def _is(item: dict[str, JSON], wanted: str) -> bool:
    identities = {text(item.get(key)) for key in ("id", "shortcode", "slug", "uuid", "jobAdId", "internal_job_id")}
    return wanted in identities or len(identities) == 1


def _personio(payload: bytes | str, wanted: str) -> JobPage | None:
    return next(positions(payload, wanted), None)


def positions(payload: bytes | str, wanted: str | None = None) -> Iterator[JobPage]:
    """Yield the postings of a Personio feed, only `wanted` where one is named; none for any other XML."""
    source = payload.encode() if isinstance(payload, str) else payload
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    for position in root.iter("position") if root is not None else ():
        if position.find("name") is None or wanted not in {None, (position.findtext("id") or "").strip()}:
            continue
        parts = []
        for section in position.iter("jobDescription"):
            body = text_of(section.findtext("value") or "")
            parts.append(f"# {(section.findtext('name') or '').strip()}\n{body}")
        offices = [office.text for office in position.iter("office")]
        yield JobPage(
            title=text(position.findtext("name")),
            company=text(position.findtext("subcompany")),
            location="; ".join(dict.fromkeys(office.strip() for office in offices if office)) or None,
            employment_type=employment([position.findtext("schedule"), position.findtext("employmentType")]),
            date_posted=day(position.findtext("createdAt")),
            text="\n\n".join(parts),
        )


_MARKS: dict[Board, frozenset[str]] = {
    "greenhouse": frozenset(("absolute_url", "content", "title")),
    "lever": frozenset(("text", "categories", "hostedUrl")),
    "ashby": frozenset(("title", "descriptionHtml", "jobUrl")),
    "workable": frozenset(("title", "shortcode", "description")),
    "smartrecruiters": frozenset(("name", "jobAd", "company")),
    "recruitee": frozenset(("title", "description", "careers_url")),
}
