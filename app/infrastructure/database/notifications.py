"""Notifications, their deliveries, and what users chose, in the database."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.errors import ForbiddenError, NotFoundError
from app.domain.ids import least_uuid7
from app.domain.notifications import (
    Channel,
    ChosenKind,
    Delivery,
    DeliveryStatus,
    FeedState,
    Notification,
    NotificationKind,
    NotificationSettings,
)
from app.domain.pagination import Page, PageRequest
from app.infrastructure.database.base import (
    OwnedRepository,
    Repository,
    Row,
    entity_reader,
    table_of,
    upsert,
    values_of,
)
from app.infrastructure.database.statements import as_bound
from app.infrastructure.database.types import TypedJson

_AT_A_TIME = 500


class NotificationRow(Row):
    """A notification."""

    __tablename__ = "notifications"
    __table_args__ = (
        UniqueConstraint("user_id", "event_key"),
        Index("ix_notifications_owner", "user_id", "created_at", "id"),
        Index("ix_notifications_feed", "user_id", "seq"),
        Index("ix_notifications_unread", "user_id", "in_app", "read_at"),
        Index("ix_notifications_event", "event_key"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    seq: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    event_key: Mapped[str] = mapped_column(String(200))
    title: Mapped[str]
    body: Mapped[str]
    link: Mapped[str]
    application_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("saved_applications.id", ondelete="CASCADE"), index=True
    )
    in_app: Mapped[bool]
    read_at: Mapped[datetime | None]


class NotificationDeliveryRow(Row):
    """A notification's way over one channel."""

    __tablename__ = "notification_deliveries"
    __table_args__ = (UniqueConstraint("notification_id", "channel"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    notification_id: Mapped[UUID] = mapped_column(ForeignKey("notifications.id", ondelete="CASCADE"))
    channel: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    attempts: Mapped[int]
    error: Mapped[str]
    delivered_at: Mapped[datetime | None]


class NotificationFeedRow(Row):
    """The number of a user's newest notification; its lock keeps them in order."""

    __tablename__ = "notification_feeds"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    last_seq: Mapped[int]


class NotificationSettingsRow(Row):
    """What a user chose."""

    __tablename__ = "notification_settings"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    choices: Mapped[dict[ChosenKind, tuple[Channel, ...]]] = mapped_column(
        TypedJson(dict[ChosenKind, tuple[Channel, ...]])
    )
    phone: Mapped[str] = mapped_column(String(40))
    webhook_url: Mapped[str]
    webhook_salt: Mapped[str] = mapped_column(String(64))
    updated_at: Mapped[datetime]


class NotificationMuteRow(Row):
    """An application of which nothing is told."""

    __tablename__ = "notification_mutes"

    application_id: Mapped[UUID] = mapped_column(
        ForeignKey("saved_applications.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)


_notifications, _deliveries, _feeds, _settings, _mutes = map(
    table_of,
    (NotificationRow, NotificationDeliveryRow, NotificationFeedRow, NotificationSettingsRow, NotificationMuteRow),
)
_select_deliveries, _delivery = entity_reader(Delivery, NotificationDeliveryRow)
_select_settings, _read_settings = entity_reader(NotificationSettings, NotificationSettingsRow)
_DELIVERY_NAMES = tuple(f.name for f in fields(Delivery))
_SETTINGS_NAMES = tuple(f.name for f in fields(NotificationSettings))


_owner = bindparam("owner", type_=_notifications.c.user_id.type)
_unread = _notifications.c.in_app.is_(True), _notifications.c.read_at.is_(None)
_select_feed = select(
    func.coalesce(select(_feeds.c.last_seq).where(_feeds.c.user_id == _owner).scalar_subquery(), 0),
    select(func.count()).where(_notifications.c.user_id == _owner, *_unread).scalar_subquery(),
)


def _conditions(unread: bool | None, names: tuple[str, ...]) -> Iterator[ColumnElement[bool]]:
    columns = _notifications.c
    yield columns.in_app.is_(True)
    if unread is not None:
        yield columns.read_at.is_(None) if unread else columns.read_at.is_not(None)
    for name in names:
        yield as_bound(_notifications, name)


class SqlNotificationRepository(OwnedRepository[Notification]):
    """`INotificationRepository` in SQL."""

    entity, row, noun = Notification, NotificationRow, "Notification"
    unloaded: ClassVar[frozenset[str]] = frozenset({"deliveries"})

    async def next_seq(self, owner_id: UUID) -> int:
        """See `INotificationRepository.next_seq`."""
        made = self._insert(_feeds).values(user_id=owner_id, last_seq=1)
        grown = made.on_conflict_do_update(index_elements=["user_id"], set_={"last_seq": _feeds.c.last_seq + 1})
        return int((await self._execute(grown.returning(_feeds.c.last_seq))).scalar_one())

    async def add(self, notification: Notification) -> bool:
        """See `INotificationRepository.add`."""
        made = self._insert(_notifications).values(values_of(notification, self._names))
        done = await self._execute(made.on_conflict_do_nothing(index_elements=["user_id", "event_key"]))
        if done.rowcount != 1:
            return False
        rows = [values_of(delivery, _DELIVERY_NAMES) for delivery in notification.deliveries]
        if rows:
            await self._execute(insert(_deliveries), rows)
        return True

    async def known(self, event_keys: Sequence[str]) -> set[str]:
        """See `INotificationRepository.known`."""
        found: set[str] = set()
        for start in range(0, len(event_keys), _AT_A_TIME):
            some = event_keys[start : start + _AT_A_TIME]
            statement = select(_notifications.c.event_key).where(_notifications.c.event_key.in_(some))
            found.update((await self._execute(statement)).scalars())
        return found

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        unread: bool | None = None,
        kind: NotificationKind | None = None,
        application_id: UUID | None = None,
    ) -> Page[Notification]:
        """See `INotificationRepository.search`."""
        given = {"kind": kind, "application_id": application_id}
        parameters = {name: value for name, value in given.items() if value is not None}
        listing = self._listing((unread, *parameters), lambda: _conditions(unread, tuple(parameters)))
        return await self._page(listing, request, {"user_id": owner_id, **parameters})

    async def since(self, owner_id: UUID, *, after: int, limit: int) -> list[Notification]:
        """See `INotificationRepository.since`."""
        columns = _notifications.c
        statement = self._select.where(columns.user_id == owner_id, columns.in_app.is_(True), columns.seq > after)
        rows = await self._execute(statement.order_by(columns.seq).limit(limit))
        return await self._complete([self._entity(row) for row in rows])

    async def feed(self, owner_id: UUID) -> FeedState:
        """See `INotificationRepository.feed`."""
        found: Any = (await self._execute(_select_feed, {"owner": owner_id})).one()
        return FeedState(*found)

    async def read_all(self, owner_id: UUID, *, now: datetime) -> int:
        """See `INotificationRepository.read_all`."""
        columns = _notifications.c
        statement = update(_notifications).where(columns.user_id == owner_id, columns.read_at.is_(None))
        done = await self._execute(statement.where(columns.in_app.is_(True)).values(read_at=now, updated_at=now))
        return done.rowcount

    async def get_delivery(self, delivery_id: UUID, *, owner_id: UUID, lock: bool = False) -> Delivery:
        """See `INotificationRepository.get_delivery`."""
        statement = _select_deliveries.where(_deliveries.c.id == delivery_id)
        found = (await self._execute(statement.with_for_update() if lock else statement)).one_or_none()
        if found is None:
            raise NotFoundError("Delivery not found")
        if found.user_id != owner_id:
            raise ForbiddenError
        delivery: Delivery = _delivery(found)
        return delivery

    async def save_delivery(self, delivery: Delivery) -> None:
        """See `INotificationRepository.save_delivery`."""
        values = values_of(delivery, _DELIVERY_NAMES)
        await self._execute(update(_deliveries).where(_deliveries.c.id == delivery.id).values(values))

    async def deliveries_since(self, since: datetime) -> dict[tuple[Channel, DeliveryStatus], int]:
        """See `INotificationRepository.deliveries_since`. By the ids, which grow with time: there may be many."""
        table = _deliveries.c
        statement = select(table.channel, table.status, func.count()).where(table.id >= least_uuid7(since))
        found: Any = await self._execute(statement.group_by(table.channel, table.status))
        return {(channel, status): count for channel, status, count in found}

    async def _complete(self, entities: list[Notification]) -> list[Notification]:
        known = {entity.id: entity for entity in entities}
        if known:
            statement = _select_deliveries.where(_deliveries.c.notification_id.in_(known))
            for row in await self._execute(statement.order_by(_deliveries.c.id)):
                known[row.notification_id].deliveries.append(_delivery(row))
        return entities

    def _insert(self, table: Any) -> Any:
        return (postgresql if self._dialect == "postgresql" else sqlite).insert(table)


class SqlNotificationSettingsRepository(Repository):
    """`INotificationSettingsRepository` in SQL."""

    async def find(self, user_id: UUID, *, lock: bool = False) -> NotificationSettings | None:
        """See `INotificationSettingsRepository.find`."""
        statement = _select_settings.where(_settings.c.user_id == user_id)
        found = (await self._execute(statement.with_for_update() if lock else statement)).one_or_none()
        return _read_settings(found) if found else None

    async def save(self, settings: NotificationSettings) -> None:
        """See `INotificationSettingsRepository.save`."""
        await self._execute(upsert(_settings, self._dialect), values_of(settings, _SETTINGS_NAMES))

    async def mute(self, application_id: UUID, *, owner_id: UUID) -> None:
        """See `INotificationSettingsRepository.mute`."""
        made = upsert(_mutes, self._dialect, guard="user_id")
        await self._execute(made, {"application_id": application_id, "user_id": owner_id})

    async def unmute(self, application_id: UUID, *, owner_id: UUID) -> None:
        """See `INotificationSettingsRepository.unmute`."""
        mine = (_mutes.c.application_id == application_id, _mutes.c.user_id == owner_id)
        await self._execute(delete(_mutes).where(*mine))

    async def muted(self, owner_id: UUID) -> list[UUID]:
        """See `INotificationSettingsRepository.muted`."""
        statement = select(_mutes.c.application_id).where(_mutes.c.user_id == owner_id)
        return list((await self._execute(statement.order_by(_mutes.c.application_id))).scalars())

    async def is_muted(self, application_id: UUID) -> bool:
        """See `INotificationSettingsRepository.is_muted`."""
        statement = select(_mutes.c.application_id).where(_mutes.c.application_id == application_id)
        return (await self._execute(statement)).one_or_none() is not None
