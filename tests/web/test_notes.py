"""The notes of an application: two windows, a closed tab, a service that is away, an ended session, a sign-out."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.conftest import PASSWORD, Account, Open, Watch, overflows, violations
from tests.web.test_applications import track

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTES = "Notes on this application"
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('jobwise-unsaved'))"


@pytest.fixture
def path(newcomer: Account) -> str:
    """Where an application of the newcomer is, on the page and in the API."""
    return f"/applications/{track(newcomer, 'Data Engineer', 'Nordwind')}"


def on_patch(route: Route, what: Callable[[], object]) -> None:
    """Do that with what saves the notes; everything else goes on."""
    if route.request.method == "PATCH":
        what()
    else:
        route.continue_()


def saved_notes(page: Page) -> None:
    expect(page.get_by_role("region", name="Notes").get_by_test_id("save-state")).to_contain_text("Saved")


def test_notes_of_two_windows_are_both_shown_and_neither_is_lost(
    visit: Open, newcomer: Account, path: str, watch: Watch
) -> None:
    watch.expected.append("status of 412")
    newcomer.api.patch(path, json={"notes": "Asked for Kubernetes."})
    one, other = visit(path, newcomer), visit(path, newcomer)
    other.get_by_label(NOTES).fill("Asked for Kubernetes.\nThe pay is 60 000.")
    saved_notes(other)
    one.get_by_label(NOTES).fill("Asked for Kubernetes.\nStarts in May.")
    conflict = one.get_by_role("alert").filter(has_text="These notes were changed elsewhere too")
    expect(conflict.get_by_role("group", name="Yours, in this window").locator("mark")).to_have_text("Starts in May.")
    expect(conflict.get_by_role("group", name="Saved elsewhere").locator("mark")).to_have_text("The pay is 60 000.")
    expect(one.get_by_label(NOTES)).to_have_value("Asked for Kubernetes.\nStarts in May.")
    assert newcomer.get(path)["notes"] == "Asked for Kubernetes.\nThe pay is 60 000."
    assert (violations(one), overflows(one)) == ([], [])
    # A reload in the middle of it asks again.
    one.reload()
    expect(conflict).to_contain_text("Starts in May.")
    conflict.get_by_role("button", name="Keep both").click()
    saved_notes(one)
    expect(conflict).to_have_count(0)
    both = "Asked for Kubernetes.\nThe pay is 60 000.\nStarts in May."
    assert (newcomer.get(path)["notes"], one.evaluate(KEPT)) == (both, [])
    other.get_by_label(NOTES).fill("Only this.")
    conflict = other.get_by_role("alert").filter(has_text="These notes were changed elsewhere too")
    conflict.get_by_role("button", name="Take the other").click()
    expect(other.get_by_label(NOTES)).to_have_value(both)
    other.get_by_role("button", name="Undo").click()
    saved_notes(other)
    assert newcomer.get(path)["notes"] == "Only this."


def test_a_move_elsewhere_does_not_disturb_who_writes_notes(
    visit: Open, newcomer: Account, path: str, watch: Watch
) -> None:
    watch.expected.append("status of 412")
    page = visit(path, newcomer)
    expect(page.get_by_label(NOTES)).to_be_visible()
    assert newcomer.api.put(f"{path}/status", json={"status": "interviewing"}).status_code == 200
    page.get_by_label(NOTES).fill("Second talk on Monday.")
    saved_notes(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    kept = newcomer.get(path)
    assert (kept["notes"], kept["status"]) == ("Second talk on Monday.", "interviewing")


def test_notes_outlive_a_closed_tab_and_a_service_that_is_away(
    visit: Open, newcomer: Account, path: str, watch: Watch
) -> None:
    watch.expected.append("ERR_INTERNET_DISCONNECTED")
    page = visit(path, newcomer)
    page.get_by_label(NOTES).wait_for()
    page.context.set_offline(True)
    page.get_by_label(NOTES).fill("Typed on the train")
    expect(page.get_by_role("alert")).to_contain_text("kept in this browser")
    tab = page.context.new_page()
    page.close()
    tab.context.set_offline(False)
    watch.attach(tab)
    tab.goto(path)
    expect(tab.get_by_label(NOTES)).to_have_value("Typed on the train")
    expect(tab.get_by_text("The notes you typed last time were still in this browser")).to_be_visible()
    saved_notes(tab)
    assert (newcomer.get(path)["notes"], tab.evaluate(KEPT)) == ("Typed on the train", [])


def test_notes_typed_with_the_last_breath_of_a_tab_come_back(visit: Open, newcomer: Account, path: str) -> None:
    page = visit(path, newcomer)
    # The request arrives, its answer does not: what was typed after it is no conflict with it.
    page.route("**/api/v1/applications/*", lambda route: on_patch(route, route.fetch))
    with page.expect_request(lambda request: request.method == "PATCH"):
        page.get_by_label(NOTES).fill("Half a")
    page.get_by_label(NOTES).press_sequentially(" sentence")
    tab = page.context.new_page()
    page.close()
    tab.goto(path)
    expect(tab.get_by_label(NOTES)).to_have_value("Half a sentence")
    saved_notes(tab)
    assert newcomer.get(path)["notes"] == "Half a sentence"


def test_tabs_of_one_browser_do_not_forget_each_other_s_notes(
    visit: Open, newcomer: Account, path: str, watch: Watch
) -> None:
    watch.expected.append("status of 412")
    one = visit(path, newcomer)
    one.get_by_label(NOTES).wait_for()
    other = one.context.new_page()
    watch.attach(other)
    other.goto(path)
    other.get_by_label(NOTES).fill("Of the other tab")
    saved_notes(other)
    one.get_by_label(NOTES).fill("Of the first tab")
    expect(one.get_by_role("alert")).to_contain_text("These notes were changed elsewhere too")
    # Both keep their text under one name: the other's goes when it is saved, and the first one's stays.
    with other.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        other.get_by_label(NOTES).fill("Of the other tab, longer")
    saved_notes(other)
    one.close()
    other.reload()
    expect(other.get_by_label(NOTES)).to_have_value("Of the first tab")
    conflict = other.get_by_role("alert").filter(has_text="These notes were changed elsewhere too")
    expect(conflict).to_contain_text("Of the other tab, longer")


def test_a_session_that_ends_while_notes_are_typed_loses_nothing(
    visit: Open, newcomer: Account, path: str, watch: Watch
) -> None:
    watch.expected.append("status of 401")
    page = visit(path, newcomer)
    page.get_by_label(NOTES).wait_for()
    assert newcomer.api.post("/auth/logout-all").status_code == 204
    page.wait_for_timeout(1100)  # The service looks at most once a second whether a session is alive.
    page.get_by_label(NOTES).fill("Typed after the session ended")
    dialog = page.get_by_role("dialog", name="Your session has ended")
    dialog.wait_for()
    assert len(page.evaluate(KEPT)) == 1
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and go on").click()
    saved_notes(page)
    page.reload()
    expect(page.get_by_label(NOTES)).to_have_value("Typed after the session ended")


def test_who_signs_out_leaves_no_notes_behind(visit: Open, newcomer: Account, path: str, watch: Watch) -> None:
    watch.expected += ["ERR_FAILED", "status of 401"]
    page = visit(path, newcomer)
    page.route("**/api/v1/applications/*", lambda route: on_patch(route, route.abort))
    page.get_by_label(NOTES).wait_for()
    page.get_by_role("button", name="Account").click()
    # At once, so that the page tries to save when it is left.
    page.get_by_label(NOTES).evaluate(
        """field => {
            const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
            set.call(field, 'Not for the next one');
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }"""
    )
    assert len(page.evaluate(KEPT)) == 1
    page.get_by_role("menuitem", name="Sign out").click()
    page.get_by_label("Password", exact=True).wait_for()
    assert page.evaluate(KEPT) == []
