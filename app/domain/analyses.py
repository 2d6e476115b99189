"""ATS analyses of a job against a resume or profile: one per job, the latest."""

from dataclasses import dataclass, field
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.repository import IOwnedRepository
from app.domain.text.ats.report import CandidateLevel

AnalysisStatus = Literal["pending", "processing", "completed", "failed"]


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


class IAnalysisRepository(IOwnedRepository[Analysis], Protocol):
    """Analyses, at most one per job."""

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Analysis | None:
        """Return the job's analysis."""
        ...
