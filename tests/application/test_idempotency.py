"""Keys of requests over the fakes: one effect, one answer, whoever asks when."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.application.idempotency import (
    KEPT_FOR,
    LEASE,
    IdempotencyService,
    KeyedRequest,
    LostAnswer,
    StoredAnswer,
)
from app.domain.errors import UnavailableError
from app.domain.idempotency import Effect, IdempotencyKeyReusedError, RequestInProgressError
from app.domain.ids import uuid7
from tests.builders import NOON
from tests.fakes import FakeSealer, FakeUnitOfWork, FakeUnitOfWorkFactory

REQUEST = KeyedRequest(
    user_id=uuid7(), sender="198.51.100.7", method="POST", path="/jobs", key="k-1", body_digest=b"b" * 32
)
ANSWER = StoredAnswer(201, (("location", "/jobs/1"), ("set-cookie", "a=b")), b'{"id": 1}')


class World:
    """The service with a clock that tests move; a wait moves it too."""

    def __init__(self) -> None:
        self.now = NOON
        self.units = FakeUnitOfWorkFactory()
        self.keys = IdempotencyService(self.units, FakeSealer(), clock=self.clock)

    def clock(self) -> datetime:
        return self.now

    async def begin(self, request: KeyedRequest = REQUEST) -> Effect:
        effect = await self.keys.begin(request)
        assert isinstance(effect, Effect)
        return effect

    async def complete(self, effect: Effect, request: KeyedRequest = REQUEST) -> None:
        await self.keys.complete(
            request,
            effect,
            status_code=ANSWER.status_code,
            headers=ANSWER.headers[:1],
            body=ANSWER.body,
            secret_headers=ANSWER.headers[1:],
        )

    async def mark(self, effect: Effect) -> None:
        async with self.units() as uow:
            await uow.idempotency.mark_committed(effect)
            await uow.commit()


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr("app.application.idempotency._WAIT_SECONDS", 0.05)
    monkeypatch.setattr("app.application.idempotency._LOST_AFTER_SECONDS", 0.02)
    return World()


async def test_the_same_request_gets_the_first_answer_for_a_day(world: World) -> None:
    await world.complete(await world.begin())
    assert await world.keys.begin(REQUEST) == ANSWER
    world.now += KEPT_FOR - timedelta(seconds=1)
    assert await world.keys.begin(REQUEST) == ANSWER
    world.now += timedelta(seconds=1)
    assert isinstance(await world.keys.begin(REQUEST), Effect)


async def test_a_key_is_for_one_body(world: World) -> None:
    await world.complete(await world.begin())
    with pytest.raises(IdempotencyKeyReusedError):
        await world.keys.begin(replace(REQUEST, body_digest=b"c" * 32))


@pytest.mark.parametrize("other", [{"user_id": uuid7()}, {"path": "/resumes"}, {"method": "PUT"}, {"key": "k-2"}])
async def test_a_key_is_for_one_user_and_one_place(world: World, other: dict[str, object]) -> None:
    await world.complete(await world.begin())
    assert isinstance(await world.keys.begin(replace(REQUEST, **other)), Effect)  # type: ignore[arg-type]


async def test_without_an_account_the_address_counts(world: World) -> None:
    nobody = replace(REQUEST, user_id=None)
    await world.complete(await world.begin(nobody), nobody)
    assert await world.keys.begin(nobody) == ANSWER
    assert isinstance(await world.keys.begin(replace(nobody, sender="203.0.113.9")), Effect)
    assert await world.keys.begin(replace(REQUEST, user_id=None, sender="198.51.100.7")) == ANSWER


async def test_a_second_request_waits_for_the_first_ones_answer(world: World) -> None:
    effect = await world.begin()
    second = asyncio.create_task(world.keys.begin(REQUEST))
    await asyncio.sleep(0)
    assert not second.done()
    await world.complete(effect)
    async with asyncio.timeout(5):
        assert await second == ANSWER


async def test_one_that_waits_in_vain_is_told_to_come_again(world: World) -> None:
    await world.begin()
    with pytest.raises(RequestInProgressError):
        await world.keys.begin(REQUEST)


async def test_an_answer_that_was_lost_with_its_process_is_told_by_what_was_stored(world: World) -> None:
    effect = await world.begin()
    effect.note("jobs", REQUEST.user_id or uuid7())
    await world.mark(effect)
    assert await world.keys.begin(REQUEST) == LostAnswer((f"jobs/{REQUEST.user_id}",))


async def test_a_request_that_died_before_its_effect_is_taken_over(world: World) -> None:
    lost = await world.begin()
    world.now += LEASE
    effect = await world.begin()
    assert effect.claim != lost.claim
    with pytest.raises(RequestInProgressError):
        await world.mark(lost)
    await world.complete(lost)
    assert isinstance(await world.keys.begin(replace(REQUEST, key="k-2")), Effect)
    (kept,) = [row for row in world.units.unit.idempotency.rows.values() if row.claim == effect.claim]
    assert kept.state == "running"


async def test_a_released_key_may_be_used_again(world: World) -> None:
    await world.keys.release(await world.begin())
    assert world.units.unit.idempotency.rows == {}
    assert isinstance(await world.keys.begin(REQUEST), Effect)


async def test_keys_that_ran_out_are_thrown_away_in_passing(world: World) -> None:
    await world.begin()
    world.now += KEPT_FOR
    await world.begin(replace(REQUEST, key="k-2"))
    assert len(world.units.unit.idempotency.rows) == 1


class Away(FakeUnitOfWorkFactory):
    """The database is away."""

    def __call__(self, *, read_only: bool = False) -> FakeUnitOfWork:
        raise UnavailableError


async def test_an_answer_that_cannot_be_kept_is_still_given(world: World, caplog: pytest.LogCaptureFixture) -> None:
    effect = await world.begin()
    cut_off = IdempotencyService(Away(), FakeSealer(), clock=world.clock)
    await cut_off.complete(REQUEST, effect, status_code=201, headers=(), body=b"")
    await cut_off.release(effect)
    assert [record.message.split(";")[0] for record in caplog.records] == [
        "the answer to a request with an idempotency key could not be kept",
        "an idempotency key could not be released",
    ]
    assert world.units.unit.idempotency.rows[effect.digest].state == "running"
