"""What rows say about files, in memory."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.documents import DocumentExport
from app.domain.ports.storage import KeptFile
from app.domain.resumes import Resume
from tests.fakes.auth import FakeUserRepository
from tests.fakes.base import FakeOwnedRepository
from tests.fakes.generations import FakeDocumentRepository


class FakeStoredFileRepository:
    """`IStoredFileRepository` over the fakes of resumes and documents."""

    def __init__(
        self, users: FakeUserRepository, resumes: FakeOwnedRepository[Resume], documents: FakeDocumentRepository
    ) -> None:
        self._users, self._resumes, self._documents = users, resumes, documents

    async def of_owners(self, owner_ids: Sequence[UUID]) -> list[KeptFile]:
        rows: list[Resume | DocumentExport] = [*self._resumes.rows.values(), *self._documents.exports.values()]
        kept = {
            KeptFile(storage_key=row.storage_key, size_bytes=row.size_bytes, sha256=row.sha256)
            for row in rows
            if row.user_id in owner_ids
        }
        return sorted(kept, key=lambda one: one.storage_key)

    async def owners(self, *, after: UUID | None, limit: int) -> list[UUID]:
        return sorted(user for user in self._users.rows if after is None or user > after)[:limit]

    async def use(self, owner_id: UUID) -> tuple[int, int]:
        kept = await self.of_owners([owner_id])
        return len(kept), sum(one.size_bytes for one in kept)
