"""What readers of an event bus may rely on, in one process and between two."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.domain.ids import uuid7
from app.domain.ports.events import ENDED, RESYNC, Event, IEventBus, ISubscription
from app.infrastructure.events import event_bus
from tests.conftest import service_url


@pytest.fixture(params=["in process", pytest.param("redis", marks=pytest.mark.integration)])
async def buses(request: pytest.FixtureRequest) -> AsyncIterator[tuple[IEventBus, IEventBus]]:
    """A bus to publish on and one to read from: the same one, or those of two processes."""
    if request.param == "in process":
        bus = event_bus("")
        yield bus, bus
        return
    url = service_url("TEST_REDIS_URL")
    sender, receiver = event_bus(url), event_bus(url)
    yield sender, receiver
    await sender.aclose()
    await receiver.aclose()


async def connect(sender: IEventBus, reader: ISubscription, topic: str) -> None:
    """Publish until the reader hears it, and take everything that came so far."""
    hello = Event("hello")
    for _ in range(100):
        await sender.publish(topic, hello)
        if await reader.next(timeout_seconds=0.1) == hello:
            while await reader.next(timeout_seconds=0.1):
                pass
            return
    pytest.fail("the reader hears nothing")


async def test_a_reader_gets_the_events_of_its_topic_in_order(buses: tuple[IEventBus, IEventBus]) -> None:
    sender, receiver = buses
    topic = uuid7().hex
    async with receiver.subscribe(topic) as reader, receiver.subscribe(topic) as another:
        await connect(sender, reader, topic)
        events = [Event("progress", {"position": str(number)}) for number in range(5)]
        for number in range(5):
            await sender.publish(f"{topic}x", Event("of another topic"))
            await sender.publish(topic, events[number])
        assert [await reader.next(timeout_seconds=5) for _ in events] == events
        assert await reader.next(timeout_seconds=0.01) is None
        heard = []
        while event := await another.next(timeout_seconds=0.1):
            heard.append(event)
        assert heard[-5:] == events


async def test_a_reader_that_does_not_keep_up_is_told_to_read_again(buses: tuple[IEventBus, IEventBus]) -> None:
    sender, receiver = buses
    topic = uuid7().hex
    async with receiver.subscribe(topic) as slow, receiver.subscribe(topic) as quick:
        await connect(sender, quick, topic)
        while await slow.next(timeout_seconds=0.01):
            pass
        for number in range(65):
            event = Event("progress", {"position": str(number)})
            await sender.publish(topic, event)
            assert await quick.next(timeout_seconds=5) == event
        assert await slow.next(timeout_seconds=5) == RESYNC
        assert await slow.next(timeout_seconds=0.01) is None
        await sender.publish(topic, Event("after"))
        assert await slow.next(timeout_seconds=5) == Event("after")


async def test_without_its_redis_a_process_still_tells_its_own_readers() -> None:
    bus = event_bus("redis://127.0.0.1:1/0")
    async with bus.subscribe("t") as reader:
        await bus.publish("t", Event("one"))
        await bus.publish("t", Event("two"))
        assert [await reader.next(timeout_seconds=1) for _ in range(2)] == [Event("one"), Event("two")]
    await bus.aclose()


async def test_readers_are_ended_for_good_in_their_own_process_alone(buses: tuple[IEventBus, IEventBus]) -> None:
    sender, receiver = buses
    topic = uuid7().hex
    async with receiver.subscribe(topic) as reader:
        await connect(sender, reader, topic)
        await sender.publish(topic, Event("before"))
        receiver.end()
        await sender.publish(topic, Event("after"))
        assert [await reader.next(timeout_seconds=5) for _ in range(3)] == [ENDED] * 3
        async with receiver.subscribe(topic) as later:
            assert await later.next(timeout_seconds=5) == ENDED
    if sender is not receiver:
        async with sender.subscribe(topic) as other:
            await sender.publish(topic, Event("still here"))
            assert await other.next(timeout_seconds=5) == Event("still here")


@pytest.mark.integration
async def test_a_bus_closes_at_any_moment_of_connecting() -> None:
    for turns in range(30):
        bus = event_bus(service_url("TEST_REDIS_URL"))
        async with bus.subscribe("t"):
            for _ in range(turns):
                await asyncio.sleep(0)
        async with asyncio.timeout(10):
            await bus.aclose()


async def test_readers_who_came_together_do_not_look_again_at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    timeout = asyncio.timeout

    def pass_at_once(seconds: float) -> asyncio.Timeout:
        waits.append(seconds)
        return timeout(0)

    monkeypatch.setattr(asyncio, "timeout", pass_at_once)
    bus = event_bus("")
    async with bus.subscribe("of one user") as reader:
        for _ in range(200):
            assert await reader.next(timeout_seconds=10) is None
    assert 5 <= min(waits) < 6
    assert 9 < max(waits) <= 10
