"""Several rows of a list at once, by mouse and by keyboard."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Account, Open, Watch, overflows, violations
from tests.web.test_applications import statuses, track

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NAMES = ("Archivist", "Baker", "Carpenter", "Driver")


@pytest.fixture
def busy(newcomer: Account) -> Account:
    """Somebody with four applications; the list shows the last one first."""
    for name in NAMES:
        newcomer.ids[name] = track(newcomer, name, "Globex")
    return newcomer


def test_with_shift_all_between_are_picked_and_the_move_is_undone(visit: Open, busy: Account) -> None:
    page = visit("/applications?view=list", busy)
    page.get_by_role("checkbox", name="Select Driver, Globex").click()
    page.get_by_role("checkbox", name="Select Baker, Globex").click(modifiers=["Shift"])
    bar = page.get_by_role("region", name="What is selected")
    expect(bar).to_contain_text("3 selected")
    expect(page.get_by_test_id("live-region")).to_contain_text("3 selected")
    bar.get_by_role("button", name="Move to").click()
    page.get_by_role("menuitem", name="Closed").click()
    expect(page.get_by_text("3 applications moved to Closed")).to_be_visible()
    expect(bar).to_have_count(0)
    assert sorted(statuses(busy)["closed"]) == ["Baker", "Carpenter", "Driver"]
    with page.expect_response(lambda answer: "/bulk/status" in answer.url and answer.ok):
        page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("row").filter(has_text="Interested")).to_have_count(4)
    assert statuses(busy)["closed"] == []


def test_all_on_the_page_are_deleted_with_the_keyboard_after_the_time_to_undo(visit: Open, busy: Account) -> None:
    page = visit("/applications?view=list", busy)
    every = page.get_by_role("checkbox", name="Select all on this page")
    every.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("region", name="What is selected")).to_contain_text("4 selected")
    page.get_by_role("checkbox", name="Select Baker, Globex").focus()
    page.keyboard.press("Space")
    page.get_by_role("region", name="What is selected").get_by_role("button", name="Delete").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("row").filter(has_text="Globex")).to_have_count(1)
    expect(every).to_be_focused()
    assert busy.get("/applications")["total"] == 4
    page.keyboard.press("Control+z")
    expect(page.get_by_role("row").filter(has_text="Globex")).to_have_count(4)
    every.click()
    page.get_by_role("region", name="What is selected").get_by_role("button", name="Delete").click()
    with page.expect_response(lambda answer: "/bulk/delete" in answer.url and answer.ok):
        page.get_by_role("alert").filter(has_text="4 applications deleted").get_by_role("button", name="Close").click()
    expect(page.get_by_role("heading", name="No applications yet")).to_be_visible()
    assert busy.get("/applications")["total"] == 0


def test_what_could_not_be_moved_is_named_with_the_reason_and_stays_picked(visit: Open, busy: Account) -> None:
    page = visit("/applications?view=list", busy)
    page.get_by_role("checkbox", name="Select all on this page").click()
    refusal = {"done": [busy.ids["Driver"]], "failed": [
        {"id": busy.ids["Carpenter"], "code": "conflict", "message": "It was changed elsewhere"}]}  # fmt: skip
    page.route("**/bulk/status", lambda route: route.fulfill(json=refusal))
    page.get_by_role("button", name="Move to", exact=True).click()
    page.get_by_role("menuitem", name="Applied").click()
    told = page.get_by_role("alert").filter(has_text="1 application was not moved")
    expect(told).to_contain_text("Carpenter, Globex: It was changed elsewhere")
    expect(page.get_by_role("region", name="What is selected")).to_contain_text("1 selected")
    expect(page.get_by_role("checkbox", name="Select Carpenter, Globex")).to_be_checked()


def test_the_picked_ones_are_exported(visit: Open, busy: Account, tmp_path: Path) -> None:
    page = visit("/applications?view=list", busy)
    for name in ("Archivist", "Driver"):
        page.get_by_role("checkbox", name=f"Select {name}, Globex").click()
    with page.expect_download() as download:
        page.get_by_role("region", name="What is selected").get_by_role("button", name="Export").click()
    download.value.save_as(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sorted(line["title"] for line in csv.DictReader(file)) == ["Archivist", "Driver"]


def test_jobs_are_archived_and_one_that_documents_are_made_for_is_not_deleted(
    visit: Open, busy: Account, watch: Watch
) -> None:
    page = visit("/jobs", busy)
    for name in ("Archivist", "Baker"):
        page.get_by_role("checkbox", name=f"Select {name}, Globex").click()
    bar = page.get_by_role("region", name="What is selected")
    bar.get_by_role("button", name="Archive").click()
    expect(page.get_by_role("row").filter(has_text="Archived")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("row").filter(has_text="Archived")).to_have_count(0)
    page.get_by_role("checkbox", name="Select all on this page").click()
    reason = "Documents are being made for this job; cancel them first"
    jobs = {job["title"]: job["id"] for job in busy.get("/jobs")["items"]}
    refusal = {"done": [], "failed": [{"id": jobs["Baker"], "code": "conflict", "message": reason}]}
    page.route("**/jobs/bulk/delete", lambda route: route.fulfill(json=refusal))
    bar.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("row").filter(has_text="Globex")).to_have_count(0)
    page.get_by_role("alert").filter(has_text="4 jobs deleted").get_by_role("button", name="Close").click()
    expect(page.get_by_role("alert").filter(has_text="1 job was not deleted")).to_contain_text(
        f"Baker, Globex: {reason}"
    )
    expect(page.get_by_role("row").filter(has_text="Baker")).to_have_count(1)


def test_two_jobs_are_compared_and_lead_to_their_company(visit: Open, busy: Account) -> None:
    page = visit("/jobs", busy)
    for name in ("Archivist", "Baker"):
        page.get_by_role("checkbox", name=f"Select {name}, Globex").click()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    expect(page.get_by_role("row").filter(has_text="Company")).to_contain_text("Globex")
    assert violations(page) + overflows(page) == []
    page.get_by_role("link", name="Baker").click()
    page.get_by_role("link", name="Globex").click()
    expect(page.get_by_role("region", name="Jobs").get_by_role("listitem")).to_have_count(4)
    assert violations(page) + overflows(page) == []


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_rows_are_picked(visit: Open, busy: Account, scheme: str, width: int) -> None:
    page = visit("/applications?view=list", busy, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.get_by_role("checkbox", name="Select all on this page").click()
    expect(page.get_by_role("region", name="What is selected")).to_be_visible()
    assert violations(page) + overflows(page) == []
