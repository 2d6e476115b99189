"""Read the projects of a section."""

import re

from app.domain.regex import regex
from app.domain.text.career import Project
from app.domain.text.resume.contact import Found, take_contacts
from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.entries import Entry, Item, split_entries
from app.domain.text.resume.parts import title_strength, without_dates
from app.domain.text.resume.rows import Row
from app.domain.text.resume.skill_lists import split_list
from app.domain.text.resume.vocabulary.patterns import TECHNOLOGIES
from app.domain.text.skills import Lexicon

_LINK_LINE = regex(
    r"(?:view|see|visit|link|demo|live demo|source(?: code)?|repository|website)\b.{0,30}$", re.IGNORECASE
)
_ON_ONE_LINE = regex(r"(.{3,60}?)\s+[–—]\s+(\S.{8,})$")


def read_projects(rows: list[Row], lexicon: Lexicon) -> list[Project]:
    """Return the projects that `rows` tell about, in order."""
    told = [match for row in rows if not row.bullet and (match := _ON_ONE_LINE.match(row.text))]
    if 1 < len(told) == len(rows) and not any(find_dates(row.text) for row in rows):
        return [Project(name=match[1].strip(), description=match[2].strip()) for match in told]
    entries = split_entries(rows, loose=True)
    if entries and all(not entry.head for entry in entries):
        return _from_items([item for entry in entries for item in entry.body], lexicon)
    return [project for entry in entries if (project := _project(entry, lexicon)).name]


def _from_items(items: list[Item], lexicon: Lexicon) -> list[Project]:
    """A list of projects, one a line; bullets below a line without one tell about it."""
    projects: list[Project] = []
    headed = any(not item.bullet for item in items)
    for item in items:
        if headed and item.bullet and projects:
            projects[-1].description = "\n".join(part for part in (projects[-1].description, item.text) if part)
        elif (project := _from_item(item, lexicon)).name:
            projects.append(project)
        elif projects:
            projects[-1].description = "\n".join(part for part in (projects[-1].description, item.text) if part)
        else:
            projects.append(Project(name=item.text))
    return projects


def _project(entry: Entry, lexicon: Lexicon) -> Project:
    project = Project()
    found = Found()
    notes: list[str] = []
    for row in entry.head:
        text = _kept(row, found)
        if not text or _LINK_LINE.match(text):
            continue
        if match := TECHNOLOGIES.match(text):
            project.technologies.extend(split_list(match[1]))
        elif not project.name:
            project.name, rest = _name(text, lexicon)
            project.technologies.extend(rest)
        else:
            notes.append(text)
    _put_dates(project, entry.dates)
    for item in entry.body:
        if match := TECHNOLOGIES.match(item.text):
            project.technologies.extend(split_list(match[1]))
        else:
            take_contacts(item.text, found, bare_links=False)
            notes.append(item.text)
    if not project.name and notes:
        project.name = notes.pop(0)
    project.url = found.links[0] if found.links else ""
    project.description = "\n".join(notes)
    return project


def _kept(row: Row, found: Found) -> str:
    cells = [without_dates(take_contacts(cell, found).replace("\x00", "")) for cell in row.cells]
    return " | ".join(
        cell.strip(" ()[]|:–—-") if cell.startswith(("(", "[")) else cell.strip(" |:–—-")
        for cell in cells
        if cell.strip(" ()[]|:–—-")
    )


def _name(text: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    """Cut a list of technologies off a project's name: `Tracker | Python, Flask`."""
    name, bar, rest = text.partition(" | ")
    if bar:
        return name.strip(), split_list(rest) if _technical(rest, lexicon) else []
    if (
        (bracket := re.match(r"(.{3,80}?)\s*[(\[]([^()\[\]]{3,120})[)\]]$", text))
        and "," in bracket[2]
        and _technical(bracket[2], lexicon)
    ):
        return bracket[1], split_list(bracket[2])
    label, colon, rest = text.partition(": ")
    if colon and "," in rest and _technical(rest, lexicon):
        return label, split_list(rest)
    return text, []


def _technical(text: str, lexicon: Lexicon) -> bool:
    entries = split_list(text)
    known = sum(lexicon.get(entry) is not None for entry in entries)
    return known * 2 >= len(entries) > 0 and title_strength(text) < 1.5


def _from_item(item: Item, lexicon: Lexicon) -> Project:
    found = Found()
    text = take_contacts(item.text, found).replace("\x00", "").strip()
    match = re.match(r"(.{3,70}?)\s*(?::| [–—-]|\s\|)\s+(.*)$", text)
    if match is None:
        return Project(
            name=text if len(text) < 80 else "",
            description="" if len(text) < 80 else text,
            url=next(iter(found.links), ""),
        )
    name, technologies = _name(match[1], lexicon)
    return Project(
        name=without_dates(name), description=match[2], technologies=technologies, url=next(iter(found.links), "")
    )


def _put_dates(project: Project, spans: list[DateSpan]) -> None:
    if spans:
        project.start_date = spans[0].start
        project.end_date = spans[0].end
