"""Divide a section into its entries: which rows head one, which rows tell about it."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.regex import regex
from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.parts import names_title, title_strength, without_dates
from app.domain.text.resume.places import place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.wrapping import continues, is_prose, join_wrapped

_BODY_LABEL = regex(
    r"(?:key |main )?(?:responsibilities|duties|achievements|accomplishments|tasks|aufgaben|missions?|funciones)\s*:?",
    re.IGNORECASE,
)
_LABELLED = regex(
    r"(?!company|client|customer|employer|position|role|title|location|job|firma|arbeitgeber|entreprise|poste|empresa|puesto|cargo|azienda)"
    r"[^\W\d][\w &/-]{2,25}:\s",
    re.IGNORECASE,
)
_MAX_HEAD = 110
_MAX_BEFORE = 3


@dataclass(slots=True)
class Item:
    """A bullet, or a paragraph, of an entry; wrapped lines are joined."""

    text: str
    bullet: bool
    bold: bool = False


@dataclass(slots=True)
class Entry:
    """One role, study or project as it stands: head rows, dates, and what follows."""

    head: list[Row] = field(default_factory=list)
    dates: list[DateSpan] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Marked:
    row: Row
    kind: str
    """`head`, `dated` (a head with dates), `bullet`, `prose` or `more` (goes on from the row above)."""
    spans: tuple[DateSpan, ...] = ()


def split_entries(rows: list[Row], *, loose: bool = False) -> list[Entry]:
    """Return the entries of a section in order, with the body rows joined into items.

    `loose` lets a head without dates open an entry below bullets, though other heads have dates.
    """
    marked = _marked(rows)
    dated = sum(mark.kind == "dated" for mark in marked)
    runs = _runs(marked)
    before = _usual_offset(runs)
    entries: list[Entry] = []
    for number, (is_head, run) in enumerate(runs):
        if not is_head:
            _add_body(entries, run)
            continue
        following = runs[number + 1][1] if number + 1 < len(runs) else []
        _add_heads(
            entries, run, following, dated=dated > 0 and not (loose and _below_bullets(runs, number)), before=before
        )
    for entry in entries:
        entry.body = _items(entry.rows)
    return entries


def _below_bullets(runs: list[tuple[bool, list[_Marked]]], number: int) -> bool:
    above = runs[number - 1][1] if number else []
    following = runs[number + 1][1] if number + 1 < len(runs) else []
    return any(mark.kind == "bullet" for mark in above) and any(mark.kind == "bullet" for mark in following[:2])


def edge_spans(row: Row) -> list[DateSpan]:
    """Return the dates of `row` that stand at an edge of one of its cells, as the dates of an entry do."""
    found: list[DateSpan] = []
    for cell in row.cells:
        for span in find_dates(cell):
            before, after = cell[: span.begin].strip(" ([|,–—-·•:"), cell[span.stop :].strip(" )]|,.;–—-·•")
            if not span.ranged and cell.endswith(".") and len(before.split()) > 2:
                continue
            if not before or not after or place_score(after) >= 0.8 or _bracketed(cell, span):
                found.append(span)
    return found


def _bracketed(cell: str, span: DateSpan) -> bool:
    return cell[: span.begin].rstrip()[-1:] in "([|·•" and cell[span.stop :].lstrip()[:1] in ")]|·•" and span.ranged


def _marked(rows: list[Row]) -> list[_Marked]:
    singles = not any(span.ranged for row in rows if not row.bullet for span in edge_spans(row))
    width = max((len(row.text) for row in rows), default=0)
    marked: list[_Marked] = []
    for index, row in enumerate(rows):
        previous = marked[-1] if marked else None
        marked.append(
            _mark(row, previous, rows[index + 1] if index + 1 < len(rows) else None, singles=singles, width=width)
        )
    return marked


def _mark(row: Row, previous: _Marked | None, following: Row | None, *, singles: bool, width: int) -> _Marked:
    spans = tuple(edge_spans(row))
    rest = without_dates(row.text, None) if spans else row.text
    if row.bullet:
        if (
            spans
            and any(span.ranged for span in spans)
            and len(rest) < 70
            and names_title(rest)
            and not rest.endswith(".")
        ):
            return _Marked(row, "dated", spans)
        return _Marked(row, "bullet", spans)
    if spans and len(rest) <= _MAX_HEAD and _heads(row, rest, spans, previous, singles=singles):
        return _Marked(row, "dated", spans)
    in_body = previous is not None and previous.kind in {"bullet", "prose", "more"}
    if in_body and previous and continues(previous.row, row, width) and not _before_dates(row, following):
        return _Marked(row, "more")
    return _Marked(row, "prose" if is_prose(row.text) else "head")


def _before_dates(row: Row, following: Row | None) -> bool:
    """Whether `row` is a head over a row of dates, however full the row above it is."""
    if (
        following is None
        or following.bullet
        or row.text[:1].islower()
        or is_prose(row.text)
        or len(row.text) > _MAX_HEAD
    ):
        return False
    spans = edge_spans(following)
    return any(span.ranged for span in spans) and (
        abs(title_strength(row.text)) >= 1.0 or not without_dates(following.text)
    )


def _heads(row: Row, rest: str, spans: tuple[DateSpan, ...], previous: _Marked | None, *, singles: bool) -> bool:
    if any(span.ranged for span in spans):
        if (
            len(row.cells) == 1
            and row.text.endswith(".")
            and (bracket := re.search(r"[(\[][^()\[\]]{8,40}[)\]]", row.text))
        ):
            rest = row.text[: bracket.start()]
        return not (is_prose(rest) and rest.endswith(".") and len(row.cells) == 1 and len(rest) > 80)
    in_body = previous is not None and previous.kind in {"bullet", "prose", "more"}
    alone = len(rest) < 3 or len(row.cells) > 1 or row.text[: spans[0].begin].rstrip()[-1:] in tuple("|·•")
    if (
        in_body and not row.gap and not row.bold and not alone and continues(previous.row, row, 0)
        if previous
        else False
    ):
        return False
    named = names_title(rest) and not is_prose(rest)
    if named and (row.gap or not row.text[: spans[0].begin].strip()):
        return True
    return alone or (singles and not is_prose(rest)) or (row.bold and not is_prose(rest))


def _runs(marked: list[_Marked]) -> list[tuple[bool, list[_Marked]]]:
    runs: list[tuple[bool, list[_Marked]]] = []
    for mark in marked:
        is_head = mark.kind in {"head", "dated"}
        if not runs or runs[-1][0] != is_head:
            runs.append((is_head, []))
        runs[-1][1].append(mark)
    return runs


def _usual_offset(runs: list[tuple[bool, list[_Marked]]]) -> int:
    offsets = Counter(
        next(position for position, mark in enumerate(run) if mark.kind == "dated")
        for is_head, run in runs
        if is_head and any(mark.kind == "dated" for mark in run)
    )
    return min(offsets.most_common(1)[0][0], _MAX_BEFORE) if offsets else 0


def _add_heads(entries: list[Entry], run: list[_Marked], following: list[_Marked], *, dated: bool, before: int) -> None:
    anchors = [position for position, mark in enumerate(run) if mark.kind == "dated"]
    if not anchors:
        late = bool(following) and any(span.ranged for mark in following[:2] for span in mark.spans)
        if dated and not late and entries and not _heads_alone(run, entries[-1]):
            _add_body(entries, run)
        else:
            entries.append(Entry(head=[mark.row for mark in run][:4]))
            entries[-1].rows.extend(mark.row for mark in run[4:])
        return
    starts = [max(0, anchors[0] - _MAX_BEFORE)]
    while entries and starts[0] < anchors[0] and _LABELLED.match(run[starts[0]].row.text):
        starts[0] += 1
    head = run[max(0, anchors[0] - before)].row
    while entries and starts[0] < anchors[0] - before and head.bold and not run[starts[0]].row.bold:
        starts[0] += 1
    if starts[0]:
        _add_body(entries, run[: starts[0]])
    for last, anchor in pairwise(anchors):
        starts.append(max(last + 1, anchor - before))
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(run)
        block = run[start:stop]
        # Rows far below the dates are the beginning of the text, not of the head.
        block, labelled = _without_labelled(block, anchors[number] - start)
        cut = min(anchors[number] - start + 4, len(block))
        entries.append(
            Entry(head=[mark.row for mark in block[:cut]], dates=[span for mark in block for span in mark.spans])
        )
        entries[-1].rows.extend(mark.row for mark in [*labelled, *block[cut:]])


def _without_labelled(block: list[_Marked], anchor: int) -> tuple[list[_Marked], list[_Marked]]:
    """Take the rows behind the dates that tell something by a label (`Team: 5 people`) out of a head.

    What follows them is text too, once a title has been told.
    """
    kept: list[_Marked] = []
    labelled: list[_Marked] = []
    for at, mark in enumerate(block):
        told = _LABELLED.match(mark.row.text) or _BODY_LABEL.fullmatch(mark.row.text)
        if (at > anchor and told) or (labelled and any(names_title(one.row.text) for one in kept)):
            labelled.append(mark)
        else:
            kept.append(mark)
    return kept, labelled


def _heads_alone(run: list[_Marked], entry: Entry) -> bool:
    """Whether a head without dates opens an entry among dated ones: it looks like the last head and names a title."""
    first = run[0].row
    last = entry.head[0] if entry.head else None
    if last is None or not entry.rows:
        return last is None
    same = first.bold == last.bold and abs(first.size - last.size) < 0.3
    return (
        same
        and first.gap
        and first.bold
        and not first.text.endswith(":")
        and title_strength(" ".join(mark.row.text for mark in run)) >= 1.0
    )


def _add_body(entries: list[Entry], run: list[_Marked]) -> None:
    if not entries:
        entries.append(Entry())
    entry = entries[-1]
    for mark in run:
        row = mark.row
        if mark.spans and not entry.dates and len(row.cells) > 1:
            kept = tuple(cell for cell in row.cells if len(without_dates(cell)) > 2)
            entry.dates.extend(span for cell in row.cells for span in find_dates(cell) if len(without_dates(cell)) <= 2)
            row = row.with_text(" ".join(kept)) if kept else row
        entry.rows.append(row)


def _items(rows: list[Row]) -> list[Item]:
    """Join wrapped rows; rows that hold only the length of a stay fall away."""
    width = max((len(row.text) for row in rows), default=0)
    items: list[Item] = []
    above: Row | None = None
    for row in rows:
        text = (
            row.text
            if len(row.cells) == 1
            else " ".join(cell for cell in row.cells if without_dates(cell) or find_dates(cell))
        )
        if (not without_dates(text) and not find_dates(text)) or _BODY_LABEL.fullmatch(text):
            continue
        if above is not None and items and not row.bullet and continues(above, row, width):
            items[-1].text = join_wrapped(items[-1].text, text, soft=above.soft)
        else:
            items.append(Item(text, row.bullet, row.bold))
        above = row
    return items
