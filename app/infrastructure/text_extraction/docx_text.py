"""DOCX (and DOCM, DOTX): every paragraph a reader sees, wherever Word keeps it.

`document.paragraphs` of the usual library misses tables, headers, text boxes, content controls and tracked insertions;
this walks the XML of ECMA-376 itself. Macros and embedded files are never opened.
"""

from app.domain.ports.text_extraction import FileDamagedError
from app.domain.text.source import Line, SourceText
from app.infrastructure.text_extraction.cleaning import tidy_gaps
from app.infrastructure.text_extraction.docx_package import Package, parse_xml
from app.infrastructure.text_extraction.docx_styles import as_transitional, read_numbering, read_relations, read_styles
from app.infrastructure.text_extraction.docx_walker import MAX_LINES, DocumentWalker


def read_docx(data: bytes) -> SourceText:
    """Return the text of a DOCX: page headers first, then the body, notes and page footers.

    Raises `FileDamagedError`, `FileEncryptedError`, `FileTooComplexError`.
    """
    package = Package(data)
    document = next(
        (t for kind, t, ext in read_relations(package, "").values() if kind == "officeDocument" and not ext), ""
    )
    document = document if document in package else "word/document.xml"
    if document not in package:
        raise FileDamagedError("The file has no document part; save it again as DOCX and upload the new copy")
    relations = read_relations(package, document)

    def targets(kind: str) -> list[str]:
        return sorted({t for k, t, external in relations.values() if k == kind and not external and t in package})

    styles = read_styles(package, next(iter(targets("styles")), "word/styles.xml"))
    walker = DocumentWalker(
        package, styles, read_numbering(package, next(iter(targets("numbering")), "word/numbering.xml"))
    )
    seen: set[tuple[str, ...]] = set()
    for name in targets("header"):
        _once(walker, name, seen)
    walker.part(document)
    for kind in ("footnotes", "endnotes"):
        wanted = [note_id for note_kind, note_id in walker.notes if note_kind + "s" == kind]
        for name in targets(kind) if wanted else []:
            root = parse_xml(as_transitional(package.read(name)))
            for note_id in wanted:
                walker.note(root, note_id)
    for name in targets("footer"):
        _once(walker, name, seen)
    warnings = ("text_truncated",) if len(walker.lines) > MAX_LINES else ()
    return SourceText(kind="docx", lines=tidy_gaps(walker.lines), links=tuple(walker.links), warnings=warnings)


def _once(walker: DocumentWalker, name: str, seen: set[tuple[str, ...]]) -> None:
    """Append a page header or footer unless it only repeats one that is there (first page, even pages)."""
    start = len(walker.lines)
    walker.part(name)
    words = tuple(line.text for line in walker.lines[start:] if line.text)
    if not words or words in seen or all(word.replace("Page", "").strip(" /of0123456789|-") == "" for word in words):
        del walker.lines[start:]
        return
    seen.add(words)
    walker.lines.append(Line(""))
