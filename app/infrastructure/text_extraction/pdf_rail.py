"""Section headings in the margin: a rail of few short words beside the text they head.

Read row by row, such a heading would stand in one line with the first job under it. It gets a line of its own above.
"""

from app.infrastructure.text_extraction.pdf_glyphs import Fragment

Row = list[Fragment]
_MIN_GROUPS = 2
_MAX_WORDS = 3
_MAX_SHARE = 0.5  # of the rows; labels on every row are a table
_NEAR, _MIN_WIDTH = 3.0, 40.0  # points
_TRIES = 6


def split_rail(rows: list[Row]) -> list[Row]:
    """Return the rows with the headings of a rail as rows of their own; the rows as they are when there is no rail."""
    leftmost = min((row[0].x0 for row in rows), default=0.0)
    beside = sorted({row[1].x0 for row in rows if len(row) > 1 and row[0].x0 - leftmost < _NEAR})
    for edge in beside[:_TRIES]:
        if edge - leftmost >= _MIN_WIDTH:
            split = _split_beside(rows, leftmost, edge)
            if len(split) > len(rows):
                return split
    return rows


def _split_beside(rows: list[Row], leftmost: float, edge: float) -> list[Row]:
    out: list[Row] = []
    start = 0
    for place in range(len(rows) + 1):
        if place == len(rows) or _crosses(rows[place][0], leftmost, edge):
            out.extend(_split(rows[start:place], edge))
            out.extend(rows[place : place + 1])
            start = place + 1
    return out


def _crosses(piece: Fragment, leftmost: float, edge: float) -> bool:
    """Whether a row belongs neither to the rail nor to the text beside it."""
    return piece.x0 < edge - _NEAR and (piece.x0 - leftmost > _NEAR or piece.x1 > edge)


def _split(rows: list[Row], edge: float) -> list[Row]:
    marginal = [place for place, row in enumerate(rows) if row[0].x0 < edge - _NEAR]
    groups = _groups(rows, marginal)
    short = all(
        len(rows[place][0].text.split()) <= _MAX_WORDS and not any(map(str.isdigit, rows[place][0].text))
        for place in marginal
    )
    if not short or len(groups) < _MIN_GROUPS or len(marginal) > _MAX_SHARE * len(rows):
        return rows
    out: list[Row] = []
    firsts = {group[0]: group for group in groups}
    for place, row in enumerate(rows):
        if place in firsts:
            out.append([_merged([rows[member][0] for member in firsts[place]])])
        rest = row[1:] if place in marginal else row
        if rest:
            out.append(rest)
    return out


def _groups(rows: list[Row], marginal: list[int]) -> list[list[int]]:
    """Consecutive marginal rows of one heading that goes over several lines."""
    groups: list[list[int]] = []
    for place in marginal:
        last = rows[groups[-1][-1]][0] if groups else None
        piece = rows[place][0]
        if last is not None and place - groups[-1][-1] <= 2 and last.y - piece.y < 1.7 * piece.size:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _merged(pieces: list[Fragment]) -> Fragment:
    first = pieces[0]
    return Fragment(
        " ".join(piece.text for piece in pieces),
        first.x0,
        max(piece.x1 for piece in pieces),
        first.y,
        first.size,
        all(piece.bold for piece in pieces),
        first.order,
        first.angle,
    )
