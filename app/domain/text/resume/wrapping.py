"""Tell sentences from headings, and rows that go on with a sentence from those that begin one."""

from app.domain.regex import regex
from app.domain.text.resume.rows import Row

_MAX_HEAD = 110
_LONG_END = regex(r"(?<![\w.])(?!corporation|limited|company)[a-z]{5,}\.$")
_SHORTEST = 24
"""Characters that even a narrow column holds: a shorter row did not end for lack of room."""
_STOP = (".", "!", "?", ";", ":", "。", "！", "？", "：")
_EAST = regex(r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff9f]")
_OPEN_END = regex(
    r"(?:[,&/(–—-]|\b(?:and|or|of|the|for|with|to|in|on|by|a|an|und|der|die|das|mit|für|von|et|de|la|le|les|des|y|en|con|para|e|do|da|di|per|van|voor|met))$"
)
ACTION = regex(
    r"(?:[A-Z][a-z]{2,}ed|Led|Built|Ran|Drove|Grew|Won|Wrote|Made|Cut|"
    r"Set|Oversaw|Taught|Held|Kept|Sold|Gave|Took|Brought|Sent)\b (?=\S)"
)
"""How a line begins that tells what somebody did: it starts anew, whatever the length of the line above."""
_NUMBERED = regex(r"\d{1,2}[.)] (?=[^\W\d_a-z])")
_YEAR_FIRST = regex(r"(?:19|20)\d\d\b[ ,:–-]+(?=[^\W_])")


def is_prose(text: str) -> bool:
    """Return whether `text` reads like a sentence rather than a heading line."""
    words = text.split()
    if len(words) > 16 or len(text) > _MAX_HEAD:
        return True
    if text.endswith("。"):
        return True
    if text.endswith(".") and (len(words) > 6 or (len(words) > 2 and _LONG_END.search(text))):
        return True
    small = sum(word[:1].islower() for word in words)
    return len(words) >= 7 and small * 2 > len(words)


def continues(above: Row, row: Row, width: int) -> bool:
    """Return whether `row` goes on with the sentence of the row above it."""
    if row.bullet or row.bold != above.bold or abs(row.size - above.size) > 0.6 or len(row.cells) > 2:
        return False
    if begins_entry(above, row):
        return False
    if above.soft or _OPEN_END.search(above.text):
        return True
    if row.text[:1].islower():
        return True
    if row.gap or (ACTION.match(row.text) and not above.bullet):
        return False
    full = width and len(above.text) >= max(width * 0.72, _SHORTEST)
    return bool(full) and not above.text.endswith(_STOP)


def begins_entry(above: Row, row: Row) -> bool:
    """Return whether `row` is the next of a list whose entries begin with a number, or each with its year."""
    return bool(_NUMBERED.match(row.text) or (_YEAR_FIRST.match(row.text) and _YEAR_FIRST.match(above.text)))


def join_wrapped(above: str, below: str, *, soft: bool = False) -> str:
    """Join two rows of one sentence; a hyphen at the end of the first keeps the words together."""
    if soft or (_EAST.match(above[-1:]) and _EAST.match(below[:1])):
        return above + below
    if above.endswith("-") and below[:1].islower():
        return above + below
    return f"{above} {below}"
