"""The kind of a file, told from its bytes: names and declared content types are claims, not facts."""

import re

from app.domain.text.source import SourceKind

_HEAD = 65_536
_PDF_HEADER_WITHIN = 4_096  # readers accept junk before the header; ISO 32000 asks for the first 1,024 bytes
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LINKEDIN_FILES = re.compile(rb"(?:^|[/\x00-\x1f!-~])(?:Profile|Positions|Education|Skills)\.csv")
_FOREIGN = (
    *(_OLE, b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x1f\x8b", b"7z\xbc\xaf"),
    *(b"Rar!", b"\x7fELF", b"MZ", b"%!PS", b"SQLite format 3", b"OggS", b"RIFF", b"ID3", b"BZh", b"\xfd7zXZ", b"wOFF"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|ul|section|article)[\s>/]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_RESUME_KEY = re.compile(
    rb'"(?:basics|work|education|skills|projects|volunteer|certificates|awards|languages)"\s*:|jsonresume|resume-schema'
)
_EUROPASS = re.compile(rb"europass|SkillsPassport|LearnerInfo|hr-xml", re.IGNORECASE)
_MARKDOWN = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)"),
    re.compile(rb"\*\*[^*\n]{1,200}\*\*"),
    re.compile(rb"^\s{0,3}(?:[-*_] ?){3,}$", re.MULTILINE),
    re.compile(rb"^```", re.MULTILINE),
)


def sniff(data: bytes) -> SourceKind | None:
    """Return the kind of file that `data` is, None for a kind that is not read.

    An empty file is `txt`. A password-protected Office file is `docx`: reading it tells about the password.
    """
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN] and not data.startswith(_ZIP):
        return "pdf"
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE) and _ENCRYPTED_PACKAGE in data:
        return "docx"
    if data.startswith(_FOREIGN) and not _reads_as_words(data):
        return None
    return _text_kind(data)


def is_data(data: bytes) -> bool:
    """Return whether `data` is JSON or XML that a program wrote, rather than text or a page."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] == b"{" or (head[:1] == b"[" and head[1:].lstrip()[:1] in (b"{", b"[")):
        return b'"' in head
    return head[:5].lower() == b"<?xml" and not _PAGE.search(head[:1_024])


def _zip_kind(data: bytes) -> SourceKind | None:
    if b"word/" in data or b"[Content_Types].xml" in data:
        return "docx"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    return "linkedin" if _LINKEDIN_FILES.search(data) else None


def _reads_as_words(data: bytes) -> bool:
    """`BM`, `MZ` or `ID3` may begin a sentence; a real image or program has NUL or other control bytes at once."""
    head = data[:64]
    return head[:2] in {b"BM", b"MZ", b"ID", b"BZ", b"II", b"MM"} and all(byte >= 9 for byte in head)


def _text_kind(data: bytes) -> SourceKind | None:
    head = data[:_HEAD]
    if b"\x00" in head:
        head = head.replace(b"\x00", b"")
    for bom in _BOMS:
        head = head.removeprefix(bom)
    start = head.lstrip()[:1]
    if start in (b"{", b"["):
        if _EUROPASS.search(head) and not _RESUME_KEY.search(head):
            return "europass"
        return "json_resume" if _RESUME_KEY.search(head) or (start == b"{" and head.rstrip()[-1:] == b"}") else "txt"
    if start == b"<":
        if head.lstrip()[:5].lower() == b"<?xml" and _EUROPASS.search(head):
            return "europass"
        if _HTML.search(head[:8_192]):
            return "html"
        if head.lstrip()[:5].lower() == b"<?xml":
            return None
    if _HTML.search(head[:1_024]) and head.count(b"</") >= 3:
        return "html"
    if sum(1 for pattern in _MARKDOWN if pattern.search(head)) >= 2 or _MARKDOWN[0].search(head):
        return "markdown"
    return "txt"
