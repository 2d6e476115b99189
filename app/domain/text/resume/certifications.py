"""Read the certificates of a section."""

import re

from app.domain.regex import regex
from app.domain.text.career import Skill
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.folding import fold
from app.domain.text.resume.parts import without_dates
from app.domain.text.resume.places import place_score
from app.domain.text.resume.rows import Row
from app.domain.text.resume.skill_lists import split_list
from app.domain.text.resume.wrapping import continues

_ISSUER = regex(r"\s+[–—|·•-]\s+|\s*[|•]\s*|\s+(?:issued by|by|from|durch|par|por)\s+(?=[A-ZÀ-Þ])")
_CREDENTIAL = regex(
    r"(?:credential|certificate|licen[cs]e|certification)\s*(?:id|no\.?|number|#)\s*[:#]?\s*([\w-]{3,40})",
    re.IGNORECASE,
)


def read_certifications(rows: list[Row]) -> list[Skill]:
    """Return the certificates of a section with issuer, date and number where they are given."""
    found: list[Skill] = []
    above: Row | None = None
    width = max((len(row.text) for row in rows), default=0)
    waiting = False
    for row in rows:
        rest = without_dates(row.text)
        spans = find_dates(row.text)
        if found and not row.bullet and not rest and spans:
            found[-1].date_obtained = found[-1].date_obtained or spans[0].start
            waiting = not found[-1].issuer
        elif found and waiting and not row.bullet and not spans and not (above is not None and row.bold and above.bold):
            found[-1].issuer, waiting = rest, False
        elif found and above is not None and not row.bullet and not spans and _wraps(above, row, width):
            _grow(found[-1], rest)
        else:
            found.extend(_certificates(row))
            waiting = bool(found) and row.bold and bool(spans) and not found[-1].issuer
        above = row
    return found


def _wraps(above: Row, row: Row, width: int) -> bool:
    """Certificates begin in capitals; only a row that begins small, or follows an open end, goes on with one."""
    if above.text.count("(") > above.text.count(")"):
        return True
    if not continues(above, row, width):
        return False
    return row.text[:1].islower() or above.soft or continues(above, row, 0)


def _grow(skill: Skill, text: str) -> None:
    if skill.issuer:
        skill.issuer = f"{skill.issuer} {text}"
    else:
        name, *issuer = _ISSUER.split(f"{skill.name} {text}", maxsplit=1)
        skill.name, skill.issuer = name, issuer[0] if issuer else ""


def _certificates(row: Row) -> list[Skill]:
    listed = split_list(row.text) if len(row.cells) == 1 and ")," in row.text else []
    if any(find_dates(entry) for entry in listed[:-1]) and all(entry[:1].isupper() for entry in listed):
        return [skill for entry in listed for skill in _certificates(row.with_text(entry))]
    spans = find_dates(row.text)
    credential = _CREDENTIAL.search(row.text)
    text = _CREDENTIAL.sub("", row.text) if credential else row.text
    pieces = [without_dates(cell) for cell in (row.cells if not credential else (text,))]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return []
    if len(pieces) == 1:
        listed = split_list(pieces[0]) if not spans else []
        if (
            len(listed) > 1
            and all(2 < len(entry) < 70 and entry[:1].isupper() for entry in listed)
            and _ISSUER.search(pieces[0]) is None
            and ("," in pieces[0] or ";" in pieces[0])
        ) and (
            len(listed) > 2
            or any(word in fold(listed[1]) for word in ("certif", "licens", "associate", "practitioner", "architect"))
        ):
            return [Skill(category="certification", name=entry) for entry in listed]
        pieces = [piece.strip(" ,;") for piece in _ISSUER.split(pieces[0], maxsplit=1)]
    name = pieces[0].strip(" ,.;")
    issuer = pieces[1] if len(pieces) > 1 else ""
    if ", " in issuer and spans and not place_score(issuer) >= 0.8:
        # "Certified Security – Specialty, Amazon": the issuer follows the last comma.
        level, _, issuer = issuer.rpartition(", ")
        name = f"{name} – {level}"
    if not issuer and spans and ", " in name:
        name, _, issuer = name.rpartition(", ")
    elif (
        not issuer
        and (bracket := re.match(r"(.{4,80}?)\s*\(([^()]{6,60})\)$", name))
        and re.search(r"[ .]", bracket[2])
    ):
        name, issuer = bracket[1].strip(), bracket[2]
    issuer = issuer.strip(" ,")
    issuer = issuer[1:-1] if issuer.startswith("(") and issuer.endswith(")") else issuer
    skill = Skill(category="certification", name=name.strip(), issuer=issuer)
    skill.date_obtained = spans[0].start if spans else None
    skill.credential_id = credential[1] if credential else ""
    return [skill]
