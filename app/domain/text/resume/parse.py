"""Read a resume's text as a career."""

from collections import Counter

from app.domain.text.career import Career, Skill
from app.domain.text.resume.certifications import read_certifications
from app.domain.text.resume.dates import is_date
from app.domain.text.resume.education import Study, read_education
from app.domain.text.resume.europass import parse_europass
from app.domain.text.resume.experience import Role, read_experience
from app.domain.text.resume.folding import fold
from app.domain.text.resume.header import Header, read_header
from app.domain.text.resume.headless import with_experience
from app.domain.text.resume.japanese import PERSON, is_japanese, is_phrase, japanese_sections, read_labelled, says_none
from app.domain.text.resume.japanese_history import is_table, names_school, read_licences, read_table
from app.domain.text.resume.japanese_names import History
from app.domain.text.resume.japanese_periods import read_periods
from app.domain.text.resume.json_resume import parse_json_resume
from app.domain.text.resume.linkedin import parse_linkedin
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.resume.projects import read_projects
from app.domain.text.resume.rows import Row, rows_of
from app.domain.text.resume.sections import Section, split_sections
from app.domain.text.resume.skill_lists import SkillSection, read_languages, read_skills
from app.domain.text.resume.vocabulary.languages import LANGUAGE_HINTS
from app.domain.text.resume.wrapping import begins_entry, continues, join_wrapped
from app.domain.text.skills import Lexicon
from app.domain.text.source import RECOGNIZED, RECOGNIZED_BADLY, SourceText

_RECOGNIZED, _RECOGNIZED_BADLY = 0.8, 0.5  # how much of its confidence a field keeps whose letters were recognized
_LISTED = frozenset(
    {
        "publications",
        "awards",
        "volunteering",
        "interests",
        "references",
        "courses",
        "affiliations",
        "achievements",
        "other",
        "personal",
    }
)


def parse_resume(source: SourceText, lexicon: Lexicon) -> ParsedResume:
    """Return the career that `source` tells, with how sure each field is and what found no place. It never raises.

    Structured sources are read from their objects, all others from their lines.
    """
    readers = {"json_resume": parse_json_resume, "linkedin": parse_linkedin, "europass": parse_europass}
    reader = readers.get(source.kind)
    if reader is None or source.structured is None:
        return parse_lines(source, lexicon)
    parsed = reader(source.structured)
    parsed.warnings[:0] = source.warnings
    return parsed


def parse_lines(source: SourceText, lexicon: Lexicon) -> ParsedResume:
    """Return what the lines of `source` tell; nothing that is not in them, and what fits nowhere in `unplaced`."""
    rows, aside, warnings = rows_of(source)
    parsed = ParsedResume(warnings=[*source.warnings, *warnings], language=language_of(rows))
    if source.needs_ocr and not rows:
        parsed.warnings.append("the pages are pictures; they need text recognition first")
    if is_japanese(rows):
        _read_japanese(parsed, rows, source, lexicon)
    else:
        sections = with_experience(split_sections(rows))
        # The addresses of a referee are another person's.
        own = [row for section in sections if section.name != "references" for row in section.rows]
        _read_person(parsed, sections, own, source)
        for section in sections[1:]:
            _read_section(parsed, section, lexicon)
    _drop_doubles(parsed.career)
    parsed.unplaced.extend(aside)
    if RECOGNIZED in source.warnings:
        share = _RECOGNIZED_BADLY if RECOGNIZED_BADLY in source.warnings else _RECOGNIZED
        parsed.confidence = {path: round(value * share, 2) for path, value in parsed.confidence.items()}
    return parsed


def language_of(rows: list[Row]) -> str:
    """Return the ISO 639-1 code of the language most small words and headings are in; English where nothing tells."""
    words = Counter(word.strip(".,:;()") for row in rows[:400] for word in row.text.lower().split())
    scores = {code: sum(words[word] for word in hints) for code, hints in LANGUAGE_HINTS.items()}
    text = "".join(row.text for row in rows[:200])
    if sum("\u3040" <= character <= "\u30ff" for character in text) > 7:
        return "ja"
    if sum("\u4e00" <= character <= "\u9fff" for character in text) > 40:
        return "zh"
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] > scores["en"] else "en"


def _read_person(parsed: ParsedResume, sections: list[Section], rows: list[Row], source: SourceText) -> None:
    contact = [row for section in sections[1:] if section.name in {"contact", "personal"} for row in section.rows]
    header = sections[0].rows
    result: Header = read_header(parsed.career, header, contact, rows, source.links)
    parsed.confidence.update(result.confidence)
    parsed.links = result.links
    parsed.unplaced.extend(result.rest)
    has_summary = any(section.name == "summary" and section.rows for section in sections)
    if result.paragraphs and not has_summary:
        parsed.career.professional_summary = "\n".join(result.paragraphs)
        parsed.confidence["professional_summary"] = 0.6
    else:
        parsed.unplaced.extend(result.paragraphs)


def _read_japanese(parsed: ParsedResume, rows: list[Row], source: SourceText, lexicon: Lexicon) -> None:
    parsed.language = "ja"
    sections = japanese_sections(rows)
    person = read_labelled(sections)
    header = Section("header", "", person.rows)
    _read_person(parsed, [header, *(one for one in sections[1:] if one.name not in PERSON)], person.rows, source)
    if person.location:
        parsed.career.location, parsed.confidence["location"] = person.location, 0.9
    parsed.unplaced.extend(person.others)
    for section in sections[1:]:
        if section.name in PERSON:
            continue
        if section.name in {"experience", "education"} and (names_school(section.rows) or is_table(section.rows)):
            _add_history(parsed, read_table(section.rows))
        elif section.name == "experience":
            _add_history(parsed, read_periods(section.rows))
        elif section.name == "skills":
            sentences = [row for row in section.rows if is_phrase(row.text)]
            _add_custom(parsed.career, "strengths", "", [row.text for row in sentences])
            section.rows = [row for row in section.rows if row not in sentences]
            parsed.career.skills.extend(
                Skill(name=row.text[mention.start : mention.end])
                for row in sentences
                for mention in lexicon.find(row.text)
            )
            _read_section(parsed, section, lexicon)
        elif section.name == "certifications":
            _add_history(parsed, read_licences(section.rows))
        else:
            parsed.unplaced.extend(row.text for row in section.rows if says_none(row.text))
            section.rows = [row for row in section.rows if not says_none(row.text)]
            _read_section(parsed, section, lexicon)


def _add_history(parsed: ParsedResume, history: History) -> None:
    _add_roles(parsed, history.roles)
    _add_studies(parsed, history.studies)
    parsed.career.skills.extend(history.certificates)
    parsed.unplaced.extend(history.rest)


def _read_section(parsed: ParsedResume, section: Section, lexicon: Lexicon) -> None:
    career = parsed.career
    match section.name:
        case "summary":
            text = "\n".join(_paragraphs(section.rows))
            career.professional_summary = "\n".join(part for part in (career.professional_summary, text) if part)
            parsed.confidence["professional_summary"] = 0.9
        case "experience":
            _add_roles(parsed, read_experience(section.rows))
        case "education":
            _add_studies(parsed, read_education(section.rows))
        case "projects":
            career.projects.extend(read_projects(section.rows, lexicon))
        case "skills":
            certificates = [row for row in section.rows if _is_certificate(section, row)]
            career.skills.extend(read_certifications(certificates))
            _add_skills(parsed, read_skills([row for row in section.rows if row not in certificates], lexicon))
        case "languages":
            rest: list[str] = []
            languages = read_languages(section.rows, rest)
            parsed.unplaced.extend(rest if languages else [])
            if not languages:
                _add_skills(parsed, read_skills(section.rows, lexicon))
            career.skills.extend(languages)
        case "certifications":
            career.skills.extend(read_certifications(section.rows))
        case "contact" | "personal":
            pass
        case _:
            _add_custom(career, section.name, section.title, _entries(section.rows))


def _is_certificate(section: Section, row: Row) -> bool:
    """Under a heading for both, a line without a label or a list is a certificate."""
    return "certif" in fold(section.title) and ":" not in row.text and "," not in row.text and len(row.text.split()) > 2


def _entries(rows: list[Row]) -> list[str]:
    """Return a text for each entry: where lines end in a date of their own, what stands below one belongs to it."""
    heads = [index for index, row in enumerate(rows) if len(row.cells) > 1 and is_date(row.cells[-1])]
    if heads[:1] != [0]:
        return _paragraphs(rows)
    ends = [*heads[1:], len(rows)]
    blocks = [(rows[head], rows[head + 1 : end]) for head, end in zip(heads, ends, strict=True)]
    width = _width(rows)
    return [" · ".join([*head.cells, *_paragraphs(below, width)]) for head, below in blocks]


def _width(rows: list[Row]) -> int:
    return max((len(row.text) for row in rows), default=0)


def _paragraphs(rows: list[Row], width: int = 0) -> list[str]:
    width = width or _width(rows)
    paragraphs: list[str] = []
    above: Row | None = None
    for row in rows:
        if (
            above is not None
            and not row.bullet
            and (continues(above, row, width) or _same_paragraph(above, row, width))
        ):
            paragraphs[-1] = join_wrapped(paragraphs[-1], row.text, soft=above.soft)
        else:
            paragraphs.append(row.text)
        above = row
    return paragraphs


def _same_paragraph(above: Row, row: Row, width: int) -> bool:
    if row.gap or above.bullet or above.bold != row.bold or begins_entry(above, row):
        return False
    return len(above.text) >= width * 0.72


def _add_roles(parsed: ParsedResume, roles: list[Role]) -> None:
    for role in roles:
        number = len(parsed.career.experiences)
        parsed.career.experiences.append(role.experience)
        parsed.confidence.update({f"experiences.{number}.{name}": value for name, value in role.confidence.items()})


def _add_studies(parsed: ParsedResume, studies: list[Study]) -> None:
    for study in studies:
        parsed.unplaced.extend(study.places)
        education = study.education
        if not education.institution and not education.degree:
            parsed.unplaced.extend(study.details)
            continue
        number = len(parsed.career.education)
        parsed.career.education.append(education)
        if study.details:
            where = education.institution or education.degree
            _add_custom(parsed.career, "education_details", "", [f"{where}: {detail}" for detail in study.details])
        parsed.confidence[f"education.{number}.institution"] = 0.8 if education.institution else 0.2
        parsed.confidence[f"education.{number}.degree"] = 0.8 if education.degree else 0.2


def _add_skills(parsed: ParsedResume, section: SkillSection) -> None:
    parsed.career.skills.extend([*section.skills, *section.languages])
    for kind, text in section.others:
        if kind == "certifications":
            parsed.career.skills.extend(read_certifications([Row(text, (text,), 0.0, False, False, False, 1)]))
        else:
            _add_custom(parsed.career, kind, "", [text])


def _add_custom(career: Career, name: str, title: str, texts: list[str]) -> None:
    if not texts:
        return
    key = name if name not in {"other", "personal"} or not title else "_".join(fold(title).split())[:60]
    known = career.custom_fields.get(key)
    career.custom_fields[key] = [*(known if isinstance(known, list) else []), *texts]


def _drop_doubles(career: Career) -> None:
    seen: set[tuple[str, str]] = set()
    kept: list[Skill] = []
    for skill in career.skills:
        key = (skill.category, fold(skill.name))
        if key not in seen:
            seen.add(key)
            kept.append(skill)
    career.skills = kept
