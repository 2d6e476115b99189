"""HTML as text that keeps what a reader sees: headings, list marks and paragraphs."""

import codecs
import html
import re

from charset_normalizer import from_bytes
from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.regex import regex

_SILENT = frozenset(
    "script style noscript template svg head iframe object canvas select button input textarea video audio".split()
)
_BLOCKS = frozenset(
    "p div section article header footer main aside nav ul ol table tr dl dt dd blockquote "
    "pre address figure figcaption form "
    "fieldset body details summary center".split()
)
_PARAGRAPHS = frozenset("p ul ol table dl blockquote pre section article".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BOLD = frozenset(("b", "strong"))
_SPACE = regex(r"[ \t\r\f\v\xa0]+")
_EMPTY_MARK = regex(r"(?m)^([-#])\n+(?=[^\n#-])")
_GAPS = regex(r"\n{3,}")
_ANY_TAG = regex(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_DEEPEST = 500
_SELF_CLOSING = frozenset(
    "area base br col embed hr img input link meta source track wbr param li p td th tr dt dd "
    "option thead tbody tfoot colgroup "
    "html head body path use circle rect line polygon g svg script style".split()
)
_MOST_NODES = 200_000
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HTTP = regex(r"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_TAG = regex(r"<(?:/?[a-zA-Z]|!--)")
_ESCAPED_TAG = regex(r"&(?:amp;)*lt;/?[a-zA-Z]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, content_type: str = "") -> str:
    """Return the text of a page: by byte order mark, HTTP charset, `meta`, strict UTF-8, then by its letters."""
    names = [name for bom, name in _BOMS if data.startswith(bom)]
    names += [match[1] for match in [_HTTP.search(content_type)] if match]
    names += [match[1].decode("ascii") for match in [_META.search(data[:4_096])] if match]
    for name in [*names, "utf-8"]:
        try:
            return data.decode("cp1252" if name.casefold() in {"iso-8859-1", "latin1", "latin-1"} else name)
        except (LookupError, UnicodeDecodeError):
            continue
    guess = from_bytes(data[:100_000]).best()
    return data.decode(guess.encoding if guess else "utf-8", "replace")


def nests_deeply(source: str) -> bool:
    """Tell whether elements stand in each other deeper than pages do: such a page takes a parser quadratic time."""
    depth = 0
    for tag in _ANY_TAG.finditer(source):
        if tag[2].lower() not in _SELF_CLOSING:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def text_of(fragment: str) -> str:
    """Return the text of an HTML fragment; also of one whose tags are escaped, and of plain text."""
    for _ in range(3):
        if _ESCAPED_TAG.search(fragment) and not _TAG.search(fragment):
            fragment = html.unescape(fragment)
    if not _TAG.search(fragment) or nests_deeply(fragment):
        return html.unescape(fragment).strip()
    body = LexborHTMLParser(fragment).body
    return text_of_node(body) if body is not None else ""


def text_of_node(node: LexborNode) -> str:
    """Return the text of `node` and all below it."""
    parts: list[str] = []
    walk(node, parts)
    lines = "\n".join(_SPACE.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return _GAPS.sub("\n\n", _EMPTY_MARK.sub(r"\1 ", lines)).strip()


def walk(node: LexborNode, parts: list[str]) -> None:
    """Append the text below `node` with its line breaks; deep and broken trees do not recurse."""
    waiting: list[LexborNode | str] = [node]
    left = _MOST_NODES
    while waiting and left:
        left -= 1
        current = waiting.pop()
        if isinstance(current, str):
            parts.append(current)
            continue
        tag = current.tag or ""
        if tag == "-text":
            parts.append((current.text_content or "").replace("\n", " "))
        elif tag == "br":
            parts.append("\n")
        elif tag not in _SILENT and not tag.startswith(("_", "-")) and not _hidden(current):
            before, after = _around(current, tag)
            parts.append(before)
            waiting.append(after)
            waiting.extend(reversed(list(current.iter(include_text=True))))


def _around(node: LexborNode, tag: str) -> tuple[str, str]:
    if tag in _HEADINGS:
        return "\n\n# ", "\n\n"
    if tag == "li":
        return "\n- ", ""
    if tag in _PARAGRAPHS:
        inside = node.parent is not None and node.parent.tag == "li"
        return ("", "\n") if inside else ("\n\n", "\n\n")
    if tag in _BLOCKS:
        return "\n", "\n"
    if tag in {"td", "th"}:
        return "", " | "
    if tag in _BOLD and _alone(node):
        return "\n\n**", "**\n"
    return "", ""


def _alone(node: LexborNode) -> bool:
    """Tell whether a bold run is all of its paragraph, as a heading in disguise is."""
    parent = node.parent
    if parent is None or parent.tag not in {"p", "div"}:
        return False
    text = node.text().strip()
    return 1 < len(text) < 80 and parent.text().strip() == text


def _hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "")
