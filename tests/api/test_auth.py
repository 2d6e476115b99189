"""Accounts over HTTP."""

import httpx2
import pytest

from tests.api.conftest import SignUp

NEW = {"email": "Mina@Example.org", "password": "Correct-Horse-9", "full_name": "Mina Ø", "username": "mina"}


async def test_registering_signs_in(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/v1/auth/register", json=NEW)
    assert answer.status_code == 201
    body = answer.json()
    assert (body["user"]["email"], body["user"]["full_name"], body["token_type"]) == (
        "mina@example.org",
        "Mina Ø",
        "bearer",
    )
    assert "password" not in answer.text
    me = await client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {body['access_token']}"})
    assert me.json() == body["user"]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"username": "someone"}, 409, "email_taken"),
        ({"email": "other@example.org"}, 409, "username_taken"),
        ({"email": "no address"}, 400, "validation_error"),
        ({"email": "x@example.org", "username": None, "password": "short1A"}, 400, "validation_error"),
        ({"email": "x@example.org", "username": None, "password": "alllowercase1"}, 400, "validation_error"),
        ({"email": "x@example.org", "username": None, "password": "Password123"}, 400, "validation_error"),
    ],
)
async def test_what_registering_refuses(
    client: httpx2.AsyncClient, change: dict[str, str], status: int, code: str
) -> None:
    await client.post("/api/v1/auth/register", json=NEW)
    answer = await client.post("/api/v1/auth/register", json={**NEW, **change})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


async def test_a_long_password_is_never_truncated(client: httpx2.AsyncClient) -> None:
    password = "Aa1" + "x" * 125
    await client.post("/api/v1/auth/register", json={**NEW, "password": password})
    good = await client.post("/api/v1/auth/login", json={"email": NEW["email"], "password": password})
    bad = await client.post("/api/v1/auth/login", json={"username": "mina", "password": password[:-1] + "y"})
    assert (good.status_code, bad.status_code) == (200, 401)
    assert bad.json()["error"]["code"] == "invalid_credentials"
    assert bad.headers["WWW-Authenticate"] == "Bearer"


async def test_a_refresh_token_is_spent_once_and_reuse_ends_the_session(client: httpx2.AsyncClient) -> None:
    first = (await client.post("/api/v1/auth/register", json=NEW)).json()
    second = await client.post("/api/v1/auth/refresh", json={"refresh_token": first["refresh_token"]})
    assert second.status_code == 200
    reused = await client.post("/api/v1/auth/refresh", json={"refresh_token": first["refresh_token"]})
    assert reused.status_code == 401
    spent = await client.post("/api/v1/auth/refresh", json={"refresh_token": second.json()["refresh_token"]})
    assert spent.status_code == 401
    access = {"Authorization": f"Bearer {second.json()['access_token']}"}
    assert (await client.get("/api/v1/auth/me", headers=access)).json()["error"]["code"] == "invalid_token"


async def test_logging_out_kills_both_tokens_at_once(client: httpx2.AsyncClient) -> None:
    tokens = (await client.post("/api/v1/auth/register", json=NEW)).json()
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await client.get("/api/v1/auth/me", headers=headers)).status_code == 200
    assert (await client.post("/api/v1/auth/logout", headers=headers)).status_code == 204
    assert (await client.get("/api/v1/auth/me", headers=headers)).status_code == 401
    refreshed = await client.post("/api/v1/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    assert refreshed.status_code == 401


async def test_swagger_signs_in_with_a_form(client: httpx2.AsyncClient) -> None:
    await client.post("/api/v1/auth/register", json=NEW)
    answer = await client.post("/api/v1/auth/token", data={"username": "mina", "password": NEW["password"]})
    assert answer.status_code == 200


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer x.y.z", "Basic abc"])
async def test_without_a_good_token_nobody_gets_in(client: httpx2.AsyncClient, header: str | None) -> None:
    answer = await client.get("/api/v1/auth/me", headers={"Authorization": header} if header else {})
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] in {"not_authenticated", "invalid_token"}


async def test_sessions_are_listed_and_ended_one_by_one(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    await client.post("/api/v1/auth/register", json=NEW)
    login = {"username": "mina", "password": NEW["password"]}
    one, two = [(await client.post("/api/v1/auth/login", json=login)).json()["access_token"] for _ in range(2)]
    sessions = (await client.get("/api/v1/auth/sessions", headers={"Authorization": f"Bearer {one}"})).json()
    assert [session["is_current"] for session in sessions].count(True) == 1
    other = next(
        s["id"] for s in sessions if not s["is_current"] and s["created_at"] == max(s["created_at"] for s in sessions)
    )
    stranger = await sign_up()
    assert (await client.delete(f"/api/v1/auth/sessions/{other}", headers=stranger)).status_code == 403
    ended = await client.delete(f"/api/v1/auth/sessions/{other}", headers={"Authorization": f"Bearer {one}"})
    assert ended.status_code == 204
    assert (await client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {two}"})).status_code == 401


async def test_a_browser_keeps_its_refresh_token_where_no_script_reads_it(client: httpx2.AsyncClient) -> None:
    first = await client.post("/api/v1/auth/register?cookie=true", json=NEW)
    assert first.json()["refresh_token"] is None
    cookie = first.headers["Set-Cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/api/v1/auth", "max-age=604800"))
    assert "secure" not in cookie
    second = await client.post("/api/v1/auth/refresh")
    assert (second.status_code, second.json()["refresh_token"]) == (200, None)
    foreign = await client.post("/api/v1/auth/refresh", headers={"Sec-Fetch-Site": "cross-site"})
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (403, "forbidden")
    third = await client.post("/api/v1/auth/refresh", headers={"Sec-Fetch-Site": "same-origin"})
    headers = {"Authorization": f"Bearer {third.json()['access_token']}"}
    assert (await client.get("/api/v1/auth/me", headers=headers)).status_code == 200
    assert (await client.post("/api/v1/auth/logout", headers=headers)).status_code == 204
    assert list(client.cookies.jar) == []
    left = await client.post("/api/v1/auth/refresh")
    assert (left.status_code, left.json()["error"]["code"]) == (401, "not_authenticated")


async def test_over_tls_the_cookie_stays_on_tls(client: httpx2.AsyncClient) -> None:
    await client.post("/api/v1/auth/register", json=NEW)
    login = {"username": "mina", "password": NEW["password"]}
    answer = await client.post("https://testserver/api/v1/auth/login?cookie=true", json=login)
    assert "secure" in answer.headers["Set-Cookie"].lower()


async def test_a_reloaded_browser_keeps_its_session_with_the_cookie_it_had(client: httpx2.AsyncClient) -> None:
    await client.post("/api/v1/auth/register", params={"cookie": "true"}, json=NEW)
    before = client.cookies["jobwise_refresh"]
    assert (await client.post("/api/v1/auth/refresh")).status_code == 200
    assert client.cookies["jobwise_refresh"] != before
    client.cookies.clear()
    client.cookies.set("jobwise_refresh", before, path="/api/v1/auth")
    again = await client.post("/api/v1/auth/refresh")
    assert (again.status_code, again.json()["refresh_token"]) == (200, None)
