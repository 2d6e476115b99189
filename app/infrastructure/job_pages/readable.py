"""Job pages that state nothing in fields: title, employer, place and description out of the page as people see it."""

import importlib
import re
from functools import cache
from typing import Protocol, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.regex import regex
from app.domain.text.job.page import JobPage
from app.domain.text.job.places import names_place
from app.domain.text.job.titles import has_job_word
from app.infrastructure.job_pages.markup import text_of_node

_CHROME = (
    "script, style, noscript, template, svg, iframe, nav, header nav, footer, aside, form, "
    "dialog, [role=navigation], [role=dialog], [aria-hidden=true]"
)
_MARKED = regex(
    r"(?:job|posting|vacancy|position|offer)[-_ ]?(?:description|details?|body|content|text|"
    r"ad)|description__text|show-more-less|jd-|(?:^|[-_ ])description|richtext|prose|rte",
    re.IGNORECASE,
)
_COMPANY_NAME = regex(
    r"(?:company|employer|org|organi[sz]ation|advertiser|hiring[-_ ]?organi[sz]ation)[-_]?name|topcard__org",
    re.IGNORECASE,
)
_COMPANY = regex(r"employer|hiring[-_ ]?organi|job[-_]?company|(?:^|[-_ ])company(?:$|[ ])", re.IGNORECASE)
_LOCATION = regex(
    r"job[-_]?location|(?:^|[-_ ])location(?:$|[-_ ])|locality|topcard__flavor--bullet|workplace|place[-_]of[-_]work",
    re.IGNORECASE,
)
_TITLE = regex(
    r"job[-_ ]?(?:detail[-_ ])?title|posting[-_]?(?:title|headline)|topcard__title|"
    r"position[-_]?title|vacancy[-_]?title|title--job",
    re.IGNORECASE,
)
_HIRING = regex(
    r"^(?P<company>.{2,60}?) (?:is )?hiring (?:an? )?(?P<title>.{3,110}?)(?: in (?P<place>[^|]{2,80}?))?\s*(?:\||$)",
    re.IGNORECASE,
)
_AT = regex(r"^(?:remote )?(?P<title>.{3,110}?) (?:at|bei|chez|@) (?P<company>[^|]{2,60}?)\s*(?:\||\s[-–—]\s|$)")
_DASH = regex(r"\s+[–—|-]\s+|:\s+")
_BOARDS = regex(
    r"linkedin|stack overflow|indeed|glassdoor|seek|we work remotely|remote ok|jobs?$|"
    r"careers?$|monster|stepstone|xing|recruitment|vacanc",
    re.IGNORECASE,
)
_JOB_IN = regex(r"(?:job|stelle|emploi|empleo|vacature|lavoro|vaga)s? (?:in|à|en|em|a)\b", re.IGNORECASE)
_ENOUGH = 200
_SHORT = 120


class _Extract(Protocol):
    def __call__(self, source: str, **options: object) -> str | None: ...


def readable(tree: LexborHTMLParser, source: str, url: str = "") -> JobPage:
    """Return what the visible page says; fields it does not show are left out."""
    titles = [
        found
        for found in (_meta(tree, "og:title"), _text(tree.css_first("head > title")), _meta(tree, "twitter:title"))
        if found
    ]
    headline = _headline(tree)
    title, company, location = _from_sentences(titles, headline)
    where = location or _labelled(tree, _LOCATION, places=True)
    if title is None or company is None:
        split, other = _from_parts(titles, headline, _meta(tree, "og:site_name"))
        title, company = title or split, company or other
    company = company or _labelled(tree, _COMPANY_NAME) or _labelled(tree, _COMPANY)
    return JobPage(url=url, title=title, company=company, location=where, text=_body(tree, source, title))


def _headline(tree: LexborHTMLParser) -> str | None:
    marked = _labelled(tree, _TITLE)
    if marked:
        return marked
    headings = [found for node in tree.css("h1, h2") if (found := _text(node)) and len(found) < _SHORT]
    return next((heading for heading in headings if has_job_word(heading)), headings[0] if headings else None)


def _from_sentences(titles: list[str], headline: str | None) -> tuple[str | None, str | None, str | None]:
    """Return title, company and place out of titles such as "X hiring Y in Z" and "Y at X"."""
    for words in titles:
        if (match := _HIRING.match(words)) and not _BOARDS.search(match["company"]):
            return headline or match["title"], match["company"].strip(), match["place"]
        if (match := _AT.match(words)) and not _BOARDS.search(match["company"]):
            return (
                match["title"].strip() if not headline or headline not in words else headline,
                match["company"].strip(),
                None,
            )
    return None, None, None


def _from_parts(titles: list[str], headline: str | None, site: str | None) -> tuple[str | None, str | None]:
    """Return title and company out of titles such as "Y - X" and "X: Y", told apart by the page's headline."""
    for words in titles:
        parts = [part for part in _DASH.split(words) if part and part != site and not _BOARDS.search(part)]
        marks = list(_DASH.finditer(words))
        if headline and headline in words and len(parts) > 1:
            rest = words.replace(headline, "", 1).strip(" -–—|:")
            other = _DASH.split(rest)[0].strip() if rest else ""
            if other and not _BOARDS.search(other) and other != site and not _JOB_IN.match(other):
                return headline, other
        elif len(parts) > 1 and marks:
            last = marks[-1]
            if words[last.end() :].strip() in parts:
                return words[: last.start()].strip(), words[last.end() :].strip()
    return headline or (titles[0] if titles else None), None


def _labelled(tree: LexborHTMLParser, names: re.Pattern[str], *, places: bool = False) -> str | None:
    """Return the text of the first short element whose class, id or test mark is one of `names`."""
    for node in tree.css("[class], [id], [data-test], [data-testid], [data-automation]"):
        attributes = node.attributes
        marks = " ".join(
            attributes.get(key) or ""
            for key in ("class", "id", "data-test", "data-testid", "data-automation", "data-qa")
        )
        if not names.search(marks):
            continue
        found = _text(node)
        if found and 1 < len(found) < _SHORT and (not places or names_place(found) or "," in found):
            return found
    return None


def _body(tree: LexborHTMLParser, source: str, title: str | None) -> str:
    marked = [
        text_of_node(node)
        for node in tree.css("[class], [id], [data-test], [data-automation], [itemprop]")
        if _is_description(node)
    ]
    longest = max(marked, key=len, default="")
    if len(longest) >= _ENOUGH:
        return longest
    for selector in ("main", "article", "[role=main]"):
        node = tree.css_first(selector)
        if node is not None and len(text_of_node(node)) >= _ENOUGH:
            return _without_chrome(node)
    return _extracted(source) or (_without_chrome(tree.body) if tree.body is not None else title or "")


def _is_description(node: LexborNode) -> bool:
    if node.tag in {"html", "body", "a", "button", "meta", "link", "script", "input", "img"}:
        return False
    attributes = node.attributes
    return any(
        _MARKED.search(attributes.get(key) or "") for key in ("class", "id", "data-test", "data-automation", "itemprop")
    )


def _without_chrome(node: LexborNode) -> str:
    for chrome in node.css(_CHROME):
        if chrome.mem_id != node.mem_id:
            chrome.decompose()
    return text_of_node(node)


def _extracted(source: str) -> str | None:
    extract = _extractor()
    found = extract(source, include_formatting=True, include_tables=True, fast=True) if extract else None
    return found if found and len(found) >= _ENOUGH else None


@cache
def _extractor() -> _Extract | None:
    """Return trafilatura's extractor where the optional package is installed."""
    try:
        return cast("_Extract", importlib.import_module("trafilatura").extract)
    except ImportError:
        return None


def _meta(tree: LexborHTMLParser, name: str) -> str | None:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    content = (node.attributes.get("content") or "") if node is not None else ""
    return " ".join(content.split()) or None


def _text(node: LexborNode | None) -> str | None:
    return " ".join(node.text(separator=" ").split()) or None if node is not None else None
