"""From an evaluation to points: the named parts, each with its explanation, and the ceiling of truthful editing."""

from collections.abc import Callable

from app.domain.text.match import formula
from app.domain.text.match.evaluation import Evaluation
from app.domain.text.match.formula import PartName, tenths
from app.domain.text.match.keywords import GroupShown
from app.domain.text.match.report import ScorePart

_LISTED = 6


def parts_of(evaluation: Evaluation) -> tuple[ScorePart, ...]:
    """Return the parts in a fixed order, scores and maxima in tenths of a point; the maxima sum to 100."""
    points = evaluation.demand.points
    parts = (
        _skills(evaluation, required=True),
        _skills(evaluation, required=False),
        _experience(evaluation),
        _role_fit(evaluation),
        _part("education", points.education * evaluation.education_share, points.education, _education(evaluation)),
        _part(
            "languages_certifications",
            points.languages * coverage(evaluation.credentials, lambda one: credential_credit(one, evaluation)),
            points.languages,
            _credentials(evaluation),
        ),
        _presentation(evaluation),
    )
    # A demand the posting does not make is no part; only the skills stay, to say that none are named.
    return tuple(part for part in parts if part.maximum or (part.name == "required_skills" and not points.preferred))


def sum_tenths(parts: tuple[ScorePart, ...]) -> int:
    """Return the sum of the scores of `parts` in tenths of a point."""
    return sum(tenths(part.score) for part in parts)


def ceiling_tenths(evaluation: Evaluation) -> int:
    """Return, in tenths, what the same facts could earn if they were named, spelled, placed and ordered at best."""
    points = evaluation.demand.points
    musts, nices = split(evaluation)
    fixed = [part for part in parts_of(evaluation) if part.name not in _EDITABLE]
    editable = (
        points.required * points.specificity * coverage(musts, _best),
        points.preferred * points.specificity * coverage(nices, _best),
        best_presentation(evaluation),
    )
    return sum(tenths(part.score) for part in fixed) + sum(map(tenths, editable))


def best_presentation(evaluation: Evaluation) -> float:
    """Return the points of presentation that a document of the same facts can reach."""
    supported = sum(1 for shown in evaluation.skills if not shown.group.soft and shown.best > 0)
    opening = formula.OPENING * min(1.0, supported / formula.OPENING_KEYWORDS)
    return opening + (formula.ORDER + formula.FOCUS if evaluation.relevant_statements else 0.0)


def split(evaluation: Evaluation) -> tuple[tuple[GroupShown, ...], tuple[GroupShown, ...]]:
    """Return the required and the preferred skill groups."""
    musts = tuple(shown for shown in evaluation.skills if shown.group.required)
    return musts, tuple(shown for shown in evaluation.skills if not shown.group.required)


def coverage(groups: tuple[GroupShown, ...], credit: Callable[[GroupShown], float]) -> float:
    """Return the weighted credit of `groups` against their `EXPECTED` heaviest, 0-1; 0 for no groups."""
    earned = sum(shown.group.weight * credit(shown) for shown in groups)
    return min(1.0, earned / _expected(groups)) if groups else 0.0


def _expected(groups: tuple[GroupShown, ...]) -> float:
    return sum(sorted((shown.group.weight for shown in groups), reverse=True)[: formula.EXPECTED])


def credential_credit(shown: GroupShown, evaluation: Evaluation) -> float:
    """Return what a language or certification earns; the language the text is written in counts though not listed."""
    if shown.missing and any(one.asked.name == evaluation.written_in for one in shown.members):
        return formula.WRITTEN_LANGUAGE
    return shown.credit


def keyword_gain(shown: GroupShown, credit: float, evaluation: Evaluation) -> float:
    """Return the points, to a tenth, that the group would gain if it earned `credit`."""
    points = evaluation.demand.points
    musts, nices = split(evaluation)
    groups = musts if shown.group.required else nices
    maximum = points.required if shown.group.required else points.preferred
    before = coverage(groups, lambda one: one.credit)
    more = shown.group.weight * max(0.0, credit - shown.credit) / _expected(groups)
    return tenths(maximum * points.specificity * min(1.0 - before, more)) / 10


_EDITABLE: tuple[PartName, ...] = ("required_skills", "preferred_skills", "presentation")


def _best(shown: GroupShown) -> float:
    return shown.best


def _part(name: PartName, score: float, maximum: float, explanation: str) -> ScorePart:
    return ScorePart(name, tenths(score) / 10, tenths(maximum) / 10, explanation)


def counted(number: int, noun: str) -> str:
    """Return "1 statement", "3 statements"."""
    return f"{number} {noun if number == 1 else noun + 's'}"


def listed(names: list[str], limit: int = _LISTED) -> str:
    """Return names as a list in words, cut after `limit`: "a, b and 3 more"."""
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _skills(evaluation: Evaluation, *, required: bool) -> ScorePart:
    points = evaluation.demand.points
    groups = split(evaluation)[0 if required else 1]
    name: PartName = "required_skills" if required else "preferred_skills"
    maximum = points.required if required else points.preferred
    kind = "required" if required else "preferred"
    if not groups:
        return _part(name, 0.0, maximum, f"The posting names no {kind} skills, so these points cannot be earned.")
    shown = [one for one in groups if any(member.match.status == "shown" for member in one.members)]
    implied = [one.group.label for one in groups if one not in shown and not one.missing]
    missing = [one.group.label for one in groups if one.missing]
    said = [f"{len(shown)} of {len(groups)} {kind} skills shown."]
    if len(groups) > formula.EXPECTED:
        said.append(
            f"So long a list is measured by its {formula.EXPECTED} weightiest; others make up for missing ones."
        )
    if implied:
        said.append(f"Implied but not named: {listed(implied)}.")
    if missing:
        said.append(f"Not shown: {listed(missing)}.")
    if points.specificity < 1:
        out_of_reach = maximum * (1 - points.specificity)
        said.append(
            f"The posting names so few skills that {out_of_reach:.1f} of these {maximum:.1f} points cannot be earned."
        )
    score = maximum * points.specificity * coverage(groups, lambda one: one.credit)
    return _part(name, score, maximum, " ".join(said))


def _experience(evaluation: Evaluation) -> ScorePart:
    points = evaluation.demand.points
    score = points.years * evaluation.years_share + points.recency * evaluation.recency_share
    said = [f"{years_text(evaluation.years_total)} of work"]
    if evaluation.years_related != evaluation.years_total:
        said[0] += f", {evaluation.years_related:g} in roles related to this posting"
    said[0] += f"; {evaluation.demand.years} asked." if evaluation.demand.years else "; the posting asks for no number."
    undated = undated_roles(evaluation)
    if undated:
        said.append(
            f"{undated} {'role has' if undated == 1 else 'roles have'} no usable dates and could not be counted."
        )
    if evaluation.last_related is None:
        said.append("No role shows skills or a title that the posting names.")
    else:
        last = evaluation.last_related.role
        ended = ""
        if last.months.length and evaluation.recency_share < evaluation.last_related.relatedness:
            ended = f", until {last.months.last // 12}"
        said.append(f"The most recent related work: {role_text(last.title, last.organization).rstrip('.')}{ended}.")
    return _part("experience", score, points.years + points.recency, " ".join(said))


def undated_roles(evaluation: Evaluation) -> int:
    """Return how many roles have no dates that can be counted."""
    return sum(1 for one in evaluation.roles if one.role.kind == "work" and not one.role.months.length)


def years_text(years: float) -> str:
    """Return "1 year", "2.5 years"."""
    return f"{years:g} {'year' if years == 1 else 'years'}"


def role_text(title: str, organization: str) -> str:
    """Return "Title at Organization", or whichever is known."""
    return " at ".join(part for part in (title, organization) if part) or "a role without a title"


def _role_fit(evaluation: Evaluation) -> ScorePart:
    points, posting = evaluation.demand.points, evaluation.demand.posting
    score = points.title * evaluation.title_share + points.seniority * evaluation.seniority_share
    said = []
    if posting.title and evaluation.title_shown:
        likeness = "the same as" if evaluation.title_share >= 0.99 else f"{evaluation.title_share:.0%} like"
        said.append(f"“{evaluation.title_shown}” is {likeness} the title asked for.")
    elif posting.title:
        said.append("No title resembles the one asked for.")
    if posting.seniority:
        said.append(
            f"The posting asks for {posting.seniority} level; titles and years show {evaluation.seniority_shown}."
        )
    return _part("role_fit", score, points.title + points.seniority, " ".join(said))


def _education(evaluation: Evaluation) -> str:
    asked = evaluation.demand.posting.education_level
    if evaluation.degree is None:
        said = f"The posting asks for {degree_text(asked)}; no degree is shown."
    else:
        held = f"“{evaluation.degree.text}”" + (" (expected)" if evaluation.degree.expected else "")
        said = f"The posting asks for {degree_text(asked)}; shown: {held}."
    if evaluation.education_share == formula.EQUIVALENT_EXPERIENCE and evaluation.demand.experience_may_replace_degree:
        said += " The posting takes equivalent experience instead."
    return said


def degree_text(level: str | None) -> str:
    """Return "a bachelor's degree" and the like."""
    names = {"associate": "an associate degree", "bachelor": "a bachelor’s degree", "master": "a master’s degree"}
    return names.get(level or "", "a doctorate")


def _credentials(evaluation: Evaluation) -> str:
    shown = [one.group.label for one in evaluation.credentials if credential_credit(one, evaluation)]
    missing = [one.group.label for one in evaluation.credentials if not credential_credit(one, evaluation)]
    said = [f"Shown: {listed(shown)}."] if shown else []
    if missing:
        said.append(f"Not shown: {listed(missing)}.")
    return " ".join(said)


def _presentation(evaluation: Evaluation) -> ScorePart:
    score = (
        formula.OPENING * evaluation.opening_share
        + formula.ORDER * evaluation.order_share
        + formula.FOCUS * evaluation.focus_share
    )
    said = []
    if evaluation.opening:
        said.append(f"Headline and summary name {listed(list(evaluation.opening))}.")
    else:
        said.append("Headline and summary name none of the skills asked for.")
    if evaluation.relevant_statements:
        said.append(
            f"Within their roles, relevant statements stand {evaluation.order_share:.0%} as high as they could."
        )
    said.append(
        f"{evaluation.relevant_statements} of {evaluation.statements} statements show a skill the posting names."
    )
    return _part("presentation", score, formula.PRESENTATION, " ".join(said))
