"""Parts of statements that several tables share."""

from typing import Any

from sqlalchemy import ColumnElement, Table, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction


def as_bound(table: Table, name: str) -> ColumnElement[bool]:
    """Return the condition that the column equals what the parameter of its name is bound with."""
    return table.c[name] == bindparam(name, type_=table.c[name].type)


def literal_pattern(words: str) -> str:
    """Return the words as a pattern of LIKE, with `/` as its escape, that stands for nothing but themselves."""
    for special in "/%_":
        words = words.replace(special, f"/{special}")
    return words


class lowered(GenericFunction[str]):  # noqa: N801 - named as the functions of SQL are
    """The text in small letters, of all alphabets: SQLite's own `lower` knows ASCII only."""

    type = Text()
    inherit_cache = True


@compiles(lowered)
def _lowered(element: lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f"lower({compiler.process(element.clauses, **options)})"


@compiles(lowered, "sqlite")
def _lowered_by_engine(element: lowered, compiler: SQLCompiler, **options: Any) -> str:
    # The engine brings this one to each connection.
    return f"unicode_lower({compiler.process(element.clauses, **options)})"
