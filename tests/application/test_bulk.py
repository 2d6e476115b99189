"""One action on many things: what is refused hinders nothing else."""

from uuid import UUID

import pytest

from app.application.bulk import in_bulk
from app.domain.errors import ConflictError, DatabaseAwayError
from app.domain.ids import uuid7


async def test_each_is_done_once_and_what_is_refused_is_named_with_the_reason() -> None:
    first, refused, last = uuid7(), uuid7(), uuid7()
    tried: list[UUID] = []

    async def act(one: UUID) -> None:
        tried.append(one)
        if one == refused:
            raise ConflictError("Documents are being made for it")

    report = await in_bulk([first, refused, first, last], act)
    assert tried == [first, refused, last]
    assert report.done == (first, last)
    assert [(failure.id, failure.code, failure.message) for failure in report.failed] == [
        (refused, "conflict", "Documents are being made for it")
    ]


async def test_where_the_service_gives_out_the_rest_is_told_and_not_tried() -> None:
    first, second, third = uuid7(), uuid7(), uuid7()
    tried = []

    async def act(thing_id: UUID) -> None:
        tried.append(thing_id)
        if thing_id == second:
            raise DatabaseAwayError("away")

    report = await in_bulk([first, second, third], act)
    assert report.done == (first,)
    assert [(failure.id, failure.code) for failure in report.failed] == [
        (left, DatabaseAwayError.code) for left in (second, third)
    ]
    assert tried == [first, second]
    with pytest.raises(DatabaseAwayError):
        await in_bulk([second, third], act)
