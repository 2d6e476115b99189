"""The live stream over real servers: whichever instance does the work, however often the line drops."""

import asyncio
import json
import os
import random
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.conftest import service_url
from tests.integration.server import free_port, server

STATUSES = ("applied", "interviewing", "offer", "rejected", "closed", "interested")
MOVES = 30


async def events(client: httpx2.AsyncClient, url: str, headers: dict[str, str], last: str) -> AsyncIterator[Any]:
    """Yield the events of one connection to the stream."""
    sent = {**headers, **({"Last-Event-ID": last} if last else {})}
    async with client.stream("GET", url, headers=sent, timeout=30) as answer:
        assert answer.status_code == 200
        fields: dict[str, str] = {}
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            if line:
                fields[name] = value
            elif "data" in fields:
                yield {**fields, "data": json.loads(fields["data"])}
                fields = {}


async def follow(client: httpx2.AsyncClient, url: str, headers: dict[str, str]) -> tuple[list[int], list[float]]:
    """Read `MOVES` notifications, hanging up now and then; return their numbers and the moments they came."""
    chance = random.Random(7)  # noqa: S311 - a repeatable choice of moments, no secret
    seqs, moments = list[int](), list[float]()
    while len(seqs) < MOVES:
        async for event in events(client, url, headers, str(seqs[-1]) if seqs else "0"):
            if event["event"] == "notification":
                moments.append(time.monotonic())
                seqs.append(int(event["id"]))
                assert event["data"]["notification"]["seq"] == seqs[-1]
            if len(seqs) == MOVES or (seqs and chance.random() < 0.3):
                break
    return seqs, moments


@pytest.mark.integration
@pytest.mark.slow
async def test_a_stream_misses_and_repeats_nothing_whichever_instance_works(
    tmp_path: Path, empty_postgres_url: str
) -> None:
    shared = {
        "DATABASE_URL": empty_postgres_url,
        "REDIS_URL": service_url("TEST_REDIS_URL"),
        "JWT_SECRET_KEY": "of both instances, 32 bytes and more",
    }
    reading, working = free_port(), free_port()
    with server(tmp_path, reading, WORKER_CONCURRENCY="0", **shared) as idle, server(tmp_path, working, **shared):
        async with httpx2.AsyncClient(timeout=30) as client:
            base = f"http://127.0.0.1:{working}/api/v1"
            account = {"email": "ana@example.org", "password": "Correct-Horse-9"}
            registered = await client.post(f"{base}/auth/register", json=account)
            assert registered.status_code == 201, registered.text
            token = registered.json()["access_token"]
            headers = {"Authorization": f"Bearer {token}"}
            body = {"source": "manual", "title": "Cook", "company": "Inn", "description": "Cook."}
            job_id = (await client.post(f"{base}/jobs", json=body, headers=headers)).json()["id"]
            made = await client.post(f"{base}/applications", json={"job_id": job_id}, headers=headers)
            url = f"http://127.0.0.1:{reading}/api/v1/notifications/stream"
            following = asyncio.create_task(follow(client, url, headers))
            committed = []
            for number in range(MOVES):
                status = {"status": STATUSES[number % len(STATUSES)]}
                path = f"{base}/applications/{made.json()['id']}/status"
                answer = await client.put(path, json=status, headers=headers)
                committed.append(time.monotonic())
                assert answer.status_code == 200
                await asyncio.sleep(0.03)
            async with asyncio.timeout(30):
                seqs, moments = await following
            assert seqs == list(range(1, MOVES + 1))
            late = [came - done for came, done in zip(moments, committed, strict=True)]
            assert max(late) < 2

            async for event in events(client, url, headers, ""):
                assert (event["event"], event["data"]["unread"]) == ("unread", MOVES)
                os.kill(idle.pid, signal.SIGTERM)
            async with asyncio.timeout(10):
                await asyncio.to_thread(idle.wait)
