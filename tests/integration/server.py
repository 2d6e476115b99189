"""The real server as one process, and what is sent to it."""

import os
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


def free_port() -> int:
    """Return a port that nobody listens on."""
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
    """Wait until the service says that it is ready; fail after 30 s."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if httpx2.get(f"http://127.0.0.1:{port}/health/ready", timeout=1).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.05)
    pytest.fail("the server did not become ready")
