"""Read the studies of an education section."""

import re
from dataclasses import dataclass, field, replace

from app.domain.text.career import Education
from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.degrees import Facts, facts_of, starts_with_degree
from app.domain.text.resume.parts import school_score, title_strength, without_dates
from app.domain.text.resume.places import cut_place, place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.patterns import (
    GPA,
    GPA_AFTER,
    HONOURS,
    STUDY_LABEL,
)
from app.domain.text.resume.wrapping import continues, is_prose, join_wrapped


@dataclass(slots=True)
class Study:
    """A course of study, what else stands by it, and how sure its fields are."""

    education: Education
    details: list[str] = field(default_factory=list)
    names: list[tuple[str, bool]] = field(default_factory=list)
    """Lines that may be an institution or a subject, and whether they stood before the degree."""
    places: list[str] = field(default_factory=list)
    inherited: bool = False
    school_first: bool = False
    dated: bool = False


def read_education(rows: list[Row]) -> list[Study]:
    """Return the studies that `rows` tell about, in order."""
    studies: list[Study] = []
    above: Row | None = None
    for row in _whole_rows(rows):
        if above is not None and studies and _goes_on(above, row, studies[-1]):
            studies[-1].details[-1] = join_wrapped(studies[-1].details[-1], row.text, soft=above.soft)
        else:
            _read_row(row, studies)
        above = row
    for study in studies:
        _place_names(study)
        _sort_details(study)
    return [study for study in studies if study.education.institution or study.education.degree or study.details]


def _whole_rows(rows: list[Row]) -> list[Row]:
    """Put together the rows that break at a comma of a head."""
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above is not None and above.text.endswith(",") and not row.bullet and len(above.cells) == 1 and not row.gap:
            cells = (f"{above.text} {row.cells[0]}", *row.cells[1:])
            whole[-1] = replace(above, text=" ".join(cells), cells=cells)
        else:
            whole.append(row)
    return whole


def _goes_on(above: Row, row: Row, study: Study) -> bool:
    return (
        bool(study.details)
        and study.details[-1].endswith(above.text)
        and continues(above, row, 90)
        and not find_dates(row.text)
    )


def _read_row(row: Row, studies: list[Study]) -> None:
    text = row.text
    gpa = GPA.search(text) or GPA_AFTER.search(text)
    rest = without_dates(text) if not STUDY_LABEL.match(text) else text
    facts = facts_of(row) if not _detail(row, rest) else None
    if facts is None and len(row.cells) > 1 and studies and not without_dates(row.cells[-1]):
        # A column of dates beside the first lines of the text.
        _put_dates(studies[-1], find_dates(row.cells[-1]))
        row = row.with_text(" ".join(row.cells[:-1]))
        rest = row.text
    if facts is None or not (facts.school or facts.degree):
        if not studies:
            studies.append(Study(Education()))
        _add_plain(row, rest, gpa, studies[-1], facts)
        return
    study = _opened(facts, studies)
    study.places.extend(facts.places)
    education = study.education
    if facts.school and (not education.institution or study.inherited):
        education.institution, study.inherited = facts.school, False
    if facts.degree and not education.degree:
        education.degree, education.field_of_study = facts.degree, education.field_of_study or facts.subject
    elif facts.subject and not education.field_of_study:
        education.field_of_study = facts.subject
    _put_dates(study, facts.spans)
    _put_gpa(study, gpa)
    others = [one for one in facts.others if not GPA.fullmatch(one) and not GPA_AFTER.fullmatch(one)]
    if facts.degree and not facts.school and others and len(others[0]) < 70 and not is_prose(others[0]):
        study.names.append((others.pop(0), False))
    study.details.extend([*facts.honours, *others])


def _detail(row: Row, rest: str) -> bool:
    if STUDY_LABEL.match(row.text):
        return True
    if (
        row.bullet
        and not starts_with_degree(rest)
        and not (school_score(rest) and len(rest) < 80 and find_dates(row.text))
    ):
        return True
    return is_prose(rest) and not starts_with_degree(rest) and (rest.endswith(".") or len(rest) > 130)


def _opened(facts: Facts, studies: list[Study]) -> Study:
    """Return the study that `facts` belong to: the last one, or a new one where it has such facts already."""
    if not studies:
        studies.append(Study(Education(), school_first=bool(facts.school) and not facts.degree))
        return studies[-1]
    last = studies[-1]
    has_school = bool(last.education.institution) and not last.inherited
    if facts.school and not facts.degree and last.inherited and studies[0].school_first:
        studies.append(Study(Education()))
        return studies[-1]
    clash = (facts.school and has_school) or (facts.degree and last.education.degree)
    if clash:
        heads = facts.degree and not facts.school and studies[0].school_first
        inherited = last.education.institution if heads else ""
        studies.append(Study(Education(institution=inherited), inherited=bool(inherited)))
    return studies[-1]


def _put_dates(study: Study, spans: list[DateSpan]) -> None:
    education = study.education
    for span in spans:
        if study.dated and not (span.ranged and education.start_date is None):
            continue
        study.dated = True
        if span.ranged:
            education.start_date, education.end_date = span.start, span.end
        else:
            education.end_date = span.end


def _put_gpa(study: Study, gpa: re.Match[str] | None) -> None:
    if gpa and not study.education.gpa:
        study.education.gpa = gpa[1].strip()


def _add_plain(row: Row, rest: str, gpa: re.Match[str] | None, study: Study, facts: Facts | None) -> None:
    spans = find_dates(row.text)
    education = study.education
    if spans and (len(rest) < 3 or facts is not None) and not study.dated:
        _put_dates(study, spans)
    _put_gpa(study, gpa)
    if len(rest) < 3:
        return
    named = (
        rest.count(",") < 2
        and facts is not None
        and not row.bullet
        and not gpa
        and len(rest) < 90
        and place_score(rest) < 0.8
    )
    if named and facts is not None and facts.others and (not education.institution or not education.field_of_study):
        study.names.append((rest if len(facts.others) > 1 else facts.others[0], not education.degree))
    elif place_score(rest) < 0.8:
        study.details.append(row.text if not spans or facts is None else rest)
    else:
        study.places.append(rest)


def _place_names(study: Study) -> None:
    """Give the lines that name nothing known to the institution and the subject that are still open."""
    education, names = study.education, study.names
    if not education.institution and names:
        at = 0 if len(names) == 1 or names[0][1] or education.field_of_study else 1
        # "Riverside Training Centre" is an organization wherever it stands.
        at = min(range(len(names)), key=lambda position: (title_strength(names[position][0]) > -1.0, position != at))
        education.institution, _ = cut_place(names.pop(at)[0])
    if not education.institution and education.degree and ", " in education.field_of_study:
        # "…in Computer Science, JNTU Hyderabad": without any other sign the school stands last.
        education.field_of_study, _, education.institution = education.field_of_study.rpartition(", ")
    if education.degree and not education.field_of_study and names:
        education.field_of_study = names.pop(0)[0]
    study.details[:0] = [name for name, _ in names]


def _sort_details(study: Study) -> None:
    kept = []
    for detail in study.details:
        if HONOURS.search(detail) and len(detail) < 160:
            study.education.honors.append(re.sub(r"^honou?rs?\s*:\s*", "", detail, flags=re.IGNORECASE))
        elif not GPA.fullmatch(detail.strip()) and not GPA_AFTER.fullmatch(detail.strip()):
            kept.append(detail)
    study.details = kept
