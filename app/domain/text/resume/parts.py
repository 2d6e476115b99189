"""The pieces of a heading line: split at strong separators and judged as title, organization, place or date."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.domain.regex import regex
from app.domain.text.resume.dates import DateSpan, find_dates
from app.domain.text.resume.folding import fold
from app.domain.text.resume.places import around_place, cut_place, is_street, place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.vocabulary.organizations import LEGAL_FORMS, ORGANIZATION_WORDS, SCHOOL_PARTS, SCHOOL_WORDS
from app.domain.text.resume.vocabulary.titles import TITLE_HEADS, TITLE_MODIFIERS, TITLE_SUFFIXES

_STRONG = regex(r"\s+[|·•‧∙⋅●◦▪–—―-]+\s+|\s*[|•‧●]\s*|\s[–—]\s?|\s?—\s?|\s*\t\s*|\s+@\s+|\s*;\s+")
_AT = regex(r"\s+(?:at|bei|chez|presso|bij)\s+(?=[A-ZÀ-Þ0-9])")
_CJK = regex(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CJK_ORGANIZATIONS = tuple(
    "公司 集团 集團 大学 大學 银行 医院 株式会社 合同会社 研究所 研究院 事务所 学院 学校".split()
)
_CJK_TITLES = ("工程师", "工程師", "经理", "总监", "エンジニア", "マネージャー", "デザイナー", "实习", "主任")
_NUMBERING = regex(r"^\s*\(?\d{1,2}[.)]\s+(?=[^\W\d])")
_LABEL = regex(
    r"^(?:company|(?:end )?client|customer|employer|organi[sz]ation|position|role|job title|title|designation|location"
    r"|firma|arbeitgeber|entreprise|poste|empresa|puesto"
    r"|cargo|azienda|ruolo|bedrijf|functie)\s*:\s*",
    re.IGNORECASE,
)
_TRIM = " \t,;:|–—―-·•‧/"
_OF = frozenset({"of", "for", "de", "del", "des", "du", "do", "da", "di", "della", "van", "fur"})
_WORD = regex(r"[^\W_]+(?:[.'’&+-][^\W_]+)*\.?")
_EMPTY_BRACKETS = regex(r"[(\[]\s*(?:[-–—,;|]\s*)?[)\]]")
_GAP_BEFORE = regex(r"[\s,;|–-]{0,6}\t\s{0,4}([)\]])")
_GAP_AFTER = regex(r"([(\[])\s{0,4}\t[\s,;|–-]{0,6}")
_DURATION = regex(
    r"\(?\b\d{1,2}\+? ?(?:years?|yrs?|jahre?|ans|anos|años|anni|jaar)\b"
    r"(?:,? ?(?:and )?\d{1,2} ?(?:months?|mos?|monate?|mois|meses|mesi|maanden))?\.?\)?"
    r"|\(?\b\d{1,2} ?(?:months?|mos|monate?|mois|meses|mesi|maanden)\b\.?\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a head. `row` and `cell` tell where it stood, `strength` how surely a title (+) or employer (-)."""

    text: str
    row: int
    cell: int
    bold: bool
    strength: float


@lru_cache(maxsize=8192)
def title_strength(text: str) -> float:
    """Return how much `text` reads like a job title (above 0) rather than an organization's name (below 0)."""
    if _CJK.search(text):
        return _cjk_strength(text)
    words = [word.strip(".") if len(word) < 3 else word for word in _WORD.findall(fold(text))]
    if not words:
        return 0.0
    score = 0.0
    for position, word in enumerate(words):
        bare = word.strip(".,")
        if word in LEGAL_FORMS or bare in LEGAL_FORMS:
            # "Inc" ends a name; "as", "co", "ag" alone may be words of a sentence.
            score -= 3.0 if (position == len(words) - 1 and position > 0) or len(bare) > 2 else 0.5
        elif bare in TITLE_HEADS or any(part in TITLE_HEADS for part in re.split(r"[-&+]", bare) if len(part) > 2):
            score += 2.0 if position == len(words) - 1 or position == 0 else 1.5
        elif len(bare) > 8 and bare.endswith(TITLE_SUFFIXES):
            score += 2.0
        elif bare in ORGANIZATION_WORDS and score > 0 and words[position - 1] in _OF:
            # "Engenheiro de Software": what a title is of names no organization.
            continue
        elif bare in ORGANIZATION_WORDS and (position == len(words) - 1 or bare not in TITLE_MODIFIERS):
            score -= 1.2 if position == len(words) - 1 else 0.6
        elif bare in TITLE_MODIFIERS:
            score += 0.5
    if school_score(text) > 0:
        score -= 1.0
    return score


def _cjk_strength(text: str) -> float:
    if any(word in text for word in _CJK_ORGANIZATIONS):
        return -3.0
    return 2.0 if text.rstrip().endswith(TITLE_SUFFIXES) or any(word in text for word in _CJK_TITLES) else 0.0


def names_title(text: str) -> bool:
    """Return whether a piece of `text` is clearly a job title."""
    return any(
        title_strength(piece) >= 1.0 for part in re.split(r",|\s[–|·-]\s|\s\(", text) for piece in _AT.split(part)
    )


@lru_cache(maxsize=4096)
def school_score(text: str) -> float:
    """Return how much `text` reads like a place of learning, from 0."""
    folded = fold(text)
    words = {word.strip(".") for word in _WORD.findall(folded)}
    score = 1.0 if words & SCHOOL_WORDS else 0.0
    if any(part in folded for part in SCHOOL_PARTS):
        score += 1.0
    return score


def without_dates(text: str, spans: list[DateSpan] | None = None) -> str:
    """Return `text` without its dates, the length of a stay, and the marks that held them."""
    for span in reversed(find_dates(text) if spans is None else spans):
        text = text[: span.begin] + "\t" + text[span.stop :]
    text = _DURATION.sub("\t", text)
    # What stood with a date inside brackets keeps them: "(Institute, 2022)".
    text = _GAP_BEFORE.sub(r"\1", _GAP_AFTER.sub(r"\1", text))
    text = _EMPTY_BRACKETS.sub("\t", text)
    return text.strip(_TRIM + " ")


def pieces(text: str) -> list[str]:
    """Split `text` at strong separators; brackets keep together what they hold."""
    found = []
    for raw in _STRONG.split(_NUMBERING.sub("", text)):
        piece = _LABEL.sub("", raw.strip(_TRIM))
        if piece.startswith("(") and piece.endswith(")"):
            piece = piece[1:-1].strip()
        elif piece.count(")") != piece.count("("):
            piece = piece.strip("()").strip() if piece[:1] == "(" or (piece[-1:] == ")" and "(" not in piece) else piece
        if piece and _CJK.search(piece):
            found.extend(piece.split())
        elif piece:
            found.append(piece)
    return found


def parts_of(rows: list[Row]) -> tuple[list[Part], list[str]]:
    """Return the pieces of head `rows` that are no dates or places, and the places among them."""
    parts: list[Part] = []
    places: list[str] = []
    for index, row in enumerate(rows):
        for number, cell in enumerate(row.cells):
            for piece in pieces(without_dates(cell)):
                for text in _halves(piece, places):
                    rest, place = cut_place(text)
                    if not place and is_street(rest):
                        rest, place = "", rest
                    if place:
                        places.append(place)
                    if rest:
                        parts.append(Part(rest, index, number, row.bold, title_strength(rest)))
    return _mended(parts, places), places


def _halves(piece: str, places: list[str]) -> list[str]:
    halves = _AT.split(piece, maxsplit=1)
    if len(halves) == 1 and (around := around_place(piece))[1]:
        places.append(around[1])
        return [around[0], around[2]]
    return halves


def _mended(parts: list[Part], places: list[str]) -> list[Part]:
    """A place is not cut from a head that has nothing else to be the organization (`Springfield College, Boston`)."""
    if parts or not places:
        return parts
    text = places.pop()
    return [Part(text, 0, 0, False, 0.0)]


def split_at_comma(text: str) -> tuple[str, str] | None:
    """Split `Title, Employer` (in either order) at the comma that tells them apart best; `None` where none does.

    The title comes first in the answer.
    """
    commas = [match.start() for match in re.finditer(r",\s", text)][:6]
    best: tuple[float, str, str] | None = None
    for comma in commas:
        left, right = text[:comma].strip(), text[comma + 1 :].strip()
        a, b = title_strength(left), title_strength(right)
        difference = a - b
        if (
            re.fullmatch(
                r"(?:inc|llc|ltd|llp|corp|co|gmbh|s\.?a|plc|jr|sr|ph\.?d|md|rn|ii|iii|limited)\.?", fold(right)
            )
            or place_score(right) > 0.8
        ):
            continue
        if max(a, b) >= 1.5 and abs(difference) >= 1.0 and (best is None or abs(difference) > best[0]):
            best = (abs(difference), left, right) if difference > 0 else (abs(difference), right, left)
    return (best[1], best[2]) if best else None
