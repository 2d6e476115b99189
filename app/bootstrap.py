"""The composition root: names every adapter and joins them to the use cases."""
# size: every adapter and use case is named once, in the one place that knows them all

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.application.account_data import AccountDataService
from app.application.accounts import AccountPolicy, AccountService
from app.application.analyses import TASK_KIND as ANALYSIS
from app.application.analyses import AnalysisRunner, AnalysisService
from app.application.applications.details import ApplicationNotebookService, ApplicationTimelineService
from app.application.applications.exchange import ApplicationExchangeService
from app.application.applications.service import ApplicationService
from app.application.auth import AuthService
from app.application.documents import DocumentService
from app.application.exporting import DocumentExporter
from app.application.generations.events import GenerationWatcher
from app.application.generations.llm_stage import LLMStage
from app.application.generations.runner import GenerationRunner
from app.application.generations.service import TASK_KIND as GENERATION
from app.application.generations.service import GenerationService
from app.application.health import HealthService
from app.application.idempotency import IdempotencyService
from app.application.job_extraction import TASK_KIND as EXTRACTION
from app.application.job_extraction import JobExtractor
from app.application.job_upkeep import JobUpkeepService
from app.application.jobs import JobInput, JobService
from app.application.llm import LLMUseService
from app.application.login_throttle import LoginThrottle
from app.application.metering import LLMMeter
from app.application.pipeline import Pipeline
from app.application.profile_components import ProfileComponentService
from app.application.profile_import import ProfileImportService
from app.application.profile_insights import ProfileInsightService
from app.application.profiles import ProfileService
from app.application.quick import QuickService
from app.application.rate_limits import RateLimitService, limit_rules
from app.application.resumes import ResumeService
from app.application.rewriting import Rewriter
from app.application.services import Services
from app.application.tailoring.runner import JobReader, TailoringRunner
from app.application.tailoring.service import TASK_KIND as TAILORING
from app.application.tailoring.service import TailoringService
from app.application.tasks import TaskRunner
from app.domain.auth import SubscriptionTier
from app.domain.ids import uuid7
from app.domain.jobs import Job
from app.domain.ports.llm import ILLMService
from app.domain.ports.mail import IMailer
from app.domain.ports.rate_limiter import IRateLimiter
from app.domain.text.skills import lexicon
from app.infrastructure.calendar import ICalendarFile
from app.infrastructure.database.base import translated
from app.infrastructure.database.engine import Database
from app.infrastructure.database.migrations import current_revision, migrate
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from app.infrastructure.docx.generator import PythonDocxGenerator
from app.infrastructure.events import event_bus
from app.infrastructure.http_guard import GuardedClient
from app.infrastructure.job_pages import HttpJobPages
from app.infrastructure.llm.anthropic import AnthropicLLMService
from app.infrastructure.llm.openai import OpenAILLMService
from app.infrastructure.mail import OutboxMailer, SmtpMailer
from app.infrastructure.pdf.generator import ReportLabPDFGenerator
from app.infrastructure.rate_limits import SlidingWindowLimiter
from app.infrastructure.security import AesSealer, BcryptPasswordHasher, JoseTokenService, common_passwords
from app.infrastructure.storage import ObstoreFileStorage, local_storage, s3_storage
from app.infrastructure.text_extraction.extractor import SandboxedTextExtractor
from app.settings import Settings

logger = logging.getLogger(__name__)


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
        extractor = SandboxedTextExtractor()
        stack.push_async_callback(extractor.aclose)
        web = GuardedClient(allow_private_hosts=settings.fetch_allow_private_hosts)
        stack.push_async_callback(web.aclose)
        pages = HttpJobPages(web)
        storage = build_storage(settings)
        limiter = SlidingWindowLimiter(settings.redis_url)
        stack.push_async_callback(limiter.aclose)
        bus = event_bus(settings.redis_url)
        stack.push_async_callback(bus.aclose)
        limits = _limits(settings, limiter)
        exporter = DocumentExporter(ReportLabPDFGenerator(), PythonDocxGenerator(), extractor)
        pipeline = Pipeline(lexicon)
        llm = build_llm(settings)
        if llm is not None:
            stack.push_async_callback(llm.aclose)
        rewriter = Rewriter(llm, lexicon) if llm else None
        meter = LLMMeter(unit_of_work, max_tokens=settings.llm_max_tokens_per_generation, clock=now)
        llm_stage = LLMStage(unit_of_work, rewriter, meter)
        analyst = AnalysisRunner(unit_of_work, pipeline, clock=now)
        runner = GenerationRunner(unit_of_work, pipeline, exporter, storage, bus, llm_stage, clock=now)
        postings = JobExtractor(unit_of_work, pages, lexicon, clock=now)
        handlers = {GENERATION: runner.run, ANALYSIS: analyst.run, EXTRACTION: postings.run}
        on_parked = {GENERATION: runner.on_parked, ANALYSIS: analyst.on_parked, EXTRACTION: postings.on_parked}
        tasks = TaskRunner(
            unit_of_work,
            handlers,
            on_parked,
            owner=f"{socket.gethostname()}-{os.getpid()}-{uuid7().hex[-8:]}",
            clock=now,
            lease=timedelta(seconds=settings.task_lease_seconds),
        )
        accounts = _accounts(settings, unit_of_work, hasher, limiter)
        stack.push_async_callback(accounts.aclose)
        # Sessions read postings with the service that itself queues work, so their handler joins afterwards.
        jobs = JobService(unit_of_work, pages, extractor, lexicon, tasks, clock=now)
        tailor = TailoringRunner(unit_of_work, pipeline, _job_reader(jobs), bus, clock=now)
        handlers[TAILORING], on_parked[TAILORING] = tailor.run, tailor.on_parked
        services = Services(
            auth=_auth(settings, unit_of_work, hasher, limiter),
            accounts=accounts,
            account_data=AccountDataService(unit_of_work, hasher, storage),
            profiles=ProfileService(unit_of_work, clock=now),
            profile_components=ProfileComponentService(unit_of_work, clock=now),
            profile_import=ProfileImportService(unit_of_work, lexicon, clock=now),
            profile_insights=ProfileInsightService(unit_of_work, exporter, lexicon, clock=now),
            resumes=ResumeService(unit_of_work, extractor, storage, lexicon, clock=now),
            job_upkeep=JobUpkeepService(unit_of_work, pages, clock=now),
            jobs=jobs,
            analyses=AnalysisService(unit_of_work, pipeline, tasks, lexicon, clock=now),
            generations=GenerationService(unit_of_work, tasks, storage, limits, bus, llm, clock=now),
            generation_events=GenerationWatcher(unit_of_work, bus),
            applications=ApplicationService(unit_of_work, clock=now),
            application_timelines=ApplicationTimelineService(unit_of_work, clock=now),
            application_notebooks=ApplicationNotebookService(unit_of_work, clock=now),
            application_exchange=ApplicationExchangeService(unit_of_work, ICalendarFile(), clock=now),
            documents=DocumentService(unit_of_work, exporter, pipeline, storage, clock=now),
            llm=LLMUseService(unit_of_work, llm, meter),
            quick=QuickService(pipeline, exporter, rewriter, clock=now),
            tailoring=TailoringService(unit_of_work, tasks, bus, clock=now),
            tasks=tasks,
            limits=limits,
            idempotency=IdempotencyService(unit_of_work, AesSealer(), clock=now),
            health=_health(database),
        )
        count = settings.worker_concurrency if workers is None else workers
        if count:
            work = asyncio.create_task(tasks.run_forever(concurrency=count))
            stack.push_async_callback(_stop, work)
            stack.push_async_callback(_stop, asyncio.create_task(_hourly(services.job_upkeep.expire_due)))
        yield services


async def migrate_database(settings: Settings, revision: str = "head") -> str:
    """Bring the configured database to `revision` and return where it arrived."""
    database = Database(settings.resolved_database_url)
    try:
        return await migrate(database, revision)
    finally:
        await database.aclose()


async def examine() -> list[tuple[str, str, str]]:
    """Check the configuration and every configured dependency: `(check, "ok" | "warn" | "fail", remark)` each."""
    try:
        settings = Settings()
    except ValueError as error:
        return [("configuration", "fail", " ".join(str(error).split()))]
    found = [("configuration", "ok", f"environment {settings.environment}")]
    if not settings.jwt_secret_key:
        found.append(("token secret", "warn", f"made by JobWise, kept under {settings.data_dir}"))
    async with build_services(settings, workers=0) as services:
        for name, result in (await services.health.check()).items():
            found.append((name, "ok" if result == "ok" else "fail", "" if result == "ok" else result))
    found.append(await _migrations(settings))
    return found


async def _migrations(settings: Settings) -> tuple[str, str, str]:
    database = Database(settings.resolved_database_url)
    try:
        current, newest = await current_revision(database)
    except (SQLAlchemyError, OSError) as error:
        return ("migrations", "fail", type(error).__name__)
    finally:
        await database.aclose()
    if current == newest:
        return ("migrations", "ok", current)
    return ("migrations", "warn", f"at {current or 'nothing'}, newest is {newest}: run jobwise migrate")


def _job_reader(jobs: JobService) -> JobReader:
    async def read(*, job_url: str | None, job_text: str | None, owner_id: UUID) -> Job:
        given = JobInput(source="tailoring", raw_text=job_text, job_url=job_url, manual={})
        return await jobs.parse(given, owner_id=owner_id)

    return read


def _auth(
    settings: Settings, unit_of_work: SqlUnitOfWorkFactory, hasher: BcryptPasswordHasher, limiter: IRateLimiter
) -> AuthService:
    return AuthService(
        unit_of_work,
        hasher,
        JoseTokenService(settings.resolved_jwt_secret, lifetime_seconds=settings.access_token_seconds),
        LoginThrottle(limiter),
        common_passwords=common_passwords(),
        quotas=_quotas(settings),
        clock=now,
    )


def _accounts(
    settings: Settings, unit_of_work: SqlUnitOfWorkFactory, hasher: BcryptPasswordHasher, limiter: IRateLimiter
) -> AccountService:
    policy = AccountPolicy(common_passwords=common_passwords(), public_url=settings.public_url.rstrip("/"))
    return AccountService(unit_of_work, hasher, build_mailer(settings), limiter, policy, clock=now)


def build_mailer(settings: Settings) -> IMailer:
    """Return the configured mailer."""
    if settings.smtp_url:
        return SmtpMailer(settings.smtp_url, sender=settings.mail_from)
    return OutboxMailer(settings.data_dir / "outbox", sender=settings.mail_from)


def _limits(settings: Settings, limiter: IRateLimiter) -> RateLimitService:
    rules = limit_rules(
        user_per_minute=settings.rate_limit_user_per_minute,
        address_per_day=settings.rate_limit_ip_per_day,
        generations_per_hour=settings.rate_limit_generations_per_hour,
    )
    return RateLimitService(limiter, rules, quotas=_quotas(settings), clock=now)


def _quotas(settings: Settings) -> dict[SubscriptionTier, int | None]:
    return {"free": settings.quota_free, "premium": settings.quota_premium, "enterprise": settings.quota_enterprise}


def _health(database: Database) -> HealthService:
    async def check_database() -> None:
        async with database.connect(read_only=True) as connection, translated({}):
            await connection.execute(text("SELECT 1"))

    async def revision() -> str:
        return (await current_revision(database))[0]

    return HealthService({"database": check_database}, version=app_version(), revision=revision)


async def _hourly(scan: Callable[[], Awaitable[int]]) -> None:
    while True:
        try:
            await scan()
        except Exception:
            logger.exception("the hourly scan failed; it is tried again in an hour")
        await asyncio.sleep(3600)


async def _stop(work: "asyncio.Task[None]") -> None:
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work


def build_llm(settings: Settings) -> ILLMService | None:
    """Return the configured language model, or `None` where the built-in engine writes alone."""
    if settings.llm_provider == "builtin":
        return None
    if settings.llm_provider == "anthropic":
        return AnthropicLLMService(
            api_key=settings.anthropic_api_key,
            model=settings.llm_model,
            base_url=settings.anthropic_base_url,
            timeout=settings.llm_timeout_seconds,
        )
    return OpenAILLMService(
        api_key=settings.openai_api_key,
        model=settings.llm_model,
        base_url=settings.openai_base_url,
        timeout=settings.llm_timeout_seconds,
    )


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
