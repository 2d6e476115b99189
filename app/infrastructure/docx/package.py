"""Opening and saving a DOCX: a lean start, and the same bytes for the same document."""

from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest time a ZIP entry can carry; the office file itself says the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)
SAVED_AT = datetime(2000, 1, 1)  # noqa: DTZ001 - core properties hold UTC without a zone

_KEPT_STYLES = frozenset({
    "Normal", "Title", "Title Char", "Heading 1", "Heading 1 Char", "Heading 2", "Heading 2 Char", "List Bullet",
    "Footer", "Footer Char", "Default Paragraph Font", "Normal Table", "No List",
})  # fmt: skip
# python-docx's template brings a picture of another page, its author's word processor and a second copy of all styles.
_DROPPED_PARTS = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")


def blank() -> Any:
    """Return an empty python-docx document with only the styles that JobWise uses."""
    from docx import Document  # noqa: PLC0415 - see styles.py

    return Document(BytesIO(_blank_bytes()))


def save(document: Any) -> bytes:
    """Return `document` (python-docx) as bytes with fixed entry times."""
    written = BytesIO()
    document.save(written)
    packed = BytesIO()
    with ZipFile(written) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()


@cache
def _blank_bytes() -> bytes:
    from docx import Document  # noqa: PLC0415

    document = Document()
    for style in list(document.styles):
        if style.name not in _KEPT_STYLES:
            style.element.getparent().remove(style.element)
    ids = {style.style_id for style in document.styles}
    for reference in document.part.numbering_part.element.xpath(".//w:pStyle"):
        if reference.val not in ids:
            reference.getparent().remove(reference)
    for part in (document.part.package, document.part):
        for key in [key for key, relation in part.rels.items() if relation.reltype.endswith(_DROPPED_PARTS)]:
            part.rels.pop(key)
    return save(document)
