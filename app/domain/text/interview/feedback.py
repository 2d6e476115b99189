"""Feedback on an answer, by code: what it tells, how exactly, on what was asked, how long, in which words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.text.career import Career
from app.domain.text.grounding import FactIndex, PostingContext
from app.domain.text.interview.coaching import PART_SHARES, ImprovedOutline, advise, improve
from app.domain.text.interview.findings import (
    LENGTHS,
    AnswerLength,
    AnswerSpecificity,
    Found,
    StarFinding,
    find_part,
    find_specifics,
    measure,
)
from app.domain.text.interview.model import STAR, InterviewQuestion, QuestionCategory
from app.domain.text.interview.relevance import NO_STORY, OPEN, AnswerRelevance, relevance_of
from app.domain.text.interview.telling import Telling, read_answer
from app.domain.text.interview.unproven import ClaimCheck, UnprovenClaim
from app.domain.text.match.report import ScorePart
from app.domain.text.posting import Posting, Span
from app.domain.text.skills import Lexicon

# The points of each part; they sum to 100. What is asked for decides what counts most.
_POINTS: dict[QuestionCategory, dict[str, int]] = {
    "behavioral": {"star": 32, "specificity": 20, "relevance": 12, "length": 8, "fluency": 8, "proof": 20},
    "technical": {"example": 8, "specificity": 16, "relevance": 40, "length": 8, "fluency": 8, "proof": 20},
    "role": {"star": 20, "specificity": 20, "relevance": 24, "length": 8, "fluency": 8, "proof": 20},
    "gap": {"star": 20, "specificity": 20, "relevance": 24, "length": 8, "fluency": 8, "proof": 20},
    "company": {"specificity": 28, "relevance": 28, "length": 12, "fluency": 12, "proof": 20},
}
_KEPT_PER_CLAIM = 0.5
"""What is left of the points for proof after each claim that the profile does not bear out."""
_ENOUGH_NUMBERS, _ENOUGH_NAMES, _ENOUGH_I = 2, 2, 3
# Who says nothing says it exactly, on the point and without a filler: below these words nothing of that is earned.
_ENOUGH_WORDS = 20
_MOST_ADVICE = 5
_MOST_NAMED = 5
_OF_WORK = frozenset({"skill", "title", "verb", "name", "level"})
"""The kinds of claims that only a story from work makes; figures are found in any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFeedback:
    """The feedback. `score` is the rounded sum of `parts`; `advice` names the most useful change first."""

    score: int
    parts: tuple[ScorePart, ...]
    star: tuple[StarFinding, ...]
    specificity: AnswerSpecificity
    relevance: AnswerRelevance
    length: AnswerLength
    fillers: tuple[Span, ...]
    unproven: tuple[UnprovenClaim, ...]
    advice: tuple[str, ...]
    outline: ImprovedOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What answers are held to."""

    career: Career
    posting: Posting
    denied: tuple[str, ...] = ()
    today: date


def assess(question: InterviewQuestion, answer: str, ground: Ground, lexicon: Lexicon) -> AnswerFeedback:
    """Return the feedback on an answer; the same arguments give the same feedback."""
    found = _find(question, answer, ground, lexicon)
    parts = tuple(_parts(question.category, found))
    parts = (*parts, _proof(_POINTS[question.category]["proof"], parts, found))
    return AnswerFeedback(
        score=min(100, int(sum(one.score for one in parts) + 0.5)),
        parts=parts,
        star=found.star,
        specificity=found.specificity,
        relevance=found.relevance,
        length=found.length,
        fillers=found.told.fillers,
        unproven=found.unproven,
        advice=tuple(advise(question, found))[:_MOST_ADVICE],
        outline=improve(question, found),
    )


def _find(question: InterviewQuestion, answer: str, ground: Ground, lexicon: Lexicon) -> Found:
    companies = [job.company for job in ground.career.experiences]
    told = read_answer(answer, companies)
    index = FactIndex(ground.career, lexicon, today=ground.today)
    posting = ground.posting
    # The employer and the role may be named freely; what the posting asks for is claimed by whoever says it.
    context = PostingContext(posting.company or "", posting.title or "", posting.location or "")
    check = ClaimCheck(index, lexicon, context, ground.denied)
    prefer = next((index.facts[one].item_id for one in question.evidence if one in index.facts), "")
    unproven = tuple(check.unproven(told.sentences, question.category, prefer))
    star = tuple(find_part(part, told.of(part), unproven) for part in STAR)
    relevance = relevance_of(question, answer, lexicon)
    if (
        relevance.explanation == OPEN
        and question.category == "behavioral"
        and not _tells_a_story(told, star, unproven, companies)
    ):
        relevance = replace(relevance, share=0.0, explanation=NO_STORY)
    return Found(
        told=told,
        star=star,
        specificity=find_specifics(told, unproven, companies, lexicon),
        relevance=relevance,
        length=measure(told, question.category),
        unproven=unproven,
    )


def _tells_a_story(
    told: Telling, star: tuple[StarFinding, ...], unproven: tuple[UnprovenClaim, ...], companies: list[str]
) -> bool:
    """Tell whether the answer is about work: a place or a deed of the profile, or one that was claimed beyond it."""
    folded = told.text.casefold()
    at_work = any(company.split(",")[0].casefold() in folded for company in companies if company.strip())
    claimed = any(one.kind in _OF_WORK for one in unproven)
    return at_work or claimed or any(one.present for one in star if one.part in ("action", "task"))


def _parts(category: QuestionCategory, found: Found) -> Iterator[ScorePart]:
    points, specific, words = _POINTS[category], found.specificity, found.told.words
    said = min(1.0, words / _ENOUGH_WORDS)
    if "star" in points:
        shown = [one.part for one in found.star if one.present]
        share = sum(PART_SHARES[part] for part in shown)
        yield _part("star", share, points["star"], f"Told: {', '.join(shown) or 'none of the four parts'}.")
    if "example" in points:
        explanation = f"It gives {'an' if found.gives_example else 'no'} example of yours."
        yield _part("example", float(found.gives_example), points["example"], explanation)
    explanation = (
        f"{_count(len(specific.numbers), 'figure')}, {_count(len(specific.names), 'name')}, "
        f"“I” {specific.first_person}×, “we” {specific.we}×."
    )
    yield _part("specificity", _exactness(specific), points["specificity"], explanation)
    yield _part("relevance", found.relevance.share * said, points["relevance"], found.relevance.explanation)
    least, most = LENGTHS[category]
    fit = min(1.0, words / least, most / max(words, 1))
    explanation = f"{words} words, about {found.length.seconds} seconds; {least} to {most} words fit this question."
    yield _part("length", fit, points["length"], explanation)
    fillers = len(found.told.fillers)
    rate = 100 * fillers / max(words, 1)
    yield _part("fluency", max(0.0, 1 - rate / 5) * said, points["fluency"], f"{_count(fillers, 'filler')}.")


def _proof(points: int, parts: tuple[ScorePart, ...], found: Found) -> ScorePart:
    """Return the points for what is true: as many as the rest earned, less for each claim beyond the profile."""
    claims = tuple(dict.fromkeys(f"“{one.text}”" for one in found.unproven))
    # Who claims nothing has told the truth and nothing else: that alone earns nothing.
    earned = sum(one.score for one in parts) / sum(one.maximum for one in parts)
    explanation = "It claims nothing beyond your profile."
    if claims:
        more = f" and {len(claims) - _MOST_NAMED} more" if len(claims) > _MOST_NAMED else ""
        explanation = f"Your profile does not show {', '.join(claims[:_MOST_NAMED])}{more}."
    return _part("proof", earned * _KEPT_PER_CLAIM ** len(claims), points, explanation)


def _exactness(specific: AnswerSpecificity) -> float:
    """Return 0-1: figures, names and the first person count for it, words that could mean anything against it."""
    mine = min(1.0, specific.first_person / _ENOUGH_I) * (0.5 if specific.we > specific.first_person else 1.0)
    exact = 0.4 * min(1.0, len(specific.numbers) / _ENOUGH_NUMBERS)
    exact += 0.3 * min(1.0, len(specific.names) / _ENOUGH_NAMES) + 0.3 * mine
    return exact * max(0.5, 1 - 0.1 * len(specific.vague))


def _part(name: str, share: float, maximum: int, explanation: str) -> ScorePart:
    return ScorePart(name, round(maximum * max(0.0, min(1.0, share)), 1), float(maximum), explanation)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
