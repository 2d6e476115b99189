"""Tickets and mails on fakes."""

from datetime import datetime, timedelta

import pytest

from app.application.accounts import AccountPolicy, AccountService
from app.domain.auth import Caller, InvalidTokenError, UserSession
from app.domain.errors import RateLimitedError, UnavailableError
from app.domain.ports.mail import Mail
from app.infrastructure.rate_limits import SlidingWindowLimiter
from app.infrastructure.security import BcryptPasswordHasher
from tests.builders import NOON, make_user
from tests.fakes import FakeUnitOfWorkFactory


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
        hasher = BcryptPasswordHasher(rounds=4)
        limiter = SlidingWindowLimiter()
        self.accounts = AccountService(self.unit_of_work, hasher, self.postman, limiter, policy, clock=self.clock)

    def clock(self) -> datetime:
        return self.now

    async def sign_in(self) -> Caller:
        user = make_user(email="ana@example.org")
        session = UserSession(
            user_id=user.id,
            refresh_hash="",
            last_used_at=NOON,
            expires_at=NOON + timedelta(days=1),
            created_at=NOON,
            updated_at=NOON,
        )
        async with self.unit_of_work() as uow:
            await uow.users.save(user)
            await uow.sessions.save(session)
            await uow.commit()
        return Caller(user.id, session.id)


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
        await world.accounts.verify_email(secrets[0])
    assert (await world.accounts.verify_email(secrets[4])).is_verified
    await world.accounts.ask_for_verification(caller.user_id)
    assert len(world.postman.mails) == 5


async def test_mail_that_nobody_takes_fails_no_request() -> None:
    world = World()
    await world.sign_in()
    world.postman.is_away = True
    await world.accounts.forgot_password("ana@example.org")
    await world.accounts.aclose()
    assert world.postman.mails == []
