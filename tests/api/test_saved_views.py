"""`/saved-views` over HTTP."""

import httpx2
import pytest

from app.domain.saved_views import MOST_VIEWS
from tests.api.conftest import SignUp

BASE = "/api/v1/saved-views"
PYTHON = {"collection": "jobs", "name": "Python", "query": "q=python&sort=-title"}


async def test_a_view_is_kept_changed_listed_by_name_and_deleted(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    made = await client.post(BASE, json={**PYTHON, "name": " Python "}, headers=headers)
    assert made.status_code == 201, made.text
    assert PYTHON.items() <= made.json().items()
    address = made.headers["Location"]
    for body in ({**PYTHON, "name": "Archived", "query": "status=archived"}, {**PYTHON, "collection": "applications"}):
        assert (await client.post(BASE, json=body, headers=headers)).status_code == 201
    changed = await client.patch(address, json={"query": "q=python%203"}, headers=headers)
    assert changed.json() == (await client.get(address, headers=headers)).json()
    assert (changed.json()["name"], changed.json()["query"]) == ("Python", "q=python%203")
    listed = (await client.get(f"{BASE}?collection=jobs&sort=name", headers=headers)).json()
    assert [item["name"] for item in listed["items"]] == ["Archived", "Python"]
    assert (await client.get(BASE, headers=headers)).json()["total"] == 3
    assert (await client.delete(address, headers=headers)).status_code == 204
    assert (await client.get(address, headers=headers)).status_code == 404


async def test_a_list_has_one_view_of_a_name(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    first = (await client.post(BASE, json=PYTHON, headers=headers)).headers["Location"]
    other = (await client.post(BASE, json={**PYTHON, "name": "Go"}, headers=headers)).headers["Location"]
    for refused in (
        await client.post(BASE, json=PYTHON, headers=headers),
        await client.patch(other, json={"name": "Python"}, headers=headers),
    ):
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "view_exists")
    assert (await client.get(other, headers=headers)).json()["name"] == "Go"
    assert (await client.patch(first, json={"name": "Python", "query": ""}, headers=headers)).status_code == 200
    assert (await client.post(BASE, json=PYTHON, headers=await sign_up())).status_code == 201


async def test_views_of_others_are_neither_found_nor_changed(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    mine, theirs = await sign_up(), await sign_up()
    address = (await client.post(BASE, json=PYTHON, headers=mine)).headers["Location"]
    assert (await client.get(BASE, headers=theirs)).json()["total"] == 0
    for answer in (
        await client.get(address, headers=theirs),
        await client.patch(address, json={"name": "Mine now"}, headers=theirs),
        await client.delete(address, headers=theirs),
    ):
        assert answer.status_code in (403, 404)
    assert (await client.get(address, headers=mine)).json()["name"] == "Python"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 101},
        {"collection": "users"},
        {"query": "?q=python"},
        {"query": "q=a b"},
        {"query": "python"},
        {"query": "&".join(f"f{n}=1" for n in range(21))},
        {"query": "q=" + "x" * 2000},
    ],
)
async def test_what_is_no_view_is_refused(client: httpx2.AsyncClient, sign_up: SignUp, wrong: dict[str, str]) -> None:
    refused = await client.post(BASE, json={**PYTHON, **wrong}, headers=await sign_up())
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "validation_error")
    assert [one["field"] for one in refused.json()["error"]["details"]["fields"]] == list(wrong)


async def test_there_can_be_so_many_and_no_more(
    client: httpx2.AsyncClient, sign_up: SignUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_VIEWS == 100
    monkeypatch.setattr("app.application.saved_views.MOST_VIEWS", 1)
    headers = await sign_up()
    assert (await client.post(BASE, json=PYTHON, headers=headers)).status_code == 201
    refused = await client.post(BASE, json={**PYTHON, "name": "Go"}, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "too_many_views")
