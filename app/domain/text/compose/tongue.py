"""The language of the candidate's own sentences, told by their commonest words."""

from collections import Counter

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.options import WrittenLanguage

_WORD = regex(r"[^\W\d_]+")
_COMMON: dict[WrittenLanguage, frozenset[str]] = {
    "en": frozenset("the and of with for from to by which this their using were was across in on an at".split()),
    "de": frozenset("und der die das mit von für bei zur zum den dem sowie durch auf eine einer im".split()),
    "fr": frozenset("et le les des du dans pour avec une sur par aux au chez ainsi à l d".split()),
    "es": frozenset("y el los las del para con una por como desde sobre al hasta en".split()),
}
_LEAST_WORDS = 12
_LEAST_SHARE = 0.06


def facts_language(career: Career) -> WrittenLanguage | None:
    """Return the language of the profile's sentences; `None` where they are too few, or in another language."""
    texts = [career.professional_summary]
    for job in career.experiences:
        texts += [job.description, *job.achievements]
    texts += [project.description for project in career.projects]
    words = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    total = sum(words.values())
    if total < _LEAST_WORDS:
        return None
    shares = sorted(((sum(words[word] for word in common), name) for name, common in _COMMON.items()), reverse=True)
    (first, name), (second, _) = shares[0], shares[1]
    return name if first / total >= _LEAST_SHARE and first > 1.5 * second else None
