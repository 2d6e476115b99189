"""Which line, entry or section of a document somebody speaks of: "the second bullet of my first job", "my hobbies"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.regex import regex
from app.domain.text.document import Content, Item, Section, SectionKind, Sentence

_ORDINALS: tuple[tuple[str, int], ...] = (
    (r"first|1st|top|erste[nrs]?|premi(?:er|ère)", 0),
    (r"second[- ]last|second to last|next to last|vorletzte[nrs]?|avant-derni(?:er|ère)", -2),
    (r"second|2nd|zweite[nrs]?|deuxième|seconde", 1),
    (r"third|3rd|dritte[nrs]?|troisième", 2),
    (r"fourth|4th|vierte[nrs]?|quatrième", 3),
    (r"fifth|5th|fünfte[nrs]?|cinquième", 4),
    (r"sixth|6th", 5),
    (r"last|final|bottom|letzte[nrs]?|derni(?:er|ère)", -1),
)
_NUMBERED = regex(rf"\b(?P<word>{'|'.join(words for words, _ in _ORDINALS)})\b", re.IGNORECASE)
_HASH = regex(r"\b(?:bullet|line|point|number|no\.?|#) ?(?P<number>[1-9]\d?)\b", re.IGNORECASE)
_BULLET = regex(r"\b(?:bullets?(?: points?)?|points?|aufzählungspunkt|stichpunkt|punkt|puce)\b", re.IGNORECASE)
_LINE = regex(r"\b(?:lines?|sentences?|zeile|satz|ligne|phrase)\b", re.IGNORECASE)
_JOB = regex(r"\b(?:jobs?|positions?|roles?|employers?|stelle|arbeitgeber|poste|emploi)\b", re.IGNORECASE)
_OLDEST = regex(r"\b(?:oldest|earliest|älteste[nrs]?|plus ancien(?:ne)?)\b", re.IGNORECASE)
_NEWEST = regex(r"\b(?:newest|latest|current|most recent|present|aktuelle[nrs]?|actuel(?:le)?)\b", re.IGNORECASE)
_MINE = regex(r"\b(?:my|meine[nmrs]?|mon|ma)\b", re.IGNORECASE)
_QUOTE = regex(r"[\"“„«]\s*(?P<text>[^\"“”„«»]{3,}?)\s*[\"”“»]")
_SECTIONS: tuple[tuple[SectionKind, str], ...] = (
    ("summary", r"summary|profile(?: text)?|about me|objective|intro(?:duction)?|profil|kurzprofil|resumen"),
    ("skills", r"skills|technologies|kenntnisse|compétences|competencias"),
    ("experience", r"(?:work )?experience|(?:work|employment) history|berufserfahrung|expérience|experiencia"),
    ("projects", r"projects|projekte|projets|proyectos"),
    ("education", r"education|studies|ausbildung|formation|formación"),
    ("certifications", r"certifications|certificates|zertifikate"),
    ("languages", r"languages|sprachen|langues|idiomas"),
    ("custom", r"hobb(?:y|ies|ys)|interests?|pastimes|loisirs|intérêts|interessen|extras|awards?|publications?"),
)  # fmt: skip
_HOBBY = regex(r"hobb|interes|pastime|loisir|intérêt", re.IGNORECASE)
_ASIDE = regex(
    r"^(?:(?:the|my|that|this|any|all|whole|entire|die|den|das|der|meine?n?|le|la|les|mes|ma|mon)\s+|l['’])+"
    r"|\s+(?:sections?|part|abschnitt)$|^section\s+",
    re.IGNORECASE,
)
_AS_JOB = regex(
    r"^.*\b(?:jobs?|positions?|roles?|work|time|experience|stelle|poste|degree|studies)\b"
    r"(?: (?:at|with|for|as|bei|chez|from))? "
    r"|^(?:at|with|for|as|bei|chez|from) |\s+(?:jobs?|positions?|roles?|entry|degree)$",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 4
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Place:
    """One place: a sentence, an item with all its lines, or a section; exactly one is set, `name` says it in words."""

    name: str
    sentence: Sentence | None = None
    item: Item | None = None
    section: Section | None = None


def find_place(text: str, content: Content) -> Place | None:
    """Return the place that the text names by order, by heading, by employer or by quoted words, if it is there."""
    if quoted := _QUOTE.search(text):
        return _line_with(quoted["text"], content)
    jobs = [item for section in content.sections if section.kind == "experience" for item in section.items]
    numbered = _NUMBERED.search(text)
    line_is_meant = _BULLET.search(text) or _LINE.search(text)
    if line_is_meant and (numbered or _HASH.search(text)):
        within = _job_of(text.split(" of ", 1)[1] if " of " in text else "", jobs) or _employed(text, jobs)
        lines = within.sentences if within else _lines(content, bullets=bool(_BULLET.search(text)))
        found = _at(lines, _position(text))
        return Place(f"“{found.text}”", sentence=found) if found else None
    if (section := _section(text, content)) is not None:
        return Place(f"the section {section.title}", section=section)
    job = _job_of(text, jobs) or _employed(text, _entries(content))
    return Place(name_of(job), item=job) if job else None


def bare_name(text: str) -> str:
    """Return what is named, without articles and the word "section"."""
    before = ""
    while before != text:
        before, text = text, _ASIDE.sub("", text.strip(" .!?"))
    return text


def section_named(text: str) -> SectionKind | None:
    """Return the kind of section that the text names, whether the document has it or not."""
    bare = bare_name(text)
    return next((kind for kind, words in _SECTIONS if re.fullmatch(words, bare, re.IGNORECASE)), None)


def name_of(item: Item) -> str:
    """Return an item as people say it."""
    return " at ".join(part for part in (item.title, item.organization) if part)


def _section(text: str, content: Content) -> Section | None:
    bare, kind = bare_name(text), section_named(text)
    for section in content.sections:
        if section.title.casefold() == bare.casefold() or (kind not in (None, "custom") and section.kind == kind):
            return section
        if kind == "custom" and section.kind == "custom" and _HOBBY.search(bare) and _HOBBY.search(section.title):
            return section
    return None


def _position(text: str) -> int:
    if numbered := _NUMBERED.search(text):
        word = numbered["word"]
        return next(at for words, at in _ORDINALS if re.fullmatch(words, word, re.IGNORECASE))
    hashed = _HASH.search(text)
    return int(hashed["number"]) - 1 if hashed else 0


def _at(entries: Sequence[_T], position: int) -> _T | None:
    return entries[position] if -len(entries) <= position < len(entries) else None


def _lines(content: Content, *, bullets: bool) -> list[Sentence]:
    kinds: tuple[SectionKind, ...] = ("experience", "projects") if bullets else ("summary", "experience", "projects")
    return [
        sentence
        for section in content.sections
        if section.kind in kinds or (section.kind in ("custom", "letter") and not bullets)
        for item in section.items
        for sentence in item.sentences
    ]


def _job_of(text: str, jobs: list[Item]) -> Item | None:
    """Return the job meant: "my first job" is the oldest and "my last job" the latest, "the first" stands on top."""
    if not jobs or not _JOB.search(text):
        return None
    by_age = sorted(jobs, key=lambda job: job.start_date or "9")
    if _OLDEST.search(text):
        return by_age[0]
    if _NEWEST.search(text):
        return by_age[-1]
    if _NUMBERED.search(text):
        mine = _MINE.search(text) and all(job.start_date for job in jobs)
        return _at(by_age if mine else jobs, _position(text))
    return None


def _entries(content: Content) -> list[Item]:
    kinds: tuple[SectionKind, ...] = ("experience", "projects", "education")
    return [item for section in content.sections if section.kind in kinds for item in section.items]


def _employed(text: str, items: list[Item]) -> Item | None:
    """Return the entry whose employer, school or title is all that the text names."""
    bare = _AS_JOB.sub("", bare_name(text)).strip().casefold()
    for item in items:
        names = (item.organization, item.organization.split(",")[0].strip(), item.title)
        if any(len(name) >= _FEWEST_LETTERS and name.casefold() == bare for name in names):
            return item
    return None


def _line_with(words: str, content: Content) -> Place | None:
    folded = words.casefold().strip(" .…")
    for section in content.sections:
        for item in section.items:
            for sentence in item.sentences:
                if folded in sentence.text.casefold():
                    return Place(f"“{sentence.text}”", sentence=sentence)
    return None
