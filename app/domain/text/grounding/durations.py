"""Check durations against the dates: years of work add up, overlapping jobs count once."""

import re
from collections.abc import Sequence

from app.domain.text.grounding.ground import Claim, Ground
from app.domain.text.grounding.index import Tenure
from app.domain.text.grounding.quantities import Quantity
from app.domain.text.grounding.stems import stem


def misses_tenure(claim: Claim, figure: Quantity, ground: Ground) -> bool | None:
    """Return `False` when the dates bear the duration out, `True` when they do not, `None` when it is none."""
    if not re.search(
        r"experience|erfahrung|expérience|experiencia|\bfor\b|\bover\b|\bas\b|spent|career|"
        r"background|in the|\bof\b|track|history|years|seit|depuis|durante",
        claim.text,
        re.IGNORECASE,
    ):
        return None
    ids = list(dict.fromkeys(view.fact.item_id for view in ground.views))
    tenures = [ground.index.tenures[item] for item in ids if item in ground.index.tenures]
    career_wide = any(view.fact.item_id == ground.index.career.id for view in ground.views)
    if career_wide or not tenures:
        tenures = [tenure for tenure in ground.index.tenures.values() if tenure.kind == "experience"]
    if not tenures:
        return True
    work = [tenure for tenure in tenures if tenure.kind == "experience"] or tenures
    about = _tenures_about(claim, figure, ground, work)
    lengths = [_months([tenure]) for tenure in about] + [_months(about)]
    if not re.search(r"[A-Z]", claim.text[figure.end : figure.end + 45]):
        lengths.append(_months(work))
    wanted = figure.measure[1] / 2629800
    return not any(_lasts(wanted, length, figure) for length in lengths)


def _tenures_about(claim: Claim, figure: Quantity, ground: Ground, tenures: list[Tenure]) -> list[Tenure]:
    """Keep the tenures whose facts name the skill that the duration is said of; all, when it is said of none."""
    skills = [
        m
        for m in claim.mentions
        if m.category != "soft"
        and 0 <= m.start - figure.end < 45
        and not re.search(r"[,;.]|\bincluding\b|\band\b", claim.text[figure.end : m.start])
    ]
    if not skills:
        return tenures
    index = ground.index
    language = claim.words.language
    told = [view for view in ground.views if view.fact.item_id == index.career.id]
    if any(skills[0].name in view.skills for view in told):
        return tenures
    keys = claim.words.keys(stem(skills[0].name.lower(), language))
    found = [
        tenure
        for tenure in tenures
        if any(
            skills[0].name in (view := index.view(fact, language)).skills or keys & view.keys
            for fact in index.items[tenure.item_id]
        )
    ]
    return found if found or skills[0].text != skills[0].text.lower() else tenures


def _months(tenures: Sequence[Tenure]) -> int:
    total, reached = 0, -1
    for tenure in sorted(tenures, key=lambda tenure: (tenure.first, tenure.last)):
        last = tenure.last if not tenure.coarse else tenure.last - 1
        first = max(tenure.first, reached + 1)
        if last >= first:
            total += last - first + 1
            reached = last
    return total


def _lasts(wanted: float, months: int, figure: Quantity) -> bool:
    if figure.qualifier == "nearly":
        return max(wanted * 0.9, wanted - 4.5) <= months < wanted
    if figure.qualifier in {"over", "least"}:
        return months + 0.5 >= wanted > months * 0.5
    if figure.qualifier == "under":
        return months <= wanted
    if figure.qualifier == "about":
        return abs(months - wanted) <= max(3.0, months * 0.08)
    if figure.unit == "year":
        return wanted <= months + 1.5 and months - wanted < 12.5
    return abs(months - wanted) <= 1.5
