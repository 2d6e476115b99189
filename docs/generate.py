"""Writes the reference from the code: `openapi.json`, `.env.example`, the settings, the errors, the tables of SQLite.

With `--check` nothing is written, and the exit code tells whether everything is current.
"""

import asyncio
import json
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from importlib import import_module
from pathlib import Path

import app
from app.application.services import Services
from app.domain.errors import JobWiseError
from app.infrastructure.database.engine import Database
from app.infrastructure.database.migrations import migrate, newest_revision, written_schema
from app.presentation.api.errors import status_of
from app.presentation.api.factory import create_app
from app.settings import Settings

ROOT = Path(__file__).parents[1]


def _no_services() -> AbstractAsyncContextManager[Services]:
    raise LookupError("the description needs no running service")


def openapi() -> str:
    """Return the API's description."""
    described = create_app(_no_services, version="1").openapi()
    return json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def new_sqlite() -> str:
    """Return what an empty SQLite database is made with, as the migrations leave it."""

    async def migrated() -> str:
        database = Database("sqlite+aiosqlite://")
        try:
            # By its number, for "head" would make it with the file that is written here.
            await migrate(database, newest_revision())
            async with database.engine.connect() as connection:
                return await connection.run_sync(written_schema)
        finally:
            await database.aclose()

    return asyncio.run(migrated())


def _settings() -> Iterator[tuple[str, str, str]]:
    for name, field in Settings.model_fields.items():
        default = field.default
        text = ",".join(default) if isinstance(default, tuple) else "" if default is None else str(default)
        if isinstance(default, list):
            text = json.dumps(default)
        if isinstance(default, bool):
            text = str(default).lower()
        yield name.upper(), text, field.description or ""


def env_example() -> str:
    """Return every setting with its default, commented out."""
    lines = ["# Every setting of JobWise with its default. Copy to .env and change what you need.", ""]
    for name, default, description in _settings():
        lines += [f"# {description}", f"# {name}={default}", ""]
    return "\n".join(lines)


def configuration() -> str:
    """Return the settings as a table."""
    lines = [
        "# Configuration",
        "",
        "Read from the environment or `.env`. This page is generated: `make reference`.",
        "",
        "| variable | default | meaning |",
        "| --- | --- | --- |",
    ]
    for name, default, description in _settings():
        lines.append(f"| `{name}` | {f'`{default}`' if default else 'empty'} | {description.replace('|', '&#124;')} |")
    return "\n".join(lines) + "\n"


def error_classes() -> list[type[JobWiseError]]:
    """Return every error class of the code, by code."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith(("__main__", ".child")):
            import_module(module.name)
    found: dict[str, type[JobWiseError]] = {}

    def visit(kind: type[JobWiseError]) -> None:
        for child in kind.__subclasses__():
            if child.__module__.startswith("app."):
                found.setdefault(f"{child.__module__}.{child.__qualname__}", child)
                visit(child)

    visit(JobWiseError)
    return sorted(found.values(), key=lambda kind: (kind.code, kind.__qualname__))


def errors() -> str:
    """Return every error code with its status and sentence."""
    lines = [
        "# Errors",
        "",
        'Every error has the shape `{"error": {"code", "message", "details"}}`.',
        "This page is generated: `make reference`.",
        "",
        "| code | status | message |",
        "| --- | --- | --- |",
        "| `internal_error` | 500 | Something went wrong |",
        "| `method_not_allowed` | 405 | This address does not take this method |",
    ]
    seen = set()
    for kind in error_classes():
        if kind.code not in seen:
            seen.add(kind.code)
            lines.append(f"| `{kind.code}` | {status_of(kind())} | {kind.default_message} |")
    return "\n".join(lines) + "\n"


FILES = {
    "openapi.json": openapi,
    ".env.example": env_example,
    "docs/configuration.md": configuration,
    "docs/errors.md": errors,
    "alembic/new_sqlite.sql": new_sqlite,
}


def main() -> int:
    """Write or check every file; return the exit code."""
    stale = []
    for name, make in FILES.items():
        path, text = ROOT / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"not what the code says: {', '.join(stale)}; run make reference\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
