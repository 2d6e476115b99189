"""From a printed text back to the place in the content whose words it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.text.document import Sentence
from app.domain.text.render.words import clean


@dataclass(frozen=True, slots=True)
class Origin:
    """What a printed text shows from the character `start` on; below 0 where that began in the text before."""

    start: int
    path: str


Origins = tuple[Origin, ...]
"""The origins of one printed text, in order; none where they are not known."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """The place in the content with which a page begins; with `within`, its first words stand on the page before."""

    path: str
    within: bool = False


def origin_at(origins: Origins, character: int) -> PageStart | None:
    """Return what a line shows that begins with this character of a text; `None` where that is not known."""
    last = next((origin for origin in reversed(origins) if origin.start <= character), None)
    return PageStart(last.path, within=character > last.start) if last else None


def flowing(texts: Sequence[str], sentences: Iterable[tuple[str, Sentence]]) -> tuple[Origins, ...]:
    """Return the origins of `texts`: sentences, each with its path, set one after the other in lines of their own.

    Where the words are not those of the sentences, nothing is known.
    """
    lines: list[list[tuple[str, Origin]]] = [[]]
    for path, sentence in sentences:
        begun = False
        # The space that parts it from the next sentence ends its last line, also where that is empty.
        for number, piece in enumerate(f"{sentence.text} ".splitlines()):
            if number:
                lines.append([])
            if words := clean(piece):
                start = sum(len(before) + 1 for before, _ in lines[-1])
                lines[-1].append((words, Origin(start - 1 if begun else start, path)))
                begun = True
    filled = list(filter(None, lines))
    if [" ".join(words for words, _ in line) for line in filled] != list(texts):
        return ((),) * len(texts)
    return tuple(tuple(origin for _, origin in line) for line in filled)


def listed(texts: Sequence[str], origins: Sequence[Origins], *, start: int, gap: int) -> Origins:
    """Return the origins of one text that begins with `start` other characters, then has `texts`, `gap` apart."""
    found: list[Origin] = []
    for text, each in zip(texts, origins, strict=True):
        found += (Origin(start + origin.start, origin.path) for origin in each)
        start += len(text) + gap
    return tuple(found)
