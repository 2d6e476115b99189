"""The adapter that the service holds: a small pool of warm reader processes."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

import app
from app.domain.errors import JobWiseError, PayloadTooLargeError, UnavailableError, UnprocessableError
from app.domain.ports.text_extraction import FileDamagedError, FileTooComplexError, ITextExtractor
from app.domain.text.source import SourceText
from app.infrastructure.text_extraction.frames import LENGTH, MAX_REPLY, decode_reply, encode_request
from app.infrastructure.text_extraction.reading import MAX_BYTES

_CHILD = "app.infrastructure.text_extraction.child"
_ROOT = str(Path(next(iter(app.__path__))).parent)
_GRACE_SECONDS = 1.0
RECOGNITION_SECONDS = 40.0
"""What a scan of five pages may take."""
_LARGE_REPLY = 200_000  # bytes; decoding more would hold the event loop for milliseconds
_CRASHES = {signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE}


class _Reader:
    """One reader process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, recognition: tuple[str, ...] = ()) -> "_Reader":
        """Start a process with nothing of the service's environment but the way to its code."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-X", "utf8", "-m", _CHILD, str(os.getpid()), *recognition),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"PYTHONPATH": _ROOT, "PYTHONHASHSEED": "0"},
            cwd=_ROOT,
            limit=4 * 1024 * 1024,
        )
        return cls(process)

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def ask(self, data: bytes, filename: str) -> bytes:
        """Return the raw reply. Raises `FileDamagedError` or `FileTooComplexError` when the file ends the process."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise FileDamagedError
        try:
            stdin.write(encode_request(data, filename))
            stdin.write(data)
            await stdin.drain()
            size = LENGTH.unpack(await stdout.readexactly(LENGTH.size))[0]
            if size > MAX_REPLY:
                raise FileTooComplexError
            return await stdout.readexactly(size)
        except (BrokenPipeError, ConnectionResetError, asyncio.IncompleteReadError) as error:
            code = await self._process.wait()
            if -code in _CRASHES:
                raise FileDamagedError from error
            raise FileTooComplexError from error

    async def end(self, *, at_once: bool) -> None:
        """End the process and wait until it is gone: `at_once`, or by closing its input with a second of grace.

        A process that is about to exit must not be signalled: the signal would take its exit status from the watcher.
        """
        if self._process.stdin is not None:
            self._process.stdin.close()
        if not at_once:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_GRACE_SECONDS):
                    await self._process.wait()
                return
        if self.alive:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
        await self._process.wait()


class SandboxedTextExtractor(ITextExtractor):
    """Reads files in child processes with limits of time and memory. Belongs to the event loop of its first call.

    At most `readers` files are read at once; who waits longer than `queue_seconds` for a free reader gets
    `UnavailableError`. A file is given up after `wall_seconds`. Processes idle for `idle_seconds` are ended. With
    `recognition` (program, languages) the readers recognize the pages of scans.
    """

    def __init__(
        self,
        *,
        readers: int = 2,
        wall_seconds: float = 4.0,
        queue_seconds: float = 20.0,
        idle_seconds: float = 120.0,
        recognition: tuple[str, str] | None = None,
    ) -> None:
        self._recognition = recognition or ()
        self._slots = asyncio.Semaphore(readers)
        self._wall_seconds = wall_seconds
        self._queue_seconds = queue_seconds
        self._idle_seconds = idle_seconds
        self._idle: list[_Reader] = []
        self._timer: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Task[None]] = set()

    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        """See `ITextExtractor.extract`."""
        if len(data) > MAX_BYTES:
            raise PayloadTooLargeError(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB", max_bytes=MAX_BYTES)
        try:
            async with asyncio.timeout(self._queue_seconds):
                await self._slots.acquire()
        except TimeoutError as error:
            raise UnavailableError("Many files are being read; try again shortly") from error
        try:
            answer = await self._read(data, filename)
        finally:
            self._slots.release()
            self._restart_timer()
        if isinstance(answer, JobWiseError):
            raise answer
        return answer

    async def _read(self, data: bytes, filename: str) -> SourceText | JobWiseError:
        reader: _Reader | None = None
        keep = answered = False
        try:
            async with asyncio.timeout(self._wall_seconds):
                reader = await self._take()
                raw = await reader.ask(data, filename)
                answered = True
            answer, tired = decode_reply(raw) if len(raw) < _LARGE_REPLY else await asyncio.to_thread(decode_reply, raw)
            keep = not tired
        except TimeoutError as error:
            raise FileTooComplexError from error
        else:
            return answer
        finally:
            if reader is not None:
                if keep:
                    self._idle.append(reader)
                else:
                    self._end_later(reader, at_once=not answered)

    async def _take(self) -> _Reader:
        while self._idle:
            reader = self._idle.pop()
            if reader.alive:
                return reader
            self._end_later(reader, at_once=True)
        return await _Reader.start(self._recognition)

    def _end_later(self, reader: _Reader, *, at_once: bool) -> None:
        """End a process without keeping the answer waiting; also right when the caller was cancelled."""
        task = asyncio.get_running_loop().create_task(reader.end(at_once=at_once))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    def _restart_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._idle_seconds, self._retire)

    def _retire(self) -> None:
        idle, self._idle = self._idle, []
        for reader in idle:
            self._end_later(reader, at_once=False)

    async def aclose(self) -> None:
        """See `ITextExtractor.aclose`."""
        if self._timer is not None:
            self._timer.cancel()
        self._retire()
        while self._ending:
            await asyncio.gather(*self._ending)


class RecognizingTextExtractor(ITextExtractor):
    """Reads files as `extractor` does, and lets `recognizer` read the pages of scans.

    A scan takes up to `RECOGNITION_SECONDS`. What cannot be recognized stays a scan (`needs_ocr`).
    """

    def __init__(self, extractor: ITextExtractor, recognizer: ITextExtractor) -> None:
        self._extractor = extractor
        self._recognizer = recognizer

    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        """See `ITextExtractor.extract`."""
        source = await self._extractor.extract(data, filename=filename)
        if not source.needs_ocr:
            return source
        try:
            return await self._recognizer.extract(data, filename=filename)
        except UnprocessableError:
            return source

    async def aclose(self) -> None:
        """See `ITextExtractor.aclose`."""
        await self._recognizer.aclose()
        await self._extractor.aclose()
