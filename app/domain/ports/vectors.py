"""Where vectors are kept and searched, each user's apart."""

import struct
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.ports.embeddings import Vector

VectorKind = Literal["job", "resume", "profile", "profile_item"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedText:
    """The vector of one text of a thing: a job, a resume, a profile, or the profile's item `part`.

    `text_hash` is the text's, `changed_at` the moment the thing was last changed when it was read, `embedder` the name
    of what made the vector.
    """

    kind: VectorKind
    part: str = ""
    text_hash: str
    changed_at: datetime
    embedder: str
    vector: Vector


@dataclass(frozen=True, slots=True)
class IndexedState:
    """As of when and by which embedder a thing is indexed."""

    changed_at: datetime
    embedder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A text near another one; `similarity` is the dot product, 1 at most."""

    thing_id: UUID
    part: str
    similarity: float


def to_halves(vector: Vector) -> bytes:
    """Return the numbers in half precision, two bytes each, as they are kept."""
    return struct.pack(f"<{len(vector)}e", *vector)


def from_halves(data: bytes) -> Vector:
    """Return the numbers of `to_halves`."""
    return array("f", struct.unpack(f"<{len(data) // 2}e", data))


class IVectorIndex(Protocol):
    """Vectors by owner: no call ever reads or changes those of somebody else.

    Every call raises `UnavailableError` while the index cannot be reached. What was written is found at once.
    """

    async def replace(self, owner_id: UUID, things: Mapping[UUID, Sequence[IndexedText]]) -> None:
        """Let each thing have exactly these texts; with none it is forgotten. Doing it twice does no harm."""
        ...

    async def load(self, owner_id: UUID, thing_id: UUID) -> list[IndexedText]:
        """Return the thing's texts, ordered by kind and part; numbers may have lost their fourth digit."""
        ...

    async def states(self, owner_id: UUID) -> dict[UUID, IndexedState]:
        """Return every thing of the owner that has a text here."""
        ...

    async def nearest(
        self, owner_id: UUID, vector: Vector, *, kind: VectorKind, embedder: str, limit: int
    ) -> list[Neighbour]:
        """Return the owner's nearest texts of the kind by this embedder, the nearest first, then by thing and part."""
        ...

    async def erase(self, owner_id: UUID) -> None:
        """Forget everything of the owner."""
        ...

    async def check(self) -> None:
        """Raise `UnavailableError` while the index cannot be reached."""
        ...

    async def aclose(self) -> None:
        """Close the connections. A second call does nothing."""
        ...
