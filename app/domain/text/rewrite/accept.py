"""Code decides: each proposed wording is held to the facts it cites and to what it stands for, or turned away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.regex import regex
from app.domain.text.career import Career, Fact
from app.domain.text.document import Content, Item, Reason, Section, Sentence
from app.domain.text.grounding import FactIndex, PostingContext, verify_sentence
from app.domain.text.posting import Posting
from app.domain.text.rewrite.brief import TELLING, Block, Brief
from app.domain.text.rewrite.draft import Order, Refusal, Wording
from app.domain.text.skills import Lexicon

_FIGURE = regex(r"\d+(?:[.,]\d+)*")
_MARKUP = regex(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>{}`|\\]|\*\*|https?:|www\.|@|\[\w+\]\("
)
_ONE_JOB = frozenset({"experience", "project"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A wording with the facts it may cite (their real ids) and why it is turned away; accepted without reasons."""

    wording: Wording
    source_ids: tuple[str, ...]
    reasons: tuple[Reason, ...]


def judge(
    wordings: Iterable[Wording],
    brief: Brief,
    content: Content,
    career: Career,
    posting: Posting,
    lexicon: Lexicon,
    *,
    today: date,
) -> list[Judged]:
    """Return the verdict on every wording that stands for sentences it may replace; others are dropped unheard.

    A sentence that two wordings claim goes to the first.
    """
    court = _Court(brief, content, career, posting, lexicon, today)
    return list(court.verdicts(wordings))


class _Court:
    def __init__(
        self, brief: Brief, content: Content, career: Career, posting: Posting, lexicon: Lexicon, today: date
    ) -> None:
        self._brief = brief
        self._content = content
        self._lexicon = lexicon
        self._index = FactIndex(career, lexicon, today=today)
        self._context = PostingContext.of(posting, recipient=content.recipient, subject=content.subject)
        self._asked = {keyword.keyword for keyword in posting.parsed_keywords}
        own = {mention.name for fact in self._index.facts.values() for mention in lexicon.find(fact.text)}
        self._own_skills = own.union(*(lexicon.implied(name) for name in own))

    def verdicts(self, wordings: Iterable[Wording]) -> Iterator[Judged]:
        taken: set[str] = set()
        for wording in wordings:
            block = self._brief.blocks.get(wording.block)
            names = wording.replaces
            if block is None or block.kind == "list" or not names or not set(names) <= block.open.keys() - taken:
                continue
            originals = self._brief.originals(self._content, block, names)
            if wording.text.strip() == originals[0].text and len(originals) == 1:
                # Left as it was: only its place in the order counts.
                taken.update(names)
                yield Judged(wording, tuple(originals[0].source_ids), ())
                continue
            taken.update(names)
            cited = self._cited(wording, block, originals)
            reasons = tuple(self._reasons(wording.text, block, originals, cited))
            yield Judged(wording, tuple(fact.id for fact in cited), reasons)

    def _cited(self, wording: Wording, block: Block, originals: list[Sentence]) -> list[Fact]:
        """Return the facts that count: those of the replaced sentences, and what names the items they speak of."""
        own = {source for one in originals for source in one.source_ids}
        items = {self._index.facts[source].item_id for one in originals for source in one.source_ids}
        if block.item_id in self._index.items:
            items = {block.item_id or ""}
        named = [self._brief.facts[name] for name in wording.source_ids if name in self._brief.facts]
        named = [fact for fact in named if fact.id in own or fact.field not in TELLING]
        return [fact for fact in named if fact.item_id in items]

    def _reasons(self, text: str, block: Block, originals: list[Sentence], cited: list[Fact]) -> Iterator[Reason]:
        whole = (0, len(text))
        if not text.strip() or _MARKUP.search(text):
            yield Reason("form", whole, "It must be plain words on one line, without links or markup")
            return
        longest = max(sum(len(one.text) for one in originals) * 3 // 2, 60) + 40
        if len(text) > longest:
            yield Reason("length", (longest, len(text)), f"It must not be longer than {longest} characters")
            return
        if not cited:
            yield Reason("source", whole, "It must cite facts of the sentences it stands for")
            return
        jobs = {fact.item_id for fact in cited if self._index.kinds.get(fact.item_id) in _ONE_JOB}
        if len(jobs) > 1:
            yield Reason("source", whole, "It must speak of one job or project only")
        verdict, reasons = verify_sentence(
            text,
            [fact.id for fact in cited],
            self._index,
            self._lexicon,
            document_type=self._content.document_type,
            context=self._context,
            language=self._content.language,
        )
        if verdict != "grounded":
            yield from reasons or [Reason("content", whole, "It cannot be checked against the facts it cites")]
        yield from self._skills(text, originals)
        yield from _lost_figures(text, originals)

    def _skills(self, text: str, originals: list[Sentence]) -> Iterator[Reason]:
        named = self._lexicon.find(text)
        for mention in named:
            if mention.name in self._asked and mention.name not in self._own_skills:
                yield Reason("skill", (mention.start, mention.end), f"Only the posting speaks of {mention.name}")
        before = {mention.name for one in originals for mention in self._lexicon.find(one.text)}
        for name in sorted(before - {mention.name for mention in named}):
            yield Reason("skill", (0, len(text)), f"It must keep {name}")


def _lost_figures(text: str, originals: list[Sentence]) -> Iterator[Reason]:
    kept = set(_FIGURE.findall(text))
    for figure in dict.fromkeys(figure for one in originals for figure in _FIGURE.findall(one.text)):
        if figure not in kept:
            yield Reason("number", (0, len(text)), f"It must keep the figure {figure}")


def merged(
    content: Content,
    brief: Brief,
    accepted: Iterable[Judged],
    order: Iterable[Order],
    refused: Mapping[str, list[Refusal]],
) -> Content:
    """Return `content` with the accepted wordings in their order; all else stays as it was, where it was.

    `refused` holds, by the name of the first sentence that was to be replaced, the wordings that were turned away.
    """
    by_block: dict[str, list[Judged]] = {}
    for one in accepted:
        by_block.setdefault(one.wording.block, []).append(one)
    orders = {one.block: one for one in reversed(list(order))}
    places = {(block.section, block.item): block for block in brief.blocks.values()}

    def item_of(s: int, i: int, item: Item) -> Item:
        block = places.get((s, i))
        if block is None:
            return item
        if block.kind == "list":
            return replace(item, sentences=_sorted(item, block, orders.get(block.id)))
        return replace(item, sentences=_worded(item, block, by_block.get(block.id, []), refused))

    return replace(
        content,
        sections=[
            Section(
                kind=section.kind,
                title=section.title,
                items=[item_of(s, i, item) for i, item in enumerate(section.items)],
            )
            for s, section in enumerate(content.sections)
        ],
    )


def _sorted(item: Item, block: Block, order: Order | None) -> list[Sentence]:
    if order is None:
        return item.sentences
    wanted = [block.open[name] for name in order.sentences if name in block.open]
    rest = [n for n in range(len(item.sentences)) if n not in set(wanted)]
    return [item.sentences[n] for n in (*wanted, *rest)]


def _worded(item: Item, block: Block, accepted: list[Judged], refused: Mapping[str, list[Refusal]]) -> list[Sentence]:
    """Return the item's sentences: fixed ones in place, between them first the accepted, then what was not touched."""
    names = {n: name for name, n in block.open.items()}
    replaced = {name for one in accepted for name in one.wording.replaces}
    queue = [_sentence(one, item, block, refused) for one in accepted]
    queue += [
        replace(item.sentences[n], refused=_texts(refused, [name]))
        for n, name in sorted(names.items())
        if name not in replaced
    ]
    result: list[Sentence] = []
    for n, sentence in enumerate(item.sentences):
        if n not in names:
            result.append(sentence)
        elif queue:
            result.append(queue.pop(0))
    return result


def _sentence(judged: Judged, item: Item, block: Block, refused: Mapping[str, list[Refusal]]) -> Sentence:
    wording = judged.wording
    original = item.sentences[block.open[wording.replaces[0]]]
    text = wording.text.strip()
    if text == original.text:
        return original
    return Sentence(
        text=text,
        source_ids=list(judged.source_ids),
        origin="llm",
        verdict="grounded",
        refused=_texts(refused, wording.replaces),
    )


def _texts(refused: Mapping[str, list[Refusal]], names: Iterable[str]) -> list[str]:
    return [refusal.text for name in names for refusal in refused.get(name, [])]
