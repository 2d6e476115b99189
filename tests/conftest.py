"""Fixtures every test may use."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import delete, make_url

from app.domain.unit_of_work import UnitOfWorkFactory
from app.infrastructure.database.base import Row
from app.infrastructure.database.engine import Database
from app.infrastructure.database.migrations import migrate
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from tests.fakes import FakeUnitOfWorkFactory

REQUIRED = os.environ.get("JOBWISE_REQUIRE_SERVICES") == "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: of several processes none is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def service_url(variable: str) -> str:
    """Return where a real service is; without one, skip, or fail where services are required."""
    url = os.environ.get(variable, "")
    if not url:
        if REQUIRED:
            pytest.fail(f"{variable} is not set, and JOBWISE_REQUIRE_SERVICES=1 forbids skipping")
        pytest.skip(f"{variable} is not set")
    return url


def run_apart(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine on a loop of its own, also where another loop is running already."""
    with ThreadPoolExecutor(1) as executor:
        executor.submit(asyncio.run, work).result()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads the developer's own settings, or leaves this machine."""
    for name in list(os.environ):
        if name.split("_")[0] in {
            "DATABASE",
            "JWT",
            "CORS",
            "S3",
            "STORAGE",
            "LLM",
            "OPENAI",
            "ANTHROPIC",
            "QUOTA",
            "RATE",
            "REDIS",
            "JOB",
            "ADZUNA",
            "USAJOBS",
            "THEMUSE",
            "SAVED",
            "AUTH",
            "SUPABASE",
            "EMBEDDINGS",
            "TASK",
            "CELERY",
            "WORKER",
            "VECTOR",
            "QDRANT",
        }:
            monkeypatch.delenv(name)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    # No test asks a board of the world; those about boards name their own.
    monkeypatch.setenv("JOB_SOURCES", "")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with real resumes and postings; tests that need it are skipped in a clone without one."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("JOBWISE_SHARED_DATA", beside))
    if not folder.is_dir():
        pytest.skip("the evaluation data is not here")
    return folder


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy: migrating for each test would take most of the suite's time."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"

    async def make() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrate(database)
        await database.aclose()

    run_apart(make())
    return path


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a migrated database of this test run's own."""
    url = make_url(service_url("TEST_POSTGRES_URL"))
    name = f"jobwise_test_{os.getpid()}"
    own = url.set(database=name).render_as_string(hide_password=False)

    async def administer(*statements: str) -> None:
        connection = await asyncpg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def make() -> None:
        await administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}")
        database = Database(own)
        await migrate(database)
        await database.aclose()

    run_apart(make())
    yield own
    run_apart(administer(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def empty_postgres_url(postgres_url: str) -> str:
    """The URL of that database without what earlier tests left in it: for real servers, which would work on."""

    async def empty() -> None:
        database = Database(postgres_url, pool_size=1)
        await _delete_rows(database)
        await database.aclose()

    run_apart(empty())
    return postgres_url


async def _delete_rows(database: Database) -> None:
    async with database.engine.begin() as connection:
        # Not TRUNCATE, which makes new files for every table and index: some 0.3 s for a handful of rows.
        for table in reversed(Row.metadata.sorted_tables):
            await connection.execute(delete(table))


@asynccontextmanager
async def open_database(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Open an empty, migrated database of the kind."""
    if kind == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "test.db")
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.db'}")
    else:
        database = Database(request.getfixturevalue("postgres_url"), pool_size=3)
        await _delete_rows(database)
    try:
        yield database
    finally:
        await database.aclose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.integration)])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty, migrated database of each kind."""
    async with open_database(request.param, request, tmp_path) as database:
        yield database


@pytest.fixture(params=["fake", "sqlite", pytest.param("postgresql", marks=pytest.mark.integration)])
async def unit_of_work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[UnitOfWorkFactory]:
    """Units of work over the fake and over each kind of database: one contract for all."""
    if request.param == "fake":
        yield FakeUnitOfWorkFactory()
        return
    async with open_database(request.param, request, tmp_path) as database:
        yield SqlUnitOfWorkFactory(database)
