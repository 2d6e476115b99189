"""What to revise before the day, and the gap behind each topic."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.domain.partial_date import month_index
from app.domain.text.career import Career
from app.domain.text.interview.bank import Bank, Level
from app.domain.text.interview.model import InterviewQuestion, RevisionExercise, RevisionTopic
from app.domain.text.match.experience import this_month
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.skills import Lexicon

_MOST = 10
_STALE_MONTHS = 48


def topics_to_revise(
    report: MatchReport,
    career: Career,
    missing: Iterable[KeywordMatch],
    questions: Sequence[InterviewQuestion],
    *,
    bank: Bank,
    lexicon: Lexicon,
    level: Level,
    today: date,
) -> Iterator[RevisionTopic]:
    """Yield at most ten topics: what is missing first, then what is only listed or implied, then what is long ago."""
    asked: dict[str, list[str]] = {}
    for question in questions:
        if question.keyword:
            asked.setdefault(question.keyword, []).append(question.id)
    gaps = {match.keyword: _missing_gap(match) for match in missing if match.category != "language"}
    rest = [match for match in report.keywords if match.category == "technical" and match.status != "missing"]
    by_weight = sorted(rest, key=lambda one: (not one.required, -one.weight, one.keyword))
    for describe in (_listed_gap, _implied_gap):
        for match in by_weight:
            if (gap := describe(match)) and match.keyword not in gaps:
                gaps[match.keyword] = gap
    for match in by_weight:
        if (gap := _stale_gap(match, career, today)) and match.keyword not in gaps:
            gaps[match.keyword] = gap
    absent = {match.keyword for match in report.keywords if match.status == "missing"}
    told = {question.question for question in questions}
    for keyword, gap in list(gaps.items())[:_MOST]:
        levels: tuple[Level, ...] = ("foundation", "working") if keyword in absent else (level,)
        exercises = tuple(
            RevisionExercise(one.question, one.points)
            for one in bank.on(keyword, lexicon)
            if one.level in levels and one.question not in told
        )
        yield RevisionTopic(topic=keyword, gap=gap, exercises=exercises, question_ids=tuple(asked.get(keyword, ())))


def _missing_gap(match: KeywordMatch) -> str:
    return f"{'Required' if match.required else 'An advantage'} in the posting, and your profile does not show it."


def _listed_gap(match: KeywordMatch) -> str:
    fields = {one.fact_id.split(":", 1)[1].split(":")[0] for one in match.profile_evidence}
    if match.status != "shown" or not match.required or not fields or not fields <= {"name", "headline", "proficiency"}:
        return ""
    return "Required; it stands among your skills, but no role or project of yours shows it in use."


def _implied_gap(match: KeywordMatch) -> str:
    if match.status != "implied" or not match.required or not match.via:
        return ""
    return f"Required; your profile shows it only through “{match.via}”."


def _stale_gap(match: KeywordMatch, career: Career, today: date) -> str:
    """Say that the latest role which shows the keyword ended years ago."""
    if match.status != "shown" or not match.required:
        return ""
    items = {one.fact_id.split(":")[0] for one in match.profile_evidence}
    roles = [job for job in career.experiences if job.id in items]
    ends = [(month_index(job.end_date, end=True), job) for job in roles if job.end_date and not job.is_current]
    if not roles or len(ends) < len(roles):
        return ""
    month, last = max(ends, key=lambda pair: pair[0])
    if this_month(today) - month < _STALE_MONTHS:
        return ""
    where = f" at {last.company}" if last.company else ""
    return f"Required; you last used it{where}, until {month // 12}."
