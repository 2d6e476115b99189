"""`/jobs/search` and `/jobs/sources`: vacancies on the job boards."""

from datetime import datetime
from typing import Annotated

from fastapi import Query

from app.domain.job_search import JobSearchResult
from app.domain.ports.job_boards import WantedJob
from app.presentation.api.dependencies import CurrentUser, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/jobs", tag="job search")
_Words = Annotated[str, Query(max_length=200, description="Words that all stand in the posting, its title first.")]
_Place = Annotated[str, Query(max_length=200, description="A place; what is done from anywhere is there too.")]
_Remote = Annotated[bool | None, Query(description="Only remote jobs, or only others; without it both.")]
_Sources = Annotated[
    str,
    Query(max_length=1000, description="Comma-separated names of sources, or of kinds of them; without it all."),
]
_Limit = Annotated[int, Query(ge=1, le=100, description="How many items at most.")]


class JobSourceOut(ApiModel):
    """A job board that is searched, and how it was when it was last asked."""

    source: str
    is_healthy: bool
    last_success_at: datetime | None
    last_failure_at: datetime | None
    last_error: str | None


@router.get("/search")
async def search_job_boards(
    user: CurrentUser,
    services: ServicesDep,
    q: _Words = "",
    location: _Place = "",
    remote: _Remote = None,
    sources: _Sources = "",
    limit: _Limit = 50,
) -> JobSearchResult:
    """Search the configured job boards now; the best fit for the active profile first, failed boards as warnings."""
    names = [name.strip() for name in sources.split(",") if name.strip()]
    wanted = WantedJob(q, location, remote)
    return await services.job_search.search(wanted, owner_id=user.user_id, sources=names, limit=limit)


@router.get("/sources")
async def list_job_sources(user: CurrentUser, services: ServicesDep) -> list[JobSourceOut]:
    """List the job boards that are searched, with their health."""
    return [JobSourceOut.model_validate(one) for one in await services.job_search.sources()]
