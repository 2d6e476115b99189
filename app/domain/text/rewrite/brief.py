"""What a model is told: the sentences it may word, the facts they rest on and the posting, without contact data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from app.domain.regex import regex
from app.domain.text.career import Career, Fact, facts
from app.domain.text.document import Content, Item, SectionKind, Sentence
from app.domain.text.posting import Posting

BlockKind = Literal["summary", "bullets", "letter", "list"]
TELLING = frozenset({"achievements", "description", "professional_summary", "honors"})
_TOLD = TELLING | {"title", "company", "name", "technologies", "start_date", "end_date", "degree", "field_of_study"}
_KINDS: dict[SectionKind, BlockKind] = {
    "summary": "summary",
    "experience": "bullets",
    "projects": "bullets",
    "skills": "list",
    "letter": "letter",
}
_CONTACT = regex(r"[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|\b(?:linkedin|github)\.com|\+?\d[\d\s()./-]{8,}\d")
_YEARS = regex(r"\b(?:19|20)\d\d(?:-\d\d){0,2}\s*(?:-|–|—|to)\s*(?:19|20)\d\d(?:-\d\d){0,2}\b")
# What a resume says to a machine instead of a reader. Such a line is the user's own and stays as they wrote it, but no
# model is shown it, for to a model that obeys it would be a fact.
_COMMAND = regex(
    r"\b(?:ignor(?:e|iere|ez|a)|disregard|forget|override|bypass|olvida|oubliez|vergiss)\b.{0,60}?\b(?:instructions?|rules?"
    r"|facts?|prompts?|schema|above|previous|anweisung\w*|regeln?|consignes|règles|instrucciones|reglas)\b"
    r"|\bsystem prompt|\b(?:system|assistant|prompt|override|instructions?)\s*:"
    r"|</?(?:system|user|assistant)\b|\[/?INST\]"
    r"|\bas an? (?:ai|language model)\b|\b(?:to|for) (?:the |any )?(?:ai|llms?|models?|language models?|chatbots?)\b"
    r"|\bnew (?:instructions?|task|rules?)\b|\byou are (?:now|an? (?:ai|assistant|language model))\b|\bdeveloper mode\b"
    r"|\bdo not follow\b"
    r"|\b(?:ai|model|assistant|chatbot|llm)s?,? (?:reviewers? |tools? )?(?:must|should|shall|please)\b"
    r"|\bplease,? (?:ai|model|assistant)\b|\bsay so\b"
    r"|\b(?:state|say|write|claim|pretend|mention|describe|call|promote|rate)\s+(?:that\s+)?"
    r"(?:she|he|they|her|him|them|the (?:candidate|applicant)|this (?:candidate|applicant|resume))\b",
    re.IGNORECASE,
)
_POSTING_AT_MOST = 12_000
_FACTS_AT_MOST = 160


@dataclass(frozen=True, slots=True)
class Block:
    """An item of the document: where it is, and which of its sentences are open, by the names they are told under."""

    id: str
    kind: BlockKind
    section: int
    item: int
    item_id: str | None
    open: dict[str, int]


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told. `blocks` and `facts` are by the names the model knows them under; `said` is what is sent."""

    blocks: dict[str, Block] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    said: dict[str, object] = field(default_factory=dict)

    def originals(self, content: Content, block: Block, names: tuple[str, ...]) -> list[Sentence]:
        """Return the document's sentences behind `names`."""
        item = content.sections[block.section].items[block.item]
        return [item.sentences[block.open[name]] for name in names]

    @property
    def data_kinds(self) -> tuple[str, ...]:
        """Return what kinds of the user's data are sent, in plain words."""
        kinds = sorted({block.kind for block in self.blocks.values()})
        named = {"summary": "summary", "bullets": "work and projects", "letter": "letter", "list": "skills"}
        return (*(named[kind] for kind in kinds), "facts they rest on", "job posting")


def make_brief(
    content: Content, career: Career, posting: Posting, *, tone: str, instructions: str, target_stack: tuple[str, ...]
) -> Brief:
    """Return the brief for a document that the built-in writer composed. The same arguments give the same names."""
    known = facts(career)
    private = private_words(career)
    blocks: dict[str, Block] = {}
    told: dict[str, Fact] = {}
    rows: list[dict[str, object]] = []
    names = (f"s{number}" for number in range(1, 100_000))
    for s, section in enumerate(content.sections):
        kind = _KINDS.get(section.kind)
        if kind is None:
            continue
        for i, item in enumerate(section.items):
            opened = [n for n, one in enumerate(item.sentences) if _is_open(one, kind, known, private)]
            if not opened or (kind == "list" and len(opened) < 2):
                continue
            block = Block(f"b{len(blocks) + 1}", kind, s, i, item.item_id, dict(zip(names, opened, strict=False)))
            blocks[block.id] = block
            _tell(told, _wanted(block, item, known), private)
            rows.append(_row(block, item, told))
    said: dict[str, object] = {
        "document_type": content.document_type,
        "language": content.language,
        "tone": tone,
        "wishes": instructions,
        "stack": list(target_stack),
        "blocks": rows,
        "facts": [{"id": name, "item": fact.item_id[:8], "text": fact.text} for name, fact in told.items()],
        "posting": {
            "title": posting.title,
            "company": posting.company,
            "text": posting.description[:_POSTING_AT_MOST],
        },
    }
    return Brief(blocks, told, said)


def is_private(text: str, names: re.Pattern[str]) -> bool:
    """Tell whether `text` holds contact data, the candidate's name or words meant for a machine."""
    return bool(_COMMAND.search(text) or _CONTACT.search(_YEARS.sub("", text)) or names.search(text))


def private_words(career: Career) -> re.Pattern[str]:
    """Return what finds the candidate's name and contact data."""
    lines = (career.full_name, career.email, career.phone, career.linkedin, career.github, career.website)
    parts = [part for part in career.full_name.split() if len(part.strip(".,")) > 2]
    wanted = [re.escape(line.strip()) for line in (*lines, *parts) if line.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)" if wanted else r"(?!)")


def _is_open(sentence: Sentence, kind: BlockKind, known: dict[str, Fact], private: re.Pattern[str]) -> bool:
    """Tell whether the model may see and word a sentence: one that tells something, with sources, without contact."""
    cited = [known[source] for source in sentence.source_ids if source in known]
    if not cited or len(cited) < len(sentence.source_ids) or is_private(sentence.text, private):
        return False
    if kind == "list":
        return True
    return any(fact.field in TELLING for fact in cited) and not any(is_private(fact.text, private) for fact in cited)


def _wanted(block: Block, item: Item, known: dict[str, Fact]) -> Iterator[Fact]:
    if block.kind == "list":
        return
    cited = [known[source] for n in block.open.values() for source in item.sentences[n].source_ids]
    yield from cited
    items = dict.fromkeys(fact.item_id for fact in cited)
    yield from (fact for fact in known.values() if fact.item_id in items)


def _tell(told: dict[str, Fact], wanted: Iterator[Fact], private: re.Pattern[str]) -> None:
    ids = {fact.id for fact in told.values()}
    for fact in wanted:
        fits = fact.field in _TOLD and not is_private(fact.text, private)
        if fits and fact.id not in ids and len(told) < _FACTS_AT_MOST:
            told[f"f{len(told) + 1}"] = fact
            ids.add(fact.id)


def _row(block: Block, item: Item, told: dict[str, Fact]) -> dict[str, object]:
    aliases = {fact.id: name for name, fact in told.items()}
    heading = " – ".join(part for part in (item.title, item.organization) if part)
    return {
        "id": block.id,
        "kind": block.kind,
        "heading": "" if block.kind == "letter" else heading,
        "sentences": [
            {
                "id": name,
                "text": item.sentences[n].text,
                "source_ids": [aliases[source] for source in item.sentences[n].source_ids if source in aliases],
            }
            for name, n in block.open.items()
        ],
    }
