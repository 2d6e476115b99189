"""Files through obstore: a local folder, an S3-compatible bucket or memory, behind one adapter."""

import asyncio
import errno
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError
from obstore.exceptions import NotFoundError as ObjectMissing
from obstore.store import LocalStore, MemoryStore, S3Store

from app.domain.errors import NotFoundError, StorageFullError, UnavailableError
from app.domain.files import content_disposition
from app.domain.ports.storage import StoredFile

# What the local store calls a file until it is whole; no key of ours has such a name.
_STAGED = re.compile(r"#\d+$")


class ObstoreFileStorage:
    """`IFileStorage` over any obstore store.

    With `signer`, the same bucket by the address that downloads use, there are links that work for `link_seconds`.
    """

    def __init__(
        self, store: LocalStore | S3Store | MemoryStore, *, signer: S3Store | None = None, link_seconds: int = 0
    ) -> None:
        self._store = store
        self._signer = signer
        self._link_seconds = link_seconds

    async def put(self, key: str, data: bytes) -> None:
        """See `IFileStorage.put`."""
        with _translated():
            await obstore.put_async(self._store, key, data)

    async def get(self, key: str) -> bytes:
        """See `IFileStorage.get`."""
        with _translated():
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())

    async def link(self, key: str, *, filename: str, content_type: str) -> str | None:
        """See `IFileStorage.link`."""
        if self._signer is None:
            return None
        told = {"Content-Disposition": content_disposition(filename), "Content-Type": content_type}
        with _translated():
            # The store tells with the bytes what it was told when they came: nothing, where the file is older than
            # the setting or was restored. A link cannot say it instead, so that is put right first.
            found = await obstore.get_async(self._store, key, options={"head": True})
            if not told.items() <= found.attributes.items():
                whole = await obstore.get_async(self._store, key)
                await obstore.put_async(self._store, key, await whole.bytes_async(), attributes=told)
            return await obstore.sign_async(self._signer, "GET", key, timedelta(seconds=self._link_seconds))

    async def delete(self, key: str) -> None:
        """See `IFileStorage.delete`."""
        with _translated(missing_is_fine=True):
            await obstore.delete_async(self._store, key)

    async def find(self, key: str) -> StoredFile | None:
        """See `IFileStorage.find`."""
        try:
            with _translated():
                return _stored(await obstore.head_async(self._store, key))
        except NotFoundError:
            return None

    async def check(self) -> None:
        """Raise `UnavailableError` while the storage is away or does not let JobWise in."""
        await self.find("health")

    async def list_keys(self, prefix: str) -> list[str]:
        """See `IFileStorage.list_keys`."""
        return sorted([file.storage_key async for portion in self.list_files(prefix) for file in portion])

    async def list_files(self, prefix: str) -> AsyncIterator[list[StoredFile]]:
        """See `IFileStorage.list_files`."""
        with _translated():
            async for portion in obstore.list(self._store, prefix):
                yield [_stored(item) for item in portion]

    async def discard_partial(self, *, before: datetime) -> int:
        """See `IFileStorage.discard_partial`. Buckets have rules of their own for unfinished uploads."""
        if not isinstance(self._store, LocalStore) or self._store.prefix is None:
            return 0
        with _translated():
            return await asyncio.to_thread(_discard_partial, Path(self._store.prefix), before)


def local_storage(folder: Path) -> ObstoreFileStorage:
    """Return files kept below `folder`, which is made where it is missing."""
    return ObstoreFileStorage(LocalStore(folder, mkdir=True))


def s3_storage(
    bucket: str,
    *,
    endpoint: str | None,
    region: str | None,
    access_key_id: str | None,
    secret_access_key: str | None,
    public_endpoint: str | None = None,
    link_seconds: int = 0,
) -> ObstoreFileStorage:
    """Return files kept in an S3-compatible bucket, with links that work for `link_seconds` unless that is 0.

    Links lead to `public_endpoint` where the store has another address outside.
    """

    def reached_at(address: str | None) -> S3Store:
        return S3Store(
            bucket,
            endpoint=address,
            region=region,
            access_key_id=access_key_id,
            secret_access_key=secret_access_key,
            virtual_hosted_style_request=False,
            client_options={"allow_http": bool(address and address.startswith("http://"))},
        )

    store = reached_at(endpoint)
    if not link_seconds:
        return ObstoreFileStorage(store)
    signer = reached_at(public_endpoint) if public_endpoint else store
    return ObstoreFileStorage(store, signer=signer, link_seconds=link_seconds)


def _stored(item: Any) -> StoredFile:
    return StoredFile(storage_key=item["path"], size_bytes=item["size"], modified_at=item["last_modified"])


def _discard_partial(folder: Path, before: datetime) -> int:
    count = 0
    for path in folder.rglob("*#*"):
        if _STAGED.search(path.name) and datetime.fromtimestamp(path.stat().st_mtime, UTC) < before:
            path.unlink(missing_ok=True)
            count += 1
    return count


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
