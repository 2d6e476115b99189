"""Tailoring sessions over HTTP."""

import asyncio
from typing import Any

import httpx2
import pytest

from tests.api.conftest import SignUp
from tests.api.test_main_job import POSTING, RESUME, prepare

BASE = "/api/v1/tailoring-sessions"
NURSE = POSTING + "- ACLS certification\n- Epic\n"


async def until(client: httpx2.AsyncClient, headers: dict[str, str], url: str, *wanted: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while True:
            session: dict[str, Any] = (await client.get(url, headers=headers)).json()
            if session["status"] in wanted:
                return session
            await asyncio.sleep(0.02)


async def start(client: httpx2.AsyncClient, headers: dict[str, str], posting: str) -> str:
    files = {"resume": ("resume.txt", RESUME.encode(), "text/plain")}
    started = await client.post(BASE, files=files, data={"job_text": posting}, headers=headers)
    assert (started.status_code, started.json()["status"]) == (201, "pending"), started.text
    return str(started.headers["Location"])


async def say(client: httpx2.AsyncClient, headers: dict[str, str], url: str, message: str) -> list[dict[str, Any]]:
    """Say something and return all that was said in answer, up to the assistant's words."""
    return await post(client, headers, url, f"{url}/chat", {"message": message})


async def post(
    client: httpx2.AsyncClient, headers: dict[str, str], url: str, address: str, body: dict[str, Any]
) -> list[dict[str, Any]]:
    accepted = await client.post(address, json=body, headers=headers)
    assert accepted.status_code == 202, accepted.text
    async with asyncio.timeout(30):
        while True:
            session = (await client.get(url, headers=headers)).json()
            after = [one for one in session["messages"] if one["seq"] > accepted.json()["seq"]]
            if after and after[-1]["type"] == "chat_message":
                return after
            await asyncio.sleep(0.02)


async def test_a_session_asks_writes_and_is_talked_to(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    url = await start(client, headers, NURSE)
    session = await until(client, headers, url, "waiting_for_input", "completed", "failed")
    asked = []
    while session["question"]:
        question = session["question"]
        asked.append(question["question_id"])
        assert question["reason"]
        answers = {"skill": "Yes, at Northgate Hospital", "number": "14 patients a shift"}
        answer = answers[question["question_id"].split(":")[0]] if len(asked) > 1 else "No"
        body = {"question_id": question["question_id"], "answer": answer}
        preview = (await client.post(f"{url}/answers/preview", json=body, headers=headers)).json()
        assert preview["kind"] == ("told" if len(asked) > 1 else "denied")
        assert (await client.post(f"{url}/answers", json=body, headers=headers)).status_code == 202
        again = await client.post(f"{url}/answers", json=body, headers=headers)
        assert again.json()["error"]["code"] == "question_not_open"
        session = (await client.get(url, headers=headers)).json()
    assert 2 <= len(asked) == len(set(asked)) <= 6
    session = await until(client, headers, url, "completed", "failed")
    assert (session["status"], session["progress"], session["error_message"]) == ("completed", 100, None)
    assert [one["seq"] for one in session["messages"]] == list(range(1, len(session["messages"]) + 1))
    stages = [one["data"]["stage"] for one in session["messages"] if one["type"] == "progress_update"]
    assert stages == ["scraping", "parsing", "analyzing"]
    update = next(one["data"] for one in session["messages"] if one["type"] == "resume_update")
    assert (update["document_id"], update["version_number"]) == (session["document_id"], 1)
    profile = (await client.get(f"/api/v1/profiles/{session['profile_id']}", headers=headers)).json()
    told = {fact["text"] for fact in session["facts"]}
    written = {skill["name"] for skill in profile["skills"]}
    written |= {line for job in profile["experiences"] for line in job["achievements"]}
    assert told
    assert told <= written
    assert asked[0].split(":")[1] not in written

    replies = [(await say(client, headers, url, text))[-1]["data"]["message"] for text in ("undo", "hello")]
    assert replies[0] == "There is nothing to undo."
    assert replies[1].startswith("Hello! Tell me what to change")
    dropped = await say(client, headers, url, "drop wound care")
    assert [one["type"] for one in dropped] == ["resume_update", "chat_message"]
    assert dropped[0]["data"]["version_number"] == 2
    assert {one["kind"] for one in dropped[0]["data"]["changes"]} & {"removed", "changed"}
    review = {"version_number": 2, "refuse": [one["index"] for one in dropped[0]["data"]["changes"]]}
    taken_back = await post(client, headers, url, f"{url}/changes", review)
    assert taken_back[1]["data"]["message"].startswith("Taken back: ")
    stale = {"version_number": 1, "refuse": [0]}
    assert (await client.post(f"{url}/changes", json=stale, headers=headers)).json()["error"]["code"] == "conflict"
    undone = await say(client, headers, url, "please undo")
    assert undone[1]["data"]["message"].startswith("Undone: ")
    undone = await say(client, headers, url, "please undo")
    assert undone[0]["data"]["content"] == update["content"]
    assert undone[1]["data"]["message"].startswith("Undone: ")
    template = await say(client, headers, url, "use the modern template")
    assert template[0]["data"]["template"] == "modern"
    why = await say(client, headers, url, "why did you write reduced medication errors?")
    assert "Reduced medication errors by 35%" in why[-1]["data"]["message"]
    missing = await say(client, headers, url, "what is missing?")
    assert missing[-1]["data"]["message"]
    document = (await client.get(f"/api/v1/documents/{session['document_id']}", headers=headers)).json()
    assert (document["version_number"], document["template"]) == (6, "modern")
    file = await client.get(f"/api/v1/documents/{session['document_id']}/download?format=pdf", headers=headers)
    assert file.content.startswith(b"%PDF-")

    assert (await client.post(f"{url}/stop", headers=headers)).json() == {"status": "stopped"}
    refused = await client.post(f"{url}/chat", json={"message": "shorter"}, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "session_ended")
    assert (await client.get(BASE, headers=headers)).json()["items"][0]["status"] == "stopped"


async def test_no_is_remembered_in_the_next_session(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    first = await until(client, headers, await start(client, headers, NURSE), "waiting_for_input")
    question = first["question"]["question_id"]
    body = {"question_id": question, "answer": "no"}
    await client.post(f"{BASE}/{first['id']}/answers", json=body, headers=headers)
    data = {"profile_id": first["profile_id"], "job_id": first["job_id"]}
    started = await client.post(BASE, data=data, headers=headers)
    second = await until(client, headers, started.headers["Location"], "waiting_for_input", "completed")
    while second["question"]:
        assert second["question"]["question_id"] != question
        body = {"question_id": second["question"]["question_id"], "answer": ""}
        await client.post(f"{BASE}/{second['id']}/answers", json=body, headers=headers)
        second = (await client.get(f"{BASE}/{second['id']}", headers=headers)).json()
    done = await until(client, headers, f"{BASE}/{second['id']}", "completed")
    assert done["facts"] == []


async def test_chat_before_the_document_is_kept_for_it(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    url = await start(client, headers, NURSE)
    await until(client, headers, url, "waiting_for_input")
    for text, reply in (
        ("one page please", "Noted; I will write it that way."),
        ("use the modern template", "Noted; I will use the Modern template."),
        ("undo", "There is no document yet; answer or skip the questions first."),
    ):
        assert (await say(client, headers, url, text))[-1]["data"]["message"] == reply


@pytest.mark.parametrize("missing", ["resume", "posting"])
async def test_a_session_needs_a_resume_and_a_posting(
    missing: str, client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    profile_id, _ = await prepare(client, headers)
    data = {"job_text": POSTING} if missing == "resume" else {"profile_id": profile_id}
    answer = await client.post(BASE, data=data, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unprocessable")


async def test_a_posting_that_cannot_be_read_ends_the_session(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile_id, _ = await prepare(client, headers)
    data = {"profile_id": profile_id, "job_url": "http://127.0.0.1:9/job"}
    started = await client.post(BASE, data=data, headers=headers)
    session = await until(client, headers, started.headers["Location"], "failed", "completed", "waiting_for_input")
    assert session["status"] == "failed"
    assert session["messages"][-1]["type"] == "failed"
    assert session["messages"][-1]["data"]["message"] == session["error_message"]
