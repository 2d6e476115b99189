"""Announcing: together with the event, once, and only over channels that are there."""

from uuid import UUID

from app.application.notifying import DELIVERY_ATTEMPTS, Announced, Notifier, new_jobs_found, topic
from app.domain.ids import uuid7
from app.domain.notifications import CHANNELS, Channel, News, NotificationSettings
from app.infrastructure.events import event_bus
from tests.builders import NOON, make_user
from tests.fakes import FakeTaskQueue, FakeUnitOfWorkFactory


class Bench:
    """A notifier on the fake unit of work."""

    def __init__(self, offered: frozenset[Channel] = frozenset(CHANNELS)) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.queue = FakeTaskQueue()
        self.bus = event_bus("")
        self.notifier = Notifier(self.queue, self.bus, offered=offered, clock=lambda: NOON)
        self.user = make_user()

    def news(self, key: str = "reminder:1", application_id: UUID | None = None) -> News:
        return News(
            user_id=self.user.id,
            kind="reminder",
            event_key=key,
            title="t",
            body="b",
            link="/l",
            application_id=application_id,
        )

    async def choose(self, webhook_url: str = "", **wanted: bool) -> None:
        settings = NotificationSettings(user_id=self.user.id, webhook_url=webhook_url, updated_at=NOON)
        settings.choose("reminder", {channel: wanted[channel] for channel in CHANNELS if channel in wanted})
        async with self.units() as uow:
            await uow.notification_settings.save(settings)
            await uow.commit()

    async def announce(self, news: News, *, commit: bool = True) -> Announced | None:
        async with self.units() as uow:
            announced = await self.notifier.announce(uow, news)
            if commit:
                await uow.commit()
        return announced


async def test_news_are_written_with_a_task_for_each_delivery_and_told_afterwards() -> None:
    bench = Bench()
    await bench.choose("https://hook.example", email=True, webhook=True)
    async with bench.bus.subscribe(topic(bench.user.id)) as reader:
        announced = await bench.announce(bench.news())
        assert announced is not None
        assert await reader.next(timeout_seconds=0) is None
        await bench.notifier.publish(announced, None)
        assert await reader.next(timeout_seconds=1) is not None
    (notification,) = bench.units.unit.notifications.rows.values()
    tasks = bench.units.unit.tasks.rows
    assert [delivery.channel for delivery in notification.deliveries] == ["email", "webhook"]
    assert [task.subject_id for task in tasks.values()] == [delivery.id for delivery in notification.deliveries]
    assert {task.max_attempts for task in tasks.values()} == {DELIVERY_ATTEMPTS}
    assert bench.queue.told == list(tasks)


async def test_an_event_that_is_rolled_back_is_not_told() -> None:
    bench = Bench()
    assert await bench.announce(bench.news(), commit=False) is not None
    assert bench.units.unit.notifications.rows == {}


async def test_an_event_is_announced_once() -> None:
    bench = Bench()
    assert await bench.announce(bench.news()) is not None
    assert await bench.announce(bench.news()) is None
    assert len(bench.units.unit.notifications.rows) == 1


async def test_a_channel_that_is_not_offered_or_has_no_address_is_passed_over() -> None:
    bench = Bench(offered=frozenset({"in_app", "email", "webhook"}))
    await bench.choose(sms=True, webhook=True)
    await bench.announce(bench.news())
    (notification,) = bench.units.unit.notifications.rows.values()
    assert (notification.in_app, notification.deliveries) == (True, [])


async def test_nothing_is_kept_where_nobody_is_to_be_told() -> None:
    bench = Bench()
    application_id = uuid7()
    async with bench.units() as uow:
        await uow.notification_settings.mute(application_id, owner_id=bench.user.id)
        await uow.commit()
    assert await bench.announce(bench.news(application_id=application_id)) is None
    await bench.choose(in_app=False)
    assert await bench.announce(bench.news()) is None
    assert bench.units.unit.notifications.rows == {}


def test_new_jobs_are_named_up_to_five() -> None:
    names = [f"Job {number}" for number in range(7)]
    search_id = uuid7()
    news = new_jobs_found(uuid7(), search_id=search_id, search_name="Nurse in Malmö", names=names, event_key="r1")
    assert (news.title, news.body) == (
        "7 new jobs: Nurse in Malmö",
        "Job 0; Job 1; Job 2; Job 3; Job 4 and 2 more.",
    )
    assert (news.link, news.event_key) == (f"/jobs?saved_search={search_id}", f"new_jobs:{search_id}:r1")
