"""`/profiles`: the candidate's facts."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Path, Response
from pydantic import Field

from app.application.profile_import import ImportPreview, ImportReport
from app.domain.errors import NotFoundError, ValidationError
from app.domain.profiles import Profile, ProfileVersion
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.resume import SECTIONS, CareerSection
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep, VersionCheck, etag
from app.presentation.api.profile_shapes import CareerOut, EducationIn, ExperienceIn, ProjectIn, SkillIn
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, LongText, PageOut, ShortText

router = feature_router("/profiles", tag="profiles")
VersionNumber = Annotated[int, Path(ge=1, le=2**31 - 1, description="The version's number, counted from 1.")]


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


class ProfileVersionSummaryOut(ApiModel):
    """A version in a list."""

    profile_id: UUID
    version: int
    headline: str
    experiences_count: int
    education_count: int
    projects_count: int
    skills_count: int
    created_at: datetime


class ProfileVersionOut(CareerOut):
    """The profile as it was at `version`, made at `created_at`."""

    id: UUID
    user_id: UUID
    version: int
    created_at: datetime


class ImportPreviewIn(ApiModel):
    """What to import: an uploaded resume, or a JSON Resume document. With `profile_id` it is merged into that one."""

    resume_id: UUID | None = None
    json_resume: dict[str, object] | None = None
    profile_id: UUID | None = None


class ImportIn(ImportPreviewIn):
    """What to import, and which sections of it; without `sections` all of them."""

    sections: Annotated[list[CareerSection], Field(min_length=1, max_length=len(SECTIONS))] | None = None


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
async def import_profile(
    body: ImportIn, user: CurrentUser, services: ServicesDep, check: VersionCheck, response: Response
) -> ImportOut:
    """Make a profile of an uploaded resume or a JSON Resume document, or merge it into one."""
    _require_one(body)
    profile, report = await services.profile_import.run(
        resume_id=body.resume_id,
        json_resume=body.json_resume,
        profile_id=body.profile_id,
        owner_id=user.user_id,
        sections=SECTIONS if body.sections is None else body.sections,
        check=check,
    )
    response.headers.update({"Location": f"/api/v1/profiles/{profile.id}", **etag(profile.version)})
    return ImportOut(profile=profile, report=report)


@router.post("/import/preview")
async def preview_profile_import(body: ImportPreviewIn, user: CurrentUser, services: ServicesDep) -> ImportPreview:
    """Say what an import would add to each section, complete in it, and leave as it is, without changing anything."""
    _require_one(body)
    return await services.profile_import.preview(
        resume_id=body.resume_id, json_resume=body.json_resume, profile_id=body.profile_id, owner_id=user.user_id
    )


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


@router.get("/{profile_id}/versions")
async def list_profile_versions(
    profile_id: UUID, user: CurrentUser, services: ServicesDep, page: PageParams
) -> PageOut[ProfileVersionSummaryOut]:
    """List the profile's versions, newest first; sorted by `version` or `created_at`."""
    found = await services.profiles.versions(profile_id, page, owner_id=user.user_id)
    items = [_version_summary(version) for version in found.items]
    return PageOut(items=items, total=found.total, limit=found.limit, offset=found.offset)


@router.get("/{profile_id}/versions/{version}")
async def get_profile_version(
    profile_id: UUID, version: VersionNumber, user: CurrentUser, services: ServicesDep
) -> ProfileVersionOut:
    """Return the profile as it was."""
    kept = await services.profiles.version(profile_id, version, owner_id=user.user_id)
    facts = {name: getattr(kept.career, name) for name in ProfileVersionOut.model_fields if hasattr(kept.career, name)}
    return ProfileVersionOut(
        **{**facts, "id": kept.profile_id, "user_id": kept.user_id, "version": version, "created_at": kept.created_at}
    )


@router.post("/{profile_id}/versions/{version}/restore")
async def restore_profile_version(
    profile_id: UUID,
    version: VersionNumber,
    user: CurrentUser,
    services: ServicesDep,
    check: VersionCheck,
    response: Response,
) -> Profile:
    """Make a new version with the facts of an old one."""
    profile = await services.profiles.restore(profile_id, version, owner_id=user.user_id, check=check)
    response.headers.update(etag(profile.version))
    return profile


def _require_one(body: ImportPreviewIn) -> None:
    if (body.resume_id is None) == (body.json_resume is None):
        raise ValidationError.of_field("resume_id", "give either resume_id or json_resume")


def _version_summary(version: ProfileVersion) -> ProfileVersionSummaryOut:
    career = version.career
    return ProfileVersionSummaryOut(
        profile_id=version.profile_id,
        version=version.version,
        headline=career.headline,
        experiences_count=len(career.experiences),
        education_count=len(career.education),
        projects_count=len(career.projects),
        skills_count=len(career.skills),
        created_at=version.created_at,
    )


def _career(body: ProfileIn) -> Career:
    components = {
        "experiences": [Experience(**_item(item)) for item in body.experiences],
        "education": [Education(**_item(item)) for item in body.education],
        "projects": [Project(**_item(item)) for item in body.projects],
        "skills": [Skill(**_item(item)) for item in body.skills],
    }
    values: dict[str, Any] = {name: getattr(body, name) for name in ProfileIn.model_fields}
    return Career(**{**values, **components})


def _item(body: ApiModel) -> dict[str, Any]:
    values = body.model_dump()
    return {**values, "id": str(values["id"] or "")}
