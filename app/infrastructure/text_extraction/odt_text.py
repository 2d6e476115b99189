"""ODT (OpenDocument 1.3, part 3): paragraphs, headings, lists, tables and links of `content.xml`."""

from lxml import etree

from app.domain.ports.text_extraction import FileDamagedError, FileTooComplexError
from app.domain.text.source import Line, Link, SourceText
from app.infrastructure.text_extraction.cleaning import clean, join_spaced_letters, split_bullet, tidy_gaps
from app.infrastructure.text_extraction.docx_package import Package

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SKIPPED = {_TEXT + "tracked-changes", _TEXT + "note-citation", _OFFICE + "annotation", _TEXT + "sequence-decls"}
_MAX_DEPTH = 200
_MAX_LINES = 20_000


def read_odt(data: bytes) -> SourceText:
    """Return the text of an ODT: page headers, body, page footers. Raises what `read_docx` raises."""
    package = Package(data)
    if "content.xml" not in package:
        raise FileDamagedError
    root = package.xml("content.xml")
    walker = _Walker(_bold_styles(root))
    master = package.xml("styles.xml") if "styles.xml" in package else None
    if master is not None:
        walker.blocks_of(master, _STYLE + "header")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is not None:
        walker.blocks(body, 0)
    if master is not None:
        walker.blocks_of(master, _STYLE + "footer")
    return SourceText(kind="odt", lines=tidy_gaps(walker.lines), links=tuple(walker.links))


def _bold_styles(root: etree._Element) -> dict[str, tuple[bool, float]]:
    """Return (bold, size) of the document's own styles by name."""
    out: dict[str, tuple[bool, float]] = {}
    for style in root.iter(_STYLE + "style"):
        properties = style.find(_STYLE + "text-properties")
        if properties is None:
            continue
        size = str(properties.get(_FORMAT + "font-size", "")).removesuffix("pt")
        points = float(size) if size.replace(".", "", 1).isdigit() else 0.0
        out[style.get(_STYLE + "name", "")] = (properties.get(_FORMAT + "font-weight") == "bold", points)
    return out


class _Walker:
    def __init__(self, styles: dict[str, tuple[bool, float]]) -> None:
        self._styles = styles
        self.lines: list[Line] = []
        self.links: list[Link] = []

    def blocks_of(self, root: etree._Element, tag: str) -> None:
        for element in root.iter(tag):
            self.blocks(element, 0)
            self.lines.append(Line(""))
            return

    def blocks(self, parent: etree._Element, depth: int, *, bullet: bool = False) -> None:
        if depth > _MAX_DEPTH or len(self.lines) > _MAX_LINES:
            raise FileTooComplexError
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in {_TEXT + "p", _TEXT + "h"}:
                self._paragraph(element, bullet=bullet, heading=tag == _TEXT + "h")
                bullet = False
            elif tag == _TABLE + "table-row":
                self._row(element, depth)
            else:
                self.blocks(element, depth + 1, bullet=bullet or tag == _TEXT + "list-item")

    def _row(self, row: etree._Element, depth: int) -> None:
        outer, cells = self.lines, []
        for cell in row.iter(_TABLE + "table-cell"):
            self.lines = []
            self.blocks(cell, depth + 1)
            cells.append([line for line in self.lines if line.text])
        self.lines = outer
        filled = [cell for cell in cells if cell]
        if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
            first = filled[0][0]
            text = "\t".join(cell[0].text for cell in filled)
            self.lines.append(Line(text, size=first.size, bold=first.bold, bullet=first.bullet))
            return
        for cell in filled:
            self.lines.extend(cell)

    def _paragraph(self, element: etree._Element, *, bullet: bool, heading: bool) -> None:
        parts: list[str] = []
        strong = [0, 0]
        own_bold, size = self._styles.get(element.get(_TEXT + "style-name", ""), (False, 0.0))
        self._inline(element, parts, strong, bold=own_bold, depth=0)
        for place, raw in enumerate("".join(parts).split("\n")):
            text, marked = split_bullet(join_spaced_letters(raw))
            self.lines.append(
                Line(
                    text,
                    size=size,
                    bold=bool(text) and strong[0] * 2 > strong[1],
                    bullet=bool(text) and (marked or (bullet and place == 0)),
                    heading=bool(text) and heading,
                )
            )

    def _inline(self, element: etree._Element, parts: list[str], strong: list[int], *, bold: bool, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise FileTooComplexError
        self._say(element.text, parts, strong, bold=bold)
        for child in element:
            tag = child.tag
            if tag == _TEXT + "tab":
                parts.append("\t")
            elif tag == _TEXT + "line-break":
                parts.append("\n")
            elif tag == _TEXT + "s":
                parts.append(" ")
            elif isinstance(tag, str) and tag not in _SKIPPED:
                before = len(parts)
                inner = bold or self._styles.get(child.get(_TEXT + "style-name", ""), (False, 0.0))[0]
                self._inline(child, parts, strong, bold=inner, depth=depth + 1)
                if tag == _TEXT + "a" and child.get(_HREF):
                    self.links.append(Link(clean("".join(parts[before:])), child.get(_HREF, "")))
            self._say(child.tail, parts, strong, bold=bold)

    @staticmethod
    def _say(text: str | None, parts: list[str], strong: list[int], *, bold: bool) -> None:
        if text:
            parts.append(text.replace("\n", " "))
            count = len(text.strip())
            strong[0] += count if bold else 0
            strong[1] += count
