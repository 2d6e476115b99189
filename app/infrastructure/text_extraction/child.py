"""The reader process: answers one file after another from standard input, within limits set before the first byte.

It imports the readers only, opens no network connection, and ends when the service ends.
"""

import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path

from app.domain.errors import JobWiseError
from app.domain.ports.text_extraction import FileDamagedError, FileTooComplexError
from app.domain.text.source import SourceText
from app.infrastructure.text_extraction.frames import encode_error, encode_source, read_request
from app.infrastructure.text_extraction.reading import read_source

_MEMORY = 1024 * 1024 * 1024
_CPU_SECONDS = 4  # of one file; the wall clock of the service usually ends the process first
_RECOGNITION_SECONDS = 20  # of one page, by each program that is started for it
_TIRED_MEMORY = 250 * 1024  # kB; what one large file took is not given back
_FILES = 200
_PARENT_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38  # prctl(2)


def main(parent: int, recognition: tuple[str, str] | None = None) -> None:
    """Answer requests until standard input ends or the process is tired. `parent` is the service's process id.

    With `recognition` (program, languages) the pages of scans are recognized, and no other file is read.
    """
    replies = os.dup(1)
    # A library that prints must not write into the replies.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(parent)
    with os.fdopen(replies, "wb") as out:
        for served in range(1, _FILES + 1):
            request = read_request(sys.stdin.buffer)
            if request is None:
                return
            _allow_cpu_time(_RECOGNITION_SECONDS if recognition else _CPU_SECONDS)
            answer, tired = _answer(*request, recognition, last=served == _FILES)
            out.write(answer)
            out.flush()
            if tired:
                return


def _answer(data: bytes, filename: str, recognition: tuple[str, str] | None, *, last: bool) -> tuple[bytes, bool]:
    try:
        source = _recognized(data, *recognition) if recognition else read_source(data, filename)
    except JobWiseError as error:
        tired = last or isinstance(error, FileTooComplexError) or _swollen()
        return encode_error(error, tired=tired), tired
    except MemoryError:
        return encode_error(FileTooComplexError(), tired=True), True
    except Exception:  # noqa: BLE001 - whatever a parser stumbles over, the file is the reason, and the process is replaced
        return encode_error(FileDamagedError(), tired=True), True
    tired = last or _swollen()
    return encode_source(source, tired=tired), tired


def _recognized(data: bytes, program: str, languages: str) -> SourceText:
    from app.infrastructure.text_extraction.recognition import recognize  # noqa: PLC0415 - most readers never do it

    return recognize(data, program, languages)


def _limit(parent: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # macOS refuses an address space limit; the wall clock still holds there.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        if os.getppid() != parent:
            raise SystemExit(0)


def _allow_cpu_time(seconds: int) -> None:
    """Move the soft CPU limit ahead of what earlier files used."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds + 1, hard))


def _swollen() -> bool:
    if sys.platform != "linux":
        return False
    # Not `ru_maxrss`: a new process inherits the peak of the one that started it, and a large service would find every
    # reader tired after its first file.
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024 > _TIRED_MEMORY


if __name__ == "__main__":
    main(int(sys.argv[1]), (sys.argv[2], sys.argv[3]) if len(sys.argv) > 3 else None)
