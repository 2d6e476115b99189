"""Limits over HTTP: who is signed in is counted by account, everybody else by address."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from app.settings import Settings
from tests.api.conftest import serve


@pytest.fixture
async def limited(database_settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    changes = {"rate_limit_user_per_minute": 3, "rate_limit_ip_per_day": 4}
    async with serve(database_settings.model_copy(update=changes)) as client:
        yield client


async def test_an_account_has_its_requests_a_minute(limited: httpx2.AsyncClient) -> None:
    body = {"email": "ana@example.org", "password": "Correct-Horse-9"}
    token = (await limited.post("/api/v1/auth/register", json=body)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    answers = [await limited.get("/api/v1/auth/me", headers=headers) for _ in range(4)]
    assert [(a.status_code, a.headers["RateLimit-Remaining"]) for a in answers] == [
        (200, "2"),
        (200, "1"),
        (200, "0"),
        (429, "0"),
    ]
    refused = answers[-1]
    assert refused.json()["error"]["code"] == "rate_limited"
    assert refused.headers["RateLimit-Limit"] == "3"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["RateLimit-Reset"] == refused.headers["Retry-After"]


async def test_an_address_has_its_requests_a_day_where_nobody_is_signed_in(limited: httpx2.AsyncClient) -> None:
    statuses = [
        (await limited.get("/api/v1/jobs")).status_code,
        (await limited.get("/api/v1/unknown")).status_code,
        (await limited.post("/api/v1/auth/login", json={})).status_code,
        (await limited.delete("/api/v1/auth/login")).status_code,
        (await limited.get("/api/v1/jobs")).status_code,
    ]
    assert statuses == [401, 404, 400, 405, 429]
    assert (await limited.get("/health/live")).status_code == 200


async def _fail(client: httpx2.AsyncClient, login: str, times: int) -> list[int]:
    body = {"username": login, "password": "wrong"}
    return [(await client.post("/api/v1/auth/login", json=body)).status_code for _ in range(times)]


async def test_guessing_is_slowed_down_and_other_accounts_go_on(client: httpx2.AsyncClient) -> None:
    accounts = [{"email": f"{name}@example.org", "password": "Correct-Horse-9"} for name in ("ana", "bo")]
    for account in accounts:
        await client.post("/api/v1/auth/register", json=account)
    assert await _fail(client, "ana@example.org", 11) == [401] * 10 + [429]
    right = await client.post("/api/v1/auth/login", json=accounts[0])
    assert (right.status_code, right.json()["error"]["code"]) == (429, "rate_limited")
    assert 1 <= int(right.headers["Retry-After"]) <= 900
    assert (await client.post("/api/v1/auth/login", json=accounts[1])).status_code == 200


async def test_llm_generations_have_an_hourly_limit_and_a_monthly_quota(database_settings: Settings) -> None:
    changes: dict[str, object] = {"rate_limit_generations_per_hour": 3, "quota_free": 2, "worker_concurrency": 0}
    model = {"llm_provider": "openai_compatible", "llm_model": "small", "openai_base_url": "http://127.0.0.1:1/v1"}
    async with serve(database_settings.model_copy(update={**changes, **model})) as client:
        body = {"email": "ana@example.org", "password": "Correct-Horse-9"}
        token = (await client.post("/api/v1/auth/register", json=body)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        await client.patch("/api/v1/auth/me", json={"llm_enabled": True}, headers=headers)
        profile = (await client.post("/api/v1/profiles", json={"full_name": "Ana"}, headers=headers)).json()
        job = {"source": "manual", "title": "T", "company": "C", "description": "Python"}
        job_id = (await client.post("/api/v1/jobs", json=job, headers=headers)).json()["id"]
        codes = []
        for engine in ("builtin", "llm", "llm", "llm", "llm", "builtin"):
            wanted = {"profile_id": profile["id"], "job_id": job_id, "options": {"engine": engine}}
            answer = await client.post("/api/v1/generations/resume", json=wanted, headers=headers)
            codes.append(answer.json()["error"]["code"] if answer.is_error else "accepted")
        assert codes == ["accepted", "accepted", "accepted", "quota_exceeded", "rate_limited", "accepted"]
        me = (await client.get("/api/v1/auth/me", headers=headers)).json()
        assert (me["generations_used"], me["generations_limit"]) == (2, 2)
