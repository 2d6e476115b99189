"""A local web server for doubles: it reads requests off the wire and lets a test answer them, or misbehave."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar


@dataclass
class Request:
    """One request and the wire to answer it on."""

    method: str
    target: str
    headers: dict[str, str]
    content: bytes
    writer: asyncio.StreamWriter
    closing: asyncio.Event
    """Set when the server stops: who answers slowly or never waits for it."""

    async def send(self, status: int, data: bytes, *, kind: str = "application/json", **headers: str) -> None:
        """Answer; an underscore in the name of a header stands for a hyphen."""
        lines = [f"HTTP/1.1 {status} Status", f"Content-Type: {kind}", f"Content-Length: {len(data)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.writer.write("\r\n".join([*lines, "", ""]).encode() + data)
        await self.writer.drain()

    async def open(self, *, kind: str = "application/json", length: int | None = None) -> None:
        """Begin an answer whose body the caller writes: of `length` bytes, or up to the end of the connection."""
        size = f"Content-Length: {length}" if length else "Connection: close"
        self.writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{size}\r\n\r\n".encode())
        await self.writer.drain()


R = TypeVar("R", bound=Request)


class HangUp(Exception):  # noqa: N818 - no error, an order
    """Close the connection without a further word."""


@asynccontextmanager
async def http_double(answer: Callable[[R], Awaitable[None]], kind: type[R]) -> AsyncIterator[str]:
    """Serve on a port of this machine and give the address; each request goes to `answer` as a `kind`."""
    closing = asyncio.Event()
    running: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        running.add(task)
        # The other side hung up, or the test is over.
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError, HangUp):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, target, _ = head[0].split(" ")
                headers = {
                    name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)
                }
                content = await reader.readexactly(int(headers.get("content-length", "0")))
                await answer(kind(method, target, headers, content, writer, closing))
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        running.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=4_000_000)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        closing.set()
        server.close()
        for task in list(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await server.wait_closed()
