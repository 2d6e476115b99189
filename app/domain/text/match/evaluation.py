"""The parts of the score for one reading against one demand: shares of 0-1 with what they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, log2

from app.domain.text.match import formula
from app.domain.text.match.degrees import RANK
from app.domain.text.match.demand import Demand
from app.domain.text.match.experience import months_of, this_month
from app.domain.text.match.keywords import GroupShown, mentions_of, show_group
from app.domain.text.match.reading import Degree, Passage, Reading, Role
from app.domain.text.match.titles import best_similarity, seniority_of
from app.domain.text.match.written import written_language
from app.domain.text.posting import Seniority


@dataclass(frozen=True, slots=True)
class RelatedRole:
    """A role with how far it relates to the posting: by its title, and by how many asked skills it shows."""

    role: Role
    title_likeness: float
    skills: int
    relatedness: float


@dataclass(frozen=True, slots=True)
class ItemOrder:
    """How high the relevant statements of one role or project stand: `gain` of at most `ideal`.

    Discounted cumulative gain (Järvelin and Kekäläinen, 2002): a statement's tier over log2(position + 1).
    """

    role: Role
    gain: float
    ideal: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was found; each `…_share` is 0-1 of the points of its demand."""

    demand: Demand
    reading: Reading
    skills: tuple[GroupShown, ...]
    credentials: tuple[GroupShown, ...]
    written_in: str | None
    roles: tuple[RelatedRole, ...]
    years_total: float
    years_related: float
    years_share: float
    recency_share: float
    last_related: RelatedRole | None
    title_share: float
    title_shown: str
    seniority_share: float
    seniority_shown: Seniority | None
    education_share: float
    degree: Degree | None
    opening: tuple[str, ...]
    orders: tuple[ItemOrder, ...]
    statements: int
    relevant_statements: int

    @property
    def opening_share(self) -> float:
        """How many of the asked skills that fit into an opening stand there."""
        return min(1.0, len(self.opening) / formula.OPENING_KEYWORDS)

    @property
    def order_share(self) -> float:
        """How high relevant statements stand in their items; 1 when first, 0 where none is relevant."""
        ideal = sum(order.ideal for order in self.orders)
        return sum(order.gain for order in self.orders) / ideal if ideal else 0.0

    @property
    def focus_share(self) -> float:
        """How large a share of the statements is relevant, 1 from `FOCUS_SHARE` on."""
        if not self.statements:
            return 0.0
        return min(1.0, self.relevant_statements / self.statements / formula.FOCUS_SHARE)


def evaluate(
    demand: Demand, reading: Reading, *, today: date, supported: Reading | None = None, denied: Iterable[str] = ()
) -> Evaluation:
    """Look at `reading` with the eyes of `demand`; with `supported`, keywords it cannot back count as missing.

    `denied` names what the candidate said they do not have; no share depends on it.
    """
    folded = frozenset(name.casefold() for name in denied)
    skills = tuple(show_group(group, reading, supported, folded) for group in demand.skills)
    credentials = tuple(show_group(group, reading, supported, folded) for group in demand.credentials)
    showing = [_passages_showing(shown, reading) for shown in skills]
    tiers = _tiers(skills, showing, reading)
    roles = tuple(_related(demand, reading, number, showing) for number in range(len(reading.roles)))
    work = [one for one in roles if one.role.kind == "work"]
    total = months_of(one.role.months for one in work)
    by_level = _months_by_level(work)
    related = sum(level * months for level, months in by_level)
    now = this_month(today)
    recency, last = _recency(demand, roles, now)
    title_share, title_shown = _title(demand, reading, work, now)
    seniority_share, seniority_shown = _seniority(demand, work, related, now)
    education_share, degree = _education(demand, reading, related)
    statements = _distinct((number, one) for number, one in enumerate(reading.passages) if one.is_statement)
    written = None
    if any(member.asked.category == "language" for shown in credentials for member in shown.members):
        written = written_language(supported or reading)
    return Evaluation(
        demand=demand,
        reading=reading,
        skills=skills,
        credentials=credentials,
        written_in=written,
        roles=roles,
        years_total=round(total / 12, 1),
        years_related=round(sum(months for level, months in by_level if level > formula.UNRELATED) / 12, 1),
        years_share=_best_share(by_level, 12 * demand.years) if demand.years else 0.0,
        recency_share=recency,
        last_related=last,
        title_share=title_share,
        title_shown=title_shown,
        seniority_share=seniority_share,
        seniority_shown=seniority_shown,
        education_share=education_share,
        degree=degree,
        opening=_opening(reading, skills),
        orders=tuple(_order(reading, number, tiers) for number in range(len(reading.roles))),
        statements=len(statements),
        relevant_statements=sum(1 for number, _ in statements if tiers[number]),
    )


def _passages_showing(shown: GroupShown, reading: Reading) -> frozenset[int]:
    """The passages that name a member of the group or something that implies it; none for soft skills."""
    numbers: set[int] = set()
    for member in shown.members:
        if member.asked.category == "soft" or member.match.status == "missing":
            continue
        numbers.update(one.passage for one in mentions_of(member.asked, reading))
        if member.asked.pattern is None:
            for via in reading.implied.get(member.asked.name, ()):
                numbers.update(one.passage for one in reading.mentions[via])
    return frozenset(numbers)


def _tiers(skills: tuple[GroupShown, ...], showing: list[frozenset[int]], reading: Reading) -> list[int]:
    """For each passage: 2 where it shows a required skill, 1 a preferred one, else 0."""
    tiers = [0] * len(reading.passages)
    for shown, numbers in zip(skills, showing, strict=True):
        tier = 2 if shown.group.required else 1
        for number in numbers:
            tiers[number] = max(tiers[number], tier)
    return tiers


def _related(demand: Demand, reading: Reading, number: int, showing: list[frozenset[int]]) -> RelatedRole:
    role = reading.roles[number]
    mine = frozenset(at for at, passage in enumerate(reading.passages) if passage.role == number)
    skills = sum(1 for numbers in showing if not mine.isdisjoint(numbers))
    likeness = (
        best_similarity(demand.posting.title, role.title) if demand.posting.title and role.kind == "work" else 0.0
    )
    enough = max(formula.RELATED_SKILLS, ceil(formula.RELATED_SHARE * len(showing)))
    if likeness >= formula.RELATED_TITLE or skills >= enough:
        relatedness = formula.RELATED_FULL
    else:
        relatedness = formula.RELATED_PARTLY if skills else formula.UNRELATED
    return RelatedRole(role, likeness, skills, relatedness)


def _months_by_level(work: list[RelatedRole]) -> list[tuple[float, int]]:
    """Months of work, each once under the most related role of that month, the most related first."""
    levels, counted = [], 0
    for level in sorted({one.relatedness for one in work}, reverse=True):
        reached = months_of(one.role.months for one in work if one.relatedness >= level)
        levels.append((level, reached - counted))
        counted = reached
    return levels


def _best_share(by_level: list[tuple[float, int]], needed: int) -> float:
    """How related the best `needed` months are on the whole: unrelated years never make up for related ones."""
    share, left = 0.0, needed
    for level, months in by_level:
        share += level * min(months, left)
        left -= min(months, left)
    return share / needed


def _recency(demand: Demand, roles: tuple[RelatedRole, ...], now: int) -> tuple[float, RelatedRole | None]:
    best, last = -1.0, None
    for one in sorted(roles, key=lambda one: -one.role.months.last):
        if one.relatedness <= formula.UNRELATED:
            continue
        if one.role.months.length:
            age = now - one.role.months.last
            span = formula.FORGOTTEN_MONTHS - formula.RECENT_MONTHS
            share = min(1.0, max(0.0, (formula.FORGOTTEN_MONTHS - age) / span))
        else:
            # Without dates nothing says that it is recent, nor that it is not.
            share = formula.PROJECT_RECENCY
        share *= one.relatedness
        if one.role.kind == "project" and not demand.entry_level:
            share *= formula.PROJECT_RECENCY
        if share > best:
            best, last = share, one
    return max(0.0, best), last


def _title(demand: Demand, reading: Reading, work: list[RelatedRole], now: int) -> tuple[float, str]:
    if not demand.posting.title:
        return 0.0, ""
    best, shown = 0.0, ""
    for one in work:
        old = one.role.months.length and now - one.role.months.last > formula.OLD_TITLE_MONTHS
        likeness = one.title_likeness * (formula.OLD_TITLE if old else 1.0)
        if likeness > best:
            best, shown = likeness, one.role.title
    for passage in reading.passages:
        if passage.place == "headline":
            likeness = best_similarity(demand.posting.title, passage.text) * formula.HEADLINE_TITLE
            if likeness > best:
                best, shown = likeness, passage.text
    return best, shown


def _seniority(demand: Demand, work: list[RelatedRole], months: float, now: int) -> tuple[float, Seniority | None]:
    stated = [
        level
        for one in work
        if (not one.role.months.length or now - one.role.months.last <= formula.RECENT_RANK_MONTHS)
        and (level := seniority_of(one.role.title))
    ]
    by_years = next(level for least, level in formula.RANK_BY_YEARS if months >= 12 * least)
    if not work:
        by_years = "intern"
    elif not any(one.role.months.length for one in work):
        # Roles without dates say nothing about years; neither the lowest nor the highest rank would be fair.
        by_years = "mid"
    shown = max([*stated, by_years], key=lambda level: (formula.RANKS[level], level))
    if stated and all(level in ("intern", "junior") for level in stated) and by_years != "senior":
        shown = max(stated, key=lambda level: (formula.RANKS[level], level))
    if not demand.posting.seniority:
        return 0.0, shown
    return formula.rank_share(formula.RANKS[shown] - formula.RANKS[demand.posting.seniority]), shown


def _education(demand: Demand, reading: Reading, months: float) -> tuple[float, Degree | None]:
    degree = reading.degrees[0] if reading.degrees else None
    asked = demand.posting.education_level
    if asked is None:
        return 0.0, degree
    need = RANK[asked]
    share = 0.0
    for one in reading.degrees:
        held = formula.DEGREE_SHARES.get(max(0, need - RANK[one.level]), 0.0) * (
            formula.EXPECTED_DEGREE if one.expected else 1.0
        )
        if held > share:
            share, degree = held, one
    if demand.experience_may_replace_degree and months >= formula.EQUIVALENT_MONTHS:
        share = max(share, formula.EQUIVALENT_EXPERIENCE)
    return share, degree


def _opening(reading: Reading, skills: tuple[GroupShown, ...]) -> tuple[str, ...]:
    front = {at for at, passage in enumerate(reading.passages) if passage.place in ("headline", "summary")}
    named = []
    for shown in skills:
        if not shown.group.soft and not shown.missing:
            here = [
                member.asked.name
                for member in shown.members
                if any(one.passage in front for one in mentions_of(member.asked, reading))
            ]
            named += here[:1]
    return tuple(named)


def _distinct(statements: Iterable[tuple[int, Passage]]) -> list[tuple[int, Passage]]:
    """Leave out statements whose words stood before."""
    seen: dict[str, tuple[int, Passage]] = {}
    for number, passage in statements:
        seen.setdefault(" ".join(passage.text.casefold().split()), (number, passage))
    return list(seen.values())


def _order(reading: Reading, number: int, tiers: list[int]) -> ItemOrder:
    mine = [(at, one) for at, one in enumerate(reading.passages) if one.role == number and one.is_statement]
    values = [tiers[at] for at, _ in _distinct(mine)]
    return ItemOrder(reading.roles[number], _gain(values), _gain(sorted(values, reverse=True)))


def _gain(values: list[int]) -> float:
    return sum(value / log2(position + 2) for position, value in enumerate(values))
