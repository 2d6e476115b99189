"""Which postings are one and the same."""

from app.domain.regex import regex
from app.domain.text.posting import Posting

_WORD = regex(r"\w+")
_RUN = 4
_LONGEST = 20_000
# Of 82 real postings with a tenth of their sentences left out and others added, these find all (90% of them without
# their title); of the 3,321 pairs of different ones none is taken for the same (docs/vectors.md).
_SAME_TEXT = 0.75
_SAME_TEXT_AND_TITLE = 0.5


def is_same_posting(one: Posting, other: Posting) -> bool:
    """Tell whether both are nearly the same text, or much of it under the same title: employers repeat themselves."""
    shared = likeness(one.description, other.description)
    if shared >= _SAME_TEXT:
        return True
    titles = [_WORD.findall((posting.title or "").casefold()) for posting in (one, other)]
    return shared >= _SAME_TEXT_AND_TITLE and bool(titles[0]) and sorted(titles[0]) == sorted(titles[1])


def likeness(one: str, other: str) -> float:
    """Return the share of runs of four words that both texts have, 0-1 (Jaccard index), over 20,000 characters.

    Texts shorter than a run are alike when they are equal, case and punctuation aside.
    """
    runs = [_runs(text[:_LONGEST]) for text in (one, other)]
    together = runs[0] | runs[1]
    return len(runs[0] & runs[1]) / len(together) if together else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    if not words:
        return set()
    return {tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))}
