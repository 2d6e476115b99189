"""Notifications: the bell as things happen, the page with its links, what to tell over which channel, muting."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.web.conftest import Account, Open, Watch, overflows, quiet, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark", "has_touch": True}
LOOKS: dict[str, dict[str, Any]] = {"desk, light": {"color_scheme": "light"}, "phone, dark": PHONE}
FAILURE = '{"error": {"code": "internal_error", "message": "Something went wrong on our side", "details": {}}}'


@pytest.fixture
def applicant(newcomer: Account) -> Account:
    """Somebody with one application that can move."""
    text = "Backend Engineer at Harbourline. We ask for Python."
    job = {"source": "manual", "title": "Backend Engineer", "company": "Harbourline", "description": text}
    made = newcomer.post("/applications", json={"job_id": newcomer.post("/jobs", json=job)["id"]})
    newcomer.ids["application"] = made["id"]
    return newcomer


def move(account: Account, status: str) -> None:
    """Let something happen that is told."""
    path = f"/applications/{account.ids['application']}/status"
    assert account.api.put(path, json={"status": status}).status_code == 200


def bell(page: Page) -> Locator:
    return page.get_by_role("region", name="Search, work and account").get_by_role("link", name="Notifications")


def rows(page: Page) -> Locator:
    return page.locator("main").get_by_role("listitem")


def fail(route: Route) -> None:
    route.fulfill(status=500, body=FAILURE, content_type="application/json")


def test_the_bell_counts_live_and_the_link_leads_to_the_thing(visit: Open, applicant: Account) -> None:
    page = visit("/jobs", applicant)
    expect(bell(page)).to_have_accessible_name("Notifications")
    quiet(page)
    move(applicant, "applied")
    expect(bell(page)).to_have_accessible_name("Notifications, 1 unread")
    expect(page).to_have_title("(1) Jobs · JobWise")
    expect(page.get_by_test_id("live-region")).to_contain_text("Applied: Backend Engineer")
    bell(page).click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    expect(rows(page)).to_have_count(1)
    move(applicant, "interviewing")
    expect(rows(page)).to_have_count(2)
    page.get_by_role("link", name="Interviewing: Backend Engineer").click()
    expect(page).to_have_url(f"/applications/{applicant.ids['application']}")
    expect(bell(page)).to_have_accessible_name("Notifications, 1 unread")
    expect(page).to_have_title("(1) Backend Engineer · JobWise")


def test_the_bell_counts_while_the_stream_is_down(visit: Open, applicant: Account, watch: Watch) -> None:
    watch.expected.append("ERR_FAILED")
    page = visit(None, applicant)
    page.route("**/notifications/stream", lambda route: route.abort())
    page.goto("/jobs")
    move(applicant, "applied")
    expect(bell(page)).to_have_accessible_name("Notifications, 1 unread")


def test_one_is_read_all_are_read_and_one_is_deleted_with_undo(visit: Open, applicant: Account) -> None:
    for status in ("applied", "interviewing", "offer"):
        move(applicant, status)
    page = visit("/notifications", applicant)
    expect(page.get_by_text("3 unread")).to_be_visible()
    page.get_by_role("button", name="Mark as read: Offer").click()
    expect(page.get_by_text("2 unread")).to_be_visible()
    expect(rows(page).nth(2)).to_contain_text("Offer")
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_text("All read")).to_be_visible()
    expect(bell(page)).to_have_accessible_name("Notifications")
    page.get_by_text("Unread", exact=True).click()
    expect(page.get_by_role("heading", name="All caught up")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("button", name="More actions: Applied").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(rows(page)).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(rows(page)).to_have_count(3)
    page.goto("/notifications?kind=deadline")
    expect(page.get_by_role("heading", name="Nothing of this kind")).to_be_visible()


def test_an_application_is_muted_from_its_notification_and_heard_again(visit: Open, applicant: Account) -> None:
    move(applicant, "applied")
    page = visit("/notifications", applicant)
    page.get_by_role("button", name="More actions: Applied").click()
    page.get_by_role("menuitem", name="Mute this application").click()
    expect(page.get_by_text("Nothing more is told of this application.")).to_be_visible()
    move(applicant, "interviewing")
    assert applicant.get("/notifications")["total"] == 1
    page.goto(f"/applications/{applicant.ids['application']}")
    page.get_by_role("button", name="More").last.click()
    expect(page.get_by_role("menuitem", name="Notify of this application again")).to_be_visible()
    page.goto("/notifications/settings")
    muted = page.get_by_role("region", name="Muted applications")
    muted.get_by_role("button", name="Notify of Backend Engineer, Harbourline again").click()
    expect(muted).to_contain_text("None.")
    assert applicant.get("/notifications/preferences")["muted_application_ids"] == []


def test_choices_are_saved_one_by_one_and_a_channel_is_tried(visit: Open, applicant: Account) -> None:
    page = visit("/notifications/settings", applicant)
    mail, app = (page.get_by_role("checkbox", name=f"Deadlines: {name}") for name in ("E-mail", "In the app"))
    # Not check() and uncheck(), which look at the box in the very moment of the click; React takes one more.
    for box, is_on in ((mail, True), (app, False)):
        with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
            box.click()
        expect(box).to_be_checked(checked=is_on)
    kinds = applicant.get("/notifications/preferences")["kinds"]
    assert (kinds["deadline"]["email"], kinds["deadline"]["in_app"], kinds["reminder"]["email"]) == (True, False, False)
    expect(page.get_by_role("checkbox", name="Deadlines: Text message")).to_be_disabled()
    page.get_by_role("button", name="Send a test: In the app").click()
    expect(page.get_by_text("The test was taken.")).to_be_visible()
    expect(bell(page)).to_have_accessible_name("Notifications, 1 unread")


def test_a_webhook_shows_its_secret_once(visit: Open, applicant: Account, watch: Watch) -> None:
    watch.expected.append("status of 400")
    page = visit("/notifications/settings", applicant)
    webhook = page.get_by_role("region", name="Webhook")
    webhook.get_by_label("Webhook address").fill("nowhere")
    webhook.get_by_role("button", name="Save").click()
    expect(webhook.get_by_role("alert")).to_be_focused()
    webhook.get_by_label("Webhook address").fill("https://hooks.example.org/jobwise")
    webhook.get_by_role("button", name="Save").click()
    secret = webhook.get_by_text("whsec_")
    expect(secret).to_be_visible()
    first = secret.inner_text()
    webhook.get_by_role("button", name="Make a new secret").click()
    page.get_by_role("dialog").get_by_role("button", name="Make a new secret").click()
    expect(secret).not_to_have_text(first)
    page.reload()
    expect(webhook.get_by_label("Webhook address")).to_have_value("https://hooks.example.org/jobwise")
    expect(secret).to_be_hidden()


@pytest.mark.parametrize("look", LOOKS)
def test_no_state_of_the_notifications_has_a_barrier(visit: Open, applicant: Account, watch: Watch, look: str) -> None:
    watch.expected.append("status of 500")
    problems: list[str] = []

    def check(name: str) -> None:
        problems.extend(f"{name}: {one}" for one in [*violations(page), *overflows(page)])

    page = visit("/notifications", applicant, **LOOKS[look])
    expect(page.get_by_role("heading", name="Nothing has happened yet")).to_be_visible()
    check("never used")
    for status in ("applied", "interviewing"):
        move(applicant, status)
    expect(rows(page)).to_have_count(2)
    page.get_by_role("button", name="Mark as read: Applied").click()
    expect(page.get_by_text("1 unread")).to_be_visible()
    check("the list")
    page.goto("/notifications/settings")
    expect(page.get_by_role("heading", name="Where it goes")).to_be_visible()
    check("the settings")
    page.route("**/notifications?*", fail)
    page.goto("/notifications")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side")
    check("an error")
    assert problems == []
