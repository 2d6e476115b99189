"""Applications in spreadsheets and calendars."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Query, Request, Response, UploadFile
from pydantic import Field, Json

from app.application.applications.exchange import CsvImportReport
from app.application.bulk import BulkReport
from app.domain.applications import ApplicationStatus
from app.domain.applications.spreadsheet import MOST_ROWS, ColumnName
from app.presentation.api.applications.shapes import Moment
from app.presentation.api.dependencies import CurrentUser, ServicesDep
from app.presentation.api.files import attachment
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/applications", tag="applications")
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


class ImportUndoIn(ApiModel):
    """What an import created."""

    application_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_ROWS)]
    """The `application_id` of each row with the action `create`."""


@router.post("/import")
async def import_applications(
    file: Annotated[UploadFile, File(description="A CSV file with a heading row.")],
    user: CurrentUser,
    services: ServicesDep,
    mapping: Annotated[
        Json[dict[str, ColumnName | None]] | None,
        Form(description="A JSON object: what the column under a heading is; null is nothing."),
    ] = None,
    dry_run: Annotated[bool, Query(description="Only say what each row would do.")] = False,
) -> CsvImportReport:
    """Take a table of applications over, row by row: create, update, skip or error.

    A column is what its heading says, in many words, unless `mapping` says otherwise.
    """
    data = await file.read()
    return await services.application_exchange.import_csv(data, owner_id=user.user_id, dry_run=dry_run, mapping=mapping)


@router.post("/import/undo")
async def undo_application_import(body: ImportUndoIn, user: CurrentUser, services: ServicesDep) -> BulkReport:
    """Delete applications that an import created, with the jobs it created for them.

    A job that documents were made for since stays, and so does what no import created.
    """
    return await services.application_exchange.undo_import(body.application_ids, owner_id=user.user_id)


@router.get("/export", response_class=Response, responses=_CSV)
async def export_applications(
    user: CurrentUser,
    services: ServicesDep,
    status: Annotated[ApplicationStatus | None, Query(description="Only those with this status.")] = None,
    q: Annotated[str | None, Query(max_length=200, description="Words in notes, job title or company.")] = None,
    due_before: Annotated[Moment | None, Query(description="Only those with a deadline before this.")] = None,
    ids: Annotated[list[UUID], Query(alias="id", max_length=100, description="Only these; repeatable.")] = [],  # noqa: B006
) -> Response:
    """Return the applications as CSV in UTF-8, filtered as the list is; no cell is taken for a formula."""
    data = await services.application_exchange.export_csv(
        user.user_id, status=status, q=q, due_before=due_before, ids=frozenset(ids)
    )
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
