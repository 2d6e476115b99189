"""Taking everything out of an account and deleting it, over the fakes."""

import io
import json
import zipfile
from uuid import UUID

import pytest

from app.application.account_data import AccountDataService
from app.domain.audit import ClientInfo
from app.domain.auth import Caller, InvalidCredentialsError
from app.domain.errors import UnavailableError
from app.domain.ids import uuid7
from tests.builders import NOON, make_job, make_profile, make_user
from tests.fakes import FakeFileStorage, FakeUnitOfWorkFactory

PASSWORD = "Correct-Horse-9"


async def confirm(_user_id: UUID, password: str) -> None:
    if password != PASSWORD:
        raise InvalidCredentialsError


class World:
    """An account with a job, many profiles and a file, beside another's."""

    def __init__(self) -> None:
        self.units, self.storage = FakeUnitOfWorkFactory(), FakeFileStorage()
        self.unit = self.units.unit
        self.user, self.other = make_user(password_hash=f"hashed {PASSWORD}"), make_user()
        self.erased: list[tuple[UUID, bool]] = []
        self.data = AccountDataService(self.units, confirm, self.storage, [self.erase], clock=lambda: NOON)
        self.caller = Caller(self.user.id, uuid7())

    async def erase(self, user_id: UUID) -> None:
        self.erased.append((user_id, user_id in self.unit.users.rows))

    async def fill(self, profiles: int = 1) -> "World":
        for user in (self.user, self.other):
            await self.unit.users.save(user)
            await self.unit.jobs.save(make_job(user.id))
            await self.storage.put(f"users/{user.id}/resumes/1", b"resume")
        for _ in range(profiles):
            await self.unit.profiles.save(make_profile(self.user.id))
        return self


@pytest.mark.parametrize("profiles", [0, 1, 101])
async def test_an_export_holds_every_row_profile_and_file_of_ones_own(profiles: int) -> None:
    world = await World().fill(profiles)
    with zipfile.ZipFile(
        io.BytesIO(await world.data.export(world.user.id, client=ClientInfo("Firefox", "198.51.100.7")))
    ) as archive:
        names = archive.namelist()
        data = json.loads(archive.read("data.json"))
        careers = [json.loads(archive.read(name)) for name in names if name.startswith("json-resume/")]
        assert archive.read("files/resumes/1") == b"resume"
    assert len(names) == profiles + 2
    assert {career["basics"]["name"] for career in careers} == ({"Zoë Ångström"} if profiles else set())
    assert ([row["id"] for row in data["users"]], len(data["jobs"])) == ([str(world.user.id)], 1)
    assert PASSWORD not in json.dumps(data)
    (entry,) = world.unit.audit.entries
    assert (entry.action, entry.ip_address) == ("account_exported", "198.51.100.7")


async def test_an_account_is_deleted_with_rows_files_and_what_is_kept_elsewhere() -> None:
    world = await World().fill()
    await world.data.delete(world.caller, password=PASSWORD)
    assert list(world.unit.users.rows) == [world.other.id]
    assert world.erased == [(world.user.id, True), (world.user.id, False)], "before the rows are gone, and after"
    assert list(world.storage.files) == [f"users/{world.other.id}/resumes/1"]
    assert {job.user_id for job in world.unit.jobs.rows.values()} == {world.other.id}
    assert world.unit.profiles.rows == {}


async def test_a_wrong_password_deletes_nothing() -> None:
    world = await World().fill()
    with pytest.raises(InvalidCredentialsError):
        await world.data.delete(world.caller, password="Wrong-Horse-9")
    assert (len(world.unit.users.rows), len(world.storage.files), world.erased) == (2, 2, [])


async def test_a_deletion_that_was_cut_short_can_be_repeated() -> None:
    world = await World().fill()

    async def away(_user_id: UUID) -> None:
        raise UnavailableError

    cut_short = AccountDataService(world.units, confirm, world.storage, [away], clock=lambda: NOON)
    with pytest.raises(UnavailableError):
        await cut_short.delete(world.caller, password=PASSWORD)
    assert len(world.unit.users.rows) == 2
    await world.data.delete(world.caller, password=PASSWORD)
    assert list(world.unit.users.rows) == [world.other.id]


async def test_an_account_is_gone_even_if_what_is_elsewhere_cannot_be_looked_through_again() -> None:
    world = await World().fill()

    async def away_afterwards(user_id: UUID) -> None:
        if user_id not in world.unit.users.rows:
            raise UnavailableError

    data = AccountDataService(world.units, confirm, world.storage, [away_afterwards], clock=lambda: NOON)
    await data.delete(world.caller, password=PASSWORD)
    assert list(world.unit.users.rows) == [world.other.id]


async def test_what_a_worker_wrote_meanwhile_is_deleted_as_well() -> None:
    world = await World().fill()

    class Late(FakeFileStorage):
        async def delete(self, key: str) -> None:
            await super().delete(key)
            if world.user.id in world.unit.users.rows:
                self.files.setdefault(f"users/{world.user.id}/late", b"late")

    late = Late()
    late.files = dict(world.storage.files)
    data = AccountDataService(world.units, confirm, late, clock=lambda: NOON)
    await data.delete(world.caller, password=PASSWORD)
    assert list(late.files) == [f"users/{world.other.id}/resumes/1"]
