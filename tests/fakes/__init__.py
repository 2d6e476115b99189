"""Fakes that keep the promises of the ports; `tests/contract` holds them to the same sentences as the adapters."""

from tests.fakes.applications import (
    FakeApplicationEventRepository,
    FakeApplicationReminderRepository,
    FakeApplicationRepository,
    FakeCalendarTokenRepository,
)
from tests.fakes.auth import (
    FakeAccountDataRepository,
    FakeAuditRepository,
    FakeOneTimeTokenRepository,
    FakeUserRepository,
    FakeUserSessionRepository,
)
from tests.fakes.base import FakeOwnedRepository
from tests.fakes.generations import (
    FakeDocumentRepository,
    FakeGenerationRepository,
    FakeLLMCallRepository,
    FakeTailoringRepository,
)
from tests.fakes.job_boards import FakeJobBoard
from tests.fakes.job_search import (
    FakeJobSourceRepository,
    FakeSavedSearchHitRepository,
    FakeSavedSearchRepository,
)
from tests.fakes.jobs import FakeAnalysisRepository, FakeJobRepository
from tests.fakes.notifications import FakeNotificationRepository, FakeNotificationSettingsRepository
from tests.fakes.ports import (
    FakeChannel,
    FakeDocumentGenerator,
    FakeFileStorage,
    FakeJobPages,
    FakePasswordHasher,
    FakeSealer,
    FakeTaskQueue,
    FakeTextExtractor,
    make_notifier,
)
from tests.fakes.profiles import FakeProfileRepository
from tests.fakes.tasks import FakeIdempotencyRepository, FakeTaskRepository
from tests.fakes.unit_of_work import FakeUnitOfWork, FakeUnitOfWorkFactory
from tests.fakes.vectors import FakeEmbedder, FakeIndexableRepository, FakeVectorIndex

__all__ = [
    "FakeAccountDataRepository",
    "FakeAnalysisRepository",
    "FakeApplicationEventRepository",
    "FakeApplicationReminderRepository",
    "FakeApplicationRepository",
    "FakeAuditRepository",
    "FakeCalendarTokenRepository",
    "FakeChannel",
    "FakeDocumentGenerator",
    "FakeDocumentRepository",
    "FakeEmbedder",
    "FakeFileStorage",
    "FakeGenerationRepository",
    "FakeIdempotencyRepository",
    "FakeIndexableRepository",
    "FakeJobBoard",
    "FakeJobPages",
    "FakeJobRepository",
    "FakeJobSourceRepository",
    "FakeLLMCallRepository",
    "FakeNotificationRepository",
    "FakeNotificationSettingsRepository",
    "FakeOneTimeTokenRepository",
    "FakeOwnedRepository",
    "FakePasswordHasher",
    "FakeProfileRepository",
    "FakeSavedSearchHitRepository",
    "FakeSavedSearchRepository",
    "FakeSealer",
    "FakeTailoringRepository",
    "FakeTaskQueue",
    "FakeTaskRepository",
    "FakeTextExtractor",
    "FakeUnitOfWork",
    "FakeUnitOfWorkFactory",
    "FakeUserRepository",
    "FakeUserSessionRepository",
    "FakeVectorIndex",
    "make_notifier",
]
