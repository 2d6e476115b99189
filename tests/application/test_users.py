"""Accounts in the operator's hands, on fakes."""

import pytest

from app.application.users import UserService
from app.domain.auth import EmailTakenError, RegistrationClosedError
from app.domain.errors import NotFoundError, ValidationError
from tests.builders import NOON
from tests.fakes import FakePasswordHasher, FakeUnitOfWorkFactory

PASSWORD = "Correct-Horse-9"


class World:
    def __init__(self, *, makes_accounts: bool = True) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.users = UserService(
            self.units,
            FakePasswordHasher(),
            common_passwords=frozenset({"password1a"}),
            makes_accounts=makes_accounts,
            clock=lambda: NOON,
        )

    def actions(self) -> list[tuple[str, str]]:
        return [(entry.action, entry.detail) for entry in self.units.unit.audit.entries]


async def test_an_account_is_made_found_and_graded_and_the_log_says_by_whom() -> None:
    world = World()
    made = await world.users.create(email=" Zoe@Example.org ", password=PASSWORD, username="zoe", tier="premium")
    assert (made.email, made.subscription_tier, made.is_verified) == ("zoe@example.org", "premium", False)
    for login in ("ZOE@example.org", "zoe", str(made.id)):
        assert (await world.users.find(login)).id == made.id
    assert (await world.users.set_tier("zoe", "enterprise")).subscription_tier == "enterprise"
    assert (await world.users.find("zoe")).subscription_tier == "enterprise"
    assert world.actions() == [("created_by_operator", "operator"), ("tier_set_to_enterprise", "operator")]


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "zoe"},
        {"password": "weak"},
        {"password": "Password1a"},
        {"username": "é"},
    ],
)
async def test_the_rules_of_registration_hold(fields: dict[str, str]) -> None:
    world = World()
    with pytest.raises(ValidationError):
        await world.users.create(**{"email": "zoe@example.org", "password": PASSWORD, **fields})  # type: ignore[arg-type]
    assert world.units.unit.users.rows == {}


async def test_an_address_is_taken_once() -> None:
    world = World()
    await world.users.create(email="zoe@example.org", password=PASSWORD)
    with pytest.raises(EmailTakenError):
        await world.users.create(email="zoe@example.org", password=PASSWORD)
    assert len(world.actions()) == 1


@pytest.mark.parametrize("login", ["nobody@example.org", "nobody", "0193f2a1-6f2a-7c4e-8b1d-5a0c9e7d4f21"])
async def test_who_is_not_there_is_not_found(login: str) -> None:
    with pytest.raises(NotFoundError):
        await World().users.set_tier(login, "premium")


async def test_where_somebody_else_keeps_accounts_none_is_made_here() -> None:
    with pytest.raises(RegistrationClosedError):
        await World(makes_accounts=False).users.create(email="zoe@example.org", password=PASSWORD)
