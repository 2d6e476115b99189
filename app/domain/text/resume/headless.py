"""Find the roles of a resume that has no heading over them, and contact lines that stand far from the header."""

from app.domain.regex import regex
from app.domain.text.resume.entries import edge_spans
from app.domain.text.resume.parts import school_score, title_strength
from app.domain.text.resume.rows import Row
from app.domain.text.resume.sections import Section
from app.domain.text.resume.wrapping import is_prose

_MAX_HEADER = 40
_WITH_ENTRIES = frozenset({"experience", "education", "projects", "volunteering", "affiliations", "contact", "summary"})
_CONTACT = regex(r"@|linkedin\.com|\(?\d{3}\)?[ .-]\d{3}")


def with_experience(sections: list[Section]) -> list[Section]:
    """Return `sections` with roles that no heading announces in a section of their own, and a header of fair length."""
    if any(section.name == "experience" and section.rows for section in sections):
        return [*_shortened(sections[0]), *_with_strays(sections[1:])]
    divided: list[Section] = []
    found = False
    for section in sections:
        start = (
            None
            if found or section.name not in {"header", "summary", "other", "achievements"}
            else _first_role(section)
        )
        if start is None:
            divided.append(section)
            continue
        found = True
        divided.append(Section(section.name, section.title, section.rows[:start]))
        divided.append(Section("experience", "", section.rows[start:]))
    return [*_shortened(divided[0]), *divided[1:]]


def _with_strays(sections: list[Section]) -> list[Section]:
    """Move roles back that a page break cut off: a column of the next page goes on without a heading."""
    kept: list[Section] = []
    for section in sections:
        pages = [row.page for row in section.rows]
        start = None
        if section.name not in _WITH_ENTRIES and pages and pages[-1] > pages[0]:
            first = next(index for index, page in enumerate(pages) if page > pages[0])
            start = _first_role(Section("other", "", section.rows[first:]))
            start = None if start is None else start + first
        if start is None:
            kept.append(section)
            continue
        kept.append(Section(section.name, section.title, section.rows[:start]))
        home = next(other for other in sections if other.name == "experience" and other.rows)
        home.rows.extend(section.rows[start:])
    return kept


def _shortened(header: Section) -> list[Section]:
    if len(header.rows) <= _MAX_HEADER:
        return [header]
    return [Section("header", "", header.rows[:_MAX_HEADER]), Section("other", "", header.rows[_MAX_HEADER:])]


def _first_role(section: Section) -> int | None:
    """Return the row at which the first dated role begins."""
    rows = section.rows
    for index, row in enumerate(rows):
        if row.bullet or not any(span.ranged for span in edge_spans(row)):
            continue
        start = index
        while start > 0 and index - start < 2 and _may_head(rows[start - 1], section.name == "header" and start < 3):
            start -= 1
        head = rows[start : index + 2]
        words = " ".join(other.text for other in head)
        if max(title_strength(other.text) for other in head) >= 1.0 and not school_score(words):
            return start
    return None


def _may_head(row: Row, is_first: bool) -> bool:
    return (
        not row.bullet
        and not is_prose(row.text)
        and not _CONTACT.search(row.text)
        and not is_first
        and len(row.text) < 90
    )
