"""What open sockets and streams cost everybody else: the p99 of plain requests, quiet and beside them, in one run.

    python -m bench.live [--sockets 100] [--streams 200] [--seconds 10]

One server process, one client process, SQLite. The goal is a ratio of at most 3.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

import httpx2
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from tests.integration.server import free_port, server
from tests.integration.test_tailoring_socket import start

EVERY = 0.02
SETTLED = 2.0
"""Seconds from the first word on every line to the measurement: the lines stand, and are not just being opened."""


async def probe(client: httpx2.AsyncClient, headers: dict[str, str], seconds: float) -> list[float]:
    """Return how long requests took that were sent at a steady pace, in milliseconds, sorted."""
    took: list[float] = []

    async def ask() -> None:
        began = time.perf_counter()
        answer = await client.get("/api/v1/jobs", headers=headers)
        assert answer.status_code == 200, answer.text
        took.append(1000 * (time.perf_counter() - began))

    async with asyncio.TaskGroup() as group:
        for _ in range(int(seconds / EVERY)):
            group.create_task(ask())
            await asyncio.sleep(EVERY)
    return sorted(took)


async def stream(client: httpx2.AsyncClient, headers: dict[str, str], ready: asyncio.Semaphore) -> None:
    """Hold a stream of notifications open."""
    async with client.stream("GET", "/api/v1/notifications/stream", headers=headers, timeout=None) as answer:
        assert answer.status_code == 200, answer.status_code
        async for _ in answer.aiter_bytes():
            ready.release()


async def socket(url: str, token: str, ready: asyncio.Semaphore) -> None:
    """Hold a tailoring session's socket open."""
    async with connect(url, subprotocols=[Subprotocol("bearer"), Subprotocol(token)]) as line:
        async for _ in line:
            ready.release()


async def measure(port: int, token: str, session: str, arguments: argparse.Namespace) -> tuple[float, float]:
    """Return the p99 quiet and beside the open lines."""
    headers = {"Authorization": f"Bearer {token}"}
    limits = httpx2.Limits(max_connections=1000, max_keepalive_connections=64)
    base = f"http://127.0.0.1:{port}"
    async with httpx2.AsyncClient(base_url=base, limits=limits) as client:
        await probe(client, headers, 2)
        quiet = await probe(client, headers, arguments.seconds)
        ready = asyncio.Semaphore(0)
        url = f"ws://127.0.0.1:{port}/ws/tailoring/{session}"
        lines = [asyncio.create_task(socket(url, token, ready)) for _ in range(arguments.sockets)]
        lines += [asyncio.create_task(stream(client, headers, ready)) for _ in range(arguments.streams)]
        async with asyncio.timeout(60):
            for _ in lines:
                await ready.acquire()
        await asyncio.sleep(SETTLED)
        busy = await probe(client, headers, arguments.seconds)
        assert not any(line.done() for line in lines), "a line was dropped"
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)
    for name, took in (("quiet", quiet), ("beside", busy)):
        print(
            f"{name:7} median {took[len(took) // 2]:6.1f} ms, p99 {took[int(len(took) * 0.99)]:6.1f} ms of {len(took)}"
        )
    return quiet[int(len(quiet) * 0.99)], busy[int(len(busy) * 0.99)]


def main() -> int:
    """Print the figures; the exit code tells whether the goal was met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sockets", type=int, default=100)
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, server(Path(folder), port):
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}/api/v1") as client:
            token, session = start(client)
        quiet, busy = asyncio.run(measure(port, token, session, arguments))
    print(f"{arguments.sockets} sockets and {arguments.streams} streams: p99 {busy / quiet:.2f} times the quiet one")
    return 0 if busy <= 3 * quiet else 1


if __name__ == "__main__":
    sys.exit(main())
