"""Whole resumes of many trades, layouts and languages, each beside what a careful reader writes down."""

import json
import re
from pathlib import Path

import pytest

from app.domain.text.resume import ParsedResume, parse_resume
from app.domain.text.resume.parts import without_dates
from app.domain.text.resume.sections import heading_name
from app.domain.text.skills import lexicon
from app.domain.text.source import Line, SourceText

SAMPLES = sorted(path for path in (Path(__file__).parent / "samples").iterdir() if path.suffix in {".txt", ".md"})


def source_of(path: Path) -> SourceText:
    """The lines as a text reader yields them: gaps of several blanks are tabs, list marks are told apart."""
    lines = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        text = re.sub(r"(?<=\S) {2,}|\t+", "\t", raw.strip())
        mark = re.match(r"[-*•]\s+", text)
        lines.append(Line(text[mark.end() :] if mark else text, bullet=mark is not None))
    return SourceText(kind="markdown" if path.suffix == ".md" else "txt", lines=tuple(lines))


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


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_resume_is_read_as_a_person_reads_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert record(parse_resume(source_of(path), lexicon())) == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_resume_is_kept_somewhere(path: Path) -> None:
    source = source_of(path)
    parsed = parse_resume(source, lexicon())
    kept = re.sub(r"-\\s+", "", json.dumps(record(parsed), ensure_ascii=False).lower())
    lost = []
    for line in source.lines:
        words = re.findall(r"[^\W\d_]{4,}", re.sub(r"^[^:]{2,40}:", "", without_dates(line.text)).lower())
        if (
            heading_name(line.text) is None
            and not line.text.endswith(":")
            and words
            and sum(word in kept for word in words) * 2 < len(words)
        ):
            lost.append(line.text)
    assert lost == []
