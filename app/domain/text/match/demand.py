"""What a posting asks for, ready to be scored: keywords merged and grouped, points shared out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.match import formula
from app.domain.text.posting import Keyword, KeywordCategory, Posting, Span
from app.domain.text.skills import Lexicon
from app.domain.text.skills.folding import fold_name


@dataclass(frozen=True, slots=True)
class Asked:
    """One keyword asked for: merged over its repetitions, by its canonical name where the lexicon knows it.

    `spellings` are the folded forms the posting uses; `pattern` finds a name that the lexicon does not know.
    """

    name: str
    category: KeywordCategory
    required: bool
    weight: float
    either_or: str | None
    min_years: int | None
    evidence: tuple[Span, ...]
    spellings: frozenset[str]
    pattern: re.Pattern[str] | None

    @property
    def written(self) -> str:
        """The keyword as the posting first writes it."""
        return next((" ".join(span.text.split()) for span in self.evidence if span.text.strip()), self.name)


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives that count once (mostly one keyword alone). `weight` is already scaled by kind and category."""

    members: tuple[Asked, ...]
    required: bool
    weight: float
    soft: bool

    @property
    def label(self) -> str:
        """The alternatives, joined by "or"."""
        return " or ".join(member.name for member in self.members)


@dataclass(frozen=True, slots=True)
class Points:
    """Points of each demand; they sum to 100. `specificity` is the share of the skill points that can be earned."""

    required: float
    preferred: float
    years: float
    recency: float
    title: float
    seniority: float
    education: float
    languages: float
    specificity: float


@dataclass(frozen=True, slots=True)
class Demand:
    """A posting as the formula sees it. `skills` and `credentials` are in a fixed order, whatever the posting's."""

    posting: Posting
    skills: tuple[Group, ...]
    credentials: tuple[Group, ...]
    years: int | None
    entry_level: bool
    education_required: bool
    experience_may_replace_degree: bool
    points: Points


def demand_of(posting: Posting, lexicon: Lexicon) -> Demand:
    """Return what `posting` asks for; the order of its keywords and their repetitions make no difference."""
    asked = _merged(posting.parsed_keywords, lexicon)
    credentials = _groups([one for one in asked if one.category in ("language", "certification")])
    skills = _groups([one for one in asked if one.category not in ("language", "certification")])
    least = posting.years_experience.min if posting.years_experience else None
    schooling = [one for one in posting.requirements if one.kind == "education"]
    education_required = not schooling or any(one.required for one in schooling)
    return Demand(
        posting=posting,
        skills=skills,
        credentials=credentials,
        years=least or None,
        entry_level=posting.seniority in ("intern", "junior")
        or posting.employment_type == "internship"
        or (least is not None and least <= 1 and posting.seniority is None),
        education_required=education_required,
        experience_may_replace_degree=any(_EQUIVALENT.search(one.text) for one in schooling),
        points=_points(posting, skills, credentials, years=least or None, education_required=education_required),
    )


_EQUIVALENT = regex(
    r"equivalent|or (?:relevant|related|practical|work) |vergleichbar|gleichwertig|équivalent", re.IGNORECASE
)


def _merged(keywords: Iterable[Keyword], lexicon: Lexicon) -> list[Asked]:
    by_name: dict[str, list[Keyword]] = {}
    for keyword in keywords:
        entry = lexicon.get(keyword.keyword)
        name = entry.name if entry else " ".join(keyword.keyword.split())
        if name:
            by_name.setdefault(name, []).append(keyword)
    return [_merge(name, found, known=lexicon.get(name) is not None) for name, found in sorted(by_name.items())]


def _merge(name: str, found: list[Keyword], *, known: bool) -> Asked:
    # The weightiest repetition speaks for all; ties are broken by what it says, never by its place.
    found = sorted(found, key=lambda one: (-one.required, -one.weight, one.either_or or "", one.category))
    spans = sorted({span for one in found for span in one.evidence}, key=lambda span: (span.start, span.end))
    years = [one.min_years for one in found if one.min_years]
    return Asked(
        name=name,
        category=found[0].category,
        required=found[0].required,
        weight=min(1.0, max(formula.WEIGHT_FLOOR, *(one.weight for one in found))),
        either_or=found[0].either_or,
        min_years=max(years) if years else None,
        evidence=tuple(spans),
        spellings=frozenset({fold_name(name)} | {fold_name(span.text) for span in spans}),
        pattern=None if known else re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)"),
    )


def _groups(asked: list[Asked]) -> tuple[Group, ...]:
    by_group: dict[str, list[Asked]] = {}
    for one in asked:
        by_group.setdefault(f"group {one.either_or}" if one.either_or else f"alone {one.name}", []).append(one)
    groups = []
    for members in by_group.values():
        members.sort(key=lambda one: (-one.weight, one.name))
        required = any(one.required for one in members)
        soft = all(one.category == "soft" for one in members)
        weight = members[0].weight * (1.0 if required else formula.PREFERRED) * (formula.SOFT if soft else 1.0)
        groups.append(Group(tuple(members), required, weight, soft))
    return tuple(sorted(groups, key=lambda group: (not group.required, -group.weight, group.label)))


def _points(
    posting: Posting,
    skills: tuple[Group, ...],
    credentials: tuple[Group, ...],
    *,
    years: int | None,
    education_required: bool,
) -> Points:
    for_years = (formula.YEARS if posting.seniority else formula.LEVEL) if years else 0.0
    for_title = formula.TITLE if posting.title else 0.0
    for_seniority = (formula.SENIORITY if years else formula.LEVEL) if posting.seniority else 0.0
    for_education = 0.0
    if posting.education_level:
        for_education = formula.EDUCATION if education_required else formula.EDUCATION_PREFERRED
    for_languages = formula.LANGUAGES if credentials else 0.0
    others = for_years + formula.RECENCY + for_title + for_seniority + for_education + for_languages
    pool = formula.TOTAL - formula.PRESENTATION - others
    musts = sum(group.weight for group in skills if group.required)
    nices = sum(group.weight for group in skills if not group.required)
    share = nices / (musts + nices) if nices else 0.0
    if musts:
        share = min(share, formula.PREFERRED_SHARE_LIMIT)
    preferred = formula.tenths(pool * share) / 10
    named = sum(formula.SOFT if group.soft else 1.0 for group in skills)
    return Points(
        required=round(pool - preferred, 1),
        preferred=preferred,
        years=for_years,
        recency=formula.RECENCY,
        title=for_title,
        seniority=for_seniority,
        education=for_education,
        languages=for_languages,
        specificity=min(1.0, named / formula.SPECIFIC),
    )
