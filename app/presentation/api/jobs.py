"""`/jobs`: saved vacancies."""

from typing import Annotated
from uuid import UUID

from fastapi import File, Query, Response, UploadFile
from pydantic import Field, StrictBool, model_validator

from app.application.bulk import BulkReport, in_bulk
from app.application.jobs import JobInput
from app.application.similar_jobs import SimilarJobs
from app.domain.jobs import Job, JobFilter, JobHasNoDescriptionError, JobListing, JobStatus, LinkCheck
from app.domain.text.posting import EducationLevel, EmploymentType, Salary, Seniority, Workplace, YearsRange
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, DayText, IdsIn, PageOut, PlainNumbers, PostingText, ShortText

router = feature_router("/jobs", tag="jobs")


_ALIASES = {"company_name": "company", "job_title": "title", "job_description": "description"}


class JobChanges(ApiModel):
    """Fields of a job; those not sent are left as they are."""

    title: ShortText | None = None
    company: ShortText | None = None
    description: PostingText | None = None
    location: ShortText | None = None
    remote: StrictBool | None = None
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    years_experience: Annotated[YearsRange, PlainNumbers] | None = None
    education_level: EducationLevel | None = None
    salary: Annotated[Salary, PlainNumbers] | None = None
    date_posted: DayText | None = None
    application_deadline: DayText | None = None
    job_url: Annotated[str, Field(max_length=2000, pattern=r"^https?://")] | None = None
    status: JobStatus | None = None

    @model_validator(mode="before")
    @classmethod
    def take_aliases(cls, data: object) -> object:
        """Take `company_name`, `job_title` and `job_description` too, as older clients send them."""
        if not isinstance(data, dict):
            return data
        return {_ALIASES.get(name, name) if _ALIASES.get(name) not in data else name: data[name] for name in data}


class JobIn(JobChanges):
    """A job to keep: `raw_text`, a `job_url`, or `title`, `company` and `description`."""

    source: str = Field(min_length=1, max_length=60)
    raw_text: PostingText | None = None


class JobsStatusIn(IdsIn):
    """A new status for several jobs."""

    status: JobStatus
    """How they stand now."""


_FIELDS = tuple(name for name in JobChanges.model_fields if name not in ("job_url", "status"))
_NEVER_NULL = frozenset({"description", "remote", "status"})


@router.post("", status_code=201)
async def create_job(body: JobIn, user: CurrentUser, services: ServicesDep, response: Response) -> Job:
    """Read a posting and keep it."""
    job = await services.jobs.create(_input(body), owner_id=user.user_id)
    response.headers["Location"] = f"/api/v1/jobs/{job.id}"
    return job


@router.post("/parse")
async def parse_job(body: JobIn, user: CurrentUser, services: ServicesDep) -> Job:
    """Return what would be stored; nothing is."""
    return await services.jobs.parse(_input(body), owner_id=user.user_id)


@router.post("/parse-file")
async def parse_job_file(
    user: CurrentUser,
    services: ServicesDep,
    file: Annotated[UploadFile, File(description="PDF, DOCX, TXT, Markdown or a saved web page, at most 10 MB.")],
) -> Job:
    """Return what a file with a posting would be stored as; nothing is. Its `raw_text` is what `POST /jobs` takes."""
    posting = await services.jobs.read_file(await file.read(), filename=file.filename or "")
    if not posting.description.strip():
        raise JobHasNoDescriptionError("No text was found in this file; paste the posting instead")
    manual = {name: getattr(posting, name) for name in _FIELDS}
    given = JobInput(source="file", raw_text=posting.description, manual=manual)
    return await services.jobs.parse(given, owner_id=user.user_id)


@router.get("", response_model=PageOut[JobListing])
async def list_jobs(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    status: Annotated[JobStatus | None, Query(description="Only those with this status.")] = None,
    source: Annotated[str | None, Query(max_length=60, description="Only those from this source.")] = None,
    q: Annotated[str | None, Query(max_length=500, description="Words that all stand in the job's texts.")] = None,
    company: Annotated[str | None, Query(max_length=200, description="Only those at this company.")] = None,
    remote: Annotated[bool | None, Query(description="Only those that are remote, or are not.")] = None,
) -> object:
    """List the caller's jobs, without their texts."""
    wanted = JobFilter(status=status, source=source, company=company, remote=remote, q=q)
    return await services.jobs.search(user.user_id, page, wanted)


@router.post("/bulk/status")
async def set_status_of_jobs(body: JobsStatusIn, user: CurrentUser, services: ServicesDep) -> BulkReport:
    """Set how several jobs stand; one that is refused stays as it was and is named with the reason."""
    changes = {"status": body.status}
    return await in_bulk(body.ids, lambda one: services.jobs.update(one, changes, owner_id=user.user_id))


@router.post("/bulk/delete")
async def delete_jobs(body: IdsIn, user: CurrentUser, services: ServicesDep) -> BulkReport:
    """Delete several jobs with what hangs on them; one that is refused is named with the reason."""
    return await in_bulk(body.ids, lambda one: services.jobs.delete(one, owner_id=user.user_id))


@router.get("/{job_id}")
async def get_job(job_id: UUID, user: CurrentUser, services: ServicesDep) -> Job:
    """Return the job."""
    return await services.jobs.get(job_id, owner_id=user.user_id)


async def change_job(job_id: UUID, body: JobChanges, user: CurrentUser, services: ServicesDep) -> Job:  # noqa: D103
    sent = {name: getattr(body, name) for name in body.model_fields_set}
    changes = {name: value for name, value in sent.items() if value is not None or name not in _NEVER_NULL}
    return await services.jobs.update(job_id, changes, owner_id=user.user_id)


for method, name in (("PUT", "replace_job"), ("PATCH", "update_job")):
    router.add_api_route(
        "/{job_id}",
        change_job,
        methods=[method],
        name=name,
        response_model=Job,
        summary="Change the fields that are sent",
        description="Changes the fields that are sent; a new description is read again, a new address too, later.",
    )


@router.get("/{job_id}/similar")
async def list_similar_jobs(
    job_id: UUID,
    user: CurrentUser,
    services: ServicesDep,
    limit: Annotated[int, Query(ge=1, le=100, description="How many at most.")] = 20,
    offset: Annotated[int, Query(ge=0, le=10_000, description="How many to leave out at the beginning.")] = 0,
) -> SimilarJobs:
    """Return the caller's other jobs, the most similar first; what is not compared yet is counted in `pending`."""
    return await services.similar_jobs.find(job_id, owner_id=user.user_id, limit=limit, offset=offset)


@router.post("/{job_id}/check-link")
async def check_job_link(job_id: UUID, user: CurrentUser, services: ServicesDep) -> LinkCheck:
    """Look whether the posting is still at its address; a job whose posting is gone expires."""
    return await services.job_upkeep.check_link(job_id, owner_id=user.user_id)


@router.delete("/{job_id}", status_code=204)
async def delete_job(job_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the job with what hangs on it; 409 while documents are being made for it."""
    await services.jobs.delete(job_id, owner_id=user.user_id)


def _input(body: JobIn) -> JobInput:
    manual = {name: getattr(body, name) for name in _FIELDS}
    return JobInput(
        source=body.source,
        raw_text=body.raw_text,
        job_url=body.job_url,
        manual=manual,
        status=body.status or "active",
    )
