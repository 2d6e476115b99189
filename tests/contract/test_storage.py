"""File storage keeps the same promises in the fake, in memory, in a folder and in an S3-compatible bucket."""

import asyncio
import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from moto.server import ThreadedMotoServer
from obstore.store import MemoryStore

from app.domain.errors import NotFoundError, StorageFullError, UnavailableError
from app.domain.ports.storage import IFileStorage
from app.infrastructure.storage import ObstoreFileStorage, _translated, local_storage, s3_storage
from tests.fakes import FakeFileStorage

KEY = "users/1/resumes/ö 1"


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of an S3-compatible server with a bucket called `files`."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    httpx2.put(f"http://{host}:{port}/files").raise_for_status()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(params=["fake", "memory", "folder", pytest.param("s3", marks=pytest.mark.integration)])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> IFileStorage:
    if request.param == "fake":
        return FakeFileStorage()
    if request.param == "memory":
        return ObstoreFileStorage(MemoryStore())
    if request.param == "folder":
        return local_storage(tmp_path / "files")
    return s3_storage(
        "files",
        endpoint=request.getfixturevalue("bucket"),
        region="us-east-1",
        access_key_id="key",
        secret_access_key="secret",
    )


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
    away = s3_storage(
        "files", endpoint="http://127.0.0.1:9", region="us-east-1", access_key_id="key", secret_access_key="secret"
    )
    with pytest.raises(UnavailableError):
        await asyncio.wait_for(away.get(KEY), 10)


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
