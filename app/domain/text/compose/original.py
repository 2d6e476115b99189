"""The candidate's own resume, untailored: what a tailored one is compared with."""

from app.domain.text.career import KEPT_DOCUMENT, Career
from app.domain.text.compose.sections import (
    certification_items,
    custom_section,
    education_item,
    header_of,
    language_items,
    project_item,
    role_item,
    section,
)
from app.domain.text.compose.tongue import facts_language
from app.domain.text.compose.units import custom_units, project_units, role_units, summary_units
from app.domain.text.compose.wording import tidy
from app.domain.text.document import Content, Item, Sentence


def original_content(career: Career) -> Content:
    """Return all of `career` as a resume in the candidate's own order and words."""
    language = facts_language(career) or "en"
    summary = [Sentence(text=unit.text, source_ids=[unit.fact_id]) for unit in summary_units(career)]
    jobs = [role_item(job, role_units(job), stop=False) for job in career.experiences]
    projects = [project_item(project, project_units(project), language, stop=False) for project in career.projects]
    skills = [
        Sentence(text=words, source_ids=[f"{skill.id}:name"])
        for skill in career.skills
        if skill.category in ("technical", "soft") and (words := tidy(skill.name))
    ]
    certified = [
        index for index, skill in enumerate(career.skills) if skill.category == "certification" and tidy(skill.name)
    ]
    sections = [
        *section("summary", [Item(sentences=summary)] if summary else [], language),
        *section("experience", jobs, language),
        *section("projects", projects, language),
        *section("education", [education_item(one, language, details=True) for one in career.education], language),
        *section("skills", [Item(sentences=skills)] if skills else [], language),
        *section("certifications", certification_items(career, certified), language),
        *section("languages", language_items(career), language),
    ]
    for key in (key for key in career.custom_fields if key != KEPT_DOCUMENT):
        sections += custom_section(key, custom_units(career, key), language, stop=False)
    return Content(
        document_type="resume",
        language=language,
        profile_id=career.id,
        profile_version=career.version,
        header=header_of(career),
        sections=sections,
    )
