"""Applications in spreadsheets and calendars."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Query, Request, Response, UploadFile
from pydantic import Field

from app.application.applications.exchange import CsvImportReport
from app.presentation.api.dependencies import CurrentUser, ServicesDep
from app.presentation.api.files import attachment
from app.presentation.api.schemas import ApiModel

router = APIRouter(prefix="/applications", tags=["applications"])
_CSV: dict[int | str, dict[str, Any]] = {
    200: {"description": "The table.", "content": {"text/csv": {"schema": {"type": "string"}}}}
}
_ICS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The calendar.", "content": {"text/calendar": {"schema": {"type": "string"}}}}
}


class CalendarTokenOut(ApiModel):
    """The secret of the calendar feed, shown once."""

    token: str = Field(examples=["Jm3r0mJ0s0rAqg3x7nq2c7J9cV8yq1b5m4w2t6u8o0E"])
    """The secret; only its hash is kept."""
    url: str = Field(examples=["https://jobs.example.org/api/v1/applications/calendar.ics?token=…"])
    """The address to subscribe to."""


@router.post("/import")
async def import_applications(
    file: Annotated[UploadFile, File(description="A CSV file with a heading row.")],
    user: CurrentUser,
    services: ServicesDep,
    dry_run: Annotated[bool, Query(description="Only say what each row would do.")] = False,
) -> CsvImportReport:
    """Take a table of applications over, row by row: create, update, skip or error."""
    data = await file.read()
    return await services.application_exchange.import_csv(data, owner_id=user.user_id, dry_run=dry_run)


@router.get("/export", response_class=Response, responses=_CSV)
async def export_applications(user: CurrentUser, services: ServicesDep) -> Response:
    """Return all applications as CSV in UTF-8; no cell is taken for a formula."""
    data = await services.application_exchange.export_csv(user.user_id)
    return attachment(data, "applications.csv", "text/csv; charset=utf-8")


@router.post("/calendar/token")
async def renew_calendar_token(user: CurrentUser, services: ServicesDep, request: Request) -> CalendarTokenOut:
    """Make the secret of the calendar feed, or a new one in place of it."""
    token = await services.application_exchange.renew_calendar_token(user.user_id)
    address = request.url_for("get_application_calendar").include_query_params(token=token)
    return CalendarTokenOut(token=token, url=str(address))


@router.get("/calendar.ics", response_class=Response, responses=_ICS)
async def get_application_calendar(
    services: ServicesDep, token: Annotated[str, Query(max_length=200, description="The feed's own secret.")]
) -> Response:
    """Return deadlines, interviews and reminders as a calendar to subscribe to."""
    data = await services.application_exchange.calendar(token)
    return Response(data, media_type="text/calendar; charset=utf-8")
