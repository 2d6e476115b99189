"""What changed between two documents outside their sentences: contact data, titles, dates, headings, and the order."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal, TypeVar

from app.domain.text.difference import SentenceChange, longest_run, put_back
from app.domain.text.document import Content, Item, Section, sentences

FieldKind = Literal["changed", "moved", "added", "removed"]
FieldName = Literal[
    "full_name", "headline", "email", "phone", "location", "link", "recipient", "subject",
    "section", "heading", "entry", "title", "organization", "start_date", "end_date", "url",
]  # fmt: skip
_HEADER: tuple[FieldName, ...] = ("full_name", "headline", "email", "phone", "location")
_LETTER: tuple[FieldName, ...] = ("recipient", "subject")
_ITEM: tuple[FieldName, ...] = ("title", "organization", "location", "start_date", "end_date", "url")
PRESENT = "present"
_One = TypeVar("_One", Section, Item)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; the paths are places such as `header/phone` or `sections/1/items/0/title`.

    `section` and `entry` stand for a whole one: `moved`, or an entry that came or went. `entry_name` tells which entry
    the field belongs to. Dates are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `present`.
    """

    kind: FieldKind
    field: FieldName
    entry_name: str
    before: str | None
    after: str | None
    before_path: str | None
    after_path: str | None


def field_changes(before: Content, after: Content) -> list[FieldChange]:
    """Return what differs outside the sentences, in reading order. A change is named by its place in this list."""
    changes = [
        *(_told(name, f"header/{name}", getattr(before.header, name), getattr(after.header, name)) for name in _HEADER),
        *_links(before.header.links, after.header.links),
        *(_told(name, name, getattr(before, name), getattr(after, name)) for name in _LETTER),
        *_sections(before, after),
    ]
    return [change for change in changes if change is not None]


def take_back(
    before: Content, after: Content, lines: Sequence[SentenceChange], fields: Sequence[FieldChange]
) -> Content:
    """Return `after` without these changes of `difference(before, after)` and of `field_changes(before, after)`."""
    content = deepcopy(after)
    # What was paired stays known by itself: taking lines back moves the places.
    known = _Pairs(before, after, content)
    for change in fields:
        if change.field not in ("section", "entry"):
            _restore(change, before, content)
    put_back(before, content, lines)
    # In the old order: each finds what stood before it in its place already.
    for change in sorted(fields, key=lambda change: _steps(change.before_path or "")):
        if change.field in ("section", "entry"):
            known.put_back(change)
    return content


def _steps(path: str) -> list[int]:
    return [int(step) for step in path.split("/")[1::2] if step.isdigit()]


def _told(
    name: FieldName, path: str, before: str, after: str, *, was_at: str | None = None, entry: str = ""
) -> FieldChange | None:
    if before == after:
        return None
    kind: FieldKind = "changed" if before and after else "added" if after else "removed"
    return FieldChange(kind, name, entry, before or None, after or None, was_at or path, path)


def _links(before: list[str], after: list[str]) -> Iterator[FieldChange]:
    gone = [(index, link) for index, link in enumerate(before) if link not in after]
    come = [(index, link) for index, link in enumerate(after) if link not in before]
    for was, now in zip_longest(gone, come):
        kind: FieldKind = "changed" if was and now else "added" if now else "removed"
        yield FieldChange(
            kind, "link", "", was[1] if was else None, now[1] if now else None,
            f"header/links/{was[0]}" if was else None, f"header/links/{now[0]}" if now else None,
        )  # fmt: skip


def _sections(before: Content, after: Content) -> Iterator[FieldChange | None]:
    pairs = _paired_sections(before, after)
    steady = longest_run(pairs)
    for at, section in enumerate(after.sections):
        earlier = pairs.get(at)
        if earlier is None:
            continue
        was, path, was_at = before.sections[earlier], f"sections/{at}", f"sections/{earlier}"
        if at not in steady:
            yield FieldChange("moved", "section", "", was.title, section.title, was_at, path)
        yield _told("heading", f"{path}/title", was.title, section.title, was_at=f"{was_at}/title")
        yield from _entries(was, section, was_at, path)
    for at, section in enumerate(after.sections):
        if at not in pairs:
            yield from _lone("added", section, f"sections/{at}", range(len(section.items)))
    for earlier, section in enumerate(before.sections):
        if earlier not in pairs.values():
            yield from _lone("removed", section, f"sections/{earlier}", range(len(section.items)))


def _entries(before: Section, after: Section, was_at: str, path: str) -> Iterator[FieldChange | None]:
    pairs = _paired_items(before, after)
    steady = longest_run(pairs)
    for at, item in enumerate(after.items):
        earlier = pairs.get(at)
        if earlier is None:
            yield from _lone("added", after, path, [at])
            continue
        was = before.items[earlier]
        here, there = f"{path}/items/{at}", f"{was_at}/items/{earlier}"
        name = _name(item)
        if at not in steady and _says_itself(item):
            yield FieldChange("moved", "entry", name, _name(was), name, there, here)
        for field in _ITEM:
            yield _told(
                field, f"{here}/{field}", _text(was, field), _text(item, field), was_at=f"{there}/{field}", entry=name
            )
    yield from _lone("removed", before, was_at, [at for at in range(len(before.items)) if at not in pairs.values()])


def _lone(
    kind: Literal["added", "removed"], section: Section, path: str, places: Sequence[int]
) -> Iterator[FieldChange]:
    for at in places:
        item = section.items[at]
        if _says_itself(item):
            name, here = _name(item), f"{path}/items/{at}"
            yield (
                FieldChange(kind, "entry", name, None, name, None, here)
                if kind == "added"
                else FieldChange(kind, "entry", name, name, None, here, None)
            )


def _says_itself(item: Item) -> bool:
    """Tell whether the entry is more than a frame of its lines, which speak for themselves."""
    return bool(_name(item)) and (bool(item.item_id or item.organization) or not item.sentences)


def _name(item: Item) -> str:
    return ", ".join(part for part in (item.title, item.organization) if part)


def _text(item: Item, field: FieldName) -> str:
    if field == "end_date" and item.end_date is None:
        return PRESENT if item.start_date else ""
    value: str = getattr(item, field)
    return value


def _paired_sections(before: Content, after: Content) -> dict[int, int]:
    """Return which section of `after` (by its place) was which of `before`."""
    return _paired(
        before.sections, after.sections, (lambda one: (one.kind, one.title), lambda one: one.kind), lambda _: True
    )


def _paired_items(before: Section, after: Section) -> dict[int, int]:
    keys = (
        lambda item: item.item_id or None,
        lambda item: None if item.item_id else (item.title, item.organization),
        # A renamed group is known by what stands in it.
        lambda item: None if item.item_id else frozenset(one.text for one in item.sentences) or None,
        lambda item: None if item.item_id else item.sentences[0].text if item.sentences else None,
    )
    alone = len(before.items) == len(after.items) == 1
    return (
        {0: 0}
        if alone and not (before.items[0].item_id or after.items[0].item_id)
        else _paired(before.items, after.items, keys, lambda key: key is not None)
    )


def _paired(
    before: Sequence[_One],
    after: Sequence[_One],
    keys: Sequence[Callable[[_One], object]],
    counts: Callable[[object], bool],
) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for key in keys:
        free: dict[object, list[int]] = {}
        for index, one in enumerate(before):
            if index not in pairs.values() and counts(key(one)):
                free.setdefault(key(one), []).append(index)
        for index, one in enumerate(after):
            if index not in pairs and free.get(key(one)):
                pairs[index] = free[key(one)].pop(0)
    return pairs


def _restore(change: FieldChange, before: Content, content: Content) -> None:
    if change.field == "link":
        links = content.header.links
        if change.after is not None and change.after in links:
            at = links.index(change.after)
            links[at : at + 1] = [change.before] if change.before is not None else []
        elif change.before is not None:
            links.insert(int((change.before_path or "0").rpartition("/")[2]), change.before)
        return
    name = (change.after_path or "").rpartition("/")[2]
    setattr(_owner(content, change.after_path), name, getattr(_owner(before, change.before_path), name))


def _owner(content: Content, path: str | None) -> object:
    found: object = content
    for step in (path or "").split("/")[:-1]:
        found = found[int(step)] if isinstance(found, list) else getattr(found, step)
    return found


class _Pairs:
    """Which section and entry of the content under work was which before."""

    def __init__(self, before: Content, after: Content, content: Content) -> None:
        self._before = before
        self._content = content
        self._sections: dict[int, Section] = {}
        self._items: dict[tuple[int, int], Item] = {}
        self._added: dict[str, tuple[Section, Item]] = {}
        for at, earlier in _paired_sections(before, after).items():
            self._sections[earlier] = content.sections[at]
            for place, was in _paired_items(before.sections[earlier], after.sections[at]).items():
                self._items[earlier, was] = content.sections[at].items[place]
        for at, section in enumerate(content.sections):
            self._added |= {f"sections/{at}/items/{place}": (section, item) for place, item in enumerate(section.items)}

    def put_back(self, change: FieldChange) -> None:
        """Undo that a section or entry moved, came or went."""
        if change.before_path is None:
            section, item = self._added[change.after_path or ""]
            section.items = [one for one in section.items if one is not item]
            self._content.sections = [one for one in self._content.sections if one.items]
            return
        at, *place = _steps(change.before_path)
        section = self._section(at, moves=not place)
        if place:
            self._entry(section, at, place[0])

    def _section(self, at: int, *, moves: bool) -> Section:
        was, there = self._before.sections[at], self._content.sections
        same = (one for one in there if (one.kind, one.title) == (was.kind, was.title))
        section = self._sections.get(at) or next(same, None) or Section(kind=was.kind, title=was.title)
        self._sections[at] = section
        if moves or not any(one is section for one in there):
            _place(there, section, [self._sections[one] for one in range(at) if one in self._sections])
        return section

    def _entry(self, section: Section, at: int, place: int) -> None:
        was = self._before.sections[at].items[place]
        # Lines that were taken back have made their entry already.
        same = (one for one in section.items if was.item_id and one.item_id == was.item_id)
        item = self._items.get((at, place)) or next(same, None)
        if item is None:
            told = {one.text for one in sentences(self._content)}
            item = replace(was, sentences=[deepcopy(one) for one in was.sentences if one.text not in told])
        self._items[at, place] = item
        _place(section.items, item, [self._items[at, one] for one in range(place) if (at, one) in self._items])


def _place(there: list[_One], one: _One, before: Sequence[_One]) -> None:
    """Put `one` behind what stood before it, the nearest that is there; it is no longer where it was."""
    there[:] = [other for other in there if other is not one]
    found = (at + 1 for earlier in reversed(before) for at, other in enumerate(there) if other is earlier)
    there.insert(next(found, 0), one)
