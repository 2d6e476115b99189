"""Profiles, their items and their versions over HTTP."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2
import pytest

from app.domain.ids import uuid7
from tests.api.conftest import SignUp

PROFILE: dict[str, Any] = {
    "full_name": "Zoë Ångström",
    "email": "zoe@example.org",
    "headline": "Backend engineer",
    "experiences": [
        {"title": "Senior Engineer", "company": "Fjord Pay", "start_date": "2019-03"},
        {"title": "Engineer", "company": "Kelp Labs", "start_date": "2016", "end_date": "2019"},
    ],
    "education": [{"institution": "Lund University", "degree": "MSc", "end_date": "2016-06"}],
    "projects": [{"name": "tidemark", "technologies": ["Python"]}],
    "skills": [{"name": "Python"}, {"name": "PostgreSQL"}, {"category": "language", "name": "Swedish"}],
}
NEW: dict[str, dict[str, Any]] = {
    "experiences": {
        "title": "Intern", "company": "Reef", "location": "Oslo", "start_date": "2015-06", "end_date": "2015-08-31",
        "description": "Summer", "achievements": ["Fixed 3 pumps"],
    },
    "education": {
        "institution": "KTH", "degree": "BSc", "field_of_study": "Physics", "start_date": "2010", "end_date": "2013",
        "gpa": "4.5", "honors": ["cum laude"],
    },
    "projects": {
        "name": "reef", "description": "Corals", "technologies": ["Go"], "url": "https://reef.example",
        "start_date": "2020", "end_date": None,
    },
    "skills": {
        "category": "certification", "name": "CKA", "proficiency": "", "issuer": "CNCF", "date_obtained": "2022-05-01",
        "credential_id": "X-1",
    },
}  # fmt: skip


async def _profile(client: httpx2.AsyncClient, headers: dict[str, str]) -> dict[str, Any]:
    answer = await client.post("/api/v1/profiles", json=PROFILE, headers=headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _code(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize("component", NEW)
async def test_an_item_is_added_read_changed_and_deleted(
    client: httpx2.AsyncClient, sign_up: SignUp, component: str
) -> None:
    headers = await sign_up()
    profile = await _profile(client, headers)
    base = f"/api/v1/profiles/{profile['id']}/{component}"
    added = await client.post(base, json=NEW[component], headers=headers)
    assert (added.status_code, added.headers["ETag"]) == (201, '"2"'), added.text
    item = added.json()
    derived = {"is_current": False} if component == "experiences" else {}
    assert item == {**NEW[component], **derived, "id": item["id"]}
    assert added.headers["Location"] == f"{base}/{UUID(item['id'])}"
    assert (await client.get(added.headers["Location"], headers=headers)).json() == item
    listed = await client.get(base, headers=headers)
    assert (listed.json(), listed.headers["ETag"]) == ([*profile[component], item], '"2"')
    name = "name" if component in ("projects", "skills") else next(iter(NEW[component]))
    for number, method in enumerate(("PUT", "PATCH"), start=3):
        changed = await client.request(method, added.headers["Location"], json={name: f"by {method}"}, headers=headers)
        item = {**item, name: f"by {method}"}
        assert (changed.json(), changed.headers["ETag"]) == (item, f'"{number}"')
    gone = await client.delete(added.headers["Location"], headers=headers)
    assert (gone.status_code, gone.content, gone.headers["ETag"]) == (204, b"", '"5"')
    assert _code(await client.get(added.headers["Location"], headers=headers)) == (404, "resource_not_found")
    assert (await client.get(base, headers=headers)).json() == profile[component]


async def test_what_item_routes_refuse(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    profile = await _profile(client, headers)
    base = f"/api/v1/profiles/{profile['id']}"
    job = f"{base}/experiences/{profile['experiences'][1]['id']}"
    ids = [one["id"] for one in profile["skills"]]
    cases: list[tuple[str, str, object, int, str]] = [
        ("POST", f"{base}/skills", {}, 400, "validation_error"),
        ("POST", f"{base}/skills", {"name": "a\0b"}, 400, "validation_error"),
        ("PATCH", base, {"custom_fields": {"a": ["\0"]}}, 400, "validation_error"),
        ("PATCH", base, {"headline": "a\0b"}, 400, "validation_error"),
        ("POST", f"{base}/skills", {"name": ""}, 400, "validation_error"),
        ("POST", f"{base}/skills", {"name": "x", "category": "magic"}, 400, "validation_error"),
        ("PATCH", f"{base}/skills/{ids[0]}", {"name": ""}, 400, "validation_error"),
        ("POST", f"{base}/experiences", {"start_date": "2020-13"}, 400, "validation_error"),
        ("POST", f"{base}/experiences", {"start_date": "2021", "end_date": "2020"}, 422, "end_before_start"),
        ("PATCH", job, {"end_date": "2015-12"}, 422, "end_before_start"),
        ("PATCH", f"{base}/experiences/{uuid7()}", {}, 404, "resource_not_found"),
        ("PATCH", f"{base}/experiences/{ids[0]}", {}, 404, "resource_not_found"),
        ("DELETE", f"{base}/projects/{uuid7()}", None, 404, "resource_not_found"),
        ("POST", f"/api/v1/profiles/{uuid7()}/skills", {"name": "x"}, 404, "resource_not_found"),
        ("PUT", f"{base}/skills/order", {"ids": ids[:2]}, 400, "validation_error"),
        ("PUT", f"{base}/skills/order", {"ids": [*ids, ids[0]]}, 400, "validation_error"),
        ("PUT", f"{base}/skills/order", {"ids": [*ids[:2], str(uuid7())]}, 400, "validation_error"),
        ("POST", f"{base}/skills/bulk", {"delete": [ids[0], str(uuid7())]}, 404, "resource_not_found"),
        ("POST", f"{base}/skills/bulk", {"create": [{"name": "x"}, {}]}, 400, "validation_error"),
        ("POST", f"{base}/skills/bulk", {"update": [{"name": "x"}]}, 400, "validation_error"),
        ("GET", f"{base}/versions/2", None, 404, "resource_not_found"),
        ("GET", f"{base}/versions/0", None, 400, "validation_error"),
        ("GET", f"{base}/versions?sort=career", None, 400, "validation_error"),
        ("POST", f"{base}/versions/7/restore", None, 404, "resource_not_found"),
    ]
    for method, url, body, status, code in cases:
        answer = await client.request(method, url, json=body, headers=headers)
        assert _code(answer) == (status, code), (method, url, answer.text)
        if status != 400:
            known = await client.request(method, url, json=body, headers=stranger)
            assert known.status_code in (403, 404), (method, url)
            assert "Kelp" not in known.text
        if "\\x00" not in repr(body):
            assert (await client.request(method, url, json=body)).status_code == 401
    assert (await client.get(base, headers=headers)).json() == profile


async def test_bulk_answers_with_the_whole_list(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = await _profile(client, headers)
    base = f"/api/v1/profiles/{profile['id']}"
    python, postgres, swedish = profile["skills"]
    body = {
        "create": [{"name": "Kafka"}],
        "update": [{"id": python["id"], "proficiency": "expert"}],
        "delete": [postgres["id"]],
    }
    done = await client.post(f"{base}/skills/bulk", json=body, headers=headers)
    assert (done.status_code, done.headers["ETag"]) == (200, '"2"'), done.text
    assert done.json()[:2] == [{**python, "proficiency": "expert"}, swedish]
    assert [one["name"] for one in done.json()] == ["Python", "Swedish", "Kafka"]
    ordered = await client.put(
        f"{base}/skills/order", json={"ids": [one["id"] for one in reversed(done.json())]}, headers=headers
    )
    assert (ordered.json(), ordered.headers["ETag"]) == (done.json()[::-1], '"3"')
    assert (await client.get(base, headers=headers)).json()["skills"] == ordered.json()


async def test_a_change_built_on_an_old_version_is_refused(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = await _profile(client, headers)
    base = f"/api/v1/profiles/{profile['id']}"
    skill = f"{base}/skills/{profile['skills'][0]['id']}"
    ids = [one["id"] for one in profile["skills"]]
    changes = [
        ("POST", f"{base}/skills", {"name": "Kafka"}),
        ("PATCH", skill, {"proficiency": "expert"}),
        ("PUT", skill, {"proficiency": "expert"}),
        ("DELETE", skill, None),
        ("POST", f"{base}/skills/bulk", {"delete": [ids[0]]}),
        ("PUT", f"{base}/skills/order", {"ids": ids[::-1]}),
        ("POST", f"{base}/versions/1/restore", None),
    ]
    for method, url, body in changes:
        stale = await client.request(method, url, json=body, headers={**headers, "If-Match": '"7"'})
        assert _code(stale) == (412, "version_conflict"), (method, url)
    kept = await client.get(base, headers=headers)
    assert (kept.json(), kept.headers["ETag"]) == (profile, '"1"')
    fresh = await client.delete(skill, headers={**headers, "If-Match": '"1"'})
    assert (fresh.status_code, fresh.headers["ETag"]) == (204, '"2"')


async def test_a_version_is_kept_for_every_change_and_restored(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = await _profile(client, headers)
    base = f"/api/v1/profiles/{profile['id']}"
    await client.delete(f"{base}/experiences/{profile['experiences'][0]['id']}", headers=headers)
    await client.patch(base, json={"headline": "Diver"}, headers=headers)
    listed = (await client.get(f"{base}/versions", headers=headers)).json()
    assert [(one["version"], one["headline"], one["experiences_count"]) for one in listed["items"]] == [
        (3, "Diver", 1), (2, "Backend engineer", 1), (1, "Backend engineer", 2),
    ]  # fmt: skip
    assert listed["total"] == 3
    first = (await client.get(f"{base}/versions/1", headers=headers)).json()
    assert {name: first[name] for name in PROFILE} == {name: profile[name] for name in PROFILE}
    restored = await client.post(f"{base}/versions/1/restore", headers=headers)
    assert (restored.status_code, restored.headers["ETag"]) == (200, '"4"')
    assert restored.json() == {**profile, "version": 4, "updated_at": restored.json()["updated_at"]}
    assert (await client.get(base, headers=headers)).json() == restored.json()


async def test_a_profile_sent_back_whole_keeps_its_items_ids(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    profile = await _profile(client, headers)
    sent = {**profile, "headline": "Staff engineer", "skills": [*profile["skills"], {"name": "Kafka"}]}
    url = f"/api/v1/profiles/{profile['id']}"
    changed = (await client.put(url, json=sent, headers=headers)).json()
    assert changed["skills"][:3] == profile["skills"]
    assert changed["skills"][3]["id"] not in {skill["id"] for skill in profile["skills"]}
    assert {name: changed[name] for name in ("experiences", "education", "projects", "user_id", "is_active")} == {
        name: profile[name] for name in ("experiences", "education", "projects", "user_id", "is_active")
    }
    copied = await client.post("/api/v1/profiles", json=profile, headers=stranger)
    assert copied.status_code == 201
    mine = {item["id"] for name in NEW for item in profile[name]}
    assert mine.isdisjoint(item["id"] for name in NEW for item in copied.json()[name])
    assert copied.json()["user_id"] != profile["user_id"]
    assert (await client.get(url, headers=headers)).json() == changed


async def test_the_version_grows_by_exactly_the_changes_that_were_taken(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    url = f"/api/v1/profiles/{(await _profile(client, headers))['id']}"

    async def change(number: int) -> int:
        tag = (await client.get(url, headers=headers)).headers["ETag"]
        body = {"name": f"Skill {number}"}
        answer = await client.post(f"{url}/skills", json=body, headers={**headers, "If-Match": tag})
        return answer.status_code

    statuses = await asyncio.gather(*(change(number) for number in range(40)))
    assert set(statuses) <= {201, 412}
    taken = statuses.count(201)
    profile = (await client.get(url, headers=headers)).json()
    assert (profile["version"], len(profile["skills"])) == (1 + taken, 3 + taken)
    assert (await client.get(f"{url}/versions", headers=headers)).json()["total"] == 1 + taken
    assert taken >= 1
