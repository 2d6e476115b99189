"""Tickets and mails on fakes."""

from datetime import datetime, timedelta

import pytest

from app.application.accounts import AccountPolicy, LocalAccountService
from app.domain.audit import ClientInfo
from app.domain.auth import Caller, InvalidCredentialsError, InvalidTokenError
from app.domain.errors import RateLimitedError, UnavailableError, ValidationError
from app.domain.ports.mail import Mail
from app.infrastructure.rate_limits import SlidingWindowLimiter
from tests.builders import NOON, make_session, make_user
from tests.fakes import FakePasswordHasher, FakeUnitOfWorkFactory

PASSWORD, NEW = "Correct-Horse-9", "Battery-Staple-8"
HOME = ClientInfo("Firefox", "198.51.100.7")


class Postman:
    def __init__(self) -> None:
        self.mails: list[Mail] = []
        self.is_away = False

    async def send(self, mail: Mail) -> None:
        if self.is_away:
            raise UnavailableError
        self.mails.append(mail)


class World:
    def __init__(self) -> None:
        self.now = NOON
        self.unit_of_work = FakeUnitOfWorkFactory()
        self.postman = Postman()
        policy = AccountPolicy(common_passwords=frozenset(), public_url="https://jobs.example.org")
        hasher = FakePasswordHasher()
        limiter = SlidingWindowLimiter()
        self.accounts = LocalAccountService(self.unit_of_work, hasher, self.postman, limiter, policy, clock=self.clock)

    def clock(self) -> datetime:
        return self.now

    async def sign_in(self) -> Caller:
        user = make_user(email="ana@example.org", password_hash=f"hashed {PASSWORD}")
        session = make_session(user.id)
        async with self.unit_of_work() as uow:
            await uow.users.save(user)
            await uow.sessions.save(session)
            await uow.commit()
        return Caller(user.id, session.id)

    def secret(self) -> str:
        """Return the secret of the last mail."""
        return self.postman.mails[-1].text.rsplit("#token=", 1)[1].split()[0]

    def password_hash(self) -> str:
        (user,) = self.unit_of_work.unit.users.rows.values()
        return user.password_hash

    def alive(self) -> int:
        return sum(session.is_alive(self.now) for session in self.unit_of_work.unit.sessions.rows.values())


async def test_a_new_password_ends_every_other_session() -> None:
    world = World()
    caller = await world.sign_in()
    await world.unit_of_work.unit.sessions.save(make_session(caller.user_id))
    for current, new, error in (
        ("Wrong-Horse-9", NEW, InvalidCredentialsError),
        (PASSWORD, "weak", ValidationError),
    ):
        with pytest.raises(error):
            await world.accounts.change_password(caller, current=current, new=new, client=HOME)
    assert (world.password_hash(), world.alive()) == (f"hashed {PASSWORD}", 2)
    await world.accounts.change_password(caller, current=PASSWORD, new=NEW, client=HOME)
    assert (world.password_hash(), world.alive()) == (f"hashed {NEW}", 1)
    assert world.unit_of_work.unit.sessions.rows[caller.session_id].is_alive(world.now)
    assert [entry.action for entry in world.unit_of_work.unit.audit.entries] == ["password_changed"]


async def test_a_forgotten_password_is_set_once_with_the_secret_of_a_mail() -> None:
    world = World()
    await world.sign_in()
    await world.accounts.forgot_password(" ANA@example.org ", client=HOME)
    await world.accounts.aclose()
    secret = world.secret()
    assert world.postman.mails[0].recipient == "ana@example.org"
    with pytest.raises(ValidationError):
        await world.accounts.reset_password(secret, new="weak", client=HOME)
    await world.accounts.reset_password(secret, new=NEW, client=HOME)
    (user,) = world.unit_of_work.unit.users.rows.values()
    assert (world.password_hash(), world.alive(), user.is_verified) == (f"hashed {NEW}", 0, True)
    with pytest.raises(InvalidTokenError):
        await world.accounts.reset_password(secret, new=PASSWORD, client=HOME)


async def test_a_reset_holds_for_an_hour_and_only_the_one_that_was_used_counts() -> None:
    world = World()
    await world.sign_in()
    await world.accounts.forgot_password("ana@example.org", client=HOME)
    await world.accounts.aclose()
    first = world.secret()
    await world.accounts.forgot_password("ana@example.org", client=HOME)
    await world.accounts.aclose()
    second = world.secret()
    await world.accounts.reset_password(second, new=NEW, client=HOME)
    with pytest.raises(InvalidTokenError):
        await world.accounts.reset_password(first, new=PASSWORD, client=HOME)
    await world.accounts.forgot_password("ana@example.org", client=HOME)
    await world.accounts.aclose()
    world.now += timedelta(hours=1)
    with pytest.raises(InvalidTokenError):
        await world.accounts.reset_password(world.secret(), new=PASSWORD, client=HOME)


async def test_nothing_tells_whether_an_address_is_known() -> None:
    world = World()
    await world.sign_in()
    await world.accounts.forgot_password("nobody@example.org", client=HOME)
    for _ in range(7):
        await world.accounts.forgot_password("ana@example.org", client=HOME)
    await world.accounts.aclose()
    assert len(world.postman.mails) == 5
    (user,) = world.unit_of_work.unit.users.rows.values()
    user.is_active = False
    world.postman.mails.clear()
    await world.accounts.forgot_password("ana@example.org", client=HOME)
    await world.accounts.aclose()
    assert world.postman.mails == []


async def test_an_address_that_was_changed_meanwhile_is_not_confirmed() -> None:
    world = World()
    caller = await world.sign_in()
    await world.accounts.ask_for_verification(caller.user_id)
    await world.accounts.aclose()
    world.unit_of_work.unit.users.rows[caller.user_id].email = "other@example.org"
    with pytest.raises(InvalidTokenError):
        await world.accounts.verify_email(world.secret(), client=HOME)
    assert not world.unit_of_work.unit.users.rows[caller.user_id].is_verified


async def test_a_ticket_opens_one_socket_within_half_a_minute() -> None:
    world = World()
    caller = await world.sign_in()
    ticket = await world.accounts.make_ticket(caller)
    assert await world.accounts.spend_ticket(ticket) == caller
    with pytest.raises(InvalidTokenError):
        await world.accounts.spend_ticket(ticket)
    late = await world.accounts.make_ticket(caller)
    world.now += timedelta(seconds=30)
    with pytest.raises(InvalidTokenError):
        await world.accounts.spend_ticket(late)


async def test_a_ticket_of_a_session_that_ended_opens_nothing() -> None:
    world = World()
    caller = await world.sign_in()
    ticket = await world.accounts.make_ticket(caller)
    async with world.unit_of_work() as uow:
        await uow.sessions.revoke_all(caller.user_id, now=world.now)
        await uow.commit()
    with pytest.raises(InvalidTokenError):
        await world.accounts.spend_ticket(ticket)


async def test_only_the_latest_mail_confirms_and_there_are_five_an_hour() -> None:
    world = World()
    caller = await world.sign_in()
    for _ in range(5):
        await world.accounts.ask_for_verification(caller.user_id)
    with pytest.raises(RateLimitedError):
        await world.accounts.ask_for_verification(caller.user_id)
    await world.accounts.aclose()
    secrets = [mail.text.rsplit("#token=", 1)[1].strip() for mail in world.postman.mails]
    assert len(set(secrets)) == 5
    with pytest.raises(InvalidTokenError):
        await world.accounts.verify_email(secrets[0], client=HOME)
    assert (await world.accounts.verify_email(secrets[4], client=HOME)).is_verified
    await world.accounts.ask_for_verification(caller.user_id)
    assert len(world.postman.mails) == 5


async def test_mail_that_nobody_takes_fails_no_request() -> None:
    world = World()
    await world.sign_in()
    world.postman.is_away = True
    await world.accounts.forgot_password("ana@example.org", client=HOME)
    await world.accounts.aclose()
    assert world.postman.mails == []
