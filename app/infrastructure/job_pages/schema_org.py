"""schema.org `JobPosting` objects: in JSON-LD, microdata or RDFa, broken as pages break them."""

import html
import json
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.regex import regex
from app.domain.text.job.page import JobPage
from app.domain.text.posting import Salary
from app.infrastructure.job_pages.fields import (
    JSON,
    day,
    employment,
    items,
    mapping,
    place,
    salary,
    salary_in,
    text,
    workplace,
)  # fmt: skip
from app.infrastructure.job_pages.markup import text_of, text_of_node

_WRAPPING = regex(r"^\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*;?\s*$")
_TRAILING_COMMA = regex(r",(\s*[}\]])")
_LINE_COMMENT = regex(r"(?m)^\s*//.*$")
_DEEPEST = 12
_MOST_SCRIPTS = 60
_MOST_PROPERTIES = 2_000
_SECTIONS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("experienceRequirements", "Experience requirements"),
    ("educationRequirements", "Education requirements"),
    ("skills", "Skills"),
    ("jobBenefits", "Benefits"),
    ("incentiveCompensation", "Compensation"),
)


def postings(tree: LexborHTMLParser) -> list[dict[str, JSON]]:
    """Return every `JobPosting` object of a page: those of its scripts, else those of its markup."""
    found = [posting for script in _scripts(tree) for posting in job_postings(script)]
    return found or list(_marked_up(tree))


def job_postings(data: JSON, depth: int = 0) -> Iterator[dict[str, JSON]]:
    """Yield the `JobPosting` objects anywhere in decoded JSON-LD."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from job_postings(item, depth + 1)
    elif isinstance(data, dict):
        kinds = [
            str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in items(data.get("@type") or data.get("type"))
        ]
        if "JobPosting" in kinds:
            yield data
        else:
            for value in data.values():
                if isinstance(value, (list, dict)):
                    yield from job_postings(value, depth + 1)


def page_of(posting: dict[str, JSON], url: str = "") -> JobPage:
    """Return a `JobPosting` object as a job page."""
    return JobPage(
        url=url,
        title=_plain(posting.get("title") or posting.get("name")),
        company=_plain(posting.get("hiringOrganization")),
        location=_location(posting),
        workplace=workplace(posting.get("jobLocationType")),
        employment_type=employment(posting.get("employmentType")),
        salary=_pay(posting),
        date_posted=day(posting.get("datePosted")),
        application_deadline=day(posting.get("validThrough")),
        text=_description(posting),
    )


def _plain(value: JSON) -> str | None:
    found = text(value)
    return " ".join(text_of(found).removeprefix("# ").split()) or None if found else None


def _scripts(tree: LexborHTMLParser) -> Iterator[JSON]:
    for script in tree.css("script")[:_MOST_SCRIPTS]:
        kind = (script.attributes.get("type") or "").strip().casefold()
        if kind.startswith("application/ld+json"):
            data = decode_json(script.text() or "")
            if data is not None:
                yield data


def decode_json(source: str) -> JSON:
    """Return decoded JSON-LD, mended where pages commonly break it, or nothing."""
    bare = _WRAPPING.sub("", _WRAPPING.sub("", source)).strip()
    mended = _TRAILING_COMMA.sub(r"\1", _LINE_COMMENT.sub("", bare)).rstrip(";")
    for attempt in (source, bare, mended, html.unescape(mended)):
        try:
            decoded: JSON = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return decoded
    return None


def _marked_up(tree: LexborHTMLParser) -> Iterator[dict[str, JSON]]:
    for node in tree.css("[itemtype]"):
        if (node.attributes.get("itemtype") or "").rstrip("/").endswith("JobPosting"):
            yield _properties(node, "itemprop", ("itemscope",))
    for node in tree.css("[typeof]"):
        if (node.attributes.get("typeof") or "").rsplit(":", 1)[-1].rsplit("/", 1)[-1] == "JobPosting":
            yield _properties(node, "property", ("typeof", "resource"))


def _properties(root: LexborNode, attribute: str, scope: tuple[str, ...]) -> dict[str, JSON]:
    """Return the properties of one item; a property inside another's text is part of that text too."""
    found: dict[str, JSON] = {}
    waiting: list[tuple[LexborNode, dict[str, JSON]]] = [(child, found) for child in reversed(list(root.iter()))]
    left = _MOST_PROPERTIES * 10
    while waiting and left:
        left -= 1
        node, owner = waiting.pop()
        target = owner
        name = (node.attributes.get(attribute) or "").split(" ")[0].rsplit(":", 1)[-1]
        if name:
            if any(mark in node.attributes for mark in scope):
                target = {"name": " ".join(node.text().split())} if not node.css(f"[{attribute}]") else {}
                _add(owner, name, target)
            else:
                _add(owner, name, _value(node))
        waiting.extend((child, target) for child in reversed(list(node.iter())))
    return found


def _add(owner: dict[str, JSON], name: str, value: JSON) -> None:
    owner[name] = [*items(owner[name]), value] if name in owner else value


def _value(node: LexborNode) -> JSON:
    for attribute in ("content", "datetime"):
        if node.attributes.get(attribute):
            return node.attributes[attribute]
    return text_of_node(node)


def _location(posting: dict[str, JSON]) -> str | None:
    places = [found for item in items(posting.get("jobLocation")) if (found := _place(item))]
    if not places:
        places = [found for item in items(posting.get("applicantLocationRequirements")) if (found := text(item))]
    return "; ".join(dict.fromkeys(places)) or None


def _place(item: JSON) -> str | None:
    if not isinstance(item, dict):
        return text(item)
    address = item.get("address", item)
    if not isinstance(address, dict):
        return text(address) or text(item.get("name"))
    parts = (address.get("addressLocality"), address.get("addressRegion"), address.get("addressCountry"))
    return place(*parts) or text(item.get("name")) or text(address.get("streetAddress"))


def _pay(posting: dict[str, JSON]) -> Salary | None:
    stated = posting.get("baseSalary") or posting.get("estimatedSalary")
    if isinstance(stated, list):
        stated = stated[0] if stated else None
    currency = posting.get("salaryCurrency")
    if not isinstance(stated, dict):
        return salary(stated, stated, currency, None) or salary_in(text(stated))
    value = stated.get("value", stated)
    currency = stated.get("currency") or stated.get("priceCurrency") or mapping(value).get("currency") or currency
    if not isinstance(value, dict):
        unit = stated.get("unitText")
        return salary(value, value, currency, unit) or salary_in(text(value))
    unit = value.get("unitText") or stated.get("unitText") or stated.get("duration")
    single = value.get("value") or value.get("price")
    low, high = value.get("minValue") or single, value.get("maxValue") or single
    return salary(low, high, currency, unit)


def _description(posting: dict[str, JSON]) -> str:
    parts = [text_of(found)] if isinstance(found := posting.get("description"), str) else []
    for name, heading in _SECTIONS:
        section = "\n".join(line for item in items(posting.get(name)) if (line := _section(item)))
        if section and not any(_same(section, part) for part in parts):
            parts.append(f"# {heading}\n{section}")
    return "\n\n".join(part for part in parts if part)


def _section(item: JSON) -> str:
    if isinstance(item, dict):
        item = (
            item.get("description")
            or item.get("credentialCategory")
            or item.get("name")
            or item.get("monthsOfExperience")
        )
    return text_of(item) if isinstance(item, str) else ""


def _same(section: str, part: str) -> bool:
    return " ".join(section.split())[:80] in " ".join(part.split())
