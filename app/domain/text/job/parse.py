"""Read a job posting: from pasted text to a `Posting` whose evidence points into its description."""

import re
from dataclasses import replace

from app.domain.regex import regex
from app.domain.text.job.dates import read_dates
from app.domain.text.job.degrees import education_in, read_education
from app.domain.text.job.employment import read_employment
from app.domain.text.job.header import read_header
from app.domain.text.job.headings import ASKING, SILENT, Section
from app.domain.text.job.keywords import Named, named_skills, read_keywords
from app.domain.text.job.labels import labelled_fields
from app.domain.text.job.language import language_of
from app.domain.text.job.levels import read_seniority
from app.domain.text.job.lines import read_lines
from app.domain.text.job.salary import read_salary
from app.domain.text.job.sections import Layout, Sentence, is_soft, lay_out
from app.domain.text.job.stems import AUTHORIZATION
from app.domain.text.job.titles import clean_title, masks_company
from app.domain.text.job.workplace import read_workplace
from app.domain.text.job.years import read_years, states_years
from app.domain.text.posting import Keyword, Posting, Requirement, RequirementKind, Span
from app.domain.text.skills import Lexicon

_AUTHORIZATION = regex(
    r"\b(?:authori[sz](?:ed|ation) to work|work authori[sz]ation|work permit|right to work|visa|sponsorship|"
    r"sponsor|citizen(?:s|ship)?|nationals|security clearance|clearance|green card|permanent resident|"
    r"arbeitserlaubnis|aufenthaltstitel|permis de travail|permiso de trabajo|"
    r"permesso di lavoro|werkvergunning|autorização de trabalho|background investigation)\b",
    re.IGNORECASE,
)
_CERTIFICATION = regex(
    r"\b(?:certifi(?:ed|cate|cates|cation|cations)|licen[sc]e[ds]?|licensure|zertifi\w+|certificaci[oó]n\w*|"
    r"certificazion\w+|certificaat|certificaç\w+|accreditation|führerschein|driver'?s licen[sc]e)\b",
    re.IGNORECASE,
)
_MUST_WEIGHT, _NICE_WEIGHT = 1.0, 0.5


def parse_posting(
    text: str, lexicon: Lexicon, *, title: str | None = None, company: str | None = None, location: str | None = None
) -> Posting:
    """Read a posting's text; what the caller already knows of title, company and location stands.

    The text is only read, never obeyed. Texts over `lines.MAX_CHARACTERS` are cut and `uncertain` names `description`.
    """
    description, lines, cut = read_lines(text)
    layout = lay_out(lines)
    header = read_header(layout, description, masked=masks_company(description))
    fields = list(labelled_fields(lines))
    sentences = layout.sentences
    head = [line.text for line in lines[: min(layout.first_heading, 6)]]
    given = {name for name, value in (("title", title), ("company", company), ("location", location)) if value}
    title = clean_title(title) if title else header.title
    location = location or header.location
    company = company or header.company
    named = named_skills(description, sentences, lexicon)
    emphasized = frozenset(index for index, line in enumerate(lines) if line.emphasized)
    keywords = read_keywords(named, title, emphasized, lexicon, company=company)
    pay = read_salary((sentence.text, sentence.section is Section.BENEFITS) for sentence in _payable(sentences))
    posted, closes = read_dates(sentence.text for sentence in sentences)
    workplace = read_workplace(title or "", location, head, sentences)
    uncertain = [name for name in header.guessed if name not in given]
    uncertain += ["description"] if cut else []
    uncertain += ["salary"] if pay and pay.inferred else []
    return Posting(
        title=title,
        company=company,
        location=location,
        remote=workplace == "remote",
        workplace=workplace,
        employment_type=read_employment(title or "", head, sentences),
        seniority=read_seniority(title, sentences, fields),
        years_experience=read_years(sentences),
        education_level=read_education(sentences),
        description=description,
        parsed_keywords=keywords,
        requirements=_requirements(sentences, named, keywords),
        responsibilities=_lines_of(layout, Section.DUTIES),
        benefits=_lines_of(layout, Section.BENEFITS),
        salary=pay.salary if pay else None,
        salary_range=pay.text if pay else None,
        date_posted=posted,
        application_deadline=closes,
        language=language_of(description),
        uncertain=tuple(sorted(uncertain)),
    )


def _payable(sentences: list[Sentence]) -> list[Sentence]:
    """Return one piece of text per line: a pay statement may hold full stops that end no sentence."""
    merged: dict[int, Sentence] = {}
    for sentence in sentences:
        before = merged.get(sentence.line)
        merged[sentence.line] = (
            replace(before, text=f"{before.text} {sentence.text}", end=sentence.end) if before else sentence
        )
    return list(merged.values())


def _lines_of(layout: Layout, section: Section) -> tuple[str, ...]:
    # Not "Apply by 12 March. We are an equal opportunity employer." below the last line.
    said = {one.line for one in layout.sentences if one.section is section and read_dates([one.text])[1] is None}
    return tuple(
        line.text
        for index, line in enumerate(layout.lines)
        if layout.sections[index] is section
        and index in said
        and line.text.count(" ") > (0 if line.bullet else 1 if section is Section.BENEFITS else 2)
    )


def _requirements(
    sentences: list[Sentence], named: list[Named], keywords: tuple[Keyword, ...]
) -> tuple[Requirement, ...]:
    weights = {keyword.keyword: keyword.weight for keyword in keywords}
    skills = {item.sentence.start: item for item in named}
    found = []
    for sentence in sentences:
        if sentence.section in SILENT and not (
            sentence.section is Section.LEGAL and _speaks_of_authorization(sentence)
        ):
            continue
        listed = sentence.section in ASKING
        if not sentence.demanding and not _speaks_of_authorization(sentence):
            continue
        item = skills.get(sentence.start)
        names = tuple(dict.fromkeys(m.name for m in item.mentions if m.name in weights)) if item else ()
        kind = _kind(sentence, item)
        if not listed and not names and kind not in {"years", "education", "language", "authorization"}:
            continue
        if sentence.text.count(" ") < 1 and not names:
            continue
        if kind == "other" and read_dates([sentence.text]) != (None, None):
            # "Apply by 30 June 2026" below the last demand.
            continue
        required = not is_soft(sentence)
        weight = max((weights[name] for name in names), default=_MUST_WEIGHT if required else _NICE_WEIGHT)
        span = Span(sentence.start, sentence.end, sentence.text)
        found.append(Requirement(sentence.text, kind, required, round(weight, 3), span, names))
    return tuple(found)


def _speaks_of_authorization(sentence: Sentence) -> bool:
    return sentence.hints & AUTHORIZATION > 0 and _AUTHORIZATION.search(sentence.text) is not None


def _kind(sentence: Sentence, item: Named | None) -> RequirementKind:
    categories = {mention.category for mention in item.mentions} if item else set()
    if _speaks_of_authorization(sentence):
        return "authorization"
    if states_years(sentence):
        return "years"
    if education_in(sentence):
        return "education"
    if categories == {"language"}:
        return "language"
    if "certification" in categories or (_CERTIFICATION.search(sentence.text) and "technical" not in categories):
        return "certification"
    return "skill" if categories else "other"
