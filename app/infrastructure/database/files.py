"""What rows say about files."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, func, select, union

from app.domain.ports.storage import KeptFile
from app.infrastructure.database.base import Repository, Row

_NAME_FILES = ("resumes", "document_exports")


def select_files(owner_ids: Sequence[UUID] | None = None) -> CompoundSelect[Any]:
    """Return the select of every file that a row (of the owners) names, each once."""
    tables = (Row.metadata.tables[name].c for name in _NAME_FILES)
    return union(
        *(
            select(columns.storage_key, columns.size_bytes, columns.sha256).where(*_owned(columns, owner_ids))
            for columns in tables
        )
    ).order_by("storage_key")


def _owned(columns: Any, owner_ids: Sequence[UUID] | None) -> list[ColumnElement[bool]]:
    return [] if owner_ids is None else [columns.user_id.in_(owner_ids)]


def kept_files(rows: Sequence[Any]) -> list[KeptFile]:
    """Return the files of the select's rows."""
    return [KeptFile(storage_key=row.storage_key, size_bytes=row.size_bytes, sha256=row.sha256) for row in rows]


class SqlStoredFileRepository(Repository):
    """`IStoredFileRepository` in SQL."""

    async def of_owners(self, owner_ids: Sequence[UUID]) -> list[KeptFile]:
        """See `IStoredFileRepository.of_owners`."""
        return kept_files((await self._execute(select_files(owner_ids))).all())

    async def owners(self, *, after: UUID | None, limit: int) -> list[UUID]:
        """See `IStoredFileRepository.owners`."""
        users = Row.metadata.tables["users"].c
        wanted = select(users.id).order_by(users.id).limit(limit)
        return list((await self._execute(wanted.where(users.id > after) if after else wanted)).scalars())

    async def use(self, owner_id: UUID) -> tuple[int, int]:
        """See `IStoredFileRepository.use`."""
        files = select_files([owner_id]).order_by(None).subquery()
        wanted = select(func.count(), func.coalesce(func.sum(files.c.size_bytes), 0))
        found: Any = (await self._execute(wanted)).one()
        return int(found[0]), int(found[1])
