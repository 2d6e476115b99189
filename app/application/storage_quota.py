"""How much room an account may take."""

from uuid import UUID

from app.domain.errors import JobWiseError
from app.domain.files import StorageQuotaExceededError, StorageUse
from app.domain.unit_of_work import IUnitOfWork


class StorageQuota:
    """The limit of every account's files in bytes; `None` is none."""

    def __init__(self, limit_bytes: int | None) -> None:
        self._limit = limit_bytes

    async def use(self, uow: IUnitOfWork, owner_id: UUID) -> StorageUse:
        """Return how much room the owner's files take."""
        files, used = await uow.files.use(owner_id)
        return StorageUse(used_bytes=used, limit_bytes=self._limit, files=files)

    async def check(self, uow: IUnitOfWork, owner_id: UUID, size_bytes: int) -> None:
        """Raise `StorageQuotaExceededError` unless a file of this size has room."""
        trouble = await self.trouble(uow, owner_id, size_bytes)
        if trouble is not None:
            raise trouble

    async def claim(self, uow: IUnitOfWork, owner_id: UUID, size_bytes: int) -> None:
        """As `check`, in the transaction that saves the file's row: of two at a time one waits for the other."""
        if self._limit is not None:
            await uow.users.get(owner_id, lock=True)
            await self.check(uow, owner_id, size_bytes)

    async def trouble(self, uow: IUnitOfWork, owner_id: UUID, size_bytes: int) -> JobWiseError | None:
        """Return the error that a file of this size would meet."""
        if self._limit is None:
            return None
        used = (await self.use(uow, owner_id)).used_bytes
        if used + size_bytes <= self._limit:
            return None
        return StorageQuotaExceededError(used_bytes=used, limit_bytes=self._limit, file_bytes=size_bytes)
