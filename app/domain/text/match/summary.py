"""What a career comes to: totals, years, and the skills it shows best, each with the facts that show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.text.career import Career
from app.domain.text.match.experience import skill_years, years_of_experience
from app.domain.text.match.reading import WORK_PLACES, Mention, Place, Reading, read_career
from app.domain.text.match.report import FactEvidence
from app.domain.text.posting import EducationLevel, KeywordCategory
from app.domain.text.skills import Lexicon

_TOP_SKILLS = 15
_EVIDENCE = 5
_SHOWN: frozenset[str] = frozenset({"technical", "soft", "domain"})
_TELLING: tuple[Place, ...] = ("work", "project", "title", "education", "summary", "headline", "skill")


@dataclass(frozen=True, slots=True)
class ShownSkill:
    """A skill with the years of the roles that name or imply it, and the facts that name it, the most telling first.

    `listed` tells that the candidate names it among the skills, `in_use` that work, projects or studies show it.
    """

    name: str
    category: KeywordCategory
    years: float
    listed: bool
    in_use: bool
    evidence: tuple[FactEvidence, ...]


@dataclass(frozen=True, slots=True)
class CareerTotals:
    """How many items there are of each kind."""

    experiences: int
    education: int
    projects: int
    technical_skills: int
    soft_skills: int
    languages: int
    certifications: int
    achievements: int


@dataclass(frozen=True, slots=True)
class CareerSummary:
    """`years_of_experience` counts overlapping roles once; `current_titles` are those of the roles that last."""

    totals: CareerTotals
    years_of_experience: float
    current_titles: tuple[str, ...]
    education_level: EducationLevel | None
    top_skills: tuple[ShownSkill, ...]
    languages: tuple[str, ...]
    certifications: tuple[str, ...]


def summarize(career: Career, lexicon: Lexicon, *, today: date) -> CareerSummary:
    """Return what `career` comes to on the day `today`."""
    reading = read_career(career, lexicon, today=today)
    finished = [degree for degree in reading.degrees if not degree.expected]
    return CareerSummary(
        totals=_totals(career),
        years_of_experience=years_of_experience(career, today),
        current_titles=tuple(job.title for job in career.experiences if job.is_current and job.title),
        education_level=finished[0].level if finished else None,
        top_skills=top_skills(career, lexicon, reading, today=today),
        languages=_named(career, "language"),
        certifications=_named(career, "certification"),
    )


def top_skills(career: Career, lexicon: Lexicon, reading: Reading, *, today: date) -> tuple[ShownSkill, ...]:
    """Return the fifteen skills shown best: in use before merely listed, then by years, then by how often."""
    years = skill_years(career, lexicon, today)
    known = [_shown(name, found, years, reading, lexicon) for name, found in reading.mentions.items()]
    skills = [*(one for one in known if one.category in _SHOWN), *_unknown(career, lexicon)]
    skills.sort(key=lambda one: (not one.in_use, -one.years, -len(one.evidence), not one.listed, one.name.casefold()))
    return tuple(skills[:_TOP_SKILLS])


def _totals(career: Career) -> CareerTotals:
    kinds = [skill.category for skill in career.skills]
    return CareerTotals(
        experiences=len(career.experiences),
        education=len(career.education),
        projects=len(career.projects),
        technical_skills=kinds.count("technical"),
        soft_skills=kinds.count("soft"),
        languages=kinds.count("language"),
        certifications=kinds.count("certification"),
        achievements=sum(len(job.achievements) for job in career.experiences),
    )


def _named(career: Career, category: str) -> tuple[str, ...]:
    return tuple(
        f"{skill.name} ({skill.proficiency})" if skill.proficiency else skill.name
        for skill in career.skills
        if skill.category == category
    )


def _shown(
    name: str, found: tuple[Mention, ...], years: dict[str, float], reading: Reading, lexicon: Lexicon
) -> ShownSkill:
    entry = lexicon.get(name)
    places = {reading.passages[one.passage].place for one in found}
    telling = sorted(
        (one for one in found if reading.passages[one.passage].place in _TELLING),
        key=lambda one: (_TELLING.index(reading.passages[one.passage].place), one.passage, one.start),
    )
    return ShownSkill(
        name=name,
        category=entry.category if entry else "technical",
        years=years.get(name, 0.0),
        listed="skill" in places,
        in_use=bool(places & WORK_PLACES),
        evidence=tuple(_evidence(one, reading) for one in telling[:_EVIDENCE]),
    )


def _evidence(found: Mention, reading: Reading) -> FactEvidence:
    passage = reading.passages[found.passage]
    return FactEvidence(passage.ref, passage.offset + found.start, passage.offset + found.end, found.text)


def _unknown(career: Career, lexicon: Lexicon) -> Iterator[ShownSkill]:
    """Yield the listed skills that the lexicon does not know, as the candidate wrote them."""
    for skill in career.skills:
        is_known = lexicon.find(skill.name) or lexicon.get(skill.name)
        if skill.name and skill.category in ("technical", "soft") and not is_known:
            evidence = FactEvidence(f"{skill.id}:name", 0, len(skill.name), skill.name)
            yield ShownSkill(skill.name, skill.category, 0.0, listed=True, in_use=False, evidence=(evidence,))
