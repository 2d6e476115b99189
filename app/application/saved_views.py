"""Saved views of lists: keeping, changing and finding them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from app.domain.pagination import Page, PageRequest
from app.domain.saved_views import MOST_VIEWS, Collection, SavedView, TooManyViewsError, ViewExistsError
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory


class SavedViewService:
    """Use cases of saved views. Names differ within a collection."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def create(self, *, collection: Collection, name: str, query: str, owner_id: UUID) -> SavedView:
        """Keep a view; raise `TooManyViewsError` or `ViewExistsError`."""
        now = self._clock()
        view = SavedView(
            user_id=owner_id, collection=collection, name=name, query=query, created_at=now, updated_at=now
        )
        async with self._unit_of_work() as uow:
            if (await uow.saved_views.page(owner_id, PageRequest(limit=1))).total >= MOST_VIEWS:
                raise TooManyViewsError
            await _check_name(uow, view)
            await uow.saved_views.save(view)
            await uow.commit()
        return view

    async def get(self, view_id: UUID, *, owner_id: UUID) -> SavedView:
        """Return the view."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.saved_views.get(view_id, owner_id=owner_id)

    async def page(
        self, owner_id: UUID, request: PageRequest, *, collection: Collection | None = None
    ) -> Page[SavedView]:
        """Return a page of the owner's views, of one collection or of all."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.saved_views.page(owner_id, request, collection=collection)

    async def update(self, view_id: UUID, changes: Mapping[str, str], *, owner_id: UUID) -> SavedView:
        """Change the name, the query or both; raise `ViewExistsError`."""
        async with self._unit_of_work() as uow:
            view = await uow.saved_views.get(view_id, owner_id=owner_id, lock=True)
            for name, value in changes.items():
                setattr(view, name, value)
            view.updated_at = self._clock()
            await _check_name(uow, view)
            await uow.saved_views.save(view)
            await uow.commit()
        return view

    async def delete(self, view_id: UUID, *, owner_id: UUID) -> None:
        """Delete the view."""
        async with self._unit_of_work() as uow:
            await uow.saved_views.delete(view_id, owner_id=owner_id)
            await uow.commit()


async def _check_name(uow: IUnitOfWork, view: SavedView) -> None:
    same = await uow.saved_views.page(view.user_id, PageRequest(limit=2), collection=view.collection, name=view.name)
    if any(other.id != view.id for other in same.items):
        raise ViewExistsError
