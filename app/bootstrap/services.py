"""Joins the adapters to the use cases."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from uuid import UUID

from app.application.account_data import AccountDataService
from app.application.analyses import TASK_KIND as ANALYSIS
from app.application.analyses import AnalysisRunner, AnalysisService
from app.application.applications.details import ApplicationNotebookService, ApplicationTimelineService
from app.application.applications.exchange import ApplicationExchangeService
from app.application.applications.service import ApplicationService
from app.application.denied_skills import DeniedSkillService
from app.application.document_reviews import DocumentReviewService
from app.application.documents import DocumentService
from app.application.exporting import DocumentExporter
from app.application.files import FileService
from app.application.generations.events import GenerationWatcher
from app.application.generations.llm_stage import LLMStage
from app.application.generations.runner import GenerationRunner
from app.application.generations.service import TASK_KIND as GENERATION
from app.application.generations.service import GenerationService
from app.application.idempotency import IdempotencyService
from app.application.indexing import TASK_KIND as INDEXING
from app.application.indexing import Indexer
from app.application.interviews.runner import TASK_KIND as INTERVIEW
from app.application.interviews.runner import InterviewRunner
from app.application.interviews.service import InterviewService
from app.application.interviews.wording import TASK_KIND as INTERVIEW_WORDING
from app.application.interviews.wording import AnswerWordingRunner
from app.application.job_extraction import TASK_KIND as EXTRACTION
from app.application.job_extraction import JobExtractor
from app.application.job_search import JobSearchService
from app.application.job_upkeep import JobUpkeepService
from app.application.jobs import JobInput, JobService
from app.application.llm import LLMUseService
from app.application.metering import LLMMeter
from app.application.notifications.due import DueScan
from app.application.notifications.feed import NotificationWatcher
from app.application.notifications.outbound import Courier, Outbound
from app.application.notifications.service import NotificationService
from app.application.notifications.settings import NotificationSettingsService
from app.application.notifying import TASK_KIND as NOTIFICATION
from app.application.notifying import Notifier
from app.application.pipeline import Pipeline
from app.application.profile_components import ProfileComponentService
from app.application.profile_import import ProfileImportService
from app.application.profile_insights import ProfileInsightService
from app.application.profiles import ProfileService
from app.application.quick import QuickService
from app.application.recent_work import RecentWorkService
from app.application.resumes import ResumeService
from app.application.reusable_answers import ReusableAnswerService
from app.application.rewriting import Rewriter
from app.application.saved_searches import TASK_KIND as SAVED_SEARCH
from app.application.saved_searches import SavedSearchRunner, SavedSearchService
from app.application.saved_views import SavedViewService
from app.application.schedules import Scan, Scheduler
from app.application.second_reading import SecondReader
from app.application.services import Services
from app.application.similar_jobs import SimilarJobsService
from app.application.storage_quota import StorageQuota
from app.application.tailoring.events import TailoringWatcher
from app.application.tailoring.runner import JobReader, TailoringRunner
from app.application.tailoring.service import TASK_KIND as TAILORING
from app.application.tailoring.service import TailoringService
from app.application.tailoring.wording import ChatWriter
from app.application.tasks import TaskRunner
from app.bootstrap.accounts import build_accounts, build_auth, build_users, erasers
from app.bootstrap.adapters import Adapters, now, open_adapters
from app.bootstrap.upkeep import make_backups, make_health, make_limits
from app.bootstrap.work import Runners, build_queue, build_task_runner, leaving_in_time, on_stop, start_work
from app.domain.jobs import Job
from app.domain.ports.queue import ITaskQueue
from app.domain.text.skills import lexicon
from app.infrastructure.calendar import ICalendarFile
from app.infrastructure.embeddings.lexical import LexicalEmbedder
from app.infrastructure.queue import CeleryTaskQueue
from app.infrastructure.security import AesSealer
from app.settings import Settings


@asynccontextmanager
async def build_services(
    settings: Settings, *, workers: int | None = None, scheduled: bool | None = None, grace_seconds: float = 0
) -> AsyncIterator[Services]:
    """Build every service, and close all at the end.

    Meanwhile `workers` tasks are run at a time in this process (default: as configured, none where Celery's workers do
    it), and if `scheduled` what is due from time to time is done, and what mostly waits for others (default: where
    there are workers). What runs at the end has `grace_seconds` before it is handed back.
    """
    async with AsyncExitStack() as stack:
        leave = stack.enter_context(leaving_in_time())
        adapters = open_adapters(settings, stack)
        stack.enter_context(on_stop(adapters.bus.end, leave))
        runners = Runners()
        tasks = build_task_runner(settings, adapters, runners)
        queue = build_queue(settings, tasks, stack)
        services = await _join(settings, adapters, runners, tasks, queue, stack)
        if workers is None:
            workers = settings.worker_concurrency if settings.task_queue == "in_process" else 0
        if workers or scheduled:
            scheduler = Scheduler(adapters.unit_of_work, _scans(services, adapters, queue), clock=now)
            start_work(tasks, scheduler, stack, concurrency=workers, grace_seconds=grace_seconds)
        yield services


def _scans(services: Services, adapters: Adapters, queue: ITaskQueue) -> list[Scan]:
    scans = [
        Scan("the end of transactions of stopped processes", timedelta(seconds=10), adapters.database.end_stalled),
        Scan("the expiry of jobs", timedelta(hours=1), services.job_upkeep.expire_due),
        Scan("the look for reminders", timedelta(seconds=15), services.due.reminders),
        Scan("the look for deadlines", timedelta(minutes=10), services.due.deadlines),
        Scan("the change of embedder or vector index", timedelta(hours=1), services.indexer.renew_all),
        Scan("the sweep of files that no row names", timedelta(hours=6), services.files.sweep),
        Scan("the removal of tasks that are long done", timedelta(hours=6), services.tasks.purge),
    ]
    every = services.saved_searches.every
    if every is not None:
        # So a run is late by a tenth of the interval at most.
        scans.append(Scan("the schedule of saved searches", every / 10, services.saved_searches.queue_due))
    if isinstance(queue, CeleryTaskQueue):
        scans.append(Scan("the sweep of due tasks", timedelta(seconds=5), _sweep(services.tasks, queue)))
    return scans


def _sweep(tasks: TaskRunner, queue: CeleryTaskQueue) -> Callable[[], Awaitable[int]]:
    async def sweep() -> int:
        return await queue.make_up(await tasks.waiting())

    return sweep


async def _join(
    settings: Settings,
    adapters: Adapters,
    runners: Runners,
    tasks: TaskRunner,
    queue: ITaskQueue,
    stack: AsyncExitStack,
) -> Services:
    unit_of_work = adapters.unit_of_work
    limits = make_limits(settings, adapters.limiter)
    exporter = DocumentExporter(adapters.pdf, adapters.docx, adapters.reader)
    pipeline = Pipeline(lexicon)
    rewriter = Rewriter(adapters.llm, lexicon) if adapters.llm else None
    meter = LLMMeter(unit_of_work, max_tokens=settings.llm_max_tokens_per_generation, clock=now)
    accounts = build_accounts(settings, adapters)
    stack.push_async_callback(accounts.aclose)
    second = SecondReader(adapters.llm, meter, lexicon)
    jobs = JobService(unit_of_work, adapters.pages, adapters.extractor, lexicon, queue, second, clock=now)
    llm_stage = LLMStage(unit_of_work, rewriter, meter)
    chat_writer = ChatWriter(rewriter, meter) if rewriter else None
    bus, storage = adapters.bus, adapters.storage
    quota = StorageQuota(settings.storage_quota_mb * 1_000_000 or None)
    documents = DocumentService(unit_of_work, exporter, pipeline, storage, quota, clock=now)
    outbound = Outbound(
        adapters.channels,
        adapters.limiter,
        public_url=settings.public_url.rstrip("/"),
        signing_key=settings.resolved_jwt_secret.encode(),
    )
    notifier = Notifier(queue, bus, offered=outbound.offered, clock=now)
    runners.add(NOTIFICATION, Courier(unit_of_work, outbound, clock=now))
    writer = GenerationRunner(
        unit_of_work,
        pipeline,
        exporter,
        storage,
        quota,
        bus,
        llm_stage,
        notifier,
        second,
        tracer=adapters.tracer,
        clock=now,
    )
    runners.add(GENERATION, writer)
    searching = JobSearchService(unit_of_work, adapters.boards, lexicon, clock=now, seconds=settings.job_search_seconds)
    hours = settings.saved_search_interval_hours
    searches = SavedSearchService(
        unit_of_work, searching, notifier, queue, clock=now, every=timedelta(hours=hours) if hours else None
    )
    runners.add(SAVED_SEARCH, SavedSearchRunner(unit_of_work, searches))
    indexer = _indexer(settings, adapters, meter)
    runners.add(INDEXING, indexer)
    runners.add(ANALYSIS, AnalysisRunner(unit_of_work, pipeline, clock=now))
    runners.add(EXTRACTION, JobExtractor(unit_of_work, adapters.pages, lexicon, second, clock=now))
    runners.add(TAILORING, TailoringRunner(unit_of_work, pipeline, _job_reader(jobs), bus, chat_writer, clock=now))
    runners.add(INTERVIEW, InterviewRunner(unit_of_work, lexicon, clock=now))
    runners.add(INTERVIEW_WORDING, AnswerWordingRunner(unit_of_work, adapters.llm, meter, lexicon, clock=now))
    return Services(
        auth=build_auth(settings, adapters),
        accounts=accounts,
        users=build_users(adapters),
        account_data=AccountDataService(
            unit_of_work, accounts.confirm_password, storage, [indexer.erase, *erasers(accounts)], clock=now
        ),
        profiles=ProfileService(unit_of_work, clock=now),
        profile_components=ProfileComponentService(unit_of_work, clock=now),
        profile_import=ProfileImportService(unit_of_work, lexicon, clock=now),
        denied_skills=DeniedSkillService(unit_of_work),
        profile_insights=ProfileInsightService(unit_of_work, exporter, lexicon, clock=now),
        resumes=ResumeService(unit_of_work, adapters.extractor, storage, quota, lexicon, clock=now),
        job_search=searching,
        reusable_answers=ReusableAnswerService(unit_of_work, clock=now),
        saved_searches=searches,
        saved_views=SavedViewService(unit_of_work, clock=now),
        job_upkeep=JobUpkeepService(unit_of_work, adapters.pages, clock=now),
        similar_jobs=SimilarJobsService(unit_of_work, adapters.vectors, indexer, clock=now),
        indexer=indexer,
        jobs=jobs,
        analyses=AnalysisService(unit_of_work, pipeline, queue, lexicon, clock=now),
        generations=GenerationService(unit_of_work, queue, storage, limits, bus, adapters.llm, clock=now),
        generation_events=GenerationWatcher(adapters.looks, bus),
        applications=ApplicationService(unit_of_work, notifier, clock=now),
        application_timelines=ApplicationTimelineService(unit_of_work, clock=now),
        application_notebooks=ApplicationNotebookService(unit_of_work, clock=now),
        application_exchange=ApplicationExchangeService(unit_of_work, ICalendarFile(), clock=now),
        documents=documents,
        document_reviews=DocumentReviewService(documents, pipeline, clock=now),
        notifications=NotificationService(unit_of_work, notifier, clock=now),
        notification_settings=NotificationSettingsService(
            unit_of_work, notifier, outbound, adapters.limiter, clock=now
        ),
        notification_feed=NotificationWatcher(adapters.looks, bus),
        due=DueScan(unit_of_work, notifier, clock=now),
        llm=LLMUseService(unit_of_work, adapters.llm, meter),
        quick=QuickService(pipeline, exporter, rewriter, clock=now),
        interviews=InterviewService(unit_of_work, queue, adapters.pdf, adapters.llm, limits, lexicon, clock=now),
        tailoring=TailoringService(unit_of_work, queue, bus, clock=now),
        tailoring_events=TailoringWatcher(adapters.looks, bus),
        tasks=tasks,
        limits=limits,
        idempotency=IdempotencyService(unit_of_work, AesSealer(), clock=now),
        tracer=adapters.tracer,
        health=make_health(settings, adapters, queue),
        recent_work=RecentWorkService(unit_of_work, clock=now),
        files=FileService(unit_of_work, storage, quota, clock=now),
        backups=make_backups(settings, adapters),
    )


def _job_reader(jobs: JobService) -> JobReader:
    async def read(*, job_url: str | None, job_text: str | None, owner_id: UUID) -> Job:
        given = JobInput(source="tailoring", raw_text=job_text, job_url=job_url, manual={})
        return await jobs.parse(given, owner_id=owner_id)

    return read


def _indexer(settings: Settings, adapters: Adapters, meter: LLMMeter) -> Indexer:
    return Indexer(
        adapters.unit_of_work,
        adapters.vectors,
        adapters.embedder,
        LexicalEmbedder(),
        meter,
        signature=f"{adapters.embedder.name} in {settings.resolved_vector_index} {settings.qdrant_host}".rstrip(),
        clock=now,
    )
