"""Right-to-left text: joined Arabic letters, and the visual order of a line.

Arabic letters are drawn by their presentation forms (Unicode blocks FB50 and FE70): ordinary characters with a
compatibility decomposition, so that no shaping engine is needed and readers fold them back. The order follows UAX #9
without explicit embeddings, which `words.clean` removes.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache

_STRONG = {"L", "R", "AL"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_LAM = "\u0644"


def is_right_to_left(text: str) -> bool:
    """Tell whether the first strong character of `text` is written from right to left."""
    return next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L") != "L"


def has_right_to_left(text: str) -> bool:
    """Tell whether any character of `text` is written from right to left."""
    return any(char >= "\u0590" and unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)


def is_unjoined(char: str) -> bool:
    """Tell whether `char` is a letter that `join` left as it was, because it has no presentation forms."""
    return "\u0620" <= char <= "\u06d3" and unicodedata.category(char) == "Lo"


def joined(text: str) -> str:
    """Return `text` with every word joined (see `join`)."""
    return " ".join(map(join, text.split(" "))) if has_right_to_left(text) else text


def join(word: str) -> str:
    """Return `word` with its Arabic letters in the forms that their neighbours ask for, in the order of reading."""
    if not any("\u0620" <= char <= "\u06d3" for char in word):
        return word
    forms = _forms()
    bases = [index for index, char in enumerate(word) if unicodedata.category(char) != "Mn"]
    shaped = [""] * len(word)
    skip = -1
    for place, index in enumerate(bases):
        if index == skip:
            continue
        char = word[index]
        before = word[bases[place - 1]] if place else ""
        after = word[bases[place + 1]] if place + 1 < len(bases) else ""
        ligature = forms.get(char + after) if char == _LAM and after else None
        if ligature:
            skip = bases[place + 1]
            after = word[bases[place + 2]] if place + 2 < len(bases) else ""
        table = ligature or forms.get(char, {})
        to_right = "initial" in forms.get(before, {}) and bool(table)
        to_left = "initial" in table and "final" in forms.get(after, {})
        wanted = {(False, False): "isolated", (False, True): "initial", (True, False): "final", (True, True): "medial"}
        shaped[index] = table.get(wanted[to_right, to_left], char)
    for index, char in enumerate(word):
        if unicodedata.category(char) == "Mn":
            shaped[index] = char
    return "".join(shaped)


def visual_order(text: str, *, right_to_left: bool) -> list[tuple[int, str]]:
    """Return the characters of a line from left to right as (index in `text`, character as drawn)."""
    levels = _levels(text, int(right_to_left))
    clusters: list[list[int]] = []
    for index, char in enumerate(text):
        if clusters and unicodedata.category(char) == "Mn":
            clusters[-1].append(index)
        else:
            clusters.append([index])
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(clusters):
            end = start
            while end < len(clusters) and levels[clusters[end][0]] >= level:
                end += 1
            clusters[start:end] = clusters[start:end][::-1]
            start = max(end, start + 1)
    return [
        (index, text[index].translate(_MIRRORED) if levels[index] % 2 else text[index])
        for cluster in clusters
        for index in cluster
    ]


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the presentation forms by letter (or lam and alef), each by its place in a word."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)):
        place, _, letters = unicodedata.decomposition(chr(code)).partition("> ")
        text = "".join(chr(int(letter, 16)) for letter in letters.split())
        if text and (len(text) == 1 or (len(text) == 2 and text[0] == _LAM)):
            forms.setdefault(text, {}).setdefault(place.removeprefix("<"), chr(code))
    return forms


def _levels(text: str, base: int) -> list[int]:
    kinds = _resolved(text, base)
    levels = []
    for kind in kinds:
        if base == 0:
            levels.append({"R": 1, "AN": 2, "EN": 2}.get(kind, 0))
        else:
            levels.append(1 if kind == "R" else 2)
    for index in range(len(text) - 1, -1, -1):
        if text[index] != " ":
            break
        levels[index] = base
    return levels


def _resolved(text: str, base: int) -> list[str]:
    """Return the kind of each character as L, R, EN or AN (UAX #9, rules W1 to W7, N1 and N2)."""
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    strong = "R" if base else "L"
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kinds[index - 1] if index else strong
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        if kinds[index] in _STRONG:
            strong = kinds[index]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _join_numbers(kinds)
    strong = "R" if base else "L"
    for index, kind in enumerate(kinds):
        if kind == "EN" and strong == "L":
            kinds[index] = "L"
        elif kind in _STRONG:
            strong = kind
    return _neutrals(kinds, "R" if base else "L")


def _join_numbers(kinds: list[str]) -> None:
    """Make signs inside and beside numbers part of them (rules W4 and W5)."""
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))):
            kinds[index] = before
    for index in range(1, len(kinds)):
        if kinds[index] == "ET" and kinds[index - 1] == "EN":
            kinds[index] = "EN"
    for index in range(len(kinds) - 2, -1, -1):
        if kinds[index] == "ET" and kinds[index + 1] == "EN":
            kinds[index] = "EN"


def _neutrals(kinds: Sequence[str], base: str) -> list[str]:
    resolved = list(kinds)
    index = 0
    while index < len(resolved):
        if resolved[index] in ("L", "R", "EN", "AN"):
            index += 1
            continue
        end = index
        while end < len(resolved) and resolved[end] not in ("L", "R", "EN", "AN"):
            end += 1
        before = _side(resolved[index - 1]) if index else base
        after = _side(resolved[end]) if end < len(resolved) else base
        resolved[index:end] = [before if before == after else base] * (end - index)
        index = end
    return resolved


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
