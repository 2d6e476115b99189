"""Saved jobs over HTTP, with pages served by this machine."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest

from app.domain.ids import uuid7
from app.settings import Settings
from tests.api.conftest import SignUp, serve
from tests.infrastructure.test_http_guard import ok, server

JOBS = "/api/v1/jobs"
TEXT = "You will bake bread and rolls. Requirements: three years of experience in baking, and food safety training."
MANUAL = {"source": "manual", "company_name": "Crumb & Co", "job_title": "Baker", "job_description": TEXT}


@dataclass
class Site:
    """Pages by path; what is not there is 404."""

    url: str = ""
    pages: dict[str, str] = field(default_factory=dict)

    def answer(self, path: str, _headers: dict[str, str]) -> bytes:
        if path not in self.pages:
            return b"HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
        return ok(self.pages[path].encode(), "content-type: text/html; charset=utf-8")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    async with server(made.answer) as (port, _):
        made.url = f"http://127.0.0.1:{port}"
        yield made


@pytest.fixture
async def client(database_settings: Settings, site: Site) -> AsyncIterator[httpx2.AsyncClient]:
    allowed = {"fetch_allow_private_hosts": (site.url.removeprefix("http://"),)}
    async with serve(database_settings.model_copy(update=allowed)) as client:
        body = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
        answer = await client.post("/api/v1/auth/register", json=body)
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


def page(title: str, text: str, company: str = "Crumb & Co") -> str:
    posting = (
        f'{{"@context": "https://schema.org", "@type": "JobPosting", "title": "{title}", "description": "{text}", '
        f'"hiringOrganization": {{"name": "{company}"}}}}'
    )
    return f'<html><head><script type="application/ld+json">{posting}</script></head><body>{title}</body></html>'


async def created(client: httpx2.AsyncClient, **body: object) -> dict[str, Any]:
    answer = await client.post(JOBS, json={**MANUAL, **body})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def extracted(client: httpx2.AsyncClient, job_id: str) -> dict[str, Any]:
    async with asyncio.timeout(20):
        while True:
            job: dict[str, Any] = (await client.get(f"{JOBS}/{job_id}")).json()
            if job["extraction_status"] != "pending":
                return job
            await asyncio.sleep(0.02)


async def test_a_job_is_read_from_its_address(client: httpx2.AsyncClient, site: Site) -> None:
    site.pages["/1"] = page("Head Baker", TEXT)
    answer = await client.post(JOBS, json={"source": "web", "job_url": f"{site.url}/1"})
    job = answer.json()
    assert (answer.status_code, job["title"], job["company"]) == (201, "Head Baker", "Crumb & Co")
    assert (job["description_source"], job["extraction_status"]) == ("extracted", "success")
    assert "three years of experience" in job["description"]


async def test_an_address_that_leads_nowhere_keeps_no_row(client: httpx2.AsyncClient, site: Site) -> None:
    gone = {"job_url": f"{site.url}/gone"}
    answer = await client.post(JOBS, json={"source": "web", **gone, "job_title": "Baker"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "extraction_failed")
    assert (await client.get(JOBS)).json()["total"] == 0
    job = await created(client, **gone)
    assert (job["title"], job["description"], job["description_source"]) == ("Baker", TEXT, "manual")


async def test_a_new_address_is_read_in_the_background(client: httpx2.AsyncClient, site: Site) -> None:
    site.pages["/2"] = page("Pastry Chef", "You make cakes and tarts for our six shops and lead a team of two people.")
    job = await created(client)
    changed = await client.patch(f"{JOBS}/{job['id']}", json={"job_url": f"{site.url}/2"})
    assert (changed.status_code, changed.json()["extraction_status"]) == (200, "pending")
    done = await extracted(client, job["id"])
    assert (done["title"], done["extraction_status"], done["description_source"]) == (
        "Pastry Chef", "success", "extracted",
    )  # fmt: skip
    assert "cakes and tarts" in done["description"]


async def test_a_new_address_that_cannot_be_read_fails_and_the_text_stays(
    client: httpx2.AsyncClient, site: Site
) -> None:
    job = await created(client)
    await client.put(f"{JOBS}/{job['id']}", json={"job_url": f"{site.url}/gone"})
    done = await extracted(client, job["id"])
    assert (done["extraction_status"], done["extraction_error"]) == ("failed", "The posting is no longer there")
    assert (done["title"], done["description"]) == ("Baker", TEXT)


async def test_what_is_all_given_by_hand_is_not_read_from_the_address(client: httpx2.AsyncClient, site: Site) -> None:
    job = await created(client)
    given = {"job_url": f"{site.url}/gone", "title": "Miller", "company": "Mill Ltd", "description": "Grind the grain."}
    changed = (await client.put(f"{JOBS}/{job['id']}", json=given)).json()
    assert {name: changed[name] for name in given} == given
    assert (changed["description_source"], changed["extraction_status"]) == ("manual", "success")


async def test_the_list_has_no_texts_and_finds_words(client: httpx2.AsyncClient) -> None:
    await created(client)
    await created(client, job_title="Painter", job_description="Paint walls.", company_name="Wall GmbH")
    listed = (await client.get(JOBS, params={"sort": "title"})).json()
    assert [job["title"] for job in listed["items"]] == ["Baker", "Painter"]
    assert {"description", "raw_text", "parsed_keywords"}.isdisjoint(listed["items"][0])
    assert listed["items"][0]["extraction_status"] == "success"
    for params, expected in (
        ({"q": "bread bak"}, ["Baker"]),
        ({"q": "'\"; --"}, []),
        ({"company": "WALL gmbh"}, ["Painter"]),
        ({"q": "walls", "status": "archived"}, []),
    ):
        found = (await client.get(JOBS, params=params)).json()
        assert [job["title"] for job in found["items"]] == expected
    assert (await client.get(JOBS, params={"sort": "raw_text"})).status_code == 400


async def test_a_duplicate_names_the_first(client: httpx2.AsyncClient) -> None:
    first = await created(client)
    second = await created(client, job_title="Baker (again)")
    parsed = (await client.post(f"{JOBS}/parse", json=MANUAL)).json()
    assert [first["duplicate_of"], second["duplicate_of"], parsed["duplicate_of"]] == [None, first["id"], first["id"]]
    assert (await client.get(f"{JOBS}/{second['id']}")).json()["duplicate_of"] == first["id"]


async def test_a_dead_link_expires_its_job(client: httpx2.AsyncClient, site: Site) -> None:
    site.pages["/3"] = page("Baker", TEXT)
    job = (await client.post(JOBS, json={"source": "web", "job_url": f"{site.url}/3"})).json()
    check = f"{JOBS}/{job['id']}/check-link"
    assert (await client.post(check)).json()["state"] == "alive"
    site.pages["/3"] = page("Baker", f"This position has been filled. {TEXT}")
    assert (await client.post(check)).json()["state"] == "gone"
    assert (await client.get(f"{JOBS}/{job['id']}")).json()["status"] == "expired"
    del site.pages["/3"]
    assert (await client.post(check)).json()["state"] == "gone"
    without = await created(client)
    answer = await client.post(f"{JOBS}/{without['id']}/check-link")
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "job_has_no_url")


async def test_deleting_a_job_is_final(client: httpx2.AsyncClient) -> None:
    job = await created(client)
    assert (await client.delete(f"{JOBS}/{job['id']}")).status_code == 204
    assert (await client.get(f"{JOBS}/{job['id']}")).status_code == 404
    assert (await client.get(JOBS, params={"q": "bread"})).json()["total"] == 0


async def test_several_jobs_are_archived_and_deleted_and_what_is_refused_is_named(client: httpx2.AsyncClient) -> None:
    ids = [(await client.post(JOBS, json=MANUAL)).json()["id"] for _ in range(2)]
    missing = str(uuid7())
    archived = await client.post(f"{JOBS}/bulk/status", json={"ids": [*ids, missing], "status": "archived"})
    assert archived.json()["done"] == ids
    assert [(failure["id"], failure["code"]) for failure in archived.json()["failed"]] == [
        (missing, "resource_not_found")
    ]
    assert (await client.get(f"{JOBS}?status=archived")).json()["total"] == 2
    deleted = await client.post(f"{JOBS}/bulk/delete", json={"ids": ids})
    assert (deleted.json()["done"], (await client.get(JOBS)).json()["total"]) == (ids, 0)


async def test_a_file_is_read_like_its_text_and_nothing_is_kept(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    text = "Nurse\nSt. Mary's Hospital, Leeds\n\nRequirements\n- Patient care\n- Triage"
    files = {"file": ("posting.txt", text.encode())}
    read = await client.post("/api/v1/jobs/parse-file", files=files, headers=headers)
    assert read.status_code == 200, read.text
    pasted = {"source": "file", "raw_text": read.json()["raw_text"]}
    parsed = (await client.post("/api/v1/jobs/parse", json=pasted, headers=headers)).json()
    changing = {"id", "created_at", "updated_at"}
    assert {k: v for k, v in read.json().items() if k not in changing} == {
        k: v for k, v in parsed.items() if k not in changing
    }
    assert (await client.get("/api/v1/jobs", headers=headers)).json()["total"] == 0


async def test_a_saved_page_keeps_what_it_says_of_itself(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    posting = {
        "@context": "https://schema.org", "@type": "JobPosting", "title": "Pastry Chef",
        "hiringOrganization": {"name": "Bun & Co"}, "description": "<p>We bake bread and cakes every morning.</p>",
    }  # fmt: skip
    page = f'<html><head><script type="application/ld+json">{json.dumps(posting)}</script></head><body></body></html>'
    files = {"file": ("saved.html", page.encode())}
    answer = await client.post("/api/v1/jobs/parse-file", files=files, headers=await sign_up())
    assert (answer.json()["title"], answer.json()["company"]) == ("Pastry Chef", "Bun & Co")


async def test_an_empty_file_is_no_posting(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    answer = await client.post(
        "/api/v1/jobs/parse-file", files={"file": ("empty.txt", b" \n ")}, headers=await sign_up()
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "job_has_no_description")


async def test_similar_jobs_are_ranked_and_near_copies_named(client: httpx2.AsyncClient) -> None:
    baker = await created(client)
    copy = await created(client, job_title="Baker (again)", job_description=f"{TEXT} Apply now.")
    await created(client, job_title="Painter", job_description="Paint walls and doors, in and out.")
    answer = await client.get(f"{JOBS}/{baker['id']}/similar")
    found = answer.json()
    assert (answer.status_code, [job["title"] for job in found["items"]]) == (200, ["Baker (again)", "Painter"])
    assert [job["is_duplicate"] for job in found["items"]] == [True, False]
    assert 1 >= found["items"][0]["similarity"] > found["items"][1]["similarity"]
    assert {name: found[name] for name in ("total", "limit", "offset", "compared_by", "pending")} == {
        "total": 2, "limit": 20, "offset": 0, "compared_by": "lexical-1", "pending": 0,
    }  # fmt: skip
    assert (await client.get(f"{JOBS}/{copy['id']}")).json()["duplicate_of"] == baker["id"]
    second = (await client.get(f"{JOBS}/{baker['id']}/similar", params={"limit": 1, "offset": 1})).json()
    assert [job["title"] for job in second["items"]] == ["Painter"]
    await client.delete(f"{JOBS}/{copy['id']}")
    after = (await client.get(f"{JOBS}/{baker['id']}/similar")).json()
    assert [job["title"] for job in after["items"]] == ["Painter"]
    for query, status in (({"limit": 0}, 400), ({"limit": 101}, 400), ({"offset": -1}, 400)):
        assert (await client.get(f"{JOBS}/{baker['id']}/similar", params=query)).status_code == status
    assert (await client.get(f"{JOBS}/{uuid7()}/similar")).status_code == 404
