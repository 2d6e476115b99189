"""Background work in Celery's worker processes: one event loop and one set of services in each."""

import asyncio
import logging
import os
import signal
import threading
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from app.application.services import Services
from app.bootstrap.services import build_services
from app.bootstrap.work import build_celery
from app.infrastructure.queue import TASK_NAME
from app.settings import Settings

if TYPE_CHECKING:
    from celery import Celery

logger = logging.getLogger(__name__)
_GRACE_SECONDS, _COLD_SECONDS = 25.0, 3.0


class _Child:
    """What one process of the pool keeps between messages."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loop: asyncio.Runner | None = None
        self._open: AbstractAsyncContextManager[Services] | None = None
        self._services: Services | None = None

    def start(self, **_signal: object) -> None:
        self._loop = asyncio.Runner()
        self._open = build_services(self._settings, workers=0)
        self._services = self._loop.run(self._open.__aenter__())

    def work(self, hint: str) -> None:
        if self._loop is None or self._services is None:
            self.start()
        if self._loop is not None and self._services is not None:
            worked = self._loop.run(self._services.tasks.run_next())
            logger.debug("the hint %s led to %s", hint, "a task" if worked else "nothing")

    def stop(self, **_signal: object) -> None:
        if self._loop is not None and self._open is not None:
            self._loop.run(self._open.__aexit__(None, None, None))
            self._loop.close()
        self._loop = self._services = None


def build_celery_worker(settings: Settings) -> "Celery":
    """Return the application with its one task, which does the due task whose turn it is."""
    from celery import signals  # noqa: PLC0415 - of an extra, and seconds to import

    app, child = build_celery(settings), _Child(settings)
    # Kept by strong reference: a signal's receivers are weak otherwise, and nobody else holds the child.
    signals.worker_process_init.connect(child.start, weak=False)
    signals.worker_process_shutdown.connect(child.stop, weak=False)
    signals.worker_shutting_down.connect(_end_in_time, weak=False)
    app.task(name=TASK_NAME)(child.work)
    return app


def _end_in_time(**_signal: object) -> None:
    """Let what runs end, but not for longer than an operator waits: rows whose lease ends are taken over."""

    def insist() -> None:
        logger.warning("work is still running after %s s; it is left to other workers", _GRACE_SECONDS)
        os.kill(os.getpid(), signal.SIGQUIT)
        leave = threading.Timer(_COLD_SECONDS, os._exit, [1])
        leave.daemon = True
        leave.start()

    wait = threading.Timer(_GRACE_SECONDS, insist)
    wait.daemon = True
    wait.start()
