"""The archive of a backup: a ZIP with `tables/<name>.jsonl`, `files/<key>` and, last, `manifest.json`."""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from app.domain.backups import BackupDamagedError, BackupIsNewerError, CopiedRow, TableShape
from app.domain.ports.storage import KeptFile

FORMAT = 1
_MANIFEST = "manifest.json"
_PORTION = 500
_KEY = re.compile(r"users/[0-9a-f-]{36}(/[\w-][\w.-]*)+")


class Fingerprint:
    """The number of rows, and a digest that does not depend on their order or on how a database writes numbers."""

    def __init__(self) -> None:
        self.count = 0
        self._sum = 0

    def add(self, rows: Sequence[CopiedRow]) -> None:
        """Take the rows in."""
        for row in rows:
            text = json.dumps(_canonical(row), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            self._sum += int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
        self.count += len(rows)

    @property
    def digest(self) -> str:
        """The digest in hexadecimal digits."""
        return f"{self._sum % 2**256:064x}"


def _canonical(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedTable:
    """A table in the archive."""

    shape: TableShape
    rows: int
    digest: str


@dataclass(slots=True, kw_only=True)
class Manifest:
    """What the archive holds. `missing` are keys of files that rows name and that were gone or damaged already."""

    jobwise: str
    revision: str
    taken_at: str
    database: str
    has_outside_vectors: bool
    tables: list[CopiedTable] = field(default_factory=list)
    files: list[KeptFile] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def row_count(self) -> int:
        """How many rows there are in all tables."""
        return sum(table.rows for table in self.tables)

    @property
    def file_bytes(self) -> int:
        """How many bytes all files have together."""
        return sum(file.size_bytes for file in self.files)


class ArchiveWriter:
    """Writes an archive, whole when it was closed; without `finish` there is no manifest, and it counts for nothing."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._member: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def add_file(self, key: str, data: bytes) -> None:
        """Add a file. PDF and DOCX are packed already."""
        self._zip.writestr(f"files/{key}", data, zipfile.ZIP_STORED)

    @contextmanager
    def table(self, name: str) -> Iterator[None]:
        """Begin a table: `add_rows` adds to it."""
        with self._zip.open(f"tables/{name}.jsonl", "w", force_zip64=True) as self._member:
            yield

    def add_rows(self, rows: Sequence[CopiedRow]) -> None:
        """Add rows to the table that was begun."""
        if self._member is None:
            raise ValueError("no table was begun")
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        self._member.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest."""
        plain = {"format": FORMAT, **asdict(manifest)}
        self._zip.writestr(_MANIFEST, json.dumps(plain, ensure_ascii=False, indent=1))


class ArchiveReader:
    """Reads an archive; raises `BackupDamagedError` or `BackupIsNewerError`, and `OSError` where there is no file."""

    def __init__(self, path: Path) -> None:
        with _damage():
            self._zip = zipfile.ZipFile(path)
        with _damage():
            self.manifest = _manifest(json.loads(self._zip.read(_MANIFEST)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def rows(self, table: CopiedTable) -> Iterator[list[CopiedRow]]:
        """Yield the table's rows in portions; the last one was checked against the digest of all."""
        found, portion = Fingerprint(), []
        with _damage(), self._zip.open(f"tables/{table.shape.name}.jsonl") as lines:
            for line in lines:
                row = json.loads(line.decode("utf-8", "surrogatepass"))
                if not isinstance(row, list) or len(row) != len(table.shape.columns):
                    raise BackupDamagedError
                portion.append(row)
                if len(portion) == _PORTION:
                    found.add(portion)
                    yield portion
                    portion = []
        found.add(portion)
        if (found.count, found.digest) != (table.rows, table.digest):
            raise BackupDamagedError(f"The rows of the table {table.shape.name} were changed; nothing was restored")
        yield portion

    def file(self, kept: KeptFile) -> bytes:
        """Return the file's bytes."""
        with _damage():
            data = self._zip.read(f"files/{kept.storage_key}")
        if hashlib.sha256(data).hexdigest() != kept.sha256:
            raise BackupDamagedError(f"The file {kept.storage_key} was changed; nothing was restored")
        return data

    def check(self) -> None:
        """Read everything once; raise `BackupDamagedError` unless all is as it was written."""
        for table in self.manifest.tables:
            for _ in self.rows(table):
                continue
        for kept in self.manifest.files:
            self.file(kept)


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError, NotImplementedError) as error:
        raise BackupDamagedError from error


def _manifest(plain: dict[str, Any]) -> Manifest:
    if plain["format"] > FORMAT:
        raise BackupIsNewerError
    tables = [
        CopiedTable(
            shape=TableShape(
                name=str(one["shape"]["name"]),
                columns=tuple((str(name), kind) for name, kind in one["shape"]["columns"]),
            ),
            rows=int(one["rows"]),
            digest=str(one["digest"]),
        )
        for one in plain["tables"]
    ]
    files = [KeptFile(**one) for one in plain["files"]]
    # Whoever can change an archive must not write elsewhere with it.
    if not all(_KEY.fullmatch(kept.storage_key) for kept in files):
        raise BackupDamagedError
    return Manifest(
        jobwise=str(plain["jobwise"]),
        revision=str(plain["revision"]),
        taken_at=str(plain["taken_at"]),
        database=str(plain["database"]),
        has_outside_vectors=bool(plain["has_outside_vectors"]),
        tables=tables,
        files=files,
        missing=[str(key) for key in plain["missing"]],
    )
