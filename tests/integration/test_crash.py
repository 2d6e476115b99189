"""What was accepted is finished exactly once, though the server is killed at random moments."""

import os
import random
import signal
import time
from pathlib import Path

import httpx2
import pytest

from tests.integration.server import POSTING, RESUME, free_port, server

GENERATIONS = 20


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
