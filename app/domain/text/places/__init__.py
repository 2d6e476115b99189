"""A gazetteer of towns: what tells `Riverside Hospital, Sheffield` from `Baker, Hughes`."""

import unicodedata
from functools import cache
from importlib import resources

_LONGEST = 40
_SHORTEST_PART = 8


def is_town(text: str) -> bool:
    """Tell whether the whole of `text` is the name of a town, written as names are."""
    text = text.strip(" .")
    return text[:1].isupper() and len(text) <= _LONGEST and _folded(text) in _towns()


def _folded(text: str) -> str:
    """Small letters without accents, as the file has them."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return text.lower().replace("’", "'")


@cache
def _towns() -> frozenset[str]:
    lines = resources.files(__package__ or "").joinpath("towns.txt").read_text(encoding="utf-8").splitlines()
    names = {line for line in lines if line and not line.startswith("#")}
    # `Levallois` is what people call Levallois-Perret.
    return frozenset(names | {short for name in names if len(short := name.partition("-")[0]) >= _SHORTEST_PART})
