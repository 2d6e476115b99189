"""What holds on every page: no barrier axe can find, no sideways scroll, in light and dark, on a phone and a desk."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Account, Open, Server, Watch, overflows, quiet, register, violations

pytestmark = pytest.mark.browser
OUTSIDE = ("/sign-in", "/register", "/forgot-password", "/reset-password#token=x", "/reset-password")
INSIDE = (
    "/dashboard", "/jobs", "/jobs/new", "/capture", "/jobs/search", "/jobs/searches", "/jobs/{job}",
    "/jobs/company?name=Harbourline%20Logistics",
    "/jobs/{job}?tailor=1", "/profile/import", "/documents",
    "/documents/{resume}", "/documents/{letter}", "/generations/{resume_generation}?with={letter_generation}",
    "/applications", "/applications?view=list", "/applications/import", "/applications/statistics",
    "/applications/answers", "/tailoring", "/interviews", "/profile", "/notifications", "/settings",
)  # fmt: skip
EMPTY = ("/dashboard", "/jobs", "/documents", "/applications", "/applications/statistics", "/tailoring", "/interviews",
         "/profile", "/notifications", "/settings")  # fmt: skip
LOOKS: dict[str, dict[str, Any]] = {
    "desk, light": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "desk, dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone, dark": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark", "has_touch": True},
}


@pytest.fixture(scope="session")
def empty(server: Server) -> Iterator[Account]:
    account = register(server)
    yield account
    account.api.close()


def settle(page: Page) -> None:
    """Wait until the page is there and nothing is loading."""
    expect(page.get_by_role("heading", level=1).first).to_be_attached()
    quiet(page)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def check(page: Page, name: str) -> list[str]:
    settle(page)
    return [f"{name}: {problem}" for problem in violations(page) + [f"sticks out: {html}" for html in overflows(page)]]


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_no_page_has_a_barrier_or_scrolls_sideways(visit: Open, regular: Account, watch: Watch, look: str) -> None:
    page = visit("/dashboard", regular, **LOOKS[look])
    problems = check(page, "/dashboard")
    for path in INSIDE[1:]:
        page.goto(path.format(**regular.ids))
        problems += check(page, path)
    assert problems == []


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_no_empty_page_has_a_barrier_or_is_blank(visit: Open, empty: Account, look: str) -> None:
    page = visit("/dashboard", empty, **LOOKS[look])
    problems: list[str] = []
    for path in EMPTY:
        page.goto(path)
        problems += check(page, path)
        if len(page.locator("main").inner_text()) < 40:
            problems.append(f"{path}: blank")
    assert problems == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_before_the_sign_in_have_no_barrier(visit: Open, look: str) -> None:
    page = visit("/", **LOOKS[look])
    problems: list[str] = []
    for path in OUTSIDE:
        page.goto(path)
        problems += check(page, path)
    assert problems == []


def test_documents_are_searched_and_the_address_keeps_the_words(visit: Open, regular: Account) -> None:
    page = visit("/documents?q=harbourline%20letter", regular)
    box = page.get_by_role("searchbox", name="Search documents")
    expect(box).to_have_value("harbourline letter")
    expect(page.get_by_role("link", name="Cover letter – ")).to_be_visible()
    expect(page.get_by_role("link", name="Resume – ")).to_have_count(0)
    box.fill("nowhere")
    expect(page.get_by_text("No document matches")).to_be_visible()
    assert page.url.endswith("q=nowhere")
    assert violations(page) == []
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("link", name="Resume – ")).to_be_visible()
    expect(box).to_have_value("")
    page.get_by_role("checkbox", name="Select Resume – ").click()
    page.get_by_role("region", name="What is selected").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("link", name="Resume – ")).to_have_count(0)
    assert violations(page) == []
    page.keyboard.press("Control+z")
    expect(page.get_by_role("link", name="Resume – ")).to_be_visible()


def test_a_list_that_cannot_be_loaded_says_so_and_loads_on_demand(visit: Open, regular: Account, watch: Watch) -> None:
    watch.expected.append("status of 500")
    page = visit("/documents", regular)
    failure = '{"error": {"code": "internal_error", "message": "Something went wrong on our side", "details": {}}}'
    page.route(
        "**/api/v1/jobs?*",
        lambda route: route.fulfill(
            status=500, body=failure, headers={"X-Request-ID": "abc-1", "Content-Type": "application/json"}
        ),
    )
    page.get_by_role("link", name="Jobs").first.click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Something went wrong on our side")
    expect(alert.get_by_role("button", name="Copy request id")).to_be_visible()
    assert violations(page) == []
    page.unroute("**/api/v1/jobs?*")
    alert.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("link", name="Senior Backend Engineer (Python)")).to_be_visible()


def test_an_address_without_a_page_says_so(visit: Open, regular: Account, watch: Watch) -> None:
    watch.expected.append("status of 404")
    page = visit("/nowhere/at/all", regular)
    expect(page.get_by_role("heading", name="There is nothing at this address").last).to_be_visible()
    assert check(page, "/nowhere") == []


@pytest.mark.parametrize(
    ("path", "width"), [("/jobs/{job}", 640), ("/dashboard", 1280), ("/documents", 1280), ("/settings", 1280)]
)
def test_text_of_twice_the_size_fits(visit: Open, regular: Account, path: str, width: int) -> None:
    page = visit(path.format(**regular.ids), regular, viewport={"width": width, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    settle(page)
    assert overflows(page) == []
    cut = "labels => labels.filter(label => label.scrollWidth > label.clientWidth + 1).map(label => label.textContent)"
    assert page.locator("main .mantine-Button-label").evaluate_all(cut) == []
