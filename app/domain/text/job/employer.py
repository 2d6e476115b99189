"""Who is hiring, where only the running text says so."""

import re

from app.domain.regex import regex
from app.domain.text.job.headings import Section, fold_heading, heading_phrases
from app.domain.text.job.places import names_place
from app.domain.text.job.sections import Layout
from app.domain.text.job.titles import has_job_word

_ENOUGH_VOTES = 3
_ABOUT = regex(
    r"(?i:about|über|à propos d[e'’]\s?|sobre|acerca de|over|who is|chi è)\s+(?P<name>[A-Z0-9][\w.&'’+\- "
    r"]{1,40}?)\s*[:?!]?$"
)
_NAME = (
    r"(?P<name>[A-Z0-9][\w&'’+\-]*(?:\.(?:io|com|ai|gov|co|org|net|de|app|dev|tech|cloud))?"
    r"(?: (?:[A-Z0-9&][\w&'’+\-]*)){0,3})"
)
_SELF = tuple(
    (points, regex(pattern))
    for points, pattern in (
        (3, rf"(?:^|[.!?…]\s)(?:At|Bei|Chez|En) {_NAME}(?:'s)?, (?:we|our|you|wir|nous|everyone)\b"),
        (
            3,
            (
                rf"\b(?:[Aa]s|[Aa]ls|[Cc]omme|[Cc]omo) (?:an?|our|the|eine?|une?) [^,.;:()\n]{{3,50}} "
                rf"(?:at|bei|chez|en) {_NAME}, "
            ),
        ),
        (3, rf"(?:^|[.!?]\s){_NAME} is (?:hiring|looking for|seeking|recruiting|searching)"),
        (
            3,
            (
                rf"\b(?:[Jj]oin|[Ww]elcome to|[Ll]ife at|[Ww]orking at|[Ww]ork at|[Aa]pply to|[Ww]orking for|bei der|"
                rf"bei) {_NAME}\b"
            ),
        ),
        (
            2,
            (
                rf"(?:^|[.!?]\s){_NAME} (?:is|are) (?:an?|the|one of|on a|proud|committed|transforming|redefining|"
                rf"headquartered|dedicated)\b"
            ),
        ),
        (
            2,
            (
                rf"(?:^|[.!?]\s){_NAME} (?:builds|provides|develops|offers|delivers|creates|helps|"
                rf"operates|ist eine?|est "
                rf"une?|es una?|è una?|is een|é uma?)\b"
            ),
        ),
        (
            2,
            (
                rf"\b{_NAME} (?:processes your personal data|is an equal|does not discriminate|ist ein Unternehmen|"
                rf"offers a comprehensive)"
            ),
        ),
        (
            2,
            (
                rf"\b(?:[Tt]eam|[Ee]ngineer|[Dd]eveloper|[Aa]nalyst|[Mm]anager|[Ss]cientist|[Dd]esigner|[Rr]ole|"
                rf"[Cc]areer) (?:at|bei|chez) {_NAME}(?=[,.:]|$| (?:you|we|to|will))"
            ),
        ),
    )
)
_HOST = regex(
    r"\b(?:careers?|jobs?|karriere|join)[.@](?P<name>[a-z0-9][a-z0-9-]{1,30})\.[a-z]{2,6}\b|"
    r"\b(?:www\.)?(?P<site>[a-z0-9][a-z0-9-]{1,30})\.[a-z]{2,6}/(?:careers?|jobs?)\b"
)
_HOSTERS = frozenset(
    "greenhouse lever ashbyhq workable smartrecruiters recruitee personio linkedin indeed google gov usajobs "
    "icims jobvite bamboohr breezy teamtailor".split()
)
_COMMON = frozenset(
    "the this our we your you it they that there here what why how who as in at on for and with if please about "
    "role team join position "
    "company job she he all one these those its us candidates applicants everyone remote when experience "
    "knowledge strong ability data "
    "engineering software product benefits working today currently description overview responsibilities "
    "artificial intelligence".split()
)
LEGAL_FORM = regex(
    r"(?i:\s*(?:inc|incorporated|llc|l\.l\.c|ltd|limited|llp|plc|corp|corporation|co|company|gmbh|mbh|ag|kg|kgaa|ohg|ug|"
    r"e\.v|s\.?a\.?s?|s\.?a\.?r\.?l|s\.?l\.?u?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|ab|oy|as|aps|a/s|pty|pte|sp\. z o\.o|"
    r"s\.r\.o|ltda|d\.o\.o|kft)\.?\s*)"
)
_ORGANIZATION = regex(
    r"(?i)(?<!\w)(?:hospitals?|clinics?|klinik(?:um)?|university|universität|hochschule|college|schools?|academy|institute|"
    r"institut|council|trust|bank|sparkasse|group|gruppe|holdings?|agency|partners|associates|association|foundation|"
    r"stiftung|services|solutions|systems|technolog(?:y|ies)|software|labs|laborator(?:y|ies)|studios?|logistics|"
    r"consulting|consultancy|insurance|versicherung(?:en)?|pharma|healthcare|industries|energy|hotels?|restaurants?|"
    r"airlines?|airways|motors|media|werke|stadtwerke|authority|department|ministry|society|church|museum|library)$"
)


def ends_as_organization(name: str) -> bool:
    """Tell whether `name` ends as employers' names do: with a legal form, or the kind of house that it is."""
    last = name.rsplit(None, 1)[-1] if name else ""
    return bool(last) and (LEGAL_FORM.fullmatch(last) is not None or _ORGANIZATION.search(last) is not None)


def named_employer(layout: Layout, description: str) -> str | None:
    """Return the employer that the running text names, or the name in its careers address."""
    for index in sorted(layout.headings):
        match = _ABOUT.match(layout.lines[index].text) if layout.sections[index] is Section.COMPANY else None
        if match and _proper(match["name"]):
            return match["name"].strip()
    votes: dict[str, int] = {}
    for index, line in enumerate(layout.lines):
        at_home = _AT_HOME.get(layout.sections[index], 0)
        for points, pattern in _SELF:
            for match in pattern.finditer(line.text[:2_000]):
                name = match["name"].strip()
                if _proper(name):
                    votes[name] = votes.get(name, 0) + points + at_home
    scored = {name: score + min(description.count(name) - 1, 6) for name, score in votes.items()}
    best = max(sorted(scored), key=lambda name: (scored[name], len(name)), default=None)
    if best is not None and scored[best] >= _ENOUGH_VOTES:
        return best
    hosts = (match["name"] or match["site"] for match in _HOST.finditer(description))
    return next((host.capitalize() for host in hosts if host not in _HOSTERS), None)


_AT_HOME = {Section.COMPANY: 2, Section.INTRO: 1, Section.ROLE: 1, Section.LEGAL: 1}


def _proper(name: str) -> bool:
    words = name.split()
    if not words or re.split("['’]", words[0].casefold())[0] in _COMMON or len(name) < 2 or name.isdigit():
        return False
    return not has_job_word(name) and not names_place(name) and fold_heading(name) not in heading_phrases()
