"""Tailoring sessions: a resume and a posting, a few questions, a document, and talk about it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository
from app.domain.text.questions import Question

TailoringStatus = Literal[
    "pending", "scraping", "parsing", "analyzing", "waiting_for_input", "tailoring", "completed", "stopped", "failed"
]
MessageType = Literal[
    "progress_update", "human_input_required", "resume_update", "chat_message", "completed", "failed", "stopped"
]
PROGRESS: dict[TailoringStatus, int] = {
    "pending": 0, "scraping": 10, "parsing": 30, "analyzing": 50, "waiting_for_input": 60, "tailoring": 80,
    "completed": 100,
}  # fmt: skip


class SessionEndedError(ConflictError):
    """The session was stopped or failed and takes nothing more."""

    code = "session_ended"
    default_message = "This session has ended; start another one"


class NoSuchQuestionError(ConflictError):
    """An answer to something that is not asked now."""

    code = "question_not_open"
    default_message = "This question is not open; it was answered already, or never asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFact:
    """What the candidate told in answer to a question: the source of a fact of their profile."""

    question_id: str
    text: str
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What undo goes back to: the version that was shown, and the wishes it was written by."""

    version_number: int
    instructions: tuple[str, ...]
    template: str


@dataclass(slots=True, kw_only=True)
class TailoringSession(OwnedEntity):
    """One session. `revision` grows with each change, `last_seq` with each message; `handled_seq` is the last chat
    message of the user that was answered.
    """

    status: TailoringStatus = "pending"
    progress: int = 0
    resume_id: UUID | None = None
    profile_id: UUID | None = None
    job_id: UUID | None = None
    job_url: str | None = None
    job_text: str | None = None
    document_id: UUID | None = None
    open_questions: list[Question] = field(default_factory=list)
    facts: list[ToldFact] = field(default_factory=list)
    instructions: tuple[str, ...] = ()
    template: str = "classic"
    steps: list[Step] = field(default_factory=list)
    error_message: str | None = None
    last_seq: int = 0
    handled_seq: int = 0
    revision: int = 0

    @property
    def question(self) -> Question | None:
        """Return the question that is open now."""
        return self.open_questions[0] if self.status == "waiting_for_input" and self.open_questions else None

    def move_to(self, status: TailoringStatus) -> None:
        """Reach a status; the progress stays where it was when the session ends early."""
        self.status = status
        self.progress = PROGRESS.get(status, self.progress)

    def check_open(self) -> None:
        """Raise `SessionEndedError` when the session was stopped or failed."""
        if self.status in ("stopped", "failed"):
            raise SessionEndedError

    def require_question(self, question_id: str) -> Question:
        """Return the open question; raise `NoSuchQuestionError` for any other id."""
        if self.question is None or self.question.id != question_id:
            raise NoSuchQuestionError
        return self.question

    def message(self, kind: MessageType, now: datetime, **data: object) -> "TailoringMessage":
        """Return the next message of the session."""
        self.last_seq += 1
        return TailoringMessage(
            session_id=self.id, user_id=self.user_id, seq=self.last_seq, type=kind, data=data, created_at=now
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TailoringMessage:
    """One message of a session; `seq` counts up from 1 without gaps."""

    session_id: UUID
    user_id: UUID
    seq: int
    type: MessageType
    data: dict[str, object]
    created_at: datetime


class ITailoringRepository(IOwnedRepository[TailoringSession], Protocol):
    """Sessions, their messages, and the skills that candidates said they do not have."""

    async def add_message(self, message: TailoringMessage) -> None:
        """Keep a message; raise `ConflictError` when its number is taken."""
        ...

    async def messages(self, session_id: UUID, *, after: int = 0) -> list[TailoringMessage]:
        """Return the messages past `after`, in order."""
        ...

    async def deny(self, profile_id: UUID, skill: str, *, user_id: UUID) -> None:
        """Keep that the candidate does not have the skill; does nothing when that is known."""
        ...

    async def take_back_denials(self, profile_id: UUID, skills: Collection[str]) -> None:
        """Forget that the candidate does not have these skills, in whatever case they were written."""
        ...

    async def denied(self, profile_id: UUID) -> list[str]:
        """Return the skills the candidate does not have, in alphabetical order."""
        ...
