"""Every claim of the document that was sent is a question waiting to be asked: which ones, and how."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.ats.signals import has_figure, shows_ownership
from app.domain.text.career import Career
from app.domain.text.document import Content, Verdict
from app.domain.text.interview.bank import Bank, Probe
from app.domain.text.interview.model import InterviewQuestion, PromptKind, QuestionPrompt
from app.domain.text.interview.outline import TELLING, Outliner
from app.domain.text.skills import Lexicon

_SECTIONS = frozenset({"experience", "projects", "custom", "letter"})
_MOST = 7
_ENOUGH = 4
_LEAST_WORTH = 1.5
_MOST_OF_ONE_ITEM = 4
_LONGEST = 220
_FEWEST_WORDS = 4
_COURTESY = regex(r"^(?:dear|sincerely|kind|best|yours|i (?:am writing|apply|look forward|would))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that the employer has read, with the facts it rests on."""

    text: str
    fact_ids: tuple[str, ...]
    verdict: Verdict
    item: str


def claims_of(contents: Iterable[Content]) -> list[Claim]:
    """Return what the documents claim, in reading order: what a letter says of a fact again is no claim of its own."""
    found: dict[str, Claim] = {}
    told: set[str] = set()
    for content in contents:
        for section in content.sections:
            for item in section.items if section.kind in _SECTIONS else ():
                for one in item.sentences:
                    text = " ".join(one.text.split())
                    if len(text.split()) >= _FEWEST_WORDS and not _COURTESY.match(text) and one.source_ids:
                        telling = {source for source in one.source_ids if _field(source) in TELLING}
                        if telling <= told and one.verdict != "ungrounded":
                            continue
                        told |= telling
                        claim = Claim(text, tuple(one.source_ids), one.verdict, item.item_id or section.kind)
                        found.setdefault(text.casefold(), claim)
    return list(found.values())


def _field(fact_id: str) -> str:
    return fact_id.split(":")[1] if ":" in fact_id else ""


def claims_of_career(career: Career) -> list[Claim]:
    """Return what the profile itself claims: what a resume made of it would say."""
    return [
        Claim(" ".join(text.split()), (f"{job.id}:achievements:{index}",), "grounded", job.id)
        for job in career.experiences
        for index, text in enumerate(job.achievements)
        if len(text.split()) >= _FEWEST_WORDS
    ]


def claim_questions(
    claims: list[Claim],
    kind: PromptKind,
    *,
    bank: Bank,
    outliner: Outliner,
    asked: frozenset[str],
    lexicon: Lexicon,
) -> list[InterviewQuestion]:
    """Return at most seven questions: on what nothing proves, on figures, on what the posting asks for, on leading."""
    ranked = sorted(enumerate(claims), key=lambda pair: (-_worth(pair[1], asked, lexicon), pair[0]))
    per_item: Counter[str] = Counter()
    chosen: list[tuple[int, Claim]] = []
    for at, claim in ranked:
        if len(chosen) >= _ENOUGH and _worth(claim, asked, lexicon) < _LEAST_WORTH:
            break
        if len(chosen) < _MOST and per_item[claim.item] < _MOST_OF_ONE_ITEM:
            per_item[claim.item] += 1
            chosen.append((at, claim))
    probes = _Probes(bank)
    return [
        _question(claim, kind, probes, outliner, _shown(claim, asked, lexicon))
        for _, claim in sorted(chosen, key=lambda pair: pair[0])
    ]


def _shown(claim: Claim, asked: frozenset[str], lexicon: Lexicon) -> list[str]:
    """Return what of the posting's keywords the claim names, in its order."""
    return list(dict.fromkeys(one.name for one in lexicon.find(claim.text) if one.name in asked))


def _worth(claim: Claim, asked: frozenset[str], lexicon: Lexicon) -> float:
    named = {mention.name for mention in lexicon.find(claim.text)}
    named |= {implied for name in named for implied in lexicon.implied(name)}
    return (
        4.0 * (claim.verdict == "ungrounded")
        + 2.0 * has_figure(claim.text)
        + 1.5 * bool(named & asked)
        + 1.0 * shows_ownership(claim.text)
    )


class _Probes:
    """Hands out follow-up questions, each as seldom as possible."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._used: Counter[str] = Counter()

    def on(self, text: str) -> str:
        """Return a follow-up that fits `text`: one not asked yet where there is one."""
        fitting = [question for probe in self._fitting(text) for question in probe.questions]
        best = min(fitting, key=lambda question: (self._used[question], fitting.index(question)))
        self._used[best] += 1
        return best

    def _fitting(self, text: str) -> Iterator[Probe]:
        return (probe for probe in self._bank.probes if probe.pattern.search(text))


def _question(
    claim: Claim, kind: PromptKind, probes: _Probes, outliner: Outliner, shown: list[str]
) -> InterviewQuestion:
    quoted = claim.text if len(claim.text) <= _LONGEST else f"{claim.text[:_LONGEST].rsplit(' ', 1)[0]} …"
    where = "You write" if kind == "document" else "Your profile says"
    known = [one for one in claim.fact_ids if one in outliner.facts]
    telling = [one for one in known if outliner.facts[one].field in TELLING]
    return InterviewQuestion(
        category="behavioral",
        question=f"{where}: “{quoted.rstrip('.')}.” {probes.on(claim.text)}",
        why_asked=_why(claim, kind, shown),
        difficulty="expert" if claim.verdict == "ungrounded" else "working",
        evidence=tuple(telling or known),
        outline=outliner.of(telling or known),
        prompted_by=QuestionPrompt(kind, claim.text),
    )


def _why(claim: Claim, kind: PromptKind, shown: list[str]) -> str:
    if claim.verdict == "ungrounded":
        return "Nothing in your profile proves this line of your document: be ready to prove it, or take it out."
    if shown:
        figure = ", and its figure will be asked about" if has_figure(claim.text) else ""
        return f"It is where you show {' and '.join(shown[:2])}, which the posting asks for{figure}."
    if has_figure(claim.text):
        return "A figure on paper is asked about: whoever did it knows how it was measured."
    if kind == "document":
        return "It stands in what you sent, so they may ask what is behind it."
    return "It would stand in your resume, so they may ask what is behind it."
