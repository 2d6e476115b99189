"""`/profiles/{id}/experiences`, `education`, `projects` and `skills`: the same routes for each kind of item."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import Response

from app.domain.profiles import COMPONENT_TYPES, Component, Profile
from app.presentation.api.dependencies import CurrentUser, ServicesDep, VersionCheck, etag
from app.presentation.api.profile_shapes import (
    EducationBulk,
    EducationIn,
    ExperienceBulk,
    ExperienceIn,
    OrderIn,
    ProjectBulk,
    ProjectIn,
    SkillBulk,
    SkillChanges,
    SkillIn,
)
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/profiles/{profile_id}", tag="profiles")


_Bulk = ExperienceBulk | EducationBulk | ProjectBulk | SkillBulk


@dataclass(frozen=True, slots=True)
class _Shapes:
    """What one kind of item is called, and the bodies its routes take."""

    noun: str
    new: type[ApiModel]
    changes: type[ApiModel]
    bulk: type[_Bulk]


_SHAPES: dict[Component, _Shapes] = {
    "experiences": _Shapes("experience", ExperienceIn, ExperienceIn, ExperienceBulk),
    "education": _Shapes("education", EducationIn, EducationIn, EducationBulk),
    "projects": _Shapes("project", ProjectIn, ProjectIn, ProjectBulk),
    "skills": _Shapes("skill", SkillIn, SkillChanges, SkillBulk),
}


def _sent(body: ApiModel) -> dict[str, object]:
    names = body.model_fields_set - {"id"}
    return {name: getattr(body, name) for name in type(body).model_fields if name in names}


def _listed(profile: Profile, component: Component, response: Response) -> object:
    response.headers.update(etag(profile.version))
    return profile.items(component)


def _add_collection_routes(component: Component, shapes: _Shapes) -> None:
    new, bulk, noun = shapes.new, shapes.bulk, shapes.noun
    one = COMPONENT_TYPES[component]
    many = list[one]  # type: ignore[valid-type]

    @router.get(f"/{component}", response_model=many, name=f"list_{component}", summary=f"List the {component}")
    async def list_items(profile_id: UUID, user: CurrentUser, services: ServicesDep, response: Response) -> object:
        """List all items of the kind, in the candidate's order."""
        profile = await services.profiles.get(profile_id, owner_id=user.user_id)
        return _listed(profile, component, response)

    @router.post(
        f"/{component}", response_model=one, status_code=201, name=f"add_{noun}", summary=f"Add to the {component}"
    )
    async def add_item(
        profile_id: UUID,
        body: new,  # type: ignore[valid-type]
        user: CurrentUser,
        services: ServicesDep,
        check: VersionCheck,
        response: Response,
    ) -> object:
        """Append an item, and make a new version of the profile."""
        profile, item = await services.profile_components.add(
            profile_id, component, _sent(body), owner_id=user.user_id, check=check
        )
        location = f"/api/v1/profiles/{profile_id}/{component}/{item.id}"
        response.headers.update({"Location": location, **etag(profile.version)})
        return item

    @router.post(
        f"/{component}/bulk",
        response_model=many,
        name=f"change_{component}_in_bulk",
        summary=f"Change several {component} at once",
    )
    async def change_in_bulk(
        profile_id: UUID,
        body: bulk,  # type: ignore[valid-type]
        user: CurrentUser,
        services: ServicesDep,
        check: VersionCheck,
        response: Response,
    ) -> object:
        """Update, delete and create, in this order, in one transaction: all or nothing, one new version."""
        sent: _Bulk = body
        profile = await services.profile_components.bulk(
            profile_id,
            component,
            create=[_sent(item) for item in sent.create],
            update=[(item.id, _sent(item)) for item in sent.update],
            delete=sent.delete,
            owner_id=user.user_id,
            check=check,
        )
        return _listed(profile, component, response)

    @router.put(f"/{component}/order", response_model=many, name=f"order_{component}", summary=f"Order the {component}")
    async def order_items(
        profile_id: UUID,
        body: OrderIn,
        user: CurrentUser,
        services: ServicesDep,
        check: VersionCheck,
        response: Response,
    ) -> object:
        """Put the items in this order; every one must be named exactly once."""
        profile = await services.profile_components.order(
            profile_id, component, body.ids, owner_id=user.user_id, check=check
        )
        return _listed(profile, component, response)


def _add_item_routes(component: Component, shapes: _Shapes) -> None:
    changes, noun = shapes.changes, shapes.noun
    one, path = COMPONENT_TYPES[component], f"/{component}/{{item_id}}"

    @router.get(path, response_model=one, name=f"get_{noun}", summary=f"Return one of the {component}")
    async def get_item(
        profile_id: UUID, item_id: UUID, user: CurrentUser, services: ServicesDep, response: Response
    ) -> object:
        """Return the item with the profile's version."""
        profile, item = await services.profile_components.get(profile_id, component, item_id, owner_id=user.user_id)
        response.headers.update(etag(profile.version))
        return item

    async def change_item(
        profile_id: UUID,
        item_id: UUID,
        body: changes,  # type: ignore[valid-type]
        user: CurrentUser,
        services: ServicesDep,
        check: VersionCheck,
        response: Response,
    ) -> object:
        profile, item = await services.profile_components.change(
            profile_id, component, item_id, _sent(body), owner_id=user.user_id, check=check
        )
        response.headers.update(etag(profile.version))
        return item

    for method, verb in (("PUT", "replace"), ("PATCH", "update")):
        router.add_api_route(
            path,
            change_item,
            methods=[method],
            name=f"{verb}_{noun}",
            response_model=one,
            summary="Change the fields that are sent",
            description="Changes the item's fields that are sent, and makes a new version of the profile.",
        )

    @router.delete(path, status_code=204, name=f"delete_{noun}", summary=f"Delete one of the {component}")
    async def delete_item(
        profile_id: UUID,
        item_id: UUID,
        user: CurrentUser,
        services: ServicesDep,
        check: VersionCheck,
        response: Response,
    ) -> None:
        """Take the item out, and make a new version of the profile."""
        profile = await services.profile_components.remove(
            profile_id, component, item_id, owner_id=user.user_id, check=check
        )
        response.headers.update(etag(profile.version))


for _component, _of_component in _SHAPES.items():
    _add_collection_routes(_component, _of_component)
    _add_item_routes(_component, _of_component)
