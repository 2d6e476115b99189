"""The achievements and keywords that a summary or a letter names, with the facts that show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.career import Career, Experience
from app.domain.text.compose.demand import Shown
from app.domain.text.compose.picking import Coverage
from app.domain.text.compose.selection import Selection
from app.domain.text.compose.spelling import named_as
from app.domain.text.compose.units import Unit
from app.domain.text.compose.verbs import starts_with_duty, starts_with_past, starts_with_present
from app.domain.text.compose.wording import first_sentence, tidy, without_stop
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.skills import Lexicon

# Where a sentence may end earlier without changing what its beginning says.
_CLAUSE = regex(
    r"(?:; | – | — |, (?:which|resulting in|leading to|thereby|allowing|enabling|ensuring|helping|while)\b)"
)
_WORK_FACT = regex(r":(?:achievements:\d+|description|technologies:\d+)$")
_SHORTEST = 25
_LONGEST_TERM = 40


@dataclass(frozen=True, slots=True)
class Achievement:
    """A sentence of the candidate's about one role; `text` is it, or its first clause, without full stop."""

    text: str
    fact_id: str
    job: Experience
    keywords: tuple[str, ...]
    result: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A keyword in the candidate's own words, and the fact that names it."""

    keyword: str
    text: str
    fact_id: str
    in_work: bool


def achievements(career: Career, selection: Selection, *, longest: int) -> list[Achievement]:
    """Return sentences about roles that together show the most of what is asked, the best first."""
    demand = selection.demand
    left: list[tuple[Achievement, Shown, float]] = []
    for choice in selection.roles:
        job = career.experiences[choice.index]
        for unit in choice.units:
            text = without_stop(shortened(first_sentence(unit.text), longest))
            if _SHORTEST <= len(text) <= longest:
                shown = demand.shown(Unit(unit.fact_id, unit.item_id, text, unit.start, unit.start + len(text)))
                achievement = Achievement(text, unit.fact_id, job, tuple(shown.keywords), shown.result)
                left.append((achievement, shown, selection.timeline.recency(choice.index)))
    coverage = Coverage(demand)
    ranked = []
    while left:
        worths = [coverage.gain(shown, recency) + _framing(achievement) for achievement, shown, recency in left]
        achievement, shown, _ = left.pop(worths.index(max(worths)))
        coverage.add(shown)
        ranked.append(achievement)
    return ranked


def _framing(achievement: Achievement) -> float:
    """Return a small preference for sentences that can be told in the first person."""
    return 0.3 if starts_with_verb(achievement) else 0.0


def starts_with_verb(achievement: Achievement) -> bool:
    """Tell whether an English achievement begins with a verb that "I" may stand before."""
    text = achievement.text
    lasting = achievement.job.is_current
    return starts_with_past(text, "en") or (lasting and starts_with_present(text)) or starts_with_duty(text)


def shortened(text: str, longest: int) -> str:
    """Return `text`, or its beginning up to the last clause end that fits `longest`, never less than a clause."""
    if len(text) <= longest:
        return text
    ends = [match.start() for match in _CLAUSE.finditer(text) if _SHORTEST <= match.start() <= longest]
    return text[: ends[-1]] if ends else text


def shown_terms(report: MatchReport, lexicon: Lexicon, *, avoid: str = "", at_most: int, work_only: bool) -> list[Term]:
    """Return the weightiest keywords that the candidate shows, none that `avoid` names or another one contains."""
    terms: list[Term] = []
    said = avoid.casefold()
    for match in sorted(report.keywords, key=lambda match: (not match.required, -match.weight)):
        if match.status != "shown" or match.category not in ("technical", "domain") or len(terms) == at_most:
            continue
        term = _term(match, lexicon)
        if term is None or (work_only and not term.in_work):
            continue
        words = term.text.casefold()
        if words in said or any(words in other.text.casefold() or other.text.casefold() in words for other in terms):
            continue
        terms.append(term)
    return terms


def _term(match: KeywordMatch, lexicon: Lexicon) -> Term | None:
    work = next((one for one in match.profile_evidence if _WORK_FACT.search(one.fact_id)), None)
    evidence = work or (match.profile_evidence[0] if match.profile_evidence else None)
    if evidence is None:
        return None
    text = named_as(tidy(evidence.text), lexicon)
    return Term(match.keyword, text, evidence.fact_id, work is not None) if 0 < len(text) <= _LONGEST_TERM else None


def facts_of(terms: Iterable[Term]) -> list[str]:
    """Return the facts that name `terms`, each once."""
    return list(dict.fromkeys(term.fact_id for term in terms))
