"""`jobwise backup` and `jobwise restore`."""

from datetime import UTC, datetime
from pathlib import Path

from app.application.backups import BackupReport
from app.presentation.cli import output
from app.presentation.cli.door import Door


async def backup(door: Door, path: Path | None, *, as_json: bool) -> int:
    """Write a backup; 3 where files were gone already that rows still name."""
    path = path or Path(f"jobwise-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip")
    if path.exists():
        output.fail(f"{path} is there already; name another file", output.BAD_USAGE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with output.domain_errors(as_json=as_json), output.Activity(quiet=as_json) as tell:
            async with door.services() as services:
                report = await services.backups.write(path, tell)
    except OSError as error:
        output.fail(f"{path} could not be written: {error.strerror or error}")
    return _tell(report, f"{path} holds", as_json=as_json)


async def restore(door: Door, path: Path, *, only_check: bool, as_json: bool) -> int:
    """Restore a backup, or only look whether it is whole; 3 where it was made without files that were gone."""
    try:
        with output.domain_errors(as_json=as_json), output.Activity(quiet=as_json) as tell:
            async with door.services() as services:
                backups = services.backups
                report = await (backups.check(path) if only_check else backups.restore(path, tell))
    except OSError as error:
        output.fail(f"{path} could not be read: {error.strerror or error}")
    return _tell(report, f"{path} is whole: it holds" if only_check else "Restored:", as_json=as_json)


def _tell(report: BackupReport, opening: str, *, as_json: bool) -> int:
    if as_json:
        output.print_json(output.plain(report))
    else:
        output.out.print(
            f"{opening} {report.rows:,} rows of {report.tables} tables and {report.files:,} files "
            f"({report.file_bytes:,} bytes) as of {report.taken_at}.",
            markup=False,
        )
        for key in report.missing:
            output.err.print(f"missing or damaged before: {key}", markup=False)
    return output.NEEDS_REVIEW if report.missing else 0
