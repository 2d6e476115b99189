"""Rate limits with sliding windows: in Redis where there is one, else in this process."""

import logging
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError

from app.domain.errors import UnavailableError
from app.domain.ports.rate_limiter import Allowance, Rule

if TYPE_CHECKING:
    from redis.asyncio import Redis as RedisClient

logger = logging.getLogger(__name__)
_RETRY_STORE_AFTER = 5.0
_UNLIMITED = 2**31
_Ask = Callable[[SlidingWindowCounterRateLimiter, RateLimitItemPerSecond], Awaitable[bool]]


class SlidingWindowLimiter:
    """`IRateLimiter` with the `limits` library.

    When Redis is away each instance counts for itself, and asks Redis again every five seconds: limits become looser by
    the number of instances, never unlimited, and no request waits for the outage.
    """

    def __init__(self, redis_url: str = "", *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._own = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._shared: SlidingWindowCounterRateLimiter | None = None
        self._redis: RedisClient | None = None
        self._away: tuple[type[Exception], ...] = (StorageError, OSError, TimeoutError)
        self._monotonic = monotonic
        self._away_until = 0.0
        if redis_url:
            # Takes 9 MB, and most installations have no Redis.
            from redis.asyncio import Redis  # noqa: PLC0415
            from redis.exceptions import RedisError  # noqa: PLC0415

            self._away += (RedisError,)
            self._redis = Redis.from_url(redis_url, socket_timeout=0.5, socket_connect_timeout=0.5)
            store = RedisStorage(
                f"async+{redis_url}",
                implementation="redispy",
                key_prefix="jobwise-limits",
                connection_pool=self._redis.connection_pool,  # type: ignore[arg-type]  # passed on, whatever it is
            )
            self._shared = SlidingWindowCounterRateLimiter(store)

    async def hit(self, rule: Rule, key: str) -> Allowance:
        """See `IRateLimiter.hit`."""
        return await self._ask(rule, key, lambda limiter, item: limiter.hit(item, rule.name, key))

    async def look(self, rule: Rule, key: str) -> Allowance:
        """See `IRateLimiter.look`."""
        return await self._ask(rule, key, lambda limiter, item: limiter.test(item, rule.name, key))

    async def aclose(self) -> None:
        """Close the connections."""
        if self._redis is not None:
            await self._redis.aclose()

    async def check(self) -> None:
        """Raise `UnavailableError` while Redis is away."""
        if self._redis is not None:
            try:
                await self._redis.ping()
            except self._away as error:
                raise UnavailableError("Redis is away; each instance counts its own rate limits") from error

    async def _ask(self, rule: Rule, key: str, ask: _Ask) -> Allowance:
        if rule.count <= 0:
            return Allowance(True, _UNLIMITED, _UNLIMITED, 0)
        if self._shared is not None and self._monotonic() >= self._away_until:
            try:
                return await _standing(self._shared, rule, key, ask)
            except self._away:
                self._away_until = self._monotonic() + _RETRY_STORE_AFTER
                logger.warning("Redis is away; this instance counts its own rate limits meanwhile")
        return await _standing(self._own, rule, key, ask)


async def _standing(limiter: SlidingWindowCounterRateLimiter, rule: Rule, key: str, ask: _Ask) -> Allowance:
    item = RateLimitItemPerSecond(rule.count, rule.seconds, rule.name)
    allowed = await ask(limiter, item)
    stats = await limiter.get_window_stats(item, rule.name, key)
    reset = min(rule.seconds, max(1, int(stats.reset_time - time.time()) + 1))
    return Allowance(allowed, rule.count, max(0, stats.remaining), reset)
