"""Signing in with passwords and tokens of our own."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from app.application.auth.service import REFRESH_LIFETIME, AuthService, SignedIn
from app.application.login_throttle import LoginThrottle
from app.domain.audit import ClientInfo
from app.domain.auth import (
    InvalidCredentialsError,
    InvalidTokenError,
    SubscriptionTier,
    TokenPair,
    User,
    UserSession,
    check_password,
    check_username,
    normalise_email,
)
from app.domain.ids import uuid7
from app.domain.ports.security import AccessClaims, IPasswordHasher, ITokenService
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory


class LocalAuthService(AuthService):
    """`AuthService` with passwords and tokens of our own."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        hasher: IPasswordHasher,
        tokens: ITokenService,
        throttle: LoginThrottle,
        *,
        common_passwords: frozenset[str],
        quotas: Mapping[SubscriptionTier, int | None],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(unit_of_work, throttle, common_passwords=common_passwords, quotas=quotas, clock=clock)
        self._hasher = hasher
        self._tokens = tokens

    async def register(
        self, *, email: str, password: str, full_name: str, username: str | None, client: ClientInfo
    ) -> SignedIn:
        """See `AuthService.register`."""
        email = normalise_email(email)
        if username is not None:
            check_username(username)
        check_password(password, common=self._common)
        hashed = await self._hasher.hash(password)
        now = self._clock()
        user = User(
            email=email,
            username=username,
            full_name=full_name.strip(),
            password_hash=hashed,
            created_at=now,
            updated_at=now,
        )
        async with self._unit_of_work() as uow:
            await uow.users.save(user)
            tokens = await self._open_session(uow, user, client, now)
            await self._audit(uow, user.id, "register", client, now)
            await uow.commit()
        return SignedIn(user, tokens)

    async def login(self, *, login: str, password: str, client: ClientInfo) -> SignedIn:
        """See `AuthService.login`."""
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.find_by_login(login)
        account = await self._throttled(user, login, client)
        matches = await self._hasher.verify(password, user.password_hash if user else "")
        now = self._clock()
        async with self._unit_of_work() as uow:
            if user is None or not matches or not user.is_active:
                await self._audit(uow, user.id if user else None, "login_failed", client, now)
                await uow.commit()
                await self._throttle.note_failure(account, client.ip_address)
                raise InvalidCredentialsError
            tokens = await self._open_session(uow, user, client, now)
            await self._audit(uow, user.id, "login", client, now)
            await uow.commit()
        return SignedIn(user, tokens)

    async def refresh(self, refresh_token: str, *, client: ClientInfo, may_repeat: bool = False) -> SignedIn:
        """See `AuthService.refresh`; a token that was spent before ends its whole session."""
        session_id, secret = _split(refresh_token)
        now = self._clock()
        async with self._unit_of_work() as uow:
            session = await uow.sessions.find(session_id, lock=True)
            if session is None or not session.is_alive(now):
                raise InvalidTokenError
            digest = _digest(secret)
            is_repeated = may_repeat and session.was_spent_just_now(digest, now)
            if not secrets.compare_digest(session.refresh_hash, digest) and not is_repeated:
                session.revoked_at = session.updated_at = now
                await uow.sessions.save(session)
                await self._audit(uow, session.user_id, "refresh_reused", client, now)
                await uow.commit()
                self._alive.pop(session.id, None)
                raise InvalidTokenError("This refresh token was used before; the session was ended")
            user = await uow.users.get(session.user_id)
            if not user.is_active:
                raise InvalidTokenError
            tokens = self._renew(session, user, client, now)
            await uow.sessions.save(session)
            await uow.commit()
        return SignedIn(user, tokens)

    async def _verify(self, token: str, now: datetime) -> AccessClaims:
        return self._tokens.verify(token, now=now)

    async def _open_session(self, uow: IUnitOfWork, user: User, client: ClientInfo, now: datetime) -> TokenPair:
        session = UserSession(
            id=uuid7(),
            user_id=user.id,
            refresh_hash="",
            last_used_at=now,
            expires_at=now,
            created_at=now,
            updated_at=now,
        )
        tokens = self._renew(session, user, client, now)
        await uow.sessions.save(session)
        return tokens

    def _renew(self, session: UserSession, user: User, client: ClientInfo, now: datetime) -> TokenPair:
        secret = secrets.token_urlsafe(32)
        session.renew(_digest(secret), now)
        session.user_agent, session.ip_address = client.user_agent[:400], client.ip_address[:64]
        session.last_used_at = session.updated_at = now
        session.expires_at = now + REFRESH_LIFETIME
        access = self._tokens.issue(user_id=user.id, email=user.email, session_id=session.id, now=now)
        return TokenPair(access, f"{session.id.hex}.{secret}", self._tokens.lifetime_seconds)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _split(refresh_token: str) -> tuple[UUID, str]:
    identifier, _, secret = refresh_token.partition(".")
    try:
        return UUID(identifier), secret
    except ValueError as error:
        raise InvalidTokenError from error
