"""How alike two job titles are, and how senior a title is."""

from functools import lru_cache

from app.domain.regex import regex
from app.domain.text.posting import Seniority

_LEVEL_WORDS: tuple[tuple[Seniority, frozenset[str]], ...] = (
    ("director", frozenset({"director", "vp", "president", "chief", "cto", "ceo", "cio", "cfo", "coo", "cmo"})),
    ("principal", frozenset({"principal", "staff", "distinguished", "fellow"})),
    ("lead", frozenset({"lead", "leader", "leiter", "teamlead", "leitung"})),
    (
        "intern",
        frozenset(
            {"intern", "internship", "trainee", "praktikant", "praktikum", "werkstudent", "stagiaire", "apprentice"}
        ),
    ),
    ("junior", frozenset({"junior", "jr", "graduate", "entry", "fresher"})),
    ("senior", frozenset({"senior", "sr", "snr", "sênior", "sénior", "expert", "seasoned"})),
)
_MANAGERS = frozenset({"manager", "managers", "head", "supervisor"})
# These managers manage a thing, not people: the word is the trade, not a rank.
_NOT_A_RANK = frozenset(
    "product project program programme account office case community content brand marketing campaign relationship"
    " success property facilities facility social care category delivery event events media partner release"
    " sales".split()
)

# Words of one trade: each row is one meaning, its first word stands for all.
_SAME: tuple[tuple[str, ...], ...] = (
    ("engineer", "developer", "programmer", "coder", "engineering", "development", "entwickler", "entwicklerin",
     "ingenieur", "développeur", "développeuse", "desarrollador", "desarrolladora", "desenvolvedor",
     "desenvolvedora", "engenheiro", "engenheira", "ingeniera", "ingénieure", "sviluppatore",
     "programmierer", "dev", "swe", "sde", "ingeniero", "ingénieur",
     "ontwikkelaar"),
    ("data", "dados", "datos", "données", "dati", "daten", "gegevens"),
    ("architect", "architekt", "architecte", "arquitecto", "arquitecta", "arquiteto", "arquiteta", "architetto"),
    ("analyst", "analytics", "analyste", "analista", "analysis"),
    ("administrator", "admin", "sysadmin", "administration"),
    ("designer", "design"),
    ("manager", "management", "mgr", "gerente", "gestor", "gestora", "responsable", "chef"),
    ("consultant", "consulting", "advisor", "adviser", "berater"),
    ("recruiter", "recruiting", "recruitment"),
    ("scientist", "science", "researcher", "research"),
    ("backend", "back-end", "serverside"),
    ("frontend", "front-end"),
    ("fullstack", "full-stack"),
    ("bi", "intelligence"),
    ("ml", "ai", "nlp"),
    ("qa", "quality", "test", "testing", "tester", "sdet"),
    ("nurse", "nursing", "rn"),
    ("accountant", "accounting", "bookkeeper"),
    ("teacher", "teaching", "tutor", "instructor", "lecturer"),
    ("support", "helpdesk", "desk"),
    ("ux", "ui"),
    ("representative", "rep", "associate", "agent"),
    ("assistant", "secretary", "coordinator"),
)  # fmt: skip
_CANON = {word: row[0] for row in _SAME for word in row}
_PHRASES = (
    (regex(r"(?<=[a-zäöüß])(?:[*:_/]-?in(?:nen)?|\(in\))(?![a-zäöüß])"), ""),
    (regex(r"\b(\w*?)-?(?:entwickler|ingenieur)(?:in)?\b"), r"\1 engineer"),
    (regex(r"\b(\w+?)-?(analyst|architekt|manager|berater|leiter)(?:in)?\b"), r"\1 \2"),
    (regex(r"\bback[ -]end\b"), "backend"),
    (regex(r"\bfront[ -]end\b"), "frontend"),
    (regex(r"\bfull[ -]stack\b"), "fullstack"),
    (regex(r"\b(?:site reliability engineer\w*|sre)\b"), "reliability devops engineer"),
    (regex(r"\bdev ?(?:sec)?ops\b"), "devops"),
    (regex(r"\b(?:machine learning|artificial intelligence|deep learning)\b"), "ml"),
    (regex(r"\bquality (?:assurance|control)\b"), "qa"),
    (regex(r"\bhuman resources\b"), "hr"),
    (regex(r"\b(?:user experience|user interface)\b"), "ux"),
    (regex(r"\bbusiness intelligence\b"), "bi"),
    (regex(r"\b(?:information technology|i\.t\.)"), "it"),
)
# The kind of work a title ends in; alone it says little, yet two titles without it in common are different trades.
_TRADES = frozenset(
    "engineer analyst administrator designer manager consultant recruiter scientist architect accountant teacher nurse"
    " representative assistant specialist technician writer editor officer planner buyer clerk lawyer driver".split()
)
_EMPTY = frozenset(
    "a an and of the for in to with at und der die das für de la le du et y m f d w x div all genders gender remote"
    " hybrid onsite ii iii iv i v level full part time contract temporary freelance self employed associate".split()
)
# Words near one another: having one is half of having the other.
_NEAR: tuple[frozenset[str], ...] = (
    frozenset({"backend", "fullstack", "software", "web", "platform", "api"}),
    frozenset({"frontend", "fullstack", "web", "software", "ux"}),
    frozenset({"devops", "cloud", "platform", "infrastructure", "reliability", "systems", "operations"}),
    frozenset({"data", "bi", "ml", "etl", "database"}),
    frozenset({"mobile", "android", "ios", "software"}),
    frozenset({"security", "cybersecurity", "infosec"}),
    frozenset({"graphic", "visual", "ux", "web", "product"}),
    frozenset({"analyst", "scientist", "engineer"}),
    frozenset({"architect", "engineer"}),
    frozenset({"technician", "support", "administrator", "specialist"}),
    frozenset({"consultant", "specialist", "analyst"}),
    frozenset({"customer", "client", "account", "sales"}),
    frozenset({"software", "application", "applications"}),
)
# Trades so wide that the word alone says nothing about what is done.
_TOO_WIDE = frozenset(
    "engineer analyst manager scientist consultant assistant specialist officer representative".split()
)
_WORD = regex(r"[^\W_]+(?:[+#]+)?")
# What is longer is no title; patterns need not walk through it.
_LONGEST = 200
_ASIDE = regex(r"\([^)]*\)|\[[^\]]*\]")
_TRADE_WEIGHT = 1.0
_FIELD_WEIGHT = 1.5
_NEAR_CREDIT = 0.5


def seniority_of(title: str) -> Seniority | None:
    """Return the rank that a title states, or `None`: "Senior Engineer" is senior, "Product Manager" states none."""
    words = [word.lower() for word in _WORD.findall(title[:_LONGEST])]
    found = set(words)
    if "assistant" in found and found & (_MANAGERS | {"director"}):
        return None
    for level, ranks in _LEVEL_WORDS:
        if found & ranks:
            # "Staff Accountant" and "Staff Nurse" are ordinary ranks; only engineers use the word for a high one.
            if level == "principal" and "principal" not in found and not found & {"engineer", "developer", "scientist"}:
                continue
            return level
    for before, word in zip(["", *words], words, strict=False):
        if word == "head" or (word in _MANAGERS and before not in _NOT_A_RANK):
            return "manager"
    return None


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """Return the meaning words of a title in one spelling, without rank, aside and filler, sorted."""
    text = _ASIDE.sub(" ", title[:_LONGEST]).lower()
    for pattern, replacement in _PHRASES:
        text = pattern.sub(replacement, text)
    words = {_CANON.get(word, word) for word in _WORD.findall(text)}
    ranks = frozenset().union(*(row for _, row in _LEVEL_WORDS))
    kept = words - _EMPTY - ranks
    return tuple(sorted(word for word in kept if not word.isdigit()))


def similarity(first: str, second: str) -> float:
    """Return 0-1: how alike two titles are, leaving out rank; 1 for the same words, near trades count in part."""
    mine, theirs = title_words(first), title_words(second)
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    total = sum(map(_weight, mine)) + sum(map(_weight, theirs))
    both = set(mine).intersection(theirs)
    # A word that both have is spent; it does not make its neighbours alike as well.
    my_rest, their_rest = set(mine) - both, set(theirs) - both
    shared = 2 * sum(_weight(word) for word in sorted(both))
    shared += sum(_weight(word) * _NEAR_CREDIT for word in sorted(my_rest) if _near(word, their_rest))
    shared += sum(_weight(word) * _NEAR_CREDIT for word in sorted(their_rest) if _near(word, my_rest))
    return round(shared / total, 4)


_JOINTS = regex(r"\s*[&/|]\s*")


def best_similarity(asked: str, held: str) -> float:
    """Return the likeness of `asked` to `held`, or to the closest of the titles that `held` joins by "&" or "/"."""
    pieces = _JOINTS.split(held[:_LONGEST])
    return max(similarity(asked, title) for title in ([held, *pieces] if len(pieces) > 1 else [held]))


def title_implies(title: str, skill: str) -> bool:
    """Tell whether who bears `title` does `skill` by trade: a "Software Engineer" does "Software Development"."""
    words = title_words(skill)
    if not words or (len(words) == 1 and words[0] in _TOO_WIDE):
        return False
    return not set(words).difference(title_words(title))


def _weight(word: str) -> float:
    return _TRADE_WEIGHT if word in _TRADES else _FIELD_WEIGHT


def _near(word: str, others: set[str]) -> bool:
    return any(word in row and not row.isdisjoint(others) for row in _NEAR)
