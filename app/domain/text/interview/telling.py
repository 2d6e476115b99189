"""Read an answer: which of its sentences tell situation, task, action and result, and how it is worded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.compose.verbs import starts_with_past
from app.domain.text.compose.wording import split_sentences
from app.domain.text.interview.bank import bank
from app.domain.text.interview.model import StarPart
from app.domain.text.posting import Span

_I_DID = regex(
    r"\b[Ii](?:['’]ve| have| had)? (?:\w+ly )?"
    r"(?:then |also |first |finally |even |just |next |instead |personally |soon )*([a-z]+)"
)
_I_DID_ABROAD = regex(
    r"\b(?:habe?\s+ich|ich\s+habe?)\b(?s:.{0,200}?)\b\w*(?:ge\w{2,}(?:t|en)|\w{3}iert)\b"
    r"|\bj['’]ai (?:\w+ ){0,2}\w+(?:é|i|it|is|u)\b",
    re.IGNORECASE,
)
_CHAINED = regex(r"(?:^|[,;] (?:and |then |and then )?|\band (?:then )?|\bThen )([A-Za-z]+)")
_DEEDS = frozenset(
    """
    went sat spoke talked told asked called drew wrote ran set put took made gave found got held split cut chose brought
    began built led taught sent kept let broke rewrote paid sold bought read tried used looked listened suggested
    explained agreed stopped pushed invited compared decided offered apologised apologized escalated paired shared
    """.split()
)
_NO_DEEDS = frozenset(
    "was were had felt knew thought wanted liked worked joined learned learnt needed hoped loved believed lived".split()
)
_NUMBER = regex(
    r"(?<![\w.,])[$€£]?\d+(?:[.,]\d+)*(?:\s?(?:%|percent\b|[$€£]|k\b|m\b|ms\b|s\b|x\b|million\b|billion\b|thousand\b))?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|half|double|twice)\b"
    r"(?! of (?:us|them))",
    re.IGNORECASE,
)
_NAME = regex(r"(?<=[a-z,] )(?!I\b)[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_I = regex(
    r"\b(?:I|I['’](?:m|ve|d|ll)|my|mine|myself|me|[Ii]ch|[Mm]ein(?:e[mnrs]?)?|mir|mich|[Jj]e|[Jj]['’]ai|[Mm]on|[Mm]a|[Mm]es)\b"
)
_WE = regex(r"\b(?:we|we['’](?:re|ve|d|ll)|our|ours|us|wir|unser(?:e[mnrs]?)?|nous|notre)\b", re.IGNORECASE)
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_NEW_LINE = regex(r"\s*\n\s*\n\s*|\s*\n\s*(?=[-•*“\"A-Z\d])")
_OPENING = 2
_SHORTEST = 4
_ENDS = ".,;: \n"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer, and what it tells."""

    start: int
    end: int
    text: str
    tells: frozenset[StarPart]


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer, read."""

    text: str
    sentences: tuple[Sentence, ...]
    words: int
    numbers: tuple[Span, ...]
    names: tuple[Span, ...]
    vague: tuple[Span, ...]
    fillers: tuple[Span, ...]
    first_person: int
    we: int

    def of(self, part: StarPart) -> tuple[Sentence, ...]:
        """Return the sentences that tell the part."""
        return tuple(one for one in self.sentences if part in one.tells)


def read_answer(text: str, companies: Iterable[str] = ()) -> Telling:
    """Read `text`; to name one of `companies` is to say where it was."""
    cues = bank().cues
    places = [name.casefold() for name in companies if name.strip()]
    sentences: list[Sentence] = []
    for start, end in split_sentences(text):
        for first, last in _lines(text, start, end):
            said = text[first:last]
            sentences.append(Sentence(first, last, said, _tells(said, at=len(sentences), places=places)))
    return Telling(
        text=text,
        sentences=tuple(sentences),
        words=len(_WORD.findall(text)),
        numbers=_spans(_NUMBER, text),
        names=_spans(_NAME, text),
        vague=_spans(cues["vague"], text),
        fillers=_spans(cues["filler"], text),
        first_person=len(_I.findall(text)),
        we=len(_WE.findall(text)),
    )


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a sentence where a new line begins one; a line that goes on in lower case was only broken."""
    found: list[tuple[int, int]] = []
    first = start
    for break_ in _NEW_LINE.finditer(text, start, end):
        found.append((first, break_.start()))
        first = break_.end()
    found.append((first, end))
    return [(one, last) for one, last in found if text[one:last].strip(_ENDS)]


def _tells(said: str, *, at: int, places: list[str]) -> frozenset[StarPart]:
    cues, tells = bank().cues, set[StarPart]()
    folded = said.casefold()
    if cues["situation"].search(said) or (at < _OPENING and any(place in folded for place in places)):
        tells.add("situation")
    if cues["task"].search(said):
        tells.add("task")
    if _is_deed(said):
        tells.add("action")
    if at and cues["result"].search(said):
        tells.add("result")
    return frozenset(tells)


def _is_deed(said: str) -> bool:
    """Tell whether the sentence says that I did something: "I asked …", also further down a row of verbs."""
    if _I_DID_ABROAD.search(said):
        return True
    subject = _I_DID.search(said)
    if subject is None:
        return False
    if _names_a_deed(subject[1]):
        return True
    return any(_names_a_deed(word) for word in _CHAINED.findall(said[subject.end() :]))


def _names_a_deed(word: str) -> bool:
    verb = word.lower()
    if verb in _NO_DEEDS:
        return False
    return verb in _DEEDS or starts_with_past(verb, "en") or (verb.endswith("ed") and len(verb) > _SHORTEST)


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(
        Span(match.start(), match.end(), match.group()) for match in pattern.finditer(text) if match.group().strip()
    )
