"""Files: how much room they take, whether they are whole, and those that nobody names."""

import hashlib
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.application.storage_quota import StorageQuota
from app.domain.errors import NotFoundError
from app.domain.files import StorageUse
from app.domain.ports.storage import IFileStorage, KeptFile, StoredFile
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
_FOLDER = "users/"
_AT_ONCE = 500
# Longer than any request, and than a worker may need that comes back to a generation.
_REST = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """What came of comparing rows and files: how many files rows name, and the keys of those that are not as named."""

    files: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]


class FileService:
    """Use cases of stored files as such."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        storage: IFileStorage,
        quota: StorageQuota,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._storage = storage
        self._quota = quota
        self._clock = clock

    async def use(self, owner_id: UUID) -> StorageUse:
        """Return how much room the owner's files take, and may take."""
        async with self._unit_of_work(read_only=True) as uow:
            return await self._quota.use(uow, owner_id)

    async def check(self) -> FileCheck:
        """Read every file that a row names and compare its checksum; what was deleted meanwhile does not count."""
        count, missing, damaged = 0, [], []
        async for owners in self._owners():
            for kept in await self._kept(owners):
                count += 1
                try:
                    data = await self._storage.get(kept.storage_key)
                except NotFoundError:
                    missing.append((owners, kept.storage_key))
                    continue
                if hashlib.sha256(data).hexdigest() != kept.sha256:
                    damaged.append(kept.storage_key)
        gone = [key for owners, key in missing if key in {one.storage_key for one in await self._kept(owners)}]
        return FileCheck(files=count, missing=tuple(gone), damaged=tuple(damaged))

    async def sweep(self) -> int:
        """Delete files that no row names and that nobody wrote to for a day; return how many there were."""
        before = self._clock() - _REST
        count = await self._storage.discard_partial(before=before)
        async for portion in self._storage.list_files(_FOLDER):
            old = [file for file in portion if file.modified_at < before]
            for at in range(0, len(old), _AT_ONCE):
                count += await self._sweep(old[at : at + _AT_ONCE], before)
        if count:
            logger.info("%s files that no row named were deleted", count)
        return count

    async def _sweep(self, files: list[StoredFile], before: datetime) -> int:
        by_key = {file.storage_key: owner for file in files if (owner := _owner(file.storage_key)) is not None}
        named = {kept.storage_key for kept in await self._kept(sorted(set(by_key.values())))}
        count = 0
        for key in by_key.keys() - named:
            # A worker that takes up old work writes the same bytes to the same place before its row names them.
            current = await self._storage.find(key)
            if current is not None and current.modified_at < before:
                await self._storage.delete(key)
                count += 1
        return count

    async def _owners(self) -> AsyncIterator[list[UUID]]:
        last = None
        while True:
            async with self._unit_of_work(read_only=True) as uow:
                owners = await uow.files.owners(after=last, limit=_AT_ONCE)
            if not owners:
                return
            yield owners
            last = owners[-1]

    async def _kept(self, owners: list[UUID]) -> list[KeptFile]:
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.files.of_owners(owners)


def _owner(key: str) -> UUID | None:
    """Return whose file it is; `None` where the key is none of ours, and nothing is known about it."""
    try:
        return UUID(key.split("/")[1])
    except (IndexError, ValueError):
        return None
