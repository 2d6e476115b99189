"""Searching the job boards over HTTP; a local server stands in for the boards."""

import asyncio
import io
import json
import time
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from app.domain.ids import uuid7
from app.settings import Settings
from tests.api.conftest import serve
from tests.board_double import BoardDouble, board_double
from tests.board_payloads import PAYLOADS

SOURCES = ("greenhouse:sturmvogel", "remotive", "hackernews")


@dataclass
class World:
    """A service that searches three boards, somebody signed in, and the server behind the boards."""

    client: httpx2.AsyncClient
    double: BoardDouble
    headers: dict[str, str]

    async def search(self, **query: Any) -> dict[str, Any]:
        answer = await self.client.get("/api/v1/jobs/search", params=query, headers=self.headers)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def import_profile(self) -> str:
        career = {
            "basics": {"name": "Ute Sieben", "label": "Backend Engineer"},
            "work": [
                {
                    "name": "Lotsenhaus",
                    "position": "Backend Engineer",
                    "startDate": "2019-01",
                    "highlights": ["Wrote the berth planner in Python and PostgreSQL."],
                }
            ],
            "skills": [{"name": "Python"}, {"name": "PostgreSQL"}],
        }
        made = await self.client.post(
            "/api/v1/profiles/import", json={"json_resume": career}, headers=self.headers, timeout=30
        )
        assert made.status_code == 201, made.text
        identity: str = made.json()["profile"]["id"]
        return identity


@pytest.fixture
async def world(database_settings: Settings) -> AsyncIterator[World]:
    async with board_double() as double:
        for source in SOURCES:
            double.payloads |= PAYLOADS[source]
        settings = database_settings.model_copy(
            update={
                "job_sources": SOURCES,
                "job_source_urls": {source.partition(":")[0]: double.url for source in SOURCES},
                "fetch_allow_private_hosts": (double.host,),
                "job_search_seconds": 1.0,
            }
        )
        async with serve(settings) as client:
            body = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
            token = (await client.post("/api/v1/auth/register", json=body)).json()["access_token"]
            yield World(client, double, {"Authorization": f"Bearer {token}"})


async def test_boards_are_merged_without_doubles_and_ranked_against_the_profile(world: World) -> None:
    profile_id = await world.import_profile()
    found = await world.search(q="backend", location="Hamburg")
    assert [item["title"] for item in found["items"]] == ["Backend Engineer (m/w/d)"]
    (engineer,) = found["items"]
    assert engineer["source"] == "greenhouse:sturmvogel"
    assert sorted(other["source"] for other in engineer["also_at"]) == ["hackernews", "remotive"]
    assert found["profile_id"] == profile_id
    assert found["warnings"] == []
    assert [(one["source"], one["found"]) for one in found["sources"]] == [(source, 1) for source in SOURCES]
    everything = await world.search(q="", limit=100)
    scores = [item["match_score"] for item in everything["items"]]
    assert scores == sorted(scores, reverse=True)
    assert everything["items"][0]["title"] == "Backend Engineer (m/w/d)"
    assert "Python" in everything["items"][0]["matched_keywords"]
    assert everything["items"][0]["band"] in ("excellent", "strong", "fair")
    assert everything["total"] == len(everything["items"]) == 4


async def test_without_a_profile_there_is_no_score_and_the_title_decides(world: World) -> None:
    found = await world.search(q="analyst")
    # One board says Europe and another worldwide: that is not the same vacancy.
    assert [item["title"] for item in found["items"]] == ["Data Analyst", "Data Analyst"]
    assert (found["items"][0]["match_score"], found["items"][0]["band"], found["profile_id"]) == (None, None, None)
    assert found["items"][0]["remote"] is True
    assert (await world.search(q="backend", limit=1))["total"] == 1


async def test_what_is_found_is_saved_with_what_comes_along_and_then_known(world: World) -> None:
    (found,) = (await world.search(q="backend engineer"))["items"]
    assert found["saved_job_id"] is None
    saved = await world.client.post("/api/v1/jobs", json=found["save"], headers=world.headers)
    assert saved.status_code == 201, saved.text
    job = saved.json()
    assert (job["title"], job["company"], job["location"]) == (
        "Backend Engineer (m/w/d)",
        "Sturmvogel",
        "Hamburg, Germany",
    )
    assert (job["source"], job["job_url"]) == ("greenhouse:sturmvogel", found["job_url"])
    assert "PostgreSQL" in job["description"]
    assert job["date_posted"] == "2026-03-01"
    (again,) = (await world.search(q="backend engineer"))["items"]
    assert again["saved_job_id"] == job["id"]
    await world.client.patch(f"/api/v1/jobs/{job['id']}", json={"job_url": None}, headers=world.headers)
    (by_text,) = (await world.search(q="backend engineer"))["items"]
    assert by_text["saved_job_id"] == job["id"]


@pytest.mark.parametrize("trouble", ["500", "html", "silence", "hang_up"])
async def test_a_board_that_fails_is_named_and_the_others_answer(world: World, trouble: Any) -> None:
    for path in PAYLOADS["remotive"]:
        world.double.trouble[path] = trouble
    started = time.monotonic()
    found = await world.search(q="backend")
    assert time.monotonic() - started < 4
    assert [warning["source"] for warning in found["warnings"]] == ["remotive"]
    assert "remotive" in found["warnings"][0]["message"]
    assert [item["source"] for item in found["items"]] == ["greenhouse:sturmvogel"]
    answer = await world.client.get("/api/v1/jobs/sources", headers=world.headers)
    health = {one["source"]: one for one in answer.json()}
    assert list(health) == list(SOURCES)
    assert health["remotive"]["is_healthy"] is False
    assert "remotive" in health["remotive"]["last_error"]
    assert health["greenhouse:sturmvogel"]["last_success_at"] is not None
    assert health["greenhouse:sturmvogel"]["last_failure_at"] is None


async def test_when_every_board_fails_nothing_is_found_and_nothing_breaks(world: World) -> None:
    world.double.misbehave("500")
    found = await world.search(q="backend")
    assert (found["items"], found["total"]) == ([], 0)
    assert [warning["source"] for warning in found["warnings"]] == list(SOURCES)


async def test_sources_are_chosen_by_name_or_by_kind(world: World) -> None:
    assert [one["source"] for one in (await world.search(sources="greenhouse"))["sources"]] == [SOURCES[0]]
    both = await world.search(sources="remotive, greenhouse:sturmvogel")
    assert sorted(one["source"] for one in both["sources"]) == [SOURCES[0], "remotive"]
    asked = len(world.double.asked)
    refused = await world.client.get("/api/v1/jobs/search", params={"sources": "monster"}, headers=world.headers)
    assert refused.status_code == 400
    assert refused.json()["error"]["details"]["fields"][0]["field"] == "sources"
    assert len(world.double.asked) == asked


async def test_searches_at_once_ask_a_board_once_and_a_second_one_is_quick(world: World) -> None:
    await asyncio.gather(*(world.search(q=word) for word in ("backend", "nurse", "analyst", "")))
    assert sorted(set(world.double.asked)) == sorted(world.double.asked)


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 101}, {"remote": "perhaps"}, {"q": "x" * 201}])
async def test_what_does_not_fit_is_refused(world: World, query: dict[str, Any]) -> None:
    answer = await world.client.get("/api/v1/jobs/search", params=query, headers=world.headers)
    assert answer.status_code == 400


async def test_without_boards_the_answer_says_so(client: httpx2.AsyncClient, sign_up: Any) -> None:
    headers = await sign_up()
    found = (await client.get("/api/v1/jobs/search", headers=headers)).json()
    assert found["items"] == []
    assert found["warnings"] == [{"source": "JOB_SOURCES", "message": "No job board is configured"}]
    assert (await client.get("/api/v1/jobs/sources", headers=headers)).json() == []
    assert (await client.get("/api/v1/jobs/search")).status_code == 401


SEARCHES = "/api/v1/jobs/searches"


async def test_a_search_is_kept_changed_run_and_deleted(world: World) -> None:
    body = {"name": "Backend", "q": "backend", "sources": ["greenhouse", "greenhouse"], "user_id": str(uuid7())}
    made = await world.client.post(SEARCHES, json=body, headers=world.headers)
    assert made.status_code == 201, made.text
    search = made.json()
    url = made.headers["Location"]
    assert (search["sources"], search["is_scheduled"], search["last_run_at"]) == (["greenhouse"], True, None)
    assert (await world.client.get(url, headers=world.headers)).json() == search
    listed = (await world.client.get(SEARCHES, headers=world.headers)).json()
    assert (listed["total"], listed["items"][0]["id"]) == (1, search["id"])
    run = (await world.client.post(f"{url}/run", headers=world.headers)).json()
    assert [hit["title"] for hit in run["new_hits"]] == ["Backend Engineer (m/w/d)"]
    assert run["result"]["items"][0]["save"]["job_url"] == run["new_hits"][0]["job_url"]
    assert run["search"]["last_new_count"] == 1
    told = (await world.client.get("/api/v1/notifications", headers=world.headers)).json()["items"]
    assert [(one["kind"], one["title"]) for one in told] == [("new_jobs", "1 new job: Backend")]
    assert told[0]["body"] == "Backend Engineer (m/w/d) at Sturmvogel."
    changed = await world.client.patch(url, json={"q": "", "remote": True, "sources": []}, headers=world.headers)
    assert (changed.json()["name"], changed.json()["remote"]) == ("Backend", True)
    again = (await world.client.put(url, json={"remote": None, "name": None}, headers=world.headers)).json()
    assert (again["name"], again["remote"]) == ("Backend", None)
    run = (await world.client.post(f"{url}/run", headers=world.headers)).json()
    assert sorted(hit["title"] for hit in run["new_hits"]) == ["Data Analyst", "Data Analyst", "Staff Nurse"]
    hits = (await world.client.get(f"{url}/hits", params={"sort": "title"}, headers=world.headers)).json()
    assert hits["total"] == 4
    assert (await world.client.delete(url, headers=world.headers)).status_code == 204
    assert (await world.client.get(f"{url}/hits", headers=world.headers)).status_code == 404


@pytest.mark.parametrize(
    "body", [{}, {"name": ""}, {"name": "x", "sources": ["monster"]}, {"name": "x", "min_match_score": 101}]
)
async def test_a_search_that_cannot_be_run_is_not_kept(world: World, body: dict[str, Any]) -> None:
    refused = await world.client.post(SEARCHES, json=body, headers=world.headers)
    assert refused.status_code == 400, refused.text
    assert (await world.client.get(SEARCHES, headers=world.headers)).json()["total"] == 0


async def test_the_same_key_keeps_one_search(world: World) -> None:
    headers = {**world.headers, "Idempotency-Key": "one"}
    first = await world.client.post(SEARCHES, json={"name": "Nights"}, headers=headers)
    again = await world.client.post(SEARCHES, json={"name": "Nights"}, headers=headers)
    assert (again.json(), again.headers["Idempotent-Replayed"]) == (first.json(), "true")
    assert again.headers["Location"] == first.headers["Location"]
    assert (await world.client.get(SEARCHES, headers=world.headers)).json()["total"] == 1


async def test_two_runs_at_once_find_each_vacancy_once(world: World) -> None:
    made = await world.client.post(SEARCHES, json={"name": "All"}, headers=world.headers)
    url = f"{made.headers['Location']}/run"
    runs = await asyncio.gather(*(world.client.post(url, headers=world.headers) for _ in range(3)))
    assert sorted(len(run.json()["new_hits"]) for run in runs) == [0, 0, 4]


async def test_what_is_saved_goes_along_in_the_account_s_export(world: World) -> None:
    made = await world.client.post(SEARCHES, json={"name": "Nights", "q": "nurse"}, headers=world.headers)
    await world.client.post(f"{made.headers['Location']}/run", headers=world.headers)
    answer = await world.client.get("/api/v1/auth/account/export", headers=world.headers)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        data = json.loads(archive.read("data.json"))
    assert [row["name"] for row in data["saved_searches"]] == ["Nights"]
    assert [row["title"] for row in data["saved_search_hits"]] == ["Staff Nurse"]
    assert "job_sources" not in data


async def test_the_schedule_is_told_and_runs_searches_by_itself(world: World, database_settings: Settings) -> None:
    told = await world.client.get(f"{SEARCHES}/schedule", headers=world.headers)
    assert told.json() == {"interval_hours": None}
    made = await world.client.post(SEARCHES, json={"name": "Nights", "q": "nurse"}, headers=world.headers)
    url = made.headers["Location"]
    settings = database_settings.model_copy(
        update={
            "job_sources": SOURCES,
            "job_source_urls": {source.partition(":")[0]: world.double.url for source in SOURCES},
            "fetch_allow_private_hosts": (world.double.host,),
            "saved_search_interval_hours": 1.0,
        }
    )
    async with serve(settings) as client:
        assert (await client.get(f"{SEARCHES}/schedule", headers=world.headers)).json() == {"interval_hours": 1.0}
        deadline = time.monotonic() + 20
        while (await client.get(url, headers=world.headers)).json()["last_run_at"] is None:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.05)
        hits = (await client.get(f"{url}/hits", headers=world.headers)).json()
    assert [hit["title"] for hit in hits["items"]] == ["Staff Nurse"]
