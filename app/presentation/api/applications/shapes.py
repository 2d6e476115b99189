"""The wire shapes of applications."""

import re
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StrictBool

from app.domain.applications import ApplicationStatus, EventKind
from app.presentation.api.schemas import ApiModel, IdsIn, LongText, ShortText, Whole

_RFC_3339 = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")


def _likely(at: datetime) -> datetime:
    if not 1970 <= at.year <= 2200:
        raise ValueError("must lie between the years 1970 and 2200")
    return at.astimezone(UTC)


def _written(value: object) -> object:
    # pydantic also takes a number, or digits in a query, as seconds since 1970; the contract does not.
    if isinstance(value, str) and _RFC_3339.match(value):
        return value
    raise ValueError("must be a time as RFC 3339 writes it, such as 2026-03-14T12:00:00Z")


Moment = Annotated[
    AwareDatetime, BeforeValidator(_written), AfterValidator(_likely), Field(examples=["2026-03-14T12:00:00Z"])
]
"""A point in time, RFC 3339 with an offset."""

Label = Annotated[str, Field(min_length=1, max_length=60)]


class ApplicationChanges(ApiModel):
    """Fields of an application; those not sent are left as they are."""

    status: ApplicationStatus | None = None
    """How it stands; a new status writes the history."""
    labels: Annotated[list[Label], Field(max_length=50)] | None = None
    """The user's own words to group applications by."""
    notes: LongText | None = None
    """Free text."""
    deadline: Moment | None = None
    """Until when to apply."""
    resume_document_id: UUID | None = None
    """The resume to send."""
    cover_letter_document_id: UUID | None = None
    """The letter to send."""
    next_action: ShortText | None = None
    """What is to be done next."""
    next_action_at: Moment | None = None
    """When that is to be done."""


class ApplicationIn(ApplicationChanges):
    """A saved job to apply to."""

    job_id: UUID
    """The job; one application for each."""


class StatusIn(ApiModel):
    """A new status."""

    status: ApplicationStatus
    """How it stands now."""
    note: LongText = ""
    """What there is to say of it; kept in the timeline."""
    occurred_at: Moment | None = None
    """When that was; now, where it is not sent."""


class ApplicationsStatusIn(IdsIn):
    """A new status for several applications."""

    status: ApplicationStatus
    """How they stand now."""


class PositionIn(ApiModel):
    """A place on the board: after another application, or at an index; first without either."""

    status: ApplicationStatus | None = None
    """The column to move to; the present one, where it is not sent."""
    after_id: UUID | None = None
    """The application to come after."""
    index: Annotated[Whole, Field(ge=0, le=100_000)] | None = None
    """The place in the column, from 0."""


class EventChanges(ApiModel):
    """Fields of an entry; those not sent are left as they are."""

    title: ShortText | None = None
    """One line."""
    body: LongText | None = None
    """Free text."""
    location: ShortText | None = None
    """Where an interview is."""
    occurred_at: Moment | None = None
    """When it was, or will be; now, where it is not sent."""
    ends_at: Moment | None = None
    """When it ends."""


class EventIn(EventChanges):
    """An entry of the timeline."""

    kind: EventKind
    """What it is; a change of status is made at `/status`."""
    document_id: UUID | None = None
    """The document that was sent."""
    version_number: Annotated[Whole, Field(ge=1, le=2**31 - 1)] | None = None
    """The version that was sent; the latest, where it is not sent."""


class ContactChanges(ApiModel):
    """Fields of a contact; those not sent are left as they are."""

    name: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    """Who it is."""
    role: ShortText | None = None
    """What they do there."""
    email: ShortText | None = None
    """Their e-mail address."""
    phone: ShortText | None = None
    """Their telephone number."""
    url: Annotated[str, Field(max_length=2000)] | None = None
    """Their page."""
    notes: LongText | None = None
    """Free text."""


class ContactIn(ContactChanges):
    """A person at the other end."""

    name: Annotated[str, Field(min_length=1, max_length=500)]
    """Who it is."""


class ReminderChanges(ApiModel):
    """Fields of a reminder; those not sent are left as they are."""

    title: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    """What to be reminded of."""
    notes: LongText | None = None
    """Free text."""
    remind_at: Moment | None = None
    """When."""
    is_done: StrictBool | None = None
    """Whether it is dealt with."""


class ReminderIn(ApiModel):
    """A reminder."""

    title: Annotated[str, Field(min_length=1, max_length=500)]
    """What to be reminded of."""
    notes: LongText = ""
    """Free text."""
    remind_at: Moment
    """When."""


def sent(body: ApiModel, *, nullable: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return the fields that were sent; a null clears only where nothing is a value."""
    values = {name: getattr(body, name) for name in type(body).model_fields if name in body.model_fields_set}
    return {name: value for name, value in values.items() if value is not None or name in nullable}
