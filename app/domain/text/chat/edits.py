"""Changes that people ask of the document itself; each is kept as a text and carried out anew on every rewrite."""

from collections.abc import Iterable
from copy import deepcopy

from app.domain.text.chat.places import Place
from app.domain.text.compose.budget import PAGE_LINES, header_lines, section_lines
from app.domain.text.document import Content, Item, Section, SectionKind, sentences
from app.domain.text.figures import gives_a_number

_MARK = "edit:"
TRIM = f"{_MARK}trim"
"""Take out about every eighth line, of those that serve the posting least."""
_TRIMMED = 8
_WRITTEN: tuple[SectionKind, ...] = ("experience", "projects", "custom")


def is_edit(instruction: str) -> bool:
    """Tell whether an instruction of a session is an edit, and so nothing for the writer."""
    return instruction.startswith(_MARK)


def drop(place: Place) -> str:
    """Return the edit that takes the place out; an entry is told by its id, or by its name where it has none."""
    if place.sentence is not None:
        return drop_line(place.sentence.text)
    if place.item is not None:
        return f"{_MARK}item:{place.item.item_id or _named(place.item)}"
    section = place.section
    return f"{_MARK}section:{section.kind}:{section.title}" if section else f"{_MARK}nothing:"


def drop_line(text: str) -> str:
    """Return the edit that takes out the line with this text."""
    return f"{_MARK}line:{text}"


def apply_edits(content: Content, edits: Iterable[str]) -> Content:
    """Return the content with the edits carried out; what they name and is not there is left alone."""
    edited = deepcopy(content)
    for edit in edits:
        if edit == TRIM:
            _trim(edited)
            continue
        kind, _, what = edit.removeprefix(_MARK).partition(":")
        for section in edited.sections:
            if kind == "item":
                section.items = [item for item in section.items if what not in (item.item_id, _named(item))]
            elif kind == "line":
                for item in section.items:
                    item.sentences = [one for one in item.sentences if one.text != what]
        edited.sections = [
            section
            for section in edited.sections
            if not (kind == "section" and what == f"{section.kind}:{section.title}") and _says_something(section)
        ]
    return edited


def pages_taken(content: Content) -> float:
    """Return about how many pages the content takes in a usual template."""
    lines = float(header_lines())
    for section in content.sections:
        heads = sum(1 for item in section.items if section.kind in ("experience", "education", "projects"))
        texts = [sentence.text for item in section.items for sentence in item.sentences]
        if section.kind in ("skills", "languages", "certifications"):
            texts = [", ".join(texts)] if texts else []
        lines += section_lines(texts, heads)
    return lines / PAGE_LINES


def _named(item: Item) -> str:
    return f"{item.title}|{item.organization}"


def _says_something(section: Section) -> bool:
    section.items = [item for item in section.items if item.sentences or item.title or item.organization]
    return bool(section.items)


def _trim(content: Content) -> None:
    """Shorten: the last lines of the entries that have most of them go, the later entry first; each keeps one."""
    lines = sum(1 for _ in sentences(content))
    for _ in range(max(1, lines // _TRIMMED)):
        items = [item for section in content.sections if section.kind in _WRITTEN for item in section.items]
        longest = max(enumerate(items), key=lambda entry: (len(entry[1].sentences), entry[0]), default=None)
        if longest is not None and len(longest[1].sentences) > 1:
            _take_weakest(longest[1])
            continue
        summary = next((section for section in content.sections if section.kind == "summary"), None)
        if summary is None or len(summary.items[0].sentences) < 2:
            return
        summary.items[0].sentences.pop()


def _take_weakest(item: Item) -> None:
    """Take the last line without a figure, or the last; what stands first was put there for the posting or by wish."""
    later = range(len(item.sentences) - 1, 0, -1)
    bare = (index for index in later if not gives_a_number(item.sentences[index].text))
    del item.sentences[next(bare, len(item.sentences) - 1)]
