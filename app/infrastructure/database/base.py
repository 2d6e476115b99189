"""What all tables share: the row base, the generic owned repository and the translation of database errors."""

import re
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Insert,
    MetaData,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
    delete,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import DeclarativeBase

from app.domain.entity import Entity, OwnedEntity
from app.domain.errors import (
    ConflictError,
    DatabaseAwayError,
    ForbiddenError,
    JobWiseError,
    NotFoundError,
    StorageFullError,
    ValidationError,
)
from app.domain.idempotency import current_effect
from app.domain.pagination import Page, PageRequest
from app.domain.partial_date import PartialDate
from app.infrastructure.database.statements import as_bound
from app.infrastructure.database.types import UtcDateTime

E = TypeVar("E", bound=OwnedEntity)
# Classes of SQLSTATE: connection, rolled back to resolve a conflict, out of resources, locks, the operator, the system.
_PASSING = frozenset({"08", "40", "53", "55", "57", "58"})
_SQLITE_UNIQUE = re.compile(r"UNIQUE constraint failed: (?P<columns>[\w., ]+)|index '(?P<index>\w+)'")


class Row(DeclarativeBase):
    """Base of all row classes. Column names equal the entity's field names."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        UUID: Uuid(),
        str: Text(),
        PartialDate: String(10),
    }


def table_of(row: type[Row]) -> Table:
    """Return the row class's table."""
    return cast("Table", row.__table__)


def upsert(table: Table, dialect: str, *, guard: str | None = None) -> Insert:
    """Return an insert that replaces the row with the same primary key.

    With `guard`, a row whose column of that name differs is left alone (nobody saves over another user's row).
    """
    insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    keys = [column.name for column in table.primary_key]
    rest = {column.name: insert.excluded[column.name] for column in table.columns if column.name not in keys}
    if not rest:
        return insert.on_conflict_do_nothing(index_elements=keys)
    where = table.c[guard] == insert.excluded[guard] if guard else None
    return insert.on_conflict_do_update(index_elements=keys, set_=rest, where=where)


def values_of(entity: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the named fields of `entity`."""
    return {name: getattr(entity, name) for name in names}


@asynccontextmanager
async def translated(conflicts: Mapping[str, type[JobWiseError]]) -> AsyncIterator[None]:
    """Turn database errors into domain errors; `conflicts` maps constraint names to the error each means."""
    try:
        yield
    except IntegrityError as error:
        raise conflicts.get(_constraint(error), ConflictError)() from error
    except (OperationalError, InterfaceError, PoolTimeoutError) as error:
        raise _outage(error) from error
    except (UnicodeEncodeError, OverflowError) as error:
        # The driver's own refusal, before anything was sent: a lone surrogate, an integer beyond 64 bits.
        raise ValidationError(fields=[{"field": "body", "message": "holds a value that cannot be stored"}]) from error
    except DataError as error:
        raise ValidationError(fields=[{"field": "body", "message": "holds a value that cannot be stored"}]) from error
    except DBAPIError as error:
        # A server that starts or stops answers with an error that the driver has no class for.
        if error.connection_invalidated or str(getattr(error.orig, "sqlstate", None))[:2] in _PASSING:
            raise _outage(error) from error
        raise
    except OSError as error:
        # Refused, reset or timed out while connecting: nothing of the driver's wraps these.
        raise _outage(error) from error


def _outage(error: Exception) -> JobWiseError:
    text = str(error).lower()
    if "disk is full" in text or "no space left" in text:
        return StorageFullError("The database has no room left")
    return DatabaseAwayError("The database is unavailable; try again shortly", retry_after=2)


def _constraint(error: IntegrityError) -> str:
    cause = getattr(error.orig, "__cause__", None)
    name = getattr(cause, "constraint_name", None)
    if name:
        return str(name)
    match = _SQLITE_UNIQUE.search(str(error.orig))
    if match is None:
        return ""
    if match["index"]:
        return match["index"]
    columns = [column.strip().split(".") for column in match["columns"].split(",")]
    return "_".join(["uq", columns[0][0], *(column[-1] for column in columns)])


class Repository:
    """A repository bound to the connection of one unit of work."""

    conflicts: ClassVar[Mapping[str, type[JobWiseError]]] = {}

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    async def _execute(self, statement: Any, parameters: Any = None) -> CursorResult[Any]:
        async with translated(self.conflicts):
            result: CursorResult[Any] = await self._connection.execute(statement, parameters)
            return result


class Listing:
    """The statements of one list of an owner's: a page in each order, and the number of all. Built once, then bound.

    `statement` selects from `table`; what it is bound with is up to whoever asks, but for `limit` and `offset`.
    """

    def __init__(self, statement: Select[Any], table: Table) -> None:
        self.counted = select(func.count()).select_from(statement.subquery())
        self._statement = statement
        self._columns = table.c
        self._pages: dict[str, Select[Any]] = {}

    def whole(self, sort: str) -> Select[Any]:
        """Return the statement of all rows; `sort` is a column's name, with a leading `-` for descending."""
        columns = self._columns[sort.removeprefix("-")], self._columns.id
        return self._statement.order_by(*(column.desc() if sort.startswith("-") else column for column in columns))

    def page(self, sort: str) -> Select[Any]:
        """Return the statement of a page of them."""
        if sort not in self._pages:
            self._pages[sort] = self.whole(sort).limit(bindparam("limit")).offset(bindparam("offset"))
        return self._pages[sort]


class OwnedRepository(Repository, Generic[E]):
    """`IOwnedRepository` over one table. Statements are built once a class, rows become entities without an ORM."""

    entity: ClassVar[type[Any]]
    row: ClassVar[type[Row]]
    noun: ClassVar[str]
    """What the missing-thing message calls it, e.g. "Profile"."""
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at"})
    unloaded: ClassVar[frozenset[str]] = frozenset()
    """Entity fields that are no columns; `_complete` fills them in."""

    _names: ClassVar[tuple[str, ...]]
    _select: ClassVar[Select[Any]]
    _select_one: ClassVar[Select[Any]]
    _upserts: ClassVar[dict[str, Insert]]
    _listings: ClassVar[dict[object, Listing]]

    def __init_subclass__(cls, **arguments: Any) -> None:
        """Build the class's statements."""
        super().__init_subclass__(**arguments)
        if "row" in cls.__dict__:
            table = table_of(cls.row)
            cls._names = tuple(f.name for f in fields(cls.entity) if f.name not in cls.unloaded)
            cls._select = select(*(table.c[name] for name in cls._names))
            cls._select_one = cls._select.where(table.c.id == bindparam("wanted_id"))
            cls._listings = {}
            cls._upserts = {name: upsert(table, name, guard="user_id") for name in ("sqlite", "postgresql")}

    async def get(self, entity_id: UUID, *, owner_id: UUID, lock: bool = False) -> E:
        """See `IOwnedRepository.get`."""
        statement = self._select_one.with_for_update() if lock else self._select_one
        found = await self._own(statement, entity_id, owner_id)
        return (await self._complete([self._entity(found)]))[0]

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[E]:
        """See `IOwnedRepository.page`."""
        given = {name: value for name, value in equals.items() if value is not None}
        listing = self._listing(tuple(given), lambda: [as_bound(table_of(self.row), name) for name in given])
        return await self._page(listing, request, {"user_id": owner_id, **given})

    def _listing(
        self,
        key: object,
        conditions: Callable[[], Iterable[ColumnElement[bool]]],
        columns: Select[Any] | None = None,
    ) -> Listing:
        """Return the list of the owner's rows that meet the conditions, which are made once for each `key`.

        `columns` selects what is read of each, whole rows by default.
        """
        if key not in self._listings:
            chosen = self._select if columns is None else columns
            statement = chosen.where(as_bound(table_of(self.row), "user_id"), *conditions())
            self._listings[key] = Listing(statement, table_of(self.row))
        return self._listings[key]

    async def _page(self, listing: Listing, request: PageRequest, parameters: Mapping[str, object]) -> Page[E]:
        rows, total = await self._rows(listing, request, parameters)
        entities = await self._complete([self._entity(row) for row in rows])
        return Page(items=entities, total=total, limit=request.limit, offset=request.offset)

    async def _rows(
        self, listing: Listing, request: PageRequest, parameters: Mapping[str, object]
    ) -> tuple[list[Any], int]:
        if request.sort.removeprefix("-") not in self.sortable:
            raise ValidationError.of_field("sort", f"one of {', '.join(sorted(self.sortable))}, with - for descending")
        window = {**parameters, "limit": request.limit, "offset": request.offset}
        rows = list(await self._execute(listing.page(request.sort), window))
        if rows and len(rows) < request.limit:
            return rows, request.offset + len(rows)
        return rows, (await self._execute(listing.counted, dict(parameters))).scalar_one()

    async def save(self, entity: E) -> None:
        """See `IOwnedRepository.save`."""
        await self._execute(self._upserts[self._dialect], values_of(entity, self._names))
        effect = current_effect.get()
        if effect is not None:
            effect.note(self.row.__tablename__, entity.id)

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        """See `IOwnedRepository.delete`."""
        await self.get(entity_id, owner_id=owner_id, lock=True)
        await self._execute(delete(table_of(self.row)).where(table_of(self.row).c.id == entity_id))

    async def _own(self, statement: Select[Any], entity_id: UUID, owner_id: UUID) -> Any:
        """Return the one row of a statement made from `_select_one`; raise `NotFoundError` or `ForbiddenError`."""
        found = (await self._execute(statement, {"wanted_id": entity_id})).one_or_none()
        if found is None:
            raise NotFoundError(f"{self.noun} not found")
        if found.user_id != owner_id:
            raise ForbiddenError
        return found

    async def _find_one(self, *conditions: Any) -> E | None:
        found = (await self._execute(self._select.where(*conditions).limit(1))).one_or_none()
        return None if found is None else (await self._complete([self._entity(found)]))[0]

    def _entity(self, row: Any) -> E:
        return cast("E", self.entity(**row._mapping))  # noqa: SLF001 - the documented name of a row's dict view

    async def _complete(self, entities: list[E]) -> list[E]:
        return entities


def entity_reader(entity: type[Entity] | type[Any], row: type[Row]) -> tuple[Select[Any], Callable[[Any], Any]]:
    """Return the select of an entity's columns and the function that makes the entity of a result row."""
    table = table_of(row)
    names = [f.name for f in fields(entity)]
    return select(*(table.c[name] for name in names)), lambda found: entity(**found._mapping)  # noqa: SLF001
