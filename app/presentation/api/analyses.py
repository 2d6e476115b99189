"""`/resume/analyze`, `/jobs/matches` and `/jobs/{id}/analysis`."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Response
from pydantic import Field, field_validator

from app.application.analyses import Sides
from app.domain.analyses import Analysis, AnalysisStatus
from app.domain.errors import ValidationError
from app.domain.text.ats.report import AtsBreakdown, CandidateLevel
from app.domain.text.match.report import Band, Change, KeywordMatch, ScorePart
from app.presentation.api.dependencies import CurrentUser, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PostingText, ShortText

router = feature_router()


class _TermsIn(ApiModel):
    """How the candidate is judged."""

    candidate_level: CandidateLevel = "experienced"
    target_stack: list[ShortText] | str = Field([], max_length=5000)

    @field_validator("target_stack")
    @classmethod
    def split_stack(cls, value: list[str] | str) -> list[str]:
        """Take "Python, AWS" as well as a list; each name once, at most fifty."""
        pieces = value.split(",") if isinstance(value, str) else value
        names: dict[str, str] = {}
        for name in (" ".join(piece.split()) for piece in pieces):
            if name:
                names.setdefault(name.casefold(), name)
        if len(names) > 50:
            raise ValueError("name at most 50")
        return list(names.values())


class QuickAnalysisIn(_TermsIn):
    """A person (`resume_id`, `resume_text` or `profile_id`) and a posting (`job_id` or `job_description`)."""

    resume_id: UUID | None = None
    resume_text: Annotated[str, Field(min_length=1, max_length=200_000)] | None = None
    profile_id: UUID | None = None
    job_id: UUID | None = None
    job_description: Annotated[PostingText, Field(min_length=1)] | None = None


class QuickAnalysisOut(ApiModel):
    """How relevant the resume is for the posting, and what would make it more so."""

    relevance_score: float
    matched_keywords: list[str]
    missing_keywords: list[str]
    recommended_improvements: list[str]
    match_score: int
    band: Band
    ceiling: int
    parts: list[ScorePart]
    keywords: list[KeywordMatch]
    years_required: float | None
    years_shown: float
    strengths: list[str]
    gaps: list[str]
    denied_gaps: list[str]
    changes: list[Change]
    ats_score: int
    score_breakdown: AtsBreakdown


class JobMatchesIn(ApiModel):
    """Several saved jobs, and the profile to hold against them; without one it is the active profile."""

    job_ids: Annotated[list[UUID], Field(min_length=1, max_length=50)]
    profile_id: UUID | None = None


class JobMatchOut(ApiModel):
    """How well the profile fits one job."""

    job_id: UUID
    match_score: int | None
    band: Band | None


class JobMatchesOut(ApiModel):
    """The matches of one profile with several jobs."""

    profile_id: UUID
    items: list[JobMatchOut]


class AnalysisIn(_TermsIn):
    """A resume or a profile; without either the active profile is analysed."""

    resume_id: UUID | None = None
    profile_id: UUID | None = None


class AnalysisStartedOut(ApiModel):
    """The analysis that was accepted."""

    analysis_id: UUID
    status: AnalysisStatus
    candidate_level: CandidateLevel
    target_stack: list[str]


class AnalysisOut(ApiModel):
    """The job's analysis. Scores are there once it is completed."""

    id: UUID
    job_id: UUID
    resume_id: UUID | None
    profile_id: UUID | None
    status: AnalysisStatus
    candidate_level: CandidateLevel
    target_stack: list[str]
    ats_score: int | None
    score_breakdown: AtsBreakdown | None
    missing_keywords: list[str]
    matched_keywords: list[str]
    strengths: list[str]
    suggestions: list[str]
    error_message: str | None
    created_at: datetime
    updated_at: datetime


class NoAnalysisOut(ApiModel):
    """None was asked for yet."""

    status: Literal["pending"] = "pending"


@router.post("/resume/analyze", tags=["resumes"])
async def analyze_resume(body: QuickAnalysisIn, user: CurrentUser, services: ServicesDep) -> QuickAnalysisOut:
    """Compare a resume or profile with a posting at once; nothing is kept but when the resume was last analysed."""
    for side in (("resume_id", "resume_text", "profile_id"), ("job_id", "job_description")):
        if sum(getattr(body, name) is not None for name in side) != 1:
            raise ValidationError.of_field(side[0], f"give exactly one of {', '.join(side)}")
    sides = Sides(**body.model_dump(exclude={"target_stack"}), target_stack=tuple(body.target_stack))
    quick, ats = await services.analyses.compare(sides, owner_id=user.user_id)
    return QuickAnalysisOut(
        relevance_score=quick.relevance_score,
        matched_keywords=list(quick.matched_keywords),
        missing_keywords=list(quick.missing_keywords),
        recommended_improvements=list(quick.recommended_improvements),
        match_score=quick.report.score,
        band=quick.report.band,
        ceiling=quick.report.ceiling,
        parts=list(quick.report.parts),
        keywords=list(quick.report.keywords),
        years_required=quick.report.years_required,
        years_shown=quick.report.years_shown,
        strengths=list(quick.report.strengths),
        gaps=list(quick.report.gaps),
        denied_gaps=list(quick.report.denied_gaps),
        changes=list(quick.report.changes),
        ats_score=ats.ats_score,
        score_breakdown=ats.score_breakdown,
    )


@router.post("/jobs/matches", tags=["jobs"])
async def match_jobs(body: JobMatchesIn, user: CurrentUser, services: ServicesDep) -> JobMatchesOut:
    """Score several saved jobs for one profile at once, each job once, in the order asked for; nothing is kept."""
    profile_id, reports = await services.analyses.match_jobs(
        body.job_ids, profile_id=body.profile_id, owner_id=user.user_id
    )
    items = [
        JobMatchOut(
            job_id=job_id,
            match_score=report.score if report else None,
            band=report.band if report else None,
        )
        for job_id, report in reports.items()
    ]
    return JobMatchesOut(profile_id=profile_id, items=items)


@router.post("/jobs/{job_id}/analysis", status_code=202, tags=["jobs"])
async def start_analysis(
    job_id: UUID, user: CurrentUser, services: ServicesDep, response: Response, body: AnalysisIn | None = None
) -> AnalysisStartedOut:
    """Analyse a resume or profile for the job in the background, in place of the job's earlier analysis."""
    wanted = body or AnalysisIn()
    if wanted.resume_id is not None and wanted.profile_id is not None:
        raise ValidationError.of_field("profile_id", "give either resume_id or profile_id")
    analysis = await services.analyses.start(
        job_id,
        resume_id=wanted.resume_id,
        profile_id=wanted.profile_id,
        candidate_level=wanted.candidate_level,
        target_stack=list(wanted.target_stack),
        owner_id=user.user_id,
    )
    response.headers["Location"] = f"/api/v1/jobs/{job_id}/analysis"
    return AnalysisStartedOut(
        analysis_id=analysis.id,
        status=analysis.status,
        candidate_level=analysis.candidate_level,
        target_stack=analysis.target_stack,
    )


@router.get("/jobs/{job_id}/analysis", tags=["jobs"])
async def get_analysis(job_id: UUID, user: CurrentUser, services: ServicesDep) -> AnalysisOut | NoAnalysisOut:
    """Return the job's latest analysis; `{"status": "pending"}` where none was asked for."""
    analysis = await services.analyses.find(job_id, owner_id=user.user_id)
    return NoAnalysisOut() if analysis is None else _analysis(analysis)


def _analysis(analysis: Analysis) -> AnalysisOut:
    values = {name: getattr(analysis, name) for name in AnalysisOut.model_fields}
    return AnalysisOut.model_validate({**values, "score_breakdown": analysis.score_breakdown or None})
