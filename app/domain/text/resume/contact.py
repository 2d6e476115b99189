"""Find a person's addresses on the net and in the world: e-mail, telephone, links."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.regex import regex
from app.domain.text.resume.dates import find_dates
from app.domain.text.resume.vocabulary.patterns import CONTACT_LABEL, PROFILE_HANDLE

_EMAIL = regex(r"[A-Za-z0-9][\w.+%-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,5}")
_SPACED_EMAIL = regex(
    r"([\w.+%-]{1,64}) ?(?:\(at\)|\[at\]|\{at\}|@) ?([\w-]{1,62}(?:(?:\.| ?(?:\(dot\)|\[dot\]) ?)[\w-]{1,62}){1,4})"
)
_DOT = regex(r" ?[(\[]dot[)\]] ?")
_PHONE = regex(r"(?<![\w/.@=-])(?:\+|\(\+|00)?\(?\d[\d\s().*/\u2010-\u2015-]{5,24}[\d*](?![\w@])")
_TLD = (
    "com|org|net|io|dev|me|co|edu|gov|info|app|ai|tech|xyz|games|design|page|site|online|blog|cloud|eu|uk|us|ca|de|fr|es|pt|it|nl|be|ch|at"
    "|se|no|dk|fi|pl|cz|ru|ua|tr|in|cn|jp|kr|au|nz|br|mx|ar|cl|sg|hk|il|ie|tv|gg|so|sh|studio|art|black|example|work|works|world|link|bio|name|pro|codes"
)
_EXPLICIT = regex(r"(?:https?://|www\.)[^\s<>\"'()|\[\]{}\u2022]{3,300}", re.IGNORECASE)
_BARE = regex(
    rf"(?<![@\w./-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?:{_TLD})(?![\w.@-])(?:/[^\s<>\"'()|\[\]{{}},;\u2022]{{0,200}})?",
    re.IGNORECASE,
)
_HANDLE_HOME = {
    "linkedin": "linkedin.com/in/",
    "github": "github.com/",
    "gitlab": "gitlab.com/",
    "twitter": "twitter.com/",
    "medium": "medium.com/@",
    "leetcode": "leetcode.com/",
    "kaggle": "kaggle.com/",
    "dribbble": "dribbble.com/",
    "behance": "behance.net/",
}
_EXTENSION = regex(r"\s*(?:ext|x|extension|durchwahl)\.?\s*\d{1,6}", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """Contact data in order of appearance, and the text of each line that is left without it."""

    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def first_email(self) -> str:
        """Return the first e-mail address, or nothing."""
        return self.emails[0] if self.emails else ""

    def first_phone(self) -> str:
        """Return the first telephone number, or nothing."""
        return self.phones[0] if self.phones else ""


def take_contacts(text: str, found: Found, *, bare_links: bool = True) -> str:
    """Move the addresses, numbers and links of `text` into `found`; return what is left, each marked by a NUL."""
    text = _take_emails(text.replace("mailto:", ""), found)
    text = _take_links(text, found, bare=bare_links)
    return _take_phones(text, found)


def _take_emails(text: str, found: Found) -> str:
    if "@" not in text and "at)" not in text and "at]" not in text:
        return text
    for pattern in (_EMAIL, _SPACED_EMAIL):
        matches = list(pattern.finditer(text))
        for match in reversed(matches):
            text = text[: match.start()] + " \x00 " + text[match.end() :]
        for match in matches:
            address = match[0] if pattern is _EMAIL else f"{match[1]}@{_DOT.sub('.', match[2])}"
            _add(found.emails, address.strip(".").replace(" ", ""))
    return text


def _take_links(text: str, found: Found, *, bare: bool) -> str:
    if "." in text:
        for pattern in (_EXPLICIT, _BARE) if bare else (_EXPLICIT,):
            for match in pattern.finditer(text):
                _insert(found.links, match[0].rstrip(".,;:"))
            text = pattern.sub(" \x00 ", text)
    if bare:
        profiles: list[str] = []
        for match in reversed(list(PROFILE_HANDLE.finditer(text))):
            home = _HANDLE_HOME[match[1].lower()]
            handle = match[2].lstrip("@/").removeprefix("in/")
            if handle and ("@" in match[2] or "/" in match[2] or ":" in match[0]):
                text = text[: match.start()] + " \x00 " + text[match.end() :]
                profiles.append(home + handle)
        for link in reversed(profiles):
            _insert(found.links, link)
    return text


def _insert(links: list[str], link: str) -> None:
    if link.lower() not in {known.lower() for known in links}:
        links.append(link)


def _take_phones(text: str, found: Found) -> str:
    numbers: list[str] = []
    for match in reversed([match for match in _PHONE.finditer(text) if _is_phone(match[0], text)]):
        number = match[0].strip(" .-/")
        stop = match.end()
        if extension := _EXTENSION.match(text, stop):
            stop = extension.end()
            number += extension[0]
        text = text[: match.start()] + " \x00 " + text[stop:]
        numbers.append(number)
    found.phones.extend(number for number in dict.fromkeys(reversed(numbers)) if number not in found.phones)
    return text


def _is_phone(number: str, text: str) -> bool:
    digits = sum(character.isdigit() for character in number)
    stars = number.count("*")
    if not 7 <= digits + stars <= 16 or (digits < 4):
        return False
    if digits < 9 and not re.search(r"[+()-]|tel|phone|mobil|\d{3}[ .]\d", number + text, re.IGNORECASE):
        return False
    dates = find_dates(number)
    if any(span.ranged for span in dates):
        return False
    return (
        not dates or number.lstrip().startswith(("+", "(")) or (digits > 8 and not dates[0].ranged and len(number) > 11)
    )


def _add(values: list[str], value: str) -> None:
    if value and value.lower() not in {known.lower() for known in values}:
        values.append(value)


def strip_label(text: str) -> str:
    """Return `text` without a contact label (`Phone:`) at its front."""
    return CONTACT_LABEL.sub("", text)


def link_of(links: Iterable[str], host: str) -> str:
    """Return the first of `links` on `host` (any subdomain) that leads to a page of it, or nothing."""
    for link in links:
        address = re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower())
        name, _, path = address.partition("/")
        if (name == host or name.endswith("." + host)) and path.strip("/"):
            return link
    return ""
