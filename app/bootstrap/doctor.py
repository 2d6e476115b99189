"""What looks at an installation from outside: migrations and the doctor."""

import asyncio
import shutil

from sqlalchemy.exc import SQLAlchemyError

from app.application.files import FileService
from app.application.tasks import TaskRunner
from app.bootstrap.reach import reach
from app.bootstrap.services import build_services
from app.domain.errors import JobWiseError
from app.infrastructure.database.engine import Database
from app.infrastructure.database.migrations import current_revision, migrate
from app.settings import Settings

_LATE_SECONDS = 60
_NAMED = 20


async def migrate_database(settings: Settings, revision: str = "head") -> str:
    """Bring the configured database to `revision` and return where it arrived."""
    database = Database(settings.resolved_database_url)
    try:
        return await migrate(database, revision)
    finally:
        await database.aclose()


async def examine(*, files: bool = False) -> list[tuple[str, str, str]]:
    """Check the configuration and every configured dependency: `(check, "ok" | "warn" | "fail", remark)` each.

    With `files`, every stored file is read and compared with its checksum.
    """
    try:
        settings = Settings()
    except ValueError as error:
        return [("configuration", "fail", " ".join(str(error).split()))]
    found = [("configuration", "ok", f"environment {settings.environment}")]
    if not settings.jwt_secret_key:
        found.append(("token secret", "warn", f"made by JobWise, kept under {settings.data_dir}"))
    try:
        async with build_services(settings, workers=0) as services:
            tried, health = await asyncio.gather(reach(settings), services.health.check())
            names = {name for name, _, _ in tried}
            for name, result in health.items():
                if name not in names:
                    found.append((name, "ok" if result == "ok" else "fail", "" if result == "ok" else result))
            found += tried
            found.append(await _backlog(services.tasks))
            if files:
                found.append(await _files(services.files))
    except ValueError as error:
        return [("configuration", "fail", str(error))]
    found.append(await _migrations(settings))
    found.append(await _recognition(settings))
    return found


async def _backlog(tasks: TaskRunner) -> tuple[str, str, str]:
    try:
        counts = await tasks.backlog()
    except (JobWiseError, SQLAlchemyError) as error:
        return ("background work", "warn", f"not known ({type(error).__name__})")
    remark = f"{counts.due} due, {counts.running} running, {counts.parked} parked"
    if counts.parked:
        return ("background work", "warn", f"{remark}; the last one because: {counts.last_parked[:200]}")
    if counts.oldest_seconds > _LATE_SECONDS:
        return (
            "background work",
            "warn",
            f"{remark}; the oldest waits for {counts.oldest_seconds:.0f} s: is a worker there?",
        )
    return ("background work", "ok", remark)


async def _files(files: FileService) -> tuple[str, str, str]:
    try:
        check = await files.check()
    except (JobWiseError, SQLAlchemyError) as error:
        return ("files", "fail", f"could not be read ({type(error).__name__})")
    if not check.missing and not check.damaged:
        return ("files", "ok", f"{check.files} as they were stored")
    wrong = [f"missing {key}" for key in check.missing] + [f"damaged {key}" for key in check.damaged]
    counted = f"{len(check.missing)} of {check.files} missing, {len(check.damaged)} damaged: "
    return ("files", "fail", counted + ", ".join(wrong[:_NAMED]) + (", …" if len(wrong) > _NAMED else ""))


async def _recognition(settings: Settings) -> tuple[str, str, str]:
    name = "text recognition"
    if not settings.ocr_enabled:
        return (name, "ok", "off; scans are refused (OCR_ENABLED)")
    program = shutil.which(settings.ocr_program)
    if program is None:
        return (name, "fail", f"{settings.ocr_program} is not installed; on Debian: apt install tesseract-ocr")
    process = await asyncio.create_subprocess_exec(
        program, "--list-langs", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    missing = set(settings.ocr_languages.split("+")) - set(output.decode(errors="replace").split())
    if missing:
        return (name, "fail", f"tesseract has no data for {', '.join(sorted(missing))} (OCR_LANGUAGES)")
    return (name, "ok", f"{program}, {settings.ocr_languages}")


async def _migrations(settings: Settings) -> tuple[str, str, str]:
    database = Database(settings.resolved_database_url)
    try:
        current, newest = await current_revision(database)
    except (SQLAlchemyError, OSError) as error:
        return ("migrations", "fail", type(error).__name__)
    finally:
        await database.aclose()
    if current == newest:
        return ("migrations", "ok", current)
    return ("migrations", "warn", f"at {current or 'nothing'}, newest is {newest}: run jobwise migrate")
