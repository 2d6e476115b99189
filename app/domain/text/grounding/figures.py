"""Check every figure, date and duration of a claim against the facts it cites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.regex import regex
from app.domain.text.document import Reason
from app.domain.text.grounding.durations import misses_tenure
from app.domain.text.grounding.ground import Claim, Ground, reason
from app.domain.text.grounding.index import FactView
from app.domain.text.grounding.moments import rates, says_current
from app.domain.text.grounding.quantities import MOST_FIGURES, Quantity

_TIME = frozenset({"year", "month"})
_FROM_TO = regex(r"\bfrom\b.*\bto\b|\bvon\b.*\bauf\b|\bde\b.*\bà\b|\bde\b.*\ba\b|→|->", re.IGNORECASE | re.DOTALL)
_PREPOSITION = regex(r"\b(by|to|from)\s+(?:about |over |nearly |almost |more than |around )?$", re.IGNORECASE)
_RANGED = regex(r"[-–—]|\b(?:since|from|until|till|to|between|seit|bis|depuis|desde|hasta)\b", re.IGNORECASE)
_TOLD = frozenset({"achievements", "description"})
_ANY = dict.fromkeys(("day", "hour", "minute", "week", "month", "second", "points"), 0)
_UNREAD = regex(r"\d{16,}")
_NEARBY = 4


def check_figures(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason for each figure that the facts do not give, or give for something else."""
    named = _names(claim)
    yield from _unread(claim, ground)
    if len(claim.figures) >= MOST_FIGURES:
        yield reason("number", 0, len(claim.text), "There are too many figures to verify")
        return
    known = [(view, figure) for view in (*ground.views, *ground.identity) for figure in view.figures]
    derived = [(view, figure) for view in ground.views for figure in _derived(view)]
    for figure in claim.figures:
        written = claim.text[figure.start : figure.end]
        if any(start <= figure.start and figure.end <= end for start, end in named):
            continue
        same = [(view, fact) for view, fact in known if _agrees(figure, fact)]
        if same:
            if _amount_for_level(claim, figure, [(view, fact) for view, fact in same]):
                yield reason("number", figure.start, figure.end, f"The facts tell “{written}” otherwise: to, not by")
            elif not _of_same_thing(claim, figure, same, known):
                yield reason("number", figure.start, figure.end, f"“{written}” belongs to something else in the facts")
            continue
        if any(_agrees(figure, fact) for _, fact in derived):
            continue
        if figure.unit in _TIME and (verdict := misses_tenure(claim, figure, ground)) is not None:
            if verdict:
                yield reason("duration", figure.start, figure.end, f"“{written}” is not what the dates add up to")
            continue
        if any(abs(fact.value - figure.value) < 1e-6 for _, fact in known):
            yield reason("unit", figure.start, figure.end, f"“{written}” has another unit in the facts")
        else:
            yield reason("number", figure.start, figure.end, f"“{written}” is not in the cited facts")


def _unread(claim: Claim, ground: Ground) -> Iterator[Reason]:
    for match in _UNREAD.finditer(claim.text):
        if match.group() not in ground.text:
            yield reason("number", match.start(), match.end(), f"“{match.group()[:40]}” is not in the cited facts")


def _names(claim: Claim) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in claim.mentions]


def _agrees(figure: Quantity, fact: Quantity) -> bool:
    kind, value = figure.measure
    fact_kind, fact_value = fact.measure
    if kind != fact_kind and not _same_unit(figure, fact):
        fold = _as_fold(figure), _as_fold(fact)
        return None not in fold and fold[0] == fold[1] and fact.qualifier != "nearly"
    fraction = kind == "percent" and 33.3 in {round(value, 1), round(fact_value, 1)} and abs(value - fact_value) < 0.5
    if fraction or _close(value, fact_value):
        return _as_firm(figure, fact)
    match figure.qualifier:
        case "over" | "least":
            return fact.qualifier not in {"under", "nearly"} and fact_value > value >= fact_value * 0.5
        case "nearly":
            return fact_value < value and fact_value >= value * 0.95
        case "under":
            return fact_value < value <= fact_value * 1.5 and fact.qualifier not in {"over", "least", "under"}
        case "about":
            return abs(value - fact_value) <= fact_value * (0.03 if value > fact_value else 0.08)
    return figure.rounded and _truncated(value, fact_value)


def _close(left: float, right: float) -> bool:
    return abs(left - right) <= max(abs(left), abs(right)) * 1e-4


def _same_unit(figure: Quantity, fact: Quantity) -> bool:
    units = {figure.unit, fact.unit}
    money = {
        unit for unit in units if len(unit) == 3 and unit.isalpha() and unit not in {"bar", "rpm", "mhz", "ghz", "kwh"}
    }
    if units == {"", "times"} and min(figure.value, fact.value) >= 10:
        return True
    return "metre-or-million" in units or (figure.loose and not figure.unit and bool(money)) or units == {"", "points"}


def _as_firm(figure: Quantity, fact: Quantity) -> bool:
    if fact.qualifier in {"nearly", "under"}:
        return figure.qualifier in {fact.qualifier, "about", "nearly", "under"}
    return figure.qualifier != "over" or fact.qualifier in {"over", "least"}


def _as_fold(figure: Quantity) -> float | None:
    if figure.unit == "times":
        return figure.value
    if figure.unit == "percent" and figure.value >= 100:
        return figure.value / 100 + 1
    return None


def _truncated(value: float, fact_value: float) -> bool:
    digits = f"{value:.0f}".rstrip("0")
    return len(digits) >= 2 and value < fact_value < value * 1.1 and f"{fact_value:.0f}".startswith(digits)


def _derived(view: FactView) -> list[Quantity]:
    """Return the change that a statement "from A to B" spells out, as percent, as fold and as difference."""
    if len(view.figures) < 2 or not _FROM_TO.search(view.fact.text):
        return []
    found = []
    for first, second in zip(view.figures, view.figures[1:], strict=False):
        started = first if first.unit or not second.unit else replace(first, unit=second.unit)
        before, after = started.measure[1], second.measure[1]
        if not before or not after or (started.measure[0] != second.measure[0] and first.unit and second.unit):
            continue
        place = (second.start, second.end)
        found.append(Quantity(round(abs(after - before) / before * 100, 6), "percent", *place))
        found.append(Quantity(float(int(abs(after - before) / before * 100)), "percent", *place))
        found.append(Quantity(max(before, after) / min(before, after), "times", *place))
        unit = second.unit or first.unit
        scale = after / second.value if second.value else 1
        found += [
            Quantity(abs(after - before) / scale, name, *place) for name in {unit: 0, "": 0, **({} if unit else _ANY)}
        ]
        if unit == "percent":
            found.append(Quantity(abs(after - before), "points", *place))
    return found


def _of_same_thing(
    claim: Claim,
    figure: Quantity,
    same: Sequence[tuple[FactView, Quantity]],
    known: Sequence[tuple[FactView, Quantity]],
) -> bool:
    """Tell whether the words by `figure` stand by the same figure in a fact, when they stand by another one there."""
    after = _neighbours(claim, figure.start, figure.end)
    if not after:
        return True
    own = max(_shared(after, view, fact, claim) for view, fact in same)
    if own:
        return True
    others = [_shared(after, view, fact, claim) for view, fact in known if not any(fact is match for _, match in same)]
    return not any(others)


def _amount_for_level(claim: Claim, figure: Quantity, same: Sequence[tuple[FactView, Quantity]]) -> bool:
    """Tell whether the claim takes a level ("to 29%") for a change ("by 29%"), or the other way."""
    said = _PREPOSITION.search(claim.text[: figure.start])
    if said is None:
        return False
    told = [_PREPOSITION.search(view.fact.text[: fact.start]) for view, fact in same]
    change = said[1].lower() == "by"
    return all(match is not None and (match[1].lower() == "by") != change for match in told)


def _neighbours(claim: Claim, start: int, end: int) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    for token in claim.tokens:
        if (
            token.start >= end
            and len(found) < _NEARBY
            and not any(end <= other.start < token.start for other in claim.figures)
            and not re.search(r"[,;.]|\band\b", claim.text[end : token.start])
        ):
            if claim.words.among("neutral", token.stem, token.lower):
                if token.lower in {"of", "a", "an", "the"}:
                    continue
                break
            found.append(claim.words.keys(token.stem))
    return found[:2]


def _shared(wanted: Sequence[frozenset[str]], view: FactView, fact: Quantity, claim: Claim) -> int:
    near: set[str] = set()
    taken = 0
    for token in view.tokens:
        if token.start >= fact.end and taken < _NEARBY and not claim.words.among("neutral", token.stem, token.lower):
            between = view.fact.text[fact.end : token.start]
            if re.search(r"[,;.] ", between) or (taken and re.search(r"\d", between)):
                break
            taken += 1
            near |= claim.words.vouches(token.stem)
    return sum(1 for keys in wanted if keys & near)


def _dating(claim: Claim, ground: Ground) -> Sequence[FactView]:
    """Return the facts whose dates may date the claim: what happened on a job does not happen on its first day."""
    names = {
        token.lower for view in ground.identity if view.fact.field in {"title", "company"} for token in view.tokens
    }
    told = [view for view in ground.views if view.fact.field in _TOLD]
    if len(told) < len(ground.views) or _RANGED.search(claim.text) or len(claim.dates) > 1:
        return [*ground.views, *ground.identity]
    if not any(view.dates for view in told) and any(token.capital and token.lower in names for token in claim.tokens):
        return [*ground.views, *ground.identity]
    return told


def check_rates(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason for each "per day", "weekly", … that the facts do not say."""
    known = {rate for view in ground.views for rate, _, _ in rates(view.fact.text)}
    for rate, start, end in rates(claim.text):
        if rate not in known and claim.figures and any(rates(view.fact.text) or view.figures for view in ground.views):
            yield reason("unit", start, end, f"“{claim.text[start:end]}” is not the rate of the cited facts")


def check_dates(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason for each date that neither the cited facts nor their items carry, and for a false "currently"."""
    known = [moment for view in _dating(claim, ground) for moment in view.dates]
    for moment in claim.dates:
        fits = any(fact.year == moment.year and (moment.month is None or moment.month == fact.month) for fact in known)
        if not fits and not any(moment.year == figure.value for view in ground.views for figure in view.figures):
            written = claim.text[moment.start : moment.end]
            yield reason("date", moment.start, moment.end, f"“{written}” is not a date of the cited facts")
    lasting = says_current(claim.text)
    items = {view.fact.item_id for view in ground.views}
    tenures = [ground.index.tenures[item] for item in sorted(items) if item in ground.index.tenures]
    ended = bool(tenures) and not any(tenure.current for tenure in tenures)
    if lasting and ended and not claim.letter and not any(says_current(view.fact.text) for view in ground.views):
        yield reason("date", lasting.start(), lasting.end(), "The cited work has ended")
