"""The smallest pieces that a resume can take or leave: one bullet, or one sentence of a description."""

from dataclasses import dataclass

from app.domain.text.career import KEPT_DOCUMENT, Career, Experience, Project
from app.domain.text.compose.wording import split_sentences, tidy

_LONG = 200


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters `start` to `end` (exclusive) of the fact `fact_id`, tidied as `text`."""

    fact_id: str
    item_id: str
    text: str
    start: int
    end: int


def role_units(job: Experience) -> list[Unit]:
    """Return the description's lines (sentences, where a line is long), then the achievements; none twice."""
    units = _described(job.id, job.description)
    for index, text in enumerate(job.achievements):
        units += _whole(job.id, f"{job.id}:achievements:{index}", text)
    return _distinct(units)


def project_units(project: Project) -> list[Unit]:
    """Return the lines of a project's description, or their sentences where a line is long."""
    return _distinct(_described(project.id, project.description))


def summary_units(career: Career) -> list[Unit]:
    """Return the sentences of the candidate's own summary."""
    text, fact_id = career.professional_summary, f"{career.id}:professional_summary"
    spans = [(first + start, first + end) for first, line in _lines(text) for start, end in split_sentences(line)]
    return [
        Unit(fact_id, career.id, words, start, end) for start, end in spans if has_words(words := tidy(text[start:end]))
    ]


def custom_units(career: Career, key: str) -> list[Unit]:
    """Return the entries of the custom field `key`."""
    if key == KEPT_DOCUMENT:
        return []
    value = career.custom_fields[key]
    texts = value if isinstance(value, list) else [value]
    return [
        Unit(f"{career.id}:custom_fields.{key}:{index}", career.id, words, 0, len(str(text)))
        for index, text in enumerate(texts)
        if text and has_words(words := tidy(str(text)))
    ]


def has_words(text: str) -> bool:
    """Tell whether `text` says anything: a rule or a row of dots does not."""
    return any(character.isalnum() for character in text)


def _described(item_id: str, text: str) -> list[Unit]:
    units = []
    for first, line in _lines(text):
        spans = split_sentences(line) if len(line) > _LONG else [(0, len(line))]
        for start, end in spans:
            if has_words(words := tidy(line[start:end])):
                units.append(Unit(f"{item_id}:description", item_id, words, first + start, first + end))
    return units


def _whole(item_id: str, fact_id: str, text: str) -> list[Unit]:
    return [Unit(fact_id, item_id, words, 0, len(text))] if has_words(words := tidy(text)) else []


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of `text` with their offsets; a line that goes on with a small letter was only wrapped."""
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        wrapped = (
            line.lstrip()[:1].islower() and lines and lines[-1][1].rstrip()[-1:] not in {"", ".", "!", "?", ":", ";"}
        )
        if wrapped:
            first, before = lines[-1]
            lines[-1] = first, before + line
        else:
            lines.append((at, line))
        at += len(line)
    return lines


def _distinct(units: list[Unit]) -> list[Unit]:
    """Leave out a description line that an achievement repeats, and repeated lines."""
    seen: set[str] = set()
    kept = []
    for unit in reversed(units):
        key = unit.text.casefold().rstrip(".")
        if key not in seen:
            seen.add(key)
            kept.append(unit)
    return kept[::-1]
