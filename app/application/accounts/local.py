"""Passwords kept here, and mails of our own."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.application.accounts.service import AccountService
from app.domain.audit import ClientInfo
from app.domain.auth import Caller, InvalidCredentialsError, InvalidTokenError, User, check_password, normalise_email
from app.domain.errors import JobWiseError, RateLimitedError
from app.domain.ports.mail import IMailer, Mail
from app.domain.ports.rate_limiter import IRateLimiter, Rule
from app.domain.ports.security import IPasswordHasher
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

logger = logging.getLogger(__name__)
_RESET_FOR = timedelta(hours=1)
_VERIFY_FOR = timedelta(days=3)
_MAILS = Rule("mails", 5, 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPolicy:
    """Which passwords are too common, and where links in mails lead."""

    common_passwords: frozenset[str]
    public_url: str


class LocalAccountService(AccountService):
    """`AccountService` with passwords of our own. Mail is sent after the answer, so that its time tells nothing."""

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
        super().__init__(unit_of_work, clock=clock)
        self._hasher = hasher
        self._mailer = mailer
        self._limiter = limiter
        self._policy = policy
        self._sending: set[asyncio.Task[None]] = set()

    async def confirm_password(self, user_id: UUID, password: str) -> User:
        """See `AccountService.confirm_password`."""
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(user_id)
        if not await self._hasher.verify(password, user.password_hash):
            raise InvalidCredentialsError("The password is wrong")
        return user

    async def change_password(self, caller: Caller, *, current: str, new: str, client: ClientInfo) -> None:
        """See `AccountService.change_password`."""
        user = await self.confirm_password(caller.user_id, current)
        check_password(new, common=self._policy.common_passwords)
        hashed = await self._hasher.hash(new)
        async with self._unit_of_work() as uow:
            user = await uow.users.get(caller.user_id, lock=True)
            await self._set_password(uow, user, hashed, "password_changed", client, keep=caller.session_id)
            await uow.commit()

    async def forgot_password(self, email: str, *, client: ClientInfo) -> None:
        """See `AccountService.forgot_password`."""
        folded = normalise_email(email)
        allowance = await self._limiter.hit(_MAILS, folded)
        async with self._unit_of_work() as uow:
            user = await uow.users.find_by_login(folded)
            if user is None or user.email != folded or not user.is_active or not allowance.is_allowed:
                return
            secret = await self._make(uow, user, "password_reset", user.email, _RESET_FOR)
            await self._audit(uow, user.id, "password_reset_asked", client)
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

    async def reset_password(self, token: str, *, new: str, client: ClientInfo) -> None:
        """See `AccountService.reset_password`."""
        check_password(new, common=self._policy.common_passwords)
        hashed = await self._hasher.hash(new)
        async with self._unit_of_work() as uow:
            found = await self._spend(uow, token, "password_reset")
            user = await uow.users.get(found.user_id, lock=True)
            # Who reads mail at the address has just shown that it is theirs.
            user.is_verified = user.is_verified or user.email == found.subject
            await self._set_password(uow, user, hashed, "password_reset", client, keep=None)
            await uow.commit()

    async def ask_for_verification(self, user_id: UUID) -> None:
        """See `AccountService.ask_for_verification`."""
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

    async def verify_email(self, token: str, *, client: ClientInfo) -> User:
        """See `AccountService.verify_email`."""
        async with self._unit_of_work() as uow:
            found = await self._spend(uow, token, "email_verify")
            user = await uow.users.get(found.user_id, lock=True)
            if user.email != found.subject:
                raise InvalidTokenError
            user.is_verified, user.updated_at = True, self._clock()
            await uow.users.save(user)
            await self._audit(uow, user.id, "email_verified", client)
            await uow.commit()
        return user

    async def aclose(self) -> None:
        """Wait for mails that are being sent."""
        await asyncio.gather(*self._sending)

    async def _set_password(
        self, uow: IUnitOfWork, user: User, hashed: str, action: str, client: ClientInfo, *, keep: UUID | None
    ) -> None:
        now = self._clock()
        user.password_hash, user.updated_at = hashed, now
        await uow.users.save(user)
        await self._end_sessions(uow, user.id, keep=keep)
        await uow.one_time_tokens.discard(user.id, purpose="password_reset")
        await self._audit(uow, user.id, action, client)

    def _send_later(self, mail: Mail) -> None:
        sending = asyncio.ensure_future(self._send(mail))
        self._sending.add(sending)
        sending.add_done_callback(self._sending.discard)

    async def _send(self, mail: Mail) -> None:
        try:
            await self._mailer.send(mail)
        except JobWiseError:
            logger.warning("a mail (%s) was not delivered; its reader has to ask again", mail.subject)
