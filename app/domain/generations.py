"""Generations: the five-stage work that makes a document."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, Protocol, TypeVar
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository
from app.domain.text.ats.report import AtsReport, CandidateLevel
from app.domain.text.career import Career
from app.domain.text.compose.selection import Piece
from app.domain.text.document import Content, DocumentType
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.rewrite import Draft

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
FINAL_POSITION = 2 * len(STAGES) + 2
BUILTIN_MODEL = "jobwise-builtin-1"
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
    allow_fallback: bool = True
    """Let the built-in engine finish where the language model fails; else the generation fails."""


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
    prompt_version: str = ""
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

    @property
    def position(self) -> int:
        """Return how far it is: 1 when accepted, one more for each start and finish of a stage, then the final one."""
        return FINAL_POSITION if self.has_ended else self._reached()

    def history(self, *, after: int) -> Iterator[tuple[int, "Generation"]]:
        """Yield each position reached past `after` with the state as it was there, oldest first."""
        for position in range(max(after, 0) + 1, self._reached() + 1):
            yield position, self._as_at(position)
        if self.has_ended and after < FINAL_POSITION:
            yield FINAL_POSITION, self

    def _reached(self) -> int:
        started = sum(stage.status != "pending" for stage in self.stages)
        return 1 + started + sum(stage.status == "completed" for stage in self.stages)

    def _as_at(self, position: int) -> "Generation":
        stages = []
        for number, stage in enumerate(self.stages):
            if position >= 2 * number + 3:
                stages.append(stage)
            elif position == 2 * number + 2:
                stages.append(replace(stage, status="running", finished_at=None, message=""))
            else:
                stages.append(Stage(name=stage.name))
        status: GenerationStatus = "pending" if position == 1 else "generating"
        return replace(
            self,
            status=status,
            stages=stages,
            document_id=None,
            completed_at=None,
            error_message=None,
            generation_time_seconds=None,
        )

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
class Compiled:
    """Outcome of `compile_profile`: how well the candidate fits, and each piece with its score and whether it is shown.

    The writer's own working state is not kept: it follows from the inputs, to the byte.
    """

    report: MatchReport
    pages: int
    pieces: tuple[Piece, ...]
    recommendations: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Validated:
    """Outcome of `validate_quality`: the content with a verdict on each sentence, after repair.

    The counts are of sentences and fields together; `needs_review` tells that a claim stays that could be neither
    proven nor repaired, or that a section was left empty.
    """

    content: Content
    grounded: int
    ungrounded: int
    unchecked: int
    repaired: int
    needs_review: bool
    ats: AtsReport


@dataclass(slots=True, kw_only=True)
class GenerationArtifacts:
    """The inputs of a generation as they were when it was accepted, and the outcome of each stage so far."""

    generation_id: UUID
    career: Career
    posting: Posting
    compiled: Compiled | None = None
    draft: Draft | None = None
    content: Content | None = None
    validation: Validated | None = None

    def require_compiled(self) -> Compiled:
        """Return the outcome of `compile_profile`, which the order of the stages guarantees."""
        return _present(self.compiled)

    def require_content(self) -> Content:
        """Return the outcome of `generate_content`."""
        return _present(self.content)

    def require_validation(self) -> Validated:
        """Return the outcome of `validate_quality`."""
        return _present(self.validation)


@dataclass(slots=True, kw_only=True)
class GenerationFeedback(OwnedEntity):
    """What the user thought of a generation: `rating` 1-5."""

    generation_id: UUID
    rating: int
    comment: str = ""
    accepted: bool | None = None


class IGenerationRepository(IOwnedRepository[Generation], Protocol):
    """Generations, their stage outcomes and feedback."""

    async def save_artifacts(self, artifacts: GenerationArtifacts) -> None:
        """Keep the inputs and outcomes, replacing what was kept."""
        ...

    async def get_artifacts(self, generation_id: UUID) -> GenerationArtifacts:
        """Return inputs and outcomes; raise `NotFoundError`."""
        ...

    async def save_feedback(self, feedback: GenerationFeedback) -> None:
        """Keep the feedback, replacing the generation's earlier one."""
        ...

    async def find_feedback(self, generation_id: UUID) -> GenerationFeedback | None:
        """Return the generation's feedback."""
        ...

    async def stages_since(self, since: datetime, *, limit: int) -> list[list[Stage]]:
        """Return the stages of all accounts' generations that were begun since then, of the latest `limit`."""
        ...


T = TypeVar("T")


def _present(value: T | None) -> T:
    if value is None:
        raise LookupError("an earlier stage has not run")
    return value
