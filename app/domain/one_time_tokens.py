"""Secrets that work once and not for long: password resets, address confirmations, socket tickets."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

OneTimePurpose = Literal["password_reset", "email_verify", "ws_ticket"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimeToken:
    """What a secret is good for. Only its digest is kept; `subject` is what it was made about, such as an address."""

    digest: str
    user_id: UUID
    purpose: OneTimePurpose
    subject: str
    created_at: datetime
    expires_at: datetime


class IOneTimeTokenRepository(Protocol):
    """Secrets that were not used yet."""

    async def add(self, token: OneTimeToken) -> None:
        """Keep the token."""
        ...

    async def spend(self, digest: str, *, purpose: OneTimePurpose, now: datetime) -> OneTimeToken | None:
        """Take the token out and return it, or `None` where there is none that still holds. Only one caller gets it."""
        ...

    async def discard(self, user_id: UUID, *, purpose: OneTimePurpose) -> None:
        """Delete the user's tokens for the purpose."""
        ...

    async def purge(self, *, now: datetime) -> None:
        """Delete what expired."""
        ...
