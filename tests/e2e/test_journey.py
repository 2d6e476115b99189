"""One user's way over HTTP, from registering to leaving nothing behind."""

from pathlib import Path

import httpx2
import pytest

from app.domain.ids import uuid7
from app.settings import Settings
from tests.api.conftest import serve
from tests.api.test_main_job import prepare, wait
from tests.conftest import open_database

API = "/api/v1"


async def travel(client: httpx2.AsyncClient) -> None:
    account = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
    token = (await client.post(f"{API}/auth/register", json=account)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    profile_id, job_id = await prepare(client, headers)
    wanted = {"profile_id": profile_id, "job_id": job_id}
    started = await client.post(f"{API}/generations/resume", json=wanted, headers=headers)
    document_id = (await wait(client, headers, started.headers["Location"]))["result"]["document_id"]

    body = {"job_id": job_id, "resume_document_id": document_id, "deadline": "2031-05-01T12:00:00Z"}
    made = await client.post(f"{API}/applications", json=body, headers=headers)
    assert made.status_code == 201, made.text
    url = made.headers["Location"]
    applied = await client.put(f"{url}/status", json={"status": "applied"}, headers=headers)
    assert applied.json()["applied_at"] is not None
    timeline = (await client.get(f"{url}/timeline", headers=headers)).json()["items"]
    sent = next(event for event in timeline if event["kind"] == "document_sent")
    assert (sent["document_id"], sent["document_type"], sent["version_number"]) == (document_id, "resume", 1)

    told = (await client.get(f"{API}/notifications?unread=true", headers=headers)).json()
    assert [(one["kind"], one["link"]) for one in told["items"]] == [
        ("status_change", url.removeprefix(API)),
        ("generation_done", f"/documents/{document_id}"),
    ]
    assert told["items"][0]["title"].startswith("Applied: Ward Sister / Charge Nurse")
    assert (await client.post(f"{API}/notifications/read-all", headers=headers)).json() == {"read": 2}

    feed = (await client.post(f"{API}/applications/calendar/token", headers=headers)).json()["url"]
    assert "DTSTART:20310501T120000Z" in (await client.get(feed)).text
    table = await client.get(f"{API}/applications/export", headers=headers)
    assert "Ward Sister / Charge Nurse" in table.content.decode("utf-8-sig")

    assert (await client.delete(f"{API}/documents/{document_id}", headers=headers)).status_code == 204
    timeline = (await client.get(f"{url}/timeline", headers=headers)).json()["items"]
    kept = next(event for event in timeline if event["kind"] == "document_sent")
    assert (kept["document_id"], kept["title"], kept["version_number"]) == (None, sent["title"], 1)

    secret = {"password": account["password"]}
    left = await client.request("DELETE", f"{API}/auth/account", json=secret, headers=headers)
    assert left.status_code == 204, left.text
    assert (await client.get(url, headers=headers)).status_code == 401
    assert (await client.get(feed)).status_code == 401


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.integration)])
async def test_a_user_goes_from_an_old_resume_to_an_application_and_leaves_nothing(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    async with open_database(kind, request, tmp_path) as database:
        url = database.engine.url.render_as_string(hide_password=False)
        settings = Settings(
            database_url=url, data_dir=tmp_path, bcrypt_rounds=4, log_level="error", rate_limit_user_per_minute=0
        )
        async with serve(settings) as client:
            await travel(client)
