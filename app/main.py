"""The API door: `uvicorn app.main:create --factory`."""

import asyncio
import sys

import uvicorn
from fastapi import FastAPI

from app.bootstrap import app_version, build_services, migrate_database
from app.infrastructure.logs import configure_logging
from app.presentation.api.factory import create_app
from app.settings import Settings


def create() -> FastAPI:
    """Return the application as configured by the environment."""
    settings = Settings()
    style = settings.log_format or ("json" if settings.environment == "production" else "console")
    configure_logging(level=settings.log_level, style=style)
    return create_app(
        lambda: build_services(settings),
        version=app_version(),
        cors_origins=settings.cors_origins,
        secure_cookies=settings.environment == "production",
        web_root=settings.web_root,
    )


def serve(host: str, port: int, workers: int) -> None:
    """Migrate, then serve until interrupted."""
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
