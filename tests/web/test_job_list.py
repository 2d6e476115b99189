"""The list of jobs: how each matches, and what it says where nothing is found."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.integration.server import ROOT
from tests.web.conftest import Account, Open, Watch, overflows, quiet, violations

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FLORIST = {"source": "manual", "title": "Florist", "company": "Tulpe GmbH",
           "description": "Requirements\n- 3+ years of floristry\n- Bouquets"}  # fmt: skip
ADDRESS = "**/api/v1/jobs/matches"


def _add(account: Account) -> dict[str, str]:
    """Give the account a profile and two jobs; return the words of the matches by job title."""
    resume = account.post("/resumes", files={"file": ("resume.pdf", (ROOT / "samples/resume.pdf").read_bytes())})
    account.post("/profiles/import", json={"resume_id": resume["id"]})
    posting = {"source": "text", "raw_text": (ROOT / "samples/posting.txt").read_text()}
    jobs = [account.post("/jobs", json=body) for body in (posting, FLORIST)]
    found = account.post("/jobs/matches", json={"job_ids": [job["id"] for job in jobs]})["items"]
    assert found[0]["match_score"] > found[1]["match_score"]
    return {
        job["title"]: f"{one['match_score']} · {one['band'].capitalize()}" for job, one in zip(jobs, found, strict=True)
    }


def _requests(page: Page) -> list[str]:
    """Return a list that grows with the address of every request of the page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_each_job_shows_its_match_in_a_number_and_a_word(visit: Open, newcomer: Account) -> None:
    expected = _add(newcomer)
    for width in (1280, 768, 390):
        page = visit(None, newcomer, viewport={"width": width, "height": 800})
        asked = _requests(page)
        page.goto("/jobs")
        for title, match in expected.items():
            row = page.get_by_role("row").filter(has_text=title)
            text = match if width >= 768 else f"Match {match}"
            expect(row.get_by_text(text).locator("visible=true")).to_have_count(1)
        expect(page.get_by_role("columnheader", name="Match")).to_have_count(1 if width >= 768 else 0)
        quiet(page)
        assert len([url for url in asked if "/jobs/matches" in url]) == 1
        assert (overflows(page), violations(page)) == ([], [])
        page.get_by_role("link", name="Florist").click()
        page.wait_for_url(re.compile(r"/jobs/[0-9a-f-]{36}"))
        expect(page.get_by_role("heading", name="Florist")).to_be_visible()
        page.go_back()
        expect(page.get_by_text(expected["Florist"]).locator("visible=true")).to_have_count(1)
        assert len([url for url in asked if "/jobs/matches" in url]) == 1


def test_the_words_of_a_search_are_marked_and_a_last_day_that_is_near_stands_out(
    visit: Open, newcomer: Account
) -> None:
    near, far = (datetime.now(UTC) + timedelta(days=days) for days in (3, 30))
    newcomer.post("/jobs", json={**FLORIST, "application_deadline": near.date().isoformat()})
    newcomer.post("/jobs", json={**FLORIST, "title": "Gärtner", "application_deadline": far.date().isoformat()})
    page = visit("/jobs?q=g%C3%A4rtner+tulpe", newcomer)
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(1)
    assert set(rows.locator("mark").all_inner_texts()) == {"Gärtner", "Tulpe"}
    assert violations(page) == []
    page.get_by_role("searchbox").fill("")
    expect(rows).to_have_count(2)
    expect(rows.locator("mark")).to_have_count(0)
    due = {row: rows.filter(has_text=row).locator("[data-tone=warn]:visible").count() for row in ("Florist", "Gärtner")}
    assert due == {"Florist": 1, "Gärtner": 0}


def test_a_match_that_is_late_or_fails_leaves_the_list_usable(visit: Open, newcomer: Account, watch: Watch) -> None:
    watch.expected.append("status of 400")
    _add(newcomer)
    page = visit(None, newcomer)
    held: list[Route] = []
    page.route(ADDRESS, lambda route: held.append(route))  # noqa: PLW0108 - the driver takes no methods of built-in types
    page.goto("/jobs")
    expect(page.get_by_text("Working out the match").locator("visible=true")).to_have_count(2)
    assert violations(page) == []
    failure = {"error": {"code": "validation_error", "message": "No", "details": {}}}
    held[0].fulfill(status=400, json=failure)
    expect(page.get_by_role("cell", name="Not known")).to_have_count(2)
    assert violations(page) == []
    page.get_by_role("link", name="Florist").click()
    expect(page.get_by_role("heading", name="Florist")).to_be_visible()


def test_without_a_profile_there_is_no_match(visit: Open, newcomer: Account) -> None:
    newcomer.post("/jobs", json=FLORIST)
    page = visit("/jobs", newcomer)
    expect(page.get_by_role("link", name="Florist")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Match")).to_have_count(0)
    quiet(page)
    expect(page.get_by_text("Match")).to_have_count(0)


def test_a_search_that_finds_nothing_says_so_and_offers_all_jobs(visit: Open, newcomer: Account) -> None:
    newcomer.post("/jobs", json=FLORIST)
    page = visit("/jobs?q=zither&status=active", newcomer)
    expect(page.get_by_role("heading", name="No job matches")).to_be_visible()
    expect(page.get_by_text("Nothing matches", exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile(r"\b0 saved jobs"))).to_have_count(0)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("link", name="Florist")).to_be_visible()
    expect(page.get_by_text("1 saved job", exact=True)).to_be_visible()
    expect(page.get_by_placeholder("Any status")).to_be_visible()
    page.get_by_role("searchbox", name="Search jobs").fill("florist")
    expect(page.get_by_text("1 job matches", exact=True)).to_be_visible()
