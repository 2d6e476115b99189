"""The head of a posting: title, employer and place, from labels, the first lines, and what the text says of itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.text.job.employer import named_employer
from app.domain.text.job.headings import fold_heading, heading_phrases
from app.domain.text.job.lines import Line
from app.domain.text.job.places import names_place
from app.domain.text.job.sections import Layout
from app.domain.text.job.titles import clean_title, has_job_word, reads_as_title, without_placeholders

_LABELS = {
    "title": """
        job title|title|position title|position|role|job|role title|stellenbezeichnung|jobtitel|
        titel|intitulé du poste|poste|
        puesto|cargo|functietitel|functie|posizione|vaga|official title|vacancy""",
    "company": """
        company|company name|employer|organization|organisation|hiring company|unternehmen|firma|arbeitgeber|entreprise|
        société|empresa|compañía|bedrijf|werkgever|azienda|società|client""",
    "location": """
        location|locations|job location|work location|place of work|based in|office location|city|
        ort|standort|arbeitsort|
        einsatzort|dienstort|lieu|lieu de travail|localisation|localité|ubicación|lugar|
        lugar de trabajo|locatie|standplaats|
        werklocatie|sede|sede di lavoro|luogo|luogo di lavoro|localização|local|local de trabalho|
        office|duty location|where|
        field location|place""",
}
_FIELD = {label: name for name, labels in _LABELS.items() for label in map(fold_heading, labels.split("|"))}
_LABEL = re.compile(r"[^:：]{2,30}[:：]\s*\S")
_STRONG = re.compile(r"\s*—\s*|\s+@\s*|\s+(?:at|bei|chez)\s+(?=[A-Z0-9])")
_DASH = re.compile(rf"{_STRONG.pattern}|\s+[-–|•·]\s+|:\s+|,\s+")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_PARTS = re.compile(r"\s+[-–—|•·]\s+|/")
_BEFORE_PLACE = re.compile(r"\s+[–—-]\s+")
_NEW_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?] [A-Z]")
_ARRANGED = re.compile(
    r"[\W\d]*(?:(?:fully |100% )?(?:remote|virtual|hybrid|on-?site|anywhere)[\W\d]*)+", re.IGNORECASE
)
_ARRANGEMENT = re.compile(
    r"^\s*(?:(?:100% |fully |partly )?(?:remote|hybrid|on-?site|virtual|home ?office)\s*(?:\(100% "
    r"remote\))?)\s*[-–—;,/|]\s*(?=\S)|"
    r"\s*[-–—;,/|(]\s*(?:100% |fully |partly )?(?:remote|hybrid|on-?site|virtual|home ?office)(?:\s*\(100% "
    r"remote\))?\)?\s*$",
    re.IGNORECASE,
)
_META = re.compile(
    r"(?i)^(?:full[- ]?time|part[- ]?time|vollzeit|teilzeit|permanent|contract|posted|date posted|share|apply|"
    r"save|likes|job requisition|"
    r"req|ref|\d+ (?:days|hours|weeks) ago|salary|new|featured|cdi|cdd)\b"
)
_LEADING_LINES = 8
_LONGEST_FIELD, _LONGEST_LABEL = 220, 30
_OPENING_CHARACTERS = 6_000
_OPENING = re.compile(
    r"(?i:looking for|hiring|seeking|searching for|recruiting|in search of|opening for|position of|role of|need|"
    r"suchen (?:wir )?(?:\w+ ){0,6}?(?:eine?n?(?:/?\w+)?|einen)|recherchons|recrutons|buscamos|cerchiamo|zoeken|"
    r"procuramos)\s+"
    r"(?:(?i:an?|our next|our|new|talented|experienced|motivated|skilled|passionate|smart|the|another|two|"
    r"several|un|une|uno|una|um|uma|een|"
    r"einen?|/r|enthusiastic|super|ambitious|great|exceptional|driven|hands-on|mid to senior)[\s,]+){0,5}"
    r"(?P<title>[^.,;:!?()\n]{3,70}?)"
    r"(?=\s+(?i:with|to|who|that|in|for|at|on|and|based|mit|für|zur|der|die|pour|avec|qui|para|con|per|che|met|"
    r"voor|com|team|join|of|from|"
    r"capable|will|m/w/d)\b|[.,;:!?()\n]|$)"
)
_AS = re.compile(
    r"\b(?i:as an?|as our(?: next| new)?|as the|en qualité de|en tant que|als|in qualità di|como)\s+"
    r"(?P<title>[^\W\d_][\w/+#.&\- ]{3,50}?)(?=,| (?:at|for|with|you|within|on|in) )"
)
_IN_PLACE = re.compile(
    r"\b(?:based in|located in|office in|offices in|based out of|suchen wir in|Standort|am Standort|in unserem "
    r"Büro in|position is in)\s+"
    r"(?P<place>[A-ZÄÖÜ][\w.\-]+(?:[ ,]+[A-ZÄÖÜ][\w.\-]+){0,3})"
)
_ANY_IN = re.compile(
    r"\b(?:in|à|en|em|a)\s+(?P<place>[A-ZÄÖÜÉ][\w\-]+(?: [A-ZÄÖÜÉ][\w\-]+){0,2}(?:, [A-ZÄÖÜÉ][\w\-]+(?: "
    r"[A-ZÄÖÜÉ][\w\-]+)?)?)"
)


@dataclass(frozen=True, slots=True)
class Header:
    """Title, employer and place as far as they are stated; `guessed` names those that rest on running text."""

    title: str | None
    company: str | None
    location: str | None
    guessed: tuple[str, ...]


def read_header(layout: Layout, description: str, *, masked: bool) -> Header:
    """Return title, company and location; where names are `masked` in the text, no company is guessed from it."""
    labelled = _labelled(layout.lines)
    head = _head(layout)
    guessed: list[str] = []
    title, company, location = labelled.get("title"), labelled.get("company"), labelled.get("location")
    first = next((index for index, line in enumerate(head) if _titled(line.text)), None)
    if first is not None:
        line = without_placeholders(head[first].text)
        below_company, below_location = _below(head[first + 1 : first + 4])
        company, location = company or below_company, location or below_location
        stated, other = _split(line, description, strong_only=company is not None)
        title = _labelled(head).get("title") or stated
        company = company or other
    if title is None:
        title = _opening(description)
        guessed += ["title"] if title else []
    elif company is None:
        title, company = _split(title, description, strong_only=False)
    if company is None and not masked:
        company = named_employer(layout, description)
        guessed += ["company"] if company else []
    if location is None:
        location = _place(head, description)
        guessed += ["location"] if location else []
    company = _clean_company(company)
    return Header(
        clean_title(_without_company(title or "", company)) or None, company, _clean_location(location), tuple(guessed)
    )


def _clean_company(company: str | None) -> str | None:
    return _ASIDE.sub("", company or "").strip(" .,:-–—|") or None


def _without_company(title: str, company: str | None) -> str:
    """Return `title` without the employer's name at either end."""
    if not company:
        return title
    for mark in _DASH.finditer(title):
        left, right = title[: mark.start()], title[mark.end() :]
        if right.casefold().startswith(company.casefold()) and has_job_word(left):
            return left
        if left.casefold() == company.casefold() and has_job_word(right):
            return right
    return title


def _clean_location(location: str | None) -> str | None:
    """Return `location` without "Remote -" or "/Hybrid" where a place is left, or a building before the place."""
    text = (location or "").strip(" -–—|,;/")
    for _ in range(2):
        shorter = _ARRANGEMENT.sub("", text).strip()
        if shorter and shorter != text and names_place(shorter) and not _ARRANGED.fullmatch(shorter):
            text = shorter
    for part in _BEFORE_PLACE.split(text)[1:]:
        if names_place(part):
            text = part
    return text or None


def _head(layout: Layout) -> list[Line]:
    if layout.first_heading == 0:
        return []
    lines = layout.lines[: min(layout.first_heading + 1, _LEADING_LINES)]
    return [line for index, line in enumerate(lines) if index not in layout.headings or index == 0]


def _below(lines: list[Line]) -> tuple[str | None, str | None]:
    """Return the company and the location among the lines under a title."""
    company: str | None = None
    location: str | None = None
    for line in lines:
        text = without_placeholders(line.text)
        if not text or _META.match(text) or _LABEL.match(text):
            continue
        if location is None and names_place(text):
            location = text
        elif company is None and location is None and not line.bullet and _names_company(text):
            company = text
    return company, location


def labelled_fields(lines: list[Line]) -> Iterator[tuple[str, str]]:
    """Yield the folded label and the value of "Label: value" lines, and of labels whose value is the next line."""
    for index, line in enumerate(lines):
        text = line.text
        if len(text) > _LONGEST_FIELD:
            continue
        label, colon, value = text.replace("：", ":").partition(":")
        if not colon or not 1 < len(label) <= _LONGEST_LABEL:
            continue
        value = value.strip()
        if not value and index + 1 < len(lines) and not lines[index + 1].bullet:
            value = lines[index + 1].text
        if value:
            yield fold_heading(label), value


def _labelled(lines: list[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for label, stated in labelled_fields(lines):
        name = _FIELD.get(label)
        value = without_placeholders(stated).strip() if name else ""
        if name is None or name in found or not any(c.isalpha() for c in value) or value[0] in "<[{":
            continue
        if not value.casefold().startswith(("not specified", "n/a", "tbd")) and _fits(name, value):
            found[name] = value
    return found


def _fits(name: str, value: str) -> bool:
    if name == "title":
        return reads_as_title(value)
    if name == "company":
        return len(value) < 60 and (not value.endswith(".") or value.count(" ") < 4)
    return len(value) < 140 and not _NEW_SENTENCE.search(value) and (value[0].isupper() or not value[0].isalpha())


def _titled(text: str) -> bool:
    text = without_placeholders(text)
    return reads_as_title(text) or (len(text) < 110 and reads_as_title(clean_title(text)))


def _split(text: str, description: str, *, strong_only: bool) -> tuple[str, str | None]:
    """Return the title and, where the line names it too, the employer."""
    marks = list((_STRONG if strong_only else _DASH).finditer(text))
    for mark in (marks[-1:] + marks[:1]) if marks else []:
        left, right = text[: mark.start()].strip(), text[mark.end() :].strip()
        strong = _STRONG.fullmatch(mark[0]) is not None
        for title, company, certain in ((left, right, strong), (right, left, False)):
            if not has_job_word(title) or has_job_word(company) or not company or names_place(company):
                continue
            if certain or (_names_company(company) and _recurs(company, description)):
                return title, company
    return text, None


def _names_company(text: str) -> bool:
    if not 1 < len(text) < 60 or text.count(" ") > 5 or text.endswith((".", ":", "!", "?", "…")):
        return False
    return not names_place(text) and not has_job_word(text) and fold_heading(text) not in heading_phrases()


def _recurs(name: str, description: str) -> bool:
    """Tell whether the text speaks of `name` as one speaks of an employer."""
    wanted = re.escape(name)
    spoken_of = rf"\b{wanted}(?:['’]s \w| (?:is|are|gives|offers|team|provides|has|will)\b)"
    speaks = rf"(?i)\b(?:at|about|join|bei) {wanted}(?!\w)|{spoken_of}"
    return re.search(speaks, description) is not None


def _opening(description: str) -> str | None:
    text = description[:_OPENING_CHARACTERS]
    for pattern in (_OPENING, _AS):
        for match in pattern.finditer(text):
            title = " ".join(match["title"].split())
            if reads_as_title(title) and not title.casefold().endswith(("engineers", "developers", "people")):
                return title.title() if title.islower() else title
    return None


def _place(head: list[Line], description: str) -> str | None:
    for line in head[:6]:
        text = without_placeholders(line.text)
        for part in (text, *_PARTS.split(text)):
            if names_place(part) and not has_job_word(part):
                return part
    for pattern in (_IN_PLACE, _ANY_IN):
        for match in pattern.finditer(description[:_OPENING_CHARACTERS]):
            place = match["place"].strip()
            if names_place(place):
                return place
    return None
