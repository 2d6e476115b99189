"""What was done, for how long and inside of what, for operators."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol


class ISpan(Protocol):
    """A piece of work that goes on. It is told ids, kinds, counts and statuses, never a word that somebody wrote."""

    def tell(self, **attributes: str | int) -> None:
        """Add what is known by now; `name` renames the piece of work."""
        ...


class ITracer(Protocol):
    """Follows work through a process; what begins inside of a span belongs to it."""

    def span(self, name: str, *, parent: str = "", **attributes: str | int) -> AbstractContextManager[ISpan]:
        """Begin a piece of work that ends with the context; an exception that leaves it is noted by its kind alone.

        `parent` is the `traceparent` header of whoever asked for it (W3C Trace Context), where there is one.
        """
        ...


class _Untold:
    def tell(self, **attributes: str | int) -> None:
        """Forget it."""


class NoTracer:
    """`ITracer` where nobody looks."""

    _span = nullcontext(_Untold())

    def span(self, name: str, *, parent: str = "", **attributes: str | int) -> AbstractContextManager[ISpan]:
        """See `ITracer.span`."""
        return self._span
