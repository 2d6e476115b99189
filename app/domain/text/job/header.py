"""The head of a posting: title, employer and place, from labels, the first lines, and what the text says of itself."""

import re
from dataclasses import dataclass

from app.domain.regex import regex
from app.domain.text.job.employer import LEGAL_FORM, ends_as_organization, named_employer
from app.domain.text.job.headings import fold_heading, heading_phrases
from app.domain.text.job.labels import ARRANGED, META, is_location_label, labelled_header
from app.domain.text.job.lines import Line
from app.domain.text.job.places import names_country, names_place
from app.domain.text.job.sections import Layout
from app.domain.text.job.titles import clean_title, has_job_word, names_trade, reads_as_title, without_placeholders
from app.domain.text.places import is_town

_LABEL = regex(r"[^:：]{2,30}[:：]\s*\S")
_STRONG = regex(r"\s*—\s*|\s+@\s*|\s+(?:at|bei|chez)\s+(?=[A-Z0-9])")
_DASH = regex(rf"{_STRONG.pattern}|\s+[-–|•·]\s+|:\s+|,\s+")
_ASIDE = regex(r"\s*\([^()]*\)$")
_DOTTED = regex(r"(?:^|\s)(?:[A-Za-z]\.){2,}$")
_PARTS = regex(r"\s+[-–—|•·]\s+|/")
_BEFORE_PLACE = regex(r"\s+[–—-]\s+")
_BEFORE_TAIL = regex(r",\s+|\s+[–—|•·-]\s+|\s+(?=\()")
_ARRANGEMENT = regex(
    r"^\s*(?:(?:100% |fully |partly )?(?:remote|hybrid|on-?site|virtual|home ?office)\s*(?:\(100% "
    r"remote\))?)\s*[-–—;,/|]\s*(?=\S)|"
    r"\s*[-–—;,/|(]\s*(?:100% |fully |partly )?(?:remote|hybrid|on-?site|virtual|home ?office)(?:\s*\(100% "
    r"remote\))?\)?\s*$",
    re.IGNORECASE,
)
_LEADING_LINES = 8
_OPENING_CHARACTERS = 6_000
_OPENING = regex(
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
_AS = regex(
    r"\b(?i:as an?|as our(?: next| new)?|as the|en qualité de|en tant que|als|in qualità di|como)\s+"
    r"(?P<title>[^\W\d_][\w/+#.&\- ]{3,50}?)(?=,| (?:at|for|with|you|within|on|in) )"
)
_IN_PLACE = regex(
    r"\b(?:based in|located in|office in|offices in|based out of|suchen wir in|Standort|am Standort|in unserem "
    r"Büro in|position is in)\s+"
    r"(?P<place>[A-ZÄÖÜ][\w.\-]+(?:[ ,]+[A-ZÄÖÜ][\w.\-]+){0,3})"
)
_TITLE_IN = regex(r"(?m)^(?P<title>[^\n.:;!?]{4,50}) (?:in|à|en|em) (?P<place>[A-ZÄÖÜÉ][\w\-]+(?: [A-Z][\w\-]+)?)$")
_BASED_IN = regex(
    r"\b(?i:based|located) in (?:the )?"
    r"(?P<place>(?:(?:north|south|east|west|central|greater|upstate)\w* )?[A-Z][\w .,'-]+)"
)
_LONGEST_PLACE = 100
_HOW_OFTEN = regex(
    r"\s*\([^()]*\b(?:remote|hybrid|on-?site|office|home ?office|büro|vor ort|télétravail|bureau|teletrabajo|oficina|"
    r"remoto|presencial|escritório|ufficio|kantoor|thuiswerk\w*)\b[^()]*\)$",
    re.IGNORECASE,
)
_ADDITION = regex(r"\s+[-–—|]\s+")
_ANY_IN = regex(
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
    labelled = labelled_header(layout.lines)
    head = _head(layout)
    guessed: list[str] = []
    title, company, location = labelled.get("title"), labelled.get("company"), labelled.get("location")
    first = next((index for index, line in enumerate(head) if _titled(line.text)), None)
    if first is not None:
        line = without_placeholders(head[first].text)
        below_company, below_location = _below(head[first + 1 : first + 4], description)
        company, location = company or below_company, location or below_location
        stated, other = _split(line, description, strong_only=company is not None)
        title = labelled_header(head).get("title") or stated
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
    title = _repeated(title, layout) or title
    location = _more_exact(layout, location or "") or location
    company = _clean_company(company)
    return Header(
        clean_title(_without_company(title or "", company)) or None, company, _clean_location(location), tuple(guessed)
    )


def _repeated(title: str | None, layout: Layout) -> str | None:
    """Return the front of `Analyst - Growth team` where a later line is just `Analyst`: the rest names a part."""
    mark = _ADDITION.search(title or "")
    if title is None or mark is None or not names_trade(title[: mark.start()]):
        return None
    front = title[: mark.start()].strip()
    return front if any(line.text.casefold() == front.casefold() for line in layout.lines[1:]) else None


def _clean_company(company: str | None) -> str | None:
    name = _ASIDE.sub("", company or "").strip(" ,:-–—|")
    # The full stop of "B.V." belongs to the name.
    return (name if _DOTTED.search(name) else name.strip(" .,:-–—|")) or None


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
        if shorter and shorter != text and names_place(shorter) and not ARRANGED.fullmatch(shorter):
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


def _below(lines: list[Line], description: str) -> tuple[str | None, str | None]:
    """Return the company and the location among the lines under a title."""
    company: str | None = None
    location: str | None = None
    for line in lines:
        text = without_placeholders(line.text)
        # "Rotterdam (hybrid, 2 days a week in the office)": how one works there is read from the whole text.
        text = _HOW_OFTEN.sub("", text) or text
        if not text or META.match(text) or _LABEL.match(text):
            continue
        name, place = _name_and_place(text) if company is None and location is None else ("", "")
        if location is None and names_place(text) and not _is_employer(name, description):
            location = text
        elif name and not line.bullet:
            company, location = name, place
        elif company is None and location is None and not line.bullet and _names_company(text):
            company = text
    return company, location


def _name_and_place(text: str) -> tuple[str, str]:
    """Split `Riverside Hospital, Sheffield` before the place that its tail is; both are empty where it is none."""
    for mark in _BEFORE_TAIL.finditer(text):
        name, place = text[: mark.start()].strip(), text[mark.end() :].strip(" ()")
        if LEGAL_FORM.fullmatch(place.partition(",")[0]):
            continue
        if (names_place(place) or is_town(place) or _town_and_region(place)) and _names_company(name):
            return name, place
    return "", ""


def _is_employer(name: str, description: str) -> bool:
    """`Riverside General Hospital` is no part of a town; nor is a name that the text speaks of as the employer."""
    return ends_as_organization(name) or (bool(name) and _recurs(name, description))


def _town_and_region(text: str) -> bool:
    town, comma, region = text.partition(",")
    return bool(comma) and is_town(town) and names_place(region.strip())


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
            if not names_trade(title) or has_job_word(company) or not company or names_place(company):
                continue
            if certain or (_names_company(company) and _recurs(company, description)):
                return title, company
    return text, None


def _names_company(text: str) -> bool:
    house = ends_as_organization(text)
    if not 1 < len(text) < 60 or text.count(" ") > 5 or (text.endswith((".", ":", "!", "?", "…")) and not house):
        return False
    return not names_place(text) and (house or not has_job_word(text)) and fold_heading(text) not in heading_phrases()


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
    return _titled_place(description)


def _titled_place(description: str) -> str | None:
    """Return the town of a short line such as "Engineering Managers in Leuven"."""
    for match in _TITLE_IN.finditer(description[:_OPENING_CHARACTERS]):
        if is_town(match["place"]) and has_job_word(match["title"]):
            return match["place"]
    return None


def _more_exact(layout: Layout, location: str) -> str | None:
    """Return the place that a line under the heading "Location" names, where elsewhere only a country is named."""
    if not names_country(location):
        return None
    for index, line in enumerate(layout.lines[:-1]):
        if index in layout.headings and is_location_label(line.text):
            stated = layout.lines[index + 1].text.rstrip(" .")
            match = _BASED_IN.search(stated)
            place = match["place"].strip() if match else stated
            if len(stated) < _LONGEST_PLACE and (names_place(place) or is_town(place)):
                return place
    return None
