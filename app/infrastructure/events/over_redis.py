"""The event bus between processes."""

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from redis.asyncio import Redis
from redis.exceptions import RedisError

from app.domain.ids import uuid7
from app.domain.ports.events import Event
from app.infrastructure.events.in_process import InProcessEventBus, Subscription

logger = logging.getLogger(__name__)
_CHANNEL = "jobwise:events:"
_RETRY_AFTER = 2.0
_AWAY = (RedisError, OSError, TimeoutError)


class RedisEventBus:
    """`IEventBus` over Redis pub/sub.

    This process's own readers are told directly, so they see its events while Redis is away too. One connection
    listens for the other processes; whenever it was lost, all readers get `RESYNC` once it is back.
    """

    def __init__(self, redis_url: str, *, capacity: int = 64, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._own = InProcessEventBus(capacity=capacity)
        self._origin = uuid7().hex
        self._sender: Redis = Redis.from_url(redis_url, socket_timeout=0.5, socket_connect_timeout=0.5)
        self._receiver: Redis = Redis.from_url(redis_url, socket_connect_timeout=2, health_check_interval=15)
        self._monotonic = monotonic
        self._away_until = 0.0
        self._listener: asyncio.Task[None] | None = None

    async def publish(self, topic: str, event: Event) -> None:
        """See `IEventBus.publish`."""
        await self._own.publish(topic, event)
        if self._monotonic() < self._away_until:
            return
        message = json.dumps({"origin": self._origin, "name": event.name, "data": event.data})
        try:
            await self._sender.publish(_CHANNEL + topic, message)
        except _AWAY:
            self._away_until = self._monotonic() + _RETRY_AFTER
            logger.warning("Redis is away; other instances see changes when they look at the database")

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[Subscription]:
        """See `IEventBus.subscribe`."""
        if self._listener is None:
            self._listener = asyncio.create_task(self._listen_forever())
        async with self._own.subscribe(topic) as reader:
            yield reader

    def end(self) -> None:
        """See `IEventBus.end`."""
        self._own.end()

    async def aclose(self) -> None:
        """Stop listening and close the connections."""
        # The client loses a cancellation that comes while it connects, so it is repeated until it is heeded.
        while self._listener is not None and not self._listener.done():
            self._listener.cancel()
            await asyncio.wait({self._listener}, timeout=0.1)
        await self._sender.aclose()
        await self._receiver.aclose()

    async def _listen_forever(self) -> None:
        while True:
            try:
                await self._listen()
            except _AWAY:
                logger.warning("Redis is away; listening again in %s s", _RETRY_AFTER)
            await asyncio.sleep(_RETRY_AFTER)

    async def _listen(self) -> None:
        async with self._receiver.pubsub() as pubsub:
            await pubsub.psubscribe(_CHANNEL + "*")
            async for message in pubsub.listen():
                if message["type"] == "psubscribe":
                    self._own.resync_all()
                elif message["type"] == "pmessage":
                    await self._take(message["channel"].decode(), message["data"])

    async def _take(self, channel: str, data: bytes) -> None:
        content = json.loads(data)
        if content["origin"] != self._origin:
            await self._own.publish(channel.removeprefix(_CHANNEL), Event(content["name"], content["data"]))
