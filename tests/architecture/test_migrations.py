"""Migrations only expand: instances of the version before work on while, and after, one runs.

What takes something away, renames it or asks more of a row waits for the release after. A migration that may do so says
why in a line `# contract: …`.
"""

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

VERSIONS = sorted((Path(__file__).parents[2] / "alembic" / "versions").glob("[0-9]*.py"))
TAKEN_AWAY = re.compile(
    r"\b(drop_(table|column)|rename_table|DROP\s+(TABLE|COLUMN)|RENAME\s+(TO|COLUMN)|SET\s+NOT\s+NULL)\b"
)


def offences(source: str) -> list[str]:
    """Return what the way up does that the version before would not survive."""
    module = ast.parse(source)
    forward = [node for node in module.body if not (isinstance(node, ast.FunctionDef) and node.name == "downgrade")]
    if "down_revision = None" in source or re.search(r"^# contract: \S.{20,}$", source, re.MULTILINE):
        return []
    made = {
        call.args[0].value
        for call in _calls(forward)
        if _name(call) == "create_table" and isinstance(call.args[0], ast.Constant)
    }
    added = {
        column.args[0].value
        for call in _calls(forward)
        if _name(call) == "add_column"
        for column in _calls([ast.Expr(call)])
        if _name(column) == "Column" and isinstance(column.args[0], ast.Constant)
    }
    found = [hit.group() for node in forward for hit in TAKEN_AWAY.finditer(ast.unparse(node))]
    for call in _calls(forward):
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        if _name(call) == "alter_column" and (
            {"new_column_name", "type_"} & set(given) or _is_false(given.get("nullable"))
        ):
            found.append(ast.unparse(call))
        if _name(call) in ("create_unique_constraint", "create_check_constraint", "create_foreign_key"):
            found.append(ast.unparse(call))
        if _name(call) == "create_index" and "unique=True" in ast.unparse(call):
            names = {one.value for one in ast.walk(call) if isinstance(one, ast.Constant)}
            if not names & (made | added):
                found.append(ast.unparse(call))
        if _name(call) == "add_column":
            column = next(one for one in ast.walk(call) if isinstance(one, ast.Call) and _name(one) == "Column")
            of_column = {keyword.arg: keyword.value for keyword in column.keywords}
            if _is_false(of_column.get("nullable")) and "server_default" not in of_column:
                found.append(ast.unparse(call))
    return found


def _calls(nodes: Sequence[ast.AST]) -> list[ast.Call]:
    return [one for node in nodes for one in ast.walk(node) if isinstance(one, ast.Call)]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _is_false(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem[:4])
def test_a_migration_takes_nothing_from_the_version_before(path: Path) -> None:
    assert offences(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "op.drop_table('jobs')",
        "op.drop_column('jobs', 'title')",
        "batch_op.drop_column('title')",
        "op.rename_table('jobs', 'posts')",
        "op.execute('ALTER TABLE jobs RENAME COLUMN title TO name')",
        "op.execute('ALTER TABLE jobs DROP COLUMN title')",
        "op.alter_column('jobs', 'title', new_column_name='name')",
        "op.alter_column('jobs', 'title', nullable=False)",
        "op.alter_column('jobs', 'title', type_=sa.Integer())",
        "op.add_column('jobs', sa.Column('level', sa.Integer(), nullable=False))",
        "op.create_unique_constraint('u', 'jobs', ['title'])",
        "op.create_index('i', 'jobs', ['title'], unique=True)",
    ],
)
def test_the_guard_sees_what_it_guards_against(line: str) -> None:
    assert offences(f"def upgrade():\n    {line}\n")
    assert offences(f"def upgrade():\n    pass\n\ndef downgrade():\n    {line}\n") == []
    assert offences(f"# contract: nobody has read it since the last release\n\ndef upgrade():\n    {line}\n") == []
