"""A user's notifications as they come: told over the bus, read from the database."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from app.application.notifying import topic
from app.domain.errors import NotAuthenticatedError
from app.domain.notifications import Notification
from app.domain.ports.events import ENDED, IEventBus
from app.domain.unit_of_work import UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class FeedChange:
    """A new notification, or only a new number of unread ones."""

    notification: Notification | None
    unread: int


class NotificationWatcher:
    """Follows a user's notifications. The bus wakes it; where no hint comes it looks every `poll_seconds` itself."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, bus: IEventBus, *, poll_seconds: float = 10.0, at_a_time: int = 50
    ) -> None:
        self._unit_of_work = unit_of_work
        self._bus = bus
        self._poll_seconds = poll_seconds
        self._at_a_time = at_a_time

    async def follow(
        self, owner_id: UUID, *, after: int | None, check: Callable[[], Awaitable[object]]
    ) -> AsyncGenerator[FeedChange, None]:
        """Yield how many are unread, then each notification past `after` (without it: each new one), and each change.

        Each comes once, in order. `check` runs before every look; its `NotAuthenticatedError` ends the stream.
        """
        unread: int | None = None
        async with self._bus.subscribe(topic(owner_id)) as hints:
            while True:
                try:
                    await check()
                except NotAuthenticatedError:
                    return
                async with self._unit_of_work(read_only=True) as uow:
                    state = await uow.notifications.feed(owner_id)
                    if after is None or after > state.last_seq:
                        after = state.last_seq
                    is_new = state.last_seq > after
                    fresh = (
                        await uow.notifications.since(owner_id, after=after, limit=self._at_a_time) if is_new else []
                    )
                for notification in fresh:
                    after = notification.seq
                    unread = state.unread
                    yield FeedChange(notification, unread)
                if unread != state.unread:
                    unread = state.unread
                    yield FeedChange(None, unread)
                if len(fresh) < self._at_a_time and await hints.next(timeout_seconds=self._poll_seconds) == ENDED:
                    return
