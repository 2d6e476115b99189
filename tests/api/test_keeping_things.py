"""Lists, files, deletion and feedback over HTTP: the quieter halves of the main resources."""

import httpx2
import pytest

from tests.api.conftest import SignUp
from tests.api.test_main_job import POSTING, RESUME, prepare, wait


async def test_a_resume_is_listed_read_again_given_back_and_deleted(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    job = (await client.post("/api/v1/jobs", json={"source": "x", "raw_text": POSTING}, headers=headers)).json()
    file = {"file": ("Mein Lebenslauf ü.txt", RESUME.encode())}
    uploaded = await client.post("/api/v1/resumes", files=file, data={"job_id": job["id"]}, headers=headers)
    url = uploaded.headers["Location"]
    listed = (await client.get(f"/api/v1/resumes?job_id={job['id']}&status=parsed", headers=headers)).json()
    assert [(one["original_filename"], one["job_id"]) for one in listed["items"]] == [
        ("Mein Lebenslauf ü.txt", job["id"])
    ]
    again = await client.post(f"{url}/reparse", headers=headers)
    assert again.json()["parsed"] == uploaded.json()["parsed"]
    given = await client.get(f"{url}/file", headers=headers)
    assert (given.content, given.headers["Content-Type"]) == (RESUME.encode(), "text/plain; charset=utf-8")
    assert "filename*=UTF-8''Mein%20Lebenslauf%20%C3%BC.txt" in given.headers["Content-Disposition"]
    assert (await client.delete(url, headers=headers)).status_code == 204
    assert (await client.get(f"{url}/file", headers=headers)).status_code == 404


async def test_a_scan_is_kept_and_says_that_it_cannot_be_read(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    answer = await client.post("/api/v1/resumes", files={"file": ("scan.pdf", _scan())}, headers=headers)
    assert (answer.status_code, answer.json()["status"]) == (201, "needs_ocr"), answer.text
    refused = await client.post("/api/v1/profiles/import", json={"resume_id": answer.json()["id"]}, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "resume_has_no_text")


async def test_jobs_are_made_changed_and_deleted(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    nothing = await client.post("/api/v1/jobs", json={"source": "x"}, headers=headers)
    assert (nothing.status_code, nothing.json()["error"]["code"]) == (400, "validation_error")
    manual = {"source": "x", "job_title": "Cook", "company_name": "Uno", "job_description": "We need HACCP and pasta."}
    preview = (await client.post("/api/v1/jobs/parse", json=manual, headers=headers)).json()
    assert (preview["title"], preview["company"]) == ("Cook", "Uno")
    assert (await client.get("/api/v1/jobs", headers=headers)).json()["total"] == 0
    made = await client.post("/api/v1/jobs", json=manual, headers=headers)
    url = made.headers["Location"]
    changed = await client.patch(
        url, json={"description": "Requirements\n- Python\n- SQL", "status": "draft"}, headers=headers
    )
    body = changed.json()
    assert (body["title"], body["status"], body["description_source"]) == ("Cook", "draft", "manual")
    assert {keyword["keyword"] for keyword in body["parsed_keywords"]} == {"Python", "SQL"}
    assert (await client.delete(url, headers=headers)).status_code == 204
    assert (await client.get(url, headers=headers)).status_code == 404


async def test_profiles_are_listed_switched_and_deleted(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    assert (await client.get("/api/v1/profiles/me", headers=headers)).status_code == 404
    first, second = [
        (await client.post("/api/v1/profiles", json={"full_name": name}, headers=headers)).json()["id"]
        for name in ("One", "Two")
    ]
    assert (await client.get("/api/v1/profiles/me", headers=headers)).json()["id"] == first
    assert (await client.post(f"/api/v1/profiles/{second}/activate", headers=headers)).json()["is_active"] is True
    assert (await client.get("/api/v1/profiles/me", headers=headers)).json()["id"] == second
    page = (await client.get("/api/v1/profiles?sort=full_name&limit=1", headers=headers)).json()
    assert (page["total"], [one["full_name"] for one in page["items"]]) == (2, ["One"])
    assert (await client.delete(f"/api/v1/profiles/{first}", headers=headers)).status_code == 204
    assert (await client.get("/api/v1/profiles", headers=headers)).json()["total"] == 1


async def test_a_generation_is_repeated_with_instructions_and_rated(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    profile_id, job_id = await prepare(client, headers)
    options = {"template": "modern", "target_stack": "Wound care, Triage", "candidate_level": "experienced"}
    body = {"profile_id": profile_id, "job_id": job_id, "options": options}
    first = await client.post("/api/v1/generations/resume", json=body, headers=headers)
    url = first.headers["Location"]
    assert first.json()["options"]["target_stack"] == ["Wound care", "Triage"]
    await wait(client, headers, url)
    again = await client.post(f"{url}/regenerate", json={"instructions": "shorter"}, headers=headers)
    assert (again.status_code, again.json()["parent_generation_id"]) == (201, first.json()["id"])
    assert (again.json()["options"]["template"], again.json()["options"]["instructions"]) == ("modern", "shorter")
    await wait(client, headers, again.headers["Location"])
    for rating in (3, 5):
        rated = await client.post(
            f"{url}/feedback", json={"rating": rating, "comment": "ok", "accepted": True}, headers=headers
        )
        assert rated.status_code == 201
    analytics = (await client.get(f"{url}/analytics", headers=headers)).json()
    assert analytics["feedback"]["rating"] == 5
    assert sum(part["score"] for part in analytics["match_parts"]) == pytest.approx(analytics["match_score"], abs=0.51)
    assert analytics["grounding"]["ungrounded"] == 0
    assert (await client.post(f"{url}/feedback", json={"rating": 6}, headers=headers)).status_code == 400
    listed = (await client.get(f"/api/v1/generations?job_id={job_id}&status=completed", headers=headers)).json()
    assert listed["total"] == 2


async def test_letters_that_no_font_has_end_in_a_document_without_a_pdf(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    job = (await client.post("/api/v1/jobs", json={"source": "x", "raw_text": POSTING}, headers=headers)).json()
    profile = {
        "full_name": "สมชาย ใจดี",
        "experiences": [{"title": "พยาบาล", "company": "โรงพยาบาล", "start_date": "2019"}],
    }
    made = (await client.post("/api/v1/profiles", json=profile, headers=headers)).json()
    started = await client.post(
        "/api/v1/generations/resume", json={"profile_id": made["id"], "job_id": job["id"]}, headers=headers
    )
    done = await wait(client, headers, started.headers["Location"])
    assert done["status"] == "needs_review"
    assert "Thai" in done["progress"]["stages"][-1]["message"]
    document = f"/api/v1/documents/{done['result']['document_id']}"
    refused = await client.get(f"{document}/download?format=pdf", headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unrenderable_text")
    text = await client.get(f"{document}/download?format=txt", headers=headers)
    assert "สมชาย" in text.text


async def test_the_operators_pages_answer(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/health/live")).json() == {"status": "ok"}
    ready = (await client.get("/health/ready")).json()
    assert (ready["status"], ready["checks"]["database"]) == ("ok", "ok")
    version = (await client.get("/version")).json()
    assert version["database_revision"]
    assert (
        'jobwise_http_requests_total{method="GET",route="/health/live",status="200"}'
        in (await client.get("/metrics")).text
    )
    formats = (await client.get("/api/v1/documents/export-formats")).json()
    assert [one["format"] for one in formats] == ["pdf", "docx", "txt", "markdown", "html", "json_resume"]
    templates = (await client.get("/api/v1/generations/templates")).json()
    assert len([one for one in templates if one["ats_safe"]]) >= 5


def _scan() -> bytes:
    from io import BytesIO

    from PIL import Image

    written = BytesIO()
    Image.new("RGB", (600, 800), "white").save(written, "PDF")
    return written.getvalue()
