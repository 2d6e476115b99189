"""Timelines, contacts and reminders."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from app.application.applications.details import EventInput
from app.domain.applications import ApplicationContact, ApplicationEvent, ApplicationReminder
from app.domain.errors import ValidationError
from app.domain.pagination import PageRequest
from app.presentation.api.applications.shapes import (
    ContactChanges,
    ContactIn,
    EventChanges,
    EventIn,
    ReminderChanges,
    ReminderIn,
    sent,
)
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import PageOut

router = feature_router("/applications/{application_id}", tag="applications")


async def timeline_page(
    limit: Annotated[int, Query(ge=1, le=100, description="How many items at most.")] = 20,
    offset: Annotated[int, Query(ge=0, le=2**31, description="How many items to skip.")] = 0,
    sort: Annotated[
        str, Query(max_length=60, description="A field name; with a leading `-`, descending.")
    ] = "-occurred_at",
) -> PageRequest:
    """Return which page was asked for."""
    return PageRequest(limit=limit, offset=offset, sort=sort)


TimelinePage = Annotated[PageRequest, Depends(timeline_page)]


@router.get("/timeline", response_model=PageOut[ApplicationEvent])
async def get_application_timeline(
    application_id: UUID, user: CurrentUser, services: ServicesDep, page: TimelinePage
) -> object:
    """List what happened, newest first: changes of status, interviews, calls, notes and documents sent."""
    return await services.application_timelines.timeline(application_id, page, owner_id=user.user_id)


@router.post("/events", status_code=201)
async def add_application_event(
    application_id: UUID, body: EventIn, user: CurrentUser, services: ServicesDep, response: Response
) -> ApplicationEvent:
    """Add an interview, a call, a note or a document sent; a document is frozen at its version."""
    if body.kind == "status_change":
        raise ValidationError.of_field("kind", "a change of status is made at /status")
    given = EventInput(
        kind=body.kind,
        title=body.title or "",
        body=body.body or "",
        location=body.location or "",
        occurred_at=body.occurred_at,
        ends_at=body.ends_at,
        document_id=body.document_id,
        version_number=body.version_number,
    )
    event = await services.application_timelines.add(application_id, given, owner_id=user.user_id)
    response.headers["Location"] = f"/api/v1/applications/{application_id}/events/{event.id}"
    return event


@router.put("/events/{event_id}")
async def change_application_event(
    application_id: UUID, event_id: UUID, body: EventChanges, user: CurrentUser, services: ServicesDep
) -> ApplicationEvent:
    """Change the fields that are sent; 409 for a change of status, which is history."""
    changes = sent(body, nullable=frozenset({"ends_at"}))
    return await services.application_timelines.change(application_id, event_id, changes, owner_id=user.user_id)


@router.delete("/events/{event_id}", status_code=204)
async def delete_application_event(
    application_id: UUID, event_id: UUID, user: CurrentUser, services: ServicesDep
) -> None:
    """Delete an entry; 409 for a change of status, which is history."""
    await services.application_timelines.delete(application_id, event_id, owner_id=user.user_id)


@router.get("/contacts", response_model=PageOut[ApplicationContact])
async def list_application_contacts(
    application_id: UUID, user: CurrentUser, services: ServicesDep, page: PageParams
) -> object:
    """List the people behind the application."""
    return await services.application_notebooks.contacts(application_id, page, owner_id=user.user_id)


@router.post("/contacts", status_code=201)
async def add_application_contact(
    application_id: UUID, body: ContactIn, user: CurrentUser, services: ServicesDep, response: Response
) -> ApplicationContact:
    """Add a contact."""
    contact = await services.application_notebooks.add_contact(
        application_id, sent(body), name=body.name, owner_id=user.user_id
    )
    response.headers["Location"] = f"/api/v1/applications/{application_id}/contacts/{contact.id}"
    return contact


@router.put("/contacts/{contact_id}")
async def change_application_contact(
    application_id: UUID, contact_id: UUID, body: ContactChanges, user: CurrentUser, services: ServicesDep
) -> ApplicationContact:
    """Change the fields that are sent."""
    changes = sent(body)
    return await services.application_notebooks.change_contact(
        application_id, contact_id, changes, owner_id=user.user_id
    )


@router.delete("/contacts/{contact_id}", status_code=204)
async def delete_application_contact(
    application_id: UUID, contact_id: UUID, user: CurrentUser, services: ServicesDep
) -> None:
    """Delete a contact."""
    await services.application_notebooks.delete_contact(application_id, contact_id, owner_id=user.user_id)


@router.get("/reminders", response_model=PageOut[ApplicationReminder])
async def list_application_reminders(
    application_id: UUID, user: CurrentUser, services: ServicesDep, page: PageParams
) -> object:
    """List the application's reminders."""
    return await services.application_notebooks.reminders(application_id, page, owner_id=user.user_id)


@router.post("/reminders", status_code=201)
async def add_application_reminder(
    application_id: UUID, body: ReminderIn, user: CurrentUser, services: ServicesDep, response: Response
) -> ApplicationReminder:
    """Add a reminder."""
    reminder = await services.application_notebooks.add_reminder(
        application_id, title=body.title, remind_at=body.remind_at, notes=body.notes, owner_id=user.user_id
    )
    response.headers["Location"] = f"/api/v1/applications/{application_id}/reminders/{reminder.id}"
    return reminder


@router.put("/reminders/{reminder_id}")
async def change_application_reminder(
    application_id: UUID, reminder_id: UUID, body: ReminderChanges, user: CurrentUser, services: ServicesDep
) -> ApplicationReminder:
    """Change the fields that are sent; with a new time it is given again."""
    return await services.application_notebooks.change_reminder(
        application_id, reminder_id, sent(body), owner_id=user.user_id
    )


@router.delete("/reminders/{reminder_id}", status_code=204)
async def delete_application_reminder(
    application_id: UUID, reminder_id: UUID, user: CurrentUser, services: ServicesDep
) -> None:
    """Delete a reminder."""
    await services.application_notebooks.delete_reminder(application_id, reminder_id, owner_id=user.user_id)
