"""One action on many things: what is refused hinders nothing else."""

from uuid import UUID

from app.application.bulk import in_bulk
from app.domain.errors import ConflictError
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
