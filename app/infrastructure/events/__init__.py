"""Event buses: in this process, and over Redis between processes."""

from app.domain.ports.events import IEventBus
from app.infrastructure.events.in_process import InProcessEventBus

__all__ = ["InProcessEventBus", "event_bus"]


def event_bus(redis_url: str) -> IEventBus:
    """Return the bus for the configured Redis, or for this process alone where there is none."""
    if not redis_url:
        return InProcessEventBus()
    # The Redis client takes a quarter of a second and 10 MB; an installation without Redis does without.
    from app.infrastructure.events.over_redis import RedisEventBus  # noqa: PLC0415 - see above

    return RedisEventBus(redis_url)
