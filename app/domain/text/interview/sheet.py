"""The preparation on paper: what to read on the evening before and to write on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.text.interview.model import (
    CATEGORIES,
    STAR,
    InterviewPlan,
    InterviewQuestion,
    OutlinePart,
    QuestionCategory,
    StarPart,
)
from app.domain.text.render.printed import Anchor, Entry, HeadLine, Part, Printed
from app.domain.text.render.words import clean

_TITLES: dict[QuestionCategory, str] = {
    "company": "About you and about them", "behavioral": "Stories from your work", "role": "About the work itself",
    "technical": "Technical questions", "gap": "Where the posting asks for more",
}  # fmt: skip
_ORDER: tuple[QuestionCategory, ...] = ("company", "behavioral", "role", "technical", "gap")
_PARTS: dict[StarPart, str] = {"situation": "Situation", "task": "Task", "action": "Action", "result": "Result"}
_LEVELS = {"foundation": "basic", "working": "usual", "expert": "hard"}
_SHARED = 3
_STORIES = 8
_FEWEST_WORDS = 4
_LONGEST_ANSWER = 900


@dataclass(frozen=True, slots=True)
class BestAnswer:
    """The best try at a question so far."""

    score: int
    text: str


def sheet_of(
    plan: InterviewPlan,
    *,
    job_title: str,
    company: str,
    facts: Mapping[str, str],
    best: Mapping[str, BestAnswer],
) -> Printed:
    """Return the sheet: your stories, the questions by category, what to revise, what to ask.

    `facts` are the texts behind the evidence, `best` the best answers, both by id.
    """
    assert set(_ORDER) == set(CATEGORIES)  # noqa: S101 - every category has its place on the sheet
    numbers = {question.id: at for at, question in enumerate(_in_order(plan), start=1)}
    parts = [
        _stories(plan, numbers, facts),
        *(_questions(category, plan, numbers, facts, best) for category in _ORDER),
        _topics(plan, numbers),
        _to_ask(plan),
    ]
    role = " at ".join(part for part in (clean(job_title), clean(company)) if part)
    made = f"{len(plan.questions)} questions to expect, {len(plan.questions_to_ask)} to ask"
    return Printed(
        name="Interview preparation",
        headline=role,
        contact=(Anchor(made),),
        date="",
        recipient=(),
        subject="",
        parts=tuple(part for part in parts if part.entries),
        closing_name="",
    )


def _in_order(plan: InterviewPlan) -> Iterator[InterviewQuestion]:
    return (one for category in _ORDER for one in plan.questions if one.category == category)


def _stories(plan: InterviewPlan, numbers: Mapping[str, int], facts: Mapping[str, str]) -> Part:
    """List what the candidate can tell, with the questions that it answers: few stories carry many answers."""
    told: dict[str, list[int]] = {}
    for question in _in_order(plan):
        first = next((one for one in question.evidence if len(facts.get(one, "").split()) >= _FEWEST_WORDS), "")
        if first and question.category != "company":
            told.setdefault(first, []).append(numbers[question.id])
    ranked = sorted(told, key=lambda one: (-len(told[one]), told[one]))[:_STORIES]
    lines = tuple(f"{clean(facts[one]).rstrip('.')} ({_numbered(told[one])})" for one in ranked)
    if not lines:
        return Part("custom", "Your stories", ())
    how = "Tell each of these once, aloud, in two minutes. The numbers are the questions they answer."
    return Part("custom", "Your stories", (_note(how), Entry((), None, "bullets", lines)))


def _questions(
    category: QuestionCategory,
    plan: InterviewPlan,
    numbers: Mapping[str, int],
    facts: Mapping[str, str],
    best: Mapping[str, BestAnswer],
) -> Part:
    mine = [one for one in plan.questions if one.category == category]
    hints = Counter((name, part.hint) for one in mine for name, part in one.outline.parts() if part.hint)
    shared = sorted((pair for pair, count in hints.items() if count >= _SHARED), key=lambda pair: STAR.index(pair[0]))
    entries = [_note("For each: " + " ".join(hint for _, hint in shared))] if shared else []
    entries += [_entry(one, numbers[one.id], dict.fromkeys(shared), facts, best.get(one.id)) for one in mine]
    return Part("custom", _TITLES[category], tuple(entries))


def _entry(
    question: InterviewQuestion,
    number: int,
    shared: Mapping[tuple[StarPart, str], None],
    facts: Mapping[str, str],
    best: BestAnswer | None,
) -> Entry:
    head = (
        HeadLine(f"Q{number}. {clean(question.question)}", _level(question), leading=True),
        HeadLine(clean(question.why_asked)),
    )
    example = facts.get(question.evidence[0], "") if question.evidence else ""
    if question.category == "technical":
        # The question is about a thing, not about a story: one line says where the candidate met it.
        lines = [f"Your own example: {clean(example)}"] if len(example.split()) >= _FEWEST_WORDS else []
    else:
        lines = [
            f"{_label(question, name, part)}{clean(part.text or part.hint)}"
            for name, part in question.outline.parts()
            if _is_news(part, question) and (part.text or (name, part.hint) not in shared)
        ]
    if question.points:
        lines.append(f"A good answer touches on: {', '.join(question.points)}.")
    if best:
        text = clean(best.text)
        shown = text if len(text) <= _LONGEST_ANSWER else f"{text[:_LONGEST_ANSWER].rsplit(' ', 1)[0]} …"
        lines.append(f"Your best answer so far ({best.score} of 100): {shown}")
    return Entry(head, None, "bullets", tuple(lines))


def _is_news(part: OutlinePart, question: InterviewQuestion) -> bool:
    """Tell whether a part says more than the question itself, which may quote the whole statement."""
    return not part.text or part.text.rstrip(".").casefold() not in question.question.casefold()


def _level(question: InterviewQuestion) -> str:
    return _LEVELS[question.difficulty] if question.category == "technical" else ""


def _label(question: InterviewQuestion, name: StarPart, part: OutlinePart) -> str:
    """Return what stands before a part: with a question mark it is still to be recalled."""
    if question.category == "company":
        return ""
    return f"{_PARTS[name]}: " if part.text else f"{_PARTS[name]}? "


def _topics(plan: InterviewPlan, numbers: Mapping[str, int]) -> Part:
    entries = []
    for topic in plan.topics:
        asked = [numbers[one] for one in topic.question_ids if one in numbers]
        lines = [f"{clean(one.question)} ({', '.join(one.points)})" for one in topic.exercises]
        lines += [f"See {_numbered(asked)}."] if asked else []
        head = (HeadLine(clean(topic.topic), leading=True), HeadLine(clean(topic.gap)))
        entries.append(Entry(head, None, "bullets", tuple(lines)))
    return Part("custom", "What to revise", tuple(entries))


def _to_ask(plan: InterviewPlan) -> Part:
    entries = [
        Entry((HeadLine(clean(one.question), leading=True), HeadLine(clean(one.why))), None, "bullets", ())
        for one in plan.questions_to_ask
    ]
    return Part("custom", "What to ask them", tuple(entries))


def _note(text: str) -> Entry:
    return Entry((), None, "paragraphs", (clean(text),))


def _numbered(numbers: Sequence[int]) -> str:
    word = "question" if len(numbers) == 1 else "questions"
    return f"{word} {', '.join(map(str, sorted(numbers)))}"
