"""Jobs: vacancies a user has saved."""

from dataclasses import dataclass, field, fields
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import UnprocessableError
from app.domain.repository import IOwnedRepository
from app.domain.text.posting import (
    EducationLevel,
    EmploymentType,
    Keyword,
    Posting,
    Requirement,
    Salary,
    Seniority,
    Workplace,
    YearsRange,
)

JobStatus = Literal["active", "draft", "archived", "expired"]
DescriptionSource = Literal["manual", "extracted"]
ExtractionStatus = Literal["pending", "success", "failed", "needs_manual"]


class JobHasNoDescriptionError(UnprocessableError):
    """There is nothing to match against."""

    code = "job_has_no_description"
    default_message = "This job has no description to work from"


@dataclass(slots=True, kw_only=True)
class Job(OwnedEntity):
    """A vacancy. What the posting says stands under the same names as in `Posting`."""

    source: str = "manual"
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
    raw_text: str = ""
    job_url: str | None = None
    parsed_keywords: tuple[Keyword, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    salary: Salary | None = None
    salary_range: str | None = None
    date_posted: str | None = None
    application_deadline: str | None = None
    language: str = "en"
    uncertain: tuple[str, ...] = ()
    status: JobStatus = "active"
    description_source: DescriptionSource = "manual"
    extraction_status: ExtractionStatus = "success"
    extraction_error: str | None = None
    content_hash: str = field(default="")

    def posting(self) -> Posting:
        """Return what the posting says as the engines read it."""
        return Posting(**{f.name: getattr(self, f.name) for f in fields(Posting)})

    def set_posting(self, posting: Posting) -> None:
        """Take over everything `posting` says."""
        for f in fields(Posting):
            setattr(self, f.name, getattr(posting, f.name))


class IJobRepository(IOwnedRepository[Job], Protocol):
    """Saved jobs."""

    async def find_by_content(self, owner_id: UUID, content_hash: str) -> Job | None:
        """Return the owner's oldest job with the same text."""
        ...
