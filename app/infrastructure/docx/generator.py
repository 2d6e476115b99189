"""`IDOCXGenerator` with python-docx."""

import asyncio
import unicodedata
from collections.abc import Sequence
from typing import Any

from app.domain.ports.docx import IDOCXGenerator
from app.domain.text.document import Content
from app.domain.text.render.printed import Anchor, Entry, HeadLine, Part, Printed, printed
from app.domain.text.render.rendered import PageSize, RenderedDocument
from app.domain.text.render.templates import Look, template_of
from app.domain.text.render.words import language_tag
from app.infrastructure.docx.package import SAVED_AT, blank, save
from app.infrastructure.docx.styles import AFTER_DIRECTION, CONTACT_STYLE, ITEM_STYLE, ROLE_STYLE, prepare

_SEPARATOR = "  ·  "
_ONE_COLUMN = "The Word version has one column, so that it stays easy to edit and to read by machine"


class PythonDocxGenerator(IDOCXGenerator):
    """Writes with the styles of a template; side columns become part of the one column."""

    async def render(self, content: Content, *, template: str, page_size: PageSize = "a4") -> RenderedDocument:
        """Return the DOCX of `content`."""
        return await asyncio.to_thread(render_docx, content, template, page_size)


def render_docx(content: Content, template: str, page_size: PageSize = "a4") -> RenderedDocument:
    """Return the DOCX of `content`; blocking, see `IDOCXGenerator.render`."""
    chosen = template_of(template)
    document = printed(content, chosen.look.arrangement)
    file = blank()
    width = prepare(file, chosen.look, page_size, language_tag(content.language))
    _properties(file, content, document)
    writer = _Writer(file, chosen.look, width)
    writer.header(document)
    if content.document_type == "cover_letter":
        writer.letter(document)
    else:
        for part in document.parts:
            writer.part(part)
    if chosen.look.page_numbers:
        writer.page_numbers(document.name)
    return RenderedDocument(save(file), 0, (_ONE_COLUMN,) if chosen.columns > 1 else ())


def _properties(file: Any, content: Content, document: Printed) -> None:
    kind = "Cover letter" if content.document_type == "cover_letter" else "Resume"
    core = file.core_properties
    # The format allows 255 characters in each of these.
    core.title = f"{document.name} – {kind}"[:255] if document.name else kind
    core.author = core.last_modified_by = document.name[:255]
    core.subject = (document.subject or document.headline)[:255]
    core.language = language_tag(content.language)
    core.comments, core.keywords, core.revision = "", "", 1
    core.created = core.modified = SAVED_AT


class _Writer:
    """Puts printed words into paragraphs."""

    def __init__(self, file: Any, look: Look, width: float) -> None:
        self._file, self._look, self._width = file, look, width
        self._style_ids = {style.name: style.style_id for style in file.styles}

    def header(self, document: Printed) -> None:
        if document.name:
            self.paragraph(document.name, "Title")
        if document.headline:
            self.paragraph(document.headline, ROLE_STYLE)
        if document.contact:
            paragraph = self.paragraph("", CONTACT_STYLE)
            for index, anchor in enumerate(document.contact):
                if index:
                    paragraph.add_run(_SEPARATOR)
                self._anchor(paragraph, anchor)
            _set_direction(paragraph, document.contact[0].text)

    def letter(self, document: Printed) -> None:
        block = self._look.body * 1.9
        if document.date:
            self.paragraph(document.date, "Normal", before=block)
        for index, line in enumerate(document.recipient):
            self.paragraph(line, "Normal", before=block if index == 0 else 0)
        if document.subject:
            self.paragraph(document.subject, "Normal", before=block).runs[0].bold = True
        first = True
        for part in document.parts:
            if part.kind != "letter":
                self.part(part)
                continue
            for entry in part.entries:
                for index, text in enumerate(entry.texts):
                    gap = self._look.body * 0.75 if index == 0 else 0
                    self.paragraph(text, "Normal", before=block if first else gap)
                    first = False
        if document.closing_name:
            self.paragraph(document.closing_name, "Normal", before=block)

    def part(self, part: Part) -> None:
        if part.title:
            self.paragraph(part.title, "Heading 1")
        for index, entry in enumerate(part.entries):
            self.entry(entry, first=index == 0)

    def entry(self, entry: Entry, *, first: bool) -> None:
        for line in entry.head:
            self._head_line(line, first=first and line.leading)
        if entry.link:
            paragraph = self.paragraph("", CONTACT_STYLE, before=0)
            self._anchor(paragraph, entry.link)
            paragraph.paragraph_format.keep_with_next = bool(entry.texts)
        if entry.form == "row":
            paragraph = self.paragraph("", "Normal", before=self._look.bullet_gap)
            if entry.label:
                paragraph.add_run(f"{entry.label} ").bold = True
            paragraph.add_run(entry.row)
            _set_direction(paragraph, entry.label or entry.row)
            return
        style = "List Bullet" if entry.form == "bullets" else "Normal"
        for text in entry.texts:
            self.paragraph(text, style)

    def page_numbers(self, name: str) -> None:
        """Put the name and the page number at the foot of every page but the first."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
        from docx.oxml import OxmlElement  # noqa: PLC0415
        from docx.oxml.ns import qn  # noqa: PLC0415

        section = self._file.sections[0]
        section.different_first_page_header_footer = True
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        foot.add_run(f"{name} · " if name else "")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        field.append(foot.add_run("2")._r)  # noqa: SLF001 - word processors replace it by the page's own number
        foot._p.append(field)  # noqa: SLF001

    def paragraph(self, text: str, style: str, *, before: float | None = None) -> Any:
        from docx.shared import Pt  # noqa: PLC0415

        paragraph = self._file.add_paragraph(text)
        # Assigning `paragraph.style` searches all styles twice; that was half of the time of a document.
        paragraph._p.style = self._style_ids[style]  # noqa: SLF001
        if before is not None:
            paragraph.paragraph_format.space_before = Pt(before)
        _set_direction(paragraph, text)
        return paragraph

    def _head_line(self, line: HeadLine, *, first: bool) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
        from docx.shared import Pt, RGBColor  # noqa: PLC0415

        paragraph = self.paragraph(line.text, "Heading 2" if line.leading else ITEM_STYLE, before=0 if first else None)
        paragraph.paragraph_format.keep_with_next = True
        if line.aside:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(self._width), WD_TAB_ALIGNMENT.RIGHT)
            run = paragraph.add_run(f"\t{line.aside}")
            run.bold = run.italic = False
            run.font.size, run.font.color.rgb = Pt(self._look.contact), RGBColor.from_string(self._look.muted)

    def _anchor(self, paragraph: Any, anchor: Anchor) -> None:
        if not anchor.href:
            paragraph.add_run(anchor.text)
            return
        from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
        from docx.oxml import OxmlElement  # noqa: PLC0415
        from docx.oxml.ns import qn  # noqa: PLC0415
        from docx.shared import RGBColor  # noqa: PLC0415

        run = paragraph.add_run(anchor.text)
        run.font.color.rgb = RGBColor.from_string(self._look.accent)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(anchor.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(run._r)  # noqa: SLF001 - python-docx has no way to make a hyperlink
        paragraph._p.append(link)  # noqa: SLF001


def _set_direction(paragraph: Any, text: str) -> None:
    """Make a paragraph whose first letter is written from right to left run that way."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    if _direction(text) not in ("R", "AL"):
        return
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_DIRECTION)
    for run in paragraph.runs:
        run.font.rtl = True


def _direction(text: Sequence[str]) -> str:
    return next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
