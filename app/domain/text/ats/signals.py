"""What a statement about work shows besides skills: figures, ownership, scale, architecture, learning."""

import re

from app.domain.regex import regex

# A statement longer than this is a page, not a statement; what it shows is shown by then.
_LONGEST = 2000
# A figure that measures something: a share, money, a multiple, a count with a unit; years and versions are none.
_FIGURE = regex(
    r"(?<![\d.,])\d[\d.,]{0,14}\s?(?:%|percent\b|prozent\b|pour cent\b|por ciento\b|x\b|×)|[$€£¥]\s?\d"
    r"|(?<![\d.,])\d[\d.,]{0,14}\s?(?:k|m|bn|mn|mm)\b\+?"
    r"|(?<![\d.,])\d[\d.,]{0,14}\s?(?:million|billion|thousand|millionen|mio|milliarden|tausend)\b"
    r"|\b(?!(?:19|20)\d\d\b)(?<![\d.,])\d[\d.,]{0,14}\+?\s(?:[a-z-]{1,20}\s){0,2}(?!stars?\b)[a-z]{3,20}s\b"
    r"|\b(?:doubl|tripl|halv|quadrupl)(?:ed|ing|e)\b|\bfrom\s[$€£]?(?<![\d.,])\d[\d.,]{0,14}\D{0,12}\sto\s[$€£]?\d",
    re.IGNORECASE,
)
_OWNERSHIP = regex(
    r"\b(?:led|lead|leading|own(?:ed|ing)|head(?:ed|ing)|manag(?:ed|ing)|found(?:ed|ing)|initiat(?:ed|ing)"
    r"|launch(?:ed|ing)"
    r"|spearhead(?:ed|ing)|direct(?:ed|ing)|driv(?:ing|en)|drove|mentor(?:ed|ing)|coach(?:ed|ing)|coordinat(?:ed|ing)"
    r"|establish(?:ed|ing)|pioneer(?:ed|ing)|responsible for|in charge of|supervis(?:ed|ing)|oversaw|overseeing|hired"
    r"|leitete|geleitet|verantwort\w{1,20}|dirig\w{1,20}|encadr\w{1,20}|lider\w{1,20})\b",
    re.IGNORECASE,
)
_SCALE = regex(
    r"\b(?<![\d.,])\d[\d.,]{0,14}\s?(?:k|m|bn)?\+?\s?(?:million|billion"
    r"|thousand)?\s?(?:[a-z-]{1,20}\s){0,2}(?:users|customers|clients|requests"
    r"|transactions|events|records|rows|messages|servers|nodes|clusters|services|microservices|devices|stores|sites"
    r"|countries|regions|employees|people|patients|students|guests|tickets|orders|downloads|visitors|projects|teams)\b"
    r"|\b(?<![\d.,])\d[\d.,]{0,14}\s?(?:tb|pb|gb|qps|rps|tps)\b|[$€£]\s?(?<![\d.,])\d[\d.,]{0,14}\s?(?:k|m|bn|mm"
    r"|million|billion)\b"
    r"|\b(?:at scale|large-scale|high-traffic|high-volume|high-availability|enterprise-wide|company-wide|multi-region"
    r"|millions of|thousands of|hundreds of|nationwide|worldwide|global(?:ly)?)\b",
    re.IGNORECASE,
)
_ARCHITECTURE = regex(
    r"\b(?:architect(?:ed|ing|ure|ures|ural)?|(?:re)?design(?:ed|ing)|system design|microservices?|event-driven"
    r"|distributed"
    r"|migrat(?:ed|ing|ion|ions)|refactor(?:ed|ing)|re-?platform(?:ed|ing)|moderni[sz](?:ed|ing|ation)|standardi[sz]ed"
    r"|scalab(?:le|ility)|high availability|fault-tolerant|domain-driven|data model(?:l?ing)?|roadmap|strategy"
    r"|framework"
    r"|konzipier\w{1,20}|entwarf|entworfen|conçu|diseñ\w{1,20})\b",
    re.IGNORECASE,
)
_LEARNING = regex(
    r"\b(?:course(?:work|s)?|certificat\w{1,20}|certified|bootcamp|hackathons?|open[- ]source|workshops?|online course"
    r"|mooc|nanodegree"
    r"|coursera|udemy|udacity|edx|awards?|scholarship|dean'?s list|olympiad|competition|kaggle|leetcode|self-taught"
    r"|seminar"
    r"|volunteer\w{0,20}|club|teaching assistant|tutor\w{0,20})\b",
    re.IGNORECASE,
)
_FUNDAMENTALS = regex(
    r"\b(?:data structures?|algorithms?|object[- ]oriented|oop|operating systems?|computer networks?|networking"
    r"|databases?"
    r"|dbms|software engineering|discrete math\w{0,20}|linear algebra|probability|statistics|calculus|compilers?"
    r"|computer"
    r" architecture|theory of computation|design patterns|unit test\w{0,20}|version control|git|machine learning"
    r"|accounting"
    r"|economics|anatomy|research methods?)\b",
    re.IGNORECASE,
)
_PLURAL = regex(r"(?<=[a-z])(?<!ic)(?<!u)(?<!s)s$")
INTERNSHIP = regex(
    r"\b(?:intern(?:ship)?|trainee|apprentice(?:ship)?|working student|werkstudent\w{0,20}|praktik\w{1,20}"
    r"|stagiaire|stage|co-?op"
    r"|research assistant|becari[oa]|estagi\w{1,20})\b",
    re.IGNORECASE,
)
FIRST_PERSON = regex(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself)\b")


def has_figure(text: str) -> bool:
    """Tell whether `text` measures something: "cut costs by 20 %", "for 300 users", not "in 2019"."""
    return _FIGURE.search(text[:_LONGEST]) is not None


def shows_ownership(text: str) -> bool:
    """Tell whether `text` says that the candidate led, owned or started something."""
    return _OWNERSHIP.search(text[:_LONGEST]) is not None


def shows_scale(text: str) -> bool:
    """Tell whether `text` says how large the thing was."""
    return _SCALE.search(text[:_LONGEST]) is not None


def shows_architecture(text: str) -> bool:
    """Tell whether `text` is about design, migration or structure rather than a single task."""
    return _ARCHITECTURE.search(text[:_LONGEST]) is not None


def shows_learning(text: str) -> bool:
    """Tell whether `text` is about learning beyond the degree."""
    return _LEARNING.search(text[:_LONGEST]) is not None


def fundamentals(text: str) -> frozenset[str]:
    """Return the foundations of a trade that `text` names, in lower case."""
    return frozenset(
        _PLURAL.sub("", " ".join(found.lower().split())) for found in _FUNDAMENTALS.findall(text[:_LONGEST])
    )
