"""Pick bullets so that together they show the most of what is asked: greedy, by marginal gain for each line."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.text.compose.budget import Budget, lines_of
from app.domain.text.compose.demand import Demand, Shown
from app.domain.text.compose.units import Unit

# What a keyword is worth the first, second, third and any later time that it is shown.
_NOVELTY = (1.0, 0.4, 0.15, 0.05)
_WORD = 0.12
_WORDS_AT_MOST = 0.6
_RESULT = 0.3
_PRESENCE = 0.05
_RELATED = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be picked. `group` is what it belongs to, `opening` the lines that the group's first one adds."""

    unit: Unit
    shown: Shown
    group: tuple[str, int]
    recency: float
    position: int
    opening: float = 0.0


@dataclass(frozen=True, slots=True)
class Quota:
    """How many units of a group are kept in any case and at most; unrelated ones only up to `unrelated`.

    Of the unrelated ones, those that name no result are taken only while there are fewer than `idle`.
    """

    least: int
    most: int
    unrelated: int
    idle: int = 7


@dataclass(slots=True)
class Coverage:
    """What the picked units show so far."""

    demand: Demand
    keywords: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)

    def gain(self, shown: Shown, recency: float) -> float:
        """Return what one more text with `shown` would add."""
        related = relatedness(self.demand, shown, self)
        return (related + (_RESULT if shown.result else 0.0) + _PRESENCE) * recency

    def add(self, shown: Shown) -> None:
        """Count what a picked text shows."""
        for keyword in shown.keywords:
            self.keywords[keyword] = self.keywords.get(keyword, 0) + 1
        for word in shown.words:
            self.words[word] = self.words.get(word, 0) + 1


def relatedness(demand: Demand, shown: Shown, coverage: Coverage | None = None) -> float:
    """Return how much of the demand a text shows; what `coverage` already has counts less."""
    keywords = sum(
        demand.keywords[keyword] * strength * _novelty(coverage.keywords.get(keyword, 0) if coverage else 0)
        for keyword, strength in shown.keywords.items()
    )
    words = sum(demand.words[word] * _novelty(coverage.words.get(word, 0) if coverage else 0) for word in shown.words)
    return keywords + min(_WORDS_AT_MOST, words * _WORD)


def _novelty(times: int) -> float:
    return _NOVELTY[min(times, len(_NOVELTY) - 1)]


def is_related(demand: Demand, shown: Shown) -> bool:
    """Tell whether a text has to do with what is asked."""
    return bool(shown.keywords) or relatedness(demand, shown) >= _RELATED


def pick(
    candidates: Sequence[Candidate], quotas: Mapping[tuple[str, int], Quota], demand: Demand, budget: Budget
) -> list[Candidate]:
    """Return the picked candidates in the order of `candidates`; what must be shown first, then the best.

    Every keyword that a candidate names keeps the one that shows it best; then each group gets its least.
    """
    picking = _Picking(quotas, Coverage(demand), budget)
    picking.cover(candidates)
    for group, quota in quotas.items():
        own = [candidate for candidate in candidates if candidate.group == group]
        for _ in range(quota.least - picking.counts.get(group, 0)):
            best = max(
                (candidate for candidate in own if candidate.position not in picking.taken),
                key=lambda candidate: (picking.worth(candidate), -candidate.position),
                default=None,
            )
            if best and (picking.budget.affords(picking.cost(best)) or not picking.counts.get(group)):
                picking.take(best)
    picking.fill(candidates)
    return [candidate for candidate in candidates if candidate.position in picking.taken]


@dataclass(slots=True)
class _Picking:
    quotas: Mapping[tuple[str, int], Quota]
    coverage: Coverage
    budget: Budget
    taken: set[int] = field(default_factory=set)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def cost(self, candidate: Candidate) -> float:
        opening = 0.0 if self.counts.get(candidate.group) else candidate.opening
        return lines_of(candidate.unit.text) + opening

    def worth(self, candidate: Candidate) -> float:
        return self.coverage.gain(candidate.shown, candidate.recency) / (0.6 + 0.4 * lines_of(candidate.unit.text))

    def take(self, candidate: Candidate) -> None:
        self.budget.take(self.cost(candidate))
        self.coverage.add(candidate.shown)
        self.taken.add(candidate.position)
        self.counts[candidate.group] = self.counts.get(candidate.group, 0) + 1

    def cover(self, candidates: Sequence[Candidate]) -> None:
        """Take the best candidate of each keyword, the weightiest first, though the page be full."""
        demand = self.coverage.demand
        for keyword in sorted(demand.keywords, key=lambda name: -demand.keywords[name]):
            showing = [
                candidate
                for candidate in candidates
                if candidate.shown.keywords.get(keyword, 0.0) >= 1.0 and candidate.group in self.quotas
            ]
            if showing and not any(candidate.position in self.taken for candidate in showing):
                self.take(max(showing, key=lambda candidate: (self.worth(candidate), -candidate.position)))

    def fill(self, candidates: Sequence[Candidate]) -> None:
        """Take what fits by falling worth. Worth only falls as coverage grows, so a stale heap entry is re-weighed."""
        heap = [
            (-self.worth(candidate), candidate.position, at)
            for at, candidate in enumerate(candidates)
            if candidate.position not in self.taken
        ]
        heapq.heapify(heap)
        while heap:
            stale, position, at = heapq.heappop(heap)
            candidate = candidates[at]
            if not self._allowed(candidate):
                continue
            worth = -self.worth(candidate)
            if worth > stale + 1e-9:
                heapq.heappush(heap, (worth, position, at))
                continue
            self.take(candidate)

    def _allowed(self, candidate: Candidate) -> bool:
        quota = self.quotas.get(candidate.group)
        count = self.counts.get(candidate.group, 0)
        if quota is None or count >= quota.most or not self.budget.affords(self.cost(candidate)):
            return False
        if is_related(self.coverage.demand, candidate.shown):
            return True
        return count < (quota.unrelated if candidate.shown.result else min(quota.unrelated, quota.idle))
