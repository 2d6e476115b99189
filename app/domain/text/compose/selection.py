"""Choose what a document shows: every piece scored against the posting, the best within a page budget, with reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from app.domain.text.career import Career
from app.domain.text.compose.advice import recommendations_for
from app.domain.text.compose.budget import PAGE_LINES, SECTION_LINES, Budget, header_lines, section_lines
from app.domain.text.compose.demand import Demand, Shown, demand_of
from app.domain.text.compose.extras import CustomChoice, custom_choices, custom_share, has_publications
from app.domain.text.compose.instructions import Instructions, interpret_instructions
from app.domain.text.compose.options import ComposeOptions, Level, Tone, WrittenLanguage, written_language
from app.domain.text.compose.picking import Candidate, Quota, is_related, pick, relatedness
from app.domain.text.compose.skill_rows import SkillRow, skill_rows
from app.domain.text.compose.timeline import Timeline, timeline_of
from app.domain.text.compose.tongue import facts_language
from app.domain.text.compose.units import Unit, project_units, role_units
from app.domain.text.compose.wording import join_list
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

PieceKind = Literal["bullet", "project", "skill", "education", "certification", "language", "custom"]

_SUMMARY_LINES = 5
_MANDATORY_YEARS = 12.0
_RECENT_YEARS = 3.0
_MIDDLE_YEARS = 6.0
_PROJECTS_AT_MOST: dict[Level, int] = {"fresher": 4, "experienced": 3}
_PROJECT_HEAD_LINES = 1.4
_REASON_KEYWORDS = 4
_RELATED_ENOUGH = 4
_RELATED_IN_ROLE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that could be shown: how well it fits (about 0-3), why, and whether it was chosen."""

    kind: PieceKind
    item_id: str
    fact_id: str
    text: str
    score: float
    keywords: tuple[str, ...]
    reason: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """A role or project (`index` into the career's list) and what of it is printed, in print order."""

    index: int
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a document will show, and why. `pages` is the length it was chosen for."""

    level: Level
    language: WrittenLanguage
    tone: Tone
    pages: int
    roles: tuple[ItemChoice, ...]
    projects: tuple[ItemChoice, ...]
    skills: tuple[SkillRow, ...]
    custom: tuple[CustomChoice, ...]
    pieces: tuple[Piece, ...]
    instructions: Instructions
    facts_language: WrittenLanguage | None
    demand: Demand
    timeline: Timeline
    recommendations: tuple[str, ...]


def select(
    career: Career, posting: Posting, report: MatchReport, lexicon: Lexicon, options: ComposeOptions, *, today: date
) -> Selection:
    """Score every piece of `career` against `posting` and choose what fits; every role stays, if only by its title."""
    instructions = interpret_instructions(options.instructions)
    timeline = timeline_of(career, today, options.candidate_level)
    demand = demand_of(posting, report, lexicon, target_stack=options.target_stack, emphasise=instructions.emphasise)
    language = written_language(options.language, posting.language)
    length = instructions.length or options.length
    pages = {"one_page": 1, "two_page": 2, "auto": _customary_pages(career, timeline)}[length]
    rows = skill_rows(career, report, demand, lexicon, language, instructions.drop)
    share = custom_share(career, pages) if _wants(options, "custom") else 0.0
    budget = Budget(PAGE_LINES * pages - _fixed_lines(career, rows, options) - share)
    candidates = _candidates(career, demand, timeline, instructions.drop)
    picked = pick(candidates, _quotas(candidates, timeline, demand), demand, budget)
    custom = custom_choices(
        career, demand, instructions.drop, lines=max(0.0, budget.left) + share, level=timeline.level
    )
    taken = {candidate.position for candidate in picked}
    tongue = facts_language(career)
    return Selection(
        level=timeline.level,
        language=language,
        tone=instructions.tone or options.tone,
        pages=pages,
        roles=tuple(ItemChoice(index, _ordered(picked, ("role", index), demand)) for index in timeline.order),
        projects=_projects(career, picked, timeline.level, demand, instructions.drop),
        skills=rows,
        custom=custom,
        pieces=tuple(_pieces(career, candidates, taken, rows, demand)),
        instructions=instructions,
        facts_language=tongue,
        demand=demand,
        timeline=timeline,
        recommendations=recommendations_for(
            career,
            report,
            instructions,
            language=language,
            facts_language=tongue,
            has_results=any(candidate.shown.result for candidate in candidates),
            overflow=budget.left < -SECTION_LINES and length != "auto",
        ),
    )


def _customary_pages(career: Career, timeline: Timeline) -> int:
    return 2 if timeline.level == "experienced" and has_publications(career) else timeline.pages


def _wants(options: ComposeOptions, kind: str) -> bool:
    return options.include_sections is None or kind in options.include_sections


def _fixed_lines(career: Career, rows: Sequence[SkillRow], options: ComposeOptions) -> float:
    """Return the lines of all that is printed in any case: header, summary, heads of roles, education, lists."""
    sections = {
        "summary": SECTION_LINES + _SUMMARY_LINES - 2,
        "experience": section_lines((), len(career.experiences)),
        "education": section_lines((), len(career.education)),
        "skills": section_lines([", ".join(item.text for item in row.items) for row in rows]),
        "certifications": section_lines([skill.name for skill in career.skills if skill.category == "certification"]),
        "languages": section_lines(["x"] if any(skill.category == "language" for skill in career.skills) else ()),
    }
    return header_lines() + sum(lines for kind, lines in sections.items() if _wants(options, kind))


def _candidates(career: Career, demand: Demand, timeline: Timeline, drop: tuple[str, ...]) -> list[Candidate]:
    found: list[Candidate] = []
    for index in timeline.order:
        recency = timeline.recency(index)
        found += [
            Candidate(unit, demand.shown(unit), ("role", index), recency, len(found) + at)
            for at, unit in enumerate(_kept(role_units(career.experiences[index]), drop))
        ]
    for index, project in enumerate(career.projects):
        if _mentions(project.name, drop):
            continue
        opening = _PROJECT_HEAD_LINES + (1.0 if project.technologies else 0.0)
        found += [
            Candidate(unit, demand.shown(unit), ("project", index), 0.9, len(found) + at, opening)
            for at, unit in enumerate(_kept(project_units(project), drop))
        ]
    return found


def _kept(units: list[Unit], drop: tuple[str, ...]) -> list[Unit]:
    return [unit for unit in units if not _mentions(unit.text, drop)]


def _mentions(text: str, terms: tuple[str, ...]) -> bool:
    folded = text.casefold()
    return any(term.casefold() in folded for term in terms)


def _quotas(candidates: list[Candidate], timeline: Timeline, demand: Demand) -> dict[tuple[str, int], Quota]:
    quotas: dict[tuple[str, int], Quota] = {}
    for place, index in enumerate(timeline.order):
        age = timeline.ages[index]
        if place == 0 or age < _RECENT_YEARS:
            quotas["role", index] = Quota(least=3 if place == 0 else 2, most=7, unrelated=4)
        elif age < _MIDDLE_YEARS:
            quotas["role", index] = Quota(least=2, most=5, unrelated=3)
        elif age < _MANDATORY_YEARS:
            quotas["role", index] = Quota(least=1, most=4, unrelated=2)
        else:
            quotas["role", index] = Quota(least=0, most=3, unrelated=0)
    quotas = {group: _pertinent(quota, group, candidates, demand) for group, quota in quotas.items()}
    fresher = timeline.level == "fresher"
    own = [candidate for candidate in candidates if candidate.group[0] == "project"]
    groups = list(dict.fromkeys(candidate.group for candidate in own))
    related = {candidate.group for candidate in own if is_related(demand, candidate.shown)}
    kept = groups[: _PROJECTS_AT_MOST["fresher"]] if fresher else [one for one in groups if one in related][:2]
    for group in groups:
        quotas[group] = Quota(least=int(group in kept), most=3, unrelated=1)
    if fresher:
        return dict(sorted(quotas.items(), key=lambda quota: quota[0][0] != "project"))
    return quotas


def _pertinent(quota: Quota, group: tuple[str, int], candidates: list[Candidate], demand: Demand) -> Quota:
    """Return the quota of a role where lines that have nothing to do with the posting give way to those that have."""
    related = [candidate.group for candidate in candidates if is_related(demand, candidate.shown)]
    if len(related) < _RELATED_ENOUGH:
        return quota
    own = related.count(group)
    least = min(quota.least, max(1, own)) if quota.least else 0
    return replace(quota, least=least, idle=0 if own >= _RELATED_IN_ROLE else 1)


def _ordered(picked: list[Candidate], group: tuple[str, int], demand: Demand) -> tuple[Unit, ...]:
    """Return the group's units, those that fit best first; equals stay in the candidate's order."""
    own = [candidate for candidate in picked if candidate.group == group]
    return tuple(
        candidate.unit for candidate in sorted(own, key=lambda candidate: -round(_standing(candidate.shown, demand), 1))
    )


def _standing(shown: Shown, demand: Demand) -> float:
    return relatedness(demand, shown) + (0.2 if shown.result else 0.0)


def _projects(
    career: Career, picked: list[Candidate], level: Level, demand: Demand, drop: tuple[str, ...]
) -> tuple[ItemChoice, ...]:
    """Return the projects to print: those that fit best, in the candidate's order."""
    worth: dict[int, float] = {}
    with_units = {candidate.group[1] for candidate in picked if candidate.group[0] == "project"}
    for index, project in enumerate(career.projects):
        named = ", ".join((project.name, *project.technologies))
        if _mentions(project.name, drop) or not named.strip(", "):
            continue
        score = sum(demand.keywords[keyword] * strength for keyword, strength in demand.of_text(named).items())
        score += sum(
            _standing(candidate.shown, demand) for candidate in picked if candidate.group == ("project", index)
        )
        if score > 0 or index in with_units or level == "fresher":
            worth[index] = score
    best = sorted(worth, key=lambda index: (-worth[index], index))[: _PROJECTS_AT_MOST[level]]
    return tuple(ItemChoice(index, _ordered(picked, ("project", index), demand)) for index in best)


def _pieces(
    career: Career, candidates: list[Candidate], taken: set[int], rows: Sequence[SkillRow], demand: Demand
) -> Iterator[Piece]:
    for candidate in candidates:
        chosen = candidate.position in taken
        yield Piece(
            kind="bullet" if candidate.group[0] == "role" else "project",
            item_id=candidate.unit.item_id,
            fact_id=candidate.unit.fact_id,
            text=candidate.unit.text,
            score=round(_standing(candidate.shown, demand) * candidate.recency, 3),
            keywords=tuple(candidate.shown.keywords),
            reason=_reason(candidate.shown, demand, chosen=chosen),
            chosen=chosen,
        )
    printed = {source: item for row in rows for item in row.items for source in item.source_ids}
    for skill in career.skills:
        source = f"{skill.id}:name"
        found = tuple(demand.of_text(skill.name))
        kind: PieceKind = "skill" if skill.category in ("technical", "soft") else _credential(skill.category)
        shown = Shown(dict.fromkeys(found, 1.0), (), result=False)
        chosen = kind != "skill" or source in printed
        yield Piece(
            kind=kind, item_id=skill.id, fact_id=source, text=skill.name, keywords=found, chosen=chosen,
            score=round(relatedness(demand, shown), 3), reason=_reason(shown, demand, chosen=chosen),
        )  # fmt: skip
    for course in career.education:
        text = ", ".join(part for part in (course.degree, course.field_of_study, course.institution) if part)
        found = tuple(demand.of_text(text))
        yield Piece(
            kind="education", item_id=course.id, fact_id=f"{course.id}:degree", text=text, keywords=found, chosen=True,
            score=round(sum(demand.keywords[keyword] for keyword in found), 3), reason="Education is always kept.",
        )  # fmt: skip


def _credential(category: str) -> PieceKind:
    return "certification" if category == "certification" else "language"


def _reason(shown: Shown, demand: Demand, *, chosen: bool) -> str:
    names = sorted(shown.keywords, key=lambda keyword: -demand.keywords[keyword])[:_REASON_KEYWORDS]
    if names:
        what = f"Shows {join_list(names, 'en')}, which the posting asks for"
    elif shown.words:
        what = "Shares words with the posting's title, requirements or duties"
    else:
        what = "Has nothing to do with what the posting asks for"
    if shown.result:
        what += "; names a result" if names or shown.words else ", but names a result"
    if chosen:
        return f"{what}."
    return f"{what}; left out, because others show more or the page is full."
