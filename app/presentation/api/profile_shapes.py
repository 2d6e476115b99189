"""What clients send and get of a profile's components."""

from uuid import UUID

from pydantic import Field

from app.domain.text.career import Education, Experience, Project, Skill, SkillCategory
from app.presentation.api.schemas import ApiModel, CareerDate, LongText, ShortText

KEPT_ID = Field(None, description="Which of the profile's items this is, where a whole list is sent back.")


class CareerOut(ApiModel):
    """Everything that a profile says of its owner."""

    full_name: str
    email: str
    phone: str
    location: str
    linkedin: str
    github: str
    website: str
    headline: str
    professional_summary: str
    custom_fields: dict[str, object]
    experiences: list[Experience]
    education: list[Education]
    projects: list[Project]
    skills: list[Skill]


class ExperienceIn(ApiModel):
    """A role. Without an end date it lasts to the present."""

    id: UUID | None = KEPT_ID
    title: ShortText = ""
    company: ShortText = ""
    location: ShortText = ""
    start_date: CareerDate | None = None
    end_date: CareerDate | None = None
    description: LongText = ""
    achievements: list[LongText] = Field([], max_length=200)


class EducationIn(ApiModel):
    """A course of study."""

    id: UUID | None = KEPT_ID
    institution: ShortText = ""
    degree: ShortText = ""
    field_of_study: ShortText = ""
    start_date: CareerDate | None = None
    end_date: CareerDate | None = None
    gpa: ShortText = ""
    honors: list[LongText] = Field([], max_length=100)


class ProjectIn(ApiModel):
    """A project."""

    id: UUID | None = KEPT_ID
    name: ShortText = ""
    description: LongText = ""
    technologies: list[ShortText] = Field([], max_length=200)
    url: ShortText = ""
    start_date: CareerDate | None = None
    end_date: CareerDate | None = None


class SkillChanges(ApiModel):
    """Fields of a skill, language or certification."""

    id: UUID | None = KEPT_ID
    category: SkillCategory = "technical"
    # A factory keeps the schema free of a default that its own minimum length forbids.
    name: str = Field(default_factory=str, min_length=1, max_length=500)
    proficiency: ShortText = ""
    issuer: ShortText = ""
    date_obtained: CareerDate | None = None
    credential_id: ShortText = ""


class SkillIn(SkillChanges):
    """A skill, language or certification."""

    name: str = Field(min_length=1, max_length=500)


class ExperienceUpdate(ExperienceIn):
    """Which role, and the fields to set."""

    id: UUID


class EducationUpdate(EducationIn):
    """Which course of study, and the fields to set."""

    id: UUID


class ProjectUpdate(ProjectIn):
    """Which project, and the fields to set."""

    id: UUID


class SkillUpdate(SkillChanges):
    """Which skill, and the fields to set."""

    id: UUID


class ExperienceBulk(ApiModel):
    """Changes of roles: updates first, then deletions, then new ones at the end."""

    create: list[ExperienceIn] = Field([], max_length=200)
    update: list[ExperienceUpdate] = Field([], max_length=200)
    delete: list[UUID] = Field([], max_length=200)


class EducationBulk(ApiModel):
    """Changes of courses of study: updates first, then deletions, then new ones at the end."""

    create: list[EducationIn] = Field([], max_length=100)
    update: list[EducationUpdate] = Field([], max_length=100)
    delete: list[UUID] = Field([], max_length=100)


class ProjectBulk(ApiModel):
    """Changes of projects: updates first, then deletions, then new ones at the end."""

    create: list[ProjectIn] = Field([], max_length=200)
    update: list[ProjectUpdate] = Field([], max_length=200)
    delete: list[UUID] = Field([], max_length=200)


class SkillBulk(ApiModel):
    """Changes of skills: updates first, then deletions, then new ones at the end."""

    create: list[SkillIn] = Field([], max_length=500)
    update: list[SkillUpdate] = Field([], max_length=500)
    delete: list[UUID] = Field([], max_length=500)


class OrderIn(ApiModel):
    """Every item's id, in the order to keep."""

    ids: list[UUID] = Field(max_length=500)
