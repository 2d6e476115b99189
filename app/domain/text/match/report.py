"""The match report: a score that is a sum of named parts, with the evidence for each."""

from dataclasses import dataclass
from typing import Literal

from app.domain.text.posting import KeywordCategory, Span

MatchStatus = Literal["shown", "implied", "missing"]
Band = Literal["excellent", "strong", "fair", "weak", "poor"]


@dataclass(frozen=True, slots=True)
class FactEvidence:
    """Where the candidate shows something: characters `start` to `end` (exclusive) of the fact `fact_id` are `text`.

    In the report on a document `fact_id` is a path in it, such as `sections/1/items/0/sentences/2`.
    """

    fact_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordMatch:
    """One keyword of the posting and what the candidate shows for it.

    `implied` means that a fact names something which implies the keyword (FastAPI implies Python); `via` names it.
    `denied` tells that the candidate said they do not have it: it earns what it earned, and is suggested no more.
    """

    keyword: str
    category: KeywordCategory
    required: bool
    weight: float
    status: MatchStatus
    either_or: str | None = None
    via: str | None = None
    posting_evidence: tuple[Span, ...] = ()
    profile_evidence: tuple[FactEvidence, ...] = ()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One summand: `score` of at most `maximum` points, and why in one sentence."""

    name: str
    score: float
    maximum: float
    explanation: str


@dataclass(frozen=True, slots=True)
class Change:
    """A truthful action that would change the score by `gain` points."""

    action: str
    gain: float
    keyword: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchReport:
    """Job-to-profile fit. `score` is 0-100 and the rounded sum of `parts`.

    `ceiling` is the most that truthful editing of the documents (no new facts) can reach. `version` names the formula.
    `gaps` are open; those that the candidate said will stay are `denied_gaps`.
    """

    version: str
    score: int
    band: Band
    ceiling: int
    parts: tuple[ScorePart, ...]
    keywords: tuple[KeywordMatch, ...]
    matched_keywords: tuple[str, ...]
    missing_keywords: tuple[str, ...]
    years_required: float | None
    years_shown: float
    strengths: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    denied_gaps: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
