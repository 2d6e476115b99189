"""Supabase Auth (GoTrue) over HTTP."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import httpx2

from app.domain.auth import (
    EmailNotConfirmedError,
    EmailTakenError,
    InvalidCredentialsError,
    InvalidTokenError,
    RegistrationClosedError,
)
from app.domain.errors import JobWiseError, RateLimitedError, UnavailableError, ValidationError
from app.domain.ports.identity import ExternalClaims, ExternalSession, IIdentityProvider, MailPurpose

logger = logging.getLogger(__name__)
Claims = dict[str, Any]
VerifyToken = Callable[[str, datetime], Awaitable[Claims]]

_PATIENCE = 30
# By the word that GoTrue gives an error, `error_code` since 2024 and `error` before.
_TAKEN = frozenset({"user_already_exists", "email_exists"})
_CLOSED = frozenset({"signup_disabled", "email_provider_disabled"})
_UNCONFIRMED = frozenset({"email_not_confirmed", "provider_email_needs_verification"})
_WEAK = frozenset({"weak_password", "same_password"})


class GoTrueIdentityProvider(IIdentityProvider):
    """`IIdentityProvider` at a Supabase project.

    `key` is its publishable key, or the secret one to delete accounts there too.
    `verify_token` checks signature, issuer, audience and time of an access token and returns its claims.
    """

    def __init__(
        self,
        url: str,
        key: str,
        verify_token: VerifyToken,
        *,
        clock: Callable[[], datetime],
        timeout: float = 10.0,
    ) -> None:
        self._key = key
        self._verify_token = verify_token
        self._clock = clock
        self._client = httpx2.AsyncClient(
            base_url=f"{url.rstrip('/')}/auth/v1/",
            headers={"apikey": key},
            timeout=timeout,
            trust_env=False,
        )

    async def aclose(self) -> None:
        """Close the kept connections."""
        await self._client.aclose()

    async def fetch_keys(self) -> object:
        """Return the project's public keys as it publishes them; raise `UnavailableError`."""
        return await self._ask("GET", ".well-known/jwks.json")

    async def sign_up(self, *, email: str, password: str, full_name: str) -> ExternalSession | None:
        """See `IIdentityProvider.sign_up`."""
        body = {"email": email, "password": password, "data": {"full_name": full_name}}
        answer = await self._ask("POST", "signup", body)
        # Without a session the address waits for its confirmation; an address that is taken looks the same then.
        return await self._session(answer) if isinstance(answer, dict) and answer.get("access_token") else None

    async def sign_in(self, *, email: str, password: str) -> ExternalSession:
        """See `IIdentityProvider.sign_in`."""
        answer = await self._ask(
            "POST",
            "token?grant_type=password",
            {"email": email, "password": password},
            refusal=InvalidCredentialsError,
        )
        return await self._session(answer)

    async def refresh(self, refresh_token: str) -> ExternalSession:
        """See `IIdentityProvider.refresh`."""
        answer = await self._ask(
            "POST", "token?grant_type=refresh_token", {"refresh_token": refresh_token}, refusal=InvalidTokenError
        )
        return await self._session(answer)

    async def verify(self, token: str, *, now: datetime) -> ExternalClaims:
        """See `IIdentityProvider.verify`."""
        claims = await self._verify_token(token, now)
        metadata = claims.get("user_metadata")
        said = metadata.get("full_name") or metadata.get("name") if isinstance(metadata, Mapping) else None
        try:
            email = str(claims.get("email") or "")
            if claims.get("role") != "authenticated" or claims.get("is_anonymous") or "@" not in email:
                raise InvalidTokenError("This token is not that of a person with an e-mail address")
            return ExternalClaims(
                external_id=str(UUID(str(claims["sub"]))),
                email=email,
                full_name=said if isinstance(said, str) else "",
                session_id=UUID(str(claims["session_id"])),
                expires_at=claims["expires_at"],
            )
        except (KeyError, ValueError) as error:
            raise InvalidTokenError from error

    async def sign_out(self, token: str, *, everywhere: bool) -> None:
        """See `IIdentityProvider.sign_out`."""
        try:
            await self._ask(
                "POST",
                f"logout?scope={'global' if everywhere else 'local'}",
                bearer=token,
                refusal=InvalidTokenError,
            )
        except InvalidTokenError:
            logger.debug("the session was over at the provider already")

    async def send_recovery(self, email: str) -> None:
        """See `IIdentityProvider.send_recovery`."""
        await self._ask("POST", "recover", {"email": email})

    async def send_confirmation(self, email: str) -> None:
        """See `IIdentityProvider.send_confirmation`."""
        await self._ask("POST", "resend", {"type": "signup", "email": email})

    async def redeem(self, secret: str, *, purpose: MailPurpose) -> ExternalSession:
        """See `IIdentityProvider.redeem`."""
        body = {"type": purpose, "token_hash": secret}
        return await self._session(await self._ask("POST", "verify", body, refusal=InvalidTokenError))

    async def set_password(self, token: str, password: str) -> None:
        """See `IIdentityProvider.set_password`."""
        await self._ask("PUT", "user", {"password": password}, bearer=token, refusal=InvalidTokenError)

    async def delete(self, external_id: str) -> bool:
        """See `IIdentityProvider.delete`."""
        response = await self._send("DELETE", f"admin/users/{UUID(external_id)}", None, self._key)
        if response.status_code in (200, 204, 404):
            return True
        if response.status_code in (401, 403):
            return False
        raise _failure(response, None)

    async def check(self) -> None:
        """See `IIdentityProvider.check`."""
        await self._ask("GET", "health")

    async def _session(self, answer: object) -> ExternalSession:
        if not isinstance(answer, dict) or not (answer.get("access_token") and answer.get("refresh_token")):
            raise UnavailableError("The sign-in service answered without a session", retry_after=_PATIENCE)
        token, life = str(answer["access_token"]), answer.get("expires_in")
        try:
            claims = await self.verify(token, now=self._clock())
        except InvalidTokenError as error:
            logger.error("the identity provider's own token does not verify: check SUPABASE_JWT_SECRET and its issuer")  # noqa: TRY400
            raise UnavailableError("The sign-in service is not set up properly", retry_after=_PATIENCE) from error
        return ExternalSession(
            claims=claims,
            access_token=token,
            refresh_token=str(answer["refresh_token"]),
            expires_in=life if isinstance(life, int) else 3600,
        )

    async def _ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, object] | None = None,
        *,
        bearer: str | None = None,
        refusal: type[JobWiseError] | None = None,
    ) -> object:
        """Return the answer's JSON; `refusal` is what a plain 4xx means."""
        response = await self._send(method, path, body, bearer)
        if not response.is_success:
            raise _failure(response, refusal)
        if not response.content:
            return None
        try:
            return response.json()
        except ValueError as error:
            raise _away() from error

    async def _send(
        self, method: str, path: str, body: Mapping[str, object] | None, bearer: str | None
    ) -> httpx2.Response:
        headers = {"authorization": f"Bearer {bearer}"} if bearer else {}
        try:
            return await self._client.request(method, path, json=body, headers=headers)
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as error:
            # Neither the address nor what was sent belongs in the message: both may hold secrets.
            raise _away() from error


def _failure(response: httpx2.Response, refusal: type[JobWiseError] | None) -> JobWiseError:
    code, message = _told(response)
    if response.status_code == 429:
        wait = response.headers.get("retry-after", "")
        return RateLimitedError(retry_after=int(wait) if wait.isdigit() else _PATIENCE)
    if response.status_code >= 500 or response.status_code < 400:
        return _away()
    if code in _UNCONFIRMED or (refusal is InvalidCredentialsError and "not confirmed" in message.lower()):
        return EmailNotConfirmedError()
    if code in _TAKEN or "already registered" in message.lower():
        return EmailTakenError()
    if code in _CLOSED:
        return RegistrationClosedError()
    if code in _WEAK:
        return ValidationError.of_field("password", message or "is too weak")
    if "api key" in message.lower() or (response.status_code == 401 and refusal is None):
        logger.error("Supabase refuses SUPABASE_KEY")
        return UnavailableError("The sign-in service is not set up properly", retry_after=_PATIENCE)
    if refusal is not None:
        return refusal()
    return ValidationError.of_field("email", message or "was refused")


def _told(response: httpx2.Response) -> tuple[str, str]:
    try:
        said = response.json()
    except ValueError:
        return "", ""
    if not isinstance(said, dict):
        return "", ""
    code = said.get("error_code") or said.get("error") or ""
    message = said.get("msg") or said.get("error_description") or said.get("message") or ""
    return str(code), str(message)[:300]


def _away() -> UnavailableError:
    return UnavailableError("The sign-in service does not answer; try again shortly", retry_after=5)
