"""Verify a whole document: every sentence and every field, by path."""

from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.text.career import Career
from app.domain.text.document import CheckedField, Content, Item, Reason, Section, Sentence, Verdict
from app.domain.text.grounding.fields import check_fields
from app.domain.text.grounding.ground import PostingContext
from app.domain.text.grounding.index import FactIndex
from app.domain.text.grounding.letter_head import check_letter_head
from app.domain.text.grounding.sentence import verify_sentence
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_OWN_ITEMS = frozenset({"experience", "education", "project"})


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on the sentence at `path`."""

    path: str
    text: str
    verdict: Verdict
    reasons: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GroundingReport:
    """What verification found; the counts are of sentences and fields together."""

    grounded: int
    ungrounded: int
    unchecked: int
    sentences: list[Checked]
    fields: list[CheckedField]


def verify_content(
    content: Content, career: Career, lexicon: Lexicon, *, today: date, posting: Posting | None = None
) -> GroundingReport:
    """Return the verdict on every sentence and field of `content`, which stays as it is."""
    index = FactIndex(career, lexicon, today=today)
    context = PostingContext.of(posting, recipient=content.recipient, subject=content.subject)
    sentences = [_checked(content, path, item, sentence, index, context) for path, item, sentence in walk(content)]
    fields = [CheckedField(path, verdict, reasons) for path, verdict, reasons in check_fields(content, index)]
    fields += check_letter_head(content, career, posting)
    verdicts = [one.verdict for one in sentences] + [one.verdict for one in fields]
    return GroundingReport(
        grounded=verdicts.count("grounded"),
        ungrounded=verdicts.count("ungrounded"),
        unchecked=verdicts.count("unchecked"),
        sentences=sentences,
        fields=fields,
    )


def apply_report(content: Content, report: GroundingReport) -> Content:
    """Return a copy of `content` that carries what `report` says of each sentence and of the unproven fields."""
    by_path = {checked.path: checked for checked in report.sentences}

    def judged(path: str, sentence: Sentence) -> Sentence:
        checked = by_path.get(path)
        if checked is None or checked.text != sentence.text:
            return replace(sentence, verdict="unchecked", reasons=[])
        return replace(sentence, verdict=checked.verdict, reasons=list(checked.reasons))

    return replace(
        content,
        sections=[
            Section(
                kind=section.kind,
                title=section.title,
                items=[
                    replace(
                        item,
                        sentences=[
                            judged(f"sections/{s}/items/{i}/sentences/{n}", sentence)
                            for n, sentence in enumerate(item.sentences)
                        ],
                    )
                    for i, item in enumerate(section.items)
                ],
            )
            for s, section in enumerate(content.sections)
        ],
        unproven_fields=[one for one in report.fields if one.verdict != "grounded"],
    )


def walk(content: Content) -> list[tuple[str, Item, Sentence]]:
    """Return every sentence of `content` with its path and item, in reading order."""
    return [
        (f"sections/{s}/items/{i}/sentences/{n}", item, sentence)
        for s, section in enumerate(content.sections)
        for i, item in enumerate(section.items)
        for n, sentence in enumerate(item.sentences)
    ]


def report_to_plain(report: GroundingReport) -> dict[str, object]:
    """Return `report` as JSON-ready values, with the keys of the wire format."""
    return {
        "grounded": report.grounded,
        "ungrounded": report.ungrounded,
        "unchecked": report.unchecked,
        "sentences": [
            {"path": one.path, "text": one.text, "verdict": one.verdict, "reasons": _reasons(one.reasons)}
            for one in report.sentences
        ],
        "fields": [
            {"path": one.path, "verdict": one.verdict, "reasons": _reasons(one.reasons)} for one in report.fields
        ],
    }


def _reasons(reasons: list[Reason]) -> list[dict[str, object]]:
    return [{"kind": one.kind, "span": list(one.span), "message": one.message} for one in reasons]


def _checked(
    content: Content, path: str, item: Item, sentence: Sentence, index: FactIndex, context: PostingContext
) -> Checked:
    verdict, reasons = verify_sentence(
        sentence.text,
        sentence.source_ids,
        index,
        index.lexicon,
        document_type=content.document_type,
        context=context,
        language=content.language,
    )
    stranger = _stranger(item, sentence, index)
    if stranger:
        wrong = Reason("source", (0, len(sentence.text)), f"The cited fact {stranger!r} belongs to another entry")
        return Checked(path, sentence.text, "ungrounded", [wrong, *reasons])
    return Checked(path, sentence.text, verdict, reasons)


def _stranger(item: Item, sentence: Sentence, index: FactIndex) -> str | None:
    """Return the cited fact that belongs to another job, course or project than the entry of the sentence."""
    if item.item_id is None or index.kinds.get(item.item_id) not in _OWN_ITEMS:
        return None
    for source in sentence.source_ids:
        fact = index.facts.get(source)
        if fact and fact.item_id != item.item_id and index.kinds.get(fact.item_id) in _OWN_ITEMS:
            return source
    return None
