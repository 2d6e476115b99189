"""What people say about their document, understood without a language model."""

import re
from dataclasses import dataclass
from typing import Literal

from app.domain.text.career import Career, facts
from app.domain.text.compose import interpret_instructions
from app.domain.text.document import Content, Sentence, sentences
from app.domain.text.render.templates import TEMPLATES

HELP = (
    "I understand: shorter, longer, one page, emphasise X, drop X, projects first, education before experience, "
    "warmer or more direct, use the … template, undo, "
    "“why did you write …”, and “what is missing”. Nothing is ever added that your profile does not say."
)
_UNDO = re.compile(r"^\W*(?:please )?(?:undo|revert|go back|take (?:it|that) back)\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy (?:did|do|have|is|was)\b(?P<what>.*)", re.IGNORECASE | re.DOTALL)
_MISSING = re.compile(r"\bwhat(?:['’]s| is| am i| do i)?\b.*\b(?:missing|lack(?:ing)?|gaps?)\b", re.IGNORECASE)
_TEMPLATE = re.compile(r"\b(?:template|layout|design)\b", re.IGNORECASE)
_WORD = re.compile(r"\w{3,}")
_FILLER = frozenset({"you", "did", "write", "wrote", "that", "this", "the", "and", "put", "say", "why", "have", "line"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message asks for; `text` is the wording for the writer, the template, or what a question is about."""

    kind: Literal["rewrite", "template", "undo", "why", "missing", "unknown"]
    text: str = ""


def understand(message: str) -> Wish:
    """Return what the message asks for."""
    if _UNDO.search(message):
        return Wish("undo")
    if match := _WHY.search(message):
        return Wish("why", match["what"])
    if _MISSING.search(message):
        return Wish("missing")
    if _TEMPLATE.search(message):
        named = [one.id for one in TEMPLATES if re.search(rf"\b{re.escape(one.id)}\b", message, re.IGNORECASE)]
        return Wish("template", named[0]) if named else Wish("unknown")
    read = interpret_instructions(message)
    if read.length or read.tone or read.emphasise or read.drop or read.order:
        return Wish("rewrite", message.strip())
    return Wish("unknown")


def explain(about: str, content: Content, career: Career) -> str:
    """Return which of the candidate's facts the sentence that `about` quotes rests on."""
    asked = {word.casefold() for word in _WORD.findall(about)} - _FILLER

    def likeness(sentence: Sentence) -> tuple[int, int]:
        words = [word.casefold() for word in _WORD.findall(sentence.text)]
        return len(asked & set(words)), -len(words)  # of two that say it, the one that says little else

    best = max(sentences(content), key=likeness, default=None)
    if best is None or likeness(best)[0] == 0:
        return "Quote a few words of the line you mean."
    known = facts(career)
    sources = [f"“{known[source].text}”" for source in best.source_ids if source in known]
    if not sources:
        return f"“{best.text}” rests on no single fact of your profile; drop it if it does not fit."
    return f"“{best.text}” is there because your profile says {'; '.join(sources)}."
