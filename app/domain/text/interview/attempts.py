"""Practice over time: a second try compared with the first, and how far the preparation is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.text.interview.feedback import AnswerFeedback
from app.domain.text.interview.model import CATEGORIES, InterviewQuestion, QuestionCategory

_GOOD = 70
_NOTICED = 1.0
_NAMES = {"specificity": "Specific", "relevance": "On the question"}
"""Where the name of a part is not what people call it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a try has over the one before it. `score_change` is in points."""

    score_change: int
    better: tuple[str, ...]
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """What progress needs to know of one answer."""

    question_id: str
    score: int
    at: datetime
    has_unproven: bool = False
    """Whether it claims what the profile does not show."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be told like this: good enough, and all of it can be proven."""
        return self.score >= _GOOD and not self.has_unproven


@dataclass(frozen=True, slots=True)
class CategoryProgress:
    """How far one category is; `average` is of the best score of each answered question, `None` before the first."""

    category: QuestionCategory
    total: int
    answered: int
    average: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewProgress:
    """How far the preparation is. A question is ready with an answer of 70 points or more, all of it proven."""

    percent: int
    questions_total: int
    questions_answered: int
    questions_ready: int
    attempts: int
    average: int | None
    categories: tuple[CategoryProgress, ...]
    improved: tuple[str, ...]
    """Questions whose best answer is better than the first."""
    next_questions: tuple[str, ...]
    """What to practise next: what was not answered yet, then what went worst."""
    last_practised_at: datetime | None


def compare(before: AnswerFeedback, after: AnswerFeedback) -> Comparison:
    """Return what changed from one try to the next."""
    better: list[str] = []
    worse: list[str] = []
    had = {one.part for one in before.star if one.present}
    has = {one.part for one in after.star if one.present}
    better += [f"The {one.part} is there now." for one in after.star if one.part in has - had]
    worse += [f"The {one.part} is gone." for one in after.star if one.part in had - has]
    old, new = ({one.text.casefold() for one in side.unproven} for side in (before, after))
    if old - new:
        better.append("It no longer claims what your profile does not show.")
    worse += [f"New: {one.message}" for one in after.unproven if one.text.casefold() not in old]
    # What is told and what is unproven was said above; a try that was marked by other rules has no parts to compare.
    points = {(one.name, one.maximum): one.score for one in before.parts}
    for part in after.parts:
        change = part.score - points.get((part.name, part.maximum), part.score)
        if part.name not in ("star", "proof") and abs(change) >= _NOTICED:
            name, reason = _NAMES.get(part.name, part.name.capitalize()), part.explanation.removesuffix(".")
            line = f"{name}: {'+' if change > 0 else '−'}{abs(change):g} ({reason})"
            (better if change > 0 else worse).append(line)
    return Comparison(after.score - before.score, tuple(better), tuple(dict.fromkeys(worse)))


def progress_of(questions: Sequence[InterviewQuestion], attempts: Iterable[Attempt]) -> InterviewProgress:
    """Return how far the preparation is; attempts are given in the order they were made."""
    made = list(attempts)
    scores: dict[str, list[int]] = {}
    for one in made:
        scores.setdefault(one.question_id, []).append(one.score)
    best = {question: max(found) for question, found in scores.items()}
    known = [one.id for one in questions]
    can_be_told = {one.question_id for one in made if one.is_ready}
    ready = [one for one in known if one in can_be_told]
    open_ones = [one for one in known if one not in best]
    weak = sorted((one for one in known if one in best and one not in ready), key=lambda one: best[one])
    answered = [one for one in known if one in best]
    return InterviewProgress(
        percent=round(100 * len(ready) / len(known)) if known else 0,
        questions_total=len(known),
        questions_answered=len(answered),
        questions_ready=len(ready),
        attempts=len(made),
        average=_average(best, answered),
        categories=tuple(_category(name, questions, best) for name in CATEGORIES),
        improved=tuple(one for one in answered if best[one] > scores[one][0]),
        next_questions=tuple((*open_ones, *weak)[:5]),
        last_practised_at=made[-1].at if made else None,
    )


def _category(
    name: QuestionCategory, questions: Iterable[InterviewQuestion], best: Mapping[str, int]
) -> CategoryProgress:
    ids = [one.id for one in questions if one.category == name]
    answered = [one for one in ids if one in best]
    return CategoryProgress(name, len(ids), len(answered), _average(best, answered))


def _average(best: Mapping[str, int], ids: Sequence[str]) -> int | None:
    return round(sum(best[one] for one in ids) / len(ids)) if ids else None
