"""Looks for reminders whose time has come and deadlines that come near."""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.application.notifying import Notifier, deadline_near, reminder_due
from app.domain.applications import Application, ApplicationReminder
from app.domain.errors import NotFoundError
from app.domain.notifications import News
from app.domain.unit_of_work import UnitOfWorkFactory

DAYS_AHEAD = (3, 1)


class DueScan:
    """Announces what is due, once each, however many instances look."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        notifier: Notifier,
        *,
        clock: Callable[[], datetime],
        at_a_time: int = 100,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._notifier = notifier
        self._at_a_time = at_a_time
        self._clock = clock

    async def reminders(self) -> int:
        """Announce every reminder whose time has come; return how many there were."""
        count = 0
        while True:
            now = self._clock()
            async with self._unit_of_work(read_only=True) as uow:
                due = await uow.application_reminders.list_due(now=now, limit=self._at_a_time)
            for reminder in due:
                count += await self._remind(reminder, now)
            if len(due) < self._at_a_time:
                return count

    async def deadlines(self) -> int:
        """Announce every deadline that is three days or one day ahead; return how many there were.

        One that was set later than that is announced at once; one that is moved is announced again.
        """
        now, count, after_id = self._clock(), 0, None
        while True:
            async with self._unit_of_work(read_only=True) as uow:
                found = await uow.applications.list_due(
                    since=now, until=now + timedelta(days=max(DAYS_AHEAD)), after_id=after_id, limit=self._at_a_time
                )
                news = [one for one in (_deadline(application, now) for application in found) if one is not None]
                known = await uow.notifications.known([one.event_key for one in news])
            for one in news:
                if one.event_key not in known:
                    count += await self._warn(one, now)
            if len(found) < self._at_a_time:
                return count
            after_id = found[-1].id

    async def _remind(self, reminder: ApplicationReminder, now: datetime) -> bool:
        try:
            async with self._unit_of_work() as uow:
                current = await uow.application_reminders.get(reminder.id, owner_id=reminder.user_id, lock=True)
                if current.is_done or current.notified_at is not None or current.remind_at > now:
                    return False
                application = await uow.applications.get(current.application_id, owner_id=current.user_id)
                announced = await self._notifier.announce(uow, reminder_due(current, application))
                current.notified_at = now
                await uow.application_reminders.save(current)
                await uow.commit()
        except NotFoundError:
            # It was deleted between the look and the lock.
            return False
        await self._notifier.publish(announced)
        return True

    async def _warn(self, news: News, now: datetime) -> bool:
        if news.application_id is None:
            return False
        try:
            async with self._unit_of_work() as uow:
                application = await uow.applications.get(news.application_id, owner_id=news.user_id, lock=True)
                if application.status != "interested" or _deadline(application, now) != news:
                    return False
                announced = await self._notifier.announce(uow, news)
                await uow.commit()
        except NotFoundError:
            return False
        await self._notifier.publish(announced)
        return announced is not None


def _deadline(application: Application, now: datetime) -> News | None:
    deadline = application.apply_by
    near = [days for days in DAYS_AHEAD if deadline is not None and now < deadline <= now + timedelta(days=days)]
    return deadline_near(application, deadline, days=min(near)) if near and deadline is not None else None
