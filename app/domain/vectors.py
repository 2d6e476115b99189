"""What is compared by its vectors: resumes, profiles and jobs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

IndexableKind = Literal["job", "resume", "profile"]


@dataclass(frozen=True, slots=True)
class Indexable:
    """A thing with text, as of its last change."""

    kind: IndexableKind
    changed_at: datetime


class IIndexableRepository(Protocol):
    """What there is to index, and by what it was indexed."""

    async def of_owner(self, owner_id: UUID) -> dict[UUID, Indexable]:
        """Return every job and resume of the owner that has a text, and every profile."""
        ...

    async def owners(self, *, after: UUID | None, limit: int) -> list[UUID]:
        """Return users who may own something, in the order of their ids, those after `after`."""
        ...

    async def signature(self) -> str:
        """Return what all users were last asked to be indexed by; empty where they never were."""
        ...

    async def set_signature(self, signature: str) -> None:
        """Remember what all users are to be indexed by."""
        ...
