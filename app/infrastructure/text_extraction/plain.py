"""Text files of any encoding, and Markdown."""

import codecs
import re
from collections import Counter

import charset_normalizer

from app.domain.errors import UnsupportedMediaTypeError
from app.domain.regex import regex
from app.domain.text.source import Line, Link, SourceKind, SourceText
from app.infrastructure.text_extraction.cleaning import clean, join_spaced_letters, split_bullet, strip_ansi, tidy_gaps

MAX_CHARACTERS = 1_000_000  # some 400 pages; what lies behind is cut with a warning
MAX_LINES = 20_000
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_NEWLINES = regex(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff9f]")
_HEADING = regex(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = regex(r"^ {0,3}(?:={3,}|-{3,})\s*$")
_RULE = regex(r"^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|[=~]{3,})$")
_LINK = regex(
    r"!?\[([^\]\[\n]{0,300})\]"
    r"\(\s*<?([^()\s<>]{1,1000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,200})?)>?(?:\s+\"[^\"\n]{0,200}\")?\s*\)"
)
_AUTO_LINK = regex(r"<((?:https?://|mailto:)[^\s<>]{1,1000})>")
_EMPHASIS = regex(r"(\*\*\*|___|\*\*|__|\*|_|~~|`)(?=\S)([^\n*_`~]{1,500}?)(?<=\S)\1(?!\w)")
_MARKED_WHOLE = regex(r"^(?:\*\*|__)[^*_]{1,200}(?:\*\*|__):?$")
_LIST = regex(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+(?=\S)")
_ESCAPE = regex(r"\\([!-/:-@\[-`{-~])")


def decode(data: bytes) -> str:
    """Return `data` as text. Raises `UnsupportedMediaTypeError` for bytes that are no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom) and (encoding != "utf-16-le" or not data.startswith(codecs.BOM_UTF32_LE)):
            return data[len(bom) :].decode(encoding, errors="replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    _refuse_binary(data)
    data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error):
            return data.decode("utf-8", errors="replace").replace("\ufffd", "")
    return _decode_legacy(data)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 and UTF-32 without a mark: Latin text has its NUL bytes at one place of every unit."""
    sample = data[:4_096]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    if zeros[1] > 0.9 and zeros[2] > 0.9 and zeros[3] > 0.9 and zeros[0] < 0.3:
        return "utf-32-le"
    if zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[2] > 0.9 and zeros[3] < 0.3:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    if even > 0.4 and odd < 0.1:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:65_536]
    strange = sum(sample.count(byte) for byte in range(32) if byte not in (0, 7, 8, 9, 10, 11, 12, 13, 26, 27))
    if strange > len(sample) * 0.02 or sample.count(0) > len(sample) * 0.2:
        raise UnsupportedMediaTypeError(
            "This is not a text file; upload a PDF, DOCX, TXT, Markdown or JSON Resume file"
        )


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """A few broken bytes in a UTF-8 file: more right sequences of two and more bytes than wrong ones."""
    good = data[: error.start].decode("utf-8") if error.start else ""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    right = sum(1 for character in (good + text[:200_000]) if character > "\x7f" and character != "\ufffd")
    return right > 2 * bad


def _decode_legacy(data: bytes) -> str:
    """Western single-byte text reads as cp1252 unless another encoding gives a clearly different script."""
    high = sum(1 for byte in data[:65_536] if byte >= 0x80)
    if high > len(data[:65_536]) * 0.1:
        for encoding in ("cp932", "euc_jp", "gb18030", "euc_kr", "big5"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(_CJK.findall(text[:4_000])) > 0.25 * len(text[:4_000].replace(" ", "")):
                return text
        best = charset_normalizer.from_bytes(data[:65_536]).best()
        if best is not None and best.encoding not in {"ascii", "utf_8"}:
            return data.decode(best.encoding, errors="replace")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def read_text(data: bytes, kind: SourceKind = "txt") -> SourceText:
    """Return the lines of a text or Markdown file."""
    text = strip_ansi(decode(data))
    warnings: tuple[str, ...] = ()
    if len(text) > MAX_CHARACTERS:
        text, warnings = text[:MAX_CHARACTERS], ("text_truncated",)
    raw = _NEWLINES.split(text, maxsplit=MAX_LINES)
    if len(raw) > MAX_LINES:
        raw, warnings = raw[:MAX_LINES], ("text_truncated",)
    links: list[Link] = []
    lines = _markdown_lines(raw, links) if kind == "markdown" else [_plain_line(line) for line in raw]
    return SourceText(kind=kind, lines=tidy_gaps(lines), links=tuple(links), warnings=warnings)


def _plain_line(raw: str) -> Line:
    if len(raw) < 200:
        raw = join_spaced_letters(raw)
        if _RULE.match(raw):
            return Line("")
    text, bullet = split_bullet(_widen_gaps(raw))
    return Line(text, bullet=bullet and bool(text))


def _widen_gaps(raw: str) -> str:
    """Two or more spaces inside a line set columns apart, as a tab does."""
    body = raw.lstrip(" ")
    return re.sub(r"(?<=\S) {3,}(?=\S)", "\t", body) if "   " in body else raw


def _markdown_lines(raw: list[str], links: list[Link]) -> list[Line]:
    lines: list[Line] = []
    deepest = _section_depth(raw)
    for line in raw:
        if _UNDERLINE.match(line) and lines and lines[-1].text and not lines[-1].bullet and "=" in line + "=":
            if "=" in line or (len(lines[-1].text) < 60 and not lines[-1].heading):
                lines[-1] = Line(lines[-1].text, bold=lines[-1].bold, heading=True)
            continue
        lines.append(_markdown_line(line, links, deepest))
    return lines


def _section_depth(raw: list[str]) -> int:
    """Return how deep the headings are that part the text: the least depth that occurs twice. Others name entries."""
    depths = Counter(len(found[1]) for line in raw if (found := _HEADING.match(line)))
    return min((depth for depth, count in depths.items() if count > 1), default=6)


def _markdown_line(raw: str, links: list[Link], deepest: int) -> Line:
    if _RULE.match(raw) or raw.lstrip().startswith("```"):
        return Line("")
    raw = raw.lstrip("> ") if raw.startswith(">") else raw
    heading = _HEADING.match(raw)
    body = heading[2] if heading else raw
    bullet = bool(_LIST.match(body)) and not heading
    body = _LIST.sub("", body) if bullet else body
    names_entry = bool(heading and len(heading[1]) > deepest)
    bold = names_entry or bool(_MARKED_WHOLE.match(body.strip()))
    if body.lstrip().startswith("|"):
        if set(body) <= set("|-: \t"):
            return Line("")
        body = "\t".join(cell.strip() for cell in body.strip().strip("|").split("|"))
    text = clean(_inline(body, links))
    return Line(text, bold=bold, bullet=bullet and bool(text), heading=bool(heading) and not names_entry and bool(text))


def _inline(text: str, links: list[Link]) -> str:
    def linked(found: re.Match[str]) -> str:
        if found[0].startswith("!"):
            return found[1]
        links.append(Link(clean(found[1]), found[2]))
        return found[1]

    if "](" in text:
        text = _LINK.sub(linked, text)
    text = _AUTO_LINK.sub(r"\1", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text)
