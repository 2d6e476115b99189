"""`IUnitOfWork` in memory."""

import copy
from types import TracebackType
from typing import Any, Self

from app.domain.applications import ApplicationContact
from app.domain.idempotency import current_effect
from app.domain.interviews import InterviewPrep
from app.domain.resumes import Resume
from app.domain.reusable_answers import ReusableAnswer
from app.domain.saved_views import SavedView
from tests.fakes.applications import (
    FakeApplicationEventRepository,
    FakeApplicationReminderRepository,
    FakeApplicationRepository,
    FakeCalendarTokenRepository,
)
from tests.fakes.auth import (
    Belongings,
    FakeAccountDataRepository,
    FakeAuditRepository,
    FakeOneTimeTokenRepository,
    FakeUserRepository,
    FakeUserSessionRepository,
)
from tests.fakes.base import FakeOwnedRepository
from tests.fakes.files import FakeStoredFileRepository
from tests.fakes.generations import (
    FakeDocumentRepository,
    FakeGenerationRepository,
    FakeLLMCallRepository,
    FakeTailoringRepository,
)
from tests.fakes.interviews import FakeInterviewAnswerRepository
from tests.fakes.job_search import (
    FakeJobSourceRepository,
    FakeSavedSearchHitRepository,
    FakeSavedSearchRepository,
)
from tests.fakes.jobs import FakeAnalysisRepository, FakeJobRepository
from tests.fakes.notifications import FakeNotificationRepository, FakeNotificationSettingsRepository
from tests.fakes.profiles import FakeProfileRepository
from tests.fakes.tasks import FakeIdempotencyRepository, FakeScheduleRepository, FakeTaskRepository
from tests.fakes.vectors import FakeIndexableRepository


class FakeUnitOfWork:
    """`IUnitOfWork` in memory: what was not committed is undone."""

    def __init__(self) -> None:
        self.sessions = FakeUserSessionRepository()
        self.audit = FakeAuditRepository()
        self.profiles = FakeProfileRepository()
        self.resumes: FakeOwnedRepository[Resume] = FakeOwnedRepository("Resume", ["original_filename", "size_bytes"])
        self.jobs = FakeJobRepository("Job", ["title", "company", "date_posted", "application_deadline"])
        self.job_sources = FakeJobSourceRepository()
        self.saved_searches = FakeSavedSearchRepository()
        self.saved_search_hits = FakeSavedSearchHitRepository("Hit", ["match_score", "date_posted", "title"])
        self.application_events = FakeApplicationEventRepository("Event", ["occurred_at"])
        self.applications = FakeApplicationRepository(self.jobs, self.application_events)
        self.application_contacts: FakeOwnedRepository[ApplicationContact] = FakeOwnedRepository("Contact", ["name"])
        self.application_reminders = FakeApplicationReminderRepository("Reminder", ["remind_at"])
        self.calendar_tokens = FakeCalendarTokenRepository()
        self.analyses = FakeAnalysisRepository("Analysis", [])
        self.generations = FakeGenerationRepository()
        self.documents = FakeDocumentRepository(self.jobs)
        self.notifications = FakeNotificationRepository()
        self.notification_settings = FakeNotificationSettingsRepository()
        self.tailoring = FakeTailoringRepository()
        self.interviews: FakeOwnedRepository[InterviewPrep] = FakeOwnedRepository("Interview preparation", [])
        self.interview_answers = FakeInterviewAnswerRepository("Answer", ["score", "attempt"])
        self.reusable_answers: FakeOwnedRepository[ReusableAnswer] = FakeOwnedRepository(
            "Reusable answer", ["question"]
        )
        self.saved_views: FakeOwnedRepository[SavedView] = FakeOwnedRepository("Saved view", ["name"])
        self.tasks = FakeTaskRepository()
        self.schedules = FakeScheduleRepository()
        self.llm_calls = FakeLLMCallRepository("Call", [])
        self.idempotency = FakeIdempotencyRepository()
        self.one_time_tokens = FakeOneTimeTokenRepository()
        owned: dict[str, FakeOwnedRepository[Any]] = {
            "master_profiles": self.profiles,
            "resumes": self.resumes,
            "jobs": self.jobs,
            "saved_searches": self.saved_searches,
            "saved_search_hits": self.saved_search_hits,
            "saved_applications": self.applications,
            "application_events": self.application_events,
            "application_contacts": self.application_contacts,
            "application_reminders": self.application_reminders,
            "analyses": self.analyses,
            "generations": self.generations,
            "documents": self.documents,
            "llm_calls": self.llm_calls,
            "tailoring_sessions": self.tailoring,
            "interview_preps": self.interviews,
            "interview_answers": self.interview_answers,
            "notifications": self.notifications,
            "reusable_answers": self.reusable_answers,
            "saved_views": self.saved_views,
        }
        for table, repository in owned.items():
            repository.name_table(table)
        self._refer()
        belongings: list[Belongings] = [
            self.sessions, self.tasks, self.calendar_tokens, self.idempotency, self.one_time_tokens,
            self.notification_settings,
        ]  # fmt: skip
        self.users = FakeUserRepository(self.audit, owned.values(), belongings)
        self.saved_searches.know(self.users)
        self.files = FakeStoredFileRepository(self.users, self.resumes, self.documents)
        self.account_data = FakeAccountDataRepository(self.users, self.sessions, self.audit, owned)
        self.indexables = FakeIndexableRepository(job=self.jobs, resume=self.resumes, profile=self.profiles)
        self._before: dict[str, Any] = {}

    def _refer(self) -> None:
        everything: list[tuple[FakeOwnedRepository[Any], str, list[FakeOwnedRepository[Any]]]] = [
            (self.jobs, "job_id", [self.resumes, self.documents, self.tailoring]),
            (self.profiles, "profile_id", [self.analyses, self.documents, self.tailoring]),
            (self.resumes, "resume_id", [self.analyses, self.tailoring]),
            (self.documents, "document_id", [self.application_events, self.tailoring]),
            (self.documents, "resume_document_id", [self.applications, self.interviews]),
            (self.documents, "cover_letter_document_id", [self.applications, self.interviews]),
            (self.generations, "generation_id", [self.documents, self.llm_calls]),
            (self.generations, "parent_generation_id", [self.generations]),
        ]
        for target, field, repositories in everything:
            for repository in repositories:
                target.refer(repository, field)
        parts: list[tuple[FakeOwnedRepository[Any], str, list[FakeOwnedRepository[Any]]]] = [
            (self.jobs, "job_id", [self.applications, self.analyses, self.generations, self.interviews]),
            (self.profiles, "profile_id", [self.generations, self.interviews]),
            (self.interviews, "prep_id", [self.interview_answers]),
            (self.saved_searches, "search_id", [self.saved_search_hits]),
            (
                self.applications,
                "application_id",
                [
                    self.application_events,
                    self.application_contacts,
                    self.application_reminders,
                    self.notifications,
                ],
            ),
        ]
        for target, field, repositories in parts:
            for repository in repositories:
                target.refer(repository, field, goes_with_it=True)

    async def __aenter__(self) -> Self:
        self._before = self._state()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, state in self._before.items():
            vars(getattr(self, name)).update(state)

    async def commit(self) -> None:
        effect = current_effect.get()
        if effect is not None and effect.is_open:
            await self.idempotency.mark_committed(effect)
            effect.is_committed = True
        self._before = self._state()

    def _state(self) -> dict[str, Any]:
        return {
            name: copy.deepcopy({key: value for key, value in vars(repository).items() if not key.startswith("_")})
            for name, repository in vars(self).items()
            if not name.startswith("_")
        }


class FakeUnitOfWorkFactory:
    """Hands out the same unit of work again and again: its rows are the database."""

    def __init__(self) -> None:
        self.unit = FakeUnitOfWork()

    def __call__(self, *, read_only: bool = False) -> FakeUnitOfWork:
        return self.unit
