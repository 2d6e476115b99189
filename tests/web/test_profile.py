"""The profile editor: it saves by itself, loses nothing, and every change can be taken back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.integration.server import ROOT
from tests.web.conftest import Account, Open, Server, Watch, overflows, register, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OPEN = ".mantine-Accordion-item[data-active]"
SAVED = "[data-testid=save-state]"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def candidate(server: Server) -> Iterator[Account]:
    account = register(server)
    resume = account.post("/resumes", files={"file": ("resume.pdf", (ROOT / "samples/resume.pdf").read_bytes())})
    account.ids["profile"] = account.post("/profiles/import", json={"resume_id": resume["id"]})["profile"]["id"]
    yield account
    account.api.close()


def stored(account: Account) -> dict[str, Any]:
    return account.get(f"/profiles/{account.ids['profile']}")


def saved(page: Page) -> None:
    """Wait until nothing is on its way any more."""
    expect(page.locator(SAVED)).to_contain_text("Saved at")


def open_profile(visit: Open, account: Account, **options: object) -> Page:
    page = visit("/profile", account, **options)
    expect(page.get_by_label("Headline")).to_be_visible()
    return page


def test_what_is_typed_is_saved_by_itself_at_the_precision_it_was_given(visit: Open, candidate: Account) -> None:
    page = open_profile(visit, candidate)
    page.get_by_label("Headline").fill("Backend engineer · Ünïcode 数")
    roles = page.get_by_role("region", name="Experience")
    roles.get_by_role("button", name="Add role").click()
    page.keyboard.type("Apprentice")
    role = roles.locator(OPEN).last
    role.get_by_label("Company").fill("Padaria Sol")
    role.get_by_label("From").fill("Mar 2014")
    role.get_by_label("To", exact=True).fill("2015")
    role.get_by_label("Achievement 1", exact=True).fill("Baked bread")
    page.keyboard.press("Enter")
    page.keyboard.type("Sold 40 loaves a day")
    saved(page)
    profile = stored(candidate)
    assert profile["headline"] == "Backend engineer · Ünïcode 数"
    role_kept = profile["experiences"][-1]
    assert (role_kept["start_date"], role_kept["end_date"]) == ("2014-03", "2015")
    assert role_kept["achievements"] == ["Baked bread", "Sold 40 loaves a day"]
    page.reload()
    expect(page.get_by_role("button", name="Apprentice, Padaria Sol Mar 2014 – 2015")).to_be_visible()


def test_a_wrong_date_is_said_at_the_field_and_holds_only_its_list_back(visit: Open, candidate: Account) -> None:
    page = open_profile(visit, candidate)
    page.get_by_role("button", name="Backend Developer, Lusotrans").first.click()
    end = page.locator(OPEN).get_by_label("To", exact=True)
    end.fill("2001")
    page.get_by_label("Phone").fill("+351 1")
    expect(page.locator(SAVED)).to_contain_text("mend the marked fields")
    expect(page.get_by_text("This is before the start")).to_be_visible()
    end.fill("some day")
    page.get_by_label("Phone").focus()
    expect(page.get_by_text("Write a year, a month and year")).to_be_visible()
    end.fill("now")
    page.get_by_label("Phone").focus()
    saved(page)
    profile = stored(candidate)
    assert profile["phone"] == "+351 1"
    assert profile["experiences"][1]["end_date"] is None


def test_entries_and_statements_move_by_key_and_keep_the_focus(visit: Open, candidate: Account) -> None:
    page = open_profile(visit, candidate)
    first = page.get_by_role("button", name="Software Engineer, Mercado Verde").first
    first.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_test_id("live-region")).to_contain_text("is now 2 of 3")
    expect(first).to_be_focused()
    down = page.get_by_role("button", name="Move Software Engineer, Mercado Verde down")
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    first.focus()
    page.keyboard.press("Enter")
    statement = page.locator(OPEN).get_by_label("Achievement 1", exact=True)
    text = statement.input_value()
    statement.press("Alt+ArrowDown")
    expect(page.locator(OPEN).get_by_label("Achievement 2", exact=True)).to_be_focused()
    saved(page)
    role = stored(candidate)["experiences"][-1]
    assert role["company"] == "Mercado Verde"
    assert role["achievements"][1] == text


def test_a_removed_entry_comes_back_as_the_same(visit: Open, candidate: Account) -> None:
    before = stored(candidate)["experiences"]
    page = open_profile(visit, candidate)
    name = "Backend Developer, Lusotrans"
    remove = page.get_by_role("button", name=f"Remove {name}")
    remove.click()
    expect(remove).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(remove).to_be_visible()
    assert stored(candidate)["experiences"] == before
    remove.click()
    page.get_by_role("button", name="Close").click()
    saved(page)
    assert [role["id"] for role in stored(candidate)["experiences"]] == [before[0]["id"], before[2]["id"]]


def test_skills_are_added_many_at_once_and_never_twice(visit: Open, candidate: Account) -> None:
    page = open_profile(visit, candidate)
    technical = page.get_by_role("region", name="Technical")
    box = technical.get_by_role("textbox", name="Add skills")
    box.fill("Terraform, python, Ansible")
    box.press("Enter")
    expect(technical.get_by_role("button", name="Ansible")).to_be_visible()
    box.fill("Python")
    box.press("Enter")
    expect(technical.get_by_text("These are in the list already")).to_be_visible()
    technical.get_by_role("button", name="Terraform").click()
    technical.get_by_label("Level").fill("two years")
    technical.get_by_role("button", name="Done").click()
    expect(technical.get_by_role("button", name="Terraform · two years")).to_be_focused()
    saved(page)
    names = [skill["name"] for skill in stored(candidate)["skills"] if skill["category"] == "technical"]
    assert names[-2:] == ["Terraform", "Ansible"]
    assert len(names) == len({name.casefold() for name in names})


def test_what_was_changed_elsewhere_is_merged_and_collisions_are_shown(
    visit: Open, candidate: Account, watch: Watch
) -> None:
    watch.expected.append("status of 412")
    page = open_profile(visit, candidate)
    path = f"/profiles/{candidate.ids['profile']}"
    candidate.api.patch(path, json={"headline": "From elsewhere", "phone": "+351 2", "website": "example.org"})
    page.get_by_label("Headline").fill("From here")
    page.get_by_label("Phone").fill("+351 3")
    page.get_by_role("region", name="Contact and summary").get_by_label("Location").fill("Braga")
    alert = page.get_by_role("alert").filter(has_text="2 fields were changed here and elsewhere")
    expect(alert).to_contain_text("From elsewhere")
    expect(alert).to_contain_text("From here")
    # What only one side touched is in already, and nothing typed is gone.
    expect(page.get_by_label("Website")).to_have_value("example.org")
    expect(page.get_by_role("textbox", name="Headline")).to_have_value("From here")
    assert stored(candidate)["location"] != "Braga"
    assert violations(page) == []
    alert.get_by_role("radiogroup", name="What to keep: Phone").get_by_text("Take theirs").click()
    alert.get_by_role("button", name="Save what I chose").click()
    saved(page)
    profile = stored(candidate)
    assert [profile[name] for name in ("headline", "phone", "location", "website")] == [
        "From here", "+351 2", "Braga", "example.org",
    ]  # fmt: skip


def test_a_closed_tab_and_a_service_that_is_away_lose_nothing(visit: Open, candidate: Account, watch: Watch) -> None:
    watch.expected.append("ERR_INTERNET_DISCONNECTED")
    page = open_profile(visit, candidate)
    page.context.set_offline(True)
    page.get_by_label("Headline").fill("Typed on the train")
    expect(page.get_by_role("alert")).to_contain_text("kept in this browser")
    assert violations(page) == []
    tab = page.context.new_page()
    page.close()
    tab.context.set_offline(False)
    watch.attach(tab)
    tab.goto("/profile")
    expect(tab.get_by_label("Headline")).to_have_value("Typed on the train")
    saved(tab)
    assert stored(candidate)["headline"] == "Typed on the train"
    assert tab.evaluate("Object.keys(localStorage).filter(name => name.startsWith('jobwise-unsaved'))") == []


def test_an_old_version_is_compared_and_come_back_to(visit: Open, candidate: Account) -> None:
    path = f"/profiles/{candidate.ids['profile']}"
    candidate.api.patch(path, json={"headline": "Second thought"})
    candidate.api.patch(path, json={"headline": "Third thought"})
    page = open_profile(visit, candidate)
    page.get_by_role("button", name="Compare version 2 with now").click()
    dialog = page.get_by_role("dialog", name="Version 2 and now")
    expect(dialog).to_contain_text("Second thought")
    expect(dialog).to_contain_text("Third thought")
    assert violations(page) == []
    dialog.get_by_role("button", name="Go back to version 2").click()
    expect(page.get_by_label("Headline")).to_have_value("Second thought")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Headline")).to_have_value("Third thought")
    assert stored(candidate)["version"] == 5


def test_the_profile_leaves_as_json_resume(visit: Open, candidate: Account) -> None:
    page = open_profile(visit, candidate)
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as found:
        page.get_by_role("menuitem", name="JSON Resume").click()
    document = json.loads(Path(found.value.path()).read_text(encoding="utf-8"))
    assert document["basics"]["name"] == "Ines Carvalho"
    assert len(document["work"]) == 3


def test_an_empty_profile_says_what_helps_next(visit: Open, newcomer: Account) -> None:
    page = visit("/profile", newcomer)
    expect(page.get_by_role("heading", name="No profile yet")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Start from scratch").click()
    expect(page.get_by_label("Full name")).to_have_value("Ines Carvalho")
    steps = page.get_by_role("region", name="How complete it is")
    steps.get_by_role("button", name="A role or project").click()
    expect(page.get_by_role("button", name="Add role")).to_be_focused()
    assert violations(page) == []


@pytest.mark.parametrize(("scheme", "viewport"), [("light", None), ("dark", PHONE)])
def test_axe_finds_nothing(visit: Open, regular: Account, scheme: str, viewport: dict[str, int] | None) -> None:
    options = {"viewport": viewport} if viewport else {}
    page = open_profile(visit, regular, color_scheme=scheme, **options)
    page.get_by_role("button", name="Software Engineer, Mercado Verde").first.click()
    page.get_by_role("region", name="Technical").get_by_role("button", name="Python").click()
    expect(page.get_by_role("region", name="What it comes to")).to_contain_text("years of work")
    assert violations(page) == []
    assert overflows(page) == []


def test_a_second_resume_is_reviewed_on_a_phone_without_sideways_scroll(visit: Open, regular: Account) -> None:
    page = visit("/profile/import", regular, viewport={"width": 360, "height": 740})
    page.locator("input[type=file]").set_input_files(ROOT / "samples" / "resume.pdf")
    expect(page.get_by_role("radio", name="Make a second profile")).to_be_attached()
    # The profile was made of this very file.
    expect(page.get_by_role("status").filter(has_text="Your profile has everything this file says.")).to_be_visible()
    expect(page.get_by_role("button", name="Add to my profile")).to_be_disabled()
    assert overflows(page) == []


def test_a_resume_is_merged_into_the_profile_section_by_section(visit: Open, candidate: Account) -> None:
    before = stored(candidate)
    page = visit("/profile/import", candidate)
    text = "Ines Carvalho\nines@other.example\n\nExperience\nWaiter, Bistro Azul, Porto\n2010 - 2012\n\n"
    text += "Skills\nCobol, Python\n"
    file = FilePayload(name="old.txt", mimeType="text/plain", buffer=text.encode())
    page.locator("input[type=file]").set_input_files(file)
    work = page.get_by_role("region", name="Experience")
    expect(work).to_contain_text("Waiter, Bistro Azul")
    expect(work).to_contain_text("1 new")
    skills = page.get_by_role("region", name="Skills, languages and certificates")
    expect(skills).to_contain_text("1 new, 1 already there")
    contact = page.get_by_role("region", name="Contact and summary")
    expect(contact).to_contain_text(f"your profile keeps “{before['email']}”")
    # What is merged as it was read is shown as text: nothing there looks as if it could be typed into.
    assert page.get_by_role("textbox").count() == 0
    expect(page.get_by_role("status").filter(has_text="2 new entries")).to_be_visible()
    work.get_by_role("switch", name="Include Experience").click(force=True)
    expect(work).not_to_contain_text("Bistro Azul")
    expect(page.get_by_role("status").filter(has_text="1 new entry")).to_be_visible()
    assert violations(page) == []
    assert overflows(page) == []
    page.get_by_role("button", name="Add to my profile").click()
    expect(page.get_by_text("1 entry added, 0 completed")).to_be_visible()
    after = stored(candidate)
    assert [skill["name"] for skill in after["skills"][len(before["skills"]) :]] == ["Cobol"]
    same = ("experiences", "email", "full_name", "education", "custom_fields")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
