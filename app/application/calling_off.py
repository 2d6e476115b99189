"""Waiting for slow work that somebody may call off meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

T = TypeVar("T")


async def unless_called_off(
    work: Coroutine[object, object, T], is_called_off: Callable[[], Awaitable[bool]], *, poll_seconds: float = 1.0
) -> T | None:
    """Return what `work` returns, or None where `is_called_off`, asked every `poll_seconds`, said yes first.

    However this ends, by an error or a cancellation too, the work is over by then: a model is hung up on.
    """
    task = asyncio.ensure_future(work)
    try:
        while not (await asyncio.wait({task}, timeout=poll_seconds))[0]:
            if await is_called_off():
                return None
        return task.result()
    finally:
        task.cancel()
        await asyncio.wait({task})
