"""The table of a Japanese resume that tells year and month of every start and end: schools, employers, licences."""

import re

from app.domain.regex import regex
from app.domain.text.career import Education, Experience, Skill
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.education import Study
from app.domain.text.resume.experience import Role
from app.domain.text.resume.japanese import says_none
from app.domain.text.resume.japanese_names import (
    DATED,
    EDGES,
    EMPLOYED,
    DatedText,
    History,
    dated_texts,
    employer_of,
    school_of,
    written,
)
from app.domain.text.resume.parts import without_dates
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.japanese import (
    EMPLOYER_MARK,
    ENTERED,
    FINISHED,
    JOINED,
    JOINED_AT,
    LEFT,
    OBTAINED,
    SCHOOL,
    STILL_THERE,
    UNFINISHED,
)

_OBTAINED_ON = regex(r"([年月日])に?(?:取得|合格|修得)")
_JOINED, _JOINED_AT, _LEFT = regex(JOINED), regex(JOINED_AT), regex(LEFT)
_ENTERED, _FINISHED = regex(ENTERED), regex(FINISHED)
_AS = regex(r"^(.{2,30}?)として")


def is_table(rows: list[Row]) -> bool:
    """Return whether `rows` tell starts and ends one by one (入社, 退社, 入学, 卒業) rather than in periods."""
    single = ranged = 0
    for row in rows:
        spans = [span for span in find_dates(row.text) if span.ranged]
        ranged += bool(spans)
        if not spans and (match := DATED.match(row.text)) and _is_event(row.text[match.end() :]):
            single += 1
    return single > 0 and single >= ranged


def _is_event(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_JOINED, _JOINED_AT, _LEFT, _ENTERED, _FINISHED))


def names_school(rows: list[Row]) -> bool:
    """Return whether a row of `rows` says when a school was entered or left."""
    return any(
        SCHOOL.match(without_dates(row.text)) and (_ENTERED.search(row.text) or _FINISHED.search(row.text))
        for row in rows
    )


def read_table(rows: list[Row]) -> History:
    """Return the roles and studies of a table of dates."""
    reader = _Table()
    for row, dated in zip(rows, dated_texts(rows), strict=True):
        reader.add(row, dated)
    return reader.history


def read_licences(rows: list[Row]) -> History:
    """Return the licences and certificates of `rows`, each with the month it was obtained where that is told."""
    history = History()
    for row, dated in zip(rows, dated_texts(rows), strict=True):
        if says_none(dated.text):
            history.rest.append(row.text)
        elif dated.dated:
            name = OBTAINED.sub("", dated.text).strip(EDGES)
            if name:
                history.certificates.append(Skill(category="certification", name=name, date_obtained=dated.date))
        else:
            row = row.with_text(_OBTAINED_ON.sub(r"\1", row.text))  # noqa: PLW2901 - the row as it is read
            spans = find_dates(row.text)
            name = OBTAINED.sub("", without_dates(row.text)).strip(EDGES)
            if name:
                when = spans[0].start if spans else None
                history.certificates.append(Skill(category="certification", name=name, date_obtained=when))
    return history


class _Table:
    """Reads the rows of a table of dates one after the other."""

    def __init__(self) -> None:
        self.history = History()
        self._open: list[Experience] = []

    def add(self, row: Row, dated: DatedText) -> None:
        text = dated.text.strip()
        spans = [span for span in find_dates(row.text) if span.ranged]
        if says_none(text):
            self.history.rest.append(row.text)
        elif spans and (EMPLOYER_MARK.search(text) or SCHOOL.match(without_dates(row.text))):
            self._add_period(row)
        elif STILL_THERE.search(text) and not _JOINED.search(text):
            self._still(row)
        elif self._is_study(text):
            self._study(text, dated)
        elif left := _LEFT.search(text):
            self._leave(row, text[: left.start()].strip(EDGES), dated)
        elif joined := self._joined(text):
            self._join(text, joined, dated)
        elif self.history.roles:
            self.history.roles[-1].experience.achievements.append(f"{written(dated.date)} {text}".strip())
        elif self.history.studies:
            self.history.studies[-1].details.append(row.text)
        else:
            self.history.rest.append(row.text)

    def _joined(self, text: str) -> re.Match[str] | None:
        if match := _JOINED.search(text):
            return match
        match = _JOINED_AT.search(text)
        return match if match and EMPLOYER_MARK.search(text[: match.start()]) else None

    def _is_study(self, text: str) -> bool:
        event = _ENTERED.search(text) or _FINISHED.search(text)
        if event is None or _JOINED.search(text):
            return False
        before = text[: event.start()]
        return bool(SCHOOL.match(before) or (self.history.studies and (not before.strip() or before.startswith("同"))))

    def _study(self, text: str, dated: DatedText) -> None:
        event = _ENTERED.search(text) or _FINISHED.search(text)
        if event is None:
            return
        entered = bool(_ENTERED.fullmatch(event[0]))
        last = self.history.studies[-1].education if self.history.studies else None
        education = school_of(text[: event.start()], last)
        same = last is not None and (not education.institution or _alike(education, last))
        if entered or not same or last is None or last.end_date or (last.start_date is None and dated.date is None):
            if same and last is not None and not entered and not last.end_date:
                education = last
            else:
                education.institution = education.institution or (last.institution if last else "")
                self.history.studies.append(Study(education))
        else:
            education = last
        if entered:
            education.start_date = dated.date
            return
        education.end_date = dated.date
        if UNFINISHED.search(event[0]):
            education.degree = f"{education.degree} {event[0]}".strip()

    def _join(self, text: str, joined: re.Match[str], dated: DatedText) -> None:
        experience, more = employer_of(text[: joined.start()])
        experience.start_date = dated.date
        after = text[joined.end() :].strip(EDGES)
        if titled := _AS.match(after):
            experience.title, after = titled[1].strip(), after[titled.end() :].strip(EDGES)
        after = after.strip("()") if EMPLOYED.fullmatch(after) else after
        experience.description = "\n".join(part for part in (*more, after) if part)
        self._add_role(experience)

    def _add_role(self, experience: Experience) -> None:
        sure = 0.9 if experience.company else 0.3
        confidence = {
            "title": 0.7 if experience.title else 0.2,
            "company": sure,
            "start_date": 0.9 if experience.start_date else 0.3,
        }
        self.history.roles.append(Role(experience, confidence))

    def _leave(self, row: Row, before: str, dated: DatedText) -> None:
        named, _ = employer_of(before) if EMPLOYER_MARK.search(before) else (Experience(), [])
        pending = [
            role.experience
            for role in self.history.roles
            if role.experience.end_date is None and not role.experience.is_current
        ]
        matching = [one for one in pending if one.company == named.company] if named.company else pending
        if matching:
            matching[-1].end_date = dated.date
            if before and not named.company and not before.startswith("同"):
                self.history.rest.append(row.text)
        elif named.company:
            named.end_date = dated.date
            self._add_role(named)
        else:
            self.history.rest.append(row.text)

    def _still(self, row: Row) -> None:
        roles = self.history.roles
        if roles and roles[-1].experience.end_date is None:
            roles[-1].experience.is_current = True
            text = STILL_THERE.sub("", DATED.sub("", row.text)).strip(EDGES)
            if text and not text.startswith("同"):
                roles[-1].experience.achievements.append(text)
        else:
            self.history.rest.append(row.text)

    def _add_period(self, row: Row) -> None:
        span = next(span for span in find_dates(row.text) if span.ranged)
        text = without_dates(row.text)
        event = _ENTERED.search(text) or _FINISHED.search(text)
        school = SCHOOL.match(text)
        if school and (event or not EMPLOYER_MARK.search(text)):
            education = school_of(text[: event.start()] if event else text, None)
            education.start_date, education.end_date = span.start, span.end
            if event and UNFINISHED.search(event[0]):
                education.degree = f"{education.degree} {event[0]}".strip()
            self.history.studies.append(Study(education))
            return
        experience, more = employer_of(re.sub(rf"(?:{JOINED}|{LEFT})", " ", text))
        experience.start_date, experience.end_date, experience.is_current = span.start, span.end, span.current
        experience.description = "\n".join(more)
        self._add_role(experience)


def _alike(one: Education, other: Education) -> bool:
    if one.institution != other.institution:
        return False
    return not one.field_of_study or not other.field_of_study or one.field_of_study == other.field_of_study
