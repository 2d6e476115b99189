"""Applications in and out as CSV: what a file would do, the import, and the way back."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Account, Open, Watch, overflows, violations
from tests.web.test_applications import track

pytestmark = [pytest.mark.browser, pytest.mark.slow]
POLISH = "Stanowisko;Pracodawca;Etap;Uwagi\nKöchin;Gasthof;applied;nett\nWirt;Krone;sleeping;\n;;applied;leer\n"
ENGLISH = "Job Title,Employer,Stage\nBackend Engineer,Harbourline,interview\nDriver,Globex,\nData Engineer,Nordwind,\n"


@pytest.fixture
def keeper(newcomer: Account) -> Account:
    """Somebody with two applications, made by hand."""
    newcomer.ids["first"] = track(newcomer, "Backend Engineer", "Harbourline")
    newcomer.ids["second"] = track(newcomer, "Data Engineer", "Nordwind")
    return newcomer


def give(page: Page, text: str, name: str = "applications.csv") -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})


def titles(account: Account) -> set[str]:
    return {item["job"]["title"] for item in account.get("/applications?limit=100")["items"]}


def test_each_row_says_what_it_would_do_and_the_import_is_undone_from_the_message(visit: Open, keeper: Account) -> None:
    page = visit("/applications", keeper)
    page.get_by_role("link", name="Import").click()
    give(page, ENGLISH)
    rows = page.get_by_role("region", name="What would happen").get_by_role("row")
    expect(rows).to_have_count(4)
    expect(rows.nth(1)).to_contain_text("Update")
    expect(rows.nth(1)).to_contain_text("changes the status")
    expect(rows.nth(2)).to_contain_text("Create")
    expect(rows.nth(3)).to_contain_text("nothing to change")
    assert titles(keeper) == {"Backend Engineer", "Data Engineer"}
    page.get_by_role("button", name="Import 2 rows").click()
    expect(page.get_by_role("region", name="What happened").first).to_contain_text("1 application created, 1 changed")
    assert titles(keeper) == {"Backend Engineer", "Data Engineer", "Driver"}
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_test_id("live-region")).to_contain_text("Import undone: 1 application deleted")
    expect(page.get_by_role("button", name="Import 1 row")).to_be_visible()
    assert titles(keeper) == {"Backend Engineer", "Data Engineer"}
    assert keeper.get("/jobs")["total"] == 2


def test_an_import_is_undone_from_the_page_one_went_to(visit: Open, keeper: Account) -> None:
    page = visit("/applications/import", keeper)
    give(page, ENGLISH)
    page.get_by_role("button", name="Import 2 rows").click()
    page.get_by_role("link", name="Open the board").click()
    expect(page.get_by_role("heading", name="Applications", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_test_id("live-region")).to_contain_text("Import undone: 1 application deleted")
    assert titles(keeper) == {"Backend Engineer", "Data Engineer"}


def test_columns_that_are_not_understood_are_mapped_and_the_button_on_the_page_undoes(
    visit: Open, keeper: Account, watch: Watch
) -> None:
    watch.expected.append("422")
    page = visit("/applications/import", keeper)
    give(page, POLISH)
    expect(page.get_by_role("alert")).to_contain_text("Say which column holds the job title")
    for heading, field in (
        ("Stanowisko", "Job title"),
        ("Pracodawca", "Company"),
        ("Etap", "Status"),
        ("Uwagi", "Notes"),
    ):
        page.get_by_role("combobox", name=f"What “{heading}” is").click()
        page.get_by_role("option", name=field, exact=True).click()
    rows = page.get_by_role("region", name="What would happen").get_by_role("row")
    expect(rows.filter(has_text="Wirt")).to_contain_text("'sleeping' is none of")
    expect(rows.filter(has_text="neither a title nor a company")).to_have_count(1)
    page.get_by_role("combobox", name="Show").click()
    page.get_by_role("option", name="Create (1)").click()
    expect(rows).to_have_count(2)
    expect(page.get_by_text("2 rows have errors and are left out.")).to_be_visible()
    page.get_by_role("button", name="Import 1 row").click()
    page.get_by_role("button", name="Undo import").click()
    expect(page.get_by_test_id("live-region")).to_contain_text("Import undone: 1 application deleted")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)
    assert titles(keeper) == {"Backend Engineer", "Data Engineer"}


@pytest.mark.parametrize("text", ["\x00\x01", ""], ids=["binary", "empty"])
def test_a_file_that_is_no_table_says_so_and_another_one_can_be_taken(
    visit: Open, keeper: Account, watch: Watch, text: str
) -> None:
    watch.expected.append("422")
    page = visit("/applications/import", keeper)
    give(page, text)
    expect(page.get_by_role("alert")).to_contain_text("This is not a CSV file")
    give(page, ENGLISH)
    expect(page.get_by_role("button", name="Import 2 rows")).to_be_visible()


def test_what_the_filter_shows_is_exported_and_starts_no_formula(visit: Open, keeper: Account, tmp_path: Path) -> None:
    track(keeper, "=HYPERLINK(1)", "Nordwind")
    page = visit("/applications?q=nordwind", keeper)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    download.value.save_as(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sorted(line["title"] for line in csv.DictReader(file)) == ["'=HYPERLINK(1)", "Data Engineer"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_one_imports(visit: Open, keeper: Account, scheme: str, width: int) -> None:
    page = visit("/applications/import", keeper, color_scheme=scheme, viewport={"width": width, "height": 800})
    give(page, ENGLISH)
    expect(page.get_by_role("button", name="Import 2 rows")).to_be_visible()
    assert violations(page) + overflows(page) == []
