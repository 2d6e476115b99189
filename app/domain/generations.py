"""Generations: the five-stage work that makes a document."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.analyses import CandidateLevel
from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository
from app.domain.text.document import DocumentType

GenerationStatus = Literal["pending", "generating", "completed", "needs_review", "failed", "cancelled"]
StageName = Literal["analyze_job", "compile_profile", "generate_content", "validate_quality", "prepare_export"]
StageStatus = Literal["pending", "running", "completed", "failed", "cancelled"]
Engine = Literal["builtin", "llm"]
STAGES: tuple[StageName, ...] = (
    "analyze_job",
    "compile_profile",
    "generate_content",
    "validate_quality",
    "prepare_export",
)
ENDED: frozenset[GenerationStatus] = frozenset({"completed", "needs_review", "failed", "cancelled"})


class GenerationNotReadyError(ConflictError):
    """The result was asked for before the end."""

    code = "not_ready"
    default_message = "This generation has no result yet"


class GenerationCancelledError(ConflictError):
    """Work went on after the user had cancelled it; whoever sees this writes nothing more."""

    code = "generation_cancelled"
    default_message = "This generation was cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationOptions:
    """What the user asked for."""

    template: str = "classic"
    engine: Engine = "builtin"
    length: Literal["one_page", "two_page", "auto"] = "auto"
    tone: Literal["professional", "warm", "direct"] = "professional"
    language: str | None = None
    candidate_level: CandidateLevel | None = None
    target_stack: tuple[str, ...] = ()
    instructions: str = ""
    include_sections: tuple[str, ...] | None = None
    page_size: Literal["a4", "letter"] = "a4"


@dataclass(slots=True, kw_only=True)
class Stage:
    """One stage's outcome."""

    name: StageName
    status: StageStatus = "pending"
    started_at: datetime | None = None
    finished_at: datetime | None = None
    message: str = ""


@dataclass(slots=True, kw_only=True)
class Generation(OwnedEntity):
    """One run of the pipeline. `percent` counts finished stages; `stages` always lists all five."""

    profile_id: UUID
    profile_version: int
    job_id: UUID
    parent_generation_id: UUID | None = None
    document_type: DocumentType
    status: GenerationStatus = "pending"
    options: GenerationOptions = field(default_factory=GenerationOptions)
    engine: Engine = "builtin"
    model: str = ""
    stages: list[Stage] = field(default_factory=lambda: [Stage(name=name) for name in STAGES])
    match_score: int | None = None
    keywords_required_count: int | None = None
    keywords_matched_count: int | None = None
    recommendations: list[str] = field(default_factory=list)
    error_message: str | None = None
    token_usage: int = 0
    generation_time_seconds: float | None = None
    document_id: UUID | None = None
    ats_score: int | None = None
    completed_at: datetime | None = None

    @property
    def has_ended(self) -> bool:
        """Tell whether the status is final."""
        return self.status in ENDED

    @property
    def percent(self) -> int:
        """Return how much is done, 0-100; a running stage counts half."""
        done = sum({"completed": 2, "running": 1}.get(stage.status, 0) for stage in self.stages)
        return 100 if self.status in ("completed", "needs_review") else done * 100 // (2 * len(STAGES))

    @property
    def current_stage(self) -> StageName | None:
        """Return the stage that is running or comes next; `None` after the end."""
        if self.has_ended:
            return None
        return next((stage.name for stage in self.stages if stage.status != "completed"), None)

    def stage(self, name: StageName) -> Stage:
        """Return the stage called `name`."""
        return self.stages[STAGES.index(name)]

    def start_stage(self, name: StageName, now: datetime) -> None:
        """Mark the stage as running; raise `GenerationCancelledError` when the user has ended the work."""
        self.check_running()
        self.status = "generating"
        stage = self.stage(name)
        stage.status, stage.started_at, stage.message = "running", now, ""
        self.updated_at = now

    def finish_stage(self, name: StageName, now: datetime, message: str) -> None:
        """Mark the stage as completed; `message` says in one sentence what it found."""
        self.check_running()
        stage = self.stage(name)
        stage.status, stage.finished_at, stage.message = "completed", now, message
        self.updated_at = now

    def check_running(self) -> None:
        """Raise `GenerationCancelledError` when the status is final."""
        if self.has_ended:
            raise GenerationCancelledError

    def end(self, status: GenerationStatus, now: datetime, *, error_message: str | None = None) -> None:
        """Reach a final status; does nothing when one was reached before."""
        if self.has_ended:
            return
        self.status, self.error_message, self.completed_at, self.updated_at = status, error_message, now, now
        started = self.stages[0].started_at
        self.generation_time_seconds = (now - started).total_seconds() if started else None
        for stage in self.stages:
            if stage.status == "running" and status in ("failed", "cancelled"):
                stage.status, stage.finished_at = status, now


@dataclass(slots=True, kw_only=True)
class GenerationFeedback(OwnedEntity):
    """What the user thought of a generation: `rating` 1-5."""

    generation_id: UUID
    rating: int
    comment: str = ""
    accepted: bool | None = None


class IGenerationRepository(IOwnedRepository[Generation], Protocol):
    """Generations, their stage outcomes and feedback."""

    async def put_artifact(self, generation_id: UUID, stage: StageName, value: object) -> None:
        """Keep the outcome of a stage (a JSON-ready value), replacing an earlier attempt's."""
        ...

    async def find_artifact(self, generation_id: UUID, stage: StageName) -> object | None:
        """Return the outcome of a stage as it was put."""
        ...

    async def save_feedback(self, feedback: GenerationFeedback) -> None:
        """Keep the feedback, replacing the generation's earlier one."""
        ...

    async def find_feedback(self, generation_id: UUID) -> GenerationFeedback | None:
        """Return the generation's feedback."""
        ...
