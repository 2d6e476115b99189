"""Check how a claim is told: the denied as done, the planned as done, help as one's own work, causes made up."""

import re
from collections.abc import Iterator, Sequence
from math import ceil

from app.domain.regex import regex
from app.domain.text.document import Reason
from app.domain.text.grounding.ground import Claim, Ground, reason
from app.domain.text.grounding.index import FactView
from app.domain.text.grounding.shadows import Shadow, shadows
from app.domain.text.grounding.stems import stem
from app.domain.text.grounding.tokens import Token

_MESSAGES = {
    "negation": "The facts deny this",
    "plan": "The facts tell this as a plan, not as done",
    "verb": "The facts tell this as help or a part, not as one's own work",
    "subject": "The facts tell this of somebody else",
}
_SHARE = {"negation": 0.4, "plan": 0.34, "verb": 0.4, "subject": 0.5}
_CAUSAL = regex(
    r"\b(?:result(?:ing|ed|s) in|leading to|led to|leads to|which (?:\w+ly )?(?:increas|reduc|"
    r"improv|rais|cut|boost|sav|help|allow|enabl|brought|led|mean|doubl|grew|drove|contribut|"
    r"low|made|gave)\w*|"
    r"thereby|thus|hence|therefore|consequently|as a result|contribut(?:ing|ed) to|caus(?:ing|"
    r"ed)|so that|enabling|enabled|allowing|allowed|"
    r"(?<=, )driving|due to|because|thanks to|owing to|translating (?:in)?to|to the point|wodurch|"
    r"dadurch|führte zu|sodass|ce qui|grâce à|lo que|gracias a)\b",
    re.IGNORECASE,
)  # fmt: skip
_OUTCOME = regex(
    r",\s+(?:\w+ly )?(?:increas|reduc|improv|rais|cutt|boost|sav|grow|doubl|tripl|halv|lower|"
    r"decreas|generat|accelerat|shorten|eliminat|enhanc|lift|minimi[sz]|maximi[sz]|strengthen|"
    r"bring|driv)ing\b",
    re.IGNORECASE,
)  # fmt: skip
_CAUSE_IN_FACT = regex(
    r"\b(?:by (?:\w+ly )?\w+ing|through|via|result\w* in|leading to|led to|which|thereby|thus|"
    r"therefore|as a result|so that|so |because|due to|thanks to|"
    r"enabl\w+|allow\w+|caus\w+|contribut\w+ to|using|with the help|from .+ to|after|when|"
    r"owing to|durch|indem|wodurch|grâce|mediante|gracias)\b|, (?!including|involving|comprising)(?:\w+ly )?\w+ing\b",
    re.IGNORECASE,
)  # fmt: skip
_DIRECT_MARKERS = regex(
    r"\b(?:with|in) (?:a|the|our|my|two|three|an)? ?(?:\S+ ){0,2}(?:team|teams|colleagues?|"
    r"engineers?|developers?)\b|\bas part\b"
, re.IGNORECASE)  # fmt: skip


def check_manner(claim: Claim, ground: Ground) -> Iterator[Reason]:
    """Yield a reason for each withheld statement told as fact, each denial added and each cause made up."""
    here = shadows(claim.text)
    for view in ground.views:
        for shadow in view.shadows:
            taken = _taken(claim, ground, view, shadow)
            if taken and not _kept(claim, ground, here, shadow):
                yield reason(shadow.kind, taken[0].start, taken[-1].end, _MESSAGES[shadow.kind])
                break
    yield from _added_denials(claim, ground, here)
    yield from _causes(claim, ground)


def _taken(claim: Claim, ground: Ground, view: FactView, shadow: Shadow) -> list[Token]:
    """Return the words of the claim that only the shadowed stretch vouches for, when they are enough to speak of it."""
    words = claim.words
    dark = [
        token
        for token in view.tokens
        if shadow.start <= token.start < shadow.reach
        and not words.among("neutral", token.stem, token.lower)
        and (shadow.trailing or not shadow.start <= token.start < shadow.end)
    ]
    if shadow.kind == "subject" and shadow.start == shadow.end:
        dark = [token for token in view.tokens if token.end == shadow.reach]
    if not dark:
        return []
    keys: frozenset[str] = frozenset().union(*(words.vouches(token.stem) for token in dark))
    elsewhere: frozenset[str] = frozenset().union(*(other.free for other in (*ground.views, *ground.identity)))
    taken = []
    for token in claim.tokens:
        own = words.keys(token.stem)
        if words.among("neutral", token.stem, token.lower) and token.stem not in {t.stem for t in dark}:
            continue
        if own & keys and not own & elsewhere and token.lower not in elsewhere:
            taken.append(token)
    own_words = {token.stem for token in dark if not words.keys(token.stem) & elsewhere}
    need = max(1, ceil(len(own_words) * _SHARE[shadow.kind]))
    if shadow.kind == "verb":
        need = max(need, min(2, len(own_words)))
    return taken if len(taken) >= need else []


def _kept(claim: Claim, ground: Ground, here: Sequence[Shadow], shadow: Shadow) -> bool:
    """Tell whether the claim withholds as the fact does."""
    if shadow.trailing and shadow.kind == "verb":
        return bool(re.search(r"\bunder\b|supervis|guid|direct|train", claim.text, re.IGNORECASE))
    if shadow.marker == "by":
        return any(other.marker == "by" for other in here) or " by " in claim.text
    if any(other.kind == shadow.kind for other in here):
        return True
    if shadow.kind == "verb" and any(_role_of(view, shadow, claim) for view in ground.views):
        return True
    words = claim.words
    marker: set[str] = set()
    said = "jointly" if shadow.marker.startswith("co-") else shadow.marker
    for part in re.findall(r"[^\W\d_]+", said)[:2]:
        own = stem(part, words.language)
        if part.startswith("work"):
            marker.add(own)
        elif shadow.kind == "verb" or not words.among("neutral", own, part):
            marker |= words.keys(own)
    if any(words.keys(token.stem) & marker for token in claim.tokens):
        return True
    return (
        shadow.kind == "verb"
        and bool(_DIRECT_MARKERS.search(claim.text))
        and shadow.marker.startswith(("co", "work", "joint", "together", "along"))
    )


def _role_of(view: FactView, shadow: Shadow, claim: Claim) -> bool:
    """Tell whether the claim names the part that the fact names ("participated … as key user")."""
    part = re.search(r"\bas (?:an? |the )?(\w+ \w+|\w+)", view.fact.text[shadow.end : shadow.reach])
    return shadow in view.shadows and part is not None and part[1].lower() in claim.text.lower()


def _added_denials(claim: Claim, ground: Ground, here: Sequence[Shadow]) -> Iterator[Reason]:
    if claim.letter and not ground.views:
        return
    denied = [shadow for shadow in here if shadow.kind == "negation"]
    told = [shadow for view in (*ground.views, *ground.identity) for shadow in shadows(view.fact.text)]
    if denied and not any(shadow.kind == "negation" for shadow in told):
        first = denied[0]
        if not re.search(r"\bnot only\b", claim.text, re.IGNORECASE) and not any(
            figure.value == 0 for view in ground.views for figure in view.figures
        ):
            yield reason("negation", first.start, first.end, "The facts do not deny this")


def _causes(claim: Claim, ground: Ground) -> Iterator[Reason]:
    for pattern, firm in ((_CAUSAL, True), (_OUTCOME, False)):
        match = pattern.search(claim.text)
        if match is None or (claim.letter and match.group().lower() in {"because", "therefore", "thus", "so that"}):
            continue
        before = [token for token in claim.tokens if token.end <= match.start()]
        after = [token for token in claim.tokens if token.start >= match.start()]
        if not before:
            continue
        borne = [
            view
            for view in ground.views
            if _speaks(claim, ground, view, before) and _speaks(claim, ground, view, after)
        ]
        if not borne or (firm and not any(_CAUSE_IN_FACT.search(view.fact.text) for view in borne)):
            yield reason("cause", match.start(), match.end(), "No cited fact says that one led to the other")
            return


def _speaks(claim: Claim, ground: Ground, view: FactView, tokens: Sequence[Token]) -> bool:
    own = [token for token in tokens if not claim.words.among("neutral", token.stem, token.lower)]
    if not own:
        return True
    first, last = tokens[0].start, tokens[-1].end
    known = {round(figure.measure[1], 6) for figure in view.figures}
    figures = [figure for figure in claim.figures if first <= figure.start <= last + 16]
    others = {round(figure.measure[1], 6) for other in ground.views for figure in other.figures} - known
    if any(round(figure.measure[1], 6) in others for figure in figures):
        return False
    borne = sum(1 for token in own if claim.words.keys(token.stem) & view.keys)
    return borne * 2 > len(own) or (len(own) == 2 and borne == 1 and bool(figures))
