"""Searching the boards, saving what they have, and searches that are kept. What boards answer is set here."""

import re
from html import escape
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.integration.server import ROOT
from tests.web.conftest import Account, Open, Watch, overflows, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 360, "height": 740}
WHEN = "2026-03-14T12:00:00Z"


def vacancy(title: str, **more: Any) -> dict[str, Any]:
    address = f"https://boards.example/{title.replace(' ', '-')}"
    draft = {
        "source": "remotive", "title": title, "company": "Fjord Pay", "location": "Malmö", "remote": True,
        "workplace": "remote", "description": f"{title}. You write Python.", "raw_text": f"{title}. You write Python.",
        "job_url": address, "employment_type": "full_time", "salary": None, "date_posted": "2026-03-01",
        "application_deadline": None,
    }  # fmt: skip
    return {
        **{name: draft[name] for name in draft if name not in ("description", "raw_text")},
        "seniority": "senior", "salary_range": None, "summary": "You write Python for payments.", "is_excerpt": True,
        "match_score": 76, "band": "strong", "matched_keywords": ["Python"], "missing_keywords": ["Kafka"],
        "also_at": [{"source": "arbeitnow", "job_url": address}], "saved_job_id": None, "save": draft, **more,
    }  # fmt: skip


def boards_answer(page: Page, *items: dict[str, Any]) -> None:
    found = {
        "items": list(items), "total": len(items), "profile_id": None,
        "sources": [{"source": "remotive", "found": len(items), "fetched_at": WHEN}],
        "warnings": [{"source": "arbeitnow", "message": "arbeitnow did not answer within 8 seconds"}],
    }  # fmt: skip
    page.route("**/api/v1/jobs/search?*", lambda route: route.fulfill(json=found))


def test_a_vacancy_is_found_and_saved_and_a_silent_board_named(visit: Open, newcomer: Account) -> None:
    known = newcomer.post("/jobs", json={"source": "text", "raw_text": "Baker\n\nRequirements\n- Bread"})
    page = visit("/jobs", newcomer)
    boards_answer(page, vacancy("Backend Engineer"), vacancy("Known One", saved_job_id=known["id"]))
    page.get_by_role("link", name="Search boards").click()
    expect(page.get_by_role("heading", name="Find postings")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Words").fill("python & go")
    page.get_by_label("Place", exact=True).fill("Malmö")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Arbeitnow did not answer within 8 seconds")
    expect(page).to_have_url(re.compile(r"q=python\+%26\+go"))
    expect(page.get_by_role("link", name="Saved: open it")).to_have_count(1)
    page.get_by_role("button", name="Save job Backend Engineer").click()
    expect(page.get_by_role("link", name="Saved: open it")).to_have_count(2)
    assert newcomer.get("/jobs")["total"] == 2
    page.reload()
    expect(page.get_by_label("Words")).to_have_value("python & go")


def test_a_search_is_kept_run_and_deleted(visit: Open, newcomer: Account) -> None:
    page = visit(None, newcomer)
    boards_answer(page, vacancy("Backend Engineer"))
    page.goto("/jobs/search?q=python")
    page.get_by_role("button", name="Keep this search").click()
    dialog = page.get_by_role("dialog", name="Keep this search")
    expect(dialog.get_by_label("Name")).to_have_value("python")
    dialog.get_by_label("Tell me from a match of").fill("60")
    assert violations(page) == []
    dialog.get_by_role("button", name="Keep search").click()
    expect(page.get_by_text("The search is kept")).to_be_visible()
    (kept,) = newcomer.get("/jobs/searches")["items"]
    assert (kept["q"], kept["min_match_score"]) == ("python", 60)
    hit = {
        "id": "1", "search_id": kept["id"], "source": "remotive", "title": "Backend Engineer", "company": "Fjord Pay",
        "location": "Malmö", "remote": True, "job_url": "https://boards.example/1", "match_score": 76,
        "date_posted": None, "created_at": WHEN,
    }  # fmt: skip
    ran = {"search": kept, "new_hits": [hit], "result": {"items": []}}
    page.route("**/api/v1/jobs/searches/*/run", lambda route: route.fulfill(json=ran))
    hits = {"items": [hit], "total": 1, "limit": 50, "offset": 0}
    page.route("**/api/v1/jobs/searches/*/hits?*", lambda route: route.fulfill(json=hits))
    page.get_by_role("link", name="Saved searches").click()
    card = page.get_by_role("listitem").filter(has_text="python · match from 60")
    expect(card).to_contain_text("Has not run yet")
    expect(page.get_by_text("This server runs none by itself")).to_be_visible()
    card.get_by_role("button", name="Run now: python").click()
    expect(card.get_by_role("link", name="Add job Backend Engineer")).to_have_attribute(
        "href", "/jobs/new?url=https%3A%2F%2Fboards.example%2F1"
    )
    assert violations(page) == []
    card.get_by_role("button", name="Delete python").click()
    expect(page.get_by_role("heading", name="No saved searches yet")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(card).to_be_visible()


def test_boards_that_cannot_be_asked_are_an_error_not_an_empty_list(
    visit: Open, newcomer: Account, watch: Watch
) -> None:
    watch.expected.append("status of 500")
    page = visit(None, newcomer)
    failure = {"error": {"code": "internal_error", "message": "Something went wrong on our side", "details": {}}}
    page.route("**/api/v1/jobs/search?*", lambda route: route.fulfill(status=500, json=failure))
    page.goto("/jobs/search?q=python")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side")
    assert violations(page) == []
    page.unroute("**/api/v1/jobs/search?*")
    boards_answer(page)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="No posting matches")).to_be_visible()


@pytest.mark.parametrize(("scheme", "viewport"), [("light", None), ("dark", PHONE)])
def test_axe_finds_nothing(visit: Open, regular: Account, scheme: str, viewport: dict[str, int] | None) -> None:
    options = {"viewport": viewport} if viewport else {}
    page = visit(None, regular, color_scheme=scheme, **options)
    boards_answer(page, vacancy("Backend Engineer"), vacancy("Weak One", match_score=20, band="weak"))
    page.goto("/jobs/search?q=python")
    expect(page.get_by_role("heading", name="Weak One")).to_be_visible()
    assert violations(page) == []
    assert overflows(page) == []


def test_a_page_is_captured_read_and_saved_with_its_address(visit: Open, newcomer: Account) -> None:
    page = visit("/jobs/new", newcomer)
    page.get_by_role("link", name="Capture from any page").click()
    link = page.get_by_role("link", name="Save to JobWise")
    code = unquote((link.get_attribute("href") or "").removeprefix("javascript:"))
    expect(page.get_by_text("Some sites forbid bookmarklets")).to_be_visible()
    assert violations(page) == []
    # The posting stands on another site: a page of its own, which only the browser serves.
    posting = (ROOT / "samples/posting.txt").read_text()
    body = f"<!doctype html><title>A posting</title><pre>{escape(posting)}</pre>"
    origin = page.url.split("/capture")[0]
    page.context.route(f"{origin}/elsewhere", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("/elsewhere")
    with page.context.expect_page() as opened:
        page.evaluate(code)
    window = opened.value
    expect(window.get_by_role("heading", name="What was understood")).to_be_visible()
    expect(window).to_have_url(re.compile(r"/capture$"))
    window.reload()
    expect(window.get_by_role("heading", name="What was understood")).to_be_visible()
    window.get_by_role("button", name="Save job").click()
    expect(window.get_by_role("heading", name="Senior Backend Engineer (Python)")).to_be_visible()
    (job,) = newcomer.get("/jobs")["items"]
    assert job["job_url"] == f"{origin}/elsewhere"
