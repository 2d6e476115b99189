"""Completes schemas from the glossary: every field gets a description and an example that fits its type."""

from collections.abc import Mapping
from typing import Any

from app.presentation.api.glossary import BODIES, FIELDS, ID, PARAMETERS, SHAPES, TIME, Meaning

_Schema = dict[str, Any]
_BY_FORMAT: Mapping[str, object] = {
    "uuid": ID,
    "date-time": TIME,
    "date": TIME[:10],
    "binary": "",
    "password": "Correct-Horse-9",
}
_BY_TYPE: Mapping[str, object] = {"boolean": True, "null": None, "object": {}}


def explain_schemas(schemas: dict[str, _Schema]) -> None:
    """Give every property of `schemas` that lacks them its description and examples; what is stated already stays."""
    for name, schema in schemas.items():
        if name.startswith("PageOut_"):
            schema.setdefault("description", "One page of a list.")
        if name in SHAPES:
            schema.setdefault("description", SHAPES[name])
        if name in BODIES:
            schema.setdefault("examples", BODIES[name])
    maker = _Examples(schemas)
    for name, schema in schemas.items():
        for field, form in schema.get("properties", {}).items():
            meaning = _meaning(name, field)
            if isinstance(meaning, tuple):
                meaning = meaning[0]
            if meaning:
                form.setdefault("description", meaning)
            if "examples" not in form:
                found = maker.of_field(name, field, form)
                if found is not _NOTHING:
                    form["examples"] = [found]


def explain_parameters(operation: _Schema) -> None:
    """Give every parameter that lacks them its description and example."""
    for parameter in operation.get("parameters", []):
        meaning = PARAMETERS.get(parameter["name"])
        if isinstance(meaning, tuple) and parameter["in"] == "path":
            parameter.setdefault("description", meaning[0])
            parameter.setdefault("example", meaning[1])


class _Nothing:
    """There is no example."""


_NOTHING = _Nothing()


def _meaning(shape: str, field: str) -> Meaning | None:
    return FIELDS.get(f"{shape}.{field}") or FIELDS.get(field)


def _is_choice(form: _Schema) -> bool:
    return "enum" in form or "const" in form or any(_is_choice(choice) for choice in form.get("anyOf", ()))


class _Examples:
    """Makes examples of what schemas describe: from the glossary, from the type, from the shapes they refer to."""

    def __init__(self, schemas: Mapping[str, _Schema]) -> None:
        self._schemas = schemas

    def of_field(self, shape: str, field: str, form: _Schema) -> object:
        """Return an example of the field, or `_NOTHING`."""
        if form.get("examples"):
            return form["examples"][0]
        meaning = _meaning(shape, field)
        if not isinstance(meaning, tuple) or _is_choice(form):
            return self._of_type(form)
        return meaning[1]

    def _of_type(self, form: _Schema) -> object:
        if "$ref" in form:
            return self._of_shape(form["$ref"].rpartition("/")[2])
        for choice in (*form.get("anyOf", ()), *form.get("oneOf", ())):
            found = self._of_type(choice)
            if found is not _NOTHING and found is not None:
                return found
        if "const" in form or "enum" in form:
            return form.get("const", form.get("enum", [None])[0])
        if form.get("type") == "array":
            inner = self._of_type(form.get("items", {}))
            return _NOTHING if inner is _NOTHING else [inner]
        return _BY_FORMAT.get(form.get("format", ""), _BY_TYPE.get(form.get("type", ""), _NOTHING))

    def _of_shape(self, name: str) -> object:
        schema = self._schemas[name]
        if schema.get("examples"):
            return schema["examples"][0]
        fields = schema.get("properties", {})
        made = {field: self.of_field(name, field, form) for field, form in fields.items()}
        return {field: value for field, value in made.items() if value is not _NOTHING}
