"""A backup of a used installation, restored into an empty one of either kind of database, is that installation."""

import asyncio
import json
import random
import zipfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from pprint import pformat
from typing import Any

import httpx2
import pytest
from sqlalchemy import Connection, delete, func, inspect, select, text, update

from app.application.backups import BackupService
from app.application.backups.archive import Fingerprint
from app.application.services import Services
from app.bootstrap import build_services
from app.domain.backups import (
    BackupDamagedError,
    BackupIsNewerError,
    NotMigratedError,
    TargetNotEmptyError,
)
from app.domain.errors import NotFoundError
from app.domain.ports.vectors import IVectorIndex
from app.infrastructure.database.backups import SqlDatabaseCopy
from app.infrastructure.database.base import Row
from app.infrastructure.database.engine import Database
from app.infrastructure.database.migrations import current_revision, migrate
from app.infrastructure.database.vectors import SqlVectorIndex
from app.infrastructure.storage import ObstoreFileStorage, local_storage
from app.infrastructure.vectors import IN_MEMORY, QdrantVectorIndex
from tests.api.conftest import serve, settings_on
from tests.api.test_main_job import prepare, wait
from tests.builders import NOON
from tests.conftest import open_database
from tests.s3_double import s3_server, s3_settings

pytestmark = pytest.mark.slow
API = "/api/v1"
LOGIN = {"email": "ana@example.org", "password": "Correct-Horse-9"}
BOTH_WAYS = [
    ("sqlite", "sqlite"),
    pytest.param(("sqlite", "postgresql"), marks=pytest.mark.integration),
    pytest.param(("postgresql", "sqlite"), marks=pytest.mark.integration),
]


async def use(client: httpx2.AsyncClient) -> None:
    """Leave something of everything: two users, documents with exports, an application, interview questions, …"""
    for number in range(2):
        account = LOGIN if number == 0 else {**LOGIN, "email": "bo@example.org"}
        token = (await client.post(f"{API}/auth/register", json=account)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"once-{number}"}
        profile_id, job_id = await prepare(client, {"Authorization": headers["Authorization"]})
        wanted = {"profile_id": profile_id, "job_id": job_id}
        started = await client.post(f"{API}/generations/resume", json=wanted, headers=headers)
        del headers["Idempotency-Key"]
        document_id = (await wait(client, headers, started.headers["Location"]))["result"]["document_id"]
        made = await client.post(f"{API}/documents/{document_id}/export", json={"format": "docx"}, headers=headers)
        assert made.status_code == 201, made.text
        edited = await client.put(
            f"{API}/documents/{document_id}", json={"title": "Ünïcode – 履歴書 \u2028"}, headers=headers
        )
        assert edited.status_code == 200, edited.text
        body = {"job_id": job_id, "resume_document_id": document_id, "deadline": "2031-05-01T12:00:00Z"}
        url = (await client.post(f"{API}/applications", json=body, headers=headers)).headers["Location"]
        await client.put(f"{url}/status", json={"status": "applied"}, headers=headers)
        again = await client.post(f"{started.headers['Location']}/regenerate", json={}, headers=headers)
        await wait(client, headers, again.headers["Location"])
        prep = await client.post(f"{API}/interview-preps", json=wanted, headers=headers)
        assert prep.status_code == 201, prep.text
        await client.post(f"{API}/jobs/{job_id}/analysis", json={"profile_id": profile_id}, headers=headers)
        await client.post(f"{API}/applications/calendar/token", headers=headers)
        searched = await client.get(f"{API}/jobs", params={"q": "nurse"}, headers=headers)
        assert searched.json()["total"] == 1


@asynccontextmanager
async def used(kind: str, request: pytest.FixtureRequest, folder: Path, **changes: Any) -> AsyncIterator[Database]:
    folder.mkdir()  # noqa: ASYNC240 - a test's folder
    async with open_database(kind, request, folder) as database:
        async with serve(settings_on(database, folder).model_copy(update=changes)) as client:
            await use(client)
            await all_done(database)
        yield database


async def all_done(database: Database) -> None:
    """Wait until no background work is left."""
    tasks = Row.metadata.tables["tasks"].c
    waiting = select(func.count()).where(tasks.status.in_(("queued", "running")))
    async with asyncio.timeout(60):
        while True:
            async with database.connect(read_only=True) as connection:
                if not (await connection.execute(waiting)).scalar_one():
                    return
            await asyncio.sleep(0.05)


def backups_of(database: Database, folder: Path, vectors: IVectorIndex | None = None) -> BackupService:
    return BackupService(
        SqlDatabaseCopy(database), local_storage(folder / "files"), vectors, version="test", clock=lambda: NOON
    )


async def rows_of(database: Database, *, but: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Every row as the code reads it, whatever database it is in."""
    async with database.connect(read_only=True) as connection:
        return {
            # The keys of an object have no order in PostgreSQL.
            table.name: sorted(pformat(tuple(row), width=1000) for row in await connection.execute(select(table)))
            for table in Row.metadata.sorted_tables
            if table.name not in but
        }


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kinds", BOTH_WAYS)
async def test_every_row_and_file_comes_back_equal_and_the_service_goes_on(
    kinds: tuple[str, str], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.zip"
    async with used(kinds[0], request, tmp_path / "before") as database:
        report = await backups_of(database, tmp_path / "before").write(archive)
        rows, files = await rows_of(database), files_of(tmp_path / "before" / "files")
    filled = {name for name, found in rows.items() if found}
    assert {
        "users", "master_profiles", "resumes", "jobs", "generations", "documents", "document_versions",
        "document_exports", "saved_applications", "notifications", "tasks", "idempotency_keys", "vectors",
    } <= filled  # fmt: skip
    assert any("interview" in name for name in filled)
    assert (report.rows, report.files, report.missing) == (sum(map(len, rows.values())), len(files), ())
    assert len(files) >= 6
    assert archive.stat().st_mode & 0o077 == 0

    (tmp_path / "after").mkdir()
    async with open_database(kinds[1], request, tmp_path / "after") as database:
        backups = backups_of(database, tmp_path / "after")
        assert (await backups.restore(archive)).rows == report.rows
        assert await rows_of(database) == rows
        assert files_of(tmp_path / "after" / "files") == files
        with pytest.raises(TargetNotEmptyError):
            await backups.restore(archive)
        assert await rows_of(database) == rows
        async with serve(settings_on(database, tmp_path / "after")) as client:
            token = (await client.post(f"{API}/auth/login", json=LOGIN)).json()["access_token"]
            headers = {"Authorization": f"Bearer {token}"}
            document = (await client.get(f"{API}/documents", headers=headers)).json()["items"][0]
            got = await client.get(f"{API}/documents/{document['id']}/download", headers=headers)
            assert got.content.startswith(b"%PDF-")
            assert (await client.get(f"{API}/jobs", params={"q": "nurse"}, headers=headers)).json()["total"] == 1
        await migrate(database, "head")


async def files_in(services: Services) -> dict[str, bytes]:
    """Every file that the service reads, by key."""
    storage = services.backups._storage
    return {key: await storage.get(key) for key in await storage.list_keys("")}


@pytest.mark.integration
async def test_files_move_between_a_bucket_and_a_folder_and_the_rows_with_them_between_databases(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """PostgreSQL and a bucket; then SQLite and a folder; then an empty PostgreSQL and another bucket."""
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    with s3_server("before", "after") as address:
        large = s3_settings(address, "before")
        async with used("postgresql", request, tmp_path / "large", **large) as database:
            settings = settings_on(database, tmp_path / "large").model_copy(update=large)
            async with build_services(settings, workers=0) as services:
                report = await services.backups.write(first)
                rows, files = await rows_of(database), await files_in(services)
        assert files_of(tmp_path / "large" / "files") == {}
        assert (report.rows, report.files, report.missing) == (sum(map(len, rows.values())), len(files), ())
        assert len(files) >= 6
        assert report.file_bytes == sum(map(len, files.values()))

        (tmp_path / "small").mkdir()
        async with (
            open_database("sqlite", request, tmp_path / "small") as database,
            build_services(settings_on(database, tmp_path / "small"), workers=0) as services,
        ):
            await services.backups.restore(first)
            assert await rows_of(database) == rows
            assert files_of(tmp_path / "small" / "files") == files
            check = await services.files.check()
            assert (check.files, check.missing, check.damaged) == (len(files), (), ())
            again = await services.backups.write(second)
            assert (again.rows, again.file_bytes) == (report.rows, report.file_bytes)

        (tmp_path / "other").mkdir()
        async with open_database("postgresql", request, tmp_path / "other") as database:
            settings = settings_on(database, tmp_path / "other").model_copy(update=s3_settings(address, "after"))
            async with build_services(settings, workers=0) as services:
                await services.backups.restore(second)
                assert await rows_of(database) == rows
                assert await files_in(services) == files
                one, other = sorted(files)[:2]
                await services.backups._storage.put(one, files[one][:-1])
                await services.backups._storage.delete(other)
                check = await services.files.check()
                assert (check.files, check.missing, check.damaged) == (len(files), (other,), (one,))


@pytest.fixture
async def source(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    async with used("sqlite", request, tmp_path / "before") as database:
        yield database


@pytest.fixture
async def target(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    (tmp_path / "after").mkdir()
    async with open_database("sqlite", request, tmp_path / "after") as database:
        yield database


def rewritten(archive: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy of the archive with other contents and right checksums of the ZIP."""
    copy = archive.with_name("rewritten.zip")
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return copy


async def is_untouched(database: Database, folder: Path) -> bool:
    assert files_of(folder / "files") == {}
    return not any((await rows_of(database)).values())


async def test_a_damaged_archive_is_refused_and_leaves_nothing(
    source: Database, target: Database, tmp_path: Path
) -> None:
    archive, damaged = tmp_path / "backup.zip", tmp_path / "damaged.zip"
    await backups_of(source, tmp_path / "before").write(archive)
    whole, chance = archive.read_bytes(), random.Random(7)  # noqa: S311 - the same bytes each time
    backups = backups_of(target, tmp_path / "after")
    for at in [1, len(whole) // 2, len(whole) - 3, *chance.sample(range(len(whole)), 5)]:
        damaged.write_bytes(whole[:at])
        with pytest.raises(BackupDamagedError):
            await backups.restore(damaged)
    refused = 0
    for at in chance.sample(range(len(whole)), 40):
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            report = await backups.check(damaged)
        except BackupDamagedError:
            refused += 1
        else:
            # A byte that says nothing about the contents, such as the date of an entry.
            assert report.rows > 0
    assert refused >= 35
    for change in (
        lambda name, data: data.replace(b"Ward Sister", b"Lord Sister") if name == "tables/jobs.jsonl" else data,
        lambda name, data: data[:-9] + b"tampered!" if name.startswith("files/") else data,
        lambda name, data: data.replace(b'"users/', b'"users/../') if name == "manifest.json" else data,
        lambda name, data: b"[]" if name == "manifest.json" else data,
    ):
        with pytest.raises(BackupDamagedError):
            await backups.restore(rewritten(archive, change))
    assert await is_untouched(target, tmp_path / "after")
    assert (await backups.restore(archive)).missing == ()


async def test_an_archive_of_a_newer_jobwise_is_refused(source: Database, target: Database, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    report = await backups_of(source, tmp_path / "before").write(archive)
    backups = backups_of(target, tmp_path / "after")
    for old, new in ((report.revision.encode(), b"9999"), (b'"format": 1', b'"format": 2')):

        def change(name: str, data: bytes, old: bytes = old, new: bytes = new) -> bytes:
            return data.replace(old, new, 1) if name == "manifest.json" else data

        with pytest.raises(BackupIsNewerError):
            await backups.restore(rewritten(archive, change))
    assert await is_untouched(target, tmp_path / "after")


def _columns(connection: Connection) -> dict[str, set[str]]:
    found = inspect(connection)
    return {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}


async def test_an_archive_of_an_older_revision_is_loaded_and_then_upgraded(
    source: Database, target: Database, tmp_path: Path
) -> None:
    """An archive as the version before would have written it: other tables, another revision."""
    archive = tmp_path / "backup.zip"
    backups = backups_of(source, tmp_path / "before")
    newest = (await backups.write(archive)).revision
    older = await migrate(source, "-1")
    with pytest.raises(NotMigratedError):
        await backups.write(tmp_path / "old.zip")
    async with source.connect(read_only=True) as connection:
        tables = await connection.run_sync(_columns)
        users = len((await connection.execute(text("SELECT id FROM users"))).all())
    with zipfile.ZipFile(archive) as written:
        manifest = json.loads(written.read("manifest.json"))
    manifest["revision"] = older
    manifest["tables"] = [one for one in manifest["tables"] if one["shape"]["name"] in tables]
    rows: dict[str, bytes] = {}
    for one in manifest["tables"]:
        shape, name = one["shape"], f"tables/{one['shape']['name']}.jsonl"
        kept = [at for at, (column, _) in enumerate(shape["columns"]) if column in tables[shape["name"]]]
        shape["columns"] = [shape["columns"][at] for at in kept]
        with zipfile.ZipFile(archive) as written:
            lines = [[json.loads(line)[at] for at in kept] for line in written.read(name).decode().split("\n") if line]
        found = Fingerprint()
        found.add(lines)
        one["digest"] = found.digest
        rows[name] = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    rows["manifest.json"] = json.dumps(manifest).encode()

    def as_older(name: str, data: bytes) -> bytes:
        return rows.get(name, data)

    restored = await backups_of(target, tmp_path / "after").restore(rewritten(archive, as_older))
    assert (restored.revision, (await current_revision(target))[0]) == (older, newest)
    async with target.connect(read_only=True) as connection:
        assert len((await connection.execute(text("SELECT id FROM users"))).all()) == users


async def test_files_that_are_gone_are_named_and_those_deleted_meanwhile_are_not(
    source: Database, tmp_path: Path
) -> None:
    """A file whose row goes in the middle of the backup belongs to an instant that is over."""
    resumes = Row.metadata.tables["resumes"]
    storage = local_storage(tmp_path / "before" / "files")
    async with source.connect(read_only=True) as connection:
        keys = list((await connection.execute(select(resumes.c.storage_key).order_by(resumes.c.id))).scalars())
    await storage.delete(keys[0])

    class Deleting(ObstoreFileStorage):
        """The second resume is deleted in the moment its file is asked for."""

        def __init__(self) -> None:
            super().__init__(storage._store)

        async def get(self, key: str) -> bytes:
            if key == keys[1]:
                async with source.connect() as connection:
                    await connection.execute(delete(resumes).where(resumes.c.storage_key == key))
                    await connection.commit()
                raise NotFoundError
            return await super().get(key)

    backups = BackupService(SqlDatabaseCopy(source), Deleting(), None, version="test", clock=lambda: NOON)
    report = await backups.write(tmp_path / "backup.zip")
    assert report.missing == (keys[0],)
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        names = archive.namelist()
        assert len(archive.read("tables/resumes.jsonl").splitlines()) == 1
    assert len(names) == len(set(names))
    assert f"files/{keys[1]}" not in names


async def test_a_backup_that_fails_leaves_no_archive(source: Database, tmp_path: Path) -> None:
    class Broken(ObstoreFileStorage):
        def __init__(self) -> None:
            super().__init__(local_storage(tmp_path)._store)

        async def get(self, key: str) -> bytes:
            raise OSError("the disk does not read")

    backups = BackupService(SqlDatabaseCopy(source), Broken(), None, version="test", clock=lambda: NOON)
    with pytest.raises(OSError, match="does not read"):
        await backups.write(tmp_path / "backup.zip")
    assert list(tmp_path.glob("backup*")) == []  # noqa: ASYNC240 - a test's folder


async def test_a_restore_that_fails_half_way_leaves_nothing_and_can_be_repeated(
    source: Database, target: Database, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.zip"
    await backups_of(source, tmp_path / "before").write(archive)

    class Forgetful(ObstoreFileStorage):
        """Keeps a file short of its last byte."""

        def __init__(self) -> None:
            super().__init__(local_storage(tmp_path / "after" / "files")._store)

        async def get(self, key: str) -> bytes:
            return (await super().get(key))[:-1]

    backups = BackupService(SqlDatabaseCopy(target), Forgetful(), None, version="test", clock=lambda: NOON)
    with pytest.raises(BackupDamagedError, match="did not keep"):
        await backups.restore(archive)
    assert await is_untouched(target, tmp_path / "after")

    await local_storage(tmp_path / "after" / "files").put("users/somebody/else", b"here already")
    with pytest.raises(TargetNotEmptyError, match="files here"):
        await backups_of(target, tmp_path / "after").restore(archive)
    await local_storage(tmp_path / "after" / "files").delete("users/somebody/else")
    await backups_of(target, tmp_path / "after").restore(archive)
    assert await rows_of(target) == await rows_of(source)


async def test_vectors_move_between_the_database_and_a_server(
    source: Database, target: Database, tmp_path: Path
) -> None:
    """From the database into Qdrant, and from there back into a database."""
    archive, again = tmp_path / "backup.zip", tmp_path / "again.zip"
    async with source.connect() as connection:
        # Those of the instant: the clock of this test stands still before anything happened.
        await connection.execute(update(Row.metadata.tables["vectors"]).values(changed_at=NOON))
        await connection.commit()
    await backups_of(source, tmp_path / "before").write(archive)
    rows = await rows_of(source)
    assert len(rows["vectors"]) > 2
    qdrant = QdrantVectorIndex(IN_MEMORY)
    try:
        await backups_of(target, tmp_path / "after", qdrant).restore(archive)
        async with target.connect(read_only=True) as connection:
            assert (await connection.execute(select(Row.metadata.tables["vectors"]))).all() == []
        owners: list[Any] = []
        async with source.connect(read_only=True) as connection:
            owners = list((await connection.execute(select(Row.metadata.tables["users"].c.id))).scalars())
        before = SqlVectorIndex(source)
        for owner in owners:
            states = await before.states(owner)
            assert await qdrant.states(owner) == states
            assert states
        await backups_of(target, tmp_path / "after", qdrant).write(again)
    finally:
        await qdrant.aclose()
    third = tmp_path / "third"
    third.mkdir()
    database = Database(f"sqlite+aiosqlite:///{third / 'jobwise.db'}")
    try:
        await backups_of(database, third).restore(again)
        assert await rows_of(database, but=("vector_state",)) == {
            name: found for name, found in rows.items() if name != "vector_state"
        }
    finally:
        await database.aclose()


async def test_a_backup_may_be_taken_while_the_service_works(source: Database, tmp_path: Path) -> None:
    settings = settings_on(source, tmp_path / "before")
    async with serve(settings) as client, build_services(settings, workers=0) as services:
        token = (await client.post(f"{API}/auth/login", json=LOGIN)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        saved = 0

        async def save() -> None:
            nonlocal saved
            while True:
                body = {"source": "manual", "title": f"Job {saved}", "company": "Acme", "description": "Bread"}
                answer = await client.post(f"{API}/jobs", json=body, headers=headers)
                assert answer.status_code == 201, answer.text
                saved += 1

        async def saved_more(than: int) -> None:
            async with asyncio.timeout(30):
                while saved <= than and not writing.done():  # noqa: ASYNC110 - a counter, no event
                    await asyncio.sleep(0.01)
            assert not writing.done(), writing.exception()

        writing = asyncio.create_task(save())
        await saved_more(1)
        before = saved
        report = await services.backups.write(tmp_path / "backup.zip")
        after = saved
        await saved_more(after)
        writing.cancel()
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        jobs = archive.read("tables/jobs.jsonl").splitlines()
    # Two were there; one may have been committed and not answered yet.
    assert before <= len(jobs) - 2 <= after + 1
    assert (await backups_of(source, tmp_path / "before").check(tmp_path / "backup.zip")).rows == report.rows
