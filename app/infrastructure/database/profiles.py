"""Profiles in the database: one row a profile, one a component item, one a version."""

from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    String,
    Table,
    Uuid,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.errors import NotFoundError
from app.domain.pagination import Page, PageRequest
from app.domain.partial_date import PartialDate
from app.domain.profiles import COMPONENT_TYPES, Component, Profile, ProfileVersion
from app.domain.text.career import Career
from app.infrastructure.database.base import OwnedRepository, Row, entity_reader, table_of, values_of
from app.infrastructure.database.types import TypedJson


class ProfileRow(Row):
    """A profile's header."""

    __tablename__ = "master_profiles"
    __table_args__ = (
        Index("ix_master_profiles_owner", "user_id", "created_at", "id"),
        Index(
            "uq_master_profiles_active",
            "user_id",
            unique=True,
            sqlite_where=text("is_active"),
            postgresql_where=text("is_active"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    full_name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    location: Mapped[str]
    linkedin: Mapped[str]
    github: Mapped[str]
    website: Mapped[str]
    headline: Mapped[str]
    professional_summary: Mapped[str]
    custom_fields: Mapped[dict[str, object]] = mapped_column(TypedJson(dict[str, object]))
    version: Mapped[int]
    is_active: Mapped[bool]


class ComponentRow(Row):
    """What the rows of all components share: their place in their profile."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    profile_id: Mapped[UUID] = mapped_column(ForeignKey("master_profiles.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]


class ExperienceRow(ComponentRow):
    """A role."""

    __tablename__ = "experiences"

    title: Mapped[str]
    company: Mapped[str]
    location: Mapped[str]
    start_date: Mapped[PartialDate | None]
    end_date: Mapped[PartialDate | None]
    is_current: Mapped[bool]
    description: Mapped[str]
    achievements: Mapped[list[str]] = mapped_column(TypedJson(list[str]))


class EducationRow(ComponentRow):
    """A course of study."""

    __tablename__ = "education"

    institution: Mapped[str]
    degree: Mapped[str]
    field_of_study: Mapped[str]
    start_date: Mapped[PartialDate | None]
    end_date: Mapped[PartialDate | None]
    gpa: Mapped[str]
    honors: Mapped[list[str]] = mapped_column(TypedJson(list[str]))


class ProjectRow(ComponentRow):
    """A project."""

    __tablename__ = "projects"

    name: Mapped[str]
    description: Mapped[str]
    technologies: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    url: Mapped[str]
    start_date: Mapped[PartialDate | None]
    end_date: Mapped[PartialDate | None]


class SkillRow(ComponentRow):
    """A skill, language or certification."""

    __tablename__ = "skills"

    category: Mapped[str] = mapped_column(String(20))
    name: Mapped[str]
    proficiency: Mapped[str]
    issuer: Mapped[str]
    date_obtained: Mapped[PartialDate | None]
    credential_id: Mapped[str]


class ProfileVersionRow(Row):
    """A profile as it once was."""

    __tablename__ = "profile_versions"
    __table_args__ = (PrimaryKeyConstraint("profile_id", "version"),)

    profile_id: Mapped[UUID] = mapped_column(ForeignKey("master_profiles.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    career: Mapped[Career] = mapped_column(TypedJson(Career))
    created_at: Mapped[datetime]


COMPONENT_ROWS: dict[Component, type[ComponentRow]] = {
    "experiences": ExperienceRow,
    "education": EducationRow,
    "projects": ProjectRow,
    "skills": SkillRow,
}
_COMPONENTS: list[tuple[Component, type[Any], Table, tuple[str, ...]]] = [
    (component, kind, table_of(COMPONENT_ROWS[component]), tuple(f.name for f in fields(kind)))
    for component, kind in COMPONENT_TYPES.items()
]
_profiles, _versions = table_of(ProfileRow), table_of(ProfileVersionRow)
_select_version, _version = entity_reader(ProfileVersion, ProfileVersionRow)


class SqlProfileRepository(OwnedRepository[Profile]):
    """`IProfileRepository` in SQL; children are loaded with one query per component."""

    entity, row, noun = Profile, ProfileRow, "Profile"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "full_name", "version"})
    unloaded: ClassVar[frozenset[str]] = frozenset(COMPONENT_TYPES)

    async def save(self, entity: Profile) -> None:
        """Replace the profile with all its components."""
        await super().save(entity)
        for component, _, table, names in _COMPONENTS:
            await self._execute(delete(table).where(table.c.profile_id == entity.id))
            rows = [
                {**values_of(item, names), "profile_id": entity.id, "position": position}
                for position, item in enumerate(entity.items(component))
            ]
            if rows:
                await self._execute(insert(table), rows)

    async def find_active(self, owner_id: UUID) -> Profile | None:
        """See `IProfileRepository.find_active`."""
        return await self._find_one(_profiles.c.user_id == owner_id, _profiles.c.is_active)

    async def deactivate_others(self, profile_id: UUID, *, owner_id: UUID) -> None:
        """See `IProfileRepository.deactivate_others`."""
        others = update(_profiles).where(_profiles.c.user_id == owner_id, _profiles.c.id != profile_id)
        await self._execute(others.values(is_active=False))

    async def add_version(self, version: ProfileVersion) -> None:
        """See `IProfileRepository.add_version`."""
        names = tuple(f.name for f in fields(ProfileVersion))
        await self._execute(insert(_versions), values_of(version, names))

    async def page_versions(self, profile_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ProfileVersion]:
        """See `IProfileRepository.page_versions`."""
        profile = await self.get(profile_id, owner_id=owner_id)
        order = _versions.c.version if request.sort == "version" else _versions.c.version.desc()
        statement = _select_version.where(_versions.c.profile_id == profile_id).order_by(order)
        found = await self._execute(statement.limit(request.limit).offset(request.offset))
        items = [_version(row) for row in found]
        return Page(items=items, total=profile.version, limit=request.limit, offset=request.offset)

    async def get_version(self, profile_id: UUID, version: int, *, owner_id: UUID) -> ProfileVersion:
        """See `IProfileRepository.get_version`."""
        await self.get(profile_id, owner_id=owner_id)
        statement = _select_version.where(_versions.c.profile_id == profile_id, _versions.c.version == version)
        found = (await self._execute(statement)).one_or_none()
        if found is None:
            raise NotFoundError("Profile version not found")
        return _version(found)  # type: ignore[no-any-return]

    async def _complete(self, entities: list[Profile]) -> list[Profile]:
        if not entities:
            return entities
        by_id = {profile.id: profile for profile in entities}
        for component, kind, table, names in _COMPONENTS:
            columns = [table.c.profile_id, *(table.c[name] for name in names)]
            statement = select(*columns).where(table.c.profile_id.in_(list(by_id)))
            for found in await self._execute(statement.order_by(table.c.profile_id, table.c.position)):
                by_id[found[0]].items(component).append(kind(**dict(zip(names, found[1:], strict=True))))
        return entities
