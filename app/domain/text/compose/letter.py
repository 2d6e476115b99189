"""Compose the cover letter: greeting, who writes, what they have done of what is asked, courtesy."""

import re
from datetime import date

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.evidence import shown_terms
from app.domain.text.compose.first_line import degree_and_field, main_course
from app.domain.text.compose.letter_body import achievement_sentences, credential_sentences, term_sentences
from app.domain.text.compose.letter_frames import LetterFrames, letter_frames
from app.domain.text.compose.options import ComposeOptions, WrittenLanguage
from app.domain.text.compose.own_title import headline_of, own_title, printed_title
from app.domain.text.compose.phrases import choose_years
from app.domain.text.compose.sections import header_of
from app.domain.text.compose.selection import Selection
from app.domain.text.compose.timeline import is_studying
from app.domain.text.compose.wording import employer_name, join_list, single_stop, tidy
from app.domain.text.document import Content, Item, Section, Sentence
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_MARKER = regex(r"\s*[(\[](?:[mwfdxhi](?:\s?[/|,*]\s?[mwfdxhi]){1,3}|all genders|gn|remote|hybrid)[)\]]", re.IGNORECASE)
_LONGEST_ROLE = 80
_LONGEST_COMPANY = 60
_GAPS_AT_MOST = 2


def compose_cover_letter(
    career: Career,
    posting: Posting,
    report: MatchReport,
    selection: Selection,
    lexicon: Lexicon,
    options: ComposeOptions,
    *,
    today: date,
) -> Content:
    """Return a letter of three or four paragraphs; sentences without sources are courtesy and claim nothing."""
    language = selection.language
    frames = letter_frames(language)
    role, company = posting_role(posting), posting_company(posting)
    paragraphs = _paragraphs(career, posting, report, selection, lexicon, language, today)
    items = [Item(sentences=sentences) for sentences in paragraphs if sentences]
    items[0].start_date = today.isoformat()
    return Content(
        document_type="cover_letter",
        language=language,
        profile_id=career.id,
        profile_version=career.version,
        header=header_of(career, headline_of(career, selection)),
        sections=[Section(kind="letter", items=items)],
        recipient=company,
        subject=frames.subject.format(role=role) if role else "",
    )


def posting_role(posting: Posting) -> str:
    """Return the role as a letter names it: without "(m/f/d)", and without what follows a dash in a long title."""
    role = _MARKER.sub("", tidy(posting.title or "")).strip(" -–|,:;")
    return role if len(role) <= _LONGEST_ROLE else re.split(r"\s[-–—|]\s|\s*\|\s*", role)[0][:_LONGEST_ROLE].strip()


def posting_company(posting: Posting) -> str:
    """Return the employer as a letter names it; empty where the posting does not tell."""
    company = tidy(posting.company or "")
    return company if len(company) <= _LONGEST_COMPANY and "<" not in company else ""


def _paragraphs(
    career: Career,
    posting: Posting,
    report: MatchReport,
    selection: Selection,
    lexicon: Lexicon,
    language: WrittenLanguage,
    today: date,
) -> list[list[Sentence]]:
    frames = letter_frames(language)
    manner = frames.manners[selection.tone]
    company = posting_company(posting)
    greeting = manner.team.format(company=company) if company else manner.nobody
    opening = manner.opening.format(vacancy=_vacancy(frames, posting_role(posting), company))
    told = achievement_sentences(career, selection, frames, language)
    terms = term_sentences(report, lexicon, frames, language)
    credentials = credential_sentences(career, selection, frames, language)
    about = _background(career, posting, selection, frames, today)
    evidence = bool(shown_terms(report, lexicon, at_most=1, work_only=True))
    gap = _gap(report, selection, frames, language)
    return [
        [_courtesy(greeting)],
        [_courtesy(opening), *about, *([] if told else terms)],
        [*terms, *told] if told else [],
        [*credentials, *gap, *([_courtesy(manner.interest)] if evidence else []), *map(_courtesy, manner.closing)],
        [_courtesy(manner.sign_off)],
    ]


def _courtesy(text: str) -> Sentence:
    return Sentence(text=text)


def _vacancy(frames: LetterFrames, role: str, company: str) -> str:
    if role:
        return (frames.role_at if company else frames.role).format(role=role, company=company)
    return (frames.vacancy_at if company else frames.vacancy).format(company=company)


def _background(
    career: Career, posting: Posting, selection: Selection, frames: LetterFrames, today: date
) -> list[Sentence]:
    """Return one sentence on years and the latest role; on studies, for someone at the beginning."""
    if selection.level == "fresher" or not selection.roles:
        return _studies(career, frames, today)
    job = career.experiences[selection.roles[0].index]
    title, employer = printed_title(job.title), employer_name(job.company)
    if not title:
        return []
    known = own_title(career, posting, selection, today)
    years = choose_years(known.months, frames.years) if known else ""
    sentences = []
    if known and years and employer and any(fact.startswith(f"{job.id}:") for fact in known.dated_by):
        frame = frames.with_current_role if job.is_current else frames.with_last_role
        text = single_stop(frame.format(years=years, title=title, company=employer))
        sources = [f"{job.id}:{name}" for name in ("title", "company", "start_date", "end_date") if getattr(job, name)]
        return [Sentence(text=text, source_ids=list(dict.fromkeys([*sources, *known.dated_by])))]
    if known and years:
        sentences.append(Sentence(text=frames.background.format(years=years), source_ids=list(known.dated_by)))
    if employer:
        sources = [f"{job.id}:{name}" for name in ("title", "company", "start_date", "end_date") if getattr(job, name)]
        frame = frames.current_role if job.is_current else frames.last_role
        sentences.append(Sentence(text=single_stop(frame.format(title=title, company=employer)), source_ids=sources))
    return sentences


def _studies(career: Career, frames: LetterFrames, today: date) -> list[Sentence]:
    course = main_course(career)
    if course is None or not tidy(course.institution):
        return []
    degree, field = degree_and_field(course)
    institution, studying = tidy(course.institution), is_studying(course, today)
    sources = [f"{course.id}:institution"]
    if field:
        sources.append(f"{course.id}:field_of_study" if course.field_of_study.strip() else f"{course.id}:degree")
        frame = (frames.studying[0] if studying else "") or frames.studies
        return [Sentence(text=frame.format(field=field, institution=institution), source_ids=sources)]
    if degree:
        sources.append(f"{course.id}:degree")
        frame = (frames.studying[1] if studying else "") or frames.degree
        return [Sentence(text=frame.format(degree=degree, institution=institution), source_ids=sources)]
    return []


def _gap(report: MatchReport, selection: Selection, frames: LetterFrames, language: WrittenLanguage) -> list[Sentence]:
    """Return a sentence on what is missing, only where the user wants it said."""
    if not selection.instructions.mention_gaps:
        return []
    met = {match.either_or for match in report.keywords if match.either_or and match.status != "missing"}
    missing = [
        match.keyword
        for match in report.keywords
        if match.required and match.status == "missing" and match.either_or not in met
    ]
    if not missing:
        return []
    return [Sentence(text=frames.gap.format(names=join_list(missing[:_GAPS_AT_MOST], language)))]
