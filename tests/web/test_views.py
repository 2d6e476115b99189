"""Saved views: how one looks at a list, kept under a name."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Account, Open, overflows, violations

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# It is named after its button.
VIEW = re.compile("^View")


def _add(account: Account) -> None:
    for title, status in (("Florist", "active"), ("Gärtner", "active"), ("Fleurist", "archived")):
        job = account.post("/jobs", json={"source": "manual", "title": title, "company": "Tulpe", "description": title})
        if status != "active":
            account.api.patch(f"/jobs/{job['id']}", json={"status": status}).raise_for_status()
        account.post("/applications", json={"job_id": job["id"]})


def _open(page: Page, name: str = "Views") -> "Locator":
    page.get_by_role("button", name=name, exact=True).click()
    dialog = page.get_by_role("dialog", name=VIEW)
    expect(dialog).to_be_visible()
    return dialog


def _save(page: Page, name: str) -> None:
    dialog = _open(page)
    dialog.get_by_label("Name of this view").fill(name)
    dialog.get_by_role("button", name="Save view").click()
    expect(page.get_by_role("button", name=f"View: {name}")).to_be_visible()


def test_a_view_of_the_jobs_is_saved_and_chosen_on_another_device(visit: Open, newcomer: Account) -> None:
    _add(newcomer)
    page = visit("/jobs?q=tulpe&status=archived&sort=-title", newcomer)
    _save(page, "Old ones")
    other = visit("/jobs", newcomer, viewport={"width": 360, "height": 740})
    expect(other.locator("tbody tr")).to_have_count(3)
    dialog = _open(other)
    expect(dialog.get_by_text("Search, filter or sort the list.")).to_be_visible()
    assert (violations(other), overflows(other)) == ([], [])
    dialog.get_by_role("link", name="Old ones").click()
    expect(dialog).to_be_hidden()
    expect(other).to_have_url(re.compile(r"/jobs\?q=tulpe&sort=-title&status=archived$"))
    expect(other.locator("tbody tr")).to_have_count(1)
    expect(other.get_by_role("searchbox")).to_have_value("tulpe")
    other.go_back()
    expect(other.locator("tbody tr")).to_have_count(3)


def test_a_name_that_is_there_takes_the_new_look_and_a_deleted_view_comes_back(visit: Open, newcomer: Account) -> None:
    _add(newcomer)
    page = visit("/jobs?q=florist", newcomer)
    _save(page, "Mine")
    page.goto("/jobs?q=g%C3%A4rtner&offset=0")
    dialog = _open(page)
    dialog.get_by_label("Name of this view").fill("Mine")
    dialog.get_by_role("button", name="Replace view").click()
    dialog = _open(page, "View: Mine")
    expect(dialog.get_by_role("link")).to_have_count(1)
    expect(dialog.get_by_text("This is how the list looks now.")).to_be_visible()
    dialog.get_by_role("button", name="Delete view Mine").click()
    expect(dialog.get_by_role("link")).to_have_count(0)
    assert newcomer.get("/saved-views")["total"] == 0
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="View: Mine")).to_be_visible()
    assert [(one["name"], one["query"]) for one in newcomer.get("/saved-views")["items"]] == [
        ("Mine", "q=g%C3%A4rtner")
    ]


def test_applications_have_views_of_their_own_by_keys_alone(visit: Open, newcomer: Account) -> None:
    _add(newcomer)
    newcomer.post("/saved-views", json={"collection": "jobs", "name": "Jobs only", "query": "q=x"})
    page = visit("/applications?view=list&status=interested", newcomer, color_scheme="dark")
    page.get_by_role("button", name="Views", exact=True).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=VIEW)
    expect(dialog.get_by_role("textbox")).to_be_focused()
    expect(dialog.get_by_role("link")).to_have_count(0)
    page.keyboard.type("To write")
    assert violations(page) == []
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="View: To write")
    expect(button).to_be_visible()
    page.locator("label").filter(has_text="Board").click()
    expect(page.get_by_role("button", name="Views", exact=True)).to_be_visible()
    page.get_by_role("button", name="Views", exact=True).focus()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("link", name="To write")).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_be_visible()
    expect(page.get_by_role("radio", name="List")).to_be_checked()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
