"""The one place where domain errors become HTTP: one table, one envelope."""

import json
from collections.abc import Iterable, Mapping

from fastapi import FastAPI, Request, params
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException  # noqa: TID251 - what the framework itself raises is mapped here
from starlette.responses import Response

from app.domain import errors
from app.presentation.api.bodies import content_kind

STATUSES: dict[type[errors.JobWiseError], int] = {
    errors.ValidationError: 400,
    errors.NotAuthenticatedError: 401,
    errors.ForbiddenError: 403,
    errors.NotFoundError: 404,
    errors.ConflictError: 409,
    errors.VersionConflictError: 412,
    errors.PayloadTooLargeError: 413,
    errors.UnsupportedMediaTypeError: 415,
    errors.UnprocessableError: 422,
    errors.RateLimitedError: 429,
    errors.UnavailableError: 503,
    errors.StorageFullError: 507,
    errors.JobWiseError: 500,
}
_FRAMEWORK_CODES = {
    404: ("resource_not_found", "There is nothing at this address"),
    405: ("method_not_allowed", "This address does not take this method"),
    413: ("payload_too_large", "The body is too large"),
    415: ("unsupported_media_type", "This kind of content is not supported"),
}


def status_of(error: errors.JobWiseError) -> int:
    """Return the HTTP status of an error's category."""
    return next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)


def envelope(code: str, message: str, details: Mapping[str, object] | None = None) -> bytes:
    """Return the body of an error response."""
    body = {"error": {"code": code, "message": message, "details": dict(details or {})}}
    return json.dumps(body, ensure_ascii=False, default=str).encode(errors="replace")


def error_response(error: errors.JobWiseError) -> Response:
    """Return the response for a domain error."""
    status = status_of(error)
    headers = {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, errors.RateLimitedError | errors.UnavailableError):
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, errors.RateLimitedError) and "limit" in error.details:
        headers["RateLimit-Limit"] = str(error.details["limit"])
        headers["RateLimit-Remaining"] = "0"
        headers["RateLimit-Reset"] = str(error.retry_after)
    return _response(status, envelope(error.code, error.message, error.details), headers)


def method_not_allowed(methods: Iterable[str]) -> Response:
    """Return the 405 of an address that takes these methods."""
    code, message = _FRAMEWORK_CODES[405]
    return _response(405, envelope(code, message), {"Allow": ", ".join(sorted(methods))})


def install(app: FastAPI) -> None:
    """Register the handlers. What nobody handles is answered by the middleware, as 500 in the same shape."""

    @app.exception_handler(errors.JobWiseError)
    async def on_domain_error(_request: Request, error: errors.JobWiseError) -> Response:
        return error_response(error)

    @app.exception_handler(RequestValidationError)
    async def on_schema_error(request: Request, error: RequestValidationError) -> Response:
        if _is_other_content(request):
            return error_response(errors.UnsupportedMediaTypeError())
        fields = [{"field": _field(item["loc"]), "message": _message(item)} for item in error.errors()]
        return error_response(errors.ValidationError(fields=fields))

    @app.exception_handler(HTTPException)
    async def on_framework_error(_request: Request, error: HTTPException) -> Response:
        default = ("validation_error" if error.status_code == 400 else "http_error", str(error.detail))
        code, message = _FRAMEWORK_CODES.get(error.status_code, default)
        return _response(error.status_code, envelope(code, message), dict(error.headers or {}))


def _is_other_content(request: Request) -> bool:
    """Tell whether the body is of another kind than its route reads."""
    field = getattr(request.scope.get("route"), "body_field", None)
    if field is None or request.headers.get("content-length") == "0":
        return False
    kind = content_kind(request.headers.get("content-type", ""))
    if isinstance(field.field_info, params.File):
        return kind != "multipart"
    return kind not in (("form", "multipart") if isinstance(field.field_info, params.Form) else ("json",))


def _response(status: int, body: bytes, headers: Mapping[str, str]) -> Response:
    return Response(body, status_code=status, media_type="application/json", headers=dict(headers))


def _field(location: tuple[object, ...]) -> str:
    parts = [str(part) for part in location]
    return ".".join(parts[1:] or parts)


def _message(item: Mapping[str, object]) -> str:
    if item.get("type") == "json_invalid":
        return "is not valid JSON"
    return str(item["msg"]).removeprefix("Value error, ")
