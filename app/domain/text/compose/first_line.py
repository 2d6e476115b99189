"""The first line of a summary for someone at the beginning: studies, then what projects and internships show."""

import re
from datetime import date

from app.domain.regex import regex
from app.domain.text.career import Career, Education
from app.domain.text.compose.evidence import Term, facts_of, shown_terms
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.own_title import printed_title
from app.domain.text.compose.phrases import SummaryFrames, summary_frames
from app.domain.text.compose.timeline import finished_years_ago, is_studying
from app.domain.text.compose.wording import join_list, tidy, with_stop
from app.domain.text.document import Sentence
from app.domain.text.match.report import MatchReport
from app.domain.text.skills import Lexicon

_TERMS_AT_MOST = 3
_GRADUATE_YEARS = 3.0
_SCHOOL = regex(r"\b(?:high school|secondary|a-levels?|abitur|baccalauréat|bachillerato|ged|gcse)\b", re.IGNORECASE)


def fresher_line(
    career: Career, report: MatchReport, lexicon: Lexicon, language: WrittenLanguage, today: date
) -> list[Sentence]:
    """Return one sentence from studies (or a title) and shown keywords, or nothing where the career says too little."""
    frames = summary_frames(language)
    worked = shown_terms(report, lexicon, at_most=_TERMS_AT_MOST, work_only=True)
    terms = worked or shown_terms(report, lexicon, at_most=_TERMS_AT_MOST, work_only=False)
    start, sources = _studies(career, frames, today)
    if not start and career.experiences:
        start, sources = printed_title(career.experiences[0].title), [f"{career.experiences[0].id}:title"]
    if not terms:
        return [Sentence(text=with_stop(start), source_ids=sources)] if start else []
    listed = join_list([term.text for term in terms], language)
    if not start:
        return [Sentence(text=frames.skilled.format(terms=listed), source_ids=facts_of(terms))]
    text = start + _focus(frames, terms, worked).format(terms=listed)
    return [Sentence(text=with_stop(text), source_ids=list(dict.fromkeys([*sources, *facts_of(terms)])))]


def _focus(frames: SummaryFrames, terms: list[Term], worked: list[Term]) -> str:
    return frames.project_focus if terms is worked else frames.skill_focus


def _studies(career: Career, frames: SummaryFrames, today: date) -> tuple[str, list[str]]:
    course = main_course(career)
    if course is None:
        return "", []
    degree, field = degree_and_field(course)
    institution = tidy(course.institution)
    sources = [f"{course.id}:{name}" for name in ("institution", "degree", "field_of_study") if getattr(course, name)]
    if course.end_date:
        sources.append(f"{course.id}:end_date")
    if is_studying(course, today):
        if field and institution:
            return frames.student.format(field=field, institution=institution), sources
        if degree and institution:
            return frames.student_of.format(degree=degree, institution=institution), sources
    ago = finished_years_ago(course, today)
    if field and degree and institution and ago is not None and ago <= _GRADUATE_YEARS:
        return frames.graduate.format(field=field, degree=degree, institution=institution), sources
    whole = ", ".join(dict.fromkeys(part for part in (tidy(course.degree), tidy(course.field_of_study)) if part))
    if whole and institution:
        return frames.qualified.format(degree=whole, institution=institution), sources
    return whole, sources


def main_course(career: Career) -> Education | None:
    """Return the first course of study that is more than school."""
    return next((one for one in career.education if not _SCHOOL.search(one.degree)), None)


def degree_and_field(course: Education) -> tuple[str, str]:
    """Return degree and field; the field may stand in the degree ("Bachelor of Science in Biology")."""
    degree, field = tidy(course.degree), tidy(course.field_of_study)
    if field:
        return degree, field
    match = re.match(r"^(?P<degree>.{2,60}?) in (?P<field>[^,(]{3,50})$", degree)
    return (match["degree"], match["field"]) if match else (degree, "")
