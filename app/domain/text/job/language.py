"""The language a posting is written in."""

from app.domain.text.job.small_words import SMALL_WORDS

_SHORTEST, _SAMPLE, _SAMPLE_LINES, _SAMPLE_WORDS = 80, 500, 80, 6
_FEWEST, _SHARE = 5, 0.08


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language `text` is written in.

    Short texts and lists of skills without any sentence count as English: every classifier misreads those.
    """
    if len(text) < _SHORTEST:
        return "en"
    sentences = [line for line in text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES] if line.count(" ") > _SAMPLE_WORDS]
    sample = (" ".join(sentences) or text)[:_SAMPLE]
    words = sample.lower().split()
    counts = {code: sum(word in small for word in words) for code, small in SMALL_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    others = max(count for code, count in counts.items() if code != best)
    # Languages without small words here share one or two with these, and repeat them.
    different = len(SMALL_WORDS[best].intersection(words))
    if different >= _FEWEST and counts[best] > _SHARE * len(words) and others * 4 <= counts[best]:
        return best
    if not sentences and best == "en" and counts[best] < _FEWEST and sample.isascii():
        return "en"
    return _classified(sample)


def _classified(sample: str) -> str:
    # The classifier brings numpy and holds 95 MB; a process that reads no other language does without both.
    import py3langid  # noqa: PLC0415 - see above

    code, _ = py3langid.classify(sample)
    return str(code)
