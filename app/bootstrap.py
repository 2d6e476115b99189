"""The composition root: names every adapter and joins them to the use cases."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from sqlalchemy import text

from app.application.auth import AuthService
from app.application.health import HealthService
from app.application.profiles import ProfileService
from app.application.services import Services
from app.application.tasks import TaskRunner
from app.domain.ids import uuid7
from app.infrastructure.database.engine import Database
from app.infrastructure.database.migrations import current_revision
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from app.infrastructure.security import BcryptPasswordHasher, JoseTokenService, common_passwords
from app.infrastructure.storage import ObstoreFileStorage, local_storage, s3_storage
from app.settings import Settings


def now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


def app_version() -> str:
    """Return the installed version."""
    try:
        return version("jobwise")
    except PackageNotFoundError:
        return "0.0.0+source"


@asynccontextmanager
async def build_services(settings: Settings, *, workers: int | None = None) -> AsyncIterator[Services]:
    """Build every service, run `workers` background workers (default: as configured), and close all at the end."""
    async with AsyncExitStack() as stack:
        database = Database(settings.resolved_database_url)
        stack.push_async_callback(database.aclose)
        unit_of_work = SqlUnitOfWorkFactory(database)
        hasher = BcryptPasswordHasher(rounds=settings.bcrypt_rounds)
        stack.callback(hasher.close)
        auth = AuthService(
            unit_of_work,
            hasher,
            JoseTokenService(settings.resolved_jwt_secret, lifetime_seconds=settings.access_token_seconds),
            common_passwords=common_passwords(),
            quotas={
                "free": settings.quota_free,
                "premium": settings.quota_premium,
                "enterprise": settings.quota_enterprise,
            },
            clock=now,
        )
        owner = f"{socket.gethostname()}-{os.getpid()}-{uuid7().hex[-8:]}"
        tasks = TaskRunner(unit_of_work, {}, {}, owner=owner, clock=now)

        async def check_database() -> None:
            async with database.connect(read_only=True) as connection:
                await connection.execute(text("SELECT 1"))

        async def revision() -> str:
            return (await current_revision(database))[0]

        services = Services(
            auth=auth,
            profiles=ProfileService(unit_of_work, clock=now),
            tasks=tasks,
            health=HealthService({"database": check_database}, version=app_version(), revision=revision),
        )
        count = settings.worker_concurrency if workers is None else workers
        if count:
            runner = asyncio.create_task(tasks.run_forever(concurrency=count))
            stack.push_async_callback(_stop, runner)
        yield services


async def _stop(runner: "asyncio.Task[None]") -> None:
    runner.cancel()
    with suppress(asyncio.CancelledError):
        await runner


def build_storage(settings: Settings) -> ObstoreFileStorage:
    """Return the configured file storage."""
    if settings.storage_backend == "local":
        return local_storage(settings.resolved_storage_path)
    return s3_storage(
        settings.s3_bucket,
        endpoint=settings.s3_endpoint_url or None,
        region=settings.s3_region or None,
        access_key_id=settings.s3_access_key_id or None,
        secret_access_key=settings.s3_secret_access_key or None,
    )
