"""The order of a document's sections: changed by drag, by keys and by buttons, each a step of undo."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.conftest import Account, Open, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIRST = ["Summary", "Skills", "Experience", "Projects", "Education", "Certifications", "Languages"]
SKILLS_LAST = [*FIRST[:1], *FIRST[2:], "Skills"]


def order(page: Page, *titles: str) -> None:
    headings = page.locator("article h3 textarea")
    expect(headings).to_have_count(len(titles))
    for place, title in enumerate(titles):
        expect(headings.nth(place)).to_have_value(title)


def kept(page: Page, writer: Account, document_id: str) -> list[str]:
    page.keyboard.press("Control+s")
    expect(page.get_by_test_id("save-status")).to_have_attribute("data-status", "saved")
    sections = writer.get(f"/documents/{document_id}")["content"]["sections"]
    return [section["title"] for section in sections]


def handle(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=f"Drag {title}", exact=True)


def middle(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_section_is_dragged_to_another_place_and_undo_takes_it_back(
    visit: Open, writer: Account, resume: str
) -> None:
    page = visit(f"/documents/{resume}", writer, viewport={"width": 1440, "height": 2000})
    order(page, *FIRST)
    page.mouse.move(*middle(handle(page, "Skills")))
    page.mouse.down()
    target = page.locator("article section", has=page.get_by_role("heading", name="Languages", exact=True))
    page.mouse.move(*middle(target), steps=8)
    expect(target).to_have_attribute("data-drop", "after")
    expect(page.get_by_test_id("live-region")).to_contain_text("Skills, place 7 of 7")
    page.mouse.up()
    order(page, *SKILLS_LAST)
    assert kept(page, writer, resume) == SKILLS_LAST
    page.keyboard.press("Control+z")
    order(page, *FIRST)
    assert kept(page, writer, resume) == FIRST


def test_a_drag_that_is_called_off_changes_nothing(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer, viewport={"width": 1440, "height": 2000})
    order(page, *FIRST)
    page.mouse.move(*middle(handle(page, "Education")))
    page.mouse.down()
    page.mouse.move(*middle(handle(page, "Summary")), steps=8)
    expect(page.locator("[data-drop='before']")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("live-region")).to_contain_text("Education stays at place 5 of 7")
    page.mouse.up()
    order(page, *FIRST)
    expect(page.get_by_role("button", name="Undo").first).to_be_disabled()


def test_a_section_is_moved_with_the_keyboard_alone(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    said = page.get_by_test_id("live-region")
    order(page, *FIRST)
    handle(page, "Skills").focus()
    page.keyboard.press("Space")
    expect(said).to_contain_text("Skills lifted, place 2 of 7. The arrows move it")
    for place in (3, 4):
        page.keyboard.press("ArrowDown")
        expect(said).to_contain_text(f"Skills, place {place} of 7")
        expect(handle(page, "Skills")).to_be_focused()
    order(page, "Summary", "Experience", "Projects", "Skills", "Education", "Certifications", "Languages")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(said).to_contain_text("Skills stays at place 2 of 7")
    order(page, *FIRST)
    expect(handle(page, "Skills")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    expect(said).to_contain_text("Skills put down, place 1 of 7")
    order(page, "Skills", "Summary", *FIRST[2:])
    expect(handle(page, "Skills")).to_be_focused()
    page.keyboard.press("Control+z")
    order(page, *FIRST)
    # A lifted section that one leaves stays where it was.
    handle(page, "Skills").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(said).to_contain_text("Skills stays at place 2 of 7")
    order(page, *FIRST)


def test_a_section_is_moved_by_its_buttons(visit: Open, writer: Account, resume: str) -> None:
    page = visit(f"/documents/{resume}", writer)
    page.get_by_role("button", name="Move Skills up").click()
    order(page, "Skills", "Summary", *FIRST[2:])
    expect(page.get_by_role("button", name="Move Skills up")).to_be_disabled()
    page.get_by_role("button", name="Move Skills down").click()
    order(page, *FIRST)
