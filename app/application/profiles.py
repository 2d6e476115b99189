"""Profiles: keeping a candidate's facts, with every version."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from uuid import UUID

from app.application.denied_skills import take_back_denials
from app.application.indexing import queue_indexing
from app.domain.errors import ValidationError
from app.domain.pagination import Page, PageRequest
from app.domain.profiles import Profile, ProfileVersion
from app.domain.text.career import Career
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory


class ProfileService:
    """Use cases of whole profiles."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def create(self, career: Career, *, owner_id: UUID) -> Profile:
        """Keep a new profile; the owner's first one is active. Raise `EndBeforeStartError`."""
        now = self._clock()
        profile = Profile(user_id=owner_id, created_at=now, updated_at=now)
        profile.replace({f.name: getattr(career, f.name) for f in fields(Career) if f.name not in ("id", "version")})
        async with self._unit_of_work() as uow:
            profile.is_active = await uow.profiles.find_active(owner_id) is None
            await uow.profiles.save(profile)
            await uow.profiles.add_version(ProfileVersion.of(profile))
            await queue_indexing(uow, owner_id, now)
            await uow.commit()
        return profile

    async def get(self, profile_id: UUID, *, owner_id: UUID) -> Profile:
        """Return the profile."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.profiles.get(profile_id, owner_id=owner_id)

    async def find_active(self, owner_id: UUID) -> Profile | None:
        """Return the owner's active profile."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.profiles.find_active(owner_id)

    async def page(self, owner_id: UUID, request: PageRequest) -> Page[Profile]:
        """Return a page of the owner's profiles."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.profiles.page(owner_id, request)

    async def update(
        self, profile_id: UUID, changes: Mapping[str, object], *, owner_id: UUID, check: Callable[[int], None]
    ) -> Profile:
        """Change header fields and replace whole components named in `changes`.

        `check` is given the current version and raises when the caller built on another one.
        """
        async with self._unit_of_work() as uow:
            profile = await uow.profiles.get(profile_id, owner_id=owner_id, lock=True)
            check(profile.version)
            skills = profile.skill_names()
            profile.replace(changes)
            await self._save(uow, profile, skills)
            await uow.commit()
        return profile

    async def activate(self, profile_id: UUID, *, owner_id: UUID) -> Profile:
        """Make this the owner's active profile."""
        async with self._unit_of_work() as uow:
            profile = await uow.profiles.get(profile_id, owner_id=owner_id, lock=True)
            await uow.profiles.deactivate_others(profile_id, owner_id=owner_id)
            profile.is_active, profile.updated_at = True, self._clock()
            await uow.profiles.save(profile)
            await uow.commit()
        return profile

    async def versions(self, profile_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ProfileVersion]:
        """Return a page of the profile's versions, newest first; raise `ValidationError` for another order."""
        if request.sort.removeprefix("-") not in ("created_at", "version"):
            raise ValidationError.of_field("sort", "one of created_at, version, with - for descending")
        sort = "-version" if request.sort.startswith("-") else "version"
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.profiles.page_versions(profile_id, replace(request, sort=sort), owner_id=owner_id)

    async def version(self, profile_id: UUID, version: int, *, owner_id: UUID) -> ProfileVersion:
        """Return the profile as it was."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.profiles.get_version(profile_id, version, owner_id=owner_id)

    async def restore(self, profile_id: UUID, version: int, *, owner_id: UUID, check: Callable[[int], None]) -> Profile:
        """Make a new version with the facts of an old one; `check` as in `update`."""
        async with self._unit_of_work() as uow:
            profile = await uow.profiles.get(profile_id, owner_id=owner_id, lock=True)
            check(profile.version)
            kept = await uow.profiles.get_version(profile_id, version, owner_id=owner_id)
            skills = profile.skill_names()
            profile.set_facts(kept.career)
            await self._save(uow, profile, skills)
            await uow.commit()
        return profile

    async def delete(self, profile_id: UUID, *, owner_id: UUID) -> None:
        """Delete the profile and its versions."""
        async with self._unit_of_work() as uow:
            await uow.profiles.delete(profile_id, owner_id=owner_id)
            await queue_indexing(uow, owner_id, self._clock())
            await uow.commit()

    async def _save(self, uow: IUnitOfWork, profile: Profile, skills_before: frozenset[str]) -> None:
        profile.touch(self._clock())
        await uow.profiles.save(profile)
        await uow.profiles.add_version(ProfileVersion.of(profile))
        await take_back_denials(uow, profile, skills_before)
        await queue_indexing(uow, profile.user_id, profile.updated_at)
