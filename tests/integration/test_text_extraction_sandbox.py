"""The pool of reader processes: limits, crashes, healing, and that nothing is left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from app.domain.errors import JobWiseError, UnavailableError
from app.domain.ports.text_extraction import FileTooComplexError
from app.infrastructure.text_extraction.extractor import SandboxedTextExtractor
from tests.contract import text_extraction_pdfs as pdf_files

pytestmark = pytest.mark.integration

_ROOT = Path(__file__).resolve().parents[2]
_WORDS = b"Ada Byron\nAnalyst"


@pytest.fixture
async def extractor() -> AsyncIterator[SandboxedTextExtractor]:
    made = SandboxedTextExtractor(readers=2)
    yield made
    await made.aclose()


async def _outcome(extractor: SandboxedTextExtractor, data: bytes) -> str:
    try:
        return (await extractor.extract(data)).text
    except JobWiseError as error:
        return error.code


def _gone(pid: int) -> bool:
    """Whether a process has ended; a zombie has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _environment(pid: int) -> bytes:
    place = Path(f"/proc/{pid}/environ")
    if not place.exists():
        pytest.skip("no /proc here")
    return place.read_bytes()


async def _until(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        await asyncio.sleep(0.01)
    return False


@pytest.mark.parametrize("make", [pdf_files.nested_forms, pdf_files.flate_bomb])
async def test_hostile_files_are_answered_in_five_seconds_and_the_pool_heals(
    extractor: SandboxedTextExtractor, make: Callable[[], bytes]
) -> None:
    data = make()
    start = time.monotonic()
    outcome = await _outcome(extractor, data)
    assert time.monotonic() - start < 5.0
    assert outcome in {"file_too_complex", "file_damaged", "", "deep"}
    assert await _outcome(extractor, _WORDS) == "Ada Byron\nAnalyst"


async def test_a_file_that_takes_too_long_is_given_up() -> None:
    extractor = SandboxedTextExtractor(wall_seconds=0.001)
    with pytest.raises(FileTooComplexError):
        await extractor.extract(_WORDS)
    await extractor.aclose()


async def test_a_killed_reader_is_replaced(extractor: SandboxedTextExtractor) -> None:
    await extractor.extract(_WORDS)
    os.kill(extractor._idle[0]._process.pid, signal.SIGKILL)
    assert await _until(lambda: not extractor._idle[0].alive)
    assert await _outcome(extractor, _WORDS) == "Ada Byron\nAnalyst"


async def test_more_files_than_readers_all_get_their_own_answer(extractor: SandboxedTextExtractor) -> None:
    texts = [f"Person number {number}" for number in range(24)]
    answers = await asyncio.gather(*(_outcome(extractor, text.encode()) for text in texts))
    assert answers == texts
    assert len(extractor._idle) == 2


async def test_a_cancelled_call_leaves_no_mixed_up_answer(extractor: SandboxedTextExtractor) -> None:
    await extractor.extract(_WORDS)
    call = asyncio.create_task(_outcome(extractor, pdf_files.nested_forms()))
    await asyncio.sleep(0.05)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert await _outcome(extractor, _WORDS) == "Ada Byron\nAnalyst"


async def test_the_event_loop_goes_on_while_files_are_read(extractor: SandboxedTextExtractor) -> None:
    await extractor.extract(_WORDS)
    slow = asyncio.create_task(_outcome(extractor, pdf_files.nested_forms()))
    longest, last = 0.0, time.monotonic()
    while not slow.done():
        await asyncio.sleep(0.005)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert longest < 0.5


async def test_waiting_too_long_for_a_reader_is_unavailable() -> None:
    extractor = SandboxedTextExtractor(readers=1, queue_seconds=0.05)
    first = asyncio.create_task(_outcome(extractor, pdf_files.nested_forms()))
    await asyncio.sleep(0)
    with pytest.raises(UnavailableError):
        await extractor.extract(_WORDS)
    await first
    await extractor.aclose()


async def test_idle_readers_are_ended() -> None:
    extractor = SandboxedTextExtractor(idle_seconds=0.05)
    await extractor.extract(_WORDS)
    pid = extractor._idle[0]._process.pid
    assert await _until(lambda: _gone(pid))
    assert await _outcome(extractor, _WORDS) == "Ada Byron\nAnalyst"
    await extractor.aclose()


@pytest.mark.skipif(sys.platform != "linux", reason="the signal on the parent's death is Linux's")
async def test_readers_die_with_the_service() -> None:
    program = """
import asyncio, os, signal
from app.infrastructure.text_extraction.extractor import SandboxedTextExtractor
async def main():
    extractor = SandboxedTextExtractor()
    await extractor.extract(b"words")
    print(extractor._idle[0]._process.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""
    done = subprocess.run(  # noqa: ASYNC221 - the test has nothing else to do
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=_ROOT, timeout=30, check=False
    )
    pid = int(done.stdout)
    assert await _until(lambda: _gone(pid))


def test_the_service_loads_no_reader_library() -> None:
    program = (
        "import sys, app.infrastructure.text_extraction.extractor\n"
        "print(sorted({'pypdf', 'pypdfium2', 'lxml', 'docx', 'selectolax', 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=_ROOT, check=True)
    assert done.stdout.strip() == "[]"


async def test_the_reader_sees_nothing_of_the_service_environment(
    extractor: SandboxedTextExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBWISE_SECRET_KEY", "not for readers")
    await extractor.extract(_WORDS)
    assert b"JOBWISE" not in _environment(extractor._idle[0]._process.pid)
