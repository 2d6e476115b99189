"""Answers worded by a language model over HTTP: only when asked for, within the facts, and written down."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.api.conftest import SignUp, serve
from tests.api.test_interviews import LOOSE, STORY, start
from tests.api.test_llm import allow, settings
from tests.conftest import open_database
from tests.llm_double import Body, LLMDouble, answer_with, llm_double, status
from tests.scripted_model import brief_of


def coach(body: Body) -> object:
    """Say the first sentence and the result again, and invent a budget in between."""
    said = brief_of(body)["answer"]
    return {
        "sentences": [
            {"text": said[0]["text"], "source_ids": ["s1"]},
            {"text": "I saved the hospital 2 million euros.", "source_ids": ["s1", "s2"]},
            {"text": "As a result errors fell by 35%.", "source_ids": [said[-1]["id"]]},
        ]
    }


@pytest.fixture
async def double() -> AsyncIterator[LLMDouble]:
    async with llm_double(answer_with(coach)) as double:
        yield double


@pytest.fixture
async def client(
    request: pytest.FixtureRequest, tmp_path: Path, double: LLMDouble
) -> AsyncIterator[httpx2.AsyncClient]:
    async with open_database("sqlite", request, tmp_path) as database:
        configured = settings(database.engine.url.render_as_string(), tmp_path, "openai_compatible", double)
        async with serve(configured) as client:
            yield client


async def worded(client: httpx2.AsyncClient, headers: dict[str, str], url: str, said: str) -> dict[str, Any]:
    body = {"question_id": "q1", "answer": said, "engine": "llm"}
    made = await client.post(f"{url}/answers", json=body, headers=headers)
    assert (made.status_code, made.json()["wording"]["status"]) == (201, "pending"), made.text
    assert made.json()["feedback"]["score"] == made.json()["score"]
    async with asyncio.timeout(30):
        while True:
            found: dict[str, Any] = (await client.get(made.headers["Location"], headers=headers)).json()
            if found["wording"]["status"] != "pending":
                return found
            await asyncio.sleep(0.02)


async def test_only_what_the_answer_and_the_facts_bear_out_is_worded(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    url, _ = await start(client, headers)
    await allow(client, headers)
    wording = (await worded(client, headers, url, STORY))["wording"]
    assert (wording["status"], wording["model"], wording["prompt_version"]) == ("completed", "m-1", "interview-1")
    texts = [(one["text"], one["own"]) for one in wording["sentences"]]
    assert texts[-1] == ("As a result errors fell by 35%.", False)
    assert any(own for _, own in texts)
    assert wording["refused"] == ["I saved the hospital 2 million euros."]
    assert not any("2 million" in text for text, _ in texts)
    assert not {"Priya", "Raman", "priya.raman@example.org", "496"} & set(double.sent.replace('"', " ").split())
    (call,) = (await client.get("/api/v1/llm/calls", headers=headers)).json()["items"]
    assert (call["purpose"], call["status"]) == ("word_interview_answer", "completed")
    assert call["data_kinds"] == ["interview answer", "facts it rests on", "interview question"]


async def test_what_is_unproven_is_not_even_sent(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    url, _ = await start(client, headers)
    await allow(client, headers)
    await worded(client, headers, url, f"{STORY} {LOOSE}")
    assert ("Northgate" in double.sent, "Google" in double.sent, "2 million" in double.sent) == (True, False, False)


async def test_a_model_that_fails_leaves_the_feedback(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    url, _ = await start(client, headers)
    await allow(client, headers)
    double.plan(status(401))
    made = await worded(client, headers, url, STORY)
    assert (made["wording"]["status"], made["wording"]["sentences"]) == ("failed", [])
    assert made["wording"]["notice"]
    assert made["score"] > 60
    assert (await client.get("/api/v1/llm/calls", headers=headers)).json()["total"] >= 1


async def test_nothing_is_sent_unless_both_switched_it_on_and_it_is_asked_for(
    client: httpx2.AsyncClient, sign_up: SignUp, double: LLMDouble
) -> None:
    headers = await sign_up()
    url, _ = await start(client, headers)
    body = {"question_id": "q1", "answer": STORY}
    refused = await client.post(f"{url}/answers", json={**body, "engine": "llm"}, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "llm_not_enabled")
    await allow(client, headers)
    plain = await client.post(f"{url}/answers", json=body, headers=headers)
    assert (plain.json()["wording"], plain.json()["attempt"], double.bodies) == (None, 1, [])
