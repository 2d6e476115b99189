"""Files."""

from typing import Protocol


class IFileStorage(Protocol):
    """Bytes under keys such as `users/<id>/resumes/<id>`. Keys are made by JobWise, never by a client."""

    async def put(self, key: str, data: bytes) -> None:
        """Store `data` under `key`, whole or not at all; raise `StorageFullError` or `UnavailableError`."""
        ...

    async def get(self, key: str) -> bytes:
        """Return the bytes; raise `NotFoundError`."""
        ...

    async def delete(self, key: str) -> None:
        """Delete the bytes; a missing key is fine."""
        ...

    async def list_keys(self, prefix: str) -> list[str]:
        """Return all keys below `prefix`, sorted."""
        ...
