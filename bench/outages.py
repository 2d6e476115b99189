"""Take PostgreSQL and Redis away under load, and count what clients see and what was lost.

python -m bench.outages [--times 10] [--clients 6] [--as postgres]

Starts a PostgreSQL cluster and a Redis of its own, then an API, two workers and a beat on them. Clients save and read
jobs and ask for generations without pause, while PostgreSQL is restarted in immediate mode (a crash, for all its
clients) and Redis is killed, started again and emptied. Needs `initdb`, `pg_ctl` and `redis-server` on this machine;
PostgreSQL does not run as root, so root names somebody else with --as.
"""

import argparse
import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from app.domain.ids import uuid7
from tests.integration.deployment import Client, Deployment, deployment, wait_for
from tests.integration.server import free_port

_PAUSE_SECONDS = 6.0
_HEALED_SECONDS = 5.0


class Postgres:
    """A cluster in a folder."""

    def __init__(self, folder: Path, user: str) -> None:
        found = subprocess.run(["pg_config", "--bindir"], capture_output=True, check=False, text=True).stdout.strip()
        places = [Path(found), *sorted(Path("/usr/lib/postgresql").glob("*/bin"))] if found else []
        places = places or sorted(Path("/usr/lib/postgresql").glob("*/bin"))
        self._bin = next(place for place in reversed(places) if (place / "initdb").exists())
        self._as = ["runuser", "-u", user, "--"] if user else []
        self._data, self.port = folder / "data", free_port()
        folder.mkdir()
        if user:
            shutil.chown(folder, user)
        self._run("initdb", "-D", str(self._data), "-U", "jobwise", "--auth=trust")
        self._options = f"-p {self.port} -k {folder} -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "-D", str(self._data), "-o", self._options, "-l", str(folder / "log"), "-w", "start")
        self._log = folder / "log"

    @property
    def url(self) -> str:
        """Where it is."""
        return f"postgresql+asyncpg://jobwise@127.0.0.1:{self.port}/postgres"

    def restart(self) -> None:
        """Crash it and start it again; return when it takes connections."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")
        self._run("pg_ctl", "-D", str(self._data), "-o", self._options, "-l", str(self._log), "-w", "start")

    def close(self) -> None:
        """End it."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [*self._as, str(self._bin / program), *arguments],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


class Redis:
    """A server that keeps nothing on disk: what it forgot with a crash or a FLUSHALL is the same."""

    def __init__(self) -> None:
        self.port = free_port()
        self._start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"redis://127.0.0.1:{self.port}/0"

    def restart(self) -> None:
        """Kill it, leave it away for a second, start it and empty it."""
        self._process.kill()
        self._process.wait()
        time.sleep(1)
        self._start()
        self.command("FLUSHALL")

    def command(self, name: str) -> bytes:
        """Send a command; return what comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line:
            line.sendall(f"{name}\r\n".encode())
            return line.recv(100)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()

    def _start(self) -> None:
        arguments = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(["redis-server", *arguments], stdout=subprocess.DEVNULL)
        wait_for("Redis answers", self._answers)

    def _answers(self) -> bool:
        try:
            return self.command("PING").startswith(b"+PONG")
        except OSError:
            return False


@dataclass(slots=True)
class Tally:
    """What clients saw."""

    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    jobs: set[str] = field(default_factory=set)
    generations: set[str] = field(default_factory=set)
    last_trouble: float = 0.0
    slowest: float = 0.0

    def note(self, answer: httpx2.Response, took: float) -> bool:
        """Count an answer; tell whether it is a success."""
        self.answers[str(answer.status_code)] += 1
        self.slowest = max(self.slowest, took)
        if answer.is_success:
            return True
        self.last_trouble = time.monotonic()
        if answer.status_code != 503 or "retry-after" not in answer.headers:
            what = f"{answer.request.method} {answer.request.url.path.split('/')[3]}"
            self.wrong.append(f"{what}: {answer.status_code} {answer.text[:80]}")
        return False


async def use(base_url: str, token: str, body: dict[str, str], tally: Tally, *, generates: bool) -> None:
    """Save, read and list jobs until cancelled; what was acknowledged is remembered."""
    async with httpx2.AsyncClient(base_url=base_url, timeout=40, headers={"Authorization": token}) as client:
        while True:
            await asyncio.sleep(0.02)
            began = time.monotonic()
            name = f"Job {uuid7().hex}"
            job = {"source": "manual", "title": name, "company": "Acme", "description": "Bread, every day."}
            try:
                made = await client.post("/jobs", json=job)
                if tally.note(made, time.monotonic() - began):
                    tally.jobs.add(made.json()["id"])
                    tally.note(await client.get(f"/jobs/{made.json()['id']}"), 0)
                tally.note(await client.get("/jobs"), 0)
                if generates:
                    began = time.monotonic()
                    asked = await client.post("/generations/resume", json=body)
                    if tally.note(asked, time.monotonic() - began):
                        tally.generations.add(asked.json()["id"])
                    await asyncio.sleep(2)
            except httpx2.TransportError as error:
                tally.last_trouble = time.monotonic()
                tally.wrong.append(f"{type(error).__name__} {error}")


async def take_away(what: Postgres | Redis, times: int, tally: Tally) -> list[float]:
    """Restart it so often; return after how many seconds of its return each time nobody saw trouble any more."""
    healed = []
    for _ in range(times):
        await asyncio.sleep(_PAUSE_SECONDS)
        await asyncio.to_thread(what.restart)
        back = time.monotonic()
        await asyncio.sleep(_PAUSE_SECONDS)
        healed.append(max(0.0, tally.last_trouble - back))
    return healed


def lost_of(clients: Sequence[Client], tally: Tally) -> tuple[int, int, int]:
    """Return how many acknowledged jobs are gone, generations lost, and documents too many."""

    def are_done() -> bool:
        return all(set(client.statuses().values()) <= {"completed"} for client in clients)

    wait_for("every generation has ended", are_done, seconds=300)
    jobs = {one["id"] for client in clients for one in client.jobs()}
    made = [one["generation_id"] for client in clients for one in client.documents()]
    return len(tally.jobs - jobs), len(tally.generations - set(made)), len(made) - len(set(made))


async def run(arguments: argparse.Namespace) -> int:
    """Run the whole thing; return the exit code."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # noqa: ASYNC240 - nobody waits yet
        postgres, redis = Postgres(folder / "postgres", arguments.user), Redis()
        try:
            with deployment(
                folder,
                postgres.url,
                redis.url,
                REDIS_URL=redis.url,
                RATE_LIMIT_USER_PER_MINUTE="1000000",
                TASK_LEASE_SECONDS="15",
            ) as world:
                return await attack(world, {"PostgreSQL": postgres, "Redis": redis}, arguments)
        finally:
            redis.close()
            postgres.close()


async def attack(world: Deployment, services: "dict[str, Postgres | Redis]", arguments: argparse.Namespace) -> int:
    """Load the deployment and take each service away in turn."""
    await asyncio.to_thread(world.serve)
    base_url = f"http://127.0.0.1:{world.port}/api/v1"
    # Each has an account: what is compared with all a user has takes the longer the more there is.
    clients = [await asyncio.to_thread(Client, base_url) for _ in range(arguments.clients)]
    for command in (["worker", "--concurrency", "1"], ["worker", "--concurrency", "1"], ["beat"]):
        world.start(*command)
    failed = False
    for name, service in services.items():
        tally = Tally()
        users = [
            asyncio.create_task(use(base_url, one.authorization, one.body, tally, generates=one is clients[0]))
            for one in clients
        ]
        healed = await take_away(service, arguments.times, tally)
        for user in users:
            user.cancel()
        await asyncio.gather(*users, return_exceptions=True)
        lost = await asyncio.to_thread(lost_of, clients, tally)
        failed |= report(name, tally, healed, lost)
    for client in clients:
        client.close()
    return int(failed)


def report(name: str, tally: Tally, healed: Sequence[float], lost: tuple[int, int, int]) -> bool:
    """Print the figures; tell whether one misses its goal."""
    print(f"{name}: away {len(healed)} times, answers {sorted(tally.answers.items())}, slowest {tally.slowest:.1f} s")
    print(
        f"  healed after {max(healed):.1f} s at the latest; {len(tally.wrong)} neither success nor 503 with Retry-After"
    )
    for line, count in Counter(tally.wrong).most_common(5):
        print(f"    {count} x {line}")
    jobs, generations, doubled = lost
    print(f"  {len(tally.jobs)} jobs acknowledged, {jobs} lost")
    print(f"  {len(tally.generations)} generations acknowledged, {generations} lost, {doubled} doubled", flush=True)
    return bool(sum(lost) or tally.wrong or max(healed) > _HEALED_SECONDS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--as", dest="user", default="postgres" if os.getuid() == 0 else "")
    sys.exit(asyncio.run(run(parser.parse_args())))
