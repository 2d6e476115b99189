"""Rules of accounts."""

from datetime import UTC, datetime

import pytest

from app.domain.auth import QuotaExceededError, check_password, check_username, normalise_email
from app.domain.errors import ValidationError
from app.domain.ids import uuid7
from tests.builders import NOON, make_session, make_user

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


@pytest.mark.parametrize("email", ["a", "a@b", "a b@c.de", "@c.de", "a@c.de, b@c.de", f"{'a' * 250}@c.de"])
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(ValidationError):
        normalise_email(email)


def test_an_address_is_stored_in_small_letters() -> None:
    assert normalise_email(" Ada@Example.ORG ") == "ada@example.org"


@pytest.mark.parametrize("name", ["ab", "a" * 41, "ada berg", "ada/berg", ""])
def test_a_name_that_cannot_stand_in_an_address_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        check_username(name)
    assert check_username("ada.berg-7_x") == "ada.berg-7_x"


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("Short1", "must have 8 to 256 characters"),
        ("Aa1" * 100, "must have 8 to 256 characters"),
        ("Null\x00byte1", "must not contain a NUL character"),
        ("alllower1", "needs an upper-case and a lower-case letter"),
        ("NODIGITSHERE1", "needs an upper-case and a lower-case letter"),
        ("NoDigitsHere", "needs a digit"),
        ("Password1", "is one of the most common passwords"),
    ],
)
def test_a_weak_password_is_refused_for_its_reason(password: str, problem: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_password(password, common=frozenset({"password1"}))
    assert problem in str(refused.value.details)


def test_a_strong_password_is_accepted() -> None:
    check_password("Rye-And-Salt-7", common=frozenset())


def test_a_session_lives_until_it_expires_or_is_revoked() -> None:
    session = make_session(uuid7())
    assert session.is_alive(NOON)
    assert not session.is_alive(session.expires_at)
    session.revoked_at = NOON
    assert not session.is_alive(NOON)
