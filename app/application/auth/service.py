"""Accounts, sign-in and sessions."""

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.application.login_throttle import LoginThrottle
from app.domain.audit import AuditEntry, ClientInfo
from app.domain.auth import (
    Caller,
    InvalidTokenError,
    SubscriptionTier,
    TokenPair,
    User,
    UserSession,
    check_username,
)
from app.domain.errors import ForbiddenError
from app.domain.ports.security import AccessClaims
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

REFRESH_LIFETIME = timedelta(days=7)
_CACHED_TOKENS = 4096
_ALIVE_FOR = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A user with fresh tokens."""

    user: User
    tokens: TokenPair


class AuthService(ABC):
    """Registers users, signs them in and tells who a token belongs to.

    Where sessions are, and that one that was ended is dead at once, is the same whoever checks the passwords.
    """

    # methods: signing in, what it hands out and where it holds are one subject

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        throttle: LoginThrottle,
        *,
        common_passwords: frozenset[str],
        quotas: Mapping[SubscriptionTier, int | None],
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._throttle = throttle
        self._common = common_passwords
        self._quotas = quotas
        self._clock = clock
        self._claims: OrderedDict[str, AccessClaims] = OrderedDict()
        self._alive: dict[UUID, datetime] = {}

    @abstractmethod
    async def register(
        self, *, email: str, password: str, full_name: str, username: str | None, client: ClientInfo
    ) -> SignedIn:
        """Make an account and sign it in; raise `EmailTakenError`, `UsernameTakenError` or `ValidationError`."""

    @abstractmethod
    async def login(self, *, login: str, password: str, client: ClientInfo) -> SignedIn:
        """Sign in by address or username; raise `InvalidCredentialsError`, after many `RateLimitedError`."""

    @abstractmethod
    async def refresh(self, refresh_token: str, *, client: ClientInfo, may_repeat: bool = False) -> SignedIn:
        """Spend a refresh token for a new pair; raise `InvalidTokenError`.

        With `may_repeat` one that was spent a moment ago is taken once more: a browser's, whose reload lost the answer.
        """

    @abstractmethod
    async def _verify(self, token: str, now: datetime) -> AccessClaims:
        """Return what the token says, to be believed until `expires_at`; raise as `authenticate` does."""

    async def authenticate(self, token: str) -> Caller:
        """Return whose token this is; raise `InvalidTokenError` or `TokenExpiredError`.

        The signature is checked once a token, the session looked up at most once a second.
        """
        now = self._clock()
        claims = self._claims.get(token)
        if claims is None or claims.expires_at <= now:
            claims = await self._verify(token, now)
            self._claims[token] = claims
            if len(self._claims) > _CACHED_TOKENS:
                self._claims.popitem(last=False)
        checked = self._alive.get(claims.session_id)
        if checked is None or now - checked >= _ALIVE_FOR:
            await self._check_alive(claims, now)
        return Caller(claims.user_id, claims.session_id, token)

    async def me(self, caller: Caller) -> User:
        """Return the caller's account."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.users.get(caller.user_id)

    def usage(self, user: User) -> tuple[int, int | None]:
        """Return how many LLM generations the user started this month, and how many the tier allows (`None`: any)."""
        return user.generations_used_in(self._clock()), self._quotas[user.subscription_tier]

    async def update_me(self, caller: Caller, *, changes: dict[str, object]) -> User:
        """Change `full_name`, `username` or `llm_enabled`; raise `UsernameTakenError`."""
        async with self._unit_of_work() as uow:
            user = await uow.users.get(caller.user_id, lock=True)
            if "full_name" in changes:
                user.full_name = str(changes["full_name"] or "").strip()
            if "username" in changes:
                user.username = None if changes["username"] is None else check_username(str(changes["username"]))
            if changes.get("llm_enabled") is not None:
                user.llm_enabled = bool(changes["llm_enabled"])
            user.updated_at = self._clock()
            await uow.users.save(user)
            await uow.commit()
        return user

    async def sessions(self, caller: Caller) -> list[UserSession]:
        """Return where the caller is signed in, latest use first."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.sessions.list_alive(caller.user_id, now=self._clock())

    async def end_session(self, caller: Caller, session_id: UUID, *, client: ClientInfo) -> None:
        """Sign one session out, at once; raise `InvalidTokenError` (there is none) or `ForbiddenError` (not yours)."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            session = await uow.sessions.find(session_id, lock=True)
            if session is None:
                raise InvalidTokenError
            if session.user_id != caller.user_id:
                raise ForbiddenError
            session.revoked_at = session.revoked_at or now
            session.updated_at = now
            await uow.sessions.save(session)
            await self._audit(uow, caller.user_id, "logout", client, now)
            await uow.commit()
        self._alive.pop(session_id, None)

    async def end_all_sessions(self, caller: Caller, *, client: ClientInfo) -> None:
        """Sign the caller out everywhere."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            await uow.sessions.revoke_all(caller.user_id, now=now)
            await self._audit(uow, caller.user_id, "logout_all", client, now)
            await uow.commit()
        self._alive.clear()

    def forget_sessions(self) -> None:
        """Look every session up anew at its next request: some have just ended."""
        self._alive.clear()

    async def _check_alive(self, claims: AccessClaims, now: datetime) -> None:
        async with self._unit_of_work(read_only=True) as uow:
            session = await uow.sessions.find(claims.session_id)
        if session is None or not session.is_alive(now) or session.user_id != claims.user_id:
            self._alive.pop(claims.session_id, None)
            raise InvalidTokenError("This session has ended")
        if len(self._alive) > _CACHED_TOKENS:
            self._alive.clear()
        self._alive[claims.session_id] = now

    async def _throttled(self, user: User | None, login: str, client: ClientInfo) -> str:
        """Return what failures are counted under; raise `RateLimitedError` where there were too many."""
        async with self._unit_of_work(read_only=True) as uow:
            known = await uow.sessions.list_alive(user.id, now=self._clock()) if user else []
        account = str(user.id) if user else login.strip().lower()
        is_familiar = client.ip_address in {session.ip_address for session in known}
        await self._throttle.check(account, client.ip_address, is_familiar=is_familiar)
        return account

    async def _audit(
        self, uow: IUnitOfWork, user_id: UUID | None, action: str, client: ClientInfo, now: datetime
    ) -> None:
        await uow.audit.add(AuditEntry.of(user_id, action, client, now))
