"""The kind of a file from its bytes."""

import pytest

from app.domain.text.sniffing import is_data, sniff
from app.domain.text.source import SourceKind

FILES: dict[str, tuple[bytes, SourceKind | None]] = {
    "a PDF": (b"%PDF-1.7\n...", "pdf"),
    "a PDF behind junk": (b"junk from a mailer\r\n%PDF-1.4\n", "pdf"),
    "a Word document": (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "docx"),
    "a locked Word document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64 + "EncryptedPackage".encode("utf-16-le"),
        "docx",
    ),
    "an OpenDocument text": (b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    "a LinkedIn archive": (b"PK\x03\x04" + b"\x00" * 26 + b"Profile.csv", "linkedin"),
    "another archive": (b"PK\x03\x04" + b"\x00" * 26 + b"photos/1.jpg", None),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, None),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", None),
    "a bitmap": (b"BM\x36\x00\x00\x00", None),
    "a text that begins like a bitmap": (b"BMW Group, Munich\nEngineer", "txt"),
    "rich text": (b"{\\rtf1\\ansi Jane}", None),
    "an empty file": (b"", "txt"),
    "a plain text": ("Zoë Ångström\nEngineer".encode(), "txt"),
    "a text of two bytes a letter": ("Jane Doe\nEngineer".encode("utf-16"), "txt"),
    "Markdown": (b"# Jane Doe\n\nEngineer", "markdown"),
    "Markdown without headings": (b"**Jane Doe** [mail](mailto:j@example.org)\n", "markdown"),
    "a page": (b"<!DOCTYPE html><html><body><p>Jane</p></body></html>", "html"),
    "a page behind an XML line": (b'<?xml version="1.0"?><html><body>Jane</body></html>', "html"),
    "a page behind words": (b"Saved page\n<div><p>Jane</p><p>Engineer</p></div>", "html"),
    "JSON Resume": (b'{"basics": {"name": "Jane"}}', "json_resume"),
    "JSON of any kind": (b'{"a": 1}', "json_resume"),
    "a text that begins with a bracket": (b"[Draft] Jane Doe", "txt"),
    "Europass as XML": (b'<?xml version="1.0"?><SkillsPassport/>', "europass"),
    "Europass as JSON": (b'\xef\xbb\xbf{"SkillsPassport": {"LearnerInfo": {}}}', "europass"),
    "XML of another kind": (b'<?xml version="1.0"?><note>Jane</note>', None),
    "a text in angle brackets": (b"<Jane Doe>\nEngineer", "txt"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_told_by_its_bytes(name: str) -> None:
    data, kind = FILES[name]
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"a": 1}', True),
        (b'[{"a": 1}]', True),
        (b"[1, 2]", False),
        (b"{a}", False),
        (b'\xef\xbb\xbf<?xml version="1.0"?><note/>', True),
        (b'<?xml version="1.0"?><html></html>', False),
        (b"Jane Doe", False),
    ],
)
def test_what_a_program_wrote_is_told_from_text_and_pages(data: bytes, expected: bool) -> None:
    assert is_data(data) is expected
