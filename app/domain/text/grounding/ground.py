"""A claim and the ground under it: one sentence, read, and the facts that it cites."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.text.document import Reason
from app.domain.text.grounding.index import FactIndex, FactView
from app.domain.text.grounding.moments import Moment, moments
from app.domain.text.grounding.quantities import Quantity, quantities
from app.domain.text.grounding.tokens import Token, tokenise
from app.domain.text.grounding.wording import Wording, wording
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon, SkillMention

_NAMES = frozenset(
    {
        "title",
        "company",
        "location",
        "start_date",
        "end_date",
        "institution",
        "degree",
        "field_of_study",
        "honors",
        "gpa",
    }
)


@dataclass(frozen=True, slots=True)
class PostingContext:
    """What a letter may name without claiming it: the employer, role and place it is written for."""

    company: str = ""
    title: str = ""
    location: str = ""
    keywords: tuple[str, ...] = ()
    other: str = ""

    @classmethod
    def of(cls, posting: Posting | None, *, recipient: str = "", subject: str = "") -> "PostingContext":
        """Return the context that a posting and a letter's own head give."""
        other = f"{recipient} {subject}".strip()
        if posting is None:
            return cls(other=other)
        return cls(
            company=posting.company or "",
            title=posting.title or "",
            location=posting.location or "",
            keywords=tuple(keyword.keyword for keyword in posting.parsed_keywords),
            other=other,
        )

    @property
    def text(self) -> str:
        """All names in one text."""
        return " | ".join(part for part in (self.company, self.title, self.location, self.other) if part)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, read."""

    text: str
    tokens: tuple[Token, ...]
    figures: tuple[Quantity, ...]
    dates: tuple[Moment, ...]
    mentions: tuple[SkillMention, ...]
    words: Wording
    letter: bool


@dataclass(slots=True)
class Ground:
    """The facts cited (`views`), what names their items (`identity`), and all that these vouch for."""

    views: Sequence[FactView]
    identity: Sequence[FactView]
    index: FactIndex
    keys: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    text: str = ""
    initials: frozenset[str] = frozenset()
    context: frozenset[str] = field(default=frozenset())

    @property
    def nominal(self) -> bool:
        """Whether the cited facts are names only (titles, employers, degrees), told in a run of names."""
        return bool(self.views) and all(view.fact.field in _NAMES for view in self.views)

    def vouches(self, claim: Claim, token: Token) -> bool:
        """Tell whether any of the facts says what `token` says."""
        if token.lower in self.written or token.lower in self.keys:
            return True
        keys = claim.words.keys(token.stem)
        if token.phrase:
            keys |= claim.words.keys(token.phrase)
        if keys & self.keys:
            return True
        bare = token.text.removesuffix("s")
        return bare.isupper() and len(bare) > 1 and bare.lower() in self.initials


def read_claim(text: str, lexicon: Lexicon, language: str, *, letter: bool) -> Claim:
    """Return `text` read in `language`."""
    words = wording(language)
    dates = moments(text)
    figures = tuple(q for q in quantities(text) if not any(date.start <= q.start < date.end for date in dates))
    return Claim(text, tuple(tokenise(text, words)), figures, dates, tuple(lexicon.find(text)), words, letter)


def lay_ground(source_ids: Sequence[str], index: FactIndex, language: str) -> Ground:
    """Return the ground that `source_ids` give."""
    views = index.cited(source_ids, language)
    identity = index.identity(views, language)
    both = [*views, *identity]
    none: frozenset[str] = frozenset()
    return Ground(
        views=views,
        identity=identity,
        index=index,
        keys=none.union(*(view.keys for view in both)),
        free=none.union(*(view.free for view in both)),
        written=none.union(*(view.written for view in both)),
        skills=none.union(*(view.skills for view in both)),
        text=" \n ".join(view.fact.text for view in both).lower(),
        initials=frozenset(_initials(views)),
    )


def _initials(views: Sequence[FactView]) -> list[str]:
    found = []
    for view in views:
        small = {"of", "and", "the", "for", "in"}
        for words in (view.tokens, [token for token in view.tokens if token.lower not in small]):
            letters = [token.lower[0] for token in words]
            for size in (2, 3, 4, 5):
                found += ["".join(letters[at : at + size]) for at in range(len(letters) - size + 1)]
    return found


def reason(kind: str, start: int, end: int, message: str) -> Reason:
    """Return a reason about characters `start` to `end`."""
    return Reason(kind, (start, end), message)
