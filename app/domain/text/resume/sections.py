"""Divide the rows of a resume into its sections by their headings."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.regex import regex
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.folding import fold
from app.domain.text.resume.parts import school_score
from app.domain.text.resume.rows import Row, without_mark
from app.domain.text.resume.vocabulary.headings import HEADING_KIND, HEADING_WORDS, SectionName

_STRONG: frozenset[SectionName] = frozenset(
    {"experience", "education", "skills", "projects", "certifications", "summary", "languages"}
)
_INLINE: frozenset[SectionName] = frozenset(
    {"skills", "languages", "interests", "summary", "certifications", "education", "experience"}
)
_OPEN: frozenset[SectionName] = frozenset(
    {
        "contact",
        "other",
        "personal",
        "summary",
        "languages",
        "interests",
        "skills",
        "certifications",
        "achievements",
        "references",
    }
)
_EDGES = regex(r"^[\s\W_]+|[\s\W_]+$")
_AND = regex(r" (?:&|and|und|et|y|e|en) |, ?| ?/ ?")
_NUMBERED = regex(r"^(?:[ivx]{1,4}|\d{1,2})[.)]\s+", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """A headed part. The part before the first heading has the name `header`."""

    name: SectionName | str
    title: str = ""
    rows: list[Row] = field(default_factory=list)
    blocks: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    upper: bool


def split_sections(rows: list[Row]) -> list[Section]:
    """Return the sections in order; the first is the header, which may be empty."""
    styles = _heading_styles(rows)
    body = _body_size(rows)
    sections = [Section("header")]
    index = 0
    while index < len(rows):
        row = rows[index]
        taken = _heading(rows, index, styles, body, sections[-1])
        if taken is None:
            sections[-1].rows.append(row)
            index += 1
            continue
        name, title, rest, used = taken
        sections.append(Section(name, title))
        sections[-1].rows.extend(rest)
        index += used
    return sections


def heading_name(text: str) -> SectionName | None:
    """Return the kind of section that `text` is the whole heading of."""
    return _kind(text)


@lru_cache(maxsize=1024)
def _kind(text: str) -> SectionName | None:
    """Return what a heading announces; one of several parts (`Publications & Talks`) is of the kind of its first."""
    key = _key(text)
    if (kind := HEADING_KIND.get(key)) is not None or len(key) > 60:
        return kind
    kinds = [HEADING_KIND.get(part.strip()) for part in _AND.split(key)]
    return kinds[0] if len(kinds) > 1 and all(kinds) else None


def _key(text: str) -> str:
    text = _NUMBERED.sub("", _EDGES.sub("", fold(text))).replace("’", "'")
    text = _EDGES.sub("", text)
    return re.sub(r"\s+", " ", text.replace(" + ", " & "))


def _style(row: Row) -> _Style:
    letters = [character for character in row.text if character.isalpha()]
    upper = bool(letters) and all(not character.islower() for character in letters) and any(map(str.isupper, letters))
    return _Style(round(row.size * 2) / 2, row.bold, upper)


def _heading_styles(rows: list[Row]) -> Counter[_Style]:
    return Counter(_style(row) for row in rows if not row.bullet and _kind(row.cells[0]) in _STRONG)


def _body_size(rows: list[Row]) -> float:
    weights: Counter[float] = Counter()
    for row in rows:
        weights[round(row.size * 2) / 2] += len(row.text)
    return weights.most_common(1)[0][0] if weights else 0.0


_Taken = tuple[SectionName | str, str, list[Row], int]


def _heading(rows: list[Row], index: int, styles: Counter[_Style], body: float, section: Section) -> _Taken | None:
    row = rows[index]
    if row.bullet and row.text.rstrip()[-1:] != ":":
        return None
    if len(row.text) <= 60 and (kind := _kind(row.text)) and _counts(row, kind, styles, section):
        return kind, row.text, [], 1
    if rail := _rail(rows, index, styles, section):
        return rail
    if inline := _inline(row, section):
        return inline
    if kind_of := _unlisted(rows, index, styles, body, section):
        return kind_of, row.text, [], 1
    return None


def _counts(row: Row, kind: SectionName, styles: Counter[_Style], section: Section) -> bool:
    """A listed heading counts unless the other headings look different and this one looks like the text around it."""
    if row.bullet or (row.text[:1].islower() and not row.heading):
        return False
    if row.heading or styles[_style(row)] > 1:
        return not (section.name == "skills" and _is_group(row, kind, styles))
    best = styles.most_common(1)
    if not best or best[0][1] < 2:
        return True
    usual = best[0][0]
    style = _style(row)
    if usual.size and style.size < usual.size - 0.4 and not style.upper:
        return False
    return (style.upper >= usual.upper and style.bold >= usual.bold) or style.size > usual.size + 0.4


def _is_group(row: Row, kind: SectionName, styles: Counter[_Style]) -> bool:
    return kind in {"skills", "languages"} and styles.most_common(1)[0][0] != _style(row) and not row.heading


def _rail(rows: list[Row], index: int, styles: Counter[_Style], section: Section) -> _Taken | None:
    """A heading in a column of its own, left of its text; it may go on in the next rows."""
    row = rows[index]
    if len(row.cells) < 2 or row.bullet:
        return None
    label = row.cells[0]
    if label[:1].islower() and label.endswith("."):
        return None  # the last word of a sentence, and something beside it
    rest = [_rest(row)]
    kind = _kind(label)
    used = 1
    if index + 1 < len(rows) and len(rows[index + 1].cells) > 1:
        longer = f"{label} {rows[index + 1].cells[0]}"
        if second := _kind(longer):
            kind, label, used = second, longer, 2
            rest.append(_rest(rows[index + 1]))
    if kind is None or len(label) > 40 or find_dates(label):
        return None
    if section.name == "skills" and kind in {"skills", "languages"} and not label.isupper():
        return None
    if used == 1 and not (
        label.isupper() or row.bold or styles[_style(Row(label, (label,), row.size, row.bold, False, False, 1))] > 1
    ):
        return None
    return kind, label, rest, used


def _rest(row: Row) -> Row:
    cells = row.cells[1:]
    text, bullet = without_mark(cells[0])
    cells = (text, *cells[1:])
    return Row(" ".join(cells), cells, row.size, row.bold, bullet, False, row.page, row.soft, row.gap)


def _inline(row: Row, section: Section) -> _Taken | None:
    """`Skills: Python, SQL` opens a section where no section of entries is open."""
    label, colon, text = row.text.partition(":")
    if not colon or not text.strip() or len(label) > 40 or row.bullet:
        return None
    kind = _kind(label)
    apart = row.gap and kind in {"skills", "languages", "interests", "certifications"} and section.name != "projects"
    if kind not in _INLINE or (section.name not in _OPEN and section.name != "header" and not apart):
        return None
    if section.name == "skills" and kind in {"skills", "languages", "education", "summary", "experience"}:
        return None
    if kind in {"education", "experience"} and len(text) > 100:
        return None
    return kind, label, [row.with_text(text.strip())], 1


def _unlisted(
    rows: list[Row], index: int, styles: Counter[_Style], body: float, section: Section
) -> SectionName | str | None:
    """A row that looks exactly like the known headings is one too, whatever it says."""
    row = rows[index]
    words = row.text.split()
    if (
        not 0 < len(words) <= 6
        or len(row.text) > 50
        or row.bullet
        or len(row.cells) > 1
        or (section.name == "header" and not styles)
    ):
        return None
    if any(character.isdigit() or character in ".@|;" for character in row.text) or (
        row.text.endswith(":") and section.name == "skills"
    ):
        return None
    style = _style(row)
    if not (row.heading or (styles.get(style, 0) >= 2 and _stands_out(style, row, body))):
        return None
    if section.name == "header" and (
        index < 2 or style.size >= max((other.size for other in rows[:index]), default=0.0)
    ):
        return None
    key = _key(row.text)
    inside = section.name in {"experience", "education", "projects", "volunteering"}
    told = any(word in key for word, _ in HEADING_WORDS)
    if inside and not told and (not section.rows or not (style.size and styles.get(style, 0) >= 2)):
        # The headings below a heading name entries.
        return None
    if _dates_follow(rows, index) and (not told or school_score(row.text) > 0):
        return None
    if "," in key and not told:
        return None
    return next((kind for word, kind in HEADING_WORDS if word in key), "other")


def _stands_out(style: _Style, row: Row, body: float) -> bool:
    return style.size > body + (0.3 if style.bold else 0.6) or (style.upper and (style.bold or row.gap))


def _dates_follow(rows: list[Row], index: int) -> bool:
    """An employer in capitals looks like a heading too, but dates stand beside or right below it."""
    following = rows[index + 1 : index + 2]
    return any(span.ranged for row in following for span in find_dates(row.text)) and not following[0].bullet
