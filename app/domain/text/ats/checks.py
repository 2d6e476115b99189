"""Checks of a document as an applicant tracking system would meet it; advice, apart from the score."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from app.domain.partial_date import PartialDate, earliest, latest
from app.domain.regex import regex
from app.domain.text.ats.report import AtsCheck, CheckStatus
from app.domain.text.ats.wording import Statement, wording_checks
from app.domain.text.counting import word_count
from app.domain.text.document import Content, Item, SectionKind

_EMAIL = regex(r"[^\s@]+@[^\s@]+\.[^\s@.]+")
_DIGITS = 7
_RESUME_WORDS = (150, 1000)
_LETTER_WORDS = (120, 450)
_PAGES = 2
_STANDARD: dict[SectionKind, frozenset[str]] = {
    "summary": frozenset(
        "summary|professional summary|profile|about|about me|objective|career summary|career objective|profil"
        "|kurzprofil"
        "|über mich|résumé|à propos|resumen|perfil|sobre mí|resumo|profilo|sommario|samenvatting|profiel".split("|")
    ),
    "experience": frozenset(
        "experience|work experience|professional experience|employment|employment history|work history|career history"
        "|berufserfahrung|beruflicher werdegang|expérience|expérience professionnelle"
        "|expériences professionnelles|experiencia"
        "|experiencia laboral|experiencia profesional|experiência|experiência profissional|esperienza"
        "|esperienza lavorativa|esperienze professionali|werkervaring".split("|")
    ),
    "education": frozenset(
        "education|academic background|education and training|ausbildung|bildung|bildungsweg|formation|educación"
        "|formación|formación académica|educação|formação|formação acadêmica|istruzione|formazione"
        "|istruzione e formazione"
        "|opleiding|opleidingen".split("|")
    ),
    "skills": frozenset(
        "skills|technical skills|core skills|key skills|skills and tools|competencies|core competencies|kenntnisse"
        "|fähigkeiten|kompetenzen|compétences|habilidades|competencias|competências|competenze|vaardigheden".split("|")
    ),
    "projects": frozenset("projects|personal projects|selected projects|key projects|projekte|projets|proyectos"
    "|projetos|progetti|projecten".split("|")),
    "certifications": frozenset(
        "certifications|certificates|licenses and certifications|licenses & certifications|zertifikate|zertifizierungen"
        "|certificats|certificaciones|certificações|certificazioni|certificaten".split("|")
    ),
    "languages": frozenset("languages|language skills|sprachen|sprachkenntnisse|langues|idiomas|lingue"
    "|talen".split("|")),
}  # fmt: skip


def ats_checks(content: Content, *, today: date, page_count: int = 0, columns: int = 1) -> tuple[AtsCheck, ...]:
    """Return every check of `content` in a fixed order. `page_count` is 0 where unknown, `columns` the template's."""
    checks = [_contact(content)]
    if content.document_type == "resume":
        checks += [_headings(content), *_dates(content, today), _titles(content)]
    checks += [_length(content, page_count), _layout(content, columns)]
    if content.document_type == "resume":
        checks += wording_checks(
            list(_statements(content, summary=False)),
            list(_statements(content, summary=True)),
            english=content.language == "en",
        )
    return tuple(checks)


def _items(content: Content, *kinds: SectionKind) -> Iterator[tuple[str, Item]]:
    for number, section in enumerate(content.sections):
        if section.kind in kinds:
            for position, item in enumerate(section.items):
                yield f"sections/{number}/items/{position}", item


def _statements(content: Content, *, summary: bool) -> Iterator[Statement]:
    kinds: tuple[SectionKind, ...] = ("summary", "experience", "projects") if summary else ("experience", "projects")
    for path, item in _items(content, *kinds):
        for index, sentence in enumerate(item.sentences):
            listed = bool(sentence.source_ids) and all(":technologies:" in source for source in sentence.source_ids)
            if not listed:
                lasting = item.end_date is None
                yield Statement(f"{path}/sentences/{index}", sentence.text, path, lasting)


def _check(name: str, problems: list[tuple[str, str]], good: str, status: CheckStatus = "warn") -> AtsCheck:
    """A check with its problems as (path, sentence); it passes when there is none."""
    if not problems:
        return AtsCheck(name, "pass", good)
    said = list(dict.fromkeys(sentence for _, sentence in problems))
    return AtsCheck(name, status, " ".join(said), tuple(dict.fromkeys(path for path, _ in problems if path)))


def _contact(content: Content) -> AtsCheck:
    header = content.header
    serious = []
    if not header.full_name.strip():
        serious.append(("header/full_name", "The name is missing."))
    if not _EMAIL.fullmatch(header.email.strip()):
        serious.append(("header/email", "There is no usable e-mail address."))
    lesser = []
    if sum(sign.isdigit() for sign in header.phone) < _DIGITS:
        lesser.append(("header/phone", "There is no telephone number."))
    if not header.location.strip():
        lesser.append(("header/location", "The place is missing."))
    status: CheckStatus = "fail" if serious else "warn"
    return _check("contact", serious + lesser, "Name, e-mail, telephone and place are there.", status)


def _headings(content: Content) -> AtsCheck:
    problems = []
    for number, section in enumerate(content.sections):
        usual = _STANDARD.get(section.kind)
        if usual and " ".join(section.title.lower().strip(" :").split()) not in usual:
            said = f"The heading “{section.title}” is unusual for {section.kind}."
            problems.append((f"sections/{number}", said if section.title else f"The {section.kind} have no heading."))
    kinds = {section.kind for section in content.sections}
    if not kinds & {"experience", "projects"}:
        problems.append(("", "There is no section for experience or projects."))
    return _check("headings", problems, "Sections have the headings that parsers look for.")


def _dates(content: Content, today: date) -> Iterator[AtsCheck]:
    problems: list[tuple[str, str]] = []
    precisions: set[int] = set()
    starts: list[date] = []
    for path, item in _items(content, "experience"):
        first, last = _day(item.start_date), _day(item.end_date or "")
        if not item.start_date:
            problems.append((path, "A role has no start date."))
        if (item.start_date and first is None) or (item.end_date and last is None):
            problems.append((path, "A date is not a year, a month or a day."))
            continue
        precisions.update(len(value) for value in (item.start_date, item.end_date) if value)
        if first and last and last[1] < first[0]:
            problems.append((path, "A role ends before it begins."))
        if first and first[0] > today:
            problems.append((path, "A role begins in the future."))
        if first:
            starts.append(first[0])
    yield _check("dates", problems, "Every role has dates that can be read.", "fail")
    mixed = [("", "Dates are given as years in some roles and as months in others.")] if len(precisions) > 1 else []
    yield _check("date_precision", mixed, "Dates are given in one precision.")
    newest = all(left >= right for left, right in pairwise(starts))
    yield _check(
        "order", [] if newest else [("", "Roles are not in order, the newest first.")], "The newest role is first."
    )


def _day(value: str) -> tuple[date, date] | None:
    try:
        return (earliest(PartialDate(value)), latest(PartialDate(value))) if value else None
    except ValueError:
        return None


def _titles(content: Content) -> AtsCheck:
    problems = []
    for path, item in _items(content, "experience"):
        if not item.title.strip():
            problems.append((f"{path}/title", "A role has no title."))
        if not item.organization.strip():
            problems.append((f"{path}/organization", "A role names no employer."))
    return _check("roles", problems, "Every role names its title and employer.")


def _length(content: Content, page_count: int) -> AtsCheck:
    words = sum(
        word_count(sentence.text)
        for section in content.sections
        for item in section.items
        for sentence in item.sentences
    )
    least, most = _RESUME_WORDS if content.document_type == "resume" else _LETTER_WORDS
    problems = []
    if words < least:
        problems.append(("", f"With {words} words the text is short; {least} to {most} are usual."))
    if words > most:
        problems.append(("", f"With {words} words the text is long; {least} to {most} are usual."))
    pages = _PAGES if content.document_type == "resume" else 1
    if page_count > pages:
        problems.append(("", f"It has {page_count} pages; {'one is' if pages == 1 else f'{pages} are'} read."))
    where = f" on {page_count} {'page' if page_count == 1 else 'pages'}" if page_count else ""
    return _check("length", problems, f"{words} words{where}.")


def _layout(content: Content, columns: int) -> AtsCheck:
    problems = []
    for number, section in enumerate(content.sections):
        for position, item in enumerate(section.items):
            for index, sentence in enumerate(item.sentences):
                path = f"sections/{number}/items/{position}/sentences/{index}"
                if "\t" in sentence.text or sentence.text.count("|") > 1:
                    problems.append((path, "A sentence looks like a row of a table."))
                if any(unicodedata.category(sign) in ("Co", "So", "Cn") for sign in sentence.text):
                    problems.append((path, "A sentence has pictographs, which parsers drop."))
    if columns > 1:
        problems.append(("", "The template has more than one column; some systems read across columns."))
    return _check("layout", problems, "One column, no tables, no pictographs.")
