"""Letting a model word an answer better: what it is told, and what of its wording stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from app.domain.regex import regex
from app.domain.text.career import Career, Experience, facts
from app.domain.text.grounding import FactIndex, PostingContext, verify_sentence
from app.domain.text.interview.feedback import AnswerFeedback
from app.domain.text.interview.model import InterviewQuestion
from app.domain.text.interview.outline import TELLING
from app.domain.text.interview.telling import read_answer
from app.domain.text.posting import Posting
from app.domain.text.rewrite.brief import is_private, private_words
from app.domain.text.skills import Lexicon

_ANSWER = "answer"
_MOST_SENTENCES = 14
_MOST_FACTS = 30
_LONGEST = 600
_MARKUP = regex(r"[\x00-\x1f\x7f-\x9f<>{}`|\\]|\*\*|https?:|www\.|@|\[\w+\]\(")
_TOLD = TELLING | {"title", "company", "name", "start_date", "end_date"}
DATA_KINDS = ("interview answer", "facts it rests on", "interview question")
_TEXT: Mapping[str, object] = {"type": "string", "description": "one plain sentence in the first person"}
_NAMES: Mapping[str, object] = {
    "type": "array",
    "items": {"type": "string"},
    "description": "the ids of the candidate's sentences (s…) and facts (f…) that the sentence rests on",
}
REWORDING_SHAPE: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"text": _TEXT, "source_ids": _NAMES},
                "required": ["text", "source_ids"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class RewordedSentence:
    """A sentence of the wording, with the facts of the profile it cites; `own` is the candidate's, as they said it."""

    text: str
    fact_ids: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What the model is told: `said` is sent; `sentences` and `fact_ids` are by the names it knows them under."""

    said: Mapping[str, object]
    sentences: Mapping[str, str]
    fact_ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reworded:
    """What stands of the wording, in order, and the texts that were turned away."""

    sentences: tuple[RewordedSentence, ...]
    refused: tuple[str, ...]


def tell(question: InterviewQuestion, answer: str, feedback: AnswerFeedback, career: Career) -> Told:
    """Return what the model is told: nothing unproven, no contact data, no words meant for a machine."""
    private = private_words(career)
    doubted = [one.start for one in feedback.unproven]
    sentences: dict[str, str] = {}
    for one in read_answer(answer).sentences:
        text = " ".join(one.text.split())
        claims = any(one.start <= at < one.end for at in doubted)
        if not claims and len(text) <= _LONGEST and not is_private(text, private):
            sentences[f"s{len(sentences) + 1}"] = text
    known = facts(career)
    items = {known[one].item_id for one in question.evidence if one in known}
    told = [fact for fact in known.values() if fact.item_id in items and fact.field in _TOLD]
    told = [fact for fact in told if not is_private(fact.text, private)][:_MOST_FACTS]
    named = {f"f{at}": fact for at, fact in enumerate(told, start=1)}
    said = {
        "language": "en",
        "question": question.question,
        "answer": [{"id": name, "text": text} for name, text in sentences.items()],
        "facts": [{"id": name, "text": fact.text} for name, fact in named.items()],
        "advice": [line for line in feedback.advice if not any(one.text in line for one in feedback.unproven)],
    }
    return Told(said, sentences, {name: fact.id for name, fact in named.items()})


def settle(
    data: Mapping[str, object], told: Told, career: Career, posting: Posting, lexicon: Lexicon, *, today: date
) -> Reworded:
    """Return what stands of data shaped as `REWORDING_SHAPE`: a sentence that its sources do not bear out falls back.

    In its place stand the candidate's own sentences that it cites; those that nothing cites stay away.
    """
    court = _Court(told, career, posting, lexicon, today)
    rows = cast("list[Mapping[str, object]]", data["sentences"])[:_MOST_SENTENCES]
    kept: list[RewordedSentence] = []
    refused: list[str] = []
    used: set[str] = set()
    for row in rows:
        text, names = " ".join(str(row["text"]).split()), _names(row["source_ids"])
        if court.stands(text, names):
            used.update(names)
            kept.append(RewordedSentence(text, tuple(told.fact_ids[name] for name in names if name in told.fact_ids)))
            continue
        refused.append(text[:_LONGEST])
        for name in names:
            if name in told.sentences and name not in used:
                used.add(name)
                kept.append(RewordedSentence(told.sentences[name], (), own=True))
    return Reworded(tuple(kept), tuple(refused))


class _Court:
    """Holds sentences to the answer and the facts alike: the answer stands among the facts as a job of its own."""

    def __init__(self, told: Told, career: Career, posting: Posting, lexicon: Lexicon, today: date) -> None:
        said = Experience(id=_ANSWER, achievements=list(told.sentences.values()))
        self._index = FactIndex(replace(career, experiences=[*career.experiences, said]), lexicon, today=today)
        self._lexicon = lexicon
        self._context = PostingContext(posting.company or "", posting.title or "", posting.location or "")
        self._sources = dict(told.fact_ids)
        self._sources |= {name: f"{_ANSWER}:achievements:{at}" for at, name in enumerate(told.sentences)}

    def stands(self, text: str, names: tuple[str, ...]) -> bool:
        """Tell whether a sentence is plain words and its sources bear it out, which are of one job at the most."""
        cited = [self._sources[name] for name in names if name in self._sources]
        if not text or not cited or len(text) > _LONGEST or _MARKUP.search(text):
            return False
        jobs = {self._index.facts[one].item_id for one in cited if one in self._index.facts} - {_ANSWER}
        if len({job for job in jobs if self._index.kinds.get(job) in ("experience", "project")}) > 1:
            return False
        verdict, _ = verify_sentence(
            text, cited, self._index, self._lexicon, document_type="cover_letter", context=self._context
        )
        return verdict == "grounded"


def _names(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(name) for name in cast("list[object]", value)[:_MOST_FACTS]))
