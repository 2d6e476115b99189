"""The candidate's words made fit for a document: blanks, list marks, full stops, sentence ends. Never the meaning."""

import re
from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.compose.options import WrittenLanguage

_MARK = regex(r"^(?:[•‣◦⁃∙▪■●○◆►▸➢➤✓✔*·–—-]+|o(?=\s))\s+|^[•‣▪●➢➤✓✔]\s*")
_END = regex(r"(?<=[.!?…])[\"'”’)]?\s+(?=[\"'“‘(]?[^\W\d_a-zß-öø-ÿ])")
_ABBREVIATION = regex(
    r"(?:\b(?:[A-Za-z]|Dr|Prof|Mr|Mrs|Ms|St|Inc|Ltd|Co|Corp|Bros|vs|etc|ca|approx|No|Nr|Bd|Abt|Fa|Jr|Sr|Dept|Univ|Hon|Hons|Ph\.D"
    r"|z\.\s?B|u\.\s?a|d\.\s?h|i\.\s?e|e\.\s?g|bzw|usw|inkl|Mio|Mrd|Sept?|Jan|Feb|Aug|Oct|Okt|Nov|Dec|Dez)\.)$"
)
_KEEP_STOP = regex(r"(?:\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|usw|Ph\.D|[A-Za-z])\.|…|\.\.)$")
_BRACKETS = regex(r"\s*[(\[][^)\]]*[)\]]")
_SPACE_BEFORE = regex(r"(?<=\w)\s+(?=[,;.](?:\s|$))")
_FEMININE_I = regex(r"^(?:i|hi(?!e))", re.IGNORECASE)
_AND: dict[WrittenLanguage, str] = {"en": "and", "de": "und", "fr": "et", "es": "y"}
_SMALL_WORDS = frozenset("of and the for in at to a an de der die das und für la le les et du des y e del el".split())


def tidy(text: str) -> str:
    """Return `text` on one line without a list mark in front and without stray blanks."""
    line = " ".join(text.split())
    line = _MARK.sub("", line)
    return _SPACE_BEFORE.sub("", line).strip()


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of `text` stand; an abbreviation or an initial ends none."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start()]):
            spans.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    spans.append((start, len(text)))
    return [(first, last) for first, last in spans if text[first:last].strip()]


def first_sentence(text: str) -> str:
    """Return the first sentence of `text` as it stands."""
    spans = split_sentences(text)
    return text[spans[0][0] : spans[0][1]].strip() if spans else ""


def without_stop(text: str) -> str:
    """Return `text` without the full stop that ends it, unless it belongs to an abbreviation."""
    return text if not text.endswith(".") or _KEEP_STOP.search(text) else text[:-1].rstrip()


def with_stop(text: str) -> str:
    """Return `text` ending as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", ".”", '."', "。", "！", "？", "؟")) else f"{text.rstrip(' ,;:')}."


def employer_name(company: str) -> str:
    """Return an employer as it is named in a sentence: without a remark in brackets or after a bar."""
    name = tidy(company)
    return _BRACKETS.sub("", name.split(" | ")[0]).strip(" ,;:") or name


def single_stop(text: str) -> str:
    """Return `text` with one full stop where an abbreviation ("Acme Inc.") and the sentence both set one."""
    return f"{text[:-1]}" if text.endswith("..") and not text.endswith("...") else text


def stop_style(texts: Sequence[str]) -> bool:
    """Tell whether most of `texts` end with a full stop, so that all bullets of a document can."""
    return sum(text.endswith(".") for text in texts) * 2 > len(texts)


def as_bullet(text: str, *, stop: bool) -> str:
    """Return a bullet with the document's way of ending; several sentences always keep their last full stop."""
    if not text:
        return text
    capital = text[0].upper() + text[1:] if _plain_lower(text) else text
    if len(split_sentences(capital)) > 1:
        return with_stop(capital)
    return with_stop(capital) if stop else without_stop(capital)


def _plain_lower(text: str) -> bool:
    word = text.split(maxsplit=1)[0].rstrip(",;:")
    return word.isalpha() and word.islower() and len(word) > 3


def join_list(words: Sequence[str], language: WrittenLanguage) -> str:
    """Return `words` as a list in running text: "A", "A and B", "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    conjunction = "e" if language == "es" and _FEMININE_I.match(words[-1]) else _AND[language]
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def calm_case(title: str) -> str:
    """Return a title that shouts ("SENIOR SOFTWARE ENGINEER") in title case; short words may be acronyms and stay."""
    if not title.isupper() or len(title) < 6:
        return title
    words = title.split()
    return " ".join(_calm_word(word, first=not at) for at, word in enumerate(words))


def _calm_word(word: str, *, first: bool) -> str:
    if word.lower() in _SMALL_WORDS and not first:
        return word.lower()
    return word if len(word) <= 3 else "-".join(part.capitalize() for part in word.split("-"))
