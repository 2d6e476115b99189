"""The ATS score: skills, impact, tools and role fit, 0-25 each; docs/scoring.md explains the points."""

from collections.abc import Iterable
from datetime import date

from app.domain.regex import regex
from app.domain.text.ats.impact import experienced_impact, fresher_fit, fresher_impact
from app.domain.text.ats.report import PART_MAXIMUM, AtsBreakdown, AtsFinding, AtsReport, CandidateLevel
from app.domain.text.career import Career
from app.domain.text.match.advice import strengths_of
from app.domain.text.match.demand import Demand, Group, demand_of
from app.domain.text.match.evaluation import Evaluation, evaluate
from app.domain.text.match.keywords import GroupShown, show_group
from app.domain.text.match.parts import coverage, listed, parts_of
from app.domain.text.match.reading import Reading, read_career
from app.domain.text.match.report import MatchReport, ScorePart
from app.domain.text.match.score import report_of
from app.domain.text.posting import Keyword, Posting
from app.domain.text.skills import Lexicon

VERSION = "ats-1"
_SPECIFIC_TOOLS = 4.0
_STACK_LIMIT = 50
_SUGGESTIONS = 8
_SEPARATORS = regex(r"[,;\n]")
_FIT_PARTS = ("experience", "role_fit", "education")


def target_stack_of(stack: str | Iterable[str] | None, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names of a stack given as a list or as "a, b": canonical where known, each once, at most fifty."""
    given = [stack] if isinstance(stack, str) else stack or ()
    names: dict[str, str] = {}
    for piece in (piece for one in given for piece in _SEPARATORS.split(one)):
        written = " ".join(piece.split())
        if written:
            entry = lexicon.get(written)
            name = entry.name if entry else written
            names.setdefault(name.casefold(), name)
    return tuple(names.values())[:_STACK_LIMIT]


def ats_score(
    career: Career,
    posting: Posting,
    lexicon: Lexicon,
    *,
    today: date,
    candidate_level: CandidateLevel = "experienced",
    target_stack: str | Iterable[str] | None = None,
    reading: Reading | None = None,
    denied: Iterable[str] = (),
) -> AtsReport:
    """Return the ATS score of `career` for `posting`: four whole parts of 0-25 that sum to it.

    A fresher is judged on projects, internships, fundamentals and learning, anyone else on impact, ownership, scale and
    architecture. `target_stack`, where given, is what tools and frameworks are held against. `reading` is `read_career`
    of the career, kept by whoever scores it often, or `read_content` of a document, which then is what is scored.
    `denied`, what the candidate said they do not have, is not suggested; no point depends on it.
    """
    reading = reading or read_career(career, lexicon, today=today)
    demand = demand_of(posting, lexicon)
    evaluation = evaluate(demand, reading, today=today, denied=denied)
    match = report_of(evaluation)
    stack = target_stack_of(target_stack, lexicon)
    tools = _tool_groups(demand, stack, lexicon)
    tools_shown = tuple(show_group(group, reading, None) for group in tools)
    fresher = candidate_level == "fresher"
    findings = (
        *_skills_findings(evaluation),
        *(fresher_impact(evaluation) if fresher else experienced_impact(evaluation)),
        _tools_finding(tools_shown, from_stack=bool(stack)),
        *(fresher_fit(evaluation) if fresher else _fit_findings(match.parts)),
    )
    breakdown = AtsBreakdown(
        skills_match=_whole(findings, "skills_match"),
        project_impact=_whole(findings, "project_impact"),
        tools_frameworks=_whole(findings, "tools_frameworks"),
        role_fit=_whole(findings, "role_fit"),
    )
    missing_tools = [one.group.label for one in tools_shown if one.missing]
    shown_tools = [one.top.asked.name for one in tools_shown if not one.missing]
    return AtsReport(
        version=VERSION,
        ats_score=breakdown.total,
        score_breakdown=breakdown,
        findings=findings,
        matched_keywords=tuple(dict.fromkeys([*match.matched_keywords, *shown_tools])),
        missing_keywords=tuple(dict.fromkeys([*match.missing_keywords, *missing_tools])),
        strengths=_strengths(evaluation, findings),
        suggestions=_suggestions(match, findings),
        candidate_level=candidate_level,
        target_stack=stack,
    )


def _whole(findings: tuple[AtsFinding, ...], part: str) -> int:
    mine = [one for one in findings if one.part == part]
    maximum = sum(one.maximum for one in mine)
    points = sum(one.points for one in mine)
    return min(PART_MAXIMUM, int(PART_MAXIMUM * points / maximum + 0.5 + 1e-9)) if maximum else 0


def _skills_findings(evaluation: Evaluation) -> list[AtsFinding]:
    points = evaluation.demand.points
    pool = points.required + points.preferred
    parts = [part for part in parts_of(evaluation) if part.name in ("required_skills", "preferred_skills")]
    return [
        AtsFinding(
            "skills_match",
            part.name,
            round(PART_MAXIMUM * part.score / pool, 1),
            round(PART_MAXIMUM * part.maximum / pool, 1),
            part.explanation,
        )
        for part in parts
    ]


def _tool_groups(demand: Demand, stack: tuple[str, ...], lexicon: Lexicon) -> tuple[Group, ...]:
    if stack:
        wanted = Posting(parsed_keywords=tuple(Keyword(name, 1.0, "technical", True) for name in stack))
        return demand_of(wanted, lexicon).skills
    return tuple(group for group in demand.skills if any(one.category == "technical" for one in group.members))


def _tools_finding(tools: tuple[GroupShown, ...], *, from_stack: bool) -> AtsFinding:
    source = "of the target stack" if from_stack else "tools and frameworks of the posting"
    if not tools:
        return AtsFinding(
            "tools_frameworks", "tools", 0.0, 25.0, "The posting names no tools and there is no target stack."
        )
    share = coverage(tools, lambda one: one.credit)
    shown = [one.top.asked.name for one in tools if not one.missing]
    missing = [one.group.label for one in tools if one.missing]
    said = f"{len(shown)} of {len(tools)} {source} shown."
    if missing:
        said += f" Not shown: {listed(missing)}."
    if not from_stack and len(tools) < _SPECIFIC_TOOLS:
        share *= len(tools) / _SPECIFIC_TOOLS
        said += " The posting names so few that not all points can be earned."
    return AtsFinding("tools_frameworks", "tools", round(PART_MAXIMUM * share, 1), 25.0, said)


def _fit_findings(parts: tuple[ScorePart, ...]) -> list[AtsFinding]:
    return [
        AtsFinding("role_fit", part.name, part.score, part.maximum, part.explanation)
        for part in parts
        if part.name in _FIT_PARTS
    ]


def _strengths(evaluation: Evaluation, findings: tuple[AtsFinding, ...]) -> tuple[str, ...]:
    own = [
        one.explanation
        for one in findings
        if one.part == "project_impact" and one.maximum and one.points >= 0.8 * one.maximum
    ]
    return (*strengths_of(evaluation), *own)


def _suggestions(match: MatchReport, findings: tuple[AtsFinding, ...]) -> tuple[str, ...]:
    impact = sorted(
        (one for one in findings if one.part == "project_impact" and one.points < 0.5 * one.maximum),
        key=lambda one: (one.points - one.maximum, one.name),
    )
    changes = [change.action for change in match.changes]
    return tuple([*changes[: _SUGGESTIONS - min(len(impact), 3)], *(one.explanation for one in impact)][:_SUGGESTIONS])
