"""What to change in an answer, and how to tell it next time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.domain.text.compose.wording import join_list
from app.domain.text.interview.findings import LENGTHS, Found, is_doubted
from app.domain.text.interview.model import STAR, InterviewQuestion, StarPart
from app.domain.text.interview.relevance import NO_STORY
from app.domain.text.interview.telling import Sentence

PartOrigin = Literal["answer", "profile", "hint"]
PART_SHARES: dict[StarPart, float] = {"situation": 0.2, "task": 0.15, "action": 0.35, "result": 0.3}
"""What each part of a story is worth; they sum to 1."""
_LONGEST_PART = 320
_ASK: dict[StarPart, str] = {
    "situation": "Where was it, or where would it be?",
    "task": "What is asked of you there?",
    "action": "What did you do, or what would you do first?",
    "result": "How would one see that it went well?",
}


@dataclass(frozen=True, slots=True)
class ImprovedPart:
    """A part of the outline for the next try: the candidate's own words, words of their profile, or a hint."""

    text: str
    origin: PartOrigin
    fact_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovedOutline:
    """How to tell it next time."""

    situation: ImprovedPart
    task: ImprovedPart
    action: ImprovedPart
    result: ImprovedPart


def advise(question: InterviewQuestion, found: Found) -> Iterator[str]:
    """Yield what to change, the most useful first."""
    specific, length, told = found.specificity, found.length, found.told
    if found.relevance.explanation == NO_STORY:
        yield "It does not answer the question yet: tell one story from your work, with what came of it."
    if doubted := tuple(dict.fromkeys(f"“{one.text}”" for one in found.unproven))[:3]:
        if len(doubted) == 1:
            yield f"{doubted[0]} is not in your profile: if it is true, add it there first; if not, leave it out."
        else:
            said = f"{join_list(doubted, 'en')} are not in your profile"
            yield f"{said}: add there first what is true of it, and leave out what is not."
    yield from _missing_parts(question, found)
    if found.relevance.missed and found.relevance.share < 1:
        yield f"Say something on {join_list(found.relevance.missed[:3], 'en')}: that is what they asked about."
    if specific.we > specific.first_person:
        yield f"“We” {specific.we}×, “I” {specific.first_person}×: say what you did yourself."
    if not specific.numbers and question.category not in ("company", "technical"):
        yield "There is no figure in it: how many, how long, how often?"
    least, most = LENGTHS[question.category]
    if length.verdict == "short":
        yield f"It takes about {length.seconds} seconds to say. Take more room: {least} words or more."
    if length.verdict == "long":
        yield f"It takes about {length.seconds} seconds to say. Cut it to {most} words, the situation first."
    if told.fillers:
        words = dict.fromkeys(f"“{span.text.strip(' ,').lower()}”" for span in told.fillers[:3])
        yield f"Leave out {join_list(tuple(words), 'en')}: a short silence sounds better."
    if specific.vague:
        words = dict.fromkeys(f"“{span.text.lower()}”" for span in specific.vague[:3])
        yield f"Say what you mean by {join_list(tuple(words), 'en')}."


def _missing_parts(question: InterviewQuestion, found: Found) -> Iterator[str]:
    outline = dict(question.outline.parts())
    if question.category == "technical" and not found.gives_example:
        own = outline["result"].text or outline["action"].text
        yield f"Add an example of yours{f': your profile says “{own}”' if own else ', if you have one'}."
    if question.category in ("technical", "company"):
        return
    missing = [one.part for one in found.star if not one.present]
    for part in sorted(missing, key=lambda part: -PART_SHARES[part])[:2]:
        if question.category == "behavioral" and outline[part].text:
            yield f"The {part} is missing; your profile says: “{outline[part].text}”"
        else:
            yield f"The {part} is missing. {outline[part].hint or _ASK[part]}"


def improve(question: InterviewQuestion, found: Found) -> ImprovedOutline:
    """Return the outline for the next try: what was told well stays, the profile and hints fill what is missing."""
    told = found.told
    outline = dict(question.outline.parts())

    def holds(sentence: Sentence, part: StarPart) -> bool:
        if is_doubted(sentence, found.unproven):
            return False
        loose = sum(sentence.start <= span.start < sentence.end for span in (*told.fillers, *told.vague))
        return not loose or not outline[part].text

    taken: set[int] = set()
    parts: dict[str, ImprovedPart] = {}
    # A sentence is used once: first for what only it tells.
    for part in sorted(STAR, key=lambda name: len(told.of(name))):
        own = [one for one in told.of(part) if holds(one, part) and one.start not in taken][:2]
        text = " ".join(" ".join(one.text.split()) for one in own)
        if text and len(text) <= _LONGEST_PART:
            taken.update(one.start for one in own)
            parts[part] = ImprovedPart(text, "answer")
        elif outline[part].text:
            parts[part] = ImprovedPart(outline[part].text, "profile", outline[part].fact_ids)
        else:
            parts[part] = ImprovedPart(outline[part].hint, "hint")
    return ImprovedOutline(
        situation=parts["situation"], task=parts["task"], action=parts["action"], result=parts["result"]
    )
