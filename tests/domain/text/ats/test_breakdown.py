import math

import pytest

from app.domain.text.ats import combine_breakdown
from app.domain.text.ats.report import AtsBreakdown

VALID = {"skills_match": 20, "project_impact": 15, "tools_frameworks": 18, "role_fit": 22}


def test_a_valid_breakdown_is_the_score_whatever_the_total_says() -> None:
    parts = AtsBreakdown(skills_match=20, project_impact=15, tools_frameworks=18, role_fit=22)
    assert combine_breakdown(12, VALID) == (75, parts)
    assert combine_breakdown(None, {**VALID, "note": "x"}) == (75, parts)


def test_fractions_are_rounded_before_they_are_summed() -> None:
    total, parts = combine_breakdown(0, dict.fromkeys(VALID, 12.5))
    assert parts is not None
    assert (total, parts.total) == (52, 52)


@pytest.mark.parametrize(
    "breakdown",
    [
        None,
        [],
        {},
        {**VALID, "role_fit": 26},
        {**VALID, "role_fit": -1},
        {**VALID, "role_fit": "22"},
        {**VALID, "role_fit": True},
        {**VALID, "role_fit": math.nan},
        {name: VALID[name] for name in list(VALID)[:3]},
    ],
)
def test_an_invalid_breakdown_leaves_the_normalised_total(breakdown: object) -> None:
    assert combine_breakdown(64, breakdown) == (64, None)


@pytest.mark.parametrize(
    ("total", "score"),
    [
        (64.5, 65),
        (0.64, 64),
        (1, 1),
        (0, 0),
        (140, 100),
        (-3, 0),
        ("85", 85),
        ("85 %", 85),
        ("8.5/10", 85),
        ("85/100", 85),
        ("high", 0),
        ("5/0", 5),
        (None, 0),
        (True, 0),
        (math.nan, 0),
        (math.inf, 0),
        (10**400, 100),
    ],
)
def test_totals_are_normalised(total: object, score: int) -> None:
    assert combine_breakdown(total, None) == (score, None)
