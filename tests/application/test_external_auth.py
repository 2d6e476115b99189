"""Signing in at an identity provider: rows at first sight, sessions that end here, a provider that is away."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.application.accounts import ExternalAccountService
from app.application.auth import ExternalAuthService, SignedIn
from app.application.external_users import ExternalUsers
from app.application.login_throttle import LoginThrottle
from app.domain.audit import ClientInfo
from app.domain.auth import (
    Caller,
    EmailNotConfirmedError,
    EmailTakenError,
    InvalidCredentialsError,
    InvalidTokenError,
    TokenExpiredError,
    UsernameTakenError,
)
from app.domain.errors import ForbiddenError, RateLimitedError, UnavailableError, ValidationError
from app.domain.ids import uuid7
from app.domain.unit_of_work import UnitOfWorkFactory
from app.infrastructure.database.engine import Database
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from app.infrastructure.rate_limits import SlidingWindowLimiter
from tests.builders import NOON, make_user
from tests.fakes import FakeUnitOfWorkFactory
from tests.fakes.identity import FakeIdentityProvider

ZOE, PASSWORD, NEW = "zoe@example.org", "Correct-Horse-9", "Battery-Staple-8"
HOME = ClientInfo("Firefox", "198.51.100.7")


class World:
    """The services over a provider in memory, with a clock that tests move."""

    def __init__(self, *, links_by_email: bool = False) -> None:
        self.now = NOON
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.provider = FakeIdentityProvider(NOON)
        users = ExternalUsers(self.units, clock=self.clock, links_by_email=links_by_email)
        self.auth = ExternalAuthService(
            self.units,
            self.provider,
            users,
            LoginThrottle(SlidingWindowLimiter()),
            common_passwords=frozenset({"password1a"}),
            quotas={"free": 10, "premium": 100, "enterprise": None},
            clock=self.clock,
        )
        self.accounts = ExternalAccountService(
            self.units, self.provider, users, common_passwords=frozenset({"password1a"}), clock=self.clock
        )

    def clock(self) -> datetime:
        return self.now

    async def register(self, email: str = ZOE, **fields: Any) -> SignedIn:
        values = {"email": email, "password": PASSWORD, "full_name": "Zoë", "username": None, "client": HOME, **fields}
        return await self.auth.register(**values)

    async def login(self, login: str = ZOE, password: str = PASSWORD) -> SignedIn:
        return await self.auth.login(login=login, password=password, client=HOME)

    async def caller(self, signed_in: SignedIn) -> Caller:
        return await self.auth.authenticate(signed_in.tokens.access_token)

    def actions(self) -> list[str]:
        return [entry.action for entry in self.unit.audit.entries]


async def test_an_account_is_made_there_and_its_row_here() -> None:
    world = World()
    made = await world.register(f" {ZOE.upper()} ", username="zoe")
    (user,) = world.unit.users.rows.values()
    assert (user.email, user.username, user.full_name, user.is_verified) == (ZOE, "zoe", "Zoë", True)
    assert (user.external_id, user.password_hash) == (world.provider.people[ZOE].id, "")
    caller = await world.caller(made)
    assert (caller.user_id, (await world.auth.me(caller)).id) == (user.id, user.id)
    (session,) = await world.auth.sessions(caller)
    assert (session.id, session.user_agent, session.ip_address) == (caller.session_id, "Firefox", "198.51.100.7")
    assert world.actions() == ["register"]
    assert (await world.login("zoe")).user.id == user.id


async def test_who_was_made_there_gets_a_row_at_first_sight_and_one_only() -> None:
    world = World()
    await world.provider.sign_up(email=ZOE, password=PASSWORD, full_name="Zoë")
    session = world.provider.open(ZOE)
    callers = [await world.auth.authenticate(session.access_token) for _ in range(3)]
    assert len({caller.user_id for caller in callers}) == 1
    assert world.provider.verified == 1
    (user,) = world.unit.users.rows.values()
    assert user.full_name == "Zoë"
    assert (await world.login()).user.id == user.id


async def test_twenty_first_sights_at_once_make_one_row(database: Database) -> None:
    units: UnitOfWorkFactory = SqlUnitOfWorkFactory(database)
    provider = FakeIdentityProvider(NOON)
    await provider.sign_up(email=ZOE, password=PASSWORD, full_name="")
    users = ExternalUsers(units, clock=lambda: NOON, links_by_email=False)
    sessions = [provider.open(ZOE) for _ in range(20)]
    made = await asyncio.gather(*(users.find_or_make(session.claims) for session in sessions))
    assert len({user.id for user in made}) == 1
    one = sessions[0].claims.session_id
    await asyncio.gather(*(users.mirror(made[0], one) for _ in range(10)))
    async with units(read_only=True) as uow:
        assert len(await uow.sessions.list_alive(made[0].id, now=NOON)) == 1
        assert await uow.users.find_by_external_id(provider.people[ZOE].id) == made[0]


async def test_somebody_elses_address_here_is_not_taken_over() -> None:
    world = World()
    await world.unit.users.save(make_user(email=ZOE))
    with pytest.raises(EmailTakenError):
        await world.register()
    session = world.provider.open(ZOE)
    with pytest.raises(InvalidTokenError):
        await world.auth.authenticate(session.access_token)
    (user,) = world.unit.users.rows.values()
    assert user.external_id is None


async def test_where_the_operator_says_so_the_account_of_the_address_is_taken_over() -> None:
    world = World(links_by_email=True)
    kept = make_user(email=ZOE, subscription_tier="premium")
    await world.unit.users.save(kept)
    made = await world.register()
    assert (made.user.id, made.user.subscription_tier) == (kept.id, "premium")
    del world.provider.people[ZOE]
    await world.provider.sign_up(email=ZOE, password=PASSWORD, full_name="")
    with pytest.raises(InvalidTokenError):
        await world.auth.authenticate(world.provider.open(ZOE).access_token)


async def test_a_name_or_address_that_is_taken_and_a_weak_password_are_refused_before_anything_is_made() -> None:
    world = World()
    await world.register(username="zoe")
    for fields, error in (
        ({"username": "zoe"}, UsernameTakenError),
        ({"username": "é"}, ValidationError),
        ({"password": "Password1a"}, ValidationError),
        ({"email": "bo"}, ValidationError),
    ):
        with pytest.raises(error):
            await world.register(**{"email": "bo@example.org", **fields})
    assert list(world.provider.people) == [ZOE]
    with pytest.raises(EmailTakenError):
        await world.register()


async def test_an_address_that_waits_for_its_confirmation_is_told_so_and_confirmed() -> None:
    world = World()
    world.provider.confirms = True
    with pytest.raises(EmailNotConfirmedError):
        await world.register()
    with pytest.raises(EmailNotConfirmedError):
        await world.login()
    assert world.unit.users.rows == {}
    user = await world.accounts.verify_email(world.provider.mailed[ZOE], client=HOME)
    assert (user.email, user.is_verified) == (ZOE, True)
    assert (await world.login()).user.id == user.id
    await world.accounts.ask_for_verification(user.id)
    assert world.provider.mailed == {}


async def test_wrong_passwords_are_noted_and_slowed_down() -> None:
    world = World()
    await world.register()
    for login in (ZOE, "nobody@example.org", "nobody"):
        with pytest.raises(InvalidCredentialsError):
            await world.login(login, "Wrong-Horse-9")
    assert world.actions() == ["register", "login_failed", "login_failed", "login_failed"]
    stranger = ClientInfo("curl", "203.0.113.9")
    tries = [world.auth.login(login=ZOE, password="Wrong-Horse-9", client=stranger) for _ in range(50)]
    refusals = [await asyncio.gather(one, return_exceptions=True) for one in tries]
    assert isinstance(refusals[0][0], InvalidCredentialsError)
    assert isinstance(refusals[-1][0], RateLimitedError)


async def test_a_provider_that_is_away_is_no_wrong_password() -> None:
    world = World()
    signed_in = await world.register()
    caller = await world.caller(signed_in)
    world.provider.trouble = UnavailableError()
    for call in (
        world.register("bo@example.org"),
        world.login(),
        world.auth.refresh(signed_in.tokens.refresh_token, client=HOME),
        world.auth.authenticate("another token"),
        world.accounts.forgot_password(ZOE, client=HOME),
    ):
        with pytest.raises(UnavailableError):
            await call
    assert world.actions() == ["register"]
    # Whoever is signed in goes on, and can leave.
    assert await world.caller(signed_in) == caller
    await world.auth.end_session(caller, caller.session_id, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.caller(signed_in)


async def test_a_session_that_ends_here_ends_there_and_its_tokens_are_dead_at_once() -> None:
    world = World()
    signed_in = await world.register()
    caller = await world.caller(signed_in)
    await world.auth.end_session(caller, caller.session_id, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.caller(signed_in)
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(signed_in.tokens.refresh_token, client=HOME)
    assert world.provider.refreshing == {}
    assert await world.caller(await world.login()) is not None


async def test_a_session_that_was_ended_here_is_not_revived_by_a_token_from_there() -> None:
    world = World()
    one, two = await world.register(), await world.login()
    caller = await world.caller(one)
    other = await world.caller(two)
    await world.auth.end_session(caller, other.session_id, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(two.tokens.refresh_token, client=HOME)
    renewed = world.provider.open(ZOE, other.session_id)
    with pytest.raises(InvalidTokenError):
        await world.auth.authenticate(renewed.access_token)
    assert await world.caller(one) == caller


async def test_signing_out_everywhere_is_everywhere() -> None:
    world = World()
    one, two = await world.register(), await world.login()
    await world.caller(two)
    await world.auth.end_all_sessions(await world.caller(one), client=HOME)
    for signed_in in (one, two):
        with pytest.raises(InvalidTokenError):
            await world.caller(signed_in)
    assert world.provider.refreshing == {}


async def test_refreshing_keeps_the_session_and_an_old_token_is_refused() -> None:
    world = World()
    first = await world.register()
    caller = await world.caller(first)
    second = await world.auth.refresh(first.tokens.refresh_token, client=ClientInfo("curl", "203.0.113.9"))
    assert (await world.caller(second)).session_id == caller.session_id
    (session,) = await world.auth.sessions(caller)
    assert session.user_agent == "curl"
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(first.tokens.refresh_token, client=HOME)


async def test_a_token_is_looked_at_again_after_ten_minutes_and_not_after_its_end() -> None:
    world = World()
    signed_in = await world.register()
    await world.caller(signed_in)
    world.now += timedelta(minutes=9)
    await world.caller(signed_in)
    assert world.provider.verified == 1
    world.now += timedelta(minutes=2)
    await world.caller(signed_in)
    assert world.provider.verified == 2
    world.now += timedelta(hours=1)
    with pytest.raises(TokenExpiredError):
        await world.caller(signed_in)


async def test_a_closed_account_stays_closed() -> None:
    world = World()
    signed_in = await world.register()
    user = await world.auth.me(await world.caller(signed_in))
    user.is_active = False
    await world.unit.users.save(user)
    with pytest.raises(InvalidCredentialsError):
        await world.login()
    world.now += timedelta(minutes=11)
    with pytest.raises(InvalidTokenError):
        await world.caller(signed_in)


async def test_another_address_there_becomes_the_address_here_unless_it_is_taken() -> None:
    world = World()
    await world.register()
    await world.register("bo@example.org")
    person = world.provider.people[ZOE]
    for email, expected in (("zoe@new.example", "zoe@new.example"), ("bo@example.org", "zoe@new.example")):
        person.email = email
        world.provider.people[f"{email} again"] = person
        session = world.provider.open(f"{email} again")
        claims = type(session.claims)(**{**_fields(session.claims), "email": email})
        world.provider.tokens[session.access_token] = claims
        users = world.auth._users
        user = await users.keep_address(await users.find_or_make(claims), claims)
        assert user.email == expected


def _fields(claims: Any) -> dict[str, Any]:
    return {name: getattr(claims, name) for name in claims.__slots__}


async def test_a_session_of_somebody_else_is_not_taken_over() -> None:
    world = World()
    zoe, bo = await world.register(), await world.register("bo@example.org")
    theirs = (await world.caller(bo)).session_id
    with pytest.raises(InvalidTokenError):
        await world.auth._users.mirror(zoe.user, theirs)
    with pytest.raises(ForbiddenError):
        await world.auth.end_session(await world.caller(zoe), theirs, client=HOME)
    assert (await world.caller(bo)).session_id == theirs


async def test_a_password_is_changed_there_and_the_other_sessions_end_here() -> None:
    world = World()
    one, two = await world.register(), await world.login()
    caller = await world.caller(one)
    await world.caller(two)
    for current, new, error in (
        ("Wrong-Horse-9", NEW, InvalidCredentialsError),
        (PASSWORD, "weak", ValidationError),
        (PASSWORD, "Pwned-Horse-9", ValidationError),
    ):
        with pytest.raises(error):
            await world.accounts.change_password(caller, current=current, new=new, client=HOME)
    await world.accounts.change_password(caller, current=PASSWORD, new=NEW, client=HOME)
    world.auth.forget_sessions()
    assert await world.caller(one) == caller
    with pytest.raises(InvalidTokenError):
        await world.caller(two)
    assert (await world.login(password=NEW)).user.id == caller.user_id
    # Confirming a password leaves no session behind.
    before = len(world.provider.refreshing)
    assert (await world.accounts.confirm_password(caller.user_id, NEW)).id == caller.user_id
    assert len(world.provider.refreshing) == before
    assert world.actions()[-2:] == ["password_changed", "login"]


async def test_a_forgotten_password_is_reset_with_the_mail_and_every_session_ends() -> None:
    world = World()
    signed_in = await world.register()
    await world.caller(signed_in)
    await world.accounts.forgot_password("nobody@example.org", client=HOME)
    await world.accounts.forgot_password(ZOE.upper(), client=HOME)
    secret = world.provider.mailed[ZOE]
    with pytest.raises(ValidationError):
        await world.accounts.reset_password(secret, new="weak", client=HOME)
    await world.accounts.reset_password(secret, new=NEW, client=HOME)
    world.auth.forget_sessions()
    with pytest.raises(InvalidTokenError):
        await world.caller(signed_in)
    with pytest.raises(InvalidTokenError):
        await world.accounts.reset_password(secret, new=PASSWORD, client=HOME)
    assert (await world.login(password=NEW)).user.email == ZOE
    assert world.actions() == ["register", "password_reset_asked", "password_reset", "login"]


async def test_a_provider_that_sends_no_more_mails_tells_nothing() -> None:
    world = World()
    world.provider.trouble = RateLimitedError()
    await world.accounts.forgot_password(ZOE, client=HOME)


@pytest.mark.parametrize("may_delete", [True, False])
async def test_a_deleted_account_goes_there_too_where_we_may(
    may_delete: bool, caplog: pytest.LogCaptureFixture
) -> None:
    world = World()
    made = await world.register()
    world.provider.may_delete = may_delete
    await world.accounts.forget(made.user.id)
    assert (ZOE in world.provider.people) is not may_delete
    assert ("is left" in caplog.text) is not may_delete
    await world.accounts.forget(uuid7())
