"""The language a reading is written in, told by its commonest words: who writes a resume in German knows German."""

from collections import Counter

from app.domain.regex import regex
from app.domain.text.match.reading import Reading

_WORD = regex(r"[^\W\d_]+")
# Words that stand in nearly every text of one of these languages and in hardly any of the others.
_COMMON: dict[str, frozenset[str]] = {
    "English": frozenset("the and of with for from to by which this their using was were across".split()),
    "German": frozenset("und der die das mit von für bei zur zum den dem sowie durch auf eine einer".split()),
    "French": frozenset("et le les des du dans pour avec une sur par aux au chez ainsi".split()),
    "Spanish": frozenset("y el los las del para con una por como desde sobre al hasta".split()),
    "Portuguese": frozenset("e os das dos do da para com uma por em ao na no através".split()),
    "Italian": frozenset("e il gli della dei delle per con una di nel alla presso sono".split()),
    "Dutch": frozenset("en het van een voor met bij aan naar op als door te zijn".split()),
}
_LEAST_WORDS = 20
_LEAST_SHARE = 0.06
_LEAD = 2.0


def written_language(reading: Reading) -> str | None:
    """Return the English name of the language of the sentences, `None` where they are too few to tell."""
    counts: Counter[str] = Counter()
    for passage, text in zip(reading.passages, reading.lowered, strict=True):
        if passage.place in ("summary", "work", "project", "other"):
            counts.update(_WORD.findall(text))
    total = sum(counts.values())
    if total < _LEAST_WORDS:
        return None
    shares = sorted(
        ((sum(counts[word] for word in words) / total, name) for name, words in _COMMON.items()),
        key=lambda item: (-item[0], item[1]),
    )
    (first, name), (second, _) = shares[:2]
    return name if first >= _LEAST_SHARE and first >= _LEAD * second else None
