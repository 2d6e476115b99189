"""The main job over HTTP, from a file and a text to two documents in every format."""

import asyncio
from typing import Any

import httpx2

from tests.api.conftest import SignUp

RESUME = """Priya Raman
Leeds, United Kingdom | priya.raman@example.org | +44 113 496 0123

Summary
Registered nurse with eight years on surgical wards.

Experience
Senior Staff Nurse, Northgate Hospital, Leeds
Apr 2019 - Present
- Coordinated a ward of 28 beds on night shifts
- Reduced medication errors by 35% with a double-check routine
- Trained 12 newly qualified nurses in wound care

Staff Nurse, St Brigid's Hospital, York
2016 - 2019
- Cared for patients before and after orthopaedic surgery
- Documented care in the electronic patient record

Education
BSc Nursing, University of Leeds, 2013 - 2016

Skills
Wound care, Medication administration, Patient assessment, Electronic health records

Languages
English (native), Tamil (fluent)
"""
POSTING = """Ward Sister / Charge Nurse - Surgical
Riverside General Hospital, Sheffield

You will lead a team of nurses on a 30-bed surgical ward.

Requirements
- NMC registration and at least 5 years of experience in surgical nursing
- Medication administration and wound care
- Experience in training junior staff

Desirable
- Experience with electronic health records
"""


async def wait(client: httpx2.AsyncClient, headers: dict[str, str], url: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while True:
            body: dict[str, Any] = (await client.get(url, headers=headers)).json()
            assert "status" in body, body
            if body["status"] not in ("pending", "generating"):
                return body
            await asyncio.sleep(0.02)


async def prepare(client: httpx2.AsyncClient, headers: dict[str, str]) -> tuple[str, str]:
    files = {"file": ("resume.txt", RESUME.encode(), "text/plain")}
    uploaded = await client.post("/api/v1/resumes", files=files, headers=headers)
    assert uploaded.status_code == 201, uploaded.text
    assert uploaded.json()["parsed"]["full_name"] == "Priya Raman"
    imported = await client.post("/api/v1/profiles/import", json={"resume_id": uploaded.json()["id"]}, headers=headers)
    assert imported.status_code == 201, imported.text
    job = await client.post("/api/v1/jobs", json={"source": "manual", "raw_text": POSTING}, headers=headers)
    assert job.status_code == 201, job.text
    return imported.json()["profile"]["id"], job.json()["id"]


async def test_a_resume_and_a_posting_become_two_documents(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile_id, job_id = await prepare(client, headers)
    for kind in ("resume", "cover-letter"):
        started = await client.post(
            f"/api/v1/generations/{kind}", json={"profile_id": profile_id, "job_id": job_id}, headers=headers
        )
        assert (started.status_code, started.json()["status"]) == (201, "pending"), started.text
        done = await wait(client, headers, started.headers["Location"])
        assert (done["status"], done["error_message"]) == ("completed", None)
        assert [stage["status"] for stage in done["progress"]["stages"]] == ["completed"] * 5
        assert done["progress"]["percent"] == 100
        result = (await client.get(f"{started.headers['Location']}/result", headers=headers)).json()
        facts = {source for sentence in result["provenance"] for source in sentence["source_ids"]}
        assert facts
        assert "Priya Raman" in result["content_text"]
        document = f"/api/v1/documents/{result['document_id']}"
        formats = ["pdf", "docx", "txt", "markdown", "html", *(["json_resume"] if kind == "resume" else [])]
        for export_format in formats:
            exported = await client.post(f"{document}/export", json={"format": export_format}, headers=headers)
            assert (exported.status_code, exported.json()["readback"]["problems"]) == (201, []), exported.text
            file = await client.get(exported.json()["download_url"], headers=headers)
            assert (file.status_code, len(file.content)) == (200, exported.json()["size_bytes"])
            assert "priya-raman-riverside-general-hospital" in file.headers["Content-Disposition"]
    told = (await client.get("/metrics")).text
    assert 'jobwise_stages_last_hour{stage="prepare_export",status="completed"} 2.0' in told
    assert 'jobwise_stage_seconds_last_hour{stage="generate_content"}' in told


async def test_a_strangers_hands_are_kept_off_everything(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    profile_id, job_id = await prepare(client, headers)
    body = {"profile_id": profile_id, "job_id": job_id}
    started = await client.post("/api/v1/generations/resume", json=body, headers=headers)
    done = await wait(client, headers, started.headers["Location"])
    resume_id = (await client.get("/api/v1/resumes", headers=headers)).json()["items"][0]["id"]
    document = f"/api/v1/documents/{done['result']['document_id']}"
    generation = started.headers["Location"]
    forbidden = [
        ("GET", f"/api/v1/resumes/{resume_id}", None),
        ("GET", f"/api/v1/resumes/{resume_id}/file", None),
        ("POST", f"/api/v1/resumes/{resume_id}/reparse", None),
        ("DELETE", f"/api/v1/resumes/{resume_id}", None),
        ("GET", f"/api/v1/profiles/{profile_id}", None),
        ("PUT", f"/api/v1/profiles/{profile_id}", {"headline": "mine now"}),
        ("POST", f"/api/v1/profiles/{profile_id}/activate", None),
        ("DELETE", f"/api/v1/profiles/{profile_id}", None),
        ("POST", "/api/v1/profiles/import", {"resume_id": resume_id}),
        ("GET", f"/api/v1/jobs/{job_id}", None),
        ("PATCH", f"/api/v1/jobs/{job_id}", {"title": "mine now"}),
        ("DELETE", f"/api/v1/jobs/{job_id}", None),
        ("POST", "/api/v1/generations/resume", body),
        ("GET", generation, None),
        ("GET", f"{generation}/result", None),
        ("GET", f"{generation}/analytics", None),
        ("POST", f"{generation}/regenerate", {}),
        ("POST", f"{generation}/feedback", {"rating": 1}),
        ("DELETE", generation, None),
        ("GET", document, None),
        ("GET", f"{document}/versions", None),
        ("POST", f"{document}/export", {"format": "pdf"}),
        ("GET", f"{document}/download?format=pdf", None),
        ("DELETE", document, None),
    ]
    for method, url, json in forbidden:
        answer = await client.request(method, url, json=json, headers=stranger)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden"), (method, url)
        assert "Priya" not in answer.text
        assert (await client.request(method, url, json=json)).status_code == 401
    for collection in ("resumes", "profiles", "jobs", "generations", "documents"):
        assert (await client.get(f"/api/v1/{collection}", headers=stranger)).json()["total"] == 0


async def test_a_running_generation_can_be_cancelled_and_an_ended_one_deleted(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    profile_id, job_id = await prepare(client, headers)
    body = {"profile_id": profile_id, "job_id": job_id}
    urls = [
        (await client.post("/api/v1/generations/resume", json=body, headers=headers)).headers["Location"]
        for _ in range(6)
    ]
    assert (await client.delete(urls[-1], headers=headers)).status_code == 204
    assert (await client.get(urls[-1], headers=headers)).json()["status"] == "cancelled"
    for url in urls[:-1]:
        assert (await wait(client, headers, url))["status"] == "completed"
    assert (await client.get(urls[-1], headers=headers)).json()["status"] == "cancelled"
    assert (await client.get("/api/v1/documents", headers=headers)).json()["total"] == 5
    assert (await client.delete(urls[0], headers=headers)).status_code == 204
    assert (await client.get(urls[0], headers=headers)).status_code == 404
    assert (await client.get("/api/v1/documents", headers=headers)).json()["total"] == 4


async def test_what_cannot_be_read_is_refused_and_not_kept(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    cases = [
        (b"", 422, "resume_has_no_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), 415, "unsupported_media_type"),
        (b"%PDF-1.7\nnot really", 422, "file_damaged"),
    ]
    for data, status, code in cases:
        answer = await client.post("/api/v1/resumes", files={"file": ("r.pdf", data)}, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert (await client.get("/api/v1/resumes", headers=headers)).json()["total"] == 0
