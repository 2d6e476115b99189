"""Compose the summary: who the candidate is, the strongest evidence for this posting, what else it asks for."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.demand import stems
from app.domain.text.compose.evidence import Term, achievements, facts_of, shown_terms, starts_with_verb
from app.domain.text.compose.first_line import fresher_line
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.own_title import OwnTitle, own_title
from app.domain.text.compose.phrases import summary_frames, years_phrase
from app.domain.text.compose.picking import relatedness
from app.domain.text.compose.selection import Selection
from app.domain.text.compose.units import Unit, summary_units
from app.domain.text.compose.wording import employer_name, join_list, tidy, with_stop
from app.domain.text.document import Sentence
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_SENTENCES_AT_MOST = 3
_CHARACTERS_AT_MOST = 440
_KEPT_AT_MOST = 330
_WORDS_AT_LEAST = 3
_ACHIEVEMENT_LONGEST = 130
_TERMS_AT_MOST = 3
_WISH = regex(
    r"\b(?:seeking|looking for|in search of|to obtain|to secure|my (?:goal|objective)|career objective|i want"
    r"|auf der suche|suche (?:eine|nach)|à la recherche|je recherche|en busca de|busco)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = regex(
    r"\b(?:I|I['’]m|I['’]ve|my|me|ich|mein\w*|je|mon|ma|mes|yo|mis?)\b|\bj['’]|\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b"
)
_CLICHE = regex(
    r"\b(?:hard[- ]?working|team player|results?[- ](?:driven|oriented)|go-getter|think(?:s|ing)? outside the box"
    r"|self[- ]starter|detail[- ]oriented|passionate|dynamic|highly motivated|motivated individual|synergy|guru|ninja"
    r"|rock ?star|people person|teamfähig|belastbar|hochmotiviert|dynamique|motivée?|proactiv[oa])\b",
    re.IGNORECASE,
)

_FILLER = regex(
    r"\b(?:bit of everything|little of everything|jack of all trades|new challenges?|wide range of (?:things|topics)"
    r"|various (?:things|tasks)|always (?:eager|willing|ready)|eager to|willing to learn|open to (?:new|any)"
    r"|proven track record"
    r"|von allem etwas|neue[nr]? Herausforderung(?:en)?|un peu de tout|nouveaux défis|un poco de todo|nuevos retos)\b",
    re.IGNORECASE,
)


def summary_sentences(
    career: Career, posting: Posting, report: MatchReport, selection: Selection, lexicon: Lexicon, *, today: date
) -> list[Sentence]:
    """Return two or three sentences: the candidate's own where they are good and to the point, else composed ones."""
    title = own_title(career, posting, selection, today) if selection.level == "experienced" else None
    kept = _kept(career, selection, title)
    if kept:
        language = selection.facts_language or selection.language
        said = " ".join(sentence.text for sentence in kept)
        more = _additions(career, report, selection, lexicon, language, said)
    else:
        kept = _opening(career, report, selection, lexicon, title, today)
        said = " ".join(sentence.text for sentence in kept)
        more = _additions(career, report, selection, lexicon, selection.language, said)
    for sentence in more:
        length = sum(len(one.text) + 1 for one in kept) + len(sentence.text)
        if len(kept) < _SENTENCES_AT_MOST and length <= _CHARACTERS_AT_MOST:
            kept.append(sentence)
    # "BigQuery." alone introduces nobody.
    return kept if sum(len(sentence.text.split()) for sentence in kept) >= _WORDS_AT_LEAST else []


def _kept(career: Career, selection: Selection, title: OwnTitle | None) -> list[Sentence]:
    """Return the sentences of the candidate's own summary that serve this posting; none where they do not."""
    demand = selection.demand
    own = [unit for unit in summary_units(career) if not _WISH.search(unit.text)]
    # The first sentence says who somebody is; the others hang in the air without it.
    own = [unit for unit in own if unit is own[0] or _says_something(unit, selection, title)]
    if own and title is not None and title.months >= 12 and not _says_something(own[0], selection, title):
        return []
    if not own or len(own[0].text) < 20:
        return []
    if title is not None and title.months >= 12 and any(_FIRST_PERSON.search(unit.text) for unit in own):
        return []
    worth = [relatedness(demand, demand.shown(unit)) for unit in own]
    if max(worth) <= 0 and title is not None:
        return []
    ranked = sorted(range(1, len(own)), key=lambda at: (-round(worth[at], 1), at))
    chosen, length = [0], len(own[0].text)
    for at in ranked:
        if len(chosen) < _SENTENCES_AT_MOST and length + len(own[at].text) < _KEPT_AT_MOST:
            chosen.append(at)
            length += len(own[at].text) + 1
    return [_sentence(own[at]) for at in sorted(chosen)]


def _says_something(unit: Unit, selection: Selection, title: OwnTitle | None) -> bool:
    """Tell whether a sentence names a skill asked for, a result or the candidate's trade, and is no filler."""
    if _FILLER.search(unit.text):
        return False
    shown = selection.demand.shown(unit)
    if shown.keywords:
        return True
    trade = set(stems(title.text)) if title is not None else set()
    return not _CLICHE.search(unit.text) and (shown.result or bool(trade & set(stems(unit.text))))


def _sentence(unit: Unit) -> Sentence:
    return Sentence(text=with_stop(unit.text), source_ids=[unit.fact_id])


def _opening(
    career: Career,
    report: MatchReport,
    selection: Selection,
    lexicon: Lexicon,
    title: OwnTitle | None,
    today: date,
) -> list[Sentence]:
    language = selection.language
    if title is None:
        return fresher_line(career, report, lexicon, language, today)
    frames = summary_frames(language)
    years = years_phrase(title.months, language)
    if years:
        text = frames.with_years.format(title=title.text, years=years)
        sources = [title.fact_id, *title.dated_by]
        worked = shown_terms(report, lexicon, avoid=title.text, at_most=_TERMS_AT_MOST, work_only=True)
        named = worked or shown_terms(report, lexicon, avoid=title.text, at_most=_TERMS_AT_MOST, work_only=False)
        if named and all(_is_dated(fact, career, title) for fact in facts_of(named)):
            focus = frames.timed_work if worked else frames.timed_skills
            text += focus.format(terms=join_list([term.text for term in named], language))
            sources = list(dict.fromkeys([*sources, *facts_of(named)]))
        return [Sentence(text=with_stop(text), source_ids=sources)]
    terms = shown_terms(report, lexicon, avoid=title.text, at_most=_TERMS_AT_MOST, work_only=True)
    if not terms or (len(terms) == 1 and terms[0].text.islower()):
        return []
    text = title.text + frames.untimed_focus.format(terms=join_list([term.text for term in terms], language))
    return [Sentence(text=with_stop(text), source_ids=[title.fact_id, *facts_of(terms)])]


def _is_dated(fact_id: str, career: Career, title: OwnTitle) -> bool:
    """Tell whether a fact belongs to no role, or to one that the years of `title` count."""
    owner = next((job.id for job in career.experiences if fact_id.startswith(f"{job.id}:")), None)
    return owner is None or any(dated.startswith(f"{owner}:") for dated in title.dated_by)


def _additions(
    career: Career,
    report: MatchReport,
    selection: Selection,
    lexicon: Lexicon,
    language: WrittenLanguage,
    said: str,
) -> Iterator[Sentence]:
    """Yield more sentences by their worth; the caller stops when it has enough."""
    worked, listed = _terms(report, lexicon, language, said)
    yield from worked
    if selection.facts_language in (None, language):
        yield from _achievement(career, selection, language, said)
    if not worked:
        yield from listed
    yield from _credentials(career, selection, language, said)


def _achievement(career: Career, selection: Selection, language: WrittenLanguage, said: str) -> Iterator[Sentence]:
    for achievement in achievements(career, selection, longest=_ACHIEVEMENT_LONGEST):
        if not achievement.result or not achievement.keywords or _overlaps(achievement.text, said):
            continue
        company = employer_name(achievement.job.company)
        sources = [achievement.fact_id]
        if language == "en" and not starts_with_verb(achievement):
            continue
        if company and company.casefold() not in achievement.text.casefold():
            words = achievement.text
            if language == "en":
                words = words[0].lower() + words[1:]
            frames = summary_frames(language)
            latest = achievement.job is career.experiences[selection.roles[0].index]
            text = (frames.latest if latest else frames.achievement).format(company=company, bullet=words)
            sources.append(f"{achievement.job.id}:company")
        else:
            text = f"{achievement.text}."
        yield Sentence(text=text, source_ids=sources)
        return


def _overlaps(text: str, said: str) -> bool:
    """Tell whether the figures of `text` have been told already."""
    figures = re.findall(r"\d[\d.,]*", text)
    return bool(figures) and all(figure in said for figure in figures)


def _terms(
    report: MatchReport, lexicon: Lexicon, language: WrittenLanguage, said: str
) -> tuple[list[Sentence], list[Sentence]]:
    """Return a sentence on what work shows, and one on what only the skills list names; each may be missing."""
    named = {mention.name for mention in lexicon.find(said)}
    terms = [
        term
        for term in shown_terms(report, lexicon, avoid=said, at_most=4 * _TERMS_AT_MOST, work_only=False)
        if term.keyword not in named
    ]
    worked = [term for term in terms if term.in_work][:_TERMS_AT_MOST]
    listed = [term for term in terms if not term.in_work][:_TERMS_AT_MOST]
    frames = summary_frames(language)
    least = 1 if language == "en" else 2
    return (
        [_listing(worked, frames.includes, language)] if len(worked) >= least else [],
        [_listing(listed, frames.skilled, language)] if listed else [],
    )


def _listing(terms: list[Term], frame: str, language: WrittenLanguage) -> Sentence:
    text = frame.format(terms=join_list([term.text for term in terms], language))
    return Sentence(text=text, source_ids=facts_of(terms))


def _credentials(career: Career, selection: Selection, language: WrittenLanguage, said: str) -> Iterator[Sentence]:
    frames = summary_frames(language)
    demand = selection.demand
    asked = [
        skill
        for skill in career.skills
        if skill.category in ("certification", "language")
        and demand.of_text(skill.name)
        and tidy(skill.name).casefold() not in said.casefold()
    ]
    certified = [skill for skill in asked if skill.category == "certification"][:2]
    spoken = [skill for skill in asked if skill.category == "language"][:3]
    if certified:
        frame = frames.certified if len(certified) > 1 else frames.certified_one
        names = join_list([tidy(skill.name) for skill in certified], language)
        yield Sentence(
            text=with_stop(frame.format(names=names).rstrip(".")), source_ids=[f"{one.id}:name" for one in certified]
        )
    if spoken:
        names = join_list([tidy(skill.name) for skill in spoken], language)
        yield Sentence(text=frames.speaks.format(names=names), source_ids=[f"{skill.id}:name" for skill in spoken])
