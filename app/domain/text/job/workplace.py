"""Where the work is done: remote, at the office, or both."""

import re
from collections.abc import Sequence

from app.domain.regex import regex
from app.domain.text.job.headings import Section
from app.domain.text.job.sections import Sentence
from app.domain.text.job.stems import WORKPLACE
from app.domain.text.posting import Workplace

_REMOTE = regex(
    r"\b(?:100\s?% remote|remote[- ](?:first|only|position|role|job|work|working|opportunity|based|friendly|"
    r"within|from|in the|\(|-)|fully[- ]remote|full[- ]remote|remote \(|completely remote|all[- ]remote|"
    r"work(?:ing)? (?:fully |100% )?remotely|remote (?:or|global) environment|"
    r"work from (?:anywhere|home)|work from the location|wfh|home[- ]based|telecommut\w+|telework|(?:100\s?% "
    r")?home[- ]?office|mobiles? arbeiten|remote möglich|télétravail (?:complet|total|à 100)|100\s?% télétravail|"
    r"teletrabajo|trabajo remoto|trabalho remoto|da remoto|thuiswerk\w*|lavoro da remoto|smart working|virtual "
    r"\(100% remote\)|anywhere in the)\b|#li-remote|(?:재택|원격) ?근무",
    re.IGNORECASE,
)
_FULLY = regex(
    r"\b(?:100\s?% remote|fully[- ]remote|full[- ]remote|completely remote|all[- ]remote|remote[- ](?:first|"
    r"only)|work from anywhere|work from the location|100\s?% télétravail|100\s?% home[- ]?office|global remote|"
    r"remote work:|remote:? yes)\b|#li-remote",
    re.IGNORECASE,
)
_HYBRID = regex(
    r"\b(?:hybrid(?: (?:work\w*|model|role|position|schedule|set-?up|arrangement|environment|policy|"
    r"remote))?\b(?! (?:cloud|apps?|mobile|devops|infrastructure|it|environments|approach|solutions?|vehicles?|"
    r"rôle))|hybrides? arbeit\w*|rôle sera hybride|híbrid[oa]|ibrid[oa]|hybride|"
    r"(?:one|two|three|four|ein|zwei|drei|vier|un|deux|trois|dos|tres|un[oa]|due|tre|twee|drie|d[ou][ai]s|três|"
    r"[1-4](?:\s?[-–]\s?[1-4])?) (?:days?|tage?|jours?|días?|giorni|"
    r"dagen|dias)(?:\s+(?:\w+\s){0,3})(?:in (?:the |our )?office|on-?site|from home|remote\w*|home ?office|"
    r"mobiles? arbeiten|télétravail|teletrabajo|thuis\w*|teletrabalho|smart working|at home|wfh|vor ort|im büro|"
    r"au bureau|en (?:la )?oficina|op kantoor)|"
    r"(?:(?:option|possibility|ability|possible|able|chance|opportunity) (?:to|of) (?:work|working) (?:\w+ "
    r")?(?:from home|remotely))|you can also work from home|home[- ]?office(?:-| )?(?:possib\w+|möglich\w*|"
    r"option\w*|days?|tage|regelung\w*|anteil)|teilweise (?:remote|home)|partly remote|partially remote|partial "
    r"home|télétravail partiel|jours? de télétravail|días de teletrabajo|#li-hybrid)",
    re.IGNORECASE,
)
_ONSITE = regex(
    r"\b(?:(?<!regular )on[- ]?site (?:only|role|position|work|job|presence|5|five|in|at)|(?:fully|100\s?%|"
    r"strictly|is|position:|location:|type:) (?:on[- ]?site|in[- ]office|in[- ]person)|in[- ]office (?:role|"
    r"position|5|five)|not (?:a )?remote|no remote|remote (?:work )?is not|cannot be (?:done |performed "
    r")?remote\w*|office[- ]based|field[- ]based|relocation (?:is )?required|"
    r"vor ort\b(?! oder)|kein homeoffice|100\s?% présentiel|présentiel|presencial|in sede|op locatie|#li-onsite)",
    re.IGNORECASE,
)
_LISTS_ALL = regex(
    r"\bremote,? (?:hybrid|on-?site)\b.{0,30}\b(?:or|and|office|field)\b|\bhybrid,? (?:or|and) (?:remote|"
    r"on-?site)|(?:remote|on-?site) (?:or|and) hybrid",
    re.IGNORECASE,
)
_ABOUT_OTHERS = regex(
    r"\bremote (?:teams?|medical|sensing|control|monitoring|access|desktop|support|consultations?|sites?|server|"
    r"interview\w*|onboarding|procedure|debugging|work\w* tools?)|(?:onboarding|interview\w*|process) (?:is|are|"
    r"will be) (?:\w+ )?(?:remote|onsite|virtual)|distributed (?:systems?)|onsite (?:socials?|interview\w*|"
    r"meetings?|gym|fitness|childcare|restaurant|visits?)|sit remotely|if you sit",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?i)^(?:location|locations|workplace|work ?place type|work type|employment type|arrangement|work model|"
    r"remote|place of work|job type|type|ort|arbeitsort|standort|arbeitsmodell|remote work|lieu|locatie|sede|"
    r"ubicación|modalidad|work arrangement|remote status|location type)\s*:"
)
_DETAIL_REMOTE = regex(r"\b(?:remote|virtual|anywhere|home ?office|télétravail|worldwide|from home)\b", re.IGNORECASE)
_DETAIL_ONSITE = regex(r"(?:^|:)\s*(?:on[- ]?site|in[- ](?:the )?office)\s*$", re.IGNORECASE)
_BARE = regex(r"(?i)^\W*(?:100% |fully )?remote\b(?:\W|$)|\bremote\W*$|[(/|,•·–—-]\s?remote\b|\bremote\s?[)/|,•·–—-]")


def read_workplace(
    title: str, location: str | None, head: Sequence[str], sentences: Sequence[Sentence]
) -> Workplace | None:
    """Return where the work is done: by the head of the posting first, then by what its sentences say."""
    labels = [sentence.text for sentence in sentences if len(sentence.text) < 160 and _LABEL.match(sentence.text)]
    for text in (location or "", title, *labels, *(line for line in head if len(line) < 90)):
        stated = _of_label(text)
        if stated:
            return stated
    votes: dict[Workplace, int] = {}
    for sentence in sentences:
        if sentence.section is Section.LEGAL:
            continue
        stated, strong = _of_sentence(sentence)
        if stated:
            votes[stated] = votes.get(stated, 0) + (3 if strong else 1)
    if not votes:
        return None
    # Saying how many days at home is more exact than praising remote work.
    order: tuple[Workplace, ...] = ("hybrid", "remote", "onsite")
    if votes.get("remote", 0) >= 3 and votes.get("hybrid", 0) < 3:
        return "remote"
    return max(order, key=lambda kind: (votes.get(kind, 0), -order.index(kind)))


def _of_label(text: str) -> Workplace | None:
    if not text or _ABOUT_OTHERS.search(text):
        return None
    if _HYBRID.search(text):
        return "hybrid"
    if (
        _BARE.search(text)
        or _FULLY.search(text)
        or (_LABEL.match(text) and _DETAIL_REMOTE.search(text))
        or text.casefold().strip(" .()") in _ANYWHERE
        or _REMOTE.search(text)
    ):
        return "remote"
    return "onsite" if _ONSITE.search(text) or _DETAIL_ONSITE.search(text) else None


_ANYWHERE = frozenset(("worldwide", "anywhere", "remote", "virtual", "global", "anywhere in the world"))


def _of_sentence(sentence: Sentence) -> tuple[Workplace | None, bool]:
    text = sentence.low
    if not sentence.hints & WORKPLACE or _LISTS_ALL.search(text) or _ABOUT_OTHERS.search(text):
        return None, False
    if re.search(r"not remote[- ]first", text, re.IGNORECASE):
        return "hybrid", True
    if _HYBRID.search(text):
        return "hybrid", True
    if _FULLY.search(text):
        return "remote", True
    if _ONSITE.search(text):
        return "onsite", False
    return ("remote", False) if _REMOTE.search(text) else (None, False)
