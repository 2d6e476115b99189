"""What messages arrive at: a web server and a mail server on this machine, each on a port of its own."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

from tests.http_double import HangUp, Request, http_double
from tests.integration.server import free_port


@dataclass
class Received:
    """One call."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class WebReceiver:
    """Answers every call with `status`, and keeps it."""

    port: int = 0
    status: int = 200
    location: str = ""
    calls: list[Received] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    async def answer(self, request: Request) -> None:
        self.calls.append(Received(request.target, request.headers, request.content))
        more = {"location": self.location} if self.location else {}
        await request.send(self.status, b"", connection="close", **more)
        raise HangUp


@asynccontextmanager
async def web_receiver(status: int = 200, location: str = "") -> AsyncIterator[WebReceiver]:
    """Receive calls."""
    receiver = WebReceiver(status=status, location=location)
    async with http_double(receiver.answer, Request) as url:
        receiver.port = int(url.rpartition(":")[2])
        yield receiver


class Inbox(MessageHandler):
    """The mails that came."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Message] = []
        self.port = free_port()

    def handle_message(self, message: Message) -> None:
        self.mails.append(message)


@contextmanager
def mail_receiver() -> Iterator[Inbox]:
    """Receive mails."""
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=inbox.port)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()
