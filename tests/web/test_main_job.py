"""From sign-up to both downloads, as a newcomer does it."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.integration.server import ROOT
from tests.web.conftest import PASSWORD, Account, Open, Watch, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
POSTING = (ROOT / "samples" / "posting.txt").read_text(encoding="utf-8")


@dataclass(slots=True)
class Hand:
    """A mouse that counts."""

    clicks: int = 0

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1


def sign_up(page: Page, hand: Hand, email: str) -> None:
    page.get_by_label("Full name").fill("Ines Carvalho")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    hand.click(page.get_by_role("button", name="Create account"))


def test_from_sign_up_to_both_downloads_in_twelve_clicks_and_two_minutes(visit: Open) -> None:
    page, hand, started = visit("/register"), Hand(), time.monotonic()
    sign_up(page, hand, "main-job@example.org")
    hand.click(page.get_by_role("link", name="Import resume"))
    with page.expect_file_chooser() as chooser:
        hand.click(page.get_by_role("button", name="Choose a file"))
    chooser.value.set_files(ROOT / "samples" / "resume.pdf")
    expect(page.get_by_label("E-mail")).to_have_value("ines.carvalho@example.org")
    hand.click(page.get_by_role("button", name="Save as my profile"))
    page.get_by_label("Posting or address").fill(POSTING)
    hand.click(page.get_by_role("button", name="Read posting"))
    expect(page.get_by_label("Title")).to_have_value("Senior Backend Engineer (Python)")
    hand.click(page.get_by_role("button", name="Save job"))
    expect(page.get_by_role("heading", name="How you match")).to_be_visible()
    hand.click(page.get_by_role("button", name="Tailor resume and letter"))
    hand.click(page.get_by_role("button", name="Start", exact=True))
    expect(page.get_by_role("heading", name="Your documents")).to_be_visible(timeout=60_000)
    files = {}
    for name in ("resume", "cover letter"):
        with page.expect_download() as download:
            hand.click(page.get_by_role("button", name=f"Download {name} as PDF"))
        files[download.value.suggested_filename] = download.value.path().read_bytes()
        expect(page.get_by_text("PDF: everything reads back").first).to_be_visible()
    assert [name.endswith(".pdf") and data.startswith(b"%PDF") for name, data in files.items()] == [True, True]
    assert (hand.clicks <= 12, time.monotonic() - started <= 120) == (True, True), (hand.clicks, started)


def test_a_pasted_posting_is_read_without_a_button(visit: Open, newcomer: Account) -> None:
    page = visit("/jobs/new", newcomer)
    page.get_by_label("Posting or address").focus()
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData('text', text);
            document.activeElement.dispatchEvent(
                new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        POSTING,
    )
    expect(page.get_by_role("heading", name="What was understood")).to_be_visible()


def test_what_was_understood_can_be_mended_before_it_is_saved_and_after(visit: Open, newcomer: Account) -> None:
    page = visit("/jobs/new", newcomer)
    page.get_by_label("Posting or address").fill(POSTING)
    page.get_by_role("button", name="Read posting").click()
    page.get_by_label("Company").fill("Harbourline Logistics B.V.")
    page.get_by_role("button", name="Save job").click()
    expect(page.get_by_text("Harbourline Logistics B.V.")).to_be_visible()
    (saved,) = newcomer.get("/jobs")["items"]
    assert (saved["company"], saved["title"]) == ("Harbourline Logistics B.V.", "Senior Backend Engineer (Python)")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Edit the job").click()
    dialog = page.get_by_role("dialog", name="Edit the job")
    assert violations(page) == []
    dialog.get_by_label("Title").fill("Backend Engineer")
    dialog.get_by_label("Text of the posting").fill("Requirements\n- Rust and Kubernetes")
    dialog.get_by_role("button", name="Save changes").click()
    expect(page.get_by_role("heading", name="Backend Engineer", exact=True)).to_be_visible()
    mended = newcomer.get(f"/jobs/{saved['id']}")
    assert {word["keyword"] for word in mended["parsed_keywords"]} == {"Rust", "Kubernetes"}
    assert (mended["company"], mended["title"]) == ("Harbourline Logistics B.V.", "Backend Engineer")


def test_an_address_that_cannot_be_read_keeps_what_was_typed(visit: Open, newcomer: Account, watch: Watch) -> None:
    watch.expected.append("422")
    page = visit("/jobs/new", newcomer)
    page.get_by_label("Posting or address").fill("http://127.0.0.1:9/gone")
    page.get_by_role("button", name="Read posting").click()
    expect(page.get_by_role("alert")).to_contain_text("could not be read")
    expect(page.get_by_label("Posting or address")).to_have_value("http://127.0.0.1:9/gone")


def test_the_match_leads_from_a_keyword_to_the_words_of_the_posting(visit: Open, regular: Account) -> None:
    page = visit(f"/jobs/{regular.ids['job']}", regular)
    page.get_by_role("button", name="Show PostgreSQL in the posting").or_(
        page.get_by_role("button", name="PostgreSQL", exact=True)
    ).first.click()
    marked = page.locator("mark[data-current]").first
    expect(marked).to_contain_text("PostgreSQL")
    expect(marked).to_be_focused()
    assert page.locator("section", has_text="The posting, as saved").inner_text().count("Harbourline") >= 2


def test_a_gap_is_denied_with_the_keyboard_undone_and_taken_back_later(visit: Open, newcomer: Account) -> None:
    resume = newcomer.post("/resumes", files={"file": ("r.md", (ROOT / "samples/resume.md").read_bytes())})
    profile = newcomer.post("/profiles/import", json={"resume_id": resume["id"]})["profile"]
    job = newcomer.post("/jobs", json={"source": "text", "raw_text": POSTING})
    page = visit(f"/jobs/{job['id']}", newcomer)
    deny = page.get_by_role("button", name="I do not have it: Kafka")
    change = page.get_by_role("button", name="Change what you said about Kafka")

    def denied() -> object:
        return newcomer.get(f"/profiles/{profile['id']}/denied-skills")["skills"]

    deny.focus()
    page.keyboard.press("Enter")
    expect(change).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Noted: no Kafka.")
    assert denied() == ["Kafka"]
    page.keyboard.press("Control+z")
    expect(deny).to_be_focused()
    expect(page.get_by_test_id("live-region")).to_have_text("Taken back: Kafka is an open gap again")
    assert denied() == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Noted: no Kafka.")
    page.reload()
    row = page.get_by_role("listitem").filter(has=change)
    expect(row).to_contain_text("You said you do not have it")
    expect(row.get_by_role("link", name="Have it?")).to_have_count(0)
    assert violations(page) == []
    change.click()
    expect(page.get_by_role("listitem").filter(has=deny).get_by_role("link", name="Have it?")).to_be_visible()


def test_what_was_denied_stands_in_the_profile_until_it_is_taken_back_or_added(visit: Open, newcomer: Account) -> None:
    resume = newcomer.post("/resumes", files={"file": ("r.md", (ROOT / "samples/resume.md").read_bytes())})
    profile = newcomer.post("/profiles/import", json={"resume_id": resume["id"]})["profile"]
    newcomer.api.patch(f"/profiles/{profile['id']}/denied-skills", json={"add": ["Kafka", "Scala"]}).raise_for_status()
    page = visit("/profile", newcomer)
    denied = page.get_by_role("region", name="What you said you do not have")
    expect(denied.get_by_role("button")).to_have_count(2)
    assert violations(page) == []
    denied.get_by_role("button", name="Take back: I do not have Kafka").click()
    expect(denied.get_by_role("button")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(denied.get_by_role("button")).to_have_count(2)
    page.get_by_label("Add skills: Technical").fill("Scala")
    page.get_by_label("Add skills: Technical").press("Enter")
    expect(denied.get_by_role("button")).to_have_count(1)
    assert newcomer.get(f"/profiles/{profile['id']}/denied-skills")["skills"] == ["Kafka"]


def test_a_sentence_shows_the_facts_it_rests_on_by_pointer_and_by_keyboard(visit: Open, regular: Account) -> None:
    page = visit(f"/documents/{regular.ids['resume']}", regular)
    sources = page.get_by_role("region", name="Sources")
    page.locator("textarea", has_text="Migrated 40 GB of freight data from MySQL to PostgreSQL").first.hover()
    expect(sources).to_contain_text("Migrated 40 GB")
    expect(sources).to_contain_text("Backend Developer, Lusotrans")
    page.locator("textarea", has_text="Automated the monthly customs report").first.focus()
    expect(sources).to_contain_text("Automated the monthly customs report")
    expect(page.get_by_role("img", name="page 1")).to_be_visible()


def test_a_reload_in_the_middle_of_the_work_shows_where_it_stands(visit: Open, newcomer: Account) -> None:
    resume = newcomer.post("/resumes", files={"file": ("r.md", (ROOT / "samples/resume.md").read_bytes())})
    profile = newcomer.post("/profiles/import", json={"resume_id": resume["id"]})["profile"]
    job = newcomer.post("/jobs", json={"source": "text", "raw_text": POSTING})
    page = visit(f"/jobs/{job['id']}?tailor=1", newcomer)
    assert profile["is_active"]
    expect(page.get_by_role("checkbox", name="Resume")).to_be_focused()
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url("**/generations/**")
    page.reload()
    expect(page.get_by_role("heading", name="Your documents")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Open and edit")).to_have_count(2, timeout=60_000)


def test_the_jobs_are_sorted_by_their_headings_and_the_address_keeps_it(visit: Open, newcomer: Account) -> None:
    for title, company in (("Baker", "Zeta"), ("Carpenter", "Acme"), ("Driver", "Mews")):
        newcomer.post("/jobs", json={"source": "manual", "title": title, "company": company, "description": title})
    page = visit("/jobs", newcomer)
    heading = page.get_by_role("columnheader", name="Company")
    for order, expected in (("ascending", ["Carpenter", "Driver", "Baker"]),
                            ("descending", ["Baker", "Driver", "Carpenter"])):  # fmt: skip
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute("aria-sort", order)
        expect(page.get_by_role("rowgroup").last.get_by_role("link")).to_have_text(expected)
    page.reload()
    expect(page.get_by_role("rowgroup").last.get_by_role("link")).to_have_text(expected)


def test_the_states_of_a_run_fit_a_phone_and_a_failure_names_its_stage(
    visit: Open, regular: Account, watch: Watch
) -> None:
    watch.expected.append("net::ERR_FAILED")
    run = regular.get(f"/generations/{regular.ids['resume_generation']}")
    writing = run["progress"]["stages"][2]
    now = datetime.now(UTC)
    shown = run | {"status": "generating", "engine": "llm", "result": None,
                   "created_at": (now - timedelta(seconds=20)).isoformat(),
                   "progress": run["progress"] | {"percent": 46, "stage": writing["name"]}}  # fmt: skip
    page = visit(None, regular, viewport={"width": 360, "height": 740})
    page.route(f"**/api/v1/generations/{run['id']}", lambda route: route.fulfill(json=shown))
    page.route(f"**/api/v1/generations/{run['id']}/events*", lambda route: route.abort())
    page.goto(f"/generations/{run['id']}")
    cancel = page.get_by_role("button", name="Cancel")
    expect(cancel).to_be_visible()
    whole = "button => [button, ...button.children].every(part => part.scrollWidth <= part.clientWidth)"
    assert cancel.evaluate(whole)
    letter, newer = regular.ids["letter_generation"], str(uuid4())
    page.route(f"**/api/v1/generations/{run['id']}/regenerate", lambda route: route.fulfill(json=run | {"id": newer}))
    page.route(f"**/api/v1/generations/{newer}", lambda route: route.fulfill(json=run | {"id": newer}))
    page.goto(f"/generations/{run['id']}?with={letter}")
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(f"**/generations/{newer}?with={letter}")
    expect(page.get_by_role("link", name="Open and edit")).to_have_count(2)
    writing["status"] = "failed"
    shown |= {"status": "failed", "error_message": "The language model did not answer within 60 seconds."}
    page.goto(f"/generations/{letter}?with={run['id']}")
    page.get_by_role("button", name="Try again with the same options").click()
    page.wait_for_url(f"**/generations/{letter}?with={newer}")
    expect(page.get_by_role("link", name="Open and edit")).to_have_count(2)
    page.goto(f"/generations/{run['id']}")
    expect(page.get_by_role("heading", name="Tailoring did not work")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("It stopped at “Writing”")
    again = page.get_by_role("button", name="Try again with the same options")
    expect(again).to_be_in_viewport(ratio=1)
    assert again.evaluate(whole)
