"""How a skill that the candidate names in passing is written where it stands by itself."""

from app.domain.text.skills import Lexicon


def named_as(text: str, lexicon: Lexicon) -> str:
    """Return `text` as the name of a skill: "python" as "Python", "distributed system" as "distributed systems".

    Empty where it is a mere everyday word for the skill ("backend"), which says nothing by itself.
    """
    entry = lexicon.get(text)
    if entry is None:
        return text
    name = entry.name
    words = text.split()
    if len(words) > 1 and words[0].istitle() and name.istitle() and all(word.islower() for word in words[1:]):
        text = text.lower()
    if not text.islower():
        return text
    if name.casefold() == text:
        return text if " " in text and name.istitle() else name
    if name.casefold().rstrip("s") == text.rstrip("s"):
        return name.lower() if name.istitle() else name
    return text if " " in text or "-" in text else ""
