"""One action on many things: what can be done is done, and the rest is told."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from app.domain.errors import JobWiseError, StorageFullError, UnavailableError


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkFailure:
    """A thing that was left as it was, and why."""

    id: UUID
    code: str
    message: str

    @classmethod
    def of(cls, thing_id: UUID, error: JobWiseError) -> "BulkFailure":
        """Return the failure that the error was."""
        return cls(id=thing_id, code=error.code, message=error.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkReport:
    """Which things it was done to, and which not."""

    done: tuple[UUID, ...]
    failed: tuple[BulkFailure, ...]


async def in_bulk(ids: Iterable[UUID], act: Callable[[UUID], Awaitable[object]]) -> BulkReport:
    """Do it to each in turn, each on its own: one that is refused hinders no other.

    Where the service itself gives out, the rest is not tried: raise that `UnavailableError` or `StorageFullError` if
    nothing was done yet, else tell it of each that is left.
    """
    done: list[UUID] = []
    failed: list[BulkFailure] = []
    wanted = list(dict.fromkeys(ids))
    for at, thing_id in enumerate(wanted):
        try:
            await act(thing_id)
        except (UnavailableError, StorageFullError) as error:
            if not done:
                raise
            failed += [BulkFailure.of(left, error) for left in wanted[at:]]
            break
        except JobWiseError as error:
            failed.append(BulkFailure.of(thing_id, error))
        else:
            done.append(thing_id)
    return BulkReport(done=tuple(done), failed=tuple(failed))
