"""Cold start, and the memory of one server over minutes of mixed load: `python -m bench.endurance [--minutes 10]`.

Eight users read, list, search and save jobs, upload resumes, generate documents and export them without pause. Linux
only: memory is VmRSS of /proc, of the server alone and with its readers of files. Goals: ready within 3 s, 250 MB at
most, and flat: the last minute holds at most a tenth more than the one after warm-up.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

import httpx2

from tests.integration.server import POSTING, RESUME, free_port, server

USERS, WARM_UP_MINUTES, GOAL_MB, GOAL_SECONDS = 8, 2, 250, 3.0


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in MB; 0 where it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except FileNotFoundError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)


def family_mb(pid: int) -> float:
    """Return the resident memory of a process and its children in MB; shared pages count for each."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return resident_mb(pid) + sum(family_mb(int(child)) for child in listed)


async def work(base: str, number: int, until: float, done: list[int]) -> None:
    """Be one user until then."""
    chance = random.Random(number)  # noqa: S311 - a repeatable choice, no secret
    async with httpx2.AsyncClient(base_url=base, timeout=60) as client:

        async def post(path: str, **what: object) -> dict[str, object]:
            answer = await client.post(path, **what)  # type: ignore[arg-type]
            if answer.status_code >= 300:
                raise RuntimeError(f"{path} was answered with {answer.status_code}: {answer.text[:200]}")
            given: dict[str, object] = answer.json()
            return given

        account = {"email": f"user{number}@example.org", "password": "Correct-Horse-9"}
        token = (await post("/auth/register", json=account))["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        resume = await post("/resumes", files={"file": ("r.txt", RESUME.encode())})
        imported = await post("/profiles/import", json={"resume_id": resume["id"]})
        profile = imported["profile"]["id"]  # type: ignore[index]
        job = (await post("/jobs", json={"source": "manual", "raw_text": POSTING}))["id"]
        while time.monotonic() < until:
            kind = chance.choices(("get", "list", "search", "save", "upload", "generate"), (40, 25, 10, 10, 5, 10))[0]
            if kind == "get":
                (await client.get(f"/jobs/{job}")).raise_for_status()
            elif kind == "list":
                (await client.get("/jobs")).raise_for_status()
            elif kind == "search":
                (await client.get("/jobs", params={"q": "python"})).raise_for_status()
            elif kind == "save":
                job = (await post("/jobs", json={"source": "manual", "raw_text": POSTING}))["id"]
            elif kind == "upload":
                await post("/resumes", files={"file": ("r.txt", RESUME.encode())})
            else:
                made = await post("/generations/resume", json={"profile_id": profile, "job_id": job})
                events = (await client.get(f"/generations/{made['id']}/events")).text
                if "event: completed" not in events:
                    raise RuntimeError(events[-500:])
            done[0] += 1


async def run(port: int, pid: int, minutes: float) -> list[float]:
    """Return the memory after each minute of load."""
    until, done, seen = time.monotonic() + 60 * minutes, [0], []
    users = [asyncio.create_task(work(f"http://127.0.0.1:{port}/api/v1", at, until, done)) for at in range(USERS)]
    while time.monotonic() < until and not any(user.done() for user in users):
        await asyncio.sleep(min(60.0, max(0.1, until - time.monotonic())))
        seen.append(resident_mb(pid))
        print(f"minute {len(seen):>2}: {seen[-1]:>6.1f} MB, with readers {family_mb(pid):>6.1f} MB, {done[0]} actions")
    await asyncio.gather(*users)
    return seen


def main() -> int:
    """Print the figures; return 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    minutes = parser.parse_args().minutes
    port = free_port()
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder), port, RATE_LIMIT_GENERATIONS_PER_HOUR="0") as process,
    ):
        start = time.monotonic() - began
        print(f"ready after {start:.1f} s, with {resident_mb(process.pid):.1f} MB", flush=True)
        seen = asyncio.run(run(port, process.pid, minutes))
    warm = seen[min(WARM_UP_MINUTES, len(seen)) - 1]
    print(f"at most {max(seen):.1f} MB; the last minute holds {seen[-1] / warm:.2f} of what it held warm")
    return 0 if start <= GOAL_SECONDS and max(seen) <= GOAL_MB and seen[-1] <= 1.1 * warm else 1


if __name__ == "__main__":
    sys.exit(main())
