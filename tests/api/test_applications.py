"""`/applications` over HTTP."""

import asyncio
import csv
import io
import json
from typing import Any

import httpx2

from app.domain.ids import uuid7
from tests.api.conftest import SignUp

BASE = "/api/v1/applications"
Headers = dict[str, str]


async def new_job(client: httpx2.AsyncClient, headers: Headers, title: str = "Ward Nurse", **more: Any) -> str:
    body = {"source": "linkedin", "title": title, "company": "Riverside", "description": "Care for people.", **more}
    answer = await client.post("/api/v1/jobs", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def new_application(client: httpx2.AsyncClient, headers: Headers, title: str = "Ward Nurse", **more: Any) -> Any:
    job_id = await new_job(client, headers, title)
    answer = await client.post(BASE, json={"job_id": job_id, **more}, headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_one_application_per_job_with_the_job_in_it(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    job_id = await new_job(client, headers)
    body = {"job_id": job_id, "labels": [" far ", "far"], "deadline": "2030-01-02T12:00:00+02:00"}
    made = await client.post(BASE, json=body, headers=headers)
    assert made.status_code == 201
    shown = made.json()
    assert made.headers["Location"] == f"{BASE}/{shown['id']}"
    assert (shown["status"], shown["labels"], shown["deadline"]) == ("interested", ["far"], "2030-01-02T10:00:00Z")
    assert (shown["job"]["title"], shown["job"]["company"], shown["job"]["source"]) == (
        "Ward Nurse",
        "Riverside",
        "linkedin",
    )
    again = await client.post(BASE, json=body, headers=headers)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "application_exists")
    assert (await client.post(BASE, json={"job_id": job_id}, headers=stranger)).status_code == 403
    assert (await client.post(BASE, json={"job_id": str(uuid7())}, headers=headers)).status_code == 404
    for method in ("GET", "PUT", "DELETE"):
        refused = await client.request(method, f"{BASE}/{shown['id']}", headers=stranger, json={})
        assert refused.status_code == 403


async def test_lists_are_filtered_by_words_status_and_deadline(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    await new_application(client, headers, "Rust 100% Engineer", deadline="2030-01-01T00:00:00Z")
    await new_application(client, headers, "Cook", notes="Ask about RUST in the pans", status="applied")
    await new_application(client, headers, "Driver", deadline="2031-01-01T00:00:00Z")

    async def titles(query: str) -> list[str]:
        answer = await client.get(f"{BASE}?sort=created_at&{query}", headers=headers)
        assert answer.status_code == 200, answer.text
        return [item["job"]["title"] for item in answer.json()["items"]]

    assert await titles("q=rust") == ["Rust 100% Engineer", "Cook"]
    assert await titles("q=0%25 e") == ["Rust 100% Engineer"]
    assert await titles("q=_") == []
    assert await titles("q=riverside") == ["Rust 100% Engineer", "Cook", "Driver"]
    assert await titles("status=applied") == ["Cook"]
    assert await titles("due_before=2030-06-01T00:00:00Z") == ["Rust 100% Engineer"]
    assert (await client.get(f"{BASE}?due_before=0001-01-01T00:00:00%2B14:00", headers=headers)).status_code == 400


async def test_a_status_writes_history_and_may_be_repeated(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    application = await new_application(client, headers)
    url = f"{BASE}/{application['id']}"
    body = {"status": "applied", "note": "by mail", "occurred_at": "2026-03-01T09:00:00Z"}
    applied = await client.put(f"{url}/status", json=body, headers=headers)
    assert (applied.status_code, applied.json()["applied_at"]) == (200, "2026-03-01T09:00:00Z")
    assert (await client.put(f"{url}/status", json={"status": "applied"}, headers=headers)).status_code == 200
    far = {"status": "offer", "occurred_at": "2199-01-01T00:00:00Z"}
    refused = await client.put(f"{url}/status", json=far, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "occurred_in_future")
    await client.put(url, json={"status": "rejected", "notes": "No answer"}, headers=headers)
    timeline = (await client.get(f"{url}/timeline?sort=occurred_at", headers=headers)).json()
    moves = [(event["from_status"], event["to_status"], event["body"]) for event in timeline["items"]]
    assert moves == [("interested", "applied", "by mail"), ("applied", "rejected", "")]
    event_url = f"{url}/events/{timeline['items'][0]['id']}"
    assert (await client.delete(event_url, headers=headers)).status_code == 409
    back = await client.put(f"{url}/status", json={"status": "interested"}, headers=headers)
    assert back.json()["applied_at"] is None


async def test_a_change_built_on_another_version_is_refused(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    made = await client.post(BASE, json={"job_id": await new_job(client, headers)}, headers=headers)
    url = made.headers["Location"]
    assert (made.headers["ETag"], made.json()["version"]) == ('"1"', 1)
    mine = await client.patch(url, json={"notes": "Mine"}, headers={**headers, "If-Match": '"1"'})
    assert (mine.status_code, mine.headers["ETag"], mine.json()["version"]) == (200, '"2"', 2)
    for method in ("PATCH", "PUT"):
        late = await client.request(method, url, json={"notes": "Theirs"}, headers={**headers, "If-Match": '"1"'})
        error = late.json()["error"]
        assert (late.status_code, error["code"], error["details"]) == (412, "version_conflict", {"current_version": 2})
        # Another user learns nothing of versions.
        assert (await client.request(method, url, json={}, headers={**stranger, "If-Match": '"1"'})).status_code == 403
    kept = await client.get(url, headers=headers)
    assert (kept.json(), kept.headers["ETag"]) == (mine.json(), '"2"')
    for if_match in ({}, {"If-Match": "*"}, {"If-Match": 'W/"1", "4"'}):
        assert (await client.patch(url, json={"notes": "Any"}, headers={**headers, **if_match})).status_code == 200
    board = (await client.get(f"{BASE}/board", headers=headers)).json()
    assert [item["version"] for column in board["columns"] for item in column["items"]] == [5]


async def test_a_move_is_a_new_version_and_what_hangs_on_an_application_is_none(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    url = f"{BASE}/{(await new_application(client, headers))['id']}"
    other = f"{BASE}/{(await new_application(client, headers, 'Other'))['id']}"
    reminder = {"title": "Call back", "remind_at": "2026-04-02T09:00:00Z"}
    assert (await client.post(f"{url}/reminders", json=reminder, headers=headers)).status_code == 201
    placed = await client.put(f"{url}/position", json={"index": 1}, headers=headers)
    assert (placed.json()["position"], placed.headers["ETag"]) == (1, '"1"')
    assert (await client.get(other, headers=headers)).headers["ETag"] == '"1"'
    moved = await client.put(f"{url}/status", json={"status": "applied"}, headers=headers)
    assert moved.headers["ETag"] == '"2"'
    repeated = await client.put(f"{url}/status", json={"status": "applied"}, headers=headers)
    assert repeated.headers["ETag"] == '"2"'
    dragged = await client.put(f"{url}/position", json={"status": "offer"}, headers=headers)
    assert dragged.headers["ETag"] == '"3"'
    back = await client.put(f"{url}/status", json={"status": "applied"}, headers=headers)
    assert (back.headers["ETag"], (await client.get(url, headers=headers)).headers["ETag"]) == ('"4"', '"4"')


async def test_of_many_who_write_at_once_each_is_told_whether_it_was_taken(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    url = f"{BASE}/{(await new_application(client, headers))['id']}"

    async def write(number: int) -> int:
        body = {"notes": f"Window {number}"}
        return (await client.patch(url, json=body, headers={**headers, "If-Match": '"1"'})).status_code

    statuses = await asyncio.gather(*(write(number) for number in range(12)))
    assert sorted(statuses) == [200] + [412] * 11
    kept = (await client.get(url, headers=headers)).json()
    assert (kept["notes"], kept["version"]) == (f"Window {statuses.index(200)}", 2)


async def test_an_undone_move_gives_the_days_in_the_stage_back(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    url = f"{BASE}/{(await new_application(client, headers))['id']}"
    sent = {"status": "applied", "occurred_at": "2026-03-01T09:00:00Z"}
    before = (await client.put(f"{url}/status", json=sent, headers=headers)).json()
    for slip in ("offer", "closed"):
        await client.put(f"{url}/position", json={"status": slip}, headers=headers)
        back = (await client.put(f"{url}/position", json={"status": "applied"}, headers=headers)).json()
        kept = (await client.get(url, headers=headers)).json()
        for name in ("status", "status_since", "applied_at"):
            assert back[name] == kept[name] == before[name]
    assert (await client.get(f"{url}/timeline", headers=headers)).json()["total"] == 1


async def test_the_board_keeps_the_order_it_is_given(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    ids = [(await new_application(client, headers, f"Job {index}"))["id"] for index in range(4)]

    async def board() -> dict[str, list[int]]:
        shown = (await client.get(f"{BASE}/board", headers=headers)).json()
        assert shown["total"] == 4
        assert all(column["count"] == len(column["items"]) for column in shown["columns"])
        return {c["status"]: [ids.index(one["id"]) for one in c["items"]] for c in shown["columns"] if c["items"]}

    assert await board() == {"interested": [0, 1, 2, 3]}
    await client.put(f"{BASE}/{ids[3]}/position", json={"index": 0}, headers=headers)
    await client.put(f"{BASE}/{ids[0]}/position", json={"after_id": ids[2]}, headers=headers)
    assert await board() == {"interested": [3, 1, 2, 0]}
    for moved in (1, 2):
        answer = await client.put(f"{BASE}/{ids[moved]}/position", json={"status": "applied"}, headers=headers)
        assert (answer.json()["status"], answer.json()["position"]) == ("applied", 0)
    assert await board() == {"interested": [3, 0], "applied": [2, 1]}
    wrong = await client.put(f"{BASE}/{ids[1]}/position", json={"after_id": ids[0]}, headers=headers)
    assert wrong.status_code == 409


async def test_events_contacts_and_reminders_are_kept_with_their_application(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers, stranger = await sign_up(), await sign_up()
    url = f"{BASE}/{(await new_application(client, headers))['id']}"
    other = f"{BASE}/{(await new_application(client, headers, 'Other'))['id']}"
    bodies: dict[str, dict[str, Any]] = {
        "events": {"kind": "interview", "title": "First round", "occurred_at": "2026-04-01T09:00:00Z"},
        "contacts": {"name": "Ada", "email": "ada@example.org"},
        "reminders": {"title": "Call back", "remind_at": "2026-04-02T09:00:00Z"},
    }
    changes: dict[str, dict[str, Any]] = {
        "events": {"occurred_at": "2026-04-03T09:00:00Z", "ends_at": "2026-04-03T10:00:00Z"},
        "contacts": {"role": "Head nurse"},
        "reminders": {"is_done": True},
    }
    for kind, body in bodies.items():
        made = await client.post(f"{url}/{kind}", json=body, headers=headers)
        assert made.status_code == 201, made.text
        part = made.headers["Location"]
        assert (await client.post(f"{url}/{kind}", json=body, headers=stranger)).status_code == 403
        changed = await client.put(part, json=changes[kind], headers=headers)
        assert changed.status_code == 200, changed.text
        assert {name: changed.json()[name] for name in changes[kind]} == changes[kind]
        assert (await client.put(part, json=changes[kind], headers=stranger)).status_code == 403
        elsewhere = part.replace(url, other)
        assert (await client.put(elsewhere, json={}, headers=headers)).status_code == 404
        listed = await client.get(f"{url}/{'timeline' if kind == 'events' else kind}", headers=headers)
        assert [item["id"] for item in listed.json()["items"]] == [changed.json()["id"]]
        assert (await client.delete(elsewhere, headers=headers)).status_code == 404
        assert (await client.delete(part, headers=headers)).status_code == 204
    refusals: list[tuple[dict[str, Any], int]] = [
        ({"kind": "status_change"}, 400),
        ({"kind": "document_sent"}, 400),
        ({"kind": "document_sent", "document_id": str(uuid7())}, 404),
        ({"kind": "call", "occurred_at": "2026-04-03T09:00:00Z", "ends_at": "2026-04-02T09:00:00Z"}, 422),
    ]
    for body, status in refusals:
        assert (await client.post(f"{url}/events", json=body, headers=headers)).status_code == status
    assert (await client.delete(url, headers=headers)).status_code == 204
    assert (await client.get(url, headers=headers)).status_code == 404


async def test_csv_comes_back_as_it_went_out_and_runs_no_formula(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, second = await sign_up(), await sign_up()
    await new_application(client, headers, "=HYPERLINK(1)", notes='\'+1, "two"\nthree', labels=["a", "b"])
    exported = await client.get(f"{BASE}/export", headers=headers)
    assert exported.content.startswith(b"\xef\xbb\xbf")
    row = next(csv.DictReader(io.StringIO(exported.content.decode("utf-8-sig"), newline="")))
    assert (row["title"], row["notes"], row["labels"]) == ("'=HYPERLINK(1)", "''+1, \"two\"\nthree", "a; b")

    async def load(who: Headers, *, dry: bool, data: bytes = exported.content) -> dict[str, Any]:
        files = {"file": ("a.csv", data, "text/csv")}
        answer = await client.post(f"{BASE}/import?dry_run={str(dry).lower()}", files=files, headers=who)
        assert answer.status_code == 200, answer.text
        report: dict[str, Any] = answer.json()
        return report

    assert (await load(headers, dry=False))["rows"][0]["action"] == "skip"
    assert (await load(second, dry=True))["rows"][0]["action"] == "create"
    assert (await client.get(BASE, headers=second)).json()["total"] == 0
    assert (await load(second, dry=False))["created"] == 1
    kept = (await client.get(BASE, headers=second)).json()["items"][0]
    assert (kept["job"]["title"], kept["notes"]) == ("=HYPERLINK(1)", '\'+1, "two"\nthree')
    table = (
        "Job Title;Employer;Stage;Date Applied\n=HYPERLINK(1);riverside;Interview;2026-01-05\nCook;;sleeping;\n;;;\n"
    )
    mixed = await load(second, dry=False, data=table.encode("utf-16"))
    assert [row["action"] for row in mixed["rows"]] == ["update", "error"]
    assert (await client.get(BASE, headers=second)).json()["items"][0]["status"] == "interviewing"
    files = {"file": ("a.csv", b"\x00\x01\x02", "text/csv")}
    broken = await client.post(f"{BASE}/import", files=files, headers=headers)
    assert (broken.status_code, broken.json()["error"]["code"]) == (422, "csv_unreadable")


async def test_a_mapping_says_what_the_columns_are_and_an_import_is_undone(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    kept = await new_application(client, headers, "Ward Nurse")

    async def load(query: str = "", **fields: str) -> httpx2.Response:
        files = {"file": ("a.csv", "Stanowisko;Pracodawca\nK\u00f6chin;Gasthof\nWirt;Krone\n".encode(), "text/csv")}
        return await client.post(f"{BASE}/import{query}", files=files, data=fields, headers=headers)

    unknown = await load("?dry_run=true")
    assert unknown.status_code == 422
    named = [column["heading"] for column in unknown.json()["error"]["details"]["columns"]]
    assert named == ["Stanowisko", "Pracodawca"]
    mapping = json.dumps({"Stanowisko": "title", "Pracodawca": "company"})
    told = (await load("?dry_run=true", mapping=mapping)).json()
    assert (told["created"], told["columns"][0]) == (
        2,
        {"heading": "Stanowisko", "name": "title", "example": "K\u00f6chin"},
    )
    for wrong in ('{"Stanowisko": "salary"}', "[]", "{"):
        refused = await load(mapping=wrong)
        assert (refused.status_code, refused.json()["error"]["details"]["fields"][0]["field"][:7]) == (400, "mapping")
    made = (await load(mapping=mapping)).json()
    ids = [row["application_id"] for row in made["rows"]]
    stranger = await client.post(f"{BASE}/import/undo", json={"application_ids": ids}, headers=await sign_up())
    assert [failure["code"] for failure in stranger.json()["failed"]] == ["forbidden", "forbidden"]
    undone = await client.post(f"{BASE}/import/undo", json={"application_ids": [*ids, kept["id"]]}, headers=headers)
    assert undone.json()["done"] == ids
    assert [(failure["id"], failure["code"]) for failure in undone.json()["failed"]] == [(kept["id"], "conflict")]
    assert (await client.get(BASE, headers=headers)).json()["total"] == 1
    assert (await client.get("/api/v1/jobs", headers=headers)).json()["total"] == 1


async def test_several_are_moved_exported_and_deleted_and_what_is_refused_is_named(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    first, second = [await new_application(client, headers, title) for title in ("Ward Nurse", "Midwife")]
    missing = str(uuid7())
    body = {"ids": [first["id"], missing, second["id"]], "status": "applied"}
    moved = (await client.post(f"{BASE}/bulk/status", json=body, headers=headers)).json()
    assert moved["done"] == [first["id"], second["id"]]
    assert [(failure["id"], failure["code"]) for failure in moved["failed"]] == [(missing, "resource_not_found")]
    timeline = await client.get(f"{BASE}/{first['id']}/timeline", headers=headers)
    assert timeline.json()["items"][0]["to_status"] == "applied"

    async def exported(query: str) -> list[str]:
        answer = await client.get(f"{BASE}/export?{query}", headers=headers)
        return [row["title"] for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))]

    assert await exported(f"id={second['id']}") == ["Midwife"]
    assert await exported("status=applied&q=nurse") == ["Ward Nurse"]
    assert await exported("status=offer") == []
    gone = await client.post(f"{BASE}/bulk/delete", json={"ids": [first["id"]]}, headers=headers)
    assert (gone.json()["done"], gone.json()["failed"]) == ([first["id"]], [])
    assert (await client.get(BASE, headers=headers)).json()["total"] == 1
    empty = await client.post(f"{BASE}/bulk/delete", json={"ids": []}, headers=headers)
    assert empty.status_code == 400


async def test_the_calendar_opens_with_its_own_secret_alone(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    application = await new_application(client, headers, deadline="2031-01-01T00:00:00Z")
    url = f"{BASE}/{application['id']}"
    interview = {"kind": "interview", "title": "Panel", "occurred_at": "2031-01-02T09:00:00Z", "location": "Room, 4"}
    event = (await client.post(f"{url}/events", json=interview, headers=headers)).json()
    await client.post(f"{url}/reminders", json={"title": "Ring", "remind_at": "2031-01-03T09:00:00Z"}, headers=headers)
    first = (await client.post(f"{BASE}/calendar/token", headers=headers)).json()
    second = (await client.post(f"{BASE}/calendar/token", headers=headers)).json()
    assert (await client.get(first["url"])).status_code == 401
    feed = await client.get(second["url"])
    assert feed.headers["Content-Type"].startswith("text/calendar")
    assert (feed.text.count("BEGIN:VEVENT"), feed.text.count("BEGIN:VALARM")) == (3, 3)
    for line in (
        f"UID:{event['id']}@jobwise",
        f"UID:{application['id']}-deadline@jobwise",
        "DTSTART:20310102T090000Z",
        "SUMMARY:Panel: Ward Nurse at Riverside",
        "LOCATION:Room\\, 4",
    ):
        assert f"{line}\r\n" in feed.text
    assert feed.content == (await client.get(second["url"])).content


async def test_statistics_say_when_there_is_too_little(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    await new_application(client, headers, status="applied")
    stats = (await client.get(f"{BASE}/stats", headers=headers)).json()
    assert [stage["count"] for stage in stats["funnel"]] == [1, 1, 0, 0]
    assert stats["response_rate"] == {"count": 0, "total": 1, "value": None, "note": "not enough data"}
