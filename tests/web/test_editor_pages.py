"""The editor and the printed page: marks where pages begin, lines beyond what was asked for, tabs on a phone."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Account, Open, Server, Watch, fill, overflows, register, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONG = "Kept the warehouse system running through the season and wrote down what was learnt from it each week"


@pytest.fixture(scope="module")
def author(server: Server) -> Iterator[Account]:
    """Somebody whose documents these tests change."""
    account = fill(register(server))
    yield account
    account.api.close()


def lengthen(account: Account, document_id: str) -> None:
    """Give the first job, or the second paragraph of the letter, thirty more lines."""
    account.post(f"/documents/{document_id}/versions/1/restore")
    content = copy.deepcopy(account.get(f"/documents/{document_id}")["content"])
    section = next(one for one in content["sections"] if one["kind"] in ("experience", "letter"))
    told = section["items"][0 if content["document_type"] == "resume" else 1]["sentences"]
    told += [{**told[0], "source_ids": [], "text": f"{LONG}, as told in part {n}."} for n in range(30)]
    answer = account.api.put(f"/documents/{document_id}", json={"content": content})
    assert answer.status_code == 200, answer.text


def second_page(account: Account, document_id: str) -> tuple[str, bool]:
    """Return the sentence with which the service says that page 2 begins, and whether it began on page 1."""
    document = account.get(f"/documents/{document_id}")
    size = document["parameters"]["page_size"]
    body = {"content": document["content"], "template": document["template"], "page_size": size}
    start = account.api.post("/documents/preview", json=body).headers["Page-Starts"].split(", ")[0]
    path, _, flag = start.partition(";")
    found: Any = document["content"]
    for step in path.split("/"):
        found = found[int(step)] if isinstance(found, list) else found[step]
    text: str = found["text"]
    return text, flag == "within"


def shown(page: Page) -> list[dict[str, Any]]:
    """Return the visible marks, each with the text of the first line below it."""
    found: list[dict[str, Any]] = page.evaluate(
        """() => [...document.querySelectorAll('article [data-page]')]
            .filter(mark => mark.checkVisibility({ visibilityProperty: true }))
            .map(mark => ({ says: mark.textContent, before: [...document.querySelectorAll('[data-line] textarea')]
                .find(line => mark.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING)?.value }))"""
    )
    return found


@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_the_text_shows_where_each_page_begins_and_follows_edits(visit: Open, author: Account, kind: str) -> None:
    document_id = author.ids[kind]
    lengthen(author, document_id)
    text, is_within = second_page(author, document_id)
    page = visit(f"/documents/{document_id}", author)
    mark = page.locator("article [data-page='2']")
    expect(mark).to_have_text("Page 2 begins within the sentence below" if is_within else "Page 2 begins here")
    expect(mark).to_be_visible()
    assert shown(page)[0]["before"] == text
    expect(page.get_by_test_id("page-meter")).to_contain_text("lines over 1 page")
    assert violations(page) == []
    # While the pages are counted again, nothing is claimed; then the mark stands where the page begins now.
    first = page.locator("[data-line] textarea").filter(has_text=LONG).first
    with page.expect_response(lambda answer: "preview" in answer.url and answer.ok):
        first.fill(f"{LONG}. " * 9)
        expect(mark).to_be_hidden()
    expect(mark).to_be_visible()
    before = shown(page)[0]["before"]
    assert before != text
    page.keyboard.press("Control+s")
    expect(page.get_by_test_id("save-status")).to_have_attribute("data-status", "saved")
    assert before == second_page(author, document_id)[0]


def test_a_text_of_one_page_has_no_mark_and_unknown_pages_have_none(visit: Open, author: Account, watch: Watch) -> None:
    document_id = author.ids["resume"]
    lengthen(author, document_id)
    watch.expected.append("status of 500")
    page = visit(f"/documents/{document_id}", author)
    expect(page.locator("article [data-page='2']")).to_be_visible()
    page.route("**/documents/preview", lambda route: route.fulfill(status=500, body="{}"))
    page.locator("[data-line] textarea").filter(has_text=LONG).first.fill("Short")
    expect(page.locator("article [data-page]")).to_have_count(0)
    page.unroute("**/documents/preview")
    page.keyboard.press("Control+s")
    expect(page.get_by_test_id("save-status")).to_have_attribute("data-status", "saved")
    author.post(f"/documents/{document_id}/versions/1/restore")
    page.reload()
    expect(page.get_by_test_id("page-meter")).to_contain_text("1 page, ")
    expect(page.locator("article [data-page]")).to_have_count(0)


def test_every_tab_is_seen_and_reached_on_a_phone(visit: Open, author: Account) -> None:
    author.post(f"/documents/{author.ids['resume']}/versions/1/restore")
    for width in (320, 360):
        page = visit(
            f"/documents/{author.ids['resume']}", author, viewport={"width": width, "height": 740}, has_touch=True
        )
        tabs = page.get_by_role("tab")
        expect(tabs).to_have_count(6)
        for tab in tabs.all():
            box = tab.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width, tab.inner_text()
            assert box["height"] >= 24
            # Nothing is cut off or covers it.
            assert tab.evaluate(
                """tab => { const { x, y, width, height } = tab.getBoundingClientRect();
                    return tab.contains(document.elementFromPoint(x + width / 2, y + height / 2))
                        && tab.scrollWidth <= tab.clientWidth; }"""
            )
        page.get_by_role("tab", name="Versions").click()
        expect(page.get_by_role("heading", name="Versions")).to_be_visible()
        assert overflows(page) == []
