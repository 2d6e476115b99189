"""What the posting asks for, as weights; and how much of it a piece of text shows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.compose.common_words import COMMON_STEMS, STEM
from app.domain.text.compose.units import Unit
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_NICE = 0.5
_SOFT = 0.3
_IMPLIED = 0.6
_FLOOR = 0.1
_TARGET_STACK = 0.6
_EMPHASIS = 5.0
_TITLE_WORD = 1.0
_DUTY_WORD = 0.4
_WORD = regex(r"[^\W\d_]{4,}")
_RESULT = regex(
    r"\d+(?:[.,]\d+)*\s?(?:%|percent|prozent|x\b|×|k\b|m\b|mio|million|billion|thousand|hours?|days?|weeks?|months?|users?"
    r"|customers?|patients?|students?|people|members?|engineers?|employees?|stores?|sites?|countries)"
    r"|[$€£¥]\s?\d|\d\s?[€£]|\b(?!(?:19|20)\d\d\b)\d{2,}(?:[.,]\d+)*\b|\b(?:doubled|tripled|halved)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a text shows of a demand: keyword to 0-1 (less than 1 where it is only implied), shared words, a result."""

    keywords: Mapping[str, float]
    words: tuple[str, ...]
    result: bool


@dataclass(frozen=True, slots=True)
class Demand:
    """Weights (about 0-1) of the keywords and word stems of a posting, and where the report saw each keyword."""

    keywords: Mapping[str, float]
    required: frozenset[str]
    words: Mapping[str, float]
    seen: Mapping[str, tuple[tuple[int, int, str, float], ...]]
    emphasised: tuple[str, ...]
    lexicon: Lexicon

    def shown(self, unit: Unit) -> Shown:
        """Return what `unit` shows, by the lexicon and by the report's own evidence."""
        found = self.of_text(unit.text)
        for start, end, keyword, strength in self.seen.get(unit.fact_id, ()):
            if unit.start <= start and end <= unit.end:
                found[keyword] = max(strength, found.get(keyword, 0.0))
        return Shown(found, self._words(unit.text), bool(_RESULT.search(unit.text)))

    def of_text(self, text: str) -> dict[str, float]:
        """Return the keywords that `text` names (1) or implies (less), in text order."""
        found: dict[str, float] = {}
        named = [mention.name for mention in self.lexicon.find(text)]
        for name in named:
            if name in self.keywords:
                found[name] = 1.0
        for name in named:
            for implied in sorted(self.lexicon.implied(name) & self.keywords.keys()):
                found.setdefault(implied, _IMPLIED)
        folded = text.casefold()
        for term in self.emphasised:
            if term.casefold() in folded:
                found[term] = 1.0
        return found

    def _words(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(stem for stem in stems(text) if stem in self.words))


def demand_of(
    posting: Posting, report: MatchReport, lexicon: Lexicon, *, target_stack: Iterable[str], emphasise: Iterable[str]
) -> Demand:
    """Return the demand of `posting`; what the user wants shown (`target_stack`, `emphasise`) counts beside it."""
    keywords = {match.keyword: _weight(match) for match in report.keywords}
    for name in target_stack:
        entry = lexicon.get(name)
        known = entry.name if entry else name.strip()
        if known:
            keywords[known] = max(_TARGET_STACK, keywords.get(known, 0.0))
    emphasised = []
    for name in emphasise:
        entry = lexicon.get(name)
        keywords[entry.name if entry else name] = _EMPHASIS
        if entry is None:
            emphasised.append(name)
    seen: dict[str, list[tuple[int, int, str, float]]] = {}
    for match in report.keywords:
        strength = _IMPLIED if match.status == "implied" else 1.0
        for evidence in match.profile_evidence:
            seen.setdefault(evidence.fact_id, []).append((evidence.start, evidence.end, match.keyword, strength))
    return Demand(
        keywords=keywords,
        required=frozenset(match.keyword for match in report.keywords if match.required),
        words=_word_weights(posting),
        seen={fact: tuple(found) for fact, found in seen.items()},
        emphasised=tuple(emphasised),
        lexicon=lexicon,
    )


def stems(text: str) -> list[str]:
    """Return the words of `text` of four letters and more, folded and cut to a common beginning."""
    return [word[:STEM] for word in _WORD.findall(text.casefold())]


def _weight(match: KeywordMatch) -> float:
    weight = max(match.weight, _FLOOR) * (1.0 if match.required else _NICE)
    return weight * _SOFT if match.category == "soft" else weight


def _word_weights(posting: Posting) -> dict[str, float]:
    weights: dict[str, float] = {}
    texts = [requirement.text for requirement in posting.requirements]
    for text in (*texts, *posting.responsibilities):
        for stem in stems(text):
            weights[stem] = _DUTY_WORD
    for stem in stems(posting.title or ""):
        weights[stem] = _TITLE_WORD
    return {stem: weight for stem, weight in weights.items() if stem not in COMMON_STEMS}
