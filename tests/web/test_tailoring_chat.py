"""The tailoring chat: questions, answers as the facts they become, dropped lines, changes to keep or to take back."""

import json
import time
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.integration.server import ROOT
from tests.web.conftest import Account, Open, Watch, overflows, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
POSTING = (ROOT / "samples" / "posting.txt").read_text(encoding="utf-8")
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark", "has_touch": True}
LOOKS: dict[str, dict[str, Any]] = {"desk, light": {"color_scheme": "light"}, "phone, dark": PHONE}
# Playwright hands the page's sockets to the test, which can let them fall and keep them from coming up again.
DROP = "Socket dropped by the test"


@pytest.fixture(scope="session")
def candidate_facts() -> dict[str, Any]:
    """A short resume: one skill of the posting is not shown, one line has no number, so two questions come."""
    experience = {
        "title": "Backend Developer",
        "company": "Lusotrans",
        "start_date": "2019",
        "description": "",
        "achievements": ["Kept the booking service in Python and PostgreSQL running"],
    }
    return {"full_name": "Ines Carvalho", "experiences": [experience], "skills": []}


@pytest.fixture
def candidate(newcomer: Account, candidate_facts: dict[str, Any]) -> Account:
    account = newcomer
    account.ids["profile"] = account.post("/profiles", json=candidate_facts)["id"]
    text = "Backend Engineer at Harbourline\n\nRequirements\n- Python\n- PostgreSQL\n- Kafka\n"
    account.ids["job"] = account.post("/jobs", json={"source": "text", "raw_text": text})["id"]
    return account


def begin(account: Account) -> str:
    started = account.post(
        "/tailoring-sessions", data={"profile_id": account.ids["profile"], "job_id": account.ids["job"]}
    )
    made: str = started["id"]
    return made


def session_of(account: Account, session_id: str, *wanted: str) -> dict[str, Any]:
    """Return the session once it has one of the states."""
    deadline = time.monotonic() + 20
    while True:
        session = account.get(f"/tailoring-sessions/{session_id}")
        if session["status"] in wanted:
            return session
        assert time.monotonic() < deadline, session["status"]
        time.sleep(0.1)


def finish(account: Account, session_id: str) -> dict[str, Any]:
    """Skip every question over the API and return the finished session."""
    session = session_of(account, session_id, "waiting_for_input", "completed")
    while session["question"]:
        answer = {"question_id": session["question"]["question_id"], "answer": ""}
        assert account.api.post(f"/tailoring-sessions/{session_id}/answers", json=answer).status_code == 202
        session = account.get(f"/tailoring-sessions/{session_id}")
    return session_of(account, session_id, "completed")


def log(page: Page) -> Locator:
    return page.get_by_role("log", name="Conversation")


def resume(page: Page) -> Locator:
    return page.get_by_role("region", name="Your resume")


def test_a_question_is_answered_and_the_fact_is_seen_before_it_is_saved(visit: Open, candidate: Account) -> None:
    page = visit(f"/tailoring?job={candidate.ids['job']}", candidate)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("heading", name="Question 1 of 2")).to_be_visible()
    expect(log(page)).to_contain_text("Why: The posting requires Kafka, and your resume does not show it.")
    page.get_by_text("Yes, at Lusotrans").click()
    preview = page.get_by_role("status").filter(has_text="This becomes part of your profile")
    expect(preview).to_contain_text("Kafka")
    assert candidate.get(f"/profiles/{candidate.ids['profile']}")["skills"] == []
    page.get_by_role("button", name="Save answer").click()
    expect(page.get_by_role("heading", name="Question 2 of 2")).to_be_visible()
    expect(page.get_by_role("group", name="Question 2 of 2")).to_be_focused()
    expect(log(page)).to_contain_text("Added to your profile as told by you in this session")
    (skill,) = candidate.get(f"/profiles/{candidate.ids['profile']}")["skills"]
    assert skill["name"] == "Kafka"
    page.get_by_label("Your answer").fill("many people")
    expect(page.get_by_text("There is no number in that")).to_be_visible()
    page.get_by_role("button", name="Skip").click()
    expect(log(page)).to_contain_text("Your resume is ready")
    expect(page.get_by_label("Say what should change")).to_be_focused()
    # As when a phone's keyboard comes up: what was last said stays in sight.
    page.set_viewport_size({"width": 1280, "height": 420})
    page.wait_for_function(
        "() => { const { scrollHeight, scrollTop, clientHeight } = document.querySelector('[role=log]');"
        " return scrollHeight > clientHeight && scrollHeight - scrollTop - clientHeight < 2 }"
    )
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(resume(page)).to_contain_text("Kafka")
    expect(resume(page)).to_contain_text("2019 – now")
    line = resume(page).locator("[data-kind=added]").filter(has_text="Kafka").first
    line.get_by_text("Evidence").click()
    expect(line.get_by_role("link").first).to_be_visible()


def test_a_dropped_line_and_a_reload_lose_nothing_and_double_nothing(
    visit: Open, candidate: Account, watch: Watch
) -> None:
    watch.expected.append("WebSocket")
    sockets: list[Any] = []
    is_cut = [False]

    def on_socket(socket: Any) -> None:
        sockets.append(socket)
        if is_cut[0]:
            socket.close(code=1011, reason=DROP)
        else:
            socket.connect_to_server()

    page = visit(None, candidate)
    page.route_web_socket("**/ws/tailoring/**", on_socket)
    session_id = begin(candidate)
    page.goto(f"/tailoring/{session_id}")
    expect(page.get_by_role("heading", name="Question 1 of 2")).to_be_visible()
    deadline = time.monotonic() + 20
    while not sockets and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    is_cut[0] = True
    sockets[-1].close(code=1011, reason=DROP)
    expect(page.get_by_text("The live line is down")).to_be_visible()
    page.get_by_label("Your answer").fill("Yes, at Lus")
    # What happens elsewhere while the line is down is seen by looking, and what was typed stays.
    said = candidate.api.post(f"/tailoring-sessions/{session_id}/chat", json={"message": "one page please"})
    assert said.status_code == 202
    expect(log(page)).to_contain_text("Noted; I will write it that way.")
    expect(page.get_by_label("Your answer")).to_have_value("Yes, at Lus")
    page.reload()
    expect(page.get_by_label("Your answer")).to_have_value("Yes, at Lus")
    expect(page.get_by_text("This becomes part of your profile")).to_be_visible()
    page.get_by_role("button", name="Save answer").click()
    expect(page.get_by_role("heading", name="Question 2 of 2")).to_be_visible()
    is_cut[0] = False
    expect(page.get_by_text("The live line is down")).to_be_hidden()
    assert "after=" in sockets[-1].url
    page.get_by_role("button", name="Skip").click()
    expect(log(page)).to_contain_text("Your resume is ready")
    asked = log(page).get_by_text("Do you have experience with Kafka, and from where?")
    expect(asked).to_have_count(1)
    expect(log(page).get_by_text("one page please")).to_have_count(1)
    page.reload()
    expect(log(page).get_by_text("one page please")).to_have_count(1)
    expect(log(page)).to_contain_text("Your resume is ready")


def test_a_change_is_taken_back_one_is_kept_and_the_chat_undoes(visit: Open, candidate: Account) -> None:
    session_id = begin(candidate)
    finish(candidate, session_id)
    page = visit(f"/tailoring/{session_id}", candidate)
    expect(resume(page)).to_contain_text("Version 1")
    changes = resume(page).get_by_role("checkbox")
    number = changes.count()
    assert number >= 1
    changes.first.uncheck()
    page.reload()
    expect(changes.first).not_to_be_checked()
    resume(page).get_by_role("button", name="Take back 1 change").click()
    expect(resume(page)).to_contain_text("Version 2")
    expect(log(page)).to_contain_text("Taken back: ")
    resume(page).get_by_role("button", name="Keep all changes").click()
    expect(resume(page)).to_contain_text("You kept all changes of this version.")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(resume(page)).to_contain_text("Version 3")
    page.get_by_label("Say what should change").fill("what is missing?")
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Kafka")
    expect(page.get_by_label("Say what should change")).to_have_value("")


def test_a_stopped_session_keeps_what_was_written(visit: Open, candidate: Account) -> None:
    session_id = begin(candidate)
    finish(candidate, session_id)
    page = visit(f"/tailoring/{session_id}", candidate)
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Cancel")).to_be_focused()
    page.get_by_role("dialog").get_by_role("button", name="Stop the session").click()
    expect(log(page)).to_contain_text("The session was stopped.")
    expect(page.get_by_label("Say what should change")).to_be_hidden()
    expect(resume(page).get_by_role("link", name="Open and edit")).to_be_visible()
    expect(page.get_by_role("link", name="Start another session")).to_be_visible()


def test_a_resume_file_and_a_pasted_posting_are_enough_to_start(visit: Open, newcomer: Account) -> None:
    page = visit("/tailoring", newcomer)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("2 fields need your attention")
    page.locator("input[type=file]").set_input_files(ROOT / "samples" / "resume.md")
    page.get_by_label("Posting or address").fill(POSTING)
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("heading", name="Question 1 of")).to_be_visible()
    page.goto("/tailoring")
    expect(page.get_by_role("link", name="Senior Backend Engineer (Python), Harbourline Logistics")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_no_state_of_the_chat_has_a_barrier(visit: Open, candidate: Account, watch: Watch, look: str) -> None:
    watch.expected.append("status of 500")
    problems: list[str] = []

    def check(name: str) -> None:
        problems.extend(f"{name}: {one}" for one in [*violations(page), *overflows(page)])

    page = visit("/tailoring", candidate, **LOOKS[look])
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    check("never used")
    session_id = begin(candidate)
    page.goto(f"/tailoring/{session_id}")
    page.get_by_text("Yes, at Lusotrans").click()
    expect(page.get_by_text("This becomes part of your profile")).to_be_visible()
    check("a question")
    finish(candidate, session_id)
    expect(log(page)).to_contain_text("Your resume is ready")
    check("the conversation")
    if look.startswith("phone"):
        page.get_by_text("Resume, ").click()
    expect(resume(page)).to_contain_text("Version 1")
    check("the resume")
    failure = '{"error": {"code": "internal_error", "message": "Something went wrong on our side", "details": {}}}'
    page.route(
        "**/tailoring-sessions?*",
        lambda route: route.fulfill(status=500, body=failure, content_type="application/json"),
    )
    page.goto("/tailoring")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side")
    check("an error")
    assert problems == []


def test_a_session_at_work_stands_in_the_tray_of_every_page_until_it_waits(visit: Open, candidate: Account) -> None:
    session_id = begin(candidate)
    session = session_of(candidate, session_id, "waiting_for_input")
    before = {**session, "status": "analyzing", "progress": 40, "question": None, "messages": session["messages"][:1]}
    asked = {"seq": before["messages"][0]["seq"] + 1, "type": "human_input_required", **session["question"]}
    listed = {"items": [before], "total": 1, "limit": 10, "offset": 0}
    lines: list[WebSocketRoute] = []
    page = visit(None, candidate)
    page.route(f"**/tailoring-sessions/{session_id}", lambda route: route.fulfill(json=before))
    page.route("**/tailoring-sessions?**", lambda route: route.fulfill(json=listed))
    page.route_web_socket("**/ws/tailoring/**", lambda line: lines.append(line))  # noqa: PLW0108 - as `Watch` has it
    page.goto("/jobs")
    tray = page.get_by_role("button", name="Running work, 1")
    tray.click()
    expect(page.get_by_role("dialog", name="Running work")).to_contain_text("Tailoring chat")
    expect(page.get_by_role("progressbar", name="Tailoring chat")).to_have_attribute("aria-valuenow", "40")
    assert violations(page) == []
    page.get_by_role("link", name="Tailoring chat").click()
    expect(page).to_have_url(f"/tailoring/{session_id}")
    expect(page.get_by_role("progressbar", name="Progress of the session")).to_be_visible()
    assert len(lines) == 1
    listed["items"] = [session]
    lines[0].send(json.dumps(asked))
    expect(page.get_by_role("button", name="Running work", exact=True)).to_be_visible()
