"""The repositories of notifications and of what users chose."""

import copy
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import ForbiddenError, NotFoundError
from app.domain.ids import least_uuid7
from app.domain.notifications import (
    Channel,
    Delivery,
    DeliveryStatus,
    FeedState,
    Notification,
    NotificationKind,
    NotificationSettings,
)
from app.domain.pagination import Page, PageRequest
from tests.fakes.base import FakeOwnedRepository


class FakeNotificationRepository(FakeOwnedRepository[Notification]):
    def __init__(self) -> None:
        super().__init__("Notification", [])
        self.feeds: dict[UUID, int] = {}

    async def save(self, entity: Notification) -> None:
        kept = self.rows.get(entity.id)
        await super().save(entity)
        if kept is not None:
            self.rows[entity.id].deliveries = kept.deliveries

    async def next_seq(self, owner_id: UUID) -> int:
        self.feeds[owner_id] = self.feeds.get(owner_id, 0) + 1
        return self.feeds[owner_id]

    async def add(self, notification: Notification) -> bool:
        if self._find(user_id=notification.user_id, event_key=notification.event_key) is not None:
            return False
        self.rows[notification.id] = copy.deepcopy(notification)
        return True

    async def known(self, event_keys: Sequence[str]) -> set[str]:
        return {row.event_key for row in self.rows.values()} & set(event_keys)

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        unread: bool | None = None,
        kind: NotificationKind | None = None,
        application_id: UUID | None = None,
    ) -> Page[Notification]:
        found = FakeNotificationRepository()
        found.rows = {key: row for key, row in self.rows.items() if unread is None or (row.read_at is None) == unread}
        return await found.page(owner_id, request, in_app=True, kind=kind, application_id=application_id)

    async def since(self, owner_id: UUID, *, after: int, limit: int) -> list[Notification]:
        later = [row for row in self._listed(owner_id) if row.seq > after]
        return copy.deepcopy(sorted(later, key=lambda row: row.seq)[:limit])

    async def feed(self, owner_id: UUID) -> FeedState:
        unread = sum(row.read_at is None for row in self._listed(owner_id))
        return FeedState(self.feeds.get(owner_id, 0), unread)

    async def read_all(self, owner_id: UUID, *, now: datetime) -> int:
        unread = [row for row in self._listed(owner_id) if row.read_at is None]
        for row in unread:
            row.read(now)
        return len(unread)

    async def deliveries_since(self, since: datetime) -> dict[tuple[Channel, DeliveryStatus], int]:
        made = (one for row in self.rows.values() for one in row.deliveries if one.id >= least_uuid7(since))
        return dict(Counter((one.channel, one.status) for one in made))

    async def get_delivery(self, delivery_id: UUID, *, owner_id: UUID, lock: bool = False) -> Delivery:
        found = next((one for row in self.rows.values() for one in row.deliveries if one.id == delivery_id), None)
        if found is None:
            raise NotFoundError("Delivery not found")
        if found.user_id != owner_id:
            raise ForbiddenError
        return copy.deepcopy(found)

    async def save_delivery(self, delivery: Delivery) -> None:
        row = self.rows[delivery.notification_id]
        row.deliveries = [copy.deepcopy(delivery) if one.id == delivery.id else one for one in row.deliveries]

    def _listed(self, owner_id: UUID) -> list[Notification]:
        return [row for row in self.rows.values() if row.user_id == owner_id and row.in_app]


class FakeNotificationSettingsRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, NotificationSettings] = {}
        self.mutes: dict[UUID, UUID] = {}

    async def find(self, user_id: UUID, *, lock: bool = False) -> NotificationSettings | None:
        return copy.deepcopy(self.rows.get(user_id))

    async def save(self, settings: NotificationSettings) -> None:
        self.rows[settings.user_id] = copy.deepcopy(settings)

    async def mute(self, application_id: UUID, *, owner_id: UUID) -> None:
        self.mutes[application_id] = owner_id

    async def unmute(self, application_id: UUID, *, owner_id: UUID) -> None:
        if self.mutes.get(application_id) == owner_id:
            del self.mutes[application_id]

    async def muted(self, owner_id: UUID) -> list[UUID]:
        return sorted(application_id for application_id, owner in self.mutes.items() if owner == owner_id)

    async def is_muted(self, application_id: UUID) -> bool:
        return application_id in self.mutes
