"""Whether an answer speaks of what was asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.compose.common_words import COMMON_STEMS
from app.domain.text.compose.common_words import STEM as COMMON_LENGTH
from app.domain.text.grounding.stems import stem
from app.domain.text.interview.model import InterviewQuestion
from app.domain.text.skills import Lexicon

_WORD = regex(r"[^\W\d_]{3,}|[A-Z]{2,}")
OPEN = "Any story of yours may answer this."
NO_STORY = "It tells no story from your work yet."
_FEWEST_EXPECTED = 2
_ENOUGH_POINTS = 0.6
_ENOUGH_WORDS = 3
_ASKING = frozenset(
    """
    tell what when where which whom whose does have would there their about because how who why yourself something
    somebody anybody nobody describe explain example case show make take give good best most last first next really
    position posting profile write says asks named stands wrong right colleague
    """.split()
)


@dataclass(frozen=True, slots=True)
class AnswerRelevance:
    """What the answer speaks of (`covered`) and what it leaves out (`missed`), of what was to be expected; 0-1."""

    share: float
    covered: tuple[str, ...]
    missed: tuple[str, ...]
    explanation: str


def relevance_of(question: InterviewQuestion, answer: str, lexicon: Lexicon) -> AnswerRelevance:
    """Hold an answer to the points of a technical question, else to the words of the question and what prompted it."""
    said = _stems(answer)
    named = {mention.name for mention in lexicon.find(answer)}
    named |= {implied for name in named for implied in lexicon.implied(name)}
    if question.points:
        return _by_points(question.points, said)
    expected = () if _is_open(question) else _expected(question, lexicon)
    if question.category == "company" and len(expected) < _FEWEST_EXPECTED:
        expected = ()  # one word is no subject: a range is answered with a figure
    covered = tuple(word for word in expected if word in named or stem(word.lower()) in said)
    missed = tuple(word for word in expected if word not in covered)
    needed = min(_ENOUGH_WORDS, max(1, len(expected) // 2))
    share = min(1.0, len(covered) / needed) if expected else 1.0
    skills = tuple(word for word in missed if lexicon.get(word))
    explanation = f"It takes up {len(covered)} of the {len(expected)} words that the question turns on."
    return AnswerRelevance(share, covered, skills, explanation if expected else OPEN)


def _is_open(question: InterviewQuestion) -> bool:
    """Tell whether any story of the candidate's may answer: a theme, asked by custom or for a soft skill."""
    if question.category == "behavioral":
        return question.prompted_by.kind in ("common", "posting")
    return question.category == "role" and question.prompted_by.kind == "common"


def _by_points(points: tuple[str, ...], said: frozenset[str]) -> AnswerRelevance:
    covered = tuple(point for point in points if _touched(point, said))
    missed = tuple(point for point in points if point not in covered)
    share = min(1.0, len(covered) / (_ENOUGH_POINTS * len(points)))
    explanation = f"It touches on {len(covered)} of {len(points)} points of a good answer."
    return AnswerRelevance(share, covered, missed, explanation)


def _touched(point: str, said: frozenset[str]) -> bool:
    """Tell whether most of the words of a point were said."""
    words = [stem(word.lower()) for word in _WORD.findall(point) if word.lower() not in _ASKING] or [point.lower()]
    return sum(word in said for word in words) * 2 >= len(words) + (len(words) > 2)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(text))


def _expected(question: InterviewQuestion, lexicon: Lexicon) -> tuple[str, ...]:
    text = f"{question.prompted_by.text} {question.question}"
    skills: Iterable[str] = [mention.name for mention in lexicon.find(text) if mention.category != "soft"]
    words = (word.lower() for word in _WORD.findall(text))
    inside = {part.lower() for name in skills for part in name.split()}
    plain = [
        word
        for word in words
        if len(word) > 3 and word not in _ASKING and word[:COMMON_LENGTH] not in COMMON_STEMS and word not in inside
    ]
    return tuple(dict.fromkeys([*skills, *([question.keyword] if question.keyword else []), *plain]))
