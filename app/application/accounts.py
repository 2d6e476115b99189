"""Passwords, confirmed addresses and socket tickets: what an account needs besides signing in."""

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.audit import AuditEntry
from app.domain.auth import Caller, InvalidCredentialsError, InvalidTokenError, User, check_password, normalise_email
from app.domain.errors import JobWiseError, RateLimitedError
from app.domain.one_time_tokens import OneTimePurpose, OneTimeToken
from app.domain.ports.mail import IMailer, Mail
from app.domain.ports.rate_limiter import IRateLimiter, Rule
from app.domain.ports.security import IPasswordHasher
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)
TICKET_SECONDS = 30
_RESET_FOR = timedelta(hours=1)
_VERIFY_FOR = timedelta(days=3)
_MAILS = Rule("mails", 5, 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPolicy:
    """Which passwords are too common, and where links in mails lead."""

    common_passwords: frozenset[str]
    public_url: str


class AccountService:
    """Use cases of one's own account. Mail is sent after the answer, so that its time tells nothing."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        hasher: IPasswordHasher,
        mailer: IMailer,
        limiter: IRateLimiter,
        policy: AccountPolicy,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._hasher = hasher
        self._mailer = mailer
        self._limiter = limiter
        self._policy = policy
        self._clock = clock
        self._sending: set[asyncio.Task[None]] = set()

    async def change_password(self, caller: Caller, *, current: str, new: str) -> None:
        """Change the password and end every other session; raise `InvalidCredentialsError` or `ValidationError`."""
        user = await self._checked(caller.user_id, current)
        check_password(new, common=self._policy.common_passwords)
        hashed = await self._hasher.hash(new)
        async with self._unit_of_work() as uow:
            user = await uow.users.get(caller.user_id, lock=True)
            await self._set_password(uow, user, hashed, "password_changed", keep=caller.session_id)
            await uow.commit()

    async def forgot_password(self, email: str) -> None:
        """Send a link to the address if it is known; nothing tells whether it is."""
        folded = normalise_email(email)
        allowance = await self._limiter.hit(_MAILS, folded)
        async with self._unit_of_work() as uow:
            user = await uow.users.find_by_login(folded)
            if user is None or user.email != folded or not user.is_active or not allowance.is_allowed:
                return
            secret = await self._make(uow, user, "password_reset", user.email, _RESET_FOR)
            await self._audit(uow, user.id, "password_reset_asked")
            await uow.commit()
        link = f"{self._policy.public_url}/reset-password#token={secret}"
        self._send_later(
            Mail(
                user.email,
                "Reset your JobWise password",
                f"Somebody asked to reset the password of your JobWise account. Within an hour, open\n\n{link}\n\n"
                "If it was not you, nothing needs to be done.\n",
            )
        )

    async def reset_password(self, token: str, *, new: str) -> None:
        """Set a password with the secret of a mail, and end every session; raise `InvalidTokenError`."""
        check_password(new, common=self._policy.common_passwords)
        hashed = await self._hasher.hash(new)
        async with self._unit_of_work() as uow:
            found = await self._spend(uow, token, "password_reset")
            user = await uow.users.get(found.user_id, lock=True)
            # Who reads mail at the address has just shown that it is theirs.
            user.is_verified = user.is_verified or user.email == found.subject
            await self._set_password(uow, user, hashed, "password_reset", keep=None)
            await uow.commit()

    async def ask_for_verification(self, user_id: UUID) -> None:
        """Send a mail that confirms the address; raise `RateLimitedError` after some."""
        async with self._unit_of_work() as uow:
            user = await uow.users.get(user_id)
            if user.is_verified:
                return
            allowance = await self._limiter.hit(_MAILS, user.email)
            if not allowance.is_allowed:
                raise RateLimitedError(retry_after=allowance.reset_seconds, limit=allowance.limit)
            await uow.one_time_tokens.discard(user.id, purpose="email_verify")
            secret = await self._make(uow, user, "email_verify", user.email, _VERIFY_FOR)
            await uow.commit()
        link = f"{self._policy.public_url}/verify-email#token={secret}"
        text = f"Welcome to JobWise. To confirm that this address is yours, open within three days\n\n{link}\n"
        self._send_later(Mail(user.email, "Confirm your e-mail address", text))

    async def verify_email(self, token: str) -> User:
        """Confirm the address with the secret of a mail; raise `InvalidTokenError`."""
        async with self._unit_of_work() as uow:
            found = await self._spend(uow, token, "email_verify")
            user = await uow.users.get(found.user_id, lock=True)
            if user.email != found.subject:
                raise InvalidTokenError
            user.is_verified, user.updated_at = True, self._clock()
            await uow.users.save(user)
            await self._audit(uow, user.id, "email_verified")
            await uow.commit()
        return user

    async def make_ticket(self, caller: Caller) -> str:
        """Return a secret that opens one socket within half a minute: browsers cannot send a header with one."""
        async with self._unit_of_work() as uow:
            user = await uow.users.get(caller.user_id)
            await uow.one_time_tokens.purge(now=self._clock())
            life = timedelta(seconds=TICKET_SECONDS)
            ticket = await self._make(uow, user, "ws_ticket", str(caller.session_id), life)
            await uow.commit()
        return ticket

    async def spend_ticket(self, ticket: str) -> Caller:
        """Return whose ticket it is; raise `InvalidTokenError` for one that was spent, ran out, or was signed out."""
        async with self._unit_of_work() as uow:
            found = await self._spend(uow, ticket, "ws_ticket")
            session = await uow.sessions.find(UUID(found.subject))
            await uow.commit()
        if session is None or not session.is_alive(self._clock()):
            raise InvalidTokenError
        return Caller(found.user_id, session.id)

    async def aclose(self) -> None:
        """Wait for mails that are being sent."""
        await asyncio.gather(*self._sending)

    async def _checked(self, user_id: UUID, password: str) -> User:
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(user_id)
        if not await self._hasher.verify(password, user.password_hash):
            raise InvalidCredentialsError("The password is wrong")
        return user

    async def _set_password(self, uow: IUnitOfWork, user: User, hashed: str, action: str, *, keep: UUID | None) -> None:
        now = self._clock()
        user.password_hash, user.updated_at = hashed, now
        await uow.users.save(user)
        for session in await uow.sessions.list_alive(user.id, now=now):
            if session.id != keep:
                session.revoked_at = session.updated_at = now
                await uow.sessions.save(session)
        await uow.one_time_tokens.discard(user.id, purpose="password_reset")
        await self._audit(uow, user.id, action)

    async def _make(self, uow: IUnitOfWork, user: User, purpose: OneTimePurpose, subject: str, life: timedelta) -> str:
        secret, now = secrets.token_urlsafe(32), self._clock()
        token = OneTimeToken(
            digest=_digest(secret),
            user_id=user.id,
            purpose=purpose,
            subject=subject,
            created_at=now,
            expires_at=now + life,
        )
        await uow.one_time_tokens.add(token)
        return secret

    async def _spend(self, uow: IUnitOfWork, secret: str, purpose: OneTimePurpose) -> OneTimeToken:
        found = await uow.one_time_tokens.spend(_digest(secret), purpose=purpose, now=self._clock())
        if found is None:
            raise InvalidTokenError("This link or ticket was used, or has run out")
        return found

    async def _audit(self, uow: IUnitOfWork, user_id: UUID, action: str) -> None:
        await uow.audit.add(AuditEntry(user_id=user_id, action=action, created_at=self._clock()))

    def _send_later(self, mail: Mail) -> None:
        sending = asyncio.ensure_future(self._send(mail))
        self._sending.add(sending)
        sending.add_done_callback(self._sending.discard)

    async def _send(self, mail: Mail) -> None:
        try:
            await self._mailer.send(mail)
        except JobWiseError:
            logger.warning("a mail (%s) was not delivered; its reader has to ask again", mail.subject)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
