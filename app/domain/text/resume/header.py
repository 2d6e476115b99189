"""Read who the resume is about: name, headline, place and addresses."""

import re
from dataclasses import dataclass, field

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.resume.contact import Found, link_of, strip_label, take_contacts
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.names import labelled_name, name_score, tidy_name
from app.domain.text.resume.parts import title_strength
from app.domain.text.resume.places import city_of, cut_place, is_street, place_score
from app.domain.text.resume.rows import Row, balanced
from app.domain.text.resume.wrapping import continues, is_prose, join_wrapped
from app.domain.text.source import Link

_NO_PROFILE = regex(
    r"(?:maps\.|(?:www\.)?google\.\w+/maps|goo\.gl/maps)|(?:linkedin\.com|github\.com|itch\.io|twitter\.com|x\.com|medium\.com|facebook\.com)$"
)
_PHONE_LABEL = regex(r"\b(?:tel|phone|mobile?|cell|handy|telefon|telefono|téléphone|móvil)\b", re.IGNORECASE)
_SPLIT = regex(r"\s*\x00[\s\x00]*|\s*[|•·●∙‧▪◆]\s*|\s+[–—]\s+|\s{2,}|\s*;\s*|\s+,\s+|\t")


@dataclass(slots=True)
class Header:
    """What the header gave. `rest` are its lines that belong to no field."""

    confidence: dict[str, float] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    text: str
    row: Row
    index: int
    before_name: bool = False


def read_header(
    career: Career, header: list[Row], contact: list[Row], everywhere: list[Row], links: tuple[Link, ...]
) -> Header:
    """Fill the contact fields of `career` from the header rows, the contact section, and at last the whole document."""
    result = Header()
    found = Found()
    pieces = _pieces(header, found, 0)
    side = _pieces(contact, found, len(header))
    if not found.emails or not found.phones:
        _look_everywhere(everywhere, found)
    _add_hyperlinks(links, [*header, *contact], found)
    _put_addresses(career, found, result)
    used = _put_name(career, pieces, side, everywhere, found, result)
    used |= _put_location(career, [*pieces, *side], used, result)
    _put_headline(career, pieces, used, result)
    _put_rest(pieces, side, used, result)
    return result


def _pieces(rows: list[Row], found: Found, start: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    for index, row in enumerate(rows, start):
        for cell in row.cells:
            before = len(found.emails) + len(found.phones) + len(found.links)
            text = take_contacts(cell, found)
            had = len(found.emails) + len(found.phones) + len(found.links) > before
            for raw in _SPLIT.split(text) if had or not is_prose(cell) else [cell]:
                piece = balanced(strip_label(raw.replace("\x00", " ").strip()).strip(" ,|:/-–—"))
                if len(piece) > 1 and not re.fullmatch(
                    r"[\W\d]{1,3}|(?:e-?mail|phone|tel|mobile|linkedin|github|website|homepage|in|address|cell)\W*",
                    piece,
                    re.IGNORECASE,
                ):
                    pieces.append(_Piece(piece, row, index))
    return pieces


def _look_everywhere(rows: list[Row], found: Found) -> None:
    for row in rows:
        if "@" in row.text or "+" in row.text or "(" in row.text or "Tel" in row.text or "Phone" in row.text:
            extra = Found()
            take_contacts(row.text, extra, bare_links=False)
            found.emails.extend(extra.emails if not found.emails else [])
            if not found.phones and len(row.text) < 120 and ("+" in row.text or _PHONE_LABEL.search(row.text)):
                found.phones.extend(extra.phones)


def _add_hyperlinks(links: tuple[Link, ...], rows: list[Row], found: Found) -> None:
    known_words = {
        piece.strip(" ()").lower() for row in rows for cell in row.cells for piece in (cell, *_SPLIT.split(cell))
    }
    for link in links:
        address, words = link.url.strip(), link.text.strip().lower()
        lowered = address.lower()
        if lowered.startswith("mailto:"):
            take_contacts(address[7:].split("?")[0], found)
        elif lowered.startswith("tel:") and not found.phones:
            take_contacts(address[4:], found)
        elif lowered.startswith(("http://", "https://")) and (words in known_words or "linkedin.com/in" in lowered):
            known = [_bare(one) for one in found.links]
            if _bare(address) not in known:
                found.links = [one for one in found.links if _bare(one) != words]
                found.links.append(address)


def _bare(link: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).rstrip("/")


def _put_addresses(career: Career, found: Found, result: Header) -> None:
    career.email, career.phone = found.first_email(), found.first_phone()
    career.linkedin = link_of(found.links, "linkedin.com")
    career.github = link_of(found.links, "github.com")
    others = [link for link in found.links if link not in {career.linkedin, career.github}]
    social = (
        "twitter.com",
        "x.com",
        "facebook.com",
        "instagram.com",
        "youtube.com",
        "gitlab.com",
        "stackoverflow.com",
        "medium.com",
        "itch.io",
        "leetcode.com",
        "kaggle.com",
        "linkedin.com",
        "github.com",
    )
    others = [link for link in others if not _NO_PROFILE.match(_bare(link))]
    own = [link for link in others if not any(_bare(link).partition("/")[0].endswith(host) for host in social)]
    career.website = own[0] if own else ""
    found.links = list({_bare(link): link for link in reversed(found.links)}.values())[::-1]
    result.links = [link for link in found.links if not _NO_PROFILE.match(_bare(link))]
    extra = [link for link in others if link != career.website]
    if extra:
        career.custom_fields["links"] = extra
    for name, value in (
        ("email", career.email),
        ("phone", career.phone),
        ("linkedin", career.linkedin),
        ("github", career.github),
    ):
        if value:
            result.confidence[name] = 0.95
    if career.website:
        result.confidence["website"] = 0.8


def _put_name(
    career: Career, pieces: list[_Piece], side: list[_Piece], everywhere: list[Row], found: Found, result: Header
) -> set[int]:
    best: tuple[float, int] | None = None
    everything = [*pieces, *side]
    largest = max((piece.row.size for piece in everything), default=0.0)
    for number, piece in enumerate(everything[:40]):
        score = name_score(piece.text, number, piece.row.size, largest, found) - piece.index * 0.1
        if number >= len(pieces):
            score -= 1.5
        if score > 0 and (best is None or score > best[0]):
            best = (score, number)
    if best is None or best[0] < 1.5:
        if name := labelled_name(everywhere):
            career.full_name, result.confidence["full_name"] = name, 0.7
        return set()
    used = _whole_name(everything, best[1])
    career.full_name = tidy_name(" ".join(everything[number].text for number in used))
    result.confidence["full_name"] = min(0.99, 0.45 + best[0] / 12)
    return set(used)


def _whole_name(pieces: list[_Piece], number: int) -> list[int]:
    """A name may be set as two words, one below the other, in type that nothing else has."""
    piece = pieces[number]
    if len(piece.text.split()) > 1 or number + 1 >= len(pieces):
        return [number]
    below = pieces[number + 1]
    alike = below.row.size == piece.row.size > 0 and below.index == piece.index + 1 and len(below.text.split()) == 1
    return [number, number + 1] if alike and name_score(below.text, 0, 1.0, 1.0, Found()) > 0 else [number]


def _put_location(career: Career, pieces: list[_Piece], used: set[int], result: Header) -> set[int]:
    for floor in (0.8, 0.5):
        for number, piece in enumerate(pieces):
            if (
                number in used
                or is_prose(piece.text)
                or (find_dates(piece.text) and not any(map(str.isalpha, piece.text)))
            ):
                continue
            text = _joined_address(pieces, number)
            address = city_of(text)
            fallback = floor < 0.8 and is_street(text) and "," in text and title_strength(text) < 1.5
            score = place_score(address)
            sure = score >= floor or (score >= 0.5 and address != text)
            if sure or (fallback and max(map(len, address.split()), default=0) > 3):
                career.location = balanced(address.strip(" .,"))
                result.confidence["location"] = 0.9 if floor == 0.8 else 0.6
                result.rest.extend([text] if address != text else [])
                return {number, number + 1} if text != piece.text else {number}
            rest, place = cut_place(piece.text)
            if place and floor == 0.8 and is_street(rest):
                career.location = place
                result.rest.append(piece.text)
                return {number}
    return set()


def _joined_address(pieces: list[_Piece], number: int) -> str:
    """An address that breaks over two rows of a narrow column."""
    text = pieces[number].text
    below = pieces[number + 1] if number + 1 < len(pieces) else None
    if below is None or below.index != pieces[number].index + 1:
        return text
    if re.fullmatch(r"[\d\s-]{4,10}", below.text) or (is_street(text) and place_score(below.text) >= 0.8):
        return f"{text}, {below.text}"
    return text


def _put_headline(career: Career, pieces: list[_Piece], used: set[int], result: Header) -> None:
    name_rows = {pieces[number].index for number in used if number < len(pieces)}
    for number, piece in enumerate(pieces):
        if number in used or len(piece.row.text) > 130:
            continue
        near = not name_rows or abs(piece.index - min(name_rows)) <= 2
        whole = [other for other in range(len(pieces)) if pieces[other].index == piece.index and other not in used]
        text = piece.row.text if len(whole) > 1 and not name_rows & {piece.index} else piece.text
        if (
            near
            and title_strength(piece.text) >= 1.0
            and not is_prose(piece.text)
            and "@" not in text
            and not piece.text.endswith(".")
        ):
            career.headline = text if not any(character.isdigit() for character in text) else piece.text
            result.confidence["headline"] = 0.8
            used.update(whole if text == piece.row.text else [number])
            return


def _put_rest(pieces: list[_Piece], side: list[_Piece], used: set[int], result: Header) -> None:
    above: Row | None = None
    for number, piece in enumerate([*pieces, *side]):
        if number in used:
            continue
        if number < len(pieces) and (
            is_prose(piece.text) or (above is not None and result.paragraphs and continues(above, piece.row, 80))
        ):
            if above is not None and result.paragraphs and continues(above, piece.row, 80):
                result.paragraphs[-1] = join_wrapped(result.paragraphs[-1], piece.text)
            else:
                result.paragraphs.append(piece.text)
            above = piece.row
        else:
            result.rest.append(piece.text)
            above = None
