"""Vectors in a Qdrant server."""

import asyncio
import hashlib
from array import array
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from app.domain.errors import UnavailableError
from app.domain.ports.embeddings import Vector
from app.domain.ports.vectors import IndexedState, IndexedText, Neighbour, VectorKind

if TYPE_CHECKING:
    from qdrant_client import AsyncQdrantClient

IN_MEMORY = ":memory:"
_PREFIX = "jobwise-"
_PAGE = 1000


class QdrantVectorIndex:
    """`IVectorIndex` on a Qdrant server: a collection for each embedder, for their vectors differ in length.

    `location` is `host`, `host:port` or a URL; `:memory:` is the client's own index, which is for tests. A user's
    points are all looked at, so no graph is built: that is exact, and what one user has is little.
    """

    def __init__(self, location: str, *, api_key: str = "", timeout_seconds: int = 5) -> None:
        self._location = location
        self._api_key = api_key
        self._timeout = timeout_seconds
        self._client: AsyncQdrantClient | None = None
        self._loading = asyncio.Lock()

    async def replace(self, owner_id: UUID, things: Mapping[UUID, Sequence[IndexedText]]) -> None:
        """See `IVectorIndex.replace`."""
        async with self._connected() as (client, models):
            points: dict[str, list[Any]] = {}
            for thing_id, texts in things.items():
                for text in texts:
                    point = models.PointStruct(
                        id=str(uuid5(owner_id, f"{text.kind}:{thing_id}:{text.part}")),
                        vector=text.vector.tolist(),
                        payload={
                            "user_id": str(owner_id),
                            "thing_id": str(thing_id),
                            "kind": text.kind,
                            "part": text.part,
                            "text_hash": text.text_hash,
                            "changed_at": text.changed_at.isoformat(),
                            "embedder": text.embedder,
                        },
                    )
                    points.setdefault(_collection(text.embedder), []).append(point)
            for name, found in points.items():
                await self._ensure(client, models, name, len(found[0].vector))
                await client.upsert(name, found, wait=True)
            for name in await _collections(client):
                kept = [point.id for point in points.get(name, ())]
                others = models.Filter(
                    must=[_is(models, "user_id", owner_id), _is(models, "thing_id", *things)],
                    must_not=[models.HasIdCondition(has_id=kept)] if kept else None,
                )
                await client.delete(name, models.FilterSelector(filter=others), wait=True)

    async def load(self, owner_id: UUID, thing_id: UUID) -> list[IndexedText]:
        """See `IVectorIndex.load`."""
        async with self._connected() as (client, models):
            wanted = models.Filter(must=[_is(models, "user_id", owner_id), _is(models, "thing_id", thing_id)])
            points = [
                point
                for name in await _collections(client)
                async for point in _scroll(client, name, wanted, with_payload=True, with_vectors=True)
            ]
        texts = [
            IndexedText(
                kind=point.payload["kind"],
                part=point.payload["part"],
                text_hash=point.payload["text_hash"],
                changed_at=datetime.fromisoformat(point.payload["changed_at"]),
                embedder=point.payload["embedder"],
                vector=array("f", point.vector),
            )
            for point in points
        ]
        return sorted(texts, key=lambda text: (text.kind, text.part))

    async def states(self, owner_id: UUID) -> dict[UUID, IndexedState]:
        """See `IVectorIndex.states`."""
        fields = ["thing_id", "changed_at", "embedder"]
        async with self._connected() as (client, models):
            wanted = models.Filter(must=[_is(models, "user_id", owner_id)])
            found = [
                point.payload
                for name in await _collections(client)
                async for point in _scroll(client, name, wanted, with_payload=fields, with_vectors=False)
            ]
        return {
            UUID(one["thing_id"]): IndexedState(datetime.fromisoformat(one["changed_at"]), one["embedder"])
            for one in found
        }

    async def nearest(
        self, owner_id: UUID, vector: Vector, *, kind: VectorKind, embedder: str, limit: int
    ) -> list[Neighbour]:
        """See `IVectorIndex.nearest`."""
        name = _collection(embedder)
        async with self._connected() as (client, models):
            if name not in await _collections(client):
                return []
            found: Any = await client.query_points(
                name,
                query=vector.tolist(),
                query_filter=models.Filter(must=[_is(models, "user_id", owner_id), _is(models, "kind", kind)]),
                search_params=None if self._location == IN_MEMORY else models.SearchParams(exact=True),
                limit=limit,
                with_payload=["thing_id", "part"],
            )
        near = [
            Neighbour(
                thing_id=UUID(point.payload["thing_id"]), part=point.payload["part"], similarity=min(1.0, point.score)
            )
            for point in found.points
        ]
        return sorted(near, key=lambda one: (-one.similarity, one.thing_id, one.part))

    async def erase(self, owner_id: UUID) -> None:
        """See `IVectorIndex.erase`."""
        async with self._connected() as (client, models):
            theirs = models.FilterSelector(filter=models.Filter(must=[_is(models, "user_id", owner_id)]))
            for name in await _collections(client):
                await client.delete(name, theirs, wait=True)

    async def check(self) -> None:
        """See `IVectorIndex.check`."""
        async with self._connected() as (client, _):
            await client.get_collections()

    async def aclose(self) -> None:
        """See `IVectorIndex.aclose`."""
        if self._client is not None:
            client, self._client = self._client, None
            await client.close()

    @asynccontextmanager
    async def _connected(self) -> "AsyncIterator[tuple[AsyncQdrantClient, Any]]":
        from qdrant_client import models  # noqa: PLC0415 - of an extra, and seconds to import
        from qdrant_client.common.client_exceptions import QdrantException  # noqa: PLC0415 - the same
        from qdrant_client.http.exceptions import ApiException  # noqa: PLC0415 - the same

        async with self._loading:
            if self._client is None:
                self._client = await asyncio.to_thread(self._make)
        try:
            yield self._client, models
        except (ApiException, QdrantException) as error:
            # The cause is named without its text: servers quote the request.
            raise UnavailableError(f"Qdrant does not answer as it should ({type(error).__name__})") from error

    def _make(self) -> "AsyncQdrantClient":
        from qdrant_client import AsyncQdrantClient  # noqa: PLC0415 - see above

        if self._location == IN_MEMORY:
            return AsyncQdrantClient(location=IN_MEMORY)
        url = self._location if "://" in self._location else f"http://{self._location}"
        key = self._api_key or None
        return AsyncQdrantClient(url=url, api_key=key, timeout=self._timeout, check_compatibility=False)

    async def _ensure(self, client: "AsyncQdrantClient", models: Any, name: str, length: int) -> None:
        if name in await _collections(client):
            return
        try:
            await client.create_collection(
                name,
                vectors_config=models.VectorParams(size=length, distance=models.Distance.DOT),
                hnsw_config=models.HnswConfigDiff(m=0),
            )
        except Exception:
            # Another instance may have made it in this very moment, which the server says in one way and the client's
            # own index in another.
            if name not in await _collections(client):
                raise
        if self._location != IN_MEMORY:
            tenant = models.KeywordIndexParams(type=models.KeywordIndexType.KEYWORD, is_tenant=True)
            await client.create_payload_index(name, "user_id", field_schema=tenant, wait=True)
            await client.create_payload_index(
                name, "thing_id", field_schema=models.PayloadSchemaType.KEYWORD, wait=True
            )


def _collection(embedder: str) -> str:
    readable = "".join(c if c.isalnum() else "-" for c in embedder.lower())[:40]
    return f"{_PREFIX}{readable}-{hashlib.sha256(embedder.encode()).hexdigest()[:8]}"


async def _collections(client: "AsyncQdrantClient") -> list[str]:
    found = await client.get_collections()
    return sorted(one.name for one in found.collections if one.name.startswith(_PREFIX))


def _is(models: Any, field: str, *values: object) -> Any:
    return models.FieldCondition(key=field, match=models.MatchAny(any=[str(value) for value in values]))


async def _scroll(client: "AsyncQdrantClient", name: str, wanted: Any, **what: Any) -> AsyncIterator[Any]:
    after = None
    while True:
        points, after = await client.scroll(name, scroll_filter=wanted, limit=_PAGE, offset=after, **what)
        for point in points:
            yield point
        if after is None:
            return
