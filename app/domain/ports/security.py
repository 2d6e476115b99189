"""Hashing of passwords and making of tokens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


class IPasswordHasher(Protocol):
    """Slow hashing, in a lane of its own. Raises `UnavailableError` when too many wait."""

    async def hash(self, password: str) -> str:
        """Return a salted hash of the whole password, however long."""
        ...

    async def verify(self, password: str, hashed: str) -> bool:
        """Tell whether the password made the hash; an empty `hashed` takes as long and is `False`."""
        ...


@dataclass(frozen=True, slots=True)
class AccessClaims:
    """What an access token says."""

    user_id: UUID
    email: str
    session_id: UUID
    expires_at: datetime


class ITokenService(Protocol):
    """Signed access tokens."""

    lifetime_seconds: int

    def issue(self, *, user_id: UUID, email: str, session_id: UUID, now: datetime) -> str:
        """Return a signed token."""
        ...

    def verify(self, token: str, *, now: datetime) -> AccessClaims:
        """Return what the token says; raise `InvalidTokenError` or `TokenExpiredError`."""
        ...


class ISealer(Protocol):
    """Authenticated encryption with a secret of 32 bytes that is never stored."""

    def seal(self, data: bytes, *, secret: bytes) -> bytes:
        """Return the data, unreadable without the secret."""
        ...

    def open(self, sealed: bytes, *, secret: bytes) -> bytes:
        """Return the data; raise `ValueError` when it was changed or the secret is another."""
        ...
