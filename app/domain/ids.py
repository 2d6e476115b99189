"""Identifiers: UUIDv7, ordered by time."""

import os
import threading
import time
from datetime import datetime
from uuid import UUID

_lock = threading.Lock()
_last_millisecond = 0
_counter = 0


def uuid7() -> UUID:
    """Return a new UUIDv7 (RFC 9562, 5.7), strictly increasing within this process.

    The twelve bits of `rand_a` count within one millisecond (RFC 9562, 6.2, method 1), starting below
    their middle so that a burst does not overflow.
    """
    global _counter, _last_millisecond  # noqa: PLW0603 - the generator's state is the module's reason to exist
    random = int.from_bytes(os.urandom(10), "big")
    with _lock:
        millisecond = time.time_ns() // 1_000_000
        if millisecond > _last_millisecond:
            _last_millisecond = millisecond
            _counter = (random >> 64) & 0x3FF
        else:
            _counter += 1
            if _counter > 0xFFF:
                _last_millisecond += 1
                _counter = 0
        stamp, count = _last_millisecond, _counter
    value = stamp << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | random & ((1 << 62) - 1)
    return UUID(int=value)


def least_uuid7(moment: datetime) -> UUID:
    """Return what every UUIDv7 made at `moment` (aware) or later is not less than: a bound for a primary key."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)
