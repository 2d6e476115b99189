"""Says in plain words what changed in a document, and why a line stands there."""

import re
from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.career import Career, Experience, facts
from app.domain.text.chat.places import find_place
from app.domain.text.compose.wording import join_list
from app.domain.text.difference import changes_between
from app.domain.text.document import Content, Sentence, sentences
from app.domain.text.figures import has_a_figure
from app.domain.text.match.report import MatchReport
from app.domain.text.render.templates import TEMPLATES

_MOST_QUOTED = 2
_LONGEST = 90
_MOST_MISSING = 8
_VERBS = {"removed": "taken out", "added": "put in", "changed": "reworded"}
_WORD = regex(r"\w{3,}")
_FILLER = frozenset(
    "you did write wrote that this the and put say why have line there its because about added include included gone "
    "still here with for from".split()
)
_ASKED = regex(
    r"^\s*(?:(?:you|i|we|is|are|was|there|did)\s+)*(?:(?:write|wrote|put|include|say|choose|use|have|keep|add)\s+)?"
    r"|\s+(?:there|here|in it|in the resume)\W*$",
    re.IGNORECASE,
)
_NO_LINE = "Which line do you mean? Quote a few words of it, or say “the second bullet”."


def told_changes(before: Content, after: Content) -> str:
    """Return what a reader would notice, as a clause without a full stop; nothing where both read the same."""
    changes = changes_between(before, after)
    told = [
        _clause([change.after or change.before or "" for change in changes if change.kind == kind], verb)
        for kind, verb in _VERBS.items()
    ]
    if any(change.kind == "moved" for change in changes):
        told.append(_clause(_risen(before, after), "moved up") or "some lines stand in another order")
    titles = [[section.title for section in content.sections] for content in (before, after)]
    lost = [title for title in titles[0] if title not in titles[1]]
    if lost:
        told.append(f"gone: the {'sections' if len(lost) > 1 else 'section'} {join_list(lost, 'en')}")
    kept = [[title for title in those if title in titles[0] and title in titles[1]] for those in titles]
    if kept[0] != kept[1]:
        told.append(f"the sections now come in this order: {', '.join(titles[1])}")
    entries = [
        [item.title or item.organization for section in content.sections for item in section.items if item.item_id]
        for content in (before, after)
    ]
    gone = [entry for entry in entries[0] if entry and entry not in entries[1]]
    if gone and not lost:
        told.append(f"gone: {join_list(gone, 'en')}")
    return "; ".join(clause for clause in told if clause)


def template_name(template: str) -> str:
    """Return how a template is called."""
    return next((one.name for one in TEMPLATES if one.id == template), template)


def told_templates() -> str:
    """Return the templates to choose from."""
    each = [
        f"{one.name} ({one.description.split('.')[0][:1].lower()}{one.description.split('.')[0][1:]})"
        for one in TEMPLATES
    ]
    return (
        f"There are {len(each)} templates: {'; '.join(each)}. Say “use the {TEMPLATES[-1].id} template”, for example."
    )


def told_missing(report: MatchReport, denied: Sequence[str]) -> str:
    """Return what the posting asks for and the profile does not show, the most wanted first."""
    folded = {name.casefold() for name in denied}
    missing = [name for name in report.missing_keywords if name.casefold() not in folded]
    said = [name for name in report.missing_keywords if name.casefold() in folded]
    told = "Nothing: your profile shows every keyword of the posting."
    if missing:
        more = f" and {len(missing) - _MOST_MISSING} more" if len(missing) > _MOST_MISSING else ""
        told = (
            "The posting asks for these, and your profile does not show them: "
            f"{', '.join(missing[:_MOST_MISSING])}{more}. If you have {'one of them' if len(missing) > 1 else 'it'}, "
            "add it to your profile and then say “write it again”."
        )
    elif said:
        told = "Nothing else."
    return f"{told} You said that you do not have {join_list(said, 'en')}." if said else told


def explain(about: str, content: Content, career: Career, report: MatchReport | None = None) -> str:
    """Return where the line that `about` names or quotes comes from, and what it does for the posting."""
    best = _line_meant(about, content)
    if best is None:
        return _NO_LINE
    known = facts(career)
    sources = [source for source in best.source_ids if source in known]
    if not sources:
        return f"“{best.text}” rests on no single fact of your profile; drop it if it does not fit."
    undated = [known[source].text for source in sources if not known[source].field.endswith("_date")]
    texts = list(dict.fromkeys(undated)) or [known[sources[0]].text]
    job = next((one for one in career.experiences if one.id == known[sources[0]].item_id), None)
    if texts[0].strip(" .") == best.text.strip(" ."):
        told = f"“{best.text}” is your own line{_from(job)}, word for word."
    else:
        told = f"“{best.text}” is there because your profile says {'; '.join(f'“{text}”' for text in texts)}."
    return f"{told} {_use(best, sources, report)}"


def _use(sentence: Sentence, sources: Sequence[str], report: MatchReport | None) -> str:
    shown = [
        match.keyword
        for match in (report.keywords if report else ())
        if any(evidence.fact_id in sources for evidence in match.profile_evidence)
    ]
    if shown:
        return f"It shows {join_list(shown[:3], 'en')}, which the posting asks for."
    if has_a_figure(sentence.text):
        return "It has a figure, and figures are what readers remember."
    return "The posting does not ask for it by name; if it does not help you, quote it and say “drop” before it."


def _line_meant(about: str, content: Content) -> Sentence | None:
    place = find_place(_ASKED.sub("", about), content)
    if place is not None:
        if place.sentence is not None:
            return place.sentence
        items = [place.item] if place.item else place.section.items if place.section else []
        return next((sentence for item in items for sentence in item.sentences), None)
    asked = {word.casefold() for word in _WORD.findall(about)} - _FILLER

    def likeness(sentence: Sentence) -> tuple[int, int]:
        words = [word.casefold() for word in _WORD.findall(sentence.text)]
        return len(asked & set(words)), -len(words)  # of two that say it, the one that says little else

    best = max(sentences(content), key=likeness, default=None)
    return best if best is not None and likeness(best)[0] else None


def _from(job: Experience | None) -> str:
    named = " at ".join(part for part in (job.title, job.company) if part) if job else ""
    return f" from {named}" if named else ""


def _risen(before: Content, after: Content) -> list[str]:
    """Return the lines that stand further up in their entry than before, among the lines that both have."""
    risen = []
    for section in after.sections:
        for item in section.items:
            texts = [sentence.text for sentence in item.sentences]
            was = next(
                (
                    [sentence.text for sentence in one.sentences if sentence.text in texts]
                    for old in before.sections
                    if old.kind == section.kind
                    for one in old.items
                    if (one.item_id, one.title) == (item.item_id, item.title)
                ),
                [],
            )
            kept = [text for text in texts if text in was]
            risen += [text for index, text in enumerate(kept) if index < was.index(text)]
    return risen


def _clause(texts: Sequence[str], verb: str) -> str:
    if not texts:
        return ""
    quoted = ", ".join(f"“{_short(text)}”" for text in texts[:_MOST_QUOTED])
    more = f" and {len(texts) - _MOST_QUOTED} more" if len(texts) > _MOST_QUOTED else ""
    return f"{len(texts)} line{'' if len(texts) == 1 else 's'} {verb} ({quoted}{more})"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
