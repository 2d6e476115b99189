"""The whole service over ASGI, with real adapters and small limits."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import pytest

from app.bootstrap import build_services
from app.domain.ids import uuid7
from app.infrastructure.database.engine import Database
from app.presentation.api.factory import create_app
from app.settings import Settings
from tests.conftest import open_database

SignUp = Callable[[], Awaitable[dict[str, str]]]


class Instance:
    """An application that runs with other settings each time: building its 183 operations takes most of a second."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.app = create_app(lambda: build_services(self.settings), version="test")


_idle: list[Instance] = []


@asynccontextmanager
async def serve(settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """Run the application and yield a client of it; several at a time are several instances."""
    instance = _idle.pop() if _idle else Instance()
    instance.settings = settings
    app = instance.app
    async with app.router.lifespan_context(app):
        transport = httpx2.ASGITransport(app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
            yield client
    _idle.append(instance)


def settings_on(database: Database, folder: Path) -> Settings:
    """Settings of a service on the database, everything else below the folder, without rate limits."""
    return Settings(
        database_url=database.engine.url.render_as_string(hide_password=False),
        data_dir=folder,
        bcrypt_rounds=4,
        log_level="error",
        rate_limit_user_per_minute=0,
        rate_limit_ip_per_day=0,
    )


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.integration)])
async def database_settings(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Settings]:
    """Settings of a service on an empty database of each kind, without rate limits."""
    async with open_database(request.param, request, tmp_path) as database:
        yield settings_on(database, tmp_path)


@pytest.fixture
async def client(database_settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a fresh service on each kind of database."""
    async with serve(database_settings) as client:
        yield client


@pytest.fixture
def sign_up(client: httpx2.AsyncClient) -> SignUp:
    """Registers somebody new and returns their authorization header."""

    async def register() -> dict[str, str]:
        body = {"email": f"{uuid7().hex}@example.org", "password": "Correct-Horse-9"}
        answer = await client.post("/api/v1/auth/register", json=body)
        assert answer.status_code == 201, answer.text
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    return register
