"""Password hashing and access tokens."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypeVar
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from jose import JOSEError, JWTError, jwt
from passlib.hash import bcrypt_sha256

from app.domain.auth import InvalidTokenError, TokenExpiredError
from app.domain.errors import UnavailableError
from app.domain.ports.security import AccessClaims

T = TypeVar("T")
ALGORITHM = "HS256"
ISSUER = "jobwise"
AUDIENCE = "jobwise-api"
# Not `exp`: jose would then hold it against the machine's clock. It is read, and missed, below.
_OPTIONS = {**{f"require_{claim}": True for claim in ("sub", "iat", "iss", "aud", "jti")}, "verify_exp": False}

_FOREIGN = {**{f"require_{claim}": True for claim in ("sub", "iat", "iss", "aud")}, "verify_exp": False}
_LONGEST_TOKEN = 8_192
_PUBLIC_KINDS = {"ES256": "EC", "RS256": "RSA"}
_KEYS_HOLD_FOR = timedelta(minutes=10)
_KEYS_OUTLIVE_SILENCE = timedelta(days=1)
_FETCH_AT_MOST_EVERY = timedelta(seconds=60)
_FETCH_AGAIN_AFTER = timedelta(seconds=5)


class BcryptPasswordHasher:
    """bcrypt over a SHA-256 pre-hash (no 72-byte limit), in an executor of its own.

    At cost 12 a hash is about 0.3 s of a core. On the event loop it would stop everything, so `threads` run at a time
    and at most `queue` wait; more are turned away with `UnavailableError` rather than piling up.
    """

    def __init__(self, *, rounds: int = 12, threads: int = 1, queue: int = 32) -> None:
        self._scheme = bcrypt_sha256.using(rounds=rounds)
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")
        self._limit = threads + queue
        self._waiting = 0
        self._nobody: str | None = None

    async def hash(self, password: str) -> str:
        """See `IPasswordHasher.hash`."""
        return await self._run(lambda: str(self._scheme.hash(password)))

    async def verify(self, password: str, hashed: str) -> bool:
        """See `IPasswordHasher.verify`."""
        if not hashed:
            # The same work as for a known account, so that the time of the answer tells nothing.
            self._nobody = self._nobody or await self.hash("nobody's password")
            compared, hashed = self._nobody, ""
        else:
            compared = hashed
        matches = await self._run(lambda: bool(self._scheme.verify(password, compared)))
        return matches and hashed != ""

    async def _run(self, work: Callable[[], T]) -> T:
        if self._waiting >= self._limit:
            raise UnavailableError("Too many sign-ins at once; try again shortly", retry_after=2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the threads."""
        self._executor.shutdown(wait=False, cancel_futures=True)


class JoseTokenService:
    """`ITokenService` with python-jose: exactly one algorithm, and every claim required."""

    def __init__(self, secret: str, *, lifetime_seconds: int = 3600) -> None:
        if len(secret.encode()) < 32:
            raise ValueError("the token secret must have at least 32 bytes")
        self._secret = secret
        self.lifetime_seconds = lifetime_seconds

    def issue(self, *, user_id: UUID, email: str, session_id: UUID, now: datetime) -> str:
        """See `ITokenService.issue`."""
        claims = {
            "sub": str(user_id),
            "email": email,
            "sid": str(session_id),
            "iat": int(now.timestamp()),
            "exp": int((now + timedelta(seconds=self.lifetime_seconds)).timestamp()),
            "iss": ISSUER,
            "aud": AUDIENCE,
            "jti": uuid4().hex,
        }
        return str(jwt.encode(claims, self._secret, algorithm=ALGORITHM, headers={"typ": "at+jwt"}))

    def verify(self, token: str, *, now: datetime) -> AccessClaims:
        """See `ITokenService.verify`. The expiry is held against the clock of `now`, to the second."""
        try:
            if jwt.get_unverified_header(token).get("typ") != "at+jwt":
                raise InvalidTokenError
            claims = jwt.decode(
                token, self._secret, algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options=_OPTIONS
            )
            expires_at = datetime.fromtimestamp(int(claims["exp"]), UTC)
            found = AccessClaims(UUID(claims["sub"]), str(claims["email"]), UUID(claims["sid"]), expires_at)
        except (JWTError, KeyError, ValueError, TypeError, OverflowError, AttributeError) as error:
            raise InvalidTokenError from error
        if expires_at <= now:
            raise TokenExpiredError
        return found


class JwksTokenVerifier:
    """Verifies access tokens of another issuer with python-jose: its shared secret, or the public keys it publishes.

    The algorithm decides what kind of key may verify: HS256 only ever the secret, ES256 and RS256 only ever a public
    key of that kind. Keys are fetched when one is not known or they are old, at most once a minute however many tokens
    name unknown keys; while the issuer does not answer, the known ones go on to hold for a day.
    """

    def __init__(self, fetch_keys: Callable[[], Awaitable[object]], *, issuer: str, audience: str, secret: str) -> None:
        self._fetch_keys = fetch_keys
        self._issuer = issuer
        self._audience = audience
        self._secret = secret
        self._keys: dict[str, dict[str, Any]] = {}
        self._fetched_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._failure: UnavailableError | None = None
        self._fetching = asyncio.Lock()

    async def verify(self, token: str, now: datetime) -> dict[str, Any]:
        """Return the claims, with `expires_at` as a time.

        Raise `InvalidTokenError`, `TokenExpiredError`, or `UnavailableError` while there are no keys to verify with.
        """
        if len(token) > _LONGEST_TOKEN:
            raise InvalidTokenError
        try:
            header = jwt.get_unverified_header(token)
            algorithm = str(header.get("alg"))
            key = await self._key(algorithm, header.get("kid"), now)
            claims: dict[str, Any] = jwt.decode(
                token, key, algorithms=[algorithm], audience=self._audience, issuer=self._issuer, options=_FOREIGN
            )
            expires_at = datetime.fromtimestamp(int(claims["exp"]), UTC)
        except (JOSEError, KeyError, ValueError, TypeError, OverflowError, AttributeError) as error:
            raise InvalidTokenError from error
        if expires_at <= now:
            raise TokenExpiredError
        return {**claims, "expires_at": expires_at}

    async def _key(self, algorithm: str, kid: object, now: datetime) -> str | dict[str, Any]:
        if algorithm == ALGORITHM and self._secret:
            return self._secret
        kind = _PUBLIC_KINDS.get(algorithm)
        if kind is None or not isinstance(kid, str):
            raise InvalidTokenError
        found = self._keys.get(kid)
        if found is None or self._fetched_at is None or now - self._fetched_at >= _KEYS_HOLD_FOR:
            await self._refresh(now)
            found = self._keys.get(kid)
        if found is None and self._failure is not None:
            raise UnavailableError(self._failure.message, retry_after=self._failure.retry_after)
        if found is None or found.get("kty") != kind or found.get("alg", algorithm) != algorithm:
            raise InvalidTokenError
        return found

    async def _refresh(self, now: datetime) -> None:
        async with self._fetching:
            wait = _FETCH_AT_MOST_EVERY if self._failure is None else _FETCH_AGAIN_AFTER
            if self._tried_at is not None and now - self._tried_at < wait:
                return
            self._tried_at = now
            try:
                published = await self._fetch_keys()
            except UnavailableError as error:
                self._failure = error
                if self._fetched_at is not None and now - self._fetched_at >= _KEYS_OUTLIVE_SILENCE:
                    self._keys = {}
                return
            self._failure, self._fetched_at = None, now
            keys = published.get("keys") if isinstance(published, dict) else None
            self._keys = {
                str(key["kid"]): key
                for key in (keys if isinstance(keys, list) else ())
                if isinstance(key, dict) and key.get("kid") and key.get("use", "sig") == "sig"
            }


class AesSealer:
    """`ISealer` with AES-256-GCM and a fresh nonce each time."""

    def seal(self, data: bytes, *, secret: bytes) -> bytes:
        """See `ISealer.seal`."""
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(secret).encrypt(nonce, data, None)

    def open(self, sealed: bytes, *, secret: bytes) -> bytes:
        """See `ISealer.open`."""
        try:
            return AESGCM(secret).decrypt(sealed[:12], sealed[12:], None)
        except InvalidTag as error:
            raise ValueError("sealed with another secret, or damaged") from error


@cache
def common_passwords() -> frozenset[str]:
    """Return well-known passwords in lower case, with the variants that would pass the other rules."""
    words = (
        "password passw0rd p@ssw0rd p@ssword qwerty qwertyuiop qwerty123 letmein welcome admin administrator iloveyou "
        "monkey dragon sunshine princess football baseball superman batman trustno1 abc123 abcd1234 aa123456 "
        "master shadow michael jennifer jordan charlie summer winter spring autumn london freedom whatever "
        "starwars pokemon computer internet secret changeme default login hello test testing guest root user google "
        "jobwise 1q2w3e4r 1qaz2wsx zaq12wsx q1w2e3r4 asdfghjkl asdf1234 zxcvbnm"
    ).split()
    endings = ["", "1", "12", "123", "1234", "12345", "123456", "1!", "123!", "!", "01", "007", "69", "99", "00", "11"]
    endings += [str(year) for year in range(1980, 2031)]
    return frozenset(word + ending for word in words for ending in endings)
