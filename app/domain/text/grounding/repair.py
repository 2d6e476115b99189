"""Put a document right: failing sentences go back to the user's own words, failing fields to the profile's."""

from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.regex import regex
from app.domain.text.career import Career, Fact
from app.domain.text.document import Content, Item, Reason, Sentence
from app.domain.text.grounding.ground import PostingContext
from app.domain.text.grounding.index import FactIndex
from app.domain.text.grounding.report import GroundingReport, apply_report, verify_content
from app.domain.text.grounding.restore import restore_header, restore_item
from app.domain.text.grounding.sentence import verify_sentence
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_TELLING = frozenset({"achievements", "description", "professional_summary", "honors", "headline", "name"})
_VERB = regex(r"[A-Z][a-z]+(?:ed|t|n|ew|an|ut|old|ought|ook|ave|ote|ove|ed)\b")


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done at `path` (of the document before): `text` replaces `refused`, or nothing does when it is empty."""

    path: str
    refused: str
    text: str
    reasons: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RepairReport:
    """Every repair, and the verification of the repaired document.

    `needs_review` tells that something ungrounded is left (a sentence that the user wrote is theirs to change), or that
    dropping what nothing grounds left a section without a sentence.
    """

    replaced: list[Repair]
    dropped: list[Repair]
    fields: list[Repair]
    unrepaired: list[str]
    needs_review: bool
    report: GroundingReport


def repair_content(
    content: Content, career: Career, lexicon: Lexicon, *, today: date, posting: Posting | None = None
) -> tuple[Content, RepairReport]:
    """Return `content` with only its ungrounded sentences and fields repaired, judged, and the account of it.

    The refused wording stays in `Sentence.refused` of what replaced it, its reasons in the report.
    """
    before = verify_content(content, career, lexicon, today=today, posting=posting)
    mender = _Mender(content, FactIndex(career, lexicon, today=today), before, posting)
    repaired = mender.mend()
    after = verify_content(repaired, career, lexicon, today=today, posting=posting)
    emptied = any(
        any(item.sentences for item in old.items) and not any(item.sentences for item in new.items)
        for old, new in zip(content.sections, repaired.sections, strict=True)
    )
    left = [one.path for one in after.sentences if one.verdict == "ungrounded"]
    left += [one.path for one in after.fields if one.verdict == "ungrounded"]
    return apply_report(repaired, after), RepairReport(
        replaced=mender.replaced,
        dropped=mender.dropped,
        fields=mender.fields,
        unrepaired=left,
        needs_review=bool(left) or emptied,
        report=after,
    )


class _Mender:
    def __init__(self, content: Content, index: FactIndex, report: GroundingReport, posting: Posting | None) -> None:
        self._content = content
        self._index = index
        self._context = PostingContext.of(posting, recipient=content.recipient, subject=content.subject)
        self._failing = {one.path: one.reasons for one in report.sentences if one.verdict == "ungrounded"}
        self._fields = {one.path: one.reasons for one in report.fields if one.verdict == "ungrounded"}
        self.replaced: list[Repair] = []
        self.dropped: list[Repair] = []
        self.fields: list[Repair] = []

    def mend(self) -> Content:
        sections = [
            replace(
                section,
                title=self._heading(f"sections/{s}/title", section.title),
                items=[self._item(f"sections/{s}/items/{i}", item) for i, item in enumerate(section.items)],
            )
            for s, section in enumerate(self._content.sections)
        ]
        header, changed = restore_header(self._content.header, self._index.career, self._fields)
        self.fields += [Repair(path, old, new, list(self._fields[path])) for path, old, new in changed]
        return replace(self._content, header=header, sections=sections)

    def _heading(self, path: str, title: str) -> str:
        """Return the heading, or nothing where it claims what no fact does: the usual one is printed then."""
        if path not in self._fields:
            return title
        self.fields.append(Repair(path, title, "", list(self._fields[path])))
        return ""

    def _item(self, path: str, item: Item) -> Item:
        sentences: list[Sentence] = []
        standing = {sentence.text for sentence in item.sentences}
        for number, sentence in enumerate(item.sentences):
            place = f"{path}/sentences/{number}"
            reasons = self._failing.get(place)
            if reasons is None or sentence.origin == "user":
                sentences.append(sentence)
                continue
            mended = self._sentence(item, sentence, standing)
            if mended is None:
                self.dropped.append(Repair(place, sentence.text, "", list(reasons)))
                continue
            standing.add(mended.text)
            self.replaced.append(Repair(place, sentence.text, mended.text, list(reasons)))
            sentences.append(mended)
        restored, changed = restore_item(path, item, self._index, self._fields)
        self.fields += [Repair(place, old, new, list(self._fields[place])) for place, old, new in changed]
        return replace(restored, sentences=sentences)

    def _sentence(self, item: Item, sentence: Sentence, standing: set[str]) -> Sentence | None:
        own = self._index.kinds.get(item.item_id or "")
        cited = [
            self._index.facts[source] for source in dict.fromkeys(sentence.source_ids) if source in self._index.facts
        ]
        if own in {"experience", "education", "project"}:
            cited = [fact for fact in cited if fact.item_id == item.item_id]
        telling = [fact for fact in cited if fact.field in _TELLING or fact.field.startswith("custom_fields")]
        for wording, used in self._wordings(telling):
            if wording in standing:
                return None
            sources = [fact.id for fact in used]
            verdict, reasons = verify_sentence(
                wording,
                sources,
                self._index,
                self._index.lexicon,
                document_type=self._content.document_type,
                context=self._context,
                language=self._content.language,
            )
            if verdict == "grounded":
                return Sentence(
                    text=wording,
                    source_ids=sources,
                    origin="user",
                    verdict=verdict,
                    reasons=reasons,
                    refused=[*sentence.refused, sentence.text],
                )
        return None

    def _wordings(self, telling: list[Fact]) -> list[tuple[str, list[Fact]]]:
        """Return the user's own wordings to try, the fullest first. A letter speaks of "I"."""
        found: list[tuple[str, list[Fact]]] = []
        for fact in telling:
            text = fact.text.strip()
            if self._content.document_type == "cover_letter":
                spoken = text if text.endswith((".", "!", "?")) else f"{text}."
                if self._content.language == "en" and _VERB.match(text):
                    found.append((f"I {spoken[0].lower()}{spoken[1:]}", [fact]))
                found.append((spoken, [fact]))
            else:
                found.append((text, [fact]))
        return found
