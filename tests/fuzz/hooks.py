"""Schemathesis hooks: paths name things that exist, half of the time."""

import json
import os
import random
from typing import Any
from uuid import UUID

import schemathesis

_IDS: dict[str, list[str]] = json.loads(os.environ.get("FUZZ_IDS", "{}"))  # noqa: TID251 - from the test
_chance = random.Random(5)  # noqa: S311 - a repeatable choice, no secret


def _is_id(value: object) -> bool:
    """Tell whether the value was meant to be right: what is wrong on purpose stays so."""
    try:
        return isinstance(value, str) and bool(UUID(value))
    except ValueError:
        return False


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Replace generated ids with existing ones."""
    for name in path_parameters or {}:
        if name in _IDS and _is_id(path_parameters[name]) and _chance.random() < 0.5:  # type: ignore[index]
            path_parameters[name] = _chance.choice(_IDS[name])  # type: ignore[index]
    return path_parameters


@schemathesis.hook
def map_body(context: Any, body: Any) -> Any:
    """Replace generated ids in bodies with existing ones."""
    if isinstance(body, dict):
        for name in body:
            if name in _IDS and _is_id(body[name]) and _chance.random() < 0.7:
                body[name] = _chance.choice(_IDS[name])
    return body
