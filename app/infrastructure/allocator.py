"""The C library's heap in a process that lives long and works in many threads."""

import ctypes
import os

# As malloc.h numbers them: https://man7.org/linux/man-pages/man3/mallopt.3.html
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_OPTIONS = {_M_ARENA_MAX: 1, _M_MMAP_THRESHOLD: 32 * 1024, _M_TRIM_THRESHOLD: 128 * 1024}


def keep_heap_small() -> bool:
    """Have glibc give back what was freed; call it before there are threads. Tell whether this is glibc.

    Left alone it keeps up to eight heaps a core, and puts ever larger blocks among small ones that stay: a server of
    eight busy users grew by 2 MB a minute and held no more than before. One heap, and blocks of 32 KB and more outside
    of it, leave a few tenths of that (`bench/endurance.py`).
    """
    if "CS_GNU_LIBC_VERSION" not in getattr(os, "confstr_names", {}):
        return False
    mallopt = ctypes.CDLL(None).mallopt
    for option, value in _OPTIONS.items():
        if mallopt(option, value) != 1:
            raise OSError(f"glibc refused to set option {option} to {value}")
    return True
