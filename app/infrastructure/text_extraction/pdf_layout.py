"""Reading order: fragments of a page into rows, column by column.

The idea of the XY-cut (Nagy and Seth, 1984) with two changes that resumes need. A gutter is looked for where several
fragments share a left edge, so that it may end at a heading that spans the page. And whether the two sides are columns
(read one after the other) or a grid (labels, dates: read row by row) is decided by the order in which they were drawn
and by whether their baselines agree, because a sorted page merges columns and an unsorted one splits dates from jobs.
"""

from collections import Counter
from itertools import pairwise

from app.infrastructure.text_extraction.pdf_glyphs import Fragment
from app.infrastructure.text_extraction.pdf_rail import split_rail

Row = list[Fragment]
_MIN_SIDE = 3  # rows that a column needs
_BIN = 3.0  # points
_STRIP = 8.0  # points; the gutters of real columns are 12 and more
_BLOCK_HEAD = 3
_MAX_DEPTH = 8
_MAX_FRAGMENTS = 6_000  # of a page; beyond, rows are read straight


def reading_order(fragments: list[Fragment], width: float) -> list[list[Row]]:
    """Return blocks of rows in reading order; the fragments of a row run left to right."""
    upright = [fragment for fragment in fragments if fragment.angle == 0]
    blocks: list[list[Row]] = []
    if upright:
        if len(upright) > _MAX_FRAGMENTS:
            blocks.append(rows_of(upright))
        else:
            _cut(upright, width, blocks, 0)
    for angle in (1, 2, 3):
        turned = [fragment for fragment in fragments if fragment.angle == angle]
        if turned:
            blocks.append(rows_of(turned))
    return blocks


def rows_of(fragments: list[Fragment]) -> list[Row]:
    """Return the fragments in rows from top to bottom: equal baselines, within a third of the smaller type size."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y, f.x0)):
        for row in reversed(rows[-3:]):
            near = all(abs(other.y - fragment.y) <= 0.35 * min(other.size, fragment.size) + 0.3 for other in row)
            if near and not any(_overlap(other, fragment) for other in row):
                row.append(fragment)
                break
        else:
            rows.append([fragment])
    for row in rows:
        row.sort(key=lambda f: f.x0)
    rows.sort(key=lambda row: -max(row, key=lambda f: f.size).y)
    return rows


def _overlap(one: Fragment, other: Fragment) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.4 * min(one.x1 - one.x0, other.x1 - other.x0) + 0.5


def _cut(fragments: list[Fragment], width: float, blocks: list[list[Row]], depth: int) -> None:
    rows = rows_of(fragments)
    found = _best_gutter(rows, width) if depth < _MAX_DEPTH else None
    if found is None:
        if rows:
            blocks.append(split_rail(rows))
        return
    x, first, last = found
    above = [fragment for row in rows[:first] for fragment in row]
    left = [fragment for row in rows[first:last] for fragment in row if fragment.x0 < x]
    right = [fragment for row in rows[first:last] for fragment in row if fragment.x0 >= x]
    below = [fragment for row in rows[last:] for fragment in row]
    sides = [left, right]
    # The right side comes first only where it was drawn first and carries the largest words, which are the name.
    named = max(f.size for f in right) > 1.3 * max(f.size for f in left)
    if named and _hops(left, right) <= 1 and min(f.order for f in right) < min(f.order for f in left):
        sides.reverse()
    for part in (above, *sides, below):
        if part:
            _cut(part, width, blocks, depth + 1)


def _best_gutter(rows: list[Row], width: float) -> tuple[float, int, int] | None:
    """Return (x, first row, end row) of the gutter that divides the most rows into two columns."""
    best: tuple[int, float, int, int] | None = None
    for x in sorted({*_edges(rows), *_strips(rows)}):
        for start, end in _free_runs(rows, x):
            last = _common_end(rows, start, end, x)
            first = _below_header(rows, _common_start(rows, start, last, x), last, x)
            if last - first < _MIN_SIDE or not _is_columns(rows[first:last], x, width):
                continue
            weight = sum(len(row) for row in rows[first:last])
            if best is None or weight > best[0]:
                best = (weight, x, first, last)
    return None if best is None else best[1:]


def _edges(rows: list[Row]) -> list[float]:
    """Left edges that three or more fragments share and that begin something right of other text."""
    starts = sorted(fragment.x0 for row in rows for fragment in row)
    leftmost = starts[0] if starts else 0.0
    edges: list[float] = []
    group: list[float] = []
    for start in [*starts, float("inf")]:
        if group and start - group[0] > 3.0:
            if len(group) >= _MIN_SIDE and group[0] - leftmost > 30.0:
                edges.append(group[0] - 1.0)
            group = []
        group.append(start)
    return edges


def _strips(rows: list[Row]) -> list[float]:
    """Middles of the vertical strips that next to nothing crosses: gutters beside centred or ragged text."""
    fragments = [fragment for row in rows for fragment in row]
    if not fragments:
        return []
    start, end = min(f.x0 for f in fragments), max(f.x1 for f in fragments)
    bins = [0] * (int((end - start) / _BIN) + 2)
    for fragment in fragments:
        for place in range(int((fragment.x0 - start) / _BIN), int((fragment.x1 - start) / _BIN) + 1):
            bins[place] += 1
    few = max(1, len(rows) // 12)
    strips: list[float] = []
    begin: int | None = None
    for place, count in enumerate(bins):
        if count <= few and begin is None:
            begin = place
        elif count > few and begin is not None:
            if (place - begin) * _BIN >= _STRIP and begin * _BIN > 30.0:
                strips.append(start + (begin + place) * _BIN / 2)
            begin = None
    return strips


def _common_end(rows: list[Row], first: int, last: int, x: float) -> int:
    """Where the run ends without the rows that belong to what crosses the gutter right below them.

    Those are up to three rows (a heading and a table's head) behind a clear gap, or left-hand rows alone.
    """
    if last == len(rows):
        return last

    def flows(place: int) -> bool:
        return rows[place - 1][0].y - rows[place][0].y < 2.2 * max(rows[place - 1][0].size, rows[place][0].size)

    end = last
    while end - 1 > first and flows(end):
        end -= 1
    if last - end <= _BLOCK_HEAD:
        return end
    end = last
    while end - 1 > first and all(f.x0 < x for f in rows[end - 1]):
        end -= 1
    return end if flows(last) else last


def _free_runs(rows: list[Row], x: float) -> list[tuple[int, int]]:
    """Runs of rows that nothing crosses at `x`."""
    runs: list[tuple[int, int]] = []
    start = 0
    for place, row in enumerate(rows):
        if any(fragment.x0 < x - 1.0 and fragment.x1 > x + 1.0 for fragment in row):
            if place > start:
                runs.append((start, place))
            start = place + 1
    if len(rows) > start:
        runs.append((start, len(rows)))
    return runs


def _common_start(rows: list[Row], first: int, last: int, x: float) -> int:
    """The row where both sides have begun: one-sided rows above head the whole block (a name, a full-width heading)."""

    def sided(row: Row) -> set[bool]:
        return {fragment.x0 >= x for fragment in row}

    lowest_start = max(
        (next((p for p in range(first, last) if side in sided(rows[p])), last) for side in (False, True)), default=last
    )
    if lowest_start >= last:
        return last
    top = lowest_start
    while top > first and (_touches(rows[top - 1], rows[top]) or sided(rows[top - 1]) == {True}):
        top -= 1
    return top


def _below_header(rows: list[Row], first: int, last: int, x: float) -> int:
    """Leave a contact line above the columns out: it stands apart and its words keep no column's left edge."""
    if last - first < _MIN_SIDE + 1:
        return first
    starts = Counter(round(min(f.x0 for f in row if f.x0 >= x)) for row in rows[first:last] if row[-1].x0 >= x)
    edge, count = starts.most_common(1)[0] if starts else (0, 0)
    right = [f.x0 for f in rows[first] if f.x0 >= x]
    apart = rows[first][0].y - rows[first + 1][0].y > 1.7 * rows[first][0].size
    if apart and count >= _MIN_SIDE and right and len(right) < len(rows[first]) and abs(min(right) - edge) > 4.0:
        return first + 1
    return first


def _touches(upper: Row, lower: Row) -> bool:
    """Whether two rows stand so close that they belong to one block."""
    size = max(fragment.size for fragment in [*upper, *lower])
    return upper[0].y - lower[0].y < 1.6 * size and abs(upper[0].size - lower[0].size) < 0.25 * size


def _hops(left: list[Fragment], right: list[Fragment]) -> int:
    sides = sorted([(f.order, 0) for f in left] + [(f.order, 1) for f in right])
    return sum(1 for one, other in pairwise(sides) if one[1] != other[1])


def _is_columns(rows: list[Row], x: float, width: float) -> bool:
    left_rows = [row for row in rows if any(f.x0 < x for f in row)]
    right_rows = [row for row in rows if any(f.x0 >= x for f in row)]
    if len(left_rows) < _MIN_SIDE or len(right_rows) < _MIN_SIDE:
        return False
    left = [f for row in rows for f in row if f.x0 < x]
    right = [f for row in rows for f in row if f.x0 >= x]
    hops = _hops(left, right)
    shared = sum(1 for row in rows if any(f.x0 < x for f in row) and any(f.x0 >= x for f in row))
    sparse = min(len(left_rows), len(right_rows))
    aligned = shared / sparse
    right_narrow = max(f.x1 for f in right) - x < 0.25 * width
    if (
        aligned > 0.9
        and len(left_rows) < 0.5 * len(right_rows)
        and max(f.x1 for f in left) - min(f.x0 for f in left) < 0.25 * width
    ):
        return False
    if hops <= 2:
        ends = sorted(max(f.x1 for f in row) for row in right_rows)
        flush = ends[-1] - ends[0] < 3.0
        return not (aligned > 0.9 and right_narrow and (flush or len(right_rows) < 0.6 * len(left_rows)))
    if aligned < 0.6:
        return True
    if hops <= max(4, sparse // 3) and aligned < 0.9:
        return True
    return _both_wrap(left, right, x, len(rows), len(left_rows), len(right_rows), width)


def _both_wrap(
    left: list[Fragment], right: list[Fragment], x: float, rows: int, left_rows: int, right_rows: int, width: float
) -> bool:
    """Two dense columns of running text that were drawn row by row."""
    if rows < 6 or min(left_rows, right_rows) < 0.75 * rows:
        return False
    for side in (left, right):
        start, end = min(f.x0 for f in side), max(f.x1 for f in side)
        span = end - start
        full = sum(1 for f in side if f.x1 - f.x0 > 0.7 * span)
        if span < 0.25 * width or full < 0.4 * len(side):
            return False
    return x > 0.0
