"""Idempotency keys and one-time tokens keep the same promises on the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.idempotency import Effect, IdempotencyRecord, RequestInProgressError, current_effect
from app.domain.one_time_tokens import OneTimeToken
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_job, make_user

SOON, TOMORROW = NOON + timedelta(seconds=20), NOON + timedelta(hours=24)


async def new_user(unit_of_work: UnitOfWorkFactory) -> UUID:
    user = make_user()
    async with unit_of_work() as uow:
        await uow.users.save(user)
        await uow.commit()
    return user.id


def record(owner: UUID | None, effect: Effect) -> IdempotencyRecord:
    return IdempotencyRecord(
        digest=effect.digest,
        user_id=owner,
        fingerprint="f" * 64,
        claim=effect.claim,
        lease_expires_at=SOON,
        expires_at=TOMORROW,
        created_at=NOON,
    )


async def test_a_key_is_claimed_once_until_it_is_released(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    first, second = record(owner, Effect("d" * 64)), record(owner, Effect("d" * 64))
    async with unit_of_work() as uow:
        assert await uow.idempotency.claim(first, now=NOON) == first
        assert await uow.idempotency.claim(second, now=NOON) == first
        await uow.idempotency.release(Effect("d" * 64, second.claim))
        assert await uow.idempotency.find("d" * 64) == first
        await uow.idempotency.release(Effect("d" * 64, first.claim))
        assert await uow.idempotency.claim(second, now=NOON) == second
        await uow.commit()


async def test_an_abandoned_key_is_taken_over_by_the_same_body_only(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    lost = Effect("d" * 64)
    first, second = record(owner, lost), record(owner, Effect("d" * 64))
    async with unit_of_work() as uow:
        await uow.idempotency.claim(first, now=NOON)
        assert await uow.idempotency.claim(replace(second, fingerprint="0" * 64), now=SOON) == first
        assert await uow.idempotency.claim(second, now=SOON) == second
        with pytest.raises(RequestInProgressError):
            await uow.idempotency.mark_committed(lost)


async def test_a_committed_key_keeps_its_effect_and_then_its_answer_for_a_day(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    effect = Effect("d" * 64)
    effect.note("jobs", owner)
    first, second = record(owner, effect), record(owner, Effect("d" * 64))
    async with unit_of_work() as uow:
        await uow.idempotency.claim(first, now=NOON)
        await uow.idempotency.mark_committed(effect)
        committed = replace(first, state="committed", effects=(f"jobs/{owner}",))
        assert await uow.idempotency.claim(second, now=SOON) == committed
        await uow.idempotency.complete(effect, status_code=201, headers=(("etag", '"1"'),), sealed_body=b"\x00x")
        done = replace(committed, state="done", status_code=201, headers=(("etag", '"1"'),), sealed_body=b"\x00x")
        assert await uow.idempotency.find("d" * 64) == done
        await uow.idempotency.purge(now=NOON)
        assert await uow.idempotency.claim(second, now=SOON) == done
        assert await uow.idempotency.claim(second, now=TOMORROW) == second
        await uow.idempotency.purge(now=TOMORROW)
        assert await uow.idempotency.find("d" * 64) is None


async def test_a_commit_marks_the_key_of_its_request_with_what_was_stored(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    effect, job = Effect("d" * 64), make_job(owner)
    async with unit_of_work() as uow:
        await uow.idempotency.claim(record(owner, effect), now=NOON)
        await uow.commit()
    handled = current_effect.set(effect)
    try:
        async with unit_of_work() as uow:
            await uow.jobs.save(job)
        before_commit = effect.is_committed
        async with unit_of_work() as uow:
            await uow.jobs.save(job)
            await uow.commit()
    finally:
        current_effect.reset(handled)
    assert (before_commit, effect.is_committed) == (False, True)
    async with unit_of_work(read_only=True) as uow:
        found = await uow.idempotency.find("d" * 64)
        assert found is not None
        assert (found.state, found.effects) == ("committed", (f"jobs/{job.id}",))


async def test_a_token_is_spent_once_in_time_and_for_its_purpose(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    token = OneTimeToken(
        digest="a" * 64, user_id=owner, purpose="ws_ticket", subject="s", created_at=NOON, expires_at=SOON
    )
    other = replace(token, digest="b" * 64, purpose="password_reset")
    async with unit_of_work() as uow:
        await uow.one_time_tokens.add(token)
        await uow.one_time_tokens.add(other)
        assert await uow.one_time_tokens.spend("a" * 64, purpose="password_reset", now=NOON) is None
        assert await uow.one_time_tokens.spend("a" * 64, purpose="ws_ticket", now=SOON) is None
        assert await uow.one_time_tokens.spend("a" * 64, purpose="ws_ticket", now=NOON) == token
        assert await uow.one_time_tokens.spend("a" * 64, purpose="ws_ticket", now=NOON) is None
        await uow.one_time_tokens.discard(owner, purpose="password_reset")
        assert await uow.one_time_tokens.spend("b" * 64, purpose="password_reset", now=NOON) is None
        await uow.one_time_tokens.add(token)
        await uow.one_time_tokens.purge(now=SOON)
        assert await uow.one_time_tokens.spend("a" * 64, purpose="ws_ticket", now=NOON) is None
