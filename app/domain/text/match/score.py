"""The match score of a profile, and of a document, against a posting: the same formula, the same parts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.domain.text.career import Career
from app.domain.text.document import Content
from app.domain.text.match import formula
from app.domain.text.match.advice import denied_gaps_of, gaps_of, strengths_of
from app.domain.text.match.changes import changes_of
from app.domain.text.match.demand import demand_of
from app.domain.text.match.evaluation import Evaluation, evaluate
from app.domain.text.match.keywords import GroupShown
from app.domain.text.match.parts import ceiling_tenths, credential_credit, parts_of, sum_tenths
from app.domain.text.match.reading import Reading, read_career, read_content
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon


def match_career(
    career: Career,
    posting: Posting,
    lexicon: Lexicon,
    *,
    today: date,
    reading: Reading | None = None,
    denied: Iterable[str] = (),
) -> MatchReport:
    """Return how well `career` fits `posting`, 0-100 with its parts; evidence names facts of `career`.

    `reading` is `read_career` of the same career, day and lexicon, kept by whoever matches many postings. What the
    candidate said they do not have (`denied`) changes no point, only what is suggested.
    """
    reading = reading or read_career(career, lexicon, today=today)
    evaluation = evaluate(demand_of(posting, lexicon), reading, today=today, denied=denied)
    return report_of(evaluation)


def match_content(
    content: Content,
    career: Career,
    posting: Posting,
    lexicon: Lexicon,
    *,
    today: date,
    reading: Reading | None = None,
    denied: Iterable[str] = (),
) -> MatchReport:
    """Return how well the document `content` shows that `career` fits `posting`; evidence names paths in the document.

    The parts are those of `match_career`; a keyword that `career` cannot back earns nothing, whatever the text says.
    `reading` is `read_career` of the career. The ceiling is the career's.
    """
    backing = reading or read_career(career, lexicon, today=today)
    demand = demand_of(posting, lexicon)
    ceiling = ceiling_tenths(evaluate(demand, backing, today=today))
    shown = read_content(content, lexicon, today=today)
    return _report(evaluate(demand, shown, today=today, supported=backing, denied=denied), ceiling)


def total(report: MatchReport) -> float:
    """Return the sum of the parts of `report` before it was rounded to the score, to a tenth of a point."""
    return sum_tenths(report.parts) / 10


def report_of(evaluation: Evaluation) -> MatchReport:
    """Return the report on an evaluated profile."""
    return _report(evaluation, ceiling_tenths(evaluation))


def _report(evaluation: Evaluation, ceiling: int) -> MatchReport:
    parts = parts_of(evaluation)
    score = _rounded(sum_tenths(parts))
    groups = (*evaluation.skills, *evaluation.credentials)
    missing = [one for one in groups if _is_missing(one, evaluation)]
    years = evaluation.demand.years
    return MatchReport(
        version=formula.VERSION,
        score=score,
        band=formula.band_of(score),
        ceiling=max(score, _rounded(ceiling)),
        parts=parts,
        keywords=tuple(_match(member.match, evaluation) for one in groups for member in one.members),
        matched_keywords=tuple(_matched_name(one) for one in groups if one not in missing),
        missing_keywords=tuple(one.group.label for one in missing),
        years_required=float(years) if years else None,
        years_shown=evaluation.years_total,
        strengths=strengths_of(evaluation),
        gaps=gaps_of(evaluation),
        denied_gaps=denied_gaps_of(evaluation),
        changes=changes_of(evaluation),
    )


def _rounded(in_tenths: int) -> int:
    return (in_tenths + 5) // 10


def _is_missing(shown: GroupShown, evaluation: Evaluation) -> bool:
    return shown.missing and not credential_credit(shown, evaluation)


def _matched_name(shown: GroupShown) -> str:
    return shown.top.asked.name


def _match(match: KeywordMatch, evaluation: Evaluation) -> KeywordMatch:
    if match.status == "missing" and match.category == "language" and match.keyword == evaluation.written_in:
        return replace(match, status="implied", via="the language it is written in")
    return match
