"""HTML pasted or saved as a resume."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.regex import regex
from app.domain.text.source import Line, Link, SourceText
from app.infrastructure.text_extraction.cleaning import clean, split_bullet, tidy_gaps
from app.infrastructure.text_extraction.plain import MAX_CHARACTERS, MAX_LINES, decode

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_DROPPED = "script, style, noscript, template, svg, head, iframe, object, canvas, select, button"
_BLOCKS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li", "table", "tr"),
    *("dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "address", "figure", "figcaption"),
    *("form", "fieldset", "hr", "body"),
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BOLD = {"b", "strong", "th"}
_SPACE = regex(r"\s+")
_MAX_NODES = 300_000


class _Gatherer:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self._text: list[str] = []
        self._bold = 0
        self._letters = 0
        self._bullet = False
        self._heading = False

    def text(self, text: str, *, bold: bool) -> None:
        self._text.append(_SPACE.sub(" ", text))
        count = len(text.strip())
        self._letters += count
        self._bold += count if bold else 0

    def mark(self, *, bullet: bool = False, heading: bool = False) -> None:
        self._bullet, self._heading = self._bullet or bullet, self._heading or heading

    def tab(self) -> None:
        if "".join(self._text).strip():
            self._text.append("\t")

    def end(self) -> None:
        """End the line."""
        text, marked = split_bullet("".join(self._text))
        if text:
            self.lines.append(
                Line(
                    text,
                    bold=self._bold * 2 > self._letters,
                    bullet=self._bullet or marked,
                    heading=self._heading,
                )
            )
            self._bullet = self._heading = False
        self._text, self._bold, self._letters = [], 0, 0

    def block(self) -> None:
        self.end()
        self._bullet = self._heading = False


def html_lines(html: str) -> tuple[list[Line], list[Link]]:
    """Return the visible lines and the links of a page. Nothing is fetched, scripts are dropped."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_DROPPED):
        node.decompose()
    gatherer = _Gatherer()
    root = tree.body or tree.root
    if root is None:
        return [], []
    _walk(root, gatherer)
    gatherer.block()
    return gatherer.lines, gatherer.links


def _walk(root: LexborNode, gatherer: _Gatherer) -> None:
    """Visit the nodes in document order without recursion: nesting of untrusted pages has no bound."""
    stack: list[tuple[LexborNode, bool, bool]] = [(root, False, False)]
    visited = 0
    while stack and visited < _MAX_NODES and len(gatherer.lines) < MAX_LINES:
        node, bold, leaving = stack.pop()
        tag = node.tag or ""
        if leaving:
            _leave(node, tag, gatherer)
            continue
        visited += 1
        if tag == "-text":
            gatherer.text(node.text_content or "", bold=bold)
            continue
        if tag.startswith(("-", "_", "!")) and tag != "-undef":
            continue
        _enter(tag, gatherer)
        bold = bold or tag in _BOLD
        stack.append((node, bold, True))
        child = node.last_child
        while child is not None:
            stack.append((child, bold, False))
            child = child.prev


def _enter(tag: str, gatherer: _Gatherer) -> None:
    if tag in {"td", "th"}:
        gatherer.tab()
    elif tag == "br":
        gatherer.end()
    elif tag in _BLOCKS:
        gatherer.block()
        gatherer.mark(bullet=tag == "li", heading=tag in _HEADINGS)


def _leave(node: LexborNode, tag: str, gatherer: _Gatherer) -> None:
    if tag == "a":
        target = (node.attributes.get("href") or "").strip()
        if target.lower().startswith(("http://", "https://", "mailto:", "tel:")):
            gatherer.links.append(Link(clean(node.text(deep=True)), target[:2_000]))
    elif tag in _BLOCKS:
        gatherer.block()


def read_html(data: bytes) -> SourceText:
    """Return the text of a saved or pasted page."""
    declared = _META_CHARSET.search(data[:4_096])
    text = ""
    if declared:
        try:
            text = data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = ""
    lines, links = html_lines((text or decode(data))[: 4 * MAX_CHARACTERS])
    return SourceText(kind="html", lines=tidy_gaps(lines), links=tuple(links))
