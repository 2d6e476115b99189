"""What every repository of owned entities promises, on the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.errors import ForbiddenError, NotFoundError, ValidationError
from app.domain.ids import uuid7
from app.domain.pagination import PageRequest
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON
from tests.contract.owned import OWNED, Ground, prepare, repository

each_repository = pytest.mark.parametrize("name", OWNED)


async def kept(unit_of_work: UnitOfWorkFactory, name: str) -> tuple[Ground, Any]:
    ground = await prepare(unit_of_work)
    entity = OWNED[name](ground)
    async with unit_of_work() as uow:
        await repository(uow, name).save(entity)
        await uow.commit()
    return ground, entity


async def read(unit_of_work: UnitOfWorkFactory, name: str, entity: Any) -> Any:
    async with unit_of_work(read_only=True) as uow:
        found = await repository(uow, name).get(entity.id, owner_id=entity.user_id)
    return replace(found, job=None, status_since=None) if name == "applications" else found


@each_repository
async def test_what_is_saved_comes_back_is_replaced_by_what_is_saved_again_and_goes(
    unit_of_work: UnitOfWorkFactory, name: str
) -> None:
    _, entity = await kept(unit_of_work, name)
    assert await read(unit_of_work, name, entity) == entity
    entity.updated_at = NOON + timedelta(microseconds=1)
    async with unit_of_work() as uow:
        locked = await repository(uow, name).get(entity.id, owner_id=entity.user_id, lock=True)
        assert locked.updated_at == NOON
        await repository(uow, name).save(entity)
        await uow.commit()
    assert await read(unit_of_work, name, entity) == entity
    async with unit_of_work() as uow:
        await repository(uow, name).delete(entity.id, owner_id=entity.user_id)
        await uow.commit()
    with pytest.raises(NotFoundError):
        await read(unit_of_work, name, entity)


@each_repository
async def test_it_is_its_owners_alone(unit_of_work: UnitOfWorkFactory, name: str) -> None:
    ground, entity = await kept(unit_of_work, name)
    async with unit_of_work() as uow:
        owned = repository(uow, name)
        with pytest.raises(ForbiddenError):
            await owned.get(entity.id, owner_id=ground.stranger)
        with pytest.raises(ForbiddenError):
            await owned.delete(entity.id, owner_id=ground.stranger)
        with pytest.raises(NotFoundError):
            await owned.get(uuid7(), owner_id=ground.owner)
        with pytest.raises(NotFoundError):
            await owned.delete(uuid7(), owner_id=ground.owner)
        theirs = await owned.page(ground.stranger, PageRequest())
        assert (theirs.items, theirs.total) == ([], 0)
        mine = await owned.page(ground.owner, PageRequest(), id=entity.id)
        assert ([one.id for one in mine.items], mine.total) == ([entity.id], 1)
        with pytest.raises(ValidationError):
            await owned.page(ground.owner, PageRequest(sort="user_id"))
        await owned.save(replace(entity, user_id=ground.stranger, updated_at=NOON + timedelta(days=1)))
        await uow.commit()
    assert await read(unit_of_work, name, entity) == entity
