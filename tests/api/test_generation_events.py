"""The event stream of a generation over HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import fastapi.routing
import httpx2
import pytest

from app.domain.ids import uuid7
from app.settings import Settings
from tests.api.conftest import SignUp, serve
from tests.api.test_main_job import prepare, wait
from tests.conftest import service_url


def events_of(text: str) -> list[dict[str, Any]]:
    """Return the events of a whole stream, comments left out."""
    found = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if fields:
            found.append({**fields, "data": json.loads(fields["data"])})
    return found


async def start(client: httpx2.AsyncClient, headers: dict[str, str]) -> str:
    profile_id, job_id = await prepare(client, headers)
    body = {"profile_id": profile_id, "job_id": job_id}
    started = await client.post("/api/v1/generations/resume", json=body, headers=headers)
    return str(started.headers["Location"])


async def read(client: httpx2.AsyncClient, url: str, headers: dict[str, str]) -> list[dict[str, Any]]:
    async with asyncio.timeout(30):
        answer = await client.get(f"{url}/events", headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    return events_of(answer.text)


async def test_a_stream_tells_every_stage_and_ends_with_the_final_event(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    url = await start(client, headers)
    events = await read(client, url, {**headers, "Last-Event-ID": "0"})
    assert [event["id"] for event in events] == [str(position) for position in range(1, 13)]
    assert [event["event"] for event in events] == ["progress"] * 11 + ["completed"]
    percents = [event["data"]["progress"]["percent"] for event in events]
    assert percents == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 100]
    last = (await client.get(url, headers=headers)).json()
    assert events[-1]["data"]["result"] == last["result"]
    assert [event["data"]["result"] for event in events[:-1]] == [None] * 11


async def test_a_stream_goes_on_after_the_last_event_the_reader_saw(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    url = await start(client, headers)
    await wait(client, headers, url)
    seen = {
        last: [event["id"] for event in await read(client, url, {**headers, "Last-Event-ID": last})]
        for last in ("9", "12", "13", "-1", "nonsense")
    }
    assert seen == {"9": ["10", "11", "12"], "12": [], "13": ["12"], "-1": ["12"], "nonsense": ["12"]}
    assert [event["event"] for event in await read(client, url, headers)] == ["completed"]


async def test_only_the_owner_may_watch(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    url = await start(client, headers)
    missing = f"/api/v1/generations/{uuid7()}/events"
    answers = [
        await client.get(f"{url}/events"),
        await client.get(f"{url}/events", headers=await sign_up()),
        await client.get(missing, headers=headers),
        await client.get("/api/v1/generations/x/events", headers=headers),
    ]
    assert [(answer.status_code, answer.json()["error"]["code"]) for answer in answers] == [
        (401, "not_authenticated"),
        (403, "forbidden"),
        (404, "resource_not_found"),
        (400, "validation_error"),
    ]


@pytest.fixture(params=["no bus between", pytest.param("redis", marks=pytest.mark.integration)])
async def two_instances(
    request: pytest.FixtureRequest, database_settings: Settings
) -> AsyncIterator[list[httpx2.AsyncClient]]:
    """Clients of two instances on one database; only the second one works."""
    changes = {"redis_url": service_url("TEST_REDIS_URL") if request.param == "redis" else ""}
    async with AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(
                serve(database_settings.model_copy(update={**changes, "worker_concurrency": workers}))
            )
            for workers in (0, 1)
        ]


async def test_any_instance_streams_what_another_one_works_on(two_instances: list[httpx2.AsyncClient]) -> None:
    idle, _ = two_instances
    body = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
    token = (await idle.post("/api/v1/auth/register", json=body)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    events = await read(idle, await start(idle, headers), {**headers, "Last-Event-ID": "0"})
    assert [event["id"] for event in events] == [str(position) for position in range(1, 13)]
    assert events[-1]["event"] == "completed"


async def test_a_quiet_stream_is_kept_open_and_a_cancelled_generation_ends_it(
    database_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fastapi.routing, "_PING_INTERVAL", 0.02)
    async with serve(database_settings.model_copy(update={"worker_concurrency": 0})) as client:
        body = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
        token = (await client.post("/api/v1/auth/register", json=body)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        url = await start(client, headers)
        watching = asyncio.create_task(client.get(f"{url}/events", headers=headers))
        await asyncio.sleep(0.1)  # the quiet time is what this test is about
        assert (await client.delete(url, headers=headers)).status_code == 204
        async with asyncio.timeout(5):
            answer = await watching
    assert ": ping\n\n" in answer.text
    assert [(event["id"], event["event"]) for event in events_of(answer.text)] == [
        ("1", "progress"),
        ("12", "cancelled"),
    ]
