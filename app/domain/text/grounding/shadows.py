"""Find what a statement does not assert of its writer: the denied, the planned, the helped with, the done by others."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.domain.regex import regex

ShadowKind = Literal["negation", "plan", "verb", "subject"]

_PEOPLE = (
    r"(?:\w+ ){0,2}(?:team|teams|colleagues?|engineers?|developers?|managers?|nurses?|doctors?|"
    r"teachers?|designers?|stakeholders|departments?|peers|seniors?|staff|chefs?|analysts?|"
    r"supervisor|others)"
)
_PATTERNS: tuple[tuple[ShadowKind, str], ...] = (
    (
        "negation",
        (
            r"\b(?:not(?! only)|no(?![.\d])|never|without|neither|nor|none|cannot|failed to|unable to|"
            r"lack(?:ed|ing|s)?|except(?:ing)?|excluding|"
            r"rather than|instead of|zero|did not|kein\w*|nicht|ohne|nie|niemals|ne|sans|aucune?|jamais|"
            r"sin|ningun[ao]?|ningún|nunca)\b|n['’]t\b"
        ),
    ),
    (
        "plan",
        (
            r"\b(?:plan(?:s|ned|ning)? (?:to|for)|plans? (?:on|include)|will|would|intend(?:s|ed|"
            r"ing)? to|aim(?:s|ed|ing)? (?:to|at|for)|going to|"
            r"hop(?:e|es|ed|ing) to|seek(?:s|ing)? to|looking to|want(?:s|ed)? to|wish(?:es|ed)? to|"
            r"prepar(?:ed|ing|es) (?:to|for)|"
            r"propos(?:e|es|ed|ing|al)|suggest(?:s|ed|ing)?|scheduled (?:to|for)|expected|anticipated|"
            r"upcoming|pending|in progress|"
            r"(?:currently|now|still|am|started|began|begun) (?:learning|studying|training)|(?:^|"
            r"(?<=[.;(] ))(?:learning|studying)|working towards?|candidate for|"
            r"pursuing|not yet|due (?:to|in)|consider(?:s|ed|ing)|explor(?:es|ed|ing)|goal (?:of|is|"
            r"was)|targets? (?:of|is|was)|"
            r"tri(?:es|ed) to|trying to|attempt(?:s|ed|ing)? to|asked to|supposed to|enrolled|"
            r"to be \w+ed|next year|next month|future|"
            r"geplant\w*|werde[nt]?|lerne|angestrebt\w*|vorgesehen|prévu\w*|"
            r"prévoi\w*|en cours|envisag\w*|"
            r"planea\w*|previst\w*|en curso|pendiente|aprendiendo)\b"
        ),
    ),
    (
        "verb",
        (
            r"\b(?:help(?:s|ed|ing)?|assist(?:s|ed|ing)?|assistance|aid(?:ed|ing)|support(?:s|ed|ing)|"
            r"contribut(?:es?|ed|ing|ions?)|"
            r"participat(?:es?|ed|ing|ion)|involved in|t(?:ook|akes?|aking) part|part of|member of|"
            r"shadow(?:s|ed|ing)|observ(?:ed|ing)|"
            r"(?:fill(?:s|ed|ing)?|stand(?:s|ing)?|stood|step(?:s|ped|ping)?) in (?:for|as)|cover(?:s|"
            r"ed|ing)? for|deputi[sz]\w+|substitut\w+ for|"
            r"collaborat(?:es?|ed|ing|ion)|cooperat(?:es?|ed|ing)|co-\w+|jointly|together with|alongside|"
            r"exposure to|sat in|joined (?:the|a)|"
            rf"work(?:s|ed|ing)? (?:alongside|together)|work(?:s|ed|ing)? (?:closely )?with (?:a |an |"
            rf"the |our |my |two |three |other )?{_PEOPLE}|"
            r"work(?:s|ed|ing)? on (?:the )?\w+(?:ing|tion|ment)|"
            r"unterstütz\w*|mitgewirkt|mitarbeit\w*|mitwirkung|beteilig\w*|geholfen|mithilfe|assistier\w*|"
            r"aidé|aider|participé|participer|participation|contribué|assisté|soutenu|collaboré|"
            r"ayud\w+|particip(?:é|ó|ar|ación)|colabor\w+|contribu\w+|apoy\w+)\b"
        ),
    ),
    (
        "subject",
        (
            r"(?:^|(?<=[.;] ))(?:the |our |my )?(?:\w+ )?(?:team|company|department|firm|school|"
            r"hospital|store|restaurant|group|unit|ward|agency|lab|"
            r"branch|manager|boss|supervisor|colleagues?)(?= (?:that |which |who )?(?:has |have |had |"
            r"was |were )?(?:\w+ed|won|grew|led|built|cut|ran|made|sold|took|became|held|hit)\b)"
            r"|\b(?:team|company|department|firm|school|hospital|store|group|agency|start-?up|client|"
            r"colleagues?|manager|provider|bank|business) (?:that|which|who|whose)\b"
        ),
    ),
)
_MARKERS = tuple((kind, regex(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_FINITE = (
    r"(?:\w{2,}ed|led|ran|built|wrote|cut|grew|won|taught|made|sold|kept|drove|oversaw|took|"
    r"gave|brought|began|founded|drew)"
)
_STOP = regex(r"[.;\n](?:\s|$)|\bbut\b|\bhowever\b|\baber\b|\bmais\b|\bpero\b")
_COORDINATE = regex(rf"(?:,|\band\b|\bwhile\b|\bthen\b) (?:and |then |also |\w+ly )?{_FINITE}\b(?! by)", re.IGNORECASE)
_PASSIVE = regex(
    r"\b(trained|mentored|supervised|coached|managed|led|guided|taught|instructed|assisted|"
    r"supported|reviewed|approved|selected|"
    r"written|built|designed|developed|created|run|owned|headed|directed)(?: and \w+)? by (?!\d|"
    r"\w+ing\b|over |about |nearly )",
    re.IGNORECASE,
)


# More markers than a paragraph holds make no difference but to the time it takes.
_MOST = 40
_UNDECIDED = regex(
    r"\b(?:under review|in review|in preparation|in press|forthcoming|not (?:yet )?(?:released|"
    r"published|launched|approved|accepted))\b",
    re.IGNORECASE,
)
_OVERSEEN = regex(
    r"\bunder (?:the |a |an |my |close |direct )*(?:\w+(?:['’]s?)? )?(?:supervision|guidance|"
    r"direction|oversight|instruction)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shadow:
    """A marker at `start` to `end` and the stretch that it withholds, up to `reach`."""

    kind: ShadowKind
    start: int
    end: int
    reach: int
    marker: str

    @property
    def trailing(self) -> bool:
        """Whether the marker stands after what it withholds ("… under supervision")."""
        return bool(_OVERSEEN.match(self.marker) or _UNDECIDED.match(self.marker))


@lru_cache(maxsize=4096)
def shadows(text: str) -> tuple[Shadow, ...]:
    """Return what in `text` is not plainly asserted as the writer's own deed, in order of kind and place."""
    found = []
    for kind, pattern in _MARKERS:
        found += [
            Shadow(kind, match.start(), match.end(), _reach(text, match.end(), kind), match.group().lower())
            for match in pattern.finditer(text)
        ]
    found += [
        Shadow("verb", _opening(text, match.start()), match.start(), match.end(), match.group().lower())
        for match in _OVERSEEN.finditer(text)
    ]
    found += [
        Shadow("plan", _opening(text, match.start(), r"[.\n]\s"), match.start(), match.end(), match.group().lower())
        for match in _UNDECIDED.finditer(text)
    ]
    found += [Shadow("subject", match.start(), match.start(), match.end(1), "by") for match in _PASSIVE.finditer(text)]
    return tuple(found[:_MOST])


def _opening(text: str, at: int, border: str = r"[.;\n]\s") -> int:
    return max((match.end() for match in re.finditer(border, text[:at])), default=0)


def _reach(text: str, start: int, kind: ShadowKind) -> int:
    ends = [match.start() for match in [_STOP.search(text, start)] if match]
    if kind == "negation":
        comma = text.find(",", start)
        ends += [comma] if comma >= 0 else []
    if kind != "subject" and (match := _COORDINATE.search(text, start)):
        ends.append(match.start())
    return min(ends, default=len(text))
