"""Responses that carry a file."""

from urllib.parse import quote

from starlette.responses import Response

_BYTES = {"type": "string", "format": "binary"}


def file_schema(content_type: str) -> dict[str, str]:
    """Return how a file of this type is described: JSON as an object, others as their bytes."""
    return {"type": "object"} if content_type.startswith("application/json") else _BYTES


def attachment(data: bytes, filename: str, content_type: str) -> Response:
    """Return a download. The name is given in ASCII and, RFC 6266, in UTF-8."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\/' else "_" for c in filename)[:150]
    disposition = f"attachment; filename=\"{plain or 'file'}\"; filename*=UTF-8''{quote(filename[:150], safe='')}"
    return Response(data, media_type=content_type, headers={"Content-Disposition": disposition})
