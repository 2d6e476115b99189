"""What the posting asks for and the candidate does not show: the questions it brings, each with what they do have."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.partial_date import month_index
from app.domain.text.career import Career, Experience
from app.domain.text.compose.timeline import is_training
from app.domain.text.interview.evidence import Evidence
from app.domain.text.interview.model import InterviewQuestion, QuestionPrompt
from app.domain.text.interview.naming import is_tool, spoken
from app.domain.text.interview.outline import Hints, Outliner
from app.domain.text.match.experience import this_month
from app.domain.text.match.report import KeywordMatch, MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_MOST_SKILLS = 4
_LONG_GAP = 6
_SHORT_STAY = 9
_HINTS = Hints(
    situation="What is closest to it among the things you have done? Name the place.",
    task="Why would you need it in this job? Take the words of the posting.",
    action="What have you done about it already: read, built, asked? If nothing yet: do one small thing today.",
    result="By when could you work with it, and how would they see that? No promise that you cannot keep.",
)
_TIME_HINTS = Hints(
    situation="One sentence on what it was. No excuse.",
    task="What did you have to decide or take care of?",
    action="What did you do or learn in that time that is of use here?",
    result="Why is it over, and why does it not stand in the way of this job?",
)


class Gaps:
    """Finds the gaps between one career and one posting."""

    def __init__(
        self,
        career: Career,
        posting: Posting,
        report: MatchReport,
        evidence: Evidence,
        outliner: Outliner,
        lexicon: Lexicon,
        today: date,
    ) -> None:
        self._career = career
        self._posting = posting
        self._report = report
        self._evidence = evidence
        self._outliner = outliner
        self._lexicon = lexicon
        self._today = today

    def missing(self) -> list[KeywordMatch]:
        """Return what is asked for and not shown, soft skills aside.

        Of alternatives only one, and none where one is shown; what another missing one implies is left to that.
        """
        covered = {one.either_or for one in self._report.keywords if one.either_or and one.status != "missing"}
        absent = [one.keyword for one in self._report.keywords if one.status == "missing"]
        implied = frozenset().union(*(self._lexicon.implied(name) for name in absent)) - {""}
        found: list[KeywordMatch] = []
        for match in sorted(self._report.keywords, key=lambda one: (not one.required, -one.weight, one.keyword)):
            if match.status != "missing" or match.category in ("soft", "domain") or match.keyword in implied:
                continue
            if match.either_or and match.either_or in covered:
                continue
            if match.either_or:
                covered.add(match.either_or)
            found.append(match)
        return found

    def questions(self, denied: Iterable[str]) -> Iterator[InterviewQuestion]:
        """Yield the questions the gaps bring, the weightiest first."""
        known_as_no = {name.casefold() for name in denied}
        for at, match in enumerate(self.missing()[:_MOST_SKILLS]):
            yield self._on_keyword(match, at, denied=match.keyword.casefold() in known_as_no)
        yield from self._on_years()
        yield from self._on_degree()
        yield from self._on_time()

    def _on_keyword(self, match: KeywordMatch, at: int, *, denied: bool) -> InterviewQuestion:
        near, evidence = self._evidence.neighbours(match.keyword)
        evidence = evidence or self._evidence.on(self._sentence_on(match), use=False)
        force = "required" if match.required else "an advantage"
        if match.category == "language":
            question = f"The posting asks for {match.keyword}. How far would you get today in a meeting held in it?"
        elif match.category == "certification":
            question = f"You do not have {match.keyword}. What shows the same, and do you plan to take it?"
        elif near:
            question = (
                f"You have worked with {near}, we use {match.keyword}. What carries over, and what would be new to you?"
            )
        else:
            wordings = _ON_A_TOOL if is_tool(match.keyword, self._lexicon) else _ON_A_FIELD
            question = wordings[at % len(wordings)].format(spoken(match.keyword, self._lexicon))
        closest = "; this comes closest" if evidence else ""
        why = f"It is {force} in the posting, and your profile does not name it{closest}."
        if denied:
            has = "do not have it" if match.category == "certification" else "have not used it"
            why += f" You have said that you {has}: say so here too, and go on to what is closest."
        return InterviewQuestion(
            category="gap",
            question=question,
            why_asked=why,
            difficulty="working",
            evidence=evidence,
            outline=self._outliner.of(evidence, _HINTS),
            prompted_by=QuestionPrompt("gap", match.keyword),
            keyword=match.keyword,
        )

    def _on_years(self) -> Iterator[InterviewQuestion]:
        asked, shown = self._report.years_required, self._report.years_shown
        if not asked or shown >= asked:
            return
        stated = f"{shown:g} year{'s' * (shown != 1)}" if shown else "none that are dated"
        best = self._evidence.strongest()[:2]
        yield InterviewQuestion(
            category="gap",
            question=f"We had thought of {asked:g} years of experience. What makes up for the difference?",
            why_asked=f"The posting asks for {asked:g} years; your dates add up to {stated}.",
            evidence=best,
            outline=self._outliner.of(best, _HINTS),
            prompted_by=QuestionPrompt("gap", f"{asked:g} years"),
        )

    def _on_degree(self) -> Iterator[InterviewQuestion]:
        wanted = self._posting.education_level
        part = next((one for one in self._report.parts if one.name == "education"), None)
        if wanted is None or part is None or part.score >= part.maximum:
            return
        best = self._evidence.strongest()[:2]
        yield InterviewQuestion(
            category="gap",
            question="The posting names a degree that I do not find in your papers. How did you learn your trade?",
            why_asked=part.explanation,
            evidence=best,
            outline=self._outliner.of(best, _HINTS),
            prompted_by=QuestionPrompt("gap", wanted),
        )

    def _on_time(self) -> Iterator[InterviewQuestion]:
        spans = [span for job in self._career.experiences if (span := _span(job, self._today))]
        spans.sort(key=lambda one: (one[0], one[1]))
        reached = None
        longest: tuple[int, int, int] | None = None
        for first, last, _ in spans:
            if reached is not None and first - reached > _LONG_GAP and first > this_month(self._today) - 12 * 10:
                gap = (first - reached - 1, reached, first)
                longest = max(longest or gap, gap)
            reached = max(last, reached or last)
        if longest:
            months, before, after = longest
            yield self._on_period(
                f"Between {_year(before)} and {_year(after)} about {months} months are missing. What did you do then?",
                "Gaps in the dates are asked about; a calm sentence settles it.",
            )
        brief = [job for first, last, job in spans[-3:] if last - first < _SHORT_STAY and not job.is_current]
        named = [job for job in brief if job.company and not is_training(job)]
        if named and len(spans) > 1:
            job = named[-1]
            yield self._on_period(
                f"You were at {job.company} for a short time only. Why did you leave?",
                "They want to know whether it may happen to them.",
                (f"{job.id}:title",),
            )

    def _on_period(self, question: str, why: str, evidence: tuple[str, ...] = ()) -> InterviewQuestion:
        known = tuple(one for one in evidence if one in self._outliner.facts)
        return InterviewQuestion(
            category="gap",
            question=question,
            why_asked=why,
            difficulty="foundation",
            evidence=known,
            outline=self._outliner.of(known, _TIME_HINTS),
            prompted_by=QuestionPrompt("gap", "dates"),
        )

    def _sentence_on(self, match: KeywordMatch) -> str:
        """Return the requirement that asks for the keyword, or the keyword."""
        found = (one.text for one in self._posting.requirements if match.keyword in one.keywords)
        return next(found, match.keyword)


_ON_A_TOOL = (
    "We work with {} every day. What do you know about it, and how would you learn the rest?",
    "What would you do in your first two weeks to get going with {}?",
    "I do not see {} in your papers. Where have you come closest to it?",
    "Suppose your first task here needs {}. How do you begin, and whom do you ask?",
)
_ON_A_FIELD = (
    "We look for experience with {}. Where have you come closest to it?",
    "What do you know about {}, and where would you begin to learn more?",
    "You have not worked in {} yet, as far as I see. What would be new to you, and what would not?",
)


def _span(job: Experience, today: date) -> tuple[int, int, Experience] | None:
    if not job.start_date:
        return None
    first = month_index(job.start_date)
    if job.is_current or not job.end_date:
        return first, this_month(today), job
    return first, month_index(job.end_date, end=True), job


def _year(month: int) -> int:
    return month // 12
