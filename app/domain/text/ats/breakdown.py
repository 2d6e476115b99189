"""Take a score and its breakdown from elsewhere (a model's answer, an import) by the product's rule."""

import math
from collections.abc import Mapping

from app.domain.regex import regex
from app.domain.text.ats.report import PART_MAXIMUM, AtsBreakdown

PARTS = ("skills_match", "project_impact", "tools_frameworks", "role_fit")
_NUMBER = regex(r"\s*(\d+(?:\.\d+)?)\s*(?:/\s*(\d+(?:\.\d+)?)|%)?\s*")
_FULL = 100


def combine_breakdown(total: object, breakdown: object) -> tuple[int, AtsBreakdown | None]:
    """Return the score 0-100 and the breakdown where it is valid: four numbers of 0-25, whose sum then is the score.

    Otherwise the score is `total` normalised: a share below 1 counts of 100, "8.5/10" and "85 %" are understood, what
    lies outside is clamped, and what is no number is 0.
    """
    parts = _valid(breakdown)
    return (parts.total, parts) if parts else (_normalised(total), None)


def _valid(breakdown: object) -> AtsBreakdown | None:
    if not isinstance(breakdown, Mapping):
        return None
    values = [breakdown.get(name) for name in PARTS]
    numbers = [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) != len(PARTS) or not all(0 <= number <= PART_MAXIMUM for number in numbers):
        return None
    skills, impact, tools, fit = (int(number + 0.5) for number in numbers)
    return AtsBreakdown(skills_match=skills, project_impact=impact, tools_frameworks=tools, role_fit=fit)


def _normalised(total: object) -> int:
    number = _number(total)
    if not math.isfinite(number):
        return 0
    if 0 < number < 1:
        number *= _FULL
    return int(min(float(_FULL), max(0.0, number)) + 0.5)


def _number(total: object) -> float:
    if isinstance(total, bool):
        return 0.0
    if isinstance(total, int | float):
        try:
            return float(total)
        except OverflowError:
            return float(_FULL)
    match = _NUMBER.fullmatch(total) if isinstance(total, str) else None
    if match is None:
        return 0.0
    value, of = float(match[1]), float(match[2]) if match[2] else 0.0
    return value / of * _FULL if of else value
