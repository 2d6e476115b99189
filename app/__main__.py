"""The command-line door."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.presentation.cli.commands import make_cli
from app.presentation.cli.door import Door

if TYPE_CHECKING:
    # Not to hide a cycle: importing the services takes a second, and `--help` does not need them.
    from app.application.services import Services


@asynccontextmanager
async def _services(*, data_dir: Path | None = None, workers: int = 0) -> "AsyncIterator[Services]":
    from app.bootstrap import build_services, migrate_database
    from app.settings import Settings, embedded

    settings = Settings() if data_dir is None else embedded(data_dir)
    if data_dir is not None:
        await migrate_database(settings)
    async with build_services(settings, workers=workers) as services:
        yield services


async def _migrate(revision: str) -> str:
    from app.bootstrap import migrate_database
    from app.settings import Settings

    return await migrate_database(Settings(), revision)


async def _doctor(*, files: bool) -> list[tuple[str, str, str]]:
    from app.bootstrap import examine

    return await examine(files=files)


def _serve(host: str, port: int, workers: int) -> None:
    from app.main import serve

    serve(host, port, workers)


def _work(concurrency: int | None) -> None:
    from app.worker import work

    work(concurrency)


def _beat() -> None:
    from app.worker import beat

    beat()


def _version() -> str:
    from app.bootstrap import app_version

    return app_version()


def door() -> Door:
    """Return the ways into the service."""
    return Door(
        services=_services,
        migrate=_migrate,
        doctor=_doctor,
        serve=_serve,
        work=_work,
        beat=_beat,
        version=_version,
    )


def main() -> None:
    """Run the command line."""
    make_cli(door())()


if __name__ == "__main__":
    main()
