"""Kill random worker processes while generations run, and count what was lost or doubled.

python -m bench.chaos DATABASE_URL BROKER_URL [--kills 100] [--generations 200] [--workers 3]

DATABASE_URL is an empty PostgreSQL database (`postgresql+asyncpg://…`), BROKER_URL Redis or RabbitMQ. Every kill hits a
process that works: nine of ten times it alone, once with its whole worker, which is started again. Leases last the
default 15 seconds.
"""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import make_url

from tests.integration.deployment import Client, Deployment, deployment

_RUNNING = "SELECT id::text, lease_owner FROM tasks WHERE status = 'running' AND kind = 'generation'"


class Watch:
    """Looks at the tasks all the time: which process works on what, and how long the work of a dead one lay there."""

    def __init__(self, database_url: str) -> None:
        self._url = make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._owners: dict[str, int] = {}
        self.working: set[int] = set()
        self._orphaned: dict[str, float] = {}
        self.killed: dict[int, float] = {}
        self.rescues: list[float] = []

    async def run(self) -> None:
        """Look until cancelled."""
        connection = await asyncpg.connect(self._url)
        while True:
            now, working = time.monotonic(), set()
            for task_id, owner in await connection.fetch(_RUNNING):
                pid = int(owner.rsplit("-", 2)[1])
                working.add(pid)
                if task_id in self._orphaned and pid != self._owners[task_id]:
                    self.rescues.append(now - self._orphaned.pop(task_id))
                self._owners[task_id] = pid
                if pid in self.killed:
                    self._orphaned.setdefault(task_id, self.killed[pid])
            self.working = working - self.killed.keys()
            await asyncio.sleep(0.05)


def children_of(process: "subprocess.Popen[bytes]") -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False)
    return [int(pid) for pid in listed.stdout.split()]


async def kill_one(
    world: Deployment, workers: "list[subprocess.Popen[bytes]]", watch: Watch, chance: random.Random
) -> bool:
    """Kill a process that works, if there is one."""
    pools = [(worker, pid) for worker in workers for pid in children_of(worker) if pid in watch.working]
    if not pools:
        return False
    worker, pid = chance.choice(pools)
    watch.killed[pid] = time.monotonic()
    if chance.random() < 0.9:
        os.kill(pid, signal.SIGKILL)
    else:
        await asyncio.to_thread(world.kill, worker)
        workers[workers.index(worker)] = world.start("worker", "--concurrency", "1")
    return True


async def run(arguments: argparse.Namespace) -> int:
    """Run the whole thing; return the exit code."""
    chance = random.Random(100)  # noqa: S311 - a repeatable choice of moments, no secret
    with (
        tempfile.TemporaryDirectory() as folder,
        deployment(Path(folder), arguments.database, arguments.broker, TASK_LEASE_SECONDS="15") as world,
    ):
        client = await asyncio.to_thread(world.serve)
        world.start("beat")
        workers = [world.start("worker", "--concurrency", "1") for _ in range(arguments.workers)]
        watch = Watch(arguments.database)
        watching = asyncio.create_task(watch.run())
        began, kills = time.monotonic(), 0
        accepted = [await asyncio.to_thread(client.generate) for _ in range(arguments.generations)]
        while kills < arguments.kills and "pending" in (await asyncio.to_thread(client.statuses)).values():
            kills += await kill_one(world, workers, watch, chance)
            await asyncio.sleep(chance.uniform(0, arguments.pause))
        print(f"{kills} kills in {time.monotonic() - began:.0f} s")
        deadline = time.monotonic() + 600
        statuses: dict[str, str] = {}
        while time.monotonic() < deadline and set(statuses.values()) != {"completed"}:
            await asyncio.sleep(1)
            statuses = await asyncio.to_thread(client.statuses)
        took = time.monotonic() - began
        watching.cancel()
        return report(client, accepted, statuses, watch, took)


def report(client: Client, accepted: list[str], statuses: dict[str, str], watch: Watch, took: float) -> int:
    """Print the figures; return 0 where nothing was lost, doubled or late."""
    documents: list[dict[str, Any]] = client.documents()
    made = [one["generation_id"] for one in documents]
    doubled = len(made) - len(set(made)) + sum(client.versions(one["id"]) != [1] for one in documents)
    lost = sum(statuses.get(one) != "completed" or one not in made for one in accepted)
    whole = sum(client.has_pdf(one["id"]) for one in documents)
    slowest = max(watch.rescues, default=0.0)
    print(f"{len(accepted)} accepted, {lost} lost, {doubled} doubled, {whole} files read back, {took:.0f} s in all")
    print(f"{len(watch.rescues)} tasks lost their worker; picked up after {slowest:.1f} s at the latest")
    return int(bool(lost or doubled or whole != len(accepted) or slowest > 60))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("broker")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--generations", type=int, default=200)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--pause", type=float, default=1.0, help="Seconds between kills at most.")
    sys.exit(asyncio.run(run(parser.parse_args())))
