"""A deployment of several processes on real services, started as an operator would."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import httpx2
from sqlalchemy import make_url

from app.domain.ids import uuid7
from app.infrastructure.queue import make_celery
from tests.integration.server import POSTING, RESUME, ROOT, free_port


def wait_for(what: str, condition: Callable[[], bool], *, seconds: float = 60) -> None:
    """Wait until the condition holds; fail after so long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds:g} s: {what}")


def query(database_url: str, statement: str) -> list[Any]:
    """Return the rows of a statement in PostgreSQL."""
    url = make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)

    async def ask() -> list[Any]:
        connection = await asyncpg.connect(url)
        try:
            return [tuple(row.values()) for row in await connection.fetch(statement)]
        finally:
            await connection.close()

    return asyncio.run(ask())


def delete_queue(url: str, name: str) -> None:
    """Leave nothing of the queue at the broker."""
    with make_celery(url).connection_for_write() as connection:
        connection.default_channel.queue_delete(name)


class Deployment:
    """An API, workers and a beat. Each process leads a group of its own; what is left at the end is killed."""

    def __init__(self, folder: Path, database_url: str, broker_url: str = "", **settings: str) -> None:
        self.port = free_port()
        self.database_url, self.broker_url = database_url, broker_url
        self.queue = f"jobwise-{uuid7().hex[-12:]}"
        self.environment: Mapping[str, str] = {
            "PATH": os.defpath,
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": database_url,
            "DATA_DIR": str(folder),
            "JWT_SECRET_KEY": "kelp-and-tide-tables-for-all-kayakers",
            "BCRYPT_ROUNDS": "4",
            "LOG_LEVEL": "error",
            "RATE_LIMIT_USER_PER_MINUTE": "0",
            "RATE_LIMIT_IP_PER_DAY": "0",
            "TASK_LEASE_SECONDS": "2",
            "WORKER_CONCURRENCY": "0",
            "TASK_QUEUE": "celery" if broker_url else "in_process",
            "CELERY_BROKER_URL": broker_url,
            # Tests may run beside each other on one broker.
            "CELERY_QUEUE": self.queue,
            **settings,
        }
        self.processes: list[subprocess.Popen[bytes]] = []
        self._clients: list[Client] = []

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start `jobwise` with the command."""
        process = subprocess.Popen(
            [sys.executable, "-m", "app", *command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def serve(self) -> "Client":
        """Start the API, wait until it answers, and sign somebody up."""
        self.start("serve", "--port", str(self.port))
        wait_for("the API answers", self._answers)
        self._clients.append(Client(f"http://127.0.0.1:{self.port}/api/v1"))
        return self._clients[-1]

    def kill(self, process: "subprocess.Popen[bytes]") -> None:
        """Kill the process with its children."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self) -> None:
        """Kill whatever is left."""
        for client in self._clients:
            client.close()
        for process in self.processes:
            if process.poll() is None:
                self.kill(process)
        if self.broker_url:
            delete_queue(self.broker_url, self.queue)

    def _answers(self) -> bool:
        try:
            return httpx2.get(f"http://127.0.0.1:{self.port}/health/live", timeout=1).status_code == 200
        except httpx2.TransportError:
            return False


@contextmanager
def deployment(folder: Path, database_url: str, broker_url: str = "", **settings: str) -> Iterator[Deployment]:
    """Yield a deployment with a queue of its own."""
    made = Deployment(folder, database_url, broker_url, **settings)
    try:
        yield made
    finally:
        made.close()


class Client:
    """A user with a profile and a job."""

    def __init__(self, base_url: str) -> None:
        self._http = httpx2.Client(base_url=base_url, timeout=30)
        account = {"email": f"ana-{time.time_ns()}@example.org", "password": "Correct-Horse-9"}
        token = self._post("/auth/register", json=account)["access_token"]
        self._http.headers["Authorization"] = f"Bearer {token}"
        resume = self._post("/resumes", files={"file": ("r.txt", RESUME.encode())})
        profile = self._post("/profiles/import", json={"resume_id": resume["id"]})["profile"]
        job = self._post("/jobs", json={"source": "manual", "raw_text": POSTING})
        self.body = {"profile_id": profile["id"], "job_id": job["id"]}

    @property
    def authorization(self) -> str:
        """The header that signs the user in."""
        return self._http.headers["Authorization"]

    def jobs(self) -> list[dict[str, Any]]:
        """Return every job."""
        return self._all("/jobs")

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def generate(self) -> str:
        """Ask for a resume; return the generation's id."""
        found: str = self._post("/generations/resume", json=self.body)["id"]
        return found

    def statuses(self) -> dict[str, str]:
        """Return the status of every generation."""
        return {one["id"]: one["status"] for one in self._all("/generations")}

    def documents(self) -> list[dict[str, Any]]:
        """Return every document."""
        return self._all("/documents")

    def versions(self, document_id: str) -> list[int]:
        """Return the numbers of the document's versions."""
        return [one["version_number"] for one in self._all(f"/documents/{document_id}/versions")]

    def has_pdf(self, document_id: str) -> bool:
        """Tell whether the document's file is there and a PDF."""
        return self._http.get(f"/documents/{document_id}/download").content.startswith(b"%PDF-")

    def _post(self, path: str, **what: Any) -> dict[str, Any]:
        answer = self._http.post(path, **what)
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def _all(self, path: str) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = []
        while True:
            page = self._http.get(path, params={"limit": 100, "offset": len(items)}).json()
            items += page["items"]
            if len(items) >= page["total"] or not page["items"]:
                return items
