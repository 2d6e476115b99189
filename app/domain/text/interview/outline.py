"""Outlines of answers, filled from the candidate's facts: each part cites them, an empty one says what to recall."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.text.career import Career, Education, Experience, Fact, Project, facts
from app.domain.text.compose.verbs import starts_with_past
from app.domain.text.interview.bank import Theme
from app.domain.text.interview.model import AnswerOutline, OutlinePart
from app.domain.text.interview.story import tell
from app.domain.text.render.dates import format_date, format_date_range

TELLING = frozenset({"achievements", "description", "honors"})
_LONGEST_DESCRIPTION = 240


@dataclass(frozen=True, slots=True)
class Hints:
    """What to recall for each part that the facts do not tell."""

    situation: str = "Where was it, when, and who was affected? One or two sentences."
    task: str = "What had to be achieved, and what was yours to do?"
    action: str = "What did you do yourself, step by step? Say “I”, not “we”."
    result: str = "What was better afterwards? A figure, if you have one, and how you know it."

    @classmethod
    def of(cls, theme: Theme) -> "Hints":
        """Return the hints of a theme."""
        return cls(theme.situation, theme.task, theme.action, theme.result)


STORY = Hints()


class Outliner:
    """Makes outlines from one career."""

    def __init__(self, career: Career) -> None:
        self.facts = facts(career)
        self._jobs = career.experiences
        items: list[Experience | Education | Project] = [*career.experiences, *career.education, *career.projects]
        self._items = {item.id: item for item in items}

    def empty(self, hints: Hints = STORY) -> AnswerOutline:
        """Return an outline of hints only."""
        return AnswerOutline(
            situation=OutlinePart(hint=hints.situation),
            task=OutlinePart(hint=hints.task),
            action=OutlinePart(hint=hints.action),
            result=OutlinePart(hint=hints.result),
        )

    def of(self, fact_ids: Iterable[str], hints: Hints = STORY) -> AnswerOutline:
        """Return the outline of the story that the first telling fact among `fact_ids` begins."""
        cited = [self.facts[one] for one in fact_ids if one in self.facts]
        told = next((fact for fact in cited if tells_a_deed(fact)), None)
        item_id = told.item_id if told else next((one.item_id for one in cited if one.item_id in self._items), "")
        return self._outline(item_id, told, hints) if item_id else self.empty(hints)

    def place(self, item_id: str) -> OutlinePart:
        """Return where and when an item was: "Backend Developer at Lusotrans, Braga, 2018 – 2021"."""
        item = self._items.get(item_id)
        if item is None:
            return OutlinePart()
        names: tuple[str, ...]
        if isinstance(item, Experience):
            names, dates = (("title", "company", "location"), self._dates(item, lasting=item.is_current))
            text = _with(item.title, " at ", item.company, item.location, dates)
        elif isinstance(item, Education):
            names, dates = ("degree", "field_of_study", "institution"), self._dates(item, lasting=False)
            text = _with(_studied(item), ", ", item.institution, "", dates)
        else:
            names, dates = ("name",), self._dates(item, lasting=False)
            text = _with(f"The project {item.name}" if item.name else "", "", "", "", dates)
        known = [f"{item_id}:{name}" for name in (*names, "start_date", "end_date")]
        return OutlinePart(text, tuple(one for one in known if one in self.facts)) if text else OutlinePart()

    def steps(self) -> list[OutlinePart]:
        """Return the places of work in the candidate's own order, newest first as resumes have them."""
        return [part for job in self._jobs if (part := self.place(job.id)).text]

    def _outline(self, item_id: str, told: Fact | None, hints: Hints) -> AnswerOutline:
        story = tell(told.text) if told else None
        cite = (told.id,) if told else ()
        situation = self._situation(item_id, told)
        return AnswerOutline(
            situation=situation if situation.text else OutlinePart(hint=hints.situation),
            task=_part(story.task if story else "", cite, hints.task),
            action=_part(story.action if story else "", cite, hints.action),
            result=_part(story.result if story else "", cite, hints.result),
        )

    def _situation(self, item_id: str, told: Fact | None) -> OutlinePart:
        place = self.place(item_id)
        description = self.facts.get(f"{item_id}:description")
        if description is None or description == told or len(description.text) > _LONGEST_DESCRIPTION:
            return place
        text = " ".join(description.text.split())
        return OutlinePart(f"{place.text}. {text}" if place.text else text, (*place.fact_ids, description.id))

    @staticmethod
    def _dates(item: Experience | Education | Project, *, lasting: bool) -> str:
        start, end = item.start_date or "", item.end_date or ""
        if lasting and start and not end:
            return f"since {format_date(start, 'en')}"
        return format_date_range(start, end, "en")


def tells_a_deed(fact: Fact) -> bool:
    """Tell whether a fact says what was done; a description may just say what something is."""
    return fact.field in TELLING and (fact.field != "description" or starts_with_past(fact.text, "en"))


def _part(text: str, fact_ids: tuple[str, ...], hint: str) -> OutlinePart:
    return OutlinePart(text, fact_ids) if text else OutlinePart(hint=hint)


def _with(first: str, joint: str, second: str, place: str, dates: str) -> str:
    named = f"{first}{joint}{second}" if first and second else first or second
    return ", ".join(part for part in (" ".join(named.split()), " ".join(place.split()), dates) if part)


def _studied(item: Education) -> str:
    field = item.field_of_study
    if not field or field.casefold() in item.degree.casefold():
        return item.degree or field
    return f"{item.degree} in {field}" if item.degree else field
