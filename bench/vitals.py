"""How fast the web client feels on a slow machine: LCP, CLS and the longest interaction, at a quarter of this CPU.

    make web && python -m bench.vitals [--rounds 3] [--slowdown 4]

The service runs with its built client and an account that has documents, 200 applications and as many jobs. Each page
is opened in a fresh browser with an empty cache. The goals are those of Core Web Vitals: LCP 2.5 s, INP 200 ms and
CLS 0.1. They hold for a machine with nothing else to do: the figures grow with its load, which is printed with them.
Needs the browser's driver (`make test-browser` installs it) and a built client.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.integration.server import free_port
from tests.web.conftest import CHROMIUM, FLAGS, Account, Server, fill, register, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CARDS = 200
STATUSES = ("interested", "applied", "interviewing", "offer")
GOALS = {"LCP ms": 2500.0, "CLS": 0.1, "INP ms": 200.0}
OBSERVE = """
window.vitals = { lcp: 0, cls: 0, longest: 0, kind: '' };
const watch = (type, take, options) => new PerformanceObserver(
    (list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
watch('largest-contentful-paint', (entry) => { vitals.lcp = Math.max(vitals.lcp, entry.startTime); });
watch('layout-shift', (entry) => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
watch('event', (entry) => {
    if (entry.interactionId && entry.duration > vitals.longest) {
        vitals.longest = entry.duration;
        vitals.kind = entry.name;
    }
}, { durationThreshold: 16 });
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page, what shows that it is there, and what is done on it."""

    name: str
    path: str
    there: str
    act: "Callable[[Page], None] | None" = None
    signed_in: bool = True


def typing(page: "Page") -> None:
    """Type a sentence in the middle of the document, as fast as people type."""
    page.locator("[data-line] textarea").nth(6).click()
    page.keyboard.press("End")
    page.keyboard.type(" and told the team how each of the services is doing", delay=60)
    page.get_by_test_id("save-status").and_(page.locator("[data-status=saved]")).wait_for()


def moving(page: "Page") -> None:
    """Lift a card with the keyboard, move it over two columns and down, put it down."""
    page.locator("[id^=handle-]").nth(3).focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "Space"):
        page.keyboard.press(key, delay=60)
        page.wait_for_timeout(150)


def filtering(page: "Page") -> None:
    """Type what to look for."""
    page.locator("main input[type=search], main input[aria-label*=earch]").first.click()
    page.keyboard.type("engineer 17", delay=60)
    page.locator("main").get_by_text("Engineer 17").first.wait_for()


def visits(account: Account) -> list[Visit]:
    """Return what is measured."""
    editor, job = f"/documents/{account.ids['resume']}", f"/jobs/{account.ids['job']}"
    return [
        Visit("sign-in", "/sign-in", "form input", signed_in=False),
        Visit("dashboard", "/", "main h2"),
        Visit("jobs", "/jobs", "main a[href^='/jobs/']", filtering),
        Visit("job with its match", job, "main h2"),
        Visit(f"board of {CARDS} cards", "/applications", "[data-application]", moving),
        Visit("document editor", editor, "main img", typing),
    ]


def seed(account: Account) -> None:
    """Give the account documents, and applications in every open column."""
    fill(account)
    for number in range(CARDS):
        job = {
            "source": "manual",
            "title": f"Engineer {number}",
            "company": f"Company {number % 40}",
            "description": "Python, PostgreSQL and Docker for a small team.",
        }
        made = account.post("/jobs", json=job)
        account.post("/applications", json={"job_id": made["id"], "status": STATUSES[number % len(STATUSES)]})


@contextmanager
def opened(browser: "Browser", server: Server, account: Account, visit: Visit, slowdown: float) -> "Iterator[Page]":
    """Open the page in a browser that knows nothing yet, on a slowed processor."""
    context = browser.new_context(base_url=server.url, viewport={"width": 1440, "height": 900}, locale="en-GB")
    try:
        if visit.signed_in:
            sign_in(context, account)
        context.add_init_script(OBSERVE)
        page = context.new_page()
        page.set_default_timeout(60_000)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.goto(visit.path)
        page.locator(visit.there).first.wait_for()
        # A largest paint is final once nothing follows it, or somebody acts.
        page.wait_for_timeout(1500)
        yield page
    finally:
        context.close()


def measure(browser: "Browser", server: Server, account: Account, visit: Visit, slowdown: float) -> dict[str, float]:
    """Return the figures of one visit."""
    with opened(browser, server, account, visit, slowdown) as page:
        loaded: dict[str, Any] = page.evaluate("vitals")
        figures = {"LCP ms": loaded["lcp"]}
        if visit.act is not None:
            page.evaluate("vitals.longest = 0")
            visit.act(page)
            page.wait_for_timeout(500)
        last: dict[str, Any] = page.evaluate("vitals")
        figures["CLS"] = last["cls"]
        if visit.act is not None:
            figures["INP ms"] = last["longest"]
        return figures


def main() -> int:
    """Print the table; the exit code tells whether every goal was met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--slowdown", type=float, default=4)
    arguments = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), free_port())
        server.start()
        try:
            account = register(server)
            seed(account)
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            table = {
                visit.name: [
                    measure(browser, server, account, visit, arguments.slowdown) for _ in range(arguments.rounds)
                ]
                for visit in visits(account)
            }
            browser.close()
        finally:
            server.stop()
    return shown(table)


def shown(table: dict[str, list[dict[str, float]]]) -> int:
    """Print the median of each figure, and mark those beyond their goal; return whether there are any."""
    print(f"{'':22}" + "".join(f"{name:>10}" for name in GOALS))
    is_over = False
    for name, rounds in table.items():
        cells = []
        for figure, goal in GOALS.items():
            found = [one[figure] for one in rounds if figure in one]
            median = statistics.median(found) if found else None
            is_over = is_over or (median is not None and median > goal)
            mark = "!" if median is not None and median > goal else " "
            cells.append("" if median is None else f"{median:.3f}{mark}" if goal < 1 else f"{median:.0f}{mark}")
        print(f"{name:22}" + "".join(f"{cell:>10}" for cell in cells))
    print(f"{'goal':22}" + "".join(f"{goal:>9g} " for goal in GOALS.values()))
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
