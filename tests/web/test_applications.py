"""The board by mouse and by keyboard, the list, an application's page and the dashboard."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import Account, Open, Server, Watch, fill, overflows, register, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def track(account: Account, title: str, company: str, **values: object) -> str:
    """Save a job and put it on the board; return the application's id."""
    text = f"{title} at {company}. We ask for Python and PostgreSQL."
    job = account.post("/jobs", json={"source": "manual", "title": title, "company": company, "description": text})
    made: str = account.post("/applications", json={"job_id": job["id"], **values})["id"]
    return made


@pytest.fixture
def applicant(newcomer: Account) -> Account:
    """Somebody with two jobs of interest and one applied for."""
    account = newcomer
    soon = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    account.ids["first"] = track(account, "Backend Engineer", "Harbourline", deadline=soon)
    account.ids["second"] = track(account, "Data Engineer", "Nordwind")
    account.ids["applied"] = track(account, "Platform Engineer", "Kestrel", status="applied")
    return account


def column(page: Page, status: str) -> Locator:
    return page.get_by_role("region", name=status)


def card(page: Page, account: Account, name: str) -> Locator:
    return page.locator(f"[data-application='{account.ids[name]}']")


def statuses(account: Account) -> dict[str, list[str]]:
    columns = account.get("/applications/board")["columns"]
    return {column["status"]: [item["job"]["title"] for item in column["items"]] for column in columns}


def test_a_card_is_dragged_to_another_column_and_the_move_is_undone(visit: Open, applicant: Account) -> None:
    page = visit("/applications", applicant)
    moving, goal = card(page, applicant, "first"), column(page, "Interviewing")
    expect(goal).to_contain_text("Where somebody talks to you")
    start, end = moving.bounding_box(), goal.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 20, start["y"] + start["height"] - 12)
    page.mouse.down()
    page.mouse.move(end["x"] + 40, end["y"] + 90, steps=8)
    page.mouse.move(end["x"] + 60, end["y"] + 100, steps=4)
    with page.expect_response(lambda answer: "/position" in answer.url and answer.ok):
        page.mouse.up()
    expect(goal.get_by_role("listitem")).to_have_count(1)
    expect(goal.get_by_role("heading")).to_have_text("Interviewing1")
    assert statuses(applicant)["interviewing"] == ["Backend Engineer"]
    with page.expect_response(lambda answer: "/position" in answer.url and answer.ok):
        page.get_by_role("button", name="Undo").click()
    expect(column(page, "Interested").get_by_role("listitem")).to_have_count(2)
    assert statuses(applicant)["interviewing"] == []


def test_a_card_is_lifted_moved_and_dropped_with_keys_and_each_step_is_told(visit: Open, applicant: Account) -> None:
    page = visit("/applications", applicant)
    told = page.get_by_test_id("live-region")
    handle = page.get_by_role("button", name="Move Backend Engineer, Harbourline with the keyboard")
    handle.focus()
    page.keyboard.press("Space")
    expect(told).to_contain_text("lifted. Interested, place 1 of 2")
    page.keyboard.press("ArrowDown")
    expect(told).to_contain_text("Interested, place 2 of 2")
    page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("Applied, place 2 of 2")
    expect(handle).to_be_focused()
    with page.expect_response(lambda answer: "/position" in answer.url and answer.ok):
        page.keyboard.press("Space")
    expect(told).to_contain_text("moved to Applied")
    expect(handle).to_be_focused()
    assert statuses(applicant)["applied"] == ["Platform Engineer", "Backend Engineer"]


@pytest.mark.parametrize("width", [1280, 360])
def test_cards_and_rows_say_how_long_each_has_been_in_its_stage(visit: Open, newcomer: Account, width: int) -> None:
    application = track(newcomer, "Platform Engineer", "Kestrel")
    before = (datetime.now(UTC) - timedelta(days=3)).isoformat()
    moved = newcomer.api.put(f"/applications/{application}/status", json={"status": "applied", "occurred_at": before})
    assert moved.status_code == 200
    assert moved.json()["status_since"] == newcomer.get(f"/applications/{application}")["status_since"]
    page = visit("/applications", newcomer, viewport={"width": width, "height": 800})
    moving = page.locator("[data-application]")
    expect(moving).to_contain_text("3 days here")
    assert overflows(page) == []
    page.goto("/applications?view=list")
    expect(page.get_by_text("3 days").locator("visible=true")).to_be_in_viewport(ratio=1)
    assert overflows(page) == []
    page.goto("/applications?status=applied")
    page.get_by_role("button", name="Move Platform Engineer, Kestrel to", exact=True).click()
    with page.expect_response(lambda answer: "/position" in answer.url and answer.ok):
        page.get_by_role("menuitem", name="Offer").click()
    page.goto("/applications?status=offer")
    expect(moving).to_contain_text("Since today")


@pytest.fixture
def sender(server: Server) -> Iterator[Account]:
    """Somebody with a resume and a letter for a job of interest."""
    account = fill(register(server))
    account.ids["application"] = account.post("/applications", json={"job_id": account.ids["job"]})["id"]
    yield account
    account.api.close()


def sent_with(account: Account) -> tuple[str | None, str | None, list[str]]:
    """Return the resume and the letter of the application, and the ids of what its timeline says was sent."""
    path = f"/applications/{account.ids['application']}"
    events = account.get(f"{path}/timeline")["items"]
    found = account.get(path)
    return (
        found["resume_document_id"],
        found["cover_letter_document_id"],
        sorted(event["document_id"] for event in events if event["kind"] == "document_sent"),
    )


def test_a_move_to_applied_asks_which_documents_were_sent_and_undo_forgets_them(visit: Open, sender: Account) -> None:
    page = visit("/applications", sender)
    page.get_by_role("button", name=re.compile("^Move .* to$")).click()
    page.get_by_role("menuitem", name="Applied").click()
    ask = page.get_by_role("group", name="Which resume did you send?")
    expect(ask).to_be_visible()
    expect(page.get_by_test_id("live-region")).to_contain_text("Which resume did you send? S to answer")
    assert violations(page) == []
    assert statuses(sender)["applied"] != []
    page.keyboard.press("s")
    with page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        page.keyboard.press("Enter")
    letter = page.get_by_role("group", name="Which cover letter did you send?")
    expect(letter.get_by_role("button").first).to_be_focused()
    assert sent_with(sender) == (sender.ids["resume"], None, [sender.ids["resume"]])
    with page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        letter.get_by_role("button", name="version 1").click()
    expect(letter).to_be_hidden()
    both = sorted((sender.ids["resume"], sender.ids["letter"]))
    assert sent_with(sender) == (sender.ids["resume"], sender.ids["letter"], both)
    expect(column(page, "Applied")).to_contain_text("2 documents")
    page.get_by_role("button", name="Undo").click()
    expect(column(page, "Interested").get_by_role("listitem")).to_have_count(1)
    expect(column(page, "Interested")).not_to_contain_text("documents")
    deadline = time.monotonic() + 10
    while sent_with(sender) != (None, None, []):
        assert time.monotonic() < deadline, sent_with(sender)
        time.sleep(0.1)


@pytest.mark.parametrize("view", ["", "?view=list"])
def test_the_question_is_skipped_by_one_key_and_not_asked_where_the_answer_is_known(
    visit: Open, sender: Account, view: str
) -> None:
    page = visit(f"/applications{view}", sender, viewport={"width": 360, "height": 740})
    mover = page.get_by_role("button", name=re.compile("^Move .* to$"))
    ask = page.get_by_role("group", name="Which resume did you send?")
    mover.click()
    page.get_by_role("menuitem", name="Applied").click()
    expect(ask).to_be_visible()
    assert overflows(page) == []
    page.keyboard.press("Escape")
    expect(ask).to_be_hidden()
    assert sent_with(sender) == (None, None, [])
    path = f"/applications/{sender.ids['application']}"
    given = {"resume_document_id": sender.ids["resume"], "cover_letter_document_id": sender.ids["letter"]}
    assert sender.api.patch(path, json={"status": "interested", **given}).status_code == 200
    page.goto(f"/applications{view}")
    mover.click()
    page.get_by_role("menuitem", name="Applied").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(page.get_by_role("group", name="did you send?")).to_have_count(0)


def test_an_applications_own_page_asks_what_was_sent_and_undo_leaves_no_trace(visit: Open, sender: Account) -> None:
    path = f"/applications/{sender.ids['application']}"
    before = sender.get(path)
    page = visit(path, sender, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="Applied").click()
    ask = page.get_by_role("group", name="Which resume did you send?")
    expect(ask).to_be_visible()
    expect(page.get_by_text("S to answer, Escape to skip")).to_be_hidden()
    expect(page.get_by_test_id("live-region")).not_to_contain_text("S to answer")
    assert overflows(page) == []
    with page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        ask.get_by_role("button", name="version 1").click()
    assert sent_with(sender) == (sender.ids["resume"], None, [sender.ids["resume"]])
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("combobox", name="Status")).to_have_value("Interested")
    deadline = time.monotonic() + 10
    while sent_with(sender) != (None, None, []):
        assert time.monotonic() < deadline, sent_with(sender)
        time.sleep(0.1)
    after = sender.get(path)
    assert (after["status"], after["status_since"], after["applied_at"]) == ("interested", before["status_since"], None)
    assert sender.get(f"{path}/timeline")["total"] == 0


def test_escape_puts_a_lifted_card_back(visit: Open, applicant: Account) -> None:
    page = visit("/applications", applicant)
    handle = page.get_by_role("button", name="Move Backend Engineer, Harbourline with the keyboard")
    handle.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(column(page, "Applied").get_by_role("listitem")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(column(page, "Applied").get_by_role("listitem")).to_have_count(1)
    expect(handle).to_be_focused()
    assert len(statuses(applicant)["interested"]) == 2


def test_a_move_that_the_service_refuses_is_taken_back_with_the_reason(
    visit: Open, applicant: Account, watch: Watch
) -> None:
    watch.expected.append("409")
    page = visit("/applications", applicant)
    refusal = '{"error": {"code": "conflict", "message": "It was changed elsewhere", "details": {}}}'
    page.route("**/position", lambda route: route.fulfill(status=409, body=refusal, content_type="application/json"))
    page.get_by_role("button", name="Move Platform Engineer, Kestrel to", exact=True).click()
    page.get_by_role("menuitem", name="Offer").click()
    expect(page.get_by_role("alert")).to_contain_text("It was changed elsewhere")
    expect(column(page, "Applied").get_by_role("listitem")).to_have_count(1)


def test_the_menu_moves_a_card_on_a_phone_and_the_stages_are_tabs(visit: Open, applicant: Account) -> None:
    page = visit("/applications", applicant, viewport={"width": 360, "height": 740})
    page.get_by_role("tab", name="Applied 1").click()
    page.get_by_role("button", name="Move Platform Engineer, Kestrel to", exact=True).click()
    with page.expect_response(lambda answer: "/position" in answer.url and answer.ok):
        page.get_by_role("menuitem", name="Offer").click()
    expect(page.get_by_role("tab", name="Offer 1")).to_be_visible()
    assert overflows(page) == []


def test_on_a_phone_the_board_opens_at_the_first_stage_that_holds_something(visit: Open, newcomer: Account) -> None:
    track(newcomer, "Platform Engineer", "Kestrel", status="applied")
    track(newcomer, "Backend Engineer", "Harbourline", status="offer")
    page = visit("/applications", newcomer, viewport={"width": 360, "height": 740})
    expect(page.get_by_role("tab", name="Applied 1")).to_have_attribute("aria-selected", "true")
    expect(page.locator("[data-application]")).to_have_count(1)
    expect(page.locator("[data-application]")).to_contain_text("Platform Engineer")
    assert overflows(page) == []


def test_board_and_list_share_the_filters_of_the_address(visit: Open, applicant: Account) -> None:
    page = visit("/applications?due=week", applicant)
    expect(page.locator("[data-application]")).to_have_count(1)
    page.get_by_text("List", exact=True).click()
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page).to_have_url("/applications?due=week&view=list")
    page.goto("/applications?view=list&q=kestrel")
    expect(page.get_by_role("row")).to_have_count(2)
    page.goto("/applications?q=nowhere")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("[data-application]")).to_have_count(3)


def test_a_saved_job_is_put_on_the_board(visit: Open, newcomer: Account) -> None:
    newcomer.post("/jobs", json={"source": "manual", "title": "Analyst", "company": "Acme", "description": "SQL."})
    page = visit("/applications", newcomer)
    expect(page.get_by_role("heading", name="No applications yet")).to_be_visible()
    page.locator("main").get_by_role("button", name="Add application").last.click()
    page.get_by_role("dialog").get_by_label("Saved job").click()
    page.get_by_role("option", name="Analyst, Acme").click()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(column(page, "Interested").get_by_role("listitem")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/applications", "/applications?view=list"])
def test_axe_finds_nothing(visit: Open, applicant: Account, path: str, scheme: str) -> None:
    page = visit(path, applicant, color_scheme=scheme)
    expect(page.get_by_text("Backend Engineer").first).to_be_visible()
    assert violations(page) == []


def test_an_application_keeps_its_next_action_entries_people_and_reminders(visit: Open, applicant: Account) -> None:
    page = visit(f"/applications/{applicant.ids['first']}", applicant)
    page.get_by_label("What to do next").fill("Call the recruiter")
    page.get_by_role("region", name="Next action").get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Next action")).to_contain_text("Call the recruiter")
    timeline = page.get_by_role("region", name="Timeline")
    timeline.get_by_label("What happened").fill("They like Python.")
    timeline.get_by_role("button", name="Save entry").click()
    expect(timeline.get_by_role("listitem").filter(has_text="They like Python.")).to_have_count(1)
    timeline.get_by_role("button", name="Delete Note").click()
    expect(timeline).not_to_contain_text("They like Python.")
    page.keyboard.press("Control+z")
    expect(timeline.get_by_role("listitem").filter(has_text="They like Python.")).to_have_count(1)
    timeline.get_by_label("What happened").fill("Half a thought")
    page.reload()
    expect(timeline.get_by_label("What happened")).to_have_value("Half a thought")
    people = page.get_by_role("region", name="People")
    people.get_by_text("Add person").first.click()
    people.get_by_role("button", name="Add person").click()
    expect(people.get_by_role("alert")).to_contain_text("Name")
    people.get_by_label("Name").fill("Mara Lind")
    people.get_by_role("button", name="Add person").click()
    expect(people.get_by_role("listitem").filter(has_text="Mara Lind")).to_have_count(1)
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="Applied").click()
    expect(timeline.get_by_role("listitem").filter(has_text="From Interested to Applied")).to_have_count(1)
    page.get_by_role("button", name="Done").click()
    expect(timeline.get_by_role("listitem").filter(has_text="Done: Call the recruiter")).to_have_count(1)
    expect(page.get_by_label("What to do next")).to_have_value("")


def test_the_timeline_shows_one_kind_as_the_address_says(visit: Open, applicant: Account) -> None:
    path = f"/applications/{applicant.ids['applied']}"
    applicant.post(f"{path}/events", json={"kind": "note", "body": "A word."})
    page = visit(f"{path}?kind=note", applicant)
    expect(page.get_by_role("region", name="Timeline").get_by_role("listitem")).to_have_count(1)
    page.goto(f"{path}?kind=interview")
    expect(page.get_by_role("heading", name="Nothing of this kind")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_an_application(visit: Open, applicant: Account, scheme: str) -> None:
    page = visit(f"/applications/{applicant.ids['applied']}", applicant, color_scheme=scheme)
    expect(page.get_by_role("heading", name="Platform Engineer")).to_be_visible()
    expect(page.get_by_role("region", name="Timeline").get_by_role("listitem").first).to_be_visible()
    assert violations(page) == []


def cut(page: Page, within: Locator) -> list[str]:
    """Return the texts of what does not fit its own box or the window."""
    found: list[str] = within.evaluate(
        """within => [...within.querySelectorAll('a, button, p, span, h2')].filter(element => {
            const box = element.getBoundingClientRect();
            return box.width > 1 && element.innerText.trim() &&
                (box.right > window.innerWidth || element.scrollWidth > element.clientWidth + 1 && element.clientWidth);
        }).map(element => element.innerText)"""
    )
    return found


def test_a_long_name_pushes_nothing_out_of_sight_on_a_phone(visit: Open, newcomer: Account) -> None:
    company = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    track(newcomer, "Staff Software Engineer, Payments Reliability", company)
    phone = {"width": 360, "height": 740}
    page = visit("/applications?view=list", newcomer, viewport=phone)
    row = page.get_by_role("row").filter(has_text=company)
    move = row.get_by_role("button", name="Move Staff Software Engineer")
    expect(move).to_be_in_viewport(ratio=1)
    expect(row.get_by_text("Interested").locator("visible=true")).to_be_in_viewport(ratio=1)
    assert (cut(page, row), overflows(page)) == ([], [])
    page.goto("/jobs")
    expect(row.get_by_role("link", name="Staff Software Engineer")).to_be_in_viewport(ratio=1)
    assert (cut(page, row), overflows(page)) == ([], [])


def test_what_is_due_today_is_not_past_and_what_is_sent_is_not_due(visit: Open, newcomer: Account) -> None:
    today = datetime.now().astimezone().date().isoformat()
    for title, status in (("Baker", "interested"), ("Carpenter", "applied")):
        job = {"source": "manual", "title": title, "company": "Acme", "description": "Work.",
               "application_deadline": today}  # fmt: skip
        newcomer.post("/applications", json={"job_id": newcomer.post("/jobs", json=job)["id"], "status": status})
    page = visit("/dashboard", newcomer)
    actions = page.get_by_role("region", name="Next actions")
    expect(actions.get_by_role("listitem")).to_have_count(1)
    expect(actions).to_contain_text("Apply to Baker, Acme")
    expect(actions).to_contain_text("today")
    page.goto("/applications")
    expect(column(page, "Interested")).to_contain_text("Due today")
    expect(column(page, "Applied")).to_contain_text("Since today")
    expect(column(page, "Applied")).not_to_contain_text("Due")
    page.goto("/applications?view=list&due=week")
    expect(page.get_by_role("row").filter(has_text="Acme")).to_have_count(1)


def test_the_dashboard_links_each_stage_and_counts_quiet_weeks(visit: Open, applicant: Account) -> None:
    page = visit("/dashboard", applicant)
    weeks = page.get_by_role("region", name="Applications per week")
    expect(weeks.get_by_role("row")).to_have_count(9)
    expect(weeks).to_contain_text("1 application sent this week so far. 1 more than the week before.")
    page.get_by_role("link", name="2 now: show Interested").click()
    expect(page.get_by_role("row").filter(has_text="Interested")).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_statistics_show_and_hand_out_their_figures(visit: Open, applicant: Account, scheme: str) -> None:
    page = visit("/dashboard", applicant, color_scheme=scheme)
    page.get_by_role("link", name="All statistics").click()
    stages = page.get_by_role("region", name="How long each stage took")
    expect(stages.get_by_role("row").filter(has_text="Interested")).to_contain_text("too few")
    done = page.get_by_role("region", name="What you did, day by day")
    expect(done).to_contain_text("4 steps on 1 day.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV: How far applications got").click()
    assert download.value.suggested_filename == "jobwise-funnel.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[:3] == ["Stage,Ever reached,Of the stage before", "Interested,3,", "Applied,1,"]
    done.get_by_text("As a table").click()
    assert (violations(page), overflows(page)) == ([], [])


def test_an_interview_goes_to_the_calendar_and_its_address_is_a_link(visit: Open, applicant: Account) -> None:
    path = f"/applications/{applicant.ids['first']}"
    at, address = "2031-03-04T14:00:00Z", "https://meet.example.org/abc"
    event = {"kind": "interview", "title": "Talk, second", "occurred_at": at, "location": address}
    made = applicant.post(f"{path}/events", json=event)
    page = visit(path, applicant)
    timeline = page.get_by_role("region", name="Timeline")
    expect(timeline.get_by_role("link", name=address)).to_have_attribute("href", address)
    with page.expect_download() as download:
        timeline.get_by_role("button", name="Save Talk, second: Backend Engineer, Harbourline to your calendar").click()
    assert download.value.suggested_filename == "jobwise-event.ics"
    text = download.value.path().read_text(encoding="utf-8")
    assert f"UID:{made['id']}@jobwise" in text
    assert "DTSTART:20310304T140000Z" in text
    assert "SUMMARY:Talk\\, second: Backend Engineer\\, Harbourline" in text


def test_notes_are_saved_by_themselves_and_found(visit: Open, applicant: Account) -> None:
    page = visit(f"/applications/{applicant.ids['second']}", applicant)
    notes = page.get_by_role("region", name="Notes")
    with page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        notes.get_by_label("Notes on this application").fill("Asked for Kubernetes twice.")
    expect(notes.get_by_test_id("save-state")).to_contain_text("Saved")
    page.get_by_role("link", name="All applications").click()
    page.get_by_label("Search applications").fill("kubernetes")
    page.get_by_role("link", name="Data Engineer").click()
    expect(page.get_by_label("Notes on this application")).to_have_value("Asked for Kubernetes twice.")
    page.reload()
    expect(page.get_by_label("Notes on this application")).to_have_value("Asked for Kubernetes twice.")
