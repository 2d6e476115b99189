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
