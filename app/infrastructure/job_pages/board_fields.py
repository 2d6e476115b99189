"""The JSON of each job board's postings, field by field."""

from collections.abc import Callable
from typing import Literal

from app.domain.text.job.page import JobPage
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
)
from app.infrastructure.job_pages.markup import text_of

Board = Literal["greenhouse", "lever", "ashby", "workable", "smartrecruiters", "recruitee", "personio"]


def _greenhouse(item: dict[str, JSON]) -> JobPage:
    pay = mapping(item.get("pay_input_ranges"))
    low, high = pay.get("min_cents"), pay.get("max_cents")
    cents = isinstance(low, int) and isinstance(high, int)
    return JobPage(
        title=text(item.get("title")),
        company=text(item.get("company_name")),
        location=text(item.get("location")),
        salary=salary(low / 100, high / 100, pay.get("currency_type"), None) if cents else None,  # type: ignore[operator]
        date_posted=day(item.get("first_published")),
        application_deadline=day(item.get("application_deadline")),
        text=text_of(str(item.get("content") or "")),
    )


def _lever(item: dict[str, JSON]) -> JobPage:
    categories, pay = mapping(item.get("categories")), mapping(item.get("salaryRange"))
    opening = item.get("description") or item.get("descriptionPlain") or item.get("descriptionBody")
    parts = [text_of(str(opening or ""))]
    for section in items(item.get("lists")):
        named = mapping(section)
        parts.append(f"# {text(named.get('text')) or ''}\n{text_of(str(named.get('content') or ''))}")
    parts.append(text_of(str(item.get("additional") or item.get("additionalPlain") or "")))
    return JobPage(
        title=text(item.get("text")),
        location=text(categories.get("location")),
        workplace=workplace(item.get("workplaceType")),
        employment_type=employment(categories.get("commitment")),
        salary=salary(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("interval")),
        date_posted=day(item.get("createdAt")),
        text="\n\n".join(part for part in parts if part.strip("# \n")),
    )


def _ashby(item: dict[str, JSON]) -> JobPage:
    compensation = mapping(item.get("compensation"))
    stated = text(compensation.get("scrapeableCompensationSalarySummary")) or text(
        compensation.get("compensationTierSummary")
    )
    others = [
        found for other in items(item.get("secondaryLocations")) if (found := text(mapping(other).get("location")))
    ]
    location = "; ".join(dict.fromkeys([found for found in [text(item.get("location"))] if found] + others))
    return JobPage(
        title=text(item.get("title")),
        location=location or None,
        workplace=workplace(item.get("workplaceType")) or ("remote" if item.get("isRemote") is True else None),
        employment_type=employment(item.get("employmentType")),
        salary=salary_in(stated),
        date_posted=day(item.get("publishedAt")),
        text=text_of(str(item.get("descriptionHtml") or item.get("descriptionPlain") or "")),
    )


def _workable(item: dict[str, JSON]) -> JobPage:
    where = mapping(item.get("locations") or item.get("location")) or item
    parts = [text_of(str(item.get("description") or ""))]
    parts += [
        f"# {name.title()}\n{text_of(str(item[name]))}" for name in ("requirements", "benefits") if item.get(name)
    ]
    remote = item.get("telecommuting") is True or item.get("remote") is True
    return JobPage(
        title=text(item.get("title")),
        company=text(item.get("company_name")),
        location=place(where.get("city"), where.get("region") or where.get("state"), where.get("country")),
        workplace=workplace(item.get("workplace")) or ("remote" if remote else None),
        employment_type=employment(item.get("employment_type") or item.get("type")),
        date_posted=day(item.get("published_on") or item.get("published")),
        text="\n\n".join(part for part in parts if part),
    )


def _smartrecruiters(item: dict[str, JSON]) -> JobPage:
    where = mapping(item.get("location"))
    sections = mapping(mapping(item.get("jobAd")).get("sections"))
    parts = []
    for name in ("companyDescription", "jobDescription", "qualifications", "additionalInformation"):
        section = mapping(sections.get(name))
        if body := text_of(str(section.get("text") or "")):
            parts.append(f"# {text(section.get('title')) or name}\n{body}")
    kind = "hybrid" if where.get("hybrid") is True else "remote" if where.get("remote") is True else None
    return JobPage(
        title=text(item.get("name")),
        company=text(item.get("company")),
        location=text(where.get("fullLocation")) or place(where.get("city"), where.get("region"), where.get("country")),
        workplace=workplace(kind),
        employment_type=employment(item.get("typeOfEmployment")),
        date_posted=day(item.get("releasedDate")),
        text="\n\n".join(parts),
    )


def _recruitee(item: dict[str, JSON]) -> JobPage:
    pay = mapping(item.get("salary"))
    parts = [text_of(str(item.get("description") or ""))]
    if requirements := text_of(str(item.get("requirements") or "")):
        parts.append(f"# Requirements\n{requirements}")
    kind = next((name for name in ("hybrid", "remote", "on_site") if item.get(name) is True), None)
    return JobPage(
        title=text(item.get("title")),
        company=text(item.get("company_name")),
        location=text(item.get("location")) or place(item.get("city"), item.get("country")),
        workplace=workplace(kind),
        employment_type=employment(item.get("employment_type_code")),
        salary=salary(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("period")),
        date_posted=day(item.get("published_at")),
        application_deadline=day(item.get("close_at")),
        text="\n\n".join(part for part in parts if part),
    )


READERS: dict[Board, Callable[[dict[str, JSON]], JobPage]] = {
    "greenhouse": _greenhouse,
    "lever": _lever,
    "ashby": _ashby,
    "workable": _workable,
    "smartrecruiters": _smartrecruiters,
    "recruitee": _recruitee,
}
