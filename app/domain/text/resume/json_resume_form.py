"""The form of JSON Resume (schema 1.0.0, jsonresume.org/schema): bring any decoded object into it.

Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; names of the 2014 drafts (`company`, `website`) are told by their new ones.
"""

import json
import re

from app.domain.partial_date import partial_date
from app.domain.regex import regex

Form = str | dict[str, "Form"] | list["Form"]

_PERIOD: dict[str, Form] = {"startDate": "date", "endDate": "date"}
FORM: dict[str, Form] = {
    "basics": {
        **dict.fromkeys(("name", "label", "image", "email", "phone", "url", "summary"), "text"),
        "location": dict.fromkeys(("address", "postalCode", "city", "countryCode", "region"), "text"),
        "profiles": [dict.fromkeys(("network", "username", "url"), "text")],
    },
    "work": [
        {
            **dict.fromkeys(("name", "location", "description", "position", "url", "summary"), "text"),
            **_PERIOD,
            "highlights": ["text"],
        }
    ],
    "volunteer": [
        {**dict.fromkeys(("organization", "position", "url", "summary"), "text"), **_PERIOD, "highlights": ["text"]}
    ],
    "education": [
        {
            **dict.fromkeys(("institution", "url", "area", "studyType", "score"), "text"),
            **_PERIOD,
            "courses": ["text"],
            "honors": ["text"],
        }
    ],
    "awards": [{**dict.fromkeys(("title", "awarder", "summary"), "text"), "date": "date"}],
    "certificates": [{**dict.fromkeys(("name", "url", "issuer", "credentialId"), "text"), "date": "date"}],
    "publications": [{**dict.fromkeys(("name", "publisher", "url", "summary"), "text"), "releaseDate": "date"}],
    "skills": [{"name": "text", "level": "text", "keywords": ["text"]}],
    "languages": [{"language": "text", "fluency": "text"}],
    "interests": [{"name": "text", "keywords": ["text"]}],
    "references": [{"name": "text", "reference": "text"}],
    "projects": [
        {
            **dict.fromkeys(("name", "description", "url", "entity", "type"), "text"),
            **_PERIOD,
            "highlights": ["text"],
            "keywords": ["text"],
            "roles": ["text"],
        }
    ],
    "meta": {"canonical": "text", "version": "text", "lastModified": "text"},
    "$schema": "text",
}
_RENAMED = {
    "basics": {"website": "url", "picture": "image"},
    "work": {"company": "name", "website": "url", "title": "position"},
    "volunteer": {"website": "url"},
    "education": {"gpa": "score", "website": "url"},
    "publications": {"website": "url"},
    "languages": {"name": "language", "level": "fluency"},
    "projects": {"website": "url"},
}
_EMAIL = regex(r"[^@\s]{1,64}@[^@\s]{1,255}")
_MAX_DEPTH = 8
_MAX_ITEMS = 500
_MAX_TEXT = 20_000


def in_form(data: dict[str, object]) -> tuple[dict[str, object], list[str]]:
    """Return the part of `data` that fits the schema (with what it does not know), and the rest as text, path first."""
    rest: list[str] = []
    document: dict[str, object] = {}
    for key, value in data.items():
        form = FORM.get(key)
        fitted = _any(value, key, rest, 0) if form is None else _fit(_renamed(key, value), form, key, rest)
        if fitted is not None:
            document[key] = fitted
    return document, rest


def _renamed(key: str, value: object) -> object:
    names = _RENAMED.get(key, {})
    if isinstance(value, list):
        return [_renamed(key, one) if isinstance(one, dict) else one for one in value]
    if not isinstance(value, dict):
        return value
    return {names[name] if name in names and names[name] not in value else name: inner for name, inner in value.items()}


def _fit(value: object, form: Form, path: str, rest: list[str]) -> object:
    if value is None or value in ("", [], {}):
        return None
    if isinstance(form, dict):
        return _object(value, form, path, rest)
    if isinstance(form, list):
        return _list(value, form[0], path, rest)
    text = value if isinstance(value, str) else str(value) if isinstance(value, int | float) else None
    if text is None or isinstance(value, bool) or len(text) > _MAX_TEXT:
        return _refused(value, path, rest)
    if form == "date":
        return _date(text, path, rest)
    if path.endswith((".email", "email")) and not _EMAIL.fullmatch(text):
        return _refused(value, path, rest)
    return text


def _object(value: object, form: dict[str, Form], path: str, rest: list[str]) -> object:
    if not isinstance(value, dict):
        return _refused(value, path, rest)
    fitted: dict[str, object] = {}
    for name, inner in value.items():
        known = form.get(name)
        at = f"{path}.{name}"
        kept = _any(inner, at, rest, 0) if known is None else _fit(inner, known, at, rest)
        if kept is not None:
            fitted[name] = kept
    return fitted or None


def _list(value: object, form: Form, path: str, rest: list[str]) -> object:
    if isinstance(value, str) and form == "text":
        value = [value]
    if not isinstance(value, list):
        return _refused(value, path, rest)
    if isinstance(form, dict) and "name" in form and "keywords" in form:
        # Drafts and careless writers list skills and interests as plain texts.
        value = [{"name": one} if isinstance(one, str) else one for one in value]
    kept = [
        fitted
        for number, one in enumerate(value[:_MAX_ITEMS])
        if (fitted := _fit(one, form, f"{path}.{number}", rest)) is not None
    ]
    return kept or None


def _date(text: str, path: str, rest: list[str]) -> object:
    match = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)", text.strip())
    try:
        return str(partial_date(match[0])) if match else _refused(text, path, rest)
    except ValueError:
        return _refused(text, path, rest)


def _any(value: object, path: str, rest: list[str], depth: int) -> object:
    """Keep what the schema does not know as it is, within bounds."""
    if value is None:
        return None
    if depth > _MAX_DEPTH or (isinstance(value, dict | list) and len(value) > _MAX_ITEMS):
        return _refused(value, path, rest)
    if isinstance(value, dict):
        inner = {name: _any(one, f"{path}.{name}", rest, depth + 1) for name, one in value.items()}
        return {name: one for name, one in inner.items() if one is not None} or None
    if isinstance(value, list):
        return [
            one
            for number, raw in enumerate(value)
            if (one := _any(raw, f"{path}.{number}", rest, depth + 1)) is not None
        ]
    return value if isinstance(value, bool | int | float | str) else _refused(value, path, rest)


def _refused(value: object, path: str, rest: list[str]) -> object:
    """Note `value` among what does not fit; the answer is always `None`."""
    try:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = "…"
    rest.append(f"{path}: {text[:500]}")
    return None
