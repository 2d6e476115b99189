"""The live API against its own description: generated requests, right and wrong ones, all checks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from tests.integration.test_crash import POSTING, RESUME, ROOT, free_port, server

# These would end the session that all other requests use, or never end themselves.
ENDLESS = r"(/auth/(logout|logout-all|sessions/|account|password)|/stream$|/events$)"
EXAMPLES = os.environ.get("FUZZ_EXAMPLES", "4")  # noqa: TID251 - `make fuzz` asks for more


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
    return ids


@pytest.mark.integration
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_api_is_what_it_says(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    settings = {"RATE_LIMIT_USER_PER_MINUTE": "0", "RATE_LIMIT_IP_PER_DAY": "0"}
    if kind == "postgresql":
        settings["DATABASE_URL"] = request.getfixturevalue("postgres_url")
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
            *("--phases", "coverage,fuzzing", "--max-examples", EXAMPLES, "--seed", "5", "--no-color"),
            *("--exclude-path-regex", ENDLESS, "--generation-database", "none"),
        ]
        hooks = {"SCHEMATHESIS_HOOKS": "tests.fuzz.hooks", "FUZZ_IDS": json.dumps(ids), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            command, cwd=tmp_path, env={"PATH": os.defpath, **hooks}, capture_output=True, text=True, check=False
        )
    (tmp_path / "schemathesis.txt").write_text(done.stdout + done.stderr)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2000:]
