"""Workers over a broker: what was accepted is finished exactly once, whoever is killed, stopped or emptied."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from tests.conftest import service_url
from tests.integration.deployment import Client, Deployment, deployment, query, wait_for

pytestmark = [pytest.mark.integration, pytest.mark.slow]
GENERATIONS = 10


@pytest.fixture(params=["TEST_REDIS_URL", "TEST_AMQP_URL"], ids=["redis", "rabbitmq"])
def world(request: pytest.FixtureRequest, tmp_path: Path, empty_postgres_url: str) -> Iterator[Deployment]:
    """A deployment on each broker."""
    with deployment(tmp_path, empty_postgres_url, service_url(request.param)) as made:
        yield made


def all_done(client: Client, accepted: list[str]) -> bool:
    statuses = client.statuses()
    return all(statuses[one] == "completed" for one in accepted)


def check_documents(client: Client, accepted: list[str]) -> None:
    documents = client.documents()
    assert sorted(one["generation_id"] for one in documents) == sorted(accepted), "each has exactly one"
    for document in documents:
        assert client.versions(document["id"]) == [1]
        assert client.has_pdf(document["id"])


def children_of(process: "subprocess.Popen[bytes]") -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False)
    return [int(pid) for pid in listed.stdout.split()]


def test_generations_survive_killed_workers(world: Deployment) -> None:
    chance = random.Random(7)  # noqa: S311 - a repeatable choice, no secret
    client = world.serve()
    world.start("beat")
    workers = [world.start("worker", "--concurrency", "1") for _ in range(2)]
    accepted = [client.generate() for _ in range(GENERATIONS)]
    wait_for("work has begun", lambda: "generating" in client.statuses().values())
    # One whole worker at a random moment, and of the other one the process that works, twice.
    world.kill(workers.pop(chance.randrange(2)))

    def works() -> bool:
        # One whose only process is killed as it starts gives up: whoever supervises it starts it anew.
        if workers[0].poll() is not None:
            workers[0] = world.start("worker", "--concurrency", "1")
        return bool(children_of(workers[0]))

    for _ in range(2):
        wait_for("the other worker works", works)
        os.kill(children_of(workers[0])[0], signal.SIGKILL)
        time.sleep(chance.uniform(0.2, 1.0))  # the random moment is the point of this test
    workers.append(world.start("worker", "--concurrency", "1"))
    wait_for("all are completed", lambda: all_done(client, accepted))
    check_documents(client, accepted)
    assert query(world.database_url, "SELECT count(*) FROM tasks WHERE status = 'parked'") == [(0,)]


def test_an_emptied_broker_costs_a_sweep_and_a_worker_that_is_told_to_end_ends_in_time(
    tmp_path: Path, empty_postgres_url: str
) -> None:
    broker = service_url("TEST_REDIS_URL")
    with deployment(tmp_path, empty_postgres_url, broker) as world, Redis.from_url(broker) as redis:
        client = world.serve()
        accepted = [client.generate() for _ in range(4)]
        empty(redis, world.queue)
        world.start("beat")
        worker = world.start("worker", "--concurrency", "1")
        wait_for("work has begun", lambda: "generating" in client.statuses().values())
        began = time.monotonic()
        worker.terminate()
        worker.wait(timeout=35)
        assert time.monotonic() - began < 30
        empty(redis, world.queue)
        world.start("worker", "--concurrency", "1")
        accepted.append(client.generate())
        wait_for("all are completed", lambda: all_done(client, accepted))
        check_documents(client, accepted)


def test_a_worker_that_was_stopped_past_its_lease_writes_nothing(tmp_path: Path, empty_postgres_url: str) -> None:
    with deployment(tmp_path, empty_postgres_url) as world:
        client = world.serve()
        ghost = world.start("worker", "--concurrency", "1")
        accepted = [client.generate() for _ in range(6)]
        wait_for("work has begun", lambda: "generating" in client.statuses().values())
        os.killpg(ghost.pid, signal.SIGSTOP)
        caught = query(
            world.database_url, "SELECT id, fence FROM tasks WHERE status = 'running' AND kind = 'generation'"
        )
        other = world.start("worker", "--concurrency", "1")
        wait_for("the other worker finishes all", lambda: all_done(client, accepted))
        before = rows(world)
        world.kill(other)
        os.killpg(ghost.pid, signal.SIGCONT)
        # It goes on with what it held, finds its fence outdated, and then does new work.
        accepted.append(client.generate())
        wait_for("the ghost does new work", lambda: all_done(client, accepted))
        assert [row for row in rows(world) if row in before] == before
        for task_id, fence in caught:
            found = query(world.database_url, f"SELECT fence > {fence} FROM tasks WHERE id = '{task_id}'")  # noqa: S608
            assert found == [(True,)]
        check_documents(client, accepted)


def empty(redis: "Redis", queue: str) -> None:
    """Take everything out of the broker that has to do with the queue."""
    for key in redis.scan_iter(f"*{queue}*"):
        redis.delete(key)


def rows(world: Deployment) -> list[object]:
    """Return every document and generation as the database has it."""
    return [
        *query(world.database_url, "SELECT d::text FROM documents d ORDER BY id"),
        *query(world.database_url, "SELECT v::text FROM document_versions v ORDER BY 1"),
        *query(world.database_url, "SELECT g::text FROM generations g WHERE status = 'completed' ORDER BY id"),
    ]
