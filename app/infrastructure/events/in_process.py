"""The event bus of one process."""

import asyncio
import random
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from app.domain.ports.events import ENDED, RESYNC, Event

_SHORTEST_WAIT = 0.5


class Subscription:
    """`ISubscription` with a bounded buffer: one that overflows is emptied and holds `RESYNC` alone."""

    def __init__(self, capacity: int) -> None:
        self._events: deque[Event] = deque()
        self._capacity = capacity
        self._arrived = asyncio.Event()

    def put(self, event: Event) -> None:
        """Keep the event for the reader."""
        if self._events and self._events[0] == ENDED:
            return
        if event == ENDED:
            self._events.clear()
        elif event == RESYNC or len(self._events) >= self._capacity:
            self._events.clear()
            event = RESYNC
        self._events.append(event)
        self._arrived.set()

    async def next(self, *, timeout_seconds: float) -> Event | None:
        """See `ISubscription.next`."""
        if not self._events:
            self._arrived.clear()
            with suppress(TimeoutError):
                share = random.uniform(_SHORTEST_WAIT, 1)  # noqa: S311 - spreads the readers, guards nothing
                async with asyncio.timeout(share * timeout_seconds):
                    await self._arrived.wait()
        if self._events and self._events[0] != ENDED:
            return self._events.popleft()
        return ENDED if self._events else None


class InProcessEventBus:
    """`IEventBus` for one process."""

    def __init__(self, *, capacity: int = 64) -> None:
        self._capacity = capacity
        self._readers: dict[str, list[Subscription]] = {}
        self._has_ended = False

    async def publish(self, topic: str, event: Event) -> None:
        """See `IEventBus.publish`."""
        for reader in self._readers.get(topic, ()):
            reader.put(event)

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[Subscription]:
        """See `IEventBus.subscribe`."""
        reader = Subscription(self._capacity)
        if self._has_ended:
            reader.put(ENDED)
        self._readers.setdefault(topic, []).append(reader)
        try:
            yield reader
        finally:
            self._readers[topic].remove(reader)
            if not self._readers[topic]:
                del self._readers[topic]

    def resync_all(self) -> None:
        """Tell every reader that events may be missing."""
        self._tell_all(RESYNC)

    def end(self) -> None:
        """See `IEventBus.end`."""
        self._has_ended = True
        self._tell_all(ENDED)

    async def aclose(self) -> None:
        """Do nothing: there is nothing to close."""

    def _tell_all(self, event: Event) -> None:
        for readers in self._readers.values():
            for reader in readers:
                reader.put(event)
