"""Tell school, degree and subject apart in one line of an education section."""

import re
from dataclasses import dataclass, field

from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.entries import is_prose
from app.domain.text.resume.folding import fold
from app.domain.text.resume.parts import pieces, school_score, title_strength, without_dates
from app.domain.text.resume.places import cut_place, place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.patterns import (
    DEGREE,
    DEGREE_OF,
    GPA,
    GPA_AFTER,
    HONOURS_MARK,
    SHORT_DEGREES,
    SUBJECT_JOINER,
)


@dataclass(slots=True)
class Facts:
    """What one line tells about a study; `others` are its pieces that are neither school nor degree."""

    school: str = ""
    degree: str = ""
    subject: str = ""
    spans: list[DateSpan] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def starts_with_degree(text: str) -> bool:
    """Return whether `text` begins with the name of a degree."""
    match = _degree_match(fold(text), strict=True)
    return match is not None and match.start() < 4


def facts_of(row: Row) -> Facts:
    """Return what `row` tells about a study."""
    facts = Facts()
    segments: list[tuple[str, bool]] = []
    for cell in row.cells:
        facts.spans.extend(find_dates(cell))
        segments.extend((piece, False) for piece in pieces(without_dates(cell)))
    for segment, _ in segments:
        _sort_segment(segment, facts)
    return facts


def _sort_segment(segment: str, facts: Facts) -> None:
    segment = segment.strip(" .,:;()")
    if gpa := GPA.search(segment) or GPA_AFTER.search(segment):
        segment = (segment[: gpa.start()] + segment[gpa.end() :]).strip(" ,;:()-–")
        if not segment:
            return
    match = _degree_match(fold(segment), strict=bool(school_score(segment)))
    school = school_score(segment)
    if match and not facts.degree:
        _sort_degree(segment, match, facts, has_school=school > 0)
    elif match and facts.degree and fold(segment).startswith(fold(facts.degree)):
        _, facts.subject = _degree_and_subject(segment, match)
    elif school and not facts.school:
        facts.school = _school(segment)
    elif place_score(segment) >= 0.8:
        return
    elif (
        facts.degree
        and not facts.subject
        and not facts.school
        and not is_prose(segment)
        and title_strength(segment) < 2
    ):
        facts.subject = segment
    else:
        facts.others.append(segment)


def _sort_degree(segment: str, match: re.Match[str], facts: Facts, *, has_school: bool) -> None:
    if not has_school:
        facts.degree, facts.subject = _degree_and_subject(segment, match)
        if not facts.school and facts.subject and (cut := _tail_school(facts.subject)):
            facts.subject, facts.school = cut
        return
    before, after = segment[: match.start()].strip(" ,"), segment[match.start() :]
    if before and school_score(before):
        facts.school = facts.school or _school(before)
        inner = _degree_match(fold(after), strict=False)
        if inner:
            facts.degree, facts.subject = _degree_and_subject(after, inner)
        return
    degree, subject = _degree_and_subject(segment, match)
    facts.degree = degree
    parts = subject.split(",")
    for count in range(1, len(parts)):
        tail = ",".join(parts[count:]).strip()
        if school_score(parts[count]) or (count == len(parts) - 1 and school_score(tail)):
            facts.subject, facts.school = ",".join(parts[:count]).strip(), facts.school or _school(tail)
            return
    if mark := re.search(r"\s(?:at|from|an der|am|à l['’]|bei|de la|en la|na|presso)\s", subject):
        facts.subject, facts.school = subject[: mark.start()].strip(), facts.school or _school(subject[mark.end() :])
    elif school_score(subject):
        facts.school, facts.subject = facts.school or _school(subject), ""
    else:
        facts.subject = subject


def _tail_school(subject: str) -> tuple[str, str] | None:
    """`History, Reed`: what follows the last comma of a subject is its school only where it is no subject itself."""
    mark = re.search(r"\s(?:at|from|bei|presso)\s", subject)
    return (subject[: mark.start()].strip(" ,"), subject[mark.end() :].strip()) if mark else None


def _school(text: str) -> str:
    rest, place = cut_place(text.strip(" ,.;()"))
    # "University of California, Berkeley" and "Queens College, City University of New York" are whole names.
    if place and rest and school_score(rest) and not re.search(r"\b(?:university of california|of|at)$", fold(rest)):
        return (
            text.strip(" ,")
            if fold(rest) in {"university of california", "california state university", "state university of new york"}
            else rest
        )
    return text.strip(" ,.;")


def _degree_match(folded: str, *, strict: bool) -> re.Match[str] | None:
    for match in DEGREE.finditer(folded):
        word = match[0].strip()
        if (
            word in SHORT_DEGREES
            and (strict or match.start() > 3)
            and not (match.start() == 0 and len(word) <= 2 and not strict)
        ):
            continue
        if (word == "high school" and match.end() < len(folded) - 12) or (
            word.startswith("diplom") and strict and match.start() > 0
        ):
            continue
        return match
    return None


def _degree_and_subject(segment: str, match: re.Match[str]) -> tuple[str, str]:
    folded = fold(segment)
    stop = match.end()
    lead = segment[: match.start()].strip(" ,:–—-")
    of = DEGREE_OF.match(folded, stop)
    # "Master in Nursing" has the subject nursing, "Bachelor in Science" has none.
    if of and of[0].lstrip().startswith(("of ", "in science", "in arts", "in business administration", "d")):
        stop = of.end()
    if mark := HONOURS_MARK.match(folded, stop):
        stop = mark.end()
    degree = segment[match.start() : stop].strip(" ,")
    if re.fullmatch(r"[a-z]\.?[a-z]+", fold(degree)) and segment[stop : stop + 1] == ".":
        degree += "."
        stop += 1
    subject = segment[stop:]
    if bracket := re.match(r"\s*\(([^)]{2,80})\)\s*(.*)", subject):
        inner, after = bracket[1], bracket[2]
        return degree, SUBJECT_JOINER.sub("", after).strip(" ,.;") or inner.strip()
    subject = SUBJECT_JOINER.sub("", subject, count=1).strip(" ,;")
    if (
        not subject
        and lead
        and not re.search(r"graduated|abschluss|degree", fold(lead))
        and len(lead) < 60
        and not school_score(lead)
    ):
        subject = lead
    return degree, subject.rstrip(".") if not subject.endswith("..") else subject
