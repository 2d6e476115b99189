"""Technical questions: from the bank, for what the posting asks, as deep as the position and what is shown allow."""

from collections.abc import Iterator

from app.domain.text.interview.bank import LEVELS, Bank, Level, SkillQuestion
from app.domain.text.interview.evidence import Evidence
from app.domain.text.interview.model import InterviewQuestion, QuestionPrompt
from app.domain.text.interview.outline import Hints, Outliner
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.skills import Lexicon

_MOST = 9
_MOST_MISSING = 2
_TWICE = 2
_HINTS = Hints(
    situation="Where did you meet this yourself? If never: say so, and go on to how you would think about it.",
    task="What is the question behind the question? Say what you would want to know first.",
    action="Go through it step by step, and name what you would rule out.",
    result="How would you see that it worked? End with one example of yours, if you have one.",
)


def technical_questions(
    report: MatchReport, evidence: Evidence, outliner: Outliner, stock: Bank, lexicon: Lexicon, level: Level
) -> Iterator[InterviewQuestion]:
    """Yield at most nine: one for each skill, the weightiest first, then a second for the two that are shown best."""
    chosen: list[tuple[KeywordMatch, SkillQuestion]] = []
    seen: set[str] = set()
    missing = 0
    ranked = _ranked(report, lexicon)
    for match in ranked:
        by_level = {one.level: one for one in stock.on(match.keyword, lexicon)}
        if not by_level or by_level[level].skill in seen:
            continue
        if match.status == "missing":
            missing += 1
            if missing > _MOST_MISSING:
                continue
        seen.add(by_level[level].skill)
        chosen.append((match, by_level[_depth(match, level)]))
    chosen = chosen[: _MOST - _TWICE]
    shown = [match for match, _ in chosen if match.status == "shown" and match.required]
    for match in shown[: _MOST - len(chosen)][:_TWICE]:
        have = next(question for other, question in chosen if other is match)
        second = next(one for one in stock.on(match.keyword, lexicon) if one.level == _beside(have.level))
        at = next(at for at, (other, _) in enumerate(chosen) if other is match)
        chosen.insert(at, (match, second))
    for match, question in chosen:
        yield _question(match, question, evidence, outliner, lexicon)


def _ranked(report: MatchReport, lexicon: Lexicon) -> list[KeywordMatch]:
    """Return the technical keywords, weightiest first; of alternatives the one that is shown, or the first."""
    technical = [one for one in report.keywords if one.category == "technical"]
    technical.sort(key=lambda one: (not one.required, one.status == "missing", -one.weight, one.keyword))
    groups: set[str] = set()
    found = []
    # Who is asked about RabbitMQ need not be asked about message queues as well.
    implied = frozenset().union(*(lexicon.implied(one.keyword) for one in technical if one.status != "missing"))
    for match in technical:
        if match.keyword in implied and match.status != "shown":
            continue
        if match.either_or is None or match.either_or not in groups:
            groups |= {match.either_or} if match.either_or else set()
            found.append(match)
    return found


def _depth(match: KeywordMatch, level: Level) -> Level:
    if match.status == "missing":
        return "foundation"
    return level if match.required else _below(level)


def _below(level: Level) -> Level:
    return LEVELS[max(0, LEVELS.index(level) - 1)]


def _beside(level: Level) -> Level:
    return "working" if level == "foundation" else _below(level)


def _question(
    match: KeywordMatch, question: SkillQuestion, evidence: Evidence, outliner: Outliner, lexicon: Lexicon
) -> InterviewQuestion:
    facts = evidence.of_keyword(match)
    return InterviewQuestion(
        category="technical",
        question=question.question,
        why_asked=_why(match, question.skill, lexicon),
        difficulty=question.level,
        evidence=facts,
        outline=outliner.of(facts, _HINTS),
        prompted_by=QuestionPrompt("posting", match.keyword),
        keyword=match.keyword,
        points=question.points,
    )


def _why(match: KeywordMatch, skill: str, lexicon: Lexicon) -> str:
    named = match.keyword if skill == match.keyword else f"{match.keyword} (here: {skill})"
    asked = f"The posting requires {named}" if match.required else f"The posting names {named} as an advantage"
    if match.status == "missing":
        return f"{asked}, and your profile does not show it: expect at least the basics."
    if match.status == "implied":
        via = f"your {match.via}" if lexicon.get(match.via or "") else f"your work as {match.via}"
        return f"{asked}; {via} implies it, so they will want to hear more."
    return f"{asked}, and you show it: they will look how deep it goes."
