"""Questions about the work itself: the posting's own duties and requirements, and those of the trade."""

from collections.abc import Iterator

from app.domain.regex import regex
from app.domain.text.interview.bank import Bank, Level, Trade
from app.domain.text.interview.evidence import Evidence
from app.domain.text.interview.model import InterviewQuestion, QuestionPrompt
from app.domain.text.interview.occasions import names_a_requirement, quotable
from app.domain.text.interview.outline import Hints, Outliner
from app.domain.text.match.titles import title_words
from app.domain.text.posting import Posting

_DUTIES = 3
_TRADES = 2
_FEWEST_WORDS = 4
_LONGEST = 200
_WORD = regex(r"[^\W\d_]+")
_SHOWN = (
    "One of your tasks would be: “{}”. What have you done that comes closest to it?",
    "You would be asked to do this: “{}”. Tell me about the last time you did something like it.",
    "“{}” is part of the job. What was hard when you did it, and what would you do otherwise now?",
)
_NOT_SHOWN = (
    "One of your tasks would be: “{}”. How would you go about it in your first weeks?",
    "“{}” is part of the job. What can go wrong with it, and how would you notice?",
    "You would be asked to do this: “{}”. What would you want to know before you begin?",
)
_REQUIRED = (
    "The posting says: “{}”. Where have you shown that?",
    "It says here: “{}”. What of that is true of you today, and what is not?",
    "“{}” is what we ask for. Give me an example from the last two years.",
)
_HINTS = Hints(
    situation="Where have you done the nearest thing to it? If nowhere, what do you know of it?",
    task="What would they expect of you? Ask yourself who needs the outcome.",
    action="Your first three steps, in order.",
    result="How would everyone see after half a year that it goes well?",
)


_WHY_DUTY = "It stands in the posting as part of the work, so it is what they picture you doing."
_WHY_REQUIRED = "It stands in the posting among what they look for, so they will want to see it."


def trade_questions(
    posting: Posting, evidence: Evidence, outliner: Outliner, stock: Bank, level: Level
) -> Iterator[InterviewQuestion]:
    """Yield questions on up to three duties (without duties, requirements), then up to two of the trade."""
    for at, quoted in enumerate(_duties(posting)):
        facts, akin = evidence.on(quoted), False
        if not facts:
            facts = evidence.akin_to(quoted)
            akin = bool(facts)
        wordings = _REQUIRED if names_a_requirement(quoted) else _SHOWN if facts else _NOT_SHOWN
        yield InterviewQuestion(
            category="role",
            # Something akin is not the thing itself: it may come closest, but it is not "when you did it".
            question=wordings[0 if akin else at % len(wordings)].format(quoted),
            why_asked=_WHY_REQUIRED if wordings is _REQUIRED else _WHY_DUTY,
            difficulty=level,
            evidence=facts,
            outline=outliner.of(facts, _HINTS),
            prompted_by=QuestionPrompt("posting", quoted),
        )
    for trade in _trades(posting, stock)[:_TRADES]:
        yield InterviewQuestion(
            category="role",
            question=trade.questions[level],
            why_asked="It is often asked in this line of work, and shows how you think about it.",
            difficulty=level,
            outline=outliner.empty(_HINTS),
            prompted_by=QuestionPrompt("common", trade.name),
        )


def _duties(posting: Posting) -> list[str]:
    """Return the lines to ask about: duties, then requirements, each short enough to be read out."""
    duties = dict.fromkeys(map(quotable, posting.responsibilities))
    asked = (quotable(one.text) for one in posting.requirements if one.kind in ("skill", "other"))
    lines = [
        line
        for line in dict.fromkeys((*duties, *asked))
        if len(line.split()) >= _FEWEST_WORDS and len(line) <= _LONGEST and not line.endswith(":")
    ]
    return sorted(lines, key=lambda line: (names_a_requirement(line), line not in duties))[:_DUTIES]


def _trades(posting: Posting, stock: Bank) -> list[Trade]:
    """Return the trades of the title, those that few titles name first; the general one where there is none."""
    title = posting.title or ""
    words = {word.lower() for word in _WORD.findall(title)} | (set(title_words(title)) - {"manager", "engineer"})
    # A list of fewer words is a narrower trade: "backend" says more than "software".
    found = [trade for trade in stock.trades if trade.words & words]
    if any(trade.name in _SELLING for trade in found):  # who sells a product, or cares for its buyers, does not own it
        found = [trade for trade in found if trade.name != "product"]
    found.sort(key=lambda trade: (trade.name in _WIDE, stock.trades.index(trade)))
    return [*found, *(trade for trade in stock.trades if not trade.words)]


_WIDE = frozenset({"engineer", "analyst", "manager", "assistant", "consultant", "technician", "customer", "project"})
_SELLING = frozenset({"sales", "marketing", "customer"})
