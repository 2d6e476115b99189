"""The commands that look after an installation: `doctor`, `backup` and `restore`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from app.presentation.cli.door import Door
from app.presentation.cli.options import EXIT, Json


def add_upkeep(cli: typer.Typer, door: Door) -> None:
    """Add the commands to the command line."""

    @cli.command(epilog=EXIT)
    def doctor(
        files: Annotated[
            bool, typer.Option("--files", help="Read every stored file and compare its checksum.")
        ] = False,
        json: Json = False,
    ) -> None:
        """Check the configuration and reach every configured dependency.

        Examples:

        - `jobwise doctor`
        - `jobwise doctor --files --json`
        """
        from app.presentation.cli import output

        checks = asyncio.run(door.doctor(files=files))
        if json:
            output.print_json([{"check": name, "status": status, "remark": remark} for name, status, remark in checks])
        else:
            for name, status, remark in checks:
                output.out.print(f"{status:5} {name:22} {remark}", markup=False)
        raise typer.Exit(output.FAILED if any(status == "fail" for _, status, _ in checks) else 0)

    @cli.command(epilog=EXIT)
    def backup(
        archive: Annotated[
            Path | None, typer.Argument(help="The file to write; else jobwise-<time>.zip in this folder.")
        ] = None,
        json: Json = False,
    ) -> None:
        """Write database, files and vectors as of one instant to an archive, and read it again. The service may run.

        Examples:

        - `jobwise backup`
        - `jobwise backup /backups/jobwise-monday.zip --json`
        """
        from app.presentation.cli import backing_up

        raise typer.Exit(asyncio.run(backing_up.backup(door, archive, as_json=json)))

    @cli.command(epilog=EXIT)
    def restore(
        archive: Annotated[Path, typer.Argument(help="The archive that jobwise backup wrote.")],
        check: Annotated[bool, typer.Option("--check", help="Only read the archive; change nothing.")] = False,
        json: Json = False,
    ) -> None:
        """Restore a backup into an empty installation, of any kind of database, and compare every row and file.

        Examples:

        - `jobwise restore jobwise-20270104-020000.zip`
        - `jobwise restore /backups/jobwise-monday.zip --check`
        """
        from app.presentation.cli import backing_up

        raise typer.Exit(asyncio.run(backing_up.restore(door, archive, only_check=check, as_json=json)))
