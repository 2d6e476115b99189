from datetime import date

import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Experience
from app.domain.text.match.experience import covered, skill_years, years_of_experience
from app.domain.text.skills import lexicon

TODAY = date(2026, 11, 21)


def role(start: str | None, end: str | None, *, current: bool = False, title: str = "", text: str = "") -> Experience:
    return Experience(
        id=f"{start}-{end}-{title}",
        title=title,
        start_date=PartialDate(start) if start else None,
        end_date=PartialDate(end) if end else None,
        is_current=current,
        achievements=[text] if text else [],
    )


@pytest.mark.parametrize(
    ("start", "end", "current", "months"),
    [
        ("2019", "2021", False, 24),
        ("2019", "2019", False, 6),
        ("2019-01", "2019-12", False, 12),
        ("2019-01-15", "2019-12-03", False, 12),
        ("2019-05", "2019-05", False, 1),
        ("2026-01", None, True, 11),
        ("2025", None, True, 17),
        ("2019-05", None, False, 1),
        ("2019", None, False, 6),
        (None, "2019", False, 6),
        (None, "2019-05", False, 1),
        (None, None, True, 0),
        (None, None, False, 0),
        ("2021-05", "2019-05", False, 0),
        ("2026-06", "2030-01", False, 6),
        ("2028-01", "2030-01", False, 0),
        ("soon", "2019-05", False, 1),
    ],
)
def test_months_follow_the_conventions(start: str | None, end: str | None, current: bool, months: int) -> None:
    span = covered(
        PartialDate(start) if start else None, PartialDate(end) if end else None, lasting=current, today=TODAY
    )
    assert span.length == months


def test_roles_of_years_alone_that_follow_one_another_neither_overlap_nor_leave_a_gap() -> None:
    career = Career(experiences=[role("2017", "2019"), role("2019", "2021")])
    assert years_of_experience(career, TODAY) == 4.0


def test_overlapping_roles_count_once() -> None:
    career = Career(experiences=[role("2019-01", "2020-12"), role("2020-01", "2021-12"), role("2019-03", "2019-06")])
    assert years_of_experience(career, TODAY) == 3.0


def test_nobody_has_experience_without_roles() -> None:
    assert years_of_experience(Career(), TODAY) == 0.0


def test_years_of_a_skill_cover_what_names_or_implies_it() -> None:
    career = Career(
        experiences=[
            role("2022-01", "2023-12", title="Python Developer"),
            role("2020-01", "2021-12", title="Developer", text="Built services with FastAPI"),
            role("2018-01", "2019-12", title="Waiter"),
        ]
    )
    years = skill_years(career, lexicon(), TODAY)
    assert years["Python"] == 4.0
    assert years["FastAPI"] == 2.0
