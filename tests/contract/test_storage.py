"""File storage keeps the same promises in the fake, in memory, in a folder and in an S3-compatible bucket."""

import asyncio
import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from obstore.store import MemoryStore

from app.domain.errors import NotFoundError, StorageFullError, UnavailableError
from app.domain.files import content_disposition
from app.domain.ports.storage import IFileStorage
from app.infrastructure.storage import ObstoreFileStorage, _translated, local_storage, s3_storage
from tests.fakes import FakeFileStorage
from tests.s3_double import ACCESS_KEY_ID, BUCKET, REGION, SECRET_ACCESS_KEY, s3_server

KEY = "users/1/resumes/ö 1"


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of an S3-compatible server with a bucket called `files`."""
    with s3_server() as address:
        yield address


def in_bucket(endpoint: str, **options: Any) -> ObstoreFileStorage:
    return s3_storage(
        BUCKET,
        endpoint=endpoint,
        region=REGION,
        access_key_id=ACCESS_KEY_ID,
        secret_access_key=SECRET_ACCESS_KEY,
        **options,
    )


@pytest.fixture(params=["fake", "memory", "folder", pytest.param("s3", marks=pytest.mark.integration)])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> IFileStorage:
    if request.param == "fake":
        return FakeFileStorage()
    if request.param == "memory":
        return ObstoreFileStorage(MemoryStore())
    if request.param == "folder":
        return local_storage(tmp_path / "files")
    return in_bucket(request.getfixturevalue("bucket"))


@pytest.mark.parametrize("data", [b"", b"\x00\xff bytes", b"x" * 6_000_000])
async def test_what_was_put_comes_back_and_is_replaced(storage: IFileStorage, data: bytes) -> None:
    await storage.put(KEY, b"before")
    await storage.put(KEY, data)
    assert await storage.get(KEY) == data


async def test_what_is_not_there_is_not_found_and_may_be_deleted(storage: IFileStorage) -> None:
    await storage.delete(KEY)
    await storage.put(KEY, b"x")
    await storage.delete(KEY)
    await storage.delete(KEY)
    with pytest.raises(NotFoundError):
        await storage.get(KEY)


async def test_keys_are_listed_below_a_folder_in_order(storage: IFileStorage) -> None:
    folder = f"users/{id(storage)}/"
    assert await storage.list_keys(folder) == []
    for name in ("b", "a/2", "a/1"):
        await storage.put(f"{folder}{name}", b"x")
    await storage.put(f"users/{id(storage)}0/other", b"x")
    assert await storage.list_keys(folder) == [f"{folder}a/1", f"{folder}a/2", f"{folder}b"]


async def test_what_is_there_is_found_with_its_size_and_time(storage: IFileStorage) -> None:
    folder = f"users/{id(storage)}/found/"
    assert await storage.find(f"{folder}a") is None
    before = datetime.now(UTC) - timedelta(seconds=2)
    await storage.put(f"{folder}a", b"12")
    await storage.put(f"{folder}b", b"123")
    found = await storage.find(f"{folder}a")
    assert found is not None
    assert (found.storage_key, found.size_bytes) == (f"{folder}a", 2)
    assert before <= found.modified_at <= datetime.now(UTC) + timedelta(seconds=2)
    listed = [file async for portion in storage.list_files(folder) for file in portion]
    assert sorted((file.storage_key, file.size_bytes) for file in listed) == [(f"{folder}a", 2), (f"{folder}b", 3)]
    assert await storage.discard_partial(before=before) == 0
    assert len(await storage.list_keys(folder)) == 2


async def test_what_a_broken_writing_left_is_not_seen_and_discarded_when_it_is_old(tmp_path: Path) -> None:
    storage = local_storage(tmp_path)
    await storage.put("users/1/whole", b"1")
    old, fresh = tmp_path / "users/1/broken.pdf#1", tmp_path / "users/1/being-written#2"
    for path in (old, fresh):
        path.write_bytes(b"half")
    moment = datetime.now(UTC) - timedelta(hours=1)
    os.utime(old, (moment.timestamp() - 60,) * 2)
    assert await storage.list_keys("users/") == ["users/1/whole"]
    assert await storage.discard_partial(before=moment) == 1
    assert (old.exists(), fresh.exists()) == (False, True)


async def test_many_at_once_are_all_kept(storage: IFileStorage) -> None:
    names = [f"many/{number}" for number in range(20)]
    await asyncio.gather(*(storage.put(name, name.encode()) for name in names))
    assert await asyncio.gather(*(storage.get(name) for name in names)) == [name.encode() for name in names]


async def test_a_bucket_that_is_away_is_told_as_an_outage() -> None:
    away = in_bucket("http://127.0.0.1:9", link_seconds=60)
    for call in (away.get(KEY), away.link(KEY, filename="a.pdf", content_type="application/pdf")):
        with pytest.raises(UnavailableError):
            await asyncio.wait_for(call, 10)


async def test_there_is_no_link_unless_the_storage_was_told_to_make_some(storage: IFileStorage) -> None:
    await storage.put(KEY, b"x")
    assert await storage.link(KEY, filename="a.pdf", content_type="application/pdf") is None


@pytest.mark.integration
async def test_a_link_downloads_the_file_by_its_name_and_type_without_credentials(bucket: str) -> None:
    storage, data = in_bucket(bucket, link_seconds=60), b"%PDF- \x00" * 100_000
    await storage.put(KEY, data)
    for filename in ("Zoë Ørsted.pdf", "renamed.pdf", "renamed.pdf"):
        link = await storage.link(KEY, filename=filename, content_type="application/pdf")
        assert link is not None
        assert link.startswith(f"{bucket}/files/users/1/resumes/")
        async with httpx2.AsyncClient() as anybody:
            got = await anybody.get(link)
            assert (got.status_code, got.content) == (200, data)
            assert got.headers["Content-Type"] == "application/pdf"
            assert got.headers["Content-Disposition"] == content_disposition(filename)
            assert (await anybody.get(link.split("?")[0])).status_code == 403
            assert (await anybody.put(link, content=b"other")).status_code == 403
            other = link.replace("/resumes/", "/documents/")
            assert "SignatureDoesNotMatch" in (await anybody.get(other)).text
            longer = link.replace("X-Amz-Expires=60", "X-Amz-Expires=86400")
            assert "SignatureDoesNotMatch" in (await anybody.get(longer)).text
        assert await storage.get(KEY) == data


@pytest.mark.integration
async def test_a_link_ends(bucket: str) -> None:
    storage = in_bucket(bucket, link_seconds=1)
    await storage.put(KEY, b"x")
    link = await storage.link(KEY, filename="a.pdf", content_type="application/pdf")
    assert link is not None
    await asyncio.sleep(2.1)
    async with httpx2.AsyncClient() as anybody:
        late = await anybody.get(link)
    assert (late.status_code, late.text) == (403, "<Error><Code>ExpiredToken</Code></Error>")


@pytest.mark.integration
async def test_nothing_that_is_not_there_has_a_link(bucket: str) -> None:
    with pytest.raises(NotFoundError):
        await in_bucket(bucket, link_seconds=60).link("users/1/gone", filename="a", content_type="text/plain")


@pytest.mark.integration
async def test_a_link_leads_to_the_address_that_the_store_has_outside(bucket: str) -> None:
    """The signature covers the host: it must be made for the one that the browser asks."""
    outside = bucket.replace("127.0.0.1", "localhost")
    storage = in_bucket(bucket, public_endpoint=outside, link_seconds=60)
    await storage.put(KEY, b"bytes")
    link = await storage.link(KEY, filename="a.txt", content_type="text/plain")
    assert link is not None
    assert link.startswith(f"{outside}/files/")
    async with httpx2.AsyncClient() as anybody:
        assert (await anybody.get(link)).content == b"bytes"
        assert (await anybody.get(link.replace("localhost", "127.0.0.1"))).status_code == 403


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), StorageFullError),
        (OSError(errno.EIO, "Input/output error"), UnavailableError),
        (FileNotFoundError(), NotFoundError),
    ],
)
def test_trouble_of_the_disk_is_told_in_our_own_words(trouble: OSError, told: type[Exception]) -> None:
    with pytest.raises(told), _translated():
        raise trouble
