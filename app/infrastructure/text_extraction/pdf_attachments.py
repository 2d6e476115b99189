"""The profile that a Europass PDF carries inside itself as an XML or JSON attachment."""

import pypdfium2 as wrapper

from app.domain.errors import JobWiseError

_MAX_ATTACHMENTS = 10
_MAX_BYTES = 5_000_000


def attached_europass(document: wrapper.PdfDocument) -> dict[str, object] | None:
    """Return the profile as nested values, None when no attachment is one."""
    for index in range(min(document.count_attachments(), _MAX_ATTACHMENTS)):
        try:
            attachment = document.get_attachment(index)
            if not str(attachment.get_name()).lower().endswith((".xml", ".json")):
                continue
            data = bytes(attachment.get_data())
        except wrapper.PdfiumError:
            continue
        if len(data) > _MAX_BYTES or b"uropass" not in data[:20_000]:
            continue
        from app.infrastructure.text_extraction.structured import read_europass  # noqa: PLC0415 - loads the XML parser

        try:
            return read_europass(data).structured
        except JobWiseError:
            continue
    return None
