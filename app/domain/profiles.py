"""Master profiles: everything true that may be written about a candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import NotFoundError, UnprocessableError, ValidationError
from app.domain.ids import uuid7
from app.domain.pagination import Page, PageRequest
from app.domain.partial_date import PartialDate, earliest, latest
from app.domain.repository import IOwnedRepository
from app.domain.text.career import Career, Education, Experience, Project, Skill

Component = Literal["experiences", "education", "projects", "skills"]
ComponentItem = Experience | Education | Project | Skill
COMPONENT_TYPES: dict[Component, type[ComponentItem]] = {
    "experiences": Experience,
    "education": Education,
    "projects": Project,
    "skills": Skill,
}
MOST_ITEMS: dict[Component, int] = {"experiences": 200, "education": 100, "projects": 200, "skills": 500}
MOST_DENIALS = 500


class EndBeforeStartError(UnprocessableError):
    """A period that ends before it begins."""

    code = "end_before_start"
    default_message = "The end date is before the start date"


class TooManyItemsError(UnprocessableError):
    """A component that would grow beyond what a profile keeps."""

    code = "too_many_items"
    default_message = "A profile keeps no more items of this kind"


class TooManyDenialsError(UnprocessableError):
    """More skills that the candidate does not have than a profile keeps."""

    code = "too_many_denied_skills"
    default_message = "A profile keeps no more skills that you said you do not have"


@dataclass(slots=True, kw_only=True)
class Profile(OwnedEntity):
    """A candidate's facts. Each change raises `version` by one."""

    full_name: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    linkedin: str = ""
    github: str = ""
    website: str = ""
    headline: str = ""
    professional_summary: str = ""
    custom_fields: dict[str, object] = field(default_factory=dict)
    version: int = 1
    is_active: bool = False
    experiences: list[Experience] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    skills: list[Skill] = field(default_factory=list)

    def career(self) -> Career:
        """Return the facts as the engines read them, dated by this version."""
        values = {f.name: getattr(self, f.name) for f in fields(Career) if f.name != "id"}
        return Career(id=str(self.id), **values)

    def skill_names(self) -> frozenset[str]:
        """Return the names of the skills, folded so that they can be compared."""
        return frozenset(skill.name.casefold().strip() for skill in self.skills)

    def set_facts(self, career: Career) -> None:
        """Take over all facts of `career`; items without an id get one. Does not touch `version`."""
        for f in fields(Career):
            if f.name not in ("id", "version"):
                setattr(self, f.name, getattr(career, f.name))
        self.complete_items()

    def replace(self, changes: Mapping[str, object]) -> None:
        """Set header fields and replace whole components; an item that bears the id of one it replaces keeps it."""
        known = {component: {item.id for item in self.items(component)} for component in COMPONENT_TYPES}
        for name, value in changes.items():
            setattr(self, name, value)
        for component in COMPONENT_TYPES:
            for item in self.items(component):
                item.id = item.id if item.id in known[component] else ""
                known[component].discard(item.id)
        self.complete_items()

    def complete_items(self) -> None:
        """Give new items their id, derive `is_current`, and raise `EndBeforeStartError`."""
        for component in COMPONENT_TYPES:
            for item in self.items(component):
                item.id = item.id or str(uuid7())
                if not isinstance(item, Skill):
                    check_period(item.start_date, item.end_date)
                if isinstance(item, Experience):
                    item.is_current = item.end_date is None and (item.is_current or item.start_date is not None)

    def items(self, component: Component) -> list[ComponentItem]:
        """Return the live list of a component's items."""
        found: list[ComponentItem] = getattr(self, component)
        return found

    def item(self, component: Component, item_id: str) -> ComponentItem:
        """Return the live item; raise `NotFoundError`."""
        for item in self.items(component):
            if item.id == item_id:
                return item
        raise NotFoundError(f"There is no such item among the profile's {component}", id=item_id)

    def add_item(self, component: Component, values: Mapping[str, object]) -> ComponentItem:
        """Append an item with these fields; raise `EndBeforeStartError` or `TooManyItemsError`."""
        items = self.items(component)
        if len(items) >= MOST_ITEMS[component]:
            raise TooManyItemsError(limit=MOST_ITEMS[component])
        items.append(COMPONENT_TYPES[component]())
        _assign(items[-1], values)
        self.complete_items()
        return items[-1]

    def change_item(self, component: Component, item_id: str, values: Mapping[str, object]) -> ComponentItem:
        """Set the fields that are given; raise `NotFoundError` or `EndBeforeStartError`."""
        item = self.item(component, item_id)
        _assign(item, values)
        self.complete_items()
        return item

    def remove_item(self, component: Component, item_id: str) -> None:
        """Take an item out; raise `NotFoundError`."""
        items = self.items(component)
        items.remove(self.item(component, item_id))

    def order_items(self, component: Component, ids: Sequence[str]) -> None:
        """Put the items in this order; raise `ValidationError` unless `ids` names each of them exactly once."""
        items = {item.id: item for item in self.items(component)}
        if sorted(ids) != sorted(items):
            raise ValidationError.of_field("ids", f"name each of the {len(items)} {component} exactly once")
        self.items(component)[:] = [items[item_id] for item_id in ids]

    def touch(self, now: datetime) -> None:
        """Count one more change."""
        self.version += 1
        self.updated_at = now


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileVersion:
    """The profile as it was at `version`."""

    profile_id: UUID
    user_id: UUID
    version: int
    career: Career
    created_at: datetime

    @classmethod
    def of(cls, profile: Profile) -> "ProfileVersion":
        """Return the profile as it is now."""
        return cls(
            profile_id=profile.id,
            user_id=profile.user_id,
            version=profile.version,
            career=profile.career(),
            created_at=profile.updated_at,
        )


def _assign(item: ComponentItem, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(item, name, value)


def check_period(start: PartialDate | None, end: PartialDate | None) -> None:
    """Raise `EndBeforeStartError` when no reading of the two dates is in order."""
    if start and end and latest(end) < earliest(start):
        raise EndBeforeStartError(start_date=start, end_date=end)


def take_out_impossible_periods(career: Career) -> list[str]:
    """Clear the dates of items that end before they start, and return them as lines: neither end can be trusted."""
    lines = []
    for component in COMPONENT_TYPES:
        for index, item in enumerate(getattr(career, component)):
            if isinstance(item, Skill):
                continue
            try:
                check_period(item.start_date, item.end_date)
            except EndBeforeStartError:
                lines.append(f"{component}.{index}: {item.start_date} – {item.end_date}")
                item.start_date = item.end_date = None
    return lines


class IProfileRepository(IOwnedRepository[Profile], Protocol):
    """Profiles with their components, always loaded and saved whole."""

    async def find_active(self, owner_id: UUID) -> Profile | None:
        """Return the owner's active profile."""
        ...

    async def deactivate_others(self, profile_id: UUID, *, owner_id: UUID) -> None:
        """Leave `profile_id` as the only active profile of the owner."""
        ...

    async def add_version(self, version: ProfileVersion) -> None:
        """Keep a version; it is never changed again."""
        ...

    async def page_versions(self, profile_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ProfileVersion]:
        """Return a page of the profile's versions, newest first unless the request says otherwise."""
        ...

    async def get_version(self, profile_id: UUID, version: int, *, owner_id: UUID) -> ProfileVersion:
        """Return one version; raise `NotFoundError` or `ForbiddenError`."""
        ...
