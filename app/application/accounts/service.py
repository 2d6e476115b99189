"""What an account needs besides signing in, whoever keeps its password."""

import hashlib
import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.audit import AuditEntry, ClientInfo
from app.domain.auth import Caller, InvalidTokenError, User
from app.domain.one_time_tokens import OneTimePurpose, OneTimeToken
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

TICKET_SECONDS = 30


class AccountService(ABC):
    """Use cases of one's own account."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    @abstractmethod
    async def confirm_password(self, user_id: UUID, password: str) -> User:
        """Return the account if the password is its own; raise `InvalidCredentialsError`."""

    @abstractmethod
    async def change_password(self, caller: Caller, *, current: str, new: str, client: ClientInfo) -> None:
        """Change the password and end every other session; raise `InvalidCredentialsError` or `ValidationError`."""

    @abstractmethod
    async def forgot_password(self, email: str, *, client: ClientInfo) -> None:
        """Send a link to the address if it is known; nothing tells whether it is."""

    @abstractmethod
    async def reset_password(self, token: str, *, new: str, client: ClientInfo) -> None:
        """Set a password with the secret of a mail, and end every session; raise `InvalidTokenError`."""

    @abstractmethod
    async def ask_for_verification(self, user_id: UUID) -> None:
        """Send a mail that confirms the address; raise `RateLimitedError` after some."""

    @abstractmethod
    async def verify_email(self, token: str, *, client: ClientInfo) -> User:
        """Confirm the address with the secret of a mail; raise `InvalidTokenError`."""

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
        """Finish what goes on after the answer."""
        return

    async def _end_sessions(self, uow: IUnitOfWork, user_id: UUID, *, keep: UUID | None = None) -> None:
        now = self._clock()
        for session in await uow.sessions.list_alive(user_id, now=now):
            if session.id != keep:
                session.revoked_at = session.updated_at = now
                await uow.sessions.save(session)

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

    async def _audit(self, uow: IUnitOfWork, user_id: UUID, action: str, client: ClientInfo) -> None:
        await uow.audit.add(AuditEntry.of(user_id, action, client, self._clock()))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
