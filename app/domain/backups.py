"""Copies of a whole installation: what of the database is copied, and what may go wrong."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from app.domain.errors import ConflictError, UnprocessableError
from app.domain.ports.storage import KeptFile

ColumnKind = Literal["text", "int", "float", "bool", "time", "uuid", "bytes", "json"]
CopiedRow = list[object]
"""A row's values as JSON knows them: times and ids as text, bytes in base 64."""


class BackupDamagedError(UnprocessableError):
    """The archive is cut short, was changed, or is none."""

    code = "backup_damaged"
    default_message = "This is no whole backup of JobWise; nothing was restored"


class BackupIsNewerError(ConflictError):
    """The archive was written by a JobWise that knows tables this one does not."""

    code = "backup_is_newer"
    default_message = "This backup was made by a newer JobWise; upgrade JobWise, then restore it"


class TargetNotEmptyError(ConflictError):
    """There is an account, or a file that the archive does not hold."""

    code = "target_not_empty"
    default_message = "There are data here already; a backup is restored into an empty installation only"


class NotMigratedError(ConflictError):
    """The database is not as this version of JobWise knows it."""

    code = "not_migrated"
    default_message = "The database is not at the revision of this JobWise; run jobwise migrate first"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table and its columns, each by name and kind."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [name for name, _ in self.columns]


class ITableReader(Protocol):
    """All rows as of one instant."""

    async def files(self) -> list[KeptFile]:
        """Return every file that a row names, each once, by key."""
        ...

    def rows(self, table: TableShape) -> AsyncIterator[list[CopiedRow]]:
        """Yield the table's rows in portions, in no order."""
        ...


class ITableWriter(ITableReader, Protocol):
    """One transaction: all is written or nothing. Foreign keys are looked at in the end."""

    async def is_empty(self) -> bool:
        """Tell whether there is no account; nobody else makes one until the end."""
        ...

    async def clear(self, table: TableShape) -> None:
        """Delete the table's rows."""
        ...

    async def insert(self, table: TableShape, rows: Sequence[CopiedRow]) -> None:
        """Add the rows."""
        ...


class IDatabaseCopy(Protocol):
    """Reads and writes whole tables, whatever they are about."""

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        ...

    def shapes(self) -> list[TableShape]:
        """Return every table as this version of JobWise knows it."""
        ...

    async def revision(self) -> tuple[str, str]:
        """Return the database's revision (empty where it has none) and the newest one that is known."""
        ...

    def knows(self, revision: str) -> bool:
        """Tell whether the revision is known."""
        ...

    async def is_empty(self) -> bool:
        """Tell whether there is no account, or not even a table."""
        ...

    async def move_to(self, revision: str) -> None:
        """Bring the tables to the revision; going back loses what they hold. Raises `DatabaseIsNewerError`."""
        ...

    def reading(self) -> AbstractAsyncContextManager[ITableReader]:
        """Open the database as of now: what is written meanwhile is not seen, and nobody has to wait."""
        ...

    def writing(self) -> AbstractAsyncContextManager[ITableWriter]:
        """Open a transaction that is committed at the end unless something was raised."""
        ...
