"""How many years of experience a posting asks for."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from app.domain.regex import regex
from app.domain.text.job.headings import ASKING, SILENT, Section
from app.domain.text.job.sections import Sentence, is_soft
from app.domain.text.posting import YearsRange

_NUMBERS = {
    word: value
    for value, words in enumerate(
        (
            "one ein einem einer eines eine un une uno una um uma één een",
            "two zwei deux dos due twee dois duas",
            "three drei trois tres tre drie três",
            "four vier quatre cuatro quattro quatro",
            "five fünf cinq cinco cinque vijf",
            "six sechs seis sei zes",
            "seven sieben sept siete sette zeven sete",
            "eight acht huit ocho otto oito",
            "nine neun neuf nueve nove negen",
            "ten zehn dix diez dieci tien dez",
            "eleven elf",
            "twelve zwölf",
        ),
        1,
    )
    for word in words.split()
}
_WORD = "|".join(sorted(_NUMBERS, key=lambda word: (-len(word), word)))
_YEAR = r"(?:years?'?|yrs?\b\.?|jahre?n?s?\b|années?|ans?\b|años?|anni|anno|jaar|jaren|anos?\b|lat\b|år\b|let\b|년|年)"
_YEARS = regex(
    rf"(?<![\d.,$€£])\(?(?P<min>\d{{1,2}}|"
    rf"\b(?:{_WORD})\b)\)?\s?(?:\(\s?(?P<spelled>\d{{1,2}})\s?\))?\s?(?P<plus>\+|plus\b|or more\b|oder mehr\b|ou "
    rf"plus\b|o más\b)?\s*"
    rf"(?:(?:-|–|—|to|bis|à|a|tot|até|hasta|or|oder|and)\s?(?P<max>\d{{1,2}}|"
    rf"\b(?:{_WORD})\b)\s?(?P<plus2>\+)?\s*)?[- ]?(?:full |volle |\(s\) )?{_YEAR}",
    re.IGNORECASE,
)
_AT_MOST = regex(
    r"\b(?:up to|at most|maximum(?: of)?|max\.?|less than|no more than|bis zu|höchstens|maximal|jusqu'à|hasta|"
    r"fino a|até|tot)\s*$",
    re.IGNORECASE,
)
_EXPERIENCE = regex(
    r"experien|expérience|expertise|erfahrung|berufspraxis|esperienza|ervaring|experiência|erfaren|doświadcz|"
    r"praxe|working (?:on|in|with|as)|worked|"
    r"background|track record|practice|in (?:a|the|an) (?:similar|related|comparable)|professional|hands-on|"
    r"industry|development|engineering|경력|경험|経験|management|roles?\b",
    re.IGNORECASE,
)
_NOT_EXPERIENCE = regex(
    r"\b(?:years? old|years? of age|contract|fixed[- ]term|appointment|last \d+ years|past \d+ years|next \d+ "
    r"years|ago|founded|anniversary|warranty|over the (?:last|past)|in the (?:last|past)|"
    r"within the|befrist\w+|vertrag|for (?:over|more than)|seit (?:über|mehr)|serve|up to \d+ (?:additional|"
    r"years total)|additional \d+ years|vesting|roadmap|degree program|probation|"
    r"years? in (?:business|a row|the market)|company history|\d+-year history|maximum of)\b",
    re.IGNORECASE,
)
_DEGREE_ALTERNATIVE = regex(
    r"\b(?:in lieu|instead of|(?:with|and|plus) (?:a |an )?(?:master|ph\.?d|advanced degree))", re.IGNORECASE
)
_NEAR = 45
_MOST = 50
_LONGEST = 40
# A letter before each \b lets the engine skip to the few letters that years begin with.
_YEAR_WORD = regex(r"y(?:ear|rs?\b)|ja(?:hr|ar)|a(?:ño|(?<=\ba)n(?:n|s?\b|os?\b))|l(?<=\bl)[ae]t\b|å(?<=\bå)r\b|년|年")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.casefold()]


def _ranges(text: str) -> list[tuple[re.Match[str], YearsRange]]:
    found = []
    for match in islice(_YEARS.finditer(text), _MOST):
        low = int(match["spelled"]) if match["spelled"] else _number(match["min"])
        high = _number(match["max"]) if match["max"] and not match["plus2"] else None
        if high is not None and high < low:
            high = None
        at_most = _AT_MOST.search(text, max(0, match.start() - 20), match.start())
        if low <= _LONGEST and (not at_most or match["max"] or match["plus"]):
            found.append((match, YearsRange(low, high)))
    return found


def states_years(sentence: Sentence) -> bool:
    """Tell whether `sentence` asks for years of experience."""
    return bool(_asked(sentence))


def _asked(sentence: Sentence) -> list[YearsRange]:
    text = sentence.text
    if sentence.section in SILENT or not _YEAR_WORD.search(sentence.low):
        return []
    asking = sentence.section in ASKING
    if _NOT_EXPERIENCE.search(text) and not re.search(r"experience", text, re.IGNORECASE):
        return []
    found = []
    for match, years in _ranges(text):
        around = text[max(0, match.start() - 60) : match.end() + 80]
        if _EXPERIENCE.search(around) or (asking and match["plus"]):
            found.append(years)
    return found


def read_years(sentences: Iterable[Sentence]) -> YearsRange | None:
    """Return the years of experience asked for: of several demands the longest, of ways to meet one the shortest."""
    hard: list[YearsRange] = []
    soft: list[YearsRange] = []
    elsewhere: list[YearsRange] = []
    for sentence in sentences:
        asked = _asked(sentence)
        if not asked:
            continue
        shortest = min(asked, key=lambda years: years.min or 0)
        if sentence.section is Section.REQUIRED and not is_soft(sentence):
            hard.append(shortest)
        elif is_soft(sentence):
            soft.append(shortest)
        else:
            elsewhere.append(shortest)
    for group in (hard, elsewhere, soft):
        if group:
            return max(group, key=lambda years: years.min or 0)
    return None


def skill_years(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> list[int | None]:
    """Return, for each skill at `spans` of `sentence`, the years of experience asked for with it alone."""
    result: list[int | None] = [None] * len(spans)
    text = sentence.text
    if sentence.section is Section.DETAILS or not _YEAR_WORD.search(sentence.low):
        return result
    for match, years in _ranges(text):
        after = [i for i, (start, _) in enumerate(spans) if match.end() <= start <= match.end() + _NEAR]
        if after and not re.search(r"[,;.]\s", text[match.end() : spans[after[0]][0]]):
            result[after[0]] = years.min
            continue
        before = [i for i, (_, end) in enumerate(spans) if match.start() - 14 <= end <= match.start()]
        if before and re.fullmatch(r"[\s:(\-–—]*(?:for\s+)?", text[spans[before[-1]][1] : match.start()]):
            result[before[-1]] = years.min
    return result
