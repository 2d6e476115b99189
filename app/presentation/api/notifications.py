"""`/notifications`: what happened, where else to be told of it, and the live stream."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, cast
from uuid import UUID

from fastapi import Query, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Field, StrictBool

from app.application.notifications.settings import ChannelTest, PreferenceChanges, Preferences
from app.domain.notifications import Channel, ChosenKind, DeliveryStatus, NotificationKind
from app.presentation.api.dependencies import CurrentUser, LastEventId, PageParams, ServicesDep, SignedInCheck
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/notifications", tag="notifications")


class DeliveryOut(ApiModel):
    """A notification's way over one channel outside JobWise."""

    channel: Channel
    status: DeliveryStatus
    """`pending` is still tried, with growing pauses; `parked` is given up until `retry`."""
    attempts: int
    error: str
    delivered_at: datetime | None


class NotificationOut(ApiModel):
    """Something that happened."""

    id: UUID
    seq: int
    kind: NotificationKind
    title: str
    body: str
    link: str
    application_id: UUID | None
    read_at: datetime | None
    deliveries: list[DeliveryOut]
    created_at: datetime


class NotificationPageOut(PageOut[NotificationOut]):
    """One page of notifications, and how many are unread in all."""

    unread: int


class NotificationEventOut(ApiModel):
    """The data of each event of the stream."""

    notification: NotificationOut | None
    """The new notification; null where only the number of unread ones changed."""
    unread: int


class ReadAllOut(ApiModel):
    """How many became read."""

    read: int


class ChannelChoices(ApiModel):
    """Channels of one kind; those not sent stay as they are."""

    in_app: StrictBool | None = None
    email: StrictBool | None = None
    sms: StrictBool | None = None
    webhook: StrictBool | None = None


class KindChoices(ApiModel):
    """Kinds with their channels; those not sent stay as they are."""

    status_change: ChannelChoices | None = None
    deadline: ChannelChoices | None = None
    reminder: ChannelChoices | None = None
    generation_done: ChannelChoices | None = None
    new_jobs: ChannelChoices | None = None


class PreferencesIn(ApiModel):
    """What to change; what is not sent stays as it is."""

    kinds: KindChoices = Field(default_factory=KindChoices)
    phone: Annotated[str, Field(max_length=40)] | None = None
    webhook_url: Annotated[str, Field(max_length=2000)] | None = None


class ChannelOut(ApiModel):
    """Whether a channel can be used."""

    channel: Channel
    is_offered: bool
    is_available: bool
    address: str
    remark: str


class ChosenChannels(ApiModel):
    """The channels of one kind."""

    in_app: bool
    email: bool
    sms: bool
    webhook: bool


class ChosenKinds(ApiModel):
    """Every kind with its channels."""

    status_change: ChosenChannels
    deadline: ChosenChannels
    reminder: ChosenChannels
    generation_done: ChosenChannels
    new_jobs: ChosenChannels


class PreferencesOut(ApiModel):
    """Every kind with every channel, and where each channel leads."""

    kinds: ChosenKinds
    channels: list[ChannelOut]
    phone: str
    webhook_url: str
    webhook_secret: str | None
    muted_application_ids: list[UUID]


class WebhookSecretOut(ApiModel):
    """The secret that signs calls of the webhook; it is not shown again."""

    webhook_secret: str


class ChannelTestIn(ApiModel):
    """Which channel to try."""

    channel: Channel


class ChannelTestOut(ApiModel):
    """What came of a test."""

    channel: Channel
    is_delivered: bool
    error: str


@router.get("")
async def list_notifications(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    unread: Annotated[
        bool | None, Query(description="Only those that are unread, or only those that are read.")
    ] = None,
    kind: Annotated[NotificationKind | None, Query(description="Only those of this kind.")] = None,
    application_id: Annotated[UUID | None, Query(description="Only those of this application.")] = None,
) -> NotificationPageOut:
    """List the caller's notifications, and tell how many are unread in all."""
    found, state = await services.notifications.page(
        user.user_id, page, unread=unread, kind=kind, application_id=application_id
    )
    return NotificationPageOut(
        items=[NotificationOut.model_validate(item) for item in found.items],
        total=found.total,
        limit=found.limit,
        offset=found.offset,
        unread=state.unread,
    )


@router.post("/read-all")
async def read_all_notifications(user: CurrentUser, services: ServicesDep) -> ReadAllOut:
    """Mark all as read."""
    return ReadAllOut(read=await services.notifications.read_all(user.user_id))


@router.get("/preferences", response_model=PreferencesOut)
async def get_notification_preferences(user: CurrentUser, services: ServicesDep) -> Preferences:
    """Return which kinds are told over which channels, and whether each channel can be used."""
    return await services.notification_settings.preferences(user.user_id)


@router.put("/preferences", response_model=PreferencesOut)
async def change_notification_preferences(body: PreferencesIn, user: CurrentUser, services: ServicesDep) -> Preferences:
    """Change what is sent. The first webhook answers with its secret, once; a null takes an address away."""
    kinds = cast("dict[ChosenKind, dict[Channel, bool]]", body.kinds.model_dump(exclude_none=True))
    addresses = {name: getattr(body, name) or "" for name in ("phone", "webhook_url") if name in body.model_fields_set}
    changes = PreferenceChanges(kinds=kinds, **addresses)
    return await services.notification_settings.change(changes, owner_id=user.user_id)


@router.post("/preferences/webhook-secret", status_code=201)
async def renew_webhook_secret(user: CurrentUser, services: ServicesDep, response: Response) -> WebhookSecretOut:
    """Make a new secret for the webhook, shown once; the old one ends. 409 `no_webhook` without a webhook."""
    response.headers["Location"] = "/api/v1/notifications/preferences"
    return WebhookSecretOut(webhook_secret=await services.notification_settings.renew_secret(user.user_id))


@router.put("/muted/{application_id}", status_code=204)
async def mute_application(application_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Tell nothing more of an application."""
    await services.notification_settings.mute(application_id, owner_id=user.user_id, is_muted=True)


@router.delete("/muted/{application_id}", status_code=204)
async def unmute_application(application_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Tell what happens with an application again."""
    await services.notification_settings.mute(application_id, owner_id=user.user_id, is_muted=False)


@router.post("/test", response_model=ChannelTestOut)
async def try_notification_channel(body: ChannelTestIn, user: CurrentUser, services: ServicesDep) -> ChannelTest:
    """Send a test over one channel now, and tell whether it was taken."""
    return await services.notification_settings.test(body.channel, owner_id=user.user_id)


@router.get(
    "/stream",
    response_class=EventSourceResponse,
    responses={200: {"description": "`notification` for each new one, `unread` when only their number changed."}},
)
async def stream_notifications(
    user: CurrentUser, services: ServicesDep, signed_in: SignedInCheck, last_event_id: LastEventId = None
) -> AsyncIterator[ServerSentEvent]:
    """Stream notifications as they come, until the session ends.

    The data is a `NotificationEventOut`. The first event tells how many are unread; the id of a `notification` is its
    `seq`, and one with `Last-Event-ID` gets all it missed. A comment every 15 s keeps the stream open.
    """
    text = (last_event_id or "").strip()
    after = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    follow = services.notification_feed.follow(user.user_id, after=after, check=signed_in)
    async with aclosing(follow) as changes:
        async for change in changes:
            data = NotificationEventOut.model_validate(change)
            found = data.notification
            name = "notification" if found else "unread"
            yield ServerSentEvent(data=data, event=name, id=str(found.seq) if found else None)


@router.get("/{notification_id}", response_model=NotificationOut)
async def get_notification(notification_id: UUID, user: CurrentUser, services: ServicesDep) -> object:
    """Return a notification with its deliveries."""
    return await services.notifications.get(notification_id, owner_id=user.user_id)


@router.post("/{notification_id}/read", response_model=NotificationOut)
async def read_notification(notification_id: UUID, user: CurrentUser, services: ServicesDep) -> object:
    """Mark a notification as read; once more is no error."""
    return await services.notifications.read(notification_id, owner_id=user.user_id)


@router.post("/{notification_id}/retry", response_model=NotificationOut)
async def retry_notification(notification_id: UUID, user: CurrentUser, services: ServicesDep) -> object:
    """Try the parked deliveries of a notification again."""
    return await services.notifications.retry(notification_id, owner_id=user.user_id)


@router.delete("/{notification_id}", status_code=204)
async def delete_notification(notification_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete a notification."""
    await services.notifications.delete(notification_id, owner_id=user.user_id)
