"""What whoever searches by vectors may rely on: in memory, in either database, and in Qdrant."""

import math
from array import array
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.errors import UnavailableError
from app.domain.ids import uuid7
from app.domain.ports.embeddings import Vector
from app.domain.ports.vectors import IndexedState, IndexedText, IVectorIndex, Neighbour, VectorKind
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from app.infrastructure.database.vectors import SqlVectorIndex
from app.infrastructure.vectors import IN_MEMORY, QdrantVectorIndex
from tests.builders import NOON, make_user
from tests.conftest import open_database
from tests.fakes import FakeVectorIndex
from tests.llm_double import llm_double, status


class World:
    """An index with two users."""

    def __init__(self, index: IVectorIndex, owner: UUID, stranger: UUID) -> None:
        self.index, self.owner, self.stranger = index, owner, stranger

    async def near(self, vector: Vector, kind: VectorKind = "job", by: str = "e", limit: int = 10) -> list[Neighbour]:
        return await self.index.nearest(self.owner, vector, kind=kind, embedder=by, limit=limit)


@pytest.fixture(params=["fake", "sqlite", pytest.param("postgresql", marks=pytest.mark.integration), "qdrant"])
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    if request.param in ("fake", "qdrant"):
        index: IVectorIndex = FakeVectorIndex() if request.param == "fake" else QdrantVectorIndex(IN_MEMORY)
        yield World(index, uuid7(), uuid7())
        await index.aclose()
        await index.aclose()
        return
    async with open_database(request.param, request, tmp_path) as database:
        users = [make_user(), make_user()]
        async with SqlUnitOfWorkFactory(database)() as uow:
            for user in users:
                await uow.users.save(user)
            await uow.commit()
        yield World(SqlVectorIndex(database), *(user.id for user in users))


def towards(degrees: float) -> Vector:
    return array("f", [math.cos(math.radians(degrees)), math.sin(math.radians(degrees)), 0.0, 0.0])


def indexed(degrees: float, **changes: object) -> IndexedText:
    values = {"kind": "job", "text_hash": "0" * 64, "changed_at": NOON, "embedder": "e", "vector": towards(degrees)}
    return IndexedText(**{**values, **changes})  # type: ignore[arg-type]


async def test_the_nearest_come_first_and_of_equals_the_older_thing(world: World) -> None:
    things = [uuid7() for _ in range(5)]
    for thing, degrees in zip(things, (80, 10, 40, 10, 170), strict=True):
        await world.index.replace(world.owner, {thing: [indexed(degrees)]})
    near = await world.near(towards(0))
    assert [one.thing_id for one in near] == [things[n] for n in (1, 3, 2, 0, 4)]
    expected = [math.cos(math.radians(degrees)) for degrees in (10, 10, 40, 80, 170)]
    assert [one.similarity for one in near] == pytest.approx(expected, abs=2e-3)
    assert [one.thing_id for one in await world.near(towards(0), limit=2)] == [things[1], things[3]]
    assert all(one.similarity <= 1.0 for one in await world.near(towards(10)))


async def test_a_thing_comes_back_with_its_parts(world: World) -> None:
    profile = uuid7()
    texts = [indexed(0, kind="profile"), *(indexed(n, kind="profile_item", part=f"item {n}") for n in (10, 20))]
    await world.index.replace(world.owner, {profile: texts[::-1], uuid7(): [indexed(50)]})
    loaded = await world.index.load(world.owner, profile)
    assert [(text.kind, text.part, text.text_hash, text.changed_at, text.embedder) for text in loaded] == [
        (text.kind, text.part, text.text_hash, text.changed_at, text.embedder) for text in texts
    ]
    for text, expected in zip(loaded, texts, strict=True):
        assert list(text.vector) == pytest.approx(list(expected.vector), abs=1e-3)
    assert [one.part for one in await world.near(towards(0), kind="profile_item")] == ["item 10", "item 20"]


async def test_replacing_leaves_exactly_what_was_given(world: World) -> None:
    profile, job = uuid7(), uuid7()
    items = [indexed(n, kind="profile_item", part=str(n)) for n in range(3)]
    await world.index.replace(world.owner, {profile: items, job: [indexed(0)]})
    later = NOON + timedelta(microseconds=1)
    await world.index.replace(world.owner, {profile: [indexed(7, kind="profile_item", part="1", changed_at=later)]})
    assert [text.part for text in await world.index.load(world.owner, profile)] == ["1"]
    assert await world.index.states(world.owner) == {
        profile: IndexedState(later, "e"),
        job: IndexedState(NOON, "e"),
    }
    for _ in range(2):
        await world.index.replace(world.owner, {profile: (), uuid7(): ()})
    assert await world.index.states(world.owner) == {job: IndexedState(NOON, "e")}
    assert await world.index.load(world.owner, profile) == []


async def test_users_never_meet(world: World) -> None:
    thing = uuid7()
    await world.index.replace(world.owner, {thing: [indexed(0)]})
    await world.index.replace(world.stranger, {thing: [indexed(90)]})
    assert [round(one.similarity, 2) for one in await world.near(towards(0))] == [1.0]
    assert len(await world.index.load(world.owner, thing)) == 1
    await world.index.replace(world.stranger, {thing: ()})
    assert [one.thing_id for one in await world.near(towards(0))] == [thing]
    await world.index.erase(world.stranger)
    assert await world.index.states(world.owner) == {thing: IndexedState(NOON, "e")}
    await world.index.erase(world.owner)
    await world.index.erase(world.owner)
    assert (await world.index.states(world.owner), await world.near(towards(0))) == ({}, [])


async def test_embedders_and_kinds_are_kept_apart_and_the_newer_one_replaces(world: World) -> None:
    old, new, resume = uuid7(), uuid7(), uuid7()
    longer = array("f", [1.0, *([0.0] * 7)])
    await world.index.replace(world.owner, {old: [indexed(0)], resume: [indexed(0, kind="resume")]})
    await world.index.replace(world.owner, {new: [indexed(0, embedder="f", vector=longer)]})
    assert [one.thing_id for one in await world.near(towards(0))] == [old]
    assert [one.thing_id for one in await world.near(longer, by="f")] == [new]
    assert await world.near(towards(0), by="g") == []
    await world.index.replace(world.owner, {old: [indexed(0, embedder="f", vector=longer)]})
    assert await world.near(towards(0)) == []
    assert [one.thing_id for one in await world.near(longer, by="f")] == [old, new]
    assert (await world.index.states(world.owner))[old].embedder == "f"


async def test_what_is_there_can_be_reached(world: World) -> None:
    await world.index.check()


@pytest.mark.parametrize("code", [401, 500])
async def test_a_qdrant_that_refuses_is_unavailable_and_named(code: int) -> None:
    async with llm_double(status(code)) as double:
        index = QdrantVectorIndex(double.url)
        with pytest.raises(UnavailableError, match="Qdrant"):
            await index.check()
        with pytest.raises(UnavailableError, match="Qdrant"):
            await index.states(uuid7())
        await index.aclose()


async def test_a_qdrant_that_is_away_is_unavailable() -> None:
    index = QdrantVectorIndex("127.0.0.1:1")
    with pytest.raises(UnavailableError, match="Qdrant"):
        await index.erase(uuid7())
    await index.aclose()
