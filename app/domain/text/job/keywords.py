"""What a posting asks for by name: the keywords, how much each weighs, and which are alternatives."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from app.domain.regex import regex
from app.domain.text.job.degrees import education_in
from app.domain.text.job.demands import Force, forces
from app.domain.text.job.headings import ASKING, SILENT, Section, fold_heading
from app.domain.text.job.passing import FIELDS_OF_STUDY, KINDS_OF_TOOLS, WHOLE_FIELDS, asks_for, is_passing
from app.domain.text.job.sections import Sentence
from app.domain.text.job.years import skill_years, states_years
from app.domain.text.posting import Keyword, KeywordCategory, Span
from app.domain.text.skills import Lexicon, SkillMention

_WEIGHT: dict[Force, float] = {"must": 1.0, "nice": 0.55, "named": 0.45}
_TITLE = 0.5
_EMPHASIS = 0.1
_REPEATED = 0.12
_MOST_REPEATS = 4
_EARLY = 0.15
_PER_RANK = 0.015
_EVIDENCE = 8
_ENOUGH = 4
"""From this many keywords in its sections of demands on, what a posting merely names elsewhere adds nothing."""

_PASSING = frozenset((Section.INTRO, Section.DETAILS))
_Weakened = Literal["dropped", "named"] | None

_OR = regex(
    r"[\s,]*(?:\b(?:or|and/or|oder|bzw\.?|ou|o|of|either|ou bien|oppure)\b|/)\s*(?:\b(?:in|with|mit|the|an?|"
    r"even)\b\s*)?",
    re.IGNORECASE,
)
_AND = regex(r"[\s,]*(?:\b(?:and|und|et|y|e|en)\b|&)\s*", re.IGNORECASE)
_LEAD = 60
_COMMA = regex(r"\s*[,/|]\s*|\s+")
_ONE_OF = regex(
    r"\b(?:(?:at least |any )?one (?:or more )?(?:of|from)|at least one|any of|either|(?:mindestens|min\.|"
    r"wenigstens) ein\w*|(?:au moins )?une? (?:de|des|parmi)|al menos un[ao]?|almeno un[ao]?|minimaal één|pelo "
    r"menos uma?)\b",
    re.IGNORECASE,
)
_AND_SO_ON = regex(
    r"[\s,)]*(?:\b(?:or|and|oder|und|ou|o|of|et)\s)?(?:(?:other|any|a|some|andere[ns]?)\s)?\b(?:similar|"
    r"equivalent|comparable|related|etc|the like|ähnlich\w*|vergleichbar\w*|o\.\s?ä|gleichwertig\w*|similaires?|"
    r"équivalents?|similar(?:es)?|vergelijkba\w+|simil[ei]|analoghi)\b",
    re.IGNORECASE,
)
_LEGAL_FORM = regex(r"[\s,]+(?:inc|llc|ltd|limited|corp|corporation|co|plc|gmbh|ag|se|sa|sas|bv|nv|oy|ab|srl|spa)\.?$")
_SLUG = regex(r"[^a-z0-9+#.]+")


@dataclass(slots=True)
class _Evidence:
    category: KeywordCategory
    spans: list[Span] = field(default_factory=list)
    force: dict[Force, int] = field(default_factory=dict)
    wanted: bool = False
    """A section of demands names it."""
    listed: bool = False
    """A bare list of technologies names it."""
    in_title: bool = False
    emphasized: bool = False
    early: float = 0.0
    years: int | None = None
    groups: list[tuple[str, ...]] = field(default_factory=list)
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The skills that one sentence names."""

    sentence: Sentence
    mentions: tuple[SkillMention, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    lexicon: Lexicon
    titled: frozenset[str]
    """The skills in the title: never said in passing."""
    own: frozenset[str]
    """The employer's names, case-folded."""
    emphasized: frozenset[int]
    strict: bool = True
    """Leave out what is said in passing."""


def named_skills(description: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Named]:
    """Return the sentences that name skills, with the skills; mentions hold offsets into `description`."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[SkillMention]] = {}
    for mention in lexicon.find(description):
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and mention.end <= sentences[at].end:
            found.setdefault(at, []).append(mention)
    return [Named(sentences[at], tuple(mentions)) for at, mentions in sorted(found.items())]


def read_keywords(
    named: Sequence[Named],
    title: str | None,
    emphasized: frozenset[int],
    lexicon: Lexicon,
    *,
    company: str | None = None,
) -> tuple[Keyword, ...]:
    """Return the keywords, the weightiest first, equal weights by name. The order of unrelated text changes nothing."""
    own = _own_names(company)
    titled = [mention for mention in lexicon.find(title or "") if mention.text.casefold() not in own]
    heard = [
        item for item in named if item.sentence.section not in SILENT and not _about_employer(item.sentence, company)
    ]
    context = _Context(lexicon, frozenset(mention.name for mention in titled), own, emphasized)
    kept = _read(heard, titled, context)
    if len(kept) < _ENOUGH:
        kept = _read(heard, titled, replace(context, strict=False))
    weights = {name: _weight(entry) for name, entry in kept.items()}
    heaviest = max(weights.values(), default=1.0)
    keywords = [_keyword(name, entry, weights[name] / heaviest, kept) for name, entry in kept.items()]
    return tuple(sorted(keywords, key=lambda keyword: (-keyword.weight, keyword.keyword.casefold(), keyword.keyword)))


def _read(named: Sequence[Named], titled: Sequence[SkillMention], context: _Context) -> dict[str, _Evidence]:
    evidence: dict[str, _Evidence] = {}
    for item in named:
        _collect(item, evidence, context)
    for mention in titled:
        evidence.setdefault(mention.name, _Evidence(mention.category)).in_title = True
    return _kept(evidence)


def _own_names(company: str | None) -> frozenset[str]:
    """Return what an employer is called, with and without its legal form; its name is then no skill by itself."""
    if not company:
        return frozenset()
    name = company.casefold().strip()
    return frozenset((name, _LEGAL_FORM.sub("", name)))


def _about_employer(sentence: Sentence, company: str | None) -> bool:
    """Tell whether a sentence begins "Acme makes ...": what an employer makes is not what it asks for."""
    if not company or sentence.demanding or sentence.section not in {Section.INTRO, Section.ROLE}:
        return False
    return sentence.low.removeprefix("the ").startswith(f"{company.lower()} ")


def _weakened(sentence: Sentence, mentions: tuple[SkillMention, ...], context: _Context) -> list[_Weakened]:
    """Return which of `mentions` say less than they seem to.

    A field of study is no skill, a whole field of work says nothing beside its tools or its years, and "containers
    (Docker)" asks for Docker.
    """
    names = {mention.name for mention in mentions}
    fields = names & WHOLE_FIELDS
    kinds = names & KINDS_OF_TOOLS
    said = {kind for kind in kinds for name in names - kinds if kind in context.lexicon.implied(name)}
    if fields and (len(fields) < len(names) or states_years(sentence)):
        said |= fields
    studies = education_in(sentence) is not None
    passing = not sentence.demanding and sentence.section in _PASSING
    return [
        "dropped"
        if mention.name in said
        or passing
        or mention.name in FIELDS_OF_STUDY
        or (mention.category == "domain" and sentence.section not in ASKING)
        or (context.strict and mention.name not in context.titled and is_passing(sentence, mention))
        or (mention.text.casefold() in context.own and not asks_for(sentence, mention))
        else "named"
        if studies and mention.category in {"technical", "domain"}
        else None
        for mention in mentions
    ]


def _collect(item: Named, evidence: dict[str, _Evidence], context: _Context) -> None:
    sentence, mentions = item.sentence, item.mentions
    spans = [(mention.start - sentence.start, mention.end - sentence.start) for mention in mentions]
    weakened = _weakened(sentence, mentions, context)
    groups = _alternatives(sentence.text, mentions, spans)
    years = skill_years(sentence, spans)
    optional = sentence.section is Section.NICE
    asked_for = forces(
        sentence.text, spans, demanding=sentence.demanding, softened=sentence.softened, optional=optional
    )
    for mention, weak, stated, group, asked in zip(mentions, weakened, asked_for, groups, years, strict=True):
        if weak == "dropped":
            continue
        force: Force = weak or stated
        entry = evidence.setdefault(mention.name, _Evidence(mention.category))
        entry.spans.append(Span(mention.start, mention.end, mention.text))
        entry.force[force] = entry.force.get(force, 0) + 1
        entry.wanted |= sentence.section in ASKING and weak is None
        entry.listed |= sentence.section is Section.STACK
        entry.emphasized |= sentence.line in context.emphasized
        if sentence.section in {Section.REQUIRED, Section.NICE}:
            entry.early = max(entry.early, _EARLY - _PER_RANK * sentence.rank)
        if asked is not None and force != "nice":
            entry.years = max(asked, entry.years or 0)
        if group:
            entry.groups.append(group)
        elif force == "must":
            entry.alone = True


def _kept(evidence: dict[str, _Evidence]) -> dict[str, _Evidence]:
    wanted = sum(entry.wanted for entry in evidence.values())
    return {
        name: entry
        for name, entry in evidence.items()
        if _matters(entry) or (wanted < _ENOUGH and (entry.force or entry.in_title))
    }


def _matters(entry: _Evidence) -> bool:
    return bool(entry.force.get("must") or entry.force.get("nice") or entry.listed or (entry.in_title and entry.force))


def _required(entry: _Evidence) -> bool:
    if entry.force.get("must"):
        return True
    if entry.force.get("nice"):
        return entry.in_title
    return True


def _weight(entry: _Evidence) -> float:
    strongest: Force = "must" if entry.force.get("must") else "nice" if entry.force.get("nice") else "named"
    repeats = min(sum(entry.force.values()) - 1, _MOST_REPEATS)
    weight = _WEIGHT[strongest] + _REPEATED * max(repeats, 0) + entry.early
    return weight + _TITLE * entry.in_title + _EMPHASIS * entry.emphasized


def _keyword(name: str, entry: _Evidence, weight: float, kept: dict[str, _Evidence]) -> Keyword:
    group: str | None = None
    if not entry.alone:
        members = (tuple(sorted(member for member in names if member in kept)) for names in entry.groups)
        group = min((_slug(names) for names in members if len(names) > 1), default=None)
    spans = tuple(sorted(entry.spans, key=lambda span: span.start)[:_EVIDENCE])
    return Keyword(name, round(weight, 3), entry.category, _required(entry), spans, group, entry.years)


def _slug(names: tuple[str, ...]) -> str:
    return "|".join(_SLUG.sub("-", name.casefold()) or fold_heading(name) for name in names)


def _alternatives(text: str, mentions: tuple[SkillMention, ...], spans: list[tuple[int, int]]) -> list[tuple[str, ...]]:
    """Return, for each mention, the names it is an alternative of (itself among them), or nothing."""
    result: list[tuple[str, ...]] = [()] * len(mentions)
    begin = 0
    while begin < len(spans):
        end, choice = begin + 1, False
        one_of = _ONE_OF.search(text, max(0, spans[begin][0] - _LEAD), spans[begin][0]) is not None
        while end < len(spans):
            gap = text[spans[end - 1][1] : spans[end][0]]
            if _OR.fullmatch(gap):
                choice = choice or gap.strip() != "/"
            elif not (_COMMA.fullmatch(gap) and gap.strip()) and not (one_of and _AND.fullmatch(gap)):
                break
            end += 1
        if end - begin > 1 and (choice or one_of or _AND_SO_ON.match(text, spans[end - 1][1])):
            names = tuple(dict.fromkeys(mention.name for mention in mentions[begin:end]))
            if len(names) > 1:
                result[begin:end] = [names] * (end - begin)
        begin = end
    return result
