"""Whether an export says what it should: its words, their order, the contact data and the headings."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from app.domain.text.document import Content
from app.domain.text.render.printed import Arrangement, lines_of, printed, side_first
from app.domain.text.source import SourceText

WORDS_NEEDED = 0.995
"""Share of the words that must come back in order."""

_ARRANGEMENTS: tuple[Arrangement, ...] = ("role_first", "employer_first")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
_SHOWN_MISSING = 8


@dataclass(frozen=True, slots=True)
class ReadBack:
    """`ok` with no `problems`, or what did not come back. `words_in_order` is a share from 0 to 1."""

    ok: bool
    problems: tuple[str, ...]
    words_in_order: float


def read_back(extracted: SourceText, content: Content) -> ReadBack:
    """Compare what was read from an export of `content` with what it should say.

    Words are compared after NFKC and case folding; a word that a line break cut counts when its halves touch.
    """
    document = printed(content)
    # Readers differ in where the full stops and brackets of right-to-left lines go, and only there.
    bare = any(unicodedata.bidirectional(char) in ("R", "AL") for line in lines_of(document) for char in line)
    found = _words((line.text for line in extracted.lines), bare=bare)
    problems: list[str] = []
    if extracted.needs_ocr:
        problems.append("The file has no text layer")
    documents = [printed(content, way) for way in _ARRANGEMENTS]
    orders = {lines_of(one): None for way in documents for one in (way, side_first(way))}
    wordings = (_words(lines, bare=bare) for lines in orders)
    share, missing, gone = max((_in_order(words, found) for words in wordings), key=lambda result: result[0])
    squashed = "".join(found)
    if share < WORDS_NEEDED:
        problems.append(_told(missing, gone))
    contact = [document.name, *(anchor.text for anchor in document.contact)]
    problems += [
        f"The contact data “{text}” did not come back"
        for text in contact
        if "".join(_words([text], bare=bare)) not in squashed
    ]
    titles = [part.title for part in document.parts if part.title]
    problems += _missing_headings(titles, extracted)
    return ReadBack(not problems, tuple(problems), share)


def _told(missing: Sequence[str], gone: Sequence[str]) -> str:
    """Return the problem in words: text that is gone is worse than text that stands elsewhere."""
    shown = ", ".join(f"“{word}”" for word in (gone or missing)[:_SHOWN_MISSING])
    if gone:
        return f"{len(gone)} words did not come back: {shown}"
    return f"Every word came back, but {len(missing)} of them in another order, from {shown}"


def _missing_headings(titles: Sequence[str], extracted: SourceText) -> list[str]:
    """Return a problem for each heading that does not stand on lines of its own."""
    lines = [_squash(line.text) for line in extracted.lines]
    whole = set(lines)
    return [
        f"The heading “{title}” did not come back as a line of its own"
        for title in titles
        if (wanted := _squash(title)) not in whole
        and wanted
        and not any(_joined_equals(lines[index : index + 4], wanted) for index in range(len(lines)))
    ]


def _joined_equals(lines: Sequence[str], wanted: str) -> bool:
    return any("".join(lines[:count]) == wanted for count in range(2, len(lines) + 1))


def _in_order(expected: Sequence[str], found: Sequence[str]) -> tuple[float, list[str], list[str]]:
    """Return the share of `expected` that stands in `found` in order, the words that do not, and those nowhere else."""
    if not expected:
        return 1.0, [], []
    missing: list[str] = []
    left_over: list[str] = []
    start = found_start = 0
    equal = [code for code in LCSseq.opcodes(expected, found) if code.tag == "equal"]
    spans = [(code.src_start, code.dest_start, code.src_end, code.dest_end) for code in equal]
    for end, found_end, next_start, next_found_start in [*spans, (len(expected), len(found), 0, 0)]:
        between = found[found_start:found_end]
        lost = _not_in(expected[start:end], "".join(between))
        missing += lost
        if lost or end == start:
            left_over += between
        start, found_start = next_start, next_found_start
    elsewhere = Counter(left_over)
    gone = []
    for word in missing:
        if elsewhere[word] > 0:
            elsewhere[word] -= 1
        elif not any(word in other for other in left_over if len(other) > len(word)):
            gone.append(word)
    return 1 - len(missing) / len(expected), missing, gone


def _not_in(words: Sequence[str], text: str) -> list[str]:
    """Return those of `words` that do not stand in `text` one after the other."""
    missing: list[str] = []
    position = 0
    for word in words:
        at = text.find(word, position)
        if at < 0:
            missing.append(word)
        else:
            position = at + len(word)
    return missing


def _words(lines: Iterable[str], *, bare: bool = False) -> list[str]:
    """Return the comparable words of `lines`; `bare` takes the signs off both their ends."""
    words = [folded for line in lines for word in line.split() if (folded := _fold(word))]
    return [re.sub(r"^\W+|\W+$", "", word) for word in words] if bare else words


def _squash(text: str) -> str:
    return "".join(_words([text]))


def _fold(word: str) -> str:
    """Return the comparable form of `word`: signs that printing may drop (emoji, bullets, separators) are gone."""
    kept = "".join(
        char for char in word if unicodedata.category(char) not in {"So", "Sk", "Cf", "Cc", "Cs", "Co", "Cn"}
    )
    folded = unicodedata.normalize("NFKC", kept).translate(_DASHES).casefold()
    folded = re.sub(r"[\ufe00-\ufe0f\u20e3]", "", unicodedata.normalize("NFC", folded))
    # Readers take a hyphen at the end of a line for a broken word and drop it.
    return folded.rstrip("-") if any(char.isalnum() for char in folded) else ""
