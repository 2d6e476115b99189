"""Keyword by keyword: what a posting asks and what a reading shows for it, and how much that is worth."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.match import formula
from app.domain.text.match.demand import Asked, Group
from app.domain.text.match.experience import Months, months_of
from app.domain.text.match.reading import FRONT_PLACES, WORK_PLACES, Mention, Reading
from app.domain.text.match.report import FactEvidence, KeywordMatch
from app.domain.text.match.titles import title_implies
from app.domain.text.skills.folding import fold_name

_EVIDENCE_LIMIT = 8
_SIGN = regex(r"[^\w+#]")
_STEM = 8
_PLACE_ORDER = (
    "work",
    "project",
    "title",
    "summary",
    "headline",
    "skill",
    "credential",
    "language",
    "education",
    "other",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reading shows for one keyword. `credit` is 0-1, `best` what truthful editing can make of it."""

    asked: Asked
    match: KeywordMatch
    credit: float
    best: float
    in_work: bool
    in_front: bool
    other_spelling: bool
    months: int


@dataclass(frozen=True, slots=True)
class GroupShown:
    """A group with the member that satisfies it best."""

    group: Group
    members: tuple[Shown, ...]

    @property
    def top(self) -> Shown:
        """The member with the highest credit; the first of equals."""
        return max(self.members, key=lambda one: one.credit)

    @property
    def credit(self) -> float:
        """What the group earns, 0-1."""
        return self.top.credit

    @property
    def best(self) -> float:
        """What the group can earn after truthful editing, 0-1."""
        return max(one.best for one in self.members)

    @property
    def missing(self) -> bool:
        """No member is shown or implied."""
        return all(one.match.status == "missing" for one in self.members)

    @property
    def denied(self) -> bool:
        """The candidate said of each member that they do not have it."""
        return all(one.match.denied for one in self.members)


def mentions_of(asked: Asked, reading: Reading) -> tuple[Mention, ...]:
    """Return where `reading` names the keyword, in reading order."""
    if asked.pattern is None:
        return reading.mentions.get(asked.name, ())
    return tuple(_literal(asked, reading))


def _literal(asked: Asked, reading: Reading) -> Iterator[Mention]:
    needle = asked.name.lower()
    assert asked.pattern is not None  # noqa: S101 - callers ask only for names the lexicon does not know
    for number, text in enumerate(reading.lowered):
        # Lower-casing may lengthen a text ("İ"); spans would then lie, so such a passage is left out.
        if needle in text and len(text) == len(reading.passages[number].text):
            for match in asked.pattern.finditer(text):
                passage = reading.passages[number].text
                yield Mention(number, match.start(), match.end(), passage[match.start() : match.end()])


def show(asked: Asked, reading: Reading, supported: Reading | None, denied: Collection[str] = ()) -> Shown:
    """Return what `reading` shows for `asked`. With `supported`, what that reading cannot back counts as missing.

    `denied` are case-folded names of what the candidate said they do not have.
    """
    found = mentions_of(asked, reading)
    via = reading.implied.get(asked.name, ()) if asked.pattern is None else ()
    titles = () if found else bearing(asked, reading)
    if supported is not None and not backed(asked, supported):
        found, via, titles = (), (), ()
    elif supported is not None:
        via = tuple(name for name in via if name in supported.mentions)
    places = {reading.passages[mention.passage].place for mention in found}
    # Python in the skills list and FastAPI at work: the work shows Python too.
    if found and not places & WORK_PLACES:
        places |= {reading.passages[one.passage].place for name in via for one in reading.mentions[name]} & WORK_PLACES
    in_work, in_front = bool(places & WORK_PLACES), bool(places & FRONT_PLACES)
    if asked.category in ("language", "certification"):
        credit = best = 1.0 if found else formula.IMPLIED if via else 0.0
    else:
        credit, best = _worth(in_work, in_front, shown=bool(found), implied=bool(via))
        if titles:
            credit, best = max(credit, formula.BY_TITLE), max(best, formula.BY_TITLE)
    other_spelling = bool(found) and asked.pattern is None and not any(_as_spelled(asked, one.text) for one in found)
    if other_spelling:
        credit *= formula.OTHER_SPELLING
    months = _months(asked, via, titles, reading) if asked.min_years else 0
    if asked.min_years and credit:
        held = min(1.0, months / (12 * asked.min_years))
        factor = formula.SKILL_YEARS_FLOOR + (1 - formula.SKILL_YEARS_FLOOR) * held
        credit, best = credit * factor, best * factor
    by_via = _strongest_via(via, reading) if via and not found else None
    evidence = found or (reading.mentions[by_via] if by_via else titles)
    if titles and not by_via:
        by_via = titles[0].text
    match = KeywordMatch(
        keyword=asked.name,
        category=asked.category,
        required=asked.required,
        weight=asked.weight,
        status="shown" if found else "implied" if via or titles else "missing",
        either_or=asked.either_or,
        via=by_via,
        posting_evidence=asked.evidence,
        profile_evidence=tuple(_evidence(evidence, reading)),
        denied=asked.name.casefold() in denied,
    )
    return Shown(asked, match, credit, max(best, credit), in_work, in_front, other_spelling, months)


def backed(asked: Asked, supported: Reading) -> bool:
    """Tell whether `supported` shows or implies the keyword."""
    if mentions_of(asked, supported) or bearing(asked, supported):
        return True
    return asked.pattern is None and asked.name in supported.implied


def bearing(asked: Asked, reading: Reading) -> tuple[Mention, ...]:
    """Return the titles of roles whose trade the keyword is, the latest first."""
    if asked.category not in ("technical", "domain"):
        return ()
    found = [
        (-reading.roles[passage.role].months.last, number, passage)
        for number, passage in enumerate(reading.passages)
        if passage.place == "title"
        and reading.roles[passage.role].kind == "work"
        and title_implies(passage.text, asked.name)
    ]
    return tuple(Mention(number, 0, len(one.text), one.text) for _, number, one in sorted(found, key=lambda it: it[:2]))


def show_group(group: Group, reading: Reading, supported: Reading | None, denied: Collection[str] = ()) -> GroupShown:
    """Return what `reading` shows for each member of `group`, as `show` does."""
    return GroupShown(group, tuple(show(member, reading, supported, denied) for member in group.members))


def _worth(in_work: bool, in_front: bool, *, shown: bool, implied: bool) -> tuple[float, float]:
    if in_work:
        return (formula.WORK_AND_FRONT if in_front else formula.WORK), formula.WORK_AND_FRONT
    if in_front:
        return formula.FRONT, formula.FRONT
    if shown:
        return formula.ELSEWHERE, formula.FRONT
    return (formula.IMPLIED, formula.FRONT) if implied else (0.0, 0.0)


def _as_spelled(asked: Asked, text: str) -> bool:
    folded = fold_name(text)
    return any(_same_words(folded, spelling) for spelling in asked.spellings)


def _same_words(first: str, second: str) -> bool:
    """Tell whether a search for one finds the other: plural, hyphen and a word's ending make no difference."""
    if f" {first} " in f" {second} " or f" {second} " in f" {first} ":
        return True
    one, other = (_SIGN.sub("", text).removesuffix("s") for text in (first, second))
    if one == other:
        return True
    return " " not in first + second and len(one) >= _STEM and one[:_STEM] == other[:_STEM]


def _months(asked: Asked, via: tuple[str, ...], titles: tuple[Mention, ...], reading: Reading) -> int:
    names = frozenset((asked.name, *via))
    shown = {reading.passages[one.passage].role for one in (*mentions_of(asked, reading), *titles)}
    shown |= {
        passage.role
        for passage, named in zip(reading.passages, reading.named_in, strict=True)
        if passage.role >= 0 and names & named
    }
    spans: list[Months] = [reading.roles[role].months for role in shown if role >= 0]
    return months_of(spans)


def _strongest_via(via: tuple[str, ...], reading: Reading) -> str:
    def rank(name: str) -> tuple[bool, int, str]:
        places = {reading.passages[one.passage].place for one in reading.mentions[name]}
        return not places & WORK_PLACES, -len(reading.mentions[name]), name

    return min(via, key=rank)


def _evidence(found: tuple[Mention, ...], reading: Reading) -> Iterator[FactEvidence]:
    ordered = sorted(
        found, key=lambda one: (_PLACE_ORDER.index(reading.passages[one.passage].place), one.passage, one.start)
    )
    for one in ordered[:_EVIDENCE_LIMIT]:
        passage = reading.passages[one.passage]
        yield FactEvidence(passage.ref, passage.offset + one.start, passage.offset + one.end, one.text)
