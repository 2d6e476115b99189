"""Files."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file that a row names; `sha256` in hexadecimal digits."""

    storage_key: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file that is there, as of when it was last written."""

    storage_key: str
    size_bytes: int
    modified_at: datetime


class IFileStorage(Protocol):
    """Bytes under keys such as `users/<id>/resumes/<id>`. Keys are made by JobWise, never by a client.

    Every call raises `UnavailableError` while the storage cannot be reached.
    """

    async def put(self, key: str, data: bytes) -> None:
        """Store `data` under `key`, whole or not at all; raise `StorageFullError`."""
        ...

    async def get(self, key: str) -> bytes:
        """Return the bytes; raise `NotFoundError`."""
        ...

    async def link(self, key: str, *, filename: str, content_type: str) -> str | None:
        """Return an address that downloads the bytes past JobWise, as `filename` and of `content_type`.

        It needs no sign-in and works for a limited time only. `None` where the storage has no such addresses; raise
        `NotFoundError`.
        """
        ...

    async def find(self, key: str) -> StoredFile | None:
        """Return what is under the key now."""
        ...

    async def delete(self, key: str) -> None:
        """Delete the bytes; a missing key is fine."""
        ...

    async def list_keys(self, prefix: str) -> list[str]:
        """Return all keys below `prefix`, sorted."""
        ...

    def list_files(self, prefix: str) -> AsyncIterator[list[StoredFile]]:
        """Yield all files below `prefix` in portions, in no order."""
        ...

    async def discard_partial(self, *, before: datetime) -> int:
        """Delete what is left of writing that broke off before this time; return how much. Readers never see it."""
        ...
