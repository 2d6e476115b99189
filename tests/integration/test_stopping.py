"""A process that is told to stop ends, whatever holds it up."""

import asyncio
import logging
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from typing import cast

import pytest

from app.application.schedules import Scheduler
from app.application.tasks import TaskRunner
from app.bootstrap import work

pytestmark = pytest.mark.integration
LEAVING = """
import time
from app.bootstrap.work import leaving_in_time
with leaving_in_time(0.3) as start:
    {told}
    {busy}
time.sleep(0.6)
print("left by itself")
"""


def leave(*, told: str, busy: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", LEAVING.format(told=told, busy=busy)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_process_that_does_not_leave_is_ended_and_tells_where_it_stood() -> None:
    code, out, errors = leave(told="start()", busy="time.sleep(60)")
    assert (code, out) == (1, "")
    assert 'File "<string>", line 6 in <module>' in errors


@pytest.mark.parametrize(("told", "busy"), [("start()", "pass"), ("pass", "time.sleep(0.6)")])
def test_nothing_ends_a_process_that_leaves_in_time_or_was_not_told_to(told: str, busy: str) -> None:
    assert leave(told=told, busy=busy) == (0, "left by itself\n", "")


class Stubborn:
    """Runs for ever, and loses the first cancellation."""

    def __init__(self) -> None:
        self.lost = 0

    async def run_forever(self, **_: object) -> None:
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                if self.lost:
                    raise
                self.lost += 1


async def test_work_that_loses_a_cancellation_is_cancelled_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(work, "_CANCEL_AGAIN_SECONDS", 0.05)
    tasks, scheduler = Stubborn(), Stubborn()
    with caplog.at_level(logging.WARNING):
        async with AsyncExitStack() as stack:
            work.start_work(
                cast("TaskRunner", tasks), cast("Scheduler", scheduler), stack, concurrency=1, grace_seconds=0
            )
            await asyncio.sleep(0)
            stopped = time.monotonic()
    assert time.monotonic() - stopped < 5
    assert (tasks.lost, scheduler.lost) == (1, 1)
    assert [line.split(";")[0] for line in caplog.messages] == ["the schedule does not end", "the work does not end"]
