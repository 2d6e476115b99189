"""What was accepted is finished exactly once, though the server is killed at random moments."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

ROOT = Path(__file__).parents[2]
RESUME = (
    "Ana Pires\nana@example.org\n\nExperience\nData Analyst, Banco Sul, Lisbon\n2019 - 2024\n"
    "- Built 12 dashboards in Power BI for the branch managers\n"
    "- Cut the monthly close from 6 days to 2 with SQL and dbt\n"
    "\nEducation\nBSc Statistics, University of Lisbon, 2015 - 2018\n\nSkills\nSQL, dbt, Power BI, Python\n"
)
POSTING = (
    "Senior Data Analyst at Norte Energia\n\n"
    "Requirements\n- SQL and dbt\n- Power BI or Tableau\n- 3 years of experience\n"
)
GENERATIONS = 20


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def server(folder: Path, port: int, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the real server as its own process group; whatever is left of it is killed at the end."""
    settings = {"DATA_DIR": str(folder), "BCRYPT_ROUNDS": "4", "TASK_LEASE_SECONDS": "2", "LOG_LEVEL": "error"}
    settings["JOB_SOURCES"] = ""
    settings |= {"RATE_LIMIT_USER_PER_MINUTE": "0", "RATE_LIMIT_IP_PER_DAY": "0", **more}
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "serve", "--port", str(port)],
        cwd=ROOT,
        env={"PATH": os.defpath, **settings},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_ready(port)
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until_ready(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if httpx2.get(f"http://127.0.0.1:{port}/health/ready", timeout=1).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.05)
    pytest.fail("the server did not become ready")


@pytest.mark.integration
@pytest.mark.slow
def test_twenty_generations_survive_random_kills(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311 - a repeatable choice of moments, no secret
    port = free_port()
    base = f"http://127.0.0.1:{port}/api/v1"
    with server(tmp_path, port), httpx2.Client(base_url=base) as client:
        account = {"email": "ana@example.org", "password": "Correct-Horse-9"}
        token = client.post("/auth/register", json=account).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        resume = client.post("/resumes", files={"file": ("r.txt", RESUME.encode())}, headers=headers).json()
        profile = client.post("/profiles/import", json={"resume_id": resume["id"]}, headers=headers).json()["profile"]
        job = client.post("/jobs", json={"source": "manual", "raw_text": POSTING}, headers=headers).json()
        body = {"profile_id": profile["id"], "job_id": job["id"]}
        accepted = [
            client.post("/generations/resume", json=body, headers=headers).json()["id"] for _ in range(GENERATIONS)
        ]
    for _ in range(4):
        with server(tmp_path, port) as process:
            time.sleep(chance.uniform(0.0, 0.7))  # the random moment is the point of this test
            os.killpg(process.pid, signal.SIGKILL)
    with server(tmp_path, port), httpx2.Client(base_url=base) as client:
        deadline = time.monotonic() + 60
        statuses: dict[str, str] = {}
        while time.monotonic() < deadline and set(statuses.values()) != {"completed"}:
            page = client.get("/generations?limit=100", headers=headers).json()
            statuses = {generation["id"]: generation["status"] for generation in page["items"]}
            time.sleep(0.1)
        assert statuses == dict.fromkeys(accepted, "completed")
        documents = client.get("/documents?limit=100", headers=headers).json()
        assert documents["total"] == GENERATIONS
        assert {document["generation_id"] for document in documents["items"]} == set(accepted)
        for document in documents["items"]:
            versions = client.get(f"/documents/{document['id']}/versions", headers=headers).json()
            assert [version["version_number"] for version in versions["items"]] == [1]
            file = client.get(f"/documents/{document['id']}/download", headers=headers)
            assert file.content.startswith(b"%PDF-")
