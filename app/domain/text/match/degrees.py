"""Degree levels as resumes write them, in the languages whose degrees recruiters meet most."""

import re

from app.domain.regex import regex
from app.domain.text.posting import EducationLevel

_LONGEST = 500
RANK: dict[EducationLevel, int] = {"associate": 1, "bachelor": 2, "master": 3, "phd": 4}

# The highest level is looked for first: "PhD after a Master of Science" is a doctorate.
_LEVELS: tuple[tuple[EducationLevel, re.Pattern[str]], ...] = (
    (
        "phd",
        regex(
            r"\bph\.?\s?d\b|\bd\.?phil\b|\bdoctor(?:ate|al|ado|at)?\b|\bdr\.|\bpromotion\b|\bdottorato\b"
            r"|\bdoutorado\b"
            r"|\b(?:m\.?d|j\.?d|ed\.?d|d\.?sc)\b\.?(?=$|[\s,(])",
            re.IGNORECASE,
        ),
    ),
    (
        "master",
        regex(
            r"\bmasters?\b|\bmaster['’]s|\bmaestr[ií]a\b|\bm[aá]ster\b|\bmestrado\b|\bmagist(?:er|ère|rale)\b|\bmagistr\b"
            r"|\bm\.?b\.?a\b|\bm\.?eng\b|\bm\.?tech\b|\bm\.?phil\b|\bll\.?m\b|\bm\.?c\.?a\b|\bmsci\b|\bm\.?\s?sc\b"
            r"|(?-i:\bM\.?S\b|\bM\.?A\b)|\bdipl(?:om)?[.-]?\s?-?\s?(?:ing|inf|kfm|kauf|phys|math)|\bdiplom\b|\bstaatsexamen\b"
            r"|\bing[ée]nieur\b|\bpost-?graduate\b|\blaurea magistrale\b",
            re.IGNORECASE,
        ),
    ),
    (
        "bachelor",
        regex(
            r"\bbachelors?\b|\bbachelor['’]s|\bbaccalaureate\b|\bbaccalaur[ée]at universitaire\b|\blicen[cs]e\b"
            r"|\blicenciatura\b"
            r"|\blicenciad[oa]\b|\bbacharel\w*|\bgrado\b|\bgraduado\b|\blaurea\b|\bkandidat\w*|\bb\.?\s?sc\b|\bb\.?eng\b"
            r"|\bb\.?tech\b|\bb\.?com\b|\bb\.?b\.?a\b|\bb\.?c\.?a\b|\bll\.?b\b|\bb\.?f\.?a\b|\bb\.?ed\b|\bb\.?arch\b"
            r"|(?-i:\bB\.?S\b|\bB\.?A\b|\bB\.?E\b|\bA\.?B\b(?=,| in))|\bundergraduate\b|\bhonou?rs degree\b",
            re.IGNORECASE,
        ),
    ),
    (
        "associate",
        regex(
            r"\bassociate(?:['’]?s)?\b|\ba\.?a\.?s\b|\bfoundation degree\b|\bhnd\b"
            r"|(?-i:\bDUT\b|\bBTS\b|\bA\.?S\b(?= in|,|$)|\bA\.?A\b)",
            re.IGNORECASE,
        ),
    ),
)


def degree_level(text: str) -> EducationLevel | None:
    """Return the highest degree that `text` (a degree as written, or a whole line) names, or `None`."""
    return next((level for level, pattern in _LEVELS if pattern.search(text[:_LONGEST])), None)
