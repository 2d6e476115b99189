"""`/jobs` beside a bare application with the same routes on the same database, in interleaved rounds.

    python -m bench.traffic [--seconds 3] [--rounds 3] [--connections 16]

SQLite always, PostgreSQL too where TEST_POSTGRES_URL is set. Goals: at least 0.7 of the bare application's requests a
second, and at most twice its p99. With `--storm` also: what 50 sign-ins a second cost everybody else (p99 at most 3×).
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import asyncpg
import httpx2
from jose import jwt
from sqlalchemy import make_url

from bench.bare import ALGORITHM, SECRET
from bench.load import Load, load, middle, request, settle
from tests.integration.server import POSTING, ROOT, free_port, server

JOBS = 200
ACCOUNT = {"email": "bench@example.org", "password": "Correct-Horse-9"}


@contextmanager
def bare(url: str, port: int) -> Iterator[None]:
    """Run the bare application."""
    environment = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "DATABASE_URL": url, "PORT": str(port)}
    process = subprocess.Popen([sys.executable, "-m", "bench.bare"], cwd=ROOT, env=environment)
    try:
        for _ in range(200):
            try:
                httpx2.get(f"http://127.0.0.1:{port}/docs")
                break
            except httpx2.TransportError:
                asyncio.run(asyncio.sleep(0.1))
        yield
    finally:
        process.kill()
        process.wait()


@contextmanager
def postgresql(url: str, what: str = "traffic") -> Iterator[str]:
    """Make a database of the bench's own."""
    parsed = make_url(url)
    name = f"jobwise_bench_{what}_{os.getpid()}"

    async def administer(statement: str) -> None:
        connection = await asyncpg.connect(parsed.set(drivername="postgresql").render_as_string(hide_password=False))
        await connection.execute(statement)
        await connection.close()

    asyncio.run(administer(f"CREATE DATABASE {name}"))
    try:
        yield parsed.set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(administer(f"DROP DATABASE {name} WITH (FORCE)"))


def wires(prefix: str, token: str, ids: list[str]) -> dict[str, list[bytes]]:
    """Return the requests of each kind."""
    body = json.dumps({"source": "manual", "raw_text": POSTING}).encode()
    return {
        "get": [request("GET", f"{prefix}/jobs/{one}", token) for one in ids],
        "list": [request("GET", f"{prefix}/jobs?limit=20", token)],
        "post": [request("POST", f"{prefix}/jobs", token, body)],
    }


def compare(name: str, url: str | None, arguments: argparse.Namespace) -> bool:
    """Print a row for each kind of request; tell whether the goals were met."""
    ports = {"bare": free_port(), "JobWise": free_port()}
    good = True
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        more = {"DATABASE_URL": url} if url else {}
        stack.enter_context(server(folder, ports["JobWise"], BCRYPT_ROUNDS="12", **more))
        base = f"http://127.0.0.1:{ports['JobWise']}/api/v1"
        with httpx2.Client(timeout=60) as client:
            signed_up = client.post(f"{base}/auth/register", json=ACCOUNT).json()
            headers = {"Authorization": f"Bearer {signed_up['access_token']}"}
            posting = {"source": "manual", "raw_text": POSTING}
            ids = [client.post(f"{base}/jobs", json=posting, headers=headers).json()["id"] for _ in range(JOBS)]
            owner = client.get(f"{base}/auth/me", headers=headers).json()["id"]
        stack.enter_context(bare(url or f"sqlite+aiosqlite:///{folder / 'jobwise.db'}", ports["bare"]))
        asked = {
            "bare": wires("", jwt.encode({"sub": owner}, SECRET, algorithm=ALGORITHM), ids),
            "JobWise": wires("/api/v1", signed_up["access_token"], ids),
        }
        settle(ports["JobWise"])
        for kind in ("get", "list", "post"):
            rounds: dict[str, list[Load]] = {"bare": [], "JobWise": []}
            for turn in range(arguments.rounds + 1):
                for app, port in ports.items():
                    seconds = arguments.seconds if turn else 1  # the first round only warms up
                    one = load(port, asked[app][kind], connections=arguments.connections, seconds=seconds)
                    seen = asyncio.run(one)
                    if turn:
                        rounds[app].append(seen)
            ours, theirs = middle(rounds["JobWise"]), middle(rounds["bare"])
            share, tail = ours.per_second / theirs.per_second, ours.p99_ms / theirs.p99_ms
            good &= share >= 0.7 and tail <= 2
            print(
                f"{name:<11} {kind:<5} {theirs.per_second:>7.0f} {ours.per_second:>8.0f} {share:>6.2f} "
                f"{theirs.p99_ms:>9.1f} {ours.p99_ms:>9.1f} {tail:>6.2f}",
                flush=True,
            )
        if arguments.storm:
            good &= storm(ports["JobWise"], asked["JobWise"]["get"], name)
    return good


def storm(port: int, reads: list[bytes], name: str) -> bool:
    """Print what 50 sign-ins a second cost a steady reader."""
    body = json.dumps(ACCOUNT).encode()
    sign_in = (
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
        + f"Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sign_in)
        await reader.read(100)
        writer.close()

    async def run() -> tuple[Load, Load]:
        quiet = await load(port, reads, connections=4, seconds=5)
        stormy = asyncio.create_task(load(port, reads, connections=4, seconds=5))
        running = []
        while not stormy.done():
            running.append(asyncio.create_task(one()))
            await asyncio.sleep(0.02)
        await asyncio.gather(*running, return_exceptions=True)
        return quiet, await stormy

    quiet, stormy = asyncio.run(run())
    print(f"{name:<11} storm: p99 {quiet.p99_ms:.1f} ms quiet, {stormy.p99_ms:.1f} ms in it", flush=True)
    return stormy.p99_ms <= 3 * quiet.p99_ms


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--storm", action="store_true")
    arguments = parser.parse_args()
    print(f"{'':<11} {'':<5} {'bare/s':>7} {'JobWise/s':>8} {'share':>6} {'bare p99':>9} {'our p99':>9} {'ratio':>6}")
    good = compare("SQLite", None, arguments)
    if url := os.environ.get("TEST_POSTGRES_URL"):  # noqa: TID251 - of a benchmark
        with postgresql(url) as own:
            good &= compare("PostgreSQL", own, arguments)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
