# ruff: noqa: D102 - the members are named after what they hold
"""One transaction, with every repository in it."""

from types import TracebackType
from typing import Protocol, Self

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
from app.domain.idempotency import IIdempotencyRepository
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


class IUnitOfWork(Protocol):
    """Enter it, use the repositories, `commit`. Leaving without a commit rolls everything back.

    Never hold one open across a call that leaves the process (LLM, PDF, HTTP, mail).
    """

    # Read-only members, so that an implementation may promise more than the port.
    @property
    def account_data(self) -> IAccountDataRepository: ...
    @property
    def users(self) -> IUserRepository: ...
    @property
    def sessions(self) -> IUserSessionRepository: ...
    @property
    def audit(self) -> IAuditRepository: ...
    @property
    def profiles(self) -> IProfileRepository: ...
    @property
    def resumes(self) -> IResumeRepository: ...
    @property
    def files(self) -> IStoredFileRepository: ...
    @property
    def jobs(self) -> IJobRepository: ...
    @property
    def job_sources(self) -> IJobSourceRepository: ...
    @property
    def saved_searches(self) -> ISavedSearchRepository: ...
    @property
    def saved_search_hits(self) -> ISavedSearchHitRepository: ...
    @property
    def applications(self) -> IApplicationRepository: ...
    @property
    def application_events(self) -> IApplicationEventRepository: ...
    @property
    def application_contacts(self) -> IApplicationContactRepository: ...
    @property
    def application_reminders(self) -> IApplicationReminderRepository: ...
    @property
    def calendar_tokens(self) -> ICalendarTokenRepository: ...
    @property
    def analyses(self) -> IAnalysisRepository: ...
    @property
    def generations(self) -> IGenerationRepository: ...
    @property
    def documents(self) -> IDocumentRepository: ...
    @property
    def llm_calls(self) -> ILLMCallRepository: ...
    @property
    def notifications(self) -> INotificationRepository: ...
    @property
    def notification_settings(self) -> INotificationSettingsRepository: ...
    @property
    def tailoring(self) -> ITailoringRepository: ...
    @property
    def interviews(self) -> IInterviewRepository: ...
    @property
    def interview_answers(self) -> IInterviewAnswerRepository: ...
    @property
    def reusable_answers(self) -> IReusableAnswerRepository: ...
    @property
    def saved_views(self) -> ISavedViewRepository: ...
    @property
    def tasks(self) -> ITaskRepository: ...
    @property
    def schedules(self) -> IScheduleRepository: ...
    @property
    def indexables(self) -> IIndexableRepository: ...
    @property
    def idempotency(self) -> IIdempotencyRepository: ...
    @property
    def one_time_tokens(self) -> IOneTimeTokenRepository: ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def commit(self) -> None:
        """Make everything since entering durable and visible, all or nothing."""
        ...


class UnitOfWorkFactory(Protocol):
    """Makes units of work. A `read_only` one may read from elsewhere and must not write."""

    def __call__(self, *, read_only: bool = False) -> IUnitOfWork:
        """Return a new unit of work, not yet entered."""
        ...
