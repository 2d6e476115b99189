"""Load over kept-alive connections, with a client light enough not to be what is measured."""

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import httpx2

_TASKS = re.compile(r'^jobwise_tasks\{state="(?:due|running)"\} (\S+)$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Load:
    """What a round of load saw: requests a second, and the time that 99 of 100 requests took at most, in ms."""

    per_second: float
    p99_ms: float


def request(method: str, path: str, token: str, body: bytes = b"") -> bytes:
    """Return a request as it goes over the wire."""
    head = f"{method} {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: bytes) -> int:
    writer.write(wire)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0])
    await reader.readexactly(length)
    return int(head.split(b" ", 2)[1])


async def load(port: int, wires: Sequence[bytes], *, connections: int, seconds: float) -> Load:
    """Send `wires` in turn over each connection for so long; any answer but a 2xx is an error."""
    took: list[float] = []
    until = time.perf_counter() + seconds

    async def client(offset: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4_000_000)
        at = offset
        while (began := time.perf_counter()) < until:
            status = await _ask(reader, writer, wires[at % len(wires)])
            if not 200 <= status < 300:
                raise RuntimeError(f"{wires[at % len(wires)][:80]!r} was answered with {status}")
            took.append(time.perf_counter() - began)
            at += 1
        writer.close()

    async with asyncio.TaskGroup() as group:
        for number in range(connections):
            group.create_task(client(number * 7))
    return Load(len(took) / seconds, sorted(took)[int(len(took) * 0.99)] * 1000)


def middle(rounds: Sequence[Load]) -> Load:
    """Return the medians of several rounds."""
    return Load(median(one.per_second for one in rounds), median(one.p99_ms for one in rounds))


def settle(port: int) -> None:
    """Wait until the background work of what was sent is done, or it is measured too."""
    until = time.monotonic() + 120
    time.sleep(2)  # what waits for more of its kind is not due yet
    while any(map(float, _TASKS.findall(httpx2.get(f"http://127.0.0.1:{port}/metrics", timeout=60).text))):
        if time.monotonic() > until:
            raise TimeoutError("the background work does not end")
        time.sleep(0.5)
