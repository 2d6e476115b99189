"""Questions about the employer, the pay and the place: answered in a few sentences, not with a story."""

from collections.abc import Iterator

from app.domain.text.interview.bank import Bank, Occasion
from app.domain.text.interview.evidence import Evidence
from app.domain.text.interview.model import AnswerOutline, InterviewQuestion, OutlinePart, QuestionPrompt
from app.domain.text.interview.occasions import Circumstances
from app.domain.text.interview.outline import Outliner

_WITH_A_CASE = frozenset({"about you", "why us"})
_CAREER_STEPS = frozenset({"about you", "why leave"})


def company_questions(
    circumstances: Circumstances, evidence: Evidence, outliner: Outliner, stock: Bank
) -> Iterator[InterviewQuestion]:
    """Yield the questions whose occasion holds, in the bank's order."""
    for occasion in stock.company:
        question = circumstances.worded(occasion) if circumstances.fits(occasion) else ""
        if not question:
            continue
        outline = _outline(occasion, circumstances, evidence, outliner)
        yield InterviewQuestion(
            category="company",
            question=question,
            why_asked=occasion.why,
            difficulty="foundation",
            evidence=tuple(dict.fromkeys(one for _, part in outline.parts() for one in part.fact_ids)),
            outline=outline,
            prompted_by=QuestionPrompt("common")
            if occasion.when in _USUAL
            else QuestionPrompt("posting", occasion.when),
        )


_USUAL = frozenset({"always", "working", "between", "no salary"})


def _outline(occasion: Occasion, circumstances: Circumstances, evidence: Evidence, outliner: Outliner) -> AnswerOutline:
    situation, task, action, result = (OutlinePart(hint=circumstances.hint(one)) for one in occasion.hints)
    if occasion.name in _CAREER_STEPS and (steps := outliner.steps()):
        situation = steps[0]
        task = steps[1] if occasion.name == "about you" and len(steps) > 1 else task
    if occasion.name in _WITH_A_CASE and (case := evidence.strongest()):
        action = OutlinePart(outliner.facts[case[0]].text, case[:1])
    return AnswerOutline(situation=situation, task=task, action=action, result=result)
