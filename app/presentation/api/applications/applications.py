"""The applications themselves."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.application.applications.service import Move
from app.application.bulk import BulkReport, in_bulk
from app.domain.applications import Application, ApplicationStatus
from app.presentation.api.applications.shapes import (
    ApplicationChanges,
    ApplicationIn,
    ApplicationsStatusIn,
    Moment,
    PositionIn,
    StatusIn,
    sent,
)
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep, VersionCheck, etag
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import IdsIn, PageOut

router = feature_router("/applications", tag="applications")
_NULLABLE = frozenset({"deadline", "resume_document_id", "cover_letter_document_id", "next_action_at"})


@router.post("", status_code=201)
async def create_application(
    body: ApplicationIn, user: CurrentUser, services: ServicesDep, response: Response
) -> Application:
    """Start an application for a saved job; 409 where there is one."""
    values = sent(body)
    values.pop("job_id")
    application = await services.applications.create(body.job_id, values, owner_id=user.user_id)
    response.headers.update({"Location": f"/api/v1/applications/{application.id}", **etag(application.version)})
    return application


@router.get("", response_model=PageOut[Application])
async def list_applications(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    status: Annotated[ApplicationStatus | None, Query(description="Only those with this status.")] = None,
    q: Annotated[str | None, Query(max_length=200, description="Words in notes, job title or company.")] = None,
    due_before: Annotated[Moment | None, Query(description="Only those with a deadline before this.")] = None,
) -> object:
    """List the caller's applications."""
    return await services.applications.page(user.user_id, page, status=status, q=q, due_before=due_before)


@router.post("/bulk/status")
async def set_status_of_applications(
    body: ApplicationsStatusIn, user: CurrentUser, services: ServicesDep
) -> BulkReport:
    """Set how several applications stand; one that is refused stays as it was and is named with the reason."""
    move = Move(status=body.status)
    return await in_bulk(body.ids, lambda one: services.applications.move(one, move, owner_id=user.user_id))


@router.post("/bulk/delete")
async def delete_applications(body: IdsIn, user: CurrentUser, services: ServicesDep) -> BulkReport:
    """Delete several applications with all that hangs on them; one that is refused is named with the reason."""
    return await in_bulk(body.ids, lambda one: services.applications.delete(one, owner_id=user.user_id))


@router.get("/{application_id}")
async def get_application(
    application_id: UUID, user: CurrentUser, services: ServicesDep, response: Response
) -> Application:
    """Return the application with its job."""
    application = await services.applications.get(application_id, owner_id=user.user_id)
    response.headers.update(etag(application.version))
    return application


async def change_application(  # noqa: D103
    application_id: UUID,
    body: ApplicationChanges,
    user: CurrentUser,
    services: ServicesDep,
    check: VersionCheck,
    response: Response,
) -> Application:
    changes = sent(body, nullable=_NULLABLE)
    application = await services.applications.update(application_id, changes, owner_id=user.user_id, check=check)
    response.headers.update(etag(application.version))
    return application


for method, name in (("PUT", "replace_application"), ("PATCH", "update_application")):
    router.add_api_route(
        "/{application_id}",
        change_application,
        methods=[method],
        name=name,
        response_model=Application,
        summary="Change the fields that are sent",
        description=(
            "Changes the fields that are sent; a new status writes the history.\n\n"
            "With `If-Match` only where the application is at that version still; 412 otherwise."
        ),
    )


@router.delete("/{application_id}", status_code=204)
async def delete_application(application_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the application with all that hangs on it; the job stays."""
    await services.applications.delete(application_id, owner_id=user.user_id)


@router.put("/{application_id}/status")
async def set_application_status(
    application_id: UUID, body: StatusIn, user: CurrentUser, services: ServicesDep, response: Response
) -> Application:
    """Set how the application stands.

    Writes the history, sets `applied_at` and freezes the documents it is sent with. The status it has already changes
    nothing, so that the request may be repeated; a note is kept then too.
    """
    move = Move(status=body.status, note=body.note, occurred_at=body.occurred_at)
    application = await services.applications.move(application_id, move, owner_id=user.user_id)
    response.headers.update(etag(application.version))
    return application


@router.put("/{application_id}/position")
async def place_application(
    application_id: UUID, body: PositionIn, user: CurrentUser, services: ServicesDep, response: Response
) -> Application:
    """Put the application somewhere else on the board."""
    application = await services.applications.place(
        application_id, owner_id=user.user_id, status=body.status, after_id=body.after_id, index=body.index
    )
    response.headers.update(etag(application.version))
    return application
