"""What speaks for the candidate, what does not, and what truthful changes would earn: in words, with evidence."""

from app.domain.regex import regex
from app.domain.text.match import formula
from app.domain.text.match.evaluation import Evaluation
from app.domain.text.match.keywords import GroupShown, Shown, mentions_of
from app.domain.text.match.parts import (
    credential_credit,
    degree_text,
    keyword_gain,
    listed,
    role_text,
    undated_roles,
    years_text,
)
from app.domain.text.match.reading import Mention, Passage, Reading

_STRENGTHS = 6
_FEW = 3
_QUOTE = 110
_GAPS = 8
_FIGURE = regex(r"\d")


def strengths_of(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what speaks for the candidate, the weightiest first, each with where it is shown."""
    strengths = []
    demand = evaluation.demand
    if evaluation.title_share >= formula.CLOSE_TITLE:
        strengths.append(f"Has worked as “{evaluation.title_shown}”; the posting looks for “{demand.posting.title}”.")
    if demand.years and evaluation.years_share >= 1:
        strengths.append(f"{years_text(evaluation.years_total)} of work where {demand.years} are asked.")
    quoted: set[int] = set()
    for shown in evaluation.skills:
        found = (
            None
            if shown.group.soft or not shown.top.in_work
            else _best_statement(shown.top, evaluation.reading, quoted)
        )
        if found:
            quoted.add(found.passage)
            strengths.append(_strength(shown, evaluation.reading.passages[found.passage], evaluation.reading))
    asked = demand.posting.education_level
    if asked and evaluation.education_share >= 1 and evaluation.degree:
        strengths.append(f"Holds “{evaluation.degree.text}”; the posting asks for {degree_text(asked)}.")
    named = [one.top.asked.name for one in evaluation.skills if one.group.required and one.top.in_front]
    if len(strengths) < _FEW and named:
        strengths.append(f"Names {listed(named)} among skills or in the summary, as required.")
    return tuple(strengths[:_STRENGTHS])


def _best_statement(shown: Shown, reading: Reading, quoted: set[int]) -> Mention | None:
    """The statement to quote: one with a figure before one without, the more recent role before the older."""

    def rank(one: Mention) -> tuple[bool, bool, int, int]:
        passage = reading.passages[one.passage]
        last = reading.roles[passage.role].months.last
        return one.passage in quoted, not _FIGURE.search(passage.text), -last, one.passage

    found = [one for one in mentions_of(shown.asked, reading) if reading.passages[one.passage].is_statement]
    return min(found, key=rank, default=None)


def _strength(shown: GroupShown, passage: Passage, reading: Reading) -> str:
    role = reading.roles[passage.role]
    kind = "required" if shown.group.required else "preferred"
    return f"{shown.top.asked.name} ({kind}), as {role_text(role.title, role.organization)}: “{_quoted(passage.text)}”"


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTE else f"{text[:_QUOTE].rsplit(' ', 1)[0]} …"


def gaps_of(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what the posting asks for and is not shown: requirements first, then years, level, degree, preferences.

    What the candidate said they do not have is left to `denied_gaps_of`.
    """
    demand = evaluation.demand
    gaps = _skill_gaps(evaluation, required=True)
    if demand.years and evaluation.years_share < 1:
        worth = (
            ""
            if evaluation.years_related == evaluation.years_total
            else f", {evaluation.years_related:g} of it related"
        )
        shown_years = f"{years_text(evaluation.years_total)} shown{worth}"
        if not worth and evaluation.years_total >= demand.years:
            shown_years += ", not all of it closely related"
        if undated_roles(evaluation) and not evaluation.years_total:
            shown_years = "the roles have no usable dates, so none could be counted"
        gaps.append(f"{demand.years} years asked; {shown_years}.")
    if demand.posting.seniority and evaluation.seniority_share < formula.CLOSE_RANK:
        rank = demand.posting.seniority.capitalize()
        gaps.append(f"{rank} level asked; titles and years show {evaluation.seniority_shown}.")
    if demand.posting.education_level and evaluation.education_share < 1:
        held = f"“{evaluation.degree.text}”" if evaluation.degree else "no degree"
        gaps.append(f"{degree_text(demand.posting.education_level).capitalize()} asked; {held} shown.")
    gaps += [
        f"{shown.group.label} ({'required' if shown.group.required else 'preferred'}) is not shown."
        for shown in evaluation.credentials
        if not credential_credit(shown, evaluation) and not shown.denied
    ]
    gaps += _skill_gaps(evaluation, required=False)
    soft = [one.group.label for one in evaluation.skills if one.group.soft and one.missing and not one.denied]
    if soft:
        gaps.append(f"No statement shows {listed(soft)}; the posting names it as an attitude or soft skill.")
    return tuple(gaps)


def denied_gaps_of(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what the posting asks for and the candidate said they do not have, requirements first."""
    found = [
        *(one for one in evaluation.skills if one.missing and one.denied),
        *(one for one in evaluation.credentials if not credential_credit(one, evaluation) and one.denied),
    ]
    return tuple(
        f"{one.group.label} ({'required' if one.group.required else 'preferred'}) is not shown; "
        f"you said that you do not have {'it' if len(one.members) == 1 else 'any of them'}."
        for one in sorted(found, key=lambda one: not one.group.required)
    )


def _skill_gaps(evaluation: Evaluation, *, required: bool) -> list[str]:
    kind = "required" if required else "preferred"
    missing = [
        one
        for one in evaluation.skills
        if one.group.required == required and one.missing and not one.group.soft and not one.denied
    ]
    gaps = [_gap(one, evaluation, kind) for one in missing[:_GAPS]]
    rest = [one.group.label for one in missing[_GAPS:]]
    return [*gaps, f"Also not shown ({kind}): {listed(rest, len(rest))}."] if rest else gaps


def _gap(shown: GroupShown, evaluation: Evaluation, kind: str) -> str:
    gain = keyword_gain(shown, formula.WORK_AND_FRONT, evaluation)
    worth = f"; worth up to {gain:g} {'point' if gain == 1 else 'points'} if you can show it" if gain else ""
    return f"{shown.group.label} ({kind}) is not shown{worth}."
