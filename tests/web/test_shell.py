"""What surrounds every page: keys, palette, appearance, the tray, and the budget of the first load."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Account, Open, Watch, quiet, until, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit: Open, regular: Account) -> Page:
    opened = visit("/dashboard", regular)
    expect(opened.get_by_role("heading", name="Welcome")).to_be_visible()
    return opened


def test_keys_go_where_they_say(page: Page) -> None:
    for keys, address in (("gj", "/jobs"), ("gd", "/dashboard"), ("n", "/jobs/new")):
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url(f"**{address}")
        page.locator("main").focus()


def test_the_help_lists_exactly_the_keys_that_work_here(page: Page) -> None:
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_contain_text("Go to the applications board")
    expect(dialog).not_to_contain_text("On this page")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("g")
    page.keyboard.press("j")
    page.wait_for_url("**/jobs")
    # The address changes before the page does: until then the dashboard's own links are still there.
    expect(page.get_by_role("heading", name="Jobs", exact=True)).to_be_visible()
    page.get_by_role("link", name="Senior Backend Engineer (Python)", exact=True).click()
    expect(page.get_by_role("heading", name="How you match")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Tailor resume and letter")


def test_single_keys_can_be_switched_off(page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_role("switch", name="Single-key shortcuts").uncheck(force=True)
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.press("Control+k")
    expect(page.get_by_placeholder("A job, a page or an action…")).to_be_focused()
    assert page.url.endswith("/dashboard")


def test_keys_do_nothing_while_one_types(page: Page) -> None:
    page.goto("/jobs")
    search = page.get_by_role("searchbox", name="Search jobs")
    expect(search).to_be_visible()
    page.keyboard.press("/")
    expect(search).to_be_focused()
    page.keyboard.type("gng?")
    expect(page.get_by_role("heading", name="No job matches")).to_be_visible()
    # The page shows none for the first letters already.
    expect(page).to_have_url(re.compile(r"q=gng"))
    expect(search).to_have_value("gng?")


def test_a_search_keeps_every_key_however_slowly_one_types(page: Page) -> None:
    page.goto("/jobs")
    search = page.get_by_role("searchbox", name="Search jobs")
    # Slower than the search waits: each key comes while the address still changes for the one before.
    search.press_sequentially("senior engineer", delay=260)
    expect(page).to_have_url(re.compile(r"q=senior\+engineer"))
    expect(search).to_have_value("senior engineer")


def test_the_palette_leads_to_a_page_and_gives_the_focus_back(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_placeholder("A job, a page or an action…")).to_be_focused()
    page.keyboard.type("docum")
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Documents", exact=True)).to_be_visible()
    # No key is lost that comes before the field is there, and none is taken for a shortcut.
    page.keyboard.press("Control+k")
    page.keyboard.type("harbourline moves containers")
    expect(page.get_by_placeholder("A job, a page or an action…")).to_have_value("harbourline moves containers")
    page.get_by_role("button", name="Senior Backend Engineer (Python)").click()
    expect(page.get_by_role("heading", name="Senior Backend Engineer (Python)")).to_be_visible()
    opener = page.get_by_role("button", name="Search or jump to…")
    opener.click()
    expect(page.get_by_placeholder("A job, a page or an action…")).to_be_focused()
    expect(page.get_by_placeholder("A job, a page or an action…")).to_have_value("")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_a_palette_that_was_closed_leaves_the_keys_alone(visit: Open, regular: Account) -> None:
    page = visit("/jobs", regular)
    field = page.get_by_role("searchbox").first
    expect(field).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_placeholder("A job, a page or an action…")).to_be_focused()
    page.mouse.click(5, 5)
    expect(page.get_by_placeholder("A job, a page or an action…")).to_be_hidden()
    field.click()
    page.keyboard.type("harbour")
    expect(field).to_have_value("harbour")


def test_the_first_tab_stop_skips_to_the_content(page: Page) -> None:
    page.reload()
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_the_dark_is_there_before_the_first_paint(visit: Open, regular: Account) -> None:
    page = visit("/dashboard", regular, color_scheme="light")
    page.get_by_role("button", name="Account").click()
    page.get_by_text("Dark", exact=True).click()
    scheme = "document.documentElement.dataset.mantineColorScheme"
    assert page.evaluate(scheme) == "dark"
    page.reload(wait_until="commit")
    until(page, "document.body !== null")
    assert page.evaluate(scheme) == "dark"


def test_the_appearance_follows_the_system(visit: Open, regular: Account) -> None:
    page = visit("/dashboard", regular, color_scheme="dark")
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.emulate_media(color_scheme="light")
    until(page, f"{background} !== {dark!r}")
    assert page.evaluate(background) == "rgb(255, 255, 255)"


def test_deleting_a_job_can_be_undone_by_key(visit: Open, newcomer: Account) -> None:
    job = newcomer.post("/jobs", json={"source": "text", "raw_text": "Baker\n\nRequirements\n- Bread"})
    page = visit(f"/jobs/{job['id']}", newcomer)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete job").click()
    expect(page.get_by_text("deleted")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Control+z")
    expect(page.get_by_role("heading", name="Baker")).to_be_visible()
    assert newcomer.get("/jobs")["total"] == 1


def test_a_deleted_job_is_gone_when_the_time_is_over(visit: Open, newcomer: Account) -> None:
    job = newcomer.post("/jobs", json={"source": "text", "raw_text": "Baker\n\nRequirements\n- Bread"})
    page = visit(f"/jobs/{job['id']}", newcomer)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete job").click()
    expect(page.get_by_role("heading", name="No jobs yet")).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "DELETE"):
        page.get_by_role("button", name="Close").click()
    assert newcomer.get("/jobs")["total"] == 0


@pytest.mark.parametrize("path", ["/sign-in", "/dashboard", "/jobs/{job}"])
def test_the_first_load_keeps_to_its_budget(visit: Open, regular: Account, path: str) -> None:
    page = visit(None, None if path == "/sign-in" else regular)
    sizes: dict[str, int] = {}

    def note(url: str, length: str) -> None:
        if url.endswith(".js"):
            sizes[url] = int(length)

    page.on("response", lambda answer: note(answer.url, answer.headers.get("content-length", "0")))
    page.goto(path.format(**regular.ids))
    quiet(page)
    assert sizes
    assert sum(sizes.values()) <= 250 * 1024, sizes


def test_a_toast_is_told_apart_from_the_page(visit: Open, regular: Account, watch: Watch) -> None:
    watch.expected.append("status of 500")
    page = visit(f"/jobs/{regular.ids['job']}", regular)
    page.route("**/api/v1/applications", lambda route: route.fulfill(status=500, body="{}"))
    page.get_by_role("button", name="Track application").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not work")
    assert violations(page) == []
