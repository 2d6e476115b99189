"""The description of the API is complete: whoever reads it needs nothing else."""

import inspect
import json
import re
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import jsonschema
import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.security import OAuth2PasswordRequestForm
from pydantic import BaseModel

from app.application.services import Services
from app.presentation.api.factory import FEATURES, create_app
from app.presentation.api.glossary import BODIES, FIELDS, PARAMETERS, SHAPES
from app.presentation.api.schemas import ApiModel

WHERE = "say it in app/presentation/api/glossary.py"


def _no_services() -> AbstractAsyncContextManager[Services]:
    raise LookupError("the description needs no running service")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return create_app(_no_services, version="1").openapi()


def calls(dependant: Dependant) -> Iterator[Any]:
    """Yield what a route calls: its own function and every dependency's, however deep."""
    yield dependant.call
    for part in dependant.dependencies:
        yield from calls(part)


def is_async(call: Any) -> bool:
    return any(
        check(form)
        for form in (call, getattr(call, "__call__", None))  # noqa: B004 - not whether: what it is
        for check in (inspect.iscoroutinefunction, inspect.isasyncgenfunction)
    )


def operations(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def properties(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in described["components"]["schemas"].items():
        for field, form in schema.get("properties", {}).items():
            yield f"{name}.{field}", form


def test_every_field_has_a_description_and_an_example(described: dict[str, Any]) -> None:
    missing = [name for name, form in properties(described) if not form.get("description") or not form.get("examples")]
    assert missing == [], WHERE


def test_every_shape_has_a_description(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    assert [name for name, schema in schemas.items() if not schema.get("description")] == [], WHERE


def test_every_example_fits_its_schema(described: dict[str, Any]) -> None:
    wrong = []
    schemas = described["components"]
    forms = [*properties(described), *described["components"]["schemas"].items()]
    for name, form in forms:
        check = jsonschema.Draft202012Validator({**form, "components": schemas})
        for example in form.get("examples", []):
            wrong += [f"{name}: {error.message}" for error in check.iter_errors(example)]
    assert wrong == [], WHERE


def test_every_operation_says_what_it_does_under_a_short_name_of_its_own(described: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, operation in operations(described)]
    assert sorted(set(ids)) == sorted(ids)
    assert [one for one in ids if not re.fullmatch(r"[a-z][a-z0-9_]{2,45}", one)] == []
    silent = [
        name
        for name, operation in operations(described)
        if not operation.get("summary") or not operation.get("description") or not operation.get("tags")
    ]
    assert silent == []


def test_every_parameter_has_a_description(described: dict[str, Any]) -> None:
    missing = [
        f"{name} {parameter['name']}"
        for name, operation in operations(described)
        for parameter in operation.get("parameters", [])
        if not (parameter.get("description") or parameter["schema"].get("description"))
    ]
    assert missing == [], WHERE


def test_the_glossary_explains_nothing_that_is_not_there(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    names = {name for name, _ in properties(described)}
    names |= {name.partition(".")[2] for name in names}
    parameters = {one["name"] for _, operation in operations(described) for one in operation.get("parameters", [])}
    assert sorted(set(FIELDS) - names) == []
    assert sorted(set(PARAMETERS) - parameters) == []
    assert sorted((set(BODIES) | set(SHAPES)) - set(schemas)) == []


def lax_fields(schema: Any, path: str = "") -> Iterator[str]:
    """Yield where a validator of pydantic would take 0 for false, or true for 1."""
    if isinstance(schema, list):
        for one in schema:
            yield from lax_fields(one, path)
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    if kind in ("bool", "int") and not schema.get("strict"):
        yield f"{path}: {kind}"
    if kind == "function-before":  # what stands before a number looks at what it is
        return
    for name, part in schema.items():
        if name not in ("metadata", "serialization"):
            yield from lax_fields(part, path if name in _SHAPE_WORDS else f"{path}.{name}")


_SHAPE_WORDS = {"schema", "fields", "items_schema", "values_schema", "definitions", "choices", "type"}


def subclasses(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every class below `kind`."""
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def test_no_request_takes_a_number_for_a_truth_value_or_the_other_way_round(described: dict[str, Any]) -> None:
    bodies = [json.dumps(operation.get("requestBody", {})) for _, operation in operations(described)]
    named = {name for body in bodies for name in re.findall(r"schemas/(\w+)", body)}
    models = [one for one in subclasses(ApiModel) if one.__name__ in named]
    assert len(models) > 30
    assert [where for one in models for where in lax_fields(one.__pydantic_core_schema__, one.__name__)] == []


def test_a_lax_field_is_seen() -> None:
    class Lax(BaseModel):
        done: bool
        several: list[int]
        either: bool | None

    assert len(list(lax_fields(Lax.__pydantic_core_schema__))) == 3


def test_no_request_goes_through_the_thread_pool() -> None:
    routes = [route for feature in FEATURES for route in feature.router.routes if isinstance(route, APIRoute)]
    assert len(routes) > 100
    # The form of the OpenAPI sign-in is FastAPI's own class, met at sign-in alone.
    wrong = {
        f"{call.__module__}.{call.__qualname__}"
        for route in routes
        for call in calls(route.dependant)
        if call is not OAuth2PasswordRequestForm and not is_async(call)
    }
    assert wrong == set(), "make it `async def`, though it awaits nothing"
