"""The heap of a long-lived process, told by the C library itself."""

import json
import os
import subprocess
import sys

import pytest

from app.infrastructure.allocator import keep_heap_small

# Four threads take and free 20 MB in blocks of 100 KB, with small ones that stay between them. mallinfo2 is in glibc
# since 2.33.
SCRIPT = """
import ctypes, json, sys, threading
from app.infrastructure.allocator import keep_heap_small
told = keep_heap_small() if sys.argv[1] == "small" else None
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
class Heap(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in
        "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]
libc.mallinfo2.restype = Heap
def work():
    for _ in range(4):
        large = [libc.malloc(100_000) for _ in range(50)]
        libc.malloc(600)
        for block in large:
            libc.free(block)
        barrier.wait()
barrier = threading.Barrier(4)
before = libc.mallinfo2().fordblks
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps({"told": told, "kept": libc.mallinfo2().fordblks - before}))
"""


def heap(how: str) -> dict[str, int]:
    given = {"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", SCRIPT, how]
    done = subprocess.run(command, env=given, capture_output=True, check=True, timeout=60)
    told: dict[str, int] = json.loads(done.stdout)
    return told


def test_what_threads_freed_goes_back() -> None:
    small = heap("small")
    assert small["told"] is True
    assert small["kept"] < 1_000_000 < 15_000_000 < heap("as it is")["kept"]


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "confstr_names", {})
    assert keep_heap_small() is False
