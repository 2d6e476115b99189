"""`/profiles`: the candidate's facts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field

from app.application.profile_import import ImportReport
from app.domain.errors import NotFoundError, ValidationError
from app.domain.profiles import Profile
from app.domain.text.career import Career, Education, Experience, Project, Skill, SkillCategory
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep, VersionCheck, etag
from app.presentation.api.schemas import ApiModel, CareerDate, LongText, PageOut, ShortText

router = APIRouter(prefix="/profiles", tags=["profiles"])


class ExperienceIn(ApiModel):
    """A role. Without an end date it lasts to the present."""

    title: ShortText = ""
    company: ShortText = ""
    location: ShortText = ""
    start_date: CareerDate | None = None
    end_date: CareerDate | None = None
    description: LongText = ""
    achievements: list[LongText] = Field([], max_length=200)


class EducationIn(ApiModel):
    """A course of study."""

    institution: ShortText = ""
    degree: ShortText = ""
    field_of_study: ShortText = ""
    start_date: CareerDate | None = None
    end_date: CareerDate | None = None
    gpa: ShortText = ""
    honors: list[LongText] = Field([], max_length=100)


class ProjectIn(ApiModel):
    """A project."""

    name: ShortText = ""
    description: LongText = ""
    technologies: list[ShortText] = Field([], max_length=200)
    url: ShortText = ""
    start_date: CareerDate | None = None
    end_date: CareerDate | None = None


class SkillIn(ApiModel):
    """A skill, language or certification."""

    category: SkillCategory = "technical"
    name: ShortText = Field(min_length=1)
    proficiency: ShortText = ""
    issuer: ShortText = ""
    date_obtained: CareerDate | None = None
    credential_id: ShortText = ""


class ProfileIn(ApiModel):
    """A profile's fields; those not sent are left as they are. A component that is sent replaces the whole list."""

    full_name: ShortText = ""
    email: ShortText = ""
    phone: ShortText = ""
    location: ShortText = ""
    linkedin: ShortText = ""
    github: ShortText = ""
    website: ShortText = ""
    headline: ShortText = ""
    professional_summary: LongText = ""
    custom_fields: dict[str, object] = Field({}, max_length=100)
    experiences: list[ExperienceIn] = Field([], max_length=200)
    education: list[EducationIn] = Field([], max_length=100)
    projects: list[ProjectIn] = Field([], max_length=200)
    skills: list[SkillIn] = Field([], max_length=500)


class ProfileSummaryOut(ApiModel):
    """A profile in a list, without its components."""

    id: UUID
    user_id: UUID
    full_name: str
    email: str
    headline: str
    version: int
    is_active: bool
    created_at: datetime
    updated_at: datetime


class ImportIn(ApiModel):
    """What to import: an uploaded resume, or a JSON Resume document. With `profile_id` it is merged into that one."""

    resume_id: UUID | None = None
    json_resume: dict[str, object] | None = None
    profile_id: UUID | None = None


class ImportOut(ApiModel):
    """The profile, and what the import was unsure of."""

    profile: Profile
    report: ImportReport


@router.post("", status_code=201)
async def create_profile(body: ProfileIn, user: CurrentUser, services: ServicesDep, response: Response) -> Profile:
    """Keep a new profile, components included."""
    profile = await services.profiles.create(_career(body), owner_id=user.user_id)
    response.headers.update({"Location": f"/api/v1/profiles/{profile.id}", **etag(profile.version)})
    return profile


@router.get("", response_model=PageOut[Profile])
async def list_profiles(user: CurrentUser, services: ServicesDep, page: PageParams) -> object:
    """List the caller's profiles."""
    return await services.profiles.page(user.user_id, page)


@router.get("/me")
async def get_active_profile(user: CurrentUser, services: ServicesDep, response: Response) -> Profile:
    """Return the active profile."""
    profile = await services.profiles.find_active(user.user_id)
    if profile is None:
        raise NotFoundError("There is no profile yet")
    response.headers.update(etag(profile.version))
    return profile


@router.post("/import", status_code=201)
async def import_profile(body: ImportIn, user: CurrentUser, services: ServicesDep, response: Response) -> ImportOut:
    """Make a profile of an uploaded resume or a JSON Resume document, or merge it into one."""
    if (body.resume_id is None) == (body.json_resume is None):
        raise ValidationError.of_field("resume_id", "give either resume_id or json_resume")
    profile, report = await services.profile_import.run(
        resume_id=body.resume_id, json_resume=body.json_resume, profile_id=body.profile_id, owner_id=user.user_id
    )
    response.headers.update({"Location": f"/api/v1/profiles/{profile.id}", **etag(profile.version)})
    return ImportOut(profile=profile, report=report)


@router.get("/{profile_id}")
async def get_profile(profile_id: UUID, user: CurrentUser, services: ServicesDep, response: Response) -> Profile:
    """Return the profile with all its components."""
    profile = await services.profiles.get(profile_id, owner_id=user.user_id)
    response.headers.update(etag(profile.version))
    return profile


async def change_profile(  # noqa: D103 - the two routes below carry its description
    profile_id: UUID,
    body: ProfileIn,
    user: CurrentUser,
    services: ServicesDep,
    check: VersionCheck,
    response: Response,
) -> Profile:
    career = _career(body)
    changes = {name: getattr(career, name) for name in body.model_fields_set}
    profile = await services.profiles.update(profile_id, changes, owner_id=user.user_id, check=check)
    response.headers.update(etag(profile.version))
    return profile


for method, name in (("PUT", "replace_profile"), ("PATCH", "update_profile")):
    router.add_api_route(
        "/{profile_id}",
        change_profile,
        methods=[method],
        name=name,
        response_model=Profile,
        summary="Change the fields that are sent",
        description="Changes the profile's fields that are sent, and makes a new version.",
    )


@router.delete("/{profile_id}", status_code=204)
async def delete_profile(profile_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the profile with its versions."""
    await services.profiles.delete(profile_id, owner_id=user.user_id)


@router.post("/{profile_id}/activate")
async def activate_profile(profile_id: UUID, user: CurrentUser, services: ServicesDep) -> Profile:
    """Make this the profile that is used where none is named."""
    return await services.profiles.activate(profile_id, owner_id=user.user_id)


def _career(body: ProfileIn) -> Career:
    components = {
        "experiences": [Experience(**item.model_dump()) for item in body.experiences],
        "education": [Education(**item.model_dump()) for item in body.education],
        "projects": [Project(**item.model_dump()) for item in body.projects],
        "skills": [Skill(**item.model_dump()) for item in body.skills],
    }
    values: dict[str, Any] = {name: getattr(body, name) for name in ProfileIn.model_fields}
    return Career(**{**values, **components})
