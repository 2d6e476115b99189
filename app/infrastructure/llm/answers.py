"""Reading structured answers: JSON out of what models wrap it in, checked against the schema that was given."""

import json
import re
from collections.abc import Iterator, Mapping

from app.domain.ports.llm import LLMSchema

_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)\n?\s*```", re.DOTALL | re.IGNORECASE)
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def read_answer(text: str, schema: LLMSchema) -> tuple[Mapping[str, object] | None, str]:
    """Return the data of an answer and "", or `None` and what is wrong with it, in words for the model."""
    bare = _THOUGHT.sub("", text).strip()
    fenced = _FENCE.search(bare)
    if fenced and not bare.startswith("{"):
        bare = fenced[1].strip()
    start = bare.find("{")
    if start < 0:
        return None, "it holds no JSON object"
    try:
        data, _ = json.JSONDecoder(parse_constant=_refuse).raw_decode(bare, start)
    except RecursionError:
        return None, "it is nested too deeply"
    except ValueError as error:
        return None, f"it is not valid JSON: {str(error)[:200]}"
    problem = next(_problems(data, schema.schema, "answer"), "")
    return (None, problem) if problem else (data, "")


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not JSON")


def _problems(value: object, schema: Mapping[str, object], path: str) -> Iterator[str]:
    """Yield what does not fit, of the part of JSON Schema that `LLMSchema` names."""
    name = str(schema["type"])
    if not isinstance(value, _TYPES[name]) or (isinstance(value, bool) and name != "boolean"):
        yield f"{path} must be of type {name}"
        return
    allowed = schema.get("enum")
    if isinstance(allowed, list) and value not in allowed:
        yield f"{path} must be one of {allowed}"
    if isinstance(value, str) and _SURROGATE.search(value):
        yield f"{path} holds half of a surrogate pair"
    items = schema.get("items")
    if isinstance(value, list) and isinstance(items, Mapping):
        for index, item in enumerate(value):
            yield from _problems(item, items, f"{path}[{index}]")
    properties = schema.get("properties")
    if isinstance(value, dict) and isinstance(properties, Mapping):
        for key, inner in properties.items():
            if key not in value:
                yield f"{path}.{key} is missing"
            else:
                yield from _problems(value[key], inner, f"{path}.{key}")
        yield from (f"{path} must not have the property {str(key)[:60]!r}" for key in value if key not in properties)
