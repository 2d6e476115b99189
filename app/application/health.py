"""Whether the service and what it stands on are well."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Literal

from app.domain.errors import JobWiseError

HealthCheck = Callable[[], Awaitable[None]]
_SECONDS = 3.0


class HealthService:
    """Asks every configured dependency; a check returns, or raises a `JobWiseError`.

    Without one of `optional` the service works on, with less.
    """

    def __init__(
        self,
        checks: Mapping[str, HealthCheck],
        *,
        version: str,
        revision: Callable[[], Awaitable[str]],
        optional: Mapping[str, HealthCheck] = MappingProxyType({}),
    ) -> None:
        self._checks = {**checks, **optional}
        self._optional = frozenset(optional)
        self._revision = revision
        self.version = version

    async def check(self) -> dict[str, str]:
        """Return `ok` or the trouble for each dependency by name, all asked at once."""
        results = await asyncio.gather(*(self._ask(check) for check in self._checks.values()))
        return dict(zip(self._checks, results, strict=True))

    def standing(self, results: Mapping[str, str]) -> Literal["ok", "degraded", "unavailable"]:
        """Return what the results of `check` come to."""
        wrong = {name for name, result in results.items() if result != "ok"}
        if not wrong:
            return "ok"
        return "degraded" if wrong <= self._optional else "unavailable"

    async def database_revision(self) -> str:
        """Return how far the database is migrated."""
        return await self._revision()

    @staticmethod
    async def _ask(check: HealthCheck) -> str:
        try:
            async with asyncio.timeout(_SECONDS):
                await check()
        except TimeoutError:
            return f"no answer within {_SECONDS:g} seconds"
        except JobWiseError as error:
            return error.message
        return "ok"
