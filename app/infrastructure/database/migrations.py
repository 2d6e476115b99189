"""Migrations, run in process."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

import app.infrastructure.database as package
from app.domain.errors import ConflictError
from app.infrastructure.database.engine import Database

if TYPE_CHECKING:
    # Not to hide a cycle: Alembic and what it runs take 25 MB and 0.2 s, and most starts find nothing to migrate.
    from alembic.config import Config
    from alembic.script import ScriptDirectory

_ROOT = Path(__file__).parents[3]
NEW_SQLITE = _ROOT / "alembic" / "new_sqlite.sql"
_LOCK = 0x6A6F6277  # any constant: the advisory lock that lets one instance migrate at a time


class DatabaseIsNewerError(ConflictError):
    """The database was migrated by a newer JobWise; an older one must not touch it."""

    code = "database_is_newer"
    default_message = "This database was migrated by a newer JobWise; upgrade JobWise, or restore a backup made before"


def import_tables() -> None:
    """Import every module beside this one, so that all tables are known."""
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")


async def migrate(database: Database, revision: str = "head") -> str:
    """Bring the database to `revision` (`head`, `base`, an id, or a relative step such as `-1`) and return where it is.

    Safe to call from several instances at once. Raises `DatabaseIsNewerError`.
    """
    async with database.engine.connect() as connection, _tables_may_be_replaced(database, connection):
        reached = await connection.run_sync(_run, revision)
        await connection.commit()
    return reached


@asynccontextmanager
async def _tables_may_be_replaced(database: Database, connection: AsyncConnection) -> AsyncIterator[None]:
    """Keep SQLite from deleting what refers to a table while a new one takes its place.

    SQLite changes most of a table by copying it, and the drop of the old one deletes its rows, cascades and all:
    https://sqlite.org/lang_altertable.html#otheralter, whose steps these are.
    """
    if not database.is_sqlite:
        yield
        return
    driver: Any = (await connection.get_raw_connection()).driver_connection
    # Of no effect inside a transaction, so the driver is asked and not SQLAlchemy, which would begin one.
    await driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        await driver.execute("PRAGMA foreign_keys=ON")


async def current_revision(database: Database) -> tuple[str, str]:
    """Return the database's revision (empty where it has none) and the newest one that is known."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(_current), newest_revision()


def newest_revision() -> str:
    """Return the newest migration's revision: what the last of the files, which are in order, begins with."""
    return max(path.name for path in (_ROOT / "alembic" / "versions").glob("*_*.py")).partition("_")[0]


def is_known(revision: str) -> bool:
    """Tell whether this version of JobWise has the revision's migration."""
    return any(script.revision == revision for script in _script().walk_revisions())


def _config(connection: Connection | None = None) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - see above

    # Its default is what the output was when Alembic was imported.
    config = Config(str(_ROOT / "alembic.ini"), stdout=sys.stdout)
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def _script() -> "ScriptDirectory":
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see above

    return ScriptDirectory.from_config(_config())


def _current(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def written_schema(connection: Connection) -> str:
    """Return the statements that make an empty SQLite database into this one, whose migrations kept no rows.

    One to a line: tables first, then indexes and triggers, each in the order they were made; FTS5 makes its shadow
    tables itself.
    """
    made = connection.execute(
        text(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
            "AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') "
            "ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid"
        )
    ).scalars()
    return "".join(f"{' '.join(sql.split())};\n" for sql in [*made, _stamp(_current(connection))])


def _stamp(revision: str) -> str:
    return f"INSERT INTO alembic_version (version_num) VALUES ('{revision}')"  # noqa: S608 - a name of one of our files


def _make_new(connection: Connection) -> bool:
    """Make the tables of an empty SQLite database at once, as the migrations would one after the other.

    That takes a tenth of the time, and no Alembic. Tell whether it did: not where there is a newer migration.
    """
    if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
        return False
    statements = NEW_SQLITE.read_text(encoding="utf-8").splitlines()
    if statements[-1] != f"{_stamp(newest_revision())};":
        return False
    for statement in statements:
        connection.exec_driver_sql(statement)
    return True


def _run(connection: Connection, revision: str) -> str:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    current = _current(connection)
    if revision == "head" and (current == newest_revision() or (not current and _make_new(connection))):
        return newest_revision()
    if current and not is_known(current):
        raise DatabaseIsNewerError(revision=current)
    goes_down = revision == "base" or revision.startswith("-") or (is_known(revision) and _is_before(revision, current))
    from alembic import command  # noqa: PLC0415 - see above

    if goes_down:
        command.downgrade(_config(connection), revision)
    else:
        command.upgrade(_config(connection), revision)
    if connection.dialect.name == "sqlite" and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
        raise RuntimeError(f"the migration would leave rows that refer to nothing: {broken[:3]}")
    return _current(connection)


def _is_before(revision: str, current: str) -> bool:
    if not current or revision == current:
        return False
    return any(script.revision == revision for script in _script().iterate_revisions(current, "base"))
