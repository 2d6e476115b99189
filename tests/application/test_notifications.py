"""Delivering, looking for what is due, and following a feed, on the fake unit of work."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.notifications.due import DueScan
from app.application.notifications.feed import FeedChange, NotificationWatcher
from app.application.notifications.outbound import Courier, Outbound
from app.application.notifications.service import NotificationService
from app.application.notifying import DELIVERY_ATTEMPTS, TASK_KIND, Notifier
from app.application.tasks import TaskRunner
from app.domain.applications import Application, ApplicationReminder
from app.domain.errors import NotAuthenticatedError, UnavailableError
from app.domain.ids import uuid7
from app.domain.notifications import Channel, Delivery, News, Notification, NotificationSettings
from app.domain.ports.channels import ChannelRefusedError, IChannel
from app.infrastructure.events import event_bus
from app.infrastructure.rate_limits import SlidingWindowLimiter
from tests.builders import NOON, make_job, make_user
from tests.fakes import FakeChannel, FakeUnitOfWorkFactory


class Bench:
    """Everything behind notifications, with a clock that tests move and channels that keep what they get."""

    def __init__(self) -> None:
        self.now = NOON
        self.units = FakeUnitOfWorkFactory()
        self.mail, self.hook = FakeChannel(), FakeChannel()
        channels: dict[Channel, IChannel] = {"email": self.mail, "webhook": self.hook}
        self.outbound = Outbound(
            channels, SlidingWindowLimiter(""), public_url="https://jobs.example", signing_key=b"k" * 32
        )
        self.courier = Courier(self.units, self.outbound, clock=self.clock)
        self.runner = TaskRunner(
            self.units,
            {TASK_KIND: self.courier.run},
            {TASK_KIND: self.courier.on_parked},
            owner="worker",
            clock=self.clock,
            apart=frozenset({TASK_KIND}),
        )
        self.bus = event_bus("")
        self.notifier = Notifier(self.runner, self.bus, offered=self.outbound.offered, clock=self.clock)
        self.service = NotificationService(self.units, self.notifier, clock=self.clock)
        self.due = DueScan(self.units, self.notifier, clock=self.clock, at_a_time=3)

    def clock(self) -> datetime:
        return self.now

    async def user(self, *channels: Channel, is_verified: bool = True) -> UUID:
        user = make_user(is_verified=is_verified)
        settings = NotificationSettings(
            user_id=user.id, webhook_url="https://hook.example/", webhook_salt="salt", updated_at=NOON
        )
        for kind in ("reminder", "deadline"):
            settings.choose(kind, dict.fromkeys(channels, True))
        async with self.units() as uow:
            await uow.users.save(user)
            await uow.notification_settings.save(settings)
            await uow.commit()
        return user.id

    async def announce(self, owner_id: UUID, key: str = "reminder:1") -> None:
        news = News(user_id=owner_id, kind="reminder", event_key=key, title="Call Ada", body="She knows.", link="/x")
        async with self.units() as uow:
            announced = await self.notifier.announce(uow, news)
            await uow.commit()
        await self.notifier.publish(announced)

    async def application(self, owner_id: UUID, **values: Any) -> Application:
        job = make_job(owner_id, application_deadline=values.pop("application_deadline", None))
        application = Application(
            user_id=owner_id, job_id=job.id, saved_at=NOON, created_at=NOON, updated_at=NOON, **values
        )
        async with self.units() as uow:
            await uow.jobs.save(job)
            await uow.applications.save(application)
            await uow.commit()
        return application

    @property
    def told(self) -> list[Notification]:
        return sorted(self.units.unit.notifications.rows.values(), key=lambda one: one.seq)

    @property
    def delivery(self) -> Delivery:
        return self.told[0].deliveries[0]


async def test_each_channel_gets_the_message_once() -> None:
    bench = Bench()
    owner_id = await bench.user("email", "webhook")
    await bench.announce(owner_id)
    assert await bench.runner.run_until_idle() == 2
    (mail,), (call,) = bench.mail.sent, bench.hook.sent
    assert (mail.title, mail.body, mail.url) == ("Call Ada", "She knows.", "https://jobs.example/x")
    assert (call.address, len(call.secret), mail.secret) == ("https://hook.example/", 32, b"")
    assert {mail.id, call.id} == {delivery.id for delivery in bench.told[0].deliveries}
    assert {delivery.status for delivery in bench.told[0].deliveries} == {"delivered"}
    async with bench.units() as uow:
        for task in uow.tasks.rows.values():
            task.status = "queued"
        await uow.commit()
    assert await bench.runner.run_until_idle() == 2
    assert (len(bench.mail.sent), len(bench.hook.sent)) == (1, 1)


async def test_a_dead_channel_is_tried_with_growing_pauses_then_parked_and_may_be_retried() -> None:
    bench = Bench()
    owner_id = await bench.user("email", "webhook")
    bench.hook.error = UnavailableError("The webhook answered 500")
    await bench.announce(owner_id)
    attempts = 0
    while any(task.status == "queued" for task in bench.units.unit.tasks.rows.values()):
        attempts += await bench.runner.run_until_idle()
        bench.now += timedelta(minutes=5)
    assert attempts == 1 + DELIVERY_ATTEMPTS
    mail, call = bench.told[0].deliveries
    assert (mail.status, mail.attempts) == ("delivered", 1)
    assert (call.status, call.attempts, call.error) == ("parked", DELIVERY_ATTEMPTS, "The webhook answered 500")
    bench.hook.error = None
    shown = await bench.service.retry(bench.told[0].id, owner_id=owner_id)
    assert [delivery.status for delivery in shown.deliveries] == ["delivered", "pending"]
    assert await bench.runner.run_until_idle() == 1
    assert bench.told[0].deliveries[1].status == "delivered"
    assert (len(bench.mail.sent), len(bench.hook.sent)) == (1, 1)


async def test_what_is_refused_is_not_tried_again() -> None:
    bench = Bench()
    bench.mail.error = ChannelRefusedError("no such box")
    await bench.announce(await bench.user("email"))
    assert await bench.runner.run_until_idle() == 1
    assert (bench.delivery.status, bench.delivery.error) == ("parked", "no such box")


async def test_a_delivery_whose_workers_die_is_parked_with_a_word() -> None:
    bench = Bench()
    await bench.announce(await bench.user("email"))
    (task,) = bench.units.unit.tasks.rows.values()
    task.attempts = 100
    await bench.runner.run_until_idle()
    assert (bench.delivery.status, bench.delivery.error) == ("parked", "It failed each time it was tried")


async def test_to_an_unconfirmed_address_goes_no_word_of_a_user() -> None:
    bench = Bench()
    owner_id = await bench.user("email", is_verified=False)
    for number in range(7):
        await bench.announce(owner_id, f"reminder:{number}")
    await bench.runner.run_until_idle()
    assert len(bench.mail.sent) == 5
    assert all("Ada" not in mail.title and "knows" not in mail.body for mail in bench.mail.sent)
    statuses = [one.deliveries[0].status for one in bench.told]
    assert (statuses.count("delivered"), statuses.count("parked")) == (5, 2)


async def test_a_webhook_that_was_taken_away_is_not_called() -> None:
    bench = Bench()
    owner_id = await bench.user("webhook")
    await bench.announce(owner_id)
    bench.units.unit.notification_settings.rows[owner_id].webhook_url = ""
    await bench.runner.run_until_idle()
    assert (bench.delivery.status, bench.delivery.error) == ("parked", "There is no webhook any more")
    assert bench.hook.sent == []


async def test_the_secret_of_a_webhook_changes_with_its_salt_and_its_owner() -> None:
    bench = Bench()
    owner_id = uuid7()
    salts = [(owner_id, "a"), (owner_id, "b"), (uuid7(), "a")]
    made = [
        bench.outbound.webhook_secret(NotificationSettings(user_id=user, webhook_salt=salt, updated_at=NOON))
        for user, salt in salts
    ]
    assert len(set(made)) == 3
    assert all(secret.startswith("whsec_") for secret in made)


async def test_a_reminder_is_given_once_when_its_time_has_come() -> None:
    bench = Bench()
    owner_id = await bench.user()
    application = await bench.application(owner_id)
    base = {"user_id": owner_id, "application_id": application.id, "created_at": NOON, "updated_at": NOON}
    async with bench.units() as uow:
        for title, minutes, is_done in (("soon", 1, False), ("late", 99, False), ("done", -1, True)):
            at = NOON + timedelta(minutes=minutes)
            reminder = ApplicationReminder(**base, title=title, remind_at=at, is_done=is_done)  # type: ignore[arg-type]
            await uow.application_reminders.save(reminder)
        await uow.commit()
    assert await bench.due.reminders() == 0
    bench.now += timedelta(minutes=2)
    assert [await bench.due.reminders() for _ in range(2)] == [1, 0]
    (told,) = bench.told
    assert (told.title, told.body, told.link) == (
        "Reminder: soon",
        "Backend Engineer at Acme GmbH.",
        f"/applications/{application.id}",
    )
    assert (told.kind, told.application_id) == ("reminder", application.id)


async def test_a_deadline_is_told_three_days_and_one_day_ahead_once_each() -> None:
    bench = Bench()
    owner_id = await bench.user()
    await bench.application(owner_id, deadline=NOON + timedelta(days=4))
    told = []
    for _ in range(20):
        await bench.due.deadlines()
        await bench.due.deadlines()
        told.append(len(bench.told))
        bench.now += timedelta(hours=6)
    assert [told.count(number) for number in (0, 1, 2)] == [4, 8, 8]
    assert [one.title for one in bench.told] == [
        "3 days left to apply: Backend Engineer at Acme GmbH",
        "1 day left to apply: Backend Engineer at Acme GmbH",
    ]
    assert bench.told[0].body == "The deadline is 18 March 2026, 12:00 UTC, and it is not sent yet."


async def test_a_deadline_of_the_posting_counts_and_a_moved_one_is_told_again() -> None:
    bench = Bench()
    owner_id = await bench.user()
    application = await bench.application(owner_id, application_deadline="2026-03-15")
    assert [await bench.due.deadlines() for _ in range(2)] == [1, 0]
    assert bench.told[0].body == "The deadline is 15 March 2026, and it is not sent yet."
    async with bench.units() as uow:
        application.deadline = NOON + timedelta(days=2)
        await uow.applications.save(application)
        await uow.commit()
    assert [await bench.due.deadlines() for _ in range(2)] == [1, 0]
    assert bench.told[1].title.startswith("3 days left")


async def test_no_deadline_is_told_of_what_was_sent_is_past_or_muted() -> None:
    bench = Bench()
    owner_id = await bench.user()
    soon = NOON + timedelta(hours=5)
    await bench.application(owner_id, deadline=soon, status="applied")
    await bench.application(owner_id, deadline=NOON - timedelta(hours=1))
    muted = await bench.application(owner_id, deadline=soon)
    async with bench.units() as uow:
        await uow.notification_settings.mute(muted.id, owner_id=owner_id)
        await uow.commit()
    assert await bench.due.deadlines() == 0
    assert bench.told == []


async def test_many_deadlines_are_told_in_rounds() -> None:
    bench = Bench()
    owner_id = await bench.user()
    for _ in range(7):
        await bench.application(owner_id, deadline=NOON + timedelta(hours=5))
    assert await bench.due.deadlines() == 7


async def signed_in() -> None:
    """Be signed in for ever."""


def watcher(bench: Bench) -> NotificationWatcher:
    return NotificationWatcher(bench.units, bench.bus, poll_seconds=0.01, at_a_time=5)


async def take(bench: Bench, owner_id: UUID, count: int, *, after: int | None) -> list[tuple[int | None, int]]:
    changes: list[FeedChange] = []
    async with asyncio.timeout(5), aclosing(watcher(bench).follow(owner_id, after=after, check=signed_in)) as feed:
        async for change in feed:
            changes.append(change)
            if len(changes) == count:
                break
    return [(change.notification.seq if change.notification else None, change.unread) for change in changes]


async def test_a_feed_begins_with_the_number_of_unread_ones_and_goes_on_where_it_ended() -> None:
    bench = Bench()
    owner_id = await bench.user()
    for number in range(12):
        await bench.announce(owner_id, f"reminder:{number}")
    assert await take(bench, owner_id, 1, after=None) == [(None, 12)]
    assert await take(bench, owner_id, 1, after=999) == [(None, 12)]
    assert await take(bench, owner_id, 12, after=0) == [(number, 12) for number in range(1, 13)]
    assert await take(bench, owner_id, 2, after=10) == [(11, 12), (12, 12)]


async def test_a_feed_tells_what_is_new_and_what_is_read_elsewhere() -> None:
    bench = Bench()
    owner_id = await bench.user()
    steps: list[Callable[[], Awaitable[object]]] = [
        lambda: bench.announce(owner_id, "reminder:1"),
        lambda: bench.announce(owner_id, "reminder:2"),
        lambda: bench.service.read(bench.told[0].id, owner_id=owner_id),
        lambda: bench.service.read_all(owner_id),
        lambda: bench.announce(owner_id, "reminder:3"),
        lambda: bench.service.delete(bench.told[2].id, owner_id=owner_id),
    ]
    seen = []
    async with asyncio.timeout(5), aclosing(watcher(bench).follow(owner_id, after=None, check=signed_in)) as feed:
        async for change in feed:
            seen.append((change.notification.seq if change.notification else None, change.unread))
            if not steps:
                break
            await steps.pop(0)()
    assert seen == [(None, 0), (1, 1), (2, 2), (None, 1), (None, 0), (3, 1), (None, 0)]


async def test_a_feed_ends_with_the_session() -> None:
    bench = Bench()
    owner_id = await bench.user()
    looks = 0

    async def check() -> None:
        nonlocal looks
        looks += 1
        if looks > 2:
            raise NotAuthenticatedError

    async with asyncio.timeout(5), aclosing(watcher(bench).follow(owner_id, after=None, check=check)) as feed:
        assert [change.unread async for change in feed] == [0]


@pytest.mark.parametrize("busy", ["generation", TASK_KIND])
async def test_deliveries_and_long_work_do_not_wait_for_each_other(busy: str) -> None:
    bench = Bench()
    started, forever, done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def hang(*_: object) -> None:
        started.set()
        await forever.wait()

    async def finish(*_: object) -> None:
        done.set()

    kinds = ("generation", TASK_KIND)
    runner = TaskRunner(
        bench.units,
        {kind: hang if kind == busy else finish for kind in kinds},
        {},
        owner="w",
        clock=bench.clock,
        poll_seconds=0.01,
        apart=frozenset({TASK_KIND}),
    )
    from tests.builders import make_task

    async with bench.units() as uow:
        for _ in range(8):
            await uow.tasks.add(make_task(uuid7(), kind=busy))
        await uow.commit()
    working = asyncio.create_task(runner.run_forever(concurrency=1))
    async with asyncio.timeout(5):
        await started.wait()
        async with bench.units() as uow:
            await uow.tasks.add(make_task(uuid7(), kind=next(kind for kind in kinds if kind != busy)))
            await uow.commit()
        await done.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
