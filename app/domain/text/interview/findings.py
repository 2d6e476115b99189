"""What there is to be found in an answer: told parts, figures and names, its length."""

from dataclasses import dataclass
from typing import Literal

from app.domain.text.interview.model import QuestionCategory, StarPart
from app.domain.text.interview.naming import is_tool
from app.domain.text.interview.relevance import AnswerRelevance
from app.domain.text.interview.telling import Sentence, Telling
from app.domain.text.interview.unproven import UnprovenClaim
from app.domain.text.posting import Span
from app.domain.text.skills import Lexicon

LengthVerdict = Literal["short", "good", "long"]
_WORDS_A_MINUTE = 140
LENGTHS: dict[QuestionCategory, tuple[int, int]] = {
    "behavioral": (110, 300), "technical": (60, 280), "role": (80, 280), "gap": (50, 220), "company": (25, 180),
}  # fmt: skip
"""The fewest and the most words that fit a question."""


@dataclass(frozen=True, slots=True)
class StarFinding:
    """Where the answer tells a part; it is present when one of these sentences claims nothing that is unproven."""

    part: StarPart
    present: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpecificity:
    """What makes an answer exact, or not: figures, names, "I" against "we", words that could mean anything."""

    numbers: tuple[Span, ...]
    names: tuple[Span, ...]
    companies: tuple[str, ...]
    first_person: int
    we: int
    vague: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AnswerLength:
    """How long the answer is, and how long it takes to say it."""

    words: int
    seconds: int
    verdict: LengthVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that was found in one answer."""

    told: Telling
    star: tuple[StarFinding, ...]
    specificity: AnswerSpecificity
    relevance: AnswerRelevance
    length: AnswerLength
    unproven: tuple[UnprovenClaim, ...]

    @property
    def gives_example(self) -> bool:
        """Whether the candidate tells something of their own."""
        deeds = any(one.present for one in self.star if one.part in ("action", "result"))
        return deeds or bool(self.specificity.companies)


def find_part(part: StarPart, found: tuple[Sentence, ...], unproven: tuple[UnprovenClaim, ...]) -> StarFinding:
    """Return where the answer tells the part; `found` are the sentences that do."""
    present = any(not is_doubted(one, unproven) for one in found)
    return StarFinding(part, present, tuple(Span(one.start, one.end, one.text) for one in found))


def is_doubted(sentence: Sentence, unproven: tuple[UnprovenClaim, ...]) -> bool:
    """Tell whether the sentence claims something that is unproven."""
    return any(sentence.start <= one.start < sentence.end for one in unproven)


def find_specifics(
    told: Telling, unproven: tuple[UnprovenClaim, ...], companies: list[str], lexicon: Lexicon
) -> AnswerSpecificity:
    """Find figures and names; what the profile does not bear out earns nothing."""
    doubted = [(one.start, one.end) for one in unproven]

    def stands(start: int, end: int) -> bool:
        return not any(first < end and start < last for first, last in doubted)

    tools = [Span(one.start, one.end, one.text) for one in lexicon.find(told.text) if is_tool(one.name, lexicon)]
    folded = told.text.casefold()
    named = [(folded.find(company.casefold()), company) for company in companies if company.strip()]
    places = [Span(at, at + len(company), told.text[at : at + len(company)]) for at, company in named if at >= 0]
    known: dict[str, Span] = {}
    for span in sorted((*tools, *places, *told.names), key=lambda span: (span.start, -span.end)):
        if not any(one.start <= span.start < one.end for one in known.values()):
            known.setdefault(span.text.casefold(), span)
    return AnswerSpecificity(
        numbers=tuple(span for span in told.numbers if stands(span.start, span.end)),
        names=tuple(span for span in known.values() if stands(span.start, span.end)),
        companies=tuple(span.text for span in places),
        first_person=told.first_person,
        we=told.we,
        vague=told.vague,
    )


def measure(told: Telling, category: QuestionCategory) -> AnswerLength:
    """Return how long the answer is, for a question of its kind."""
    least, most = LENGTHS[category]
    verdict: LengthVerdict = "short" if told.words < least else "long" if told.words > most else "good"
    return AnswerLength(told.words, round(told.words * 60 / _WORDS_A_MINUTE), verdict)
