"""Which part of a posting each sentence belongs to."""

import re
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.job import stems
from app.domain.text.job.demands import demands_something, insists, softens
from app.domain.text.job.headings import ASKING, SILENT, Section, fold_heading, heading_phrases
from app.domain.text.job.lines import Line, sentences

_LABEL = regex(r"([^:：.!?]{2,60})[:：](?=\s|$)")
_ABOUT = regex(
    r"(?:about|über|à propos de|à propos d'|sobre|acerca de|over|meet|who is|chi è|om|o)\s+\S", re.IGNORECASE
)
_WHY = regex(r"(?:why|life at|working at|work at|perks? of|benefits (?:of|at)|what .{2,30} offers)\b", re.IGNORECASE)
_BOILERPLATE = regex(
    r"equal[- ]opportunit|equal employment|without regard to|regardless of (?:race|gender|age|your|sex)|"
    r"discriminate|race,? colou?r|"
    r"sexual orientation|veteran status|reasonable accommodation|protected by (?:applicable )?law|arrest or conviction|"
    r"chancengleichheit|unabhängig von (?:geschlecht|alter|herkunft)|schwerbehind|égalité des chances|sans distinction|"
    r"igualdad de oportunidades|pari opportunità|ambosessi|igualdade de oportunidades|gelijke kansen|"
    r"third[- ]party recruit|privacy (?:notice|policy)|personal data|recruitment fraud|background check|drug test",
    re.IGNORECASE,
)
_BLURB = regex(
    r"^(?:at \S[^,]{1,40}, (?:we|our)|we(?:'re| are) (?:a|an|the|on a|building|proud|one of|transforming|"
    r"committed|backed|obsessed)|"
    r"our (?:mission|vision|company|customers|clients|platform|products?|values|story|team of)|founded (?:in|by)|"
    r"headquartered|"
    r"as an? (?:organi[sz]ation|company|business)|since \d{4}|for (?:over|more than) |with (?:over|more than) \d|"
    r"join (?:us|our)|"
    r"seit (?:über|mehr als|\d{4})|wir sind (?:ein|eine|der|die|das)|nous sommes|somos |wij zijn|siamo )|"
    r"\b(?:is|are) (?:a|an|the|one of the) (?:\S+ ){0,4}(?:leading|leader|provider|company|startup|start-up|"
    r"platform|agency|consultancy|"
    r"firm|marketplace|organi[sz]ation|manufacturer|bank|retailer|studio|specialist)\b",
    re.IGNORECASE,
)
_KEEPS_ITS_BULLETS = frozenset((Section.INTRO, Section.ROLE, Section.DETAILS))
_ONE_LINE = frozenset((Section.DETAILS, Section.STACK, Section.NICE))
_PAY_LABEL = regex(
    r"[^:]{0,20}\b(?:salary|pay|compensation|gehalt|vergütung|salaire|rémunération|salario)\b", re.IGNORECASE
)
_NEGATED = regex(r"(?:not|isn't|doesn't|don't|kein|nicht|pas)\b", re.IGNORECASE)
_MINIMUM = regex(
    r"\b(?:minimum|must|required|basic|essential|mandatory|mindest\w*|minim[io]s?|obligatori\w*)\b", re.IGNORECASE
)
_CONDITIONAL = regex(r"\b(?:if|wenn|si|se|als)\b|\bideal", re.IGNORECASE)
_FEW_WORDS = 6
_LONGEST_NAME = 60
_TRAILING = regex(r"[\s:：\-–—!?…。.]+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands: characters `start` to `end` of the description are `text`."""

    text: str
    start: int
    end: int
    section: Section
    line: int
    bullet: bool
    rank: int
    """How many lines of the same section stand before it."""
    low: str
    """`text` in lower case."""
    hints: int
    """Which patterns may match it, as `stems.hints_of` tells."""
    demanding: bool
    """It stands in a section of demands, or is worded as a demand."""
    softened: bool
    """It says of something that it is not insisted on."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A posting's lines with the section of each. `headings` are the indexes of lines that only open a section."""

    lines: list[Line]
    sections: list[Section]
    sentences: list[Sentence]
    headings: frozenset[int]
    first_heading: int
    """Index of the first line that opens a section; the lines before it are the head of the posting."""


def lay_out(lines: list[Line]) -> Layout:
    """Assign every line and sentence to its section."""
    current = Section.INTRO
    sections: list[Section] = []
    headings: set[int] = set()
    first_heading = len(lines)
    inline: dict[int, Section] = {}
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        opened = _heading(line, following, current, first=index == 0)
        if opened is not None:
            current = opened
            headings.add(index)
            first_heading = min(first_heading, index)
            sections.append(current)
            continue
        labelled = _labelled(line)
        if labelled is None:
            sections.append(_of_line(line, current))
            continue
        inline[index] = labelled
        sections.append(labelled)
        names_employer = labelled is Section.COMPANY and len(line.text) < _LONGEST_NAME
        if not (line.bullet or names_employer or labelled in _ONE_LINE or _PAY_LABEL.match(line.text)):
            current = labelled
            first_heading = min(first_heading, index)
    _demote(lines, sections, headings)
    return Layout(lines, sections, _sentences(lines, sections, headings), frozenset(headings), first_heading)


def _demote(lines: list[Line], sections: list[Section], headings: set[int]) -> None:
    """Beside a section of minimum requirements, a section that begins "you'll fit in if ..." is one of wishes."""
    demands = [index for index in sorted(headings) if sections[index] is Section.REQUIRED]
    if not any(_MINIMUM.search(lines[index].text) for index in demands):
        return
    for index in demands:
        if _CONDITIONAL.search(lines[index].text) and not _MINIMUM.search(lines[index].text):
            end = next((other for other in sorted(headings) if other > index), len(lines))
            for at in range(index, end):
                if sections[at] is Section.REQUIRED:
                    sections[at] = Section.NICE


def _sentences(lines: list[Line], sections: list[Section], headings: set[int]) -> list[Sentence]:
    found: list[Sentence] = []
    ranks: dict[Section, int] = {}
    for index, (line, section) in enumerate(zip(lines, sections, strict=True)):
        if index in headings:
            continue
        here = section
        for start, end in sentences(line):
            text = line.text[start - line.start : end - line.start]
            if start > line.start and (label := _LABEL.match(text)):
                here = heading_phrases().get(fold_heading(label[1]), here)
            shown = here
            low = text.lower()
            hints = stems.hints_of(low)
            if hints & stems.BOILERPLATE and _BOILERPLATE.search(low):
                shown = Section.LEGAL
            elif here in {Section.INTRO, Section.ROLE} and _BLURB.search(text):
                shown = Section.COMPANY
            silent = shown in SILENT
            found.append(
                Sentence(
                    text,
                    start,
                    start + len(text),
                    shown,
                    index,
                    line.bullet,
                    ranks.get(shown, 0),
                    low,
                    hints,
                    demanding=not silent and (shown in ASKING or demands_something(text, hints)),
                    softened=not silent and softens(text, hints),
                )
            )
        ranks[here] = ranks.get(here, 0) + 1
    return found


def is_soft(sentence: Sentence) -> bool:
    """Tell whether `sentence` as a whole names something that is not insisted on."""
    return (sentence.softened or sentence.section is Section.NICE) and not insists(sentence.text)


def _of_line(line: Line, current: Section) -> Section:
    return Section.DUTIES if line.bullet and current in _KEEPS_ITS_BULLETS and len(line.text) > 20 else current


def _labelled(line: Line) -> Section | None:
    label = _LABEL.match(line.text)
    if label is None or label.end() >= len(line.text):
        return None
    return heading_phrases().get(fold_heading(label[1]))


def _heading(line: Line, following: Line | None, current: Section, *, first: bool) -> Section | None:
    text = line.text
    if len(text) > 90 or text.count(" ") > 12 or text.endswith((",", ";")):
        return None
    bare = _TRAILING.sub("", text)
    folded = fold_heading(bare)
    if not folded:
        return None
    colon = text.endswith((":", "："))
    exact = heading_phrases().get(folded)
    if exact is not None:
        return exact if not line.bullet or colon or line.emphasized else None
    if line.bullet and not (line.emphasized and colon):
        return None
    shouted = text.isupper() and len(text) > 3
    marked = line.emphasized or shouted or colon or text.endswith("?")
    leads = following is not None and not following.gap and len(following.text) > len(text)
    if first and not colon:
        return None
    if _ABOUT.match(bare) and (marked or line.gap) and len(folded.split()) < _FEW_WORDS and text[-1:] not in ".!":
        return Section.COMPANY
    if not marked and not (line.gap and leads and text[:1].isupper() and not text.endswith(".")):
        return None
    if _WHY.match(bare):
        return Section.BENEFITS
    if _NEGATED.match(bare):
        return Section.PROCESS
    partial = _longest_phrase(folded.split(), at_least=0.5 if marked else 0.6)
    if partial is None and (line.emphasized or shouted or text.endswith("?")) and following is not None:
        return _unknown(line, following, current) if not colon else None
    return partial


def _unknown(line: Line, following: Line, current: Section) -> Section | None:
    """Return the section that a heading of unknown words opens: after a list, prose is no longer part of the list."""
    ends_list = current in {Section.REQUIRED, Section.NICE, Section.BENEFITS} and line.gap and not following.bullet
    return Section.ROLE if ends_list else None


def _longest_phrase(words: list[str], *, at_least: float) -> Section | None:
    phrases = heading_phrases()
    for size in range(len(words) - 1, 0, -1):
        if size / len(words) < at_least:
            return None
        for begin in range(len(words) - size + 1):
            found = phrases.get(" ".join(words[begin : begin + size]))
            if found is not None:
                return found
    return None
