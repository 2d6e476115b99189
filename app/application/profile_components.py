"""The items of a profile: experiences, education, projects and skills, one by one and in bulk."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.application.denied_skills import take_back_denials
from app.application.indexing import queue_indexing
from app.domain.profiles import Component, ComponentItem, Profile, ProfileVersion
from app.domain.unit_of_work import UnitOfWorkFactory

VersionCheck = Callable[[int], None]
Fields = Mapping[str, object]


class ProfileComponentService:
    """Use cases of single items. Every change makes a version of the profile.

    `check` is given the profile's current version and raises when the caller built on another one.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def get(
        self, profile_id: UUID, component: Component, item_id: UUID, *, owner_id: UUID
    ) -> tuple[Profile, ComponentItem]:
        """Return the profile and its item."""
        async with self._unit_of_work(read_only=True) as uow:
            profile = await uow.profiles.get(profile_id, owner_id=owner_id)
        return profile, profile.item(component, str(item_id))

    async def add(
        self, profile_id: UUID, component: Component, values: Fields, *, owner_id: UUID, check: VersionCheck
    ) -> tuple[Profile, ComponentItem]:
        """Append an item; raise `EndBeforeStartError` or `TooManyItemsError`."""
        profile = await self._change(profile_id, owner_id, check, lambda profile: profile.add_item(component, values))
        return profile, profile.items(component)[-1]

    async def change(
        self,
        profile_id: UUID,
        component: Component,
        item_id: UUID,
        values: Fields,
        *,
        owner_id: UUID,
        check: VersionCheck,
    ) -> tuple[Profile, ComponentItem]:
        """Set the fields that are given; raise `EndBeforeStartError`."""
        profile = await self._change(
            profile_id, owner_id, check, lambda profile: profile.change_item(component, str(item_id), values)
        )
        return profile, profile.item(component, str(item_id))

    async def remove(
        self, profile_id: UUID, component: Component, item_id: UUID, *, owner_id: UUID, check: VersionCheck
    ) -> Profile:
        """Take an item out."""
        return await self._change(
            profile_id, owner_id, check, lambda profile: profile.remove_item(component, str(item_id))
        )

    async def bulk(
        self,
        profile_id: UUID,
        component: Component,
        *,
        create: Sequence[Fields],
        update: Sequence[tuple[UUID, Fields]],
        delete: Sequence[UUID],
        owner_id: UUID,
        check: VersionCheck,
    ) -> Profile:
        """Update, delete and append, in this order, all or nothing, as one new version."""

        def change(profile: Profile) -> None:
            for item_id, values in update:
                profile.change_item(component, str(item_id), values)
            for item_id in dict.fromkeys(delete):
                profile.remove_item(component, str(item_id))
            for values in create:
                profile.add_item(component, values)

        return await self._change(profile_id, owner_id, check, change)

    async def order(
        self, profile_id: UUID, component: Component, ids: Sequence[UUID], *, owner_id: UUID, check: VersionCheck
    ) -> Profile:
        """Put the items in this order; raise `ValidationError` unless each is named exactly once."""
        wanted = [str(item_id) for item_id in ids]
        return await self._change(profile_id, owner_id, check, lambda profile: profile.order_items(component, wanted))

    async def _change(
        self, profile_id: UUID, owner_id: UUID, check: VersionCheck, change: Callable[[Profile], object]
    ) -> Profile:
        async with self._unit_of_work() as uow:
            profile = await uow.profiles.get(profile_id, owner_id=owner_id, lock=True)
            check(profile.version)
            skills = profile.skill_names()
            change(profile)
            profile.touch(self._clock())
            await uow.profiles.save(profile)
            await uow.profiles.add_version(ProfileVersion.of(profile))
            await take_back_denials(uow, profile, skills)
            await queue_indexing(uow, owner_id, profile.updated_at)
            await uow.commit()
        return profile
