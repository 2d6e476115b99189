"""Generations in the database: their state, the outcome of each stage and the feedback."""

from dataclasses import fields
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.errors import NotFoundError
from app.domain.generations import (
    Compiled,
    Generation,
    GenerationArtifacts,
    GenerationFeedback,
    GenerationOptions,
    Stage,
    Validated,
)
from app.domain.ids import least_uuid7
from app.domain.text.career import Career
from app.domain.text.document import Content
from app.domain.text.posting import Posting
from app.domain.text.rewrite import Draft
from app.infrastructure.database.base import OwnedRepository, Row, entity_reader, table_of, upsert, values_of
from app.infrastructure.database.types import TypedJson


class GenerationRow(Row):
    """A run of the pipeline."""

    __tablename__ = "generations"
    __table_args__ = (
        Index("ix_generations_owner", "user_id", "created_at", "id"),
        Index("ix_generations_job", "job_id"),
        Index("ix_generations_profile", "profile_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    profile_id: Mapped[UUID] = mapped_column(ForeignKey("master_profiles.id", ondelete="CASCADE"))
    profile_version: Mapped[int]
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    parent_generation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("generations.id", ondelete="SET NULL"), index=True
    )
    document_type: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    options: Mapped[GenerationOptions] = mapped_column(TypedJson(GenerationOptions))
    engine: Mapped[str] = mapped_column(String(20))
    model: Mapped[str]
    prompt_version: Mapped[str] = mapped_column(String(40), server_default="")
    stages: Mapped[list[Stage]] = mapped_column(TypedJson(list[Stage]))
    match_score: Mapped[int | None]
    keywords_required_count: Mapped[int | None]
    keywords_matched_count: Mapped[int | None]
    recommendations: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    error_message: Mapped[str | None]
    token_usage: Mapped[int]
    generation_time_seconds: Mapped[float | None]
    document_id: Mapped[UUID | None]
    ats_score: Mapped[int | None]
    completed_at: Mapped[datetime | None]


class GenerationArtifactsRow(Row):
    """Inputs and stage outcomes of a generation, apart from the row that is polled."""

    __tablename__ = "generation_artifacts"

    generation_id: Mapped[UUID] = mapped_column(ForeignKey("generations.id", ondelete="CASCADE"), primary_key=True)
    career: Mapped[Career] = mapped_column(TypedJson(Career))
    posting: Mapped[Posting] = mapped_column(TypedJson(Posting))
    compiled: Mapped[Compiled | None] = mapped_column(TypedJson(Compiled))
    draft: Mapped[Draft | None] = mapped_column(TypedJson(Draft))
    content: Mapped[Content | None] = mapped_column(TypedJson(Content))
    validation: Mapped[Validated | None] = mapped_column(TypedJson(Validated))


class GenerationFeedbackRow(Row):
    """A user's opinion of a generation."""

    __tablename__ = "generation_feedback"

    id: Mapped[UUID]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    generation_id: Mapped[UUID] = mapped_column(ForeignKey("generations.id", ondelete="CASCADE"), primary_key=True)
    rating: Mapped[int]
    comment: Mapped[str]
    accepted: Mapped[bool | None]


_artifacts, _feedback = table_of(GenerationArtifactsRow), table_of(GenerationFeedbackRow)
_select_artifacts, _read_artifacts = entity_reader(GenerationArtifacts, GenerationArtifactsRow)
_ARTIFACT_NAMES = tuple(f.name for f in fields(GenerationArtifacts))
_generations = table_of(GenerationRow)
_select_feedback, _read_feedback = entity_reader(GenerationFeedback, GenerationFeedbackRow)
_FEEDBACK_NAMES = tuple(f.name for f in fields(GenerationFeedback))


class SqlGenerationRepository(OwnedRepository[Generation]):
    """`IGenerationRepository` in SQL."""

    entity, row, noun = Generation, GenerationRow, "Generation"
    sortable: ClassVar[frozenset[str]] = frozenset(
        {"created_at", "updated_at", "completed_at", "match_score", "status"}
    )

    async def save_artifacts(self, artifacts: GenerationArtifacts) -> None:
        """See `IGenerationRepository.save_artifacts`."""
        await self._execute(upsert(_artifacts, self._dialect), values_of(artifacts, _ARTIFACT_NAMES))

    async def get_artifacts(self, generation_id: UUID) -> GenerationArtifacts:
        """See `IGenerationRepository.get_artifacts`."""
        found = (
            await self._execute(_select_artifacts.where(_artifacts.c.generation_id == generation_id))
        ).one_or_none()
        if found is None:
            raise NotFoundError("Generation not found")
        return _read_artifacts(found)  # type: ignore[no-any-return]

    async def save_feedback(self, feedback: GenerationFeedback) -> None:
        """See `IGenerationRepository.save_feedback`."""
        await self._execute(upsert(_feedback, self._dialect, guard="user_id"), values_of(feedback, _FEEDBACK_NAMES))

    async def find_feedback(self, generation_id: UUID) -> GenerationFeedback | None:
        """See `IGenerationRepository.find_feedback`."""
        statement = _select_feedback.where(_feedback.c.generation_id == generation_id)
        found = (await self._execute(statement)).one_or_none()
        return _read_feedback(found) if found else None

    async def stages_since(self, since: datetime, *, limit: int) -> list[list[Stage]]:
        """See `IGenerationRepository.stages_since`. By the ids, which grow with time."""
        table = _generations.c
        statement = select(table.stages).where(table.id >= least_uuid7(since)).order_by(table.id.desc()).limit(limit)
        return list((await self._execute(statement)).scalars())
