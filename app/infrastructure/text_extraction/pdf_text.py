"""PDF: text in reading order with its sizes, links and attachments, through pdfium.

pdfium reads a page in a fifth of the time of pypdf and gives every glyph its place. pypdf opens what pdfium refuses.
"""

import ctypes
import io
import re
from dataclasses import replace

import pypdfium2 as wrapper
import pypdfium2.raw as pdfium

from app.domain.ports.text_extraction import FileDamagedError, FileEncryptedError, FileTooComplexError
from app.domain.regex import regex
from app.domain.text.source import Line, Link, SourceText
from app.infrastructure.text_extraction.cleaning import clean, line_of, tidy_gaps
from app.infrastructure.text_extraction.pdf_attachments import attached_europass
from app.infrastructure.text_extraction.pdf_bullets import mark_drawn_bullets
from app.infrastructure.text_extraction.pdf_encodings import glyph_names
from app.infrastructure.text_extraction.pdf_glyphs import GlyphReader
from app.infrastructure.text_extraction.pdf_layout import reading_order
from app.infrastructure.text_extraction.pdf_lines import drop_running_heads, join_hyphens, page_lines

MAX_PAGES = 30
_MAX_LINKS = 300
_MAX_CHARACTERS = 500_000
_FEW_LETTERS = 25  # fewer letters on all pages beside a picture are a scan with a stamp
_TYPESETTERS = regex(r"tex|typst|prince|indesign", re.IGNORECASE)
_URI = 3
_SEPARATORS = " |•·,;/"
_FREE_TEXT, _WIDGET = 3, 20


def read_pdf(data: bytes) -> SourceText:
    """Return the text of a PDF of at most 30 pages.

    Raises `FileEncryptedError`, `FileDamagedError`, `FileTooComplexError`.
    """
    try:
        document = wrapper.PdfDocument(data)
    except wrapper.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileEncryptedError from error
        return _read_with_pypdf(data)
    try:
        source = _read(document, data)
        profile = attached_europass(document)
        return replace(source, kind="europass", structured=profile) if profile else source
    finally:
        document.close()


def _read(document: wrapper.PdfDocument, data: bytes) -> SourceText:
    count = len(document)
    if count == 0:
        return _read_with_pypdf(data)
    glyphs = GlyphReader()
    pages: list[list[Line]] = []
    links: list[Link] = []
    warnings: list[str] = []
    total = unreadable = hidden = characters = 0
    pictures = named = False
    for index in range(min(count, MAX_PAGES)):
        try:
            page = document[index]
        except wrapper.PdfiumError:
            pages.append([])
            _add(warnings, "page_unreadable")
            continue
        textpage, page = _text_page(page, index, links)
        rotation = page.get_rotation() // 90
        box = page.get_bbox()
        found = glyphs.read(page.raw, textpage.raw, box[2] + box[0], box[3] + box[1], rotation)
        if found.unnamed and not named:
            named = True
            glyphs = GlyphReader(glyph_names(data))
            found = glyphs.read(page.raw, textpage.raw, box[2] + box[0], box[3] + box[1], rotation)
        if not rotation:
            mark_drawn_bullets(page.raw, found.fragments)
        pictures = pictures or (not found.glyphs and _draws(page))
        total, unreadable, hidden = total + found.glyphs, unreadable + found.unreadable, hidden + found.hidden
        width = (box[3] - box[1]) if rotation % 2 else (box[2] - box[0])
        lines = page_lines(reading_order(found.fragments, max(width, 1.0)), index + 1)
        characters += sum(len(line.text) for line in lines)
        pages.append(lines)
        textpage.close()
        page.close()
        if found.clipped or characters > _MAX_CHARACTERS:
            _add(warnings, "text_truncated")
            break
    if count > MAX_PAGES:
        _add(warnings, "pages_truncated")
    if unreadable > 0.005 * total:
        _add(warnings, "characters_missing")
    if hidden:
        _add(warnings, "hidden_text")
    lines = [line for page_of in drop_running_heads(pages) for line in [*page_of, Line("")]]
    text = "".join(line.text for line in lines)
    letters = sum(1 for character in text if character.isalpha())
    garbled = total > _FEW_LETTERS and (unreadable > 0.3 * total or letters < 0.35 * len(re.sub(r"[\s\d]", "", text)))
    if garbled:
        _add(warnings, "garbled_text")
    return SourceText(
        kind="pdf",
        lines=tidy_gaps(join_hyphens(lines, typeset=_typeset(document))),
        links=tuple(links),
        pages=count,
        needs_ocr=garbled or (letters < _FEW_LETTERS and pictures),
        warnings=tuple(warnings),
    )


def _add(warnings: list[str], warning: str) -> None:
    if warning not in warnings:
        warnings.append(warning)


def _typeset(document: wrapper.PdfDocument) -> bool:
    return any(_TYPESETTERS.search(document.get_metadata_value(key) or "") for key in ("Producer", "Creator"))


def _text_page(page: wrapper.PdfPage, index: int, links: list[Link]) -> tuple[wrapper.PdfTextPage, wrapper.PdfPage]:
    """Return the text of the page, the values of form fields and text notes included."""
    textpage = page.get_textpage()
    _links(page, textpage, links)
    if _annotation_kinds(page) & {_FREE_TEXT, _WIDGET}:
        # Flattening draws the fields into the page; pdfium sees the new content only when the page is loaded again.
        flat = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        if flat == pdfium.FLATTEN_SUCCESS:
            document = page.pdf
            textpage.close()
            page.close()
            page = document[index]
            textpage = page.get_textpage()
    return textpage, page


def _annotation_kinds(page: wrapper.PdfPage) -> set[int]:
    kinds: set[int] = set()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), 500)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            kinds.add(pdfium.FPDFAnnot_GetSubtype(annotation))
            pdfium.FPDFPage_CloseAnnot(annotation)
    return kinds


def _links(page: wrapper.PdfPage, textpage: wrapper.PdfTextPage, links: list[Link]) -> None:
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(links) < _MAX_LINKS and pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != _URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        if not 1 < size < 4_000:
            continue
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
        url = buffer.value.decode("utf-8", errors="replace").strip()
        text = ""
        if pdfium.FPDFLink_GetAnnotRect(link, rect):
            text = clean(textpage.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top).replace("\n", " "))
            text = text.strip(_SEPARATORS)
        found = Link(text, url)
        if url and found not in links:
            links.append(found)


def _draws(page: wrapper.PdfPage) -> bool:
    """Whether the page shows pictures or outlines, so that its text may be in them."""
    kinds = [
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, i))
        for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), 500))
    ]
    return (
        pdfium.FPDF_PAGEOBJ_IMAGE in kinds
        or pdfium.FPDF_PAGEOBJ_FORM in kinds
        or kinds.count(pdfium.FPDF_PAGEOBJ_PATH) > 50
    )


def _read_with_pypdf(data: bytes) -> SourceText:
    """Read what pdfium refuses: broken cross-references, missing page trees."""
    import pypdf  # noqa: PLC0415 - 0.6 s of import that only broken files cost
    from pypdf.errors import FileNotDecryptedError, LimitReachedError  # noqa: PLC0415

    lines: list[Line] = []
    with pypdf.apply_configuration(zlib_maximum_output_length=20_000_000, xform_maximum_invocations_per_extraction=100):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            count = len(reader.pages)
            for number, page in enumerate(reader.pages[:MAX_PAGES], 1):
                lines.extend(line_of(raw, page=number) for raw in page.extract_text().splitlines())
                lines.append(Line("", page=number))
        except FileNotDecryptedError as error:
            raise FileEncryptedError from error
        except LimitReachedError as error:
            raise FileTooComplexError from error
        except (RecursionError, MemoryError) as error:
            raise FileTooComplexError from error
        except Exception as error:
            raise FileDamagedError from error
    if not any(line.text for line in lines):
        raise FileDamagedError
    return SourceText(kind="pdf", lines=tidy_gaps(lines), pages=count, warnings=("damaged_file_repaired",))
