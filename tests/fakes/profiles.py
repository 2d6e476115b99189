"""The repository of profiles."""

import copy
from collections import defaultdict
from uuid import UUID

from app.domain.errors import ConflictError, NotFoundError
from app.domain.pagination import Page, PageRequest
from app.domain.profiles import Profile, ProfileVersion
from tests.fakes.base import FakeOwnedRepository


class FakeProfileRepository(FakeOwnedRepository[Profile]):
    def __init__(self) -> None:
        super().__init__("Profile", ["full_name", "version"])
        self.versions: dict[UUID, list[ProfileVersion]] = defaultdict(list)

    async def save(self, entity: Profile) -> None:
        others = (row for row in self.rows.values() if row.user_id == entity.user_id and row.id != entity.id)
        if entity.is_active and any(row.is_active for row in others):
            raise ConflictError
        await super().save(entity)

    def _drop(self, entity_id: UUID) -> None:
        super()._drop(entity_id)
        self.versions.pop(entity_id, None)

    async def find_active(self, owner_id: UUID) -> Profile | None:
        return self._find(user_id=owner_id, is_active=True)

    async def deactivate_others(self, profile_id: UUID, *, owner_id: UUID) -> None:
        for row in self.rows.values():
            if row.user_id == owner_id and row.id != profile_id:
                row.is_active = False

    async def add_version(self, version: ProfileVersion) -> None:
        if any(kept.version == version.version for kept in self.versions[version.profile_id]):
            raise ConflictError
        self.versions[version.profile_id].append(copy.deepcopy(version))

    async def page_versions(self, profile_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ProfileVersion]:
        await self.get(profile_id, owner_id=owner_id)
        newest_first = request.sort != "version"
        kept = sorted(self.versions[profile_id], key=lambda version: version.version, reverse=newest_first)
        window = kept[request.offset : request.offset + request.limit]
        return Page(copy.deepcopy(window), len(kept), request.limit, request.offset)

    async def get_version(self, profile_id: UUID, version: int, *, owner_id: UUID) -> ProfileVersion:
        await self.get(profile_id, owner_id=owner_id)
        for kept in self.versions[profile_id]:
            if kept.version == version:
                return copy.deepcopy(kept)
        raise NotFoundError("Profile version not found")
