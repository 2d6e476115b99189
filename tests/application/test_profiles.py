"""Changes of profiles over the fakes."""

from datetime import datetime
from uuid import UUID

import pytest

from app.application.denied_skills import DeniedSkillService
from app.application.profile_components import ProfileComponentService
from app.application.profiles import ProfileService
from app.domain.errors import ForbiddenError, NotFoundError, ValidationError, VersionConflictError
from app.domain.ids import uuid7
from app.domain.pagination import PageRequest
from app.domain.partial_date import partial_date
from app.domain.profiles import MOST_DENIALS, EndBeforeStartError, Profile, TooManyDenialsError
from tests.builders import NOON, make_career
from tests.fakes import FakeUnitOfWorkFactory

OWNER = uuid7()


def now() -> datetime:
    return NOON


def anything(_version: int) -> None:
    return None


@pytest.fixture
def unit_of_work() -> FakeUnitOfWorkFactory:
    return FakeUnitOfWorkFactory()


@pytest.fixture
def components(unit_of_work: FakeUnitOfWorkFactory) -> ProfileComponentService:
    return ProfileComponentService(unit_of_work, clock=now)


@pytest.fixture
def profiles(unit_of_work: FakeUnitOfWorkFactory) -> ProfileService:
    return ProfileService(unit_of_work, clock=now)


@pytest.fixture
async def profile(profiles: ProfileService) -> Profile:
    return await profiles.create(make_career(), owner_id=OWNER)


def versions(unit_of_work: FakeUnitOfWorkFactory, profile_id: UUID) -> list[int]:
    return [kept.version for kept in unit_of_work.unit.profiles.versions[profile_id]]


async def test_every_change_makes_a_version(
    unit_of_work: FakeUnitOfWorkFactory, components: ProfileComponentService, profile: Profile
) -> None:
    async def run(expected: int, changed: Profile) -> None:
        assert changed.version == expected
        assert versions(unit_of_work, profile.id) == list(range(1, expected + 1))
        assert unit_of_work.unit.profiles.versions[profile.id][-1].career == changed.career()

    added, skill = await components.add(profile.id, "skills", {"name": "Kafka"}, owner_id=OWNER, check=anything)
    await run(2, added)
    item_id = UUID(skill.id)
    changed, _ = await components.change(
        profile.id, "skills", item_id, {"proficiency": "expert"}, owner_id=OWNER, check=anything
    )
    await run(3, changed)
    ids = [UUID(one.id) for one in changed.skills]
    await run(4, await components.order(profile.id, "skills", ids[::-1], owner_id=OWNER, check=anything))
    await run(5, await components.remove(profile.id, "skills", item_id, owner_id=OWNER, check=anything))
    found, one = await components.get(profile.id, "skills", ids[0], owner_id=OWNER)
    assert (found.version, one) == (5, found.skills[-1])


async def test_bulk_changes_are_all_or_nothing(
    unit_of_work: FakeUnitOfWorkFactory, components: ProfileComponentService, profile: Profile
) -> None:
    first, second = (UUID(job.id) for job in profile.experiences)
    done = await components.bulk(
        profile.id,
        "experiences",
        create=[{"title": "Intern", "company": "Reef"}],
        update=[(first, {"title": "Staff Engineer"})],
        delete=[second, second],
        owner_id=OWNER,
        check=anything,
    )
    assert ([job.title for job in done.experiences], done.version) == (["Staff Engineer", "Intern"], 2)
    for bad in (
        {"create": [{"start_date": partial_date("2020"), "end_date": partial_date("2019")}], "delete": []},
        {"create": [], "delete": [second]},
    ):
        with pytest.raises((EndBeforeStartError, NotFoundError)):
            await components.bulk(
                profile.id,
                "experiences",
                update=[(first, {"title": "Never kept"})],
                owner_id=OWNER,
                check=anything,
                create=bad["create"],  # type: ignore[arg-type]
                delete=bad["delete"],  # type: ignore[arg-type]
            )
    kept = unit_of_work.unit.profiles.rows[profile.id]
    assert ([job.title for job in kept.experiences], kept.version) == (["Staff Engineer", "Intern"], 2)
    assert versions(unit_of_work, profile.id) == [1, 2]


async def test_a_change_built_on_another_version_is_refused(
    unit_of_work: FakeUnitOfWorkFactory, components: ProfileComponentService, profile: Profile
) -> None:
    def check(version: int) -> None:
        raise VersionConflictError(current_version=version)

    with pytest.raises(VersionConflictError):
        await components.add(profile.id, "skills", {"name": "Kafka"}, owner_id=OWNER, check=check)
    with pytest.raises(ForbiddenError):
        await components.add(profile.id, "skills", {"name": "Kafka"}, owner_id=uuid7(), check=anything)
    assert versions(unit_of_work, profile.id) == [1]


async def test_restoring_makes_a_new_version_with_the_old_facts(
    profiles: ProfileService, components: ProfileComponentService, profile: Profile
) -> None:
    item_id = UUID(profile.experiences[0].id)
    await components.remove(profile.id, "experiences", item_id, owner_id=OWNER, check=anything)
    restored = await profiles.restore(profile.id, 1, owner_id=OWNER, check=anything)
    assert (restored.version, restored.experiences) == (3, profile.experiences)
    page = await profiles.versions(profile.id, PageRequest(), owner_id=OWNER)
    assert ([kept.version for kept in page.items], page.total) == ([3, 2, 1], 3)
    oldest = await profiles.versions(profile.id, PageRequest(sort="version", limit=1), owner_id=OWNER)
    assert [kept.version for kept in oldest.items] == [1]
    assert len((await profiles.version(profile.id, 2, owner_id=OWNER)).career.experiences) == 1
    with pytest.raises(NotFoundError):
        await profiles.restore(profile.id, 9, owner_id=OWNER, check=anything)
    with pytest.raises(ValidationError):
        await profiles.versions(profile.id, PageRequest(sort="career"), owner_id=OWNER)


async def test_the_first_profile_is_active_until_another_is_chosen(profiles: ProfileService, profile: Profile) -> None:
    second = await profiles.create(make_career(headline="Cook"), owner_id=OWNER)
    assert (profile.is_active, second.is_active, second.version) == (True, False, 1)
    assert await profiles.find_active(OWNER) == profile
    chosen = await profiles.activate(second.id, owner_id=OWNER)
    assert (chosen.is_active, chosen.version) == (True, 1)
    active = await profiles.find_active(OWNER)
    assert active is not None
    assert active.id == second.id
    assert not (await profiles.get(profile.id, owner_id=OWNER)).is_active
    page = await profiles.page(OWNER, PageRequest(sort="created_at"))
    assert ([one.id for one in page.items], page.total) == ([profile.id, second.id], 2)
    assert await profiles.find_active(uuid7()) is None


async def test_an_update_replaces_what_is_named_and_keeps_the_rest(
    unit_of_work: FakeUnitOfWorkFactory, profiles: ProfileService, profile: Profile
) -> None:
    changed = await profiles.update(
        profile.id, {"headline": "Staff engineer", "projects": []}, owner_id=OWNER, check=anything
    )
    assert (changed.headline, changed.projects, changed.experiences) == ("Staff engineer", [], profile.experiences)
    assert versions(unit_of_work, profile.id) == [1, 2]

    def check(version: int) -> None:
        raise VersionConflictError(current_version=version)

    with pytest.raises(VersionConflictError):
        await profiles.update(profile.id, {"headline": "Cook"}, owner_id=OWNER, check=check)
    with pytest.raises(ForbiddenError):
        await profiles.update(profile.id, {"headline": "Cook"}, owner_id=uuid7(), check=anything)
    assert versions(unit_of_work, profile.id) == [1, 2]


async def test_a_period_that_ends_before_it_starts_makes_no_profile(
    unit_of_work: FakeUnitOfWorkFactory, profiles: ProfileService
) -> None:
    career = make_career()
    career.experiences[0].end_date = partial_date("2001")
    with pytest.raises(EndBeforeStartError):
        await profiles.create(career, owner_id=OWNER)
    assert unit_of_work.unit.profiles.rows == {}


async def test_a_deleted_profile_takes_its_versions_along(
    unit_of_work: FakeUnitOfWorkFactory, profiles: ProfileService, profile: Profile
) -> None:
    with pytest.raises(ForbiddenError):
        await profiles.delete(profile.id, owner_id=uuid7())
    await profiles.delete(profile.id, owner_id=OWNER)
    assert (unit_of_work.unit.profiles.rows, dict(unit_of_work.unit.profiles.versions)) == ({}, {})


async def test_denials_are_kept_once_without_a_version_up_to_a_limit(
    unit_of_work: FakeUnitOfWorkFactory, profile: Profile
) -> None:
    denied = DeniedSkillService(unit_of_work)

    async def change(add: list[str], remove: list[str]) -> list[str]:
        return await denied.change(profile.id, add=add, remove=remove, owner_id=OWNER)

    assert await change(["Rust", "C++", "rust"], []) == ["C++", "Rust"]
    assert await change(["RUST"], ["c++", "Ada"]) == ["Rust"]
    full = [f"Skill {number}" for number in range(MOST_DENIALS - 1)]
    assert len(await change(full, [])) == MOST_DENIALS
    with pytest.raises(TooManyDenialsError):
        await change(["Ada"], [])
    assert "Ada" not in await denied.skills(profile.id, owner_id=OWNER)
    assert "Ada" in await change(["Ada"], ["Rust"])
    with pytest.raises(ForbiddenError):
        await denied.change(profile.id, add=["Ada"], remove=[], owner_id=uuid7())
    with pytest.raises(ForbiddenError):
        await denied.skills(profile.id, owner_id=uuid7())
    assert versions(unit_of_work, profile.id) == [1]
