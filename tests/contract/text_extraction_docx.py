"""DOCX files that the tests of text extraction build themselves."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_ROOT_RELS = f"""<?xml version="1.0"?><Relationships {_PACKAGE}>
<Relationship Id="r1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>"""
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return one `w:p` with one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def docx(body: str, parts: dict[str, str] | None = None, relations: str = "") -> bytes:
    """Return a DOCX of a body and further parts; `relations` are the document's own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _ROOT_RELS)
        archive.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships {_PACKAGE}>{relations}</Relationships>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(identity: str, kind: str, target: str, *, external: bool = False) -> str:
    """Return one relationship of the document part."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identity}" Type="{_REL}/{kind}" Target="{target}"{mode}/>'


STYLES = f"""<w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>"""
NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def everywhere() -> bytes:
    """Text in every place where Word keeps it."""
    box = f"<w:txbxContent>{paragraph('in a text box')}</w:txbxContent>"
    body = (
        paragraph("Experience", '<w:pStyle w:val="H1"/>')
        + paragraph("listed", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
        + f"<w:tbl><w:tr><w:tc>{paragraph('label')}</w:tc><w:tc>{paragraph('value')}</w:tc></w:tr></w:tbl>"
        + f"<w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>"
        + "<w:p><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>"
        + '<w:p><w:hyperlink r:id="l1"><w:r><w:t>my site</w:t></w:r></w:hyperlink></w:p>'
        + f"<w:p><w:r><w:t>beside</w:t><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        + f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + '<w:p><w:r><w:t>noted</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )
    part = f'xmlns:w="{W}"'
    name = paragraph("Ada Byron", run='<w:b/><w:sz w:val="40"/>')
    note = f'<w:footnote w:id="2">{paragraph("a note")}</w:footnote>'
    return docx(
        body,
        {
            "word/styles.xml": STYLES,
            "word/numbering.xml": NUMBERING,
            "word/header1.xml": f"<w:hdr {part}>{name}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {part}>{paragraph('ada@example.org')}</w:ftr>",
            "word/footnotes.xml": f"<w:footnotes {part}>{note}</w:footnotes>",
        },
        relation("l1", "hyperlink", "https://ada.example.org", external=True)
        + relation("h1", "header", "header1.xml")
        + relation("f1", "footer", "footer1.xml")
        + relation("s1", "styles", "styles.xml")
        + relation("n1", "numbering", "numbering.xml")
        + relation("o1", "footnotes", "footnotes.xml"),
    )


def zip_bomb() -> bytes:
    """A document part that inflates to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _ROOT_RELS)
        with archive.open("word/document.xml", "w") as stream:
            for _ in range(300):
                stream.write(b" " * 1_000_000)
    return out.getvalue()


def encrypted() -> bytes:
    """The outside of a password-protected document: an OLE file with an `EncryptedPackage` stream (MS-OFFCRYPTO)."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def odt() -> bytes:
    """An OpenDocument text with a heading, bold words, a list with a link and a table."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{value}:1.0"'
        for name, value in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
    )
    spaces += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    link = '<text:a xlink:href="https://x.example">run time</text:a>'
    bold = '<style:text-properties fo:font-weight="bold" fo:font-size="12pt"/>'
    content = f"""<office:document-content {spaces}><office:automatic-styles>
    <style:style style:name="P1">{bold}</style:style></office:automatic-styles><office:body><office:text>
    <text:h>Ada Byron</text:h><text:p text:style-name="P1">Analyst</text:p>
    <text:list><text:list-item><text:p>Cut {link}</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>French</text:p></table:table-cell>
    <table:table-cell><text:p>fluent</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return out.getvalue()
