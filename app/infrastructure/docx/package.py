"""Saving a DOCX so that the same document gives the same bytes."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest time a ZIP entry can carry; the office file itself says the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)
SAVED_AT = datetime(2000, 1, 1)  # noqa: DTZ001 - core properties hold UTC without a zone


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
