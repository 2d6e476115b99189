"""The service with its web client as users run it, and a browser that tells on everything that is not right."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import httpx2
import pytest

from tests.integration.server import ROOT, free_port

if TYPE_CHECKING:
    # The browser's driver is installed for these tests alone (`make test-browser`).
    from playwright.sync_api import Browser, BrowserContext, Page, Request

# Chromium's shell, which has no window to draw, does the same in two thirds of the time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
PASSWORD = "Correct-Horse-9"
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
_names = count()
_asked: "WeakKeyDictionary[Page, set[Request]]" = WeakKeyDictionary()

collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]


@dataclass(slots=True)
class Server:
    """A running service. `stop` and `start` are for tests of what happens while it is away."""

    data_dir: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        settings = {
            "DATA_DIR": str(self.data_dir),
            "BCRYPT_ROUNDS": "4",
            "RATE_LIMIT_IP_PER_DAY": "0",
            "RATE_LIMIT_USER_PER_MINUTE": "0",
            "LOG_LEVEL": "warning",
        }
        command = [sys.executable, "-m", "app", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings})
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the service ended while it started"
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=0.2):
                return
            time.sleep(0.1)
        raise TimeoutError("the service did not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=30)
            self.process = None


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    built = ROOT / "app" / "presentation" / "web" / "index.html"
    assert built.exists(), "the web client is not built: make web"
    running = Server(tmp_path_factory.mktemp("service"), free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import expect, sync_playwright

    # Continuous integration is slow; what must be quick is measured, not awaited.
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@dataclass(slots=True)
class Account:
    """Somebody registered, with a client of the API of their own."""

    email: str
    api: httpx2.Client
    ids: dict[str, str] = field(default_factory=dict)

    def post(self, path: str, **kwargs: Any) -> dict[str, Any]:
        answer = self.api.post(path, **kwargs)
        assert answer.status_code < 300, answer.text
        body: dict[str, Any] = answer.json()
        return body

    def get(self, path: str) -> dict[str, Any]:
        answer = self.api.get(path)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body


def register(server: Server, full_name: str = "Ines Carvalho") -> Account:
    email = f"user{next(_names)}@example.org"
    api = httpx2.Client(base_url=f"{server.url}/api/v1", timeout=60, trust_env=False)
    body = {"email": email, "password": PASSWORD, "full_name": full_name}
    answer = api.post("/auth/register", json=body)
    assert answer.status_code == 201, answer.text
    api.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return Account(email, api)


def fill(account: Account) -> Account:
    """Give the account the sample resume as its profile, the sample posting, and both documents."""
    resume = account.post("/resumes", files={"file": ("resume.pdf", (ROOT / "samples/resume.pdf").read_bytes())})
    profile = account.post("/profiles/import", json={"resume_id": resume["id"]})["profile"]
    job = account.post("/jobs", json={"source": "text", "raw_text": (ROOT / "samples/posting.txt").read_text()})
    account.ids |= {"profile": profile["id"], "job": job["id"]}
    for kind, path in (("resume", "resume"), ("letter", "cover-letter")):
        body = {"profile_id": profile["id"], "job_id": job["id"]}
        made = account.post(f"/generations/{path}", json=body)
        deadline = time.monotonic() + 60
        while made["status"] in ("pending", "generating"):
            assert time.monotonic() < deadline, made
            time.sleep(0.2)
            made = account.get(f"/generations/{made['id']}")
        account.ids |= {f"{kind}_generation": made["id"], kind: made["result"]["document_id"]}
    return account


@pytest.fixture
def newcomer(server: Server) -> Iterator[Account]:
    account = register(server)
    yield account
    account.api.close()


@pytest.fixture(scope="session")
def regular(server: Server) -> Iterator[Account]:
    """Somebody with a profile, a job and documents; tests that share it change nothing."""
    account = fill(register(server))
    yield account
    account.api.close()


@pytest.fixture(scope="module")
def writer(server: Server) -> Iterator[Account]:
    """Somebody with documents to change; `resume` puts back the first version before each test."""
    account = fill(register(server))
    yield account
    account.api.close()


@pytest.fixture
def resume(writer: Account) -> str:
    """The id of the writer's resume, as it was at first."""
    document_id = writer.ids["resume"]
    writer.post(f"/documents/{document_id}/versions/1/restore")
    return document_id


@dataclass(slots=True)
class Watch:
    """What a page must never do. `expected` holds pieces of console errors that a test brings about on purpose."""

    home: str
    problems: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def attach(self, page: "Page") -> None:
        asked = _asked[page] = set()

        # The driver takes no methods of built-in types.
        def ended(request: "Request") -> None:
            asked.discard(request)

        def began(request: "Request") -> None:
            asked.add(request)

        page.on("request", began)
        page.on("requestfinished", ended)
        page.on("requestfailed", ended)
        page.on("console", lambda message: self._said(message.type, f"{message.text} {message.location['url']}"))
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on("request", lambda request: self._asked(request.url))

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.problems.append(f"console {kind}: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.problems.append(f"request to another host: {url}")

    @property
    def unexpected(self) -> list[str]:
        return [problem for problem in self.problems if not any(piece in problem for piece in self.expected)]


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    watching = Watch(server.url)
    yield watching
    assert watching.unexpected == []


Open = Callable[..., "Page"]


@pytest.fixture
def visit(browser: "Browser", server: Server, watch: Watch, tmp_path: Path) -> Iterator[Open]:
    """Open a page: `visit("/jobs", account)`; every one is watched. With `None` it stays blank for now."""
    contexts: list[BrowserContext] = []

    def open_page(path: str | None = "/", account: Account | None = None, **options: Any) -> "Page":
        settings = {
            "viewport": {"width": 1280, "height": 800},
            "reduced_motion": "reduce",
            "locale": "en-GB",
            **options,
        }
        context = browser.new_context(base_url=server.url, accept_downloads=True, **settings)
        contexts.append(context)
        if account is not None:
            sign_in(context, account)
        page = context.new_page()
        page.set_default_timeout(20_000)
        watch.attach(page)
        if path is not None:
            page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def sign_in(context: "BrowserContext", account: Account) -> None:
    """Put the refresh cookie into the browser, as a visit of yesterday left it."""
    body = {"email": account.email, "password": PASSWORD}
    answer = context.request.post("/api/v1/auth/login?cookie=true", data=body)
    assert answer.ok, answer.text()
    context.add_init_script("localStorage.setItem('jobwise-signed-in', '1')")


def until(page: "Page", condition: str) -> None:
    """Wait until the expression is true; the page's policy lets no string be evaluated inside."""
    deadline = time.monotonic() + 20
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


def quiet(page: "Page") -> None:
    """Wait until every answer is there for half a second; Playwright's own wait has no end while a stream is open."""
    deadline, since = time.monotonic() + 20, time.monotonic()
    while time.monotonic() - since < 0.5:
        if any(not request.url.endswith(("/stream", "/events")) for request in _asked[page]):
            since = time.monotonic()
        assert time.monotonic() < deadline, [request.url for request in _asked[page]]
        page.wait_for_timeout(50)


def violations(page: "Page", *, within: str = "document") -> list[str]:
    """Return what axe finds on the page as it stands, a line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run({within}, {{resultTypes: ['violations']}}).then(result => result.violations)")
    return [f"{item['id']}: {node['html'][:200]}" for item in found for node in item["nodes"]]


def overflows(page: "Page") -> list[str]:
    """Return what stands out of the page's right edge, where that makes the page scroll sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
            [...document.querySelectorAll('body *')].filter(element => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && box.right > window.innerWidth + 1;
            }).map(element => element.outerHTML.slice(0, 160))"""
    )
    return found
