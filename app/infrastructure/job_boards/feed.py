"""The data of job boards: fetched through the guard, kept for a while, asked for once however many wait for it."""

import asyncio
import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar, cast

from app.domain.ports.job_boards import JobBoardUnavailableError
from app.infrastructure.http_guard import Fetched, FetchError, GuardedClient
from app.infrastructure.job_pages.fields import JSON

T = TypeVar("T")
_FAILURES_KEPT = timedelta(seconds=30)
_MOST_BYTES = 100_000_000
_REASONS = {
    401: "refuses the key",
    403: "refuses the request or the key",
    404: "knows no such board",
    410: "has closed this board",
    429: "asks for fewer requests",
}


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What was read of an address, and when it was fetched."""

    value: T
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class _Kept:
    outcome: object
    until: datetime
    size: int


class BoardFeed:
    """Reads addresses that answer JSON. Safe to share, to be closed with `aclose`.

    A failure is kept for half a minute, so that a board that hangs does not slow every search down.
    """

    def __init__(self, client: GuardedClient, *, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._clock = clock
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._size = 0
        self._running: dict[str, asyncio.Task[object]] = {}

    async def read(
        self,
        url: str,
        read: Callable[[JSON], T],
        *,
        source: str,
        seconds: float,
        headers: Mapping[str, str] | None = None,
    ) -> Reading[T]:
        """Return what `read` makes of the JSON at `url`, kept for `seconds`; raise `JobBoardUnavailableError`.

        Whoever stops waiting leaves the fetch running: its outcome serves the next search.
        """
        kept = self._kept.get(url)
        if kept is not None and kept.until > self._clock():
            outcome = kept.outcome
        else:
            running = self._running.get(url)
            if running is None:
                running = asyncio.ensure_future(self._fetch(url, read, source, timedelta(seconds=seconds), headers))
                self._running[url] = running
                running.add_done_callback(lambda _: self._running.pop(url, None))
            outcome = await asyncio.shield(running)
        if isinstance(outcome, JobBoardUnavailableError):
            raise JobBoardUnavailableError(outcome.message, source=source)
        return cast("Reading[T]", outcome)

    async def aclose(self) -> None:
        """Stop what is being fetched."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _fetch(
        self,
        url: str,
        read: Callable[[JSON], T],
        source: str,
        kept_for: timedelta,
        headers: Mapping[str, str] | None,
    ) -> object:
        now = self._clock()
        try:
            answer = await self._client.get(url, accept="application/json", headers=headers)
            value = await asyncio.to_thread(_read, answer, read, source)
        except FetchError as error:
            failure = JobBoardUnavailableError(f"{source}: {error}")
            self._keep(url, _Kept(failure, now + _FAILURES_KEPT, 0))
            return failure
        except JobBoardUnavailableError as error:
            self._keep(url, _Kept(error, now + _FAILURES_KEPT, 0))
            return error
        reading = Reading(value, now)
        self._keep(url, _Kept(reading, now + kept_for, len(answer.body)))
        return reading

    def _keep(self, url: str, kept: _Kept) -> None:
        before = self._kept.pop(url, None)
        self._size += kept.size - (before.size if before else 0)
        self._kept[url] = kept
        while self._size > _MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size


def _read(answer: Fetched, read: Callable[[JSON], T], source: str) -> T:
    if answer.status != 200:
        reason = _REASONS.get(answer.status, f"answered with an error ({answer.status})")
        raise JobBoardUnavailableError(f"{source} {reason}")
    try:
        data: JSON = json.loads(answer.body, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise JobBoardUnavailableError(f"{source} answered with something that is not its data") from error
    return read(data)
