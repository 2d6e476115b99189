"""Tell school, degree and subject apart in one line of an education section."""

import re
from dataclasses import dataclass, field

from app.domain.regex import regex
from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.folding import fold
from app.domain.text.resume.parts import pieces, school_score, title_strength, without_dates
from app.domain.text.resume.places import WITH_PLACE, cut_place, place_score
from app.domain.text.resume.rows import Row, balanced
from app.domain.text.resume.vocabulary.patterns import (
    DEGREE,
    DEGREE_OF,
    EXPECTED,
    GPA,
    GPA_AFTER,
    HONOURS,
    HONOURS_MARK,
    SHORT_DEGREES,
    SUBJECT_JOINER,
)
from app.domain.text.resume.vocabulary.places import US_STATES
from app.domain.text.resume.wrapping import is_prose

_AT_SCHOOL = regex(r"(?:^|\s)(?:at|from|an der|am|à l['’]|bei|presso)\s")


@dataclass(slots=True)
class Facts:
    """What one line tells about a study; `others` are its pieces that are neither school nor degree."""

    school: str = ""
    degree: str = ""
    subject: str = ""
    spans: list[DateSpan] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    honours: list[str] = field(default_factory=list)


def starts_with_degree(text: str) -> bool:
    """Return whether `text` begins with the name of a degree."""
    match = _degree_match(text)
    return match is not None and match.start() < 4


def facts_of(row: Row) -> Facts:
    """Return what `row` tells about a study."""
    facts = Facts()
    for cell in row.cells:
        facts.spans.extend(find_dates(cell))
        for piece in pieces(without_dates(cell)):
            _sort_segment(piece, facts)
    return facts


def _sort_segment(segment: str, facts: Facts) -> None:
    segment = _trimmed(EXPECTED.sub("", segment))
    if gpa := GPA.search(segment) or GPA_AFTER.search(segment):
        segment = (segment[: gpa.start()] + segment[gpa.end() :]).strip(" ,;:()-–")
    subject_open = False
    school_open = False
    if place_score(segment) >= 0.9:
        facts.places.append(segment)
        return
    chunks = _chunks(segment)
    for number, chunk in enumerate(chunks):
        # "State University, Cambridge, MA" ends with a state.
        match = _degree_match(chunk) if chunk is chunks[0] or chunk.lower() not in US_STATES else None
        school = school_score(chunk) > 0
        if match and not facts.degree:
            _sort_degree(chunk, match, facts)
            subject_open, school_open = bool(facts.subject), False
        elif match and fold(chunk[match.start() :]).startswith(fold(facts.degree)):
            facts.subject = facts.subject or _degree_and_subject(chunk, match)[1]
        elif school:
            # "Texas A&M University, College Station, TX" ends with a town.
            is_town = bool(facts.school) and number + 1 < len(chunks) and chunks[number + 1].lower() in US_STATES
            longer = f"{facts.school}, {chunk}" if school_open else facts.school or _school(chunk)
            facts.school = facts.school if is_town else longer
            subject_open, school_open = False, True
        elif place_score(chunk) >= 0.8 or (school_open and _place_of_school(chunk, facts.school)):
            # "University of California, Davis" is one name.
            facts.school += f", {chunk}" if fold(facts.school) in WITH_PLACE else ""
        elif HONOURS.search(chunk) and len(chunk) < 40:
            facts.honours.append(chunk)
        elif subject_open:
            # "…, UNED": letters behind a subject are a school.
            is_school = chunk.isupper() and 2 < len(chunk) < 8 and not facts.school
            facts.school, facts.subject = (
                (chunk, facts.subject) if is_school else (facts.school, f"{facts.subject}, {chunk}")
            )
        elif facts.degree and not facts.subject and _may_be_subject(chunk):
            facts.subject, subject_open, school_open = chunk, True, False
        else:
            facts.others.append(chunk)
            school_open = False


def _trimmed(segment: str) -> str:
    segment = balanced(segment.strip(" ,:;"))
    return segment if re.search(r"(?:\b|\.)[A-Za-z]\.$", segment) else segment.rstrip(".")


def _chunks(segment: str) -> list[str]:
    """Split at commas outside brackets; `University of California, Berkeley` is put together again by its school."""
    chunks = []
    depth = start = 0
    for position, character in enumerate(segment):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth <= 0:
            chunks.append(segment[start:position])
            start = position + 1
    chunks.append(segment[start:])
    return [chunk for raw in chunks if (chunk := _trimmed(raw))]


def _place_of_school(chunk: str, school: str) -> bool:
    return fold(school) in WITH_PLACE or (fold(chunk).upper() == chunk and len(chunk) == 2)


def _may_be_subject(chunk: str) -> bool:
    return not is_prose(chunk) and title_strength(chunk) < 2 and len(chunk) < 70


def _sort_degree(chunk: str, match: re.Match[str], facts: Facts) -> None:
    before, after = chunk[: match.start()].strip(" ,"), chunk[match.start() :]
    if before and school_score(before):
        facts.school = facts.school or _school(before)
        inner = _degree_match(after)
        if inner:
            facts.degree, facts.subject = _degree_and_subject(after, inner)
        return
    facts.degree, subject = _degree_and_subject(chunk, match)
    if mark := _AT_SCHOOL.search(subject):
        facts.subject, facts.school = (
            subject[: mark.start()].strip(" ,"),
            facts.school or _school(subject[mark.end() :]),
        )
    elif school_score(subject) and not facts.school:
        facts.school = _school(subject)
    else:
        facts.subject = subject or facts.subject


def _school(text: str) -> str:
    rest, place = cut_place(text.strip(" ,;()"))
    return rest if place and rest and school_score(rest) else text.strip(" ,;")


def _degree_match(text: str) -> re.Match[str] | None:
    """Find a degree. Short forms count where they cannot be another word: in capitals, at the front or before `in`."""
    folded = fold(text)
    for match in DEGREE.finditer(folded):
        word = match[0].strip()
        written = text[match.start() : match.start() + len(word)]
        if word in SHORT_DEGREES and match.start() > 0 and not (written.isupper() and len(written) > 1):
            continue
        if word in SHORT_DEGREES and match.start() == 0 and not written[:1].isupper():
            continue
        if (
            ((word == "high school" and match.end() < len(folded) - 12) or word.startswith("diplom"))
            and match.start() > 0
            and school_score(text[: match.start()]) == 0
        ):
            continue
        if word == "high school" and (match.start() > 0 or match.end() < len(folded)):
            continue
        if re.match(r"\s*(?:thesis|thesen|arbeit|project\b|projekt)", folded[match.end() :]):
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
    if bracket := re.match(r"\s*\(([^)]{2,80})\)?\s*(.*)", subject):
        inner, after = bracket[1], bracket[2]
        after = SUBJECT_JOINER.sub("", after).strip(" ,.;")
        if inner.isupper() or not degree:
            # "Bachelor of Science in Nursing (BSN)": the letters say the degree again.
            return f"{degree} ({inner})", after
        return degree, after or inner.strip()
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
