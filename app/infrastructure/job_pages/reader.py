"""One page, read by what it offers: board data, schema.org data, then what people see."""

import json
from dataclasses import fields, replace

from selectolax.lexbor import LexborHTMLParser

from app.domain.ports.job_pages import ExtractionFailedError, JobPage
from app.infrastructure.job_pages.boards import board_posting, read_board, read_payload
from app.infrastructure.job_pages.fields import JSON, text
from app.infrastructure.job_pages.markup import decode, nests_deeply
from app.infrastructure.job_pages.readable import readable
from app.infrastructure.job_pages.schema_org import job_postings, page_of, postings

_LARGEST = 5_000_000
_LEAST_TEXT = 60
_LEAST_UNTITLED = 250
_WALLS = (
    "verify you are human",
    "enable javascript and cookies",
    "access denied",
    "are you a robot",
    "checking your browser",
    "captcha",
)


def read_page(html: bytes | str, *, content_type: str = "", url: str = "") -> JobPage:
    """Return the job that a fetched or saved page shows. Raises `ExtractionFailedError` when it shows none."""
    if len(html) > _LARGEST:
        raise ExtractionFailedError("The page is larger than 5 MB; paste the posting's text instead")
    source = html if isinstance(html, str) else decode(html, content_type)
    if not source.strip():
        raise ExtractionFailedError("The page is empty; paste the posting's text instead")
    page = _data_page(html, source, content_type, url) or _html_page(source, url)
    if not page.title and len(page.text) < _LEAST_UNTITLED:
        raise ExtractionFailedError(_reason(source))
    return page


def _data_page(raw: bytes | str, source: str, content_type: str, url: str) -> JobPage | None:
    board = board_posting(url) if url else None
    start = source.lstrip()[:1]
    if board is not None and (start in "{[" or source.lstrip().startswith("<?xml")):
        found = read_board(board, raw, url)
        if found is None:
            raise ExtractionFailedError("The job board does not list this posting any more")
        return found
    if start not in {"{", "["} and "json" not in content_type:
        return None
    try:
        data: JSON = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise ExtractionFailedError("The address answers with broken data; paste the posting's text instead") from error
    found = read_payload(data, url) or next((page_of(posting, url) for posting in job_postings(data)), None)
    if found is None:
        raise ExtractionFailedError("The address answers with data that is not one job posting")
    return found


def _html_page(source: str, url: str) -> JobPage:
    if nests_deeply(source):
        raise ExtractionFailedError("The page is nested too deeply to be read; paste the posting's text instead")
    tree = LexborHTMLParser(source)
    stated = [page_of(posting, url) for posting in postings(tree)]
    stated = [page for page in stated if page.title or page.text]
    if not stated:
        page = readable(tree, source, url)
        return page if len(page.text) >= _LEAST_TEXT else JobPage(url=url)
    page = _chosen(stated, tree)
    if page.title and len(page.text) >= _LEAST_TEXT and page.company:
        return page
    seen = readable(tree, source, url)
    return _completed(page, seen)


def _chosen(pages: list[JobPage], tree: LexborHTMLParser) -> JobPage:
    """Return the posting that the page's own headings name; where none is named, the first."""
    if len(pages) == 1:
        return pages[0]
    heads = " ".join(node.text() for node in tree.css("title, h1")).casefold()
    return next((page for page in pages if page.title and page.title.casefold() in heads), pages[0])


def _completed(page: JobPage, seen: JobPage) -> JobPage:
    missing = {field.name: getattr(seen, field.name) for field in fields(page) if not getattr(page, field.name)}
    if len(page.text) < _LEAST_TEXT and len(seen.text) >= _LEAST_UNTITLED:
        missing["text"] = seen.text
    return replace(page, **missing)


def _reason(source: str) -> str:
    words = text(source[:20_000].casefold()) or ""
    if any(wall in words for wall in _WALLS):
        return "The site shows its pages to people only; paste the posting's text instead"
    return "The page shows no job posting, or only to a browser that runs its scripts; paste the posting's text instead"
