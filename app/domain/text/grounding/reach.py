"""Check how far a claim reaches: spread, levels of command, honours and places that the facts do not give."""

import re
from collections.abc import Iterator

from app.domain.regex import regex
from app.domain.text.document import Reason
from app.domain.text.grounding.ground import Claim, Ground, reason
from app.domain.text.grounding.stems import stem

_COMPOUND = regex(r"[^\W_]+(?:-[^\W_]+)+")
_ACROSS = regex(
    r"\b(?:across|throughout|entire|whole|for all|all over) (?:the |our |my |all |its )*([^\W\d_]+)", re.IGNORECASE
)
_OF_THE_YEAR = regex(r"\b[\w’']+ of the (?:year|month|quarter|week|season|term)\b", re.IGNORECASE)
_LEVEL = regex(
    r"\b(?:native(?! (?:app|code|mobile))|bilingual|fluent|fluently|conversational|intermediate|"
    r"mother tongue|[ABC][12](?= ?(?:level|$|[).,;]))|"
    r"muttersprach\w*|fließend|courant|fluido|nativo)\b",
    re.IGNORECASE,
)
_AT = regex(r"\b(?:bei|chez) (?:der |dem |den )?([A-ZÀ-Þ][^\W_]+(?: [A-ZÀ-Þ][^\W_]+)*)")


def check_compounds(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason for each hyphenated boast ("company-wide", "award-winning") that the facts do not write."""
    for match in _COMPOUND.finditer(claim.text):
        lower = match.group().lower()
        spaced = lower.replace("-", " ")
        if lower in ground.text or spaced in ground.text or lower.replace("-", "") in ground.text:
            continue
        for kind in ("superlative", "scope"):
            if lower in claim.words.plain.get(kind, frozenset()):
                yield reason(kind, match.start(), match.end(), f"“{match.group()}” goes beyond the facts")
                break


def check_reach(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason where a claim spreads over more than its facts say, and for an "… of the Year"."""
    cited: frozenset[str] = frozenset().union(*(view.keys for view in ground.views))
    for match in _ACROSS.finditer(claim.text):
        inside = [token for token in claim.tokens if match.start(1) <= token.start < match.end(1)]
        if inside and not any((claim.words.keys(token.stem) | {token.lower}) & cited for token in inside):
            yield reason("scope", match.start(), match.end(), f"“{match.group()}” reaches further than the facts")
    for match in _AT.finditer(claim.text):
        words = re.findall(r"[^\W_]+", match[1].lower())
        known = ground.written | ground.context | {token.lower for view in ground.identity for token in view.tokens}
        if not any(word in known for word in words):
            yield reason(
                "employer", match.start(1), match.end(1), f"“{match[1]}” is not where the cited facts happened"
            )
    for match in _LEVEL.finditer(claim.text):
        if not any(
            (claim.words.keys(stem(word)) | {word}) & ground.keys for word in [match.group().lower().replace(" ", "_")]
        ):
            yield reason("level", match.start(), match.end(), f"“{match.group()}” is not the level of the cited facts")
    for match in _OF_THE_YEAR.finditer(claim.text):
        if match.group().lower() not in ground.text:
            yield reason("award", match.start(), match.end(), f"No cited fact speaks of “{match.group()}”")
