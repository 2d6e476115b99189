"""`IOwnedRepository` in a dictionary."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ForbiddenError, NotFoundError, ValidationError
from app.domain.idempotency import current_effect
from app.domain.pagination import Page, PageRequest

E = TypeVar("E", bound=OwnedEntity)


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of another repository's rows that names rows of this one: they go with it, or forget it."""

    repository: "FakeOwnedRepository[Any]"
    field: str
    goes_with_it: bool


class FakeOwnedRepository(Generic[E]):
    """`IOwnedRepository` in a dictionary. What is handed out is a copy, as it is from a database."""

    def __init__(self, noun: str, sortable: Iterable[str]) -> None:
        self.rows: dict[UUID, E] = {}
        self._references: list[Reference] = []
        self._table = ""
        self._noun = noun
        self._sortable = {"created_at", "updated_at", *sortable}

    async def get(self, entity_id: UUID, *, owner_id: UUID, lock: bool = False) -> E:
        found = self.rows.get(entity_id)
        if found is None:
            raise NotFoundError(f"{self._noun} not found")
        if found.user_id != owner_id:
            raise ForbiddenError
        return copy.deepcopy(found)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[E]:
        field = request.sort.removeprefix("-")
        if field not in self._sortable:
            raise ValidationError.of_field("sort", f"one of {sorted(self._sortable)}")
        wanted = {name: value for name, value in equals.items() if value is not None}
        rows = [
            row
            for row in self.rows.values()
            if row.user_id == owner_id and all(getattr(row, name) == value for name, value in wanted.items())
        ]
        rows.sort(key=lambda row: (getattr(row, field), row.id), reverse=request.sort.startswith("-"))
        window = rows[request.offset : request.offset + request.limit]
        return Page(copy.deepcopy(window), len(rows), request.limit, request.offset)

    async def save(self, entity: E) -> None:
        stored = self.rows.get(entity.id)
        if stored is None or stored.user_id == entity.user_id:
            self.rows[entity.id] = copy.deepcopy(entity)
        effect = current_effect.get()
        if effect is not None:
            effect.note(self._table, entity.id)

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        await self.get(entity_id, owner_id=owner_id)
        self._drop(entity_id)

    def name_table(self, table: str) -> None:
        """Say what the rows are called where the database names its tables."""
        self._table = table

    def refer(self, repository: "FakeOwnedRepository[Any]", field: str, *, goes_with_it: bool = False) -> None:
        """Let deletions here reach the rows of another repository."""
        self._references.append(Reference(repository, field, goes_with_it))

    def _drop(self, entity_id: UUID) -> None:
        del self.rows[entity_id]
        for reference in self._references:
            for row in list(reference.repository.rows.values()):
                if getattr(row, reference.field) != entity_id:
                    continue
                if reference.goes_with_it:
                    reference.repository._drop(row.id)
                else:
                    setattr(row, reference.field, None)

    def _find(self, **equals: object) -> E | None:
        rows = [row for row in self.rows.values() if all(getattr(row, name) == equals[name] for name in equals)]
        return copy.deepcopy(min(rows, key=lambda row: row.id)) if rows else None
