"""The ATS report: four parts of 0-25, and checks of how a document would pass an applicant tracking system."""

from dataclasses import dataclass
from typing import Literal

CandidateLevel = Literal["fresher", "experienced"]
CheckStatus = Literal["pass", "warn", "fail"]
PART_MAXIMUM = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class AtsBreakdown:
    """The four parts, each a whole number of 0-25."""

    skills_match: int
    project_impact: int
    tools_frameworks: int
    role_fit: int

    @property
    def total(self) -> int:
        """The sum of the parts, 0-100."""
        return self.skills_match + self.project_impact + self.tools_frameworks + self.role_fit


@dataclass(frozen=True, slots=True)
class AtsFinding:
    """One thing looked at for a part: `points` of at most `maximum`, and why."""

    part: str
    name: str
    points: float
    maximum: float
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtsReport:
    """`ats_score` 0-100 is the sum of `score_breakdown`; `findings` say where each part's points come from."""

    version: str
    ats_score: int
    score_breakdown: AtsBreakdown
    findings: tuple[AtsFinding, ...]
    matched_keywords: tuple[str, ...]
    missing_keywords: tuple[str, ...]
    strengths: tuple[str, ...]
    suggestions: tuple[str, ...]
    candidate_level: CandidateLevel
    target_stack: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtsCheck:
    """One check of a document: what was looked at, the verdict in a sentence, and the places it speaks of.

    `paths` are places in the document, such as `sections/1/items/0/sentences/2`.
    """

    name: str
    status: CheckStatus
    message: str
    paths: tuple[str, ...] = ()
