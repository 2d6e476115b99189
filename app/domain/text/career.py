"""A candidate's facts as values: what the resume parser yields, a profile stores and every engine reads."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from app.domain.partial_date import PartialDate

SkillCategory = Literal["technical", "soft", "language", "certification"]

KEPT_DOCUMENT = "json_resume"
"""The custom field that keeps, as JSON, what an imported JSON Resume says beyond a career. It is no fact to print."""


@dataclass(slots=True, kw_only=True)
class Experience:
    """One role at one employer. `end_date` is `None` while it lasts (`is_current`) and where it is not known."""

    id: str = ""
    title: str = ""
    company: str = ""
    location: str = ""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    is_current: bool = False
    description: str = ""
    achievements: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Education:
    """One course of study."""

    id: str = ""
    institution: str = ""
    degree: str = ""
    field_of_study: str = ""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    gpa: str = ""
    honors: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Project:
    """One project; `technologies` are named as the candidate wrote them."""

    id: str = ""
    name: str = ""
    description: str = ""
    technologies: list[str] = field(default_factory=list)
    url: str = ""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None


@dataclass(slots=True, kw_only=True)
class Skill:
    """A skill, language or certification. `issuer`, `date_obtained`, `credential_id` are for certifications."""

    id: str = ""
    category: SkillCategory = "technical"
    name: str = ""
    proficiency: str = ""
    issuer: str = ""
    date_obtained: PartialDate | None = None
    credential_id: str = ""


@dataclass(slots=True, kw_only=True)
class Career:
    """Everything true about a candidate that JobWise may write. Lists are in the candidate's own order.

    `custom_fields` holds what fits no field (publications, awards, …): values are text or lists of text.
    """

    id: str = ""
    version: int = 1
    full_name: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    linkedin: str = ""
    github: str = ""
    website: str = ""
    headline: str = ""
    professional_summary: str = ""
    custom_fields: dict[str, object] = field(default_factory=dict)
    experiences: list[Experience] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    skills: list[Skill] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the candidate. `id` is `<item id>:<field>[:<index>]`, `item_id` the item it belongs to."""

    id: str
    field: str
    item_id: str
    text: str


def facts(career: Career) -> dict[str, Fact]:
    """Return every non-empty fact of `career` by id, in reading order."""
    return {fact.id: fact for fact in _facts(career)}


def _facts(career: Career) -> Iterator[Fact]:
    header = (
        "full_name", "email", "phone", "location", "linkedin", "github", "website", "headline", "professional_summary",
    )  # fmt: skip
    yield from _of(career, career.id, header)
    for key, value in career.custom_fields.items():
        if key == KEPT_DOCUMENT:
            continue
        for index, text in enumerate(value if isinstance(value, list) else [value]):
            if text:
                yield Fact(f"{career.id}:custom_fields.{key}:{index}", f"custom_fields.{key}", career.id, str(text))
    for job in career.experiences:
        yield from _of(
            job, job.id, ("title", "company", "location", "start_date", "end_date", "description", "achievements")
        )
    for course in career.education:
        names = ("institution", "degree", "field_of_study", "start_date", "end_date", "gpa", "honors")
        yield from _of(course, course.id, names)
    for project in career.projects:
        yield from _of(project, project.id, ("name", "description", "technologies", "url", "start_date", "end_date"))
    for skill in career.skills:
        yield from _of(skill, skill.id, ("name", "proficiency", "issuer", "date_obtained", "credential_id"))


def _of(item: object, item_id: str, names: tuple[str, ...]) -> Iterator[Fact]:
    for name in names:
        value = getattr(item, name)
        if isinstance(value, list):
            for index, text in enumerate(value):
                yield Fact(f"{item_id}:{name}:{index}", name, item_id, text)
        elif value:
            yield Fact(f"{item_id}:{name}", name, item_id, str(value))
