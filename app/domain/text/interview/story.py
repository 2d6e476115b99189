"""Take a statement apart: what was done, what came of it, what it was for. Every part is words of the statement."""

import re
from dataclasses import dataclass

from app.domain.regex import regex

# What comes after one of these tells the outcome.
_OUTCOME = regex(
    r"(?:[,;]?\s+(?:[–—]\s+)?)(?=(?:so that|resulting in"
    r"|which (?:resulted|led|saved?s?|cuts?|reduced?s?|made|makes|brought|brings|serves?|allow|enabled?s?|increased?s?"
    r"|raised?s?|lowered?s?|helped|now|has|halved|doubled|improved?s?)"
    r"|(?:thereby |thus )?(?:cutting|reducing|saving|increasing|raising|improving|lowering|leading to|bringing"
    r"|enabling|allowing|shortening|halving|doubling|boosting|generating|eliminating|preventing|achieving|earning"
    r"|winning|growing)"
    r"|without (?:any |a )?(?:lost|loss|losing|downtime|outage|interruption|error|accident|complaint|data loss))\b)"
    r"|;\s+|\s[–—]\s(?=.*\d)|\s(?=(?:from \D{0,12}\d[^,;]* to \D{0,12}\d))",
    re.IGNORECASE,
)
# Verbs that name an outcome; what was done for it comes after "by", "with", …
_RESULTS = regex(
    r"(?:reduced|cut|increased|improved|saved|raised|lowered|shortened|doubled|tripled|halved|grew|boosted|won|exceeded|"
    r"achieved|generated|eliminated|prevented|accelerated|decreased|surpassed|earned|brought|sped|slashed|received)\b",
    re.IGNORECASE,
)
_MEANS = regex(r"[,;]?\s+(?=(?:by \w+ing|by means of|through|via|using|with the help of|after \w+ing|thanks to)\b)")
_PURPOSE = regex(r"[,;]?\s+(?=(?:in order to|so as to|with the (?:goal|aim) (?:of|to)|aiming to)\b)", re.IGNORECASE)
_JOINT = regex(
    r"(?:which|so that|by(?= \w+ing)|through(?= \w+ing)|resulting in|in order|thereby|thus|and)\s+", re.IGNORECASE
)
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Story:
    """The parts of a statement; an empty one is not told."""

    task: str = ""
    action: str = ""
    result: str = ""


def tell(statement: str) -> Story:
    """Return the parts of `statement`. One that tells no outcome apart is an action, or a result, as a whole."""
    text = " ".join(statement.split())
    task = ended = ""
    if purpose := _split(_PURPOSE, text):
        text, task = purpose
        task, ended = _split(_OUTCOME, task) or (task, "")
    if _RESULTS.match(text):
        result, action = _split(_MEANS, text) or (text, "")
    else:
        action, result = _split(_OUTCOME, text) or (text, ended)
    return Story(*(_alone(part) for part in (task, action, result)))


def _alone(part: str) -> str:
    """Return a part as it stands by itself: without the word that joined it, with a capital."""
    bare = _JOINT.sub("", part, count=1) if _JOINT.match(part) else part
    word = bare.split(maxsplit=1)[0] if bare else ""
    return bare[:1].upper() + bare[1:] if word.isalpha() and word.islower() else bare


def _split(pattern: re.Pattern[str], text: str) -> tuple[str, str] | None:
    """Return `text` before and after the first place where both sides say something."""
    for match in pattern.finditer(text):
        before, after = text[: match.start()].rstrip(" ,;–—"), text[match.end() :].strip()
        if len(before) >= _SHORTEST and len(after) >= _SHORTEST:
            return before, after
    return None
