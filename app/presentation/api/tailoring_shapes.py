"""Bodies of tailoring sessions, over HTTP and over the socket."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.domain.tailoring import MessageType, TailoringStatus
from app.presentation.api.schemas import ApiModel, Whole


class QuestionOut(ApiModel):
    """The question that is open."""

    question_id: str
    question: str
    reason: str
    choices: list[str]


class TailoringMessageOut(ApiModel):
    """One message of a session."""

    seq: int
    type: MessageType
    data: dict[str, object]
    created_at: datetime


class ToldFactOut(ApiModel):
    """What the candidate told in this session, and what it answered."""

    question_id: str
    text: str
    told_at: datetime


class TailoringSummaryOut(ApiModel):
    """A session in a list, without what was said."""

    id: UUID
    status: TailoringStatus
    progress: int
    job_id: UUID | None
    profile_id: UUID | None
    document_id: UUID | None
    error_message: str | None
    created_at: datetime
    updated_at: datetime


class TailoringOut(TailoringSummaryOut):
    """A session with all that was said."""

    question: QuestionOut | None
    facts: list[ToldFactOut]
    messages: list[TailoringMessageOut]


class ChatIn(ApiModel):
    """What the user says."""

    message: str = Field(min_length=1, max_length=4000)
    context: str = Field("", max_length=4000)


class ChatOut(ApiModel):
    """Where the message stands in the session."""

    seq: int


class AnswerIn(ApiModel):
    """What the user answers."""

    question_id: str = Field(max_length=600)
    answer: str = Field(max_length=4000)


class AnswerPreviewOut(ApiModel):
    """What an answer would bring about."""

    kind: Literal["told", "denied", "skipped", "unused"]
    """Whether it becomes a fact, is kept as something the user does not have, or changes nothing."""
    message: str
    """The same in a sentence."""
    facts: list[str] = Field(examples=[["Kafka"]])
    """The texts that would be added to the profile, as told by the user."""


class RefusedChangesIn(ApiModel):
    """Which changes of the shown version are not wanted."""

    version_number: Whole = Field(ge=1)
    """The version that is shown, as `resume_update` gave it."""
    refuse: list[Whole] = Field(max_length=2000, examples=[[0, 3]])
    """The `index` of each change to take back; empty keeps them all."""


class StoppedOut(ApiModel):
    """That the session has ended."""

    status: TailoringStatus
