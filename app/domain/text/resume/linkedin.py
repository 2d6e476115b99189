"""A LinkedIn data archive to a career: rows of its CSV files by file name (columns as in the archives of 2024)."""

import re

from app.domain.partial_date import PartialDate
from app.domain.regex import regex
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.resume.contact import Found, take_contacts
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.resume.rows import without_mark

Row = dict[str, str]
_CUSTOM = {
    "Volunteering": ("volunteering", ("Role", "Company Name", "Description")),
    "Honors": ("awards", ("Title", "Description")),
    "Publications": ("publications", ("Name", "Publisher", "Description")),
    "Patents": ("publications", ("Title", "Description")),
    "Courses": ("courses", ("Name",)),
    "Organizations": ("affiliations", ("Name", "Position", "Description")),
    "Test Scores": ("test_scores", ("Name", "Score")),
}
_URL = regex(r"https?://[^\s,\]]{3,300}")


def parse_linkedin(files: dict[str, object]) -> ParsedResume:
    """Return the career that the files of a LinkedIn archive tell; files that hold no facts of one are passed over."""
    parsed = ParsedResume()
    career = parsed.career
    _read_profile(career, _first(files, "Profile"))
    _read_addresses(career, files)
    career.experiences = [_position(row) for row in _rows(files, "Positions")]
    career.education = [_study(row) for row in _rows(files, "Education")]
    career.projects = [_project(row) for row in _rows(files, "Projects")]
    career.skills = [
        *(Skill(name=name) for row in _rows(files, "Skills") if (name := row.get("Name", ""))),
        *(_language(row) for row in _rows(files, "Languages") if row.get("Name")),
        *(_certificate(row) for row in _rows(files, "Certifications") if row.get("Name")),
    ]
    for name, (key, columns) in _CUSTOM.items():
        if lines := [line for row in _rows(files, name) if (line := _line(row, columns))]:
            known = career.custom_fields.get(key)
            career.custom_fields[key] = [*(known if isinstance(known, list) else []), *lines]
    notes = [
        note for row in _rows(files, "Education") for name in ("Notes", "Activities") if (note := row.get(name, ""))
    ]
    if notes:
        career.custom_fields["education_details"] = notes
    parsed.confidence = {name: 1.0 for name in ("full_name", "headline", "email", "location") if getattr(career, name)}
    parsed.links = [link for link in (career.website, career.linkedin) if link]
    return parsed


def _rows(files: dict[str, object], name: str) -> list[Row]:
    rows = files.get(name)
    if not isinstance(rows, list):
        return []
    return [
        {key: value.strip() for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}
        for row in rows
        if isinstance(row, dict)
    ]


def _first(files: dict[str, object], name: str) -> Row:
    return next(iter(_rows(files, name)), {})


def _read_profile(career: Career, row: Row) -> None:
    career.full_name = " ".join(part for name in ("First Name", "Last Name") if (part := row.get(name, "")))
    career.headline, career.professional_summary = row.get("Headline", ""), row.get("Summary", "")
    career.location = row.get("Geo Location", "") or row.get("Location", "")
    websites = _URL.findall(row.get("Websites", ""))
    career.website = websites[0] if websites else ""
    if len(websites) > 1:
        career.custom_fields["links"] = websites[1:]


def _read_addresses(career: Career, files: dict[str, object]) -> None:
    emails = _rows(files, "Email Addresses")
    chosen = next((row for row in emails if row.get("Primary", "").lower() == "yes"), next(iter(emails), {}))
    career.email = chosen.get("Email Address", "")
    phone = _first(files, "PhoneNumbers") or _first(files, "Phone Numbers")
    found = Found()
    take_contacts(phone.get("Number", ""), found)
    career.phone = found.first_phone() or phone.get("Number", "")


def _day(row: Row, name: str) -> PartialDate | None:
    return next((span.start for span in find_dates(row.get(name, ""))), None)


def _position(row: Row) -> Experience:
    start, end = _day(row, "Started On"), _day(row, "Finished On")
    told, bullets = _told(row.get("Description", ""))
    return Experience(
        title=row.get("Title", ""), company=row.get("Company Name", ""), location=row.get("Location", ""),
        start_date=start, end_date=end, is_current=bool(start) and not row.get("Finished On"),
        description=told, achievements=bullets,
    )  # fmt: skip


def _told(text: str) -> tuple[str, list[str]]:
    """Lines with a list mark are achievements; the others are the description."""
    told: list[str] = []
    bullets: list[str] = []
    for line in re.split(r"\r?\n|(?<=\S)\s+(?=[•▪◦]\s)", text):
        words, marked = without_mark(line.strip())
        (bullets if marked else told).append(words)
    return "\n".join(line for line in told if line), [line for line in bullets if line]


def _study(row: Row) -> Education:
    return Education(
        institution=row.get("School Name", ""), degree=row.get("Degree Name", ""),
        field_of_study=row.get("Field Of Study", ""),
        start_date=_day(row, "Start Date"), end_date=_day(row, "End Date"),
    )  # fmt: skip


def _project(row: Row) -> Project:
    return Project(
        name=row.get("Title", ""), description=row.get("Description", ""), url=row.get("Url", ""),
        start_date=_day(row, "Started On"), end_date=_day(row, "Finished On"),
    )  # fmt: skip


def _language(row: Row) -> Skill:
    return Skill(category="language", name=row.get("Name", ""), proficiency=row.get("Proficiency", ""))


def _certificate(row: Row) -> Skill:
    return Skill(
        category="certification", name=row.get("Name", ""), issuer=row.get("Authority", ""),
        date_obtained=_day(row, "Started On"), credential_id=row.get("License Number", ""),
    )  # fmt: skip


def _line(row: Row, columns: tuple[str, ...]) -> str:
    names = ("Started On", "Finished On", "Issued On", "Published On")
    dates = " – ".join(part for name in names if (part := row.get(name)))
    line = ", ".join(part for name in columns if (part := row.get(name, "")))
    return f"{line} ({dates})" if dates and line else line
