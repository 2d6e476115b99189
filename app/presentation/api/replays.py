"""Answers that are collected, kept and given again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Scope, Send

from app.domain.idempotency import AnswerLostError

_COLLECTIONS = {"master_profiles": "profiles", "saved_applications": "applications", "saved_searches": "jobs/searches"}


@dataclass(slots=True)
class Answer:
    """A whole response. `status` is 0 until the application has answered."""

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)

    async def collect(self, message: Message) -> None:
        """Take an ASGI message of the response in."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [
                (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in message["headers"]
            ]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    async def send(self, send: Send) -> None:
        """Send it."""
        headers = [pair for pair in self.headers if pair[0] != "content-length"]
        if self.status not in (204, 304):
            headers.append(("content-length", str(len(self.body))))
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        await send({"type": "http.response.body", "body": bytes(self.body)})


async def lost_answer(app: ASGIApp, scope: Scope, effects: Iterable[str]) -> Answer:
    """Return the answer of a creating request whose own was lost: what it created, as it is now.

    Raise `AnswerLostError`, with its address where that is known, when creating and reading answer in different shapes.
    """
    location = _location(scope["path"], effects)
    if location is None:
        raise AnswerLostError
    read: Scope = {**scope, "method": "GET", "path": location, "raw_path": location.encode(), "query_string": b""}
    described = scope["app"].openapi()
    status, created = _success(described, "post", scope["path"])
    _, shown = _success(described, "get", location)
    if created is None or created != shown:
        raise AnswerLostError(location=location)
    answer = Answer()
    await app(read, _nothing, answer.collect)
    if answer.status == 200:
        answer.status = status
        answer.headers += [("location", location), ("idempotent-replayed", "true")]
    return answer


def _location(path: str, effects: Iterable[str]) -> str | None:
    """Return the address of what was stored first in the collection that `path` is about, or in any."""
    found = []
    for effect in effects:
        table, _, identifier = effect.partition("/")
        found.append((_COLLECTIONS.get(table, table.replace("_", "-")), identifier))
    parts = path.removeprefix("/api/v1/").split("/")
    matching = [pair for pair in found if pair[0] == parts[0]] or found
    return f"/api/v1/{matching[0][0]}/{matching[0][1]}" if matching else None


def _success(described: dict[str, Any], method: str, path: str) -> tuple[int, object]:
    """Return the status and body schema that the operation at `path` succeeds with; `None` where there is none."""
    for template, operations in described["paths"].items():
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
        if method in operations and re.fullmatch(pattern, path):
            for status, response in operations[method]["responses"].items():
                if status.startswith("2"):
                    return int(status), response.get("content", {}).get("application/json", {}).get("schema")
    return 200, None


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}
