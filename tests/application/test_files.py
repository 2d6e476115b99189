"""Files as such, on fakes."""

import hashlib
from datetime import timedelta

import pytest

from app.application.files import FileService
from app.application.storage_quota import StorageQuota
from app.domain.files import StorageQuotaExceededError
from app.domain.ids import uuid7
from tests.builders import NOON, make_resume, make_user
from tests.fakes import FakeFileStorage, FakeUnitOfWorkFactory

OLD = NOON - timedelta(hours=25)


class World:
    """A user with one resume, whose file was stored long ago."""

    def __init__(self) -> None:
        self.units, self.storage = FakeUnitOfWorkFactory(), FakeFileStorage()
        self.user = make_user()
        self.folder = f"users/{self.user.id}"
        self.quota = StorageQuota(100)
        self.files = FileService(self.units, self.storage, self.quota, clock=lambda: NOON)

    async def fill(self) -> "World":
        await self.units.unit.users.save(self.user)
        await self.add("resumes/1", b"resume")
        return self

    async def add(self, name: str, data: bytes) -> None:
        resume = make_resume(
            self.user.id,
            id=uuid7(),
            storage_key=f"{self.folder}/{name}",
            size_bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )
        await self.units.unit.resumes.save(resume)
        self.keep(name, data)

    def keep(self, name: str, data: bytes = b"nobody's") -> None:
        """Store a file of long ago that no row names."""
        key = f"{self.folder}/{name}"
        self.storage.files[key], self.storage.modified[key] = data, OLD


async def test_what_no_row_names_is_deleted_a_day_after_it_was_written() -> None:
    world = await World().fill()
    world.keep("documents/2/1/a.pdf")
    world.keep("documents/2/1/fresh.pdf")
    world.storage.modified[f"{world.folder}/documents/2/1/fresh.pdf"] = NOON - timedelta(hours=23)
    # Of an account that is gone, and something nobody knows.
    gone, unknown = f"users/{uuid7()}/resumes/1", "users/README"
    for key in (gone, unknown):
        world.storage.files[key], world.storage.modified[key] = b"x", OLD
    assert await world.files.sweep() == 2
    assert sorted(world.storage.files) == sorted(
        [f"{world.folder}/resumes/1", f"{world.folder}/documents/2/1/fresh.pdf", unknown]
    )
    assert await world.files.sweep() == 0


async def test_a_file_that_is_written_again_while_the_sweep_looks_is_left_alone() -> None:
    class Rewritten(FakeFileStorage):
        """A worker that takes up old work writes between the listing and the deletion."""

        async def find(self, key: str):  # type: ignore[no-untyped-def]
            self.modified[key] = NOON
            return await super().find(key)

    world = World()
    world.storage = Rewritten()
    world.files = FileService(world.units, world.storage, world.quota, clock=lambda: NOON)
    await world.fill()
    world.keep("generations/1/a.pdf")
    assert await world.files.sweep() == 0
    assert f"{world.folder}/generations/1/a.pdf" in world.storage.files


async def test_missing_and_damaged_files_are_named() -> None:
    world = await World().fill()
    assert await world.files.check() == (await world.files.check())
    await world.add("resumes/2", b"second")
    await world.add("resumes/3", b"third")
    del world.storage.files[f"{world.folder}/resumes/2"]
    world.storage.files[f"{world.folder}/resumes/3"] = b"thirt"
    found = await world.files.check()
    assert (found.files, found.missing, found.damaged) == (
        3,
        (f"{world.folder}/resumes/2",),
        (f"{world.folder}/resumes/3",),
    )


async def test_an_account_takes_as_much_room_as_it_may() -> None:
    world = await World().fill()
    used = await world.files.use(world.user.id)
    assert (used.used_bytes, used.limit_bytes, used.files) == (6, 100, 1)
    async with world.units() as uow:
        await world.quota.claim(uow, world.user.id, 94)
        with pytest.raises(StorageQuotaExceededError) as caught:
            await world.quota.claim(uow, world.user.id, 95)
        assert caught.value.details == {"used_bytes": 6, "limit_bytes": 100, "file_bytes": 95}
        await StorageQuota(None).claim(uow, world.user.id, 10**12)
