"""Reading what a command is pointed at: files, `-`, URLs."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.application.resumes import CONTENT_TYPES, ReadFile
from app.application.services import Services
from app.domain.errors import NotFoundError, PayloadTooLargeError
from app.domain.text.posting import Posting
from app.presentation.cli import output

_LIMIT = 20 * 1024 * 1024


def read_bytes(source: str) -> bytes:
    """Return the file's bytes, or those of standard input for `-`; raise `NotFoundError` or `PayloadTooLargeError`."""
    if source == "-":
        return sys.stdin.buffer.read(_LIMIT)
    path = Path(source)
    if not path.is_file():
        raise NotFoundError(f"There is no file {source}")
    if path.stat().st_size > _LIMIT:
        raise PayloadTooLargeError(f"{source} is larger than 20 MB")
    return path.read_bytes()


async def read_posting(services: Services, source: str) -> Posting:
    """Return the posting behind a file (text or a saved page), a URL or `-`."""
    if source.startswith(("http://", "https://")):
        return await services.jobs.read_url(source)
    return await services.jobs.read_file(read_bytes(source), filename=source, tell=_tell)


def _tell(remark: str) -> None:
    output.err.print(remark, markup=False)


def resume_json(source: str, data: bytes, read: ReadFile) -> dict[str, Any]:
    """Return a resume as the API would give it."""
    parsed = read.parsed
    return {
        "original_filename": Path(source).name,
        "content_type": CONTENT_TYPES[read.source.kind],
        "size_bytes": len(data),
        "status": read.status,
        "parsed_text": read.source.text,
        "parsed": {
            **{name: value for name, value in asdict(parsed.career).items() if name not in ("id", "version")},
            "links": parsed.links,
            "confidence": parsed.confidence,
            "unplaced": parsed.unplaced,
            "language": parsed.language,
        },
        "warnings": [*read.source.warnings, *parsed.warnings],
    }
