"""Verify one sentence against the facts it cites."""

import re
from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.document import DocumentType, Reason, Verdict
from app.domain.text.grounding.content import Findings, check_words
from app.domain.text.grounding.courtesy import judge_unsourced
from app.domain.text.grounding.figures import check_dates, check_figures, check_rates
from app.domain.text.grounding.ground import Claim, Ground, PostingContext, lay_ground, read_claim, reason
from app.domain.text.grounding.index import FactIndex
from app.domain.text.grounding.manner import check_manner
from app.domain.text.grounding.rank import check_rank
from app.domain.text.grounding.stems import LANGUAGES
from app.domain.text.skills import Lexicon

_LONGEST = 2000
_PUNCTUATION = regex(r"[\s\W_]+")


def verify_sentence(
    text: str,
    source_ids: Sequence[str],
    career_index: FactIndex,
    lexicon: Lexicon,
    *,
    document_type: DocumentType,
    context: PostingContext | None = None,
    language: str = "en",
) -> tuple[Verdict, list[Reason]]:
    """Return whether the facts `source_ids` bear `text` out, and why not.

    `unchecked` means that nothing speaks against the sentence but some of its words are beyond judgement.
    """
    if not re.search(r"[^\W_]", text):
        return "grounded", []
    letter = document_type == "cover_letter"
    if len(text) > _LONGEST:
        whole = any(_plain(text) == _plain(view.fact.text) for view in career_index.cited(source_ids, language))
        far = reason("content", _LONGEST, len(text), "The sentence is too long to verify")
        return ("grounded", []) if whole else ("ungrounded", [far])
    claim = read_claim(text, lexicon, language, letter=letter)
    ground = lay_ground(source_ids, career_index, language)
    ground.context = _context_words(context)
    if not source_ids:
        return judge_unsourced(claim, ground)
    missing = [source for source in source_ids if source not in career_index.facts]
    unstated = [source for source in missing if career_index.is_unstated_date(source)]
    if len(unstated) < len(missing) or len(missing) == len(source_ids):
        return "ungrounded", [
            reason(
                "source",
                0,
                len(text),
                f"There is no fact {next((one for one in missing if one not in unstated), missing[0])!r}",
            )
        ]
    if _verbatim(text, ground):
        return "grounded", []
    found = check_words(claim, ground)
    reasons = [
        *check_figures(claim, ground),
        *check_dates(claim, ground),
        *check_rates(claim, ground),
        *found.hard,
        *check_rank(claim, ground),
        *check_manner(claim, ground),
    ]
    return _verdict(claim, found, reasons, language)


def _verdict(claim: Claim, found: Findings, reasons: list[Reason], language: str) -> tuple[Verdict, list[Reason]]:
    if reasons:
        return "ungrounded", sorted(reasons, key=lambda one: (one.span, one.kind, one.message))
    if not found.loose:
        return "grounded", []
    loose = [reason("content", t.start, t.end, f"No cited fact speaks of “{t.text}”") for t in found.loose]
    if found.poor and language in LANGUAGES[:1]:
        return "ungrounded", loose
    return "unchecked", loose


def _context_words(context: PostingContext | None) -> frozenset[str]:
    if context is None:
        return frozenset()
    words = set(re.findall(r"[^\W_]+", context.text.lower()))
    words |= {keyword.lower() for keyword in context.keywords}
    return frozenset(words | {part for keyword in context.keywords for part in re.findall(r"[^\W_]+", keyword.lower())})


def _verbatim(text: str, ground: Ground) -> bool:
    """Tell whether `text` is a whole fact, or whole statements of one, word for word."""
    own = _plain(text)
    for view in ground.views:
        whole = _plain(view.fact.text)
        if own == whole:
            return True
        if own in whole and own in _runs(view.fact.text):
            return True
    return False


def _plain(text: str) -> str:
    return _PUNCTUATION.sub(" ", text.casefold()).strip()


def _runs(text: str) -> set[str]:
    parts = [part for part in re.split(r"(?<=[.!?;])\s+|\n+", text) if part.strip()]
    return {
        _plain(" ".join(parts[first:last]))
        for first in range(len(parts))
        for last in range(first + 1, min(len(parts), first + 12) + 1)
    }
