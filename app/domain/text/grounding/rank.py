"""Check titles and degrees as wholes: a limit dropped ("Assistant Manager" → "Manager"), a study not ended."""

import re
from collections.abc import Iterator

from app.domain.partial_date import earliest
from app.domain.regex import regex
from app.domain.text.document import Reason
from app.domain.text.grounding.ground import Claim, Ground, reason

_DONE = regex(
    r"\b(?:graduat(?:ed|e of|e in)|hold(?:s|ing)?|holder|completed|earned|obtained|received|"
    r"awarded|finished|possess\w*|qualified)\b",
    re.IGNORECASE,
)
_UNDERWAY = regex(
    r"\b(?:pursuing|studying|candidate|expected|in progress|student|current|ongoing|"
    r"undergraduate|enrolled|towards?|studies|reading for|will)\b"
, re.IGNORECASE)  # fmt: skip


def check_rank(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason where a claim takes the title without its limits, or the degree before its end."""
    yield from _dropped_limits(claim, ground)
    yield from _unfinished_study(claim, ground)


def _dropped_limits(claim: Claim, ground: Ground) -> Iterator[Reason]:
    words = claim.words
    said = {token.stem for token in claim.tokens}
    for view in (*ground.views, *ground.identity):
        if view.fact.field not in {"title", "headline"}:
            continue
        limits = [token for token in view.tokens if words.among("limiting", token.stem, token.lower)]
        if not limits or any(token.stem in said for token in limits):
            continue
        role = [token for token in view.tokens if token not in limits and len(token.lower) > 2]
        held = [token for token in claim.tokens if any(token.stem == part.stem for part in role)]
        needed = min(2, len({part.stem for part in role}))
        whole = bool(held) and len({token.stem for token in held}) >= needed
        if whole and _as_title(claim, held[0].start) and not _elsewhere(ground, view, role[0].stem):
            yield reason("title", held[0].start, held[-1].end, f"The title is “{view.fact.text}”")
            return


def _elsewhere(ground: Ground, own: object, stem: str) -> bool:
    others = [view for view in (*ground.views, *ground.identity) if view is not own and view.fact.field == "title"]
    return any(token.stem == stem for view in others for token in view.tokens)


def _as_title(claim: Claim, start: int) -> bool:
    before = claim.text[:start].rstrip().lower()
    return (
        not before
        or before.endswith((" a", " an", " as", " the", " was", ",", "|", "–", "-", ":", "."))
        or before in {"a", "an", "as", "the"}
    )


def _unfinished_study(claim: Claim, ground: Ground) -> Iterator[Reason]:
    done = _DONE.search(claim.text)
    if done is None or _UNDERWAY.search(claim.text):
        return
    index = ground.index
    for course in index.career.education:
        if not any(view.fact.item_id == course.id for view in ground.views):
            continue
        ended = course.end_date is not None and earliest(course.end_date) <= index.today
        if not ended and (course.end_date is not None or course.start_date is not None):
            yield reason("plan", done.start(), done.end(), "The cited study has not ended")
            return
