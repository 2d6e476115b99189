"""Slows down guessing of passwords without ever locking the owner out for good."""

import hashlib

from app.domain.errors import RateLimitedError
from app.domain.ports.rate_limiter import IRateLimiter, Rule

_PAIR = Rule("login-pair", 10, 900)
_ADDRESS = Rule("login-address", 100, 3600)
_ACCOUNT = Rule("login-account", 100, 3600)


class LoginThrottle:
    """Counts failed sign-ins by account and address together, by address, and by account.

    An account that strangers guess at from many addresses stays open to addresses its owner is signed in from, and to
    everybody again as the window of an hour moves on.
    """

    def __init__(self, limiter: IRateLimiter) -> None:
        self._limiter = limiter

    async def check(self, account: str, address: str, *, is_familiar: bool) -> None:
        """Raise `RateLimitedError` after too many failures; `is_familiar` tells of an address of the owner's own."""
        rules = [(_PAIR, _key(account, address)), (_ADDRESS, _key(address))]
        if not is_familiar:
            rules.append((_ACCOUNT, _key(account)))
        for rule, key in rules:
            standing = await self._limiter.look(rule, key)
            if not standing.is_allowed:
                raise RateLimitedError(
                    "Too many failed sign-ins; wait, or reset the password",
                    retry_after=standing.reset_seconds,
                    limit=standing.limit,
                )

    async def note_failure(self, account: str, address: str) -> None:
        """Count a failed sign-in."""
        await self._limiter.hit(_PAIR, _key(account, address))
        await self._limiter.hit(_ADDRESS, _key(address))
        await self._limiter.hit(_ACCOUNT, _key(account))


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
