"""Rules of the house that import contracts cannot say."""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app.application.services import Services
from app.infrastructure.database.base import OwnedRepository, table_of
from app.infrastructure.database.migrations import import_tables
from docs.generate import FILES, ROOT, error_classes

APP = ROOT / "app"
# docs/adr/0002: pure computing libraries, for the text engines only.
TEXT_LIBRARIES = {"ahocorasick", "rapidfuzz", "simplemma", "py3langid"}
LONGEST = 300
MOST_METHODS = 10


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders or ("",):
        yield from sorted(path for path in (APP / folder).rglob("*.py"))


def external_imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"app"}


def test_the_inner_layers_import_the_standard_library_and_what_the_adr_lists() -> None:
    allowed = {APP / "domain" / "text": TEXT_LIBRARIES}
    offenders = {}
    for path in modules("domain", "application"):
        libraries = next((names for folder, names in allowed.items() if folder in path.parents), set())
        extra = external_imports(path) - libraries
        if extra:
            offenders[str(path.relative_to(ROOT))] = sorted(extra)
    assert offenders == {}


def test_no_module_is_long_without_a_reason_beside_it() -> None:
    offenders = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST and "# size:" not in text:
            offenders.append((str(path.relative_to(ROOT)), text.count("\n")))
    assert offenders == []


def test_no_service_has_many_methods_without_a_reason_beside_it() -> None:
    offenders = []
    for field in fields(Services):
        kind = field.type
        assert isinstance(kind, type)
        methods = [name for name, _ in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")]
        source = inspect.getsource(kind)
        if len(methods) > MOST_METHODS and "# methods:" not in source:
            offenders.append((kind.__name__, len(methods)))
    assert offenders == []


def patterns_compiled_at_import(source: str) -> list[int]:
    """Return the lines that compile a pattern of text as soon as their module is imported."""
    tree = ast.parse(source)
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    later = {id(node) for function in functions for node in ast.walk(function)}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and id(node) not in later and ast.unparse(node.func) == "re.compile"
        if not ast.unparse(node.args[0]).startswith(("b", "rb"))
    ]


def test_the_texts_compile_no_pattern_before_it_is_used() -> None:
    assert patterns_compiled_at_import("A = re.compile('a')\ndef f(): re.compile('b')\nB = re.compile(b'c')") == [1]
    offenders = {
        str(path.relative_to(ROOT)): lines
        for path in modules("domain")
        if (lines := patterns_compiled_at_import(path.read_text(encoding="utf-8")))
    }
    assert offenders == {}, "take app.domain.regex.regex"


def owned_repositories() -> list[type[OwnedRepository[Any]]]:
    import_tables()
    return [kind for kind in OwnedRepository.__subclasses__() if "row" in vars(kind)]


@pytest.mark.parametrize("repository", owned_repositories(), ids=lambda kind: kind.__name__)
def test_column_names_equal_field_names(repository: type[OwnedRepository[Any]]) -> None:
    columns = {column.name for column in table_of(repository.row).columns}
    names = {field.name for field in fields(repository.entity)} - repository.unloaded
    assert columns == names


def test_an_error_code_means_one_thing() -> None:
    meanings: dict[str, set[str]] = {}
    for kind in error_classes():
        if "code" in vars(kind):
            meanings.setdefault(kind.code, set()).add(kind.__qualname__)
    assert {code: names for code, names in meanings.items() if len(names) > 1} == {}


@pytest.mark.parametrize("name", FILES)
def test_the_generated_reference_is_current(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == FILES[name]()


def test_the_environment_is_read_in_one_place() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for path in modules()
        if {"environ", "getenv"}
        & {
            node.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute)
        }
    ]
    assert readers == []


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize(
    "lock", [*sorted(ROOT.glob("*.lock")), ROOT / "web/package-lock.json"], ids=lambda path: path.name
)
def test_no_lock_file_names_an_address(lock: Path) -> None:
    """Installing asks whichever index the machine is set up for; `npm run lock` and `make lock` leave addresses out."""
    assert re.findall(r"https?://\S+", lock.read_text()) == []
