"""The readers behind one function. It runs in the child process of the service, and in the CLI for trusted files."""

from dataclasses import replace

from app.domain.errors import PayloadTooLargeError, UnsupportedMediaTypeError
from app.domain.ports.text_extraction import FileTooComplexError
from app.domain.text.sniffing import sniff
from app.domain.text.source import SourceText

MAX_BYTES = 10 * 1024 * 1024
MAX_LINES = 20_000
_WHAT_TO_DO = "upload a PDF, DOCX, TXT, Markdown or JSON Resume file"


def read_source(data: bytes, filename: str = "") -> SourceText:
    """Return the text of one file in reading order; the kind comes from the bytes, the name only words the refusal.

    Raises what `ITextExtractor.extract` raises. Untrusted files need the limits of the child process around this.
    """
    if len(data) > MAX_BYTES:
        raise PayloadTooLargeError(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB", max_bytes=MAX_BYTES)
    kind = sniff(data)
    try:
        source = _read(kind, data, filename)
    except RecursionError as error:
        raise FileTooComplexError from error
    if len(source.lines) <= MAX_LINES:
        return source
    return replace(source, lines=source.lines[:MAX_LINES], warnings=("text_truncated",))


def _read(kind: str | None, data: bytes, filename: str) -> SourceText:
    # Each reader is imported when its first file comes: a child that only sees PDFs never loads the XML parser.
    match kind:
        case "pdf":
            from app.infrastructure.text_extraction.pdf_text import read_pdf  # noqa: PLC0415

            return read_pdf(data)
        case "docx":
            from app.infrastructure.text_extraction.docx_text import read_docx  # noqa: PLC0415

            return read_docx(data)
        case "odt":
            from app.infrastructure.text_extraction.odt_text import read_odt  # noqa: PLC0415

            return read_odt(data)
        case "html":
            from app.infrastructure.text_extraction.html_text import read_html  # noqa: PLC0415

            return read_html(data)
        case "json_resume" | "linkedin" | "europass":
            from app.infrastructure.text_extraction.structured import (  # noqa: PLC0415
                read_europass,
                read_json,
                read_linkedin,
            )

            if kind == "json_resume":
                return read_json(data, "json_resume")
            return read_linkedin(data) if kind == "linkedin" else read_europass(data)
        case "txt" | "markdown":
            from app.infrastructure.text_extraction.plain import read_text  # noqa: PLC0415

            named_markdown = filename.lower().endswith((".md", ".markdown"))
            return read_text(data, "markdown" if kind == "markdown" or named_markdown else "txt")
        case _:
            raise UnsupportedMediaTypeError(_refusal(data))


def _refusal(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "Old Word files (.doc) are not read; save it as DOCX or PDF"
    if data.startswith(b"{\\rtf"):
        return "RTF files are not read; save it as DOCX or PDF"
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")):
        return f"A picture holds no text; {_WHAT_TO_DO}"
    return f"This kind of file is not read; {_WHAT_TO_DO}"
