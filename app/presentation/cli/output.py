"""How the command line speaks: results on standard output, progress and troubles on standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from app.domain.errors import JobWiseError

FAILED, BAD_USAGE, NEEDS_REVIEW = 1, 2, 3

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def to_json(value: object) -> str:
    """Return the value as readable JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"


def plain(value: Any) -> dict[str, Any]:
    """Return a dataclass as a JSON-ready object."""
    return asdict(value)


def print_json(value: object) -> None:
    """Write one JSON value."""
    sys.stdout.write(to_json(value))


def fail(message: str, code: int = FAILED) -> NoReturn:
    """Say what went wrong and end with `code`."""
    err.print(f"[bold red]error:[/] {message}", markup=True)
    raise typer.Exit(code)


@contextmanager
def domain_errors(*, as_json: bool) -> Iterator[None]:
    """Turn a domain error into a message and exit code 1."""
    try:
        yield
    except JobWiseError as error:
        if as_json:
            print_json({"error": {"code": error.code, "message": error.message, "details": error.details}})
            raise typer.Exit(FAILED) from error
        err.print("[bold red]error:[/] ", end="")
        err.print(error.message, markup=False)
        for field in _fields(error):
            err.print(f"  {field.get('field')}: {field.get('message')}", markup=False)
        raise typer.Exit(FAILED) from error


def _fields(error: JobWiseError) -> list[dict[str, Any]]:
    found = error.details.get("fields")
    return found if isinstance(found, list) else []


class Steps:
    """A progress line on a terminal, nothing elsewhere."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=err, disable=quiet or not err.is_terminal, transient=True)
        self._task = self._progress.add_task("Starting", total=total)

    def __enter__(self) -> "Steps":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, step: str) -> None:
        """Name the step that begins now."""
        self._progress.update(self._task, advance=1, description=step)

    def update(self, step: str, completed: float) -> None:
        """Name the step and say how much of the total is done."""
        self._progress.update(self._task, completed=completed, description=step)


class Activity:
    """A line on a terminal that says what is being done, nothing elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self._status = Console(stderr=True, highlight=False, quiet=quiet or not err.is_terminal).status("Starting")

    def __enter__(self) -> "Activity":
        self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._status.stop()

    def __call__(self, step: str) -> None:
        """Name what begins now."""
        self._status.update(step)
