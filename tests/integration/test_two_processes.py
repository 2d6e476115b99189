"""Two server processes on one PostgreSQL: what is sent at once is done once, and no change is lost."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from typing import Any

import httpx2
import pytest

from app.domain.ids import uuid7
from tests.integration.server import POSTING, free_port, server

pytestmark = [pytest.mark.integration, pytest.mark.slow]
POSTS, EDITORS = 50, 40
SECRET = "two-processes-one-secret-32-bytes"


Both = tuple[httpx2.AsyncClient, httpx2.AsyncClient]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> Iterator[list[str]]:
    """Where the two processes listen."""
    ports = [free_port(), free_port()]
    with ExitStack() as stack:
        for port in ports:
            folder = tmp_path_factory.mktemp("process")
            stack.enter_context(server(folder, port, DATABASE_URL=postgres_url, JWT_SECRET_KEY=SECRET))
        yield [f"http://127.0.0.1:{port}/api/v1" for port in ports]


@pytest.fixture
async def both(addresses: list[str]) -> AsyncIterator[Both]:
    """Clients of both, signed in to one account."""
    async with (
        httpx2.AsyncClient(base_url=addresses[0], timeout=60) as one,
        httpx2.AsyncClient(base_url=addresses[1], timeout=60) as other,
    ):
        account = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
        token = (await one.post("/auth/register", json=account)).json()["access_token"]
        for client in (one, other):
            client.headers["Authorization"] = f"Bearer {token}"
        yield one, other


async def test_fifty_posts_with_one_key_make_one_row(both: Both) -> None:
    async def post(client: httpx2.AsyncClient) -> httpx2.Response:
        body = {"source": "manual", "raw_text": POSTING}
        return await client.post("/jobs", json=body, headers={"Idempotency-Key": "the-same"})

    answers = await asyncio.gather(*(post(both[number % 2]) for number in range(POSTS)))
    statuses = Counter(answer.status_code for answer in answers)
    # Who comes while the first is still at work is told to come again.
    assert set(statuses) <= {201, 409}, statuses
    assert statuses[201] >= 1
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 201}) == 1
    assert [(await client.get("/jobs")).json()["total"] for client in both] == [1, 1]


async def test_forty_editors_lose_no_change(both: Both) -> None:
    made = (await both[0].post("/profiles", json={"full_name": "Ana Pires"})).json()
    path = f"/profiles/{made['id']}"

    async def edit(number: int) -> int:
        client = both[number % 2]
        seen: Any = await client.get(path)
        answer = await client.put(
            path, json={"headline": f"Analyst {number}"}, headers={"If-Match": seen.headers["ETag"]}
        )
        assert answer.status_code in (200, 412), answer.text
        return answer.status_code

    statuses = Counter(await asyncio.gather(*(edit(number) for number in range(EDITORS))))
    assert statuses[200] >= 1
    assert (await both[1].get(path)).json()["version"] == made["version"] + statuses[200]
