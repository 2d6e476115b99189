"""What users do with their notifications."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.application.notifying import Announced, Notifier, delivery_task
from app.domain.notifications import FeedState, Notification, NotificationKind
from app.domain.pagination import Page, PageRequest
from app.domain.unit_of_work import UnitOfWorkFactory


class NotificationService:
    """Reading notifications; open streams hear of every change."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, notifier: Notifier, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._notifier = notifier
        self._clock = clock

    async def page(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        unread: bool | None = None,
        kind: NotificationKind | None = None,
        application_id: UUID | None = None,
    ) -> tuple[Page[Notification], FeedState]:
        """Return a page (see `INotificationRepository.search`), and where all of them stand."""
        async with self._unit_of_work(read_only=True) as uow:
            page = await uow.notifications.search(
                owner_id, request, unread=unread, kind=kind, application_id=application_id
            )
            return page, await uow.notifications.feed(owner_id)

    async def get(self, notification_id: UUID, *, owner_id: UUID) -> Notification:
        """Return the notification with its deliveries."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.notifications.get(notification_id, owner_id=owner_id)

    async def read(self, notification_id: UUID, *, owner_id: UUID) -> Notification:
        """Mark the notification as read; once more is no error."""
        async with self._unit_of_work() as uow:
            notification = await uow.notifications.get(notification_id, owner_id=owner_id, lock=True)
            notification.read(self._clock())
            await uow.notifications.save(notification)
            await uow.commit()
        await self._notifier.publish(Announced(owner_id, ()))
        return notification

    async def read_all(self, owner_id: UUID) -> int:
        """Mark all as read and return how many were not."""
        async with self._unit_of_work() as uow:
            count = await uow.notifications.read_all(owner_id, now=self._clock())
            await uow.commit()
        await self._notifier.publish(Announced(owner_id, ()))
        return count

    async def retry(self, notification_id: UUID, *, owner_id: UUID) -> Notification:
        """Take the parked deliveries up again; without any it is no error."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            notification = await uow.notifications.get(notification_id, owner_id=owner_id, lock=True)
            parked = [delivery for delivery in notification.deliveries if delivery.status == "parked"]
            tasks = [delivery_task(delivery.id, owner_id, now) for delivery in parked]
            for delivery, task in zip(parked, tasks, strict=True):
                delivery.try_again(now)
                await uow.notifications.save_delivery(delivery)
                await uow.tasks.add(task)
            await uow.commit()
        await self._notifier.publish(Announced(owner_id, tuple(task.id for task in tasks)))
        return notification

    async def delete(self, notification_id: UUID, *, owner_id: UUID) -> None:
        """Delete the notification with its deliveries."""
        async with self._unit_of_work() as uow:
            await uow.notifications.delete(notification_id, owner_id=owner_id)
            await uow.commit()
        await self._notifier.publish(Announced(owner_id, ()))
