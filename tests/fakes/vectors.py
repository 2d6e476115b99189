"""An index and an embedder in memory, and what there is to index."""

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from app.domain.ports.embeddings import EmbeddingsUnavailableError, Vector
from app.domain.ports.llm import LLMAttempt, LLMBudget
from app.domain.ports.vectors import IndexedState, IndexedText, Neighbour, VectorKind
from app.domain.vectors import Indexable
from tests.fakes.base import FakeOwnedRepository


def _product(one: Vector, other: Vector) -> float:
    return sum(left * right for left, right in zip(one, other, strict=True))


class FakeVectorIndex:
    def __init__(self) -> None:
        self.rows: dict[UUID, dict[UUID, list[IndexedText]]] = {}

    async def replace(self, owner_id: UUID, things: Mapping[UUID, Sequence[IndexedText]]) -> None:
        for thing_id, texts in things.items():
            self.rows.setdefault(owner_id, {})[thing_id] = list(texts)

    async def load(self, owner_id: UUID, thing_id: UUID) -> list[IndexedText]:
        return sorted(self._of(owner_id).get(thing_id, []), key=lambda text: (text.kind, text.part))

    async def states(self, owner_id: UUID) -> dict[UUID, IndexedState]:
        found = self._of(owner_id).items()
        return {key: IndexedState(text.changed_at, text.embedder) for key, texts in found for text in texts}

    async def nearest(
        self, owner_id: UUID, vector: Vector, *, kind: VectorKind, embedder: str, limit: int
    ) -> list[Neighbour]:
        near = [
            Neighbour(thing_id=key, part=text.part, similarity=min(1.0, _product(text.vector, vector)))
            for key, texts in self._of(owner_id).items()
            for text in texts
            if (text.kind, text.embedder, len(text.vector)) == (kind, embedder, len(vector))
        ]
        return sorted(near, key=lambda one: (-one.similarity, one.thing_id, one.part))[:limit]

    async def erase(self, owner_id: UUID) -> None:
        self.rows.pop(owner_id, None)

    async def check(self) -> None:
        """It is always there."""

    async def aclose(self) -> None:
        """There is nothing to close."""

    def _of(self, owner_id: UUID) -> dict[UUID, list[IndexedText]]:
        return self.rows.get(owner_id, {})


@dataclass
class FakeEmbedder:
    """Counts letters. With a `host` it books its calls; while `is_away` it fails."""

    name: str = "letters"
    host: str = ""
    provider: str = "builtin"
    is_instant: bool = False
    is_away: bool = False
    texts: list[str] = field(default_factory=list)

    async def embed(self, texts: Sequence[str], *, budget: LLMBudget) -> list[Vector]:
        if self.host:
            budget.book(LLMAttempt(purpose="embed", status="failed" if self.is_away else "completed", model=self.name))
        if self.is_away:
            raise EmbeddingsUnavailableError
        self.texts += texts
        return [self._vector(text) for text in texts]

    async def aclose(self) -> None:
        """There is nothing to close."""

    @staticmethod
    def _vector(text: str) -> Vector:
        counts = [1.0, *(float(text.lower().count(chr(code))) for code in range(ord("a"), ord("z") + 1))]
        length = math.hypot(*counts)
        return array("f", [count / length for count in counts])


class FakeIndexableRepository:
    def __init__(self, **owned: FakeOwnedRepository[Any]) -> None:
        self.kept = ""
        self._owned = owned

    async def of_owner(self, owner_id: UUID) -> dict[UUID, Indexable]:
        texts = {"job": "description", "resume": "parsed_text", "profile": "id"}
        return {
            row.id: Indexable(kind, row.updated_at)  # type: ignore[arg-type]
            for kind, repository in self._owned.items()
            for row in repository.rows.values()
            if row.user_id == owner_id and getattr(row, texts[kind])
        }

    async def owners(self, *, after: UUID | None, limit: int) -> list[UUID]:
        owners = {row.user_id for repository in self._owned.values() for row in repository.rows.values()}
        return sorted(owner for owner in owners if after is None or owner > after)[:limit]

    async def signature(self) -> str:
        return self.kept

    async def set_signature(self, signature: str) -> None:
        self.kept = signature
