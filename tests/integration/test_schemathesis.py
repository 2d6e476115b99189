"""The live API against its own description: generated requests, right and wrong ones, all checks."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.integration.server import POSTING, RESUME, ROOT, free_port, server

# These would end the session that all other requests use, or never end themselves.
ENDLESS = r"(/auth/(logout|logout-all|sessions/|account|password)|/stream$|/events$)"
# What each field can be wrong by comes the same each time, some 10,000 requests; `make fuzz` adds what chance finds.
EXAMPLES = os.environ.get("FUZZ_EXAMPLES")  # noqa: TID251 - `make fuzz` says how many
# PostgreSQL refuses more, so it finds more; `make fuzz` tries both.
POSTGRESQL = os.environ.get("TEST_POSTGRES_URL")  # noqa: TID251 - where the tests' services are
KINDS = ["sqlite", "postgresql"] if EXAMPLES else ["postgresql" if POSTGRESQL else "sqlite"]
PHASES = ("--phases", "coverage,fuzzing", "--max-examples", EXAMPLES) if EXAMPLES else ("--phases", "coverage")


def _made(response: httpx2.Response) -> dict[str, Any]:
    assert response.status_code in (200, 201, 202), response.text
    made: dict[str, Any] = response.json()
    return made


def _when_there(client: httpx2.Client, path: str, name: str = "items") -> list[str]:
    """Return the ids of a list that fills in the background."""
    give_up = time.monotonic() + 60
    while not (items := client.get(path).json()[name]):
        assert time.monotonic() < give_up, f"nothing in {path}"
        time.sleep(0.2)
    return [one["id"] for one in items]


def _seed(base: str, headers: dict[str, str]) -> dict[str, list[str]]:
    """Make one of each thing, and return their ids by the name of the path parameter."""
    with httpx2.Client(base_url=base, headers=headers, timeout=30) as client:
        resume = client.post("/resumes", files={"file": ("r.txt", RESUME.encode())}).json()
        profile = client.post("/profiles/import", json={"resume_id": resume["id"]}).json()["profile"]
        job = client.post("/jobs", json={"source": "manual", "raw_text": POSTING}).json()
        ids = {"resume_id": [resume["id"]], "profile_id": [profile["id"]], "job_id": [job["id"]]}
        ids["item_id"] = [item["id"] for name in ("experiences", "education", "skills") for item in profile[name]]
        started = client.post("/generations/resume", json={"profile_id": profile["id"], "job_id": job["id"]}).json()
        ids["generation_id"] = [started["id"]]
        application = client.post("/applications", json={"job_id": job["id"], "status": "applied"}).json()
        ids["application_id"] = [application["id"]]
        ids["notification_id"] = _when_there(client, "/notifications")
        below = f"/applications/{application['id']}"
        for name, body in (
            ("contact_id", {"name": "Zoe Lind"}),
            ("event_id", {"kind": "note", "body": "They liked the tide table."}),
            ("reminder_id", {"title": "Write to Zoe", "remind_at": "2030-01-01T09:00:00Z"}),
        ):
            ids[name] = [_made(client.post(f"{below}/{name.removesuffix('_id')}s", json=body))["id"]]
        ids["search_id"] = [_made(client.post("/jobs/searches", json={"name": "Python", "is_scheduled": False}))["id"]]
        both = {"profile_id": profile["id"], "job_id": job["id"]}
        prep = _made(client.post("/interview-preps", json=both))
        ids["prep_id"] = [prep["id"]]
        question = _when_there(client, f"/interview-preps/{prep['id']}", "questions")[0]
        answer = {"question_id": question, "answer": "When I joined Banco Sul, I built 12 dashboards."}
        ids["answer_id"] = [_made(client.post(f"/interview-preps/{prep['id']}/answers", json=answer))["id"]]
        ids["tailoring_id"] = [
            _made(client.post("/tailoring-sessions", files={k: (None, v) for k, v in both.items()}))["id"]
        ]
        ids["document_id"] = _when_there(client, "/documents")
    return ids


@pytest.mark.integration
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_api_is_what_it_says(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    settings = {"RATE_LIMIT_USER_PER_MINUTE": "0", "RATE_LIMIT_IP_PER_DAY": "0"}
    if kind == "postgresql":
        settings["DATABASE_URL"] = request.getfixturevalue("empty_postgres_url")
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with server(tmp_path, port, **settings):
        account = {"email": "fuzz@example.org", "password": "Correct-Horse-9"}
        token = httpx2.post(f"{base}/api/v1/auth/register", json=account).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        ids = _seed(f"{base}/api/v1", headers)
        command = [
            *(
                str(Path(sys.executable).parent / "schemathesis"),
                "--config-file",
                str(ROOT / "tests/fuzz/schemathesis.toml"),
            ),
            *("run", f"{base}/openapi.json", "--header", f"Authorization: Bearer {token}"),
            *PHASES,
            *("--seed", "5", "--no-color"),
            *("--exclude-path-regex", ENDLESS, "--generation-database", "none"),
        ]
        hooks = {"SCHEMATHESIS_HOOKS": "tests.fuzz.hooks", "FUZZ_IDS": json.dumps(ids), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            command, cwd=tmp_path, env={"PATH": os.defpath, **hooks}, capture_output=True, text=True, check=False
        )
    (tmp_path / "schemathesis.txt").write_text(done.stdout + done.stderr)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2000:]
