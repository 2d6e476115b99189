"""Sliding windows in memory, in Redis, and while Redis is away."""

import pytest

from app.domain.ids import uuid7
from app.domain.ports.rate_limiter import Rule
from app.infrastructure.rate_limits import SlidingWindowLimiter
from tests.conftest import service_url

TWO = Rule("two", 2, 60)


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.integration)])
def limiter(request: pytest.FixtureRequest) -> SlidingWindowLimiter:
    return SlidingWindowLimiter(service_url("TEST_REDIS_URL") if request.param == "redis" else "")


async def test_a_key_has_its_count_and_no_more(limiter: SlidingWindowLimiter) -> None:
    key = uuid7().hex
    seen = [await limiter.hit(TWO, key) for _ in range(3)]
    assert [(a.is_allowed, a.limit, a.remaining) for a in seen] == [(True, 2, 1), (True, 2, 0), (False, 2, 0)]
    assert all(1 <= allowance.reset_seconds <= 60 for allowance in seen)
    assert not (await limiter.look(TWO, key)).is_allowed
    assert (await limiter.look(TWO, uuid7().hex)).is_allowed
    await limiter.aclose()


async def test_a_rule_of_zero_is_off(limiter: SlidingWindowLimiter) -> None:
    assert all([(await limiter.hit(Rule("off", 0, 60), "x")).is_allowed for _ in range(5)])
    await limiter.aclose()


async def test_without_its_redis_an_instance_still_limits() -> None:
    clock = [0.0]
    limiter = SlidingWindowLimiter("redis://127.0.0.1:1/0", monotonic=lambda: clock[0])
    assert [(await limiter.hit(TWO, "k")).is_allowed for _ in range(3)] == [True, True, False]
    clock[0] = 6.0
    assert not (await limiter.hit(TWO, "k")).is_allowed
    await limiter.aclose()
