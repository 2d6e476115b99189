"""The promise every repository of owned entities keeps."""

from typing import Protocol, TypeVar
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.pagination import Page, PageRequest

E = TypeVar("E", bound=OwnedEntity)


class IOwnedRepository(Protocol[E]):
    """Entities of one kind, reached only together with their owner's id."""

    async def get(self, entity_id: UUID, *, owner_id: UUID, lock: bool = False) -> E:
        """Return the entity; raise `NotFoundError`, or `ForbiddenError` when it is another user's.

        With `lock` nobody else changes the row until this unit of work ends.
        """
        ...

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[E]:
        """Return one page of the owner's entities whose named fields equal the given values (`None` is ignored).

        Raise `ValidationError` for a sort field outside the documented set. Ties are broken by id.
        """
        ...

    async def save(self, entity: E) -> None:
        """Insert the entity, or replace what is stored under its id."""
        ...

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        """Delete the entity; raise as `get` does."""
        ...
