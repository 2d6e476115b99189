"""Japanese resumes (履歴書 and 職務経歴書): their headings, and the form with the person's data on top."""

import re
from dataclasses import dataclass, field, replace

from app.domain.regex import regex
from app.domain.text.resume.rows import Row
from app.domain.text.resume.sections import Section
from app.domain.text.resume.vocabulary.japanese import HEADINGS, LABELS, MARKERS, THE_END

_FEWEST_MARKERS = 3
_MARKS = "【】《》〈〉<>[]〔〕■□◆◇●○▼▽▲△★☆※◎・*#:_-–—=~ "
_REMARK = regex(r"[(（].{0,40}[)）]$")
_TABLE_HEAD = regex(r"^(?:年号|西暦|和暦)?年(?:\((?:西暦|和暦)\))?月日?")
_LABEL_END = regex(r"(?:\([^()]{1,20}除く\))?(?:[\s:]+|(?=[〒(])|$)")
_LABELS = sorted(LABELS, key=len, reverse=True)
_SPACED_LABEL = regex(rf"\s+(?=(?:{'|'.join(map(re.escape, _LABELS))})\s*:)", re.IGNORECASE)
_POSTCODE = regex(r"〒?\s*\d{3}[-ー－‐−]?\d{4}(?!\d)")
_PLACE = regex(
    r"(?P<area>北海道|東京都|京都府|大阪府|[^\W\d_]{2,3}県)?(?P<town>(?:[^\W\d_]{1,5}市(?:[^\W\d_]{1,4}区)?|[^\W\d_]{1,4}区|[^\W\d_]{1,4}郡[^\W\d_]{1,5}[町村]))?"
)
_PHONE_DIGITS = 9
_READING = regex(r"\s*\([^()]{1,40}\)$")
_GENDER = regex(r"男性?|女性?|男\s*・\s*女")
_PHRASE = regex(r"を|にて|による|によって|での|における|として|した|する|できる|可能|ます|です")
_NONE = frozenset({"なし", "無し", "無", "特になし", "特に無し", "特記事項なし", "特になし。", "なし。"})
PERSON = frozenset({"header", "personal", "contact", "notes"})
"""The sections among which a person's data stand."""


@dataclass(slots=True)
class Person:
    """The rows of a header as the header's reader wants them, the place, and the labelled data that fit no field."""

    rows: list[Row] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    location: str = ""


def is_japanese(rows: list[Row]) -> bool:
    """Return whether `rows` are a Japanese resume: several of the words that only such a paper writes."""
    text = "".join(compact(row.text) for row in rows[:400])
    return sum(marker.lower() in text for marker in MARKERS) >= _FEWEST_MARKERS


def japanese_sections(rows: list[Row]) -> list[Section]:
    """Return the sections in order; the first is the header, which may be empty."""
    sections = [Section("header")]
    for row in rows:
        title, rest = _heading(row, sections[-1])
        if title:
            sections.append(Section(HEADINGS[title], title))
        elif row.heading and sections[-1].name not in {"experience", "projects", "education"}:
            sections.append(Section("other", row.text))
            rest = None
        if rest is not None:
            sections[-1].rows.append(rest)
    return sections


def read_labelled(sections: list[Section]) -> Person:
    """Return the person's data of `sections`, put into the order in which other resumes tell it."""
    values: dict[str, list[tuple[str, str]]] = {}
    left: list[Row] = []
    person = Person()
    for section in sections:
        if section.name not in PERSON:
            continue
        for row in _unlabelled(section.rows, values):
            if section.name == "header" or (section.name != "notes" and "@" in row.text):
                left.append(row)
            else:
                person.others.append(row.text)
        if section.name == "notes" and section.title:
            person.others.append(section.title)
    _put(person, values)
    person.rows.extend(left)
    return person


def says_none(text: str) -> bool:
    """Return whether `text` only says that there is nothing to say (`特になし`)."""
    return compact(text) in _NONE


def is_phrase(text: str) -> bool:
    """Return whether `text` is said in a phrase (`Javaを用いた開発`) rather than listed or labelled."""
    return ":" not in text and _PHRASE.search(text) is not None


def compact(text: str) -> str:
    """Return `text` without blanks, in small letters: Japanese forms space the letters of their labels."""
    return re.sub(r"\s+", "", text).lower()


def japanese_heading(text: str) -> str:
    """Return the kind of section that `text` is the whole heading of, or nothing."""
    key = _key(text)
    return HEADINGS.get(key) or HEADINGS.get(_TABLE_HEAD.sub("", key), "")


def _heading(row: Row, section: Section) -> tuple[str, Row | None]:
    """Return the heading that `row` is, or begins with, and what stands beside it."""
    key = _key(row.text)
    key = _TABLE_HEAD.sub("", key) if _TABLE_HEAD.match(key) and _TABLE_HEAD.sub("", key) in HEADINGS else key
    first = _key(row.cells[0])
    if HEADINGS.get(first) == "personal" and (len(row.cells) > 1 or first in LABELS):
        title = "" if section.name in PERSON and section.name != "notes" else first
        return title, row if first in LABELS else replace(row, text=" ".join(row.cells[1:]), cells=row.cells[1:])
    if key in HEADINGS and not _is_label(key, row, section):
        return key, None
    if THE_END.fullmatch(row.text.strip()):
        return "", None
    if len(row.cells) > 1 and first in HEADINGS:
        rest = replace(row, text=" ".join(row.cells[1:]), cells=row.cells[1:])
        if not _is_label(first, row, section) and _key(rest.text) not in LABELS:
            return first, rest
    word, _, after = row.text.partition(" ")
    if after and HEADINGS.get(_key(word)) == "notes":
        return _key(word), row.with_text(after)
    label, colon, rest_text = row.text.partition(":")
    if colon and rest_text.strip() and _key(label) in HEADINGS and section.name not in {"experience", "projects"}:
        name = HEADINGS[_key(label)]
        if name not in {"personal", "experience", "education"} and not _is_label(_key(label), row, section):
            return _key(label), row.with_text(rest_text.strip())
    return "", row


def _is_label(key: str, row: Row, section: Section) -> bool:
    """Words that are labels of a form as well as headings are labels where a form is open, or amid a role's text."""
    if key in LABELS:
        return True
    inside = section.name in {"experience", "projects"} and bool(section.rows)
    return inside and row.bullet and HEADINGS[key] in {"languages", "skills", "projects", "experience", "interests"}


def _key(text: str) -> str:
    key = _REMARK.sub("", compact(text).strip(_MARKS)).strip(_MARKS)
    return key.replace("/", "・").replace("&", "・")


def _unlabelled(rows: list[Row], values: dict[str, list[tuple[str, str]]]) -> list[Row]:
    """Take what labels announce into `values`; return the rows that no label stands by."""
    left: list[Row] = []
    waiting: list[str] = []
    for row in rows:
        if compact(row.text) in LABELS:
            waiting = [compact(row.text)]
            continue
        cells = [piece for cell in row.cells for piece in _SPACED_LABEL.split(cell)]
        read = [_labelled(cell) for cell in cells]
        if any(label for label, _ in read):
            waiting = []
        free: list[str] = []
        for label, value in read:
            if label:
                waiting = [] if value else [*waiting, label]
            elif waiting:
                label = waiting.pop(0)  # noqa: PLW2901 - the label stood in an earlier cell
            if not label:
                free.append(value)
            elif value:
                values.setdefault(LABELS[label], []).append((label, value))
                if LABELS[label] == "address" and _POSTCODE.fullmatch(value):
                    waiting = [label]
        rest = [text for text in free if not _GENDER.fullmatch(text)]
        if genders := [text for text in free if _GENDER.fullmatch(text)]:
            values.setdefault("other", []).extend(("性別", gender) for gender in genders)
        if rest:
            left.append(replace(row, text=" ".join(rest), cells=tuple(rest)))
    return left


def _labelled(cell: str) -> tuple[str, str]:
    """Return the label that `cell` begins with and its value; a cell without a label is all value."""
    bare = cell.strip().strip("【】《》■□◆◇●○▼")
    lowered = bare.lower()
    for label in _LABELS:
        if lowered.startswith(label) and (end := _LABEL_END.match(bare, len(label))):
            return label, bare[end.end() :].strip(" :】")
    squeezed = compact(bare)
    return (squeezed, "") if squeezed in LABELS else ("", cell.strip())


def _put(person: Person, values: dict[str, list[tuple[str, str]]]) -> None:
    """Write the labelled data as rows: the name in the largest type, then headline and addresses."""
    rows: list[str] = []
    for label, address in values.get("address", []):
        bare = _POSTCODE.sub("", address).strip()
        place = _PLACE.match(bare)
        where = (place[0] if place else "") or ("" if any(map(str.isdigit, bare)) else bare)
        person.location = person.location or where
        if where != address:
            person.others.append(f"{label}: {address}")
    for name in ("headline", "email", "phone", "link"):
        told = 0
        for label, value in values.get(name, []):
            whole = name != "phone" or sum(map(str.isdigit, value)) >= _PHONE_DIGITS
            told += whole
            if whole and (told == 1 or name == "link"):
                rows.append(value)
            else:
                person.others.append(f"{label}: {value}")
    for name in ("reading", "other"):
        person.others.extend(f"{label}: {value}" for label, value in values.get(name, []))
    names = [_READING.sub("", value) for _, value in values.get("full_name", [])]
    person.others.extend(f"{label}: {value}" for label, value in values.get("full_name", []) if _READING.search(value))
    person.rows = [
        *(_row(value, 999.0 if number == 0 else 0.0) for number, value in enumerate(names)),
        *(_row(text, 0.0) for text in rows),
    ]


def _row(text: str, size: float) -> Row:
    return Row(text, (text,), size, bold=False, bullet=False, heading=False, page=1)
