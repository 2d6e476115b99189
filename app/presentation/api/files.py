"""Responses that carry a file."""

from starlette.responses import Response

from app.domain.files import content_disposition

_BYTES = {"type": "string", "format": "binary"}


def file_schema(content_type: str) -> dict[str, str]:
    """Return how a file of this type is described: JSON as an object, others as their bytes."""
    return {"type": "object"} if content_type.startswith("application/json") else _BYTES


def attachment(data: bytes, filename: str, content_type: str) -> Response:
    """Return a download."""
    headers = {"Content-Disposition": content_disposition(filename)}
    return Response(data, media_type=content_type, headers=headers)
