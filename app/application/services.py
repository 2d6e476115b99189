"""What every door holds: all services, built once."""

from dataclasses import dataclass

from app.application.account_data import AccountDataService
from app.application.accounts import AccountService
from app.application.analyses import AnalysisService
from app.application.applications.details import ApplicationNotebookService, ApplicationTimelineService
from app.application.applications.exchange import ApplicationExchangeService
from app.application.applications.service import ApplicationService
from app.application.auth import AuthService
from app.application.backups import BackupService
from app.application.denied_skills import DeniedSkillService
from app.application.document_reviews import DocumentReviewService
from app.application.documents import DocumentService
from app.application.files import FileService
from app.application.generations.events import GenerationWatcher
from app.application.generations.service import GenerationService
from app.application.health import HealthService
from app.application.idempotency import IdempotencyService
from app.application.indexing import Indexer
from app.application.interviews.service import InterviewService
from app.application.job_search import JobSearchService
from app.application.job_upkeep import JobUpkeepService
from app.application.jobs import JobService
from app.application.llm import LLMUseService
from app.application.notifications.due import DueScan
from app.application.notifications.feed import NotificationWatcher
from app.application.notifications.service import NotificationService
from app.application.notifications.settings import NotificationSettingsService
from app.application.profile_components import ProfileComponentService
from app.application.profile_import import ProfileImportService
from app.application.profile_insights import ProfileInsightService
from app.application.profiles import ProfileService
from app.application.quick import QuickService
from app.application.rate_limits import RateLimitService
from app.application.recent_work import RecentWorkService
from app.application.resumes import ResumeService
from app.application.reusable_answers import ReusableAnswerService
from app.application.saved_searches import SavedSearchService
from app.application.saved_views import SavedViewService
from app.application.similar_jobs import SimilarJobsService
from app.application.tailoring.events import TailoringWatcher
from app.application.tailoring.service import TailoringService
from app.application.tasks import TaskRunner
from app.application.users import UserService
from app.domain.ports.tracing import ITracer


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Every use case of JobWise."""

    auth: AuthService
    accounts: AccountService
    users: UserService
    account_data: AccountDataService
    profiles: ProfileService
    profile_components: ProfileComponentService
    profile_import: ProfileImportService
    profile_insights: ProfileInsightService
    denied_skills: DeniedSkillService
    resumes: ResumeService
    jobs: JobService
    job_search: JobSearchService
    reusable_answers: ReusableAnswerService
    saved_searches: SavedSearchService
    saved_views: SavedViewService
    job_upkeep: JobUpkeepService
    similar_jobs: SimilarJobsService
    indexer: Indexer
    analyses: AnalysisService
    applications: ApplicationService
    application_timelines: ApplicationTimelineService
    application_notebooks: ApplicationNotebookService
    application_exchange: ApplicationExchangeService
    generations: GenerationService
    generation_events: GenerationWatcher
    documents: DocumentService
    document_reviews: DocumentReviewService
    notifications: NotificationService
    notification_settings: NotificationSettingsService
    notification_feed: NotificationWatcher
    due: DueScan
    llm: LLMUseService
    quick: QuickService
    tailoring: TailoringService
    tailoring_events: TailoringWatcher
    interviews: InterviewService
    tasks: TaskRunner
    limits: RateLimitService
    idempotency: IdempotencyService
    tracer: ITracer
    health: HealthService
    recent_work: RecentWorkService
    files: FileService
    backups: BackupService
