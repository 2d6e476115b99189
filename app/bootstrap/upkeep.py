"""What operators rely on: health, limits and backups."""

from sqlalchemy import text

from app.application.backups import BackupService
from app.application.health import HealthCheck, HealthService
from app.application.rate_limits import RateLimitService, limit_rules
from app.bootstrap.accounts import quotas
from app.bootstrap.adapters import Adapters, app_version, now
from app.domain.ports.queue import ITaskQueue
from app.domain.ports.rate_limiter import IRateLimiter
from app.infrastructure.database.backups import SqlDatabaseCopy
from app.infrastructure.database.base import translated
from app.infrastructure.database.migrations import current_revision
from app.infrastructure.queue import CeleryTaskQueue
from app.settings import Settings


def make_backups(settings: Settings, adapters: Adapters) -> BackupService:
    """Return backups of this installation, with the vectors that are not in its database."""
    outside = adapters.vectors if settings.resolved_vector_index == "qdrant" else None
    return BackupService(
        SqlDatabaseCopy(adapters.database), adapters.storage, outside, version=app_version(), clock=now
    )


def make_limits(settings: Settings, limiter: IRateLimiter) -> RateLimitService:
    """Return the limits that the settings name."""
    rules = limit_rules(
        user_per_minute=settings.rate_limit_user_per_minute,
        address_per_day=settings.rate_limit_ip_per_day,
        generations_per_hour=settings.rate_limit_generations_per_hour,
    )
    return RateLimitService(limiter, rules, quotas=quotas(settings), clock=now)


def make_health(settings: Settings, adapters: Adapters, queue: ITaskQueue) -> HealthService:
    """Return the health of what this instance stands on; what it can go on without is optional."""
    database = adapters.database

    async def check_database() -> None:
        async with database.connect(read_only=True) as connection, translated({}):
            await connection.execute(text("SELECT 1"))

    async def revision() -> str:
        return (await current_revision(database))[0]

    optional: dict[str, HealthCheck] = {}
    if settings.redis_url:
        optional["redis"] = adapters.limiter.check
    if isinstance(queue, CeleryTaskQueue):
        optional["broker"] = queue.check
    if settings.resolved_vector_index == "qdrant":
        optional["qdrant"] = adapters.vectors.check
    if settings.storage_backend == "s3":
        # Without it nothing is uploaded or downloaded; all else goes on.
        optional["storage"] = adapters.storage.check
    if adapters.identity is not None:
        # Whoever is signed in goes on without it.
        optional["supabase"] = adapters.identity.check
    checks: dict[str, HealthCheck] = {"database": check_database}
    return HealthService(checks, version=app_version(), revision=revision, optional=optional)
