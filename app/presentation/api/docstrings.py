"""Reads what stands under the fields of models, for OpenAPI.

Pydantic can do this as classes are made (`use_attribute_docstrings`), which cost a third of the time to start: the
description is asked for seldom.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from app.presentation.api.schemas import ApiModel

_Schema = dict[str, Any]


def describe_fields(schemas: dict[str, _Schema]) -> None:
    """Give each property of `schemas` that lacks one the description that stands under the field of its model."""
    for model in _models(ApiModel):
        for field, form in schemas.get(_name(model), {}).get("properties", {}).items():
            words = next((_docs(base).get(field) for base in model.__mro__ if field in _docs(base)), None)
            if words:
                form.setdefault("description", words)


def _models(base: type[ApiModel]) -> Iterator[type[ApiModel]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _name(model: type[ApiModel]) -> str:
    """Return the name that OpenAPI gives a model: `PageOut[JobOut]` becomes `PageOut_JobOut_`."""
    return "".join(character if character.isalnum() or character in "._-" else "_" for character in model.__name__)


def _docs(model: type) -> dict[str, str]:
    module = sys.modules.get(model.__module__)
    return _docs_of_module(module).get(model.__qualname__, {}) if module and issubclass(model, ApiModel) else {}


@cache
def _docs_of_module(module: ModuleType) -> dict[str, dict[str, str]]:
    """Return, by class, the texts that follow its annotated fields."""
    found: dict[str, dict[str, str]] = {}
    for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for field, words in zip(node.body, node.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(words, ast.Expr)
                and isinstance(words.value, ast.Constant)
                and isinstance(words.value.value, str)
            ):
                found.setdefault(node.name, {})[field.target.id] = " ".join(words.value.value.split())
    return found
