"""Whatever a model does, a generation ends: with the built-in document, or as failed where that was asked for."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.api.conftest import serve
from tests.api.test_llm import allow, settings
from tests.api.test_main_job import prepare, wait
from tests.conftest import open_database
from tests.llm_double import (
    KEY,
    LLMDouble,
    Respond,
    drip,
    flood,
    hang,
    llm_double,
    raw,
    refuse,
    reset_midway,
    say,
    status,
)
from tests.scripted_model import Row, editor, worded

RUNS = int(os.environ.get("LLM_FAILURE_RUNS", "3"))  # noqa: TID251 - `make llm-failures` asks for 20
AT_ONCE = 4


def unknown_sources(block: Row, sentence: Row, _brief: Row) -> Row:
    return worded(block, sentence, f"{sentence['text']} at NASA", ["f404", "nonsense"])


def unknown_sentences(block: Row, _sentence: Row, _brief: Row) -> Row:
    return {"block": block["id"], "replaces": ["s404"], "text": "Anything", "source_ids": ["f1"]}


FAILURES: dict[str, Respond] = {
    "401": status(401),
    "404": status(404),
    "429": status(429, Retry_After="0"),
    "429 for an hour": status(429, Retry_After="3600"),
    "500": status(500, Retry_After="0"),
    "529": status(529, Retry_After="0"),
    "reset": reset_midway,
    "silence": hang,
    "a byte at a time": drip,
    "50 MB": flood,
    "refusal": refuse,
    "empty": say(""),
    "cut": say('{"sentences": [{"block": "b1", "rep', finish="length"),
    "prose": say("Of course! Here is your resume."),
    "other schema": say('{"resume": {}}'),
    "no envelope": raw(b"<html></html>", kind="text/html"),
}
USELESS = {"unknown sources": editor(unknown_sources), "unknown sentences": editor(unknown_sentences)}


@pytest.fixture
async def double() -> AsyncIterator[LLMDouble]:
    async with llm_double(refuse) as double:
        yield double


@pytest.fixture
async def client(
    request: pytest.FixtureRequest, tmp_path: Path, double: LLMDouble
) -> AsyncIterator[httpx2.AsyncClient]:
    async with open_database("sqlite", request, tmp_path) as database:
        url = database.engine.url.render_as_string()
        configured = settings(url, tmp_path, "openai_compatible", double)
        changed = {"llm_timeout_seconds": 3.0, "worker_concurrency": 8, "rate_limit_user_per_minute": 100_000}
        async with serve(configured.model_copy(update=changed)) as client:
            yield client


async def someone(client: httpx2.AsyncClient) -> tuple[dict[str, str], tuple[str, str]]:
    body = {"email": "nina@example.org", "password": "Correct-Horse-9"}
    token = (await client.post("/api/v1/auth/register", json=body)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    await allow(client, headers)
    return headers, await prepare(client, headers)


async def ends(
    client: httpx2.AsyncClient, headers: dict[str, str], ids: tuple[str, str], *, allow_fallback: bool
) -> dict[str, Any]:
    options = {"engine": "llm", "allow_fallback": allow_fallback}
    body = {"profile_id": ids[0], "job_id": ids[1], "options": options}
    started = await client.post("/api/v1/generations/resume", json=body, headers=headers)
    assert started.status_code == 201, started.text
    return await wait(client, headers, started.headers["Location"])


async def in_turn(run: Callable[[int], Coroutine[Any, Any, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return what the runs end with, some of them at a time: each has to end within its own time."""
    done: list[dict[str, Any]] = []
    for first in range(0, RUNS, AT_ONCE):
        done += await asyncio.gather(*(run(number) for number in range(first, min(RUNS, first + AT_ONCE))))
    return done


@pytest.mark.slow
async def test_every_failure_ends_in_the_right_state(client: httpx2.AsyncClient, double: LLMDouble) -> None:
    headers, ids = await someone(client)
    for name, failure in FAILURES.items():
        double.plan(failure)
        done = await in_turn(lambda number: ends(client, headers, ids, allow_fallback=bool(number % 3)))
        for number, one in enumerate(done):
            if number % 3:
                assert (one["status"], one["engine"], one["model"]) == ("completed", "builtin", "jobwise-builtin-1"), (
                    name
                )
                assert any(line.startswith("The built-in engine wrote") for line in one["recommendations"]), name
            else:
                assert (one["status"], one["result"]) == ("failed", None), name
                assert "language model" in one["error_message"], name
            assert KEY not in str(one), name
        assert len(double.bodies) <= 3 * RUNS, name


@pytest.mark.parametrize("failure", USELESS)
async def test_useless_proposals_leave_the_built_in_document(
    client: httpx2.AsyncClient, double: LLMDouble, failure: str
) -> None:
    headers, ids = await someone(client)
    double.plan(USELESS[failure])
    done = await in_turn(lambda _: ends(client, headers, ids, allow_fallback=False))
    assert {(one["status"], one["engine"]) for one in done} == {("completed", "builtin")}
    assert all("No wording of the language model passed" in one["recommendations"][-1] for one in done)
    assert len(double.bodies) <= 2 * RUNS
