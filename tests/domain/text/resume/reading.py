"""Reading a resume in a test: from its text to the facts that a test compares."""

import re

from app.domain.text.resume import ParsedResume, parse_resume
from app.domain.text.skills import lexicon
from app.domain.text.source import Line, Link, SourceKind, SourceText


def source_of(text: str, kind: SourceKind = "txt", links: tuple[Link, ...] = ()) -> SourceText:
    """The lines as a text reader yields them: gaps of several blanks are tabs, list marks are told apart."""
    lines = []
    for raw in text.splitlines():
        text = re.sub(r"(?<=\S) {2,}|\t+", "\t", raw.strip())
        mark = re.match(r"[-*•]\s+", text)
        lines.append(Line(text[mark.end() :] if mark else text, bullet=mark is not None))
    return SourceText(kind=kind, lines=tuple(lines), links=links)


def record(parsed: ParsedResume) -> dict[str, object]:
    """What a test compares: every structured field, dates as `start/end` with `now` for what lasts."""
    career = parsed.career
    return {
        "header": [career.full_name, career.headline, career.email, career.phone, career.location],
        "links": parsed.links,
        "language": parsed.language,
        "summary": career.professional_summary,
        "experiences": [
            [
                *(job.title, job.company, job.location),
                f"{job.start_date}/{'now' if job.is_current else job.end_date}",
                *(job.description, *job.achievements),
            ]
            for job in career.experiences
        ],
        "education": [
            [one.institution, one.degree, one.field_of_study, f"{one.start_date}/{one.end_date}", one.gpa, *one.honors]
            for one in career.education
        ],
        "projects": [[one.name, one.url, one.description, *one.technologies] for one in career.projects],
        "skills": [one.name for one in career.skills if one.category in {"technical", "soft"}],
        "languages": [[one.name, one.proficiency] for one in career.skills if one.category == "language"],
        "certifications": [
            [one.name, one.issuer, one.date_obtained] for one in career.skills if one.category == "certification"
        ],
        "custom": career.custom_fields,
        "unplaced": parsed.unplaced,
    }


def facts(source: SourceText | str) -> dict[str, object]:
    """Every fact that `source` tells; what it says nothing about, and English as its language, are left out."""
    parsed = parse_resume(source_of(source) if isinstance(source, str) else source, lexicon())
    told = {name: value for name, value in record(parsed).items() if value and value != "en"}
    if not any(told["header"] if isinstance(told["header"], list) else ()):
        del told["header"]
    return told
