"""The API door: `uvicorn app.main:create --factory`."""

from fastapi import FastAPI

from app.bootstrap import app_version, build_services
from app.infrastructure.logs import configure_logging
from app.presentation.api.factory import create_app
from app.settings import Settings


def create() -> FastAPI:
    """Return the application as configured by the environment."""
    settings = Settings()
    style = settings.log_format or ("json" if settings.environment == "production" else "console")
    configure_logging(level=settings.log_level, style=style)
    return create_app(lambda: build_services(settings), version=app_version(), cors_origins=settings.cors_origins)
