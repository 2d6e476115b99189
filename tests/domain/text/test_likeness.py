"""What makes two texts one, and what a thing is about."""

import pytest

from app.domain.text.career import Career, Experience, Project, Skill
from app.domain.text.gist import career_gist, item_gists, posting_gist
from app.domain.text.likeness import is_same_posting, likeness
from app.domain.text.posting import Keyword, Posting

TEXT = " ".join(f"word{n}" for n in range(100))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TEXT, TEXT, 1.0),
        (TEXT, TEXT.upper().replace(" ", ",\n"), 1.0),
        (TEXT, " ".join(f"other{n}" for n in range(100)), 0.0),
        ("", "", 0.0),
        ("a b", "A, b!", 1.0),
        ("a b", "a c", 0.0),
        ("a b c d e", "a b c d f", 1 / 3),
    ],
)
def test_likeness_is_the_share_of_runs_of_four_words(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Baker", TEXT), ("Baker (again)", f"{TEXT} Apply now, we look forward to meeting you."), True),
        (("Head Baker", TEXT), ("baker, head", " ".join(TEXT.split()[:60])), True),
        (("Head Baker", TEXT), ("Miller", " ".join(TEXT.split()[:60])), False),
        ((None, TEXT), (None, " ".join(TEXT.split()[:60])), False),
        (("Baker", TEXT), ("Baker", " ".join(TEXT.split()[::2])), False),
    ],
)
def test_a_posting_is_the_same_by_its_text_or_by_much_of_it_and_its_title(
    one: tuple[str | None, str], other: tuple[str | None, str], *, expected: bool
) -> None:
    postings = [Posting(title=title, description=text) for title, text in (one, other)]
    assert is_same_posting(*postings) is expected


def test_a_posting_that_names_enough_is_its_title_and_keywords() -> None:
    keywords = tuple(Keyword(name, weight, "technical", True) for name, weight in zip("ABCDE", range(5), strict=True))
    posting = Posting(title="Engineer", parsed_keywords=keywords, description="About us …", responsibilities=("Do.",))
    assert posting_gist(posting) == "Engineer\nEngineer\nE, D, C, B, A"


def test_a_posting_that_names_little_is_all_it_says() -> None:
    posting = Posting(title="Baker", description="Bake bread.", responsibilities=("Bake.",))
    assert posting_gist(posting) == "Baker\nBaker\nBake.\nBake bread."
    assert posting_gist(Posting()) == ""


def test_a_career_is_compared_without_name_and_contact() -> None:
    career = Career(
        full_name="Zoë Ångström",
        email="zoe@example.org",
        headline="Baker",
        professional_summary="Bakes.",
        experiences=[Experience(id="1", title="Head baker", company="Crumb", achievements=["Won a prize."])],
        projects=[Project(id="2", name="Oven", technologies=["Brick"]), Project(id="3")],
        skills=[Skill(name="Rolls"), Skill(category="language", name="Swedish")],
    )
    assert career_gist(career) == "Baker\nHead baker\nRolls, Brick\nBakes.\nHead baker\nWon a prize.\nOven\nBrick"
    assert list(item_gists(career)) == [("1", "Head baker\nWon a prize."), ("2", "Oven\nBrick")]
