"""Answers that application forms ask for again and again: kept once, copied into each form."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository

MOST_ANSWERS = 200


class TooManyAnswersError(ConflictError):
    """The user has as many reusable answers as one may have."""

    code = "too_many_answers"
    default_message = f"There can be {MOST_ANSWERS} reusable answers; delete one first"


@dataclass(slots=True, kw_only=True)
class ReusableAnswer(OwnedEntity):
    """What a form asks, and what one answers. It is no fact of a profile: no document is written from it."""

    question: str
    answer: str


class IReusableAnswerRepository(IOwnedRepository[ReusableAnswer], Protocol):
    """Reusable answers."""
