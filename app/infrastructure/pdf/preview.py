"""Pictures of PDF pages."""

from io import BytesIO
from threading import Lock

from app.domain.errors import NotFoundError, UnprocessableError

_MAX_WIDTH = 2400
# PDFium may not be entered by two threads at a time.
_PDFIUM = Lock()


def preview_png(pdf: bytes, page: int = 1, width: int = 900) -> bytes:
    """Return page `page` (from 1) of `pdf` as PNG, `width` pixels wide (at most 2400); blocking.

    Raises `NotFoundError` where there is no such page and `UnprocessableError` where `pdf` cannot be read.
    """
    import pypdfium2  # noqa: PLC0415 - loads a shared library of several megabytes

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnprocessableError("The PDF cannot be read") from error
        try:
            if not 1 <= page <= len(document):
                raise NotFoundError(f"The document has {len(document)} pages", pages=len(document))
            sheet = document[page - 1]
            bitmap = sheet.render(scale=max(1, min(width, _MAX_WIDTH)) / sheet.get_width())
            picture = bitmap.to_pil().convert("RGB")
            bitmap.close()
            sheet.close()
        finally:
            document.close()
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
