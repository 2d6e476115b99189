"""The wording that tells what is asked for from what would only be nice, sentence by sentence."""

import re
from typing import Literal

from app.domain.regex import regex
from app.domain.text.job import stems

Force = Literal["must", "nice", "named"]
"""`named` is a skill that the posting mentions without asking for it in so many words."""

_MUST = regex(
    r"\b(?:must|required?|requires|requirement|mandatory|essential|need(?:s|ed)? to|you (?:should|will|'ll)? "
    r"?(?:have|need|bring|possess)|you(?:'ve| have)|"
    r"you(?:'re| are| should be) (?:an? |the )?(?:experienced|proficient|familiar|fluent|skilled|comfortable|"
    r"expert|strong|confident|certified)|"
    r"experienced? (?:with|in|using|of|on|across|as|\w+ing)|"
    r"(?:hands[- ]on|proven|solid|strong|deep|extensive|professional|commercial|practical|prior|previous|"
    r"relevant|heavy|significant|demonstrated|demonstrable) "
    r"(?:\w+ ){0,3}(?:experience|knowledge|understanding|skills|background|expertise|grasp|familiarity|command|"
    r"foundation|grounding|proficiency)|"
    r"proficien(?:t|cy)|knowledge (?:of|about|in)|know(?:s|ing)? how|familiar(?:ity)?|"
    r"expertise|understanding of|fluen(?:t|"
    r"cy)|ability to|able to|"
    r"degree|bachelor'?s?|master'?s?|ph\.?d|background in|skilled in|competen(?:t|ce|cy) (?:in|with)|mastery of|"
    r"well[- ]versed|passionate about|"
    r"\d+\s?\+? years|(?:ideal|strong|strongest|successful|qualified|right) candidates?|we(?:'re| are) looking "
    r"for|we need|seeking (?:an?|candidates?|someone)|is your language)\b",
    re.IGNORECASE,
)
_MUST_ABROAD = regex(
    r"\b(?:erfahrung|kenntniss?e?n?|beherrsch\w*|vertraut|versiert|sicherer? umgang|verständnis|abgeschlossen\w*|"
    r"zwingend|erforderlich|vorausgesetzt|wir suchen|mindestens|du hast|sie haben|du bringst|fähigkeit|studium|"
    r"ausbildung)|"
    r"\b(?:expériences?|maîtris\w+|connaissances?|diplôme|bac ?\+|requis\w*|indispensable|obligatoire|capacité|"
    r"vous avez|tu as|vous maîtrisez|recherchons|compétences? en)\b|"
    r"\b(?:experiencia|conocimientos?|dominio|manejo de|imprescindible|titulación|licenciatura|requerid\w+|"
    r"obligatori\w+|grado en|buscamos|se requiere)\b|"
    r"\b(?:esperienza|conoscenz[ae]|padronanza|laurea|competenz[ae]|capacità|richiest\w+|indispensabil\w+|cerchiamo)\b|"
    r"\b(?:ervaring|kennis van|kennis|beheersing|vereist|vaardig\w*|opleiding|je hebt|jij hebt|bekend met|"
    r"affiniteit)\b|"
    r"\b(?:experiência|conhecimentos?|domínio|formação|obrigatóri\w+|necessári\w+|licenciatura|graduação|"
    r"procuramos|buscamos)\b|경험|경력|능숙|숙련|이해",
    re.IGNORECASE,
)

# The commonest of the wordings above, which tell in a tenth of the time.
_SURE = regex(
    r"\b(?:must|required?|experienced? (?:with|in|using|of|on|across|as)|knowledge (?:of|about|in)|ability to|able to|"
    r"familiar(?:ity)?|proficien(?:t|cy)|understanding of|expertise|degree|you have|essential|requires|"
    r"passionate about|need(?:s|ed)? to|\d+\s?\+? years|we(?:'re| are) looking for)\b",
    re.IGNORECASE,
)

# Wording that stands after the thing it softens ("Go is a plus"), before it ("ideally Go"), or on either side.
_NICE_AFTER = (
    r"(?:is|are|would be|will be|as|be|considered|seen as)?\s?(?:an?|strong|big|huge|definite|real|added|"
    r"distinct)\s(?:\w+\s)?(?:plus|bonus|advantage|asset|benefit)\b|"
    r"\b(?:is|are|highly|strongly|also|would be|will be|much)\s(?:\w+ly\s)?(?:preferred|desired|desirable|"
    r"beneficial|advantageous|appreciated|valued|welcome|helpful|useful|favou?red|a plus|optional|ideal)\b|"
    r"\bpreferred\b(?=[\s.;,)]*$)|\bdesirable\b(?=[\s.;,)]*$)|\bdesired\b(?=[\s.;,)]*$)|\b(?:a "
    r")?plus\b(?=[\s.!;,)]*$)|\bnot (?:required|mandatory|necessary|essential|a must)\b|"
    r"\b(?:von vorteil|wünschenswert|ein plus|ein vorteil|vorteilhaft|willkommen|gern gesehen|kein muss|"
    r"hilfreich|nicht zwingend)\b|"
    r"\b(?:est|sont|serait|seraient|constitue|représente)\s(?:un |une |fortement |très |également )*(?:plus|"
    r"atout|apprécié\w*|souhaité\w*|bienvenue?s?|avantage)\b|\bun (?:vrai |gros |réel )?(?:plus|atout)\b|"
    r"\b(?:es|son|será|serán|sería|como)\s(?:un |una )?(?:plus|valorable|deseable|ventaja|punto a favor)\b|"
    r"\b(?:se valorará|se valora|valorable|deseable|no imprescindible)\b|"
    r"\b(?:is|zijn|vormt|als)\s(?:een |mooi )*(?:pr[eé]|plus|pluspunt|meegenomen|voordeel|mooie plus)\b|\been "
    r"(?:mooie? |grote )?(?:pr[eé]|plus|pluspunt)\b|"
    r"\b(?:è|sono|sarà|saranno|costituisce|costituiscono|rappresenta)\s(?:un |titolo |molto |considerat\w "
    r")*(?:plus|preferenziale|gradit\w|apprezzat\w|vantaggio)\b|\bpreferenziale\b|"
    r"\b(?:é|são|será|serão|seria)\s(?:um |uma |considerad\w )*(?:plus|diferencial|mais-valia|desejáve(?:l|is)|"
    r"vantagem|valorizad\w)\b|\b(?:desejável|diferencial)\b|우대|"
    r"\b(?:appréciée?s?|souhaitée?s?|bienvenue?s?|apprezzat[aeio]|gradit[aeio]|valorad[ao]s?|valorizad[ao]s?)(?=[\s.;,)]*$)"
)
_NICE_BEFORE = (
    r"\b(?:ideally|preferably|bonus(?: points)?(?: if| for)?\s?:?|extra points(?: if| for)?|nice to have|"
    r"nice-to-have|good to have|great to have|optional(?:ly)?|not required,? but|even better if|it(?:'s| is) a "
    r"plus if|(?:big|huge) plus if|advantageous|beneficial|would be (?:nice|great|awesome|ideal)|it helps if|"
    r"idealerweise|gerne (?:auch|mit)|bestenfalls|optimalerweise|vorzugsweise|wünschenswert|idéalement|de "
    r"préférence|si possible|serait (?:un plus|apprécié)|idealmente|preferiblemente|preferentemente|preferible|"
    r"se valorará|se valora|valoramos|"
    r"bij voorkeur|idealiter|liefst|preferibilmente|idealmente|gradit[aoe]|preferencialmente|de preferência|"
    r"valorizamos|desejável)\b"
)
_NICE = regex(f"(?P<before>{_NICE_BEFORE})|(?P<after>{_NICE_AFTER})", re.IGNORECASE)
_HARD = regex(
    r"\b(?:must[- ]have|is a must|are a must|mandatory|(?:is|are|be) (?:strictly )?required|zwingend|"
    r"unerlässlich|indispensable|imprescindible|verplicht|obrigatóri[ao]|obbligatori[ao])\b",
    re.IGNORECASE,
)
_LIST_GAP = regex(r"[\s,/&()·|+\-]*(?:\b(?:and|or|and/or|und|oder|bzw\.?|et|ou|y|o|e|en|of)\b[\s,/&(]*)?")


def demands_something(text: str, hints: int) -> bool:
    """Tell whether a sentence is worded as a demand on the candidate; `hints` are those of its lower-cased text."""
    if hints & stems.MUST and (_SURE.search(text) or _MUST.search(text)):
        return True
    return hints & stems.MUST_ABROAD > 0 and _MUST_ABROAD.search(text) is not None


def softens(text: str, hints: int) -> bool:
    """Tell whether a sentence says of something that it is not insisted on; `hints` are those of its text."""
    return hints & stems.NICE > 0 and _NICE.search(text) is not None


def insists(text: str) -> bool:
    """Tell whether a sentence insists, wherever it stands."""
    return _HARD.search(text) is not None


def forces(text: str, spans: list[tuple[int, int]], *, demanding: bool, softened: bool, optional: bool) -> list[Force]:
    """Return how strongly a sentence asks for what stands at each of `spans` of it; `optional` is its whole section."""
    if optional:
        return ["must" if insists(text) else "nice"] * len(spans)
    found: list[Force] = ["must" if demanding else "named"] * len(spans)
    if softened:
        for cue in _NICE.finditer(text):
            for index in _softened(text, spans, cue):
                found[index] = "nice"
    return found


def _softened(text: str, spans: list[tuple[int, int]], cue: re.Match[str]) -> list[int]:
    """Return the indexes of `spans` that a softening `cue` is about."""
    opened, closed = _parentheses(text, cue.start())
    before = [i for i, (_, end) in enumerate(spans) if end <= cue.start() and spans[i][0] >= opened]
    after = [i for i, (start, _) in enumerate(spans) if start >= cue.end() and start < closed]
    if cue.lastgroup == "before" and after:
        return after
    if opened > 0 and not before and not after:
        # "Kafka (nice to have)": the whole list that leads up to the parenthesis.
        before = [i for i, (_, end) in enumerate(spans) if end <= opened]
    return _tail(text, spans, before)


def _tail(text: str, spans: list[tuple[int, int]], before: list[int]) -> list[int]:
    """Return the last enumeration among `before`."""
    if not before:
        return []
    tail = [before[-1]]
    for index in reversed(before[:-1]):
        if not _LIST_GAP.fullmatch(text, spans[index][1], spans[tail[-1]][0]):
            break
        tail.append(index)
    return tail


def _parentheses(text: str, at: int) -> tuple[int, int]:
    """Return the inside of the parenthesis around `at`, or the whole of `text`."""
    opened = text.rfind("(", 0, at)
    if opened < 0 or text.find(")", opened, at) >= 0:
        return 0, len(text)
    closed = text.find(")", at)
    return opened + 1, len(text) if closed < 0 else closed
