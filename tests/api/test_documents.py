"""Editing, comparing, checking and previewing documents over HTTP."""

import copy
import re
from typing import Any

import httpx2
import pytest

from tests.api.conftest import SignUp
from tests.api.test_main_job import prepare, wait


async def generate(client: httpx2.AsyncClient, headers: dict[str, str], kind: str = "resume") -> dict[str, Any]:
    """Return a finished document with its address under `url`."""
    profile_id, job_id = await prepare(client, headers)
    body = {"profile_id": profile_id, "job_id": job_id}
    started = await client.post(f"/api/v1/generations/{kind}", json=body, headers=headers)
    done = await wait(client, headers, started.headers["Location"])
    url = f"/api/v1/documents/{done['result']['document_id']}"
    document: dict[str, Any] = (await client.get(url, headers=headers)).json()
    return {**document, "url": url, "generation_url": started.headers["Location"]}


def sentences(content: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [
        sentence
        for section in content["sections"]
        if section["kind"] == kind
        for item in section["items"]
        for sentence in item["sentences"]
    ]


async def test_the_list_of_documents_is_searched(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    word = document["title"].split()[-1]

    async def found(query: str) -> list[str]:
        answer = await client.get(f"/api/v1/documents?{query}", headers=headers)
        assert answer.status_code == 200, answer.text
        return [one["id"] for one in answer.json()["items"]]

    for query in (f"q={word.upper()}", "q=%20", "q=", f"q={word}&document_type=resume&sort=-updated_at"):
        assert await found(query) == [document["id"]]
    for query in ("q=nowhere", f"q={word}&document_type=cover_letter"):
        assert await found(query) == []
    assert (await client.get(f"/api/v1/documents?q={'x' * 201}", headers=headers)).status_code == 400


async def test_an_edit_makes_a_version_and_marks_what_no_fact_supports(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    content = copy.deepcopy(document["content"])
    target = next(s for s in sentences(content, "experience") if "35%" in s["text"])
    target["text"] = target["text"].replace("35%", "85%")
    edited = await client.put(document["url"], json={"content": content}, headers={**headers, "If-Match": '"1"'})
    assert (edited.status_code, edited.json()["version_number"], edited.headers["ETag"]) == (200, 2, '"2"')
    marked = next(s for s in sentences(edited.json()["content"], "experience") if "85%" in s["text"])
    assert (marked["origin"], marked["verdict"]) == ("user", "ungrounded")
    assert marked["reasons"][0]["kind"] == "number"
    late = await client.put(document["url"], json={"content": content}, headers={**headers, "If-Match": '"1"'})
    assert (late.status_code, late.json()["error"]["code"]) == (412, "version_conflict")
    diff = (await client.get(f"{document['url']}/diff?against=1", headers=headers)).json()
    changed = [change for change in diff["changes"] if change["kind"] != "unchanged"]
    assert [(c["kind"], "35%" in c["before"], "85%" in c["after"]) for c in changed] == [("changed", True, True)]
    checks = (await client.post(f"{document['generation_url']}/validate", headers=headers)).json()
    assert checks["grounding"]["ungrounded"] == 1
    restored = await client.post(f"{document['url']}/versions/1/restore", headers=headers)
    assert (restored.status_code, restored.json()["version_number"]) == (200, 3)
    assert restored.json()["content"] == document["content"]
    versions = (await client.get(f"{document['url']}/versions", headers=headers)).json()["items"]
    assert [(v["version_number"], v["note"]) for v in versions] == [
        (3, "restored from version 1"),
        (2, "edited"),
        (1, "generated"),
    ]
    second = (await client.get(f"{document['url']}/versions/2", headers=headers)).json()
    assert any("85%" in s["text"] for s in sentences(second["content"], "experience"))


async def test_a_reworded_but_true_sentence_is_grounded(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    content = copy.deepcopy(document["content"])
    target = next(s for s in sentences(content, "experience") if "35%" in s["text"])
    target["text"] = "Cut medication errors by 35 percent through a double-check routine"
    edited = (await client.put(document["url"], json={"content": content}, headers=headers)).json()
    mine = next(s for s in sentences(edited["content"], "experience") if "35 percent" in s["text"])
    assert (mine["origin"], mine["verdict"]) == ("user", "grounded")


async def test_the_tailored_resume_compares_with_the_untailored_one(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    changes = (await client.get(f"{document['url']}/diff", headers=headers)).json()["changes"]
    assert {change["kind"] for change in changes} <= {"unchanged", "changed", "moved", "added", "removed"}
    assert any("35%" in (change["after"] or "") for change in changes)
    missing = await client.get(f"{document['url']}/diff?against=7", headers=headers)
    assert missing.status_code == 404
    nonsense = await client.get(f"{document['url']}/diff?against=seven", headers=headers)
    assert nonsense.status_code == 400


async def test_a_change_of_the_tailored_resume_is_rejected(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    changes = (await client.get(f"{document['url']}/diff", headers=headers)).json()["changes"]
    place, added = next((place, change) for place, change in enumerate(changes) if change["kind"] == "added")
    body = {"against": "original", "rejected": [place]}
    stale = await client.post(f"{document['url']}/diff/reject", json=body, headers={**headers, "If-Match": '"9"'})
    assert stale.status_code == 412
    answer = await client.post(f"{document['url']}/diff/reject", json=body, headers={**headers, "If-Match": '"1"'})
    rejected = answer.json()
    assert (answer.status_code, answer.headers["ETag"], rejected["version_number"]) == (200, '"2"', 2)
    assert added["after"] not in rejected["content_text"].splitlines()
    wrongs: list[dict[str, object]] = [{"rejected": []}, {"rejected": [-1]}, {"against": "seven", "rejected": [0]}]
    for wrong in wrongs:
        refused = await client.post(f"{document['url']}/diff/reject", json=wrong, headers=headers)
        assert refused.status_code == 400


async def test_a_changed_field_is_told_and_taken_back(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    content = copy.deepcopy(document["content"])
    name = content["header"]["full_name"]
    content["header"]["full_name"] = "Somebody Else"
    await client.put(document["url"], json={"content": content}, headers=headers)
    diff = (await client.get(f"{document['url']}/diff?against=1", headers=headers)).json()
    assert {change["kind"] for change in diff["changes"]} == {"unchanged"}
    (field,) = diff["fields"]
    assert (field["kind"], field["field"], field["before"], field["after"], field["after_path"]) == (
        "changed", "full_name", name, "Somebody Else", "header/full_name",
    )  # fmt: skip
    body = {"against": "1", "rejected_fields": [0]}
    answer = await client.post(f"{document['url']}/diff/reject", json=body, headers={**headers, "If-Match": '"2"'})
    assert (answer.status_code, answer.json()["content"]) == (200, document["content"])


async def test_the_match_says_where_the_document_shows_what_the_job_asks(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    match = (await client.get(f"{document['url']}/match", headers=headers)).json()
    assert 0 < match["match_score"] <= match["match_ceiling"] <= 100
    shown = next(keyword for keyword in match["keywords"] if keyword["status"] == "shown")
    assert shown["profile_evidence"][0]["fact_id"].startswith(("sections/", "header/"))


async def test_edited_facts_are_verified_and_marked_like_sentences(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    assert document["content"]["unproven_fields"] == []
    content = copy.deepcopy(document["content"])
    content["header"]["email"] = "somebody@else.example"
    at = next(number for number, section in enumerate(content["sections"]) if section["kind"] == "experience")
    content["sections"][at]["title"] = "Award-winning work"
    job = content["sections"][at]["items"][0]
    job |= {"title": f"Chief {job['title']}", "organization": "Google", "start_date": "1999"}
    edited = (await client.put(document["url"], json={"content": content}, headers=headers)).json()
    marked = {one["path"]: one for one in edited["content"]["unproven_fields"]}
    item = f"sections/{at}/items/0"
    assert list(marked) == [
        "header/email", f"sections/{at}/title", f"{item}/title", f"{item}/organization", f"{item}/start_date",
    ]  # fmt: skip
    assert {one["verdict"] for one in marked.values()} == {"ungrounded"}
    assert marked[f"{item}/organization"]["reasons"][0]["message"].startswith("“Google” is not the profile's")
    # Nobody vouches for oneself.
    content["unproven_fields"] = []
    again = (await client.put(document["url"], json={"content": content}, headers=headers)).json()
    assert again["content"]["unproven_fields"] == edited["content"]["unproven_fields"]
    checks = (await client.get(f"{document['url']}/checks", headers=headers)).json()
    assert {one["path"] for one in checks["grounding"]["fields"] if one["verdict"] != "grounded"} == set(marked)
    back = (await client.put(document["url"], json={"content": document["content"]}, headers=headers)).json()
    assert back["content"]["unproven_fields"] == []


async def test_renaming_makes_no_version(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers, "cover-letter")
    renamed = (await client.put(document["url"], json={"title": "For Riverside"}, headers=headers)).json()
    assert (renamed["title"], renamed["version_number"]) == ("For Riverside", 1)
    refused = await client.put(document["url"], json={"template": "no such look"}, headers=headers)
    assert refused.status_code == 400


async def test_a_preview_is_a_picture_or_a_page_and_keeps_nothing(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    document = await generate(client, headers)
    body = {"content": document["content"], "template": "modern"}
    picture = await client.post("/api/v1/documents/preview", json=body, headers=headers)
    assert (picture.content[:6], picture.headers["Page-Count"]) == (b"\x89PNG\r\n", "1")
    assert 30 < int(picture.headers["Last-Page-Fill"]) <= 100
    assert 20 < int(picture.headers["Last-Page-Lines"]) < 80
    assert picture.headers["Page-Lines"] == picture.headers["Last-Page-Lines"]
    assert picture.headers["Page-Starts"] == ""
    page = await client.post("/api/v1/documents/preview", json={**body, "format": "html"}, headers=headers)
    assert "Priya Raman" in page.text
    beyond = await client.post("/api/v1/documents/preview", json={**body, "page": 40}, headers=headers)
    assert beyond.status_code == 404
    broken = await client.post("/api/v1/documents/preview", json={"content": {"sections": 3}}, headers=headers)
    assert (broken.status_code, broken.json()["error"]["details"]["fields"][0]["field"]) == (400, "sections")
    assert (await client.get("/api/v1/documents", headers=headers)).json()["total"] == 1


@pytest.mark.parametrize("page_size", ["a4", "letter"])
@pytest.mark.parametrize("kind", ["resume", "cover-letter"])
async def test_a_preview_tells_where_each_page_begins(
    client: httpx2.AsyncClient, sign_up: SignUp, kind: str, page_size: str
) -> None:
    headers = await sign_up()
    document = await generate(client, headers, kind)
    assert document["parameters"]["pages"] == 1
    content = document["content"]
    at = next(n for n, one in enumerate(content["sections"]) if one["kind"] in ("experience", "letter"))
    item = content["sections"][at]["items"][0]
    sentence = item["sentences"][0]
    item["sentences"] = [sentence | {"text": f"Sentence {n} {'goes on and ' * 30}ends."} for n in range(40)]
    body = {"content": content, "template": "modern", "page_size": page_size, "page": 2}
    picture = await client.post("/api/v1/documents/preview", json=body, headers=headers)
    told = picture.headers["Page-Starts"].split(", ")
    lines = [int(number) for number in picture.headers["Page-Lines"].split(", ")]
    assert len(told) + 1 == len(lines) == int(picture.headers["Page-Count"])
    assert lines[-1] == int(picture.headers["Last-Page-Lines"])
    assert told[0].startswith(f"sections/{at}/items/0/sentences/")
    assert all(re.fullmatch(r"sections/\d+(/items/\d+(/sentences/\d+)?)?(;within)?", one) for one in told)
