"""A job posting as values: what the posting parser yields, a job stores and the matcher reads."""

from dataclasses import dataclass, field
from typing import Literal

Workplace = Literal["remote", "hybrid", "onsite"]
EmploymentType = Literal["full_time", "part_time", "contract", "temporary", "internship", "volunteer"]
Seniority = Literal["intern", "junior", "mid", "senior", "lead", "principal", "manager", "director"]
EducationLevel = Literal["associate", "bachelor", "master", "phd"]
SalaryPeriod = Literal["hour", "day", "week", "month", "year"]
KeywordCategory = Literal["technical", "soft", "language", "certification", "domain"]
RequirementKind = Literal["skill", "years", "education", "language", "certification", "authorization", "other"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the posting's `description`: characters `start` to `end` (exclusive) are `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Keyword:
    """A thing the posting asks for, by its canonical name.

    `weight` is 0-1, relative to the posting's weightiest keyword. Keywords of one `either_or` group are alternatives:
    showing one satisfies the group. `min_years` is what this skill alone asks for.
    """

    keyword: str
    weight: float
    category: KeywordCategory
    required: bool
    evidence: tuple[Span, ...] = ()
    either_or: str | None = None
    min_years: int | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement sentence, with the canonical keywords it names."""

    text: str
    kind: RequirementKind
    required: bool
    weight: float
    span: Span
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearsRange:
    """Years of experience asked for; either end may be open."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Salary:
    """Pay in `currency` (ISO 4217) per `period`; either end may be open."""

    min: float | None
    max: float | None
    currency: str | None
    period: SalaryPeriod | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What a posting says; `None` and empty mean it does not say. Evidence spans point into `description`.

    `date_posted` and `application_deadline` are `YYYY-MM-DD`.
    """

    title: str | None = None
    company: str | None = None
    location: str | None = None
    remote: bool = False
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    years_experience: YearsRange | None = None
    education_level: EducationLevel | None = None
    description: str = ""
    parsed_keywords: tuple[Keyword, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    salary: Salary | None = None
    salary_range: str | None = None
    date_posted: str | None = None
    application_deadline: str | None = None
    language: str = "en"
    uncertain: tuple[str, ...] = field(default=())
    """Names of fields that were read with little confidence."""
