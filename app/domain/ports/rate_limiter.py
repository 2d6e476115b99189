"""How often somebody may do something."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Allowance:
    """Where a key stands: `remaining` of `limit`, more room in `reset_seconds` at the latest."""

    is_allowed: bool
    limit: int
    remaining: int
    reset_seconds: int


@dataclass(frozen=True, slots=True)
class Rule:
    """At most `count` times in any `seconds`; a count of 0 turns the rule off. `name` keeps its counters apart."""

    name: str
    count: int
    seconds: int


class IRateLimiter(Protocol):
    """Counts, in all instances together where they share a store.

    Never raises and never stops limiting: with the store away each instance counts for itself.
    """

    async def hit(self, rule: Rule, key: str) -> Allowance:
        """Count one use, if it is allowed, and return where the key stands."""
        ...

    async def look(self, rule: Rule, key: str) -> Allowance:
        """Return where the key stands, counting nothing."""
        ...
