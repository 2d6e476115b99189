"""Saved views: the filters of a list, kept under a name."""

from dataclasses import dataclass
from typing import Literal, Protocol

from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError
from app.domain.repository import IOwnedRepository

MOST_VIEWS = 100
Collection = Literal["jobs", "applications"]


class TooManyViewsError(ConflictError):
    """The user has as many saved views as one may have."""

    code = "too_many_views"
    default_message = f"There can be {MOST_VIEWS} saved views; delete one first"


class ViewExistsError(ConflictError):
    """The list has another view of that name."""

    code = "view_exists"
    default_message = "There is a view of that name already; choose another, or change that one"


@dataclass(slots=True, kw_only=True)
class SavedView(OwnedEntity):
    """How one looks at a collection: `query` holds the filters and the order as in the list's address."""

    collection: Collection
    name: str
    query: str


class ISavedViewRepository(IOwnedRepository[SavedView], Protocol):
    """Saved views."""
