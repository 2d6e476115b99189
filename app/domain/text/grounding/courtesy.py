"""Judge a sentence that cites nothing: courtesy and motivation need no fact, a claim does."""

import re

from app.domain.regex import regex
from app.domain.text.document import Reason, Verdict
from app.domain.text.grounding.ground import Claim, Ground, reason
from app.domain.text.grounding.tokens import Token

_FRAME = regex(
    r"\b(?:apply\w*|application|writ(?:e|ing) to|position|role|vacancy|opening|opportunity|"
    r"interest\w*|join\w*|dear|sincerely|regards|"
    r"excited|keen|eager|enthusias\w+|delighted|look(?:ing)? forward|hope|would (?:like|love|"
    r"welcome|be)|thank\w*|attract\w*|drawn|appeal\w*|admire\w*|"
    r"learn|discuss\w*|mission|your (?:\w+ )?(?:team|company|work|product|need|search|school|"
    r"hospital|kitchen)|you (?:are|need|ask|seek|look|describe)|"
    r"bewerb\w*|bewerbung|stelle|freue|interess\w*|gespräch|geehrte|grüße\w*|grüßen|vielen dank|"
    r"candidature|poste|motivation|rencontre\w*|cordialement|madame|monsieur|salutations|entretien|remercie|"
    r"solicitud|puesto|estimad[oa]s?|atentamente|saludo|entrevista|gracias|postul\w+|seeking|objective)\b",
    re.IGNORECASE,
)
_CLAIM = regex(
    r"\bI(?:['’]ve| have| had| was| did| led| built| managed| developed| created| designed| ran|"
    r" won| made| hold| held| earned| graduated| speak| know| am (?:a |an )?(?:proficient|"
    r"expert|skilled|experienced|certified|fluent|licensed|qualified|familiar|senior|trained))\b"
    r"|\bmy (?:\w+ ){0,3}(?:years?|expertise|proficiency|certification|degree|command|fluency|"
    r"mastery|record|achievements?|award)\b"
    r"|\b(?:my|with|have|has|bring) (?:\w+ ){0,3}(?:experience|background|skills?|knowledge|"
    r"work) (?:in|with|of|on|at|as|using|leading|managing|building)\b"
    r"|\bproven\b|\btrack record\b|\byears of\b|\bas an? (?:\w+ ){0,3}(?:with|who)\b|"
    r"\b(?:experienced|certified|skilled|fluent|proficient) (?:in|with)\b"
    r"|\bich (?:habe|war|verfüge|leitete|entwickelte|bin (?:ein|erfahren))|"
    r"\bmeine[rn]? (?:\w+ )?(?:erfahrung|kenntnisse)\w* (?:in|mit|als)\b"
    r"|\bj['’]ai\b|\bmon expérience (?:de|en|dans)\b|\btengo\b|\bhe (?:\w+do)\b|\bmi experiencia (?:en|con|como)\b",
    re.IGNORECASE,
)
_NAME_AFTER = regex(
    r"\b(?:at|with|for|to|of|bei|chez|en|join(?:ing)?|the|in|dear|mr|mrs|ms|dr|frau|herr)\b", re.IGNORECASE
)


def judge_unsourced(claim: Claim, ground: Ground) -> tuple[Verdict, list[Reason]]:
    """Return the verdict on a claim without sources: courtesy is grounded, a claim is not, the rest is unchecked."""
    framed = bool(_FRAME.search(claim.text))
    claiming = _CLAIM.search(claim.text)
    if claim.figures and not _only_context(claim, ground):
        first = claim.figures[0]
        return "ungrounded", [reason("number", first.start, first.end, "A figure needs a source")]
    left = _uncovered(claim, ground, framed=framed)
    skills = [m for m in claim.mentions if m.category != "soft" and m.text.lower() not in ground.context]
    skills = [m for m in skills if any(m.start <= token.start < m.end for token in left)]
    if claiming and (left or skills):
        return "ungrounded", [reason("claim", claiming.start(), claiming.end(), "A claim needs a source")]
    if not left:
        return "grounded", []
    if not claim.letter and not framed:
        return "ungrounded", [reason("claim", 0, len(claim.text), "A claim needs a source")]
    if framed:
        if len(left) <= max(3, len(claim.tokens) // 3) and not _past_deed(claim):
            return "grounded", []
        return "unchecked", [reason("claim", left[0].start, left[-1].end, "It cites no fact to check this against")]
    if _past_deed(claim) or skills:
        return "ungrounded", [reason("claim", left[0].start, left[-1].end, "A claim needs a source")]
    return "unchecked", [reason("claim", left[0].start, left[-1].end, "It cites no fact to check this against")]


def _only_context(claim: Claim, ground: Ground) -> bool:
    return all(_written(claim.text, figure.start) & ground.context for figure in claim.figures)


def _written(text: str, start: int) -> set[str]:
    """Return the figure at `start` as written, and the whole name it stands in ("18F")."""
    return {word[0].lower() for word in re.finditer(r"\d+|[^\W_]+", text) if word.start() <= start < word.end()} | {
        word[0].lower() for word in re.finditer(r"[^\W_]+", text) if word.start() <= start < word.end()
    }


def _uncovered(claim: Claim, ground: Ground, *, framed: bool) -> list[Token]:
    left: list[Token] = []
    for token in claim.tokens:
        words = claim.words
        if words.among("neutral", token.stem, token.lower) or words.among("courtesy", token.stem, token.lower):
            continue
        if token.lower in ground.context or token.lower in ground.written or len(token.lower) == 1:
            continue
        if framed and token.capital and not token.opens and not words.among("superlative", token.stem, token.lower):
            continue
        left.append(token)
    return left


def _past_deed(claim: Claim) -> bool:
    words = claim.words
    return any(
        (
            token.lower.endswith("ed")
            and words.groups.get(token.stem)
            and not words.among("courtesy", token.stem, token.lower)
        )
        or token.lower
        in words.plain.get("past", frozenset()) - {"had", "was", "were", "has", "did", "met", "found", "drew"}
        for token in claim.tokens
    )
