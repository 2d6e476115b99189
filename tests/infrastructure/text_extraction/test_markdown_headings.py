"""Headings of Markdown: what parts the text, and what names an entry."""

from pathlib import Path

from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from app.infrastructure.text_extraction.plain import read_text

SAMPLE = Path(__file__).parents[3] / "samples" / "resume.md"


def test_headings_below_those_that_part_the_text_are_lines_in_bold() -> None:
    lines = read_text(b"# Ana Reis\n\n## Experience\n\n### Nurse, St. Anne\n\n## Skills\nTriage\n", "markdown").lines
    assert [(line.text, line.heading, line.bold) for line in lines if line.text] == [
        ("Ana Reis", True, False),
        ("Experience", True, False),
        ("Nurse, St. Anne", False, True),
        ("Skills", True, False),
        ("Triage", False, False),
    ]


def test_a_text_parted_by_headings_of_one_depth_keeps_them_all() -> None:
    lines = read_text(b"# Ana Reis\n# Experience\n# Skills\n", "markdown").lines
    assert [line.heading for line in lines if line.text] == [True, True, True]


def test_the_sample_in_markdown_is_read_whole() -> None:
    career = parse_resume(read_text(SAMPLE.read_bytes(), "markdown"), lexicon()).career
    assert [(job.title, job.company, str(job.start_date), len(job.achievements)) for job in career.experiences] == [
        ("Software Engineer", "Mercado Verde", "2021-03", 7),
        ("Backend Developer", "Lusotrans", "2018", 5),
        ("Junior Developer", "Estúdio Pixel", "2016-09", 3),
    ]
    assert [project.name for project in career.projects] == ["tidewatch"]
    assert "Mar 2021" not in [skill.name for skill in career.skills]
