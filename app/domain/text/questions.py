"""What to ask a candidate before writing for a posting, and what an answer proves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.domain.text.career import Career, Experience, Skill, SkillCategory
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import KeywordCategory

MOST_QUESTIONS = 6
_MOST_SKILLS = 4
_MOST_CHOICES = 4
NO = "No, I have not"
ELSEWHERE = "Yes, elsewhere"
_NO = re.compile(
    r"^\s*(?:no|nope|never|none|not (?:yet|really|at all)|i (?:have not|haven['’]t|did not|didn['’]t)|nein)\b",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"^\s*(?:skip(?: (?:it|this))?|pass|later|next|(?:i )?(?:don['’]t|do not) know)?\s*[.!]?\s*$", re.IGNORECASE
)
_YES = re.compile(r"^\s*(?:yes|yeah|yep|sure|ja|oui)\b[\s,.:;!–-]*", re.IGNORECASE)
_CATEGORIES: dict[KeywordCategory, SkillCategory] = {"language": "language", "certification": "certification"}
_FEWEST_WORDS = 6
_JUST_A_PLACE = 5
"""Words at the most of an answer that only says where; a longer one tells of something, and must name what."""
_DENIES = re.compile(r"\b(?:not?|never|none|without|neither|nor|nein|nie)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+[+#]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `subject` is the skill asked for, or the id of the fact that lacks a number."""

    id: str
    kind: Literal["skill", "number"]
    subject: str
    question: str
    reason: str
    choices: tuple[str, ...] = ()
    category: SkillCategory = "technical"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an answer: `facts` are the texts that the candidate told, `message` says so to them."""

    kind: Literal["told", "denied", "skipped", "unused"]
    message: str
    facts: tuple[str, ...] = ()


def questions_for(career: Career, report: MatchReport, denied: Iterable[str] = ()) -> list[Question]:
    """Return at most six questions, the most valuable first: required skills not shown, then bullets with no number.

    A skill in `denied` is not asked for again, and of alternatives only one, and none where one of them is shown.
    """
    skills = [_skill_question(match, career) for match in _missing(report, {name.casefold() for name in denied})]
    numbers = list(_number_questions(career))
    room = max(_MOST_SKILLS, MOST_QUESTIONS - len(numbers))
    return [*skills[:room], *numbers][:MOST_QUESTIONS]


def take_answer(question: Question, answer: str, career: Career) -> Answer:
    """Put what the answer proves into `career` and return what came of it; nothing else of it is ever written."""
    text = " ".join(answer.split())
    if _SKIP.match(text):
        return Answer("skipped", "Skipped.")
    if question.kind == "number":
        return _take_number(question, text, career)
    if _NO.match(text):
        return Answer("denied", f"Noted: no {question.subject}. It will not be claimed, and not be asked for again.")
    return _take_skill(question, text, career)


def _missing(report: MatchReport, denied: set[str]) -> list[KeywordMatch]:
    covered = {match.either_or for match in report.keywords if match.either_or and match.status != "missing"}
    found: list[KeywordMatch] = []
    for match in sorted(report.keywords, key=lambda match: -match.weight):
        asked = match.required and match.status == "missing" and match.category != "soft"
        if not asked or match.keyword.casefold() in denied or (match.either_or and match.either_or in covered):
            continue
        if match.either_or:
            covered.add(match.either_or)
        found.append(match)
    return found


def _skill_question(match: KeywordMatch, career: Career) -> Question:
    places = tuple(dict.fromkeys(f"Yes, at {job.company}" for job in career.experiences if job.company))
    return Question(
        id=f"skill:{match.keyword}",
        kind="skill",
        subject=match.keyword,
        question=f"Have you used {match.keyword}, and where?"
        if match.category == "technical"
        else f"Do you have {match.keyword}, and from where?",
        reason=f"The posting requires {match.keyword}, and your resume does not show it.",
        choices=(*places[:_MOST_CHOICES], ELSEWHERE, NO),
        category=_CATEGORIES.get(match.category, "technical"),
    )


def _number_questions(career: Career) -> Iterable[Question]:
    for job in career.experiences[:2]:
        for index, text in enumerate(job.achievements):
            if not any(character.isdigit() for character in text):
                yield Question(
                    id=f"number:{job.id}:{index}",
                    kind="number",
                    subject=f"{job.id}:achievements:{index}",
                    question=f"How many, how much or how often? “{text}”",
                    reason="A number makes this line stronger, and it has none.",
                )


def _take_skill(question: Question, text: str, career: Career) -> Answer:
    job = _named_job(text, career)
    if not _affirms(question, text, job):
        return Answer(
            "unused", f"That does not say that you have used {question.subject}, so nothing is added to your profile."
        )
    told = []
    if question.subject.casefold() not in {skill.name.casefold() for skill in career.skills}:
        career.skills.append(Skill(category=question.category, name=question.subject))
    told.append(question.subject)
    where = f" (at {job.company})" if job else ""
    own = _YES.sub("", text)
    names_it = question.subject.casefold() in own.casefold()
    if job and text not in question.choices and names_it and len(own.split()) >= _FEWEST_WORDS:
        line = own[:1].upper() + own[1:]
        job.achievements.append(line)
        told.append(line)
    quoted = "; ".join(f"“{fact}”" for fact in told)
    return Answer("told", f"Added to your profile as told by you in this session{where}: {quoted}.", tuple(told))


def _affirms(question: Question, text: str, job: Experience | None) -> bool:
    """Tell whether the answer says yes, names what was asked for without a denial, or only says where."""
    if text in question.choices or _YES.match(text):
        return True
    if _DENIES.search(text):
        return False
    words = {word.casefold() for word in _WORD.findall(text)}
    named = words & {word.casefold() for word in _WORD.findall(question.subject)}
    return bool(named) or (job is not None and len(text.split()) <= _JUST_A_PLACE)


def _take_number(question: Question, text: str, career: Career) -> Answer:
    if not any(character.isdigit() for character in text):
        return Answer("unused", "There is no number in that, so the line stays as it is.")
    item_id, _, index = question.subject.split(":")
    for job in career.experiences:
        if job.id == item_id and int(index) < len(job.achievements):
            before = job.achievements[int(index)]
            # A whole sentence is the candidate's new wording; a short answer completes the old one.
            line = text if len(text) * 10 >= len(before) * 7 else f"{before.rstrip(' .')} ({text.rstrip(' .')})"
            job.achievements[int(index)] = line
            return Answer("told", f"Changed in your profile as told by you in this session: “{line}”.", (line,))
    return Answer("unused", "That line is no longer in your profile.")


def _named_job(text: str, career: Career) -> Experience | None:
    folded = text.casefold()
    return next((job for job in career.experiences if job.company and job.company.casefold() in folded), None)
