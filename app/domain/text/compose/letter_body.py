"""The paragraph of a letter that rests on facts: what is asked and shown, and the achievements that show it."""

from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.evidence import Achievement, achievements, facts_of, shown_terms, starts_with_verb
from app.domain.text.compose.letter_frames import LetterFrames
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.selection import Selection
from app.domain.text.compose.verbs import first_word, starts_with_duty, starts_with_past, starts_with_present
from app.domain.text.compose.wording import employer_name, join_list, single_stop, tidy
from app.domain.text.document import Sentence
from app.domain.text.match.report import MatchReport
from app.domain.text.skills import Lexicon

_LONGEST = 200
# "Focus: climate change, lasers" lists what a role was about; that is no achievement.
_LABEL = regex(r"[^\W\d_]+(?: [^\W\d_]+)? ?: ")
_TERMS_AT_MOST = 4
_ACHIEVEMENTS_AT_MOST = 3
_ACHIEVEMENTS_WHEN_SHORT = 2


def term_sentences(
    report: MatchReport, lexicon: Lexicon, frames: LetterFrames, language: WrittenLanguage
) -> list[Sentence]:
    """Return one sentence that joins what is asked to the facts that show it, by work where there is some."""
    worked = shown_terms(report, lexicon, at_most=_TERMS_AT_MOST, work_only=True)
    terms = worked or shown_terms(report, lexicon, at_most=_TERMS_AT_MOST, work_only=False)
    if not terms:
        return []
    frame = frames.terms if worked else frames.listed
    text = frame.format(terms=join_list([term.text for term in terms], language))
    return [Sentence(text=text, source_ids=facts_of(terms))]


def achievement_sentences(
    career: Career, selection: Selection, frames: LetterFrames, language: WrittenLanguage
) -> list[Sentence]:
    """Return two or three achievements in the first person, the latest role's first; quoted where that is not safe."""
    short = selection.instructions.length == "one_page"
    at_most = _ACHIEVEMENTS_WHEN_SHORT if short else _ACHIEVEMENTS_AT_MOST
    ranked = achievements(career, selection, longest=_LONGEST)
    best = [one for one in ranked if _is_worth_telling(one)][:at_most]
    order = {career.experiences[choice.index].id: place for place, choice in enumerate(selection.roles)}
    best.sort(key=lambda one: order.get(one.job.id, 0))
    same_tongue = selection.facts_language in (None, language)
    sentences = []
    for at, one in enumerate(best):
        told = best[:at]
        text = _told(one, told, frames, language) if same_tongue else ""
        text = single_stop(text or _quoted(one, told, frames, quotes=not same_tongue))
        sources = [one.fact_id]
        if employer_name(one.job.company) and employer_name(one.job.company) in text:
            sources.append(f"{one.job.id}:company")
        sentences.append(Sentence(text=text, source_ids=sources))
    return sentences


def _is_worth_telling(one: Achievement) -> bool:
    if one.result or starts_with_verb(one):
        return True
    return bool(one.keywords) and not _LABEL.match(one.text)


def _told(one: Achievement, told: Sequence[Achievement], frames: LetterFrames, language: WrittenLanguage) -> str:
    """Return the achievement after "I", or an empty text where its verb does not allow that."""
    words = _first_person(one, language)
    if not words:
        return ""
    verb, rest = words
    company = employer_name(one.job.company)
    same = [before for before in told if before.job is one.job]
    if same:
        frame = frames.told_more if len(same) > 1 else frames.told_again
    elif not company or company.casefold() in one.text.casefold():
        frame = frames.told_alone
    elif not told or one.job.is_current:
        frame = frames.told
    else:
        frame = frames.told_before if _left_already(told) else frames.told_earlier
    if "{verb}" in frame:
        return frame.format(company=company, verb=verb, bullet=rest)
    return frame.format(company=company, bullet=f"{verb} {rest}")


def _first_person(one: Achievement, language: WrittenLanguage) -> tuple[str, str] | None:
    """Return verb and rest as they follow (in German, surround) the pronoun; `None` where the form would change."""
    word, _, rest = one.text.partition(" ")
    if not rest.strip():
        return None
    if language == "en" and starts_with_duty(one.text):
        return ("am" if one.job.is_current else "was"), one.text[0].lower() + one.text[1:]
    if starts_with_past(one.text, language):
        return word.lower() if first_word(one.text) == word.lower() else word.lower().rstrip(",;:"), rest
    if language == "en" and one.job.is_current and starts_with_present(one.text):
        return word.lower(), rest
    return None


def _left_already(told: Sequence[Achievement]) -> bool:
    """Tell whether an earlier role has been told of, so that the next one was before that."""
    return len({one.job.id for one in told}) > 1


def _quoted(one: Achievement, told: Sequence[Achievement], frames: LetterFrames, *, quotes: bool) -> str:
    company = employer_name(one.job.company)
    words = one.text
    if quotes:
        opening, closing = frames.quotes
        words = f"{opening}{words}{closing}"
    same = [before for before in told if before.job is one.job]
    if same:
        frame = frames.quoted_more if len(same) > 1 else frames.quoted_again
    elif not company:
        frame = frames.quoted_alone
    elif not told or one.job.is_current:
        frame = frames.quoted
    else:
        frame = frames.quoted_before if _left_already(told) else frames.quoted_earlier
    return frame.format(company=company, bullet=words)


def credential_sentences(
    career: Career, selection: Selection, frames: LetterFrames, language: WrittenLanguage
) -> list[Sentence]:
    """Return sentences on certifications and languages that the posting asks for and the candidate has."""
    demand = selection.demand
    sentences = []
    for category, frame in (("certification", frames.certified), ("language", frames.speaks)):
        skills = [skill for skill in career.skills if skill.category == category and demand.of_text(skill.name)][:3]
        if skills:
            names = join_list([tidy(skill.name) for skill in skills], language)
            text = frame.format(names=names)
            sentences.append(Sentence(text=text, source_ids=[f"{skill.id}:name" for skill in skills]))
    return sentences
