"""The text of a posting as clean lines and sentences whose offsets point into the cleaned description."""

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from app.domain.regex import regex

MAX_CHARACTERS = 120_000
"""Longer texts are cut here: the longest real posting seen is a tenth of it."""

_SENTENCE_CAP = 1_500
_SPACES = dict.fromkeys(
    map(ord, "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_DROPPED = dict.fromkeys(
    [
        *(
            *range(9),
            *range(14, 28),
            31,
            *range(127, 133),
            *range(134, 160),
            0xAD,
            0x200B,
            0x200C,
            0x200D,
            0x2060,
            0xFEFF,
        ),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080), *range(0xFE00, 0xFE10)),
    ]
)
_CLEAN = {**_SPACES, **_BREAKS, **_DROPPED}
_UNCLEAN = {chr(code): sign or "" for code, sign in _CLEAN.items()}

_BULLET = regex(r"(?:[-–—*+•●○◦▪▫■□◆◇►▶➤➢‣⁃∙·✓✔✅☑→»]|o(?= {2})|\(?\d{1,2}[.)](?=\s))\s*(?=\S)")
_MARKDOWN_HEADING = regex(r"#{1,6}\s+(?=\S)")
_RULE = regex(r"[-–—_=*~#\s]{3,}")
_EMPHASIS = regex(r"\*\*|__(?=\S)|(?<=\S)__")
_LINK = regex(r"\[([^\[\]\n]{1,200})\]\((?:https?://|mailto:|/)[^()\s]{0,500}\)")
_ESCAPE = regex(r"\\([-\\`*_{}\[\]()#+.!&<>~|])")
_TAGS = regex(r"<(?:p|br|li|ul|ol|div|h[1-6]|strong|span)\b[^<>]{0,300}/?>", re.IGNORECASE)
_ENTITY = regex(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")

_END = regex(r"[.!?;。！？；][)\"'”’»]{0,2}\s+|\s[•●▪◦‣·|]\s+")
_ABBREVIATION = regex(
    r"(?:\b(?:e\.g|i\.e|z\.b|d\.h|u\.a|o\.ä|bzw|ca|inkl|incl|excl|evtl|ggf|vgl|etc|approx|min|mind|max|vs|no|nr|"
    r"dr|mr|mrs|ms|st|sr|jr|"
    r"inc|ltd|co|corp|dept|est|p\.a|bijv|o\.a|p\.ex|ej|es|resp|zzgl|gem|abt|tel|u\.s|ph\.d|b\.s|m\.s|u\.k)|"
    r"\b[a-z]|\(?\b\d{1,2})\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without list mark or markup: characters `start` to `end` of the description are `text`."""

    text: str
    start: int
    end: int
    bullet: bool = False
    emphasized: bool = False
    gap: bool = False
    """An empty line or a rule stood before it."""


def read_lines(text: str) -> tuple[str, list[Line], bool]:
    """Return the cleaned description, its lines, and whether the text had to be cut."""
    cut = len(text) > MAX_CHARACTERS
    text = text[:MAX_CHARACTERS]
    if _TAGS.search(text):
        text = _without_tags(text)
    elif _ENTITY.search(text):
        text = html.unescape(text)
    # Replacing the few signs that are there takes a quarter of the time of `translate` over a text with any sign.
    for sign in _UNCLEAN.keys() & set(text):
        text = text.replace(sign, _UNCLEAN[sign])
    parts: list[str] = []
    lines: list[Line] = []
    size, gap = 0, False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not stripped or _RULE.fullmatch(stripped):
            gap = True
            continue
        content, bullet, emphasized = _unmarked(stripped)
        if not content:
            gap = True
            continue
        prefix = ("\n\n" if gap else "\n") if parts else ""
        mark = "- " if bullet else ""
        start = size + len(prefix) + len(mark)
        parts.append(prefix + mark + content)
        size = start + len(content)
        lines.append(Line(content, start, size, bullet, emphasized, gap or not lines))
        gap = False
    return "".join(parts), lines, cut


def _unmarked(line: str) -> tuple[str, bool, bool]:
    bullet = emphasized = False
    heading = _MARKDOWN_HEADING.match(line)
    if heading:
        line, emphasized = line[heading.end() :].rstrip("# "), True
    else:
        mark = _BULLET.match(line) if not line.startswith(("**", "__")) else None
        if mark and (mark[0][-1].isspace() or line[0] not in "-–—*+o" or line[1:2] == "*"):
            line, bullet = line[mark.end() :], True
    if line.startswith(("**", "__")) and line.rstrip(": ").endswith(("**", "__")) and len(line) < 120:
        emphasized = True
    if "**" in line or "__" in line:
        line = _EMPHASIS.sub("", line)
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    return " ".join(line.split()), bullet, emphasized


def sentences(line: Line) -> list[tuple[int, int]]:
    """Return the start and end offsets, in the description, of the sentences of `line`."""
    text, found, begin = line.text, [], 0
    for match in _END.finditer(text):
        cut = match.start() + 1 if not text[match.start()].isspace() else match.start()
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(begin, cut - 8), cut):
            continue
        found.append((begin, len(text[:cut].rstrip()) if text[cut - 1].isspace() else cut))
        begin = match.end()
    found.append((begin, len(text)))
    return [
        (line.start + piece, line.start + min(piece + _SENTENCE_CAP, end))
        for start, end in found
        if start < end
        for piece in range(start, end, _SENTENCE_CAP)
    ]


def _without_tags(text: str) -> str:
    reader = _TagReader()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


class _TagReader(HTMLParser):
    """Keeps the words of pasted HTML, with its paragraphs and list marks."""

    _BLOCKS = frozenset("p br div ul ol tr table section article h1 h2 h3 h4 h5 h6".split())
    _SILENT = frozenset(("script", "style", "template"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent += 1
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.parts.append("\n\n# ")
        elif tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in self._BLOCKS:
            self.parts.append("\n\n" if tag == "p" or tag[0] == "h" else "\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)
