"""Files that rows name: whose they are, and how much room they take."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote
from uuid import UUID

from app.domain.errors import PayloadTooLargeError
from app.domain.ports.storage import KeptFile


def content_disposition(filename: str) -> str:
    """Return the header field of a download, in ASCII: the name in plain letters and, RFC 6266, in UTF-8."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\/' else "_" for c in filename)[:150]
    return f"attachment; filename=\"{plain or 'file'}\"; filename*=UTF-8''{quote(filename[:150], safe='')}"


class StorageQuotaExceededError(PayloadTooLargeError):
    """`used_bytes` and `limit_bytes` say how full the account is."""

    code = "storage_quota_exceeded"
    default_message = "There is no room left in this account; delete resumes or documents you no longer need"


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageUse:
    """How much room an account's files take; without `limit_bytes` it may be any."""

    used_bytes: int
    limit_bytes: int | None
    files: int


class IStoredFileRepository(Protocol):
    """The files of all users, as their rows say."""

    async def of_owners(self, owner_ids: Sequence[UUID]) -> list[KeptFile]:
        """Return every file of the owners, each once, by key."""
        ...

    async def owners(self, *, after: UUID | None, limit: int) -> list[UUID]:
        """Return users in the order of their ids, those after `after`."""
        ...

    async def use(self, owner_id: UUID) -> tuple[int, int]:
        """Return how many files the owner has, and their bytes."""
        ...
