"""What the command line is given by its entry point: the ways into the service, imported only when used."""

from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    # Not to hide a cycle: importing the services takes a second, and `--help` does not need them.
    from app.application.services import Services


class ServicesOpener(Protocol):
    """Opens the services, with everything closed at the end."""

    def __call__(self, *, data_dir: Path | None = None, workers: int = 0) -> "AbstractAsyncContextManager[Services]":
        """Return a context with the services; with `data_dir`, on embedded defaults kept below it, migrated."""
        ...


class Examiner(Protocol):
    """Looks at an installation; with `files` at every stored file too."""

    def __call__(self, *, files: bool) -> Coroutine[Any, Any, list[tuple[str, str, str]]]:
        """Return `(check, "ok" | "warn" | "fail", remark)` each."""
        ...


@dataclass(frozen=True, slots=True)
class Door:
    """The ways in. `doctor` yields `(check, "ok" | "warn" | "fail", remark)`; `migrate` returns where it arrived."""

    services: ServicesOpener
    migrate: Callable[[str], Coroutine[Any, Any, str]]
    doctor: Examiner
    serve: Callable[[str, int, int], None]
    work: Callable[[int | None], None]
    beat: Callable[[], None]
    version: Callable[[], str]
