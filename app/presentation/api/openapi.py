"""Completes the generated OpenAPI: the errors every operation can answer, and field descriptions from one glossary."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.presentation.api.docstrings import describe_fields
from app.presentation.api.examples import explain_parameters, explain_schemas

_ERROR = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorOut"}}}
_TEXTS = {
    "400": "The request does not fit its schema.",
    "401": "Not signed in, or the token is not valid.",
    "403": "It exists, and is not yours.",
    "404": "It does not exist.",
    "409": "A duplicate, or a state that does not allow this.",
    "412": "It was changed meanwhile.",
    "413": "The body is too large.",
    "415": "This kind of content is not read.",
    "422": "Well-formed, but it cannot be done.",
    "429": "Too many requests.",
    "500": "Something went wrong on our side.",
    "503": "A dependency is away; try again after `Retry-After` seconds.",
    "507": "There is no room left.",
}
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A word of your choice that makes this request safe to send again: within 24 hours the same key and "
    "body get the first answer again, with `Idempotent-Replayed: true`.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    "example": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
}
_WRITES = {"post", "put", "patch"}


def describe(app: FastAPI) -> None:
    """Make `app.openapi` return the completed description."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title, version=app.version, summary=app.summary, routes=app.routes, tags=app.openapi_tags
            )
            app.openapi_schema = _completed(schema)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _completed(schema: dict[str, Any]) -> dict[str, Any]:
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            _declare_errors(path, method, operation)
            explain_parameters(operation)
    components = schema.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        components.pop(name, None)
    components.update(_error_schemas())
    describe_fields(components)
    explain_schemas(components)
    return schema


def _declare_errors(path: str, method: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    if "HTTPValidationError" in str(responses.get("422", "")):
        del responses["422"]
    statuses = {"500", "503"}
    if path.startswith("/api/"):
        statuses |= {"400", "429"}
    if operation.get("security") or path.startswith("/api/v1/auth/") or path.endswith("/calendar.ics"):
        statuses.add("401")
    if "{" in path:
        statuses |= {"403", "404"}
    if method == "get" and path.startswith("/api/v1/generations/{"):
        statuses.add("409")
    if method in _WRITES:
        statuses |= {"409", "412", "413", "415", "422", "507"}
        if operation.get("security"):
            statuses |= {"403", "404"}
    if method == "delete":
        statuses |= {"409", "412"}
    is_secret = path.startswith("/api/v1/auth/") and not path.endswith("/register")
    if method == "post" and {"201", "202"} & responses.keys() and not is_secret:
        operation.setdefault("parameters", []).append(_IDEMPOTENCY_KEY)
    for status in sorted(statuses):
        responses.setdefault(status, {"description": _TEXTS[status], "content": _ERROR})


def _error_schemas() -> dict[str, Any]:
    body = {
        "type": "object",
        "required": ["code", "message", "details"],
        "description": "What went wrong.",
        "properties": {
            "code": {
                "type": "string",
                "description": "The stable machine word; all are listed in docs/errors.md.",
                "examples": ["resource_not_found"],
            },
            "message": {"type": "string", "description": "The sentence for people.", "examples": ["Profile not found"]},
            "details": {"type": "object", "description": "Facts that belong to the code.", "examples": [{}]},
        },
    }
    outer = {
        "type": "object",
        "required": ["error"],
        "description": "The one shape of every error.",
        "properties": {"error": {"$ref": "#/components/schemas/ErrorBody"}},
    }
    return {"ErrorBody": body, "ErrorOut": outer}
