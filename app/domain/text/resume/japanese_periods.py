"""The 職務経歴 of a Japanese resume that is told in periods, one employer after the other."""

from app.domain.regex import regex
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.experience import Role
from app.domain.text.resume.japanese_names import EDGES, EMPLOYED, History, employer_of
from app.domain.text.resume.parts import without_dates
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.japanese import COMPANY_FACTS, EMPLOYER_MARK, TITLED

_TITLE_LABEL = regex(r"^(?:職種|役職|ポジション|役割|担当|職位)\s*:\s*(.{2,40})$")
_KNOWN_HEAD = regex(
    r"^[【\[<■◆●]?\s*(?:(?:担当|主な|主な担当)?(?:業務|職務|仕事)(?:内容|詳細)?|(?:主な)?実績|成果|実績・成果|取り組み|実績・取り組み|担当|詳細|ポイント|期間|内容"
    r"|具体的業務)\s*[】\]>]?:?$"
)


def read_periods(rows: list[Row]) -> History:
    """Return the roles of a 職務経歴 that is told in periods, one employer after the other."""
    reader = _Periods()
    for index, row in enumerate(rows):
        reader.add(row, rows[index + 1] if index + 1 < len(rows) else None)
    reader.close()
    return reader.history


class _Periods:
    """Reads the rows of a 職務経歴 in periods one after the other."""

    def __init__(self) -> None:
        self.history = History()
        self._waiting: Row | None = None
        self._took_next = False

    def add(self, row: Row, following: Row | None) -> None:
        if self._took_next:
            self._took_next = False
            return
        span = next((span for span in find_dates(row.text) if span.ranged), None)
        text = without_dates(row.text).strip(EDGES + "()") if span else row.text
        if span is not None and not _is_sentence(text) and self._opens(text, row):
            if not EMPLOYER_MARK.search(text) and self._waiting is not None:
                text = f"{self._waiting.text} {text}".strip()
                self._waiting = None
            elif not text and following is not None and not following.bullet and not find_dates(following.text):
                text, self._took_next = following.text, True
            self.close()
            experience, more = employer_of(text)
            experience.start_date, experience.end_date, experience.is_current = span.start, span.end, span.current
            experience.description = "\n".join(more)
            self.history.roles.append(Role(experience, {"title": 0.7, "company": 0.8, "start_date": 0.9}))
            return
        if span is None and _names_employer(row, following):
            self.close()
            self._waiting = row
            return
        self._add_body(row, text if span is None else row.text)

    def close(self) -> None:
        """Give back an employer whose dates never came."""
        if self._waiting is not None:
            row, self._waiting = self._waiting, None
            self._add_body(row, row.text)

    def _opens(self, text: str, row: Row) -> bool:
        if self._waiting is not None or not self.history.roles or EMPLOYER_MARK.search(text):
            return True
        last = self.history.roles[-1].experience
        span = next(span for span in find_dates(row.text) if span.ranged)
        if last.start_date is None or span.start is None or row.bullet:
            return not row.bullet
        inside = last.start_date <= span.start and (
            last.is_current or (last.end_date is not None and span.end is not None and span.end <= last.end_date)
        )
        whole = span.start == last.start_date and (span.end, span.current) == (last.end_date, last.is_current)
        return not inside or (whole and row.heading)

    def _add_body(self, row: Row, text: str) -> None:
        if _KNOWN_HEAD.match(text):
            return
        if COMPANY_FACTS.match(text) or not self.history.roles:
            self.history.rest.append(text)
            return
        experience = self.history.roles[-1].experience
        first = not experience.achievements and not row.bullet
        label = _TITLE_LABEL.match(text)
        if (label or (first and TITLED.fullmatch(text))) and not experience.title:
            experience.title = label[1].strip() if label else text
            return
        if label:
            pass
        elif (employed := EMPLOYED.fullmatch(text.removeprefix("雇用形態").strip(" :"))) and not row.bullet:
            experience.description = "\n".join(part for part in (experience.description, employed[1]) if part)
            return
        experience.achievements.append(text)


def _is_sentence(text: str) -> bool:
    return text.endswith("。") or len(text) > 60


def _names_employer(row: Row, following: Row | None) -> bool:
    """A row that is only an employer's name, with its dates in the row below."""
    if row.bullet or len(row.text) > 50 or _is_sentence(row.text) or COMPANY_FACTS.match(row.text):
        return False
    below = following is not None and any(span.ranged for span in find_dates(following.text))
    return below and (row.heading or bool(EMPLOYER_MARK.search(row.text)))
