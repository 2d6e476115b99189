"""The workers' doors: `jobwise worker` does background work, `jobwise beat` what is due from time to time."""

import asyncio
import signal

from app.bootstrap import app_version, build_celery_worker, build_services, now
from app.infrastructure.allocator import keep_heap_small
from app.infrastructure.logs import configure_logging
from app.settings import Settings

_GRACE_SECONDS = 25.0


def work(concurrency: int | None = None) -> None:
    """Do background work until told to end: as the broker says, or as the database does where there is none."""
    settings = _settings()
    count = concurrency or settings.worker_concurrency or 1
    if settings.task_queue == "in_process":
        asyncio.run(_until_told(settings, workers=count))
        return
    name = f"jobwise-{app_version()}-{now():%H%M%S%f}@%h"
    options = ["--pool=prefork", f"--concurrency={count}", "--without-gossip", "--without-mingle", f"--hostname={name}"]
    build_celery_worker(settings).worker_main(["--quiet", "worker", "--loglevel=WARNING", *options])


def beat() -> None:
    """Look after everything that is due from time to time until told to end; a second one takes over from a first."""
    asyncio.run(_until_told(_settings(), workers=0))


def _settings() -> Settings:
    keep_heap_small()
    settings = Settings()
    style = settings.log_format or ("json" if settings.environment == "production" else "console")
    configure_logging(level=settings.log_level, style=style)
    return settings


async def _until_told(settings: Settings, *, workers: int) -> None:
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with build_services(settings, workers=workers, scheduled=True, grace_seconds=_GRACE_SECONDS):
        await told.wait()
