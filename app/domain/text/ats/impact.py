"""What work and projects show beyond skills, by what fits the candidate's level."""

from collections.abc import Callable

from app.domain.text.ats.report import AtsFinding
from app.domain.text.ats.signals import (
    INTERNSHIP,
    fundamentals,
    has_figure,
    shows_architecture,
    shows_learning,
    shows_ownership,
    shows_scale,
)
from app.domain.text.match import formula
from app.domain.text.match.evaluation import Evaluation
from app.domain.text.match.parts import counted, listed
from app.domain.text.match.reading import Passage

_FIGURES_SHARE = 0.4
_FIGURES_LEAST = 3.0
_FRESHER_FIT = {"intern": 1.0, "junior": 1.0, "mid": 0.5}
_FUNDAMENTALS_ENOUGH = 4
_LEARNING_ENOUGH = 2
_PROJECTS_ENOUGH = 2.5
_PROJECT_WORTH = (0.25, 0.7, 1.0)
"""A project by how many of the asked skills it shows: none, one, more."""


def experienced_impact(evaluation: Evaluation) -> list[AtsFinding]:
    """Return the findings of `project_impact` for an experienced candidate; unrelated work counts less."""
    statements = _statements(evaluation)

    def amount(test: Callable[[str], bool]) -> float:
        return sum(_weight(one, evaluation) for one in statements if test(one.text))

    figures = amount(has_figure)
    needed = max(_FIGURES_LEAST, _FIGURES_SHARE * amount(bool))
    count = sum(1 for one in statements if has_figure(one.text))
    return [
        _finding(
            "impact",
            figures / needed,
            9.0,
            f"{count} of {len(statements)} statements give a figure.",
            "Say how many, how much or how often where you know it; a reader believes figures.",
        ),
        _finding(
            "ownership",
            amount(shows_ownership) / 3,
            6.0,
            f"Statements that show you led, owned or started something: {_count(statements, shows_ownership)}.",
            "Where you led or owned something, say so.",
        ),
        _finding(
            "scale",
            amount(shows_scale) / 2,
            5.0,
            f"Statements that say how large the thing was: {_count(statements, shows_scale)}.",
            "Say for how many users, teams or records the work was.",
        ),
        _finding(
            "architecture",
            amount(shows_architecture) / 2,
            5.0,
            f"Statements about design, migration or structure: {_count(statements, shows_architecture)}.",
            "Where you shaped a design or a migration, say what was decided and why.",
        ),
    ]


def fresher_impact(evaluation: Evaluation) -> list[AtsFinding]:
    """Return the findings of `project_impact` for a fresher."""
    projects = [one for one in evaluation.roles if one.role.kind == "project"]
    worth = sum(_PROJECT_WORTH[min(one.skills, len(_PROJECT_WORTH) - 1)] for one in projects)
    internships = [one for one in evaluation.roles if one.role.kind == "work"]
    named = [one.role.title for one in internships if INTERNSHIP.search(one.role.title)] or [
        one.role.title for one in internships
    ]
    fitting = sum(bool(one.skills) for one in projects)
    related = max((one.relatedness for one in internships), default=0.0)
    passages = evaluation.reading.passages
    studied = any(one.place == "education" for one in passages)
    bases = sorted(frozenset().union(*(fundamentals(one.text) for one in passages)))
    learned = sum(1 for one in passages if one.place == "credential" or shows_learning(one.text))
    return [
        _finding(
            "projects",
            worth / _PROJECTS_ENOUGH,
            10.0,
            f"{counted(len(projects), 'project')} shown, {fitting} with skills the posting names.",
            "Add a project that uses what the posting asks for, with what it does and what you built it with.",
        ),
        _finding(
            "internships",
            related,
            5.0,
            f"Practical work: {listed(named)}." if named else "No internship or job shown.",
            "Internships, working-student jobs and assistant posts count: add them with what you did.",
        ),
        _finding(
            "fundamentals",
            (len(bases) + (2 if studied else 0)) / _FUNDAMENTALS_ENOUGH,
            5.0,
            f"Foundations shown: {listed(bases)}." if bases else "No foundations of the trade are named.",
            "Name the courses and foundations that the posting's work rests on.",
        ),
        _finding(
            "learning",
            learned / _LEARNING_ENOUGH,
            5.0,
            f"Signs of learning beyond the degree: {learned}.",
            "Certificates, courses, competitions and open-source work show that you learn: add those you have.",
        ),
    ]


def fresher_fit(evaluation: Evaluation) -> list[AtsFinding]:
    """Return the findings of `role_fit` for a fresher: the level asked, the field and the education."""
    posting = evaluation.demand.posting
    years = evaluation.demand.years or 0
    level = _FRESHER_FIT.get(posting.seniority or "", 0.0)
    if posting.seniority is None:
        level = 1.0 if years <= 1 and evaluation.demand.entry_level else 0.5 if years <= 2 and posting.title else 0.0
    asked = f"{posting.seniority or 'no stated'} level" + (f" and {years} years" if years else "")
    education = evaluation.education_share if posting.education_level else 1.0 if evaluation.degree else 0.0
    held = f"“{evaluation.degree.text}”" if evaluation.degree else "no degree"
    field = max(evaluation.title_share, min(1.0, evaluation.recency_share))
    return [
        AtsFinding("role_fit", "level", round(10 * level, 1), 10.0, f"The posting asks for {asked}."),
        AtsFinding(
            "role_fit",
            "field",
            round(8 * field, 1),
            8.0,
            "Titles and projects are compared with the posting’s title and skills.",
        ),
        AtsFinding("role_fit", "education", round(7 * education, 1), 7.0, f"Education: {held}."),
    ]


def _finding(name: str, share: float, maximum: float, explanation: str, advice: str) -> AtsFinding:
    points = round(maximum * min(1.0, share), 1)
    said = explanation if points >= maximum / 2 else f"{explanation} {advice}"
    return AtsFinding("project_impact", name, points, maximum, said)


def _statements(evaluation: Evaluation) -> list[Passage]:
    seen: dict[str, Passage] = {}
    for one in evaluation.reading.passages:
        if one.is_statement:
            seen.setdefault(" ".join(one.text.casefold().split()), one)
    return list(seen.values())


def _weight(passage: Passage, evaluation: Evaluation) -> float:
    return evaluation.roles[passage.role].relatedness if passage.role >= 0 else formula.UNRELATED


def _count(statements: list[Passage], test: Callable[[str], bool]) -> int:
    return sum(1 for one in statements if test(one.text))
