"""The preparation for an interview as values: questions, outlines of answers, what to revise, what to ask."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from app.domain.text.interview.bank import Level

QuestionCategory = Literal["behavioral", "technical", "role", "company", "gap"]
CATEGORIES: tuple[QuestionCategory, ...] = get_args(QuestionCategory)
PromptKind = Literal["document", "posting", "profile", "gap", "common"]
StarPart = Literal["situation", "task", "action", "result"]
STAR: tuple[StarPart, ...] = get_args(StarPart)


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part of an outline: words of the candidate's own facts, or else a hint what to recall. Never both empty."""

    text: str = ""
    fact_ids: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOutline:
    """An answer's four parts (situation, task, action, result)."""

    situation: OutlinePart
    task: OutlinePart
    action: OutlinePart
    result: OutlinePart

    def parts(self) -> tuple[tuple[StarPart, OutlinePart], ...]:
        """Return the parts with their names, in order."""
        return tuple((name, getattr(self, name)) for name in STAR)


@dataclass(frozen=True, slots=True)
class QuestionPrompt:
    """What prompted a question: words of the document, the posting or the profile, a gap, or mere custom."""

    kind: PromptKind
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewQuestion:
    """One question to expect. `evidence` are ids of the candidate's facts, `points` what a good answer touches on."""

    id: str = ""
    category: QuestionCategory
    question: str
    why_asked: str
    difficulty: Level = "working"
    evidence: tuple[str, ...] = ()
    outline: AnswerOutline
    prompted_by: QuestionPrompt = field(default_factory=lambda: QuestionPrompt("common"))
    keyword: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionExercise:
    """A question to be able to answer, and what a good answer touches on."""

    question: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionTopic:
    """What to go over before the day, and the gap behind it. `question_ids` are the questions that speak of it."""

    topic: str
    gap: str
    exercises: tuple[RevisionExercise, ...] = ()
    question_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionToAsk:
    """A question to ask them, and why it is worth asking."""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class InterviewPlan:
    """The whole preparation."""

    questions: tuple[InterviewQuestion, ...]
    topics: tuple[RevisionTopic, ...]
    questions_to_ask: tuple[QuestionToAsk, ...]
