"""Spell a skill the ways people write it: hyphens, dots, plurals, British and American endings."""

import re
from collections.abc import Iterator

from app.domain.regex import regex
from app.domain.text.skills.folding import fold_name

_PAIR = 2
_PLURAL_FREE = regex(r"(?:s|ing|ment|ness|ics|ship|ism|ware|[0-9+#.])$")
_SINGULAR = regex(r"(?<=[a-z]{3})(?<![siu])s$")
_BRITISH = (
    (regex(r"iz(?=ation|ing\b|e\b|ed\b|er\b)"), "is"),
    (regex(r"\bmodeling\b"), "modelling"),
    (regex(r"\blabeling\b"), "labelling"),
    (regex(r"\bbehavior"), "behaviour"),
    (regex(r"\bcenter\b"), "centre"),
    (regex(r"\bcatalog\b"), "catalogue"),
    (regex(r"\bcolor\b"), "colour"),
    (regex(r"\blabor\b"), "labour"),
    (regex(r"\bprogram\b"), "programme"),
    (regex(r"\bfulfillment\b"), "fulfilment"),
    (regex(r"\bpediatric"), "paediatric"),
    (regex(r"\borthopedic"), "orthopaedic"),
    (regex(r"\bgynecolog"), "gynaecolog"),
    (regex(r"\banesthe"), "anaesthe"),
)


def spellings(name: str) -> Iterator[str]:
    """Yield the folded spellings of one name or alias, its own first; may repeat."""
    own = fold_name(name)
    yield own
    for worded in _endings(own):
        yield worded
        yield from _joints(worded)


def _endings(own: str) -> Iterator[str]:
    yield own
    if "&" in own:
        yield own.replace(" & ", " and ")
    if " and " in own:
        yield own.replace(" and ", " & ")
    phrase = " " in own
    if phrase and not _PLURAL_FREE.search(own) and own[-1].isascii():
        yield own[:-1] + "ies" if own.endswith("y") and own[-2] not in "aeo" else own + "s"
    if phrase and own.endswith("ies"):
        yield own[:-3] + "y"
    elif phrase and _SINGULAR.search(own):
        yield own[:-1]
    british = own
    for pattern, replacement in _BRITISH:
        british = pattern.sub(replacement, british)
    if british != own:
        yield british


def _joints(own: str) -> Iterator[str]:
    parts = re.split(r"[ -]", own)
    if len(parts) == _PAIR:
        yield from (" ".join(parts), "-".join(parts))
    elif len(parts) > _PAIR:
        yield from (" ".join(parts), "-".join(parts), "-".join(parts[:2]) + " " + " ".join(parts[2:]))
    if "-" in own:
        yield own.replace("-", "")
    if own.endswith(".js"):
        stem = own[:-3]
        yield from (f"{stem}js", f"{stem} js", f"{stem}-js", f"{stem} .js", f"{stem} . js", f"{stem}. js")
    elif own.startswith(".") or own.endswith("#"):
        yield f". {own[1:]}" if own.startswith(".") else f"{own[:-1]} #"
    elif "/" in own:
        yield own.replace("/", " / ")
        yield own.replace("/", "/ ")
