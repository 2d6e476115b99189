"""Room for files: an account's share, and a disk that is full."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import IO

import httpx2
import pytest
from sqlalchemy import select

from app.bootstrap import build_services, migrate_database
from app.infrastructure.database.base import Row
from app.infrastructure.database.engine import Database
from app.settings import Settings
from tests.api.conftest import serve, settings_on
from tests.api.test_main_job import POSTING, RESUME, prepare, wait
from tests.conftest import open_database
from tests.s3_double import s3_server, s3_settings

API = "/api/v1"
ACCOUNT = {"email": "ana@example.org", "password": "Correct-Horse-9"}


async def sign_in(client: httpx2.AsyncClient) -> dict[str, str]:
    token = (await client.post(f"{API}/auth/register", json=ACCOUNT)).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def stored(settings: Settings) -> dict[str, int]:
    """Every file of the storage by key, whole or not."""
    folder = settings.resolved_storage_path
    return {str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()}


async def named(settings: Settings) -> dict[str, int]:
    """Every file that a row names."""
    database = Database(settings.resolved_database_url)
    try:
        async with database.connect(read_only=True) as connection:
            found: dict[str, int] = {}
            for name in ("resumes", "document_exports"):
                table = Row.metadata.tables[name].c
                rows = await connection.execute(select(table.storage_key, table.size_bytes))
                found |= {row.storage_key: row.size_bytes for row in rows}
            return found
    finally:
        await database.aclose()


def upload(client: httpx2.AsyncClient, headers: dict[str, str], text: str = RESUME):  # type: ignore[no-untyped-def]
    return client.post(f"{API}/resumes", files={"file": ("resume.txt", text.encode(), "text/plain")}, headers=headers)


@pytest.fixture
async def narrow(database_settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """A service whose accounts may keep 0.0 MB: set to a megabyte, which tests fill."""
    async with serve(database_settings.model_copy(update={"storage_quota_mb": 1})) as client:
        yield client


def padded(size: int) -> str:
    """The resume with a long list of interests."""
    return RESUME + "\n\nInterests\n" + "hiking, " * ((size - len(RESUME)) // 8)


async def test_an_account_that_is_full_keeps_nothing_more_and_goes_on_working(
    narrow: httpx2.AsyncClient, database_settings: Settings
) -> None:
    headers = await sign_in(narrow)
    profile_id, job_id = await prepare(narrow, headers)
    first = await upload(narrow, headers, padded(990_000))
    assert first.status_code == 201, first.text
    told = (await narrow.get(f"{API}/auth/account/storage", headers=headers)).json()
    before = stored(database_settings)
    assert told == {"used_bytes": sum(before.values()), "limit_bytes": 1_000_000, "files": 2}

    refused = await upload(narrow, headers, padded(20_000))
    assert (refused.status_code, refused.json()["error"]["code"]) == (413, "storage_quota_exceeded")
    assert refused.json()["error"]["details"]["limit_bytes"] == 1_000_000
    assert stored(database_settings) == before == await named(database_settings)

    body = {"profile_id": profile_id, "job_id": job_id}
    started = await narrow.post(f"{API}/generations/resume", json=body, headers=headers)
    done = await wait(narrow, headers, started.headers["Location"])
    assert done["status"] == "needs_review"
    assert "no room left in this account" in done["progress"]["stages"][-1]["message"]
    document = f"{API}/documents/{done['result']['document_id']}"
    assert "Priya Raman" in (await narrow.get(document, headers=headers)).json()["content_text"]
    export = await narrow.post(f"{document}/export", json={"format": "pdf"}, headers=headers)
    assert (export.status_code, export.json()["error"]["code"]) == (413, "storage_quota_exceeded")
    assert (await narrow.get(f"{document}/download?format=pdf", headers=headers)).content.startswith(b"%PDF-")
    assert stored(database_settings) == before == await named(database_settings)

    await narrow.delete(f"{API}/resumes/{first.json()['id']}", headers=headers)
    assert (await narrow.post(f"{document}/export", json={"format": "pdf"}, headers=headers)).status_code == 201
    assert (await upload(narrow, headers, padded(20_000))).status_code == 201
    assert stored(database_settings) == await named(database_settings)


async def test_of_uploads_at_the_same_moment_only_those_are_kept_that_have_room(
    narrow: httpx2.AsyncClient, database_settings: Settings
) -> None:
    headers = await sign_in(narrow)
    answers = await asyncio.gather(*(upload(narrow, headers, padded(300_000)) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [413] * 3
    assert stored(database_settings) == await named(database_settings)


async def test_without_a_limit_there_is_none(database_settings: Settings) -> None:
    async with serve(database_settings.model_copy(update={"storage_quota_mb": 0})) as client:
        headers = await sign_in(client)
        told = await client.get(f"{API}/auth/account/storage", headers=headers)
    assert told.json() == {"used_bytes": 0, "limit_bytes": None, "files": 0}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this user may not mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def write_on(file: IO[bytes], data: bytes) -> None:
    while True:
        file.write(data)


def fill(path: Path, *, leave: int = 0) -> None:
    """Take all room of the disk but so many bytes."""
    with path.open("ab", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            with pytest.raises(OSError, match="No space left"):
                write_on(file, b"x" * size)
        file.truncate(max(0, file.tell() - leave))


@pytest.mark.integration
async def test_a_full_disk_is_told_and_nothing_is_half_kept_and_all_goes_on_once_there_is_room(
    small_disk: Path,
) -> None:
    settings = Settings(
        data_dir=small_disk,
        bcrypt_rounds=4,
        log_level="error",
        rate_limit_user_per_minute=0,
        rate_limit_ip_per_day=0,
        task_lease_seconds=2,
    )
    await migrate_database(settings)
    async with serve(settings) as client:
        headers = await sign_in(client)
        profile_id, job_id = await prepare(client, headers)
        resume_id = (await client.get(f"{API}/resumes", headers=headers)).json()["items"][0]["id"]
        for leave in (300_000, 60_000, 0):
            fill(small_disk / "filler", leave=leave)
            codes = set()
            for number in range(12):
                kept = await upload(client, headers, padded(50_000))
                saved = await client.post(
                    f"{API}/jobs", json={"source": "manual", "raw_text": POSTING + "x" * 30_000}, headers=headers
                )
                for answer in (kept, saved):
                    if answer.status_code != 201:
                        assert (answer.status_code, answer.json()["error"]["code"]) == (507, "storage_full"), number
                    codes.add(answer.status_code)
            assert 507 in codes
            # What is there is read as ever.
            assert (await client.get(f"{API}/resumes/{resume_id}", headers=headers)).status_code == 200
            assert (await client.get(f"{API}/resumes/{resume_id}/file", headers=headers)).text == RESUME
            whole = await named(settings)
            assert whole.items() <= stored(settings).items()
            assert stored(settings) == whole

        (small_disk / "filler").unlink()
        assert (await upload(client, headers, padded(50_000))).status_code == 201
        body = {"profile_id": profile_id, "job_id": job_id}
        started = await client.post(f"{API}/generations/resume", json=body, headers=headers)
        assert started.status_code == 201, started.text
        assert (await wait(client, headers, started.headers["Location"]))["status"] == "completed"
    async with build_services(settings, workers=0) as services:
        check = await services.files.check()
        assert (check.missing, check.damaged) == ((), ())
    assert stored(settings) == await named(settings)


@pytest.mark.integration
async def test_an_export_has_a_link_of_the_bucket_where_links_are_switched_on(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with s3_server() as bucket:
        async with open_database("sqlite", request, tmp_path) as database:
            without = settings_on(database, tmp_path).model_copy(update=s3_settings(bucket))
            async with serve(without) as client:
                headers = await sign_in(client)
                profile_id, job_id = await prepare(client, headers)
                body = {"profile_id": profile_id, "job_id": job_id}
                started = await client.post(f"{API}/generations/resume", json=body, headers=headers)
                document_id = (await wait(client, headers, started.headers["Location"]))["result"]["document_id"]
                document = f"{API}/documents/{document_id}"
                own = await client.post(f"{document}/export", json={"format": "docx"}, headers=headers)
                assert own.json()["download_url"] == own.headers["Location"]
                assert own.headers["Location"].startswith(f"{document}/download?format=docx")
            async with serve(without.model_copy(update={"s3_presigned_seconds": 300})) as client:
                # Of a PDF made with the generation, a file kept before there were links, and one that is new.
                for export_format in ("pdf", "docx", "json_resume"):
                    made = await client.post(f"{document}/export", json={"format": export_format}, headers=headers)
                    assert made.status_code == 201, made.text
                    given = await client.get(made.headers["Location"], headers=headers)
                    link = made.json()["download_url"]
                    assert link.startswith(f"{bucket}/files/users/")
                    assert "X-Amz-Expires=300&" in link
                    async with httpx2.AsyncClient() as anybody:
                        got = await anybody.get(link)
                    assert (got.status_code, got.content) == (200, given.content)
                    for name in ("Content-Type", "Content-Disposition"):
                        assert got.headers[name] == given.headers[name]
