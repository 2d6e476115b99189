"""What changed between two documents, sentence by sentence."""

from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from app.domain.text.document import Content, Item, Section, Sentence

ChangeKind = Literal["unchanged", "changed", "moved", "added", "removed"]
_ALIKE = 55.0


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """One sentence before and after; the paths are places such as `sections/1/items/0/sentences/2`.

    `moved` text is the same at another place among its neighbours or under another item.
    """

    kind: ChangeKind
    before: str | None
    after: str | None
    before_path: str | None
    after_path: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    group: tuple[str, str]
    text: str


def difference(before: Content, after: Content, *, by_entry: bool = False) -> list[SentenceChange]:
    """Return every sentence of both documents once, in the order of `after`, removed ones where they stood.

    Equal texts are paired first (in order, so that repeated ones pair one to one), then the most alike sentences of the
    same item; what is left was added or removed. With `by_entry` a line has moved only among the lines of its own item
    or to another one: that a whole item or section moved is told by `field_changes`.
    """
    old, new = list(_places(before)), list(_places(after))
    pairs = _equal_pairs(old, new)
    pairs |= _alike_pairs(old, new, pairs)
    in_order = _in_order_by_entry(pairs, new) if by_entry else longest_run(pairs)
    changes: list[tuple[float, SentenceChange]] = []
    for index, place in enumerate(new):
        earlier = pairs.get(index)
        if earlier is None:
            change = SentenceChange("added", None, place.text, None, place.path)
        else:
            was = old[earlier]
            same = was.text == place.text
            stays = index in in_order and was.group == place.group
            kind: ChangeKind = "changed" if not same else "unchanged" if stays else "moved"
            change = SentenceChange(kind, was.text, place.text, was.path, place.path)
        changes.append((index, change))
    taken = {earlier: index for index, earlier in pairs.items()}
    position = -1.0
    for index, place in enumerate(old):
        if index in taken:
            position = taken[index]
        else:
            changes.append((position + 0.5, SentenceChange("removed", place.text, None, place.path, None)))
    changes.sort(key=lambda entry: entry[0])
    return [change for _, change in changes]


def changes_between(before: Content, after: Content) -> list[SentenceChange]:
    """Return what `difference` returns but for what stayed; a change is named by its place in this list."""
    return [change for change in difference(before, after) if change.kind != "unchanged"]


def without_changes(before: Content, after: Content, refused: Collection[int]) -> Content:
    """Return `after` with the refused changes taken back: old wordings, lost lines and old places return.

    `refused` are places in `changes_between(before, after)`; unknown ones are ignored. What the refusal leaves empty
    goes too.
    """
    content = deepcopy(after)
    put_back(before, content, [one for index, one in enumerate(changes_between(before, after)) if index in refused])
    return content


def put_back(before: Content, content: Content, changes: Collection[SentenceChange]) -> None:
    """Take the changes back in `content`, whose lines stand where `after_path` says; what is left empty goes."""
    gone = {id(_sentence(content, change.after_path)) for change in changes if change.kind in ("added", "moved")}
    for change in changes:
        if change.kind == "changed" and change.after_path and change.before_path:
            at, item_at, index = _steps(change.after_path)
            content.sections[at].items[item_at].sentences[index] = deepcopy(_sentence(before, change.before_path))
    for section in content.sections:
        for item in section.items:
            item.sentences = [sentence for sentence in item.sentences if id(sentence) not in gone]
    back = [change.before_path for change in changes if change.kind in ("removed", "moved") and change.before_path]
    for path in sorted(back, key=_steps):
        at, item_at, index = _steps(path)
        home = _home(content, before.sections[at], at, before.sections[at].items[item_at], item_at)
        home.sentences.insert(min(index, len(home.sentences)), deepcopy(_sentence(before, path)))
    for section in content.sections:
        section.items = [item for item in section.items if item.sentences or item.item_id or item.organization]
    content.sections = [section for section in content.sections if section.items]


def _steps(path: str) -> tuple[int, int, int]:
    section, item, sentence = path.split("/")[1::2]
    return int(section), int(item), int(sentence)


def _sentence(content: Content, path: str | None) -> Sentence:
    section, item, index = _steps(path or "")
    return content.sections[section].items[item].sentences[index]


def _home(content: Content, section: Section, section_at: int, item: Item, item_at: int) -> Item:
    """Return the item of `content` that a line of `item` returns to, made anew where it is gone."""
    wanted = next((one for one in content.sections if (one.kind, one.title) == (section.kind, section.title)), None)
    if wanted is None and section.kind != "custom":
        # The heading may have been changed by hand.
        wanted = next((one for one in content.sections if one.kind == section.kind), None)
    if wanted is None:
        wanted = replace(section, items=[])
        content.sections.insert(min(section_at, len(content.sections)), wanted)
    found = next((one for one in wanted.items if _group(section, one) == _group(section, item)), None)
    if found is None:
        found = replace(item, sentences=[])
        wanted.items.insert(min(item_at, len(wanted.items)), found)
    return found


def _group(section: Section, item: Item) -> tuple[str, str]:
    return section.kind, item.item_id or f"{item.title}|{item.organization}"


def _places(content: Content) -> Iterator[_Place]:
    for section_index, section in enumerate(content.sections):
        for item_index, item in enumerate(section.items):
            group = _group(section, item)
            for index, sentence in enumerate(item.sentences):
                path = f"sections/{section_index}/items/{item_index}/sentences/{index}"
                yield _Place(path, group, sentence.text)


def _equal_pairs(old: list[_Place], new: list[_Place]) -> dict[int, int]:
    free: dict[tuple[tuple[str, str] | None, str], list[int]] = {}
    for index, place in enumerate(old):
        free.setdefault((place.group, place.text), []).append(index)
    pairs: dict[int, int] = {}
    for index, place in enumerate(new):
        same_item = free.get((place.group, place.text))
        if same_item:
            pairs[index] = same_item.pop(0)
    elsewhere: dict[str, list[int]] = {}
    for (_, text), indices in free.items():
        elsewhere.setdefault(text, []).extend(indices)
    for index, place in enumerate(new):
        if index not in pairs and elsewhere.get(place.text):
            pairs[index] = elsewhere[place.text].pop(0)
    return pairs


def _alike_pairs(old: list[_Place], new: list[_Place], pairs: dict[int, int]) -> dict[int, int]:
    used = set(pairs.values())
    scored = [
        (-fuzz.token_sort_ratio(was.text, place.text), index, earlier)
        for index, place in enumerate(new)
        if index not in pairs
        for earlier, was in enumerate(old)
        if earlier not in used and was.group == place.group
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, index, earlier in sorted(scored):
        if -score >= _ALIKE and index not in found and earlier not in taken:
            found[index] = earlier
            taken.add(earlier)
    return found


def _in_order_by_entry(pairs: dict[int, int], new: list[_Place]) -> set[int]:
    groups: dict[tuple[str, str], dict[int, int]] = {}
    for index, earlier in pairs.items():
        groups.setdefault(new[index].group, {})[index] = earlier
    return {index for group in groups.values() for index in longest_run(group)}


def longest_run(pairs: dict[int, int]) -> set[int]:
    """Return the indices of the longest run of pairs that kept their order: the rest moved."""
    ordered = sorted(pairs)
    length, previous = [1] * len(ordered), [-1] * len(ordered)
    for here in range(len(ordered)):
        for there in range(here):
            if pairs[ordered[there]] < pairs[ordered[here]] and length[there] + 1 > length[here]:
                length[here], previous[here] = length[there] + 1, there
    kept: set[int] = set()
    here = max(range(len(ordered)), key=lambda index: length[index], default=-1)
    while here >= 0:
        kept.add(ordered[here])
        here = previous[here]
    return kept
