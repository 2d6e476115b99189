"""How a skill that the candidate names in passing is written where it stands by itself."""

import re

from app.domain.regex import regex
from app.domain.text.skills import Lexicon

# "Software engineers" shows that someone did software engineering, but it is not what the skill is called.
_PERSON = regex(r"(?:er|or|ist|yst|ant|ian|eur|ière|in|innen)s?$", re.IGNORECASE)


def named_as(text: str, lexicon: Lexicon) -> str:
    """Return `text` as the name of a skill: "python" as "Python", "distributed system" as "distributed systems".

    Empty where it is an everyday word for the skill ("backend") or names a person ("software engineers").
    """
    entry = lexicon.get(text)
    if entry is None:
        return text
    name = entry.name
    words = text.split()
    named = {word.rstrip("s") for word in re.findall(r"\w+", name.casefold())}
    if (
        _PERSON.search(words[-1])
        and not {word.rstrip("s") for word in re.findall(r"\w+", words[-1].casefold())} <= named
    ):
        return ""
    if len(words) > 1 and words[0].istitle() and name.istitle() and all(word.islower() for word in words[1:]):
        text = text.lower()
    if name.casefold() == text.casefold():
        return text if " " in text and name.istitle() else name
    if not text.islower():
        return text
    if name.casefold().rstrip("s") == text.rstrip("s"):
        return name.lower() if name.istitle() else name
    return text if " " in text or "-" in text else ""
