"""Documents worded by a model over HTTP: who allowed it, what was sent, what it may change, and its failures."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.settings import Settings
from tests.api.conftest import SignUp, serve
from tests.api.test_main_job import prepare, wait
from tests.conftest import open_database
from tests.llm_double import KEY, LLMDouble, hang, llm_double, refuse, say, status
from tests.scripted_model import Brief, Row, brief_of, editor, honest, worded

URL = "/api/v1/generations/resume"


@pytest.fixture
async def double() -> AsyncIterator[LLMDouble]:
    async with llm_double(editor(honest)) as double:
        yield double


@pytest.fixture(params=["openai_compatible", "anthropic"])
async def client(
    request: pytest.FixtureRequest, tmp_path: Path, double: LLMDouble
) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a service whose model is the double."""
    async with open_database("sqlite", request, tmp_path) as database:
        configured = settings(database.engine.url.render_as_string(), tmp_path, request.param, double)
        async with serve(configured) as client:
            yield client


def settings(url: str, folder: Path, provider: str, double: LLMDouble) -> Settings:
    return Settings.model_validate(
        {
            "database_url": url,
            "data_dir": folder,
            "bcrypt_rounds": 4,
            "rate_limit_user_per_minute": 0,
            "log_level": "error",
            "llm_provider": provider,
            "llm_model": "m-1",
            "llm_timeout_seconds": 20,
            "openai_api_key": KEY,
            "openai_base_url": f"{double.url}/v1",
            "anthropic_api_key": KEY,
            "anthropic_base_url": double.url,
            "rate_limit_generations_per_hour": 1000,
            "quota_free": None,
        }
    )


async def allow(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    answer = await client.patch("/api/v1/auth/me", json={"llm_enabled": True}, headers=headers)
    assert (answer.status_code, answer.json()["llm_enabled"]) == (200, True)


async def generate(
    client: httpx2.AsyncClient, headers: dict[str, str], ids: tuple[str, str], url: str = URL, **options: object
) -> dict[str, Any]:
    body = {"profile_id": ids[0], "job_id": ids[1], "options": {"engine": "llm", **options}}
    started = await client.post(url, json=body, headers=headers)
    assert started.status_code == 201, started.text
    return await wait(client, headers, started.headers["Location"])


async def result_of(client: httpx2.AsyncClient, headers: dict[str, str], done: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(f"/api/v1/generations/{done['id']}/result", headers=headers)).json()
    return found


async def calls_of(client: httpx2.AsyncClient, headers: dict[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get("/api/v1/llm/calls", headers=headers)).json()["items"]
    return found


async def test_a_model_words_what_it_may_and_the_ledger_says_so(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    ids = await prepare(client, headers)
    await allow(client, headers)
    done = await generate(client, headers, ids)
    assert (done["status"], done["engine"], done["model"]) == ("completed", "llm", "m-1"), done
    assert (done["prompt_version"], done["error_message"]) == ("rewrite-1", None)
    result = await result_of(client, headers, done)
    worded_by = [one for one in result["provenance"] if one["origin"] == "llm"]
    assert worded_by
    assert {one["verdict"] for one in worded_by} == {"grounded"}
    assert all(one["source_ids"] for one in worded_by)
    assert "Priya Raman" in result["content_text"]
    for secret in ("Priya", "Raman", "priya.raman@example.org", "113 496 0123"):
        assert secret not in double.sent
    [call] = await calls_of(client, headers)
    assert (call["status"], call["purpose"], call["host"]) == ("completed", "word_resume", double.url[7:])
    assert (call["input_tokens"], call["output_tokens"], call["cost_estimate"]) == (100, 20, None)
    assert "job posting" in call["data_kinds"]
    assert (call["generation_id"], done["token_usage"]) == (done["id"], 120)
    told = (await client.get("/metrics")).text
    assert f'jobwise_llm_calls_last_hour{{provider="{call["provider"]}",status="completed"}} 1.0' in told
    for direction, tokens in (("input", 100), ("output", 20)):
        assert (
            f'jobwise_llm_tokens_last_hour{{direction="{direction}",provider="{call["provider"]}"}} {tokens}.0' in told
        )
    stranger = await sign_up()
    assert await calls_of(client, stranger) == []


async def test_a_letter_is_worded_too(client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble) -> None:
    headers = await sign_up()
    ids = await prepare(client, headers)
    await allow(client, headers)
    done = await generate(client, headers, ids, "/api/v1/generations/cover-letter")
    assert done["status"] == "completed", done
    assert "Priya" not in double.sent
    assert brief_of(double.bodies[0])["document_type"] == "cover_letter"


async def test_nobody_uses_a_model_they_did_not_switch_on(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    ids = await prepare(client, headers)
    body = {"profile_id": ids[0], "job_id": ids[1], "options": {"engine": "llm"}}
    refused = await client.post(URL, json=body, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "llm_not_enabled")
    tested = await client.post("/api/v1/llm/test", headers=headers)
    assert (tested.status_code, tested.json()["error"]["code"]) == (422, "llm_not_enabled")
    assert double.bodies == []


async def test_what_is_set_up_is_told_without_the_key(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    before = await client.get("/api/v1/llm", headers=headers)
    assert (before.json()["configured"], before.json()["enabled"], before.json()["host"]) == (
        True,
        False,
        double.url[7:],
    )
    await allow(client, headers)
    double.plan(say('{"answer": "ready"}'))
    tested = await client.post("/api/v1/llm/test", headers=headers)
    assert (tested.status_code, tested.json()["model"]) == (200, "m-1")
    double.plan(status(401))
    failed = await client.post("/api/v1/llm/test", headers=headers)
    assert (failed.status_code, failed.json()["error"]["code"]) == (503, "llm_unavailable")
    assert failed.headers["Retry-After"] == "300"
    assert [call["status"] for call in await calls_of(client, headers)] == ["failed", "completed"]
    assert KEY not in before.text + tested.text + failed.text


async def test_a_failing_model_leaves_the_built_in_document_and_says_so(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    ids = await prepare(client, headers)
    await allow(client, headers)
    double.plan(refuse)
    done = await generate(client, headers, ids)
    assert (done["status"], done["engine"], done["model"]) == ("completed", "builtin", "jobwise-builtin-1")
    assert any("The built-in engine wrote this document" in line for line in done["recommendations"])
    assert "The built-in engine wrote this" in done["progress"]["stages"][2]["message"]
    strict = await generate(client, headers, ids, allow_fallback=False)
    assert (strict["status"], strict["result"]) == ("failed", None)
    assert strict["error_message"].startswith("The language model declined")
    assert len(double.bodies) == 2


async def test_a_wording_that_fails_is_asked_again_once_then_the_old_one_stands(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    def boast(block: Row, sentence: Row, brief: Brief) -> Row:
        if "28 beds" in sentence["text"]:
            return worded(block, sentence, "Coordinated a ward of 280 beds on night shifts")
        if "12 newly" in sentence["text"]:
            return worded(block, sentence, "Led the training of 12 newly qualified nurses across Europe")
        return honest(block, sentence, brief)

    def mend(row: Row) -> str:
        return "Ran a ward of 280 beds" if "280" in row["text"] else "Taught 12 newly qualified nurses in wound care"

    headers = await sign_up()
    ids = await prepare(client, headers)
    await allow(client, headers)
    double.plan(editor(boast, mend))
    done = await generate(client, headers, ids)
    assert (done["status"], done["engine"], len(double.bodies)) == ("completed", "llm", 2)
    complaints = {row["id"]: row for row in brief_of(double.bodies[1])["sentences"]}
    assert any("280" in row["text"] for row in complaints.values())
    assert all(row["problems"] for row in complaints.values())
    text = (await result_of(client, headers, done))["content_text"]
    assert "Taught 12 newly qualified nurses in wound care" in text
    assert "Coordinated a ward of 28 beds on night shifts" in text
    assert "280" not in text
    assert "Europe" not in text
    document = (await client.get(f"/api/v1/documents/{done['result']['document_id']}", headers=headers)).json()
    refused = [line for line in json.dumps(document["content"]).split('"refused": ') if "280" in line]
    assert refused


async def test_cancelling_hangs_up_on_the_model(client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble) -> None:
    headers = await sign_up()
    ids = await prepare(client, headers)
    await allow(client, headers)
    double.plan(hang)
    double.received.clear()
    body = {"profile_id": ids[0], "job_id": ids[1], "options": {"engine": "llm"}}
    url = (await client.post(URL, json=body, headers=headers)).headers["Location"]
    await double.received.wait()
    assert (await client.delete(url, headers=headers)).status_code == 204
    assert (await client.get(url, headers=headers)).json()["status"] == "cancelled"
    calls: list[dict[str, Any]] = []
    async with asyncio.timeout(3):
        while not calls:
            calls = await calls_of(client, headers)
            await asyncio.sleep(0.02)
    assert [call["status"] for call in calls] == ["cancelled"]
    assert (await client.get(url, headers=headers)).json()["status"] == "cancelled"


@asynccontextmanager
async def without_model(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[httpx2.AsyncClient]:
    async with open_database("sqlite", request, folder) as database:
        url = database.engine.url.render_as_string()
        async with serve(
            Settings(
                database_url=url, data_dir=folder, bcrypt_rounds=4, log_level="error", rate_limit_user_per_minute=0
            )
        ) as client:
            yield client


async def test_a_server_without_a_model_says_so(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    async with without_model(request, tmp_path) as client:
        credentials = {"email": "a@example.org", "password": "Correct-Horse-9"}
        token = (await client.post("/api/v1/auth/register", json=credentials)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        await allow(client, headers)
        ids = await prepare(client, headers)
        found = (await client.get("/api/v1/llm", headers=headers)).json()
        assert found == {"configured": False, "provider": "builtin", "host": "", "model": "", "enabled": True}
        body = {"profile_id": ids[0], "job_id": ids[1], "options": {"engine": "llm"}}
        refused = await client.post(URL, json=body, headers=headers)
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "llm_not_enabled")


def test_half_a_configuration_is_refused_without_showing_the_other_half() -> None:
    with pytest.raises(ValueError, match="LLM_PROVIDER=openai needs LLM_MODEL") as caught:
        Settings.model_validate({"llm_provider": "openai", "openai_api_key": KEY})
    assert KEY not in str(caught.value)
    assert KEY not in repr(Settings.model_validate({"openai_api_key": KEY, "anthropic_api_key": KEY}))
