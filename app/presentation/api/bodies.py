"""What bodies, paths and queries may hold, whatever route they are for: text that every database can keep."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from email.message import Message

from app.domain.errors import ValidationError

MAX_DEPTH = 50
_LARGEST = 1e300
_SUSPICIOUS = re.compile(rb"\\u0000|\\u[dD][89a-fA-F]|\x00|NaN|Infinity|[eE]\+?\d{3}|\d{300}")
_NAME = re.compile(rb'[; ]name="?([^";\r\n]*)')


def content_kind(content_type: str) -> str:
    """Return `json`, `multipart`, `form` or, for anything else, an empty string."""
    message = Message()
    message["content-type"] = content_type or "application/octet-stream"
    kind = message.get_content_type()
    if kind == "application/json" or kind.endswith("+json"):
        return "json"
    return {"multipart/form-data": "multipart", "application/x-www-form-urlencoded": "form"}.get(kind, "")


def check_address(path: str, query: bytes) -> None:
    """Raise `ValidationError` for a path or query that carries a NUL."""
    if "\x00" in path or _broken(path):
        raise ValidationError.of_field("path", "must not contain NUL or broken characters")
    if b"%00" in query or b"\x00" in query:
        raise ValidationError.of_field("query", "must not contain NUL")


def read_json(body: bytes) -> object:
    """Return the parsed body; raise `ValidationError` for what no route can take.

    That is: what is not JSON, NUL, lone surrogates, numbers that are none or too large for JSON, deep nesting.
    """
    try:
        value: object = json.loads(body, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValidationError.of_field("body", "is nested too deeply") from error
    except ValueError as error:
        raise ValidationError.of_field("body", "is not valid JSON") from error
    if _depth_exceeds(value, MAX_DEPTH):
        raise ValidationError.of_field("body", f"is nested more than {MAX_DEPTH} levels deep")
    if _SUSPICIOUS.search(body):
        problems = [{"field": path or "body", "message": problem} for path, problem in _problems(value, "")]
        if problems:
            raise ValidationError(fields=problems[:20])
    return value


def check_form(body: bytes) -> None:
    """Raise `ValidationError` for a URL-encoded form that carries a NUL."""
    if b"%00" in body or b"\x00" in body:
        raise ValidationError.of_field("body", "must not contain NUL")


def check_multipart(body: bytes, content_type: str) -> None:
    """Raise `ValidationError` when a text part or a file's name carries a NUL or is not UTF-8; files may hold it."""
    for part in body.split(b"--" + boundary_of(content_type))[1:]:
        head = part.partition(b"\r\n\r\n")[0]
        checked = head if b"filename" in head.lower() else part
        try:
            broken = "\x00" in checked.decode()
        except UnicodeDecodeError:
            broken = True
        if broken:
            name = _NAME.search(head)
            raise ValidationError.of_field(
                name[1].decode(errors="replace").replace("\x00", "") if name else "body",
                "must be UTF-8 without NUL",
            )


def boundary_of(content_type: str) -> bytes:
    """Return the boundary of a multipart body; empty where the header names none."""
    message = Message()
    message["content-type"] = content_type
    return (message.get_boundary() or "").encode("latin-1", "replace")


def digest_of(body: bytes, content_type: str, query: bytes) -> bytes:
    """Return a digest of the request that key order, spaces and multipart boundaries do not change."""
    kind = content_kind(content_type)
    if kind == "json" and body:
        canonical = json.dumps(json.loads(body), sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()
    elif kind == "multipart" and boundary_of(content_type):
        canonical = body.replace(boundary_of(content_type), b"boundary")
    else:
        canonical = body
    return hashlib.sha256(hashlib.sha256(canonical).digest() + hashlib.sha256(query).digest()).digest()


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def _depth_exceeds(value: object, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [child for item in level for child in _children(item) if isinstance(child, list | dict)]
        if not level:
            return False
    return True


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _problems(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if "\x00" in value:
            yield path, "must not contain NUL"
        elif _broken(value):
            yield path, "must not contain lone surrogates"
    elif isinstance(value, int | float) and abs(value) > _LARGEST:
        yield path, "is too large"
    elif isinstance(value, Mapping):
        for name, child in value.items():
            if "\x00" in name or _broken(name):
                yield path, "a name must not contain NUL or lone surrogates"
            else:
                yield from _problems(child, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _problems(child, f"{path}.{index}" if path else str(index))


def _broken(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
