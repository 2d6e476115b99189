"""ATS analyses of a job against a resume or profile: one per job, the latest."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import UnprocessableError
from app.domain.repository import IOwnedRepository
from app.domain.text.ats.report import AtsReport, CandidateLevel

AnalysisStatus = Literal["pending", "processing", "completed", "failed"]


class NoProfileError(UnprocessableError):
    """There is nobody to analyse."""

    code = "no_profile"
    default_message = "There is no profile yet; import a resume first, or name a resume"


@dataclass(slots=True, kw_only=True)
class Analysis(OwnedEntity):
    """What an applicant tracking system would make of the candidate for one job."""

    job_id: UUID
    resume_id: UUID | None = None
    profile_id: UUID | None = None
    status: AnalysisStatus = "pending"
    candidate_level: CandidateLevel = "experienced"
    target_stack: list[str] = field(default_factory=list)
    ats_score: int | None = None
    score_breakdown: dict[str, int] = field(default_factory=dict)
    missing_keywords: list[str] = field(default_factory=list)
    matched_keywords: list[str] = field(default_factory=list)
    strengths: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    error_message: str | None = None

    @property
    def has_ended(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.status in ("completed", "failed")

    def complete(self, report: AtsReport, now: datetime) -> None:
        """Take over the outcome."""
        self.status, self.error_message, self.updated_at = "completed", None, now
        self.ats_score, self.score_breakdown = report.ats_score, asdict(report.score_breakdown)
        self.matched_keywords, self.missing_keywords = list(report.matched_keywords), list(report.missing_keywords)
        self.strengths, self.suggestions = list(report.strengths), list(report.suggestions)

    def fail(self, message: str, now: datetime) -> None:
        """End without an outcome."""
        self.status, self.error_message, self.updated_at = "failed", message, now


class IAnalysisRepository(IOwnedRepository[Analysis], Protocol):
    """Analyses, at most one per job."""

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Analysis | None:
        """Return the job's analysis."""
        ...
