"""Telling users what happened: written together with what happened, passed on after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.applications import Application, ApplicationEvent, ApplicationReminder
from app.domain.generations import Generation
from app.domain.notifications import Channel, News, Notification, NotificationSettings
from app.domain.ports.events import Event, IEventBus
from app.domain.ports.queue import ITaskQueue
from app.domain.tasks import Task
from app.domain.unit_of_work import IUnitOfWork

TASK_KIND = "notification"
DELIVERY_ATTEMPTS = 12
_MOST_NAMES = 5


def topic(user_id: UUID) -> str:
    """Return the bus topic of a user's notifications."""
    return f"notifications:{user_id}"


@dataclass(frozen=True, slots=True)
class Announced:
    """News that stand in a transaction: to be passed to `Notifier.publish` once it is committed."""

    user_id: UUID
    task_ids: tuple[UUID, ...]


class Notifier:
    """Announces news over the channels that their user chose, of those in `offered`.

    Use it in two steps: `announced = await notifier.announce(uow, news)` within the transaction of the event itself,
    and after its commit `await notifier.publish(announced)`. Neither waits for a channel.
    """

    def __init__(
        self, queue: ITaskQueue, bus: IEventBus, *, offered: frozenset[Channel], clock: Callable[[], datetime]
    ) -> None:
        self._queue = queue
        self._bus = bus
        self._offered = offered
        self._clock = clock

    async def announce(self, uow: IUnitOfWork, news: News) -> Announced | None:
        """Write the notification with a task for each delivery, in the caller's transaction.

        `None` where nobody is to be told: the event is known, the application muted, or every channel switched off.
        """
        if news.application_id is not None and await uow.notification_settings.is_muted(news.application_id):
            return None
        now = self._clock()
        settings = await uow.notification_settings.find(news.user_id)
        settings = settings or NotificationSettings(user_id=news.user_id, updated_at=now)
        channels = [
            channel
            for channel in settings.channels(news.kind)
            if channel in self._offered and settings.has_address(channel)
        ]
        if not channels:
            return None
        seq = await uow.notifications.next_seq(news.user_id)
        notification = Notification.of(news, channels, seq=seq, now=now)
        if not await uow.notifications.add(notification):
            return None
        tasks = [delivery_task(delivery.id, news.user_id, now) for delivery in notification.deliveries]
        for task in tasks:
            await uow.tasks.add(task)
        return Announced(news.user_id, tuple(task.id for task in tasks))

    async def publish(self, *announced: Announced | None) -> None:
        """Tell open streams and the delivering workers; call after the commit. `None` is passed over."""
        for one in announced:
            if one is not None:
                await self._bus.publish(topic(one.user_id), Event("notification"))
                for task_id in one.task_ids:
                    await self._queue.notify(task_id)


def delivery_task(delivery_id: UUID, user_id: UUID, now: datetime) -> Task:
    """Return the task that delivers over one channel."""
    return Task(
        user_id=user_id,
        kind=TASK_KIND,
        subject_id=delivery_id,
        run_at=now,
        max_attempts=DELIVERY_ATTEMPTS,
        created_at=now,
        updated_at=now,
    )


def status_changed(application: Application, event: ApplicationEvent) -> News:
    """Return the news of an entry of an application's history."""
    moved = f"It went from {event.from_status} to {event.to_status}."
    return News(
        user_id=application.user_id,
        kind="status_change",
        event_key=f"status_change:{event.id}",
        title=f"{(event.to_status or '').capitalize()}: {_name(application)}",
        body=f"{moved} {event.body}".strip(),
        link=f"/applications/{application.id}",
        application_id=application.id,
    )


def deadline_near(application: Application, deadline: datetime, *, days: int) -> News:
    """Return the news that an application has to be sent within so many days; each deadline and number has its own."""
    left = "1 day left" if days == 1 else f"{days} days left"
    when = f"{deadline.day} {deadline:%B %Y}" + (f", {deadline:%H:%M} UTC" if application.deadline else "")
    return News(
        user_id=application.user_id,
        kind="deadline",
        event_key=f"deadline:{application.id}:{deadline:%Y%m%dT%H%M%S}:{days}",
        title=f"{left} to apply: {_name(application)}",
        body=f"The deadline is {when}, and it is not sent yet.",
        link=f"/applications/{application.id}",
        application_id=application.id,
    )


def reminder_due(reminder: ApplicationReminder, application: Application) -> News:
    """Return the news that it is time; a reminder that is moved is given again."""
    return News(
        user_id=reminder.user_id,
        kind="reminder",
        event_key=f"reminder:{reminder.id}:{reminder.remind_at:%Y%m%dT%H%M%S}",
        title=f"Reminder: {reminder.title}",
        body=f"{_name(application)}. {reminder.notes}".strip(),
        link=f"/applications/{application.id}",
        application_id=application.id,
    )


def generation_ended(generation: Generation, job_name: str) -> News:
    """Return the news that a document is ready, has to be looked at, or could not be made."""
    kind = "resume" if generation.document_type == "resume" else "cover letter"
    title, body = {
        "completed": (f"Your {kind} is ready", "Every claim in it can be traced to your own facts."),
        "needs_review": (f"Your {kind} needs a look", "Something in it needs your eye before you send it."),
    }.get(generation.status, (f"Your {kind} could not be made", generation.error_message or "Please try again."))
    document_id = generation.document_id
    return News(
        user_id=generation.user_id,
        kind="generation_done",
        event_key=f"generation_done:{generation.id}",
        title=f"{title}: {job_name}",
        body=body,
        link=f"/documents/{document_id}" if document_id else f"/generations/{generation.id}",
    )


def new_jobs_found(
    user_id: UUID, *, search_id: UUID, search_name: str, names: Sequence[str], event_key: str, link: str = ""
) -> News:
    """Return the news of what a saved search found; `event_key` tells one finding from the next, such as a run's id."""
    count = "1 new job" if len(names) == 1 else f"{len(names)} new jobs"
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return News(
        user_id=user_id,
        kind="new_jobs",
        event_key=f"new_jobs:{search_id}:{event_key}",
        title=f"{count}: {search_name}",
        body=f"{'; '.join(names[:_MOST_NAMES])}{more}.",
        link=link or f"/jobs?saved_search={search_id}",
    )


def _name(application: Application) -> str:
    return application.job.name if application.job else "a job"
