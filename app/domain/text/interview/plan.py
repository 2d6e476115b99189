"""Choose the questions to expect: from the posting, the candidate's facts, the gaps and the document that was sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.text.career import Career
from app.domain.text.compose.timeline import timeline_of
from app.domain.text.document import Content
from app.domain.text.interview.bank import Bank, Level, Theme, bank
from app.domain.text.interview.claims import claim_questions, claims_of, claims_of_career
from app.domain.text.interview.employer import company_questions
from app.domain.text.interview.evidence import Evidence
from app.domain.text.interview.gaps import Gaps
from app.domain.text.interview.model import (
    CATEGORIES,
    InterviewPlan,
    InterviewQuestion,
    QuestionCategory,
    QuestionPrompt,
)
from app.domain.text.interview.occasions import Circumstances, is_leading, questions_to_ask
from app.domain.text.interview.outline import Hints, Outliner
from app.domain.text.interview.technical import technical_questions
from app.domain.text.interview.topics import topics_to_revise
from app.domain.text.interview.trade import trade_questions
from app.domain.text.match import match_career
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_THEMES = 5
_LEVEL_BY_RANK: dict[str, Level] = {
    "intern": "foundation", "junior": "foundation", "mid": "working", "senior": "expert", "lead": "expert",
    "principal": "expert", "manager": "expert", "director": "expert",
}  # fmt: skip
_EXPERT_YEARS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a preparation is made of. `documents` are what the employer has, or would get, of the candidate.

    `denied` are skills that the candidate said they do not have; `categories` which questions are wanted.
    """

    career: Career
    posting: Posting
    documents: tuple[Content, ...] = ()
    denied: tuple[str, ...] = ()
    categories: frozenset[QuestionCategory] = frozenset(CATEGORIES)
    today: date


def plan_interview(sources: Sources, lexicon: Lexicon) -> InterviewPlan:
    """Return the questions by category, what to revise and what to ask. The same sources give the same plan."""
    career, posting, today = sources.career, sources.posting, sources.today
    report = match_career(career, posting, lexicon, today=today)
    outliner, stock, level = Outliner(career), bank(), level_of(posting)
    evidence = Evidence(career, posting, report, lexicon)
    starter, leader = timeline_of(career, today).level == "fresher", is_leading(posting)
    circumstances = Circumstances.of(career, posting, lexicon, starter=starter, leader=leader)
    gaps = Gaps(career, posting, report, evidence, outliner, lexicon, today)
    asked = frozenset(match.keyword for match in report.keywords if match.category != "soft")
    claims = claims_of(sources.documents)
    made: dict[QuestionCategory, Iterable[InterviewQuestion]] = {
        "company": company_questions(circumstances, evidence, outliner, stock),
        "behavioral": [
            *_behavioral(posting, evidence, outliner, stock, starter=starter, leader=leader),
            *claim_questions(
                claims or claims_of_career(career),
                "document" if claims else "profile",
                bank=stock,
                outliner=outliner,
                asked=asked,
                lexicon=lexicon,
            ),
        ],
        "role": trade_questions(posting, evidence, outliner, stock, level),
        "technical": technical_questions(report, evidence, outliner, stock, lexicon, level),
        "gap": gaps.questions(sources.denied),
    }
    questions = tuple(_numbered(one for name, group in made.items() if name in sources.categories for one in group))
    topics = topics_to_revise(
        report, career, gaps.missing(), questions, bank=stock, lexicon=lexicon, level=level, today=today
    )
    return InterviewPlan(questions, tuple(topics), tuple(questions_to_ask(circumstances, stock)))


def level_of(posting: Posting) -> Level:
    """Return how deep the questions go: by the rank the posting states, or the years it asks for."""
    if posting.seniority:
        return _LEVEL_BY_RANK[posting.seniority]
    years = posting.years_experience.min if posting.years_experience else None
    if years is None:
        return "working"
    return "expert" if years >= _EXPERT_YEARS else "working" if years > 1 else "foundation"


def _numbered(questions: Iterable[InterviewQuestion]) -> Iterator[InterviewQuestion]:
    return (replace(question, id=f"q{number}") for number, question in enumerate(questions, start=1))


def _behavioral(
    posting: Posting,
    evidence: Evidence,
    outliner: Outliner,
    stock: Bank,
    *,
    starter: bool,
    leader: bool,
) -> Iterator[InterviewQuestion]:
    """Yield the themes that the posting's soft skills name, then the usual ones; each with another story."""
    soft = {one.keyword: one.weight for one in posting.parsed_keywords if one.category in ("soft", "technical")}
    fitting = [
        theme
        for theme in stock.themes
        if theme.audience == "everyone"
        or (theme.audience == "starters" and starter)
        or (theme.audience == "experienced" and not starter)
        or (theme.audience == "leaders" and leader)
    ]

    def worth(theme: Theme) -> tuple[float, int]:
        wanted = max((soft[name] for name in theme.skills if name in soft), default=0.0)
        suited = 0.5 if theme.audience in ("starters", "leaders") else 0.0
        return -(wanted + suited), stock.themes.index(theme)

    for theme in sorted(fitting, key=worth)[:_THEMES]:
        named = sorted((name for name in theme.skills if name in soft), key=lambda name: (-soft[name], name))
        facts = evidence.story(theme)
        yield InterviewQuestion(
            category="behavioral",
            question=theme.question,
            why_asked=f"The posting asks for {named[0]}. {theme.why}" if named else theme.why,
            difficulty="foundation" if theme.audience == "starters" else "working",
            evidence=facts,
            outline=outliner.of(facts, Hints.of(theme)),
            prompted_by=QuestionPrompt("posting", named[0]) if named else QuestionPrompt("common"),
        )
