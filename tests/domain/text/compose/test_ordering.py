"""Wishes for the order of sections."""

import pytest

from app.domain.text.compose.ordering import Placing, placed, read_placing
from app.domain.text.document import SectionKind

USUAL: tuple[SectionKind, ...] = (
    "summary",
    "skills",
    "experience",
    "projects",
    "education",
    "certifications",
    "languages",
    "custom",
)


@pytest.mark.parametrize(
    ("wish", "placing"),
    [
        ("projects first", Placing("projects", "first")),
        ("Please put my projects at the top", Placing("projects", "first")),
        ("move the education section above work experience", Placing("education", "before", "experience")),
        ("show certifications right after skills", Placing("certifications", "after", "skills")),
        ("Languages should come last", Placing("languages", "last")),
        ("Projekte vor Berufserfahrung", Placing("projects", "before", "experience")),
        ("put skills before skills", None),
        ("move to the classic template", None),
        ("drop my projects", None),
        ("education", None),
    ],
)
def test_a_wish_names_a_section_and_a_place(wish: str, placing: Placing | None) -> None:
    assert read_placing(wish) == placing


def test_the_latest_wish_counts_most_and_the_summary_stays_on_top() -> None:
    assert placed(USUAL, [Placing("projects", "first")])[:3] == ("summary", "projects", "skills")
    assert placed(USUAL, [Placing("languages", "last")])[-1] == "languages"
    wishes = [Placing("education", "before", "experience"), Placing("education", "after", "projects")]
    assert placed(USUAL, wishes)[2:5] == ("experience", "projects", "education")
    assert placed(USUAL, [Placing("skills", "first"), Placing("summary", "last")])[0] == "skills"
