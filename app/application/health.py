"""Whether the service and what it stands on are well."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from app.domain.errors import JobWiseError

HealthCheck = Callable[[], Awaitable[None]]
_SECONDS = 3.0


class HealthService:
    """Asks every configured dependency; a check returns, or raises a `JobWiseError`."""

    def __init__(
        self, checks: Mapping[str, HealthCheck], *, version: str, revision: Callable[[], Awaitable[str]]
    ) -> None:
        self._checks = checks
        self._revision = revision
        self.version = version

    async def check(self) -> dict[str, str]:
        """Return `ok` or the trouble for each dependency by name, all asked at once."""
        results = await asyncio.gather(*(self._ask(check) for check in self._checks.values()))
        return dict(zip(self._checks, results, strict=True))

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
