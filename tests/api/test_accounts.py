"""Passwords, addresses, tickets, export and deletion over HTTP."""

import asyncio
import io
import json
import re
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import func, select

from app.bootstrap import build_services
from app.infrastructure.database.base import Row
from app.infrastructure.database.engine import Database
from app.presentation.api.factory import create_app
from app.settings import Settings
from tests.api.conftest import SignUp
from tests.api.test_main_job import prepare, wait

ACCOUNT = {"email": "ana@example.org", "password": "Correct-Horse-9"}
NEW = "Battery-Staple-7"


async def _register(client: httpx2.AsyncClient) -> dict[str, str]:
    body = (await client.post("/api/v1/auth/register", json=ACCOUNT)).json()
    return {"Authorization": f"Bearer {body['access_token']}"}


async def _login(client: httpx2.AsyncClient, password: str) -> int:
    return (await client.post("/api/v1/auth/login", json={**ACCOUNT, "password": password})).status_code


async def _mailed_token(folder: Path, subject: str) -> str:
    async with asyncio.timeout(5):
        while True:
            for path in sorted((folder / "outbox").glob("*.eml")):
                mail = message_from_bytes(path.read_bytes(), policy=default)
                if subject in mail["Subject"] and mail["To"] == ACCOUNT["email"]:
                    found = re.search(r"#token=([\w-]+)", str(mail.get_content()))
                    assert found
                    path.unlink()
                    return found[1]
            await asyncio.sleep(0.01)


async def test_changing_the_password_ends_the_other_sessions(client: httpx2.AsyncClient) -> None:
    mine = await _register(client)
    other = (await client.post("/api/v1/auth/login", json=ACCOUNT)).json()
    body = {"current_password": "wrong", "new_password": NEW}
    wrong = await client.post("/api/v1/auth/password/change", json=body, headers=mine)
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "invalid_credentials")
    body["current_password"] = ACCOUNT["password"]
    weak = await client.post("/api/v1/auth/password/change", json={**body, "new_password": "weak"}, headers=mine)
    assert weak.status_code == 400
    assert (await client.post("/api/v1/auth/password/change", json=body, headers=mine)).status_code == 204
    assert (await client.get("/api/v1/auth/me", headers=mine)).status_code == 200
    theirs = {"Authorization": f"Bearer {other['access_token']}"}
    assert (await client.get("/api/v1/auth/me", headers=theirs)).status_code == 401
    assert [await _login(client, password) for password in (ACCOUNT["password"], NEW)] == [401, 200]


async def test_a_forgotten_password_is_reset_once_by_mail(client: httpx2.AsyncClient, tmp_path: Path) -> None:
    mine = await _register(client)
    answers = [
        await client.post("/api/v1/auth/password/forgot", json={"email": email})
        for email in (ACCOUNT["email"], "nobody@example.org")
    ]
    assert [(answer.status_code, answer.content) for answer in answers] == [(204, b"")] * 2
    token = await _mailed_token(tmp_path, "Reset")
    body = {"token": token, "new_password": NEW}
    assert (await client.post("/api/v1/auth/password/reset", json=body)).status_code == 204
    again = await client.post("/api/v1/auth/password/reset", json=body)
    assert (again.status_code, again.json()["error"]["code"]) == (401, "invalid_token")
    assert (await client.get("/api/v1/auth/me", headers=mine)).status_code == 401
    assert [await _login(client, password) for password in (ACCOUNT["password"], NEW)] == [401, 200]
    left = [path.read_text() for path in (tmp_path / "outbox").glob("*.eml")]
    assert [text for text in left if "Reset" in text or "nobody" in text] == []


async def test_an_address_is_confirmed_by_mail(client: httpx2.AsyncClient, tmp_path: Path) -> None:
    mine = await _register(client)
    assert not (await client.get("/api/v1/auth/me", headers=mine)).json()["is_verified"]
    first = await _mailed_token(tmp_path, "Confirm")
    assert (await client.post("/api/v1/auth/email/verification", headers=mine)).status_code == 204
    token = await _mailed_token(tmp_path, "Confirm")
    assert (await client.post("/api/v1/auth/email/verify", json={"token": first})).status_code == 401
    assert (await client.post("/api/v1/auth/email/verify", json={"token": token})).status_code == 204
    assert (await client.get("/api/v1/auth/me", headers=mine)).json()["is_verified"]
    assert (await client.post("/api/v1/auth/email/verify", json={"token": token})).status_code == 401


async def test_a_ticket_is_made_anew_each_time(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k"}
    answers = [await client.post("/api/v1/auth/ws-ticket", headers=headers) for _ in range(2)]
    assert [(answer.status_code, answer.json()["expires_in"]) for answer in answers] == [(201, 30)] * 2
    assert answers[0].json()["ticket"] != answers[1].json()["ticket"]


async def test_everything_comes_out_and_then_nothing_is_left(
    client: httpx2.AsyncClient, database_settings: Settings, sign_up: SignUp
) -> None:
    mine, stranger = await _register(client), await sign_up()
    profile_id, job_id = await prepare(client, mine)
    body = {"profile_id": profile_id, "job_id": job_id}
    started = await client.post("/api/v1/generations/resume", json=body, headers={**mine, "Idempotency-Key": "k"})
    await wait(client, mine, started.headers["Location"])
    await prepare(client, stranger)
    exported = await client.get("/api/v1/auth/account/export", headers=mine)
    before = await _counts(database_settings)
    assert (exported.status_code, exported.headers["Content-Type"]) == (200, "application/zip")
    archive = zipfile.ZipFile(io.BytesIO(exported.content))
    data = json.loads(archive.read("data.json"))
    assert {len(data[name]) for name in ("users", "jobs", "master_profiles", "resumes", "documents")} == {1}
    assert len(data["experiences"]) == 2
    assert "password_hash" not in data["users"][0]
    assert json.loads(archive.read(f"json-resume/{profile_id}.json"))["basics"]["name"] == "Priya Raman"
    files = [archive.read(name) for name in archive.namelist() if name.startswith("files/")]
    assert any(b"Priya Raman" in file for file in files)
    assert any(file.startswith(b"%PDF-") for file in files)
    wrong = await client.request("DELETE", "/api/v1/auth/account", json={"password": "wrong"}, headers=mine)
    assert wrong.status_code == 401
    assert await _counts(database_settings) == before
    gone = await client.request("DELETE", "/api/v1/auth/account", json=ACCOUNT, headers=mine)
    assert gone.status_code == 204
    assert (await client.get("/api/v1/auth/me", headers=mine)).status_code == 401
    assert await _login(client, ACCOUNT["password"]) == 401
    left = await _counts(database_settings)
    assert {name for name in left if left[name] != before[name]} >= {"users", "jobs", "documents", "idempotency_keys"}
    owner = json.loads(archive.read("data.json"))["users"][0]["id"]
    assert await _mentions(database_settings, owner) == []
    kept = [path for path in database_settings.resolved_storage_path.rglob("*") if path.is_file()]
    assert [path for path in kept if owner in str(path)] == []
    assert kept != []
    assert (await client.get("/api/v1/profiles", headers=stranger)).json()["total"] == 1


async def _counts(settings: Settings) -> dict[str, int]:
    database = Database(settings.database_url)
    async with database.connect(read_only=True) as connection:
        found = {
            table.name: (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in Row.metadata.sorted_tables
        }
    await database.aclose()
    return found


async def _mentions(settings: Settings, owner: str) -> list[str]:
    database = Database(settings.database_url)
    found = []
    async with database.connect(read_only=True) as connection:
        for table in Row.metadata.sorted_tables:
            rows = (await connection.execute(select(*table.columns))).all()
            found += [table.name for row in rows if any(owner in str(value) for value in row)]
    await database.aclose()
    return found


async def test_the_audit_log_knows_where_each_change_came_from_and_no_log_line_does(
    database_settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    address, agent = "203.0.113.9", "Firefox 150"
    app = create_app(lambda: build_services(database_settings), version="test")
    async with app.router.lifespan_context(app):
        transport = httpx2.ASGITransport(app, client=(address, 4711))
        async with httpx2.AsyncClient(
            transport=transport, base_url="http://testserver", headers={"User-Agent": agent}
        ) as client:
            await _register(client)
            token = await _mailed_token(database_settings.data_dir, "Confirm")
            await client.post("/api/v1/auth/email/verify", json={"token": token})
            await client.post("/api/v1/auth/password/forgot", json={"email": ACCOUNT["email"]})
            token = await _mailed_token(database_settings.data_dir, "Reset")
            await client.post("/api/v1/auth/password/reset", json={"token": token, "new_password": NEW})
            assert await _login(client, "Wrong-Horse-9") == 401
            signed_in = await client.post("/api/v1/auth/login", json={**ACCOUNT, "password": NEW})
            headers = {"Authorization": f"Bearer {signed_in.json()['access_token']}"}
            body = {"current_password": NEW, "new_password": ACCOUNT["password"]}
            await client.post("/api/v1/auth/password/change", json=body, headers=headers)
            exported = await client.get("/api/v1/auth/account/export", headers=headers)
    with zipfile.ZipFile(io.BytesIO(exported.content)) as archive:
        rows = json.loads(archive.read("data.json"))["audit_logs"]
    assert [row["action"] for row in rows] == [
        "register", "email_verified", "password_reset_asked", "password_reset", "login_failed", "login",
        "password_changed", "account_exported",
    ]  # fmt: skip
    assert {(row["ip_address"], row["detail"]) for row in rows} == {(address, agent)}
    printed = capfd.readouterr()
    assert "/auth/login" in printed.out + printed.err
    assert address not in printed.out + printed.err
