"""The settings: the account, where it is signed in, what leaves the server, and its end."""

import json
import zipfile
from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.web.conftest import PASSWORD, Account, Open, Watch, overflows, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEW = "Correct-Horse-10"
PHONE = {"width": 360, "height": 740}


def test_the_account_is_changed_part_by_part(visit: Open, newcomer: Account, watch: Watch) -> None:
    watch.expected.append("status of 40")
    page = visit("/settings", newcomer)
    account = page.get_by_role("region", name="Account")
    account.get_by_label("Full name").fill("Inês Carvalho")
    account.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Account saved")).to_be_visible()
    assert newcomer.get("/auth/me")["full_name"] == "Inês Carvalho"
    account.get_by_role("button", name="Send the mail again").click()
    expect(page.get_by_text("A mail with a link is on its way")).to_be_visible()
    password = page.get_by_role("region", name="Password")
    password.get_by_label("Password now", exact=True).fill("Wrong-Horse-9")
    password.get_by_label("New password", exact=True).fill("short")
    password.get_by_role("button", name="Change password").click()
    expect(password.get_by_role("alert")).to_contain_text("1 field needs your attention")
    password.get_by_label("New password", exact=True).fill(NEW)
    password.get_by_role("button", name="Change password").click()
    expect(password.get_by_role("alert")).to_contain_text("password")
    expect(password.get_by_label("New password", exact=True)).to_have_value(NEW)
    assert violations(page) == []
    password.get_by_label("Password now", exact=True).fill(PASSWORD)
    password.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Every other device was signed out")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Settings", exact=True)).to_be_visible()


def test_a_device_is_signed_out_and_then_all(visit: Open, newcomer: Account) -> None:
    page = visit("/settings", newcomer)
    sessions = page.get_by_role("region", name="Where you are signed in")
    # The registration of the test, the sign-in of this browser's cookie.
    expect(sessions.get_by_role("listitem")).to_have_count(2)
    expect(sessions.get_by_text("this browser")).to_have_count(1)
    sessions.get_by_role("button", name="Sign out python-httpx").click()
    expect(sessions.get_by_role("listitem")).to_have_count(1)
    sessions.get_by_role("button", name="Sign out everywhere").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_without_a_model_it_says_that_nothing_leaves_the_server(visit: Open, newcomer: Account) -> None:
    page = visit("/dashboard", newcomer)
    page.get_by_role("link", name="Nothing leaves this server").click()
    page.wait_for_url("**/settings#privacy")
    privacy = page.get_by_role("region", name="Engine and privacy")
    expect(privacy).to_contain_text("Nothing leaves this server")
    expect(privacy).to_contain_text("No call has left this server for you.")
    expect(privacy.get_by_role("switch")).to_have_count(0)


def test_a_model_is_switched_on_with_what_is_sent_beside_it(visit: Open, newcomer: Account) -> None:
    page = visit(None, newcomer)
    status = {"configured": True, "enabled": False, "provider": "openai", "host": "llm.example.org", "model": "m-1"}
    call = {
        "id": "1", "generation_id": None, "purpose": "word_resume", "provider": "openai", "host": "llm.example.org",
        "model": "m-1", "data_kinds": ["summary", "job posting"], "input_tokens": 900, "output_tokens": 100,
        "cost_estimate": 0.0012, "status": "completed", "created_at": "2026-03-14T12:00:00Z",
    }  # fmt: skip
    ledger = {"items": [call], "total": 1, "limit": 10, "offset": 0}
    # The model is another service: its answers are set here, the switch is the service's own.
    page.route("**/api/v1/llm", lambda route: route.fulfill(json=status))
    page.route("**/api/v1/llm/calls?*", lambda route: route.fulfill(json=ledger))
    page.goto("/settings")
    privacy = page.get_by_role("region", name="Engine and privacy")
    expect(privacy).to_contain_text("It is off for you")
    expect(privacy).to_contain_text("Your name, address, phone, e-mail and links.")
    expect(privacy.get_by_role("row").last).to_contain_text("1,000 tokens")
    privacy.get_by_role("switch", name="Allow the language model").click(force=True)
    expect(privacy).to_contain_text("Sends to llm.example.org when you ask for it")
    assert newcomer.get("/auth/me")["llm_enabled"] is True
    assert violations(page) == []


def test_the_calendar_link_is_shown_once_and_works(visit: Open, newcomer: Account) -> None:
    page = visit("/settings", newcomer)
    calendar = page.get_by_role("region", name="Calendar")
    calendar.get_by_role("button", name="Make a link").click()
    expect(calendar).to_contain_text("The link is a secret")
    first = calendar.get_by_label("Calendar link").input_value()
    assert page.request.get(first).ok
    assert violations(page) == []
    calendar.get_by_role("button", name="Make a new link").click()
    expect(calendar.get_by_label("Calendar link")).not_to_have_value(first)
    assert page.request.get(first).status == 401


def test_appearance_and_keys_are_kept_in_the_browser(visit: Open, newcomer: Account) -> None:
    page = visit("/settings", newcomer, color_scheme="light")
    section = page.get_by_role("region", name="Appearance and keys")
    section.get_by_text("Dark", exact=True).click()
    section.get_by_role("switch", name="Single-key shortcuts").uncheck(force=True)
    page.reload()
    expect(section.get_by_role("switch")).not_to_be_checked()
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == "dark"


def test_everything_is_taken_along_and_the_account_deleted(visit: Open, newcomer: Account, watch: Watch) -> None:
    watch.expected.append("status of 40")
    newcomer.post("/profiles", json={"full_name": "Ines Carvalho"})
    page = visit("/settings", newcomer)
    with page.expect_download() as found:
        page.get_by_role("button", name="Download everything").click()
    with zipfile.ZipFile(found.value.path()) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".json"))
    assert "Ines Carvalho" in json.dumps(text)
    page.get_by_role("button", name="Delete my account").click()
    dialog = page.get_by_role("dialog", name="Delete the account")
    expect(dialog.get_by_label(f"Type {newcomer.email}")).to_be_focused()
    dialog.get_by_label(f"Type {newcomer.email}").fill("somebody@else.org")
    dialog.get_by_label("Password", exact=True).fill("Wrong-Horse-9")
    dialog.get_by_role("button", name="Delete everything now").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("This is not the address of your account")
    assert violations(page) == []
    dialog.get_by_label(f"Type {newcomer.email}").fill(newcomer.email)
    dialog.get_by_role("button", name="Delete everything now").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("password")
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Delete everything now").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert newcomer.api.post("/auth/login", json={"email": newcomer.email, "password": PASSWORD}).status_code == 401


@pytest.mark.parametrize(("scheme", "viewport"), [("light", None), ("dark", PHONE)])
def test_axe_finds_nothing(visit: Open, regular: Account, scheme: str, viewport: dict[str, int] | None) -> None:
    options = {"viewport": viewport} if viewport else {}
    page = visit("/settings", regular, color_scheme=scheme, **options)
    expect(page.get_by_role("region", name="System")).to_contain_text("Version")
    expect(page.get_by_role("region", name="Where you are signed in").get_by_role("listitem").first).to_be_visible()
    assert violations(page) == []
    assert overflows(page) == []


def test_settings_are_found_by_any_of_their_words_and_keep_what_is_typed(visit: Open, newcomer: Account) -> None:
    page = visit("/settings", newcomer)
    parts = page.locator("main section:visible")
    expect(parts).to_have_count(9)
    page.get_by_role("region", name="Account").get_by_label("Full name").fill("Half typed")
    page.get_by_role("searchbox", name="Search settings").fill("stor")
    expect(parts).to_have_count(1)
    expect(page.get_by_role("region", name="Your data")).to_be_visible()
    expect(page.get_by_test_id("live-region")).to_contain_text("1 part fits")
    page.get_by_role("navigation", name="Settings on this page").get_by_role("link", name="Your data").click()
    expect(page).to_have_url("/settings?q=stor#data")
    page.get_by_role("searchbox", name="Search settings").fill("nonsense")
    page.get_by_role("button", name="Show all settings").click()
    expect(parts).to_have_count(9)
    expect(page.get_by_role("region", name="Account").get_by_label("Full name")).to_have_value("Half typed")


def test_the_room_that_files_take_stands_there_in_plain_numbers(visit: Open, regular: Account) -> None:
    page = visit("/settings#data", regular)
    used = regular.get("/auth/account/storage")
    data = page.get_by_role("region", name="Your data")
    expect(data).to_contain_text(f"of 1 GB used by {used['files']} file")
    expect(data.get_by_role("progressbar", name="Storage used")).to_be_visible()
    names = Counter(upload["original_filename"] for upload in regular.get("/resumes")["items"])
    for name, number in names.items():
        expect(data.get_by_role("button", name=f"Delete {name}")).to_have_count(number)
    assert violations(page) == []


def test_many_sessions_are_folded_behind_the_first_few(visit: Open, newcomer: Account) -> None:
    for _ in range(7):
        newcomer.post("/auth/login", json={"email": newcomer.email, "password": PASSWORD})
    sessions = visit("/settings", newcomer).get_by_role("region", name="Where you are signed in")
    expect(sessions.get_by_role("listitem")).to_have_count(5)
    expect(sessions.get_by_role("listitem").first).to_contain_text("this browser")
    sessions.get_by_role("button", name="Show 4 more sessions").click()
    expect(sessions.get_by_role("listitem")).to_have_count(9)


def test_the_licences_of_what_the_client_is_made_of_are_told(visit: Open, regular: Account, watch: Watch) -> None:
    watch.expected.append("favicon.ico")
    page = visit("/settings#system", regular)
    system = page.get_by_role("region", name="System")
    # What stands above it comes later, and pushes it down.
    expect(system.get_by_text("Database", exact=True)).to_be_in_viewport()
    expect(system).to_contain_text("Apache License 2.0")
    with page.expect_response("**/licenses.txt") as told:
        system.get_by_role("link", name="Licences of the parts of this web client").click()
    assert told.value.headers["content-type"].startswith("text/plain")
    assert all(f"## {name} " in told.value.text() for name in ("react", "@mantine/core", "@tanstack/react-query"))
