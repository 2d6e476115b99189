"""`/resumes`: uploaded files and what was read from them."""

from dataclasses import fields
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Query, Response, UploadFile

from app.application.resumes import CONTENT_TYPES
from app.domain.resumes import Resume, ResumeStatus
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.files import attachment, file_schema
from app.presentation.api.profile_shapes import CareerOut
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/resumes", tag="resumes")


_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file's bytes.",
        "content": {kind.split(";")[0]: {"schema": file_schema(kind)} for kind in CONTENT_TYPES.values()},
    }
}


class ParsedResumeOut(CareerOut):
    """What was read, in the shape of a profile, with the confidence (0-1) per field path."""

    links: list[str]
    confidence: dict[str, float]
    unplaced: list[str]
    language: str


class ResumeOut(ApiModel):
    """An uploaded resume."""

    id: UUID
    user_id: UUID
    job_id: UUID | None
    original_filename: str
    content_type: str
    size_bytes: int
    sha256: str
    status: ResumeStatus
    parsed_text: str
    parsed: ParsedResumeOut
    warnings: list[str]
    last_analyzed: datetime | None
    created_at: datetime
    updated_at: datetime


class ResumeSummaryOut(ApiModel):
    """An uploaded resume in a list, without its text."""

    id: UUID
    user_id: UUID
    job_id: UUID | None
    original_filename: str
    content_type: str
    size_bytes: int
    sha256: str
    status: ResumeStatus
    warnings: list[str]
    last_analyzed: datetime | None
    created_at: datetime
    updated_at: datetime


@router.post("", status_code=201)
async def upload_resume(
    user: CurrentUser,
    services: ServicesDep,
    response: Response,
    file: Annotated[UploadFile, File(description="PDF, DOCX, TXT, Markdown or JSON Resume, at most 10 MB.")],
    job_id: Annotated[UUID | None, Form(description="The job this resume was made for.")] = None,
) -> ResumeOut:
    """Read and keep a resume file; its kind is told from the bytes."""
    data = await file.read()
    resume = await services.resumes.upload(data, filename=file.filename or "", job_id=job_id, owner_id=user.user_id)
    response.headers["Location"] = f"/api/v1/resumes/{resume.id}"
    return _resume(resume)


@router.get("", response_model=PageOut[ResumeSummaryOut])
async def list_resumes(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    status: Annotated[ResumeStatus | None, Query(description="Only those with this status.")] = None,
    job_id: Annotated[UUID | None, Query(description="Only those made for this job.")] = None,
) -> object:
    """List the caller's resumes."""
    return await services.resumes.page(user.user_id, page, status=status, job_id=job_id)


@router.get("/{resume_id}")
async def get_resume(resume_id: UUID, user: CurrentUser, services: ServicesDep) -> ResumeOut:
    """Return the resume with everything that was read."""
    return _resume(await services.resumes.get(resume_id, owner_id=user.user_id))


@router.get("/{resume_id}/file", response_class=Response, responses=_FILE)
async def get_resume_file(resume_id: UUID, user: CurrentUser, services: ServicesDep) -> Response:
    """Return the file as it was uploaded."""
    resume, data = await services.resumes.file(resume_id, owner_id=user.user_id)
    return attachment(data, resume.original_filename, resume.content_type)


@router.post("/{resume_id}/reparse")
async def reparse_resume(resume_id: UUID, user: CurrentUser, services: ServicesDep) -> ResumeOut:
    """Read the kept file again."""
    return _resume(await services.resumes.reparse(resume_id, owner_id=user.user_id))


@router.delete("/{resume_id}", status_code=204)
async def delete_resume(resume_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the resume and its file."""
    await services.resumes.delete(resume_id, owner_id=user.user_id)


def _resume(resume: Resume) -> ResumeOut:
    parsed = resume.parsed
    facts = {f.name: getattr(parsed.career, f.name) for f in fields(parsed.career)}
    read = {name: facts.get(name, getattr(parsed, name, None)) for name in ParsedResumeOut.model_fields}
    values = {name: getattr(resume, name) for name in ResumeOut.model_fields if name != "parsed"}
    return ResumeOut.model_validate({**values, "parsed": ParsedResumeOut.model_validate(read)})
