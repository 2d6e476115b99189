"""What goes over the pipe between the service and a reader process: length-prefixed JSON, and the file's bytes.

Request: 4 bytes of length (big endian), a JSON object `{"filename", "size"}`, then `size` bytes of the file. Reply: 4
bytes of length and a JSON object with either `source` or `error`, and `tired` when the process wants to be replaced.
"""

import json
import struct
from typing import Protocol

from app.domain.errors import JobWiseError, PayloadTooLargeError, UnsupportedMediaTypeError
from app.domain.ports.text_extraction import FileDamagedError, FileEncryptedError, FileTooComplexError
from app.domain.text.source import Line, Link, SourceText

LENGTH = struct.Struct(">I")
MAX_REPLY = 24 * 1024 * 1024
_ERRORS: dict[str, type[JobWiseError]] = {
    kind.code: kind
    for kind in (
        FileDamagedError,
        FileEncryptedError,
        FileTooComplexError,
        PayloadTooLargeError,
        UnsupportedMediaTypeError,
    )
}


class BinaryReader(Protocol):
    """The reading half of a pipe."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, fewer only at the end."""
        ...


def encode_request(data: bytes, filename: str) -> bytes:
    """Return the head of a request; the file's bytes follow it."""
    head = json.dumps({"filename": filename[:255], "size": len(data)}).encode()
    return LENGTH.pack(len(head)) + head


def read_request(stream: BinaryReader) -> tuple[bytes, str] | None:
    """Return (file, name) of the next request, None when the pipe is closed."""
    prefix = stream.read(LENGTH.size)
    if len(prefix) < LENGTH.size:
        return None
    head = json.loads(stream.read(LENGTH.unpack(prefix)[0]))
    size = int(head["size"])
    data = stream.read(size)
    return (data, str(head["filename"])) if len(data) == size else None


def encode_source(source: SourceText, *, tired: bool) -> bytes:
    """Return the reply that carries a source; a lone surrogate becomes a question mark."""
    body = {
        "kind": source.kind,
        "lines": [[line.text, line.size, line.bold, line.page, line.bullet, line.heading] for line in source.lines],
        "links": [[link.text, link.url] for link in source.links],
        "pages": source.pages,
        "needs_ocr": source.needs_ocr,
        "warnings": list(source.warnings),
        "structured": source.structured,
    }
    return _frame({"source": body, "tired": tired})


def encode_error(error: JobWiseError, *, tired: bool) -> bytes:
    """Return the reply that carries an error."""
    return _frame({"error": [error.code, error.message, error.details], "tired": tired})


def _frame(body: dict[str, object]) -> bytes:
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", errors="replace")
    if len(raw) > MAX_REPLY:
        return encode_error(FileTooComplexError(), tired=True)
    return LENGTH.pack(len(raw)) + raw


def decode_reply(raw: bytes) -> tuple[SourceText | JobWiseError, bool]:
    """Return what the process answered and whether it wants to be replaced.

    Nothing of the reply is trusted: a shape that does not fit is `FileDamagedError`.
    """
    try:
        body = json.loads(raw)
        if "error" in body:
            code, message, details = body["error"]
            kind = _ERRORS.get(str(code), FileDamagedError)
            return kind(str(message), **{str(key): value for key, value in dict(details).items()}), bool(body["tired"])
        source = body["source"]
        structured = source["structured"]
        return SourceText(
            kind=source["kind"],
            lines=tuple(
                Line(
                    str(text), size=float(size), bold=bool(bold), page=int(page), bullet=bool(mark), heading=bool(head)
                )
                for text, size, bold, page, mark, head in source["lines"]
            ),
            links=tuple(Link(str(text), str(url)) for text, url in source["links"]),
            pages=int(source["pages"]),
            needs_ocr=bool(source["needs_ocr"]),
            warnings=tuple(str(warning) for warning in source["warnings"]),
            structured=dict(structured) if structured is not None else None,
        ), bool(body["tired"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return FileDamagedError(), True
