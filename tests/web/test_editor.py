"""The document editor: typing, verdicts, undo, saving through everything that can go wrong, and the page beside it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import PASSWORD, Account, Open, Watch, fill, overflows, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BULLET = "Set up CI/CD with GitHub Actions and Docker; a release now takes 12 minutes instead of a morning"


def line(page: Page, start: str) -> Locator:
    """Return the row of the line that starts so."""
    page.locator("[data-line] textarea").first.wait_for()
    keys = page.locator("[data-line]").evaluate_all(
        "(rows, start) => rows.filter(row => row.querySelector('textarea, input').value.startsWith(start))"
        ".map(row => row.dataset.line)",
        start,
    )
    assert len(keys) == 1, (start, keys)
    return page.locator(f"[data-line='{keys[0]}']")


def saved(page: Page) -> None:
    expect(page.get_by_test_id("save-status")).to_have_attribute("data-status", "saved")


def texts(account: Account, document_id: str) -> list[str]:
    sections = account.get(f"/documents/{document_id}")["content"]["sections"]
    return [one["text"] for section in sections for item in section["items"] for one in item["sentences"]]


def test_an_edited_line_is_saved_and_checked_and_undo_takes_it_back(
    visit: Open, writer: Account, resume: str, watch: Watch
) -> None:
    page = visit(f"/documents/{resume}", writer)
    row = line(page, "Set up CI/CD")
    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        row.locator("textarea").fill(BULLET.replace("12", "5"))
    expect(row).to_contain_text("not proven")
    expect(row).to_contain_text("“5 minutes” is not in the cited facts")
    expect(row).to_contain_text("yours")
    saved(page)
    assert BULLET.replace("12", "5") in texts(writer, resume)
    expect(page.get_by_role("alert").filter(has_text="1 claim to review")).to_be_visible()
    assert violations(page) == []
    row.locator("textarea").press("Control+z")
    expect(row.locator("textarea")).to_have_value(BULLET)
    expect(row).not_to_contain_text("not proven")
    expect(row.locator("textarea")).to_be_focused()
    row.locator("textarea").press("Control+Shift+z")
    expect(row).to_contain_text("not proven")
    row.get_by_role("button", name="Actions for").click()
    page.get_by_role("menuitem", name="Take back to the proven wording").click()
    expect(row.locator("textarea")).to_have_value(BULLET)
    page.keyboard.press("Control+s")
    saved(page)
    assert BULLET in texts(writer, resume)


def test_lines_are_split_joined_moved_and_deleted_from_the_keyboard(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    field = line(page, "Set up CI/CD").locator("textarea")
    field.focus()
    field.press("Control+End")
    field.press("Enter")
    page.keyboard.type("Wrote the manual")
    page.keyboard.press("Alt+ArrowUp")
    expect(line(page, "Wrote the manual").locator("textarea")).to_be_focused()
    page.keyboard.press("Control+s")
    saved(page)
    lines = texts(writer, resume)
    assert lines.index("Wrote the manual") == lines.index(BULLET) - 1
    line(page, "Wrote the manual").get_by_role("button", name="Actions for").press("Enter")
    page.get_by_role("menuitem", name="Delete line").press("Enter")
    expect(line(page, "Set up CI/CD").locator("textarea")).to_be_focused()
    page.get_by_role("button", name="Undo").last.click()
    expect(line(page, "Wrote the manual")).to_be_visible()
    field = line(page, "Wrote the manual").locator("textarea")
    field.fill("")
    field.press("Backspace")
    page.keyboard.press("Control+s")
    saved(page)
    assert "Wrote the manual" not in texts(writer, resume)


def test_a_claim_becomes_a_fact_of_the_profile_and_is_proven(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    field = line(page, "Wrote small Python scripts").locator("textarea")
    field.fill("Wrote small Python scripts that resize 900 product photos a day")
    row = line(page, "Wrote small Python scripts")
    expect(row).to_contain_text("not proven")
    row.get_by_role("button", name="Actions for").click()
    page.get_by_role("menuitem", name="Add to my profile as a fact").click()
    expect(row).to_contain_text("proven")
    expect(row).not_to_contain_text("not proven")
    told = [text for job in writer.get("/profiles/me")["experiences"] for text in job["achievements"]]
    assert "Wrote small Python scripts that resize 900 product photos a day" in told


def test_a_reload_in_the_middle_of_typing_loses_nothing(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    page.route("**/api/v1/documents/*", lambda route: route.continue_() if route.request.method != "PUT" else None)
    line(page, "Set up CI/CD").locator("textarea").fill("Set up CI/CD with Docker")
    page.reload()
    expect(page.get_by_text("Text that could not be saved last time was brought back")).to_be_visible()
    expect(line(page, "Set up CI/CD").locator("textarea")).to_have_value("Set up CI/CD with Docker")
    page.unroute("**/api/v1/documents/*")
    page.keyboard.press("Control+s")
    saved(page)
    assert "Set up CI/CD with Docker" in texts(writer, resume)


def test_a_service_that_is_away_is_waited_for(visit: Open, writer: Account, resume: str, watch: Watch) -> None:
    watch.expected.append("ERR_INTERNET_DISCONNECTED")
    page = visit(f"/documents/{resume}", writer)
    row = line(page, "Set up CI/CD")
    page.context.set_offline(True)
    row.locator("textarea").fill("Set up CI/CD with Docker")
    expect(page.get_by_role("alert").filter(has_text="kept in this browser")).to_be_visible()
    expect(row).to_contain_text("checked once it is saved")
    assert violations(page) == []
    page.context.set_offline(False)
    saved(page)
    assert "Set up CI/CD with Docker" in texts(writer, resume)


def test_a_session_that_ends_while_typing_loses_nothing(visit: Open, newcomer: Account, watch: Watch) -> None:
    watch.expected.append("status of 401")
    account = fill(newcomer)
    page = visit(f"/documents/{account.ids['resume']}", account)
    field = line(page, "Set up CI/CD").locator("textarea")
    assert account.api.post("/auth/logout-all").status_code == 204
    page.wait_for_timeout(1100)  # The service looks at most once a second whether a session is alive.
    field.fill("Set up CI/CD with Docker")
    dialog = page.get_by_role("dialog", name="Your session has ended")
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and go on").click()
    saved(page)
    expect(field).to_have_value("Set up CI/CD with Docker")
    expect(line(page, "Set up CI/CD")).to_contain_text("proven")


def test_a_document_changed_elsewhere_shows_both_and_loses_neither(
    visit: Open, writer: Account, resume: str, watch: Watch
) -> None:
    watch.expected.append("status of 412")
    page = visit(f"/documents/{resume}", writer)
    field = line(page, "Set up CI/CD").locator("textarea")
    content = writer.get(f"/documents/{resume}")["content"]
    content["sections"][2]["items"][0]["sentences"][1]["text"] = "Set up CI/CD with GitHub Actions"
    assert writer.api.put(f"/documents/{resume}", json={"content": content}).status_code == 200
    field.fill("Set up CI/CD with Docker")
    alert = page.get_by_role("alert").filter(has_text="This document was changed elsewhere")
    expect(alert).to_contain_text("Set up CI/CD with Docker")
    expect(alert.get_by_text("Set up CI/CD with GitHub Actions", exact=True)).to_be_visible()
    expect(line(page, "Set up CI/CD")).to_contain_text("not checked: choose a version first")
    expect(page.get_by_text("being checked")).to_have_count(0)
    assert violations(page) == []
    alert.get_by_role("button", name="Go on with version").click()
    expect(line(page, "Set up CI/CD").locator("textarea")).to_have_value("Set up CI/CD with GitHub Actions")
    page.get_by_role("button", name="Undo").first.click()
    expect(line(page, "Set up CI/CD").locator("textarea")).to_have_value("Set up CI/CD with Docker")
    saved(page)


def test_a_flagged_edit_is_found_in_the_comparison_and_the_version_before_it_restored(
    visit: Open, writer: Account, resume: str
) -> None:
    before = writer.get(f"/documents/{resume}")["version_number"]
    page = visit(f"/documents/{resume}", writer)
    row = line(page, "Set up CI/CD")
    row.locator("textarea").fill(BULLET.replace("12", "5"))
    expect(row).to_contain_text("not proven")
    page.get_by_role("tab", name="Versions").click()
    page.get_by_role("button", name=f"Compare version {before}", exact=True).click()
    changes = page.get_by_role("region", name="What changed").get_by_role("listitem")
    expect(changes).to_have_count(1)
    expect(changes.locator("del")).to_have_text("12 ")
    expect(changes.locator("ins")).to_have_text("5 ")
    assert violations(page) == []
    page.get_by_role("tab", name="Versions").click()
    page.get_by_role("button", name=f"Restore version {before}", exact=True).click()
    expect(page.get_by_text(f"Version {before} is back, as version {before + 2}")).to_be_visible()
    page.get_by_role("tab", name="Edit").click()
    expect(line(page, "Set up CI/CD").locator("textarea")).to_have_value(BULLET)
    assert BULLET in texts(writer, resume)
    # The restoring is a step like any other.
    page.get_by_role("button", name="Undo").first.click()
    expect(line(page, "Set up CI/CD").locator("textarea")).to_have_value(BULLET.replace("12", "5"))
    page.keyboard.press("Control+s")
    saved(page)


def test_single_changes_of_the_tailoring_are_taken_back(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}?tab=compare", writer)
    region = page.get_by_role("region", name="What changed")
    added = region.get_by_role("listitem").filter(has_text="Work has included FastAPI")
    expect(added).to_contain_text("added")
    added.get_by_role("button", name="Take back").click()
    expect(added).to_have_count(0)
    assert not [text for text in texts(writer, resume) if text.startswith("Work has included FastAPI")]
    first = region.get_by_role("listitem").first
    first.get_by_role("button", name="Keep").click()
    expect(first).to_contain_text("kept")


def test_template_and_paper_are_chosen_on_ones_own_text_and_kept(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    page.emulate_media(media="print")
    expect(page.locator("body > div > img")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    page.emulate_media(media="screen")
    picture = page.get_by_role("img", name="page 1")
    expect(picture).to_be_visible()
    shown = picture.get_attribute("src")
    page.get_by_role("button", name="Template:").click()
    dialog = page.get_by_role("dialog", name="Choose a template")
    expect(dialog.get_by_role("img", name="Your document in the template")).to_have_count(8)
    assert violations(page) == []
    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        dialog.get_by_role("radio", name="Sidebar").click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Two columns: some tracking systems").last).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        page.get_by_text("Letter", exact=True).click()
    expect(picture).not_to_have_attribute("src", shown or "")
    kept = writer.get(f"/documents/{resume}")
    assert (kept["template"], kept["parameters"]["page_size"]) == ("sidebar", "letter")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download resume as PDF").click()
    assert b"612" in download.value.path().read_bytes()
    writer.api.put(f"/documents/{resume}", json={"template": kept["template"], "page_size": "a4"})


def test_keywords_and_checks_lead_to_the_lines_they_speak_of(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}?tab=keywords", writer, color_scheme="dark")
    asked = page.get_by_role("region", name="What the job asks for")
    expect(asked).to_contain_text("Must have")
    expect(asked.get_by_role("listitem").filter(has_text="Kafka")).to_contain_text("not shown")
    assert violations(page) == []
    asked.get_by_role("button", name="Migrated 40 GB of freight data").first.click()
    expect(line(page, "Migrated 40 GB of freight data").locator("textarea")).to_be_focused()
    page.get_by_role("tab", name="Checks").click()
    expect(page.get_by_role("region", name="Grounding")).to_contain_text("proven by your profile as it is now")
    expect(page.get_by_role("region", name="Applicant tracking systems")).to_contain_text("look at it")
    page.get_by_role("button", name="Make the files and read them").click()
    expect(page.get_by_text("DOCX: everything reads back")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_letter_is_edited_on_a_phone(visit: Open, writer: Account, scheme: str) -> None:
    options = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme, "has_touch": True}
    page = visit(f"/documents/{writer.ids['letter']}", writer, **options)
    field = line(page, "I speak English").locator("textarea")
    field.fill("I speak English and Portuguese.")
    saved(page)
    # The sources are shown below what has the focus, never over it.
    sources = page.locator("section", has=page.get_by_text("Rests on")).last
    expect(sources).to_be_visible()
    written, shown = field.bounding_box(), sources.bounding_box()
    assert written is not None
    assert shown is not None
    assert written["y"] + written["height"] <= shown["y"]
    assert (overflows(page), violations(page)) == ([], [])
    page.get_by_role("tab", name="Page").click()
    expect(page.get_by_role("img", name="page 1")).to_be_visible()
    page.get_by_role("tab", name="Edit").click()
    field.fill("I speak English.")
    saved(page)
