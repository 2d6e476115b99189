"""What a candidate's answer to a question proves; nothing else of it is ever written."""

import re
from dataclasses import dataclass
from typing import Literal

from app.domain.regex import regex
from app.domain.text.career import Career, Experience, Skill
from app.domain.text.figures import gives_a_number, gives_only_a_year
from app.domain.text.questions import LEVELS, Question

_NO = regex(
    r"^\s*(?:no(?! (?:idea|clue))|nope|nah|never|none|not yet|not at all|not really|i (?:have not|haven['’]?t|did not"
    r"|didn['’]?t|do not|don['’]?t|never)(?! (?:know|remember|understand|recall|get))"
    r"|nein|nie(?:mals)?|noch nie|leider n(?:icht|ein)|non|jamais|pas encore|não|nunca|ainda não|todavía no)\b"
    r"(?! (?:in production|professionally|at work|only|directly|officially)\b)",
    re.IGNORECASE,
)
_SKIP = regex(
    r"^\W*(?:skip(?: (?:it|this|that))?|pass|later|next|none?|n/?a|(?:i )?(?:don['’]?t|do not|can['’]?t) (?:know"
    r"|remember|say|recall)(?: it| that)?|idk|dunno|no (?:idea|clue)|not sure|(?:i['’]?m )?not sure|überspringen|weiter"
    r"|(?:ich )?weiß (?:ich )?(?:es )?nicht|keine ahnung|passer|(?:je )?(?:ne )?sais pas|aucune idée|pular|não sei"
    r"|(?:no (?:lo )?sé)|saltar)?\W*$",
    re.IGNORECASE,
)
_YES = regex(
    r"^\s*(?:yes|yeah|yep|yup|sure|of course|certainly|i do|i have|a lot|lots|plenty|often|daily|regularly|every day"
    r"|for (?:\d+|a|one|two|three|four|five|many|several|some) (?:years?|months?)"
    r"|ja|jawohl|oui|si|sí|sim)\b[\s,.:;!–-]*",
    re.IGNORECASE,
)
_ASKS = regex(
    r"\?\s*$|^\s*(?:what|which|why|how|can you|could you|explain|was (?:ist|heißt|bedeutet)|qu['’]|que signifie"
    r"|c['’]est quoi)\b",
    re.IGNORECASE,
)
_DENIES = regex(
    r"\b(?:not?|never|none|without|neither|nor|cannot|nein|nicht|kein(?:e[nrms]?)?|nie|niemals|ohne|jamais|pas|aucune?"
    r"|sans|não|nunca|sin|sem)\b|n['’]?t\b|\blearning it\b|\bwant to learn\b",
    re.IGNORECASE,
)
_OWN_DEED = regex(
    r"\b(?:i|we)(?:['’]ve| have)? (?:\w+ly )?(?:used|use|did|do|worked|work|built|led|ran|run|wrote|taught|teach|made"
    r"|trained|managed|introduced|set up|maintained|handled|have done|had)\b.*\b(?:it|that|this|them)\b"
    r"|\bi have (?:a|an|some|\d+) .*\b(?:it|that|this)\b"
    r"|\b(?:je|j['’]ai) .*\b(?:utilisé|fait|travaillé)\b|\b(?:l['’]ai|l['’]avons) \w+|\bich habe (?:es|das|damit)\b",
    re.IGNORECASE,
)
_POINTS = regex(r"\b(?:it|this|that)\b", re.IGNORECASE)
_I = regex(r"^(?:and |where |that )?i(?:['’]ve| have| had)? (?=(?P<verb>\w+))", re.IGNORECASE)
_WORD = regex(r"[^\W_]+[+#]*")
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 5
_JUST_A_PLACE = 5
"""Words at the most of an answer that only says where; a longer one tells of something, and must name what."""
_COMMON = frozenset({"with", "this", "that", "from", "them", "about", "their"})
_ANEW = 3
"""A text that has at least one in three of a line's own words is the line in new words."""
_POINTED = regex(
    r"^.*?\b(?:it|this|that|them|these|those)\b[\s,:]*(?:was |were |is |are |for |with )?(?P<rest>.+)$", re.IGNORECASE
)
_LONGEST_ASIDE = 7
"""Words at the most of an answer that completes a line in brackets; a longer one is a sentence of its own."""
_TOLD = "as told by you in this session"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an answer: `facts` are the texts that the candidate told, `message` says so to them."""

    kind: Literal["told", "denied", "skipped", "unused"]
    message: str
    facts: tuple[str, ...] = ()


def take_answer(question: Question, answer: str, career: Career) -> Answer:
    """Put what the answer proves into `career` and return what came of it; nothing else of it is ever written."""
    text = " ".join(answer.split())
    if _SKIP.match(text) and not (question.kind == "skill" and text.casefold().strip(".! ") in ("none", "non")):
        return Answer("skipped", "Skipped: nothing is added to your profile.")
    if question.kind == "number":
        return _take_number(question, text, career)
    if _ASKS.search(text):
        return Answer("unused", _meaning(question))
    if _NO.match(text):
        return Answer(
            "denied", f"Noted: no {question.subject}. It will not be claimed, and you will not be asked about it again."
        )
    return _take_skill(question, text, career)


def _meaning(question: Question) -> str:
    """Say what is wanted, to somebody who asks back."""
    if question.kind == "number":
        return "I mean a figure for that line, such as “12 a week”, “a team of 4” or “30% faster”. Or skip it."
    return (
        f"{question.reason} If you have it, say “yes” and where, and it becomes a fact of your profile; "
        f"if not, say “no”, and {question.subject} is never claimed. Or skip it."
    )


def _take_skill(question: Question, text: str, career: Career) -> Answer:
    job = named_job(text, career)
    level = text if question.category == "language" and text in LEVELS else ""
    if not level and not _affirms(question, text, job):
        return Answer(
            "unused",
            f"That does not say that you have used {question.subject}, so nothing is added to your profile. Say “yes” "
            "and where if you have, “no” if you have not, or skip it.",
        )
    told = [question.subject]
    if question.subject.casefold() not in {skill.name.casefold() for skill in career.skills}:
        proficiency = level.lower()
        career.skills.append(Skill(category=question.category, name=question.subject, proficiency=proficiency))
    line = "" if text in question.choices or question.category != "technical" else _line(question, text, job)
    if job and line:
        job.achievements.append(line)
        told.append(line)
    quoted = "; ".join(f"“{fact}”" for fact in told)
    where = f" (at {job.company})" if job else ""
    rest = "" if line or not _has_more(question, text, job) else _unsaid(question, job)
    return Answer("told", f"Added to your profile {_TOLD}{where}: {quoted}.{rest}", tuple(told))


def _affirms(question: Question, text: str, job: Experience | None) -> bool:
    """Tell whether the answer says yes, names what was asked for without a denial, or only says where."""
    if text in question.choices or _YES.match(text):
        return True
    if _DENIES.search(text):
        return False
    words = {word.casefold() for word in _WORD.findall(text)}
    named = words & {word.casefold() for word in _WORD.findall(question.subject)}
    only_where = job is not None and len(text.split()) <= _JUST_A_PLACE + len(job.company.split())
    return bool(named) or only_where or _OWN_DEED.search(text) is not None


def _line(question: Question, text: str, job: Experience | None) -> str:
    """Return what the answer tells of the named job as a line of a resume, or nothing where it tells only of "yes"."""
    if job is None:
        return ""
    own = _YES.sub("", text).strip(" .")
    place = next((one for one in _names(job) if one.casefold() in own.casefold()), job.company)
    own = re.sub(rf"\b(?:at|in|for|with|bei|chez|en)\s+{re.escape(place)}[\s,:;]*", "", own, flags=re.IGNORECASE)
    own = _I.sub("", own).strip(" .,;")
    if question.subject.casefold() not in own.casefold():
        if not _POINTS.search(own):
            return ""
        own = _POINTS.sub(lambda _: question.subject, own, count=1)
    return own[:1].upper() + own[1:] if len(own.split()) >= _FEWEST_WORDS else ""


def _has_more(question: Question, text: str, job: Experience | None) -> bool:
    own = _YES.sub("", text)
    return text not in question.choices and len(own.split()) > _JUST_A_PLACE + (len(job.company.split()) if job else 0)


def _unsaid(question: Question, job: Experience | None) -> str:
    if question.category != "technical" or job is not None:
        return f" The rest of your answer does not name {question.subject}, so no line was made of it."
    return " To have the rest of your answer as a line too, add it to the right job in your profile."


def _take_number(question: Question, text: str, career: Career) -> Answer:
    if _NO.match(text) and not gives_a_number(text):
        return Answer("skipped", "Skipped: the line stays as it is.")
    if not gives_a_number(text):
        if _ASKS.search(text):
            return Answer("unused", _meaning(question))
        if gives_only_a_year(text):
            return Answer("unused", f"A year does not say how many or how often. {_meaning(question)}")
        return Answer("unused", f"There is no number in that, so the line stays as it is. {_meaning(question)}")
    item_id, _, index = question.subject.split(":")
    for job in career.experiences:
        if job.id == item_id and int(index) < len(job.achievements):
            before = job.achievements[int(index)]
            line = _completed(before, _YES.sub("", text).strip(), job)
            if not line:
                return Answer(
                    "unused",
                    "That reads like another line than this one, so nothing is changed. Give just the figure, "
                    "as in “12 a week”, or the whole line in new words.",
                )
            job.achievements[int(index)] = line
            return Answer("told", f"Changed in your profile {_TOLD}: “{line}”.", (line,))
    return Answer("skipped", "That line is no longer in your profile, so nothing is changed.")


def _completed(before: str, text: str, job: Experience) -> str:
    """Return the line with the number: in brackets behind it, or as the candidate words it anew; empty for neither."""
    for name in _names(job):
        text = re.sub(rf"\b(?:at|bei|chez)\s+{re.escape(name)}[\s,:;]*", "", text, flags=re.IGNORECASE)
    known = {_stem(word) for word in _LONG_WORD.findall(before)} - _COMMON
    shared = known & {_stem(word) for word in _LONG_WORD.findall(text)}
    if len(shared) * _ANEW >= len(known) and len(text.split()) > _LONGEST_ASIDE // 2:
        own = _I.sub("", text).strip()
        return own[:1].upper() + own[1:]
    if (pointed := _POINTED.match(text)) and gives_a_number(pointed["rest"]):
        text = pointed["rest"]
    elif _I.match(text):
        return ""
    if len(text.split()) > _LONGEST_ASIDE:
        return ""
    return f"{before.rstrip(' .')} ({text.rstrip(' .')}){'.' if before.endswith('.') else ''}"


def _stem(word: str) -> str:
    return word.casefold()[:5]


def _names(job: Experience) -> list[str]:
    """Return how people call the employer, the longest first: a place behind a comma is left out, and "GmbH" is."""
    short = job.company.split(",")[0].strip()
    plain = re.sub(r"\s+(?:GmbH|AG|Inc\.?|Ltd\.?|LLC|S\.A\.?|SE|plc)$", "", short)
    return [name for name in dict.fromkeys((job.company, short, plain)) if name]


def named_job(text: str, career: Career) -> Experience | None:
    """Return the job whose employer the text names."""
    folded = text.casefold()
    return next((job for job in career.experiences if any(name.casefold() in folded for name in _names(job))), None)
