"""Check a letter's recipient and subject: an employer or a title there is the posting's or the candidate's own.

Whom somebody writes to is theirs to say: a person, a department or an address is never turned away.
"""

import re
from collections.abc import Iterator

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.common_words import COMMON_STEMS, STEM
from app.domain.text.document import CheckedField, Content, Reason
from app.domain.text.job.employer import LEGAL_FORM, ends_as_organization
from app.domain.text.posting import Posting
from app.domain.text.resume.folding import fold
from app.domain.text.resume.vocabulary.organizations import ORGANIZATION_WORDS
from app.domain.text.resume.vocabulary.patterns import NOT_NAMES
from app.domain.text.resume.vocabulary.titles import TITLE_HEADS

_WORD = regex(r"[^\W_](?:[^\W_]|[+#&'’.-](?=\w))*[+#]*")
_PART = regex(r"[^,;|\n]+")
_ADDRESSED = frozenset(
    "dr dame doctor familie fr frau herr herrn hr hrn ing m madame mme monsieur mr mrs ms mx prof professor professora "
    "senor senora sir sr sra sra. srta dona dom".split()
)
_OFFICE = frozenset(
    "abteilung acquisition bewerbermanagement careers committee department departement desk dept division hiring hr "
    "human karriere manager management office people personal personalabteilung personnel personalwesen recruiter "
    "recruiting recruitment resources rh talent team recursos humanos ressources humaines seleccion selection".split()
)
# Ranks that make another title of the same one; words that are titles and much else.
_RANKS = frozenset("senior junior lead chief principal head vice deputy president director staff executive".split())
_PLAIN = frozenset("model host server commercial personal deputy student graduate employee test".split())
_GENERIC = frozenset(
    "application position role job vacancy opening reference ref req id no number your advertisement posting "
    "bewerbung stelle stellenanzeige referenz kennziffer candidature poste offre solicitud puesto oferta candidatura "
    "vaga the a an my our this immediate full part".split()
)
_BEFORE_NAME = regex(r"([^\W\d_][\w'’-]*)\.?(?:[ \t]+[^\W\d_]\.)?[ \t]+$")
_NO_FIRST_NAME = NOT_NAMES | TITLE_HEADS | ORGANIZATION_WORDS | _RANKS | _OFFICE
_AT = regex(r"(?:^|[\s(])(?:at|with|for|to|bei|beim|chez|@)\s+(?:the\s+|der\s+)?$", re.IGNORECASE)


def check_letter_head(content: Content, career: Career, posting: Posting | None) -> Iterator[CheckedField]:
    """Yield the verdict on recipient and subject of a letter; without its posting nobody can tell."""
    if content.document_type != "cover_letter" or posting is None:
        return
    if content.recipient and posting.company:
        yield _judged("recipient", "employer", _foreign_employers(content.recipient, career, posting), posting.company)
    if content.subject:
        yield from _subject(content, career, posting)


def _foreign_employers(text: str, career: Career, posting: Posting) -> list[tuple[int, int]]:
    parts = [(match.start(), match.end(), match.group().strip()) for match in _PART.finditer(text)]
    known = [_name(posting.company or ""), *(_name(job.company) for job in career.experiences if job.company)]
    if any(_same(_name(part), name) for *_, part in parts for name in known):
        return []
    return [
        (start + len(text[start:end]) - len(text[start:end].lstrip()), end)
        for start, end, part in parts
        if _is_employer(part, alone=len(parts) == 1) and not _is_person_of(posting, part)
    ]


def _is_employer(part: str, *, alone: bool) -> bool:
    words = _words(part)
    if not words or set(words) & (_ADDRESSED | _OFFICE):
        return False
    return ends_as_organization(part) or (alone and len(words) == 1 and part[:1].isupper())


def _is_person_of(posting: Posting, name: str) -> bool:
    """Tell whether the posting names somebody whose last name this is.

    An employer stands alone somewhere ("at Globex"); a last name follows a first name or a form of address each time.
    """
    text = posting.description
    found = list(re.finditer(rf"(?<![\w.@&-]){re.escape(name)}(?![\w@&-])", text))
    return bool(found) and all(
        _ends_in_first_name(text[: match.start()]) and not _begins_as_organization(text[match.end() :])
        for match in found
    )


def _ends_in_first_name(text: str) -> bool:
    before = _BEFORE_NAME.search(text[-60:])
    if before is None:
        return False
    word, said = before[1], fold(before[1])
    if said in _ADDRESSED:
        return True
    return word[0].isupper() and said[:STEM] not in COMMON_STEMS and said not in _NO_FIRST_NAME


def _begins_as_organization(text: str) -> bool:
    word = _WORD.match(text[1:]) if text[:1] == " " else None
    return word is not None and (bool(LEGAL_FORM.fullmatch(word.group())) or fold(word.group()) in ORGANIZATION_WORDS)


def _subject(content: Content, career: Career, posting: Posting) -> Iterator[CheckedField]:
    text = content.subject
    own = [career.headline, career.full_name, content.header.full_name, content.recipient]
    own += [part for job in career.experiences for part in (job.title, job.company)]
    own += [part for one in career.education for part in (one.degree, one.field_of_study, one.institution)]
    theirs = [posting.title or "", posting.company or "", posting.location or ""]
    known = {word for one in (*theirs, *own) if one for word in _words(one)} | _GENERIC
    titles: list[tuple[int, int]] = []
    employers: list[tuple[int, int]] = []
    tokens = list(_WORD.finditer(text))
    for at, token in enumerate(tokens):
        said = fold(token.group())
        if said in known:
            continue
        ends = tokens[at + 1 :]
        names_one = bool(ends) and fold(ends[0].group()) in TITLE_HEADS and token.group()[:1].isupper() and at > 0
        if said in _RANKS or names_one or (said in TITLE_HEADS and said not in _PLAIN):
            titles.append(token.span())
        elif token.group()[:1].isupper() and posting.company and _AT.search(text[: token.start()]):
            employers.append(token.span())
    if titles or not employers:
        yield _judged("subject", "title", titles, posting.title or "")
    else:
        yield _judged("subject", "employer", employers, posting.company or "")


def _judged(path: str, kind: str, spans: list[tuple[int, int]], fact: str) -> CheckedField:
    if not spans:
        return CheckedField(path, "grounded")
    what = "a title" if kind == "title" else "an employer"
    named = f": the posting has “{fact}”" if fact else ""
    message = f"This names {what} that is neither the posting's nor yours{named}"
    return CheckedField(path, "ungrounded", [Reason(kind, span, message) for span in spans[:1]])


def _words(text: str) -> list[str]:
    return [fold(match.group()) for match in _WORD.finditer(text)]


def _name(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if not LEGAL_FORM.fullmatch(word))


def _same(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether both name one employer: all words of the shorter name stand in the longer."""
    return bool(first and second) and (first <= second or second <= first)
