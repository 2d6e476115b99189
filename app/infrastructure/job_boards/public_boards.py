"""Boards that list many employers: two kinds, those that anybody may ask and those that want a key."""

from collections.abc import Mapping
from urllib.parse import urlencode

from app.domain.ports.job_boards import WantedJob
from app.domain.text.job.finding import folded
from app.domain.text.job.page import JobPage
from app.infrastructure.job_boards.json_board import Source, rows_of
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
)
from app.infrastructure.job_pages.markup import text_of

_MINUTES, _HOURS = 60.0, 3600.0
_ARBEITNOW_PAGES, _MUSE_PAGES = 3, 5
_MUSE_REMOTE = "Flexible / Remote"
# The Muse knows no words to search for, only these; the first word that stands in the query names the shelf.
_MUSE_CATEGORIES: tuple[tuple[str, str], ...] = (
    ("data", "Data and Analytics"),
    ("analyst", "Data and Analytics"),
    ("product manager", "Product Management"),
    ("project manager", "Project Management"),
    ("software", "Software Engineering"),
    ("developer", "Software Engineering"),
    ("backend", "Software Engineering"),
    ("frontend", "Software Engineering"),
    ("devops", "Computer and IT"),
    ("admin", "Administration and Office"),
    ("nurse", "Healthcare"),
    ("health", "Healthcare"),
    ("sales", "Sales"),
    ("account", "Accounting and Finance"),
    ("finance", "Accounting and Finance"),
    ("marketing", "Advertising and Marketing"),
    ("design", "Design and UX"),
    ("teacher", "Education"),
    ("recruit", "Human Resources and Recruitment"),
    ("legal", "Legal Services"),
    ("customer", "Customer Service"),
    ("engineer", "Science and Engineering"),
)
ADZUNA_CURRENCIES: Mapping[str, str] = {
    "at": "EUR", "au": "AUD", "be": "EUR", "br": "BRL", "ca": "CAD", "ch": "CHF", "de": "EUR", "es": "EUR",
    "fr": "EUR", "gb": "GBP", "in": "INR", "it": "EUR", "mx": "MXN", "nl": "EUR", "nz": "NZD", "pl": "PLN",
    "sg": "SGD", "us": "USD", "za": "ZAR",
}  # fmt: skip


def remotive(base: str | None) -> Source:
    """Return Remotive: all its jobs in one answer, to be asked for a few times a day at most."""
    address = f"{base or 'https://remotive.com'}/api/remote-jobs"
    return Source(
        name="remotive", addresses=lambda _: (address,), rows=rows_of("jobs"), read=_remotive, seconds=6 * _HOURS
    )


def _remotive(item: dict[str, JSON]) -> JobPage:
    where = text(item.get("candidate_required_location"))
    return JobPage(
        url=text(item.get("url")) or "",
        title=text(item.get("title")),
        company=text(item.get("company_name")),
        location=f"Remote, {where}" if where else "Remote",
        workplace="remote",
        employment_type=employment(item.get("job_type")),
        salary=salary_in(text(item.get("salary"))),
        date_posted=day(item.get("publication_date")),
        text=text_of(str(item.get("description") or "")),
    )


def arbeitnow(base: str | None) -> Source:
    """Return Arbeitnow: the newest jobs, mostly in Germany, by pages of a hundred."""
    address = f"{base or 'https://www.arbeitnow.com'}/api/job-board-api"
    pages = tuple(f"{address}?page={number}" for number in range(1, _ARBEITNOW_PAGES + 1))
    return Source(
        name="arbeitnow", addresses=lambda _: pages, rows=rows_of("data"), read=_arbeitnow, seconds=20 * _MINUTES
    )


def _arbeitnow(item: dict[str, JSON]) -> JobPage:
    return JobPage(
        url=text(item.get("url")) or "",
        title=text(item.get("title")),
        company=text(item.get("company_name")),
        location=text(item.get("location")),
        workplace="remote" if item.get("remote") is True else None,
        employment_type=employment(item.get("job_types")),
        date_posted=day(item.get("created_at")),
        text=text_of(str(item.get("description") or "")),
    )


def the_muse(base: str | None, *, api_key: str) -> Source:
    """Return The Muse: the newest jobs of a category, by pages of twenty; a key only raises its limits."""
    address = f"{base or 'https://www.themuse.com'}/api/public/jobs"

    def addresses(wanted: WantedJob) -> tuple[str, ...]:
        said = folded(wanted.q)
        category = next((name for word, name in _MUSE_CATEGORIES if word in said), None)
        given = {
            "category": category,
            "location": _MUSE_REMOTE if wanted.remote else None,
            "api_key": api_key or None,
            "descending": "true",
        }
        query = urlencode({name: value for name, value in given.items() if value})
        return tuple(f"{address}?page={number}&{query}" for number in range(_MUSE_PAGES))

    return Source(name="themuse", addresses=addresses, rows=rows_of("results"), read=_the_muse)


def _the_muse(item: dict[str, JSON]) -> JobPage:
    places = [found for one in items(item.get("locations")) if (found := text(one))]
    towns = [found for found in places if found != _MUSE_REMOTE]
    return JobPage(
        url=text(mapping(item.get("refs")).get("landing_page")) or "",
        title=text(item.get("name")),
        company=text(item.get("company")),
        location="; ".join(towns) or ("Remote" if places else None),
        workplace="remote" if _MUSE_REMOTE in places else None,
        employment_type="internship" if "Internship" in (text(item.get("levels")) or "") else None,
        date_posted=day(item.get("publication_date")),
        text=text_of(str(item.get("contents") or "")),
    )


def adzuna(base: str | None, *, country: str, app_id: str, app_key: str) -> Source:
    """Return Adzuna for a country: it searches itself, and gives the first few hundred characters of each text."""
    address = f"{base or 'https://api.adzuna.com'}/v1/api/jobs/{country}/search/1"
    currency = ADZUNA_CURRENCIES[country]

    def addresses(wanted: WantedJob) -> tuple[str, ...]:
        words = f"{wanted.q} remote" if wanted.remote and "remote" not in wanted.q.lower() else wanted.q
        given = {"app_id": app_id, "app_key": app_key, "results_per_page": "50", "what": words.strip()}
        if wanted.location.strip():
            given["where"] = wanted.location.strip()
        return (f"{address}?{urlencode(given)}",)

    def read(item: dict[str, JSON]) -> JobPage:
        stated = text(item.get("salary_is_predicted")) != "1"
        figures = (item.get("salary_min"), item.get("salary_max")) if stated else (None, None)
        return JobPage(
            url=text(item.get("redirect_url")) or "",
            title=text_of(text(item.get("title")) or ""),
            company=text(mapping(item.get("company")).get("display_name")),
            location=text(mapping(item.get("location")).get("display_name")),
            employment_type=employment(item.get("contract_time") or item.get("contract_type")),
            salary=salary(*figures, currency, "year"),
            date_posted=day(item.get("created")),
            text=text_of(str(item.get("description") or "")),
        )

    name = f"adzuna:{country}"
    return Source(
        name=name,
        addresses=addresses,
        rows=rows_of("results"),
        read=read,
        fits=WantedJob.fits_arrangement,
        is_excerpt=True,
    )


def usajobs(base: str | None, *, api_key: str, email: str) -> Source:
    """Return USAJobs, the jobs of the federal government; it searches itself."""
    address = f"{base or 'https://data.usajobs.gov'}/api/search"

    def addresses(wanted: WantedJob) -> tuple[str, ...]:
        given = {"ResultsPerPage": "50", "Fields": "Full"}
        if wanted.q.strip():
            given["Keyword"] = wanted.q.strip()
        if wanted.location.strip():
            given["LocationName"] = wanted.location.strip()
        if wanted.remote is not None:
            given["RemoteIndicator"] = str(wanted.remote)
        return (f"{address}?{urlencode(given)}",)

    return Source(
        name="usajobs",
        addresses=addresses,
        rows=_usajobs_rows,
        read=_usajobs,
        fits=WantedJob.fits_arrangement,
        headers={"Authorization-Key": api_key, "User-Agent": email},
    )


def _usajobs_rows(data: JSON) -> JSON:
    result = mapping(data).get("SearchResult") if isinstance(data, dict) else None
    rows = mapping(result).get("SearchResultItems")
    return [mapping(row).get("MatchedObjectDescriptor") for row in rows] if isinstance(rows, list) else None


def _usajobs(item: dict[str, JSON]) -> JobPage:
    details = mapping(mapping(item.get("UserArea")).get("Details"))
    pay = mapping(item.get("PositionRemuneration"))
    duties = [f"- {text_of(found)}" for duty in items(details.get("MajorDuties")) if (found := text(duty))]
    sections = (
        ("", text_of(str(details.get("JobSummary") or ""))),
        ("Duties", "\n".join(duties)),
        ("Requirements", text_of(text(details.get("Requirements")) or "")),
        ("Qualifications", text_of(text(item.get("QualificationSummary")) or "")),
        ("Education", text_of(text(details.get("Education")) or "")),
    )
    remote = details.get("RemoteIndicator") is True or text(details.get("RemoteIndicator")) == "True"
    return JobPage(
        url=text(item.get("PositionURI")) or "",
        title=text(item.get("PositionTitle")),
        company=text(item.get("OrganizationName")) or text(item.get("DepartmentName")),
        location=text(item.get("PositionLocationDisplay"))
        or place(mapping(item.get("PositionLocation")).get("LocationName")),
        workplace="remote" if remote else None,
        employment_type=employment(mapping(item.get("PositionSchedule")).get("Name")),
        salary=salary(
            pay.get("MinimumRange"),
            pay.get("MaximumRange"),
            "USD",
            pay.get("Description") or pay.get("RateIntervalCode"),
        ),
        date_posted=day(item.get("PublicationStartDate")),
        application_deadline=day(item.get("ApplicationCloseDate")),
        text="\n\n".join(f"# {title}\n{body}" if title else body for title, body in sections if body),
    )
