"""The paragraphs of a DOCX in reading order, with size, weight, list marks, headings and links."""

from dataclasses import dataclass, field

from lxml import etree

from app.domain.ports.text_extraction import FileTooComplexError
from app.domain.regex import regex
from app.domain.text.source import Line, Link
from app.infrastructure.text_extraction.cleaning import clean, join_spaced_letters, split_bullet
from app.infrastructure.text_extraction.docx_package import Package, parse_xml
from app.infrastructure.text_extraction.docx_styles import (
    R,
    Styles,
    W,
    as_transitional,
    number,
    numbering_of,
    on,
    read_relations,
)
from app.infrastructure.text_extraction.docx_tree import SKIPPED, cells_of_row, rows_of_table, run_elements
from app.infrastructure.text_extraction.html_text import html_lines

_FIELD_LINK = regex(r'HYPERLINK\s+"([^"]{1,2000})"')
_MAX_DEPTH = 200
MAX_LINES = 20_000
_HEADING_STYLES = ("heading", "title", "subtitle", "section")


@dataclass(slots=True)
class _Run:
    text: str
    size: float | None
    bold: bool


@dataclass(slots=True)
class _Paragraph:
    runs: list[_Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    fields: list[tuple[str, int]] = field(default_factory=list)


class DocumentWalker:
    """Walks one document and gathers its lines."""

    def __init__(self, package: Package, styles: Styles, numbering: dict[tuple[str, int], str]) -> None:
        self._package = package
        self._styles = styles
        self._numbering = numbering
        self._relations: dict[str, tuple[str, str, bool]] = {}
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.notes: list[tuple[str, str]] = []

    def part(self, name: str) -> None:
        """Append the lines of one part."""
        self._relations = read_relations(self._package, name)
        self._blocks(parse_xml(as_transitional(self._package.read(name))), 0)

    def note(self, root: etree._Element, note_id: str) -> None:
        """Append the lines of one foot or end note."""
        for element in root:
            if isinstance(element.tag, str) and element.get(W + "id") == note_id:
                self._blocks(element, 0)

    def _blocks(self, parent: etree._Element, depth: int) -> None:
        if depth > _MAX_DEPTH or len(self.lines) > MAX_LINES:
            raise FileTooComplexError
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if tag == W + "p":
                self._paragraph(element, depth)
            elif tag == W + "tbl":
                self._table(element, depth + 1)
            elif tag == W + "altChunk":
                self._chunk(element.get(R + "id", ""))
            else:
                self._blocks(element, depth + 1)

    def _table(self, table: etree._Element, depth: int) -> None:
        """Rows of one-line cells read as one line; a cell of many paragraphs is a block of its own."""
        self._gap()
        for row in rows_of_table(table):
            cells: list[list[Line]] = []
            for cell in cells_of_row(row):
                outer, self.lines = self.lines, []
                self._blocks(cell, depth + 1)
                cells.append([line for line in self.lines if line.text])
                self.lines = outer
            filled = [cell for cell in cells if cell]
            if (
                len(filled) > 1
                and all(len(cell) == 1 for cell in filled)
                and not any(cell[0].bullet for cell in filled[1:])
            ):
                first = filled[0][0]
                self.lines.append(
                    Line(
                        "\t".join(cell[0].text for cell in filled),
                        size=max(cell[0].size for cell in filled),
                        bold=all(cell[0].bold for cell in filled),
                        bullet=first.bullet,
                        heading=first.heading and len(filled) == 1,
                    )
                )
                continue
            for cell in filled:
                self.lines.extend(cell)
                if len(cell) > 1 and len(filled) > 1:
                    self._gap()
        self._gap()

    def _gap(self) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(Line(""))

    def _chunk(self, relation: str) -> None:
        _, target, external = self._relations.get(relation, ("", "", True))
        if (
            external
            or target not in self._package
            or not target.lower().endswith((".html", ".htm", ".xhtml", ".mht", ".txt"))
        ):
            return
        lines, links = html_lines(self._package.read(target).decode("utf-8", errors="replace"))
        self.lines.extend(lines)
        self.links.extend(links)

    def _paragraph(self, element: etree._Element, depth: int) -> None:
        properties = element.find(W + "pPr")
        style_id = self._styles.default_paragraph
        if properties is not None and (named := properties.find(W + "pStyle")) is not None:
            style_id = named.get(W + "val", "")
        chain = self._styles.chain(style_id)
        size = next((style.size for style in chain if style.size), self._styles.default_size)
        bold = next((style.bold for style in chain if style.bold is not None), False)
        found = _Paragraph()
        self._runs(element, found, size, bold, depth)
        outline = properties.find(W + "outlineLvl") if properties is not None else None
        level = (
            number(outline.get(W + "val"))
            if outline is not None
            else next((s.outline for s in chain if s.outline is not None), None)
        )
        heading = (level is not None and level < 9) or any(s.name.startswith(_HEADING_STYLES) for s in chain[:1])
        marked = self._is_list(numbering_of(properties) or next((s.numbering for s in chain if s.numbering), None))
        marked = marked or any(style.name.startswith("list bullet") for style in chain[:1])
        self._emit(found.runs, heading=heading, bullet=marked)
        for box in found.boxes:
            self._blocks(box, depth + 1)

    def _is_list(self, numbering: tuple[str, int] | None) -> bool:
        if numbering is None or numbering[0] in {"", "0"}:
            return False
        return self._numbering.get(numbering, "bullet") not in {"none", ""}

    def _runs(self, parent: etree._Element, found: _Paragraph, size: float | None, bold: bool, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise FileTooComplexError
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in SKIPPED:
                continue
            if tag == W + "r":
                self._run(element, found, size, bold, depth)
            elif tag == W + "hyperlink":
                before = len(found.runs)
                self._runs(element, found, size, bold, depth + 1)
                _, target, external = self._relations.get(element.get(R + "id", ""), ("", "", False))
                if external and target:
                    self.links.append(Link(clean("".join(run.text for run in found.runs[before:])), target))
            elif tag == W + "txbxContent":
                found.boxes.append(element)
            else:
                self._runs(element, found, size, bold, depth + 1)

    def _run(self, element: etree._Element, found: _Paragraph, size: float | None, bold: bool, depth: int) -> None:
        properties = element.find(W + "rPr")
        if on(properties, "vanish"):
            return
        if properties is not None:
            named = properties.find(W + "rStyle")
            chain = self._styles.chain(named.get(W + "val", "")) if named is not None else []
            size = next((style.size for style in chain if style.size), size)
            bold = next((style.bold for style in chain if style.bold is not None), bold)
            own = properties.find(W + "sz")
            size = (number(own.get(W + "val")) or 22.0) / 2 if own is not None else size
            direct = on(properties, "b")
            bold = bold if direct is None else direct
        for child in element:
            if child.tag in {W + "instrText", W + "fldChar"}:
                self._field(child, found)
        text = "".join(self._piece(child, found) for child in run_elements(element))
        if properties is not None and on(properties, "caps"):
            text = text.upper()
        if text:
            found.runs.append(_Run(text, size, bold))

    def _field(self, child: etree._Element, found: _Paragraph) -> None:
        """Follow a `HYPERLINK` field: its address stands in the instruction, its words until the field's end."""
        address = _FIELD_LINK.search(child.text or "")
        if address:
            found.fields.append((address[1], len(found.runs)))
        elif child.get(W + "fldCharType") == "end" and found.fields:
            url, start = found.fields.pop()
            self.links.append(Link(clean("".join(run.text for run in found.runs[start:])), url))

    def _piece(self, child: etree._Element, found: _Paragraph) -> str:
        tag = child.tag
        if tag == W + "t":
            return child.text or ""
        if tag in {W + "tab", W + "ptab"}:
            return "\t"
        if tag in {W + "br", W + "cr"}:
            return "\n"
        if tag == W + "noBreakHyphen":
            return "-"
        if tag == W + "sym":
            return "•" if not found.runs else " "
        if tag == W + "txbxContent":
            found.boxes.append(child)
        elif tag in {W + "footnoteReference", W + "endnoteReference"}:
            self.notes.append((tag[len(W) : -len("Reference")], child.get(W + "id", "")))
        return ""

    def _emit(self, runs: list[_Run], *, heading: bool, bullet: bool) -> None:
        rows: list[list[_Run]] = [[]]
        for run in runs:
            pieces = run.text.replace("\r", "\n").split("\n")
            for place, piece in enumerate(pieces):
                if place:
                    rows.append([])
                rows[-1].append(_Run(piece, run.size, run.bold))
        for place, row in enumerate(rows):
            raw = join_spaced_letters("".join(run.text for run in row))
            text, marked = split_bullet(raw)
            letters = sum(len(run.text.strip()) for run in row)
            strong = sum(len(run.text.strip()) for run in row if run.bold)
            size = max((run.size or 0.0 for run in row if run.text.strip()), default=0.0)
            self.lines.append(
                Line(
                    text,
                    size=size,
                    bold=bool(text) and strong * 2 > letters,
                    bullet=bool(text) and (marked or (bullet and place == 0)),
                    heading=bool(text) and heading,
                )
            )
