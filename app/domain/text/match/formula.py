"""The numbers of the match score, in one place; docs/scoring.md explains each of them with a worked example."""

from itertools import pairwise
from typing import Literal

from app.domain.text.match.report import Band
from app.domain.text.posting import Seniority

VERSION = "match-1"

PartName = Literal[
    "required_skills",
    "preferred_skills",
    "experience",
    "role_fit",
    "education",
    "languages_certifications",
    "presentation",
]

# Points of each demand. What a posting does not ask for goes to the skills, where it has to be earned.
TOTAL = 100.0
YEARS = 12.0
SENIORITY = 5.0
LEVEL = YEARS + SENIORITY
"""Where a posting states years or a rank but not both, the one it states carries the points of both."""
RECENCY = 7.0
TITLE = 9.0
EDUCATION = 5.0
EDUCATION_PREFERRED = 2.0
LANGUAGES = 5.0
OPENING = 4.0
ORDER = 3.0
FOCUS = 3.0
PRESENTATION = OPENING + ORDER + FOCUS

# What showing a keyword is worth, by where it stands.
WORK_AND_FRONT = 1.0
WORK = 0.85
FRONT = 0.7
ELSEWHERE = 0.6
IMPLIED = 0.45
BY_TITLE = 0.7
OTHER_SPELLING = 0.95
SKILL_YEARS_FLOOR = 0.7

# What a keyword weighs beside an equally heavy required technical one.
PREFERRED = 0.35
PREFERRED_SHARE_LIMIT = 0.25
SOFT = 0.25
WEIGHT_FLOOR = 0.05

# A posting that names fewer skills than this says too little to earn the whole of the skill points.
SPECIFIC = 5.0

# A posting may list more than anyone has: this many of the heaviest skills are expected, the rest make up for them.
EXPECTED = 15

RELATED_TITLE = 0.5
RELATED_SKILLS = 2
RELATED_SHARE = 0.12
RELATED_FULL = 1.0
RELATED_PARTLY = 0.5
UNRELATED = 0.25
RECENT_MONTHS = 24
FORGOTTEN_MONTHS = 120
PROJECT_RECENCY = 0.5
HEADLINE_TITLE = 0.6
OLD_TITLE = 0.7
OLD_TITLE_MONTHS = 60

OPENING_KEYWORDS = 3
FOCUS_SHARE = 0.6

BANDS: tuple[tuple[int, Band], ...] = ((75, "excellent"), (60, "strong"), (45, "fair"), (30, "weak"), (0, "poor"))


def band_of(score: int) -> Band:
    """Return the band of a score of 0-100."""
    return next(band for least, band in BANDS if score >= least)


def tenths(points: float) -> int:
    """Return `points` in tenths of a point, rounded half up; the noise of binary fractions does not decide."""
    return int(points * 10 + 0.5 + 1e-9)


# Ranks for comparing; a gap of one up costs 0.4 of the points, more costs more; too senior costs little.
RANKS: dict[Seniority, float] = {
    "intern": 0.5,
    "junior": 1.0,
    "mid": 2.0,
    "senior": 3.0,
    "lead": 4.0,
    "principal": 4.0,
    "manager": 4.0,
    "director": 5.0,
}
RANK_BY_YEARS: tuple[tuple[int, Seniority], ...] = ((5, "senior"), (2, "mid"), (0, "junior"))
RECENT_RANK_MONTHS = 36
_RANK_SHARES = ((-3.0, 0.0), (-2.0, 0.2), (-1.0, 0.6), (0.0, 1.0), (1.0, 0.95), (2.0, 0.8), (3.0, 0.6), (5.0, 0.5))

DEGREE_SHARES = {0: 1.0, 1: 0.5, 2: 0.2}
EXPECTED_DEGREE = 0.7
EQUIVALENT_EXPERIENCE = 0.7
EQUIVALENT_MONTHS = 48
WRITTEN_LANGUAGE = 0.8


def rank_share(distance: float) -> float:
    """Return 0-1 for a candidate `distance` ranks above (or, negative, below) what is asked; linear between ranks."""
    if distance <= _RANK_SHARES[0][0]:
        return 0.0
    for (left, low), (right, high) in pairwise(_RANK_SHARES):
        if distance <= right:
            return low + (high - low) * (distance - left) / (right - left)
    return _RANK_SHARES[-1][1]


# From here on a title or a rank is called a strength, or no gap.
CLOSE_TITLE = 0.75
CLOSE_RANK = 0.9
