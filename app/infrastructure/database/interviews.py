"""Interview preparations and the answers practised in the database."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.interviews import AnswerWording, InterviewAnswer, InterviewPrep
from app.domain.text.interview.attempts import Comparison
from app.domain.text.interview.feedback import AnswerFeedback
from app.domain.text.interview.model import InterviewQuestion, QuestionToAsk, RevisionTopic
from app.domain.text.interview.rounds import InterviewRound
from app.infrastructure.database.base import OwnedRepository, Row, table_of
from app.infrastructure.database.types import TypedJson


class InterviewPrepRow(Row):
    """A preparation with all it asks."""

    __tablename__ = "interview_preps"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    profile_id: Mapped[UUID] = mapped_column(ForeignKey("master_profiles.id", ondelete="CASCADE"), index=True)
    profile_version: Mapped[int]
    resume_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"), index=True)
    cover_letter_document_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    job_title: Mapped[str]
    company: Mapped[str]
    rounds: Mapped[tuple[InterviewRound, ...]] = mapped_column(TypedJson(tuple[InterviewRound, ...]))
    status: Mapped[str] = mapped_column(String(20))
    questions: Mapped[tuple[InterviewQuestion, ...]] = mapped_column(TypedJson(tuple[InterviewQuestion, ...]))
    topics: Mapped[tuple[RevisionTopic, ...]] = mapped_column(TypedJson(tuple[RevisionTopic, ...]))
    questions_to_ask: Mapped[tuple[QuestionToAsk, ...]] = mapped_column(TypedJson(tuple[QuestionToAsk, ...]))
    facts: Mapped[dict[str, str]] = mapped_column(TypedJson(dict[str, str]))
    error_message: Mapped[str | None]


class InterviewAnswerRow(Row):
    """One try at a question."""

    __tablename__ = "interview_answers"
    __table_args__ = (UniqueConstraint("prep_id", "question_id", "attempt"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    prep_id: Mapped[UUID] = mapped_column(ForeignKey("interview_preps.id", ondelete="CASCADE"))
    question_id: Mapped[str] = mapped_column(String(20))
    attempt: Mapped[int]
    answer: Mapped[str]
    score: Mapped[int]
    feedback: Mapped[AnswerFeedback] = mapped_column(TypedJson(AnswerFeedback))
    comparison: Mapped[Comparison | None] = mapped_column(TypedJson(Comparison))
    wording: Mapped[AnswerWording | None] = mapped_column(TypedJson(AnswerWording))


_answers = table_of(InterviewAnswerRow)


class SqlInterviewRepository(OwnedRepository[InterviewPrep]):
    """`IInterviewRepository` in SQL."""

    entity, row, noun = InterviewPrep, InterviewPrepRow, "Interview preparation"


class SqlInterviewAnswerRepository(OwnedRepository[InterviewAnswer]):
    """`IInterviewAnswerRepository` in SQL."""

    entity, row, noun = InterviewAnswer, InterviewAnswerRow, "Answer"
    sortable = frozenset({"created_at", "updated_at", "score", "attempt"})

    async def of_prep(self, prep_id: UUID, *, question_id: str | None = None) -> list[InterviewAnswer]:
        """See `IInterviewAnswerRepository.of_prep`."""
        statement = self._select.where(_answers.c.prep_id == prep_id)
        if question_id is not None:
            statement = statement.where(_answers.c.question_id == question_id)
        rows = await self._execute(statement.order_by(_answers.c.created_at, _answers.c.attempt, _answers.c.id))
        return [self._entity(row) for row in rows]
