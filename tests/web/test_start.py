"""The first minutes of a new account."""

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Account, Open, violations

pytestmark = pytest.mark.browser


def test_sample_data_comes_and_goes_and_takes_nothing_else_with_it(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    page.get_by_role("button", name="Try it with sample data").click()
    expect(page.get_by_role("link", name="Tailor", exact=True)).to_be_visible()
    own = newcomer.post("/jobs", json={"source": "text", "raw_text": "Baker\n\nRequirements\n- Bread"})
    assert violations(page) == []
    page.get_by_role("button", name="Remove sample data").click()
    expect(page.get_by_role("button", name="Remove sample data")).to_have_count(0)
    assert [job["id"] for job in newcomer.get("/jobs")["items"]] == [own["id"]]
    assert [newcomer.get(path)["total"] for path in ("/profiles", "/resumes", "/documents", "/generations")] == [0] * 4


def test_sample_data_goes_with_the_documents_that_were_made_of_it(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    page.get_by_role("button", name="Try it with sample data").click()
    page.get_by_role("link", name="Tailor", exact=True).click()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("link", name="Open and edit")).to_have_count(2, timeout=60_000)
    page.get_by_role("link", name="Dashboard").first.click()
    expect(page.get_by_role("heading", name="Three steps to your first tailored application")).to_have_count(0)
    page.get_by_role("button", name="Remove sample data").click()
    expect(page.get_by_role("button", name="Try it with sample data")).to_be_visible()
    assert [newcomer.get(path)["total"] for path in ("/jobs", "/profiles", "/documents", "/generations")] == [0] * 4


def test_the_steps_can_be_put_aside_and_taken_up_again(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    steps = page.get_by_role("heading", name="Three steps to your first tailored application")
    page.get_by_role("button", name="Hide these steps").click()
    expect(steps).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="Show the first steps").click()
    expect(steps).to_be_visible()
