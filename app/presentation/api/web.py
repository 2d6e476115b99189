"""The web client's built files, at `/`: hashed assets for a year, the page itself never kept."""

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formatdate
from mimetypes import guess_type
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

BUILT = Path(__file__).parents[1] / "web"
"""Where `npm run build` puts the client: in a checkout, a wheel and an image alike."""

_NONCE_MARK = b"__CSP_NONCE__"
_ASSET = re.compile(r"/assets/[A-Za-z0-9_.-]+")
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_SERVED_ELSEWHERE = re.compile(r"/(?:api|ws|health|docs|metrics|version|openapi\.json)(?:/|$)")
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript; charset=utf-8"}
_NOT_BUILT = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>JobWise</title></head><body>
<h1>JobWise is running</h1>
<p>The API is here, with its documentation at <a href="/docs">/docs</a>. The web client has not been built:
run <code>make web</code> in the source folder (it takes Node.js 20.19 or newer from this machine, or gets one from the
Python registry), then reload this page. WEB_ROOT can name another folder with built files.</p>
</body></html>
"""


@dataclass(frozen=True, slots=True)
class _Page:
    before: bytes
    after: bytes
    routes: frozenset[str]


class WebClient:
    """Answers what a browser asks for outside the API; everything else, and every miss, goes on to the routes."""

    def __init__(self, app: ASGIApp, root: Path) -> None:
        self._app = app
        self._root = root
        self._loaded: tuple[int, _Page] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        response = self._answer(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        await (response or self._app)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        path: str = scope["path"]
        if _SERVED_ELSEWHERE.match(path):
            return None
        if _ASSET.fullmatch(path) or (path.count("/") == 1 and "." in path):
            return self._file(Request(scope), path)
        if path != "/" and "text/html" not in Headers(scope=scope).get("accept", ""):
            return None
        page = self._page()
        if page is None:
            return _html(_NOT_BUILT, status_code=200) if path == "/" else None
        first = path.strip("/").split("/")[0]
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["style_nonce"] = nonce
        # An address that is none of the client's pages is still answered by the client, which says so.
        status = 200 if not first or first in page.routes else 404
        return _html(page.before + nonce.encode() + page.after, status_code=status)

    def _page(self) -> _Page | None:
        """Return the built page; read again after a new build, so that no restart is needed."""
        index = self._root / "index.html"
        try:
            modified = index.stat().st_mtime_ns
            if self._loaded is None or self._loaded[0] != modified:
                before, _, after = index.read_bytes().partition(_NONCE_MARK)
                names: Sequence[str] = json.loads((self._root / "client-routes.json").read_text(encoding="utf-8"))
                self._loaded = (modified, _Page(before, after, frozenset(names)))
        except OSError:
            return None
        return self._loaded[1]

    def _file(self, request: Request, path: str) -> Response | None:
        file = self._root / path.lstrip("/")
        if not file.is_file() or path == "/index.html":
            return None
        is_asset = path.startswith("/assets/")
        headers = {"Cache-Control": _FOR_A_YEAR if is_asset else _ASK_AGAIN, "Vary": "Accept-Encoding"}
        stat = file.stat()
        headers["ETag"] = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
        headers["Last-Modified"] = formatdate(stat.st_mtime, usegmt=True)
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        accepted = request.headers.get("accept-encoding", "")
        for name, ending in _ENCODINGS:
            packed = file.with_name(file.name + ending)
            if name in accepted and packed.is_file():
                headers["Content-Encoding"] = name
                return _bytes(packed.read_bytes(), file, headers)
        return _bytes(file.read_bytes(), file, headers)


def _bytes(data: bytes, file: Path, headers: dict[str, str]) -> Response:
    content_type = _TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
    return Response(data, media_type=content_type, headers=headers)


def _html(body: bytes, *, status_code: int) -> Response:
    return Response(body, status_code=status_code, media_type="text/html", headers={"Cache-Control": "no-store"})
