"""Ways through the tree of WordprocessingML that skip what a reader does not see."""

from lxml import etree

from app.infrastructure.text_extraction.docx_styles import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORDS = (
    "del moveFrom delText instrText rPr pPr sectPr fldData rt tblPr tblGrid trPr tcPr sdtPr object tblPrEx sdtEndPr"
)
SKIPPED = {*(W + word for word in _WORDS.split()), _MC + "Fallback"}


def run_elements(run: etree._Element) -> list[etree._Element]:
    """The elements of a run in document order, without what lies under skipped elements or inside text boxes."""
    out: list[etree._Element] = []
    stack = list(reversed(run))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            continue
        out.append(element)
        if element.tag != W + "txbxContent":
            stack.extend(reversed(element))
    return out


def rows_of_table(table: etree._Element) -> list[etree._Element]:
    """Return the rows of a table, those of tables inside its cells not among them."""
    return _nested(table, W + "tr", stop={W + "tbl", W + "tc"})


def cells_of_row(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row."""
    return _nested(row, W + "tc", stop={W + "tbl"})


def _nested(parent: etree._Element, tag: str, stop: set[str]) -> list[etree._Element]:
    """Elements `tag` under content controls and revisions too, not those of inner tables."""
    out: list[etree._Element] = []
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag == tag:
            out.append(element)
        elif isinstance(element.tag, str) and element.tag not in stop and element.tag not in SKIPPED:
            stack.extend(reversed(element))
    return out
