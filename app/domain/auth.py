"""Accounts and sessions."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import Entity, OwnedEntity
from app.domain.errors import ConflictError, ForbiddenError, NotAuthenticatedError, RateLimitedError, ValidationError
from app.domain.regex import regex

SubscriptionTier = Literal["free", "premium", "enterprise"]

_USERNAME = regex(r"[A-Za-z0-9][A-Za-z0-9._-]{1,38}[A-Za-z0-9]")
_EMAIL = regex(r"[^@\s\x00-\x1f,;:<>()\[\]\\\"]+@[^@\s\x00-\x1f.,;:<>()\[\]\\\"]+(\.[^@\s\x00-\x1f.,;:<>()\[\]\\\"]+)+")


class EmailTakenError(ConflictError):
    """Another account uses the address."""

    code = "email_taken"
    default_message = "An account with this e-mail address exists"


class UsernameTakenError(ConflictError):
    """Another account uses the name."""

    code = "username_taken"
    default_message = "This username is taken"


class QuotaExceededError(RateLimitedError):
    """No LLM generation is left this month."""

    code = "quota_exceeded"
    default_message = "This month's LLM generations are used up; the built-in engine has no limit"


class InvalidCredentialsError(NotAuthenticatedError):
    """The address or name and the password do not belong together."""

    code = "invalid_credentials"
    default_message = "The e-mail address, username or password is wrong"


class EmailNotConfirmedError(ForbiddenError):
    """The account waits for the link in a mail to be opened."""

    code = "email_not_confirmed"
    default_message = "Confirm your e-mail address with the link that was sent to it, then sign in"


class RegistrationClosedError(ForbiddenError):
    """Nobody may make an account for themselves."""

    code = "registration_closed"
    default_message = "Accounts are not made here; ask the operator"


class InvalidTokenError(NotAuthenticatedError):
    """The token is malformed, forged, spent or revoked."""

    code = "invalid_token"
    default_message = "The token is not valid"


class TokenExpiredError(NotAuthenticatedError):
    """The token's time is over."""

    code = "token_expired"
    default_message = "The token has expired"


@dataclass(slots=True, kw_only=True)
class User(Entity):
    """An account. `email` is stored folded to lower case; it is compared that way."""

    email: str
    username: str | None = None
    full_name: str = ""
    password_hash: str = ""
    is_active: bool = True
    is_verified: bool = False
    subscription_tier: SubscriptionTier = "free"
    generations_used: int = 0
    llm_enabled: bool = False
    usage_month: str = ""
    external_id: str | None = None

    def spend_generation(self, limit: int | None, now: datetime) -> None:
        """Count one LLM generation of the calendar month (UTC); raise `QuotaExceededError` when none is left."""
        used = self.generations_used_in(now)
        if limit is not None and used >= limit:
            raise QuotaExceededError(retry_after=_seconds_to_next_month(now), limit=limit, used=used)
        self.usage_month, self.generations_used = f"{now:%Y-%m}", used + 1
        self.updated_at = now

    def generations_used_in(self, now: datetime) -> int:
        """Return how many LLM generations were started in the month of `now`."""
        return self.generations_used if self.usage_month == f"{now:%Y-%m}" else 0


RELOAD_GRACE = timedelta(seconds=20)
"""A browser that is reloaded drops the answer with its next refresh token; for so long it may ask with the old one."""


@dataclass(slots=True, kw_only=True)
class UserSession(OwnedEntity):
    """One sign-in. Only the hash of its current refresh token is kept, and when the ones just before it were spent."""

    refresh_hash: str
    user_agent: str = ""
    ip_address: str = ""
    last_used_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None
    spent: dict[str, datetime] = field(default_factory=dict)

    def renew(self, refresh_hash: str, now: datetime) -> None:
        """Put a new refresh token in the place of the current one."""
        kept = {spent: at for spent, at in self.spent.items() if now - at < RELOAD_GRACE}
        self.spent = {**kept, self.refresh_hash: now} if self.refresh_hash else kept
        self.refresh_hash = refresh_hash

    def was_spent_just_now(self, refresh_hash: str, now: datetime) -> bool:
        """Tell whether this token was exchanged so lately that its answer may not have arrived."""
        at = self.spent.get(refresh_hash)
        return at is not None and now - at < RELOAD_GRACE

    def is_alive(self, now: datetime) -> bool:
        """Tell whether tokens of this session are accepted."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the user and the session the access token belongs to."""

    user_id: UUID
    session_id: UUID
    token: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What a sign-in hands out. `expires_in` is the access token's life in seconds."""

    access_token: str
    refresh_token: str
    expires_in: int


def _seconds_to_next_month(now: datetime) -> int:
    start = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0) + timedelta(days=32)
    return int((start.replace(day=1) - now).total_seconds()) + 1


def normalise_email(email: str) -> str:
    """Return the address as it is stored; raise `ValidationError` when it is none."""
    folded = email.strip().lower()
    if len(folded) > 254 or not _EMAIL.fullmatch(folded):
        raise ValidationError.of_field("email", "is not an e-mail address")
    return folded


def check_username(username: str) -> str:
    """Return the name; raise `ValidationError` unless it is 3 to 40 letters, digits, dots, dashes, underscores."""
    if not _USERNAME.fullmatch(username):
        raise ValidationError.of_field("username", "3 to 40 letters, digits, dots, dashes or underscores")
    return username


def check_password(password: str, *, common: frozenset[str]) -> None:
    """Raise `ValidationError` unless the password is 8 to 256 characters with upper, lower, digit and not common."""
    problem = None
    if not 8 <= len(password) <= 256:
        problem = "must have 8 to 256 characters"
    elif "\x00" in password:
        problem = "must not contain a NUL character"
    elif not (any(c.isupper() for c in password) and any(c.islower() for c in password)):
        problem = "needs an upper-case and a lower-case letter"
    elif not any(c.isdigit() for c in password):
        problem = "needs a digit"
    elif password.lower() in common:
        problem = "is one of the most common passwords"
    if problem:
        raise ValidationError.of_field("password", problem)


class IUserRepository(Protocol):
    """Accounts. `save` raises `EmailTakenError` and `UsernameTakenError`."""

    async def get(self, user_id: UUID, *, lock: bool = False) -> User:
        """Return the account; raise `NotFoundError`."""
        ...

    async def find_by_login(self, login: str) -> User | None:
        """Return the account whose address or username is `login`."""
        ...

    async def find_by_external_id(self, external_id: str) -> User | None:
        """Return the account of somebody whom an identity provider knows by this id."""
        ...

    async def save(self, user: User) -> None:
        """Insert or replace the account; raise `ConflictError` where another has the `external_id`."""
        ...

    async def delete(self, user_id: UUID) -> None:
        """Delete the account and every row it owns."""
        ...


class IUserSessionRepository(Protocol):
    """Sign-ins."""

    async def find(self, session_id: UUID, *, lock: bool = False) -> UserSession | None:
        """Return the session."""
        ...

    async def save(self, session: UserSession) -> None:
        """Insert or replace the session."""
        ...

    async def list_alive(self, user_id: UUID, *, now: datetime) -> list[UserSession]:
        """Return the user's sessions that still hold, latest use first."""
        ...

    async def revoke_all(self, user_id: UUID, *, now: datetime) -> None:
        """End every session of the user."""
        ...
