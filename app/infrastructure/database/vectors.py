"""Vectors in the database, and what there is to index."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, delete, exists, literal, or_, select, union_all
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.ports.embeddings import Vector
from app.domain.ports.vectors import IndexedState, IndexedText, Neighbour, VectorKind, from_halves, to_halves
from app.domain.vectors import Indexable
from app.infrastructure.database.base import Repository, Row, table_of, translated, upsert
from app.infrastructure.database.engine import Database


class VectorRow(Row):
    """The vector of one text of one thing, in half precision."""

    __tablename__ = "vectors"
    __table_args__ = (Index("ix_vectors_state", "user_id", "thing_id", "changed_at", "embedder"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    thing_id: Mapped[UUID] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(String(64), primary_key=True)
    text_hash: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]
    embedder: Mapped[str] = mapped_column(String(200))
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class VectorStateRow(Row):
    """By what all users were last asked to be indexed: at most one row."""

    __tablename__ = "vector_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    signature: Mapped[str]


_vectors = table_of(VectorRow)
_state = table_of(VectorStateRow)


class SqlVectorIndex:
    """`IVectorIndex` in the database: the owner's vectors of a kind are read and compared one by one, in numpy.

    That is exact and, up to some ten thousand things a user, as quick as an index would be. The database is the
    caller's to close.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def replace(self, owner_id: UUID, things: Mapping[UUID, Sequence[IndexedText]]) -> None:
        """See `IVectorIndex.replace`."""
        rows = [_values(owner_id, thing_id, text) for thing_id, texts in things.items() for text in texts]
        async with self._database.connect() as connection, translated({}):
            here = (_vectors.c.user_id == owner_id, _vectors.c.thing_id.in_(list(things)))
            await connection.execute(delete(_vectors).where(*here))
            if rows:
                # Another worker may have written the same in between.
                await connection.execute(upsert(_vectors, connection.dialect.name), rows)
            await connection.commit()

    async def load(self, owner_id: UUID, thing_id: UUID) -> list[IndexedText]:
        """See `IVectorIndex.load`."""
        wanted = select(_vectors).where(_vectors.c.user_id == owner_id, _vectors.c.thing_id == thing_id)
        return [
            IndexedText(
                kind=row.kind,
                part=row.part,
                text_hash=row.text_hash,
                changed_at=row.changed_at,
                embedder=row.embedder,
                vector=from_halves(row.vector),
            )
            for row in await self._read(wanted.order_by(_vectors.c.kind, _vectors.c.part))
        ]

    async def states(self, owner_id: UUID) -> dict[UUID, IndexedState]:
        """See `IVectorIndex.states`."""
        columns = (_vectors.c.thing_id, _vectors.c.changed_at, _vectors.c.embedder)
        found = await self._read(select(*columns).where(_vectors.c.user_id == owner_id).distinct())
        return {row.thing_id: IndexedState(row.changed_at, row.embedder) for row in found}

    async def nearest(
        self, owner_id: UUID, vector: Vector, *, kind: VectorKind, embedder: str, limit: int
    ) -> list[Neighbour]:
        """See `IVectorIndex.nearest`."""
        here = (_vectors.c.user_id == owner_id, _vectors.c.kind == kind, _vectors.c.embedder == embedder)
        columns = (_vectors.c.thing_id, _vectors.c.part, _vectors.c.vector)
        found = await self._read(select(*columns).where(*here).order_by(_vectors.c.thing_id, _vectors.c.part))
        rows = [row for row in found if len(row.vector) == 2 * len(vector)]
        return await asyncio.to_thread(_nearest, rows, vector, limit) if rows else []

    async def erase(self, owner_id: UUID) -> None:
        """See `IVectorIndex.erase`."""
        async with self._database.connect() as connection, translated({}):
            await connection.execute(delete(_vectors).where(_vectors.c.user_id == owner_id))
            await connection.commit()

    async def check(self) -> None:
        """See `IVectorIndex.check`."""
        await self._read(select(literal(1)))

    async def aclose(self) -> None:
        """See `IVectorIndex.aclose`."""

    async def _read(self, statement: Any) -> Sequence[Any]:
        async with self._database.connect(read_only=True) as connection, translated({}):
            return (await connection.execute(statement)).all()


def _values(owner_id: UUID, thing_id: UUID, text: IndexedText) -> dict[str, object]:
    return {
        "user_id": owner_id,
        "kind": text.kind,
        "thing_id": thing_id,
        "part": text.part,
        "text_hash": text.text_hash,
        "changed_at": text.changed_at,
        "embedder": text.embedder,
        "vector": to_halves(text.vector),
    }


def _nearest(rows: Sequence[Any], vector: Vector, limit: int) -> list[Neighbour]:
    import numpy as np  # noqa: PLC0415 - a tenth of a second that no start needs

    matrix = np.frombuffer(b"".join(row.vector for row in rows), np.float16).reshape(len(rows), len(vector))
    similarities = np.minimum(matrix.astype(np.float32) @ np.frombuffer(vector, np.float32), 1.0)
    # Stable, so that of equals the first by thing and part comes first.
    best = np.argsort(-similarities, kind="stable")[:limit]
    return [
        Neighbour(thing_id=rows[i].thing_id, part=rows[i].part, similarity=float(similarities[i]))
        for i in best.tolist()
    ]


class SqlIndexableRepository(Repository):
    """`IIndexableRepository` in SQL."""

    async def of_owner(self, owner_id: UUID) -> dict[UUID, Indexable]:
        """See `IIndexableRepository.of_owner`."""
        tables = Row.metadata.tables
        jobs, resumes, profiles = tables["jobs"].c, tables["resumes"].c, tables["master_profiles"].c
        wanted = union_all(
            select(literal("job").label("kind"), jobs.id, jobs.updated_at).where(
                jobs.user_id == owner_id, jobs.description != ""
            ),
            select(literal("resume"), resumes.id, resumes.updated_at).where(
                resumes.user_id == owner_id, resumes.parsed_text != ""
            ),
            select(literal("profile"), profiles.id, profiles.updated_at).where(profiles.user_id == owner_id),
        )
        return {row.id: Indexable(row.kind, row.updated_at) for row in await self._execute(wanted)}

    async def owners(self, *, after: UUID | None, limit: int) -> list[UUID]:
        """See `IIndexableRepository.owners`."""
        tables = Row.metadata.tables
        users = tables["users"].c
        owned = (exists().where(tables[name].c.user_id == users.id) for name in ("jobs", "resumes", "master_profiles"))
        wanted = select(users.id).where(or_(*owned)).order_by(users.id).limit(limit)
        return list((await self._execute(wanted.where(users.id > after) if after else wanted)).scalars())

    async def signature(self) -> str:
        """See `IIndexableRepository.signature`."""
        return (await self._execute(select(_state.c.signature))).scalar_one_or_none() or ""

    async def set_signature(self, signature: str) -> None:
        """See `IIndexableRepository.set_signature`."""
        await self._execute(upsert(_state, self._dialect), {"id": 1, "signature": signature})
