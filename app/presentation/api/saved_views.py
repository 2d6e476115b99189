"""`/saved-views`: the filters of a list, kept under a name."""

from typing import Annotated
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi import Query, Response
from pydantic import AfterValidator, StringConstraints

from app.domain.saved_views import Collection, SavedView
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/saved-views", tag="views")
_MOST_FIELDS = 20


def _readable(query: str) -> str:
    if query:
        # Raises `ValueError` with the reason.
        parse_qsl(query, keep_blank_values=True, strict_parsing=True, max_num_fields=_MOST_FIELDS)
    return query


_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
_Filters = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^?#\s][^#\s]*$|^$"), AfterValidator(_readable)]


class SavedViewIn(ApiModel):
    """A list, how one looks at it, and the name for that."""

    collection: Collection
    name: _Name
    query: _Filters


class SavedViewChanges(ApiModel):
    """Fields of a saved view; those not sent are left as they are."""

    name: _Name | None = None
    query: _Filters | None = None


@router.post("", status_code=201)
async def create_saved_view(
    body: SavedViewIn, user: CurrentUser, services: ServicesDep, response: Response
) -> SavedView:
    """Keep a list's filters under a name that the list has no other view of."""
    view = await services.saved_views.create(
        collection=body.collection, name=body.name, query=body.query, owner_id=user.user_id
    )
    response.headers["Location"] = f"/api/v1/saved-views/{view.id}"
    return view


@router.get("", response_model=PageOut[SavedView])
async def list_saved_views(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    collection: Annotated[Collection | None, Query(description="Only the views of this list.")] = None,
) -> object:
    """List the caller's saved views, of one collection or of all."""
    return await services.saved_views.page(user.user_id, page, collection=collection)


@router.get("/{saved_view_id}")
async def get_saved_view(saved_view_id: UUID, user: CurrentUser, services: ServicesDep) -> SavedView:
    """Return the saved view."""
    return await services.saved_views.get(saved_view_id, owner_id=user.user_id)


@router.patch("/{saved_view_id}")
async def update_saved_view(
    saved_view_id: UUID, body: SavedViewChanges, user: CurrentUser, services: ServicesDep
) -> SavedView:
    """Change the fields that are sent."""
    changes = {name: value for name, value in body.model_dump(exclude_unset=True).items() if value is not None}
    return await services.saved_views.update(saved_view_id, changes, owner_id=user.user_id)


@router.delete("/{saved_view_id}", status_code=204)
async def delete_saved_view(saved_view_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the saved view; what it showed stays."""
    await services.saved_views.delete(saved_view_id, owner_id=user.user_id)
