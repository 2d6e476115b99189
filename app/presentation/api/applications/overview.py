"""All applications at a glance."""

from app.application.applications.service import BoardColumn
from app.domain.applications import ApplicationStats
from app.presentation.api.dependencies import CurrentUser, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/applications", tag="applications")


class BoardOut(ApiModel):
    """The board."""

    total: int
    """How many applications there are in all."""
    columns: tuple[BoardColumn, ...]
    """One column for each status, in their order."""


@router.get("/board")
async def get_application_board(user: CurrentUser, services: ServicesDep) -> BoardOut:
    """Return all applications by status, in their order, with counts."""
    columns = await services.applications.board(user.user_id)
    return BoardOut(total=sum(column.count for column in columns), columns=columns)


@router.get("/stats")
async def get_application_stats(user: CurrentUser, services: ServicesDep) -> ApplicationStats:
    """Return funnel, conversion, time in status and response rates.

    Below five cases no rate is given; `note` says so.
    """
    return await services.applications.stats(user.user_id)
