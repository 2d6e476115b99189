"""Accounts, sign-ins, the audit log and the export keep the same promises on the fake, SQLite and PostgreSQL."""

import json
from datetime import timedelta

import pytest

from app.domain.audit import AuditEntry
from app.domain.auth import UsernameTakenError
from app.domain.errors import ConflictError, NotFoundError
from app.domain.ids import uuid7
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_job, make_session, make_user
from tests.contract.test_repositories import new_user


async def test_an_account_is_found_by_its_address_in_any_case_and_by_its_name(unit_of_work: UnitOfWorkFactory) -> None:
    user = make_user(email="zoe@example.org", username="Zoe.A", full_name="Zoë Ångström")
    async with unit_of_work() as uow:
        await uow.users.save(user)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.users.get(user.id, lock=True) == user
        for login in ("zoe@example.org", " ZOE@example.org ", "Zoe.A"):
            assert await uow.users.find_by_login(login) == user
        for login in ("zoe.a", "zoe", "", "zoe@example.com"):
            assert await uow.users.find_by_login(login) is None


async def test_a_name_is_taken_once_and_accounts_without_one_are_many(unit_of_work: UnitOfWorkFactory) -> None:
    first, second = make_user(username="zoe"), make_user()
    async with unit_of_work() as uow:
        for user in (first, second, make_user()):
            await uow.users.save(user)
        await uow.commit()
    second.username = "zoe"
    async with unit_of_work() as uow:
        with pytest.raises(UsernameTakenError):
            await uow.users.save(second)


async def test_a_deleted_account_is_gone_with_its_sessions_and_its_log(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    session = make_session(owner)
    async with unit_of_work() as uow:
        await uow.sessions.save(session)
        await uow.audit.add(AuditEntry(user_id=owner, action="login", created_at=NOON))
        await uow.commit()
    async with unit_of_work() as uow:
        await uow.users.delete(owner)
        await uow.users.delete(uuid7())
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        with pytest.raises(NotFoundError):
            await uow.users.get(owner)
        assert await uow.sessions.find(session.id) is None
        assert await uow.audit.list_for(owner) == []


async def test_sessions_are_listed_while_they_hold_latest_use_first(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    older, newer = make_session(owner), make_session(owner, last_used_at=NOON + timedelta(hours=1))
    over, revoked = make_session(owner, expires_at=NOON), make_session(owner, revoked_at=NOON)
    theirs = make_session(stranger)
    async with unit_of_work() as uow:
        for session in (older, newer, over, revoked, theirs):
            await uow.sessions.save(session)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.sessions.list_alive(owner, now=NOON) == [newer, older]
        assert await uow.sessions.find(revoked.id) == revoked
        assert await uow.sessions.find(uuid7()) is None
    later = NOON + timedelta(minutes=1)
    async with unit_of_work() as uow:
        older.user_agent = "Lynx"
        await uow.sessions.save(older)
        assert await uow.sessions.find(older.id, lock=True) == older
        await uow.sessions.revoke_all(owner, now=later)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.sessions.list_alive(owner, now=NOON) == []
        assert await uow.sessions.list_alive(stranger, now=NOON) == [theirs]
        ended = [await uow.sessions.find(one.id) for one in (older, revoked)]
        assert [one.revoked_at for one in ended if one] == [later, NOON]


async def test_the_log_is_read_oldest_first_and_keeps_what_nobody_did(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    entries = [
        AuditEntry(user_id=owner, action=action, detail="Zoë", created_at=NOON + timedelta(seconds=at))
        for at, action in ((2, "logout"), (1, "login"))
    ]
    async with unit_of_work() as uow:
        for entry in (*entries, AuditEntry(user_id=None, action="login_failed", created_at=NOON)):
            await uow.audit.add(entry)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.audit.list_for(owner) == [entries[1], entries[0]]
        assert await uow.audit.list_for(stranger) == []


async def test_everything_of_a_user_is_theirs_alone_without_secrets_and_ready_for_json(
    unit_of_work: UnitOfWorkFactory,
) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    session, job = make_session(owner), make_job(owner)
    async with unit_of_work() as uow:
        await uow.sessions.save(session)
        await uow.jobs.save(job)
        await uow.jobs.save(make_job(stranger))
        await uow.audit.add(AuditEntry(user_id=owner, action="login", created_at=NOON))
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        found = await uow.account_data.everything(owner)
    assert [row["id"] for row in found["users"]] == [str(owner)]
    assert [row["id"] for row in found["jobs"]] == [str(job.id)]
    assert [row["action"] for row in found["audit_logs"]] == ["login"]
    assert [row["user_agent"] for row in found["user_sessions"]] == ["Firefox"]
    assert found["documents"] == []
    assert session.refresh_hash not in json.dumps(found)
    assert {"tasks", "idempotency_keys", "one_time_tokens"}.isdisjoint(found)


async def test_an_account_is_found_by_its_id_at_an_identity_provider_which_no_other_has(
    unit_of_work: UnitOfWorkFactory,
) -> None:
    user = make_user(external_id="abc")
    async with unit_of_work() as uow:
        await uow.users.save(user)
        await uow.users.save(make_user())
        await uow.users.save(make_user())
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.users.find_by_external_id("abc") == user
        assert await uow.users.find_by_external_id("ABC") is None
        with pytest.raises(ConflictError):
            await uow.users.save(make_user(external_id="abc"))
