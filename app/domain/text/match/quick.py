"""The quick analysis: relevance 0-10 with what is shown, what is missing and what to improve."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.text.career import Career
from app.domain.text.match.reading import Reading
from app.domain.text.match.report import MatchReport
from app.domain.text.match.score import match_career
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_IMPROVEMENTS = 8


@dataclass(frozen=True, slots=True)
class QuickAnalysis:
    """`relevance_score` 0-10 to one decimal is a tenth of the match score of `report`."""

    relevance_score: float
    matched_keywords: tuple[str, ...]
    missing_keywords: tuple[str, ...]
    recommended_improvements: tuple[str, ...]
    report: MatchReport


def quick_analysis(
    career: Career,
    posting: Posting,
    lexicon: Lexicon,
    *,
    today: date,
    reading: Reading | None = None,
    denied: Iterable[str] = (),
) -> QuickAnalysis:
    """Return how relevant `career` is for `posting`; truthful changes first, then what is not shown nor `denied`."""
    report = match_career(career, posting, lexicon, today=today, reading=reading, denied=denied)
    changes, gaps = [change.action for change in report.changes], list(report.gaps)
    # Both kinds get a say: changes the candidate can make at once, and requirements that are not shown at all.
    room = max(_IMPROVEMENTS // 2, _IMPROVEMENTS - len(gaps))
    improvements = [*changes[:room], *gaps[: _IMPROVEMENTS - min(room, len(changes))]]
    return QuickAnalysis(
        relevance_score=report.score / 10,
        matched_keywords=report.matched_keywords,
        missing_keywords=report.missing_keywords,
        recommended_improvements=tuple(improvements),
        report=report,
    )
