"""Interview preparation: questions with evidence, practice with feedback, a second try, the sheet on paper."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Account, Open, Watch, overflows, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark", "has_touch": True}
LOOKS: dict[str, dict[str, Any]] = {"desk, light": {"color_scheme": "light"}, "phone, dark": PHONE}
SHORT = "It was basically very hard and we somehow managed."
STORY = (
    "At Lusotrans the booking service lost orders at peak time. My task was to find out why within two weeks. "
    "I measured each query, I rewrote the slowest in PostgreSQL and I added tests. "
    "As a result the service answered twice as fast and no order was lost since."
)


@pytest.fixture
def candidate(newcomer: Account) -> Account:
    """Somebody with one job behind them and one posting that asks for more than they show."""
    account = newcomer
    experience = {
        "title": "Backend Developer",
        "company": "Lusotrans",
        "start_date": "2019",
        "description": "",
        "achievements": ["Kept the booking service in Python and PostgreSQL running for 600 trucks"],
    }
    profile = {"full_name": "Ines Carvalho", "experiences": [experience], "skills": []}
    account.ids["profile"] = account.post("/profiles", json=profile)["id"]
    text = "Backend Engineer at Harbourline\n\nRequirements\n- Python\n- PostgreSQL\n- Kubernetes\n"
    account.ids["job"] = account.post("/jobs", json={"source": "text", "raw_text": text})["id"]
    return account


def prepare(page: Page) -> None:
    """Make a preparation with the dialog and wait for its questions."""
    page.get_by_role("button", name="Prepare for a job").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Choose the questions").click()
    expect(page.get_by_role("heading", name="How far you are")).to_be_visible()


def give(page: Page, answer: str) -> None:
    page.get_by_label("Your answer").fill(answer)
    page.get_by_role("button", name="Get feedback").or_(page.get_by_role("button", name="Try again")).click()


def test_a_question_is_practised_twice_and_the_tries_are_compared(visit: Open, candidate: Account) -> None:
    page = visit("/interviews", candidate)
    expect(page.get_by_role("heading", name="No preparation yet")).to_be_visible()
    prepare(page)
    expect(page.get_by_text("0 of ")).not_to_have_count(0)
    behaviour = page.get_by_role("region", name="Behaviour")
    behaviour.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Outline of an answer")).to_be_visible()
    page.get_by_role("button", name="Get feedback").click()
    expect(page.get_by_text("Write what you would say first")).to_be_visible()
    give(page, SHORT)
    heading = page.get_by_role("heading", name="Feedback on try 1")
    expect(heading).to_be_focused()
    feedback = page.get_by_role("region", name="Feedback on try 1")
    expect(feedback).to_contain_text("Not ready yet")
    expect(feedback.get_by_text("missing").first).to_be_visible()
    page.get_by_label("Your answer").fill(STORY)
    address, window = page.url, page.context
    page.close()
    page = window.new_page()
    page.goto(address)
    expect(page.get_by_label("Your answer")).to_have_value(STORY)
    page.get_by_role("button", name="Try again").click()
    second = page.get_by_role("region", name="Feedback on try 2")
    expect(second).to_contain_text("Compared with the try before")
    expect(second).to_contain_text("more")
    page.get_by_role("button", name="Try 1:").click()
    expect(page.get_by_role("region", name="Your tries")).to_contain_text(SHORT)
    page.get_by_role("link", name="All questions").click()
    progress = page.get_by_role("region", name="How far you are")
    expect(progress).to_contain_text("1 question answered")
    expect(progress).to_contain_text("2 tries")


def test_what_the_profile_does_not_show_is_said_in_words(visit: Open, candidate: Account) -> None:
    page = visit("/interviews", candidate)
    prepare(page)
    expect(page.get_by_role("region", name="To revise")).to_contain_text("Kubernetes")
    gaps = page.get_by_role("region", name="Your gaps")
    gaps.get_by_role("link", name="Kubernetes").first.click()
    expect(page.get_by_role("region", name="Why it is asked")).to_be_visible()
    give(page, "I ran a Kubernetes cluster of 900 nodes at Google for six years and I cut its cost by 73 %.")
    feedback = page.get_by_role("region", name="Feedback on try 1")
    expect(feedback).to_contain_text("Your profile does not show this")
    expect(feedback).to_contain_text("If it is true, add it to your profile.")


def test_the_preparation_is_downloaded_as_pdf_and_markdown(visit: Open, candidate: Account) -> None:
    page = visit("/interviews", candidate)
    prepare(page)
    starts = {"PDF": b"%PDF", "Markdown": b"#"}
    for name, start in starts.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download the preparation as {name}").click()
        assert download.value.path().read_bytes().startswith(start), name


def test_a_deleted_preparation_comes_back_by_undo(visit: Open, candidate: Account) -> None:
    page = visit("/interviews", candidate)
    prepare(page)
    page.goto("/interviews")
    page.get_by_role("button", name="Delete the preparation for").click()
    expect(page.get_by_role("heading", name="No preparation yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Delete the preparation for")).to_be_visible()


def test_who_has_no_profile_is_led_to_one(visit: Open, newcomer: Account) -> None:
    page = visit("/interviews?new=1", newcomer)
    page.get_by_role("dialog").get_by_role("link", name="Import a resume").click()
    expect(page).to_have_url("/profile/import")


@pytest.mark.parametrize("look", LOOKS)
def test_no_state_of_the_preparation_has_a_barrier(visit: Open, candidate: Account, watch: Watch, look: str) -> None:
    watch.expected.append("status of 500")
    problems: list[str] = []

    def check(name: str) -> None:
        problems.extend(f"{name}: {one}" for one in [*violations(page), *overflows(page)])

    page = visit("/interviews?new=1", candidate, **LOOKS[look])
    expect(page.get_by_role("button", name="Choose the questions")).to_be_visible()
    check("the dialog")
    page.keyboard.press("Escape")
    check("never used")
    prepare(page)
    expect(page.get_by_role("region", name="Your gaps")).to_be_visible()
    check("the questions")
    page.get_by_role("region", name="Your gaps").get_by_role("link").first.click()
    give(page, STORY)
    expect(page.get_by_role("region", name="Feedback on try 1")).to_be_visible()
    give(page, SHORT)
    expect(page.get_by_role("region", name="Feedback on try 2")).to_be_visible()
    check("the feedback")
    failure = '{"error": {"code": "internal_error", "message": "Something went wrong on our side", "details": {}}}'
    page.route(
        "**/interview-preps?*", lambda route: route.fulfill(status=500, body=failure, content_type="application/json")
    )
    page.goto("/interviews")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side")
    check("an error")
    assert problems == []
