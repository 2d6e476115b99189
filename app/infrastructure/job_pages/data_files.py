"""Saved data of job boards and feeds: postings in JSON or XML, known by shape or read by the names of their keys."""

import json
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from app.domain.ports.job_pages import ExtractionFailedError
from app.domain.regex import regex
from app.domain.text.job.page import JobPage
from app.infrastructure.job_pages.boards import known_posting, positions
from app.infrastructure.job_pages.fields import (
    JSON,
    day,
    employment,
    items,
    mapping,
    number,
    place,
    salary,
    salary_in,
    text,
    workplace,
)
from app.infrastructure.job_pages.markup import decode, text_of
from app.infrastructure.job_pages.schema_org import job_postings, page_of

_DEEPEST = 12
_MOST_OBJECTS = 20_000
_LEAST_TEXT = 20
_LARGEST = 5_000_000
_TITLE = "title jobtitle positiontitle position jobopeningname postingtitle rolename role name"
_DESCRIPTION = """
    descriptionhtml jobdescription description descriptionplain content body jobsummary details jobdetails text
    fulldescription longdescription summary excerpt jobexcerpt shortdescriptionstr
"""
_SECTIONS = (
    ("responsibilities duties tasks majorduties", "Responsibilities"),
    ("requirements qualifications requirementshtml candidaterequirements qualificationsummary", "Requirements"),
    ("benefits benefitshtml perks offer", "Benefits"),
)
_COMPANY = "companyname company employername employer organizationname hiringorganization organization hiringcompany"
_PLACE = """
    location joblocation jobgeo candidaterequiredlocation positionlocationdisplay primarylocation worklocation
    locationname locations locationstext region cityname city
"""
_TYPE = "employmenttype jobtype timetype schedule commitment contracttype employmentstatuslabel jobtypes"
_POSTED = """
    dateposted publicationdate publishedat pubdate datepublished created createdat posteddate publicationstartdate date
"""
_DEADLINE = "validthrough deadline applicationdeadline expirydate applicationclosedate closingdate"
_LOW = "salarymin minsalary jobminsalary minimumrange salaryfrom minimumsalary annualsalarymin"
_HIGH = "salarymax maxsalary jobmaxsalary maximumrange salaryto maximumsalary annualsalarymax"
_CURRENCY = "salarycurrency currency jobsalarycurrency currencycode"
_PERIOD = "salaryperiod jobsalaryperiod rateintervalcode salaryinterval salarytype"
_PAY = "salary salaryrange compensation pay salarytext"
_REMOTE = "isremote remote jobisremote telecommuting"
_HOW = "workplacetype remotetype locationtype workmodel workplace"
_SMALL = regex(r"[^a-z]")
_SURELY = regex(r"desc|duties|requirement|qualification|company|employer|organi[sz]ation|location|hire|geo")


def read_data_file(data: bytes) -> JobPage:
    """Return the posting of a saved file, the first where it holds several; `others` counts the rest.

    Raises `ExtractionFailedError`.
    """
    if len(data) > _LARGEST:
        raise ExtractionFailedError("The file is larger than 5 MB; keep the one posting in it")
    source = decode(data)
    if source.lstrip("\ufeff \t\r\n").startswith("<"):
        found = _pages_of_xml(data)
    else:
        try:
            found = _pages_of(json.loads(source.lstrip("\ufeff")))
        except RecursionError as error:
            raise ExtractionFailedError("This JSON is nested too deeply to be a job posting") from error
        except ValueError as error:
            where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
            raise ExtractionFailedError(f"This is not valid JSON: it breaks off or is malformed{where}") from error
    if not found:
        raise ExtractionFailedError("This data holds no job posting: nothing in it has a title and a description")
    return replace(found[0], others=len(found) - 1)


def _pages_of(data: JSON) -> list[JobPage]:
    """Return the postings of decoded JSON: of schema.org, of a known board, or of any feed."""
    if isinstance(data, dict) and "basics" in data:
        raise ExtractionFailedError("This is a JSON Resume, not a job posting")
    found = [page_of(posting) for posting in job_postings(data)]
    if not found:
        found = [page for item in _objects(data) if (page := known_posting(item))]
    if not found:
        found = list(_any_postings(data, {}))
    told = {(page.title, page.company, page.location, page.text): page for page in found if page.title or page.text}
    return sorted(told.values(), key=lambda page: len(page.text) < _LEAST_TEXT)


def _pages_of_xml(data: bytes) -> list[JobPage]:
    if found := list(positions(data)):
        return found
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    return _pages_of(_plain(root, 0)) if root is not None else []


def _plain(element: "etree._Element", depth: int) -> JSON:
    """Return an element as JSON: its text, or its children by name."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or depth > _DEEPEST:
        return "".join(element.itertext()).strip()
    found: dict[str, JSON] = {}
    for child in children:
        name, value = etree.QName(child).localname, _plain(child, depth + 1)
        found[name] = [*items(found[name]), value] if name in found else value
    return found


def _objects(data: JSON) -> Iterator[dict[str, JSON]]:
    """Yield the objects of `data` from the outside in; what an organization says of itself goes to its jobs."""
    waiting: list[tuple[JSON, int, str | None]] = [(data, 0, None)]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        value, depth, company = waiting.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield {"company_name": company, **value} if company else value
            if isinstance(value.get("name"), str) and isinstance(value.get("jobs"), list):
                company = text(value.get("name"))
        if depth < _DEEPEST:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            waiting.extend((one, depth + 1, company) for one in inner if isinstance(one, (dict, list)))


def _any_postings(data: JSON, above: dict[str, JSON], depth: int = 0) -> Iterator[JobPage]:
    """Yield what reads as a posting by the names of its keys; an object may name the employer of those within."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _any_postings(item, above, depth + 1)
    elif isinstance(data, dict):
        keyed = {_SMALL.sub("", key.casefold()): value for key, value in data.items()}
        page = _page(keyed, above)
        if page is not None:
            yield page
            return
        passed = {**above, **{key: value for key, value in keyed.items() if key in _COMPANY.split()}}
        for value in data.values():
            if isinstance(value, (dict, list)):
                yield from _any_postings(value, passed, depth + 1)


def _page(keyed: dict[str, JSON], above: dict[str, JSON]) -> JobPage | None:
    """Return the object as a posting if it has a title, and a text or what only postings have."""
    title = _first(keyed, _TITLE)
    whole = {**above, **_flat(keyed)}
    body = max((found for name in _DESCRIPTION.split() if (found := _body(whole.get(name)))), key=len, default="")
    if not title or len(title) > 200 or sum(_SURELY.search(key) is not None for key in keyed) < (1 if body else 2):
        return None
    parts = [body]
    for names, heading in _SECTIONS:
        section = next((found for name in names.split() if (found := _body(whole.get(name)))), "")
        if section and section not in body:
            parts.append(f"# {heading}\n{section}")
    low, high = (_number(whole, names) for names in (_LOW, _HIGH))
    pay = salary(low, high, _first(whole, _CURRENCY), _first(whole, _PERIOD)) if low or high else None
    remote = any(whole.get(name) is True for name in _REMOTE.split())
    return JobPage(
        title=title,
        company=_first(whole, _COMPANY),
        location=_where(whole),
        workplace=workplace(_first(whole, _HOW)) or ("remote" if remote else None),
        employment_type=employment([whole.get(name) for name in _TYPE.split()]),
        salary=pay or salary_in(_first(whole, _PAY)),
        date_posted=_day(whole, _POSTED),
        application_deadline=_day(whole, _DEADLINE),
        text="\n\n".join(part for part in parts if part),
    )


def _flat(keyed: dict[str, JSON], depth: int = 0) -> dict[str, JSON]:
    """Return the object with the keys of what is within it, its own first."""
    found: dict[str, JSON] = {}
    for key, value in keyed.items():
        inner = mapping(value)
        if inner and depth < 3 and key not in {"department", "category", "jobskill", "skills", "benefits"}:
            within = _flat({_SMALL.sub("", name.casefold()): one for name, one in inner.items()}, depth + 1)
            found |= {name: one for name, one in within.items() if name not in keyed and name not in _GENERAL}
    return {**found, **keyed}


_GENERAL = frozenset({"name", "id", "title", "text", "type", "role", "label", "content", "body", "summary", "url"})


def _first(keyed: dict[str, JSON], names: str) -> str | None:
    for name in names.split():
        value = keyed.get(name)
        if isinstance(value, dict):
            value = value.get("display_name") or value.get("displayName") or value.get("label") or value
        if found := text(value):
            return " ".join(text_of(found).removeprefix("# ").split()) or None
    return None


def _body(value: JSON) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {' '.join(one.split())}" for one in map(_body, value) if one)
    found = value if isinstance(value, str) else text(value) if isinstance(value, dict) else None
    return text_of(found).strip() if found else ""


def _where(keyed: dict[str, JSON]) -> str | None:
    for name in _PLACE.split():
        value = keyed.get(name)
        if isinstance(value, list) and len(value) > 1 and all(isinstance(one, str) for one in value):
            return "; ".join(dict.fromkeys(one for one in map(text, value) if one)) or None
        inner = mapping(value)
        town = place(inner.get("city"), inner.get("region") or inner.get("state"), inner.get("country"))
        town = town or _first(keyed, name)
        if town is not None:
            return town
    return place(keyed.get("jobcity"), keyed.get("jobstate"), keyed.get("jobcountry"))


def _number(keyed: dict[str, JSON], names: str) -> float | None:
    return next((found for name in names.split() if (found := number(keyed.get(name)))), None)


def _day(keyed: dict[str, JSON], names: str) -> str | None:
    return next((found for name in names.split() if (found := day(keyed.get(name)))), None)
