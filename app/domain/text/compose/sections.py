"""Sections of a resume built from a career: titles, employers, places and dates enter as the profile has them."""

from collections.abc import Iterable, Sequence

from app.domain.text.career import Career, Education, Experience, Project
from app.domain.text.compose.headings import custom_heading, grade_label, heading_of, technologies_label
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.units import Unit, has_words
from app.domain.text.compose.wording import as_bullet, stop_style, tidy
from app.domain.text.document import Header, Item, Section, SectionKind, Sentence


def header_of(career: Career, headline: str = "") -> Header:
    """Return name, headline and contact data as the profile has them; `headline` where it has none."""
    return Header(
        full_name=career.full_name,
        headline=career.headline or headline,
        email=career.email,
        phone=career.phone,
        location=career.location,
        links=list(dict.fromkeys(link for link in (career.linkedin, career.github, career.website) if link)),
    )


def section(kind: SectionKind, items: Sequence[Item], language: WrittenLanguage) -> list[Section]:
    """Return the section under its usual heading, or nothing where it has no items."""
    return [Section(kind=kind, title=heading_of(kind, language), items=list(items))] if items else []


def bullets(units: Iterable[Unit], *, stop: bool) -> list[Sentence]:
    """Return one sentence a unit."""
    return [Sentence(text=as_bullet(unit.text, stop=stop), source_ids=[unit.fact_id]) for unit in units]


def bullets_end_with_stop(units: Iterable[Unit]) -> bool:
    """Tell whether the bullets of a document should end with full stops: as most of them already do."""
    return stop_style([unit.text for unit in units])


def role_item(job: Experience, units: Sequence[Unit], *, stop: bool) -> Item:
    """Return a role with `units` as its bullets; without any it is its title, employer and dates."""
    return Item(
        item_id=job.id,
        title=job.title,
        organization=job.company,
        location=job.location,
        start_date=job.start_date or "",
        end_date=None if job.is_current else job.end_date or "",
        sentences=bullets(units, stop=stop),
    )


def project_item(project: Project, units: Sequence[Unit], language: WrittenLanguage, *, stop: bool) -> Item:
    """Return a project with `units` and one line of its technologies."""
    sentences = bullets(units, stop=stop)
    named = [(index, words) for index, text in enumerate(project.technologies) if has_words(words := tidy(text))]
    if named:
        label = technologies_label(language) + (" : " if language == "fr" else ": ")
        sources = [f"{project.id}:technologies:{index}" for index, _ in named]
        listed = ", ".join(dict.fromkeys(words for _, words in named))
        sentences.append(Sentence(text=label + listed, source_ids=sources))
    return Item(
        item_id=project.id,
        title=project.name,
        start_date=project.start_date or "",
        end_date=project.end_date or "",
        url=project.url,
        sentences=sentences,
    )


def education_item(course: Education, language: WrittenLanguage, *, details: bool) -> Item:
    """Return a course of study; `details` adds its grade and honours."""
    degree, subject = course.degree.strip(), course.field_of_study.strip()
    title = ", ".join(part for part in (degree, subject) if part and not (part is subject and subject in degree))
    sentences = []
    grade = tidy(course.gpa)
    if details and has_words(grade) and not any(grade in honor for honor in course.honors):
        bare = not any(character.isalpha() for character in grade)
        separator = " : " if language == "fr" else ": "
        text = f"{grade_label(language)}{separator}{grade}" if bare else grade
        sentences.append(Sentence(text=text, source_ids=[f"{course.id}:gpa"]))
    if details:
        sentences += [
            Sentence(text=as_bullet(words, stop=False), source_ids=[f"{course.id}:honors:{index}"])
            for index, text in enumerate(course.honors)
            if has_words(words := tidy(text))
        ]
    return Item(
        item_id=course.id,
        title=title,
        organization=course.institution,
        start_date=course.start_date or "",
        end_date=course.end_date or "",
        sentences=sentences,
    )


def certification_items(career: Career, order: Sequence[int]) -> list[Item]:
    """Return the certifications at `order` of the skills: one line each, `Name, issuer`, with its number and date."""
    items = []
    for index in order:
        skill = career.skills[index]
        name, issuer, number = tidy(skill.name), tidy(skill.issuer), tidy(skill.credential_id)
        sources = [f"{skill.id}:name"]
        text = name
        if issuer and issuer.casefold() not in name.casefold():
            text, sources = f"{text}, {issuer}", [*sources, f"{skill.id}:issuer"]
        if number and number.casefold() not in name.casefold():
            text, sources = f"{text} ({number})", [*sources, f"{skill.id}:credential_id"]
        if skill.date_obtained:
            text, sources = f"{text}, {skill.date_obtained[:4]}", [*sources, f"{skill.id}:date_obtained"]
        items.append(Item(item_id=skill.id, sentences=[Sentence(text=text, source_ids=sources)]))
    return items


def language_items(career: Career) -> list[Item]:
    """Return the languages with how well each is spoken, as one row."""
    sentences = []
    for skill in career.skills:
        name, level = tidy(skill.name), tidy(skill.proficiency)
        if skill.category != "language" or not name:
            continue
        if level and level.casefold() not in name.casefold():
            sources = [f"{skill.id}:name", f"{skill.id}:proficiency"]
            sentences.append(Sentence(text=f"{name} ({level})", source_ids=sources))
        else:
            sentences.append(Sentence(text=name, source_ids=[f"{skill.id}:name"]))
    return [Item(sentences=sentences)] if sentences else []


def custom_section(key: str, units: Sequence[Unit], language: WrittenLanguage, *, stop: bool) -> list[Section]:
    """Return a section of the candidate's own under the heading of its key."""
    items = [Item(sentences=bullets(units, stop=stop))] if units else []
    return [Section(kind="custom", title=custom_heading(key, language), items=items)] if items else []
