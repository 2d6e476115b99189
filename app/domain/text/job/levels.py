"""Which level of seniority a posting is for."""

import re
from collections.abc import Iterable, Sequence

from app.domain.regex import regex
from app.domain.text.job.headings import SILENT, Section
from app.domain.text.job.sections import Sentence
from app.domain.text.posting import Seniority

_LEVEL_WORDS: dict[Seniority, str] = {
    "director": (
        r"director|vp|vice president|svp|avp|head of|chief|c[teofim]o|direktor(?:in)?|leiter(?:in)? (?:der|des)|"
        r"directeur|directrice|directora?|direttore|direttrice|diretora?|bereichsleit\w+"
    ),
    "principal": r"principal|principle|staff|distinguished|fellow",
    "manager": (
        r"(?:engineering|software|development|team|it|data|qa|devops|infrastructure|operations|platform|technical|"
        r"technology|r&d|department|delivery|security|research|science|analytics|design|people|general|branch|store|"
        r"office|regional|district|plant|restaurant|kitchen|shift|senior|sr\.?) managers?|manager,? (?:of "
        r")?(?:software|engineering|data|platform|security|it|development|infrastructure|operations)(?: \w+)?|"
        r"teamleit\w+|abteilungsleit\w+|gruppenleit\w+|team[- ]?manager|chef d'équipe|responsable d'équipe|"
        r"engineering lead manager"
    ),
    "lead": r"lead|tech lead|team lead|technical lead|leader|lead(?:ing)? engineer|teamlead|techlead",
    "intern": (
        r"intern(?:ship)?|trainee|apprentice|praktikant\w*|praktikum|werkstudent\w*|working student|stagiaire|stage|"
        r"alternan(?:ce|t)|becari[oa]|prácticas|tirocin\w+|stagista|estági\w+|estagiári[oa]|azubi|auszubildende[r]?|"
        r"co-op|thesis|student"
    ),
    "junior": (
        r"junior|jr\.?|entry[- ]level|graduate|new grad|absolvent(?:in)?|berufseinsteiger\w*|débutante?|júnior|"
        r"fresher|associate (?=\w*\s?(?:software|engineer|developer|analyst|data|product))"
    ),
    "senior": r"senior|sr\.?|sénior|sênior|confirmée?",
    "mid": r"mid|mid[- ]?level|intermediate|medior|midweight|(?:\w+ )ii|level 2|semi[- ]?senior|pleno",
}
_LEVELS = tuple((level, regex(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)) for level, words in _LEVEL_WORDS.items())
_ORDER: dict[Seniority, int] = {
    "director": 0,
    "manager": 1,
    "principal": 2,
    "lead": 3,
    "intern": 4,
    "junior": 5,
    "senior": 6,
    "mid": 7,
}
_OWNED = regex(
    r"\b(?:lead generation|leads? (?:gen|qualification|management)|staff (?:augmentation|accountant|nurse|writer|"
    r"services)|team leader(?:ship)|director of photography)\b",
    re.IGNORECASE,
)
_LABELS = frozenset(
    (
        "experience level",
        "seniority",
        "seniority level",
        "career level",
        "level",
        "erfahrungslevel",
        "karrierestufe",
        "niveau d'expérience",
        "nivel",
        "nivel de experiencia",
        "senioriteit",
    )
)
_IN_TEXT = regex(
    r"\b(?:as (?:an? |our )?(?:new )?|looking for (?:an? |our )?|seeking (?:an? )?|hiring (?:an? )?|the |"
    r"you(?:'re| are) an? |suchen (?:\w+ ){0,3}|this (?:is an? )?|an? )"
    r"(?P<level>senior|junior|principal|staff|lead|mid-level|entry-level|graduate)(?:-level)? (?:level )?(?:role|"
    r"position|engineers?|developers?|designers?|analysts?|scientists?|candidate|consultant|professional|"
    r"architect|devops|software|data|product|backend|frontend|full)",
    re.IGNORECASE,
)
_WORDS_TO_LEVEL: dict[str, Seniority] = {
    "senior": "senior",
    "junior": "junior",
    "principal": "principal",
    "staff": "principal",
    "lead": "lead",
    "mid-level": "mid",
    "entry-level": "junior",
    "graduate": "junior",
}


def level_of_title(title: str) -> Seniority | None:
    """Return the level that a job title states."""
    plain = _OWNED.sub(" ", title)
    found: list[Seniority] = [level for level, pattern in _LEVELS if pattern.search(plain)]
    return min(found, key=_ORDER.__getitem__, default=None)


def read_seniority(
    title: str | None, sentences: Sequence[Sentence], fields: Iterable[tuple[str, str]]
) -> Seniority | None:
    """Return the level stated by the title, else by a label, else by a sentence about the role."""
    if title and (stated := level_of_title(title)):
        return stated
    for label, value in fields:
        if label in _LABELS and len(value) < 60 and len(levels := _levels_in(value)) == 1:
            return levels[0]
    for sentence in sentences:
        if (
            sentence.section in SILENT
            or sentence.section is Section.DUTIES
            or not any(word in sentence.low for word in _WORDS_TO_LEVEL)
        ):
            continue
        if match := _IN_TEXT.search(sentence.text):
            return _WORDS_TO_LEVEL[match["level"].casefold()]
    return None


def _levels_in(text: str) -> list[Seniority]:
    return [level for level, pattern in _LEVELS if pattern.search(text)]
