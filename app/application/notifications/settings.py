"""What users want to be told, over which channels, and whether those work."""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.notifications.outbound import UNCONFIRMED, Outbound, Recipient
from app.application.notifying import Notifier
from app.domain.errors import ConflictError, JobWiseError, RateLimitedError, ValidationError
from app.domain.ids import uuid7
from app.domain.notifications import (
    CHANNELS,
    CHOSEN_KINDS,
    Channel,
    ChosenKind,
    News,
    Notification,
    NotificationSettings,
)
from app.domain.ports.channels import ChannelRefusedError
from app.domain.ports.rate_limiter import IRateLimiter, Rule
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_TESTS = Rule("notification_tests", 20, 3600)


class NoWebhookError(ConflictError):
    """A secret without a webhook signs nothing."""

    code = "no_webhook"
    default_message = "Set a webhook first"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """Whether the installation offers a channel, whether it can be used, where it leads, what stands in its way."""

    channel: Channel
    is_offered: bool
    is_available: bool
    address: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Every kind with every channel; the secret of the webhook only at the moment it is made."""

    kinds: dict[ChosenKind, dict[Channel, bool]]
    channels: tuple[ChannelState, ...]
    phone: str
    webhook_url: str
    muted_application_ids: tuple[UUID, ...]
    webhook_secret: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceChanges:
    """What is to change; `None` leaves it as it is, an empty text takes it away."""

    kinds: Mapping[ChosenKind, Mapping[Channel, bool]]
    phone: str | None = None
    webhook_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelTest:
    """What came of a test."""

    channel: Channel
    is_delivered: bool
    error: str


class NotificationSettingsService:
    """Use cases of preferences."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        notifier: Notifier,
        outbound: Outbound,
        limiter: IRateLimiter,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._notifier = notifier
        self._outbound = outbound
        self._limiter = limiter
        self._clock = clock

    async def preferences(self, owner_id: UUID) -> Preferences:
        """Return what the user chose, with the defaults filled in."""
        async with self._unit_of_work(read_only=True) as uow:
            return await self._view(uow, owner_id, await self._settings(uow, owner_id))

    async def change(self, changes: PreferenceChanges, *, owner_id: UUID) -> Preferences:
        """Change what is given; the first webhook makes its secret. Raise `ValidationError` for a bad address."""
        secret = None
        async with self._unit_of_work() as uow:
            settings = await self._settings(uow, owner_id, lock=True)
            for kind, wanted in changes.kinds.items():
                settings.choose(kind, wanted)
            if changes.phone is not None:
                settings.phone = _checked_phone(changes.phone)
            if changes.webhook_url is not None:
                settings.webhook_url = self._checked_url(changes.webhook_url)
                if not settings.webhook_url:
                    settings.webhook_salt = ""
                elif not settings.webhook_salt:
                    secret = self._new_secret(settings)
            settings.updated_at = self._clock()
            await uow.notification_settings.save(settings)
            view = await self._view(uow, owner_id, settings, secret=secret)
            await uow.commit()
        return view

    async def renew_secret(self, owner_id: UUID) -> str:
        """Make a new secret for the webhook, in place of the old one; raise `NoWebhookError`."""
        async with self._unit_of_work() as uow:
            settings = await self._settings(uow, owner_id, lock=True)
            if not settings.webhook_url:
                raise NoWebhookError
            secret = self._new_secret(settings)
            settings.updated_at = self._clock()
            await uow.notification_settings.save(settings)
            await uow.commit()
        return secret

    async def mute(self, application_id: UUID, *, owner_id: UUID, is_muted: bool) -> None:
        """Hold back, or let through again, all news of an application; raise as `get` does."""
        async with self._unit_of_work() as uow:
            await uow.applications.get(application_id, owner_id=owner_id)
            if is_muted:
                await uow.notification_settings.mute(application_id, owner_id=owner_id)
            else:
                await uow.notification_settings.unmute(application_id, owner_id=owner_id)
            await uow.commit()

    async def test(self, channel: Channel, *, owner_id: UUID) -> ChannelTest:
        """Send a test over the channel, chosen or not, and tell what came of it; raise `RateLimitedError`."""
        allowance = await self._limiter.hit(_TESTS, str(owner_id))
        if not allowance.is_allowed:
            raise RateLimitedError(retry_after=allowance.reset_seconds, limit=allowance.limit)
        test_id = uuid7()
        news = News(
            user_id=owner_id,
            kind="test",
            event_key=f"test:{test_id}",
            title="A test from JobWise",
            body="This is how a notification arrives.",
            link="/settings",
        )
        if channel == "in_app":
            async with self._unit_of_work() as uow:
                announced = await self._notifier.announce(uow, news)
                await uow.commit()
            await self._notifier.publish(announced)
            return ChannelTest(channel=channel, is_delivered=True, error="")
        async with self._unit_of_work(read_only=True) as uow:
            recipient = Recipient(user=await uow.users.get(owner_id), settings=await self._settings(uow, owner_id))
        notification = Notification.of(news, (), seq=0, now=self._clock())
        try:
            await self._outbound.send(channel, notification, recipient, message_id=test_id)
        except JobWiseError as error:
            return ChannelTest(channel=channel, is_delivered=False, error=error.message)
        return ChannelTest(channel=channel, is_delivered=True, error="")

    async def _settings(self, uow: IUnitOfWork, owner_id: UUID, *, lock: bool = False) -> NotificationSettings:
        found = await uow.notification_settings.find(owner_id, lock=lock)
        return found or NotificationSettings(user_id=owner_id, updated_at=self._clock())

    async def _view(
        self, uow: IUnitOfWork, owner_id: UUID, settings: NotificationSettings, *, secret: str | None = None
    ) -> Preferences:
        recipient = Recipient(user=await uow.users.get(owner_id), settings=settings)
        return Preferences(
            kinds={kind: {one: one in settings.channels(kind) for one in CHANNELS} for kind in CHOSEN_KINDS},
            channels=tuple(self._state(channel, recipient) for channel in CHANNELS),
            phone=settings.phone,
            webhook_url=settings.webhook_url,
            muted_application_ids=tuple(await uow.notification_settings.muted(owner_id)),
            webhook_secret=secret,
        )

    def _state(self, channel: Channel, recipient: Recipient) -> ChannelState:
        address, remark = self._outbound.address(channel, recipient), ""
        is_available = is_offered = channel in self._outbound.offered
        if not is_offered:
            remark = "This installation does not offer the channel"
        elif channel != "in_app":
            try:
                self._outbound.check(channel, address)
            except ChannelRefusedError as error:
                is_available, remark = False, error.message if address else "Say where to send to first"
            else:
                remark = UNCONFIRMED if channel == "email" and not recipient.user.is_verified else ""
        return ChannelState(
            channel=channel, is_offered=is_offered, is_available=is_available, address=address, remark=remark
        )

    def _new_secret(self, settings: NotificationSettings) -> str:
        settings.webhook_salt = secrets.token_hex(16)
        return self._outbound.webhook_secret(settings)

    def _checked_url(self, url: str) -> str:
        url = url.strip()
        if url:
            try:
                self._outbound.check("webhook", url)
            except ChannelRefusedError as error:
                raise ValidationError.of_field("webhook_url", error.message) from error
        return url


def _checked_phone(phone: str) -> str:
    digits = re.sub(r"[\s().-]", "", phone)
    if digits and not _PHONE.fullmatch(digits):
        raise ValidationError.of_field("phone", "must be a number with its country, such as +46701234567")
    return digits
