"""Password hashing and access tokens."""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TypeVar
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from jose import ExpiredSignatureError, JWTError, jwt
from passlib.hash import bcrypt_sha256

from app.domain.auth import InvalidTokenError, TokenExpiredError
from app.domain.errors import UnavailableError
from app.domain.ports.security import AccessClaims

T = TypeVar("T")
ALGORITHM = "HS256"
ISSUER = "jobwise"
AUDIENCE = "jobwise-api"
_REQUIRED = {f"require_{claim}": True for claim in ("sub", "exp", "iat", "iss", "aud", "jti")}


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
            options = {**_REQUIRED, "verify_exp": False}
            claims = jwt.decode(
                token, self._secret, algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options=options
            )
            expires_at = datetime.fromtimestamp(int(claims["exp"]), UTC)
            found = AccessClaims(UUID(claims["sub"]), str(claims["email"]), UUID(claims["sid"]), expires_at)
        except ExpiredSignatureError as error:
            raise TokenExpiredError from error
        except (JWTError, KeyError, ValueError, TypeError, OverflowError, AttributeError) as error:
            raise InvalidTokenError from error
        if expires_at <= now:
            raise TokenExpiredError
        return found


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
