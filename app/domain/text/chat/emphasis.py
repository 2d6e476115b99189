"""Wide wishes such as "emphasise leadership", brought down to the lines of the profile that speak of it."""

import re

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.figures import gives_a_number

_LEADS = (
    r"\b(?:led|leads?|leading|managed?|managing|head(?:ed)? of|supervis\w+|train(?:ed|s)?|mentor\w*|coach\w*"
    r"|coordinat\w+|chaired|directed|leitung|leitete|geleitet|betreuung|führung|encadr\w+|pilotage|direction)\b"
)
_FAMILIES: tuple[tuple[str, str], ...] = (
    (r"leader\w*|leading|management|managing|führung\w*|leitung", _LEADS),
    (r"team ?work|collaboration|working with others", r"\b(?:teams?|together|colleagues?|across|with)\b"),
    (r"(?:\w+ )?(?:results?|numbers|figures|achievements?|impact|success\w*|erfolge|résultats)", ""),
    (
        r"teaching|training|coaching|mentoring",
        r"\b(?:t(?:aught|each\w*)|train\w*|mentor\w*|coach\w*|tutor\w*|instruct\w*)\b",
    ),
    (
        r"(?:customers?|clients?)(?: service| focus)?",
        r"\b(?:customers?|clients?|users?|patients?|guests?|kunden\w*)\b",
    ),
)
_CUT = regex(r",| and | und | et | y | & ")
_MOST_WORDS = 5
_FEWEST_WORDS = 2
_LEAD = regex(
    r"^(?P<verb>emphasi[sz]e|highlight|stress|focus (?:more )?on|feature)(?: my| the)? (?P<what>.+)$", re.IGNORECASE
)


def wide_wish(text: str, career: Career) -> str:
    """Return the wish with the first words of the lines it speaks of, where it names no word that stands there."""
    match = _LEAD.match(text)
    if match is None:
        return text
    for names, says in _FAMILIES:
        if re.fullmatch(names, match["what"].strip(" ."), re.IGNORECASE):
            lines = [line for job in career.experiences for line in job.achievements]
            meant = [line for line in lines if (re.search(says, line, re.IGNORECASE) if says else gives_a_number(line))]
            terms = [term for line in meant if len((term := _beginning(line)).split()) >= _FEWEST_WORDS]
            return f"{text}, {', '.join(dict.fromkeys(terms))}" if terms else text
    return text


def _beginning(line: str) -> str:
    return " ".join(_CUT.split(line)[0].split()[:_MOST_WORDS]).strip(" .")
