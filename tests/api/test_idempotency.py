"""Requests that are sent again: one key, one effect, one answer."""

import asyncio

import httpx2
import pytest
from sqlalchemy import text

from app.infrastructure.database.engine import Database
from app.settings import Settings
from tests.api.conftest import SignUp, serve

JOB = {"source": "manual", "title": "Tide Analyst", "company": "Pegel", "description": "Python and tides."}
FILE = ("resume.txt", b"Ana Pires\nana@example.org\n\nSkills\nSQL, dbt, Power BI, Python\n", "text/plain")


async def _count(client: httpx2.AsyncClient, headers: dict[str, str], what: str = "jobs") -> int:
    total: int = (await client.get(f"/api/v1/{what}", headers=headers)).json()["total"]
    return total


async def test_the_same_request_gets_the_first_answer_again(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k1"}
    first = await client.post("/api/v1/jobs", json=JOB, headers=headers)
    again = await client.post("/api/v1/jobs", json=dict(reversed(JOB.items())), headers=headers)
    assert (first.status_code, "Idempotent-Replayed" in first.headers) == (201, False)
    assert (again.status_code, again.headers["Idempotent-Replayed"]) == (201, "true")
    assert (again.content, again.headers["Location"]) == (first.content, first.headers["Location"])
    assert await _count(client, headers) == 1


async def test_a_key_with_another_body_is_refused_and_free_elsewhere(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers, stranger = await sign_up(), await sign_up()
    key = {"Idempotency-Key": "k1"}
    await client.post("/api/v1/jobs", json=JOB, headers={**headers, **key})
    other = await client.post("/api/v1/jobs", json={**JOB, "title": "Other"}, headers={**headers, **key})
    assert (other.status_code, other.json()["error"]["code"]) == (409, "idempotency_key_reused")
    theirs = await client.post("/api/v1/jobs", json={**JOB, "title": "Other"}, headers={**stranger, **key})
    elsewhere = await client.post("/api/v1/profiles", json={"full_name": "Ana"}, headers={**headers, **key})
    assert (theirs.status_code, elsewhere.status_code) == (201, 201)


async def test_a_refusal_does_not_burn_the_key(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k1"}
    refused = await client.post("/api/v1/jobs", json={"source": "manual"}, headers=headers)
    assert refused.status_code == 400
    assert (await client.post("/api/v1/jobs", json=JOB, headers=headers)).status_code == 201


async def test_an_upload_is_the_same_though_its_boundary_is_not(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k1"}
    answers = [await client.post("/api/v1/resumes", files={"file": FILE}, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert await _count(client, headers, "resumes") == 1
    other = await client.post("/api/v1/resumes", files={"file": (*FILE[:1], b"other", FILE[2])}, headers=headers)
    assert other.status_code == 409


async def test_registering_again_signs_in_the_same_account(client: httpx2.AsyncClient) -> None:
    body = {"email": "ana@example.org", "password": "Correct-Horse-9"}
    answers = [
        await client.post("/api/v1/auth/register", json=body, headers={"Idempotency-Key": "k1"}) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("key", ["", "k" * 256])
async def test_a_key_has_1_to_255_characters(client: httpx2.AsyncClient, sign_up: SignUp, key: str) -> None:
    answer = await client.post("/api/v1/jobs", json=JOB, headers={**await sign_up(), "Idempotency-Key": key})
    assert (answer.status_code, answer.json()["error"]["details"]["fields"][0]["field"]) == (400, "Idempotency-Key")


async def test_a_generation_takes_its_key_in_the_body(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = (await client.post("/api/v1/profiles", json={"full_name": "Ana"}, headers=headers)).json()
    job = (await client.post("/api/v1/jobs", json=JOB, headers=headers)).json()
    body = {"profile_id": profile["id"], "job_id": job["id"], "client_request_id": "one"}
    answers = [await client.post("/api/v1/generations/resume", json=body, headers=headers) for _ in range(2)]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert await _count(client, headers, "generations") == 1


async def test_fifty_at_once_on_two_instances_have_one_effect(
    client: httpx2.AsyncClient, sign_up: SignUp, database_settings: Settings
) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k1"}
    async with serve(database_settings) as other:
        answers = await asyncio.gather(
            *((client, other)[i % 2].post("/api/v1/jobs", json=JOB, headers=headers) for i in range(50))
        )
    created = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    refused = {answer.json()["error"]["code"] for answer in answers if answer.status_code != 201}
    assert len(created) == 1
    assert refused <= {"request_in_progress"}
    assert await _count(client, headers) == 1


async def test_after_a_crash_the_answer_is_read_from_what_was_created(
    client: httpx2.AsyncClient, sign_up: SignUp, database_settings: Settings
) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k1"}
    first = await client.post("/api/v1/jobs", json=JOB, headers=headers)
    await _execute(database_settings, "UPDATE idempotency_keys SET state = 'committed', status_code = NULL")
    again = await client.post("/api/v1/jobs", json=JOB, headers=headers)
    assert (again.status_code, again.json(), again.headers["Location"]) == (
        201,
        first.json(),
        first.headers["Location"],
    )
    assert again.headers["Idempotent-Replayed"] == "true"
    assert await _count(client, headers) == 1


async def test_a_lost_answer_of_another_shape_names_what_was_created(
    client: httpx2.AsyncClient, sign_up: SignUp, database_settings: Settings
) -> None:
    headers = await sign_up()
    uploaded = (await client.post("/api/v1/resumes", files={"file": FILE}, headers=headers)).json()
    body, keyed = {"resume_id": uploaded["id"]}, {**headers, "Idempotency-Key": "k1"}
    first = await client.post("/api/v1/profiles/import", json=body, headers=keyed)
    await _execute(database_settings, "UPDATE idempotency_keys SET state = 'committed', status_code = NULL")
    again = await client.post("/api/v1/profiles/import", json=body, headers=keyed)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "answer_lost")
    assert again.json()["error"]["details"]["location"] == first.headers["Location"]


async def test_what_crashed_before_its_effect_runs_after_the_lease(
    client: httpx2.AsyncClient, sign_up: SignUp, database_settings: Settings
) -> None:
    headers = {**await sign_up(), "Idempotency-Key": "k1"}
    first = await client.post("/api/v1/jobs", json=JOB, headers=headers)
    await client.delete(first.headers["Location"], headers=headers)
    await _execute(
        database_settings,
        "UPDATE idempotency_keys SET state = 'running', lease_expires_at = '2026-01-01 00:00:00+00:00'"
        if "postgresql" in database_settings.database_url
        else "UPDATE idempotency_keys SET state = 'running', lease_expires_at = '2026-01-01 00:00:00.000000'",
    )
    again = await client.post("/api/v1/jobs", json=JOB, headers=headers)
    assert (again.status_code, "Idempotent-Replayed" in again.headers) == (201, False)
    assert again.headers["Location"] != first.headers["Location"]


async def test_the_kept_answers_are_sealed(client: httpx2.AsyncClient, database_settings: Settings) -> None:
    body = {"email": "ana@example.org", "password": "Correct-Horse-9"}
    answer = await client.post("/api/v1/auth/register", json=body, headers={"Idempotency-Key": "k1"})
    database = Database(database_settings.database_url)
    async with database.connect(read_only=True) as connection:
        sealed = (await connection.execute(text("SELECT sealed_body FROM idempotency_keys"))).scalar_one()
    await database.aclose()
    assert answer.json()["refresh_token"].encode() not in bytes(sealed)


async def _execute(settings: Settings, statement: str) -> None:
    database = Database(settings.database_url)
    async with database.connect() as connection:
        await connection.execute(text(statement))
        await connection.commit()
    await database.aclose()


async def test_a_browser_that_registers_again_gets_its_cookie_again(
    client: httpx2.AsyncClient, database_settings: Settings
) -> None:
    body = {"email": "ana@example.org", "password": "Correct-Horse-9"}
    answers = []
    for _ in range(2):
        client.cookies.clear()
        answers.append(
            await client.post("/api/v1/auth/register?cookie=true", json=body, headers={"Idempotency-Key": "k1"})
        )
    first, again = answers
    assert (again.json(), again.headers["Set-Cookie"]) == (first.json(), first.headers["Set-Cookie"])
    assert again.headers["Idempotent-Replayed"] == "true"
    database = Database(database_settings.resolved_database_url)
    async with database.engine.connect() as connection:
        kept = str((await connection.execute(text("SELECT * FROM idempotency_keys"))).all())
    await database.aclose()
    assert first.headers["Set-Cookie"].split("=")[1][:20] not in kept
    assert (await client.post("/api/v1/auth/refresh")).status_code == 200
