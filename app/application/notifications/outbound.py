"""Sending notifications over the channels outside: one way for deliveries and for tests."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.auth import User
from app.domain.errors import UnavailableError
from app.domain.notifications import Channel, Notification, NotificationSettings
from app.domain.ports.channels import ChannelRefusedError, Dispatch, IChannel
from app.domain.ports.rate_limiter import IRateLimiter, Rule
from app.domain.tasks import Lease, Task
from app.domain.unit_of_work import UnitOfWorkFactory

UNCONFIRMED = "Confirm your e-mail address to get notifications in full"
_UNCONFIRMED_MAILS = Rule("unconfirmed_mails", 5, 3600)
_CAPS: Mapping[Channel, Rule] = {
    "email": Rule("notification_mails", 60, 3600),
    "sms": Rule("notification_messages", 20, 3600),
    "webhook": Rule("notification_calls", 600, 3600),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody, and where to reach them."""

    user: User
    settings: NotificationSettings


class Outbound:
    """Knows the channels outside, where each reaches a user, and how much may go out in an hour.

    To an address that was never confirmed goes no word that a user wrote: anybody can register with it.
    """

    def __init__(
        self,
        channels: Mapping[Channel, IChannel],
        limiter: IRateLimiter,
        *,
        public_url: str,
        signing_key: bytes,
    ) -> None:
        self._channels = channels
        self._limiter = limiter
        self._public_url = public_url
        self._signing_key = signing_key

    @property
    def offered(self) -> frozenset[Channel]:
        """The channels of this installation, the app's own among them."""
        return frozenset({"in_app", *self._channels})

    def check(self, channel: Channel, address: str) -> None:
        """Raise `ChannelRefusedError` for an address that can never be sent to."""
        self._channel(channel).check(address)

    async def send(
        self,
        channel: Channel,
        notification: Notification,
        recipient: Recipient,
        *,
        message_id: UUID,
        is_repeat: bool = False,
    ) -> None:
        """Send over the channel; raise `ChannelRefusedError` for good, `UnavailableError` to be tried again.

        What is repeated was counted when it was tried first.
        """
        user, settings = recipient.user, recipient.settings
        sender = self._channel(channel)
        address = self.address(channel, recipient)
        if not address and channel == "webhook":
            raise ChannelRefusedError("There is no webhook any more")
        title, body, rule = notification.title, notification.body, _CAPS[channel]
        if channel == "email" and not user.is_verified:
            title, body, rule = "You have a notification in JobWise", f"{UNCONFIRMED}.", _UNCONFIRMED_MAILS
        if not is_repeat and not (await self._limiter.hit(rule, str(user.id))).is_allowed:
            raise ChannelRefusedError(f"More than {rule.count} within an hour are not sent")
        await sender.send(
            Dispatch(
                id=message_id,
                kind=notification.kind,
                title=title,
                body=body,
                url=f"{self._public_url}{notification.link}",
                created_at=notification.created_at,
                address=address,
                secret=self._secret(settings) if channel == "webhook" else b"",
            )
        )

    def address(self, channel: Channel, recipient: Recipient) -> str:
        """Return where the channel reaches the user; empty where that is not known, or is the app."""
        known = {"email": recipient.user.email, "sms": recipient.settings.phone}
        return known.get(channel, recipient.settings.webhook_url if channel == "webhook" else "")

    def webhook_secret(self, settings: NotificationSettings) -> str:
        """Return the secret as its owner gets to see it, once."""
        return f"whsec_{base64.b64encode(self._secret(settings)).decode()}"

    def _secret(self, settings: NotificationSettings) -> bytes:
        # Derived, so that a copy of the database holds no secret that opens anything.
        named = f"webhook:{settings.user_id}:{settings.webhook_salt}".encode()
        return hmac.digest(self._signing_key, named, hashlib.sha256)

    def _channel(self, channel: Channel) -> IChannel:
        found = self._channels.get(channel)
        if found is None:
            raise ChannelRefusedError("This installation does not offer the channel")
        return found


class Courier:
    """The handler of delivery tasks. A delivery is made once; only a crash between sending and noting repeats it."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, outbound: Outbound, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._outbound = outbound
        self._clock = clock

    async def run(self, task: Task, lease: Lease) -> None:
        """Make the delivery `task.subject_id`; raise `UnavailableError` to be tried again."""
        async with self._unit_of_work(read_only=True) as uow:
            delivery = await uow.notifications.get_delivery(task.subject_id, owner_id=task.user_id)
            if delivery.status != "pending":
                return
            notification = await uow.notifications.get(delivery.notification_id, owner_id=task.user_id)
            settings = await uow.notification_settings.find(task.user_id)
            recipient = Recipient(
                user=await uow.users.get(task.user_id),
                settings=settings or NotificationSettings(user_id=task.user_id, updated_at=self._clock()),
            )
        try:
            await self._outbound.send(
                delivery.channel, notification, recipient, message_id=delivery.id, is_repeat=delivery.attempts > 0
            )
        except ChannelRefusedError as error:
            await self._note(task, lease, error.message, is_refused=True)
        except UnavailableError as error:
            await self._note(task, lease, error.message)
            raise
        else:
            await self._note(task, lease)

    async def on_parked(self, task: Task, error: str) -> None:
        """Show that the delivery will not be tried again by itself."""
        async with self._unit_of_work() as uow:
            delivery = await uow.notifications.get_delivery(task.subject_id, owner_id=task.user_id, lock=True)
            delivery.park(self._clock())
            delivery.error = delivery.error or "It failed each time it was tried"
            await uow.notifications.save_delivery(delivery)
            await uow.commit()

    async def _note(self, task: Task, lease: Lease, error: str = "", *, is_refused: bool = False) -> None:
        now = self._clock()
        async with self._unit_of_work() as uow:
            await uow.tasks.guard(lease)
            delivery = await uow.notifications.get_delivery(task.subject_id, owner_id=task.user_id, lock=True)
            if error:
                delivery.fail(error, now)
            else:
                delivery.succeed(now)
            if is_refused:
                delivery.park(now)
            await uow.notifications.save_delivery(delivery)
            await uow.commit()
