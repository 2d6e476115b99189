"""The unit of work over one database connection."""

import asyncio
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from app.domain.account_data import IAccountDataRepository
from app.domain.analyses import IAnalysisRepository
from app.domain.applications import (
    IApplicationContactRepository,
    IApplicationEventRepository,
    IApplicationReminderRepository,
    IApplicationRepository,
    ICalendarTokenRepository,
)
from app.domain.audit import IAuditRepository
from app.domain.auth import IUserRepository, IUserSessionRepository
from app.domain.documents import IDocumentRepository
from app.domain.files import IStoredFileRepository
from app.domain.generations import IGenerationRepository
from app.domain.idempotency import IIdempotencyRepository, current_effect
from app.domain.interviews import IInterviewAnswerRepository, IInterviewRepository
from app.domain.job_search import IJobSourceRepository
from app.domain.jobs import IJobRepository
from app.domain.llm import ILLMCallRepository
from app.domain.notifications import INotificationRepository, INotificationSettingsRepository
from app.domain.one_time_tokens import IOneTimeTokenRepository
from app.domain.profiles import IProfileRepository
from app.domain.resumes import IResumeRepository
from app.domain.reusable_answers import IReusableAnswerRepository
from app.domain.saved_searches import ISavedSearchHitRepository, ISavedSearchRepository
from app.domain.saved_views import ISavedViewRepository
from app.domain.tailoring import ITailoringRepository
from app.domain.tasks import IScheduleRepository, ITaskRepository
from app.domain.vectors import IIndexableRepository
from app.infrastructure.database.account_data import SqlAccountDataRepository
from app.infrastructure.database.analyses import SqlAnalysisRepository
from app.infrastructure.database.applications import (
    SqlApplicationContactRepository,
    SqlApplicationEventRepository,
    SqlApplicationReminderRepository,
    SqlApplicationRepository,
    SqlCalendarTokenRepository,
)
from app.infrastructure.database.audit import SqlAuditRepository
from app.infrastructure.database.auth import SqlUserRepository, SqlUserSessionRepository
from app.infrastructure.database.base import translated
from app.infrastructure.database.documents import SqlDocumentRepository
from app.infrastructure.database.engine import Database
from app.infrastructure.database.files import SqlStoredFileRepository
from app.infrastructure.database.generations import SqlGenerationRepository
from app.infrastructure.database.idempotency import SqlIdempotencyRepository
from app.infrastructure.database.interviews import SqlInterviewAnswerRepository, SqlInterviewRepository
from app.infrastructure.database.job_search import SqlJobSourceRepository
from app.infrastructure.database.jobs import SqlJobRepository
from app.infrastructure.database.llm import SqlLLMCallRepository
from app.infrastructure.database.notifications import SqlNotificationRepository, SqlNotificationSettingsRepository
from app.infrastructure.database.one_time_tokens import SqlOneTimeTokenRepository
from app.infrastructure.database.profiles import SqlProfileRepository
from app.infrastructure.database.resumes import SqlResumeRepository
from app.infrastructure.database.reusable_answers import SqlReusableAnswerRepository
from app.infrastructure.database.saved_searches import SqlSavedSearchHitRepository, SqlSavedSearchRepository
from app.infrastructure.database.saved_views import SqlSavedViewRepository
from app.infrastructure.database.tailoring import SqlTailoringRepository
from app.infrastructure.database.tasks import SqlScheduleRepository, SqlTaskRepository
from app.infrastructure.database.vectors import SqlIndexableRepository


class SqlUnitOfWork:
    """`IUnitOfWork` in SQL. Not for use by two coroutines at once."""

    def __init__(self, database: Database, *, read_only: bool, gate: asyncio.Semaphore | None = None) -> None:
        self._database = database
        self._gate = gate
        self._read_only = read_only

    async def __aenter__(self) -> Self:
        """Check a connection out and bind the repositories to it."""
        async with AsyncExitStack() as opened:
            if self._gate is not None:
                await opened.enter_async_context(self._gate)
            connection = await opened.enter_async_context(self._database.connect(read_only=self._read_only))
            self._stack = opened.pop_all()
        self._connection: AsyncConnection = connection
        self.account_data: IAccountDataRepository = SqlAccountDataRepository(connection)
        self.users: IUserRepository = SqlUserRepository(connection)
        self.sessions: IUserSessionRepository = SqlUserSessionRepository(connection)
        self.audit: IAuditRepository = SqlAuditRepository(connection)
        self.profiles: IProfileRepository = SqlProfileRepository(connection)
        self.resumes: IResumeRepository = SqlResumeRepository(connection)
        self.files: IStoredFileRepository = SqlStoredFileRepository(connection)
        self.jobs: IJobRepository = SqlJobRepository(connection)
        self.job_sources: IJobSourceRepository = SqlJobSourceRepository(connection)
        self.reusable_answers: IReusableAnswerRepository = SqlReusableAnswerRepository(connection)
        self.saved_searches: ISavedSearchRepository = SqlSavedSearchRepository(connection)
        self.saved_search_hits: ISavedSearchHitRepository = SqlSavedSearchHitRepository(connection)
        self.saved_views: ISavedViewRepository = SqlSavedViewRepository(connection)
        self.applications: IApplicationRepository = SqlApplicationRepository(connection)
        self.application_events: IApplicationEventRepository = SqlApplicationEventRepository(connection)
        self.application_contacts: IApplicationContactRepository = SqlApplicationContactRepository(connection)
        self.application_reminders: IApplicationReminderRepository = SqlApplicationReminderRepository(connection)
        self.calendar_tokens: ICalendarTokenRepository = SqlCalendarTokenRepository(connection)
        self.analyses: IAnalysisRepository = SqlAnalysisRepository(connection)
        self.generations: IGenerationRepository = SqlGenerationRepository(connection)
        self.documents: IDocumentRepository = SqlDocumentRepository(connection)
        self.llm_calls: ILLMCallRepository = SqlLLMCallRepository(connection)
        self.notifications: INotificationRepository = SqlNotificationRepository(connection)
        self.notification_settings: INotificationSettingsRepository = SqlNotificationSettingsRepository(connection)
        self.tailoring: ITailoringRepository = SqlTailoringRepository(connection)
        self.interviews: IInterviewRepository = SqlInterviewRepository(connection)
        self.interview_answers: IInterviewAnswerRepository = SqlInterviewAnswerRepository(connection)
        self.tasks: ITaskRepository = SqlTaskRepository(connection)
        self.schedules: IScheduleRepository = SqlScheduleRepository(connection)
        self.indexables: IIndexableRepository = SqlIndexableRepository(connection)
        self.idempotency: IIdempotencyRepository = SqlIdempotencyRepository(connection)
        self.one_time_tokens: IOneTimeTokenRepository = SqlOneTimeTokenRepository(connection)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the connection back; what was not committed is rolled back."""
        await self._stack.__aexit__(kind, error, trace)

    async def commit(self) -> None:
        """See `IUnitOfWork.commit`. The key of the request that is handled is marked in the same transaction."""
        effect = current_effect.get()
        if effect is not None and effect.is_open:
            await self.idempotency.mark_committed(effect)
        async with translated({}):
            await self._connection.commit()
        if effect is not None and effect.is_open:
            effect.is_committed = True


class SqlUnitOfWorkFactory:
    """Makes units of work on one database; with `at_once`, so many of its own are open at a time."""

    def __init__(self, database: Database, *, at_once: int | None = None) -> None:
        self._database = database
        self._gate = asyncio.Semaphore(at_once) if at_once else None

    def __call__(self, *, read_only: bool = False) -> SqlUnitOfWork:
        """See `UnitOfWorkFactory`."""
        return SqlUnitOfWork(self._database, read_only=read_only, gate=self._gate)
