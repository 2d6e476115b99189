"""What the rows of a Japanese resume name: a date in any calendar, an employer with title and department, a school."""

import re
from dataclasses import dataclass, field

from app.domain.partial_date import PartialDate, partial_date
from app.domain.regex import regex
from app.domain.text.career import Education, Experience, Skill
from app.domain.text.resume.dates import ERAS
from app.domain.text.resume.education import Study
from app.domain.text.resume.experience import Role
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.japanese import DEGREES, LEGAL_FORM, SCHOOL, TITLED, UNIT

DATED = regex(
    r"^[(\[]?(?:(?P<era>明治|大正|昭和|平成|令和|[MTSHR](?=[\s.]?\d))[\s.]?)?(?P<year>元|(?:19|20)[Xx○〇*]{2}|\d{4}|\d{1,2}|〃|同)"
    r"(?:(?P<mark>\s*年\s*|\s?[./-]\s?|\s+|(?<=〃))(?:(?P<month>\d{1,2}|[Xx]{1,2}|〃)(?:\s*月|(?=[\s)\]]|$)))?)?(?:\s*\d{1,2}\s*日)?[)\]]?(?:\s+|(?<=[年月日])|$)"
)
EDGES = " \t、。,.・:;-–—|/"
EMPLOYED = regex(
    r"[(]?(正社員|契約社員|派遣社員|嘱託社員|パート(?:タイマー)?|アルバイト|業務委託|インターン|非常勤|常勤)[))]?"
)
_HEAD_PARTS = regex(r"\s*[/／|｜]\s*|\s+|・(?=正社員|契約社員)")


@dataclass(slots=True)
class History:
    """What a table of dates told, in order, and its rows that told nothing of these."""

    roles: list[Role] = field(default_factory=list)
    studies: list[Study] = field(default_factory=list)
    certificates: list[Skill] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DatedText:
    """The date of a row, and what the row says beside it."""

    date: PartialDate | None
    dated: bool
    text: str


def dated_texts(rows: list[Row]) -> list[DatedText]:
    """Tell the dates of the rows; a year stands for the rows below it that name a month only."""
    found: list[DatedText] = []
    year = era = ""
    for row in rows:
        match = DATED.match(row.text)
        if match is None or row.bullet:
            found.append(DatedText(None, dated=False, text=row.text))
            continue
        told, month, rest = match["year"], match["month"], row.text[match.end() :]
        short = told.isdigit() and len(told) < 3 and not match["era"]
        if short and len(row.cells) > 1 and month is None and year and 1 <= int(told) <= 12:
            month, told = told, year
        elif told in {"〃", "同"}:
            told = year if told == "〃" or (match["mark"] or "").strip() == "年" else ""
        elif match["era"]:
            era = match["era"]
            told = str(_western(era, told))
        elif (short or told == "元") and era and month:
            told = str(_western(era, told))
        elif short or not _is_year(told):
            told = ""
        if not told or not rest.strip():
            found.append(DatedText(None, dated=False, text=row.text))
            continue
        year = told
        found.append(DatedText(_date(told, month), dated=True, text=rest.strip()))
    return found


def _is_year(text: str) -> bool:
    return len(text) == 4 and text[:2] in {"19", "20"}


def _western(era: str, year: str) -> int:
    return ERAS[era] + (1 if year == "元" else int(year))


def _date(year: str, month: str | None) -> PartialDate | None:
    if not year.isdigit():
        return None
    value = f"{year}-{int(month):02d}" if month and month.isdigit() and 1 <= int(month) <= 12 else year
    return partial_date(value)


def written(date: PartialDate | None) -> str:
    """Return `date` as Japanese papers write it in the common calendar."""
    if date is None:
        return ""
    year, _, month = date.partition("-")
    return f"{year}年{int(month)}月" if month else f"{year}年"


def employer_of(text: str) -> tuple[Experience, list[str]]:
    """Return employer and title that `text` names, and what else it says (department, kind of employment)."""
    experience = Experience()
    more: list[str] = []
    text = text.strip(EDGES)
    if titled := re.search(r"\s*(\S{2,30})として$", text):
        experience.title, text = titled[1], text[: titled.start()].strip(EDGES)
    more.extend(employed[1] for employed in EMPLOYED.finditer(text))
    text = EMPLOYED.sub(" ", text)
    text = re.sub(r"(?:にて?|へ|で|に)$", "", text.strip(EDGES)).strip(EDGES + "()")
    tokens = [token.strip(EDGES) for token in _HEAD_PARTS.split(text)]
    tokens = [token for token in tokens if token]
    company: list[str] = []
    for token in tokens:
        if not company or _goes_on(company, token):
            company.append(token)
        elif TITLED.fullmatch(token) and not UNIT.fullmatch(token) and not experience.title:
            experience.title = token
        else:
            more.append(token)
    if len(company) == 1 and (cut := _cut_unit(company[0])):
        company, more = [cut[0]], [cut[1], *more]
    experience.company = " ".join(company)
    return experience, more


def _goes_on(company: list[str], token: str) -> bool:
    """A name of several words: one of them is the legal form, or all are Latin."""
    if LEGAL_FORM.fullmatch(token) or (len(company) == 1 and LEGAL_FORM.fullmatch(company[0])):
        return True
    return token.isascii() and company[-1].isascii() and TITLED.fullmatch(token) is None


def _cut_unit(text: str) -> tuple[str, str] | None:
    """`山田商事株式会社営業部`: a department that follows the legal form without a blank."""
    match = re.match(r"(.{2,}(?:株式会社|有限会社|合同会社))(.{2,20})$", text)
    return (match[1], match[2]) if match and UNIT.fullmatch(match[2]) else None


def school_of(text: str, last: Education | None) -> Education:
    """Return the school, subject and degree that `text` names; `同` stands for the school above."""
    text = text.strip(EDGES)
    if last is not None and text.startswith("同"):
        rest = re.sub(r"^同\s*(?:大学(?=大学院)|大学(?!院)|校|高等学校|高校|上)?", "", text).strip(EDGES)
        if rest.startswith("大学院") or text.startswith("同大学院"):
            base = re.sub(r"大学院.*$", "", last.institution)
            rest = rest.removeprefix("大学院").strip(EDGES)
            education = Education(institution=f"{base}大学院")
        else:
            education = Education()
        return _with_subject(education, rest)
    school = SCHOOL.match(text)
    if school is None:
        return _with_subject(Education(), text)
    return _with_subject(Education(institution=school[0].strip()), text[school.end() :])


def _with_subject(education: Education, text: str) -> Education:
    degree = DEGREES.search(text)
    if degree:
        education.degree = degree[0]
        text = f"{text[: degree.start()]} {text[degree.end() :]}"
    education.field_of_study = " ".join(text.strip(EDGES + "()").split())
    return education
