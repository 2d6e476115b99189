"""A local server in the place of the job boards: it answers what they answer, or misbehaves as told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from tests.http_double import HangUp, Request, http_double

Trouble = Literal["500", "404", "429", "html", "empty", "broken", "huge", "silence", "redirect", "hang_up"]


@dataclass
class BoardDouble:
    """`payloads` by path; a path may be told to be in `trouble`. Every request is kept in `asked`."""

    payloads: dict[str, Any] = field(default_factory=dict)
    trouble: dict[str, Trouble] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    elsewhere: str = "http://10.1.2.3/"
    url: str = ""
    received: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    def misbehave(self, trouble: Trouble | None) -> None:
        """Be in this trouble at every path, or in none."""
        self.trouble = {} if trouble is None else dict.fromkeys(self.payloads, trouble)

    def answer(self, target: str) -> tuple[int, bytes, str, dict[str, str]]:
        """Return status, body, content type and further headers of the answer to a request."""
        path = urlsplit(target).path
        trouble = self.trouble.get(path)
        if trouble == "redirect":
            return 302, b"", "text/html", {"Location": self.elsewhere}
        if trouble in {"500", "404", "429"}:
            return int(str(trouble)), b"no", "text/plain", {}
        bodies = {"html": b"<!doctype html><p>Maintenance", "empty": b"", "broken": b'{"jobs": [{"title": "Cut o'}
        if trouble in bodies:
            return 200, bodies[str(trouble)], "text/html" if trouble == "html" else "application/json", {}
        if path not in self.payloads:
            return 404, b"{}", "application/json", {}
        payload = self.payloads[path]
        found = payload(parse_qs(urlsplit(target).query)) if callable(payload) else payload
        return 200, found if isinstance(found, bytes) else json.dumps(found).encode(), "application/json", {}


@asynccontextmanager
async def board_double() -> AsyncIterator[BoardDouble]:
    """Serve a double on a port of this machine."""
    double = BoardDouble()

    async def answer(request: Request) -> None:
        double.asked.append(request.target)
        double.received.set()
        double.headers.append(request.headers)
        trouble = double.trouble.get(urlsplit(request.target).path)
        if trouble == "silence":
            await request.closing.wait()
        if trouble in {"silence", "hang_up"}:
            raise HangUp
        if trouble == "huge":
            await request.open()
            request.writer.write(b"[")
            while not request.closing.is_set():
                request.writer.write(b'"x",' * 16_384)
                await request.writer.drain()
        status, body, kind, more = double.answer(request.target)
        await request.send(status, body, kind=kind, **more)

    async with http_double(answer, Request) as double.url:
        yield double
