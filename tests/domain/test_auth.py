"""Rules of accounts."""

from datetime import UTC, datetime

import pytest

from app.domain.auth import QuotaExceededError
from tests.builders import make_user

LAST_DAY = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_the_monthly_quota_starts_anew_with_the_month() -> None:
    user = make_user()
    user.spend_generation(1, LAST_DAY)
    with pytest.raises(QuotaExceededError) as refused:
        user.spend_generation(1, LAST_DAY)
    assert (refused.value.retry_after, refused.value.details) == (2, {"limit": 1, "used": 1})
    january = datetime(2027, 1, 1, tzinfo=UTC)
    assert user.generations_used_in(january) == 0
    user.spend_generation(1, january)
    assert (user.generations_used, user.usage_month) == (1, "2027-01")


def test_without_a_limit_generations_are_only_counted() -> None:
    user = make_user()
    for _ in range(3):
        user.spend_generation(None, LAST_DAY)
    assert user.generations_used_in(LAST_DAY) == 3
