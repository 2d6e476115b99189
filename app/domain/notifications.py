"""Notifications: what is told to a user, over which channels, and what became of each delivery."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, get_args
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.pagination import Page, PageRequest
from app.domain.repository import IOwnedRepository

ChosenKind = Literal["status_change", "deadline", "reminder", "generation_done", "new_jobs"]
NotificationKind = Literal["status_change", "deadline", "reminder", "generation_done", "new_jobs", "test"]
Channel = Literal["in_app", "email", "sms", "webhook"]
DeliveryStatus = Literal["pending", "delivered", "parked"]

CHOSEN_KINDS: tuple[ChosenKind, ...] = get_args(ChosenKind)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
QUIET: tuple[Channel, ...] = ("in_app",)
"""What a kind is sent over until the user chooses: nothing leaves JobWise unasked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something worth telling a user. `event_key` names the event: told once, however often it is announced.

    `link` is the path of the thing it is about; news of a muted application are not told.
    """

    user_id: UUID
    kind: NotificationKind
    event_key: str
    title: str
    body: str
    link: str
    application_id: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Delivery(OwnedEntity):
    """A notification's way over one channel outside JobWise. `error` says why the last attempt failed."""

    notification_id: UUID
    channel: Channel
    status: DeliveryStatus = "pending"
    attempts: int = 0
    error: str = ""
    delivered_at: datetime | None = None

    def succeed(self, now: datetime) -> None:
        """Note that the message was taken."""
        self.attempts += 1
        self.status, self.error, self.delivered_at, self.updated_at = "delivered", "", now, now

    def fail(self, error: str, now: datetime) -> None:
        """Note a failed attempt."""
        self.attempts += 1
        self.error, self.updated_at = error[:500], now

    def park(self, now: datetime) -> None:
        """Give up; the user may have it tried again."""
        if self.status == "pending":
            self.status, self.updated_at = "parked", now

    def try_again(self, now: datetime) -> None:
        """Take a parked delivery up again."""
        if self.status == "parked":
            self.status, self.updated_at = "pending", now


@dataclass(slots=True, kw_only=True)
class Notification(OwnedEntity):
    """What was told. `seq` grows with each of the user's notifications, in the order in which they became visible.

    One that is not `in_app` is not listed: it only carries its `deliveries`.
    """

    seq: int
    kind: NotificationKind
    event_key: str
    title: str
    body: str
    link: str
    application_id: UUID | None = None
    in_app: bool = True
    read_at: datetime | None = None
    deliveries: list[Delivery] = field(default_factory=list)

    @classmethod
    def of(cls, news: News, channels: Sequence[Channel], *, seq: int, now: datetime) -> "Notification":
        """Return the notification of the news with a delivery for each channel outside."""
        made = cls(
            user_id=news.user_id,
            seq=seq,
            kind=news.kind,
            event_key=news.event_key,
            title=news.title[:300],
            body=news.body[:2000],
            link=news.link,
            application_id=news.application_id,
            in_app="in_app" in channels,
            created_at=now,
            updated_at=now,
        )
        made.deliveries = [
            Delivery(user_id=made.user_id, notification_id=made.id, channel=channel, created_at=now, updated_at=now)
            for channel in channels
            if channel != "in_app"
        ]
        return made

    def read(self, now: datetime) -> None:
        """Note that the user has seen it; the first time counts."""
        if self.read_at is None:
            self.read_at = self.updated_at = now


@dataclass(slots=True, kw_only=True)
class NotificationSettings:
    """What a user wants to be told over which channels, and where to.

    `webhook_salt` goes into the secret that signs calls of the webhook; a new salt makes a new secret.
    """

    user_id: UUID
    choices: dict[ChosenKind, tuple[Channel, ...]] = field(default_factory=dict)
    phone: str = ""
    webhook_url: str = ""
    webhook_salt: str = ""
    updated_at: datetime

    def channels(self, kind: NotificationKind) -> tuple[Channel, ...]:
        """Return the channels chosen for the kind; a test goes where it is sent to."""
        return QUIET if kind == "test" else self.choices.get(kind, QUIET)

    def choose(self, kind: ChosenKind, wanted: Mapping[Channel, bool]) -> None:
        """Switch channels of a kind on or off; those not named stay as they are."""
        chosen = set(self.channels(kind))
        self.choices[kind] = tuple(one for one in CHANNELS if wanted.get(one, one in chosen))

    def has_address(self, channel: Channel) -> bool:
        """Tell whether it is known where to send to; mail goes to the account's own address."""
        return channel != "webhook" or bool(self.webhook_url)


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where a user's notifications stand: the newest number, and how many are unread."""

    last_seq: int
    unread: int


class INotificationRepository(IOwnedRepository[Notification], Protocol):
    """Notifications with their deliveries."""

    async def next_seq(self, owner_id: UUID) -> int:
        """Return the owner's next number and hold back everybody else who asks until this unit of work ends.

        So notifications become visible in the order of their numbers, and a reader never sees a gap fill up later.
        """
        ...

    async def add(self, notification: Notification) -> bool:
        """Insert the notification with its deliveries; `False` and nothing where the owner was told of the event."""
        ...

    async def known(self, event_keys: Sequence[str]) -> set[str]:
        """Return those of the keys that somebody was told of."""
        ...

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        unread: bool | None = None,
        kind: NotificationKind | None = None,
        application_id: UUID | None = None,
    ) -> Page[Notification]:
        """Return a page of those in the app that match all that is given."""
        ...

    async def since(self, owner_id: UUID, *, after: int, limit: int) -> list[Notification]:
        """Return the first `limit` of those in the app whose number is greater, by number."""
        ...

    async def feed(self, owner_id: UUID) -> FeedState:
        """Return where the owner's notifications stand."""
        ...

    async def read_all(self, owner_id: UUID, *, now: datetime) -> int:
        """Mark all as read and return how many were not."""
        ...

    async def get_delivery(self, delivery_id: UUID, *, owner_id: UUID, lock: bool = False) -> Delivery:
        """Return the delivery; raise as `get` does."""
        ...

    async def save_delivery(self, delivery: Delivery) -> None:
        """Replace the delivery."""
        ...

    async def deliveries_since(self, since: datetime) -> dict[tuple[Channel, DeliveryStatus], int]:
        """Count what all accounts were to be sent since then, by channel and by what became of it."""
        ...


class INotificationSettingsRepository(Protocol):
    """What users want to be told, and of which applications nothing."""

    async def find(self, user_id: UUID, *, lock: bool = False) -> NotificationSettings | None:
        """Return the user's settings, `None` before the first choice."""
        ...

    async def save(self, settings: NotificationSettings) -> None:
        """Keep the settings in place of the earlier ones."""
        ...

    async def mute(self, application_id: UUID, *, owner_id: UUID) -> None:
        """Mute an application of the owner; once more is no error."""
        ...

    async def unmute(self, application_id: UUID, *, owner_id: UUID) -> None:
        """Let news of the application through again."""
        ...

    async def muted(self, owner_id: UUID) -> list[UUID]:
        """Return the owner's muted applications, by id."""
        ...

    async def is_muted(self, application_id: UUID) -> bool:
        """Tell whether news of the application are held back."""
        ...
