"""JSON Resume to a career, and back without loss."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.domain.text.career import KEPT_DOCUMENT, Career, Education, Experience, Project, Skill
from app.domain.text.resume.contact import link_of
from app.domain.text.resume.json_resume_custom import LISTED, custom_lines, profile_url
from app.domain.text.resume.json_resume_form import FORM, in_form
from app.domain.text.resume.json_resume_items import (
    Json,
    items_of,
    object_of,
    plain,
    read_certificate,
    read_language,
    read_project,
    read_skill_group,
    read_study,
    read_work,
    text_of,
    write_certificate,
    write_language,
    write_project,
    write_study,
    write_work,
)
from app.domain.text.resume.parsed import ParsedResume

KEPT = KEPT_DOCUMENT

_T = TypeVar("_T", Experience, Education, Project)


def parse_json_resume(data: dict[str, object]) -> ParsedResume:
    """Return the career that a JSON Resume tells. What breaks its schema is named in `unplaced`; it never raises."""
    document, rest = in_form(data)
    parsed = ParsedResume(unplaced=rest)
    career = parsed.career
    if rest:
        parsed.warnings.append(f"{len(rest)} values do not fit the JSON Resume schema")
    basics = object_of(document, "basics")
    _read_basics(career, basics)
    career.experiences = [read_work(item) for item in items_of(document, "work")]
    career.education = [read_study(item) for item in items_of(document, "education")]
    career.projects = [read_project(item) for item in items_of(document, "projects")]
    career.skills = [
        *(skill for item in items_of(document, "skills") for skill in read_skill_group(item)),
        *(read_language(item) for item in items_of(document, "languages")),
        *(read_certificate(item) for item in items_of(document, "certificates")),
    ]
    career.custom_fields = custom_lines(document, career)
    parsed.links = [link for link in (career.linkedin, career.github, career.website) if link]
    parsed.links += [
        url for item in items_of(basics, "profiles") if (url := profile_url(item)) and url not in parsed.links
    ]
    kept = _beyond(document, career)
    if kept:
        career.custom_fields[KEPT] = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    parsed.confidence = _confidence(career)
    return parsed


def career_to_json_resume(career: Career) -> dict[str, object]:
    """Return `career` as JSON Resume 1.0.0. Dates have the precision they were given in; what a read document said
    beyond a career comes back for every item that was not changed since.
    """
    kept = _kept(career)
    document: Json = {"$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"}
    basics = _write_basics(career, object_of(kept, "basics"))
    if basics:
        document["basics"] = basics
    for name, written in (
        ("work", _all_written(career.experiences, items_of(kept, "work"), read_work, write_work)),
        ("education", _all_written(career.education, items_of(kept, "education"), read_study, write_study)),
        ("projects", _all_written(career.projects, items_of(kept, "projects"), read_project, write_project)),
        ("skills", _write_skills(career, items_of(kept, "skills"))),
        ("languages", [write_language(skill) for skill in career.skills if skill.category == "language"]),
        ("certificates", _write_certificates(career, items_of(kept, "certificates"))),
    ):
        if written:
            document[name] = written
    for name, value in kept.items():
        if name not in document and (name not in FORM or name in {"meta", "$schema"}):
            document[name] = value
    document["$schema"] = kept.get("$schema", document["$schema"])
    _write_custom(document, career, kept)
    return document


def _read_basics(career: Career, basics: Json) -> None:
    career.full_name, career.headline = text_of(basics, "name"), text_of(basics, "label")
    career.email, career.phone = text_of(basics, "email"), text_of(basics, "phone")
    career.website, career.professional_summary = text_of(basics, "url"), text_of(basics, "summary")
    career.location = _place(object_of(basics, "location"))
    urls = [url for item in items_of(basics, "profiles") if (url := profile_url(item))]
    career.linkedin, career.github = link_of(urls, "linkedin.com"), link_of(urls, "github.com")


def _place(location: Json) -> str:
    city, region, country = text_of(location, "city"), text_of(location, "region"), text_of(location, "countryCode")
    parts = [part for part in (city, region or country) if part]
    return ", ".join(parts) or text_of(location, "address")


def _write_skills(career: Career, kept: list[Json]) -> list[Json]:
    left = [skill for skill in career.skills if skill.category in {"technical", "soft"}]
    written: list[Json] = []
    for group in kept:
        here = [skill for skill in read_skill_group(group) if _taken(skill, left)]
        if here == read_skill_group(group):
            written.append(group)
        elif here:
            written.append({**group, "keywords": [skill.name for skill in here]})
    return [*written, *(plain(name=skill.name, level=skill.proficiency) for skill in left)]


def _taken(skill: Skill, left: list[Skill]) -> bool:
    for number, one in enumerate(left):
        if (one.name, one.proficiency) == (skill.name, skill.proficiency):
            left.pop(number)
            return True
    return False


def _write_certificates(career: Career, kept: list[Json]) -> list[Json]:
    certificates = [
        replace(skill, id="", proficiency="") for skill in career.skills if skill.category == "certification"
    ]
    return [
        next((item for item in kept if read_certificate(item) == skill), write_certificate(skill))
        for skill in certificates
    ]


def _all_written(
    items: list[_T], kept: list[Json], read: Callable[[Json], _T], write: Callable[[_T], Json]
) -> list[Json]:
    """Write each item; one that a kept object reads as is written as that object."""
    known = [(read(one), one) for one in kept]
    written = []
    for item in items:
        bare = replace(item, id="")
        position = next((number for number, (read_as, _) in enumerate(known) if read_as == bare), None)
        written.append(write(bare) if position is None else known.pop(position)[1])
    return written


def _write_basics(career: Career, kept: Json) -> Json:
    read = Career()
    _read_basics(read, kept)
    basics: Json = dict(kept)
    for name, value, before in (
        ("name", career.full_name, read.full_name),
        ("label", career.headline, read.headline),
        ("email", career.email, read.email),
        ("phone", career.phone, read.phone),
        ("url", career.website, read.website),
        ("summary", career.professional_summary, read.professional_summary),
    ):
        _put(basics, name, value, before)
    if career.location != read.location:
        _put(basics, "location", plain(address=career.location), None)
    _write_profiles(basics, career, read)
    return basics


def _put(item: Json, name: str, value: object, before: object) -> None:
    if value == before:
        return
    if value:
        item[name] = value
    else:
        item.pop(name, None)


def _write_profiles(basics: Json, career: Career, read: Career) -> None:
    profiles = items_of(basics, "profiles")
    for network, url, before in (
        ("LinkedIn", career.linkedin, read.linkedin),
        ("GitHub", career.github, read.github),
    ):
        if url == before:
            continue
        profiles = [item for item in profiles if profile_url(item) != before]
        if url:
            profiles.append(plain(network=network, username=url.rstrip("/").rpartition("/")[2], url=url))
    if profiles:
        basics["profiles"] = profiles
    else:
        basics.pop("profiles", None)


def _beyond(document: Json, career: Career) -> Json:
    """Return the objects of `document` that writing `career` alone would not give back."""
    alone = career_to_json_resume(replace(career, custom_fields={}))
    kept: Json = {}
    for name, value in document.items():
        written = alone.get(name)
        if value == written:
            continue
        if isinstance(value, list) and name not in {"skills", *LISTED}:
            known = written if isinstance(written, list) else []
            kept[name] = [item for item in value if item not in known]
        else:
            kept[name] = value
    return kept


def join_kept(mine: str, theirs: str) -> str:
    """Return both kept documents as one; where they differ in a single object, that of `mine` stays."""
    joined, other = _decoded(mine), _decoded(theirs)
    for name, value in other.items():
        known = joined.get(name)
        if isinstance(known, list) and isinstance(value, list):
            joined[name] = [*known, *(item for item in value if item not in known)]
        else:
            joined.setdefault(name, value)
    return json.dumps(joined, ensure_ascii=False, separators=(",", ":"))


def _kept(career: Career) -> Json:
    text = career.custom_fields.get(KEPT)
    return _decoded(text) if isinstance(text, str) else {}


def _decoded(text: str) -> Json:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return in_form(value)[0] if isinstance(value, dict) else {}


def _write_custom(document: Json, career: Career, kept: Json) -> None:
    """Write custom fields: as the objects they were read from while unchanged, else one item a line."""
    unchanged = custom_lines(kept, career)
    for key, value in career.custom_fields.items():
        if key == KEPT:
            continue
        lines = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        name = next((section for section, field in LISTED.items() if field == key), None)
        if unchanged.get(key) == lines:
            if name:
                document[name] = kept[name]
        elif name:
            first = {"volunteer": "organization", "awards": "title"}.get(name, "name")
            document[name] = [{first: line} for line in lines if line]
        elif key not in {"links", "coursework"} or key not in unchanged:
            document[_extension(key)] = lines
    for name, key in LISTED.items():
        if key not in career.custom_fields:
            document.pop(name, None)


def _extension(key: str) -> str:
    """Fields beyond the schema keep their own names; a name of the schema is set apart."""
    return f"x-{key}" if key in FORM else key


def _confidence(career: Career) -> dict[str, float]:
    fields = ("full_name", "headline", "email", "phone", "location", "professional_summary")
    return {name: 1.0 for name in fields if getattr(career, name)}
