"""Contact data, headings, titles and dates of a document: edited, checked, undone and kept as its sentences are."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import Account, Open, Watch, fill, overflows, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = "+351 912 345 678"


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("textbox", name=label, exact=True)


def around(field: Locator) -> Locator:
    """Return the field with what is said of it."""
    return field.locator("xpath=ancestor::*[@data-field]")


def job(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=f"{name}: Experience, ").first


def saved(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.get_by_test_id("save-status")).to_have_attribute("data-status", "saved")


def test_contact_data_is_edited_checked_and_taken_back(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    phone = field(page, "Phone")
    phone.fill("+351 555 01")
    expect(around(phone)).to_contain_text("not proven")
    expect(around(phone)).to_contain_text(f"the profile has “{PHONE}”")
    expect(around(phone)).to_contain_text("yours")
    claims = page.get_by_role("alert").filter(has_text="1 claim to review")
    expect(claims).to_contain_text("Phone: +351 555 01")
    assert violations(page) == []
    content = writer.get(f"/documents/{resume}")["content"]
    assert content["header"]["phone"] == "+351 555 01"
    assert [one["path"] for one in content["unproven_fields"]] == ["header/phone"]
    page.get_by_role("tab", name="Checks").click()
    page.get_by_role("region", name="Grounding").get_by_role("button", name="+351 555 01").click()
    expect(phone).to_be_focused()
    around(phone).get_by_role("button", name="Take back to").click()
    expect(phone).to_have_value(PHONE)
    expect(around(phone)).not_to_contain_text("not proven")
    saved(page)
    assert writer.get(f"/documents/{resume}")["content"]["unproven_fields"] == []


def test_title_company_and_dates_are_edited_and_undone_step_by_step(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    for name, text in (("Title", "Principal Engineer"), ("Organization", "Google"), ("From", "June 2019")):
        was = job(page, name).input_value()
        job(page, name).fill(text)
        expect(around(job(page, name))).to_contain_text("not proven")
        expect(around(job(page, name))).not_to_contain_text("not checked")
        assert was != text
    job(page, "To").fill("now")
    job(page, "To").blur()
    expect(job(page, "To")).to_have_value("now")
    expect(job(page, "From")).to_have_value("Jun 2019")
    expect(page.get_by_role("alert").filter(has_text="3 claims to review")).to_contain_text("Organization: Google")
    saved(page)
    kept = next(one for one in writer.get(f"/documents/{resume}")["content"]["sections"] if one["kind"] == "experience")
    entry = kept["items"][0]
    assert (entry["title"], entry["organization"]) == ("Principal Engineer", "Google")
    assert (entry["start_date"], entry["end_date"]) == ("2019-06", None)
    for name, text in (("From", "Mar 2021"), ("Organization", "Mercado Verde"), ("Title", "Software Engineer")):
        page.keyboard.press("Control+z")
        expect(job(page, name)).to_have_value(text)
        expect(job(page, name)).to_be_focused()
    saved(page)
    assert writer.get(f"/documents/{resume}")["content"]["unproven_fields"] == []


def test_a_date_that_cannot_be_read_is_kept_as_typed_and_marked(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    job(page, "From").fill("Autumn 2019")
    expect(around(job(page, "From"))).to_contain_text("not proven")
    job(page, "From").blur()
    expect(job(page, "From")).to_have_value("Autumn 2019")
    page.reload()
    expect(job(page, "From")).to_have_value("Autumn 2019")


def test_a_heading_is_renamed_and_a_boast_is_marked(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    heading = page.locator("article h3 textarea").nth(2)
    heading.fill("Work history")
    saved(page)
    expect(around(heading)).not_to_have_attribute("data-verdict", "ungrounded")
    heading.fill("Award-winning work")
    expect(around(heading)).to_contain_text("not proven")
    expect(page.get_by_role("button", name="Drag Award-winning work")).to_be_visible()
    saved(page)
    assert writer.get(f"/documents/{resume}")["content"]["sections"][2]["title"] == "Award-winning work"


def test_links_are_added_and_removed(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    page.get_by_role("button", name="Add a link").click()
    expect(field(page, "Link 3")).to_be_focused()
    page.keyboard.type("ines.example")
    expect(around(field(page, "Link 3"))).to_contain_text("not proven")
    page.get_by_role("button", name="Remove linkedin.com/in/example-ines").click()
    expect(field(page, "Link 2")).to_have_value("ines.example")
    saved(page)
    links = writer.get(f"/documents/{resume}")["content"]["header"]["links"]
    assert links == ["github.com/example-ines", "ines.example"]
    page.keyboard.press("Control+z")
    expect(field(page, "Link 1")).to_have_value("linkedin.com/in/example-ines")


def test_what_one_knows_better_than_the_profile_becomes_its_fact(visit: Open, newcomer: Account) -> None:
    account = fill(newcomer)
    page = visit(f"/documents/{account.ids['resume']}", account)
    field(page, "Phone").fill("+351 555 02")
    around(field(page, "Phone")).get_by_role("button", name="Change my profile too").click()
    expect(page.get_by_role("region", name="Messages")).to_contain_text("Your profile says so too")
    expect(around(field(page, "Phone"))).not_to_contain_text("not proven")
    assert account.get("/profiles/me")["phone"] == "+351 555 02"
    job(page, "Organization").fill("Mercado Verde, S.A.")
    around(job(page, "Organization")).get_by_role("button", name="Change my profile too").click()
    expect(around(job(page, "Organization"))).not_to_contain_text("not proven")
    companies = [one["company"] for one in account.get("/profiles/me")["experiences"]]
    assert "Mercado Verde, S.A." in companies


def test_a_reload_while_a_field_is_typed_loses_nothing(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    page.route("**/api/v1/documents/*", lambda route: route.continue_() if route.request.method != "PUT" else None)
    field(page, "Name").fill("Inês Carvalho")
    job(page, "Place").fill("Lisbon")
    page.reload()
    expect(page.get_by_text("Text that could not be saved last time was brought back")).to_be_visible()
    expect(field(page, "Name")).to_have_value("Inês Carvalho")
    expect(job(page, "Place")).to_have_value("Lisbon")


def test_fields_changed_elsewhere_show_both_and_lose_neither(
    visit: Open, writer: Account, resume: str, watch: Watch
) -> None:
    watch.expected.append("status of 412")
    page = visit(f"/documents/{resume}", writer)
    expect(field(page, "Phone")).to_have_value(PHONE)
    content = writer.get(f"/documents/{resume}")["content"]
    content["header"]["phone"] = "+351 555 03"
    assert writer.api.put(f"/documents/{resume}", json={"content": content}).status_code == 200
    field(page, "Phone").fill("+351 555 04")
    alert = page.get_by_role("alert").filter(has_text="This document was changed elsewhere")
    expect(alert.get_by_text("Phone: +351 555 03", exact=True)).to_be_visible()
    expect(alert.get_by_text("Phone: +351 555 04", exact=True)).to_be_visible()
    alert.get_by_role("button", name="Go on with version").click()
    expect(field(page, "Phone")).to_have_value("+351 555 03")
    page.get_by_role("button", name="Undo").first.click()
    expect(field(page, "Phone")).to_have_value("+351 555 04")
    saved(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fields_are_edited_on_a_phone(visit: Open, writer: Account, resume: str, scheme: str) -> None:
    options = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme, "has_touch": True}
    page = visit(f"/documents/{resume}", writer, **options)
    field(page, "E-mail").fill("an.address.longer.than.the.screen.of.a.phone.is.wide@somewhere.example.org")
    expect(around(field(page, "E-mail"))).to_contain_text("not proven")
    assert (overflows(page), violations(page)) == ([], [])


def test_the_meter_tells_how_full_the_page_is_while_one_types(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    meter = page.get_by_test_id("page-meter")
    expect(meter).to_have_text(re.compile(r"^1 page, \d+% full$"))
    page.get_by_role("button", name="Add a line").last.click()
    page.keyboard.insert_text("Told the harbour how the tides run. " * 12)
    for _ in range(3):
        page.keyboard.press("Enter")
        page.keyboard.insert_text("Told the harbour how the tides run. " * 12)
    expect(meter).to_have_text(re.compile(r"^2 pages: \d+ lines? over 1 page$"))
    page.get_by_role("button", name="Next page").click()
    expect(page.get_by_role("img", name="page 2")).to_be_visible()
    expect(meter).to_have_text(re.compile(r"^2 pages"))
    page.get_by_role("button", name="Page before").click()
    expect(page.get_by_role("img", name="page 1")).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Control+z")
    expect(meter).to_have_text(re.compile(r"^1 page, \d+% full$"))


def test_what_was_changed_outside_the_sentences_is_compared_and_taken_back(
    visit: Open, writer: Account, resume: str
) -> None:
    document = writer.get(f"/documents/{resume}")
    content = document["content"]
    job = next(section for section in content["sections"] if section["kind"] == "experience")["items"][0]
    title, headline, first = job["title"], content["header"]["headline"], content["sections"][0]["title"]
    job |= {"title": "Head of Engineering", "start_date": "2019-06"}
    content["header"]["headline"] = "Chief Technology Officer"
    content["sections"].append(content["sections"].pop(0))
    answer = writer.api.put(f"/documents/{resume}", json={"content": content})
    assert answer.status_code == 200, answer.text
    page = visit(f"/documents/{resume}?tab=compare&against={document['version_number']}", writer)
    region = page.get_by_role("region", name="What changed")
    rows = region.get_by_role("listitem")
    expect(region.get_by_role("status")).to_have_text("4 changes")
    expect(rows).to_have_count(4)
    expect(rows.filter(has_text="Headline").locator("ins")).to_contain_text("Chief Technology Officer")
    changed = rows.filter(has_text="Title, Head of Engineering, Mercado Verde")
    expect(changed.locator("del")).to_contain_text(title.split()[0])
    expect(rows.filter(has_text="From, Head of Engineering")).to_contain_text("Jun 2019")
    expect(rows.filter(has_text="moved")).to_contain_text(first)
    assert violations(page) == []
    changed.get_by_role("button", name="Take back").click()
    expect(rows).to_have_count(3)
    kept = writer.get(f"/documents/{resume}")["content"]
    experience = next(section for section in kept["sections"] if section["kind"] == "experience")
    assert (experience["items"][0]["title"], experience["items"][0]["start_date"]) == (title, "2019-06")
    region.get_by_role("button", name="Take all back").click()
    expect(region.get_by_role("status")).to_have_text("Nothing differs.")
    back = writer.get(f"/documents/{resume}")["content"]
    assert (back["header"]["headline"], back["sections"][0]["title"]) == (headline, first)


def test_a_letter_may_be_addressed_to_anyone_but_names_no_other_employer_or_title(visit: Open, writer: Account) -> None:
    letter = writer.ids["letter"]
    writer.post(f"/documents/{letter}/versions/1/restore")
    page = visit(f"/documents/{letter}", writer)
    recipient, subject = field(page, "Recipient"), field(page, "Subject")
    recipient.fill("Ms Jane Lee, 12 Dock Road, Rotterdam")
    saved(page)
    expect(around(recipient)).not_to_contain_text("not proven")
    recipient.fill("Globex Corporation")
    expect(around(recipient)).to_contain_text("not proven")
    expect(around(recipient)).to_contain_text("neither the posting's nor yours")
    around(recipient).get_by_role("button", name="Take back to").click()
    subject.fill("Application for Chief Technology Officer")
    expect(around(subject)).to_contain_text("not proven")
    expect(page.get_by_role("alert").filter(has_text="1 claim to review")).to_contain_text("Subject: Application")
    assert violations(page) == []
    saved(page)
    unproven = writer.get(f"/documents/{letter}")["content"]["unproven_fields"]
    assert [one["path"] for one in unproven] == ["subject"]


def test_long_names_and_titles_are_read_in_full_on_a_phone(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer, viewport={"width": 360, "height": 740})
    name = field(page, "Name")
    name.fill("Maria-Magdalena Hohenzollern-Kowalczykiewicz")
    expect(around(name)).to_contain_text("not proven")
    assert name.evaluate("field => field.scrollWidth <= field.clientWidth && field.scrollHeight <= field.clientHeight")
    name.press("End")
    name.press("Enter")
    expect(name).to_have_value("Maria-Magdalena Hohenzollern-Kowalczykiewicz")
    assert overflows(page) == []
