"""Files through obstore: a local folder, an S3-compatible bucket or memory, behind one adapter."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.exceptions import NotFoundError as ObjectMissing
from obstore.store import LocalStore, MemoryStore, S3Store

from app.domain.errors import NotFoundError, StorageFullError, UnavailableError


class ObstoreFileStorage:
    """`IFileStorage` over any obstore store."""

    def __init__(self, store: LocalStore | S3Store | MemoryStore) -> None:
        self._store = store

    async def put(self, key: str, data: bytes) -> None:
        """See `IFileStorage.put`."""
        with _translated():
            await obstore.put_async(self._store, key, data)

    async def get(self, key: str) -> bytes:
        """See `IFileStorage.get`."""
        with _translated():
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())

    async def delete(self, key: str) -> None:
        """See `IFileStorage.delete`."""
        with _translated(missing_is_fine=True):
            await obstore.delete_async(self._store, key)

    async def list_keys(self, prefix: str) -> list[str]:
        """See `IFileStorage.list_keys`."""
        with _translated():
            keys = [item["path"] async for batch in obstore.list(self._store, prefix) for item in batch]
        return sorted(keys)


def local_storage(folder: Path) -> ObstoreFileStorage:
    """Return files kept below `folder`, which is made where it is missing."""
    return ObstoreFileStorage(LocalStore(folder, mkdir=True))


def s3_storage(
    bucket: str, *, endpoint: str | None, region: str | None, access_key_id: str | None, secret_access_key: str | None
) -> ObstoreFileStorage:
    """Return files kept in an S3-compatible bucket."""
    plain = bool(endpoint and endpoint.startswith("http://"))
    store = S3Store(
        bucket,
        endpoint=endpoint,
        region=region,
        access_key_id=access_key_id,
        secret_access_key=secret_access_key,
        virtual_hosted_style_request=False,
        client_options={"allow_http": plain},
    )
    return ObstoreFileStorage(store)


@contextmanager
def _translated(*, missing_is_fine: bool = False) -> Iterator[None]:
    try:
        yield
    except (ObjectMissing, FileNotFoundError) as error:
        if not missing_is_fine:
            raise NotFoundError("File not found") from error
    except (BaseError, OSError) as error:
        if getattr(error, "errno", None) == errno.ENOSPC or "no space left" in str(error).lower():
            raise StorageFullError from error
        raise UnavailableError("The file storage is unavailable; try again shortly") from error
