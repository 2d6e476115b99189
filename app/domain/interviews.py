"""Interview preparations: what to expect and revise, and the practice of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError, NotFoundError
from app.domain.repository import IOwnedRepository
from app.domain.text.interview.attempts import Attempt, Comparison
from app.domain.text.interview.feedback import AnswerFeedback
from app.domain.text.interview.model import InterviewPlan, InterviewQuestion, QuestionToAsk, RevisionTopic
from app.domain.text.interview.rewording import RewordedSentence
from app.domain.text.interview.rounds import InterviewRound
from app.domain.text.interview.sheet import BestAnswer

InterviewStatus = Literal["pending", "completed", "failed"]
WordingStatus = Literal["pending", "completed", "failed"]


class InterviewNotReadyError(ConflictError):
    """There are no questions yet, or never will be."""

    code = "interview_not_ready"
    default_message = "The questions are still being chosen; try again in a moment"


class NoSuchInterviewQuestionError(NotFoundError):
    """An answer to a question that the preparation does not have."""

    code = "no_such_question"
    default_message = "This preparation has no such question"


@dataclass(slots=True, kw_only=True)
class InterviewPrep(OwnedEntity):
    """The preparation for interviews about one job. `facts` are the texts behind the evidence, by fact id."""

    job_id: UUID
    profile_id: UUID
    profile_version: int = 1
    resume_document_id: UUID | None = None
    cover_letter_document_id: UUID | None = None
    job_title: str = ""
    company: str = ""
    rounds: tuple[InterviewRound, ...] = ()
    status: InterviewStatus = "pending"
    questions: tuple[InterviewQuestion, ...] = ()
    topics: tuple[RevisionTopic, ...] = ()
    questions_to_ask: tuple[QuestionToAsk, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    error_message: str | None = None

    @property
    def plan(self) -> InterviewPlan:
        """Return what was planned."""
        return InterviewPlan(self.questions, self.topics, self.questions_to_ask)

    def complete(self, plan: InterviewPlan, facts: dict[str, str], now: datetime) -> None:
        """Take over the plan with the facts it speaks of."""
        self.status, self.error_message, self.updated_at = "completed", None, now
        self.questions, self.topics, self.questions_to_ask = plan.questions, plan.topics, plan.questions_to_ask
        cited = {one for question in plan.questions for one in question.evidence}
        cited |= {one for question in plan.questions for _, part in question.outline.parts() for one in part.fact_ids}
        self.facts = {one: text for one, text in facts.items() if one in cited}

    def fail(self, message: str, now: datetime) -> None:
        """End without questions."""
        self.status, self.error_message, self.updated_at = "failed", message, now

    def check_ready(self) -> None:
        """Raise `InterviewNotReadyError` unless there are questions."""
        if self.status != "completed":
            raise InterviewNotReadyError(self.error_message)

    def question(self, question_id: str) -> InterviewQuestion:
        """Return the question; raise `InterviewNotReadyError` or `NoSuchInterviewQuestionError`."""
        self.check_ready()
        for question in self.questions:
            if question.id == question_id:
                return question
        raise NoSuchInterviewQuestionError(question_id=question_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWording:
    """A language model's wording of an answer: the sentences that code let stand, and those it turned away."""

    status: WordingStatus = "pending"
    sentences: tuple[RewordedSentence, ...] = ()
    refused: tuple[str, ...] = ()
    notice: str = ""
    model: str = ""
    host: str = ""
    prompt_version: str = ""


@dataclass(slots=True, kw_only=True)
class InterviewAnswer(OwnedEntity):
    """One try at a question; `attempt` counts from 1. `comparison` is with the try before."""

    prep_id: UUID
    question_id: str
    attempt: int
    answer: str
    score: int
    feedback: AnswerFeedback
    comparison: Comparison | None = None
    wording: AnswerWording | None = None


def attempts_of(answers: Iterable[InterviewAnswer]) -> list[Attempt]:
    """Return what progress needs to know of the answers."""
    return [
        Attempt(one.question_id, one.score, one.created_at, has_unproven=bool(one.feedback.unproven)) for one in answers
    ]


def best_answers(answers: Iterable[InterviewAnswer]) -> dict[str, BestAnswer]:
    """Return the best answer to each question, the latest of equals."""
    best: dict[str, BestAnswer] = {}
    for one in answers:
        if one.question_id not in best or one.score >= best[one.question_id].score:
            best[one.question_id] = BestAnswer(one.score, one.answer)
    return best


class IInterviewAnswerRepository(IOwnedRepository[InterviewAnswer], Protocol):
    """Answers. `save` raises `ConflictError` when the number of the attempt is taken by another answer."""

    async def of_prep(self, prep_id: UUID, *, question_id: str | None = None) -> list[InterviewAnswer]:
        """Return all answers of the preparation (to one question), in the order they were given."""
        ...


class IInterviewRepository(IOwnedRepository[InterviewPrep], Protocol):
    """Preparations. They go with their job, and with their profile."""
