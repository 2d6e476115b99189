"""`/jobs/searches`: searches that are kept, run by hand or on a schedule, and tell of what is new."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import Field, StrictBool

from app.application.saved_searches import SavedSearchRun
from app.domain.job_search import JobSearchResult
from app.domain.saved_searches import SavedSearch
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/jobs/searches", tag="job search")
_Words = Annotated[str, Field(max_length=200)]
_Sources = Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(max_length=50)]
_Score = Annotated[int, Field(ge=0, le=100, strict=True)]


class SavedSearchIn(ApiModel):
    """A search to keep."""

    name: str = Field(min_length=1, max_length=200)
    q: _Words = ""
    location: _Words = ""
    remote: StrictBool | None = None
    sources: _Sources = Field(default_factory=list)
    min_match_score: _Score | None = None
    is_scheduled: StrictBool = True


class SavedSearchChanges(ApiModel):
    """Fields of a saved search; those not sent are left as they are."""

    name: str | None = Field(None, min_length=1, max_length=200)
    q: _Words | None = None
    location: _Words | None = None
    remote: StrictBool | None = None
    sources: _Sources | None = None
    min_match_score: _Score | None = None
    is_scheduled: StrictBool | None = None


class SavedSearchOut(ApiModel):
    """A saved search, and how its last run went."""

    id: UUID
    user_id: UUID
    name: str
    q: str
    location: str
    remote: bool | None
    sources: list[str]
    min_match_score: int | None
    is_scheduled: bool
    last_run_at: datetime | None
    last_new_count: int
    last_warnings: list[str]
    created_at: datetime
    updated_at: datetime


class SavedSearchHitOut(ApiModel):
    """A vacancy that a saved search found."""

    id: UUID
    search_id: UUID
    source: str
    title: str
    company: str | None
    location: str | None
    remote: bool
    job_url: str | None
    date_posted: str | None
    match_score: int | None
    created_at: datetime


class SavedSearchRunOut(ApiModel):
    """How a run went."""

    search: SavedSearchOut
    new_hits: list[SavedSearchHitOut]
    result: JobSearchResult


class ScheduleOut(ApiModel):
    """How often saved searches run by themselves."""

    interval_hours: float | None


_MAY_BE_NULL = frozenset({"remote", "min_match_score"})


@router.post("", status_code=201, response_model=SavedSearchOut)
async def create_saved_search(
    body: SavedSearchIn, user: CurrentUser, services: ServicesDep, response: Response
) -> SavedSearch:
    """Keep a search."""
    search = await services.saved_searches.create(_fields(body.model_dump()), owner_id=user.user_id)
    response.headers["Location"] = f"/api/v1/jobs/searches/{search.id}"
    return search


@router.get("", response_model=PageOut[SavedSearchOut])
async def list_saved_searches(user: CurrentUser, services: ServicesDep, page: PageParams) -> object:
    """List the caller's saved searches."""
    return await services.saved_searches.page(user.user_id, page)


@router.get("/schedule")
async def get_search_schedule(user: CurrentUser, services: ServicesDep) -> ScheduleOut:
    """Tell how often saved searches run by themselves; null where the operator has not turned that on."""
    every = services.saved_searches.every
    return ScheduleOut(interval_hours=every.total_seconds() / 3600 if every else None)


@router.get("/{search_id}", response_model=SavedSearchOut)
async def get_saved_search(search_id: UUID, user: CurrentUser, services: ServicesDep) -> SavedSearch:
    """Return the saved search."""
    return await services.saved_searches.get(search_id, owner_id=user.user_id)


async def change_saved_search(  # noqa: D103
    search_id: UUID, body: SavedSearchChanges, user: CurrentUser, services: ServicesDep
) -> SavedSearch:
    sent = body.model_dump(exclude_unset=True)
    changes = {name: value for name, value in sent.items() if value is not None or name in _MAY_BE_NULL}
    return await services.saved_searches.update(search_id, _fields(changes), owner_id=user.user_id)


for method, name in (("PUT", "replace_saved_search"), ("PATCH", "update_saved_search")):
    router.add_api_route(
        "/{search_id}",
        change_saved_search,
        methods=[method],
        name=name,
        response_model=SavedSearchOut,
        summary="Change the fields that are sent",
        description="Changes the fields that are sent; what was found before stays known.",
    )


@router.delete("/{search_id}", status_code=204)
async def delete_saved_search(search_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the saved search with what it found."""
    await services.saved_searches.delete(search_id, owner_id=user.user_id)


@router.post("/{search_id}/run", response_model=SavedSearchRunOut)
async def run_saved_search(search_id: UUID, user: CurrentUser, services: ServicesDep) -> SavedSearchRun:
    """Search now; what was never found before becomes a notification."""
    return await services.saved_searches.run(search_id, owner_id=user.user_id)


@router.get("/{search_id}/hits", response_model=PageOut[SavedSearchHitOut])
async def list_saved_search_hits(search_id: UUID, user: CurrentUser, services: ServicesDep, page: PageParams) -> object:
    """List what the search has found, newest finds first."""
    return await services.saved_searches.hits(search_id, page, owner_id=user.user_id)


def _fields(sent: dict[str, object]) -> dict[str, object]:
    sources = sent.get("sources")
    return {**sent, "sources": tuple(dict.fromkeys(sources))} if isinstance(sources, list) else sent
