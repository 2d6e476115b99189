"""What the repositories of notifications and of their settings promise."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app.domain.applications import Application
from app.domain.errors import ForbiddenError, NotFoundError
from app.domain.ids import uuid7
from app.domain.notifications import Channel, FeedState, News, Notification, NotificationSettings
from app.domain.pagination import PageRequest
from app.domain.unit_of_work import UnitOfWorkFactory
from app.infrastructure.database.engine import Database
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from tests.builders import NOON, make_job
from tests.contract.test_repositories import new_user


def make_news(owner: UUID, key: str = "status_change:1", **overrides: object) -> News:
    values: dict[str, object] = {"kind": "status_change", "title": "Applied", "body": "It moved.", "link": "/x"}
    return News(user_id=owner, event_key=key, **{**values, **overrides})  # type: ignore[arg-type]


async def tell(
    unit_of_work: UnitOfWorkFactory, news: News, *channels: Channel, minutes: int = 0
) -> Notification | None:
    async with unit_of_work() as uow:
        seq = await uow.notifications.next_seq(news.user_id)
        made = Notification.of(news, channels, seq=seq, now=NOON + timedelta(minutes=minutes))
        is_new = await uow.notifications.add(made)
        await uow.commit()
    return made if is_new else None


async def new_application(unit_of_work: UnitOfWorkFactory, owner: UUID) -> UUID:
    job = make_job(owner)
    application = Application(user_id=owner, job_id=job.id, saved_at=NOON, created_at=NOON, updated_at=NOON)
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.applications.save(application)
        await uow.commit()
    return application.id


async def test_a_notification_comes_back_with_its_deliveries(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    made = await tell(unit_of_work, make_news(owner), "in_app", "email", "webhook")
    assert made is not None
    assert [delivery.channel for delivery in made.deliveries] == ["email", "webhook"]
    delivery = made.deliveries[1]
    async with unit_of_work() as uow:
        assert await uow.notifications.get(made.id, owner_id=owner) == made
        with pytest.raises(ForbiddenError):
            await uow.notifications.get(made.id, owner_id=stranger)
        with pytest.raises(ForbiddenError):
            await uow.notifications.get_delivery(delivery.id, owner_id=stranger)
        with pytest.raises(NotFoundError):
            await uow.notifications.get_delivery(uuid7(), owner_id=owner)
        found = await uow.notifications.get_delivery(delivery.id, owner_id=owner, lock=True)
        assert found == delivery
        found.fail("no answer", NOON)
        found.park(NOON)
        await uow.notifications.save_delivery(found)
        made.read(NOON)
        await uow.notifications.save(made)
        await uow.commit()
    made.deliveries[1] = found
    async with unit_of_work(read_only=True) as uow:
        assert await uow.notifications.get(made.id, owner_id=owner) == made


async def test_deliveries_of_all_are_counted_by_channel_and_by_what_became_of_them(
    unit_of_work: UnitOfWorkFactory,
) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    assert await tell(unit_of_work, make_news(owner, "before"), "email") is not None
    # The ids tell milliseconds.
    await asyncio.sleep(0.01)
    since = datetime.now(UTC)
    made = await tell(unit_of_work, make_news(owner), "in_app", "email", "webhook")
    assert made is not None
    assert await tell(unit_of_work, make_news(stranger), "email") is not None
    gone = made.deliveries[1]
    gone.park(NOON)
    async with unit_of_work() as uow:
        await uow.notifications.save_delivery(gone)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        counted = await uow.notifications.deliveries_since(since)
        assert counted == {("email", "pending"): 2, ("webhook", "parked"): 1}
        assert await uow.notifications.deliveries_since(datetime.now(UTC) + timedelta(seconds=1)) == {}


async def test_an_event_is_told_once_to_each(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    first = await tell(unit_of_work, make_news(owner), "in_app", "email")
    assert first is not None
    assert await tell(unit_of_work, make_news(owner, title="again"), "in_app", "sms") is None
    assert await tell(unit_of_work, make_news(stranger), "in_app") is not None
    async with unit_of_work(read_only=True) as uow:
        assert (await uow.notifications.search(owner, PageRequest())).items == [first]
        assert await uow.notifications.known(["status_change:1", "status_change:2"]) == {"status_change:1"}
        assert await uow.notifications.known([]) == set()


async def test_a_feed_is_numbered_counted_and_read(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    made = [await tell(unit_of_work, make_news(owner, f"k:{n}"), "in_app", minutes=n) for n in range(4)]
    hidden = await tell(unit_of_work, make_news(owner, "k:9"), "email")
    await tell(unit_of_work, make_news(stranger, "k:0"), "in_app")
    assert hidden is not None
    assert [one.seq for one in made if one] == [1, 2, 3, 4]
    async with unit_of_work() as uow:
        assert await uow.notifications.feed(owner) == FeedState(5, 4)
        assert await uow.notifications.feed(uuid7()) == FeedState(0, 0)
        assert await uow.notifications.since(owner, after=1, limit=2) == made[1:3]
        assert await uow.notifications.since(owner, after=4, limit=9) == []
        assert await uow.notifications.read_all(owner, now=NOON) == 4
        assert await uow.notifications.read_all(owner, now=NOON) == 0
        assert (await uow.notifications.get(hidden.id, owner_id=owner)).read_at is None
        assert await uow.notifications.feed(owner) == FeedState(5, 0)
        assert await uow.notifications.feed(stranger) == FeedState(1, 1)
        await uow.commit()


async def test_notifications_are_filtered(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    application_id = await new_application(unit_of_work, owner)
    first = await tell(unit_of_work, make_news(owner, "a", application_id=application_id), "in_app")
    second = await tell(unit_of_work, make_news(owner, "b", kind="new_jobs"), "in_app", minutes=1)
    await tell(unit_of_work, make_news(owner, "c"), "email", minutes=2)
    assert first is not None
    first.read(NOON)
    async with unit_of_work() as uow:
        await uow.notifications.save(first)
        await uow.commit()
    async with unit_of_work() as uow:
        assert (await uow.notifications.search(owner, PageRequest())).items == [second, first]
        assert (await uow.notifications.search(owner, PageRequest(), unread=True)).items == [second]
        assert (await uow.notifications.search(owner, PageRequest(), unread=False)).items == [first]
        assert (await uow.notifications.search(owner, PageRequest(), kind="new_jobs")).items == [second]
        page = await uow.notifications.search(owner, PageRequest(), application_id=application_id)
        assert (page.items, page.total) == ([first], 1)


async def test_settings_are_kept_and_an_application_is_muted(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    application_id = await new_application(unit_of_work, owner)
    settings = NotificationSettings(user_id=owner, webhook_url="https://x.example", webhook_salt="s", updated_at=NOON)
    settings.choose("deadline", {"email": True})
    async with unit_of_work() as uow:
        assert await uow.notification_settings.find(owner) is None
        await uow.notification_settings.save(settings)
        settings.phone = "+46701234567"
        await uow.notification_settings.save(settings)
        for _ in range(2):
            await uow.notification_settings.mute(application_id, owner_id=owner)
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.notification_settings.find(owner, lock=True) == settings
        assert await uow.notification_settings.is_muted(application_id)
        assert await uow.notification_settings.muted(owner) == [application_id]
        await uow.notification_settings.unmute(application_id, owner_id=uuid7())
        assert await uow.notification_settings.is_muted(application_id)
        await uow.notification_settings.unmute(application_id, owner_id=owner)
        assert not await uow.notification_settings.is_muted(application_id)
        assert await uow.notification_settings.muted(owner) == []


async def test_numbers_become_visible_in_order_and_an_event_once_however_many_write(database: Database) -> None:
    unit_of_work = SqlUnitOfWorkFactory(database)
    owner = await new_user(unit_of_work)
    seen: list[int] = []
    writing = asyncio.gather(
        *(tell(unit_of_work, make_news(owner, f"k:{number % 12}"), "in_app", "email") for number in range(24))
    )
    while not writing.done():
        async with unit_of_work(read_only=True) as uow:
            seen += [one.seq for one in await uow.notifications.since(owner, after=max(seen, default=0), limit=99)]
    assert sum(one is not None for one in await writing) == 12
    async with unit_of_work(read_only=True) as uow:
        told = await uow.notifications.since(owner, after=0, limit=99)
    assert len(told) == len({one.event_key for one in told}) == 12
    assert [one.seq for one in told if one.seq <= max(seen)] == seen
