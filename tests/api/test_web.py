"""The built client beside the API: what is served, how it may be kept, and what stays the API's."""

import gzip
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import httpx2
import pytest
from fastapi import FastAPI

from app.application.services import Services
from app.domain.ports.tracing import NoTracer
from app.presentation.api.factory import create_app

HTML = {"Accept": "text/html,*/*"}
INDEX = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="/theme.js"></script>'


@asynccontextmanager
async def no_services() -> AsyncIterator[Services]:
    yield cast("Services", SimpleNamespace(tracer=NoTracer()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("built")


@pytest.fixture(scope="module")
def app(folder: Path) -> FastAPI:
    return create_app(no_services, version="test", web_root=folder / "web")


@pytest.fixture
def web_root(folder: Path) -> Path:
    root = folder / "web"
    (root / "assets").mkdir(parents=True, exist_ok=True)
    (root / "index.html").write_text(INDEX)
    (root / "client-routes.json").write_text('["jobs"]')
    (root / "theme.js").write_text("void 0;")
    (root / "assets" / "index-abc.js").write_text("run();" * 50)
    (root / "assets" / "index-abc.js.gz").write_bytes(gzip.compress(b"run();" * 50))
    (folder / "secret.txt").write_text("not for the web")
    return root


@pytest.fixture
async def browser(app: FastAPI, web_root: Path) -> AsyncIterator[httpx2.AsyncClient]:
    assert (web_root / "index.html").exists()
    transport = httpx2.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client,
    ):
        yield client


@pytest.mark.parametrize("path", ["/", "/jobs", "/jobs/0198c7a2/anything?q=1"])
async def test_every_page_of_the_client_is_its_index_and_never_kept(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path, headers=HTML)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "/theme.js" in answer.text


async def test_each_page_gets_a_nonce_of_its_own_which_its_policy_names(browser: httpx2.AsyncClient) -> None:
    first, second = [await browser.get("/", headers=HTML) for _ in range(2)]
    nonces = [re.findall(r'nonce="([\w-]+)"', answer.text)[0] for answer in (first, second)]
    assert nonces[0] != nonces[1]
    for answer, nonce in zip((first, second), nonces, strict=True):
        policy = answer.headers["content-security-policy"]
        assert f"style-src 'self' 'nonce-{nonce}'" in policy
        assert "unsafe" not in policy


async def test_the_api_allows_no_inline_style(browser: httpx2.AsyncClient) -> None:
    assert "unsafe" not in (await browser.get("/health/live")).headers["content-security-policy"]


async def test_an_unknown_page_is_the_clients_to_explain_and_still_a_404(browser: httpx2.AsyncClient) -> None:
    answer = await browser.get("/nowhere", headers=HTML)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/nowhere", "/health/nowhere", "/assets/gone.js"])
async def test_programs_get_the_one_error_shape(browser: httpx2.AsyncClient, path: str) -> None:
    headers = {} if path == "/nowhere" else HTML
    answer = await browser.get(path, headers=headers)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "resource_not_found"


async def test_an_unknown_address_of_the_api_is_no_page(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/api/v1/nowhere", headers=HTML)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "resource_not_found")


async def test_assets_are_kept_for_a_year_and_come_packed(browser: httpx2.AsyncClient) -> None:
    answer = await browser.get("/assets/index-abc.js", headers={"Accept-Encoding": "gzip"})
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.text == "run();" * 50
    plain = await browser.get("/assets/index-abc.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == answer.text


async def test_what_has_no_hash_in_its_name_is_asked_for_again(browser: httpx2.AsyncClient) -> None:
    first = await browser.get("/theme.js")
    assert first.headers["cache-control"] == "no-cache"
    again = await browser.get("/theme.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/assets/../../secret.txt"])
async def test_nothing_outside_the_folder_is_served(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 404
    assert "not for the web" not in answer.text


async def test_without_a_build_the_front_page_says_how_to_make_one(browser: httpx2.AsyncClient, web_root: Path) -> None:
    (web_root / "index.html").unlink()
    answer = await browser.get("/", headers=HTML)
    assert answer.status_code == 200
    assert "make web" in answer.text
    assert (await browser.get("/jobs", headers=HTML)).status_code == 404


async def test_a_new_build_is_served_without_a_restart(browser: httpx2.AsyncClient, web_root: Path) -> None:
    await browser.get("/", headers=HTML)
    (web_root / "index.html").write_text(INDEX + "second build")
    assert "second build" in (await browser.get("/", headers=HTML)).text


async def test_writing_methods_are_not_the_clients(browser: httpx2.AsyncClient) -> None:
    assert (await browser.post("/jobs", headers=HTML)).status_code == 404
