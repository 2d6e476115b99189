"""Where somebody wants a section: projects first, education before experience, languages last."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.domain.regex import regex
from app.domain.text.document import SectionKind

_SECTIONS: tuple[tuple[SectionKind, str], ...] = (
    ("summary", r"summary|profile|about me|profil|resumen"),
    ("skills", r"skills?|technologies|competenc(?:i|)es|kenntnisse|compétences|competencias"),
    ("experience", r"(?:work )?experiences?|(?:work|employment) history|jobs|berufserfahrung|expérience|experiencia"),
    ("projects", r"projects?|projekte|projets|proyectos"),
    ("education", r"education|studies|degrees?|ausbildung|formation|formación"),
    ("certifications", r"certifications?|certificates?|zertifikate|certificaciones"),
    ("languages", r"languages?|sprachen|langues|idiomas"),
    ("custom", r"additional information|other sections?|extras"),
)
_NAME = "|".join(words for _, words in _SECTIONS)
_ASIDE = r"(?:my |the |meine |mes |mis )?"
_PLACE = regex(
    rf"^(?:please |and |then )*(?:put|move|place|show|list|bring|have)? ?{_ASIDE}(?P<what>{_NAME})(?: sections?)?"
    rf"(?: (?:should |to )?(?:come|go|be|stand))?"
    rf"(?: (?P<first>first|up|to the top|at the top|on top|up front)"
    rf"|(?: right| directly)? (?P<side>before|above|ahead of|after|below|under|behind|vor|nach) {_ASIDE}"
    rf"(?P<other>{_NAME})(?: sections?)?"
    rf"| (?P<last>last|down|to the (?:end|bottom)|at the (?:end|bottom)))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placing:
    """One wish for the order of sections; `other` is whom `before` and `after` speak of."""

    kind: SectionKind
    where: Literal["first", "last", "before", "after"]
    other: SectionKind | None = None


def read_placing(wish: str) -> Placing | None:
    """Return the place that a wish names, or nothing where it speaks of something else."""
    match = _PLACE.match(" ".join(wish.split()))
    if match is None:
        return None
    kind = _kind(match["what"])
    if match["first"]:
        return Placing(kind, "first")
    if match["last"]:
        return Placing(kind, "last")
    other = _kind(match["other"])
    before = match["side"].casefold() in ("before", "above", "ahead of", "vor")
    return Placing(kind, "before" if before else "after", other) if other != kind else None


def placed(order: Sequence[SectionKind], wishes: Iterable[Placing]) -> tuple[SectionKind, ...]:
    """Return the order after all wishes, the latest counting most. First is first behind the summary."""
    kinds = list(order)
    for wish in wishes:
        kinds.remove(wish.kind)
        if wish.other is not None:
            kinds.insert(kinds.index(wish.other) + (wish.where == "after"), wish.kind)
        elif wish.where == "last":
            kinds.append(wish.kind)
        else:
            kinds.insert(1 if kinds[0] == "summary" else 0, wish.kind)
    return tuple(kinds)


def _kind(name: str) -> SectionKind:
    return next(kind for kind, words in _SECTIONS if re.fullmatch(words, name, re.IGNORECASE))
