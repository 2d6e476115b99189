"""Merge what a resume tells into a career that is already there, without doubling anything."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Literal, TypeVar

from rapidfuzz import fuzz

from app.domain.partial_date import PartialDate, month_index
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.resume.folding import fold
from app.domain.text.resume.json_resume import KEPT, join_kept
from app.domain.text.resume.vocabulary.languages import LANGUAGES
from app.domain.text.resume.vocabulary.organizations import LEGAL_FORMS
from app.domain.text.skills import Lexicon, lexicon

_SAME = 90.0
_OPEN = 10**6
_T = TypeVar("_T", Experience, Education, Project, Skill)
Outcome = Literal["added", "completed", "unchanged"]
_HEADER = (
    "full_name", "email", "phone", "location", "linkedin", "github", "website", "headline", "professional_summary",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which both sides differ; what was there is kept."""

    field: str
    kept: str
    incoming: str


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """What becomes of one thing that came in: `path` is its place there, `target` in the merged career."""

    path: str
    target: str
    outcome: Outcome
    fields: tuple[str, ...] = ()
    """What was completed of an entry that was already there."""
    conflicts: tuple[Conflict, ...] = ()


@dataclass(slots=True)
class MergeReport:
    """What a merge did. Paths name items of the merged career (`experiences.2`, `skills.7`, `email`)."""

    added: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    entries: list[MergedEntry] = field(default_factory=list)


def merge_careers(existing: Career, incoming: Career, words: Lexicon | None = None) -> tuple[Career, MergeReport]:
    """Return `existing` with what only `incoming` tells, and a report. Nothing is overwritten; both arguments stay."""
    report = MergeReport()
    words = words or lexicon()
    merged = replace(existing, custom_fields=_custom(existing, incoming, report))
    for name in _HEADER:
        _fill_header(merged, incoming, name, report)
    merged.experiences = _merge(existing.experiences, incoming.experiences, "experiences", _same_role, report)
    merged.education = _merge(existing.education, incoming.education, "education", _same_study, report)
    merged.projects = _merge(existing.projects, incoming.projects, "projects", _same_project, report)
    same_skill = _SkillSameness(words)
    merged.skills = _merge(existing.skills, incoming.skills, "skills", same_skill, report)
    return merged, report


def _merge(
    mine: list[_T], others: list[_T], name: str, same: Callable[[_T, _T], bool], report: MergeReport
) -> list[_T]:
    result = [_copied(item) for item in mine]
    taken: set[int] = set()
    for index, other in enumerate(others):
        free = [at for at in range(len(result)) if at not in taken]
        exact = next((at for at in free if replace(result[at], id="") == replace(other, id="")), None)
        at = exact if exact is not None else next((at for at in free if same(result[at], other)), None)
        if at is None:
            result.append(replace(_copied(other), id=""))
            taken.add(len(result) - 1)
            target = f"{name}.{len(result) - 1}"
            report.added.append(target)
            report.entries.append(MergedEntry(f"{name}.{index}", target, "added"))
        else:
            # A second item of the same resume is a second item, however alike: it must not vanish in the first.
            if name != "skills":
                taken.add(at)
            told = len(report.conflicts)
            completed = _join(result[at], other, f"{name}.{at}", report)
            report.entries.append(
                MergedEntry(
                    f"{name}.{index}",
                    f"{name}.{at}",
                    "completed" if completed else "unchanged",
                    completed,
                    tuple(report.conflicts[told:]),
                )
            )
    return result


def _fill_header(merged: Career, incoming: Career, name: str, report: MergeReport) -> None:
    if not getattr(incoming, name):
        return
    told = len(report.conflicts)
    is_new = _fill(merged, incoming, name, name, report)
    conflicts = tuple(report.conflicts[told:])
    report.entries.append(MergedEntry(name, name, "added" if is_new else "unchanged", (), conflicts))


def _copied(item: _T) -> _T:
    copy = replace(item)
    for name in _fields(item):
        value = getattr(copy, name)
        if isinstance(value, list):
            setattr(copy, name, list(value))
    return copy


def _fields(item: _T) -> list[str]:
    return [one.name for one in fields(item)]


def _join(item: _T, other: _T, path: str, report: MergeReport) -> tuple[str, ...]:
    open_ended = bool(getattr(item, "is_current", False))
    if open_ended and (ended := getattr(other, "end_date", None)):
        report.conflicts.append(Conflict(f"{path}.end_date", "present", str(ended)))
    # Two spellings of one skill are no difference that anybody has to settle.
    settled = {"id", "category", "is_current"} | ({"name"} if path.startswith("skills.") else set())
    completed = tuple(
        name
        for name in _fields(item)
        if name not in settled
        and not (open_ended and name == "end_date")
        and _fill(item, other, name, f"{path}.{name}", report)
    )
    if completed and path not in report.merged:
        report.merged.append(path)
    return completed


def _fill(item: object, other: object, name: str, path: str, report: MergeReport) -> bool:
    mine, theirs = getattr(item, name), getattr(other, name)
    if not theirs or mine == theirs:
        return False
    if isinstance(mine, list):
        new = [one for one in theirs if not any(_alike(one, known) for known in mine)]
        mine.extend(new)
        return bool(new)
    if not mine:
        setattr(item, name, theirs)
        if "." not in path:
            report.merged.append(path)
        return True
    if str(theirs).startswith(str(mine)) and re.fullmatch(r"\d{4}(-\d{2})?", str(mine)):
        # The same date, told more exactly.
        setattr(item, name, theirs)
        return True
    if _key(str(mine)) != _key(str(theirs)) and not str(mine).startswith(str(theirs)):
        report.conflicts.append(Conflict(path, str(mine), str(theirs)))
    return False


def _key(text: str) -> str:
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", fold(text))
    return re.sub(r"[\W_]+", "", text)


def _alike(one: str, other: str) -> bool:
    return _key(one) == _key(other) or fuzz.ratio(_key(one), _key(other)) >= 95.0


def _named_alike(one: str, other: str) -> bool:
    """The same name, but for case, punctuation and legal forms."""
    bare = [
        " ".join(word for word in re.findall(r"[\w&+#]+", fold(text)) if word not in LEGAL_FORMS)
        for text in (one, other)
    ]
    return bool(bare[0]) and (bare[0] == bare[1] or fuzz.ratio(*bare) >= _SAME)


def _overlap(
    mine: tuple[PartialDate | None, PartialDate | None], theirs: tuple[PartialDate | None, PartialDate | None]
) -> bool:
    """Whether two times may share a month; a time without dates may be any."""
    if not any(mine) or not any(theirs):
        return True
    first, second = (
        (month_index(start) if start else 0, month_index(end, end=True) if end else _OPEN)
        for start, end in (mine, theirs)
    )
    return first[0] <= second[1] and second[0] <= first[1]


def _same_role(mine: Experience, other: Experience) -> bool:
    if not _overlap((mine.start_date, mine.end_date), (other.start_date, other.end_date)):
        return False
    companies = _named_alike(mine.company, other.company) or not (mine.company and other.company)
    titles = _named_alike(mine.title, other.title) or not (mine.title and other.title)
    if not (mine.company and other.company) and not (mine.title and other.title):
        return False
    return companies and titles


def _same_study(mine: Education, other: Education) -> bool:
    if not _overlap((mine.start_date, mine.end_date), (other.start_date, other.end_date)):
        return False
    if not _named_alike(mine.institution, other.institution):
        return False
    degrees = not mine.degree or not other.degree or _same_degree(mine.degree, other.degree)
    fields = (
        not mine.field_of_study or not other.field_of_study or _named_alike(mine.field_of_study, other.field_of_study)
    )
    return degrees and fields


def _same_degree(one: str, other: str) -> bool:
    """`B.S.` is `Bachelor of Science`: equal letters, or equal initials."""
    keys = [_key(one), _key(other)]
    initials = [
        "".join(word[0] for word in re.findall(r"[a-z]+", fold(text)) if word not in {"of", "in", "the"})
        for text in (one, other)
    ]
    return keys[0] == keys[1] or keys[0] == initials[1] or initials[0] == keys[1] or _named_alike(one, other)


def _same_project(mine: Project, other: Project) -> bool:
    return _named_alike(mine.name, other.name) or bool(mine.url and _key(mine.url) == _key(other.url))


class _SkillSameness:
    """Skills are the same by their name in the lexicon, languages by their code, certificates by their name."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words
        self._names: dict[tuple[str, str], str] = {}

    def __call__(self, mine: Skill, other: Skill) -> bool:
        if "certification" in (mine.category, other.category) and mine.category != other.category:
            return False
        if "language" in (mine.category, other.category) and mine.category != other.category:
            return False
        return self._name(mine) == self._name(other)

    def _name(self, skill: Skill) -> str:
        key = (skill.category, skill.name)
        if key not in self._names:
            self._names[key] = self._canonical(skill)
        return self._names[key]

    def _canonical(self, skill: Skill) -> str:
        if skill.category == "language":
            return LANGUAGES.get(fold(skill.name).strip(), fold(skill.name).strip())
        entry = self._words.get(skill.name) if skill.category != "certification" else None
        return entry.name if entry else _key(skill.name) or fold(skill.name)


def _custom(existing: Career, incoming: Career, report: MergeReport) -> dict[str, object]:
    merged = {key: list(value) if isinstance(value, list) else value for key, value in existing.custom_fields.items()}
    for key, theirs in incoming.custom_fields.items():
        mine, path = merged.get(key), f"custom_fields.{key}"
        outcome: Outcome = "unchanged"
        conflicts: tuple[Conflict, ...] = ()
        if not mine:
            merged[key] = list(theirs) if isinstance(theirs, list) else theirs
            report.added.append(path)
            outcome = "added"
        elif key == KEPT:
            merged[key] = join_kept(str(mine), str(theirs))
        elif isinstance(mine, list):
            lines = [str(one) for one in (theirs if isinstance(theirs, list) else [theirs])]
            new = [line for line in lines if not any(_alike(line, str(known)) for known in mine)]
            mine.extend(new)
            if new:
                report.merged.append(path)
                outcome = "completed"
        elif str(mine) != str(theirs):
            conflicts = (Conflict(path, str(mine), str(theirs)),)
            report.conflicts.extend(conflicts)
        if key != KEPT:
            report.entries.append(MergedEntry(path, path, outcome, (), conflicts))
    return merged
