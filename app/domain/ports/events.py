"""What tells readers at once that something changed: the database stays the truth."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Event:
    """A hint: `name` says what happened, `data` holds short facts, never personal ones."""

    name: str
    data: dict[str, str] = field(default_factory=dict)


RESYNC = Event("resync")
"""Takes the place of events that a reader missed: read the state again."""
ENDED = Event("ended")
"""There will be no more: the process is about to stop. A reader goes on with another one where it left off."""


class ISubscription(Protocol):
    """What one reader has not taken yet: bounded, so that a slow one holds up nobody."""

    async def next(self, *, timeout_seconds: float) -> Event | None:
        """Return the next event, `RESYNC` where some were dropped, or `None` after so long at most without any.

        How long differs from wait to wait, so that readers who came together do not all look again at one moment.
        After `IEventBus.end` it is `ENDED`, every time.
        """
        ...


class IEventBus(Protocol):
    """Carries events to the readers of a topic, in all instances together where they share a broker."""

    async def publish(self, topic: str, event: Event) -> None:
        """Tell every reader of the topic; never raises for a broker that is away, and readers then see the database."""
        ...

    def subscribe(self, topic: str) -> AbstractAsyncContextManager[ISubscription]:
        """Open a reader that sees each event published from now on, or `RESYNC` in its place."""
        ...

    async def aclose(self) -> None:
        """Close what was opened; readers see no more events."""
        ...

    def end(self) -> None:
        """End every subscription of this process, and those still to come."""
        ...
