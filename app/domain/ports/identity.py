"""Somebody else who keeps accounts and passwords: an identity provider."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

MailPurpose = Literal["recovery", "email"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalClaims:
    """What a verified token says. `full_name` is only what its owner calls themselves."""

    external_id: str
    email: str
    full_name: str
    session_id: UUID
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalSession:
    """A sign-in at the provider: verified claims, and the tokens that it gave."""

    claims: ExternalClaims
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: int


class IIdentityProvider(Protocol):
    """Keeps accounts and passwords, and gives tokens.

    Every method raises `UnavailableError` while the provider does not answer, and `RateLimitedError` when it asks for
    patience. No password and no token is ever part of an error.
    """

    async def sign_up(self, *, email: str, password: str, full_name: str) -> ExternalSession | None:
        """Make an account; `None` where it waits for its address to be confirmed.

        Raise `EmailTakenError` where that is told, `RegistrationClosedError`, or `ValidationError`.
        """
        ...

    async def sign_in(self, *, email: str, password: str) -> ExternalSession:
        """Return a new session; raise `InvalidCredentialsError` or `EmailNotConfirmedError`."""
        ...

    async def refresh(self, refresh_token: str) -> ExternalSession:
        """Spend a refresh token for a new pair; raise `InvalidTokenError`."""
        ...

    async def verify(self, token: str, *, now: datetime) -> ExternalClaims:
        """Return what an access token says; raise `InvalidTokenError` or `TokenExpiredError`."""
        ...

    async def sign_out(self, token: str, *, everywhere: bool) -> None:
        """End the session of the access token, or all of its owner's; one that is over already is no error."""
        ...

    async def send_recovery(self, email: str) -> None:
        """Send a link for a new password, where the address is known."""
        ...

    async def send_confirmation(self, email: str) -> None:
        """Send the link again that confirms an address, where it is known."""
        ...

    async def redeem(self, secret: str, *, purpose: MailPurpose) -> ExternalSession:
        """Return a session for the secret of a mail; raise `InvalidTokenError`."""
        ...

    async def set_password(self, token: str, password: str) -> None:
        """Change the password of the access token's owner; raise `ValidationError` or `InvalidTokenError`."""
        ...

    async def delete(self, external_id: str) -> bool:
        """Delete the account there; `False` where we may not. One that is gone already is no error."""
        ...

    async def check(self) -> None:
        """Return where the provider is well; raise `UnavailableError`."""
        ...
