"""Signing in at an identity provider."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from app.application.auth.service import AuthService, SignedIn
from app.application.external_users import ExternalUsers
from app.application.login_throttle import LoginThrottle
from app.domain.audit import ClientInfo
from app.domain.auth import (
    Caller,
    EmailNotConfirmedError,
    EmailTakenError,
    InvalidCredentialsError,
    InvalidTokenError,
    SubscriptionTier,
    TokenPair,
    UsernameTakenError,
    check_password,
    check_username,
    normalise_email,
)
from app.domain.errors import UnavailableError, ValidationError
from app.domain.ports.identity import ExternalSession, IIdentityProvider
from app.domain.ports.security import AccessClaims
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
_BELIEVED_FOR = timedelta(minutes=10)


class ExternalAuthService(AuthService):
    """`AuthService` over an identity provider, whose tokens are ours.

    Its sessions are mirrored here, so that one that is ended here is dead at once, whatever its token says.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        provider: IIdentityProvider,
        users: ExternalUsers,
        throttle: LoginThrottle,
        *,
        common_passwords: frozenset[str],
        quotas: Mapping[SubscriptionTier, int | None],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(unit_of_work, throttle, common_passwords=common_passwords, quotas=quotas, clock=clock)
        self._provider = provider
        self._users = users

    async def register(
        self, *, email: str, password: str, full_name: str, username: str | None, client: ClientInfo
    ) -> SignedIn:
        """See `AuthService.register`; raise `EmailNotConfirmedError` where the address has to be confirmed first."""
        email = normalise_email(email)
        check_password(password, common=self._common)
        if username is not None:
            check_username(username)
            async with self._unit_of_work(read_only=True) as uow:
                if await uow.users.find_by_login(username) is not None:
                    raise UsernameTakenError
        session = await self._provider.sign_up(email=email, password=password, full_name=full_name.strip())
        if session is None:
            raise EmailNotConfirmedError
        return await self._sign_in(session, "register", client, full_name=full_name, username=username)

    async def login(self, *, login: str, password: str, client: ClientInfo) -> SignedIn:
        """See `AuthService.login`."""
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.find_by_login(login)
        account = await self._throttled(user, login, client)
        try:
            email = user.email if user else normalise_email(login)
            session = await self._provider.sign_in(email=email, password=password)
        except (InvalidCredentialsError, ValidationError) as error:
            async with self._unit_of_work() as uow:
                await self._audit(uow, user.id if user else None, "login_failed", client, self._clock())
                await uow.commit()
            await self._throttle.note_failure(account, client.ip_address)
            raise InvalidCredentialsError from error
        return await self._sign_in(session, "login", client)

    async def refresh(self, refresh_token: str, *, client: ClientInfo, may_repeat: bool = False) -> SignedIn:
        """See `AuthService.refresh`; for how long a spent token may be repeated is set at the provider."""
        return await self._sign_in(await self._provider.refresh(refresh_token), None, client)

    async def end_session(self, caller: Caller, session_id: UUID, *, client: ClientInfo) -> None:
        """See `AuthService.end_session`. Of other sessions than the caller's own the provider is not told."""
        await super().end_session(caller, session_id, client=client)
        if session_id == caller.session_id:
            await self._sign_out(caller, everywhere=False)

    async def end_all_sessions(self, caller: Caller, *, client: ClientInfo) -> None:
        """See `AuthService.end_all_sessions`."""
        await super().end_all_sessions(caller, client=client)
        await self._sign_out(caller, everywhere=True)

    async def _verify(self, token: str, now: datetime) -> AccessClaims:
        claims = await self._provider.verify(token, now=now)
        try:
            user = await self._users.find_or_make(claims)
        except EmailTakenError as error:
            raise InvalidTokenError("Another account here has this e-mail address; ask the operator") from error
        if not user.is_active:
            raise InvalidTokenError
        await self._users.mirror(user, claims.session_id)
        # Not for the token's whole life, so that a key that the provider takes back is soon believed no more.
        return AccessClaims(user.id, user.email, claims.session_id, min(claims.expires_at, now + _BELIEVED_FOR))

    async def _sign_in(
        self,
        session: ExternalSession,
        action: str | None,
        client: ClientInfo,
        *,
        full_name: str = "",
        username: str | None = None,
    ) -> SignedIn:
        claims, now = session.claims, self._clock()
        user = await self._users.find_or_make(claims, full_name=full_name, username=username)
        if not user.is_active:
            raise InvalidCredentialsError
        user = await self._users.keep_address(user, claims)
        await self._users.mirror(user, claims.session_id, client)
        if action is not None:
            async with self._unit_of_work() as uow:
                await self._audit(uow, user.id, action, client, now)
                await uow.commit()
        return SignedIn(user, TokenPair(session.access_token, session.refresh_token, session.expires_in))

    async def _sign_out(self, caller: Caller, *, everywhere: bool) -> None:
        try:
            await self._provider.sign_out(caller.token, everywhere=everywhere)
        except UnavailableError:
            # Here the session is over already; there its refresh token lives on until it is used or runs out.
            logger.warning("the identity provider could not be told that a session has ended")
