"""Tell places from other words, and cut a place off the end (or the front) of a heading line."""

import re
from functools import lru_cache

from app.domain.regex import regex
from app.domain.text.places import is_town
from app.domain.text.resume.folding import fold
from app.domain.text.resume.vocabulary.organizations import LEGAL_FORMS, ORGANIZATION_WORDS, SCHOOL_WORDS
from app.domain.text.resume.vocabulary.patterns import POSTCODE, STREET
from app.domain.text.resume.vocabulary.places import CITIES, COUNTRIES, REGIONS, REMOTE, US_STATES
from app.domain.text.resume.vocabulary.titles import TITLE_HEADS

_STREET_FIRST = regex(
    r"^\d+[\w-]* (?:[A-Z0-9][\w.]* ){1,3}?"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Way|Boulevard|Blvd|Court|Ct)\.? (?=[A-Z])"
)
_CJK_PLACE = regex(r"[\u4e00-\u9fff]{2,4}[都道府県市区省县](?:[\u4e00-\u9fff]{1,5}[市区町村县])?")
_HOUSE = regex(
    r"\W*\d+ ?[a-z]?\W*|\d{1,3}\W{0,2}\w{0,4}\W{0,2}[a-z]?|(?:apto?|ap|suite|unit|flat|floor|bloco|#)[. ].{0,12}"
)
_QUALIFIER = regex(r"\s*[(\[/]\s*(?:remote|hybrid|on-?site|home ?office|full remote)\s*[)\]]?\s*$", re.IGNORECASE)
_WORD = regex(r"[^\W\d_]+")
WITH_PLACE = frozenset({"university of california", "california state university", "state university of new york"})
"""Universities whose names go on with a place."""
_KNOWN = CITIES | COUNTRIES | REGIONS | REMOTE


@lru_cache(maxsize=8192)
def place_score(text: str) -> float:
    """Return how surely the whole of `text` is a place, 0 to 1."""
    text = _QUALIFIER.sub("", text).strip(" ,.;()[]")
    if not text or len(text) > 70 or "@" in text:
        return 0.0
    folded = fold(text)
    if folded in _KNOWN or _CJK_PLACE.fullmatch(text):
        return 1.0
    parts = [part.strip() for part in re.split(r",| / | - | – ", folded) if part.strip()]
    bare = [re.sub(r"\s+", " ", POSTCODE.sub("", part)).strip(" .") for part in parts]
    if not any(bare):
        return 0.0
    if len(bare) == 1:
        return _one_part(text, folded, bare[0])
    return _many_parts(text, bare)


def _one_part(text: str, folded: str, bare: str) -> float:
    if bare != folded and bare in _KNOWN:
        return 1.0
    city, slash, region = bare.partition("/")
    if slash and city.strip() in _KNOWN and (region.strip() in US_STATES or region.strip() in _KNOWN):
        return 1.0
    words = bare.split()
    if bare != folded and len(words) <= 3 and text[:1].isdigit() and re.match(r"(?:[a-z]{1,2}-)?\d{4,6} \D", folded):
        return 0.8
    last = text.split()[-1]
    # "Palo Alto CA": the state's code in capitals behind a capitalised name.
    if (
        len(words) > 1
        and len(last) == 2
        and last.isupper()
        and last.lower() in US_STATES
        and " ".join(words[:-1]) in CITIES
    ):
        return 0.9
    if folded.startswith(("greater ", "metro ")) or folded.endswith((" area", " metropolitan area")):
        return 0.8
    return 0.0


def _many_parts(text: str, bare: list[str]) -> float:
    bare = [part for part in bare if part]
    if not bare or len(bare) > 5 or any(re.search(r"[a-z]{3}\. ", part) for part in bare):
        return 0.0
    last, raw_last = bare[-1], text.split(",")[-1].strip(" .")
    head = bare[:-1]
    doubtful = [part for part in head if part not in _KNOWN]
    if any(_not_a_place(part) for part in doubtful):
        # "College Town, CA" is a place where an address is looked for.
        return 0.5 if len(head) == 1 and last in US_STATES and raw_last[:2].isupper() and not _titled(head[0]) else 0.0
    if len(head) > 1 and head[0] not in _KNOWN:
        # "Kaiser Permanente, Roseville, CA": more likely a name before its place than a part of town.
        return 0.5
    code = re.match(r"[A-Z]{2,3}\b", raw_last)
    if last in US_STATES and (code or not head):
        return 1.0
    if last in COUNTRIES or last in REGIONS:
        return 1.0 if all(len(part.split()) <= 4 for part in head) else 0.4
    if head and head[0] in CITIES and len(last.split()) <= 3 and not _not_a_place(last):
        return 0.9 if last in _KNOWN or len(last) <= 3 else 0.5
    return 1.0 if last in REMOTE and all(part in _KNOWN for part in head) else 0.0


def _titled(part: str) -> bool:
    return any(word in TITLE_HEADS or word in LEGAL_FORMS for word in part.replace(".", "").split())


def _not_a_place(part: str) -> bool:
    words = part.replace(".", ". ").split()
    if len(words) > 4:
        return True
    plain = [word.strip(".,") for word in words]
    return any(
        word in TITLE_HEADS
        or word in LEGAL_FORMS
        or word in SCHOOL_WORDS
        or word in ORGANIZATION_WORDS - {"city", "county", "park"}
        for word in plain
    )


def is_street(text: str) -> bool:
    """Return whether `text` reads like a street address line."""
    folded = fold(text)
    return any(character.isdigit() for character in folded) and STREET.search(folded) is not None


def cut_place(text: str) -> tuple[str, str]:
    """Return `text` without a place at its end (or front) and that place; the place is empty where there is none."""
    if place_score(text) >= 0.8:
        return "", text.strip(" ,")
    parts = text.split(",")
    if len(parts) > 8 or (len(parts) == 2 and fold(parts[0]).strip() in WITH_PLACE):
        return text, ""
    for count in (3, 2, 1):
        if count < len(parts):
            rest, tail = ",".join(parts[:-count]).strip(" ,"), ",".join(parts[-count:]).strip()
            if rest and place_score(tail) >= (0.8 if count < 3 else 0.9) and (count > 1 or _sure(tail)):
                return _cut_inner(rest, tail)
    for count in (2, 1):
        if count < len(parts):
            lead, rest = ",".join(parts[:count]).strip(), ",".join(parts[count:]).strip(" ,")
            if rest and place_score(lead) >= 0.9 and (count > 1 or _sure(lead)):
                return rest, lead
    name, comma, town = text.rpartition(",")
    if comma and name.strip() and is_town(town):
        return name.strip(" ,"), town.strip()
    return _cut_sentence_place(text)


def around_place(text: str) -> tuple[str, str, str]:
    """Return what stands before a place inside `text`, the place, and what stands after it; all empty where none is."""
    parts = text.split(",")
    for start in range(1, min(len(parts), 7) - 2):
        place = f"{parts[start].strip()}, {parts[start + 1].strip()}"
        if place_score(place) >= 0.9:
            return ",".join(parts[:start]).strip(), place, ",".join(parts[start + 2 :]).strip()
    return "", "", ""


def _cut_inner(rest: str, tail: str) -> tuple[str, str]:
    """`Northwind Technology. San Jose` before `, California`: the city stands behind a full stop."""
    before, stop, city = rest.rpartition(". ")
    if (
        stop
        and before
        and len(city.split()) <= 3
        and place_score(f"{city}, {tail}") >= 0.9
        and fold(tail) in REGIONS | COUNTRIES | US_STATES
    ):
        return before.strip(), f"{city}, {tail}"
    return rest, tail


def _cut_sentence_place(text: str) -> tuple[str, str]:
    for mark in (". ", " (", " in "):
        before, found, after = text.rpartition(mark)
        after = after.strip(" )")
        if found and before and place_score(after) >= 0.9 and (mark != " in " or _sure(after)):
            return before.strip(), after
    return text, ""


def _sure(text: str) -> bool:
    folded = fold(text).strip(" .")
    if folded in _KNOWN:
        return len(folded) > 2 or text.strip().isupper()
    return place_score(text) >= 0.8


def city_of(address: str) -> str:
    """Return `address` from its town on: the street, house and flat are left out."""
    parts = [part.strip() for part in re.split(r",|\s[·•|]\s|;", address) if part.strip()]
    parts = [_STREET_FIRST.sub("", part) or part for part in parts]
    streets = [number for number, part in enumerate(parts[:-1]) if is_street(part) or _HOUSE.fullmatch(fold(part))]
    return ", ".join(parts[streets[-1] + 1 :] if streets else parts)
