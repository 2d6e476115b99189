"""The facts of a career made ready for verification: what each states, what it vouches for, what it leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.domain.partial_date import PartialDate, latest, month_index
from app.domain.text.career import Career, Education, Experience, Fact, Project, facts
from app.domain.text.grounding.moments import Moment, moments
from app.domain.text.grounding.quantities import Quantity, quantities
from app.domain.text.grounding.shadows import Shadow, shadows
from app.domain.text.grounding.stems import stem
from app.domain.text.grounding.tokens import Token, tokenise
from app.domain.text.grounding.wording import Wording, wording
from app.domain.text.skills import Lexicon

_IDENTITY = frozenset(
    {"title", "company", "location", "start_date", "end_date", "institution", "degree", "field_of_study", "name", "url",
     "proficiency", "issuer", "date_obtained"}
)  # fmt: skip
# A fact is a sentence or a paragraph. What somebody pastes beyond that is not read, so it vouches for nothing.
_LONGEST = 10_000
_HEADER = frozenset({"full_name", "email", "phone"})


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact, read: `keys` is all it vouches for, `free` what it vouches for outside every shadow."""

    fact: Fact
    tokens: tuple[Token, ...]
    keys: frozenset[str]
    free: frozenset[str]
    written: frozenset[str]
    figures: tuple[Quantity, ...]
    dates: tuple[Moment, ...]
    skills: frozenset[str]
    shadows: tuple[Shadow, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """How long an item lasted, in months since year 0. `coarse` tells that only years are known."""

    item_id: str
    kind: str
    first: int
    last: int
    current: bool
    coarse: bool


class FactIndex:
    """Every fact of one career by id, read once per language. `today` decides how long current work has lasted."""

    def __init__(self, career: Career, lexicon: Lexicon, *, today: date) -> None:
        self.career = career
        self.lexicon = lexicon
        self.today = today
        self.facts = facts(career)
        self.items: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            self.items.setdefault(fact.item_id, []).append(fact)
        self.kinds = {item.id: "experience" for item in career.experiences}
        self.kinds |= {item.id: "education" for item in career.education}
        self.kinds |= {item.id: "project" for item in career.projects}
        self.kinds |= {item.id: "skill" for item in career.skills}
        self.tenures = {tenure.item_id: tenure for tenure in self._tenures()}
        self._views: dict[tuple[str, str], FactView] = {}

    def view(self, fact: Fact, language: str) -> FactView:
        """Return `fact` as read in `language`."""
        key = (fact.id, language)
        if key not in self._views:
            made = self.kinds.get(fact.item_id) == "project"
            self._views[key] = read_fact(fact, wording(language), self.lexicon, made=made)
        return self._views[key]

    def is_unstated_date(self, source_id: str) -> bool:
        """Tell whether `source_id` is the date of an entry that does not state it, as the end of current work."""
        item_id, _, name = source_id.rpartition(":")
        return name in {"start_date", "end_date", "is_current", "date_obtained"} and item_id in self.kinds

    def cited(self, source_ids: Sequence[str], language: str) -> list[FactView]:
        """Return the facts among `source_ids` that exist, each once, in the order cited."""
        known = [self.facts[source] for source in dict.fromkeys(source_ids) if source in self.facts]
        return [self.view(fact, language) for fact in known]

    def identity(self, views: Sequence[FactView], language: str) -> list[FactView]:
        """Return what names the items of `views` (title, employer, dates, …) and the candidate, short of `views`."""
        cited = {view.fact.id for view in views}
        names = [
            fact
            for item_id in dict.fromkeys(view.fact.item_id for view in views)
            for fact in self.items[item_id]
            if item_id != self.career.id and fact.field in _IDENTITY and fact.id not in cited
        ]
        names += [fact for fact in self.items.get(self.career.id, []) if fact.field in _HEADER and fact.id not in cited]
        return [self.view(fact, language) for fact in names]

    def _tenures(self) -> list[Tenure]:
        found = []
        dated: list[Experience | Education | Project] = [
            *self.career.experiences,
            *self.career.education,
            *self.career.projects,
        ]
        for item in dated:
            open_ended = item.end_date is None and item.start_date is not None and self.kinds[item.id] != "project"
            lasting = item.end_date is not None and latest(item.end_date) >= self.today
            current = (isinstance(item, Experience) and item.is_current) or open_ended or lasting
            span = _span(item.start_date, item.end_date, current, self.today)
            if span:
                coarse = len(item.start_date or "") == 4 or len(item.end_date or "") == 4
                found.append(Tenure(item.id, self.kinds[item.id], span[0], span[1], current, coarse))
        return found


def read_fact(fact: Fact, words: Wording, lexicon: Lexicon, *, made: bool = False) -> FactView:
    """Return what `fact` says, word by word and figure by figure; `made`: its item is a project of one's own."""
    if len(fact.text) > _LONGEST:
        fact = replace(fact, text=fact.text[:_LONGEST])
    tokens = tuple(tokenise(fact.text, words))
    dark = shadows(fact.text) if fact.field not in _IDENTITY else ()
    keys: set[str] = set()
    free: set[str] = set()
    for at, token in enumerate(tokens):
        vouched = set(words.vouches(token.stem)) | {token.lower}
        if token.phrase:
            vouched |= words.vouches(token.phrase)
        if at + 1 < len(tokens) and tokens[at + 1].start - token.end <= 1:
            vouched.add(token.lower + tokens[at + 1].lower)
        keys |= vouched
        if not any(shadow.start <= token.start < shadow.reach for shadow in dark):
            free |= vouched
    standing = _standing(fact, words, made=made and not dark)
    keys |= standing
    free |= standing
    return FactView(
        fact=fact,
        tokens=tokens,
        keys=frozenset(keys),
        free=frozenset(free),
        written=frozenset(token.lower for token in tokens),
        figures=_plain_figures(fact.text),
        dates=moments(fact.text),
        skills=_skills(fact.text, lexicon),
        shadows=dark,
    )


# What citing a field says of itself: a degree has been studied for, a certification certifies, a project was made.
_STANDING = {
    "degree": "pursue study graduate degree university course programme complete hold academic education",
    "field_of_study": "study graduate degree university course programme academic education",
    "institution": "study graduate university school education attend",
    "issuer": "certify certificate certification certified issue",
    "date_obtained": "certify certificate certification certified obtain",
    "technologies": "build use technology stack project",
    "proficiency": "level speaker",
    "gpa": "gpa grade average mark",
}


def _standing(fact: Fact, words: Wording, *, made: bool) -> frozenset[str]:
    said = _STANDING.get(fact.field, "")
    if made and fact.field in {"description", "name"}:
        said = "create project"
    if fact.field.startswith("custom_fields."):
        said = fact.field.partition(".")[2].replace("_", " ")
    none: frozenset[str] = frozenset()
    return none.union(*(words.keys(stem(word.lower(), words.language)) for word in said.split()))


def _plain_figures(text: str) -> tuple[Quantity, ...]:
    spans = [(moment.start, moment.end) for moment in moments(text)]
    return tuple(q for q in quantities(text) if not any(start <= q.start < end for start, end in spans))


@lru_cache(maxsize=4096)
def _named(text: str, lexicon: Lexicon) -> frozenset[str]:
    names = {mention.name for mention in lexicon.find(text)}
    whole = lexicon.get(text)
    return frozenset(names | {whole.name} if whole else names)


def _skills(text: str, lexicon: Lexicon) -> frozenset[str]:
    named = _named(text, lexicon)
    return frozenset(named.union(*(lexicon.implied(name) for name in named)))


def _span(start: PartialDate | None, end: PartialDate | None, current: bool, today: date) -> tuple[int, int] | None:
    if start is None:
        return None
    last = today.year * 12 + today.month - 1 if current and end is None else None
    if last is None:
        if end is None:
            return None
        last = month_index(end, end=len(end) > 4)
        if len(end) == 4:
            last = month_index(end) - (0 if len(start) == 4 else -11)
    first = month_index(start)
    return (first, last) if last >= first else None
