"""Signing in and out, and sessions that end while somebody works."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.conftest import PASSWORD, Account, Open, Watch, quiet

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = pytest.mark.browser
REFUSED = "status of 401"


def end_sessions(account: Account) -> None:
    assert account.api.post("/auth/logout-all").status_code == 204


def test_a_page_behind_the_sign_in_is_come_back_to(visit: Open, newcomer: Account) -> None:
    page = visit("/jobs?q=baker")
    page.get_by_label("E-mail").fill(newcomer.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Jobs", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/jobs\?q=baker$"))


def test_a_wrong_password_is_said_in_place_and_keeps_the_address(visit: Open, newcomer: Account, watch: Watch) -> None:
    watch.expected.append(REFUSED)
    page = visit("/sign-in")
    page.get_by_label("E-mail").fill(newcomer.email)
    page.get_by_label("Password", exact=True).fill("Wrong-Horse-9")
    page.get_by_role("button", name="Sign in").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("not right")
    expect(alert).to_be_focused()
    expect(page.get_by_label("E-mail")).to_have_value(newcomer.email)


def test_the_rules_are_checked_before_anything_is_sent(visit: Open) -> None:
    page = visit("/register")
    page.get_by_label("E-mail").fill("nobody")
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_role("button", name="Create account").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("2 fields need your attention")
    alert.get_by_role("link", name="Password").click()
    expect(page.get_by_label("Password", exact=True)).to_be_focused()


def test_no_script_can_read_the_session(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    assert page.evaluate("document.cookie") == ""
    kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "eyJ" not in kept
    (cookie,) = [found for found in page.context.cookies() if found["name"] == "jobwise_refresh"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/api/v1/auth")


def test_quick_reloads_do_not_end_the_session(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    for _ in range(5):
        # Not reload(), which Chromium's protocol refuses while the page before is still being replaced.
        page.goto("/dashboard", wait_until="commit")
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()


def test_the_session_is_asked_for_once_and_before_the_client_is_there(visit: Open, newcomer: Account) -> None:
    page = visit("/jobs", newcomer)
    expect(page.get_by_role("heading", name="Jobs", exact=True)).to_be_visible()
    refreshes, held = [], []
    page.on("request", lambda request: refreshes.append(request.url) if "/auth/refresh" in request.url else None)
    page.route(re.compile(r"/assets/index-[^/]*\.js$"), lambda route: held.append(route))  # noqa: PLW0108 - the driver takes no methods of built-in types
    with page.expect_response("**/auth/refresh*") as answer:
        page.goto("/jobs", wait_until="commit")
    assert answer.value.ok
    for route in held:
        route.continue_()
    expect(page.get_by_role("heading", name="Jobs", exact=True)).to_be_visible()
    quiet(page)
    assert (len(refreshes), len(held)) == (1, 1)
    assert page.evaluate("window.jobwiseRefresh") is None


def test_two_tabs_share_one_session(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    second = page.context.new_page()
    second.goto("/jobs")
    expect(second.get_by_role("heading", name="Jobs", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    page.get_by_role("button", name="Account").click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(second.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_session_that_ends_in_the_middle_of_an_edit_loses_nothing(
    visit: Open, newcomer: Account, watch: Watch
) -> None:
    watch.expected.append(REFUSED)
    page = visit(None, newcomer)
    # The bell would notice before the person does.
    still = {"items": [], "total": 0, "limit": 1, "offset": 0, "unread": 0}
    page.route("**/api/v1/notifications**", lambda route: route.fulfill(json=still))
    page.goto("/jobs/new")
    typed = "Baker\nCrumb & Co, Leeds\n\nRequirements\n- Bread\n- Rolls\n" * 3
    page.get_by_label("Posting or address").fill(typed)
    end_sessions(newcomer)
    page.wait_for_timeout(1100)  # The service looks at most once a second whether a session is alive.
    page.get_by_role("button", name="Read posting").click()
    dialog = page.get_by_role("dialog", name="Your session has ended")
    expect(dialog).to_be_visible()
    expect(page.get_by_label("Posting or address")).to_have_value(typed)
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and go on").click()
    # What was asked for before is answered now, without asking again.
    expect(page.get_by_role("heading", name="What was understood")).to_be_visible()
    expect(page.get_by_label("Posting or address")).to_have_value(typed)


@pytest.mark.parametrize("is_slow", [False, True], ids=["client there", "client on its way"])
def test_a_service_that_is_away_is_said_and_waited_for(visit: Open, watch: Watch, *, is_slow: bool) -> None:
    watch.expected += ["ERR_FAILED", REFUSED]
    page = visit("/sign-in")
    page.context.route("**/api/v1/auth/refresh*", lambda route: route.abort())
    page.evaluate("localStorage.setItem('jobwise-signed-in', '1')")
    if is_slow:
        held: list[Route] = []
        page.context.route("**/assets/*.js", lambda route: held.append(route))  # noqa: PLW0108 - the driver takes no built-in
        page.goto("/dashboard", wait_until="commit")
        page.wait_for_timeout(500)
        page.context.unroute("**/assets/*.js")
        assert held
        for route in held:
            route.continue_()
    else:
        page.goto("/dashboard")
    expect(page.get_by_role("heading", name="JobWise does not answer").first).to_be_visible()
    page.context.unroute("**/api/v1/auth/refresh*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
