"""The garbage collector of a process that lives long and answers many.

A full collection looks at every object there is. Vocabularies and loaded modules are some half a million that never go,
and looking at them stopped every request for 200 to 700 ms: https://docs.python.org/3/library/gc.html#gc.freeze sets
them aside. Those are still freed when nothing names them; only cycles among them stay.
"""

import gc
import time
from collections.abc import Mapping


class Sparing:
    """Sets aside what outlives a full collection that took more than `longest_seconds` of the processor."""

    def __init__(self, *, longest_seconds: float = 0.03) -> None:
        self._longest = longest_seconds
        self._started = 0.0

    def start(self) -> None:
        """Set aside what there is now, and watch the collector from now on."""
        gc.collect()
        gc.freeze()
        gc.callbacks.append(self._watch)

    def stop(self) -> None:
        """Watch no longer, and give back what was set aside."""
        gc.callbacks.remove(self._watch)
        gc.unfreeze()

    def _watch(self, phase: str, information: Mapping[str, int]) -> None:
        if phase == "start":
            self._started = time.thread_time()
        elif information["generation"] == 2 and time.thread_time() - self._started > self._longest:
            gc.freeze()
