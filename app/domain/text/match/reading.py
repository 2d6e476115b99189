"""What a profile or a document shows: passages with the skills they name, roles with their months, degrees."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.partial_date import PartialDate
from app.domain.regex import regex
from app.domain.text.career import KEPT_DOCUMENT, Career
from app.domain.text.document import Content, Item
from app.domain.text.match.degrees import RANK, degree_level
from app.domain.text.match.experience import Months, covered
from app.domain.text.posting import EducationLevel
from app.domain.text.skills import Lexicon

Place = Literal[
    "headline", "summary", "title", "work", "project", "skill", "education", "credential", "language", "other"
]
FRONT_PLACES: frozenset[Place] = frozenset({"headline", "summary", "skill"})
WORK_PLACES: frozenset[Place] = frozenset({"title", "work", "project", "education"})
"""Where a skill is shown in use; studying a field shows it too."""

# A skills entry or a list of technologies: pieces between these signs are whole names, so "R" or "Go" need no context.
_PIECE = regex(r"[^,;|•·\n]+")
_LONGEST_LIST_PIECE = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text with its `ref`: a fact id (profile) or a path such as `sections/1/items/0/sentences/2`."""

    ref: str
    text: str
    place: Place
    role: int = -1
    """Index into `Reading.roles` of the role or project it belongs to, or -1."""
    offset: int = 0
    """Where `text` begins in what `ref` names."""
    listed: bool = False
    """A list of names rather than a sentence."""

    @property
    def is_statement(self) -> bool:
        """Tell whether it is a sentence about work done."""
        return self.place in ("work", "project") and not self.listed


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `start` to `end` (exclusive) of the passage number `passage` name a skill as `text`."""

    passage: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role or project: what it was called, where, and the months it covers (none when not stated)."""

    kind: Literal["work", "project"]
    title: str
    organization: str
    months: Months


@dataclass(frozen=True, slots=True)
class Degree:
    """A course of study: its level, how it is written, and whether it is still to be finished."""

    level: EducationLevel
    text: str
    ref: str
    expected: bool


@dataclass(slots=True)
class Reading:
    """Everything the formula looks at, found once for one profile or document."""

    passages: tuple[Passage, ...]
    roles: tuple[Role, ...]
    degrees: tuple[Degree, ...]
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    named_in: tuple[frozenset[str], ...] = ()
    """For each passage the canonical names of the skills it names."""
    implied: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each skill that others imply, those others that are named, by name."""
    lowered: tuple[str, ...] = ()
    """Each passage in lower case: for names that the lexicon does not know."""


class _Draft:
    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.roles: list[Role] = []
        self.degrees: list[Degree] = []

    def add(self, ref: str, text: str, place: Place, *, in_role: bool = False, listed: bool = False) -> None:
        offset = 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                role = len(self.roles) - 1 if in_role else -1
                self.passages.append(Passage(ref, line.rstrip("\r\n"), place, role, offset, listed or place in _LISTS))
            offset += len(line)


def read_career(career: Career, lexicon: Lexicon, *, today: date) -> Reading:
    """Read a profile; passages are its facts, `ref` their fact ids. Reusable for any number of postings that day.

    An item without an id (a resume just parsed) goes by its place, such as `experiences/0`.
    """
    draft = _Draft()
    draft.add(f"{career.id}:headline", career.headline, "headline")
    draft.add(f"{career.id}:professional_summary", career.professional_summary, "summary")
    for number, job in enumerate(career.experiences):
        at = job.id or f"experiences/{number}"
        months = covered(job.start_date, job.end_date, lasting=job.is_current, today=today)
        draft.roles.append(Role("work", job.title, job.company, months))
        draft.add(f"{at}:title", job.title, "title", in_role=True)
        draft.add(f"{at}:description", job.description, "work", in_role=True)
        for index, text in enumerate(job.achievements):
            draft.add(f"{at}:achievements:{index}", text, "work", in_role=True)
    for number, project in enumerate(career.projects):
        at = project.id or f"projects/{number}"
        months = covered(project.start_date, project.end_date, lasting=False, today=today)
        draft.roles.append(Role("project", project.name, "", months))
        draft.add(f"{at}:name", project.name, "title", in_role=True)
        draft.add(f"{at}:description", project.description, "project", in_role=True)
        for index, text in enumerate(project.technologies):
            draft.add(f"{at}:technologies:{index}", text, "project", in_role=True, listed=True)
    for number, course in enumerate(career.education):
        at = course.id or f"education/{number}"
        written = ", ".join(part for part in (course.degree, course.field_of_study) if part)
        _add_degree(draft, written, f"{at}:degree", course.end_date, today)
        draft.add(f"{at}:degree", course.degree, "education")
        draft.add(f"{at}:field_of_study", course.field_of_study, "education")
        for index, text in enumerate(course.honors):
            draft.add(f"{at}:honors:{index}", text, "education")
    for number, skill in enumerate(career.skills):
        at = skill.id or f"skills/{number}"
        draft.add(f"{at}:name", skill.name, _SKILL_PLACES.get(skill.category, "skill"))
        if skill.category == "language":
            draft.add(f"{at}:proficiency", skill.proficiency, "other")
    for key, value in career.custom_fields.items():
        if key == KEPT_DOCUMENT:
            continue
        for index, text in enumerate(value if isinstance(value, list) else [value]):
            draft.add(f"{career.id}:custom_fields.{key}:{index}", str(text or ""), "other")
    return _indexed(draft, lexicon)


def read_content(content: Content, lexicon: Lexicon, *, today: date) -> Reading:
    """Read a document; passages are its sentences and item titles, `ref` their paths in the document."""
    draft = _Draft()
    draft.add("header/headline", content.header.headline, "headline")
    for number, section in enumerate(content.sections):
        place = _SECTION_PLACES.get(section.kind, "other")
        for position, item in enumerate(section.items):
            path = f"sections/{number}/items/{position}"
            in_role = place in ("work", "project")
            if in_role:
                draft.roles.append(_role_of(item, "work" if place == "work" else "project", today))
            elif place == "education":
                _add_degree(draft, item.title, f"{path}/title", item.end_date, today)
            draft.add(f"{path}/title", item.title, "title" if in_role else place, in_role=in_role)
            for index, sentence in enumerate(item.sentences):
                listed = bool(sentence.source_ids) and all(":technologies:" in source for source in sentence.source_ids)
                draft.add(f"{path}/sentences/{index}", sentence.text, place, in_role=in_role, listed=listed)
    return _indexed(draft, lexicon)


def _add_degree(draft: _Draft, written: str, ref: str, end: str | None, today: date) -> None:
    level = degree_level(written)
    if level:
        draft.degrees.append(Degree(level, written, ref, bool(end) and str(end)[:7] > today.isoformat()[:7]))


_LISTS: frozenset[Place] = frozenset({"skill", "credential", "language"})
_SKILL_PLACES: dict[str, Place] = {"certification": "credential", "language": "language"}
_SECTION_PLACES: dict[str, Place] = {
    "summary": "summary",
    "experience": "work",
    "projects": "project",
    "education": "education",
    "skills": "skill",
    "certifications": "credential",
    "languages": "language",
}


def _role_of(item: Item, kind: Literal["work", "project"], today: date) -> Role:
    start = PartialDate(item.start_date) if item.start_date else None
    end = PartialDate(item.end_date) if item.end_date else None
    lasting = item.end_date is None and start is not None and kind == "work"
    months = covered(start, end, lasting=lasting, today=today)
    return Role(kind, item.title, item.organization, months)


def _indexed(draft: _Draft, lexicon: Lexicon) -> Reading:
    mentions: dict[str, list[Mention]] = {}
    named_in = []
    for number, passage in enumerate(draft.passages):
        names = set()
        for name, start, end in named(passage.text, lexicon, listed=passage.listed):
            mentions.setdefault(name, []).append(Mention(number, start, end, passage.text[start:end]))
            names.add(name)
        named_in.append(frozenset(names))
    implied: dict[str, list[str]] = {}
    for name in sorted(mentions):
        for other in lexicon.implied(name):
            implied.setdefault(other, []).append(name)
    return Reading(
        passages=tuple(draft.passages),
        roles=tuple(draft.roles),
        degrees=tuple(sorted(draft.degrees, key=lambda degree: -RANK[degree.level])),
        mentions={name: tuple(found) for name, found in mentions.items()},
        named_in=tuple(named_in),
        implied={name: tuple(via) for name, via in implied.items()},
        lowered=tuple(passage.text.lower() for passage in draft.passages),
    )


def named(text: str, lexicon: Lexicon, *, listed: bool) -> Iterator[tuple[str, int, int]]:
    """Yield canonical name, start and end of each skill that `text` names; in a list every piece may be a name."""
    taken: list[tuple[int, int]] = []
    for mention in lexicon.find(text):
        taken.append((mention.start, mention.end))
        yield mention.name, mention.start, mention.end
    if not listed:
        return
    for start, end in _pieces(text):
        entry = None if _overlaps(taken, start, end) else lexicon.get(text[start:end])
        if entry:
            yield entry.name, start, end


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    offset = text.find(":") + 1 if 0 < text.find(":") <= _LONGEST_LIST_PIECE else 0
    for match in _PIECE.finditer(text, offset):
        piece = match[0].strip(" .")
        if piece and len(piece) <= _LONGEST_LIST_PIECE:
            start = match.start() + match[0].index(piece)
            yield start, start + len(piece)


def _overlaps(taken: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < stop and begin < end for begin, stop in taken)
