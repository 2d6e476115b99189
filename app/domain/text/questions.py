"""What to ask a candidate before writing for a posting."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.domain.text.career import Career, SkillCategory
from app.domain.text.figures import gives_a_number
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import KeywordCategory

MOST_QUESTIONS = 6
_MOST_SKILLS = 4
_MOST_NUMBERS = 3
_MOST_CHOICES = 4
_LONGEST_QUOTE = 110
NO = "No, I have not"
ELSEWHERE = "Yes, elsewhere"
HOLDS_IT = "Yes, I hold it"
LEVELS = ("Native", "Fluent", "Good", "Basic")
_CATEGORIES: dict[KeywordCategory, SkillCategory] = {"language": "language", "certification": "certification"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `subject` is the skill asked for, or the id of the fact that lacks a number.

    `tries` counts the answers that could not be used.
    """

    id: str
    kind: Literal["skill", "number"]
    subject: str
    question: str
    reason: str
    choices: tuple[str, ...] = ()
    category: SkillCategory = "technical"
    tries: int = 0


def questions_for(career: Career, report: MatchReport, denied: Iterable[str] = ()) -> list[Question]:
    """Return at most six questions, the most valuable first: required skills not shown, then bullets with no number.

    A skill in `denied` is not asked for again, and of alternatives only one, and none where one of them is shown.
    """
    skills = [_skill_question(match, career) for match in _missing(report, {name.casefold() for name in denied})]
    numbers = list(_number_questions(career))[:_MOST_NUMBERS]
    room = max(_MOST_SKILLS, MOST_QUESTIONS - len(numbers))
    return [*skills[:room], *numbers][:MOST_QUESTIONS]


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
    name = match.keyword
    category = _CATEGORIES.get(match.category, "technical")
    choices: tuple[str, ...]
    if category == "language":
        asked, choices = f"Do you speak {name}, and how well?", (*LEVELS, NO)
    elif category == "certification":
        asked, choices = f"Do you hold {name}?", (HOLDS_IT, NO)
    else:
        places = tuple(dict.fromkeys(f"Yes, at {job.company}" for job in career.experiences if job.company))
        asked, choices = (
            f"Do you have experience with {name}, and from where?",
            (*places[:_MOST_CHOICES], ELSEWHERE, NO),
        )
        if match.category == "domain":
            asked = f"Have you worked in this field before: {name}? If so, where?"
    return Question(
        id=f"skill:{name}",
        kind="skill",
        subject=name,
        question=asked,
        reason=f"The posting requires {name}{_quoted(match)}, and your resume does not show it.",
        choices=choices,
        category=category,
    )


def _quoted(match: KeywordMatch) -> str:
    """Return the posting's own words in brackets where they say more than the name does."""
    said = [" ".join(span.text.split()) for span in match.posting_evidence]
    words = said[0] if said else ""
    if not words or len(words) > _LONGEST_QUOTE or match.keyword.casefold() in (one.casefold() for one in said):
        return ""
    return f" (it says “{words}”)"


def _number_questions(career: Career) -> Iterable[Question]:
    for job in career.experiences[:2]:
        place = job.company or job.title
        where = f" from {place}" if place else ""
        for index, text in enumerate(job.achievements):
            if not gives_a_number(text):
                yield Question(
                    id=f"number:{job.id}:{index}",
                    kind="number",
                    subject=f"{job.id}:achievements:{index}",
                    question=f"Can you put a number on this line: how many, how much or how often? “{text}”",
                    reason=f"This line{where} has no figure yet, and employers remember figures. "
                    "A careful estimate is enough.",
                )
