"""Claims of an answer that the profile does not bear out, found by the same verifier as in documents."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.career import Fact
from app.domain.text.document import Reason
from app.domain.text.grounding import FactIndex, PostingContext, verify_sentence
from app.domain.text.interview.model import QuestionCategory
from app.domain.text.interview.telling import Sentence
from app.domain.text.skills import Lexicon

_FIGURES = frozenset({"number", "unit", "duration", "date"})
_NAMES = frozenset({"skill", "title", "degree", "verb", "level", "award", "name"})
_TELLS_STORIES: frozenset[QuestionCategory] = frozenset({"behavioral", "gap", "role"})
_FIRST_PERSON = regex(r"\b(?:I|I['’](?:m|ve|d)|we|we['’]ve|my|our)\b")
# What somebody would do, or has not done, claims nothing.
_NO_CLAIM = regex(
    r"\b(?:would|could|might|should|if|unless|plan to|want to|hope to|will|going to|I['’]d|I['’]ll|have not|haven['’]t"
    r"|had not|never|not (?:yet|used|worked|done|have|hold)|(?:don|didn|haven)['’]t have"
    r"|no experience|have yet to|instead of|rather than|read about|heard of"
    r"|learning|studying)\b",
    re.IGNORECASE,
)
_LARGE = regex(r"%|[$€£]|\b(?:percent|eur|usd|gbp|million|billion|thousand)\b|\d\s?[km]\b|\d{2,}", re.IGNORECASE)
_YEARS = regex(r"\byears?\b", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")
_EMPLOYED = regex(r"\b(?:at|joined|(?:work\w*|left) (?:for )?)\s*$", re.IGNORECASE)
_OTHERS = regex(
    r"\b(?:call\w*|ask\w*|tell|told|inform\w*|with|to|from|by|for|between|help\w*|support\w*|if|when|and|whether|that|because|until|after|before|while)"
    r" (?:the|a|an|our|my|their|another|each|every) (?:\w+ )?$",
    re.IGNORECASE,
)
_CLOCK = regex(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|christmas|easter)$",
    re.IGNORECASE,
)
_LONGEST = 1500
_MOST_SENTENCES = 60
_MOST_GROUNDS = 8
_WORD = regex(r"\w+")


@dataclass(frozen=True, slots=True)
class UnprovenClaim:
    """Characters `start` to `end` (exclusive) of an answer are `text`, which the profile does not bear out."""

    start: int
    end: int
    text: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class _Ground:
    """A job, course or project with the facts that a sentence about it may rest on, and their words."""

    item: str
    cited: list[str]
    words: frozenset[str]


class ClaimCheck:
    """Holds answers to one career. `denied` are skills that the candidate said they do not have."""

    def __init__(self, index: FactIndex, lexicon: Lexicon, context: PostingContext, denied: Sequence[str] = ()) -> None:
        self._index = index
        self._lexicon = lexicon
        self._context = context
        self._denied = {name.casefold() for name in denied}
        skills = [item for item, kind in index.kinds.items() if kind == "skill"]
        common = [fact.id for item in (index.career.id, *skills) for fact in index.items.get(item, [])]
        items = [item for item, kind in index.kinds.items() if kind != "skill" and item in index.items]
        # A figure is true of one job, so a sentence is held to one at a time.
        self._grounds = [
            _Ground(item, [*(fact.id for fact in index.items[item]), *common], _words(index.items[item]))
            for item in items
        ] or [_Ground("", common, frozenset())]

    def unproven(
        self, sentences: Sequence[Sentence], category: QuestionCategory, prefer: str = ""
    ) -> Iterator[UnprovenClaim]:
        """Yield the claims that no job, course or project of the career bears out, `prefer` being looked at first."""
        for sentence in sentences[:_MOST_SENTENCES]:
            text = sentence.text[:_LONGEST]
            if not self._is_claim(text, category):
                continue
            for reason in self._reasons(text, category, prefer):
                start, end = reason.span
                said = text[start:end]
                yield UnprovenClaim(
                    sentence.start + start, sentence.start + end, said, reason.kind, self._message(reason, said)
                )

    def _is_claim(self, text: str, category: QuestionCategory) -> bool:
        if _NO_CLAIM.search(text):
            return False
        return category in _TELLS_STORIES or _FIRST_PERSON.search(text) is not None

    def _reasons(self, text: str, category: QuestionCategory, prefer: str) -> list[Reason]:
        best: list[Reason] | None = None
        for ground in self._nearest(text, prefer):
            _, found = verify_sentence(
                text,
                ground.cited,
                self._index,
                self._lexicon,
                document_type="cover_letter",
                context=self._context,
            )
            kept = [one for one in found if self._counts(one, text, category)]
            if best is None or len(kept) < len(best):
                best = kept
            if not best:
                break
        return best or []

    def _nearest(self, text: str, prefer: str) -> list["_Ground"]:
        """Return the jobs that may bear `text` out: those it names, then those that share most words with it."""
        words = frozenset(_WORD.findall(text.casefold()))
        ranked = sorted(
            self._grounds,
            key=lambda one: (not self._names(text, one.item, prefer), -len(words & one.words)),
        )
        return ranked[:_MOST_GROUNDS]

    def _names(self, text: str, item: str, prefer: str) -> bool:
        company = next((job.company for job in self._index.career.experiences if job.id == item), "")
        return bool(company and company.casefold() in text.casefold()) or (bool(item) and item == prefer)

    def _counts(self, reason: Reason, text: str, category: QuestionCategory) -> bool:
        start, end = reason.span
        said = text[start:end]
        if reason.kind == "date":
            return not self._worked_in(said)
        if reason.kind in _FIGURES:
            # What somebody expects to earn, or when they could begin, is no claim about the past.
            if category == "company" and reason.kind != "duration":
                return False
            return _LARGE.search(said) is not None or _YEARS.search(text[start : end + 8]) is not None
        if reason.kind in ("title", "level", "degree"):
            return _OTHERS.search(text[:start]) is None  # whoever calls a doctor does not claim to be one
        if reason.kind == "name":
            return bool(_EMPLOYED.search(text[:start])) and not _CLOCK.match(said)
        return reason.kind in _NAMES

    def _worked_in(self, said: str) -> bool:
        years = [int(year) for year in _YEAR.findall(said)]
        spans = [(tenure.first // 12, tenure.last // 12) for tenure in self._index.tenures.values()]
        return all(any(first <= year <= last for first, last in spans) for year in years)

    def _message(self, reason: Reason, said: str) -> str:
        if reason.kind == "skill":
            name = next((one.name for one in self._lexicon.find(said)), said)
            if name.casefold() in self._denied:
                return f"You have said that you have not used {name}; do not claim it."
        if reason.kind == "verb":
            return f"“{said}” claims more than your profile says of it."
        return f"“{said}” is not in your profile."


def _words(facts: Iterable[Fact]) -> frozenset[str]:
    return frozenset(word for fact in facts for word in _WORD.findall(fact.text.casefold()))
