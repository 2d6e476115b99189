"""Signing in over the fakes: what a token is worth, and what ends it."""

from datetime import datetime, timedelta

import pytest

from app.application.auth import LocalAuthService, SignedIn
from app.application.login_throttle import LoginThrottle
from app.domain.audit import ClientInfo
from app.domain.auth import (
    RELOAD_GRACE,
    Caller,
    EmailTakenError,
    InvalidCredentialsError,
    InvalidTokenError,
    SubscriptionTier,
    TokenExpiredError,
    UsernameTakenError,
)
from app.domain.errors import ForbiddenError, RateLimitedError, ValidationError
from app.domain.ids import uuid7
from app.infrastructure.rate_limits import SlidingWindowLimiter
from app.infrastructure.security import JoseTokenService
from tests.builders import NOON
from tests.fakes import FakePasswordHasher, FakeUnitOfWorkFactory

PASSWORD = "Correct-Horse-9"
HOME, ELSEWHERE = ClientInfo("Firefox", "198.51.100.7"), ClientInfo("curl", "203.0.113.9")
QUOTAS: dict[SubscriptionTier, int | None] = {"free": 10, "premium": 100, "enterprise": None}


class World:
    """The service with a clock that tests move."""

    def __init__(self) -> None:
        self.now = NOON
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.auth = LocalAuthService(
            self.units,
            FakePasswordHasher(),
            JoseTokenService("s" * 32, lifetime_seconds=600),
            LoginThrottle(SlidingWindowLimiter()),
            common_passwords=frozenset({"password1"}),
            quotas=QUOTAS,
            clock=self.clock,
        )

    def clock(self) -> datetime:
        return self.now

    async def register(self, email: str = "ana@example.org", username: str | None = None) -> SignedIn:
        return await self.auth.register(
            email=email, password=PASSWORD, full_name=" Ana ", username=username, client=HOME
        )

    async def login(
        self, login: str = "ana@example.org", password: str = PASSWORD, client: ClientInfo = HOME
    ) -> SignedIn:
        return await self.auth.login(login=login, password=password, client=client)

    async def caller(self, signed_in: SignedIn) -> Caller:
        return await self.auth.authenticate(signed_in.tokens.access_token)

    def audited(self) -> list[str]:
        return [entry.action for entry in self.unit.audit.entries]


@pytest.fixture
def world() -> World:
    return World()


async def test_an_account_is_signed_in_as_it_is_made(world: World) -> None:
    made = await world.register(" Ana@Example.org ", "ana.a")
    assert (made.user.email, made.user.full_name, made.tokens.expires_in) == ("ana@example.org", "Ana", 600)
    assert (await world.auth.me(await world.caller(made))).id == made.user.id
    with pytest.raises(EmailTakenError):
        await world.register()
    with pytest.raises(UsernameTakenError):
        await world.register("bo@example.org", "ana.a")
    assert (len(world.unit.users.rows), len(world.unit.sessions.rows), world.audited()) == (1, 1, ["register"])


@pytest.mark.parametrize(
    "given",
    [
        {"email": "ana"},
        {"email": "ana@example"},
        {"username": "a"},
        {"username": "ana ana"},
        {"password": "short1A"},
        {"password": "password1".capitalize()},
        {"password": "no-upper-case-1"},
        {"password": "No-digit-here"},
        {"password": "Nul-\x00-inside-1"},
    ],
)
async def test_what_makes_no_account_is_refused_before_anything_is_stored(world: World, given: dict[str, str]) -> None:
    values = {"email": "ana@example.org", "password": PASSWORD, "full_name": "", "username": None, **given}
    with pytest.raises(ValidationError):
        await world.auth.register(**values, client=HOME)  # type: ignore[arg-type]
    assert (world.unit.users.rows, world.audited()) == ({}, [])


async def test_an_address_or_a_name_signs_in(world: World) -> None:
    user = (await world.register(username="ana.a")).user
    for login in ("ANA@example.org", "ana.a"):
        assert (await world.login(login)).user.id == user.id
    assert world.audited() == ["register", "login", "login"]


async def test_a_wrong_password_an_unknown_name_and_a_closed_account_are_told_alike(world: World) -> None:
    made = await world.register()
    with pytest.raises(InvalidCredentialsError):
        await world.login(password="Wrong-Horse-9")
    with pytest.raises(InvalidCredentialsError):
        await world.login("nobody@example.org")
    world.unit.users.rows[made.user.id].is_active = False
    with pytest.raises(InvalidCredentialsError):
        await world.login()
    failed = [entry.user_id for entry in world.unit.audit.entries if entry.action == "login_failed"]
    assert failed == [made.user.id, None, made.user.id]


async def test_after_ten_wrong_guesses_the_right_one_waits(world: World) -> None:
    await world.register()
    for _ in range(10):
        with pytest.raises(InvalidCredentialsError):
            await world.login(password="Wrong-Horse-9", client=ELSEWHERE)
    with pytest.raises(RateLimitedError):
        await world.login(client=ELSEWHERE)
    assert (await world.login(client=HOME)).user.email == "ana@example.org"


async def test_a_refresh_token_is_spent_for_a_new_one(world: World) -> None:
    first = await world.register()
    world.now += timedelta(days=6)
    second = await world.auth.refresh(first.tokens.refresh_token, client=ELSEWHERE)
    world.now += timedelta(days=6)
    third = await world.auth.refresh(second.tokens.refresh_token, client=HOME)
    assert third.user == first.user
    (session,) = world.unit.sessions.rows.values()
    assert (session.last_used_at, session.ip_address) == (world.now, HOME.ip_address)
    world.now += timedelta(days=7)
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(third.tokens.refresh_token, client=HOME)


async def test_a_refresh_token_used_twice_ends_its_session_at_once(world: World) -> None:
    first, other = await world.register(), await world.login()
    caller = await world.caller(first)
    second = await world.auth.refresh(first.tokens.refresh_token, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(first.tokens.refresh_token, client=ELSEWHERE)
    for ended in (second, first):
        with pytest.raises(InvalidTokenError):
            await world.caller(ended)
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(second.tokens.refresh_token, client=HOME)
    assert world.audited()[-1] == "refresh_reused"
    assert (await world.caller(other)).user_id == caller.user_id


async def test_a_browser_that_was_reloaded_may_ask_once_more_with_the_token_it_had(world: World) -> None:
    first = await world.register()
    lost = await world.auth.refresh(first.tokens.refresh_token, client=HOME, may_repeat=True)
    world.now += timedelta(seconds=5)
    again = await world.auth.refresh(first.tokens.refresh_token, client=HOME, may_repeat=True)
    # Whichever of the two answers the browser kept, it goes on.
    world.now += timedelta(seconds=5)
    await world.auth.refresh(lost.tokens.refresh_token, client=HOME, may_repeat=True)
    after = await world.auth.refresh(again.tokens.refresh_token, client=HOME, may_repeat=True)
    world.now += RELOAD_GRACE
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(first.tokens.refresh_token, client=ELSEWHERE, may_repeat=True)
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(after.tokens.refresh_token, client=HOME, may_repeat=True)


async def test_a_session_forgets_the_tokens_that_nobody_may_repeat(world: World) -> None:
    tokens = (await world.register()).tokens
    for _ in range(5):
        world.now += RELOAD_GRACE
        tokens = (await world.auth.refresh(tokens.refresh_token, client=HOME)).tokens
    (session,) = world.unit.sessions.rows.values()
    assert list(session.spent.values()) == [world.now]


@pytest.mark.parametrize("token", ["", "x", "x.y", f"{uuid7().hex}.secret"], ids=["empty", "word", "no id", "unknown"])
async def test_what_is_no_refresh_token_renews_nothing(world: World, token: str) -> None:
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(token, client=HOME)


async def test_a_closed_account_is_not_renewed(world: World) -> None:
    made = await world.register()
    world.unit.users.rows[made.user.id].is_active = False
    with pytest.raises(InvalidTokenError):
        await world.auth.refresh(made.tokens.refresh_token, client=HOME)


async def test_a_token_holds_for_its_time_and_a_forged_one_never(world: World) -> None:
    made = await world.register()
    await world.caller(made)
    world.now += timedelta(seconds=600)
    with pytest.raises(TokenExpiredError):
        await world.caller(made)
    for forged in ("", "x.y.z", made.tokens.access_token + "x"):
        with pytest.raises(InvalidTokenError):
            await world.auth.authenticate(forged)


async def test_a_session_that_ended_elsewhere_is_noticed_within_a_second(world: World) -> None:
    made = await world.register()
    await world.caller(made)
    await world.unit.sessions.revoke_all(made.user.id, now=NOON)
    await world.caller(made)
    world.now += timedelta(seconds=1)
    with pytest.raises(InvalidTokenError):
        await world.caller(made)


async def test_sessions_told_to_be_forgotten_are_looked_up_at_once(world: World) -> None:
    made = await world.register()
    await world.caller(made)
    await world.unit.sessions.revoke_all(made.user.id, now=NOON)
    world.auth.forget_sessions()
    with pytest.raises(InvalidTokenError):
        await world.caller(made)


async def test_one_session_is_ended_and_the_others_stay(world: World) -> None:
    here, there = await world.register(), await world.login(client=ELSEWHERE)
    caller, other = await world.caller(here), await world.caller(there)
    assert {session.id for session in await world.auth.sessions(caller)} == {caller.session_id, other.session_id}
    await world.auth.end_session(caller, other.session_id, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.caller(there)
    assert [session.id for session in await world.auth.sessions(caller)] == [caller.session_id]
    ended_at = world.unit.sessions.rows[other.session_id].revoked_at
    world.now += timedelta(seconds=1)
    await world.auth.end_session(caller, other.session_id, client=HOME)
    assert world.unit.sessions.rows[other.session_id].revoked_at == ended_at


async def test_nobody_ends_anothers_session(world: World) -> None:
    mine = await world.caller(await world.register())
    theirs = await world.caller(await world.register("bo@example.org"))
    with pytest.raises(ForbiddenError):
        await world.auth.end_session(mine, theirs.session_id, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.auth.end_session(mine, uuid7(), client=HOME)
    await world.auth.end_all_sessions(mine, client=HOME)
    assert await world.auth.sessions(mine) == []
    assert [session.id for session in await world.auth.sessions(theirs)] == [theirs.session_id]


async def test_an_account_changes_what_is_named_only(world: World) -> None:
    caller = await world.caller(await world.register(username="ana.a"))
    same = await world.auth.update_me(caller, changes={"llm_enabled": None})
    assert (same.full_name, same.username, same.llm_enabled) == ("Ana", "ana.a", False)
    changes: dict[str, object] = {"full_name": " Zoë ", "username": None, "llm_enabled": True}
    changed = await world.auth.update_me(caller, changes=changes)
    assert (changed.full_name, changed.username, changed.llm_enabled) == ("Zoë", None, True)
    assert await world.auth.me(caller) == changed
    with pytest.raises(ValidationError):
        await world.auth.update_me(caller, changes={"username": "no spaces"})
    await world.register("bo@example.org", "bo.b")
    with pytest.raises(UsernameTakenError):
        await world.auth.update_me(caller, changes={"username": "bo.b"})
    assert (await world.auth.me(caller)).username is None


async def test_use_is_counted_by_the_month_and_measured_by_the_tier(world: World) -> None:
    user = (await world.register()).user
    user.spend_generation(10, NOON)
    assert world.auth.usage(user) == (1, 10)
    world.now += timedelta(days=31)
    user.subscription_tier = "enterprise"
    assert world.auth.usage(user) == (0, None)


async def test_only_so_many_tokens_are_remembered_and_all_of_them_hold(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.application.auth.service._CACHED_TOKENS", 2)
    signed_in = [await world.register(), *[await world.login() for _ in range(4)]]
    for _ in range(2):
        assert len({(await world.caller(one)).session_id for one in signed_in}) == 5
