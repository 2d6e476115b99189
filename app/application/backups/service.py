"""A backup holds database, files and vectors as of one instant; restored, it is that installation again."""

import asyncio
import hashlib
import logging
import os
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from app.application.backups.archive import ArchiveReader, ArchiveWriter, CopiedTable, Fingerprint, Manifest
from app.application.backups.vectors import outside_rows, text_of
from app.domain.backups import (
    BackupDamagedError,
    BackupIsNewerError,
    IDatabaseCopy,
    ITableReader,
    ITableWriter,
    NotMigratedError,
    TargetNotEmptyError,
)
from app.domain.errors import NotFoundError
from app.domain.ports.storage import IFileStorage, KeptFile
from app.domain.ports.vectors import IndexedText, IVectorIndex

logger = logging.getLogger(__name__)
Tell = Callable[[str], None]
_VECTORS, _VECTOR_STATE = "vectors", "vector_state"
_PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What was backed up or restored. `missing` are keys of files that were gone or damaged when it was made."""

    path: str
    taken_at: str
    revision: str
    tables: int
    rows: int
    files: int
    file_bytes: int
    missing: tuple[str, ...]


class BackupService:
    """Use cases of the operator. `vectors` is the index outside of the database, where there is one.

    It reads and writes files of the machine, and is for a process of its own: a command, not the API.
    """

    def __init__(
        self,
        database: IDatabaseCopy,
        storage: IFileStorage,
        vectors: IVectorIndex | None,
        *,
        version: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._storage = storage
        self._vectors = vectors
        self._version = version
        self._clock = clock

    async def write(self, path: Path, tell: Tell = logger.info) -> BackupReport:
        """Write a backup to `path`, which appears only when it is whole and was read again; the service may go on.

        Raise `NotMigratedError`, `BackupDamagedError` when what was written does not read back, or `OSError`.
        """
        current, newest = await self._database.revision()
        if current != newest:
            raise NotMigratedError(revision=current)
        partial = path.with_name(f"{path.name}.partial")
        try:
            # Everybody's data are in it.
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                with ArchiveWriter(file) as archive:
                    archive.finish(await self._copy(archive, current, tell))
                file.flush()
                os.fsync(file.fileno())
            tell("Reading the backup again")
            with ArchiveReader(partial) as written:
                written.check()
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        return _report(path, written.manifest)

    async def check(self, path: Path) -> BackupReport:
        """Read the whole backup and change nothing; raise `BackupDamagedError`, `BackupIsNewerError` or `OSError`."""
        with ArchiveReader(path) as archive:
            self._require_known(archive.manifest)
            archive.check()
            return _report(path, archive.manifest)

    async def restore(self, path: Path, tell: Tell = logger.info) -> BackupReport:
        """Restore a backup into this installation, which must be empty; everything is compared before it counts.

        The database may be of the other kind, the files and vectors elsewhere. Raise `TargetNotEmptyError`,
        `BackupDamagedError`, `BackupIsNewerError` or `OSError`; then nothing is left of it.
        """
        with ArchiveReader(path) as archive:
            manifest = archive.manifest
            self._require_known(manifest)
            if not await self._database.is_empty():
                raise TargetNotEmptyError
            tell("Checking the backup")
            archive.check()
            async with self._files_of(archive, tell):
                # An old backup is loaded into tables as they were, and then goes the way of every upgrade.
                await self._database.move_to(manifest.revision)
                try:
                    async with self._database.writing() as tables:
                        await self._load(archive, tables, tell)
                finally:
                    await self._database.move_to("head")
        return _report(path, manifest)

    def _require_known(self, manifest: Manifest) -> None:
        if not self._database.knows(manifest.revision):
            raise BackupIsNewerError(revision=manifest.revision)

    async def _copy(self, archive: ArchiveWriter, revision: str, tell: Tell) -> Manifest:
        copied: dict[str, KeptFile] = {}
        gone: set[str] = set()
        while True:
            async with self._database.reading() as tables:
                taken_at = self._clock()
                kept = await tables.files()
                tell(f"Copying {len(kept)} files")
                lost = await self._copy_files(archive, kept, copied)
                # A file may have been deleted since, with its row: then this instant is over, and the next one counts.
                # One that is still named a moment later was gone before.
                if lost <= gone:
                    manifest = Manifest(
                        jobwise=self._version,
                        revision=revision,
                        taken_at=taken_at.isoformat(),
                        database=self._database.kind,
                        has_outside_vectors=self._vectors is not None,
                        files=[copied[one.storage_key] for one in kept if one.storage_key not in lost],
                        missing=sorted(lost),
                    )
                    await self._copy_tables(archive, tables, manifest, taken_at, tell)
                    return manifest
            gone = lost
            await asyncio.sleep(_PAUSE_SECONDS)

    async def _copy_files(
        self, archive: ArchiveWriter, kept: Iterable[KeptFile], copied: dict[str, KeptFile]
    ) -> set[str]:
        lost = set()
        for one in kept:
            if one.storage_key in copied:
                continue
            try:
                data = await self._storage.get(one.storage_key)
            except NotFoundError:
                lost.add(one.storage_key)
                continue
            if hashlib.sha256(data).hexdigest() != one.sha256:
                lost.add(one.storage_key)
                continue
            archive.add_file(one.storage_key, data)
            copied[one.storage_key] = one
        return lost

    async def _copy_tables(
        self, archive: ArchiveWriter, tables: ITableReader, manifest: Manifest, taken_at: datetime, tell: Tell
    ) -> None:
        users: set[object] = set()
        for shape in self._database.shapes():
            tell(f"Copying the table {shape.name}")
            found = Fingerprint()
            outside = self._vectors if shape.name == _VECTORS else None
            portions = outside_rows(outside, shape, users, taken_at) if outside else tables.rows(shape)
            with archive.table(shape.name):
                async for rows in portions:
                    found.add(rows)
                    archive.add_rows(rows)
                    if shape.name == "users":
                        users.update(row[shape.names.index("id")] for row in rows)
            manifest.tables.append(CopiedTable(shape=shape, rows=found.count, digest=found.digest))

    @asynccontextmanager
    async def _files_of(self, archive: ArchiveReader, tell: Tell) -> AsyncIterator[None]:
        """Store the archive's files and compare them; delete them again when the rest does not come about."""
        keys = {kept.storage_key for kept in archive.manifest.files}
        # What an earlier attempt left is replaced.
        if not set(await self._storage.list_keys("users/")) <= keys:
            raise TargetNotEmptyError("There are files here already; a backup is restored into an empty storage only")
        tell(f"Storing {len(keys)} files")
        try:
            for kept in archive.manifest.files:
                await self._store(kept.storage_key, archive.file(kept))
            yield
        except BaseException:
            for key in keys:
                await self._storage.delete(key)
            raise

    async def _store(self, key: str, data: bytes) -> None:
        await self._storage.put(key, data)
        if await self._storage.get(key) != data:
            raise BackupDamagedError(f"The storage did not keep {key}; nothing was restored")

    async def _load(self, archive: ArchiveReader, tables: ITableWriter, tell: Tell) -> None:
        if not await tables.is_empty():
            raise TargetNotEmptyError
        for table in archive.manifest.tables:
            tell(f"Writing the table {table.shape.name}")
            await tables.clear(table.shape)
            for rows in archive.rows(table):
                await tables.insert(table.shape, rows)
        tell("Comparing what was written")
        for table in archive.manifest.tables:
            found = Fingerprint()
            async for rows in tables.rows(table.shape):
                found.add(rows)
            if (found.count, found.digest) != (table.rows, table.digest):
                raise BackupDamagedError(
                    f"The database did not keep {table.shape.name} as it was; nothing was restored"
                )
        await self._load_vectors(archive, tables)

    async def _load_vectors(self, archive: ArchiveReader, tables: ITableWriter) -> None:
        by_name = {table.shape.name: table for table in archive.manifest.tables}
        if self._vectors is not None and _VECTORS in by_name:
            shape = by_name[_VECTORS].shape
            things: dict[tuple[UUID, UUID], list[IndexedText]] = {}
            for rows in archive.rows(by_name[_VECTORS]):
                for row in rows:
                    values = dict(zip(shape.names, row, strict=True))
                    key = UUID(str(values["user_id"])), UUID(str(values["thing_id"]))
                    things.setdefault(key, []).append(text_of(values))
            for (owner_id, thing_id), texts in things.items():
                await self._vectors.replace(owner_id, {thing_id: texts})
            await tables.clear(shape)
        if (self._vectors is not None or archive.manifest.has_outside_vectors) and _VECTOR_STATE in by_name:
            # Then every user is looked through once: what the index did not have at that instant is made anew.
            await tables.clear(by_name[_VECTOR_STATE].shape)


def _report(path: Path, manifest: Manifest) -> BackupReport:
    return BackupReport(
        path=str(path),
        taken_at=manifest.taken_at,
        revision=manifest.revision,
        tables=len(manifest.tables),
        rows=manifest.row_count,
        files=len(manifest.files),
        file_bytes=manifest.file_bytes,
        missing=tuple(manifest.missing),
    )
