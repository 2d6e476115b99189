"""Guessing is slowed down; the owner is never locked out for good."""

import pytest

from app.application.login_throttle import LoginThrottle
from app.domain.errors import RateLimitedError
from app.infrastructure.rate_limits import SlidingWindowLimiter


async def test_an_account_under_attack_stays_open_to_addresses_of_its_owner() -> None:
    throttle = LoginThrottle(SlidingWindowLimiter())
    for index in range(100):
        await throttle.note_failure("ana", f"10.0.0.{index}")
    with pytest.raises(RateLimitedError):
        await throttle.check("ana", "192.0.2.1", is_familiar=False)
    await throttle.check("ana", "192.0.2.1", is_familiar=True)
    await throttle.check("bo", "192.0.2.1", is_familiar=False)


async def test_an_address_that_fails_everywhere_is_stopped() -> None:
    throttle = LoginThrottle(SlidingWindowLimiter())
    for index in range(100):
        await throttle.note_failure(f"account {index}", "10.0.0.1")
    with pytest.raises(RateLimitedError):
        await throttle.check("somebody else", "10.0.0.1", is_familiar=False)
