"""Characters made plain: what every reader does to the text of a line before it hands the line on."""

import re
import unicodedata

from app.domain.regex import regex
from app.domain.text.source import Line

# Marks that nobody writes at the start of a sentence: typographic bullets, arrows and squares, and the private-use code
# points that Symbol and Wingdings bullets extract as (Word writes U+F0B7, U+F0A7, U+F0D8 …).
BULLETS = (
    "•‣⁃∙●○◦◉◎◘◙▪▫■□▶▷►▸▹▻➤➢➣➔➜➝➞→⇒❖◆◇♦⬥⯁✓✔✗✘✦✧★☆⁌⁍⦿⦾❍❑❒❏❐◾◽⬛⬜⚫⚪🔹🔸∗⋆✱"
    "\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf0fc\uf06c\uf06e\uf071\uf0f0\uf02d\uf0e0\uf0de"
)
_BULLET = regex(rf"^\s*(?:[{re.escape(BULLETS)}]+\s*|[·ㆍ・‧]\s*(?=\S)|(?:[-–—*+oO¨§Ø]|\(cid:\d+\))\s+(?=\S))")
_WEAK_BULLET = regex(r"^\s*(?:[oO¨§Ø]|\+)\s")
_ANSI = regex(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
# Zero-width and bidirectional controls never carry words; ZWNJ and ZWJ do in Persian, Indic scripts and emoji.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0x061C, 0x180E, 0xFFFC]
)
_CONTROLS = {code: None for code in [*range(0x20), 0x7F, *range(0x80, 0xA0)] if code != 0x09}
_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x2028: " ", 0x2029: " "}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_DROP_AND_MAP: dict[int, str | None] = {**_INVISIBLE, **_CONTROLS, **_SPACES, **_HYPHENS, **_LIGATURES}
_NOT_A_CHARACTER = regex(r"[\ud800-\udfff\ufffe\uffff\U0001fffe\U0001ffff]")
_PRIVATE = regex(r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_JOINERS = regex(r"(?<![^\x00-\u036f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u036f])")
_COMPATIBLE = regex(r"[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff9f\u2100-\u2101\u2105-\u2106\U0001d400-\U0001d7ff]")
_RUNS = regex(r" {2,}")
_TABS = regex(r" *\t[ \t]*")
_SINGLE_LETTERS = regex(r"^\w(?: \w)+$")


def clean(text: str) -> str:
    """Return `text` in NFC without control, invisible and private-use characters; runs of spaces become one.

    A tab stays: it tells a wide gap inside the line (columns, a date set to the right).
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_DROP_AND_MAP))
        text = _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        text = _PRIVATE.sub(" ", _NOT_A_CHARACTER.sub("", _JOINERS.sub("", text)))
    elif "\x1b" in text or not text.isprintable():
        text = _ANSI.sub("", text).translate(_DROP_AND_MAP)
    return _TABS.sub("\t", _RUNS.sub(" ", text)).strip()


def strip_ansi(text: str) -> str:
    """Return `text` without terminal escape sequences."""
    return _ANSI.sub("", text) if "\x1b" in text else text


def split_bullet(raw: str, *, weak: bool = False) -> tuple[str, bool]:
    """Return the cleaned text behind a list mark and whether there was one.

    Letters used as marks (`o`, `§`, `Ø` of symbol fonts) count only when `weak` is set.
    """
    found = _BULLET.match(raw)
    if found and (weak or not _WEAK_BULLET.match(raw)):
        rest = clean(raw[found.end() :])
        return rest, True
    return clean(raw), False


def line_of(raw: str, *, size: float = 0.0, bold: bool = False, page: int = 1, heading: bool = False) -> Line:
    """Return `raw` as a clean line, its list mark told apart."""
    text, bullet = split_bullet(raw)
    return Line(text, size=size, bold=bold, page=page, bullet=bullet and bool(text), heading=heading)


def join_spaced_letters(text: str) -> str:
    """Return `text` with letter-spaced words put together: `J O H N\tD O E` and `J O H N  D O E` become `JOHN DOE`.

    A wider gap (two spaces or a tab) parts words. Text of fewer than four letters stays as it is.
    """
    words = re.split(r"\t+| {2,}", text.strip())
    letters = sum(len(word.replace(" ", "")) for word in words)
    if letters < 4 or not all(_SINGLE_LETTERS.match(word) or len(word) == 1 for word in words):
        return text
    return " ".join(word.replace(" ", "") for word in words)


def tidy_gaps(lines: list[Line]) -> tuple[Line, ...]:
    """Return `lines` without gaps at either end and without two gaps in a row."""
    out: list[Line] = []
    for line in lines:
        if line.text or (out and out[-1].text):
            out.append(line)
    while out and not out[-1].text:
        out.pop()
    return tuple(out)
