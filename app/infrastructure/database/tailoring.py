"""Tailoring sessions in the database."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.tailoring import Step, TailoringMessage, TailoringSession, ToldFact
from app.domain.text.questions import Question
from app.infrastructure.database.base import OwnedRepository, Row, entity_reader, table_of, upsert, values_of
from app.infrastructure.database.types import TypedJson


class TailoringSessionRow(Row):
    """A session."""

    __tablename__ = "tailoring_sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    status: Mapped[str] = mapped_column(String(20))
    progress: Mapped[int]
    resume_id: Mapped[UUID | None] = mapped_column(ForeignKey("resumes.id", ondelete="SET NULL"), index=True)
    profile_id: Mapped[UUID | None] = mapped_column(ForeignKey("master_profiles.id", ondelete="SET NULL"), index=True)
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    job_url: Mapped[str | None]
    job_text: Mapped[str | None]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    open_questions: Mapped[list[Question]] = mapped_column(TypedJson(list[Question]))
    facts: Mapped[list[ToldFact]] = mapped_column(TypedJson(list[ToldFact]))
    instructions: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))
    template: Mapped[str] = mapped_column(String(40))
    steps: Mapped[list[Step]] = mapped_column(TypedJson(list[Step]))
    error_message: Mapped[str | None]
    last_seq: Mapped[int]
    handled_seq: Mapped[int]
    revision: Mapped[int]


class TailoringMessageRow(Row):
    """A message of a session."""

    __tablename__ = "tailoring_messages"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("tailoring_sessions.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    type: Mapped[str] = mapped_column(String(40))
    data: Mapped[dict[str, object]] = mapped_column(TypedJson(dict[str, object]))
    created_at: Mapped[datetime]


class DeniedSkillRow(Row):
    """A skill the candidate said they do not have."""

    __tablename__ = "denied_skills"

    profile_id: Mapped[UUID] = mapped_column(ForeignKey("master_profiles.id", ondelete="CASCADE"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(500), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)


_messages, _denied = table_of(TailoringMessageRow), table_of(DeniedSkillRow)
_select_messages, _read_message = entity_reader(TailoringMessage, TailoringMessageRow)
_MESSAGE_NAMES = tuple(f.name for f in fields(TailoringMessage))


class SqlTailoringRepository(OwnedRepository[TailoringSession]):
    """`ITailoringRepository` in SQL."""

    entity, row, noun = TailoringSession, TailoringSessionRow, "Tailoring session"

    async def add_message(self, message: TailoringMessage) -> None:
        """See `ITailoringRepository.add_message`."""
        await self._execute(insert(_messages), values_of(message, _MESSAGE_NAMES))

    async def messages(self, session_id: UUID, *, after: int = 0) -> list[TailoringMessage]:
        """See `ITailoringRepository.messages`."""
        statement = _select_messages.where(_messages.c.session_id == session_id, _messages.c.seq > after)
        return [_read_message(row) for row in await self._execute(statement.order_by(_messages.c.seq))]

    async def deny(self, profile_id: UUID, skill: str, *, user_id: UUID) -> None:
        """See `ITailoringRepository.deny`."""
        values = {"profile_id": profile_id, "skill": skill, "user_id": user_id}
        await self._execute(upsert(_denied, self._dialect, guard="user_id"), values)

    async def take_back_denials(self, profile_id: UUID, skills: Collection[str]) -> None:
        """See `ITailoringRepository.take_back_denials`."""
        # Compared here, not in SQL: SQLite folds ASCII alone.
        taken_back = {skill.casefold() for skill in skills}
        meant = [name for name in await self.denied(profile_id) if name.casefold() in taken_back]
        if meant:
            of_profile = _denied.c.profile_id == profile_id
            await self._execute(delete(_denied).where(of_profile, _denied.c.skill.in_(meant)))

    async def denied(self, profile_id: UUID) -> list[str]:
        """See `ITailoringRepository.denied`."""
        found = await self._execute(select(_denied.c.skill).where(_denied.c.profile_id == profile_id))
        return sorted(found.scalars(), key=str.casefold)
