"""One item of a JSON Resume to one item of a career, and back."""

from app.domain.partial_date import PartialDate, partial_date
from app.domain.regex import regex
from app.domain.text.career import Education, Experience, Project, Skill

Json = dict[str, object]
_TAG = regex(r"</?[a-zA-Z][^<>]{0,300}>")


def text_of(item: Json, name: str) -> str:
    """Return the text `name` of `item` without markup, or nothing."""
    value = item.get(name)
    return _TAG.sub("", value).strip() if isinstance(value, str) else ""


def texts_of(item: Json, name: str) -> list[str]:
    """Return the list of texts `name` of `item`."""
    value = item.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def object_of(item: Json, name: str) -> Json:
    """Return the object `name` of `item`, or an empty one."""
    value = item.get(name)
    return value if isinstance(value, dict) else {}


def items_of(item: Json, name: str) -> list[Json]:
    """Return the list of objects `name` of `item`."""
    value = item.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _day(item: Json, name: str) -> PartialDate | None:
    value = item.get(name)
    return partial_date(value) if isinstance(value, str) and value else None


def plain(**fields: object) -> Json:
    """Return an object of the fields that say something."""
    return {name: value for name, value in fields.items() if value}


def read_work(item: Json) -> Experience:
    """Return an entry of `work` as a role."""
    start, end = _day(item, "startDate"), _day(item, "endDate")
    current = item.get("isCurrent")
    return Experience(
        title=text_of(item, "position"),
        company=text_of(item, "name"),
        location=text_of(item, "location"),
        start_date=start,
        end_date=end,
        # The schema writes a role that lasts by leaving its end out.
        is_current=current if isinstance(current, bool) else bool(start) and end is None,
        description=text_of(item, "summary"),
        achievements=texts_of(item, "highlights"),
    )


def write_work(job: Experience) -> Json:
    """Return a role as an entry of `work`."""
    item = plain(
        name=job.company, position=job.title, location=job.location, startDate=job.start_date, endDate=job.end_date,
        summary=job.description, highlights=job.achievements,
    )  # fmt: skip
    if job.is_current != (bool(job.start_date) and job.end_date is None):
        item["isCurrent"] = job.is_current
    return item


def read_study(item: Json) -> Education:
    """Return an entry of `education` as a study."""
    return Education(
        institution=text_of(item, "institution"),
        degree=text_of(item, "studyType"),
        field_of_study=text_of(item, "area"),
        start_date=_day(item, "startDate"),
        end_date=_day(item, "endDate"),
        gpa=text_of(item, "score"),
        honors=texts_of(item, "honors"),
    )


def write_study(study: Education) -> Json:
    """Return a study as an entry of `education`."""
    return plain(
        institution=study.institution, area=study.field_of_study, studyType=study.degree, startDate=study.start_date,
        endDate=study.end_date, score=study.gpa, honors=study.honors,
    )  # fmt: skip


def read_project(item: Json) -> Project:
    """Return an entry of `projects`; its highlights follow its description line by line."""
    return Project(
        name=text_of(item, "name"),
        description="\n".join(part for part in (text_of(item, "description"), *texts_of(item, "highlights")) if part),
        technologies=texts_of(item, "keywords"),
        url=text_of(item, "url"),
        start_date=_day(item, "startDate"),
        end_date=_day(item, "endDate"),
    )


def write_project(project: Project) -> Json:
    """Return a project as an entry of `projects`."""
    return plain(
        name=project.name, description=project.description, keywords=project.technologies,
        startDate=project.start_date, endDate=project.end_date, url=project.url,
    )  # fmt: skip


def read_skill_group(item: Json) -> list[Skill]:
    """The keywords of a group are the skills; a group without keywords is a skill itself."""
    level = text_of(item, "level")
    words = [word for word in texts_of(item, "keywords") if word.strip()]
    if not words:
        return [Skill(name=text_of(item, "name"), proficiency=level)] if text_of(item, "name") else []
    return [Skill(name=word, proficiency=level) for word in words]


def read_language(item: Json) -> Skill:
    """Return an entry of `languages` as a skill."""
    return Skill(category="language", name=text_of(item, "language"), proficiency=text_of(item, "fluency"))


def write_language(skill: Skill) -> Json:
    """Return a language as an entry of `languages`."""
    return plain(language=skill.name, fluency=skill.proficiency)


def read_certificate(item: Json) -> Skill:
    """Return an entry of `certificates` as a skill."""
    return Skill(
        category="certification", name=text_of(item, "name"), issuer=text_of(item, "issuer"),
        date_obtained=_day(item, "date"), credential_id=text_of(item, "credentialId"),
    )  # fmt: skip


def write_certificate(skill: Skill) -> Json:
    """Return a certificate as an entry of `certificates`."""
    return plain(name=skill.name, date=skill.date_obtained, issuer=skill.issuer, credentialId=skill.credential_id)
