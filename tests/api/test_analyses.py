"""Analyses over HTTP."""

import asyncio
from typing import Any

import httpx2

from app.domain.ids import uuid7
from tests.api.conftest import SignUp

RESUME = """Jo Doe
jo@example.org

Experience
Backend Engineer, Fjord Pay, Oslo
2019-03 - Present
- Built payment services in Python and PostgreSQL for 40 shops

Skills
Python, PostgreSQL, Docker
"""
BUSY = ("processing", "pending", "generating", "scraping", "parsing", "analyzing", "tailoring")
POSTING = """Backend Engineer
Acme GmbH, Berlin

Requirements
- 3+ years of experience with Python
- PostgreSQL
- Kafka
"""


async def _job(client: httpx2.AsyncClient, headers: dict[str, str]) -> str:
    made = await client.post("/api/v1/jobs", json={"source": "manual", "raw_text": POSTING}, headers=headers)
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def _resume(client: httpx2.AsyncClient, headers: dict[str, str]) -> str:
    files = {"file": ("resume.txt", RESUME.encode(), "text/plain")}
    return str((await client.post("/api/v1/resumes", files=files, headers=headers)).json()["id"])


async def _done(client: httpx2.AsyncClient, headers: dict[str, str], url: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while True:
            body: dict[str, Any] = (await client.get(url, headers=headers)).json()
            if body["status"] not in BUSY:
                return body
            await asyncio.sleep(0.02)


async def test_a_resume_is_compared_with_a_posting_at_once(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    resume_id, job_id = await _resume(client, headers), await _job(client, headers)
    before = (await client.get(f"/api/v1/resumes/{resume_id}", headers=headers)).json()
    by_id = {"resume_id": resume_id, "job_id": job_id}
    answer = await client.post("/api/v1/resume/analyze", json=by_id, headers=headers)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert ({"Python", "PostgreSQL"} <= set(found["matched_keywords"]), found["missing_keywords"]) == (True, ["Kafka"])
    assert 5 < found["relevance_score"] < 10
    assert found["relevance_score"] == found["match_score"] / 10
    assert found["recommended_improvements"]
    assert abs(sum(part["score"] for part in found["parts"]) - found["match_score"]) <= 0.5
    assert sum(found["score_breakdown"].values()) == found["ats_score"]
    after = (await client.get(f"/api/v1/resumes/{resume_id}", headers=headers)).json()
    assert after["last_analyzed"]
    assert after == {**before, "last_analyzed": after["last_analyzed"]}
    by_text = {"resume_text": RESUME, "job_description": POSTING}
    same = (await client.post("/api/v1/resume/analyze", json=by_text, headers=headers)).json()
    assert (same["relevance_score"], same["missing_keywords"]) == (found["relevance_score"], ["Kafka"])
    assert (await client.get(f"/api/v1/jobs/{job_id}/analysis", headers=headers)).json() == {"status": "pending"}
    assert (await client.post("/api/v1/resume/analyze", json=by_id, headers=stranger)).status_code == 403
    assert (await client.post("/api/v1/resume/analyze", json=by_text)).status_code == 401


async def test_what_a_comparison_refuses(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    text = {"resume_text": RESUME, "job_description": POSTING}
    cases: list[tuple[dict[str, object], int, str]] = [
        ({}, 400, "validation_error"),
        ({"resume_text": RESUME}, 400, "validation_error"),
        ({**text, "job_id": str(uuid7())}, 400, "validation_error"),
        ({**text, "resume_id": str(uuid7())}, 400, "validation_error"),
        ({**text, "profile_id": str(uuid7())}, 400, "validation_error"),
        ({**text, "resume_text": ""}, 400, "validation_error"),
        ({**text, "resume_text": " \n "}, 422, "resume_has_no_text"),
        ({**text, "job_description": " "}, 422, "job_has_no_description"),
        ({"resume_id": str(uuid7()), "job_description": POSTING}, 404, "resource_not_found"),
        ({"resume_text": RESUME, "job_id": str(uuid7())}, 404, "resource_not_found"),
        ({"profile_id": str(uuid7()), "job_description": POSTING}, 404, "resource_not_found"),
    ]
    for body, status, code in cases:
        answer = await client.post("/api/v1/resume/analyze", json=body, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), (body, answer.text)


async def test_a_job_is_analysed_in_the_background(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    resume_id, job_id = await _resume(client, headers), await _job(client, headers)
    url = f"/api/v1/jobs/{job_id}/analysis"
    body = {"resume_id": resume_id, "target_stack": "Python,  Docker, python,", "candidate_level": "fresher"}
    started = await client.post(url, json=body, headers=headers)
    assert (started.status_code, started.headers["Location"]) == (202, url), started.text
    analysis_id = started.json()["analysis_id"]
    assert started.json() == {
        "analysis_id": analysis_id, "status": "processing", "candidate_level": "fresher",
        "target_stack": ["Python", "Docker"],
    }  # fmt: skip
    done = await _done(client, headers, url)
    assert {name: done[name] for name in ("id", "job_id", "resume_id", "profile_id", "status", "error_message")} == {
        "id": analysis_id, "job_id": job_id, "resume_id": resume_id, "profile_id": None, "status": "completed",
        "error_message": None,
    }  # fmt: skip
    assert set(done["score_breakdown"]) == {"skills_match", "project_impact", "tools_frameworks", "role_fit"}
    assert sum(done["score_breakdown"].values()) == done["ats_score"]
    assert ("Python" in done["matched_keywords"], done["missing_keywords"]) == (True, ["Kafka"])
    assert (bool(done["strengths"]), bool(done["suggestions"])) == (True, True)
    for method in ("GET", "POST"):
        answer = await client.request(method, url, json={}, headers=stranger)
        assert (answer.status_code, "Kafka" in answer.text) == (403, False)


async def test_the_latest_analysis_of_a_job_stays(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    resume_id, job_id = await _resume(client, headers), await _job(client, headers)
    url = f"/api/v1/jobs/{job_id}/analysis"
    nobody = await client.post(url, headers=headers)
    assert (nobody.status_code, nobody.json()["error"]["code"]) == (422, "no_profile")
    imported = await client.post("/api/v1/profiles/import", json={"resume_id": resume_id}, headers=headers)
    profile_id = imported.json()["profile"]["id"]
    bodies: list[dict[str, object]] = [{"resume_id": resume_id}, {"target_stack": ["Go"]}, {"profile_id": profile_id}]
    answers = await asyncio.gather(*(client.post(url, json=body, headers=headers) for body in bodies))
    assert [answer.status_code for answer in answers] == [202, 202, 202]
    last = await client.post(url, headers=headers)
    done = await _done(client, headers, url)
    assert (done["id"], done["status"], done["profile_id"], done["target_stack"]) == (
        last.json()["analysis_id"], "completed", profile_id, [],
    )  # fmt: skip
    both = await client.post(url, json={"resume_id": resume_id, "profile_id": profile_id}, headers=headers)
    assert (both.status_code, both.json()["error"]["code"]) == (400, "validation_error")
    for wrong in ({"target_stack": 3}, {"candidate_level": "wizard"}, {"target_stack": [str(n) for n in range(51)]}):
        assert (await client.post(url, json=wrong, headers=headers)).status_code == 400
    assert (await client.delete(f"/api/v1/resumes/{resume_id}", headers=headers)).status_code == 204
    assert (await client.delete(f"/api/v1/jobs/{job_id}", headers=headers)).status_code == 204
    assert (await client.get(url, headers=headers)).status_code == 404


async def test_several_jobs_are_matched_at_once(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    url = "/api/v1/jobs/matches"
    job_id, other_id = await _job(client, headers), await _job(client, stranger)
    nobody = await client.post(url, json={"job_ids": [job_id]}, headers=headers)
    assert (nobody.status_code, nobody.json()["error"]["code"]) == (422, "no_profile")
    profile_ids = []
    for owner in (headers, stranger):
        source = {"resume_id": await _resume(client, owner)}
        imported = await client.post("/api/v1/profiles/import", json=source, headers=owner)
        profile_ids.append(imported.json()["profile"]["id"])
    florist = {"source": "manual", "raw_text": POSTING.replace("Python", "floristry").replace("PostgreSQL", "bouquets")}
    far_id = str((await client.post("/api/v1/jobs", json=florist, headers=headers)).json()["id"])
    answer = await client.post(url, json={"job_ids": [far_id, job_id, far_id]}, headers=headers)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["profile_id"] == profile_ids[0]
    assert [item["job_id"] for item in found["items"]] == [far_id, job_id]
    for item in found["items"]:
        alone = {"profile_id": profile_ids[0], "job_id": item["job_id"]}
        one = (await client.post("/api/v1/resume/analyze", json=alone, headers=headers)).json()
        assert (item["match_score"], item["band"]) == (one["match_score"], one["band"])
    assert found["items"][0]["match_score"] < found["items"][1]["match_score"]
    refused: list[tuple[dict[str, object], int, str]] = [
        ({"job_ids": [job_id, other_id]}, 403, "forbidden"),
        ({"job_ids": [job_id], "profile_id": profile_ids[1]}, 403, "forbidden"),
        ({"job_ids": [job_id, str(uuid7())]}, 404, "resource_not_found"),
        ({"job_ids": [job_id], "profile_id": str(uuid7())}, 404, "resource_not_found"),
        ({"job_ids": []}, 400, "validation_error"),
        ({"job_ids": [str(uuid7()) for _ in range(51)]}, 400, "validation_error"),
        ({"job_ids": ["1"]}, 400, "validation_error"),
        ({}, 400, "validation_error"),
    ]
    for body, status, code in refused:
        answer = await client.post(url, json=body, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), (body, answer.text)
        assert "items" not in answer.json()
    assert (await client.post(url, json={"job_ids": [job_id]})).status_code == 401


async def test_a_job_without_a_text_has_no_match(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    body = {"resume_id": await _resume(client, headers)}
    await client.post("/api/v1/profiles/import", json=body, headers=headers)
    files = {"file": ("applications.csv", b"Company,Job title\nAcme,Baker\n", "text/csv")}
    imported = await client.post("/api/v1/applications/import", files=files, headers=headers)
    assert imported.status_code == 200, imported.text
    (job,) = (await client.get("/api/v1/jobs", headers=headers)).json()["items"]
    job_id = job["id"]
    answer = await client.post("/api/v1/jobs/matches", json={"job_ids": [job_id]}, headers=headers)
    assert answer.json()["items"] == [{"job_id": job_id, "match_score": None, "band": None}]


async def test_what_the_candidate_denies_is_suggested_no_more_until_they_take_it_back(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers, stranger = await sign_up(), await sign_up()
    source = {"resume_id": await _resume(client, headers)}
    made = (await client.post("/api/v1/profiles/import", json=source, headers=headers)).json()["profile"]
    job_id, url = await _job(client, headers), f"/api/v1/profiles/{made['id']}/denied-skills"

    async def report() -> dict[str, Any]:
        body = {"profile_id": made["id"], "job_id": job_id}
        found: dict[str, Any] = (await client.post("/api/v1/resume/analyze", json=body, headers=headers)).json()
        return found

    async def advice() -> str:
        wanted = {"profile_id": made["id"], "job_id": job_id}
        begun = await client.post("/api/v1/generations/resume", json=wanted, headers=headers)
        done = await _done(client, headers, f"/api/v1/generations/{begun.json()['id']}")
        return " ".join(done["recommendations"])

    async def asked() -> list[str]:
        wanted = {"profile_id": made["id"], "job_id": job_id}
        begun = (await client.post("/api/v1/tailoring-sessions", data=wanted, headers=headers)).json()
        session = await _done(client, headers, f"/api/v1/tailoring-sessions/{begun['id']}")
        return [session["question"]["question_id"]] if session["question"] else []

    before = await report()
    assert (before["denied_gaps"], "Kafka" in " ".join(before["recommended_improvements"])) == ([], True)
    assert ("Kafka" in await advice(), await asked()) == (True, ["skill:Kafka"])
    assert (await client.get(url, headers=headers)).json() == {"profile_id": made["id"], "skills": []}
    for _ in range(2):
        answer = await client.patch(url, json={"add": [" kafka ", "C++", "CI/CD", "c++"]}, headers=headers)
        assert (answer.status_code, answer.json()["skills"]) == (200, ["C++", "CI/CD", "kafka"])
    after = await report()
    assert [(one["keyword"], one["status"]) for one in after["keywords"] if one["denied"]] == [("Kafka", "missing")]
    assert after["denied_gaps"] == ["Kafka (required) is not shown; you said that you do not have it."]
    assert "Kafka" not in " ".join((*after["gaps"], *after["recommended_improvements"]))
    assert [after[name] for name in ("match_score", "parts", "ceiling", "missing_keywords", "ats_score")] == [
        before[name] for name in ("match_score", "parts", "ceiling", "missing_keywords", "ats_score")
    ]
    assert ("Kafka" in await advice(), "skill:Kafka" in await asked()) == (False, False)
    assert (await client.get(f"/api/v1/profiles/{made['id']}", headers=headers)).json() == made
    answer = await client.patch(url, json={"remove": ["KAFKA", "Rust"]}, headers=headers)
    assert answer.json()["skills"] == ["C++", "CI/CD"]
    assert await report() == before
    refused: list[tuple[dict[str, object], dict[str, str], int, str]] = [
        ({"add": ["Go"], "remove": ["go"]}, headers, 400, "validation_error"),
        ({"add": [" "]}, headers, 400, "validation_error"),
        ({"add": ["x" * 501]}, headers, 400, "validation_error"),
        ({"add": ["Go"]}, stranger, 403, "forbidden"),
        ({"add": ["Go"]}, {}, 401, "not_authenticated"),
    ]
    for body, who, status, code in refused:
        answer = await client.patch(url, json=body, headers=who)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), (body, answer.text)
    assert (await client.get(url, headers=stranger)).status_code == 403


async def test_a_skill_that_is_added_to_the_profile_is_denied_no_more(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    source = {"resume_id": await _resume(client, headers)}
    profile = (await client.post("/api/v1/profiles/import", json=source, headers=headers)).json()["profile"]
    base, job_id = f"/api/v1/profiles/{profile['id']}", await _job(client, headers)

    async def send(method: str, path: str, body: dict[str, object]) -> None:
        answer = await client.request(method, path, json=body, headers=headers)
        assert answer.is_success, answer.text

    async def without_kafka() -> None:
        await send("PUT", base, profile)
        await send("PATCH", f"{base}/denied-skills", {"add": ["kafka", "Rust"]})
        await send("PUT", base, {**profile, "headline": "Engineer"})
        assert await denied() == ["kafka", "Rust"]

    async def denied() -> list[str]:
        return list((await client.get(f"{base}/denied-skills", headers=headers)).json()["skills"])

    kafka: dict[str, object] = {"name": "Kafka"}
    json_resume: dict[str, object] = {"skills": [{"name": "Tools", "keywords": ["Kafka"]}]}
    ways: list[tuple[str, str, dict[str, object]]] = [
        ("PUT", base, {**profile, "skills": [*profile["skills"], kafka]}),
        ("POST", f"{base}/skills", kafka),
        ("POST", f"{base}/skills/bulk", {"create": [kafka]}),
        ("POST", "/api/v1/profiles/import", {"profile_id": profile["id"], "json_resume": json_resume}),
        ("POST", f"{base}/versions/4/restore", {}),
    ]
    for method, path, body in ways:
        await without_kafka()
        await send(method, path, body)
        assert await denied() == ["Rust"], path
    await send("PATCH", f"{base}/denied-skills", {"add": ["Kubernetes"]})
    await send("POST", f"{base}/skills", {"name": "k8s"})
    assert await denied() == ["Rust"]
    wanted = {"profile_id": profile["id"], "job_id": job_id}
    report = (await client.post("/api/v1/resume/analyze", json=wanted, headers=headers)).json()
    shown = next(one for one in report["keywords"] if one["keyword"] == "Kafka")
    assert (shown["status"] != "missing", shown["denied"], report["denied_gaps"]) == (True, False, [])
