"""`/profiles/{id}/analytics`, `summary`, `denied-skills` and `export`."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import Field, StringConstraints
from starlette.responses import Response

from app.application.exporting import CONTENT_TYPES
from app.domain.documents import ExportFormat
from app.domain.errors import ValidationError
from app.domain.text.match.completeness import Missing, SectionCompleteness
from app.domain.text.match.summary import CareerTotals, ShownSkill
from app.domain.text.posting import EducationLevel
from app.domain.text.render.rendered import PageSize
from app.domain.text.render.templates import TEMPLATES
from app.presentation.api.dependencies import CurrentUser, ServicesDep
from app.presentation.api.files import attachment, file_schema
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/profiles/{profile_id}", tag="profiles")
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file's bytes.",
        "content": {
            content_type.split(";")[0]: {"schema": file_schema(content_type)} for content_type in CONTENT_TYPES.values()
        },
    }
}


class ProfileAnalyticsOut(ApiModel):
    """How complete the profile is: `completeness` 0-100 is the sum over the sections."""

    profile_id: UUID
    version: int
    completeness: int
    sections: list[SectionCompleteness]
    next_steps: list[Missing]


class CareerSummaryOut(ApiModel):
    """What the profile comes to; overlapping roles count once."""

    profile_id: UUID
    version: int
    full_name: str
    headline: str
    totals: CareerTotals
    years_of_experience: float
    current_titles: list[str]
    education_level: EducationLevel | None
    top_skills: list[ShownSkill]
    languages: list[str]
    certifications: list[str]


_SkillName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class DeniedSkillsIn(ApiModel):
    """Skills to deny, and denials to take back. What is not sent is left as it is."""

    add: list[_SkillName] = Field([], max_length=100)
    remove: list[_SkillName] = Field([], max_length=100)


class DeniedSkillsOut(ApiModel):
    """What the candidate said they do not have: it is not asked for, not suggested and not claimed."""

    profile_id: UUID
    skills: list[str]


@router.get("/analytics")
async def get_profile_analytics(profile_id: UUID, user: CurrentUser, services: ServicesDep) -> ProfileAnalyticsOut:
    """Return how complete the profile is, section by section, with what is missing and why it matters."""
    profile, found = await services.profile_insights.analytics(profile_id, owner_id=user.user_id)
    return ProfileAnalyticsOut(
        profile_id=profile.id,
        version=profile.version,
        completeness=found.score,
        sections=list(found.sections),
        next_steps=list(found.next_steps),
    )


@router.get("/summary")
async def get_profile_summary(profile_id: UUID, user: CurrentUser, services: ServicesDep) -> CareerSummaryOut:
    """Return totals, years of experience and the skills shown best, each with the facts that show it."""
    profile, found = await services.profile_insights.summary(profile_id, owner_id=user.user_id)
    return CareerSummaryOut(
        profile_id=profile.id,
        version=profile.version,
        full_name=profile.full_name,
        headline=profile.headline,
        totals=found.totals,
        years_of_experience=found.years_of_experience,
        current_titles=list(found.current_titles),
        education_level=found.education_level,
        top_skills=list(found.top_skills),
        languages=list(found.languages),
        certifications=list(found.certifications),
    )


@router.get("/denied-skills")
async def get_denied_skills(profile_id: UUID, user: CurrentUser, services: ServicesDep) -> DeniedSkillsOut:
    """Return the skills that the candidate said they do not have."""
    skills = await services.denied_skills.skills(profile_id, owner_id=user.user_id)
    return DeniedSkillsOut(profile_id=profile_id, skills=skills)


@router.patch("/denied-skills")
async def change_denied_skills(
    profile_id: UUID, body: DeniedSkillsIn, user: CurrentUser, services: ServicesDep
) -> DeniedSkillsOut:
    """Deny skills and take denials back, in any case of letters; the same again changes nothing.

    No version of the profile comes of it, and nothing that was said at the same moment is lost.
    """
    both = {name.casefold() for name in body.add} & {name.casefold() for name in body.remove}
    if both:
        raise ValidationError.of_field("remove", f"{', '.join(sorted(both))}: either add it or remove it")
    skills = await services.denied_skills.change(profile_id, add=body.add, remove=body.remove, owner_id=user.user_id)
    return DeniedSkillsOut(profile_id=profile_id, skills=skills)


@router.get("/export", response_class=Response, responses=_FILES)
async def export_profile(
    profile_id: UUID,
    user: CurrentUser,
    services: ServicesDep,
    export_format: Annotated[ExportFormat, Query(alias="format", description="Which format.")] = "json_resume",
    template: Annotated[
        str, Query(description="How PDF and DOCX look.", json_schema_extra={"enum": [one.id for one in TEMPLATES]})
    ] = "classic",
    page_size: Annotated[PageSize, Query(description="The page size of PDF and DOCX.")] = "a4",
) -> Response:
    """Return all facts of the profile, untailored, as a file; `json_resume` loses nothing."""
    if template not in {one.id for one in TEMPLATES}:
        raise ValidationError.of_field("template", f"one of {', '.join(one.id for one in TEMPLATES)}")
    file = await services.profile_insights.export(
        profile_id, export_format, template=template, page_size=page_size, owner_id=user.user_id
    )
    return attachment(file.data, file.name, file.content_type)
