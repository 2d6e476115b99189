"""`/reusable-answers` over HTTP."""

import httpx2
import pytest

from app.domain.reusable_answers import MOST_ANSWERS
from tests.api.conftest import SignUp

BASE = "/api/v1/reusable-answers"


async def test_an_answer_is_kept_changed_listed_by_question_and_deleted(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    made = await client.post(BASE, json={"question": " Salary? ", "answer": "70,000 €\n"}, headers=headers)
    assert made.status_code == 201, made.text
    assert (made.json()["question"], made.json()["answer"]) == ("Salary?", "70,000 €")
    address = made.headers["Location"]
    await client.post(BASE, json={"question": "A visa?", "answer": "None needed."}, headers=headers)
    changed = await client.patch(address, json={"answer": "75,000 €"}, headers=headers)
    assert changed.json() == (await client.get(address, headers=headers)).json()
    assert (changed.json()["question"], changed.json()["answer"]) == ("Salary?", "75,000 €")
    listed = (await client.get(f"{BASE}?sort=question", headers=headers)).json()
    assert [item["question"] for item in listed["items"]] == ["A visa?", "Salary?"]
    assert (await client.delete(address, headers=headers)).status_code == 204
    assert (await client.get(address, headers=headers)).status_code == 404


async def test_answers_of_others_are_neither_found_nor_changed(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    mine, theirs = await sign_up(), await sign_up()
    body = {"question": "Why us?", "answer": "The tides."}
    address = (await client.post(BASE, json=body, headers=mine)).headers["Location"]
    assert (await client.get(BASE, headers=theirs)).json()["total"] == 0
    for answer in (
        await client.get(address, headers=theirs),
        await client.patch(address, json={"answer": "Mine now"}, headers=theirs),
        await client.delete(address, headers=theirs),
    ):
        assert answer.status_code in (403, 404)
    assert (await client.get(address, headers=mine)).json()["answer"] == "The tides."


@pytest.mark.parametrize("body", [{"question": " ", "answer": "x"}, {"question": "x", "answer": ""}, {"question": "x"}])
async def test_an_answer_without_words_is_refused(
    client: httpx2.AsyncClient, sign_up: SignUp, body: dict[str, str]
) -> None:
    refused = await client.post(BASE, json=body, headers=await sign_up())
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "validation_error")


async def test_there_can_be_so_many_and_no_more(
    client: httpx2.AsyncClient, sign_up: SignUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_ANSWERS == 200
    monkeypatch.setattr("app.application.reusable_answers.MOST_ANSWERS", 1)
    headers = await sign_up()
    body = {"question": "Why us?", "answer": "The tides."}
    assert (await client.post(BASE, json=body, headers=headers)).status_code == 201
    refused = await client.post(BASE, json=body, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "too_many_answers")
