"""When a question about the employer is asked, and what stands in it: read from the posting and the profile."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.wording import tidy
from app.domain.text.interview.bank import Bank, Occasion
from app.domain.text.interview.model import QuestionToAsk
from app.domain.text.interview.naming import is_tool
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_SENIOR = frozenset({"lead", "manager", "director", "principal"})
_LEADING = regex(r"\b(?:manager|head of|director|team lead|supervisor)\b", re.IGNORECASE)
_OF_THINGS = regex(
    r"\b(?:care|case|account|client|customer success|relationship|product|project|programme?|content|community|campaign"
    r"|social media|brand|category|property|event|contract|office|risk|release|delivery) manager\b",
    re.IGNORECASE,
)
"""Who manages something else than people."""
_PEOPLE = regex(
    r"\b(?:direct reports?|line manage\w*|people management|reporting to you"
    r"|(?:manage|lead|build|supervise|coach)s? (?:a|the|our|your) (?:\w+ )?(?:team|staff|department)|team of \w+)\b",
    re.IGNORECASE,
)
_LONGEST = 160
_FEW_WORDS = 120
_FEWEST_WORDS = 4
_MOSTNAMED = 5
_REQUIREMENT = regex(
    r"^\W*(?:experienced?|expert|how to|knowledge|ability|able to|strong|excellent|proven|solid|good|deep|fluen\w+"
    r"|familiar\w*|understanding|degree|bachelor|master|bs|ba|minimum|at least|proficien\w+|passion\w*|excite\w*|high"
    r"|hands-on|the ability|you are|you have|you will be|\d+\+?)\b"
    r"|\b(?:is|are) (?:essential|required|a must|an? (?:definite )?(?:advantage|plus)|preferred|desirable)\b"
    r"|\b(?:experience|knowledge|understanding|expertise|degree|proficiency|passion)\b(?: (?:in|with|of|as|to|for)\b|$)"
    r"|\b(?:erfahrung|kenntnisse)\b|^\W*(?:du|sie) (?:hast|haben|bringst|bringen|kenn(?:st|en)|beherrsch(?:st|en))\b"
    r"|^\W*(?:hard|soft) skills\b|\bvous (?:maîtrisez|avez|êtes|comprenez|possédez|justifiez|connaissez|parlez)\b"
    r"|^\W*(?:maîtrise|connaissances?|expériences?) ",
    re.IGNORECASE,
)
_PLACEHOLDER = regex(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the position and the candidate, by the words that `when` uses, with what can be named."""

    posting: Posting
    holds: frozenset[str]
    names: dict[str, str]

    @classmethod
    def of(cls, career: Career, posting: Posting, lexicon: Lexicon, *, starter: bool, leader: bool) -> "Circumstances":
        """Read the circumstances."""
        domains = [one.keyword for one in posting.parsed_keywords if one.category == "domain"]
        technical = [one for one in posting.parsed_keywords if one.category == "technical"]
        technical.sort(key=lambda one: (not one.required, -one.weight, one.keyword))
        # Nobody asks whether a team uses "reporting" every day.
        named = [one.keyword for one in technical if is_tool(one.keyword, lexicon)]
        working = any(job.is_current for job in career.experiences)
        quote = duty_of(posting)
        home, place = _town(career.location), " ".join((posting.location or "").split())
        apart = bool(home and place) and home.casefold() not in place.casefold() and not _is_remote(posting)
        holds = {
            "always": True,
            "working": working,
            "between": bool(career.experiences) and not working,
            "salary": bool(posting.salary_range),
            "no salary": not posting.salary_range,
            "remote": _is_remote(posting),
            "hybrid": posting.workplace == "hybrid",
            "onsite": posting.workplace == "onsite",
            "other place": apart,
            "domain": bool(domains),
            "authorization": any(one.kind == "authorization" for one in posting.requirements),
            "responsibility": bool(quote),
            "leaders": leader,
            "starters": starter,
            "technical": len(named) >= _MOSTNAMED,
            "vague": not posting.responsibilities and len(posting.description.split()) < _FEW_WORDS,
        }
        names = {
            "company": posting.company or "",
            "salary": posting.salary_range or "",
            "domain": domains[0] if domains else "",
            "quote": quote,
            "home": home,
            "place": place,
            "keywords": ", ".join(named[:_MOSTNAMED]) if len(named) >= _MOSTNAMED else "",
        }
        return cls(posting, frozenset(word for word, is_so in holds.items() if is_so), names)

    def fits(self, occasion: Occasion) -> bool:
        """Tell whether the question is asked: its word holds, or its pattern is found in the posting."""
        if occasion.when in KNOWN:
            return occasion.when in self.holds
        return re.search(occasion.when, self.posting.description, re.IGNORECASE) is not None

    def worded(self, occasion: Occasion) -> str:
        """Return the question with what it names; an empty text where that is not known."""
        wanted = _PLACEHOLDER.findall(occasion.question)
        if all(self.names.get(name) for name in wanted):
            return occasion.question.format(**self.names)
        return occasion.otherwise

    def hint(self, text: str) -> str:
        """Return a hint with the duty that it quotes."""
        quote = self.names["quote"]
        return text.format(quote=f"“{quote}”" if quote else "the duty you like best")


KNOWN = frozenset(
    {
        "always", "working", "between", "salary", "no salary", "remote", "hybrid", "onsite", "other place", "domain",
        "authorization", "responsibility", "leaders", "starters", "technical", "vague",
    }
)  # fmt: skip
"""The words that `when` may use; anything else is a pattern."""


def questions_to_ask(circumstances: Circumstances, bank: Bank) -> Iterator[QuestionToAsk]:
    """Yield what is worth asking them; what the posting itself gives rise to comes before the usual."""
    fitting = [one for one in bank.ask_them if circumstances.fits(one)]
    for occasion in sorted(fitting, key=lambda one: one.when == "always"):
        if question := circumstances.worded(occasion):
            yield QuestionToAsk(question, occasion.why)


def is_leading(posting: Posting) -> bool:
    """Tell whether the position leads people: a care manager does so only where the posting says it."""
    if _OF_THINGS.search(posting.title or ""):
        return _PEOPLE.search(posting.description) is not None
    return posting.seniority in _SENIOR or bool(_LEADING.search(posting.title or ""))


def duty_of(posting: Posting) -> str:
    """Return the first duty that reads well in quotation marks; an empty text where there is none."""
    for duty in posting.responsibilities:
        text = quotable(duty)
        if (
            not text.endswith(":")
            and not names_a_requirement(text)
            and len(text.split()) >= _FEWEST_WORDS
            and len(text) <= _LONGEST
        ):
            return text
    return ""


def quotable(line: str) -> str:
    """Return a line of the posting as it stands between quotation marks: on one line, without mark and full stop."""
    return tidy(line).rstrip(".;,")


def names_a_requirement(line: str) -> bool:
    """Tell whether a line says what somebody has or is, although it stands among the duties."""
    return _REQUIREMENT.search(line) is not None


def _is_remote(posting: Posting) -> bool:
    return posting.workplace == "remote" or (posting.remote and posting.workplace is None)


def _town(location: str) -> str:
    """Return the first part of a place: "Porto" of "Porto, Portugal"; nothing of "Remote" or a sentence."""
    town = re.split(r"[,;(/|]", location)[0].strip()
    return "" if re.search(r"\d|remote|anywhere|hybrid", town, re.IGNORECASE) or len(town.split()) > 3 else town
