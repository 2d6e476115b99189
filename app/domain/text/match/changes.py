"""What a candidate can truthfully do about the wording, each with the points it would earn."""

from app.domain.text.match import formula
from app.domain.text.match.evaluation import Evaluation
from app.domain.text.match.formula import tenths
from app.domain.text.match.keywords import GroupShown, Shown
from app.domain.text.match.parts import keyword_gain, listed, role_text
from app.domain.text.match.reading import Reading
from app.domain.text.match.report import Change

_CHANGES = 12
_NAMES = 6


def changes_of(evaluation: Evaluation) -> tuple[Change, ...]:
    """Return what the candidate can truthfully do about the wording, the largest gain first.

    Skills that need the same thing done are named together; then `keyword` is `None` and `gain` their sum.
    """
    skills = _claimable(evaluation)
    listed_only = [one for one in skills if _is_listed_only(one)]
    unlisted = [one for one in skills if _is_unlisted(one, evaluation.reading)]
    changes = [
        *_together(listed_only, formula.WORK_AND_FRONT, evaluation, _SHOW_AT_WORK),
        *_together(unlisted, None, evaluation, _LIST_AS_WELL),
        *(change for shown in skills if (change := _wording_change(shown, evaluation))),
        *_presentation_changes(evaluation),
    ]
    return tuple(sorted((one for one in changes if one.gain > 0), key=lambda one: (-one.gain, one.action))[:_CHANGES])


def _claimable(evaluation: Evaluation) -> list[GroupShown]:
    """Without what the candidate said they do not have, though a fact names or implies it: nobody is to claim that."""
    return [one for one in evaluation.skills if not one.top.match.denied]


_SHOW_AT_WORK = "Add a statement that shows {} at work or in a project; so far it is only listed."
_LIST_AS_WELL = "Name {} among your skills as well; you show it{}."


def _is_listed_only(shown: GroupShown) -> bool:
    top = shown.top
    return top.match.status == "shown" and not top.in_work and not shown.group.soft


def _is_unlisted(shown: GroupShown, reading: Reading) -> bool:
    """Shown in use, not named in front; a field of study that only a degree shows is listed by nobody."""
    top = shown.top
    if top.match.status != "shown" or shown.group.soft:
        return False
    return top.in_work and not top.in_front and bool(_where(top, reading))


def _together(groups: list[GroupShown], credit: float | None, evaluation: Evaluation, template: str) -> list[Change]:
    gains = [(keyword_gain(one, one.best if credit is None else credit, evaluation), one) for one in groups]
    gains = sorted((pair for pair in gains if pair[0] > 0), key=lambda pair: -pair[0])
    if not gains:
        return []
    names = [one.top.asked.name for _, one in gains]
    gain = sum(tenths(points) for points, _ in gains) / 10
    if len(names) == 1:
        return [Change(template.format(names[0], _where(gains[0][1].top, evaluation.reading)), gain, names[0])]
    named = listed(names, _NAMES)
    if template == _SHOW_AT_WORK:
        return [Change(f"Add statements that show {named} at work or in projects; so far they are only listed.", gain)]
    return [Change(f"Name {named} among your skills as well; your statements show them.", gain)]


def _wording_change(shown: GroupShown, evaluation: Evaluation) -> Change | None:
    top = shown.top
    if shown.group.soft:
        return None
    if top.match.status == "implied":
        where = _where(top, evaluation.reading)
        action = f"Name {top.asked.name} among your skills: {top.match.via}{where} already implies it."
        return Change(action, keyword_gain(shown, shown.best, evaluation), top.asked.name)
    if not top.other_spelling:
        return None
    action = f"Write “{top.asked.written}”, as the posting does; you write “{top.match.profile_evidence[0].text}”."
    return Change(action, keyword_gain(shown, top.credit / formula.OTHER_SPELLING, evaluation), top.asked.name)


def _where(shown: Shown, reading: Reading) -> str:
    for evidence in shown.match.profile_evidence:
        role = next((one.role for one in reading.passages if one.ref == evidence.fact_id), -1)
        if role >= 0:
            return f" in {role_text(reading.roles[role].title, reading.roles[role].organization)}".rstrip(".")
    return ""


def _presentation_changes(evaluation: Evaluation) -> list[Change]:
    changes = []
    absent = [
        one.top.asked.name
        for one in _claimable(evaluation)
        if not one.group.soft
        and one.best > 0
        and (one.top.in_front or _where(one.top, evaluation.reading))
        and not any(member.asked.name in evaluation.opening for member in one.members)
    ]
    room = formula.OPENING_KEYWORDS - len(evaluation.opening)
    if absent and room > 0:
        gain = formula.OPENING * min(room, len(absent)) / formula.OPENING_KEYWORDS
        changes.append(Change(f"Name {listed(absent[:room])} in your summary or headline.", tenths(gain) / 10))
    if not evaluation.relevant_statements:
        return changes
    worst = max(evaluation.orders, key=lambda one: one.ideal - one.gain)
    if worst.ideal > worst.gain:
        gain = formula.ORDER * (worst.ideal - worst.gain) / sum(one.ideal for one in evaluation.orders)
        where = role_text(worst.role.title, worst.role.organization).rstrip(".")
        changes.append(
            Change(f"Put what the posting asks for first among the statements of {where}.", tenths(gain) / 10)
        )
    if evaluation.focus_share < 1:
        beside = evaluation.statements - evaluation.relevant_statements
        action = f"Shorten what the posting does not ask for: {beside} of {evaluation.statements} statements."
        changes.append(Change(action, tenths(formula.FOCUS * (1 - evaluation.focus_share)) / 10))
    return changes
