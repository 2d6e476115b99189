"""The API door: `uvicorn app.main:create --factory`."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI

from app.application.services import Services
from app.bootstrap import app_version, build_services, migrate_database
from app.infrastructure.allocator import keep_heap_small
from app.infrastructure.collector import Sparing
from app.infrastructure.logs import configure_logging
from app.presentation.api.factory import create_app
from app.settings import Settings


def create() -> FastAPI:
    """Return the application as configured by the environment."""
    keep_heap_small()
    settings = Settings()
    style = settings.log_format or ("json" if settings.environment == "production" else "console")
    configure_logging(level=settings.log_level, style=style)

    @asynccontextmanager
    async def start() -> AsyncIterator[Services]:
        async with build_services(settings) as services:
            Sparing().start()
            yield services

    return create_app(
        start,
        version=app_version(),
        cors_origins=settings.cors_origins,
        secure_cookies=settings.environment == "production",
        web_root=settings.web_root,
    )


def serve(host: str, port: int, workers: int) -> None:
    """Migrate, then serve until interrupted."""
    # Here too: the migration has a thread of its own.
    keep_heap_small()
    settings = Settings()
    asyncio.run(migrate_database(settings))
    print(f"JobWise is at http://{host}:{port} (API documentation: /docs)", file=sys.stderr)  # noqa: T201 - for people
    uvicorn.run(
        "app.main:create",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=20,
    )
