"""The untailored document: a career's facts printed in the candidate's own order, each sentence with its fact."""

from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.document import Content, Header, Item, Section, SectionKind, Sentence

_TITLES: dict[SectionKind, str] = {
    "summary": "Summary",
    "experience": "Experience",
    "projects": "Projects",
    "education": "Education",
    "skills": "Skills",
    "certifications": "Certifications",
    "languages": "Languages",
}


def content_from_career(career: Career, *, language: str = "en") -> Content:
    """Return all of `career` as a resume in its own order and words: what a tailored document is compared with."""
    parts: list[tuple[SectionKind, list[Item]]] = [
        ("summary", _summary(career)),
        ("experience", [_role(job) for job in career.experiences]),
        ("projects", [_project(project) for project in career.projects]),
        ("education", [_course(course) for course in career.education]),
        ("skills", _entries([skill for skill in career.skills if skill.category in ("technical", "soft")])),
        ("certifications", _entries([skill for skill in career.skills if skill.category == "certification"])),
        ("languages", _entries([skill for skill in career.skills if skill.category == "language"])),
    ]
    sections = [Section(kind=kind, title=_TITLES[kind], items=items) for kind, items in parts if items]
    return Content(
        document_type="resume",
        language=language,
        profile_id=career.id,
        profile_version=career.version,
        header=Header(
            full_name=career.full_name,
            headline=career.headline,
            email=career.email,
            phone=career.phone,
            location=career.location,
            links=[link for link in (career.linkedin, career.github, career.website) if link],
        ),
        sections=[*sections, *_custom(career)],
    )


def _sentence(text: str, *sources: str) -> Sentence:
    return Sentence(text=text, source_ids=list(sources), origin="user", verdict="grounded")


def _lines(text: str, source: str) -> list[Sentence]:
    return [_sentence(line.strip(), source) for line in text.splitlines() if line.strip()]


def _summary(career: Career) -> list[Item]:
    lines = _lines(career.professional_summary, f"{career.id}:professional_summary")
    return [Item(sentences=lines)] if lines else []


def _role(job: Experience) -> Item:
    achievements = [
        _sentence(text.strip(), f"{job.id}:achievements:{index}")
        for index, text in enumerate(job.achievements)
        if text.strip()
    ]
    return Item(
        item_id=job.id,
        title=job.title,
        organization=job.company,
        location=job.location,
        start_date=job.start_date or "",
        end_date=None if job.is_current else job.end_date or "",
        sentences=_lines(job.description, f"{job.id}:description") + achievements,
    )


def _project(project: Project) -> Item:
    named = [(index, text.strip()) for index, text in enumerate(project.technologies) if text.strip()]
    technologies = (
        [_sentence(", ".join(text for _, text in named), *(f"{project.id}:technologies:{index}" for index, _ in named))]
        if named
        else []
    )
    return Item(
        item_id=project.id,
        title=project.name,
        start_date=project.start_date or "",
        end_date=project.end_date or "",
        url=project.url,
        sentences=_lines(project.description, f"{project.id}:description") + technologies,
    )


def _course(course: Education) -> Item:
    return Item(
        item_id=course.id,
        title=", ".join(part for part in (course.degree, course.field_of_study) if part),
        organization=course.institution,
        start_date=course.start_date or "",
        end_date=course.end_date or "",
        sentences=[
            _sentence(text.strip(), f"{course.id}:honors:{index}")
            for index, text in enumerate(course.honors)
            if text.strip()
        ],
    )


def _entries(skills: list[Skill]) -> list[Item]:
    sentences = [
        _sentence(
            f"{skill.name} ({skill.proficiency})" if skill.category == "language" and skill.proficiency else skill.name,
            f"{skill.id}:name",
            *([f"{skill.id}:proficiency"] if skill.category == "language" and skill.proficiency else []),
        )
        for skill in skills
        if skill.name
    ]
    return [Item(sentences=sentences)] if sentences else []


def _custom(career: Career) -> list[Section]:
    sections = []
    for key, value in career.custom_fields.items():
        texts = value if isinstance(value, list) else [value]
        lines = [
            _sentence(str(text), f"{career.id}:custom_fields.{key}:{index}") for index, text in enumerate(texts) if text
        ]
        if lines:
            title = key.replace("_", " ").capitalize()
            sections.append(Section(kind="custom", title=title, items=[Item(sentences=lines)]))
    return sections
